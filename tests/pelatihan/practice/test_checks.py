"""Each check of the catalogue: the right work passes, each wrong way gets its own sentence.

All work is done by posting the admin's own forms, as the trainee (learning.md §3.4 names the wrong ways).
"""

import datetime as dt
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Page

from home.models import ContentPage
from pelatihan.practice import rooms, runs
from pelatihan.practice.checks.catalogue import CHECKS
from pelatihan.practice.checks.versions import GOOD
from project.lib.rupiah import format_rupiah
from tests.factories.home import DocumentFactory, ImageFactory, NewsPageFactory, UserFactory
from tests.factories.pelatihan import ExerciseFactory, ParticipantFactory, practice_room
from tests.pelatihan.practice.office import (
    TWO,
    Office,
    documents_block,
    image_block,
    moment,
    rich_text,
    table_block,
)

pytestmark = pytest.mark.django_db

SHEET = {
    "kind": "perdes",
    "number": "3",
    "enacted_on": dt.date(2026, 2, 2),
    "promulgated_on": dt.date(2026, 2, 3),
}


@pytest.fixture
def room():
    return practice_room(name="Siti")


@pytest.fixture
def siti(client, room):
    client.force_login(room.participant.user)
    return Office(client, room)


def begin(siti, *asks):
    exercise = ExerciseFactory(asks=asks)
    return runs.begin(exercise, siti.room.participant)


def said(attempt, **answers) -> tuple[bool, str]:
    """What the first check that is not right says; whether all are."""
    findings = runs.check(attempt, answers)
    wrong = next((finding for finding in findings if not finding.ok), findings[-1])
    return all(finding.ok for finding in findings), wrong.words


def passes(attempt, result="mandiri", **answers) -> None:
    assert said(attempt, **answers)[0], said(attempt, **answers)
    assert attempt.result == result


def fails(attempt, *words, **answers) -> None:
    ok, sentence = said(attempt, **answers)
    assert not ok
    assert [word for word in words if word not in sentence] == [], sentence
    assert attempt.passed_at is None


def other(client, *roles) -> Office:
    """Somebody else of the office at the same folder."""
    client.force_login(UserFactory(roles=roles))
    return client


# News


def test_news_that_was_written_and_published_passes(siti):
    attempt = begin(siti, "berita")
    page = siti.news()
    passes(attempt)
    assert attempt.evidence["pemeriksaan"][0] | {"revisi": 0} == {
        "halaman": page.pk,
        "judul": page.title,
        "revisi": 0,
        "kata": f"“{page.title}” sudah benar dan sudah terbit.",
    }


def test_without_news_it_says_where_to_begin(siti):
    fails(begin(siti, "berita"), "Belum ada berita")


def test_a_draft_is_not_yet_public(siti):
    attempt = begin(siti, "berita")
    siti.news(publish=False)
    fails(attempt, "masih draf", "Terbitkan")


@pytest.mark.parametrize("alias", [False, True])
def test_a_copy_is_not_ones_own_writing(siti, alias):
    page = siti.news()
    attempt = begin(siti, "berita")
    siti.copy(page, alias=alias)
    fails(attempt, "cermin" if alias else "salinan")


def test_what_was_there_before_does_not_count(siti):
    siti.news()
    fails(begin(siti, "berita"), "sebelum latihan ini dimulai")


def test_published_by_the_publisher_it_is_passed_with_help(client, siti):
    attempt = begin(siti, "berita")
    page = siti.news(publish=False)
    siti.client = other(client, "Penerbit")
    siti.edit(page)
    passes(attempt, "dibantu")


def test_made_by_somebody_else_it_is_not_ones_own(client, siti):
    attempt = begin(siti, "berita")
    siti.client = other(client, "Penerbit")
    siti.news()
    fails(attempt, "dibuat oleh orang lain")


def test_put_on_the_schedule_it_is_not_yet_public(siti):
    attempt = begin(siti, "berita")
    siti.news(go_live_at=moment(timezone.now() + dt.timedelta(days=3)))
    fails(attempt, "dijadwalkan")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": "Judul"}, "belum bercerita"),
        ({"title": "Test test test test"}, "belum bercerita"),
        ({"title": "Gotong royong " * 8}, "Pendekkan"),
        ({"texts": TWO[:1]}, "1 alinea"),
    ],
)
def test_a_text_that_says_too_little_is_told_what_is_missing(siti, changes, words):
    attempt = begin(siti, "berita")
    siti.news(**changes)
    fails(attempt, words)


def test_a_spelling_mistake_is_no_fault(siti):
    attempt = begin(siti, "berita")
    siti.news(title="gotong royonk di bale desa")
    passes(attempt)


def test_what_is_mended_in_a_draft_waits_to_be_published(siti):
    attempt = begin(siti, "berita")
    page = siti.news(texts=TWO[:1])
    siti.edit(page, publish=False)
    fails(attempt, "Perbaikan", "masih draf")
    siti.edit(page)
    passes(attempt)


# Photos


def test_a_photo_with_words_of_its_own_passes(siti):
    attempt = begin(siti, "foto")
    siti.news(extra=[image_block(siti.photo())])
    passes(attempt)


@pytest.mark.parametrize("alt", ["IMG_2023", "IMG 2023.jpg", "gambar", "x", "foto foto foto"])
def test_words_that_tell_nothing_of_the_photo_are_told_so(siti, alt):
    attempt = begin(siti, "foto")
    siti.news(extra=[image_block(siti.photo(description="Warga menyapu balai"), alt=alt)])
    fails(attempt, "Gambar sudah ada", alt)


def test_words_that_repeat_the_title_are_told_so(siti):
    attempt = begin(siti, "foto")
    photo = siti.photo(title="Kerja bakti di balai", description="kerja bakti di balai", name="a.jpg")
    siti.news(extra=[image_block(photo)])
    fails(attempt, "Keterangannya masih")


def test_a_photo_from_the_library_is_not_ones_own(siti, room):
    attempt = begin(siti, "foto")
    siti.news(
        extra=[image_block(ImageFactory(collection=room.collection, description="Warga di balai desa"))]
    )
    fails(attempt, "sudah ada", "Unggah")


def test_fewer_photos_than_asked_are_counted(siti):
    attempt = begin(siti, ("foto", {"pictures": 2}))
    siti.news(extra=[image_block(siti.photo())])
    fails(attempt, "baru 1")


def test_without_a_photo_it_says_where_to_put_it(siti):
    attempt = begin(siti, "foto")
    siti.news()
    fails(attempt, "belum punya gambar")


# Documents


def test_a_document_with_a_name_that_is_linked_passes(siti):
    attempt = begin(siti, "dokumen")
    siti.page(extra=[documents_block(siti.document())])
    passes(attempt)


@pytest.mark.parametrize("title", ["scan001", "Scan001.pdf", "dokumen"])
def test_a_document_named_as_its_file_is_told_so(siti, title):
    attempt = begin(siti, "dokumen")
    siti.page(extra=[documents_block(siti.document(title=title))])
    fails(attempt, "Judul dokumen masih")


def test_a_link_in_a_draft_is_not_yet_public(siti):
    attempt = begin(siti, "dokumen")
    page = siti.page()
    document = siti.document()
    siti.edit(
        page, publish=False, blocks=[("text", rich_text("<p>Lihat ini ya.</p>")), documents_block(document)]
    )
    fails(attempt, "masih draf")


def test_a_document_of_another_collection_is_not_ones_own(siti):
    attempt = begin(siti, "dokumen")
    siti.page(extra=[documents_block(DocumentFactory(title="Jadwal posyandu"))])
    fails(attempt, "bukan dari koleksi latihan")


# Regulations


def test_a_regulation_as_its_sheet_says_passes(siti):
    attempt = begin(siti, ("peraturan", SHEET))
    siti.regulation(document=siti.document("Perdes 3 Tahun 2026").pk)
    passes(attempt)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"number": "4"}, "Nomornya tertulis 4"),
        ({"enacted_on": "01/02/2026"}, "Tanggal ditetapkan tertulis 1 Februari 2026"),
        ({"promulgated_on": ""}, "Tanggal diundangkan belum diisi"),
        ({"kind": "perkades"}, "Jenisnya tertulis"),
        ({}, "PDF"),
    ],
)
def test_a_regulation_that_differs_from_its_sheet_is_told_where(siti, fields, words):
    attempt = begin(siti, ("peraturan", SHEET))
    siti.regulation(publish=False, **fields)
    fails(attempt, words)


def test_a_year_that_is_not_that_of_its_date_is_refused_by_the_form_itself(siti):
    with pytest.raises(AssertionError, match="Tahun peraturan 2025, tetapi tanggal penetapannya tahun 2026"):
        siti.regulation(year="2025")


def test_one_number_twice_is_told(siti):
    attempt = begin(siti, ("peraturan", SHEET))
    for _ in range(2):
        siti.regulation(document=siti.document("Perdes 3 Tahun 2026").pk)
    fails(attempt, "Ada dua peraturan bernomor 3")


# Older versions


def seeded(attempt) -> Page:
    seeds = next(iter(attempt.seeds.values()))
    return Page.objects.get(pk=seeds["page"]).specific


def good(attempt) -> int:
    return next(iter(attempt.seeds.values()))["good"]


def test_restored_and_published_passes(siti):
    attempt = begin(siti, "pulihkan")
    siti.restore(seeded(attempt), good(attempt))
    passes(attempt)
    assert attempt.evidence["pemeriksaan"][0]["dipulihkan"] is True


def test_not_restored_it_says_where(siti):
    fails(begin(siti, "pulihkan"), "Riwayat")


def test_the_history_offers_to_restore_the_good_version(siti):
    attempt = begin(siti, "pulihkan")
    page = seeded(attempt)
    history = siti.client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, good(attempt)]) in history


def test_restored_but_not_published_is_told(siti):
    attempt = begin(siti, "pulihkan")
    siti.restore(seeded(attempt), good(attempt), publish=False)
    fails(attempt, "masih draf")


def test_typed_back_by_hand_passes_with_a_hint(siti):
    attempt = begin(siti, "pulihkan")
    page = seeded(attempt)
    siti.edit(page, blocks=[("text", rich_text(GOOD))])
    assert "Lain kali" in said(attempt)[1]
    passes(attempt)


def test_written_over_after_restoring_is_told(siti):
    attempt = begin(siti, "pulihkan")
    page = seeded(attempt)
    siti.restore(page, good(attempt), publish=False)
    siti.edit(page, publish=False)
    fails(attempt, "berubah lagi")


def test_saving_does_not_overwrite_what_was_put_there(siti):
    attempt = begin(siti, "pulihkan")
    page = seeded(attempt)
    before = page.revisions.count()
    siti.edit(page, publish=False)
    assert (page.revisions.count(), page.revisions.filter(pk=good(attempt)).exists()) == (before + 1, True)


# Schedule


def test_scheduled_passes(siti):
    attempt = begin(siti, "jadwal")
    siti.news(go_live_at=moment(timezone.now() + dt.timedelta(days=3)))
    passes(attempt)


def test_a_time_that_is_only_written_down_is_told(siti):
    attempt = begin(siti, "jadwal")
    siti.news(publish=False, go_live_at=moment(timezone.now() + dt.timedelta(days=3)))
    fails(attempt, "belum disahkan")


def test_published_at_once_is_not_scheduled(siti):
    attempt = begin(siti, "jadwal")
    siti.news()
    fails(attempt, "belum dijadwalkan")


def test_the_hour_is_the_villages(siti):
    attempt = begin(siti, "jadwal")
    day = timezone.now() + dt.timedelta(days=3)
    siti.news(go_live_at=f"{day:%d/%m/%Y} 06.30")  # in UTC it is still the day before
    assert f"{day.day} " in said(attempt)[1]
    assert "pukul 06.30 WIB" in said(attempt)[1]


def test_a_time_in_the_past_is_told(siti):
    attempt = begin(siti, "jadwal")
    siti.news(go_live_at=moment(timezone.now() - dt.timedelta(days=3)))
    fails(attempt, "sudah lewat")


# Approval


def test_approved_by_somebody_else_passes(siti):
    attempt = begin(siti, "persetujuan")
    page = siti.news(publish=False)
    siti.submit(page)
    page.refresh_from_db()
    page.current_workflow_task_state.approve(user=UserFactory(roles=["Penerbit"]))
    passes(attempt)


def test_only_submitted_it_waits(siti):
    attempt = begin(siti, "persetujuan")
    siti.submit(siti.news(publish=False))
    fails(attempt, "Minta Penerbit")


def test_approving_ones_own_page_does_not_count(client, room):
    publisher = ParticipantFactory(user=UserFactory(roles=["Penerbit"]))
    own = rooms.make_room(publisher)
    client.force_login(publisher.user)
    office = Office(client, own)
    attempt = begin(office, "persetujuan")
    page = office.news(publish=False)
    office.submit(page)
    page.refresh_from_db()
    page.current_workflow_task_state.approve(user=publisher.user)
    fails(attempt, "setujui sendiri")


def test_nothing_submitted_is_told(siti):
    attempt = begin(siti, "persetujuan")
    siti.news()
    fails(attempt, "Belum ada halaman yang Anda ajukan")


# A real page


def test_a_real_page_through_the_villages_approval_passes(client):
    operator = ParticipantFactory(user=UserFactory(roles=["Operator"]))
    attempt = runs.begin(ExerciseFactory(asks=["nyata"]), operator)
    fails(attempt, "Belum ada halaman sungguhan")
    page = NewsPageFactory(live=False)
    page.save_revision(user=operator.user)
    page.get_workflow().start(page, operator.user)
    fails(attempt, "Minta Penerbit")
    page.refresh_from_db()
    page.current_workflow_task_state.approve(user=UserFactory(roles=["Penerbit"]))
    passes(attempt)


def test_a_page_of_the_practice_room_is_not_a_real_one(siti):
    attempt = runs.begin(ExerciseFactory(asks=["nyata"]), siti.room.participant)
    siti.submit(siti.news(publish=False))
    fails(attempt, "Belum ada halaman sungguhan")


# Taken down


def test_taken_down_passes(siti):
    attempt = begin(siti, "tarik")
    siti.unpublish(seeded(attempt))
    passes(attempt)


def test_still_public_is_told(siti):
    fails(begin(siti, "tarik"), "masih terbit")


def test_deleted_is_told_and_can_begin_again(siti):
    attempt = begin(siti, "tarik")
    siti.delete(seeded(attempt))
    fails(attempt, "terhapus", "Ulangi")
    runs.reset(attempt)
    siti.unpublish(seeded(attempt))
    passes(attempt)


def test_taken_down_by_somebody_else_is_passed_with_help(client, siti):
    attempt = begin(siti, "tarik")
    siti.client = other(client, "Penerbit")
    siti.unpublish(seeded(attempt))
    passes(attempt, "dibantu")


# Personal data, privacy


def cleaned(texts) -> list:
    return [("text", rich_text("".join(f"<p>{text}</p>" for text in texts)))]


MINUTES = [
    "Rapat RT 02 membahas jadwal ronda dan iuran kebersihan untuk bulan depan.",
    "Hasil rapat ditempel di papan pengumuman balai desa.",
]


def test_without_numbers_and_with_its_text_it_passes(siti):
    attempt = begin(siti, "data_warga")
    siti.edit(seeded(attempt), blocks=cleaned(MINUTES))
    passes(attempt)


def test_each_number_that_is_left_is_counted(siti):
    attempt = begin(siti, "data_warga")
    fails(attempt, "2 NIK", "1 nomor HP")
    siti.edit(seeded(attempt), blocks=cleaned([*MINUTES, "Hubungi +62 812 0000 0000."]))
    fails(attempt, "masih ada 1 nomor HP")


def test_deleting_everything_is_no_way(siti):
    attempt = begin(siti, "data_warga")
    siti.edit(seeded(attempt), blocks=cleaned(["Dihapus semua."]))
    fails(attempt, "ikut terhapus")


def test_made_private_passes(siti):
    attempt = begin(siti, "privasi")
    siti.make_private(seeded(attempt))
    passes(attempt)


def test_the_wrong_page_made_private_is_told(siti):
    attempt = begin(siti, "privasi")
    siti.make_private(siti.page())
    fails(attempt, "halaman lain")


def test_still_open_is_told(siti):
    fails(begin(siti, "privasi"), "masih terbuka")


# Tables


def amounts(total: int, road: int = 45_000_000) -> tuple:
    rows = {"Perbaikan jalan": road, "Posyandu": 12_500_000, "Penerangan": 7_750_000, "Jumlah": total}
    return table_block(*((name, format_rupiah(amount, symbol=False)) for name, amount in rows.items()))


def test_the_right_total_passes(siti):
    attempt = begin(siti, "tabel")
    siti.edit(seeded(attempt), blocks=[amounts(65_250_000)])
    passes(attempt)


def test_the_planted_total_is_told(siti):
    fails(begin(siti, "tabel"), "Baris “Jumlah” tertulis Rp57.500.000,00")


def test_making_the_rows_fit_the_total_is_no_way(siti):
    attempt = begin(siti, "tabel")
    siti.edit(seeded(attempt), blocks=[amounts(57_500_000, road=37_250_000)])
    fails(attempt, "“Perbaikan jalan” ikut berubah")


# Residents


ANSWER = (
    "temukan",
    {"question": "Berapa lama?", "accepted": ["3 hari kerja", "tiga hari"], "page": "/layanan/"},
)


def block_id(attempt) -> str:
    return str(attempt.exercise.checks[0].id)


@pytest.mark.parametrize("typed", ["3 hari kerja", " Tiga HARI. ", "tiga harri", "sekitar tiga hari ya"])
def test_an_answer_is_judged_by_what_it_says(siti, typed):
    attempt = begin(siti, ANSWER)
    passes(attempt, **{block_id(attempt): typed})


@pytest.mark.parametrize("typed", ["", "  ", "lima hari", "3", "gratis", "😀" * 50])
def test_what_is_no_answer_is_told(siti, typed):
    attempt = begin(siti, ANSWER)
    fails(attempt, **{block_id(attempt): typed})


def test_a_nik_that_somebody_types_is_not_kept(siti):
    attempt = begin(siti, ANSWER)
    said(attempt, **{block_id(attempt): "1504054102900001"})
    assert "1504054102900001" not in str(attempt.findings)
    passes(attempt, **{block_id(attempt): "tiga hari 1504054102900001"})
    assert "1504054102900001" not in str(attempt.evidence)


@pytest.mark.parametrize(
    "page", ["javascript:alert(1)", "//contoh.example/", "https://contoh.example/", "/\\x"]
)
def test_an_exercise_leads_to_this_site_only(page):
    block = CHECKS["temukan"].block()
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({"title": "x", "question": "x?", "accepted": ["x"], "page": page}))
    assert list(refused.value.block_errors) == ["page"]


def test_what_was_done_beside_the_site_is_stated(siti):
    attempt = begin(siti, ("lakukan", {"statement": "Saya sudah mencetak panduan.", "page": "/layanan/"}))
    fails(attempt, "Lakukan dulu")
    passes(attempt, **{block_id(attempt): "ya"})
    assert attempt.evidence["pemeriksaan"][0]["dinyatakan"] == "Saya sudah mencetak panduan."


# All of them


def test_every_check_of_the_catalogue_is_tried_here():
    source = Path(__file__).read_text()
    assert [key for key in CHECKS if f'"{key}"' not in source] == []


def test_one_check_takes_few_queries(siti, django_assert_max_num_queries):
    asks = ["berita", "foto", "dokumen", "persetujuan", "tarik", "tabel"]
    attempt = begin(siti, *asks)
    for _ in range(6):
        siti.news(texts=TWO[:1])
    runs.check(attempt, {})
    for key in asks:
        single = runs.begin(ExerciseFactory(asks=[key]), siti.room.participant)
        with django_assert_max_num_queries(25):
            runs.check(single, {})


def test_the_place_to_mend_is_a_part_of_the_form(siti):
    attempt = begin(siti, "berita")
    siti.news(title="Judul")
    url = runs.check(attempt, {})[0].url
    address, _, anchor = url.partition("#")
    assert f'id="{anchor}"' in siti.client.get(address).content.decode()


def test_a_page_that_was_evidence_may_go(siti):
    attempt = begin(siti, "berita")
    page = siti.news()
    passes(attempt)
    siti.delete(page)
    assert not said(attempt)[0]
    attempt.refresh_from_db()
    assert (attempt.result, attempt.evidence["pemeriksaan"][0]["judul"]) == ("mandiri", page.title)
    assert ContentPage.objects.filter(pk=page.pk).count() == 0
    assert reverse("my_exercise", args=[attempt.exercise_id])
