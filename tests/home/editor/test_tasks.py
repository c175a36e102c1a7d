"""Tugas hari ini: what waits for whom, why, and one click from the form in which it is done."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import GroupPagePermission

from home.editor.tasks import IN_SIGHT
from home.models import MissedSearch, NewsIndexPage, OfficeHours
from home.pages.schedule import REFUSED
from tests.factories.home import (
    ContentPageFactory,
    ImageFactory,
    NoticeFactory,
    OfficialFactory,
    PositionFactory,
    UserFactory,
    VillageFactory,
)
from tests.factories.layanan import GuideFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 26, 5, 0, tzinfo=UTC)  # 12.00 WIB


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def operator():
    return UserFactory(roles=["Operator"], first_name="Siti", last_name="")


@pytest.fixture
def publisher():
    return UserFactory(roles=["Penerbit"], first_name="Rahman", last_name="")


@pytest.fixture(autouse=True)
def complete_village():
    """An identity that lacks nothing, so that a test meets its own task alone."""
    village = VillageFactory(
        code="15.04.05.2001", address="Jalan Lintas 1", phone="+6274321234", logo=ImageFactory()
    )
    OfficeHours.objects.create(village=village, weekday=0, opens="08:00", closes="15:00")
    return village


def tasks(client, user) -> dict[str, list[tuple[str, str, str]]]:
    """What the first screen asks of this person: label, note and address by heading."""
    client.force_login(user)
    html = client.get("/admin/").content.decode()
    part = html[html.index('class="balai-tasks"') :]
    part = part[: part.index("</section>")]
    found: dict[str, list] = {}
    for heading, group in re.findall(r"<h3>([^<]+)</h3>(.*?)(?=<h3>|\Z)", part, flags=re.DOTALL):
        found[heading] = [
            (label, note, url)
            for url, label, note in re.findall(
                r'<a href="([^"]+)"><span><b>([^<]*)</b><small>([^<]*)</small>', group
            )
        ]
    return found


def edit(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize("role", ["Operator", "Penerbit"])
def test_where_nothing_waits_the_screen_says_so(client, role):
    user = UserFactory(roles=[role])
    assert tasks(client, user) == {}
    assert "Tidak ada yang menunggu Anda." in client.get("/admin/").content.decode()


def test_what_an_operator_submits_waits_for_the_penerbit_alone(client, operator, publisher):
    page = ContentPageFactory(title="Jam layanan")
    page.save_revision(user=operator)
    page.get_workflow().start(page, operator)
    assert tasks(client, publisher) == {
        "Menunggu Anda": [
            (
                "Periksa “Jam layanan”",
                "Diajukan oleh Siti pada Kamis, 26 November 2026, pukul 12.00 WIB",
                edit(page),
            )
        ]
    }
    assert tasks(client, operator) == {}


def test_what_was_sent_back_waits_for_who_submitted_it_with_the_reason(client, operator, publisher):
    page = ContentPageFactory(title="Jam layanan")
    page.save_revision(user=operator)
    state = page.get_workflow().start(page, operator)
    state.current_task_state.task.specific.on_action(
        state.current_task_state, publisher, "reject", comment="Hari Jumat keliru."
    )
    assert tasks(client, operator) == {
        "Menunggu Anda": [
            (
                "Perbaiki “Jam layanan”",
                "Dikembalikan pada Kamis, 26 November 2026, pukul 12.00 WIB: “Hari Jumat keliru.”",
                edit(page),
            )
        ]
    }
    assert tasks(client, publisher) == {}


def test_a_draft_that_was_never_sent_on_waits_for_its_author(client, operator, publisher):
    page = ContentPageFactory(title="Jam layanan")
    page.title = "Jam layanan baru"
    page.save_revision(user=operator)
    assert tasks(client, operator) == {
        "Menunggu Anda": [
            (
                "Selesaikan “Jam layanan baru”",
                "Draf Anda dari Kamis, 26 November 2026, pukul 12.00 WIB; warga belum melihatnya",
                edit(page),
            )
        ]
    }
    assert tasks(client, publisher) == {}


def test_a_scheduled_page_is_no_forgotten_draft(client, publisher):
    page = ContentPageFactory(title="Jam layanan", live=False)
    page.go_live_at = NOON + timedelta(days=1)
    page.save_revision(user=publisher).publish()
    assert tasks(client, publisher) == {}


def test_what_the_schedule_could_not_publish_is_said_until_it_is_public(client, operator):
    page = ContentPageFactory(title="Perdes 3", live=False)
    log(instance=page, action=REFUSED, data={"reasons": "Nomor 3 sudah dipakai."})
    assert tasks(client, operator) == {
        "Perlu dibetulkan": [
            (
                "Terbitkan lagi “Perdes 3”",
                "Tidak jadi terbit pada Kamis, 26 November 2026, pukul 12.00 WIB. Nomor 3 sudah dipakai.",
                edit(page),
            )
        ]
    }
    with time_machine.travel(NOON + timedelta(hours=1)):
        page.save_revision().publish()
        assert tasks(client, operator) == {}


def test_a_page_unconfirmed_for_a_year_is_old_the_longest_first(client, operator):
    for day, title in [(date(2025, 11, 25), "KK"), (date(2024, 1, 2), "SKTM"), (date(2025, 11, 26), "KTP")]:
        GuideFactory(title=title, last_verified_on=day, last_verified_by="Sekretaris Desa")
    found = tasks(client, operator)["Lama tidak diperiksa"]
    assert [(label, note) for label, note, _ in found] == [
        ("Pastikan masih benar: “SKTM”", "Terakhir diperiksa 2 Januari 2024 oleh Sekretaris Desa"),
        ("Pastikan masih benar: “KK”", "Terakhir diperiksa 25 November 2025 oleh Sekretaris Desa"),
    ]


def test_a_page_that_was_never_confirmed_counts_from_its_publication(client, operator):
    with time_machine.travel(datetime(2025, 1, 1, 5, tzinfo=UTC)):
        page = ContentPageFactory(title="Sejarah", last_verified_on=None)
        page.save_revision().publish()
    ContentPageFactory(title="Baru", last_verified_on=None).save_revision().publish()
    assert tasks(client, operator) == {
        "Lama tidak diperiksa": [
            ("Pastikan masih benar: “Sejarah”", "Terbit 1 Januari 2025, belum pernah diperiksa", edit(page))
        ]
    }


def test_a_term_that_ended_asks_for_a_successor_until_there_is_one(client, publisher):
    position = PositionFactory(name="Kepala Dusun Tepian")
    gone = OfficialFactory(
        position=position, name="Amir", begins_on=date(2020, 1, 1), ends_on=date(2026, 11, 25)
    )
    last_today = OfficialFactory(begins_on=date(2020, 1, 1), ends_on=date(2026, 11, 26))
    assert last_today.is_current
    assert tasks(client, publisher) == {
        "Perlu dibetulkan": [
            (
                "Masa jabatan Kepala Dusun Tepian habis",
                "Amir, sampai 25 November 2026. Perpanjang tanggalnya, atau tambahkan penggantinya.",
                reverse("pejabat:edit", args=[gone.pk]),
            )
        ]
    }
    OfficialFactory(position=position, begins_on=date(2026, 12, 1), ends_on=None)
    assert tasks(client, publisher) == {}


def test_a_penerbit_reads_what_others_announced(client, operator, publisher):
    notice = NoticeFactory(
        title="Air mati",
        created_by=operator,
        created_by_name="Siti",
        begins_at=NOON,
        ends_at=NOON + timedelta(days=5),
    )
    expected = (
        "Baca pengumuman “Air mati”",
        f"{notice.get_level_display()}, ditulis oleh Siti; tampil sejak Kamis, 26 November 2026, pukul 12.00 WIB",
        reverse("pengumuman:edit", args=[notice.pk]),
    )
    assert tasks(client, publisher) == {"Menunggu Anda": [expected]}
    assert tasks(client, operator) == {}
    with time_machine.travel(NOON + timedelta(days=3)):
        assert tasks(client, publisher) == {}


def test_a_notice_about_to_vanish_asks_whether_it_still_holds(client, operator):
    notice = NoticeFactory(
        title="Air mati", created_by=operator, begins_at=NOON, ends_at=NOON + timedelta(hours=24)
    )
    NoticeFactory(created_by=operator, begins_at=NOON, ends_at=NOON + timedelta(hours=25))
    assert tasks(client, operator) == {
        "Menunggu Anda": [
            (
                "Masih perlu? Pengumuman “Air mati”",
                "Hilang sendiri pada Jumat, 27 November 2026, pukul 12.00 WIB. Perpanjang bila masih berlaku.",
                reverse("pengumuman:edit", args=[notice.pk]),
            )
        ]
    }


def test_gaps_of_the_identity_are_named_to_who_may_fill_them(client, operator, publisher, complete_village):
    complete_village.phone = ""
    complete_village.logo = None
    complete_village.save()
    ((label, note, url),) = tasks(client, publisher)["Perlu dibetulkan"]
    assert (label, note) == ("Lengkapi identitas desa", "Belum ada: telepon atau WhatsApp, logo")
    assert client.get(url).status_code == 200
    assert tasks(client, operator) == {}


def test_words_searched_for_in_vain_lead_to_their_report(client, operator):
    for word, count in (("pajak sepeda", 3), ("kolam", 2), ("sekali", 1)):
        MissedSearch.objects.create(query=word, day=NOON.date(), count=count)
    assert tasks(client, operator) == {
        "Perlu dibetulkan": [
            (
                "Beri padanan kata yang dicari warga tanpa hasil",
                "Misalnya “pajak sepeda”, “kolam”",
                reverse("kata-pencarian:misses"),
            )
        ]
    }


@pytest.mark.parametrize("role", ["Petugas Aspirasi", "Fasilitator", "Peserta"])
def test_who_does_not_work_in_the_admin_gets_no_list(client, role):
    client.force_login(UserFactory(roles=[role]))
    assert client.get("/admin/").status_code == 302


def test_nobody_is_told_of_pages_outside_the_own_section(client):
    """A group of the village's own, for one section."""
    group = Group.objects.create(name="Redaksi")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    right = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=NewsIndexPage.objects.get(), permission=right)
    GuideFactory(title="SKTM", last_verified_on=date(2024, 1, 2))
    log(instance=ContentPageFactory(title="Perdes 3", live=False), action=REFUSED, data={"reasons": "Sama."})
    assert tasks(client, UserFactory(roles=["Redaksi"])) == {}


def test_many_tasks_are_folded_and_cost_no_more_questions_than_few(client, operator):
    def ask() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            tasks(client, operator)
        return len(seen)

    def old(count: int) -> None:
        for number in range(count):
            GuideFactory(title=f"Panduan {number} {count}", last_verified_on=date(2024, 1, 2))

    old(2)
    ask()
    few = ask()
    old(IN_SIGHT + 1)
    assert ask() == few
    html = client.get("/admin/").content.decode()
    assert "Tampilkan 3 lainnya" in html
    assert html.count("<b>Pastikan masih benar") == IN_SIGHT + 3
