"""The example village: complete, true to the rules, the same after a second run, and never mixed with a real one.

It stands on the top floor, since only there all of the example can be seen.
"""

import io
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from PIL import Image
from wagtail.models import Page, Revision

from home.models import ContentPage, NewsPage, VillageDocument, VillageImage, VillageSettings
from layanan.models import RegulationPage, ServiceGuidePage
from layanan.regulations.rules import GAZETTES
from pelatihan.courses.blocks import MAX_STEPS
from pelatihan.example.courses.buttons import BUTTONS
from pelatihan.models import CoursePage, Exercise, LessonPage, Quiz
from project.lib.fields import StreamField

PICTURES = Path(__file__).parents[3] / "pelatihan" / "example" / "pictures"
MAX_PICTURE = 35_000  # bytes
WIDTH = 720  # dots: a phone's width in CSS px, twice

# Each worker that runs one of these tests loads the example: one is enough.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("load_example")]


@pytest.fixture(scope="module")
def media(tmp_path_factory):
    return tmp_path_factory.mktemp("example-media")


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, media):
    """The example, loaded once for this module and rolled back after it."""
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        call_command("load_example")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def example(loaded, media, settings):
    settings.MEDIA_ROOT = media


def state() -> dict:
    """What a second run must leave as it is."""
    return {
        "pages": list(Page.objects.order_by("pk").values_list("pk", "url_path", "latest_revision")),
        "revisions": Revision.objects.count(),
        "images": list(VillageImage.objects.order_by("pk").values_list("pk", "file")),
        "quizzes": list(Quiz.objects.order_by("pk").values_list("pk", "bank__questions")),
        "exercises": list(Exercise.objects.order_by("pk").values_list("pk", "title")),
        "documents": list(VillageDocument.objects.order_by("pk").values_list("pk", "file")),
    }


def test_the_village_is_complete_and_says_that_it_is_an_example(example):
    village = VillageSettings.objects.get()
    assert (village.full_name, village.code, village.is_example) == (
        "Desa Tebing Tinggi Pemayung",
        "15.04.05.2001",
        True,
    )
    village.full_clean()
    counts = {
        model.__name__: model.objects.live().count()
        for model in (NewsPage, ServiceGuidePage, RegulationPage, CoursePage, LessonPage)
    }
    assert counts == {
        "NewsPage": 6,
        "ServiceGuidePage": 14,
        "RegulationPage": 12,
        "CoursePage": 18,
        "LessonPage": 20,
    }
    assert {lesson.get_parent().pk for lesson in LessonPage.objects.all()} == set(
        CoursePage.objects.values_list("pk", flat=True)
    )
    assert ContentPage.objects.filter(slug="profil", live=True).count() == 1


def test_a_second_run_changes_nothing(example, capsys):
    before = state()
    call_command("load_example")
    assert state() == before
    assert "nothing changed" in capsys.readouterr().out


def test_the_first_text_of_a_page_can_be_brought_back(example, admin_client):
    """The history offers a version only where a line of it names the revision."""
    without = []
    for page in Page.objects.filter(depth__gte=2, latest_revision__isnull=False).specific():
        first = page.latest_revision
        page.save_revision(log_action=True)
        address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])
        history = admin_client.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
        if address not in history.content.decode():
            without.append(page.url_path)
    assert Page.objects.filter(latest_revision__isnull=False).count() > 40
    assert without == []


def test_every_page_passes_the_rules_an_editor_would_meet(example):
    for page in Page.objects.filter(depth__gte=2).specific():
        page.full_clean()


def test_every_list_of_blocks_passes_the_rules_an_editor_would_meet(example):
    for page in Page.objects.filter(depth__gte=2).specific():
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(page, field.name))


def test_every_guide_has_all_that_must_be_published(example):
    lacking = {
        guide.slug: [
            part
            for part in (
                "intro",
                "requirements",
                "steps_office",
                "duration_text",
                "cost_text",
                "result",
                "place",
                "officer",
                "legal_basis",
                "everyday_words",
                "last_verified_on",
            )
            if not getattr(guide, part)
        ]
        for guide in ServiceGuidePage.objects.all()
    }
    assert {slug: parts for slug, parts in lacking.items() if parts} == {}


def test_regulations_have_their_pdf_and_dates_in_order(example):
    for page in RegulationPage.objects.select_related("document"):
        assert page.document.page_count >= 1, page.title
        assert page.document.file.open().read(5) == b"%PDF-"
        assert page.enacted_on.year == page.year
        assert (page.promulgated_on is not None) == (page.kind in GAZETTES), page.title


def test_what_one_regulation_changes_is_linked_and_shown_as_changed(example):
    changed = RegulationPage.objects.exclude(status="berlaku").get()
    relation = changed.relations_to_it.get()
    assert (changed.slug, changed.status) == ("perdes-1-2022", "diubah")
    assert (relation.kind, relation.page.slug) == ("mengubah", "perdes-2-2024")


def test_no_text_holds_what_looks_like_a_nik(example):
    for page in Page.objects.filter(depth__gte=2).specific():
        data = page.serializable_data() | {"path": ""}  # the place in the tree is digits too
        assert re.findall(r"(?<!\d)\d{16}(?!\d)", str(data)) == [], page.title


def test_every_step_of_a_lesson_has_one_action_a_picture_that_is_described_and_what_to_expect(example):
    for lesson in LessonPage.objects.all():
        assert 1 <= len(lesson.steps) <= MAX_STEPS
        for step in lesson.steps:
            assert step.value["title"], lesson.title
            assert step.value["expected"], f"{lesson.title}: {step.value['title']}"
            assert not step.value["picture"] or step.value["picture_alt"], step.value["title"]
    with_picture = sum(
        bool(step.value["picture"]) for lesson in LessonPage.objects.all() for step in lesson.steps
    )
    assert with_picture == len(list(PICTURES.glob("*.png")))


def test_pictures_of_lessons_are_light_and_as_wide_as_a_phone():
    """Narrower means blurred, wider means words too small to read on a phone."""
    assert [p.name for p in PICTURES.glob("*.png") if p.stat().st_size > MAX_PICTURE] == []
    assert {Image.open(p).width for p in PICTURES.glob("*.png")} == {WIDTH}


def test_pictures_of_lessons_are_shown_dot_for_dot(example):
    """Letters blurred by a photo's format are hard to read, and weigh more than exact ones."""
    pictures = [step.value["picture"] for lesson in LessonPage.objects.all() for step in lesson.steps]
    shown = [p.renditions.get(filter_spec="width-960|format-webp") for p in pictures if p]
    assert len(shown) > 20
    exactly = 0
    for rendition in shown:
        with rendition.image.file.open() as stored, rendition.file.open() as sent:
            exact, received = Image.open(stored), Image.open(sent)
            assert exact.format == "PNG"
            if received.convert("RGB").tobytes() == exact.convert("RGB").tobytes():
                exactly += 1
                continue
            # Where a crest or a photo comes into the picture, dot for dot would be heavier.
            lossless = io.BytesIO()
            exact.save(lossless, "WEBP", lossless=True)
            assert lossless.tell() > rendition.file.size, rendition.image.title
    assert exactly > 0.8 * len(shown)


@pytest.mark.parametrize(("said", "message"), BUTTONS.items())
def test_lessons_call_a_button_what_the_admin_calls_it(said, message):
    with translation.override("id"):
        shown = gettext(message) % {
            "task_name": "Persetujuan Penerbit",
            "workflow_name": "Persetujuan Penerbit",
            "label": gettext("Approve"),
        }
    assert shown == said
