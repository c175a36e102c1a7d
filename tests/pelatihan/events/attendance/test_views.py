"""The list of a session on the screen, without scripts; and the sheet that is typed in."""

import re
import uuid
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from pelatihan.events.attendance import runs
from pelatihan.events.attendance.cards import code_of
from pelatihan.events.attendance.lists import read_list
from pelatihan.events.attendance.queries import standings
from pelatihan.events.attendance.runs import Mark
from pelatihan.events.people.merges import merge
from pelatihan.models import Attendance, AttendanceNote, Participant
from tests.factories.home import UserFactory
from tests.factories.pelatihan import RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

EIGHT = datetime(2026, 11, 25, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(EIGHT + timedelta(minutes=10), tick=False) as traveller:
        yield traveller


@pytest.fixture
def ani():
    return UserFactory(roles=["Fasilitator"], first_name="Ani")


@pytest.fixture
def session(ani):
    found = SessionFactory(facilitators=[ani])
    found.event.programme.coordinator = ani
    found.event.programme.save()
    return found


@pytest.fixture
def siti(session):
    return RegistrationFactory(event=session.event, number=1, participant__name="Siti").participant


@pytest.fixture
def leading(client, ani):
    client.force_login(ani)
    return client


def at(session, rest=""):
    return f"/pelatihan/fasilitator/sesi/{session.pk}/{rest}"


def press(client, session, person, status, **values):
    data = {"key": str(uuid.uuid4()), "person": person.pk, "status": status, **values}
    return client.post(at(session, "tandai/"), data, follow=True).content.decode()


def status_of(session, person):
    return standings([session])[session.pk][person.pk]


def heads(session, person):
    return " ".join(Attendance.objects.get(session=session, participant=person).heads)


def test_a_press_marks_somebody(leading, session, siti):
    assert "Siti: hadir." in press(leading, session, siti, "hadir")
    assert status_of(session, siti) == "hadir"


def test_the_form_sent_twice_is_one_note(leading, session, siti):
    key = str(uuid.uuid4())
    for _ in range(2):
        press(leading, session, siti, "hadir", key=key)
    assert AttendanceNote.objects.count() == 1


def test_an_old_screen_overwrites_nothing(leading, session, siti, ani):
    seen = ""  # the screen was made when nobody had marked her
    runs.take(session, Mark(siti.pk, "izin", EIGHT), UserFactory(roles=["Fasilitator"], first_name="Budi"))
    words = press(leading, session, siti, "hadir", seen=seen, change="1")
    assert "Budi sudah menandai “Izin”" in words
    assert status_of(session, siti) == "izin"
    press(leading, session, siti, "hadir", seen=heads(session, siti), change="1")
    assert status_of(session, siti) == "hadir"


def test_a_mark_is_taken_back(leading, session, siti):
    press(leading, session, siti, "hadir")
    press(leading, session, siti, "batal", seen=heads(session, siti))
    assert status_of(session, siti) == ""
    assert AttendanceNote.objects.count() == 2


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"person": "x"},
        {"status": "lulus"},
        {"key": "x"},
        {"seen": "x"},
        {"status": "batal"},
        {"person": "9" * 30},
    ],
)
def test_what_is_no_press_changes_nothing(leading, session, siti, data):
    sent = {"key": str(uuid.uuid4()), "person": siti.pk, "status": "hadir", **data} if data else {}
    answer = leading.post(at(session, "tandai/"), sent, follow=True)
    assert "tidak ada yang diubah" in answer.content.decode()
    assert not AttendanceNote.objects.exists()


def test_a_session_that_is_not_his_does_not_exist(client, session, siti):
    client.force_login(UserFactory(roles=["Fasilitator"]))
    assert client.get(at(session)).status_code == 404
    assert client.post(at(session, "tandai/"), {}).status_code == 404


def test_the_course_of_a_session(leading, session, siti):
    other = RegistrationFactory(event=session.event, number=2, participant__name="Budi").participant
    press(leading, session, siti, "hadir")
    asked = leading.get(at(session, "tutup/")).content.decode()
    assert "1 orang belum ditandai" in asked
    assert "Budi" in asked
    act = lambda word: leading.post(at(session, "keadaan/"), {"act": word}, follow=True).content.decode()  # noqa: E731
    assert "Sesi ditutup." in act("tutup")
    assert status_of(session, other) == "tidak_hadir"
    assert "Keadaan sesi ini sudah berubah" in act("tutup")
    assert "Sesi dibuka lagi." in act("buka_lagi")
    assert status_of(session, other) == ""
    act("tutup")
    assert "Sesi disahkan." in act("sahkan")
    assert "Keadaan sesi ini sudah berubah" in act("buka_lagi")
    assert "tidak ada yang diubah" in act("hapus")


def test_only_the_coordinator_approves(client, session):
    helper = UserFactory(roles=["Fasilitator"])
    session.facilitators.add(helper)
    client.force_login(helper)
    client.post(at(session, "keadaan/"), {"act": "tutup"})
    for answer in (
        client.post(at(session, "keadaan/"), {"act": "sahkan"}, follow=True),
        client.get(at(session, "sahkan/"), follow=True),
    ):
        assert "Hanya koordinator program yang dapat mengesahkan" in answer.content.decode()
    session.refresh_from_db()
    assert session.state == "ditutup"
    assert "Menunggu disahkan oleh koordinator program" in answer.content.decode()


def test_before_approval_stands_what_is_still_to_be_made_sure(leading, ani, session, siti):
    assert leading.get(at(session, "sahkan/")).status_code == 302  # it is still open
    mark = Mark(siti.pk, "hadir", EIGHT, offset=timedelta(minutes=-190), offline=True)
    runs.take(session, mark, ani)
    leading.post(at(session, "keadaan/"), {"act": "tutup"})
    for place in ("", "sahkan/"):
        shown = leading.get(at(session, place)).content.decode()
        assert "Perlu dipastikan" in shown
        assert "jam HP yang mencatatnya selisih 3 jam" in shown
    assert "Belum ada foto atau pindaian" in shown
    press(leading, session, siti, "hadir", change="1", seen=heads(session, siti))
    assert "Perlu dipastikan" not in leading.get(at(session)).content.decode()


def test_times_are_those_of_the_place(leading, ani):
    """A session in Jayapura is noted and read on the clock there, though the village lies elsewhere."""
    session = SessionFactory(zone="Asia/Jayapura", facilitators=[ani], event__programme__coordinator=ani)
    siti = RegistrationFactory(event=session.event, participant__name="Siti").participant
    runs.take(session, Mark(siti.pk, "hadir", EIGHT + timedelta(minutes=2), offline=True), ani)
    assert "10.02, Ani" in leading.get(at(session)).content.decode()
    assert "pukul 10.02 WIT, Ani" in leading.get(at(session, f"orang/{siti.pk}/")).content.decode()
    data = leading.get(f"/pelatihan/fasilitator/presensi/{session.pk}.json").json()
    assert [person["when"] for person in data["people"]] == ["10.02"]


def test_closing_before_the_end_tells_when_that_is(leading, session, clock):
    early = "Menurut jadwalnya, sesi ini baru selesai Rabu, 25 November 2026, pukul 10.00 WIB."
    assert early in leading.get(at(session, "tutup/")).content.decode()
    clock.move_to(EIGHT + timedelta(hours=2))
    assert "baru selesai" not in leading.get(at(session, "tutup/")).content.decode()


def test_a_late_note_is_taken_by_the_coordinator(leading, session, siti, ani):
    runs.close(session, ani)
    runs.approve(session, ani)
    mark = Mark(siti.pk, "hadir", EIGHT, offline=True)
    runs.take(session, mark, ani)
    assert "datang setelah sesi disahkan" in leading.get(at(session)).content.decode()
    leading.post(at(session, "susulan/"), {"note": str(mark.id)})
    assert status_of(session, siti) == "hadir"


def walk_in(client, session, **values):
    data = {"key": str(uuid.uuid4()), "mark": str(uuid.uuid4()), "name": "Wak Leman", "at": "3", "sex": "L"}
    return client.post(at(session, "datang-langsung/"), data | values, follow=True).content.decode()


def test_somebody_without_an_invitation_is_there_in_one_press(leading, session, siti):
    keys = {"key": str(uuid.uuid4()), "mark": str(uuid.uuid4())}
    for _ in range(2):
        assert "Wak Leman dicatat hadir." in walk_in(leading, session, **keys)
    person = Participant.objects.get(name="Wak Leman")
    assert status_of(session, person) == "hadir"


def test_a_similar_name_is_told_and_stops_nobody(leading, session, siti):
    words = walk_in(leading, session, name="SITI, S.Pd.", at="")
    assert "Namanya mirip dengan Siti" in words
    assert Participant.objects.filter(name="SITI, S.Pd.").exists()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": ""}, "Tulis namanya."),
        ({"name": "A" * 201}, "200"),
        ({"name": "Ali 1504021203800001"}, "Jangan menulis NIK"),
        ({"at": "dusun"}, "RT ditulis dengan angka"),
        ({"sex": "X"}, "pilihan"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_typing_stays(leading, session, values, words):
    shown = walk_in(leading, session, **values)
    assert words.lower() in shown.lower()
    assert 'value="3"' in shown or 'value="dusun"' in shown
    assert not Participant.objects.filter(registrations__event=session.event).exists()


def test_all_notes_about_somebody_are_shown_with_who_and_why(leading, session, siti):
    press(leading, session, siti, "izin", reason="Panen")
    press(leading, session, siti, "hadir", seen=heads(session, siti), change="1")
    shown = leading.get(at(session, f"orang/{siti.pk}/")).content.decode()
    assert "Alasan: Panen" in shown
    assert shown.count("<b>Izin</b>") == 1
    assert shown.count("<b>Hadir</b>") == 1


def test_somebody_came_for_another(leading, session, siti):
    data = {"key": str(uuid.uuid4()), "by": "Rudi", "at": "2"}
    for _ in range(2):
        leading.post(at(session, f"orang/{siti.pk}/diwakili/"), data)
    rudi = Participant.objects.get(name="Rudi")
    assert standings([session])[session.pk] == {siti.pk: "diwakili", rudi.pk: "hadir"}
    shown = leading.get(at(session, f"orang/{rudi.pk}/")).content.decode()
    assert "mewakili Siti" in shown


def test_a_representative_who_is_noted_otherwise_is_told_and_nothing_is_noted(leading, session, siti):
    budi = RegistrationFactory(event=session.event, number=2, participant__name="Budi").participant
    other = UserFactory(roles=["Fasilitator"], first_name="Wati")
    runs.take(session, Mark(budi.pk, "izin", EIGHT), other)
    data = {"key": str(uuid.uuid4()), "by": "Budi"}
    shown = leading.post(at(session, f"orang/{siti.pk}/diwakili/"), data, follow=True).content.decode()
    assert "Wati sudah menandai “Izin”" in shown
    assert standings([session])[session.pk] == {siti.pk: "", budi.pk: "izin"}


def test_who_was_marked_since_the_screen_was_made_is_not_represented(leading, session, siti):
    other = UserFactory(roles=["Fasilitator"], first_name="Wati")
    runs.take(session, Mark(siti.pk, "hadir", EIGHT), other)
    data = {"key": str(uuid.uuid4()), "by": "Rudi", "seen": ""}
    leading.post(at(session, f"orang/{siti.pk}/diwakili/"), data)
    assert status_of(session, siti) == "hadir"
    assert not Participant.objects.filter(name="Rudi").exists()


def test_in_time_by_hand_after_the_limit_needs_a_reason(leading, session, siti, clock):
    clock.move_to(EIGHT + timedelta(minutes=40))
    press(leading, session, siti, "hadir")
    assert status_of(session, siti) == "terlambat"
    why = {"seen": heads(session, siti), "change": "1", "reason": "Datang pukul 07.50, baru ditandai"}
    press(leading, session, siti, "hadir", **why)
    assert status_of(session, siti) == "hadir"
    shown = press(leading, session, siti, "terlambat", seen=heads(session, siti), change="1")
    assert "Tulis alasan" in shown
    assert status_of(session, siti) == "hadir"


@pytest.mark.parametrize("person", ["1", "99999999", "100000000000000000000"])
def test_nobody_of_this_list_cannot_be_represented(leading, session, siti, person):
    person = person if person != str(siti.pk) else "2"
    data = {"key": str(uuid.uuid4()), "by": "Rudi"}
    assert leading.post(at(session, f"orang/{person}/diwakili/"), data).status_code == 404
    assert not AttendanceNote.objects.exists()


# The sheet that is typed in


def sheet(client, session, changes=None, **values):
    """Sends the screen as it was made, with changes."""
    page = client.get(at(session, "kertas/")).content.decode()
    data = dict(re.findall(r'<input type="hidden" name="([a-z0-9]+)" value="([^"]*)"', page))
    for name, chosen in re.findall(r'<select id="(s\d+)"(.*?)</select>', page, re.S):
        found = re.search(r'<option value="([a-z_]*)" selected', chosen)
        data[name] = found[1] if found else ""
    data |= {f"s{person.pk}": status for person, status in (changes or {}).items()} | values
    return data, lambda: client.post(at(session, "kertas/"), data, follow=True).content.decode()


def test_the_sheet_is_typed_in_in_its_order_and_only_what_changed(leading, session, siti):
    budi = RegistrationFactory(event=session.event, number=2, participant__name="Budi").participant
    _, send = sheet(leading, session, {siti: "hadir"})
    assert "1 baris disimpan." in send()
    assert "1 baris disimpan." in send()  # the same form once more
    assert standings([session])[session.pk] == {siti.pk: "hadir", budi.pk: ""}
    note = AttendanceNote.objects.get()
    assert note.method == "kertas"


def test_typing_overwrites_nothing_that_came_since(leading, session, siti):
    _, send = sheet(leading, session, {siti: "tidak_hadir"})
    other = UserFactory(roles=["Fasilitator"], first_name="Budi")
    runs.take(session, Mark(siti.pk, "hadir", EIGHT), other)
    assert "Budi sudah menandai “Hadir”" in send()
    assert status_of(session, siti) == "hadir"


def test_whoever_wrote_himself_into_an_empty_row_came_without_an_invitation(leading, session, siti):
    _, send = sheet(leading, session, name0="Pak Karim", at0="RT 5", name1="Bu Ros", at1="?")
    shown = send()
    assert "RT ditulis dengan angka" in shown
    assert 'value="Bu Ros"' in shown
    data, send = sheet(leading, session, name0="Pak Ali", at0="RT 5")
    assert "1 baris disimpan." in send()
    assert Participant.objects.filter(name="Pak Karim").count() == 1
    assert status_of(session, Participant.objects.get(name="Pak Karim")) == "hadir"


def test_who_is_one_with_somebody_of_another_event_is_marked_in_both(leading, ani, session, siti):
    """On the list, by his card, typed in from paper and by the phone; he is expected once in each."""
    second = SessionFactory(event__programme=session.event.programme, facilitators=[ani])
    other = RegistrationFactory(event=second.event, participant__name="Siti A.").participant
    merge(siti, other, ani)
    shown = leading.get(at(second)).content.decode()
    assert f'name="person" value="{siti.pk}"' in shown
    data = leading.get(f"/pelatihan/fasilitator/presensi/{second.pk}.json").json()
    (line,) = data["people"]
    assert (line["id"], sorted(line["cards"])) == (siti.pk, sorted([code_of(siti), code_of(other)]))
    cards = leading.get(f"/pelatihan/fasilitator/kegiatan/{second.event_id}/kartu/").content.decode()
    assert code_of(siti) in cards
    press(leading, second, siti, "hadir")
    press(leading, session, siti, "izin")
    assert standings([session, second]) == {session.pk: {siti.pk: "izin"}, second.pk: {siti.pk: "hadir"}}


def test_a_choice_changed_back_on_the_same_sheet_is_kept(leading, session, siti):
    """The sheet comes again with the key it had, since another row was wrong."""
    RegistrationFactory(event=session.event, number=2)
    form = {"key": str(uuid.uuid4()), f"w{siti.pk}": ""}
    for status in ("hadir", "izin", "hadir"):
        known = Attendance.objects.filter(session=session, participant=siti).first()
        heads_now = " ".join(known.heads) if known else ""
        leading.post(at(session, "kertas/"), form | {f"s{siti.pk}": status, f"h{siti.pk}": heads_now})
        assert status_of(session, siti) == status
        form[f"w{siti.pk}"] = status


def test_a_sheet_shows_what_stands(leading, session, siti):
    press(leading, session, siti, "izin")
    shown = leading.get(at(session, "kertas/")).content.decode()
    assert '<option value="izin" selected>' in shown


def test_the_rest_of_a_sheet_is_typed_in_at_once(leading, session, siti):
    """Only what differs is chosen; whoever has a mark already keeps it."""
    others = [RegistrationFactory(event=session.event).participant for _ in range(3)]
    press(leading, session, others[0], "izin")
    form = {f"{letter}{one.pk}": "" for one in (siti, *others) for letter in "sw"}
    form |= {f"s{others[0].pk}": "izin", f"w{others[0].pk}": "izin", f"s{others[1].pk}": "sakit"}
    leading.post(at(session, "kertas/"), form | {"key": str(uuid.uuid4()), "rest": "hadir"})
    assert [status_of(session, one) for one in (siti, *others)] == ["hadir", "izin", "sakit", "hadir"]
    leading.post(at(session, "kertas/"), form | {"key": str(uuid.uuid4()), "rest": "lulus"})
    assert [status_of(session, one) for one in (siti, *others)] == ["hadir", "izin", "sakit", "hadir"]


def test_guests_stay_on_the_list_of_an_approved_session(leading, ani, session, siti):
    """The sheet that is printed again has the rows of the one that was signed."""
    speaker = RegistrationFactory(event=session.event, role="narasumber").participant
    before = [line.person for line in read_list(session).lines]
    runs.close(session, ani)
    runs.approve(session, ani)
    session.refresh_from_db()
    assert [line.person for line in read_list(session).lines] == before == [siti, speaker]
