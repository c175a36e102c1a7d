"""The programme of the mission, rebuilt: its report says what was counted by hand.

30 were invited. 22 of them came, one of them late; one was represented by somebody who came for him; three were
excused, one was ill, three did not come. With the one who came without an invitation and the representative 24 people
were there, from seven RT: 10 men (Ketua RT 3, Karang Taruna 4, one official, the representative, the walk-in) and 14
women.
"""

import io
import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth import get_user_model
from openpyxl import load_workbook

from pelatihan.example.programme import load_programme
from pelatihan.models import Attendance, AttendanceNote, Certificate, Participant, Programme, Session
from pelatihan.reports import rules
from pelatihan.reports.queries import gather
from pelatihan.reports.runs import make_report
from tests.factories.home import UserFactory, VillageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme() -> Programme:
    VillageFactory(name="Contoh")
    with time_machine.travel(datetime(2026, 11, 27, 1, tzinfo=UTC), tick=False):
        yield load_programme()


@pytest.fixture
def figures(programme):
    return gather(programme)[0]


def test_it_makes_no_account_and_keeps_who_noted(programme):
    """A new installation is given its first sign-ins only while it has no account."""
    assert not get_user_model().objects.exists()
    notes = AttendanceNote.objects.filter(session__event__programme=programme)
    assert set(notes.values_list("recorded_by_name", flat=True)) == {"Fasilitator Contoh"}


def test_the_meeting(figures):
    meeting = figures["events"][0]
    assert (meeting["people"], meeting["walk_ins"]) == (32, 2)
    assert meeting["sessions"][0]["totals"] == {
        "expected": 32,
        "present": 24,
        "late": 1,
        "excused": 3,
        "ill": 1,
        "represented": 1,
        "absent": 3,
        "unmarked": 0,
    }


def test_invited_against_present(figures):
    assert figures["invited"] == 30
    came = figures["attendance"]
    assert (came["present"], came["rt"], came["without_rt"]) == (24, 7, 0)
    assert rules.percent(came["present"], figures["invited"]) == "80,0 %"


def test_the_speaker_is_noted_and_counted_nowhere(figures, programme):
    assert figures["speakers"] == ["Narasumber Contoh"]
    assert Attendance.objects.filter(participant__name="Narasumber Contoh", status="hadir").exists()
    assert figures["attendance"]["registered"] == 32


def test_people_and_visits(figures):
    """24 at the meeting; of the twelve who were trained 12, 11 and 10: without (10) on the second day, without (9), who
    was excused, and (22) on the third."""
    training = figures["events"][1]["sessions"]
    assert [one["totals"]["present"] for one in training] == [12, 11, 10]
    assert [one["totals"]["late"] for one in training] == [1, 0, 0]
    assert [one["totals"]["excused"] for one in training] == [0, 0, 1]
    assert figures["attendance"]["visits"] == 24 + 33
    assert figures["attendance"]["expected_visits"] == 32 + 36


def test_each_sum_is_who_was_expected(figures):
    for event in figures["events"]:
        for one in event["sessions"]:
            found = dict(one["totals"])
            expected, _ = found.pop("expected"), found.pop("late")
            assert sum(found.values()) == expected


def groups(figures, title):
    return {one["name"]: (one["registered"], one["present"]) for one in figures["groups"][title]}


def test_by_rt_sex_age_and_element(figures):
    assert groups(figures, "RT") == {
        "RT 01": (5, 4),
        "RT 02": (6, 3),
        "RT 03": (5, 4),
        "RT 04": (4, 4),
        "RT 05": (4, 4),
        "RT 06": (6, 3),
        "RT 07": (2, 2),
    }
    assert groups(figures, "L/P") == {"Laki-laki": (17, 10), "Perempuan": (15, 14)}
    assert groups(figures, "Kelompok umur") == {
        "18–35 tahun": (7, 7),
        "36–59 tahun": (17, 11),
        "60 tahun ke atas": (6, 4),
        "Tidak dicatat": (2, 2),
    }
    assert groups(figures, "Unsur")["Karang Taruna"] == (4, 4)


def test_scores_and_gain(figures):
    """Ten pairs: 90 of 200 points before and 150 after, 45 and 75 of 100. Gain (75 - 45) / (100 - 45) = 30/55 = 0,55.
    The single gains are 6/12, 8/12, 6/10, 8/14, 6/11, 6/8, 6/13, 7/10, 4/9 and 3/11: their mean is 0,55."""
    facts = {fact["name"]: fact["figure"] for fact in figures["facts"]}
    assert facts["Orang yang ikut kedua tes"] == "10"
    assert facts["Rata-rata tes awal"] == "45,00"
    assert facts["Rata-rata tes akhir"] == "75,00"
    assert facts["Selisih"] == "30,00 poin"
    assert facts["Kenaikan kelas (N-gain dari rata-rata)"] == "0,55"
    assert facts["Rata-rata kenaikan tiap orang"] == "0,55"
    assert "1 orang hanya ikut tes akhir, jadi tidak dihitung." in figures["remarks"]
    assert any(remark.startswith("1 orang hanya ikut tes awal") for remark in figures["remarks"])


def test_certificates(figures, programme):
    """75 % of three sessions are all three: (1) to (8) and (21). Of the two who missed one none gets any."""
    attended = Certificate.objects.filter(programme=programme, kind="kehadiran")
    assert sorted(one.participant.name for one in attended) == sorted(
        f"Peserta Contoh {number:02}" for number in (*range(1, 9), 21)
    )
    names = {name for _, name, kind, _ in figures["certificates"]}
    assert "Wakil Contoh" not in names
    assert len({number for number, *_ in figures["certificates"]}) == len(figures["certificates"])


def test_a_reprint_says_the_same(programme, client):
    client.force_login(UserFactory(is_superuser=True))
    report = make_report(programme)
    address = f"/pelatihan/fasilitator/program/{programme.pk}/laporan/{report.pk}/"
    before = client.get(address).content
    table = client.get(f"{address}laporan.xlsx").content
    Participant.objects.filter(name="Peserta Contoh 01").update(name="Nama Lain", rt=9)
    Attendance.objects.filter(session__event__programme=programme).update(unsure=True)
    after = client.get(address).content
    assert _without_tokens(after) == _without_tokens(before)
    rows = [tuple(cell.value for cell in row) for row in load_workbook(io.BytesIO(table))["Kehadiran"].rows]
    assert len(rows) == 33
    again = client.get(f"{address}laporan.xlsx").content
    assert rows == [
        tuple(cell.value for cell in row) for row in load_workbook(io.BytesIO(again))["Kehadiran"].rows
    ]


def _without_tokens(page: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", page)


def test_the_report_for_everybody_names_nobody_and_no_small_number(programme, client):
    client.force_login(UserFactory(is_superuser=True))
    report = make_report(programme)
    shown = client.get(f"/pelatihan/fasilitator/program/{programme.pk}/laporan/{report.pk}/?untuk=umum")
    text = shown.content.decode()
    assert "Peserta Contoh" not in text
    assert shown.context["groups"]["RT"][0] == ("RT 01", "5", "<5")
    assert "24 orang hadir" in text


def test_one_button_makes_one_report(programme, client):
    client.force_login(UserFactory(is_superuser=True))
    key = "5d0c6f0e-8f55-4b0b-9d55-7a0c2f7f1e11"
    for _ in range(2):
        client.post(f"/pelatihan/fasilitator/program/{programme.pk}/laporan/", {"key": key})
    assert programme.reports.count() == 1


def test_loading_again_makes_nothing_again(programme):
    counts = [model.objects.count() for model in (Programme, Session, Participant, Attendance, Certificate)]
    load_programme()
    assert counts == [
        model.objects.count() for model in (Programme, Session, Participant, Attendance, Certificate)
    ]
