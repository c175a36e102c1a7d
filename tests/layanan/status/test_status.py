"""A service that is disturbed or closed says so at once wherever its name stands, until its time is over; an Operator
sets it alone, a Penerbit is told, and nothing that two people write is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from home.models import ContentVersion, HomePage
from layanan.models import ServiceStatus
from layanan.status.changes import Overtaken, set_status
from project.lib.localdates import format_moment
from tests.factories.home import UserFactory
from tests.factories.layanan import GuideFactory, StatusFactory

pytestmark = pytest.mark.django_db

REASON = "Jaringan ke Disdukcapil putus."


def moment(**delta):
    return timezone.now().replace(second=0, microsecond=0) + timedelta(**delta)


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel("2026-11-26T05:00:00Z", tick=False):
        yield


@pytest.fixture
def guide():
    return GuideFactory(title="Kartu keluarga")


@pytest.fixture
def operator(client):
    user = UserFactory(roles=["Operator"], first_name="Siti", last_name="")
    client.force_login(user)
    return user


def places(client) -> dict[str, str]:
    """The words of every place where the name of the service stands."""
    home = HomePage.objects.get()
    guide = ServiceStatus.objects.get().guide
    home.tasks = [("task", {"icon": "card", "label": "KK", "note": "", "page": guide})]
    home.save_revision().publish()
    client.logout()
    addresses = {"guide": guide.url, "list": "/layanan/", "search": "/cari/?q=kartu+keluarga", "home": "/"}
    return {
        name: client.get(address).content.decode().partition("<main")[2]
        for name, address in addresses.items()
    }


@pytest.mark.parametrize(("state", "word"), [("gangguan", "Gangguan"), ("tutup", "Tutup sementara")])
def test_it_stands_wherever_the_name_of_the_service_stands(client, guide, state, word):
    until = moment(hours=3)
    StatusFactory(guide=guide, state=state, until=until)
    seen = places(client)
    assert [name for name, html in seen.items() if word not in html] == []
    assert REASON in seen["guide"]
    assert f"sampai {format_moment(until)}" in seen["guide"]


@pytest.mark.parametrize(
    "times",
    [
        {"since": {"hours": 1}},
        {"since": {"hours": -2}, "until": {"hours": -1}},
        {"since": {"hours": -2}, "until": {"hours": 0}},
    ],
    ids=["later", "over", "over this minute"],
)
def test_outside_its_time_nothing_is_said(client, guide, times):
    StatusFactory(guide=guide, **{name: moment(**delta) for name, delta in times.items()})
    assert [name for name, html in places(client).items() if "Gangguan" in html] == []


def test_the_clock_alone_begins_and_ends_it(client, guide):
    StatusFactory(guide=guide, since=moment(minutes=1), until=moment(minutes=2))
    said = []
    for seconds in (59, 60, 119, 120):
        with time_machine.travel(moment() + timedelta(seconds=seconds), tick=False):
            said.append("Gangguan" in client.get(guide.url).content.decode())
    assert said == [False, True, True, False]


def test_normal_says_nothing(client, guide):
    StatusFactory(guide=guide, state="normal", reason="", since=None)
    assert "Normal" not in client.get(guide.url).content.decode()


# What cannot be.


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"reason": " "}, "reason", "Tulis sebabnya"),
        ({"until": {"hours": -2}}, "until", "sesudah waktu mulai"),
        ({"since": {"hours": -3}, "until": {"hours": -2}}, "until", "sudah lewat"),
        ({"state": "lain"}, "state", "bukan pilihan yang valid"),
    ],
)
def test_it_is_refused_beside_its_field(guide, values, field, words):
    values = {name: moment(**value) if isinstance(value, dict) else value for name, value in values.items()}
    with pytest.raises(ValidationError) as fault:
        StatusFactory.build(guide=guide, **values).full_clean()
    assert words in fault.value.message_dict[field][0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "lain"},
        {"reason": ""},
        {"since": None},
        {"state": "normal"},
        {"until": moment(days=-400)},
    ],
)
def test_the_database_refuses_what_no_form_has_seen(guide, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        StatusFactory(guide=guide, **wrong)


def test_a_service_has_one_status(guide):
    StatusFactory(guide=guide)
    with pytest.raises(IntegrityError), transaction.atomic():
        StatusFactory(guide=guide)


def test_it_goes_with_its_guide_and_stays_when_the_text_is_published_anew(guide):
    StatusFactory(guide=guide)
    guide.save_revision().publish()
    assert ServiceStatus.objects.get().state == "gangguan"
    guide.delete()
    assert ServiceStatus.objects.count() == 0


# Setting it.


def post(client, guide, seen=0, **values):
    form = {"state": "tutup", "reason": REASON, "since": "", "until": "", "seen": seen} | values
    return client.post(reverse("service_status", args=[guide.pk]), form)


def test_an_operator_sets_it_at_once_with_a_trace(client, guide, operator):
    before = ContentVersion.current()
    assert post(client, guide, until="27/11/2026 08.00").status_code == 302
    row = ServiceStatus.objects.get()
    assert (row.guide.pk, row.state, row.reason, row.since) == (guide.pk, "tutup", REASON, moment())
    assert format_moment(row.until) == "Jumat, 27 November 2026, pukul 08.00 WIB"
    assert (row.set_by, row.set_by_name, row.set_at) == (operator, "Siti", timezone.now())
    assert ContentVersion.current() > before
    html = client.get(reverse("service_status", args=[guide.pk])).content.decode()
    assert f"Tutup sementara: {REASON} (sejak Kamis, 26 November 2026, pukul 12.00 WIB, sampai" in html
    assert "Tutup sementara" in client.get(guide.url).content.decode()


def test_back_to_normal_needs_no_reason_and_keeps_none(client, guide, operator):
    post(client, guide)
    assert (
        post(client, guide, seen=1, state="normal", reason="Sudah baik", until="27/11/2026 08.00").status_code
        == 302
    )
    row = ServiceStatus.objects.get()
    assert (row.state, row.reason, row.since, row.until) == ("normal", "", None, None)
    assert [entry.data["words"].partition(":")[0] for entry in ModelLogEntry.objects.order_by("pk")] == [
        "Tutup sementara",
        "Normal",
    ]


@pytest.mark.parametrize("seconds", [0, 59])
def test_a_second_tap_changes_nothing(client, guide, operator, seconds):
    post(client, guide)
    with time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=False):
        assert post(client, guide).status_code == 302
    assert (ServiceStatus.objects.get().version, ModelLogEntry.objects.count()) == (1, 1)


def test_who_comes_second_reads_what_the_first_has_written_before_writing_over_it(client, guide, operator):
    other = UserFactory(roles=["Operator"], first_name="Budi", last_name="")
    wanted = ServiceStatus(guide=guide, state="gangguan", reason="Listrik padam.", since=moment())
    set_status(wanted, 0, other)
    answer = post(client, guide, seen=0)
    html = answer.content.decode()
    assert "Budi baru saja mengisinya: “Gangguan: Listrik padam." in html
    assert REASON in html
    assert ServiceStatus.objects.get().reason == "Listrik padam."
    assert 'name="seen" value="1"' in html
    assert post(client, guide, seen=1).status_code == 302
    assert ServiceStatus.objects.get().reason == REASON
    assert ModelLogEntry.objects.count() == 2


def test_writing_over_an_unseen_change_is_refused_below_the_form_too(guide, operator):
    set_status(ServiceStatus(guide=guide, state="tutup", reason="Banjir.", since=moment()), 0, operator)
    with pytest.raises(Overtaken):
        set_status(ServiceStatus(guide=guide, state="tutup", reason="Libur.", since=moment()), 0, operator)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"until": "besok"}, "until"),
        ({"reason": ""}, "reason"),
        ({"state": ""}, "state"),
        ({"reason": "x" * 301}, "reason"),
    ],
)
def test_what_was_typed_stays_in_the_form(client, guide, operator, values, field):
    answer = post(client, guide, **{"reason": "Sebab yang diketik", **values})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert values.get("reason", "Sebab yang diketik") in answer.content.decode()
    assert ServiceStatus.objects.count() == 0


@pytest.mark.parametrize("seen", ["", "dua", "-1", "9" * 30])
def test_a_broken_version_is_no_error(client, guide, operator, seen):
    assert post(client, guide, seen=seen).status_code in (200, 302)


def test_the_list_puts_first_what_is_out_of_order(client, guide, operator):
    GuideFactory(title="Akta")
    GuideFactory(title="Draf", live=False)
    StatusFactory(guide=guide, set_by_name="Siti")
    html = client.get(reverse("service_statuses")).content.decode()
    assert html.index("Kartu keluarga") < html.index("Akta")
    assert f"Gangguan: {REASON}" in html
    assert "Draf" not in html


def test_the_first_screen_and_the_editor_lead_there(client, guide, operator):
    assert reverse("service_statuses") in client.get("/admin/").content.decode()
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()
    assert reverse("service_status", args=[guide.pk]) in editor


def test_what_is_no_guide_has_no_status(client, operator):
    assert client.get(reverse("service_status", args=[HomePage.objects.get().pk])).status_code == 404


# Who is told.


def tasks(client, user) -> str:
    client.force_login(user)
    html = client.get("/admin/").content.decode()
    return html[html.index('class="balai-tasks"') :].partition("</section>")[0]


def test_a_publisher_is_told_of_what_others_have_set(client, guide, operator):
    publisher = UserFactory(roles=["Penerbit"])
    post(client, guide)
    assert "Baca status layanan “Kartu keluarga”" in tasks(client, publisher)
    assert "Tutup sementara, diisi oleh Siti pada Kamis, 26 November 2026, pukul 12.00 WIB" in tasks(
        client, publisher
    )
    assert "Baca status" not in tasks(client, operator)
    ServiceStatus.objects.update(set_at=moment(days=-3))
    assert "Baca status" not in tasks(client, publisher)


@pytest.mark.parametrize(
    ("times", "asked"),
    [
        ({"until": {"hours": 20}}, True),
        ({"until": {"hours": 30}}, False),
        ({"since": {"days": -8}}, True),
        ({"since": {"days": -6}}, False),
        ({"since": {"days": -8}, "until": {"hours": -1}}, False),
    ],
)
def test_the_office_is_asked_whether_it_still_holds(client, guide, operator, times, asked):
    StatusFactory(guide=guide, **{name: moment(**delta) for name, delta in times.items()})
    assert ("Masih gangguan? Layanan “Kartu keluarga”" in tasks(client, operator)) is asked
