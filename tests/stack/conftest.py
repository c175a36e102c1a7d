"""The site as a village runs it: the shipped nginx with HTTPS, gunicorn, and the database of DATABASE_URL.

One stack lives as long as the run. A test that stops gunicorn starts it again (`stack.stopped()`).
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.site import Site, free_port, prepared_site, server
from tests.stack import nginx
from tests.stack.web import Answer, Visitor


@dataclass
class Stack:
    """`visitor` comes through nginx by https, `plain` by http, `direct` reaches gunicorn past it."""

    site: Site
    folder: Path
    values: dict[str, str]
    visitor: Visitor
    plain: Visitor
    direct: Visitor
    _server: AbstractContextManager | None = None

    def start(self) -> None:
        self._server = server(self.site)
        self._server.__enter__()

    def stop(self) -> None:
        self._server.__exit__(None, None, None)

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """gunicorn is not there until the end of the block."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    @contextmanager
    def without_database(self) -> Iterator[None]:
        """gunicorn runs and finds no database until the end of the block. What it logs about that is expected."""
        address = self.site.environment["DATABASE_URL"]
        with self.stopped():
            self.site.environment["DATABASE_URL"] = f"postgres://balai:x@127.0.0.1:{free_port()}/gone"
        try:
            yield
        finally:
            with self.stopped():
                self.site.environment["DATABASE_URL"] = address
                (self.site.folder / "gunicorn.log").write_text("")

    @property
    def log(self) -> str:
        return (self.folder / "access.log").read_text()

    def ask(self, address: str, *words, **headers) -> tuple[Answer, str]:
        """What the visitor gets, and nginx's line about it, which is written a moment after the answer. So the line of
        an earlier request, perhaps of the same path, may still be on its way: that one is waited for."""
        before = self._settled_lines()
        answer = self.visitor.ask(address, *words, **headers)
        path = " " + address.partition("?")[0][:100]
        deadline = time.monotonic() + 5
        while not (found := [line for line in self.log.splitlines()[before:] if path in line]):
            assert time.monotonic() < deadline, "nginx wrote no line"
            time.sleep(0.02)
        return answer, found[-1]

    def _settled_lines(self) -> int:
        """How many lines the log has, once none has come for a while."""
        count = len(self.log.splitlines())
        while True:
            time.sleep(0.06)
            before, count = count, len(self.log.splitlines())
            if before == count:
                return count


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost, made for this run, and its key."""
    paths = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
        + ["-addext", "subjectAltName=DNS:localhost", "-out", paths[0], "-keyout", paths[1]],
        check=True,
        capture_output=True,
    )
    return paths


def values_for(folder: Path, site_port: int, port: int, tls_port: int) -> dict[str, str]:
    cert, key = certificate(folder)
    return {
        "BALAI_UPSTREAM": f"127.0.0.1:{site_port}",
        "BALAI_LISTEN": f"127.0.0.1:{port}",
        "BALAI_LISTEN_TLS": f"127.0.0.1:{tls_port}",
        "BALAI_CERTIFICATE": str(cert),
        "BALAI_CERTIFICATE_KEY": str(key),
        "BALAI_CACHE": str(folder / "cache"),
        "BALAI_LOGS": str(folder),
        "BALAI_PAGES": str(nginx.SHIPPED / "pages"),
        "BALAI_PICTURES": str(folder.parent / "data" / "media" / "images"),
        "BALAI_CLOSED_FLAG": str(folder / "closed"),
    }


@pytest.fixture(scope="session")
def stack(tmp_path_factory, pytestconfig) -> Iterator[Stack]:
    base = tmp_path_factory.mktemp("stack")
    folder = base / "nginx"
    folder.mkdir()
    static_root = os.environ.get("BALAI_STATIC_ROOT") or pytestconfig.cache.mkdir("browser-static")
    port, tls_port = free_port(), free_port()
    variables = {"BALAI_BASE_URL": f"https://localhost:{tls_port}", "BALAI_BEHIND_PROXY": "true"}
    with prepared_site(base, static_root, **variables) as site:
        values = values_for(folder, int(site.environment["PORT"]), port, tls_port)
        main = nginx.write(folder, values, tls=True)
        cert = values["BALAI_CERTIFICATE"]
        stack = Stack(
            site,
            folder,
            values,
            visitor=Visitor(tls_port, cert),
            plain=Visitor(port),
            direct=Visitor(int(site.environment["PORT"])),
        )
        stack.start()
        try:
            with nginx.running(main):
                yield stack
        finally:
            stack.stop()
    site.assert_no_error()
