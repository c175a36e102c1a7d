"""The two policies and the headers: strict where the public reads, looser only where Wagtail's admin needs it."""

import base64
import hashlib
import re

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import get_page_models

from home.models import ContentPage
from project import security
from tests.factories.home import ContentPageFactory, DocumentFactory, UserFactory, shown
from tests.factories.site import full_site

pytestmark = pytest.mark.django_db

ELEMENT = re.compile(r"<(style|script)\b([^>]*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)


def policy(response) -> dict[str, list[str]]:
    directives = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in directives}


def sha256_source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


DATA = re.compile(r"type=\"application/(?:ld\+)?json\"")


def inline_texts(html: str) -> dict[str, list[str]]:
    """The inline elements of a page that a policy decides on, by directive. JSON data is not run."""
    found = {"style-src": [], "script-src": []}
    for name, attributes, text in ELEMENT.findall(html):
        if "src=" not in attributes and not DATA.search(attributes):
            found[f"{name.lower()}-src"].append(text)
    return found


@pytest.fixture
def addresses(client) -> dict[str, str]:
    return full_site() | {"search": "/cari/?q=kartu", "missing": "/tidak-ada/"}


@pytest.fixture
def pages(client, addresses) -> dict:
    return {name: client.get(address) for name, address in addresses.items()}


def test_every_public_page_type_is_looked_at(addresses):
    ours = {model.__name__ for model in get_page_models() if model.__module__.split(".")[0] != "wagtail"}
    # Where people practise nobody from outside comes (tests/pelatihan/practice/test_fences.py).
    assert set(addresses) == ours - {"PracticeRootPage", "PracticeFolderPage"} | {"search", "missing"}


def test_every_public_page_answers(pages):
    assert {name: page.status_code for name, page in pages.items() if page.status_code != 200} == {
        "missing": 404
    }


def test_public_policy_allows_our_own_files_and_registered_hashes_only(pages):
    for name, page in pages.items():
        found = policy(page)
        without_hashes = {
            directive: [source for source in sources if not source.startswith("'sha256-")]
            for directive, sources in found.items()
        }
        assert without_hashes == security.PUBLIC_POLICY, name
        assert {directive for directive, sources in found.items() if "sha256" in str(sources)} == {
            "style-src",
            "script-src",
        }, name
        assert "unsafe" not in page["Content-Security-Policy"], name


def test_every_inline_text_hashes_to_a_source_of_its_own_header_and_no_hash_is_spare(pages):
    for name, page in pages.items():
        for directive, texts in inline_texts(page.content.decode()).items():
            hashes = [source for source in policy(page)[directive] if source.startswith("'sha256-")]
            assert sorted(hashes) == sorted(sha256_source(text) for text in texts), (name, directive)


def test_no_public_page_has_a_style_attribute_or_an_event_attribute(pages):
    for name, page in pages.items():
        assert re.findall(r"<[^>]*\s(?:style|on[a-z]+)=", page.content.decode()) == [], name


def test_a_policy_of_one_response_does_not_leak_into_the_next(client, addresses):
    client.get("/")
    assert "sha256" not in client.get("/robots.txt")["Content-Security-Policy"]


def test_a_registered_text_is_allowed_once_and_only_for_its_own_element():
    request = RequestFactory().get("/")
    security.allow_style(request, "a{}")
    security.allow_style(request, "a{}")
    security.allow_script(request, "b()")
    assert request.csp_hashes == {
        "style-src": [sha256_source("a{}")],
        "script-src": [sha256_source("b()")],
    }


def test_public_pages_are_the_same_for_everyone(pages):
    """A page that set a cookie, or varied by one, could not be kept for the next visitor."""
    for name, page in pages.items():
        assert dict(page.cookies) == {}, name
        assert "cookie" not in page.get("Vary", "").lower(), name
        assert "csrfmiddlewaretoken" not in page.content.decode(), name


HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": security.PERMISSIONS_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
}


def test_public_pages_carry_the_protective_headers(pages):
    for name, page in pages.items():
        assert {header: page.get(header) for header in HEADERS} == HEADERS, name


@pytest.mark.parametrize("device", ["camera", "microphone", "geolocation", "payment", "usb"])
def test_no_page_may_ask_for_a_device(device):
    assert f"{device}=()" in security.PERMISSIONS_POLICY.split(", ")


def test_the_sign_in_page_has_the_policy_of_the_admin(client):
    response = client.get(reverse("wagtailadmin_login"))
    assert response.status_code == 200
    assert policy(response) == security.ADMIN_POLICY
    assert "'unsafe-eval'" not in response["Content-Security-Policy"]


def test_the_admin_may_be_framed_by_itself_only_and_keeps_the_other_headers(client):
    client.force_login(UserFactory(is_superuser=True))
    response = client.get("/admin/")
    assert response.status_code == 200
    assert policy(response)["frame-ancestors"] == ["'self'"]
    expected = HEADERS | {"X-Frame-Options": "SAMEORIGIN"}
    assert {header: response.get(header) for header in expected} == expected


def test_only_the_admin_gets_the_looser_policy(client):
    assert "unsafe-inline" not in client.get("/administrasi/")["Content-Security-Policy"]


def test_a_document_keeps_its_tighter_policy(client):
    response = client.get(shown(DocumentFactory()).url)
    assert response.status_code == 200
    assert (response["Content-Security-Policy"], response["X-Content-Type-Options"]) == (
        "default-src 'none'",
        "nosniff",
    )


@pytest.fixture
def preview(client):
    """The page as the editor's preview panel loads it, in a frame inside the admin."""
    client.force_login(UserFactory(is_superuser=True))
    page = ContentPageFactory(title="Profil")
    page.save_revision()
    return client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))


def test_the_editor_can_show_the_preview_in_its_frame(preview):
    assert preview.status_code == 200
    assert policy(preview)["frame-ancestors"] == ["'self'"]
    assert preview["X-Frame-Options"] == "SAMEORIGIN"


def test_the_preview_runs_no_more_than_the_public_page(preview):
    found = policy(preview)
    for directive in ("style-src", "script-src"):
        assert "'unsafe-inline'" not in found[directive]
        texts = inline_texts(preview.content.decode())[directive]
        assert {sha256_source(text) for text in texts} <= set(found[directive])


def test_a_signed_in_person_sees_the_bar_under_the_same_strict_policy(client):
    client.force_login(UserFactory(is_superuser=True))
    ContentPageFactory(title="Profil")
    response = client.get("/profil/")
    assert "wagtail-userbar" in response.content.decode()
    assert "unsafe" not in response["Content-Security-Policy"]
    for directive, texts in inline_texts(response.content.decode()).items():
        assert {sha256_source(text) for text in texts} <= set(policy(response)[directive])


def test_the_error_page_carries_the_strict_policy_too(client, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("made up by a test")

    monkeypatch.setattr(ContentPage, "serve", fail)
    ContentPageFactory(title="Profil")
    client.raise_request_exception = False
    response = client.get("/profil/")
    assert response.status_code == 500
    assert policy(response) == security.PUBLIC_POLICY
    assert {header: response.get(header) for header in HEADERS} == HEADERS
