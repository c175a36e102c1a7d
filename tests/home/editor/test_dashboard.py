"""The first screen leads to the work, in Indonesian, and nowhere else."""

import re

import pytest

from home.models import NewsIndexPage
from tests.factories.home import UserFactory

pytestmark = pytest.mark.django_db

OPERATOR_DOES = [
    "Umumkan sesuatu",
    "Beri tahu layanan terganggu",
    "Tulis berita",
    "Perbaiki panduan layanan",
    "Tambah peraturan",
    "Impor peraturan",
    "Kelola gambar",
]
PENERBIT_DOES = [*OPERATOR_DOES[:6], "Ubah identitas desa", "Kelola gambar"]


def first_screen(client, **person) -> str:
    client.force_login(UserFactory(**person))
    return client.get("/admin/").content.decode()


def starting_points(html: str) -> dict[str, str]:
    part = html[html.index('class="balai-start"') :]
    part = part[: part.index("</section>")]
    found = re.findall(r'<a href="([^"]+)">.*?<b>([^<]+)</b>', part, flags=re.DOTALL)
    return {label: url for url, label in found}


@pytest.mark.parametrize(("role", "does"), [("Operator", OPERATOR_DOES), ("Penerbit", PENERBIT_DOES)])
def test_each_role_finds_its_work_and_every_way_is_open_to_it(client, role, does):
    links = starting_points(first_screen(client, roles=[role]))
    assert list(links) == does
    assert {url: client.get(url, follow=True).status_code for url in links.values()} == dict.fromkeys(
        links.values(), 200
    )
    assert not any(
        client.get(url, follow=True).redirect_chain[-1:] == [("/admin/", 302)] for url in links.values()
    )


def test_a_section_that_was_taken_away_has_no_way_in(client):
    NewsIndexPage.objects.get().delete()
    assert "Tulis berita" not in starting_points(first_screen(client, roles=["Operator"]))


def test_help_is_our_own_lessons(client):
    html = first_screen(client, roles=["Operator"])
    assert "/pelatihan/" in html
    assert [word for word in ("guide.wagtail.org", "docs.wagtail.org", "Editor Guide") if word in html] == []
