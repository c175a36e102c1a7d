"""Pages for when something is not there, not allowed or broken: words that help on, and a true status."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError, connections
from django.http import Http404
from django.test import Client

from home.models import ContentPage
from home.pages import errors
from tests.factories.home import ContentPageFactory, VillageFactory


@pytest.fixture
def failing(monkeypatch, client):
    """A page whose view raises the given error, visited as in production."""

    def visit(error):
        def serve(*args, **kwargs):
            raise error

        monkeypatch.setattr(ContentPage, "serve", serve)
        ContentPageFactory(title="Profil")
        client.raise_request_exception = False
        return client.get("/profil/")

    return visit


def break_database(monkeypatch, error=OperationalError):
    def cursor(*args, **kwargs):
        raise error("secret-host: the database is away")

    monkeypatch.setattr(connections["default"], "cursor", cursor)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/tidak-ada/", "/layanan/tidak-ada/", "/media/images/x.jpg", "/documents/9/x.pdf"]
)
def test_what_is_not_there_is_said_with_a_search_and_the_sections(client, address):
    VillageFactory(name="Sungai Rumbai")
    response = client.get(address)
    content = response.content.decode()
    assert response.status_code == 404
    for words in (
        '<html lang="id">',
        "Halaman tidak ditemukan",
        '<nav class="crumbs" aria-label="Anda di sini"><ol><li><a href="/">Beranda</a>',
        "Sungai Rumbai",
        'action="/cari/"',
        'href="/layanan/"',
    ):
        assert words in content, words
    assert '<meta name="robots" content="noindex">' in content


@pytest.mark.django_db
def test_a_page_that_raises_not_found_is_not_found(failing):
    assert failing(Http404()).status_code == 404


@pytest.mark.django_db
def test_what_is_not_allowed_is_said_with_ways_on(failing):
    response = failing(PermissionDenied())
    content = response.content.decode()
    assert response.status_code == 403
    for words in ('<html lang="id">', "Halaman ini tidak terbuka untuk Anda", 'href="/admin/"', 'href="/"'):
        assert words in content, words


@pytest.mark.django_db
def test_what_is_broken_is_said_without_a_word_about_the_fault(failing):
    response = failing(RuntimeError("secret detail"))
    content = response.content.decode()
    assert response.status_code == 500
    for words in ('<html lang="id">', "Maaf, situs sedang terganggu", 'href="/"'):
        assert words in content, words
    assert "secret detail" not in content


def test_the_page_for_a_fault_needs_no_database(rf):
    """No database is allowed in this test at all: touching one would fail it."""
    response = errors.server_error(rf.get("/"))
    assert (response.status_code, "Maaf, situs sedang terganggu" in response.content.decode()) == (500, True)


@pytest.mark.django_db
@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
@pytest.mark.parametrize("address", ["/", "/layanan/", "/cari/?q=kartu", "/tidak-ada/", "/admin/login/"])
def test_a_database_that_is_away_gives_the_words_and_not_a_bare_fault(client, monkeypatch, address, error):
    client.raise_request_exception = False
    break_database(monkeypatch, error)
    response = client.get(address)
    assert (response.status_code, "Maaf, situs sedang terganggu" in response.content.decode()) == (500, True)
    assert "secret-host" not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
@pytest.mark.parametrize(("view", "status"), [(errors.not_found, 404), (errors.forbidden, 403)])
def test_the_other_pages_stand_without_a_frame(rf, monkeypatch, view, status, error):
    break_database(monkeypatch, error)
    response = view(rf.get("/tidak-ada/"), Exception())
    assert response.status_code == status
    assert "<h1>" in response.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_is_answered_in_our_words(client):
    VillageFactory(name="Sungai Rumbai")
    client.handler.enforce_csrf_checks = True
    response = client.post("/admin/login/", {"username": "a", "password": "b"})
    content = response.content.decode()
    assert response.status_code == 403
    for words in ('<html lang="id">', "Belum tersimpan", "Sungai Rumbai", "tombol Kembali", 'href="/admin/"'):
        assert words in content, words
    assert "DEBUG" not in content


@pytest.mark.parametrize("charset", ["utf-16", "latin-1"])
@pytest.mark.parametrize("address", ["/admin/login/", "/admin/tidak-ada/"])
@pytest.mark.django_db
def test_a_body_that_cannot_be_read_is_a_bad_request_and_no_fault(address, charset):
    """Django's own page for it read the same body again: a server error for anybody who sent a cookie and a form."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies["csrftoken"] = "a" * 32
    form = f"application/x-www-form-urlencoded; charset={charset}"
    response = client.post(address, b"a=%ff", content_type=form)
    assert response.status_code == 400
    assert "Permintaan ini tidak terbaca" in response.content.decode()


@pytest.mark.parametrize("address", ["/", "/tidak-ada/"])
@pytest.mark.django_db
def test_where_nobody_takes_a_form_its_body_is_not_even_read(address):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies["csrftoken"] = "a" * 32
    response = client.post(
        address, b"a=%ff", content_type="application/x-www-form-urlencoded; charset=utf-16"
    )
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


@pytest.mark.django_db
def test_a_false_host_name_gets_the_same_words_and_is_not_repeated(client, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    response = client.get("/", headers={"host": "jahat.example"})
    assert response.status_code == 400
    assert "Permintaan ini tidak terbaca" in response.content.decode()
    assert "jahat" not in response.content.decode()
