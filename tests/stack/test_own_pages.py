"""The pages of nginx: too large, too often (test_limits.py), not there, being looked after."""

from pathlib import Path

import pytest

from project import bodies
from tests.stack.web import Answer


@pytest.fixture
def closed(stack):
    """The file that lets reading go on and writing wait."""
    flag = Path(stack.values["BALAI_CLOSED_FLAG"])
    flag.touch()
    yield
    flag.unlink()


def assert_own_page(answer, status: int, heading: str, retry: str | None) -> None:
    assert (answer.status, answer.get("Content-Type"), answer.get("Retry-After")) == (
        status,
        "text/html; charset=utf-8",
        retry,
    )
    assert '<html lang="id">' in answer.text
    assert heading in answer.text
    assert answer.get("Cache-Control") == "no-store"
    assert answer.get("Content-Security-Policy").startswith("default-src 'none'; style-src 'sha256-")
    assert answer.get("X-Content-Type-Options") == "nosniff"


@pytest.mark.parametrize(
    ("address", "limit"),
    [
        ("/profil/", bodies.PUBLIC_BYTES),
        ("/admin/login/", bodies.PUBLIC_BYTES),
        ("/admin/documents/add/", bodies.ADMIN_BYTES),
    ],
)
def test_what_is_too_large_is_refused_before_it_is_sent(stack, address, limit):
    """Only the length is told; nginx does not wait for the body."""
    connection = stack.visitor.connection()
    connection.putrequest("POST", address)
    connection.putheader("Content-Length", str(limit + 1))
    connection.endheaders()
    response = connection.getresponse()

    answer = Answer(response.status, response.getheaders(), response.read())
    connection.close()
    assert_own_page(answer, 413, "Kiriman ini terlalu besar", None)


def test_what_is_just_small_enough_reaches_the_site(stack):
    answer = stack.visitor.ask("/profil/", "POST", body=b"a" * bodies.PUBLIC_BYTES)
    assert answer.status == 405


def test_without_the_site_there_are_words(stack):
    with stack.stopped():
        for address in ("/admin/", "/documents/1/a.pdf", "/halaman-yang-tidak-tersimpan/"):
            assert_own_page(stack.visitor.ask(address), 502, "sedang tidak dapat dibuka", "120")
        posted = stack.visitor.ask("/profil/", "POST", body=b"a=1")
        assert_own_page(posted, 502, "sedang tidak dapat dibuka", "120")


def test_while_it_is_looked_after_reading_goes_on_and_writing_waits(stack, closed):
    assert stack.visitor.ask("/").status == 200
    assert stack.visitor.ask("/cari/?q=kartu").status == 200
    for method, address in [
        ("GET", "/admin/"),
        ("GET", "/admin/login/"),
        ("POST", "/admin/login/"),
        ("POST", "/profil/"),
    ]:
        answer = stack.visitor.ask(address, method, body=b"a=1" if method == "POST" else None)
        assert_own_page(answer, 503, "Situs sedang dirawat", "600")


def test_afterwards_all_is_as_before(stack):
    assert stack.visitor.ask("/admin/login/").status == 200


def test_nobody_asks_for_the_pages_by_name(stack):
    answer = stack.visitor.ask("/galat-nginx/502.html")
    assert answer.status == 404
    assert "tidak dapat dibuka" not in answer.text
