"""Courses and their lessons: in order, step by step, and a step stays the same step when its words are corrected."""

import re
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from home.models import HomePage
from home.pages.blocks import ALT_MISSING
from pelatihan.courses.blocks import MAX_STEPS, LessonStepBlock
from pelatihan.models import CoursePage, LessonPage, TrainingIndexPage
from tests.factories.home import ImageFactory, UserFactory
from tests.factories.pelatihan import CourseFactory, LessonFactory

pytestmark = pytest.mark.django_db


def empty() -> dict:
    unchosen = {"picture": None, "audio": None, "mark": {}}
    return {name: unchosen.get(name, "") for name in LessonStepBlock().child_blocks}


def step(title="Buka situs desa", **fields) -> tuple[str, dict]:
    return "step", empty() | {"title": title} | fields


def cleaned(**fields):
    block = LessonStepBlock()
    return block.clean(block.to_python(empty() | {"title": "Buka halaman"} | fields))


def block_faults(**fields) -> dict[str, list[str]]:
    with pytest.raises(StructBlockValidationError) as fault:
        cleaned(**fields)
    return {name: error.messages for name, error in fault.value.block_errors.items()}


# The order of lessons.


@pytest.fixture
def course():
    course = CourseFactory(title="Kursus", audience="warga")
    for title, minutes in (("Satu", 5), ("Dua", 10), ("Tiga", 7)):
        LessonFactory(title=title, parent=course, minutes=minutes)
    return course


def lesson(client, slug) -> dict:
    response = client.get(f"/pelatihan/kursus/{slug}/")
    assert response.status_code == 200
    return response.context


def way(client) -> list[tuple]:
    """Each lesson as (number, previous, itself, next)."""
    found = []
    for slug in ("satu", "dua", "tiga"):
        context = lesson(client, slug)
        neighbours = [page and page.title for page in (context["previous"], context["page"], context["next"])]
        found.append((context["number"], *neighbours))
    return found


def test_lessons_lead_from_the_first_to_the_last_in_the_order_of_the_course(client, course):
    assert way(client) == [(1, None, "Satu", "Dua"), (2, "Satu", "Dua", "Tiga"), (3, "Dua", "Tiga", None)]


def test_a_lesson_moved_in_the_tree_moves_in_the_course(client, course):
    first, *_, last = LessonPage.objects.order_by("path")
    last.move(first, pos="left")
    assert [page.title for page in client.get("/pelatihan/kursus/").context["lessons"]] == [
        "Tiga",
        "Satu",
        "Dua",
    ]
    assert way(client) == [(2, "Tiga", "Satu", "Dua"), (3, "Satu", "Dua", None), (1, None, "Tiga", "Satu")]


def test_a_lesson_that_is_not_public_is_stepped_over(client, course):
    middle = LessonPage.objects.get(slug="dua")
    restriction = PageViewRestriction.objects.create(page=middle, restriction_type="login")
    assert (lesson(client, "satu")["next"].title, lesson(client, "tiga")["number"]) == ("Tiga", 2)
    restriction.delete()
    middle.unpublish()
    assert (lesson(client, "satu")["next"].title, lesson(client, "tiga")["previous"].title) == (
        "Tiga",
        "Satu",
    )


def test_lessons_of_another_course_are_no_neighbours(client, course):
    LessonFactory(title="Lain", parent=CourseFactory(title="Kursus lain"))
    assert lesson(client, "tiga")["next"] is None
    assert [page.title for page in lesson(client, "satu")["lessons"]] == ["Satu", "Dua", "Tiga"]


def test_a_course_says_how_many_lessons_and_minutes_it_has(client, course):
    LessonFactory(title="Rancangan", parent=course, minutes=60, live=False)
    context = client.get("/pelatihan/kursus/").context
    assert (len(context["lessons"]), context["minutes"]) == (3, 22)
    assert "sekitar 22 menit" in client.get("/pelatihan/kursus/").content.decode()


def test_courses_are_listed_by_whom_they_are_for_residents_first(client, course):
    CourseFactory(title="Untuk staf", audience="perangkat")
    CourseFactory(title="Warga lagi", audience="warga")
    CourseFactory(title="Rancangan", audience="warga", live=False)
    groups = client.get("/pelatihan/").context["groups"]
    assert [
        (group["label"], [(c["course"].title, len(c["lessons"]), c["minutes"]) for c in group["courses"]])
        for group in groups
    ] == [
        ("Untuk warga", [("Kursus", 3, 22), ("Warga lagi", 0, 0)]),
        ("Untuk perangkat desa", [("Untuk staf", 0, 0)]),
    ]


def test_without_courses_or_lessons_there_are_words(client):
    assert "Belum ada kursus." in client.get("/pelatihan/").content.decode()
    CourseFactory(title="Kursus")
    assert "Kursus ini belum berisi pelajaran." in client.get("/pelatihan/kursus/").content.decode()


def test_lessons_stand_in_courses_and_courses_below_the_one_list():
    assert LessonPage.allowed_parent_page_models() == [CoursePage]
    assert CoursePage.allowed_parent_page_models() == [TrainingIndexPage]
    assert TrainingIndexPage.allowed_parent_page_models() == [HomePage]


# What a lesson is.


@pytest.mark.parametrize(("minutes", "good"), [(1, True), (120, True), (0, False), (121, False), (-1, False)])
def test_a_lesson_takes_between_one_minute_and_two_hours(minutes, good):
    page = LessonFactory()
    page.minutes = minutes
    if good:
        page.full_clean()
        page.save()
        return
    with pytest.raises(ValidationError):
        page.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        LessonPage.objects.update(minutes=minutes)


@pytest.mark.parametrize(
    ("count", "good"), [(0, False), (1, True), (MAX_STEPS, True), (MAX_STEPS + 1, False)]
)
def test_a_lesson_has_at_least_one_step_and_at_most_eight(count, good):
    page = LessonFactory(steps=[step()] * count)
    block = page.steps.stream_block
    assert MAX_STEPS == 8
    if good:
        block.clean(page.steps)
        return
    with pytest.raises(ValidationError):
        block.clean(page.steps)


def test_the_page_shows_each_step_with_all_it_has(client):
    image = ImageFactory()
    LessonFactory(
        title="Satu",
        parent=CourseFactory(title="Kursus"),
        goal="Menemukan syarat KK",
        minutes=12,
        steps=[
            step(
                "Buka beranda",
                text="<p>Tulis <b>alamatnya</b>.</p>",
                picture=image,
                picture_alt="Layar ponsel",
                expected="Beranda terlihat.",
                tip="Simpan alamatnya.",
                link_label="Ke layanan",
                link_url="/layanan/",
            ),
            step("Cari layanan"),
        ],
    )
    content = client.get("/pelatihan/kursus/satu/").content.decode().partition("<main")[2]
    for words in (
        "Menemukan syarat KK",
        "2 langkah",
        "sekitar 12 menit",
        "<b>alamatnya</b>",
        'alt="Layar ponsel"',
        "Yang seharusnya terlihat",
        "Beranda terlihat.",
        "Simpan alamatnya.",
        '<a class="tap" href="/layanan/">Ke layanan</a>',
        "Cari layanan",
        "<svg",
    ):
        assert words in content, words
    assert content.count("Yang seharusnya terlihat") == 1, "a step without it says nothing of it"


def test_a_visitor_s_progress_stays_on_the_device(client, course):
    response = client.get("/pelatihan/kursus/satu/")
    content = response.content.decode()
    assert (dict(response.cookies), "<form" in content.partition("<main")[2].partition("</main>")[0]) == (
        {},
        False,
    )
    assert f'data-lesson="{LessonPage.objects.get(slug="satu").pk}"' in content


# Links and pictures of a step.


@pytest.mark.parametrize("url", ["/", "/layanan/", "/layanan/kartu-keluarga/?cetak=1#langkah-2", "/admin/"])
def test_a_step_links_to_a_page_of_this_site(url):
    assert cleaned(link_label="Buka", link_url=url)["link_url"] == url


@pytest.mark.parametrize(
    "url",
    [
        "https://contoh.example/",
        "//contoh.example/",
        "/\\contoh.example/",
        "\\\\contoh.example",
        "javascript:alert(1)",
        "layanan/",
        "/\t/contoh.example/",  # browsers drop tabs and line ends: this is //contoh.example/
        "/\n/contoh.example/",
        "/layanan kami/",
        "/\x01/contoh.example/",  # likewise: control characters are taken out of all that is typed
    ],
)
def test_a_step_links_nowhere_else(url):
    assert block_faults(link_label="Buka", link_url=url) == {
        "link_url": ["Tulis alamat di situs ini yang diawali garis miring, misalnya /layanan/."]
    }


@pytest.mark.parametrize("fields", [{"link_label": "Buka"}, {"link_url": "/layanan/"}])
def test_a_link_has_words_and_an_address_or_neither(fields):
    assert block_faults(**fields) == {
        "link_url": ["Tautan perlu tulisan dan alamat, atau kosongkan keduanya."]
    }
    assert cleaned()["link_url"] == ""


def test_a_picture_has_words_for_those_who_do_not_see_it():
    image = ImageFactory(description="")
    assert block_faults(picture=image.pk) == {"picture_alt": [ALT_MISSING]}
    assert cleaned(picture=image.pk, picture_alt="Layar ponsel")["picture"] == image
    described = ImageFactory(description="Layar ponsel")
    assert cleaned(picture=described.pk)["picture"] == described


def test_what_a_picture_shows_is_taken_from_where_it_was_uploaded(client):
    image = ImageFactory(description="Layar ponsel dengan kotak cari")
    lesson = LessonFactory(steps=[step(picture=image)])
    assert 'alt="Layar ponsel dengan kotak cari"' in client.get(lesson.url).content.decode()


def test_a_step_names_its_one_action():
    assert list(block_faults(title="")) == ["title"]
    assert list(block_faults(title="x" * 101)) == ["title"]


def test_every_fault_of_a_step_is_said_at_once():
    faults = block_faults(
        picture=ImageFactory(description="").pk, link_label="Buka", link_url="https://contoh.example/"
    )
    assert set(faults) == {"picture_alt", "link_url"}


# The identity of a step.


def ids(page) -> list[tuple[str, str]]:
    page = LessonPage.objects.get(pk=page.pk)
    return [(block.id, block.value["title"]) for block in page.steps]


def shown_ids(client, page) -> list[str]:
    return re.findall(r'data-step="([^"]+)"', client.get(page.url).content.decode())


def edit(client, page, steps):
    """Sends the editor's form with these steps, each (id, title, deleted), in this order."""
    client.force_login(UserFactory(roles=["Penerbit"]))
    stream = {"count": str(len(steps))}
    for position, (identity, title, deleted) in enumerate(steps):
        stream[str(position)] = {
            "id": identity,
            "type": "step",
            "order": str(position),
            "deleted": "1" if deleted else "",
            "value": {
                "title": title,
                "text": rich_text(""),
                "picture": "",
                "picture_alt": "",
                "expected": "",
                "tip": "",
                "link_label": "",
                "link_url": "",
            },
        }
    data = {
        "title": page.title,
        "intro": page.intro,
        "goal": "",
        "minutes": "10",
        "steps": stream,
        "last_verified_on": "",
        "last_verified_by": "",
        "slug": page.slug,
        "search_description": "",
        "social_image": "",
        "comments": inline_formset([]),
        "action-publish": "1",
    }
    data["questions-count"] = "0"
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(data))
    assert response.status_code == 302, response.context["form"].errors
    client.logout()


@pytest.fixture
def page():
    return LessonFactory(
        title="Satu", parent=CourseFactory(title="Kursus"), steps=[step("A"), step("B"), step("C")]
    )


def test_every_step_has_an_identity_of_its_own_which_the_page_shows(client, page):
    found = [identity for identity, _ in ids(page)]
    assert len({uuid.UUID(identity) for identity in found}) == 3
    assert shown_ids(client, page) == found


def test_a_step_stays_itself_when_its_words_are_corrected(client, page):
    (a, _), (b, _), (c, _) = ids(page)
    edit(client, page, [(a, "A diperbaiki", False), (b, "B", False), (c, "C", False)])
    assert ids(page) == [(a, "A diperbaiki"), (b, "B"), (c, "C")]
    assert shown_ids(client, page) == [a, b, c]


def test_steps_keep_themselves_when_they_change_places(client, page):
    (a, _), (b, _), (c, _) = ids(page)
    edit(client, page, [(c, "C", False), (a, "A", False), (b, "B", False)])
    assert ids(page) == [(c, "C"), (a, "A"), (b, "B")]


def test_a_new_step_is_new_and_a_removed_one_gone_while_the_others_stay(client, page):
    (a, _), (b, _), (c, _) = ids(page)
    edit(client, page, [(a, "A", False), ("", "Baru", False), (b, "B", True), (c, "C", False)])
    found = ids(page)
    assert [title for _, title in found] == ["A", "Baru", "C"]
    assert (found[0][0], found[2][0]) == (a, c)
    assert found[1][0] not in {a, b, c}


def test_a_step_stays_itself_through_a_draft_and_its_publication(client, page):
    before = ids(page)
    draft = LessonPage.objects.get(pk=page.pk)
    draft.title = "Judul baru"
    draft.save_revision().publish()
    assert ids(page) == before
