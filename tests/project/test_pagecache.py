"""What may be kept of an answer: a public page by everyone who asks again, everything else by nobody on the way."""

import pytest
import time_machine
from django.http import FileResponse, HttpResponse
from django.test import RequestFactory
from wagtail.models import PageViewRestriction

from project import pagecache
from project.pagecache import PageCacheMiddleware
from tests.factories.home import ContentPageFactory, DocumentFactory, UserFactory, shown
from tests.factories.site import full_site

pytestmark = pytest.mark.django_db

NOW = 1_795_000_000
# To the end of this second: nginx counts whole ones, and "one second" from now would be nearly two.
KEPT = {"X-Accel-Expires": f"@{NOW}", "Cache-Control": "public, max-age=0, stale-if-error=604800"}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


def kept(response) -> dict:
    return {name: response.get(name) for name in KEPT}


def answer(response, path="/profil/", method="get", **more):
    request = getattr(RequestFactory(), method)(path, **more)
    return PageCacheMiddleware(lambda request: response)(request)


@pytest.fixture
def addresses() -> dict[str, str]:
    return full_site() | {"sitemap": "/sitemap.xml", "robots": "/robots.txt"}


def test_every_public_page_may_be_kept_by_all_who_ask_again(client, addresses):
    for name, address in addresses.items():
        page = client.get(address)
        assert (page.status_code, kept(page)) == (200, KEPT), name
        assert page["ETag"], name


def test_nginx_reads_its_own_header_before_the_browser_s(client, addresses):
    """nginx 1.22 goes through the headers in their order; once it has read max-age=0, it keeps nothing."""
    for name, address in addresses.items():
        page = client.get(address)
        unchanged = client.get(address, headers={"if-none-match": page["ETag"]})
        for response in (page, unchanged):
            names = list(response.headers)
            assert names.index("X-Accel-Expires") < names.index("Cache-Control"), name


def test_whoever_holds_the_same_page_gets_a_word_instead_of_the_page(client, addresses):
    for name, address in addresses.items():
        page = client.get(address)
        again = client.get(address, headers={"if-none-match": page["ETag"]})
        assert (again.status_code, again.content, kept(again)) == (304, b"", KEPT), name
        assert again["ETag"] == page["ETag"], name


def test_a_compressed_page_is_recognised_too(client):
    ContentPageFactory(title="Profil")
    page = client.get("/profil/", headers={"accept-encoding": "gzip"})
    assert (page["Content-Encoding"], page["ETag"][:2]) == ("gzip", "W/")
    again = client.get("/profil/", headers={"accept-encoding": "gzip", "if-none-match": page["ETag"]})
    assert again.status_code == 304


def test_an_edit_changes_the_page_at_once_for_those_who_hold_the_old_one(client):
    page = ContentPageFactory(title="Profil")
    before = client.get("/profil/")
    page.title = "Profil desa kita"
    page.save_revision().publish()
    after = client.get("/profil/", headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "Profil desa kita" in after.content.decode()
    assert after["ETag"] != before["ETag"]


def test_a_signed_in_person_s_page_is_kept_by_nobody(client):
    ContentPageFactory(title="Profil")
    client.force_login(UserFactory(is_superuser=True))
    page = client.get("/profil/")
    assert "wagtail-userbar" in page.content.decode()
    assert kept(page) == {"X-Accel-Expires": None, "Cache-Control": "private, no-store"}
    assert page.get("ETag") is None


def test_a_page_for_signed_in_people_is_kept_by_nobody(client):
    page = ContentPageFactory(title="Profil")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    refused = client.get("/profil/")
    assert (refused.status_code, refused.get("X-Accel-Expires")) == (302, None)
    assert "private" in refused["Cache-Control"]  # Wagtail's own word
    client.force_login(UserFactory())
    page = client.get("/profil/")
    assert (page.status_code, page.get("X-Accel-Expires")) == (200, None)
    assert "private" in page["Cache-Control"]


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/pages/", "/admin/sesi/"])
def test_the_admin_is_kept_by_nobody(client, address):
    client.force_login(UserFactory(is_superuser=True))
    response = client.get(address)
    assert response.get("X-Accel-Expires") is None
    assert {"no-store", "private"} <= set(response["Cache-Control"].split(", "))


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/cari/?q=kartu"])
def test_what_is_true_for_one_moment_or_person_is_not_kept_on_the_way(client, address):
    response = client.get(address)
    assert response.get("X-Accel-Expires") is None
    assert "private" in response["Cache-Control"]


def test_what_is_missing_is_not_kept(client):
    assert kept(client.get("/tidak-ada/")) == {"X-Accel-Expires": None, "Cache-Control": None}


def test_a_document_is_asked_for_each_time_since_its_page_may_be_taken_down(client):
    document = shown(DocumentFactory())
    first = client.get(document.url)
    assert kept(first) == {"X-Accel-Expires": None, "Cache-Control": "private, no-cache"}
    again = client.get(document.url, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, kept(again)) == (304, kept(first))
    first.close()


def with_cookie() -> HttpResponse:
    response = HttpResponse("ya")
    response.set_cookie("ukuran", "besar")
    return response


def varying(names: str) -> HttpResponse:
    return HttpResponse("ya", headers={"Vary": names})


@pytest.mark.parametrize(
    "response",
    [
        with_cookie(),
        varying("Cookie"),
        varying("Accept-Encoding , COOKIE"),
        varying("*"),
        varying("Authorization"),
    ],
    ids=["sets a cookie", "cookie", "padded and in capitals", "everything", "authorization"],
)
def test_an_answer_that_could_be_somebody_s_own_is_kept_by_nobody(response):
    """Django's own page cache leaked such answers: CVE-2026-35192, 8404, 48587, 48588."""
    assert kept(answer(response)) == {"X-Accel-Expires": None, "Cache-Control": "private, no-store"}


def test_an_answer_to_a_form_is_kept_by_nobody():
    assert kept(answer(HttpResponse("ya"), method="post")) == {
        "X-Accel-Expires": None,
        "Cache-Control": "private, no-store",
    }


def test_a_view_that_decides_for_itself_is_left_alone():
    response = answer(HttpResponse("ya", headers={"Cache-Control": "public, max-age=3600"}))
    assert kept(response) == {"X-Accel-Expires": None, "Cache-Control": "public, max-age=3600"}
    assert "ETag" not in response


def test_a_long_file_is_not_read_into_memory_for_its_etag(tmp_path):
    (tmp_path / "a.bin").write_bytes(b"x" * 1000)
    response = answer(FileResponse((tmp_path / "a.bin").open("rb")))
    assert (response.streaming, kept(response)["Cache-Control"]) == (True, pagecache.ASK_FIRST)
    response.close()
