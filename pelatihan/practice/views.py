"""The facilitator's screen of practice rooms, and the trainee's of an exercise."""

import time

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from home.pages.queries import visible
from pelatihan.courses.models import LessonPage
from pelatihan.events.access import facilitator, trainee
from pelatihan.events.models import Participant
from pelatihan.events.queries import led_by
from pelatihan.practice import rooms, runs
from pelatihan.practice.checks.catalogue import CHECKS
from pelatihan.practice.models import Exercise, PracticeAttempt, PracticeRoom
from pelatihan.practice.rules import RESULTS

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


NO_ROOM = "Anda belum punya ruang latihan. Minta fasilitator membuatkannya, lalu kembali ke sini."


@trainee
@require_http_methods(["GET", "HEAD", "POST"])
def my_exercise(request: HttpRequest, pk: int) -> HttpResponse:
    """An exercise: its task, what has been found right so far, and what to do next."""
    exercise = get_object_or_404(Exercise.objects.select_related("lesson"), pk=pk)
    public = LessonPage.objects.filter(pk=exercise.lesson_id)
    if not visible(public, request.frame.restricted).exists():
        raise Http404
    attempt = PracticeAttempt.objects.filter(exercise=exercise, participant=request.participant).first()
    typed = {
        key.removeprefix("jawaban-"): text for key, text in request.POST.items() if key.startswith("jawaban-")
    }
    if request.method == "POST":
        try:
            _act(request, exercise, attempt, typed)
        except runs.NoRoom:
            messages.warning(request, NO_ROOM)
        if not typed:
            return redirect("my_exercise", pk)
        attempt = PracticeAttempt.objects.filter(exercise=exercise, participant=request.participant).first()
    room = rooms.room_of(request.participant) if exercise.needs_room else None
    context = {
        "title": exercise.title,
        "exercise": exercise,
        "attempt": attempt,
        "result": RESULTS.get(attempt.result, "") if attempt else "",
        "checks": _lines(exercise, attempt, typed),
        "folder": reverse("wagtailadmin_explore", args=[room.folder_id]) if room else "",
        "breadcrumbs": [
            {"title": "Beranda", "url": "/"},
            {"title": "Belajar saya", "url": reverse("my_learning")},
            {"title": exercise.lesson.title, "url": exercise.lesson.get_url(request)},
            {"title": exercise.title, "url": None},
        ],
    }
    return render(request, "pelatihan/practice/exercise.html", context)


def _act(request: HttpRequest, exercise: Exercise, attempt, typed: dict[str, str]) -> None:
    act = request.POST.get("act")
    if act == "ulang" and attempt is not None:
        runs.reset(attempt)
        messages.success(request, "Latihan dimulai lagi dari awal.")
    elif act == "periksa":
        attempt = attempt or runs.begin(exercise, request.participant)
        attempt.exercise, attempt.participant = exercise, request.participant
        runs.check(attempt, typed)
    elif attempt is None:
        runs.begin(exercise, request.participant)


def _lines(exercise: Exercise, attempt, typed: dict[str, str]) -> list[dict]:
    """What each check asks for and last said. One thing at a time is to be done: the first that is not right."""
    findings = attempt.findings if attempt else []
    lines = []
    for number, block in enumerate(exercise.checks):
        finding = findings[number] if number < len(findings) else None
        lines.append(
            {
                "id": block.id,
                "title": block.value["title"],
                "question": CHECKS[block.block_type].question(block.value),
                "is_statement": block.block_type == "lakukan",
                "statement": block.value.get("statement", ""),
                "page": block.value.get("page", ""),
                "typed": typed.get(str(block.id), ""),
                "finding": finding,
                "is_next": finding is not None
                and not finding["ok"]
                and not any(one["is_next"] for one in lines),
            }
        )
    return lines
