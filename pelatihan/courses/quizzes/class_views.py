"""Quizzes of a class, for its facilitator: how people did, which questions were hard, and the twin on paper."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from wagtail import hooks

from home.casework.keys import key_in
from home.pages.addresses import absolute
from pelatihan.courses.quizzes import posted, presentation, rules, runs
from pelatihan.courses.quizzes.models import Quiz, QuizAttempt, QuizPaper
from pelatihan.courses.quizzes.queries import (
    average,
    people_without_attempts,
    pictures_of,
    quizzes_of_class,
    statistics_of,
    submitted,
)
from pelatihan.events.access import facilitator
from pelatihan.events.models import Membership, TrainingClass
from pelatihan.events.queries import led_by, members
from pelatihan.events.screens import UNKNOWN
from project.lib import qr


@hooks.register("register_class_link")
def quizzes_link(training_class: TrainingClass) -> tuple[str, str]:
    return "Kuis", reverse("class_quizzes", args=[training_class.pk])


def _led(request: HttpRequest, pk: int) -> TrainingClass:
    return get_object_or_404(led_by(request.user), pk=pk)


def _crumbs(one: TrainingClass, *trail: tuple[str, str | None]) -> list[dict]:
    return [
        {"title": "Beranda", "url": "/"},
        {"title": "Kelas saya", "url": reverse("classes")},
        {"title": one.name, "url": reverse("class_board", args=[one.pk])},
        *({"title": title, "url": url} for title, url in trail),
    ]


def _all(one: TrainingClass) -> tuple[str, str]:
    return "Kuis", reverse("class_quizzes", args=[one.pk])


@facilitator
@require_safe
def class_quizzes(request: HttpRequest, pk: int) -> HttpResponse:
    one = _led(request, pk)
    quizzes = quizzes_of_class(one, request.frame.restricted)
    people = [membership.participant_id for membership in members(one)]
    results = submitted([quiz.pk for quiz in quizzes], people)
    lines = []
    for quiz in quizzes:
        tried = [attempts for (_, of), attempts in results.items() if of == quiz.pk]
        best = average([max(attempt.share for attempt in attempts) for attempts in tried])
        lines.append(
            {
                "quiz": quiz,
                "tried": len(tried),
                "passed": sum(any(attempt.passed for attempt in attempts) for attempts in tried),
                "average": rules.in_percent(best) if best is not None else "",
            }
        )
    context = {
        "title": "Kuis kelas",
        "training_class": one,
        "people": len(people),
        "lines": lines,
        "breadcrumbs": _crumbs(one, ("Kuis", None)),
    }
    return render(request, "pelatihan/courses/quizzes/class_quizzes.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def class_quiz(request: HttpRequest, pk: int, quiz: int) -> HttpResponse:
    """Results and questions of one quiz; by POST a sheet on paper is made."""
    one = _led(request, pk)
    found = next((q for q in quizzes_of_class(one, request.frame.restricted) if q.pk == quiz), None)
    if found is None:
        return get_object_or_404(Quiz.objects.none())
    if request.method == "POST":
        more = request.POST.get("lagi", "")
        return _give_one_more(request, one, found, more) if more else _make_paper(request, one, found)
    memberships = members(one)
    people = [membership.participant_id for membership in memberships]
    results = submitted([found.pk], people)
    used_up = people_without_attempts(found, people)
    context = {
        "title": found.title,
        "training_class": one,
        "quiz": found,
        "lines": [
            (
                membership.participant,
                results.get((membership.participant_id, found.pk), []),
                used_up.get(membership.participant_id),
            )
            for membership in memberships
        ],
        "items": [
            (frozen, found_in, rules.in_percent(found_in.share))
            for frozen, found_in in statistics_of([attempts[0] for attempts in results.values()])
        ],
        "papers": QuizPaper.objects.filter(quiz=found, training_class=one),
        "key": uuid.uuid4(),
        "breadcrumbs": _crumbs(one, _all(one), (found.title, None)),
    }
    return render(request, "pelatihan/courses/quizzes/class_quiz.html", context)


def _give_one_more(request: HttpRequest, one: TrainingClass, quiz: Quiz, person: str) -> HttpResponse:
    found = next((m.participant for m in members(one) if str(m.participant_id) == person), None)
    seen = request.POST.get("dipakai", "")
    if found is None or not (seen.isdecimal() and len(seen) < 5):
        messages.warning(request, UNKNOWN)
    else:
        runs.give_one_more(quiz, found, int(seen), request.user)
        messages.success(request, f"{found} boleh mencoba sekali lagi.")
    return redirect("class_quiz", one.pk, quiz.pk)


def _make_paper(request: HttpRequest, one: TrainingClass, quiz: Quiz) -> HttpResponse:
    try:
        paper = runs.make_paper(quiz, one, key_in(request) or uuid.uuid4())
    except runs.NothingToAsk:
        messages.warning(request, "Kuis ini belum berisi soal, jadi tidak ada yang dapat dicetak.")
        return redirect("class_quiz", one.pk, quiz.pk)
    return redirect("class_paper", one.pk, paper.pk)


def _paper(one: TrainingClass, pk: int) -> QuizPaper:
    return get_object_or_404(QuizPaper.objects.filter(training_class=one).select_related("quiz"), pk=pk)


def _numbered(paper: QuizPaper) -> dict[int, dict]:
    return {number: question["frozen"] for number, question in enumerate(paper.questions, 1)}


@facilitator
@require_safe
def class_paper(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """The sheet to print, and who has handed it in."""
    one = _led(request, pk)
    found = _paper(one, paper)
    typed = {attempt.participant_id: attempt for attempt in found.attempts.select_related("quiz").all()}
    questions = _numbered(found)
    pictures = pictures_of(questions.values())
    address = absolute(request.path)
    context = {
        "title": found.quiz.title,
        "training_class": one,
        "paper": found,
        "questions": [presentation.show(number, one, None, pictures) for number, one in questions.items()],
        "lines": [(m.participant, typed.get(m.participant_id)) for m in members(one)],
        "address": address,
        "qr": qr.svg(address, label="Kode QR menuju layar pengetikan lembar ini"),
        "breadcrumbs": _crumbs(
            one,
            _all(one),
            (found.quiz.title, reverse("class_quiz", args=[one.pk, found.quiz_id])),
            (f"Lembar {found.pk}", None),
        ),
    }
    return render(request, "pelatihan/courses/quizzes/class_paper.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def class_typing(request: HttpRequest, pk: int, paper: int, participant: int) -> HttpResponse:
    """What one person wrote on the sheet, in its order."""
    one = _led(request, pk)
    found = _paper(one, paper)
    person = get_object_or_404(
        Membership.objects.select_related("participant"), training_class=one, participant=participant
    ).participant
    questions = _numbered(found)
    form = posted.Posted()
    if request.method == "POST":
        form = posted.read(request.POST, questions)
        if not form.faults:
            return _type_in(request, found, person, form)
    known = QuizAttempt.objects.filter(paper=found, participant=person).select_related("quiz").first()
    given = {answer.number: answer.given for answer in known.answers.all()} if known else {}
    given |= form.typed
    pictures = pictures_of(questions.values())
    context = {
        "title": f"Ketik jawaban {person}",
        "training_class": one,
        "paper": found,
        "known": known,
        "faults": sorted(form.faults.items()),
        "questions": [
            presentation.show(number, frozen, given.get(number), pictures, form.faults.get(number, ""))
            for number, frozen in questions.items()
        ],
        "breadcrumbs": _crumbs(
            one,
            _all(one),
            (f"Lembar {found.pk}", reverse("class_paper", args=[one.pk, found.pk])),
            (str(person), None),
        ),
    }
    return render(request, "pelatihan/courses/quizzes/class_typing.html", context)


def _type_in(request: HttpRequest, paper: QuizPaper, person, form: posted.Posted) -> HttpResponse:
    try:
        attempt = runs.type_in(paper, person, form.changed, request.user)
    except runs.NoAttemptsLeft:
        messages.warning(request, f"{person} sudah memakai semua kesempatan mencoba kuis ini.")
    else:
        messages.success(request, f"{person}: {attempt.words}")
    return redirect("class_paper", paper.training_class_id, paper.pk)
