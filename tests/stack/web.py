"""A visitor who sees every header as it came, follows nothing, and can be slow."""

import http.client
import socket
import ssl
import time
from dataclasses import dataclass


@dataclass
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def get(self, name: str, default: str | None = None) -> str | None:
        """The value of a header; of one that came more than once, all of them."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(values) if values else default

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")


@dataclass
class Visitor:
    """`certificate` is the one to trust, for https; without it the visitor comes by http."""

    port: int
    certificate: str | None = None
    host: str = "localhost"

    def connection(self, timeout: float = 30) -> http.client.HTTPConnection:
        if self.certificate is None:
            return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        return http.client.HTTPSConnection("localhost", self.port, timeout=timeout, context=self.context())

    def context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.certificate)

    def ask(self, path: str, method: str = "GET", body=None, timeout: float = 30, **headers: str) -> Answer:
        connection = self.connection(timeout)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body=body, headers=named)
            response = connection.getresponse()
            return Answer(response.status, response.getheaders(), response.read())
        finally:
            connection.close()

    def slow_socket(self) -> socket.socket:
        """A line that takes in next to nothing ahead of its reader."""
        raw = socket.socket()
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        raw.settimeout(30)
        raw.connect(("127.0.0.1", self.port))
        return self.context().wrap_socket(raw, server_hostname="localhost") if self.certificate else raw


def read_slowly(line: socket.socket, per_second: int, seconds: float) -> int:
    """Read so many bytes a second for a while; how many came."""
    end = time.monotonic() + seconds
    got = 0
    while time.monotonic() < end:
        got += len(line.recv(per_second // 5))
        time.sleep(0.2)
    return got
