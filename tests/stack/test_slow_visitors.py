"""A line of 5 KB/s waits at nginx and holds none of the site's eight threads; without nginx it would."""

import json
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.stack.web import Visitor, read_slowly

LINES = 40  # well more than two processes with four threads each
SPEED = 5 * 1024
QUICK = 2  # seconds
LARGE = 15 * 1024 * 1024

ASK = """
import json
from home.models import VillageDocument
from wagtail.models import ReferenceIndex
shown = next(d for d in VillageDocument.objects.all() if ReferenceIndex.get_references_to(d).exists())
print("found", json.dumps([shown.url, shown.file.path]))
"""


@pytest.fixture(scope="module")
def large_document(stack):
    """The address of a document of 15 MB on a published page."""
    address, path = json.loads(stack.site.python(ASK).split("found ")[1])
    before = Path(path).read_bytes()
    Path(path).write_bytes(before + b"\0" * (LARGE - len(before)))
    yield address
    Path(path).write_bytes(before)


def ask_slowly(lines: ExitStack, visitor: Visitor, request: str) -> list:
    opened = []
    for _ in range(LINES):
        line = lines.enter_context(visitor.slow_socket())
        line.sendall(request.encode())
        opened.append(line)
    return opened


def get(address: str) -> str:
    return f"GET {address} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\n\r\n"


def test_slow_readers_hold_nobody_up(stack, large_document):
    with ExitStack() as lines:
        opened = ask_slowly(lines, stack.visitor, get(large_document))
        assert min(read_slowly(line, SPEED, 0.4) for line in opened[:5]) > 0
        # Past nginx's cache: a thread of the site must answer this.
        answer = stack.visitor.ask("/admin/login/", timeout=QUICK)
        assert answer.status == 200


def test_slow_writers_hold_nobody_up(stack):
    # With a cookie and an origin that pass: the site refuses all others before it reads what they write.
    # Not the sign-in: so many at once from one line do not pass nginx.
    head = (
        "POST /admin/password_reset/ HTTP/1.1\r\nHost: localhost\r\n"
        f"Cookie: csrftoken={'a' * 32}\r\nOrigin: https://localhost:{stack.visitor.port}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\nusername="
    )
    with ExitStack() as lines:
        opened = ask_slowly(lines, stack.visitor, head)
        for _ in range(5):
            for line in opened:
                line.sendall(b"a" * (SPEED // 5))
            assert stack.visitor.ask("/admin/login/", timeout=QUICK).status == 200


def test_without_nginx_slow_readers_would_hold_everybody_up(stack, large_document):
    """The control: should this ever pass by itself, the test above shows nothing."""
    with ExitStack() as lines:
        assert any(_holds_everybody_up(lines, stack.direct, large_document) for _ in range(5))
    assert stack.direct.ask("/healthz").status == 200


def _holds_everybody_up(lines: ExitStack, visitor: Visitor, address: str) -> bool:
    """Whether nobody is answered after so many more slow readers. One of the two processes may take a whole burst, and
    the other then still answers: it is the next burst that meets it."""
    ask_slowly(lines, visitor, get(address))
    time.sleep(1)
    try:
        visitor.ask("/healthz", timeout=QUICK)
    except TimeoutError:
        return True
    return False
