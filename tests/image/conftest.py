"""The shipped Dockerfiles built, and compose.yml's three services running, on this machine: tests/image/machine.py.

Needs root, debootstrap, iproute2 and PostgreSQL 15; takes some minutes. `tests/run image` runs it.
"""

import os
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.image import compose, machine
from tests.image.machine import Container, Image
from tests.stack.web import Visitor

PROJECT = Path(__file__).resolve().parents[2]
PLANTED = "must-stay-on-the-machine-of-the-village"
PROGRAMS = Path("/usr/lib/postgresql/15/bin")
DATABASE = "172.31.77.20"


@dataclass
class Machine:
    """A village's machine with the three services of compose.yml. `visitor` comes to nginx by http."""

    folder: Path
    content: dict
    images: dict[str, Image]
    net: str = ""
    database: "Postgres | None" = None
    containers: dict[str, Container] = field(default_factory=dict)
    visitor: Visitor = field(default_factory=lambda: Visitor(80))

    def service(self, name: str) -> dict:
        return self.content["services"][name]

    def create(self, name: str) -> Container:
        """The container of a service, with the volumes as Docker makes them."""
        service, image = self.service(name), self.images[name]
        mounts, read_only = {}, set()
        for words in service["volumes"]:
            source, place, *options = words.split(":")
            options = options[0].split(",") if options else []
            volume = self.folder / "volumes" / source
            if "nocopy" not in options:
                machine.fill_volume(volume, image, place)
            mounts[place] = volume
            if "ro" in options:
                read_only.add(place)
        folder = self.folder / "containers" / name
        folder.mkdir(parents=True, exist_ok=True)
        made = Container(image, folder, service["environment"], mounts, read_only)
        self.containers[name] = made
        return made

    def wait_until_healthy(self, name: str) -> float:
        """The container's own health check, as often as the image asks for. Seconds until it was content."""
        container = self.containers[name]
        began = time.monotonic()
        while True:
            try:
                container.exec(*container.image.health)
                return time.monotonic() - began
            except AssertionError:
                limit = compose.seconds(container.image.health_flags["start-period"])
                assert container.process.poll() is None, container.log[-4000:]
                assert time.monotonic() - began < limit, container.log[-4000:]
                time.sleep(1)


class Postgres:
    """The service db, by the server of this machine: the same version, made and asked as compose.yml says."""

    def __init__(self, service: dict, folder: Path):
        self.settings, self.folder = service["environment"], folder
        self.health = service["healthcheck"]["test"][1:]
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        self.folder.mkdir(parents=True)
        shutil.chown(self.folder, "postgres", "postgres")
        (self.folder / "password").write_text(self.settings["POSTGRES_PASSWORD"])
        (self.folder / "password").chmod(0o644)
        arguments = self.settings.get("POSTGRES_INITDB_ARGS", "").split()
        user = self.settings["POSTGRES_USER"]
        self.call(
            "initdb",
            "-D",
            "data",
            "-U",
            user,
            "--pwfile=password",
            "-A",
            "scram-sha-256",
            "--no-sync",
            *arguments,
        )
        (self.folder / "data" / "pg_hba.conf").write_text(
            "local all all trust\nhost all all all scram-sha-256\n"
        )
        options = f"-c listen_addresses=* -c unix_socket_directories={self.folder} -c fsync=off"
        self.call("pg_ctl", "-D", "data", "-l", "log", "-w", "-o", options, "start")
        if self.settings["POSTGRES_DB"] != "postgres":
            self.client("createdb", self.settings["POSTGRES_DB"])
        self.call(*self.health)

    def stop(self) -> None:
        self.call("pg_ctl", "-D", "data", "-m", "fast", "-w", "stop")

    def client(self, program: str, *words: str) -> None:
        """`docker compose exec db PROGRAM -U balai …`"""
        self.call(program, "-h", str(self.folder), "-U", self.settings["POSTGRES_USER"], *words)

    def call(self, program: str, *words: str) -> None:
        """Its words go to a file: the server that pg_ctl leaves behind would keep a pipe open."""
        words = ["runuser", "-u", "postgres", "--", str(PROGRAMS / program), *words]
        with (self.folder / "said").open("a+") as said:
            done = subprocess.run(words, cwd=self.folder, stdout=said, stderr=said)
            said.seek(0)
            assert done.returncode == 0, said.read()[-3000:]


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """Not one of pytest's, which are closed to the accounts that the services run as."""
    assert os.getuid() == 0, "These tests build images, which needs root."
    with tempfile.TemporaryDirectory(prefix="balai-image-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="session")
def context(folder) -> Path:
    """The project as somebody has it who cloned it, with what a village's installation adds."""
    made = folder / "context"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (PROJECT / name).exists():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, made / name)
    for name in (".env", "data/media/surat.pdf", ".git/config", "key.pem"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(PLANTED)
    # As somebody has it who cloned it with a strict umask.
    for path in made.rglob("*"):
        path.chmod(path.stat().st_mode & 0o700)
    return made


@pytest.fixture(scope="session")
def images(folder, context) -> dict[str, Image]:
    print(flush=True)
    bases = machine.base_trees(folder)
    return {
        "site": machine.build(context, bases, folder / "site"),
        "nginx": machine.build(context / "deploy" / "nginx", bases, folder / "nginx"),
    }


@pytest.fixture(scope="session")
def village(folder, images) -> Iterator[Machine]:
    """All that `docker compose up` starts, until the end of the run."""
    given = {
        "BALAI_SECRET_KEY": secrets.token_urlsafe(50),
        "BALAI_DB_PASSWORD": secrets.token_hex(24),
        "BALAI_BASE_URL": "http://desa.example",
    }
    content = compose.read(PROJECT / "compose.yml", given)
    address = content["services"]["site"]["networks"]["default"]["ipv4_address"]
    with machine.network(address, DATABASE) as net, ExitStack() as ended:
        database = Postgres(content["services"]["db"], folder / "db")
        made = Machine(folder, content, images, net, database)
        (images["site"].tree / "etc" / "hosts").write_text(f"127.0.0.1 localhost\n{DATABASE} db\n")
        with machine.within(net):
            database.start()
            ended.callback(database.stop)
            # Made in the order that suits the volume of pictures least: before the first one lies in it.
            for container in [made.create("site"), made.create("nginx")]:
                container.start()
                ended.callback(container.stop, 30)
        yield made
