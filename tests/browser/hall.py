"""A session with two facilitators and 24 people on the running site, and what they do on their phones."""

import json
import secrets

from playwright.sync_api import Page, expect

PEOPLE = 24
SMALL = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
MAKE = """
import json, sys
from datetime import timedelta
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from pelatihan.events.attendance.cards import code_of
from pelatihan.models import *
names, password, mark = json.load(sys.stdin)
users = []
for name in names:
    user = get_user_model().objects.create_user(name, password=password, first_name=name.title())
    user.groups.add(Group.objects.get(name="Fasilitator"))
    users.append(user)
now = timezone.now()
programme = Programme.objects.create(name=f"Program uji {mark}", slug=f"program-uji-{mark}",
    starts_on=now.date(), ends_on=now.date() + timedelta(days=30), coordinator=users[0])
event = Event.objects.create(programme=programme, kind="sosialisasi", title=f"Sosialisasi uji {mark}")
session = Session.objects.create(event=event, place="Balai desa", zone="Asia/Jakarta", state="terbuka",
    starts_at=now - timedelta(minutes=5), ends_at=now + timedelta(hours=2), opens_at=now - timedelta(hours=1),
    closes_at=now + timedelta(hours=2))
session.facilitators.set(users)
codes = []
for number in range(1, 25):
    person = Participant.objects.create(name=f"Peserta Uji {number:02}", rt=1 + number % 7)
    place = Registration.objects.create(event=event, participant=person, source="undangan", number=number,
        since=now - timedelta(days=1))
    codes.append(code_of(person))
print(json.dumps({"session": session.pk, "event": event.pk, "programme": programme.pk, "codes": codes,
    "place": place.pk, "person": person.pk}))
"""
CLOSE = """
import sys
from django.contrib.auth import get_user_model
from pelatihan.events.attendance.runs import close
from pelatihan.models import Session
session = Session.objects.get(pk=int(sys.stdin.read()))
close(session, session.event.programme.coordinator)
"""
READ = """
import json, sys
from pelatihan.events.attendance.lists import read_list
from pelatihan.models import *
session = Session.objects.get(pk=int(sys.stdin.read()))
found = read_list(session)
print(json.dumps({
    "statuses": {line.person.name: line.status for line in found.lines},
    "unsure": [line.person.name for line in found.unsure],
    "rows": Attendance.objects.filter(session=session).count(),
    "offline": AttendanceNote.objects.filter(session=session, offline=True).count(),
}))
"""


class Hall:
    """A session of the running site, with two facilitators and 24 people."""

    def __init__(self, site):
        self.site = site
        mark, self.password = secrets.token_hex(4), secrets.token_urlsafe(12)
        self.facilitators = [f"{name}-{mark}" for name in ("ani", "budi")]
        told = site.python(MAKE, stdin=json.dumps([self.facilitators, self.password, mark]))
        self.facts = json.loads(told)
        self.session = self.facts["session"]

    def sign_in(self, page: Page, name: str, to: str) -> None:
        page.goto(to)
        page.fill("input[name=username]", name)
        page.fill("input[name=password]", self.password)
        page.click("form button[type=submit]")
        page.wait_for_url(lambda url: "/login/" not in url)

    def open_list(self, page: Page, name: str) -> None:
        self.sign_in(page, name, f"/pelatihan/fasilitator/sesi/{self.session}/")
        page.get_by_role("link", name="Catat di HP ini").click()
        expect(page.locator("[data-people] li")).to_have_count(PEOPLE)
        page.wait_for_function(
            "navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready.then(() => true)"
        )
        page.wait_for_function(
            "async () => (await caches.match('/pelatihan/fasilitator/presensi/')) !== undefined"
        )

    def read(self) -> dict:
        return json.loads(self.site.python(READ, stdin=str(self.session)))


def person(page: Page, number: int):
    return page.locator("[data-people] li", has_text=f"Peserta Uji {number:02}")


def tap(page: Page, number: int, words: str = "Hadir") -> None:
    person(page, number).get_by_role("button", name=f"{words} Peserta Uji {number:02}").click()


def tap_further(page: Page, number: int, words: str) -> None:
    tap(page, number, "Lainnya")
    tap(page, number, words)


def waiting(page: Page):
    return page.locator("[data-pending]")


# What lies on a phone: lists of names, notes that are not sent, and the worker's cache.
KEPT = """async () => {
    const result = (ask) => new Promise((done) => { ask.onsuccess = () => done(ask.result); });
    const database = await result(indexedDB.open("balai"));
    const all = (store) => result(database.transaction(store).objectStore(store).getAll());
    const kept = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const one of await cache.keys()) kept.push(await cache.match(one).then((found) => found.text()));
    }
    const told = async (store) => JSON.stringify(await all(store));
    return { lists: await told("lists"), outbox: await told("outbox"), cache: kept.join() };
}"""
