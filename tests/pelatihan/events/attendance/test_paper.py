"""The sheet to sign: what stands on it, and that everything fits."""

from datetime import UTC, datetime, timedelta

import pypdfium2
import pytest
import time_machine

from pelatihan.events.attendance import runs
from pelatihan.events.attendance.lists import corrections, read_list
from pelatihan.events.attendance.paper import USUAL, columns_of, sheet_pdf
from pelatihan.events.attendance.runs import Mark
from pelatihan.events.letterheads import Letterhead
from tests.factories.home import OfficialFactory, UserFactory, VillageFactory
from tests.factories.pelatihan import RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

EIGHT = datetime(2026, 11, 25, 1, tzinfo=UTC)
HEAD = Letterhead(
    ("PEMERINTAH KABUPATEN BATANGHARI", "KECAMATAN PEMAYUNG", "DESA CONTOH"),
    "Jalan Balai Desa",
    "Contoh",
    (("Kepala Desa Contoh", "Nama Contoh"), ("Ketua Pelaksana", "")),
)


def text_of(document: bytes) -> str:
    found = pypdfium2.PdfDocument(document)
    return "\n".join(page.get_textpage().get_text_range() for page in found)


def made(session, **values):
    options = {"columns": list(USUAL), "filled": False, "made_at": EIGHT, **values}
    return sheet_pdf(session, read_list(session).lines, HEAD, **options)


def test_the_blank_sheet_has_everybody_in_order_and_ten_empty_rows():
    session = SessionFactory(topic="Hari pertama")
    for number, name in enumerate(("Nur'aini, S.Pd.", "Budi"), 1):
        RegistrationFactory(
            event=session.event,
            number=number,
            participant__name=name,
            participant__rt=3,
            participant__sex="P",
        )
    words = text_of(made(session))
    assert words.index("Nur'aini, S.Pd.") < words.index("Budi")
    for expected in (
        "DAFTAR HADIR",
        "Rabu, 25 November 2026",
        "08.00–10.00 WIB",
        "Balai desa",
        "Hari pertama",
    ):
        assert expected in words
    assert "RT 03" in words
    assert "\n12" in words
    assert "\n13" not in words
    assert "Jangan menulis NIK" in words
    assert "Kepala Desa Contoh," in words


def test_a_name_of_200_letters_and_many_people_fit():
    session = SessionFactory()
    RegistrationFactory(event=session.event, number=1, participant__name="Ainun " * 33)
    for number in range(2, 60):
        RegistrationFactory(event=session.event, number=number, participant__element="Kader posyandu " * 4)
    words = text_of(made(session, columns=["lp", "alamat", "unsur", "hp"]))
    assert "…" in words
    assert "halaman 4 dari 4" in words


def test_the_filled_sheet_says_what_was_corrected_after_approval_and_why():
    session, ani = SessionFactory(), UserFactory(is_superuser=True, first_name="Ani")
    siti = RegistrationFactory(event=session.event, number=1, participant__name="Siti").participant
    with time_machine.travel(EIGHT + timedelta(hours=3), tick=False) as clock:
        runs.take(session, Mark(siti.pk, "hadir", EIGHT + timedelta(minutes=4)), ani)
        runs.close(session, ani)
        runs.approve(session, ani)
        clock.shift(timedelta(hours=1))
        session.refresh_from_db()
        heads = tuple(read_list(session).lines[0].heads)
        change = Mark(siti.pk, "izin", EIGHT + timedelta(hours=4), replaces=heads, reason="Salah orang")
        runs.take(session, change, ani)
    words = text_of(made(session, filled=True, footnotes=corrections(session)))
    assert "Izin (1)" in words
    assert "(1) Siti: diubah dari “Hadir” menjadi “Izin”" in words.replace("\r\n", " ")
    assert "Alasan: Salah orang" in words.replace("\r\n", " ")


@pytest.mark.parametrize(
    ("wanted", "columns"),
    [([], list(USUAL)), (["x"], list(USUAL)), (["hp", "lp"], ["lp", "hp"]), (["unsur"], ["unsur"])],
)
def test_the_columns_are_those_that_were_chosen(wanted, columns):
    assert columns_of(wanted) == columns


def test_the_sheet_of_a_village_bears_its_head_and_the_one_who_signs(client):
    VillageFactory(name="Contoh Jaya", regency="Contoh", district="Pemayung")
    OfficialFactory(name="Rahmat Contoh", position__name="Kepala Desa")
    session = SessionFactory()
    client.force_login(UserFactory(is_superuser=True))
    answer = client.get(f"/pelatihan/fasilitator/sesi/{session.pk}/daftar-hadir.pdf?kolom=lp")
    assert answer["Content-Type"] == "application/pdf"
    words = text_of(answer.content)
    for expected in (
        "PEMERINTAH KABUPATEN CONTOH",
        "KECAMATAN PEMAYUNG",
        "DESA CONTOH JAYA",
        "Rahmat Contoh",
    ):
        assert expected in words
