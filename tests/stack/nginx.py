"""Runs the nginx configuration that is shipped, filled in for a folder of its own and ports of the loopback."""

import os
import re
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SHIPPED = PROJECT / "deploy" / "nginx"
NAME = re.compile(r"\$\{([A-Z_]+)\}")

# What Debian's nginx.conf is around the file in conf.d, with nothing outside our folder.
AROUND = """
{user}
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/start.log;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/balai.conf;
}}
"""


def template() -> str:
    return (SHIPPED / "balai.conf.template").read_text()


def filled(values: dict[str, str], *, tls: bool = False) -> str:
    """The template as `envsubst` fills it in. KeyError for a name that nobody gave; with `tls` its lines for HTTPS."""
    text = template().replace("#tls ", "") if tls else template()
    active = "\n".join(line for line in text.splitlines() if not line.strip().startswith("#"))
    return NAME.sub(lambda found: str(values[found[1]]), active)


def write(folder: Path, values: dict[str, str], *, tls: bool = False) -> Path:
    """The configuration below `folder`, ready to run; its path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "balai.conf").write_text(filled(values, tls=tls))
    main = folder / "nginx.conf"
    # As root its processes would become another account, which may not read the folders of a test.
    main.write_text(AROUND.format(folder=folder, user="user root;" if os.getuid() == 0 else ""))
    return main


def program() -> str:
    found = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    assert found, "nginx was not found (Debian: apt install nginx-light)."
    return found


def check(main: Path) -> str:
    """What `nginx -t` says. AssertionError when it is not content or warns."""
    done = subprocess.run([program(), "-t", "-e", "stderr", "-c", main], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr, done.stderr
    return done.stderr


@contextmanager
def running(main: Path):
    """nginx with that configuration until the end of the block."""
    check(main)
    process = subprocess.Popen([program(), "-e", main.parent / "start.log", "-c", main])
    try:
        deadline = time.monotonic() + 10
        # The check has made the file already, empty.
        while not (main.parent / "nginx.pid").read_text():
            assert process.poll() is None, "nginx ended at once"
            assert time.monotonic() < deadline, "nginx did not start"
            time.sleep(0.05)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=10)
