"""The facilitator reads what his programme achieved, and types in what was written on paper."""

import re
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from home.casework.models import AccessRecord
from home.casework.retention import forget, kinds
from pelatihan.evaluation.models import Assessment, Reaction, ReactionSheet, Score
from pelatihan.evaluation.runs import make_sheet
from tests.factories.evaluation import ReactionFactory, ScoreFactory, taken, two_tests
from tests.factories.home import UserFactory
from tests.factories.pelatihan import (
    EventFactory,
    LessonFactory,
    ParticipantFactory,
    ProgrammeFactory,
    RegistrationFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db

BEGINS = datetime(2026, 11, 25, 1, tzinfo=UTC)


@pytest.fixture
def ani(client):
    user = UserFactory(first_name="Ani", last_name="", roles=["Fasilitator"])
    client.force_login(user)
    return user


@pytest.fixture
def programme(ani):
    return ProgrammeFactory(name="Desa melek internet", coordinator=ani)


@pytest.fixture
def session(programme):
    return SessionFactory(event=EventFactory(programme=programme, kind="pelatihan_teknis", title="Pelatihan"))


@pytest.fixture
def people(session):
    found = [ParticipantFactory(name=name) for name in ("Siti", "Budi", "Ahmad")]
    for person in found:
        RegistrationFactory(event=session.event, participant=person)
    return found


def at(programme, rest="") -> str:
    return f"/pelatihan/fasilitator/program/{programme.pk}/evaluasi/{rest}"


def text_of(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_an_empty_programme_says_what_to_do(client, programme):
    text = text_of(client.get(at(programme)))
    assert "Belum ada tes awal dan tes akhir." in text
    assert "Program ini belum punya sesi." in text


def test_all_figures_stand_on_one_screen_beside_their_pictures(client, programme, session, people):
    lesson = LessonFactory()
    programme.courses.set([lesson.get_parent().specific])
    first, last = two_tests(lesson)
    for person in people:
        taken(first, person, 1, BEGINS - timedelta(hours=1))
        taken(last, person, 3, BEGINS + timedelta(hours=1))
    response = client.get(at(programme))
    text = text_of(response)
    assert "<b>0,67</b>" in text
    assert "tanpa kategori, karena kurang dari 5 orang" in text
    assert text.count('class="chart"') == text.count("</svg> <table") >= 2
    assert "no-store" in response["Cache-Control"]
    assert not re.search(r"<[^>]+\sstyle=", text)


def test_the_programme_leads_to_it(client, programme):
    page = text_of(client.get(f"/pelatihan/fasilitator/program/{programme.pk}/"))
    assert f'href="{at(programme)}"' in page


def test_whoever_leads_a_session_reads_it_too(client, ani):
    session = SessionFactory(facilitators=[ani])
    assert client.get(at(session.event.programme)).status_code == 200


def test_scores_are_for_whoever_leads_a_session_of_that_event(client, programme, session, people):
    """Whoever leads one of another event reads the totals, and neither reads nor types what somebody reached."""
    other = SessionFactory(event=EventFactory(programme=programme), facilitators=[UserFactory()])
    guest = RegistrationFactory(event=other.event, participant__name="Wati").participant
    Assessment.objects.create(programme=programme, way="kertas", equal=True)
    for person in (people[0], guest):
        for moment in ("awal", "akhir"):
            ScoreFactory(programme=programme, participant=person, moment=moment)
    leader = UserFactory(roles=["Fasilitator"])
    other.facilitators.set([leader])
    client.force_login(leader)
    for rest in ("", "nilai/"):
        text = text_of(client.get(at(programme, rest)))
        assert "Wati" in text
        assert "Siti" not in text
    assert client.get(at(programme, f"nilai/{people[0].pk}/")).status_code == 404
    assert client.post(at(programme, f"nilai/{people[0].pk}/"), {"awal": "1"}).status_code == 404
    assert Score.objects.get(participant=people[0], moment="awal").points == 5
    typed = {"awal_seen": "5", "akhir": "5", "akhir_seen": "5"}
    assert client.post(at(programme, f"nilai/{guest.pk}/"), typed | {"awal": "6"}).status_code == 302
    assert Score.objects.get(participant=guest, moment="awal").points == 6


def test_how_a_programme_measures_is_the_coordinators(client, programme, session):
    leader = UserFactory(roles=["Fasilitator"])
    session.facilitators.set([leader])
    client.force_login(leader)
    assert f'href="{at(programme, "cara/")}"' not in text_of(client.get(at(programme)))
    for answer in (
        client.get(at(programme, "cara/")),
        client.post(at(programme, "cara/"), measure(programme)),
    ):
        assert answer["Location"] == at(programme)
    assert "hanya diubah oleh koordinator" in text_of(client.get(at(programme)))
    assert not Assessment.objects.exists()


def test_whoever_looks_at_scores_with_names_is_logged_and_nothing_of_them(client, programme, people):
    siti = people[0]
    Assessment.objects.create(programme=programme, way="kertas", equal=True)
    for moment in ("awal", "akhir"):
        ScoreFactory(programme=programme, participant=siti, moment=moment)
    client.get(at(programme))
    client.get(at(programme, "nilai/"))
    client.get(at(programme, f"nilai/{siti.pk}/"))
    client.post(
        at(programme, f"nilai/{siti.pk}/"), {"awal": "7", "awal_seen": "5", "akhir": "5", "akhir_seen": "5"}
    )
    logged = AccessRecord.objects.order_by("pk").values_list("kind", "record", "action", "what")
    assert list(logged) == [
        ("program", str(programme.pk), "lihat", "nilai tiap orang"),
        ("program", str(programme.pk), "lihat", "nilai tes di kertas"),
        ("peserta", str(siti.pk), "lihat", "nilai tes di kertas"),
        ("peserta", str(siti.pk), "ubah", "nilai tes di kertas"),
    ]


def test_programmes_of_others_do_not_exist(client, ani):
    other = ProgrammeFactory()
    for rest in ("", "cara/", "nilai/"):
        assert client.get(at(other, rest)).status_code == 404


# How it measures


def measure(programme, **facts) -> dict:
    values = {
        "way": "kertas",
        "pre_out_of": "10",
        "post_out_of": "20",
        "equal": "on",
        "pre_until": "",
        "seen": "0",
    }
    return values | facts


def test_the_way_of_measuring_is_chosen(client, programme):
    answer = client.post(at(programme, "cara/"), measure(programme, pre_until="25/11/2026 08.30"))
    assert answer["Location"] == at(programme)
    found = Assessment.objects.get()
    assert (found.way, found.post_out_of, found.equal) == ("kertas", 20, True)
    assert found.pre_until == datetime(2026, 11, 25, 1, 30, tzinfo=UTC)


def test_what_is_typed_wrong_stays_and_is_told(client, programme):
    text = text_of(client.post(at(programme, "cara/"), measure(programme, post_out_of="dua puluh")))
    assert "Tulis angkanya saja" in text
    assert 'value="dua puluh"' in text
    assert not Assessment.objects.exists()


def test_a_colleague_who_was_quicker_is_not_written_over(client, programme):
    client.post(at(programme, "cara/"), measure(programme))
    text = text_of(client.post(at(programme, "cara/"), measure(programme, post_out_of="30")))
    assert "Fasilitator lain baru saja menyimpan: Tes di kertas" in text
    assert Assessment.objects.get().post_out_of == 20
    assert 'value="30"' in text
    client.post(at(programme, "cara/"), measure(programme, post_out_of="30", seen="1"))
    assert Assessment.objects.get().post_out_of == 30


def test_only_the_tests_of_its_courses_are_offered(client, programme):
    lesson = LessonFactory()
    programme.courses.set([lesson.get_parent().specific])
    first, last = two_tests(lesson)
    stranger, _ = two_tests(LessonFactory())
    text = text_of(client.get(at(programme, "cara/")))
    assert f'value="{first.pk}"' in text
    client.post(
        at(programme, "cara/"), measure(programme, way="kuis", pre_quiz=stranger.pk, post_quiz=last.pk)
    )
    assert not Assessment.objects.exists()


# Scores on paper


def test_scores_are_typed_in_the_order_of_the_list(client, programme, people):
    text = text_of(client.get(at(programme, "nilai/")))
    assert text.index("1. Siti") < text.index("2. Budi") < text.index("3. Ahmad")
    siti, budi, _ = people
    answer = client.post(at(programme, f"nilai/{siti.pk}/"), {"awal": "4,5", "akhir": "8", "berikutnya": "1"})
    assert answer["Location"] == at(programme, f"nilai/{budi.pk}/")
    assert "Disimpan: Siti, tes awal 4,5, tes akhir 8." in text_of(client.get(answer["Location"]))
    assert "tes awal: 4,5 dari 10, tes akhir: 8 dari 10" in text_of(client.get(at(programme, "nilai/")))
    score = Score.objects.get(moment="awal")
    assert (float(score.points), score.typed_by_name) == (4.5, "Ani")


def test_the_last_one_leads_back_to_the_list(client, programme, people):
    answer = client.post(at(programme, f"nilai/{people[2].pk}/"), {"awal": "5", "berikutnya": "1"})
    assert answer["Location"] == at(programme, "nilai/")


@pytest.mark.parametrize("typed", ["sepuluh", "11", "-1", "4.555", "1.000.000"])
def test_a_score_that_cannot_be_is_refused_and_stays_typed(client, programme, people, typed):
    text = text_of(client.post(at(programme, f"nilai/{people[0].pk}/"), {"awal": typed, "akhir": "7"}))
    assert f'value="{typed}"' in text
    assert 'value="7"' in text
    assert "Ada yang perlu diperbaiki" in text
    assert not Score.objects.exists()


def test_what_a_colleague_typed_meanwhile_is_shown_and_not_lost(client, programme, people):
    siti = people[0]
    ScoreFactory(programme=programme, participant=siti, points=7, typed_by_name="Beni")
    address = at(programme, f"nilai/{siti.pk}/")
    text = text_of(client.post(address, {"awal": "8", "awal_seen": "", "akhir": ""}))
    assert "Beni baru saja menyimpan 7. Simpan lagi bila yang Anda ketik ini yang benar." in text
    assert 'name="awal" value="8"' in text
    assert Score.objects.get().points == 7
    client.post(address, {"awal": "8", "awal_seen": "7"})
    assert Score.objects.get().points == 8


def test_sent_twice_it_is_one_score_and_emptied_it_is_none(client, programme, people):
    address = at(programme, f"nilai/{people[0].pk}/")
    client.post(address, {"awal": "8", "awal_seen": ""})
    client.post(address, {"awal": "8", "awal_seen": ""})
    assert Score.objects.get().points == 8
    client.post(address, {"awal": "", "awal_seen": "8"})
    assert not Score.objects.exists()


def test_a_score_keeps_the_length_of_its_own_test(client, programme, people):
    ScoreFactory(programme=programme, participant=people[0], points=7)
    Assessment.objects.create(programme=programme, way="kertas", pre_out_of=5)
    assert "Tes awal (dari 10)" in text_of(client.get(at(programme, f"nilai/{people[0].pk}/")))
    assert "Tes awal (dari 5)" in text_of(client.get(at(programme, f"nilai/{people[1].pk}/")))


def test_whoever_is_not_in_the_programme_has_no_score_in_it(client, programme, people):
    assert client.get(at(programme, f"nilai/{ParticipantFactory().pk}/")).status_code == 404


# Reactions


def test_the_address_is_made_once_and_can_be_hung_up(client, programme, session):
    address = at(programme, f"tanggapan/{session.pk}/")
    for _ in range(2):
        client.post(address)
    sheet = ReactionSheet.objects.get()
    text = text_of(client.get(address))
    assert f"/pelatihan/tanggapan/{sheet.code}/" in text
    assert 'class="qr"' in text


def test_a_few_lines_are_not_shown_and_five_are(client, programme, session):
    for _ in range(4):
        ReactionFactory(session=session, line="Ruangannya panas")
    address = at(programme, f"tanggapan/{session.pk}/")
    assert "Ruangannya panas" not in text_of(client.get(address))
    ReactionFactory(session=session, line="")
    text = text_of(client.get(address))
    assert text.count("Ruangannya panas") == 4
    assert "5 tanggapan: senang 5" in text


def test_the_session_of_another_programme_is_none_of_this_one(client, programme):
    assert client.get(at(programme, f"tanggapan/{SessionFactory().pk}/")).status_code == 404


def test_after_two_years_the_lines_go_and_the_faces_stay(session):
    for year in (2024, 2026):
        ReactionFactory(session=session, line="Bu Ani hebat", day=date(year, 3, 1))
    with time_machine.travel("2026-11-25 09:00 +0700"):
        (kind,) = [one for one in kinds() if one.key == "kalimat-tanggapan"]
        assert (forget(kind), forget(kind)) == (1, 0)
    assert sorted(Reaction.objects.values_list("day__year", "line")) == [(2024, ""), (2026, "Bu Ani hebat")]


# In the hall


@pytest.fixture
def door(session):
    with time_machine.travel("2026-11-25 09:00 +0700"):
        yield f"/pelatihan/tanggapan/{make_sheet(session).code}/"


def say(client, door, **facts):
    """As a browser sends it that says where the form stands."""
    values = {"key": str(uuid.uuid4()), "face": "senang", "line": ""} | facts
    return client.post(door, values, headers={"Origin": "http://testserver"})


@pytest.fixture
def resident():
    """Somebody with a browser that keeps Django's rules on forged forms."""
    return Client(enforce_csrf_checks=True)


def test_a_resident_says_it_without_account_or_cookie(resident, door):
    page = resident.get(door)
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert "csrfmiddlewaretoken" not in page.content.decode()
    answer = say(resident, door, line="  Terlalu\ncepat ")
    assert answer["Location"] == f"{door}terima-kasih/"
    assert "tanpa nama" in text_of(resident.get(answer["Location"]))
    assert not resident.cookies
    one = Reaction.objects.get()
    assert (one.face, one.line, str(one.day)) == ("senang", "Terlalu cepat", "2026-11-25")


def test_what_is_kept_names_nobody_and_no_hour():
    kept = {field.name for field in Reaction._meta.get_fields()}
    assert kept == {"key", "session", "face", "line", "day"}


def test_sent_again_it_is_one(resident, door):
    key = str(uuid.uuid4())
    for face in ("senang", "kecewa"):
        assert say(resident, door, key=key, face=face).status_code == 302
    assert Reaction.objects.get().face == "senang"


def test_a_nik_is_refused_and_the_line_stays(resident, door):
    text = text_of(say(resident, door, line="NIK saya 1504052101900001"))
    assert "tampak seperti NIK" in text
    assert "NIK saya 1504052101900001</textarea>" in text
    assert not Reaction.objects.exists()


def test_a_face_is_asked_for(resident, door):
    for face in ("", "marah"):
        assert "Pilih salah satu wajah." in text_of(say(resident, door, face=face, line="Bagus"))
    assert not Reaction.objects.exists()


def test_a_line_is_one_line(resident, door):
    assert "Terlalu panjang" in text_of(say(resident, door, line="a" * 301))
    say(resident, door, line="=1+1\x00")
    assert Reaction.objects.get().line == "=1+1"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-25 07:59 +0700", "belum mulai"),
        ("2026-11-26 10:01 +0700", "sudah ditutup"),
    ],
)
def test_outside_its_time_the_door_is_closed(resident, door, moment, words):
    with time_machine.travel(moment):
        assert words in text_of(resident.get(door))
        assert words in text_of(say(resident, door))
    assert not Reaction.objects.exists()


def test_a_day_later_it_is_still_open(resident, door):
    with time_machine.travel("2026-11-26 09:59 +0700"):
        say(resident, door)
    assert Reaction.objects.count() == 1


def test_wrong_codes_lead_nowhere(resident, door):
    code = door.split("/")[-2]
    wrong = ("A" if code[0] != "A" else "B") + code[1:]
    for other in (wrong, code[:-1], "X", "a" * 60):
        assert resident.get(f"/pelatihan/tanggapan/{other}/").status_code == 404
    assert resident.get(f"/pelatihan/tanggapan/{code.lower()}/").status_code == 200


def test_the_door_of_a_draft_is_none(resident, door, session):
    type(session).objects.update(state="draf")
    assert resident.get(door).status_code == 404


def test_a_form_on_another_site_is_refused(resident, door):
    values = {"key": str(uuid.uuid4()), "face": "kecewa"}
    for headers in ({"Origin": "https://jahat.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert resident.post(door, values, headers=headers).status_code == 403
    assert not Reaction.objects.exists()


def test_a_browser_that_says_nothing_is_asked_once_more(resident, door):
    values = {"key": str(uuid.uuid4()), "face": "biasa", "line": "Bagus"}
    text = text_of(resident.post(door, values))
    assert "Tekan “Kirim” sekali lagi" in text
    assert "Bagus</textarea>" in text
    assert not Reaction.objects.exists()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', text)[1]
    resident.post(door, values | {"csrfmiddlewaretoken": token})
    assert Reaction.objects.get().face == "biasa"
