"""Taking a quiz: what it is, the questions, the result. Each sees his own, and nobody the key before its time."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from home.identity.media import VillageDocument
from pelatihan.courses.progress.views import CRUMBS
from pelatihan.courses.quizzes import posted, presentation, rules, runs
from pelatihan.courses.quizzes.models import Quiz, QuizAnswer, QuizAttempt
from pelatihan.courses.quizzes.queries import (
    allowed,
    attempts_of,
    first_test_before,
    open_quizzes,
    pictures_of,
    public_quiz,
)
from pelatihan.events.access import trainee

CLOSED = "Percobaan ini sudah dikumpulkan, jadi jawabannya tidak dapat diubah lagi."


def _public(request: HttpRequest, pk: int) -> Quiz:
    quiz = public_quiz(pk, request.frame.restricted)
    if quiz is None:
        raise Http404
    return quiz


def _crumbs(quiz: Quiz, title: str | None = None) -> list[dict]:
    trail = [*CRUMBS, {"title": quiz.title, "url": reverse("my_quiz", args=[quiz.pk]) if title else None}]
    return [*trail, {"title": title, "url": None}] if title else trail


@trainee
@require_http_methods(["GET", "HEAD", "POST"])
def my_quiz(request: HttpRequest, quiz: int) -> HttpResponse:
    """What the quiz asks for and how one did so far; by POST one begins, or goes on."""
    found, who = _public(request, quiz), request.participant
    if request.method == "POST":
        return _begin(request, found)
    attempts = attempts_of(found, who)
    asked = next((one.asked for one in open_quizzes([found.lesson_id]) if one.pk == found.pk), 0)
    left = rules.attempts_left(allowed(found, who), len(attempts))
    running = next((attempt for attempt in attempts if attempt.is_open), None)
    context = {
        "title": found.title,
        "quiz": found,
        "asked": asked,
        "needed": rules.number(found.pass_percent),
        "is_first_test": found.purpose == rules.PRE,
        "attempts": [attempt for attempt in attempts if not attempt.is_open],
        "running": running,
        "left": left,
        "can_begin": running is not None or bool(asked and left != 0),
        "breadcrumbs": _crumbs(found),
    }
    return render(request, "pelatihan/courses/quizzes/quiz.html", context)


def _begin(request: HttpRequest, quiz: Quiz) -> HttpResponse:
    running = QuizAttempt.objects.filter(
        quiz=quiz, participant=request.participant, submitted_at=None
    ).first()
    if running is not None:
        return redirect("my_attempt", running.pk)
    if not quiz.is_open:
        messages.warning(request, "Kuis ini sedang ditutup. Tanyakan kepada fasilitator.")
        return redirect("my_quiz", quiz.pk)
    try:
        attempt = runs.start(quiz, request.participant)
    except runs.NoAttemptsLeft:
        messages.warning(
            request, "Semua kesempatan mencoba sudah dipakai. Mintalah satu lagi kepada fasilitator."
        )
    except runs.NothingToAsk:
        messages.warning(request, "Kuis ini belum berisi soal. Coba lagi nanti.")
    else:
        return redirect("my_attempt", attempt.pk)
    return redirect("my_quiz", quiz.pk)


@trainee
@require_http_methods(["GET", "HEAD", "POST"])
def my_attempt(request: HttpRequest, attempt: int) -> HttpResponse:
    """The questions while it is open, the result afterwards. By POST answers are kept, and handed in. The attempt of
    somebody else does not exist."""
    mine = QuizAttempt.objects.filter(participant=request.participant)
    found = get_object_or_404(mine.select_related("quiz__lesson", "participant"), pk=attempt)
    if request.method == "POST":
        return _keep(request, found)
    return _questions(request, found) if found.is_open else _result(request, found)


@trainee
@require_safe
def my_attempt_audio(request: HttpRequest, attempt: int, number: int) -> HttpResponse:
    """A question read aloud. As private as the attempt: the recording stands on no page."""
    answers = QuizAnswer.objects.filter(attempt__participant=request.participant, attempt=attempt)
    frozen = get_object_or_404(answers, number=number).frozen
    found = get_object_or_404(VillageDocument, pk=frozen.get("audio") or 0)
    try:
        return FileResponse(found.file.open(), content_type=found.content_type)
    except OSError:  # lost from the disk
        raise Http404 from None


def _keep(request: HttpRequest, attempt: QuizAttempt) -> HttpResponse:
    wants_json = "application/json" in request.headers.get("Accept", "")
    answers = list(attempt.answers.all())
    form = posted.read(
        request.POST, {answer.number: answer.frozen for answer in answers}, request.POST.get("only", "")
    )
    kept = runs.save(attempt, form.changed)
    if not kept:
        runs.submit(
            attempt
        )  # changes nothing; the lesson hears of it, should the first time have been cut off
    if wants_json:
        words = CLOSED if not kept else next(iter(form.faults.values()), "")
        return JsonResponse({"saved": kept and not words, "words": words}, status=200 if kept else 409)
    if not kept:
        messages.warning(request, CLOSED)
        return redirect("my_attempt", attempt.pk)
    if form.faults:
        return _questions(request, attempt, form)
    act = request.POST.get("act")
    if act not in ("kumpulkan", "kumpulkan-juga"):
        messages.success(request, "Jawaban disimpan. Anda dapat melanjutkannya kapan saja.")
        return redirect("my_attempt", attempt.pk)
    if act == "kumpulkan" and _incomplete(attempt):
        return redirect(reverse("my_attempt", args=[attempt.pk]) + "?periksa=1")
    runs.submit(attempt)
    return redirect("my_attempt", attempt.pk)


def _incomplete(attempt: QuizAttempt) -> list[int]:
    return [
        answer.number
        for answer in attempt.answers.all()
        if not rules.is_complete(answer.frozen, answer.given)
    ]


def _questions(request: HttpRequest, attempt: QuizAttempt, form: posted.Posted | None = None) -> HttpResponse:
    answers = list(attempt.answers.all())
    pictures = pictures_of([answer.frozen for answer in answers])
    typed, faults = (form.typed, form.faults) if form else ({}, {})
    shown = [
        presentation.show(
            answer.number,
            answer.frozen,
            typed.get(answer.number, answer.given),
            pictures,
            faults.get(answer.number, ""),
        )
        for answer in answers
    ]
    context = {
        "title": attempt.quiz.title,
        "attempt": attempt,
        "questions": shown,
        "faults": sorted(faults.items()),
        "blank": _incomplete(attempt) if "periksa" in request.GET else [],
        "breadcrumbs": _crumbs(attempt.quiz, f"Percobaan {attempt.number}"),
    }
    return render(request, "pelatihan/courses/quizzes/attempt.html", context)


def _result(request: HttpRequest, attempt: QuizAttempt) -> HttpResponse:
    quiz = attempt.quiz
    used = QuizAttempt.objects.filter(quiz=quiz, participant=request.participant).count()
    left = rules.attempts_left(allowed(quiz, request.participant), used)
    reviewed = []
    # The questions of the first test come again in the last one.
    if quiz.purpose != rules.PRE:
        answers = list(attempt.answers.all())
        pictures = pictures_of([answer.frozen for answer in answers])
        key = rules.shows_key(quiz.purpose, attempt.passed, left)
        reviewed = [
            presentation.review(answer.number, answer.frozen, answer.given, answer.mark, pictures, key)
            for answer in answers
        ]
    before = first_test_before(attempt)
    context = {
        "title": f"Hasil: {quiz.title}",
        "attempt": attempt,
        "questions": reviewed,
        "again": quiz.is_open and left != 0 and not attempt.passed,
        "left": left,
        "before": before and rules.in_percent(before.share),
        "now": rules.in_percent(attempt.share),
        "breadcrumbs": _crumbs(quiz, f"Percobaan {attempt.number}"),
    }
    return render(request, "pelatihan/courses/quizzes/result.html", context)
