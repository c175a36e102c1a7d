"""The screens of an import: what people see, by whom and how often it may be done."""

import csv
import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from home.casework.imports import runs
from home.casework.imports.models import ImportRun
from home.casework.imports.rules import WRITING
from layanan.models import RegulationPage
from layanan.regulations.importer import RegulationImporter
from tests.factories.home import UserFactory, VillageFactory
from tests.factories.imports import imported, previewed
from tests.factories.tables import csv_of, regulation

pytestmark = pytest.mark.django_db

ROWS = [regulation(number) for number in range(1, 6)]
START = "/admin/impor/peraturan/"


@pytest.fixture(autouse=True)
def village(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    VillageFactory()


@pytest.fixture
def operator():
    return UserFactory(roles=["Operator"])


@pytest.fixture
def publisher():
    return UserFactory(roles=["Penerbit"])


def address(run) -> str:
    return reverse("import_run", args=[run.key])


def upload(client, data: bytes, name="data.csv", key=None):
    form = {"file": SimpleUploadedFile(name, data), "key": key or uuid.uuid4()}
    return client.post(START, form)


def act(client, run, what: str, **headers):
    return client.post(address(run), {"act": what}, **headers)


def text(response) -> str:
    return response.content.decode()


def test_a_file_is_brought_checked_and_saved_without_javascript(client, operator):
    client.force_login(operator)

    sent = upload(client, csv_of(ROWS))
    run = ImportRun.objects.get()
    assert (sent.status_code, sent.url) == (302, address(run))
    assert "Lanjutkan" in text(client.get(address(run)))
    act(client, run, "lanjut")
    assert "Simpan 5 baris sebagai draf" in text(client.get(address(run)))
    act(client, run, "simpan")
    act(client, run, "lanjut")

    run.refresh_from_db()
    assert (run.state, RegulationPage.objects.count()) == ("selesai", 5)
    assert "5 draf menunggu Penerbit" in text(client.get(address(run)))


def test_a_script_is_told_how_far_it_is(client, operator, monkeypatch):
    client.force_login(operator)
    upload(client, csv_of(ROWS))
    monkeypatch.setattr(runs.advance, "__defaults__", (0,))

    told = act(client, ImportRun.objects.get(), "lanjut", headers={"Accept": "application/json"})

    assert told.json() == {"working": True, "state": "Sedang diperiksa", "done": 1, "total": 5}
    assert {"private", "no-store"} <= set(told.headers["Cache-Control"].split(", "))


def test_a_double_tap_leads_to_one_run(client, operator):
    client.force_login(operator)
    key = uuid.uuid4()

    first, second = (upload(client, csv_of(ROWS), key=key) for _ in range(2))

    assert first.url == second.url
    assert ImportRun.objects.count() == 1


def test_what_cannot_be_read_is_said_beside_the_field(client, operator):
    client.force_login(operator)

    for data, name, words in (
        (b"x;y\r\n1;2", "a.csv", "Judul kolomnya tidak dikenali."),
        (b"abc", "a.exe", "Jenis berkas ini tidak bisa diimpor."),
        (b"", "a.csv", "Berkas ini kosong."),
    ):
        answer = upload(client, data, name)
        assert (answer.status_code, words in text(answer)) == (200, True), name
    assert "Pilih berkasnya dulu." in text(client.post(START, {"key": uuid.uuid4()}))
    assert client.post(START, {"key": "rusak"}).status_code == 200


def test_a_second_import_is_led_to_the_one_in_the_way(client, operator, tmp_path):
    run = previewed(tmp_path, "d.csv", csv_of(ROWS), operator)
    client.force_login(UserFactory(roles=["Penerbit"]))

    answer = text(upload(client, csv_of(ROWS)))

    assert f'<a href="{address(run)}">Buka impor itu</a>' in answer
    act(client, run, "batal")
    assert upload(client, csv_of(ROWS)).status_code == 302


def test_bad_rows_come_first_with_their_reasons_and_are_mended_there(client, operator, tmp_path):
    client.force_login(operator)
    run = previewed(tmp_path, "d.csv", csv_of([ROWS[0], ROWS[1] | {"ditetapkan": "5/13/2015"}]), operator)

    screen = text(client.get(address(run)))
    assert "1 baris perlu diperbaiki" in screen
    assert 'id="baris-3"' in screen
    assert 'id="baris-2"' not in screen
    fix = reverse("import_row", args=[run.key, 3])
    form = text(client.get(fix))
    assert 'value="5/13/2015"' in form
    assert "Bulan 13 tidak ada." in form

    cells = run.rows.get(number=3).cells
    wrong = client.post(fix, cells | {"enacted_on": "5/14/2015"})
    assert (wrong.status_code, 'value="5/14/2015"' in text(wrong)) == (200, True)
    assert client.post(fix, cells | {"enacted_on": "5/3/2015"}).url == address(run)
    assert "Semua baris dapat disimpan." in text(client.get(address(run)))


def test_an_operator_can_neither_publish_nor_undo_what_is_public(client, operator, publisher, tmp_path):
    client.force_login(operator)
    run = previewed(tmp_path, "d.csv", csv_of(ROWS), operator)

    assert "dan terbitkan" not in text(client.get(address(run)))
    assert act(client, run, "terbit").status_code in (302, 403)
    run.refresh_from_db()
    assert (run.state, run.publish) == ("siap", False)
    runs.move(run, WRITING, publish=True)
    while run.state == WRITING:
        run = runs.advance(run, RegulationImporter(), publisher)
    assert "Ya, urungkan" not in text(client.get(address(run)))
    act(client, run, "urungkan")
    assert RegulationPage.objects.filter(live=True).count() == 5


def test_a_publisher_publishes_an_operators_drafts_and_takes_them_back(client, operator, publisher, tmp_path):
    run = imported(tmp_path, "d.csv", csv_of(ROWS), operator, publish=False)
    client.force_login(publisher)

    assert "Terbitkan 5 draf ini" in text(client.get(address(run)))
    act(client, run, "terbitkan")
    act(client, run, "lanjut")
    assert RegulationPage.objects.filter(live=True).count() == 5
    assert "Ya, urungkan" in text(client.get(address(run)))
    act(client, run, "urungkan")
    act(client, run, "lanjut")
    assert not RegulationPage.objects.exists()


def test_an_import_without_changes_says_so(client, operator, tmp_path):
    imported(tmp_path, "d.csv", csv_of(ROWS), operator, publish=False)
    run = previewed(tmp_path, "d.csv", csv_of(ROWS), operator)
    client.force_login(operator)

    assert "Tidak ada yang berubah." in text(client.get(address(run)))


def test_no_cell_becomes_markup(client, operator, tmp_path):
    row = ROWS[0] | {"tentang": "<script>alert(1)</script>", "jenis": "<b>Aneh</b>"}
    run = previewed(tmp_path, "<i>d.csv", csv_of([row]), operator)
    client.force_login(operator)

    for url in (address(run), reverse("import_row", args=[run.key, 2]), START):
        screen = text(client.get(url))
        assert "<script>alert" not in screen
        assert "<b>Aneh" not in screen
        assert "<i>d" not in screen


def test_the_example_is_read_by_the_import_itself(client, operator, tmp_path):
    client.force_login(operator)
    for ending in ("xlsx", "csv"):
        answer = client.get(f"{START}contoh.{ending}")
        run = previewed(tmp_path, f"contoh.{ending}", answer.content, operator)
        assert runs.counts(run) == {"baru": 2, "total": 2, "left": 0}
        runs.move(run, "dibatalkan")
    assert client.get(f"{START}contoh.pdf").status_code == 404


def test_the_example_for_excel_keeps_numbers_as_text(client, operator):
    client.force_login(operator)

    book = load_workbook(io.BytesIO(client.get(f"{START}contoh.xlsx").content))

    assert {
        cell.number_format for row in book.worksheets[0].iter_rows(min_row=2, max_row=9) for cell in row
    } == {"@"}
    table = client.get(f"{START}contoh.csv").content.decode("utf-8-sig")
    assert next(csv.reader(io.StringIO(table), delimiter=";"))[:3] == ["jenis", "nomor", "tahun"]


def test_strange_acts_and_addresses_do_nothing(client, operator, tmp_path):
    run = previewed(tmp_path, "d.csv", csv_of(ROWS), operator)
    client.force_login(operator)

    assert act(client, run, "meledak").status_code == 302
    run.refresh_from_db()
    assert run.state == "siap"
    assert client.get("/admin/impor/warga/").status_code == 404
    assert client.get(f"{address(run)}baris/99/").status_code == 404
    assert client.get(f"{address(run)}?tampil=<x>&halaman=abc").status_code == 200
    assert client.get(f"{address(run)}baris/{10**30}/").status_code == 404
    assert client.post(START, {}).status_code == 200
    assert client.post(address(run), {}).status_code == 302
    fix = f"{address(run)}baris/2/"
    assert client.post(fix, {}).status_code == 200
    assert (
        client.post(fix, {"number": "\0", "subject": "\ud800".encode("utf-8", "surrogatepass")}).status_code
        == 200
    )
    long = client.post(fix, {"text": "x" * 400_001})
    assert 'role="alert"' in text(long)


def test_the_cost_of_a_preview_does_not_grow_with_its_rows(
    client, operator, tmp_path, django_assert_max_num_queries
):
    client.force_login(operator)
    run = previewed(tmp_path, "d.csv", csv_of([regulation(number) for number in range(1, 61)]), operator)
    client.get(address(run))

    with django_assert_max_num_queries(30):
        client.get(address(run))
