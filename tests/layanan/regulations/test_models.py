"""A kind, number and year stand once among what is published, at every door that leads there."""

from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Workflow

from layanan.models import RegulationIndexPage, RegulationPage
from tests.corpus import docx
from tests.factories.home import DocumentFactory, UserFactory, VillageFactory
from tests.factories.layanan import RegulationFactory
from tests.layanan.regulations.editor import edit_url, form_data

pytestmark = pytest.mark.django_db

CLASH = "sudah dipakai oleh"


def draft(**fields):
    """A page that is not live, as the editor leaves it, with its draft revision."""
    page = RegulationFactory(live=False, **fields)
    page.save_revision(clean=False)
    return page


def unsafe_insert(**fields):
    """A second official row, past every check in Python."""
    page = RegulationFactory(live=False, **fields)
    RegulationPage.objects.filter(pk=page.pk).update(official=True)


def test_the_database_itself_refuses_a_second_official_number():
    RegulationFactory(number="3", year=2024)
    unsafe_insert(number="3", year=2025)
    with pytest.raises(IntegrityError), transaction.atomic():
        RegulationPage.objects.filter(year=2025).update(year=2024)


def test_the_same_number_may_stand_for_another_kind_or_year():
    RegulationFactory(number="3", year=2024)
    RegulationFactory(number="3", year=2023)
    RegulationFactory(number="3", year=2024, kind="perkades")
    assert RegulationPage.objects.filter(official=True).count() == 3


def test_two_drafts_may_share_a_number_until_one_is_published():
    first, second = draft(number="7"), draft(number="7")
    first.get_latest_revision().publish()
    with pytest.raises(ValidationError, match=CLASH):
        second.get_latest_revision().publish()
    assert RegulationPage.objects.get(pk=second.pk).live is False


def test_unpublishing_frees_the_number():
    first = RegulationFactory(number="7")
    first.unpublish()
    assert RegulationFactory(number="7").official is True


def test_title_and_address_follow_from_the_number():
    VillageFactory()
    page = RegulationFactory(number="3", year=2024, subject="Pengelolaan Sampah")
    assert (page.title, page.slug) == (
        "Peraturan Desa Tebing Tinggi Nomor 3 Tahun 2024 tentang Pengelolaan Sampah",
        "perdes-3-2024",
    )


def test_the_address_follows_the_number_until_it_is_published_and_then_stays():
    page = draft(number=None, year=2024)
    assert page.slug == "perdes-pengelolaan-sampah"
    page.number = "7"
    page.save_revision().publish()
    assert RegulationPage.objects.get(pk=page.pk).slug == "perdes-7-2024"
    page = RegulationPage.objects.get(pk=page.pk)
    page.number = "8"
    page.save_revision().publish()
    assert RegulationPage.objects.get(pk=page.pk).slug == "perdes-7-2024"


def test_a_clerk_types_no_title_and_no_address(publisher):
    parent = RegulationIndexPage.objects.get()
    url = reverse("wagtailadmin_pages:add", args=["layanan", "regulationpage", parent.pk])
    blank = RegulationPage(
        kind="perdes", number="7", year=2024, subject="Irigasi", enacted_on=date(2024, 3, 1)
    )
    response = publisher.post(url, form_data(blank, **{"action-publish": "1"}))
    assert response.status_code == 302
    assert RegulationPage.objects.get().url == "/regulasi/perdes-7-2024/"


def test_typing_a_number_that_is_taken_says_so_beside_the_field_and_keeps_what_was_typed(publisher):
    RegulationFactory(number="3")
    page = draft(number="9")
    data = form_data(page, number="3", subject="Judul yang baru diketik", **{"action-publish": "1"})
    response = publisher.post(edit_url(page), data)
    assert response.status_code == 200
    assert CLASH in response.context["form"].errors["number"][0]
    assert "Judul yang baru diketik" in response.content.decode()
    assert RegulationPage.objects.get(pk=page.pk).live is False


def copy_data(**changes):
    parent = RegulationIndexPage.objects.get()
    return {"new_title": "Salinan", "new_slug": "salinan", "new_parent_page": parent.pk} | changes


def test_a_copy_leaves_number_and_year_to_be_filled_in(publisher):
    page = RegulationFactory(number="3", year=2024)
    response = publisher.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), copy_data())
    assert response.status_code == 302
    copy = RegulationPage.objects.exclude(pk=page.pk).get()
    assert (copy.number, copy.year, copy.live, copy.official) == (None, None, False, False)


def test_a_copy_cannot_be_published_before_it_has_a_number(publisher):
    page = RegulationFactory(number="3", year=2024)
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    response = publisher.post(url, copy_data(publish_copies="on"), follow=True)
    assert response.status_code == 200
    assert "Isi nomornya sebelum menerbitkan." in response.content.decode()
    assert list(RegulationPage.objects.values_list("pk", flat=True)) == [page.pk]


def test_approving_a_number_that_was_taken_meanwhile_is_refused_in_words(publisher, django_user_model):
    page = draft(number="5")
    workflow = Workflow.objects.get()
    state = workflow.start(page, UserFactory(roles=["Operator"]))
    RegulationFactory(number="5")
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk]
    )
    response = publisher.post(url, {"comment": ""}, follow=True)
    assert response.status_code == 200
    assert CLASH in response.content.decode()
    state.refresh_from_db()
    assert (state.status, RegulationPage.objects.get(pk=page.pk).live) == ("in_progress", False)


def test_the_approval_dialogue_gets_an_answer_it_understands(publisher):
    page = draft(number="5")
    state = Workflow.objects.get().start(page, UserFactory(roles=["Operator"]))
    RegulationFactory(number="5")
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk]
    )
    response = publisher.post(url, {"comment": ""}, headers={"X-Requested-With": "XMLHttpRequest"})
    assert (response.status_code, response.json()["step"]) == (200, "success")


def test_scheduling_a_number_that_another_page_is_scheduled_for_is_refused(publisher):
    soon = timezone.now() + timedelta(days=1)
    first = draft(number="5", go_live_at=soon)
    first.get_latest_revision().publish()
    page = draft(number="9")
    response = publisher.post(edit_url(page), form_data(page, number="5", **{"action-publish": "1"}))
    assert CLASH in response.context["form"].errors["number"][0]


def test_approving_for_a_later_date_meets_the_same_rule(publisher):
    soon = timezone.now() + timedelta(days=1)
    page = draft(number="5", go_live_at=soon)
    state = Workflow.objects.get().start(page, UserFactory(roles=["Operator"]))
    RegulationFactory(number="5")
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk]
    )
    response = publisher.post(url, {"comment": ""}, follow=True)
    assert CLASH in response.content.decode()
    state.refresh_from_db()
    assert (state.status, page.get_latest_revision().approved_go_live_at) == ("in_progress", None)


def test_a_clash_on_the_schedule_does_not_stop_the_other_pages(capsys):
    soon = timezone.now() + timedelta(hours=1)
    clashing = draft(number="5", go_live_at=soon)
    clashing.get_latest_revision().publish()
    fine = draft(number="6", go_live_at=soon)
    fine.get_latest_revision().publish()
    # Past all checks, as an import or a race of two people might:
    unsafe_insert(number="5")
    for page in (clashing, fine):
        page.latest_revision.refresh_from_db()
    past = timezone.now() - timedelta(minutes=1)
    for page in (clashing, fine):
        revision = page.get_latest_revision()
        revision.content = revision.content | {"go_live_at": past.isoformat()}
        revision.approved_go_live_at = past
        revision.save()
    call_command("publish_scheduled")
    assert RegulationPage.objects.get(pk=clashing.pk).live is False
    assert RegulationPage.objects.get(pk=fine.pk).live is True
    assert PageLogEntry.objects.filter(page=clashing.pk, action="home.publish.refused").count() == 1
    assert RegulationPage.objects.get(pk=clashing.pk).get_latest_revision().approved_go_live_at is None


def test_dates_that_cannot_be_true_are_refused():
    page = RegulationFactory.build(title="", slug="x", year=2024, enacted_on=date(2023, 1, 1))
    with pytest.raises(ValidationError) as fault:
        page.clean()
    assert list(fault.value.message_dict) == ["enacted_on"]


def test_unpublishing_several_pages_at_once_frees_their_numbers(publisher):
    """Wagtail then handles the general page, past the regulation's own save()."""
    page = RegulationFactory(number="7")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    publisher.post(f"{url}?id={page.pk}", {})
    assert RegulationPage.objects.values_list("live", "official").get() == (False, False)
    assert RegulationFactory(number="7").official is True


def test_a_regulation_can_be_shared_and_leads_back_to_the_list(client):
    page = RegulationFactory(number="4", year=2025, subject="APB Desa", plain_summary="Uang & belanja.")
    response = client.get(page.url)
    content = response.content.decode()
    message = unquote(response.context["share_url"].removeprefix("https://wa.me/?text="))
    assert message == f"*{page.title}*\nUang & belanja.\n\nSelengkapnya: {page.canonical_url}"
    assert f'href="{response.context["share_url"]}"' in content
    assert f'aria-label="Lainnya"><a href="{page.get_parent().url}">' in content


def test_a_text_that_is_no_pdf_is_refused_in_words_and_may_wait_in_a_draft():
    page = RegulationFactory.build(
        document=DocumentFactory(title="Naskah", file=ContentFile(docx(), "naskah.docx"))
    )
    with pytest.raises(ValidationError) as caught:
        page.clean()
    assert caught.value.message_dict["document"][0].startswith("“Naskah” bukan PDF.")
    page.document = DocumentFactory()
    page.clean()


def test_number_and_subject_are_kept_as_the_law_writes_them_however_they_were_typed():
    page = RegulationFactory(number="Nomor 08", year=2025, subject="  Tentang  Pengelolaan   Sampah. ")
    assert (page.number, page.subject, page.slug) == ("8", "Pengelolaan Sampah", "perdes-8-2025")
    assert "Nomor 8 Tahun 2025 tentang Pengelolaan Sampah" in page.title


@pytest.mark.parametrize("name", ["subject", "brief", "register_note", "plain_summary", "signatory"])
def test_no_text_of_it_holds_a_nik(name):
    page = RegulationFactory.build(**{name: "Siti, 1504052101900001"})

    with pytest.raises(ValidationError) as refused:
        page.clean()
    assert "1504********0001" in refused.value.message_dict[name][0]
