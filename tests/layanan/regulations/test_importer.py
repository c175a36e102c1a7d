"""Regulations come in from every kind of table with the same content, as often as one likes, and go out again."""

from datetime import date

import pytest

from home.casework.imports import runs
from home.casework.imports.rules import PUBLISHING, UNDOING, WRITING
from home.models import VillageDocument
from layanan.models import RegulationIndexPage, RegulationPage
from layanan.regulations.importer import RegulationImporter
from project.lib import pdf as pdf_reader
from tests.factories.home import UserFactory, VillageFactory, pdf
from tests.factories.imports import imported, led, previewed
from tests.factories.layanan import RegulationFactory
from tests.factories.pdfs import scan_pdf, text_pdf
from tests.factories.tables import csv_of, opensid_of, register_of, regulation, xlsx_of, zip_of

pytestmark = pytest.mark.django_db

ROWS = [regulation(number) for number in range(1, 51)]
FORMS = {
    "data.csv": lambda rows: csv_of(rows),
    "data-utf8.csv": lambda rows: b"\xef\xbb\xbf" + csv_of(rows, "utf-8", ","),
    "data.xlsx": xlsx_of,
    "data.json": opensid_of,
}


@pytest.fixture(autouse=True)
def village(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    VillageFactory()


@pytest.fixture
def publisher():
    return UserFactory(roles=["Penerbit"])


def content() -> list:
    """Everything that a table says of the regulations on the site."""
    return [
        (
            page.title,
            page.kind,
            page.number,
            page.year,
            page.subject,
            page.agreed_on,
            page.enacted_on,
            page.promulgated_on,
            page.gazette_number,
            page.reported_number,
            page.reported_on,
            page.brief,
            page.register_note,
            page.status,
            page.live,
            [(relation.kind, relation.name) for relation in page.relations.all()],
        )
        for page in RegulationPage.objects.order_by("year", "kind", "number_order")
    ]


def empty_site():
    for page in RegulationPage.objects.all():
        page.delete()
    RegulationIndexPage.objects.get().refresh_from_db()


def test_csv_xlsx_and_opensid_of_fifty_regulations_import_to_equal_content(tmp_path, publisher):
    contents = {}
    for name, write in FORMS.items():
        run = imported(tmp_path, name, write(ROWS), publisher)
        assert runs.counts(run) == {"baru": 50, "terbit": 50, "total": 50, "left": 0}, name
        contents[name] = content()
        empty_site()

    first = contents["data.csv"]
    assert len(first) == 50
    assert [row[13] for row in first].count("dicabut") == sum("mencabut" in row for row in ROWS)
    assert all(told == first for told in contents.values())


def test_the_register_that_opensid_exports_imports_to_the_same(tmp_path, publisher):
    rows = [
        {name: text for name, text in row.items() if name != "mencabut"}
        for row in ROWS
        if row["jenis"] == "Perdes"
    ]
    imported(tmp_path, "data.csv", csv_of(rows), publisher)
    expected = content()
    empty_site()

    run = imported(tmp_path, "buku.xls", register_of(rows), publisher)

    assert runs.counts(run) == {"baru": 45, "terbit": 45, "total": 45, "left": 0}
    assert content() == expected


@pytest.mark.parametrize("name", FORMS)
def test_importing_again_changes_nothing(tmp_path, publisher, name):
    imported(tmp_path, "data.csv", csv_of(ROWS[:10]), publisher)
    before, revisions = (
        content(),
        RegulationPage.objects.values_list("latest_revision", flat=True).order_by("pk"),
    )
    kept = list(revisions)

    run = previewed(tmp_path, name, FORMS[name](ROWS[:10]), publisher)

    assert runs.counts(run) == {"sama": 10, "total": 10, "left": 0}
    assert (content(), list(revisions)) == (before, kept)


def test_importing_drafts_again_changes_nothing(tmp_path, publisher):
    imported(tmp_path, "data.csv", csv_of(ROWS[:5]), publisher, publish=False)

    assert runs.counts(previewed(tmp_path, "data.csv", csv_of(ROWS[:5]), publisher))["sama"] == 5
    assert not RegulationPage.objects.filter(live=True).exists()


def test_nothing_is_written_before_it_is_confirmed(tmp_path, publisher):
    previewed(
        tmp_path,
        "data.zip",
        zip_of({"a.csv": csv_of([ROWS[0] | {"berkas": "a.pdf"}]), "a.pdf": pdf()}),
        publisher,
    )

    assert not RegulationPage.objects.exists()
    assert not VillageDocument.objects.exists()


def notes(run) -> dict[int, list[str]]:
    return {row.number: [known["words"] for known in row.notes] for row in run.rows.all() if row.notes}


def test_each_bad_row_is_named_with_its_number_and_reason(tmp_path, publisher):
    RegulationFactory(number="77", year=2016, enacted_on=date(2016, 5, 1))
    rows = [
        ROWS[0],
        ROWS[1] | {"jenis": "Qanun"},
        ROWS[2] | {"nomor": ""},
        ROWS[3] | {"ditetapkan": "5/13/2015"},
        ROWS[4] | {"tahun": "2016"},
        ROWS[0] | {"tentang": "Lain"},
        ROWS[5] | {"diundangkan": "1/3/2015"},
        {
            "jenis": "Kepkades",
            "nomor": "9",
            "tahun": "2015",
            "tentang": "X",
            "ditetapkan": "1/1/2015",
            "diundangkan": "2/1/2015",
        },
        ROWS[6] | {"mencabut": "Perdes Nomor 77 Tahun 2016"},
    ]

    run = previewed(tmp_path, "data.csv", csv_of(rows), publisher)

    assert notes(run) == {
        3: [
            "Jenis “Qanun” tidak dikenal. Tulis salah satu: Peraturan Desa, Peraturan Bersama Kepala Desa, "
            "Peraturan Kepala Desa, Keputusan Kepala Desa."
        ],
        4: ["Nomornya kosong."],
        5: ["“5/13/2015”: Bulan 13 tidak ada. Tulis hari, bulan, lalu tahun, misalnya 25/11/2026."],
        6: ["Tahun peraturan 2016, tetapi tanggal penetapannya tahun 2015."],
        7: ["Sama dengan baris 2: jenis, nomor, dan tahunnya."],
        8: ["Tanggal pengundangan tidak boleh sebelum tanggal penetapan."],
        9: ["Keputusan Kepala Desa tidak diundangkan. Kosongkan tanggal ini."],
        10: [
            "“Peraturan Desa Tebing Tinggi Nomor 77 Tahun 2016 tentang Pengelolaan Sampah” ditetapkan lebih kemudian, "
            "jadi belum ada ketika peraturan ini ditetapkan."
        ],
    }
    assert runs.counts(run) == {"baru": 1, "salah": 8, "total": 9, "left": 0}


def test_a_row_that_differs_shows_what_changes_and_leaves_the_rest(tmp_path, publisher):
    page = RegulationFactory(number="1", year=2015, subject="Lama", plain_summary="Ditulis di situs.")
    page.save_revision().publish()

    run = previewed(
        tmp_path,
        "data.csv",
        csv_of([{"jenis": "Perdes", "nomor": "1", "tahun": "2015", "tentang": "Baru"}]),
        publisher,
    )

    assert [row.changes for row in run.rows.all()] == [[["tentang", "Lama", "Baru"]]]
    led(run, "menyimpan", publisher, publish=True)
    page.refresh_from_db()
    assert (page.subject, page.plain_summary, page.live) == ("Baru", "Ditulis di situs.", True)


def test_a_draft_of_somebody_is_not_made_public_with_an_import(tmp_path, publisher):
    page = RegulationFactory(number="1", year=2015, subject="Lama")
    page.save_revision().publish()
    draft = RegulationPage.objects.get(pk=page.pk)
    draft.plain_summary = "Belum disetujui."
    draft.save_revision()

    run = imported(
        tmp_path,
        "data.csv",
        csv_of([{"jenis": "Perdes", "nomor": "1", "tahun": "2015", "tentang": "Baru"}]),
        publisher,
    )

    page.refresh_from_db()
    assert (page.subject, page.plain_summary) == ("Lama", "")
    assert [row.outcome for row in run.rows.all()] == ["tertahan"]
    newest = page.get_latest_revision_as_object()
    assert (newest.subject, newest.plain_summary) == ("Baru", "Belum disetujui.")


def test_a_page_that_waits_for_approval_is_left_alone(tmp_path, publisher):
    page = RegulationFactory(number="1", year=2015, live=False)
    page.save_revision(user=publisher)
    page.get_workflow().start(page, publisher)

    run = previewed(
        tmp_path,
        "data.csv",
        csv_of([{"jenis": "Perdes", "nomor": "1", "tahun": "2015", "tentang": "Baru"}]),
        publisher,
    )

    assert notes(run) == {
        2: ["Peraturan ini sedang dikunci atau menunggu persetujuan. Selesaikan dulu, lalu impor lagi."]
    }


def test_joint_regulations_may_share_a_number(tmp_path, publisher):
    rows = [
        {"jenis": "Permakades", "nomor": "1", "tahun": "2020", "tentang": subject, "ditetapkan": "5/3/2020"}
        for subject in ("Batas Desa", "Pasar Bersama")
    ]

    run = imported(tmp_path, "data.csv", csv_of(rows), publisher)

    assert runs.counts(run)["terbit"] == 2
    assert runs.counts(previewed(tmp_path, "data.csv", csv_of(rows), publisher))["sama"] == 2


# Files


def test_a_zip_brings_the_pdfs(tmp_path, publisher):
    rows = [ROWS[0] | {"berkas": "satu.pdf"}, ROWS[1] | {"berkas": "Naskah/DUA.pdf"}]
    files = {"x/data.csv": csv_of(rows), "x/satu.pdf": pdf(3), "naskah/dua.pdf": pdf(2)}

    run = imported(tmp_path, "data.zip", zip_of(files), publisher)

    pages = RegulationPage.objects.order_by("number_order")
    assert [page.document.page_count for page in pages] == [3, 2]
    assert [page.document.title for page in pages] == [page.title for page in pages]
    assert not run.archive.exists()
    again = previewed(tmp_path, "data.zip", zip_of(files), publisher)
    assert runs.counts(again)["sama"] == 2
    assert VillageDocument.objects.count() == 2


def test_a_file_that_is_missing_or_no_pdf_is_named(tmp_path, publisher):
    rows = [
        ROWS[0] | {"berkas": "tidak-ada.pdf"},
        ROWS[1] | {"berkas": "halaman.pdf"},
        ROWS[2] | {"berkas": "data.csv"},
    ]
    files = {"data.csv": csv_of(rows), "halaman.pdf": b"<html>bukan</html>"}

    run = previewed(tmp_path, "data.zip", zip_of(files), publisher)

    told = notes(run)
    assert told[2] == ["Berkas “tidak-ada.pdf” tidak ada di dalam ZIP."]
    assert told[3][0].startswith("Berkas ini bukan PDF.")
    assert len(told[4]) == 1
    assert runs.counts(run)["salah"] == 3


def test_a_pdf_with_a_nik_is_not_taken_and_a_scan_is_said(tmp_path, publisher):
    rows = [ROWS[0] | {"berkas": "a.pdf"}, ROWS[1] | {"berkas": "b.pdf"}]
    files = {"d.csv": csv_of(rows), "a.pdf": text_pdf("Satu", "NIK 1504052101900001"), "b.pdf": scan_pdf()}

    run = previewed(tmp_path, "d.zip", zip_of(files), publisher)

    told = notes(run)
    assert "(1504********0001, halaman 2)" in told[2][0]
    assert told[3][0].startswith("“b.pdf” hasil pindai tanpa teks")
    assert runs.counts(run) == {"baru": 1, "salah": 1, "total": 2, "left": 0}


def test_an_imported_pdf_has_its_text_and_is_examined_once(tmp_path, publisher, monkeypatch):
    asked = []
    ask = pdf_reader._ask_child
    monkeypatch.setattr(pdf_reader, "_ask_child", lambda data: asked.append(1) or ask(data))
    files = {"d.csv": csv_of([ROWS[0] | {"berkas": "a.pdf"}]), "a.pdf": text_pdf("Sampah dipilah.")}

    run = imported(tmp_path, "d.zip", zip_of(files), publisher)

    assert VillageDocument.objects.get().examined.text == "Sampah dipilah."
    assert len(asked) == 1
    assert run.rows.get().file_facts == {}


def test_without_a_zip_the_row_comes_in_and_the_missing_pdf_is_said(tmp_path, publisher):
    run = imported(tmp_path, "data.csv", csv_of([ROWS[0] | {"berkas": "satu.pdf"}]), publisher)

    assert runs.counts(run)["terbit"] == 1
    assert notes(run) == {
        2: ["“satu.pdf” tidak ikut: yang diunggah bukan ZIP. Naskah PDF-nya dapat dipasang sesudahnya."]
    }


# Relations to what is not there yet


def test_a_relation_is_linked_when_its_target_comes(tmp_path, publisher):
    revoking = ROWS[1] | {"mencabut": "Perdes Nomor 1 Tahun 2015"}
    imported(tmp_path, "data.csv", csv_of([revoking]), publisher)
    assert [relation.name for relation in RegulationPage.objects.get().relations.all()] == [
        "Perdes Nomor 1 Tahun 2015"
    ]

    imported(tmp_path, "data.csv", csv_of([ROWS[0]]), publisher)

    assert RegulationPage.objects.get(number="1").status == "dicabut"
    assert runs.counts(previewed(tmp_path, "data.csv", csv_of([revoking, ROWS[0]]), publisher))["sama"] == 2


def test_two_rows_that_revoke_one_regulation_do_not_both_come_in(tmp_path, publisher):
    rows = [
        ROWS[0],
        ROWS[1] | {"mencabut": "Perdes Nomor 1 Tahun 2015"},
        ROWS[2] | {"mencabut": "Perdes Nomor 1 Tahun 2015"},
    ]

    run = imported(tmp_path, "data.csv", csv_of(rows), publisher)

    assert [row.outcome for row in run.rows.all()] == ["terbit", "terbit", "gagal"]
    assert notes(run)[4][-1].endswith("Satu peraturan dicabut sekali saja.")


# Out again


def test_undoing_restores_what_was_there(tmp_path, publisher):
    page = RegulationFactory(number="1", year=2015, subject="Lama")
    page.save_revision().publish()
    before = content()
    rows = [
        {"jenis": "Perdes", "nomor": "1", "tahun": "2015", "tentang": "Baru", "berkas": "a.pdf"},
        ROWS[1] | {"berkas": "b.pdf"},
    ]
    run = imported(
        tmp_path, "d.zip", zip_of({"d.csv": csv_of(rows), "a.pdf": pdf(1), "b.pdf": pdf(2)}), publisher
    )
    assert VillageDocument.objects.count() == 2

    run = led(run, UNDOING, publisher)

    assert run.state == "diurungkan"
    assert content() == before
    assert RegulationPage.objects.get().document is None
    assert not VillageDocument.objects.exists()


def test_undoing_a_revocation_restores_the_status(tmp_path, publisher):
    page = RegulationFactory(number="1", year=2015, enacted_on=date(2015, 1, 1))
    page.save_revision().publish()
    run = imported(
        tmp_path, "d.csv", csv_of([ROWS[1] | {"mencabut": "Perdes Nomor 1 Tahun 2015"}]), publisher
    )
    page.refresh_from_db()
    assert page.status == "dicabut"

    led(run, UNDOING, publisher)

    page.refresh_from_db()
    assert page.status == "berlaku"


def test_what_somebody_changed_since_is_left(tmp_path, publisher):
    run = imported(tmp_path, "d.csv", csv_of(ROWS[:2]), publisher)
    page = RegulationPage.objects.get(number="1")
    page.plain_summary = "Ditulis sesudahnya."
    page.save_revision().publish()

    run = led(run, UNDOING, publisher)

    assert [row.outcome for row in run.rows.all()] == ["dibiarkan", "diurungkan"]
    assert [page.number for page in RegulationPage.objects.all()] == ["1"]


def test_an_operator_does_not_take_away_what_a_publisher_has_published_since(tmp_path, publisher):
    operator = UserFactory(roles=["Operator"])
    run = imported(tmp_path, "d.csv", csv_of(ROWS[:2]), operator, publish=False)
    RegulationPage.objects.get(number="1").latest_revision.publish(user=publisher)

    run = led(run, UNDOING, operator)

    assert [row.outcome for row in run.rows.all()] == ["dibiarkan", "diurungkan"]
    assert [page.live for page in RegulationPage.objects.all()] == [True]


def test_rows_are_written_in_the_name_of_whoever_decided(tmp_path, publisher):
    operator = UserFactory(roles=["Operator"])
    run = previewed(tmp_path, "d.csv", csv_of(ROWS[:2]), operator)
    runs.move(run, WRITING, publish=True, decided_by=publisher)

    runs.advance(run, RegulationImporter(), operator)

    assert {page.latest_revision.user for page in RegulationPage.objects.all()} == {publisher}


@pytest.mark.parametrize("text", ["a\x0bb", "e\u0301", " banyak   spasi ", "baris\nbaru", "=1+1", "﻿x"])
def test_whatever_a_text_holds_importing_it_again_changes_nothing(tmp_path, publisher, text):
    row = ROWS[0] | {
        "tentang": f"Hal {text} lain",
        "keterangan": text,
        "ringkasan": text,
        "naskah": f"Pasal 1\n{text}",
    }
    table = csv_of([row], "utf-8")
    imported(tmp_path, "d.csv", table, publisher)

    again = previewed(tmp_path, "d.csv", table, publisher)

    assert [(found.action, found.changes) for found in again.rows.all()] == [("sama", [])]


def test_only_the_last_import_is_undone(tmp_path, publisher):
    first = imported(tmp_path, "a.csv", csv_of(ROWS[:1]), publisher)
    second = imported(tmp_path, "b.csv", csv_of(ROWS[1:2]), publisher)

    assert (runs.may_undo(first), runs.may_undo(second)) == (False, True)
    led(second, UNDOING, publisher)
    assert (runs.may_undo(first), runs.may_undo(second)) == (True, False)


# Publishing


def test_an_operators_drafts_are_published_at_once_by_the_publisher(tmp_path, publisher):
    operator = UserFactory(roles=["Operator"])
    run = imported(tmp_path, "d.csv", csv_of(ROWS[:3]), operator, publish=False)
    assert not RegulationPage.objects.filter(live=True).exists()

    run = led(run, PUBLISHING, publisher)

    assert RegulationPage.objects.filter(live=True).count() == 3
    assert runs.counts(run)["terbit"] == 3


def test_rights_follow_those_of_the_section():
    importer = RegulationImporter()
    allowed = {
        role: (importer.may_import(user), importer.may_publish(user))
        for role in ("Operator", "Penerbit", "Peserta")
        for user in [UserFactory(roles=[role])]
    }

    assert allowed == {"Operator": (True, False), "Penerbit": (True, True), "Peserta": (False, False)}


def test_a_nik_in_a_cell_is_neither_kept_nor_taken(tmp_path, publisher):
    row = ROWS[0] | {"keterangan": "Penerima 1504052101900001", "NIK": "1504052101900001"}

    run = previewed(tmp_path, "d.csv", csv_of([row], "utf-8"), publisher)

    kept = run.rows.get()
    assert kept.cells["register_note"] == "Penerima 1504********0001"
    assert "1504052101900001" not in str(kept.cells) + str(kept.notes)
    assert kept.action == "salah"
    assert run.ignored == ["NIK"]
