"""A whole village site for browser tests: its own folder, database and gunicorn, with production settings.

It runs beside the test process, as `make serve` would run it, so that what is tested is what people get: built
static files, real headers, real cookies. SQLite by default; where DATABASE_URL names a PostgreSQL server, the
site gets a database of its own there.
"""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from tests.browser.turns import locked

PROJECT = Path(__file__).resolve().parents[2]
START_SECONDS = 60

# The group of each role; an administrator is the superuser, in no group.
ROLES = {"administrator": None, "operator": "Operator", "penerbit": "Penerbit"}

MAKE_PEOPLE = """
import json, sys
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
for name, person in json.loads(sys.stdin.read()).items():
    user = get_user_model().objects.create_user(
        name, password=person["password"], is_superuser=person["group"] is None, first_name=name.capitalize()
    )
    if person["group"]:
        user.groups.add(Group.objects.get(name=person["group"]))
"""


@dataclass
class Site:
    """A running site. `people` maps a role to the user name and password of its test person."""

    url: str
    folder: Path
    environment: dict[str, str]
    # Of the server's first process; its workers are that one's children.
    pid: int = 0
    people: dict[str, tuple[str, str]] = field(default_factory=dict)

    def manage(self, *words: str, stdin: str = "") -> str:
        """Run a management command on this site (2 s and more) and return what it printed.
        AssertionError with its words when it fails."""
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=PROJECT,
            env=self.environment,
            input=stdin,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"manage.py {words[0]} failed:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def python(self, code: str, stdin: str = "") -> str:
        """Run Python inside this site, with the models at hand by import; returns what it printed. For what a
        test must prepare or look up in the database, which is not the one of the test process."""
        return self.manage("shell", "--no-imports", "-c", code, stdin=stdin)

    @property
    def log(self) -> str:
        return (self.folder / "gunicorn.log").read_text(errors="replace")

    def assert_no_error(self) -> None:
        assert "Traceback" not in self.log, f"The site met an error:\n{self.log[-6000:]}"


@contextmanager
def running_site(folder: Path, static_root: Path):
    """Set up a site below `folder`, run it, and take it down again. AssertionError when it does not answer, or
    when its log holds a traceback at the end: no request of a whole run may have met a 500."""
    with prepared_site(folder, static_root) as site, server(site):
        yield site
    site.assert_no_error()


@contextmanager
def prepared_site(folder: Path, static_root: Path, **variables: str):
    """A site that is set up and does not run yet; `variables` are set on top of what every test site has."""
    Path(static_root).mkdir(parents=True, exist_ok=True)
    with (
        held_port() as port,
        _database(os.environ.get("DATABASE_URL", ""), folder) as database_url,
    ):
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "project.settings.production",
            "BALAI_SECRET_KEY": secrets.token_urlsafe(50),
            "BALAI_BASE_URL": f"http://localhost:{port}",
            "BALAI_ALLOWED_HOSTS": "localhost,127.0.0.1",
            "BALAI_DATA_DIR": str(folder / "data"),
            "BALAI_STATIC_ROOT": str(static_root),
            "DATABASE_URL": database_url,
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "BALAI_PUBLISH_EVERY": "2",
            **variables,
        }
        site = Site(f"http://localhost:{port}", folder, environment)
        with locked(Path(static_root)):  # sites of processes beside each other share the built files
            site.manage("prepare_site", "--static-only")
        site.manage("prepare_site")
        _make_people(site)
        yield site


@contextmanager
def server(site: Site):
    """gunicorn, answering, until the end of the block."""
    with (site.folder / "gunicorn.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "project.wsgi:application"],
            cwd=PROJECT,
            env=site.environment,
            stdout=log,
            stderr=log,
        )
        try:
            _wait_for(site, process)
            site.pid = process.pid
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


def _make_people(site: Site) -> None:
    people = {
        f"{role}-uji": {"password": secrets.token_urlsafe(12), "group": group}
        for role, group in ROLES.items()
    }
    site.python(MAKE_PEOPLE, stdin=json.dumps(people))
    site.people = {name.removesuffix("-uji"): (name, person["password"]) for name, person in people.items()}


def _wait_for(site: Site, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, f"gunicorn ended at once:\n{site.log[-6000:]}"
        try:
            with urllib.request.urlopen(f"{site.url}/healthz", timeout=5) as answer:  # noqa: S310 (our own address)
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(f"The site did not answer within {START_SECONDS} s:\n{site.log[-6000:]}")


@contextmanager
def held_port():
    """A port that no other program gets until the end of the block. It is bound and not listened on: that keeps the
    others away, and a server that sets SO_REUSEADDR, as gunicorn and nginx do, may have it."""
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(("127.0.0.1", 0))
        yield holder.getsockname()[1]


def free_port() -> int:
    """A port that is free at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def _database(server_url: str, folder: Path):
    """The address of an empty database; on PostgreSQL it is dropped at the end."""
    if not server_url.startswith(("postgres://", "postgresql://")):
        yield f"sqlite:///{folder / 'data' / 'balai.sqlite3'}"
        return
    name = f"balai_browser_{secrets.token_hex(4)}"
    with psycopg.connect(server_url, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield urlunsplit(urlsplit(server_url)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server_url, autocommit=True) as admin:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
