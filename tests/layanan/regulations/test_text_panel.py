"""The editor sees how a pasted text is read before it is published, and what cannot be kept is refused in words."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from layanan.models import RegulationIndexPage, RegulationPage
from layanan.regulations.text_panel import MAX_TEXT, outline
from tests.factories.home import ContentPageFactory, UserFactory
from tests.factories.layanan import RegulationFactory
from tests.layanan.regulations.editor import edit_url, form_data

pytestmark = pytest.mark.django_db

TEXT = "BAB I\nUMUM\nPasal 1\n(1) Satu.\n(2) Dua.\nPasal 3\nTiga."
GAP = "Sesudah Pasal 1 langsung Pasal 3. Periksa apakah ada yang terlewat."
NIK = "1504052101900001"  # of nobody


def split(client, page, text):
    return client.post(reverse("regulation_text_split", args=[page.pk]), {"text": text})


def readable(response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (TEXT, "2 Pasal dalam 1 BAB"),
        ("Pasal 1\nIsi.", "1 Pasal"),
        ("MEMUTUSKAN:\nKESATU : Isi.\nKEDUA : Isi.", "2 diktum"),
        (
            "Pasal 1\nIsi.\nPENJELASAN\nPasal 1\nCukup jelas.\nLAMPIRAN I\nTabel.\nLAMPIRAN II\nPeta.",
            "1 Pasal, dengan penjelasan dan 2 lampiran",
        ),
    ],
)
def test_the_outline_counts_what_was_found(text, summary):
    assert outline(text)["summary"] == summary


def test_what_is_typed_is_shown_divided_and_kept_nowhere(publisher):
    page = RegulationFactory(text="")
    answer = readable(split(publisher, page, TEXT))
    assert "2 Pasal dalam 1 BAB." in answer
    assert GAP in answer
    assert "Pasal 1 Satu. (2 ayat)" in answer
    assert RegulationPage.objects.get().text == ""


def test_a_new_regulation_is_shown_before_it_is_saved(publisher):
    assert "1 Pasal." in readable(split(publisher, RegulationIndexPage.objects.get(), "Pasal 1\nIsi."))


def test_only_who_may_edit_the_page_may_ask(client):
    page = RegulationFactory()
    assert split(client, page, TEXT).status_code == 302
    client.force_login(UserFactory(roles=["Petugas Aspirasi"]))
    assert split(client, page, TEXT).status_code in (302, 403)
    guest = UserFactory()
    guest.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(guest)
    for asked in (page, RegulationIndexPage.objects.get()):
        assert split(client, asked, TEXT).status_code in (302, 403)
    client.force_login(UserFactory(roles=["Operator"]))
    assert split(client, page, TEXT).status_code == 200
    assert split(client, ContentPageFactory(), TEXT).status_code == 404


def test_without_the_token_of_its_form_nothing_is_answered():
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(roles=["Penerbit"]))
    assert split(client, RegulationFactory(), TEXT).status_code == 403


def test_the_form_shows_how_the_saved_text_is_read(publisher):
    page = RegulationFactory(text=TEXT)
    page.save_revision()
    form = publisher.get(edit_url(page)).content.decode()
    assert GAP in form
    assert f'data-law-split="{reverse("regulation_text_split", args=[page.pk])}"' in form


def test_a_browser_does_not_cut_what_is_pasted(publisher):
    field = re.search(
        r'<textarea[^>]*name="text"[^>]*>', publisher.get(edit_url(RegulationFactory())).content.decode()
    )
    assert "maxlength" not in field.group()


def long(letters: int) -> str:
    return "kata " * (letters // 5)


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Pasal 1\nIsi.\nKetua {NIK}.", "Di baris 3 ada yang tampak seperti NIK (1504********0001)."),
        (long(MAX_TEXT + 5), "Naskah ini 400.004 huruf; paling banyak 400.000."),
    ],
)
def test_what_cannot_be_kept_is_refused_beside_the_field_and_not_lost(publisher, action, text, words):
    page = RegulationFactory(text="Pasal 1\nLama.")
    response = publisher.post(edit_url(page), form_data(page, text=text, **action))
    assert response.status_code == 200
    assert [error for error in response.context["form"].errors["text"] if error.startswith(words)]
    assert len(response.context["form"].errors["text"]) == 1
    assert response.context["form"]["text"].value() == text
    assert RegulationPage.objects.get().get_latest_revision_as_object().text == "Pasal 1\nLama."


def test_the_longest_text_is_kept(publisher):
    page = RegulationFactory(text="")
    publisher.post(edit_url(page), form_data(page, text=long(MAX_TEXT), **{"action-publish": "1"}))
    assert len(RegulationPage.objects.get().text) == MAX_TEXT - 1  # the form leaves no space at its end


def test_no_other_door_lets_a_nik_in():
    page = RegulationFactory(text="")
    page.text = f"Ketua: {NIK[:6]}.{NIK[6:12]}.{NIK[12:]}"
    with pytest.raises(ValidationError, match="tampak seperti NIK"):
        page.full_clean()


def test_a_text_is_kept_without_controls_and_in_one_form(publisher):
    page = RegulationFactory(text="")
    publisher.post(
        edit_url(page), form_data(page, text="Pasal\x001\x0cCafe\u0301.", **{"action-publish": "1"})
    )
    assert RegulationPage.objects.get().text == "Pasal1\nCaf\u00e9."


@pytest.mark.parametrize("text", ["", "   ", "\x00", "<script>alert(1)</script>", long(MAX_TEXT + 5), NIK])
def test_no_text_is_a_fault_of_the_preview(publisher, text):
    response = split(publisher, RegulationFactory(), text)
    assert response.status_code == 200
    assert b"<script>" not in response.content


def test_between_two_revisions_the_lines_that_differ_are_shown(publisher):
    lines = [f"Pasal {number}\nIsi pasal {number}." for number in range(1, 200)]
    page = RegulationFactory(text="\n".join(lines))
    first = page.save_revision()
    lines[99] = "Pasal 100\nIsi yang diubah."
    page.text = "\n".join(lines)
    second = page.save_revision()
    url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, second.pk])
    html = publisher.get(url).content.decode()
    assert (
        'Pasal 100<br><span class="deletion">Isi pasal 100.</span><br>'
        '<span class="addition">Isi yang diubah.</span><br>Pasal 101'
    ) in html
    assert "Isi pasal 50." not in html


def test_two_revisions_of_very_many_lines_are_not_compared(publisher):
    page = RegulationFactory(text="\n".join(map(str, range(10_000))))
    first = page.save_revision()
    page.text = "\n".join(map(str, range(9_000)))
    second = page.save_revision()
    url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, second.pk])
    assert "10.000 baris menjadi 9.000 baris; terlalu panjang" in publisher.get(url).content.decode()
