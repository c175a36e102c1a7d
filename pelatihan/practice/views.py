"""The facilitator's screen of practice rooms."""

import time

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pelatihan.events.access import facilitator
from pelatihan.events.models import Participant
from pelatihan.events.queries import led_by
from pelatihan.practice import rooms
from pelatihan.practice.models import PracticeRoom

SECONDS = 4  # one press works for so long; what is left waits for the next
MAKE, ARCHIVE, REMOVE = "buat", "arsip", "hapus"
DONE = {
    MAKE: "Ruang latihan sudah siap untuk semua peserta.",
    ARCHIVE: "Ruang latihan diarsipkan: peserta tidak dapat lagi menulis di sana.",
    REMOVE: "Ruang latihan dihapus. Hasil latihan yang sudah lulus tetap tersimpan.",
}


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def class_practice(request: HttpRequest, pk: int) -> HttpResponse:
    """Makes, archives and removes the rooms of a whole class, a few at a time, so that nothing waits too long."""
    one = get_object_or_404(led_by(request.user), pk=pk)
    if request.method == "POST" and request.POST.get("act") in DONE:
        act = request.POST["act"]
        left = _work(one, act)
        if left:
            messages.warning(request, f"Masih {left} peserta. Tekan sekali lagi untuk melanjutkan.")
        else:
            messages.success(request, DONE[act])
        return redirect("class_practice", pk)
    members = list(one.participants.select_related("practice_room", "user"))
    context = {
        "title": "Ruang latihan",
        "training_class": one,
        "members": [(person, getattr(person, "practice_room", None)) for person in members],
        "waiting": len(_waiting(one, MAKE)),
        "open": len(_waiting(one, ARCHIVE)),
        "kept": len(_waiting(one, REMOVE)),
        "breadcrumbs": [
            {"title": "Beranda", "url": "/"},
            {"title": "Kelas saya", "url": reverse("classes")},
            {"title": one.name, "url": reverse("class_board", args=[pk])},
            {"title": "Ruang latihan", "url": None},
        ],
    }
    return render(request, "pelatihan/practice/class_practice.html", context)


def _waiting(one, act: str) -> list:
    """The participants without an open room, or the rooms that are open, or all rooms."""
    if act == MAKE:
        people = one.participants.select_related("practice_room", "user")
        return [p for p in people if not getattr(p, "practice_room", None) or not p.practice_room.is_open]
    found = PracticeRoom.objects.filter(participant__classes=one)
    return list(found.exclude(group=None) if act == ARCHIVE else found)


def _work(one, act: str) -> int:
    """Does what there is time for. Answers how many are left."""
    waiting = _waiting(one, act)
    until = time.monotonic() + SECONDS
    for done, item in enumerate(waiting):
        if time.monotonic() > until:
            return len(waiting) - done
        _one(item, act)
    return 0


def _one(item: Participant | PracticeRoom, act: str) -> None:
    if act == MAKE:
        rooms.make_room(item)
    elif act == ARCHIVE:
        rooms.archive_room(item)
    else:
        rooms.remove_room(item)
