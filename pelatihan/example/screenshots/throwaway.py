"""An example site of its own, as a village would run it, that is gone afterwards."""

import os
import re
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

START_SECONDS = 60
SIGN_IN = re.compile(r"^ +(\w+) +(\w{4}(?:-\w{4}){3})$", re.MULTILINE)  # as create_first_signins prints it


@dataclass
class Site:
    """`passwords` are those of its first sign-ins, by their names."""

    address: str
    passwords: dict[str, str]


@contextmanager
def running_site(folder: Path, static_root: Path) -> Iterator[Site]:
    """A site with the example below `folder`, answering until the end of the block. RuntimeError with the last words
    of what did not work."""
    folder.mkdir()
    port = free_port()
    address = f"http://localhost:{port}"
    # All that decides how a site looks is named, since a village's own .env may lie in the project's folder.
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "project.settings.production",
        "BALAI_SECRET_KEY": secrets.token_urlsafe(50),
        "BALAI_BASE_URL": address,
        "BALAI_ALLOWED_HOSTS": "localhost",
        "BALAI_TIME_ZONE": "Asia/Jakarta",
        "BALAI_BEHIND_PROXY": "false",
        "BALAI_DATA_DIR": str(folder),
        "BALAI_STATIC_ROOT": str(static_root),
        "BALAI_PUBLISH_EVERY": "0",
        "DATABASE_URL": f"sqlite:///{folder / 'balai.sqlite3'}",
        "EMAIL_URL": "dummymail://",
        "HOST": "127.0.0.1",
        "PORT": str(port),
    }
    prepared = subprocess.run(
        [sys.executable, "manage.py", "prepare_site"],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if prepared.returncode:
        raise RuntimeError(f"The example site could not be prepared:\n{prepared.stdout[-3000:]}")
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "project.wsgi:application"], cwd=settings.BASE_DIR, env=environment
    )
    try:
        wait_for(address, server)
        yield Site(address, dict(SIGN_IN.findall(prepared.stdout)))
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address: str, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5).close()  # noqa: S310 (our own address)
            return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError("The example site did not start; the server's words are above.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
