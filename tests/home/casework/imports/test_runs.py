"""An import may be cut off anywhere, sent twice, or begun by two people: nothing is lost, nothing is written twice."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from home.casework.imports import runs
from home.casework.imports.models import ImportRun
from home.casework.imports.rules import DISCARDED, DONE, READY, UNDOING, WRITING
from home.casework.imports.sources import NO_ROWS, NO_TABLE, SourceError
from layanan.models import RegulationPage
from layanan.regulations.importer import RegulationImporter
from project.lib.archives import ArchiveError
from tests.factories.home import UserFactory, VillageFactory, pdf
from tests.factories.imports import imported, led, previewed
from tests.factories.tables import csv_of, regulation, zip_of

pytestmark = pytest.mark.django_db

ROWS = [regulation(number) for number in range(1, 9)]


@pytest.fixture(autouse=True)
def village(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    VillageFactory()


@pytest.fixture
def user():
    return UserFactory(roles=["Penerbit"], username="siti")


@pytest.fixture
def begin(tmp_path, user):
    def begin(data=None, key=None, name="data.csv"):
        path = tmp_path / name
        path.write_bytes(csv_of(ROWS) if data is None else data)
        return runs.begin(RegulationImporter(), path, name, user, key or uuid.uuid4())

    return begin


def test_a_form_sent_twice_is_one_run(begin):
    key = uuid.uuid4()

    assert begin(key=key) == begin(key=key)
    assert ImportRun.objects.count() == 1


def test_a_second_import_waits_for_the_first_and_says_whose_it_is(begin):
    first = begin()

    with pytest.raises(runs.ImportRefused) as refused:
        begin(name="lain.csv")

    assert refused.value.run == first
    assert str(refused.value).startswith("siti sedang mengimpor “data.csv”.")
    runs.move(first, DISCARDED)
    assert begin(name="lain.csv").state == "memeriksa"


def test_the_database_itself_allows_one_open_run_of_a_kind(begin, monkeypatch):
    begin()
    monkeypatch.setattr(runs, "_refuse_second", lambda importer: None)  # both have looked at the same moment

    with pytest.raises(Exception, match="(?i)unique"):
        begin()


def test_a_step_does_a_part_and_the_next_goes_on(begin, user):
    run = begin()
    importer = RegulationImporter()

    run = runs.advance(run, importer, user, seconds=0)
    assert (run.state, runs.counts(run)["left"]) == ("memeriksa", 7)
    run = runs.advance(run, importer, user)
    assert (run.state, runs.counts(run)["left"]) == (READY, 0)


def test_a_killed_step_leaves_whole_rows_and_is_taken_up_again(begin, user, monkeypatch):
    run = runs.advance(begin(), RegulationImporter(), user)
    runs.move(run, WRITING, publish=True)
    write, written = RegulationImporter.write, []

    def dies_at_the_third(self, row, user):
        found = write(self, row, user)
        written.append(row.number)
        if len(written) == 3:
            raise KeyboardInterrupt
        return found

    monkeypatch.setattr(RegulationImporter, "write", dies_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        runs.advance(run, RegulationImporter(), user)
    assert RegulationPage.objects.count() == 2
    assert runs.counts(run)["left"] == 6

    monkeypatch.setattr(RegulationImporter, "write", write)
    run = runs.advance(run, RegulationImporter(), user)

    assert run.state == DONE
    assert RegulationPage.objects.filter(live=True).count() == 8
    assert runs.counts(run)["terbit"] == 8


def test_while_somebody_works_on_it_nobody_else_does(begin, user):
    run = begin()
    ImportRun.objects.update(claimed_until=timezone.now() + timedelta(seconds=30))

    assert runs.counts(runs.advance(run, RegulationImporter(), user))["left"] == 8

    ImportRun.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))  # who held it is gone
    assert runs.advance(run, RegulationImporter(), user).state == READY


def test_a_row_is_written_once_even_if_two_take_it(begin, user):
    run = runs.advance(begin(), RegulationImporter(), user)
    runs.move(run, WRITING)
    row = run.rows.first()
    for seen in (row, type(row).objects.get(pk=row.pk)):
        runs._write(run, seen, RegulationImporter(), user)

    assert RegulationPage.objects.count() == 1


def test_a_decision_counts_once(begin, user):
    run = runs.advance(begin(), RegulationImporter(), user)
    runs.move(run, WRITING)

    with pytest.raises(runs.ImportRefused, match="sedang disimpan"):
        runs.move(run, DISCARDED)


def test_a_corrected_row_is_checked_with_those_that_it_repeated(tmp_path, user):
    run = previewed(tmp_path, "d.csv", csv_of([ROWS[0], ROWS[0] | {"tentang": "Lain"}]), user)
    second = run.rows.get(number=3)
    assert second.action == "salah"

    second = runs.correct(run, second, second.cells | {"number": "44"}, RegulationImporter())

    assert (second.action, second.notes) == ("baru", [])
    assert run.rows.get(number=2).action == "baru"
    first = run.rows.get(number=2)
    runs.correct(run, first, first.cells | {"number": "44"}, RegulationImporter())
    assert [row.action for row in run.rows.all()] == ["baru", "salah"]


def test_a_row_is_not_corrected_once_saving_has_begun(tmp_path, user):
    run = previewed(tmp_path, "d.csv", csv_of(ROWS[:1]), user)
    runs.move(run, WRITING)

    with pytest.raises(runs.ImportRefused):
        runs.correct(run, run.rows.get(), {"number": "9"}, RegulationImporter())
    assert run.rows.get().cells["number"] == "1"


def test_a_preview_that_nobody_decided_on_makes_room_after_a_week(begin, settings):
    old = begin()
    ImportRun.objects.update(created_at=timezone.now() - timedelta(days=8))

    begin(name="baru.csv")

    old.refresh_from_db()
    assert old.state == DISCARDED


def test_the_zip_is_kept_in_private_until_the_run_has_ended(tmp_path, user, settings):
    data = zip_of({"d.csv": csv_of([ROWS[0] | {"berkas": "a.pdf"}]), "a.pdf": pdf()})
    run = previewed(tmp_path, "d.zip", data, user)

    assert run.archive.read_bytes() == data
    assert run.archive.stat().st_mode & 0o777 == 0o600
    assert settings.MEDIA_ROOT not in run.archive.parents
    run = led(run, WRITING, user)
    assert not run.archive.exists()
    assert led(run, UNDOING, user).state == "diurungkan"


def test_a_zip_that_is_gone_is_said_and_the_run_can_be_stopped(tmp_path, user):
    data = zip_of({"d.csv": csv_of([ROWS[0] | {"berkas": "a.pdf"}]), "a.pdf": pdf()})
    run = previewed(tmp_path, "d.zip", data, user)
    run.archive.unlink()
    runs.move(run, WRITING)

    with pytest.raises(ArchiveError):
        runs.advance(run, RegulationImporter(), user)

    run.refresh_from_db()
    assert (run.state, run.claimed_until) == (WRITING, None)
    runs.move(run, DONE)
    assert run.finished_at is not None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (csv_of([]), NO_ROWS),
        (zip_of({"a.pdf": b"%PDF-"}), NO_TABLE),
        (
            zip_of({"a.csv": csv_of(ROWS[:1]), "b.csv": csv_of(ROWS[1:2])}),
            "ZIP ini memuat lebih dari satu tabel: a.csv, b.csv. Sisakan satu saja.",
        ),
        (
            b'{"data": {"ppid": [',
            "Berkas JSON ini rusak atau belum lengkap. Ekspor ulang dari OpenSID, lalu unggah lagi.",
        ),
        (b'{"data": []}', "Berkas JSON ini tidak memuat daftar dokumen seperti ekspor OpenSID."),
        (
            b"[" * 100_000,
            "Berkas JSON ini rusak atau belum lengkap. Ekspor ulang dari OpenSID, lalu unggah lagi.",
        ),
        (b"", "Berkas ini kosong. Pilih atau kirim ulang berkasnya."),
    ],
)
def test_a_file_that_cannot_be_imported_is_refused_in_words(begin, data, words):
    with pytest.raises(SourceError) as refused:
        begin(data)

    assert str(refused.value) == words
    assert not ImportRun.objects.exists()


def test_an_import_leaves_nothing_behind_when_the_disk_is_full(begin, monkeypatch, settings):
    def full(path, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(runs, "_keep", full)
    with pytest.raises(OSError, match="No space"):
        begin(zip_of({"d.csv": csv_of(ROWS[:1])}), name="d.zip")

    assert not ImportRun.objects.exists()
    assert list((settings.DATA_DIR / "imports").iterdir()) == []


def test_a_later_import_keeps_the_history_of_the_earlier(tmp_path, user):
    imported(tmp_path, "a.csv", csv_of(ROWS[:1]), user)
    imported(tmp_path, "b.csv", csv_of(ROWS[1:2]), user)

    assert list(ImportRun.objects.values_list("file_name", "state", "started_by_name").order_by("pk")) == [
        ("a.csv", DONE, "siti"),
        ("b.csv", DONE, "siti"),
    ]


def test_the_history_keeps_what_names_a_row_and_no_long_text(tmp_path, user):
    text = "Pasal 1\nSetiap warga menjaga sungai.\n" * 20

    run = imported(tmp_path, "a.csv", csv_of([ROWS[0] | {"naskah": text}]), user)

    assert run.rows.get().cells["subject"] == ROWS[0]["tentang"]
    assert "text" not in run.rows.get().cells
    assert RegulationPage.objects.get().text == text.strip()


@pytest.mark.parametrize("strange", ["\\u0000", "\\ud800", "\\u202e", "\\u0007"])
def test_what_no_database_keeps_does_not_end_an_import(tmp_path, user, strange):
    data = (
        '[{"nama": "Air'
        + strange
        + ' bersih", "attr": {"jenis_peraturan": "Peraturan Desa", "no_ditetapkan": "1", '
        '"tgl_ditetapkan": "05-03-2024"}, "x' + strange + '": "1"}]'
    )

    run = imported(tmp_path, "a.json", data.encode(), user)

    assert runs.counts(run)["terbit"] == 1
    assert RegulationPage.objects.get().subject in ("Air bersih", "Air\u202e bersih")
