"""What search engines are told: every public page once, at its canonical address, and no more."""

import xml.etree.ElementTree as ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone

from home.models import HomePage
from tests.factories.home import ContentPageFactory
from tests.factories.site import full_site

pytestmark = pytest.mark.django_db

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def entries(client, **headers) -> dict[str, str | None]:
    response = client.get("/sitemap.xml", headers=headers)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return {
        url.findtext("s:loc", namespaces=NAMES): url.findtext("s:lastmod", namespaces=NAMES)
        for url in ElementTree.fromstring(response.content)
    }


def test_every_public_page_stands_in_it_once_at_its_canonical_address(client):
    expected = {f"https://desa.example{address}" for address in full_site().values()}
    assert set(entries(client)) == expected
    assert client.get("/sitemap.xml").content.count(b"<loc>") == len(expected)


def test_addresses_come_from_the_settings_whatever_host_was_asked(client):
    ContentPageFactory(title="Profil")
    found = entries(client, host="jahat.example")
    assert "https://desa.example/profil/" in found
    assert [address for address in found if not address.startswith("https://desa.example/")] == []


def test_the_last_change_is_the_last_publication(client):
    page = ContentPageFactory(title="Profil", last_published_at=None)
    assert entries(client)["https://desa.example/profil/"] is None
    page.save_revision().publish()
    page.refresh_from_db()
    page.title = "Rancangan berikutnya"
    page.save_revision()
    published = timezone.localdate(page.last_published_at).isoformat()  # the village's day, not UTC's
    assert entries(client)["https://desa.example/profil/"] == published


def test_the_sitemap_says_nothing_of_the_viewer(client):
    response = client.get("/sitemap.xml")
    assert (dict(response.cookies), "Cookie" in response.get("Vary", "")) == ({}, False)


def test_robots_may_read_all_but_the_admin_and_search_results(client):
    response = client.get("/robots.txt", headers={"host": "jahat.example"})
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /cari/",
        "",
        "Sitemap: https://desa.example/sitemap.xml",
    ]
    assert (reverse("wagtailadmin_home"), reverse("search")) == ("/admin/", "/cari/")


def test_robots_is_only_read(client):
    assert client.post("/robots.txt").status_code == 405


def test_a_site_without_any_page_but_the_home_page_has_a_sitemap(client):
    HomePage.objects.get().get_children().delete()
    assert list(entries(client)) == ["https://desa.example/"]
