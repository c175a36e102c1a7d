"""The office keeps its synonyms in the Wagtail admin, under words it understands."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import ModelLogEntry

from home.models import MissedSearch, Synonym
from project.lib.localdates import today
from project.lib.words import strip_html
from tests.factories.home import ContentPageFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client):
    user = UserFactory()
    user.user_permissions.add(
        Permission.objects.get(codename="access_admin"),
        *Permission.objects.filter(content_type__app_label="home", content_type__model="synonym"),
    )
    client.force_login(user)
    return client


def test_a_clerk_adds_changes_and_deletes_a_group(clerk):
    clerk.post(reverse("kata-pencarian:add"), {"words": "SKTM; surat miskin"})
    group = Synonym.objects.get()
    assert group.words == "SKTM, surat miskin"
    clerk.post(reverse("kata-pencarian:edit", args=[group.pk]), {"words": "SKTM, surat miskin, gakin"})
    group.refresh_from_db()
    assert group.words == "SKTM, surat miskin, gakin"
    assert "SKTM, surat miskin, gakin" in clerk.get(reverse("kata-pencarian:index")).content.decode()
    clerk.post(reverse("kata-pencarian:delete", args=[group.pk]))
    assert not Synonym.objects.exists()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("SKTM", "sedikitnya dua kata"),
        ("", "harus diisi"),
        ("A, B", "Kelompok kata ini sudah ada"),
        ("kata, " + "x" * 600, "500"),
    ],
)
def test_a_refusal_stands_by_the_field_and_nothing_typed_is_lost(clerk, typed, reason):
    Synonym.objects.create(words="A, B")
    response = clerk.post(reverse("kata-pencarian:add"), {"words": typed})
    assert response.status_code == 200
    content = response.content.decode()
    assert reason in content
    assert typed in content
    assert Synonym.objects.count() == 1


def test_the_admin_menu_names_it(clerk):
    content = clerk.get(reverse("wagtailadmin_home")).content.decode()
    assert "Kata pencarian" in content


def test_without_the_right_there_is_no_way_in(client):
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("kata-pencarian:index")).status_code == 302
    client.post(reverse("kata-pencarian:add"), {"words": "A, B"})
    assert not Synonym.objects.exists()


# What was searched for in vain.


@pytest.fixture(params=["Operator", "Penerbit"])
def staff(request, client):
    client.force_login(UserFactory(roles=[request.param]))
    return client


def missed(query, count=2):
    return MissedSearch.objects.create(query=query, count=count, day=today())


def listed(client) -> str:
    return client.get(reverse("kata-pencarian:misses")).content.decode().partition("nice-padding")[2]


def test_the_report_stands_under_reports(staff):
    assert reverse("kata-pencarian:misses") == "/admin/kata-pencarian/tanpa-hasil/"
    menu = staff.get(reverse("wagtailadmin_home")).content.decode()
    assert "/admin/kata-pencarian/tanpa-hasil/" in menu
    assert "Belum ada." in listed(staff)


def test_the_report_names_word_number_and_day(staff):
    MissedSearch.objects.create(query="<b>wifi", count=3, day=date(2026, 11, 2))
    missed("budi santoso", count=1)
    content = listed(staff)
    for words in ("&lt;b&gt;wifi", "3 kali", "2 November 2026"):
        assert words in content
    assert "budi" not in content


def test_one_choice_makes_a_word_find_the_pages_of_a_group(staff):
    ContentPageFactory(title="Internet di balai desa")
    group = Synonym.objects.create(words="internet, jaringan")
    missed("wifi")
    content = listed(staff)
    assert f'<option value="{group.pk}">internet, jaringan</option>' in content
    answer = staff.post(reverse("kata-pencarian:adopt"), {"kata": "wifi", "kelompok": group.pk}, follow=True)
    group.refresh_from_db()
    assert group.words == "internet, jaringan, wifi"
    assert answer.redirect_chain == [(reverse("kata-pencarian:misses"), 302)]
    assert "“wifi” sekarang menemukan halaman" in answer.content.decode()
    assert "Belum ada." in answer.content.decode()
    assert not MissedSearch.objects.exists()
    assert "Internet di balai desa" in strip_html(
        staff.get("/cari/", {"q": "wifi"}).content.decode().partition("<main")[2]
    )


def test_a_word_whose_group_has_no_page_stays_and_says_why(staff):
    group = Synonym.objects.create(words="internet, jaringan")
    missed("wifi")
    answer = staff.post(reverse("kata-pencarian:adopt"), {"kata": "wifi", "kelompok": group.pk}, follow=True)
    content = answer.content.decode()
    assert "belum ada halaman yang memuat" in content
    assert "Sudah ada di kelompok “internet, jaringan, wifi”" in content
    assert "<option" not in content


@pytest.mark.parametrize(
    ("word", "group", "reason"),
    [
        ("wifi", "", "Pilih dulu kelompok"),
        ("wifi", "0", "Pilih dulu kelompok"),
        ("wifi", "x", "Pilih dulu kelompok"),
        ("wifi", "9" * 30, "Pilih dulu kelompok"),
        ("wifi", "full", "Paling banyak 20 kata"),
    ],
)
def test_what_cannot_be_added_is_said_and_changes_nothing(staff, word, group, reason):
    full = Synonym.objects.create(words=", ".join(f"kata{number}" for number in range(20)))
    data = {"kata": word, "kelompok": full.pk if group == "full" else group}
    answer = staff.post(reverse("kata-pencarian:adopt"), data, follow=True)
    assert reason in answer.content.decode()
    full.refresh_from_db()
    assert "wifi" not in full.words


def test_one_click_opens_the_form_of_a_new_group_with_the_word_in_it(staff):
    missed("wifi gratis")
    address = reverse("kata-pencarian:add") + "?kata=wifi%20gratis"
    assert f'href="{address}"' in listed(staff)
    assert "wifi gratis, </textarea>" in staff.get(address).content.decode()
    assert "<textarea" in staff.get(reverse("kata-pencarian:add")).content.decode()


def test_what_is_added_is_kept_in_the_history(staff):
    group = Synonym.objects.create(words="internet, jaringan")
    staff.post(reverse("kata-pencarian:adopt"), {"kata": "wifi", "kelompok": group.pk})
    entry = ModelLogEntry.objects.get(action="wagtail.edit")
    assert (entry.object_id, entry.label) == (str(group.pk), "internet, jaringan, wifi")
