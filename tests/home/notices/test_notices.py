"""A notice stands above every page from its first minute to its last, and what cannot be is refused in words."""

import uuid
import xml.etree.ElementTree as ElementTree
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from home.identity.roles import OPERATOR, PUBLISHER
from home.models import Notice
from home.notices.rules import OWN_WORDS_LIMIT, PLAIN_TEXT_LIMIT, own_words_size
from project.lib.localdates import format_moment
from tests.factories.home import (
    EMERGENCY,
    ContentPageFactory,
    NewsPageFactory,
    NoticeFactory,
    UserFactory,
    VillageFactory,
)

pytestmark = pytest.mark.django_db

PUBLIC = ["/", "/berita/", "/pengumuman/", "/cari/", "/layanan/", "/pelatihan/"]


def moment(**delta):
    """A full second: the clock of these tests counts in floating point, and could stand a moment before its time."""
    return timezone.now().replace(microsecond=0) + timedelta(**delta)


def refused(**values) -> dict:
    with pytest.raises(ValidationError) as caught:
        NoticeFactory.build(**values).full_clean()
    return {name: " ".join(words) for name, words in caught.value.message_dict.items()}


@pytest.mark.parametrize(
    ("begins", "ends", "reason"),
    [
        ({"hours": -3}, {"hours": -2}, "sudah lewat"),
        ({"hours": 3}, {"hours": 2}, "sesudah waktu mulai"),
        ({"hours": 3}, {"hours": 3}, "sesudah waktu mulai"),
        ({"hours": 0}, {"days": 31}, "paling lama 30 hari"),
        ({"hours": 0}, {"days": 365 * 70}, "paling lama 30 hari"),
    ],
)
def test_an_expired_turned_round_or_endless_notice_is_refused_in_words(begins, ends, reason):
    with time_machine.travel(timezone.now(), tick=False):
        assert reason in refused(begins_at=moment(**begins), ends_at=moment(**ends))["ends_at"]


def test_a_notice_without_an_end_is_refused():
    assert "ends_at" in refused(ends_at=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeFactory(ends_at=None)


def test_an_emergency_lasts_a_week_at_most():
    times = {"begins_at": moment(), "ends_at": moment(days=8)}
    assert "paling lama 7 hari" in refused(level="darurat", **EMERGENCY, **times)["ends_at"]
    NoticeFactory.build(level="penting", **times).full_clean()


@pytest.mark.parametrize("name", EMERGENCY)
def test_an_emergency_that_leaves_out_one_of_the_eight_is_refused_by_form_and_database(name):
    said = EMERGENCY | {name: ""}
    assert set(refused(level="darurat", **said)) >= {name}
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeFactory(level="darurat", **said)


@pytest.mark.parametrize("wrong", [{"level": "gawat"}, {"ends_at": moment(days=-9)}])
def test_the_database_refuses_what_no_form_has_seen(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeFactory(**wrong)


def test_words_of_a_past_notice_may_be_put_right_but_not_its_end():
    past = NoticeFactory(begins_at=moment(days=-2), ends_at=moment(days=-1))
    past.title = "Judul yang benar"
    past.full_clean()
    past.ends_at = moment(hours=-3)
    with pytest.raises(ValidationError, match="sudah lewat"):
        past.full_clean()


def test_it_is_above_every_page_from_its_first_minute_to_its_last_without_any_edit(client):
    VillageFactory()
    begins, ends = moment(hours=1), moment(hours=2)
    with transaction.atomic():
        NoticeFactory(title="Jembatan ditutup", level="darurat", begins_at=begins, ends_at=ends, **EMERGENCY)

    def shown(address) -> bool:
        page = client.get(address)
        assert (page.status_code, dict(page.cookies)) == (200, {})
        return '<div class="notice darurat">' in page.content.decode()

    for step, expected in ((begins - timedelta(seconds=1), False), (begins, True), (ends, False)):
        with time_machine.travel(step, tick=False):
            assert {address: shown(address) for address in PUBLIC} == dict.fromkeys(PUBLIC, expected)
    with time_machine.travel(ends - timedelta(seconds=1), tick=False):
        assert shown("/")


def test_the_level_is_said_in_words_and_the_most_pressing_comes_first(client):
    for level in ("informasi", "darurat", "penting"):
        NoticeFactory(level=level, **(EMERGENCY if level == "darurat" else {}))
    html = client.get("/berita/").content.decode()
    places = [html.index(f"<strong>{word}:</strong>") for word in ("Darurat", "Penting", "Informasi")]
    assert places == sorted(places)


def test_the_list_shows_what_holds_now_and_then_the_past_but_nothing_of_the_future(client):
    NoticeFactory(title="Berlaku kini")
    NoticeFactory(title="Telah lewat", begins_at=moment(days=-2), ends_at=moment(days=-1))
    waiting = NoticeFactory(title="Besok saja", begins_at=moment(days=1), ends_at=moment(days=2))
    html = client.get("/pengumuman/").content.decode()
    assert html.rindex("Berlaku kini") < html.index("Telah lewat")
    assert "Besok saja" not in html
    for address in (
        waiting.get_absolute_url(),
        waiting.text_url,
        "/pengumuman/999/",
        f"/pengumuman/{'9' * 30}/",
    ):
        assert client.get(address).status_code == 404


def test_the_page_of_an_emergency_says_the_eight_things(client):
    found = NoticeFactory(level="darurat", page=ContentPageFactory(title="Siaga banjir"), **EMERGENCY)
    html = client.get(found.get_absolute_url()).content.decode()
    assert [words for words in EMERGENCY.values() if words not in html] == []
    assert "Siaga banjir" in html


def test_a_page_that_is_not_public_is_not_linked(client):
    hidden = ContentPageFactory(title="Rancangan rahasia", live=False)
    assert (
        "Rancangan rahasia" not in client.get(NoticeFactory(page=hidden).get_absolute_url()).content.decode()
    )


def test_the_plain_text_stays_under_2_kb_for_the_longest_notice(client):
    VillageFactory(name="N" * 100, designation="D" * 30)
    emergency = dict.fromkeys(EMERGENCY, "é" * 40)
    fixed = NoticeFactory.build(level="darurat", title="J" * 100, text="", **emergency)
    fixed.text = "i" * (OWN_WORDS_LIMIT - own_words_size(fixed.title, "", fixed.emergency))
    fixed.full_clean()
    fixed.save()
    answer = client.get(fixed.text_url)
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert OWN_WORDS_LIMIT < len(answer.content) < PLAIN_TEXT_LIMIT
    assert answer.content.decode().count("é" * 40) == 8
    assert f"https://desa.example/pengumuman/{fixed.pk}/" in answer.content.decode()
    fixed.text += "i"
    with pytest.raises(ValidationError, match="Ringkas"):
        fixed.full_clean()


def form(**changes) -> dict:
    values = {
        "level": "informasi",
        "title": "Air mati",
        "text": "Air bersih mati sampai sore.",
        "begins_at": timezone.localtime(moment(minutes=-1)).strftime("%d/%m/%Y %H.%M"),
        "ends_at": timezone.localtime(moment(days=1)).strftime("%d/%m/%Y %H.%M"),
        "page": "",
        "once_key": str(uuid.uuid4()),
    }
    return values | dict.fromkeys(EMERGENCY, "") | changes


@pytest.mark.parametrize("role", [OPERATOR, PUBLISHER])
def test_an_operator_s_emergency_is_public_at_once(client, role):
    user = UserFactory(roles=[role], first_name="Siti")
    client.force_login(user)
    answer = client.post(reverse("pengumuman:add"), form(level="darurat", **EMERGENCY))
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    made = Notice.objects.get()
    assert (made.created_by, made.created_by_name) == (user, "Siti")
    client.logout()
    assert "Air mati" in client.get("/").content.decode()


def test_a_double_tap_makes_one_notice(client):
    client.force_login(UserFactory(roles=[OPERATOR]))
    opened = client.get(reverse("pengumuman:add")).content.decode()
    assert 'name="once_key"' in opened
    twice = form()
    assert [client.post(reverse("pengumuman:add"), twice).status_code for _ in range(2)] == [302, 302]
    assert Notice.objects.count() == 1
    client.post(reverse("pengumuman:add"), form())
    assert Notice.objects.count() == 2


def test_a_refusal_keeps_what_was_typed(client):
    client.force_login(UserFactory(roles=[OPERATOR]))
    answer = client.post(reverse("pengumuman:add"), form(level="darurat", title="Banjir datang"))
    html = answer.content.decode()
    assert (answer.status_code, Notice.objects.count()) == (200, 0)
    assert html.count("Wajib diisi untuk pengumuman darurat.") == 8
    assert "Banjir datang" in html


def edit(client, notice, **changes):
    kept = {
        "title": notice.title,
        "text": notice.text,
        "begins_at": timezone.localtime(notice.begins_at).strftime("%d/%m/%Y %H.%M"),
        "ends_at": timezone.localtime(notice.ends_at).strftime("%d/%m/%Y %H.%M"),
    }
    return client.post(reverse("pengumuman:edit", args=[notice.pk]), form(**(kept | changes)))


def test_other_words_bear_the_name_of_who_wrote_them_and_the_history_keeps_the_old(client):
    publisher = UserFactory(roles=[PUBLISHER], first_name="Rahman")
    found = NoticeFactory(title="Rapat desa", created_by=publisher, created_by_name="Rahman")
    client.force_login(UserFactory(roles=[OPERATOR], first_name="Siti"))
    assert edit(client, found, title="Iuran baru").status_code == 302
    found.refresh_from_db()
    assert (found.title, found.written_by, found.created_by_name) == ("Iuran baru", "Siti", "Rahman")
    client.force_login(publisher)
    assert "Siti" in client.get(reverse("pengumuman:index")).content.decode()
    history = client.get(reverse("pengumuman:history", args=[found.pk])).content.decode()
    assert "Diubah. Sebelumnya: “Rapat desa · Air bersih mati sampai sore." in history


def test_a_penerbit_is_told_of_words_that_were_changed_long_after(client):
    publisher = UserFactory(roles=[PUBLISHER])
    with time_machine.travel(timezone.now() - timedelta(days=10)):
        found = NoticeFactory(title="Rapat desa", created_by=publisher, ends_at=moment(days=20))
    client.force_login(UserFactory(roles=[OPERATOR], first_name="Siti"))
    edit(client, found, title="Iuran baru")
    client.force_login(publisher)
    assert "Baca pengumuman “Iuran baru”" in client.get("/admin/").content.decode()


def test_another_end_alone_changes_no_words(client):
    found = NoticeFactory(created_by_name="Rahman")
    client.force_login(UserFactory(roles=[OPERATOR], first_name="Siti"))
    later = timezone.localtime(moment(days=2)).strftime("%d/%m/%Y %H.%M")
    assert edit(client, found, ends_at=later).status_code == 302
    found.refresh_from_db()
    assert (found.written_by, found.ends_at > moment(days=1)) == ("Rahman", True)


def test_what_was_announced_is_not_moved_into_the_future(client):
    begins = moment(hours=-5, seconds=17)
    found = NoticeFactory(title="Air mati", begins_at=begins, ends_at=moment(hours=5))
    client.force_login(UserFactory(roles=[OPERATOR]))
    tomorrow = timezone.localtime(moment(days=1)).strftime("%d/%m/%Y %H.%M")
    answer = edit(
        client,
        found,
        begins_at=tomorrow,
        ends_at=timezone.localtime(moment(days=2)).strftime("%d/%m/%Y %H.%M"),
    )
    assert "waktu mulainya tidak diubah lagi" in answer.content.decode()
    assert edit(client, found, title="Air mati total").status_code == 302
    found.refresh_from_db()
    assert (found.begins_at, found.title) == (begins, "Air mati total")


def test_a_notice_that_has_not_begun_may_begin_at_another_time(client):
    found = NoticeFactory(begins_at=moment(days=1), ends_at=moment(days=2))
    client.force_login(UserFactory(roles=[OPERATOR]))
    sooner = timezone.localtime(moment(hours=2)).strftime("%d/%m/%Y %H.%M")
    assert edit(client, found, begins_at=sooner).status_code == 302
    found.refresh_from_db()
    assert found.begins_at < moment(hours=3)


def test_ending_asks_first_and_takes_effect_at_once(client):
    found = NoticeFactory(title="Air mati")
    client.force_login(UserFactory(roles=[OPERATOR], first_name="Siti"))
    address = reverse("pengumuman:end", args=[found.pk])
    listed = client.get(reverse("pengumuman:index")).content.decode()
    assert address in listed
    assert format_moment(found.ends_at) in listed
    assert address in client.get(reverse("pengumuman:edit", args=[found.pk])).content.decode()
    assert "Ya, akhiri sekarang" in client.get(address).content.decode()
    assert "Air mati" in client.get("/").content.decode(), "asking ends nothing"
    client.post(address)
    found.refresh_from_db()
    ended = found.ended_at
    assert (found.ended_by, ended is not None) == ("Siti", True)
    assert "Air mati" not in client.get("/").content.decode()
    assert "sudah berakhir" in client.get(found.get_absolute_url()).content.decode()
    client.post(address)
    found.refresh_from_db()
    assert found.ended_at == ended


def test_one_that_is_called_off_before_it_begins_is_never_public(client):
    begins = moment(hours=1)
    found = NoticeFactory(title="Batal", begins_at=begins, ends_at=moment(hours=2))
    assert found.end(UserFactory())
    with time_machine.travel(begins + timedelta(minutes=1)):
        assert "Batal" not in client.get("/pengumuman/").content.decode()
        assert client.get(found.get_absolute_url()).status_code == 404


def test_without_the_right_nobody_makes_or_ends_a_notice(client):
    found = NoticeFactory()
    address = reverse("pengumuman:end", args=[found.pk])
    assert client.post(address).status_code == 302
    client.force_login(UserFactory())
    client.post(address)
    client.post(reverse("pengumuman:add"), form())
    found.refresh_from_db()
    assert (found.ended_at, Notice.objects.count()) == (None, 1)


def test_nobody_of_the_village_deletes_a_notice(client):
    found = NoticeFactory()
    for role in (OPERATOR, PUBLISHER):
        client.force_login(UserFactory(roles=[role]))
        client.post(reverse("pengumuman:delete", args=[found.pk]))
    assert Notice.objects.count() == 1


def test_the_feeds_tell_canonical_addresses_and_nobody_s_name(client):
    VillageFactory()
    user = UserFactory(first_name="Rahasia")
    found = NoticeFactory(title="Air mati", created_by=user, created_by_name="Rahasia")
    NoticeFactory(title="Besok", begins_at=moment(days=1), ends_at=moment(days=2))
    news = NewsPageFactory(title="Panen & raya", owner=user)
    NewsPageFactory(title="Rancangan", live=False)
    expected = {
        "/pengumuman/umpan.xml": [("Informasi: Air mati", f"https://desa.example{found.get_absolute_url()}")],
        "/berita/umpan.xml": [("Panen & raya", f"https://desa.example{news.url}")],
    }
    for address, items in expected.items():
        answer = client.get(address, headers={"host": "jahat.example"})
        assert answer["Content-Type"].startswith("application/rss+xml")
        read = ElementTree.fromstring(answer.content).findall("channel/item")
        assert [(item.findtext("title"), item.findtext("link")) for item in read] == items
        assert "Rahasia" not in answer.content.decode()
        assert "jahat.example" not in answer.content.decode()
        assert f'href="{address}"' in client.get("/").content.decode()
