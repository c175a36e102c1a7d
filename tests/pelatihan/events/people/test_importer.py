"""An invitation list: read as offices write it, repeatable, and decided by people where names are alike."""

import io
import uuid

import pytest
from openpyxl import Workbook

from home.casework import access_log
from pelatihan.events.people import importer
from pelatihan.events.programmes.runs import leave
from pelatihan.models import Participant, Registration
from project.lib.spreadsheets import SpreadsheetError
from tests.factories.home import UserFactory
from tests.factories.pelatihan import EventFactory, ParticipantFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


def table(*rows) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


HEAD = ["No", "Nama", "L/P", "RT", "Jabatan/Unsur", "No. HP", "Umur"]
LIST = table(
    ["DAFTAR UNDANGAN"],
    HEAD,
    [1, "Hj. Nur'aini, S.Pd.", "P", "RT 01", "Guru", 81234567890, 61],
    [2, "Budi Santoso", "L", "002/001", "Ketua RT", "0812-3456-7891", 40],
    [3, "", "L", "3", "", "", ""],
)


@pytest.fixture
def event():
    return EventFactory()


def brought(event, data, decisions=None):
    rows = importer.compare(event, importer.read(data))
    return importer.write(event, rows, decisions or {})


def test_a_list_is_read_with_its_headings_and_the_zero_that_the_spreadsheet_ate(event):
    assert brought(event, LIST) == importer.Outcome(added=2, known=0, left=0)
    one, other = Participant.objects.order_by("pk")
    assert (one.name, one.sex, one.rt, one.element, one.phone, one.age_group) == (
        "Hj. Nur'aini, S.Pd.",
        "P",
        1,
        "Guru",
        "+6281234567890",
        "lansia",
    )
    assert (other.rt, other.rw, other.phone, other.age_group) == (2, 1, "+6281234567891", "dewasa")


def test_the_same_list_again_brings_nobody_twice(event):
    brought(event, LIST)
    assert brought(event, LIST) == importer.Outcome(added=0, known=2, left=0)
    assert Participant.objects.count() == 2


def test_a_csv_as_excel_writes_it_here(event):
    data = "\ufeffNama;RT;L/P\r\nSiti Aminah;01;P\r\n".encode()
    assert brought(event, data).added == 1
    assert Participant.objects.get().rt == 1


def test_a_name_that_is_alike_is_decided_by_somebody(event):
    known = ParticipantFactory(name="Siti Aminah", rt=2)
    data = table(["Nama", "RT"], ["SITI AMINNAH", "2"], ["Wak Leman", "5"])
    with pytest.raises(ValueError) as fault:  # noqa: PT011  the rows are looked at
        brought(event, data)
    assert fault.value.args[0] == [2]
    assert not Registration.objects.exists()
    assert brought(event, data, {2: str(known.pk)}).added == 2
    assert Participant.objects.count() == 2
    assert brought(event, data).known == 2


def test_a_name_that_is_alike_may_be_somebody_new_or_nobody(event):
    ParticipantFactory(name="Siti Aminah", rt=2)
    data = table(["Nama", "RT"], ["Siti Aminah", "2"])
    assert brought(event, data, {2: "lewati"}) == importer.Outcome(0, 0, 1)
    assert brought(event, data, {2: "baru"}).added == 1
    assert Participant.objects.filter(name="Siti Aminah").count() == 2


def test_a_decision_for_somebody_else_is_none(event):
    stranger = ParticipantFactory(name="Orang Lain")
    ParticipantFactory(name="Siti Aminah")
    with pytest.raises(ValueError):  # noqa: PT011
        brought(event, table(["Nama"], ["Siti Aminah"]), {2: str(stranger.pk)})


def test_whoever_is_in_the_event_already_is_known(event):
    RegistrationFactory(event=event, participant__name="Siti Aminah", participant__rt=2)
    assert brought(event, table(["Nama", "RT"], ["Siti Aminah", "RT.02"])).known == 1


def test_a_row_that_is_wrong_is_told_and_the_others_are_taken(event):
    data = table(
        ["Nama", "RT"],
        ["Ali 1504021203800001", "1"],
        ["A" * 201, "1"],
        ["Budi", "1"],
        ["BUDI", "RT 1"],
        ["Wati", "dusun"],
    )
    rows = importer.compare(event, importer.read(data))
    assert [bool(row.fault) for row in rows] == [True, True, False, True, False]
    assert "1504021203800001" not in str(rows)
    assert rows[3].fault == "Sama dengan baris 4. Bila ini orang lain, beri pembeda di namanya."
    assert rows[4].notes == ["“dusun” tidak terbaca sebagai RT, jadi RT-nya kosong."]
    assert importer.write(event, rows, {}).added == 2


def test_a_formula_stays_a_name(event):
    brought(event, b"Nama;RT\n=cmd|' /C calc'!A0;1\n")
    assert Participant.objects.get().name.startswith("=cmd")


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4", table(["No", "Alamat"], [1, "x"]), table(["Nama"], *[["A"]] * 501)]
)
def test_what_is_no_list_is_told_in_words(data):
    with pytest.raises(SpreadsheetError):
        importer.read(data)


def test_from_the_file_to_the_list_on_the_screen(event, client):
    client.force_login(UserFactory(is_superuser=True))
    known = ParticipantFactory(name="Siti Aminah", rt=2)
    address = f"/pelatihan/fasilitator/berkas/kegiatan/{event.pk}/impor/"
    file = io.BytesIO(table(["Nama", "RT"], ["Siti Aminah", "2"], ["Budi", "3"]))
    file.name = "undangan.xlsx"
    shown = client.post(address, {"file": file})
    rows = shown.context["table"]
    (logged,) = access_log.of("kegiatan", event.pk)
    assert (logged.action, logged.what) == ("lihat", "daftar undangan yang diimpor")
    assert not Registration.objects.exists()
    again = client.post(address, {"rows": rows})
    assert "Ada yang belum diputuskan" in again.content.decode()
    for _ in range(2):
        client.post(address, {"rows": rows, "d2": str(known.pk)})
    assert Registration.objects.filter(event=event).count() == 2


ROW = '{"number": %s, "name": "A", "sex": "", "at": {"rt": null, "rw": null}, "dusun": "", "element": "", '
ROW += '"phone": "", "age_group": "", "note": "", "fault": ""}'


@pytest.mark.parametrize(
    "rows",
    [
        f"[{ROW % '1e999'}]",
        f"[{', '.join([ROW % 2] * 501)}]",
        "",
        "x",
        "{}",
        "[1]",
        '[{"name": 1}]',
        "[" * 3000,
    ],
)
def test_a_preview_that_was_tampered_with_writes_nothing(event, client, rows):
    client.force_login(UserFactory(is_superuser=True))
    client.post(f"/pelatihan/fasilitator/berkas/kegiatan/{event.pk}/impor/", {"rows": rows})
    assert not Registration.objects.exists()


@pytest.mark.parametrize(
    ("line", "name", "note", "facts"),
    [
        ("Siti Aminah", "Siti Aminah", "", {}),
        ("2. Siti Aminah, RT 02", "Siti Aminah", "", {"rt": 2}),
        ("Hj. Nur'aini, S.Pd., RT 02/RW 01, P", "Hj. Nur'aini, S.Pd.", "", {"rt": 2, "rw": 1, "sex": "P"}),
        ("Budi, S.Kom, M.Si, L, ketua rt", "Budi, S.Kom, M.Si", "", {"sex": "L", "element": "ketua rt"}),
        ("Ani, A.Md.Keb, guru PAUD", "Ani, A.Md.Keb", "guru PAUD", {}),
        ("Budi, anak Pak Leman, pakai topi", "Budi", "anak Pak Leman, pakai topi", {}),
        ("Siti,", "Siti", "", {}),
    ],
)
def test_a_typed_line_is_told_apart_by_what_stands_in_it(line, name, note, facts):
    (row,) = importer.read_lines(f"\n{line}\n")
    assert (row.name, row.note, row.fault) == (name, note, "")
    assert {key: value for key, value in row.facts.items() if value} == facts


@pytest.mark.parametrize("line", [", RT 02", "Ali, 1504021203800001", "A" * 201])
def test_a_typed_line_without_a_name_or_with_a_nik_is_told(line):
    (row,) = importer.read_lines(line)
    assert row.fault
    assert "1504021203800001" not in str(row)


def test_a_second_list_fills_gaps_and_overwrites_nothing(event):
    brought(event, table(["Nama", "RT", "Unsur"], ["Siti", "2", "Kader posyandu"]))
    data = table(["Nama", "RT", "Unsur", "L/P", "HP"], ["Siti", "2", "Guru", "P", "081234567890"])
    assert brought(event, data).known == 1
    siti = Participant.objects.get()
    assert (siti.element, siti.sex, siti.phone) == ("Kader posyandu", "P", "+6281234567890")


def test_who_was_taken_out_comes_back_with_the_list(event):
    brought(event, table(["Nama"], ["Siti"]))
    leave(Registration.objects.get())
    assert brought(event, table(["Nama"], ["Siti"])).known == 1
    assert Registration.objects.get().removed_at is None


def test_two_of_one_name_are_told_apart_by_a_note(event):
    data = table(["Nama", "RT", "Keterangan"], ["Siti", "2", "guru"], ["Siti", "2", "bidan"])
    assert brought(event, data).added == 2
    assert brought(event, data).known == 2


def test_the_key_of_a_row_is_that_of_its_event(event):
    row = importer.Row(2, "Siti")
    assert row.key(event) == importer.Row(9, "SITI, S.Pd.").key(event)
    assert row.key(event) != row.key(EventFactory())
    assert isinstance(row.key(event), uuid.UUID)
