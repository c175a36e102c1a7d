"""The facilitator's screens: what a programme achieved, and where its figures come from."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from home.casework import access_log, codes
from home.casework.rules import CHANGED, LOOKED
from home.pages.addresses import absolute
from pelatihan.evaluation import runs
from pelatihan.evaluation.forms import AssessmentForm, ScoreForm, shown_points
from pelatihan.evaluation.models import MOMENTS, ReactionSheet, Score
from pelatihan.evaluation.presentation import everything, pair_lines, reactions_chart
from pelatihan.evaluation.queries import (
    assessment_of,
    evaluate,
    people_of,
    reactions_to,
    typed_scores,
)
from pelatihan.evaluation.reactions import OPEN_AFTER, is_open
from pelatihan.events.access import facilitator
from pelatihan.events.programmes.models import Programme, Session
from pelatihan.events.programmes.queries import may_coordinate, tested_by
from pelatihan.events.screens import led_programme, posted, programme_crumbs
from project.lib import qr

TITLE = "Evaluasi"
ONLY_COORDINATOR = "Cara mengukur hanya diubah oleh koordinator program ini."


def _crumbs(programme: Programme, *trail: tuple[str, str | None]) -> list[dict]:
    here = reverse("evaluation", args=[programme.pk]) if trail else None
    return programme_crumbs(programme, (TITLE, here), *trail)


@facilitator
@require_safe
def evaluation(request: HttpRequest, pk: int) -> HttpResponse:
    """Totals for whoever leads a session of the programme; scores with names only of those whom he may test."""
    programme = led_programme(request, pk)
    found = evaluate(programme)
    pairs = pair_lines(found.learned, people_of(programme, tested_by(request.user, programme)))
    if pairs:
        access_log.log(request, "program", pk, LOOKED, "nilai tiap orang")
    context = {
        "title": TITLE,
        "intro": programme.name,
        "programme": programme,
        "coordinates": may_coordinate(programme, request.user),
        "breadcrumbs": _crumbs(programme),
        **everything(found),
        "pairs": pairs,
    }
    return render(request, "pelatihan/evaluation/evaluation.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_measure(request: HttpRequest, pk: int) -> HttpResponse:
    """With which two tests the programme measures."""
    programme = led_programme(request, pk)
    if not may_coordinate(programme, request.user):
        messages.warning(request, ONLY_COORDINATOR)
        return redirect("evaluation", pk)
    assessment = assessment_of(programme)
    form = AssessmentForm(posted(request), instance=assessment, programme=programme)
    if request.method == "POST" and form.is_valid():
        if runs.save_assessment(form.instance, form.cleaned_data["seen"]):
            messages.success(request, "Cara mengukur disimpan.")
            return redirect("evaluation", pk)
        return _measured_meanwhile(request, programme, form)
    return _measure_form(request, programme, form)


def _measured_meanwhile(request: HttpRequest, programme: Programme, form: AssessmentForm) -> HttpResponse:
    """A colleague was quicker: his choice is told, and what was typed here stays typed."""
    current = assessment_of(programme)
    quizzes = (
        f": “{current.pre_quiz}” dan “{current.post_quiz}”" if current.pre_quiz and current.post_quiz else ""
    )
    form.data = form.data.copy()
    form.data["seen"] = current.version
    form.add_error(
        None,
        f"Fasilitator lain baru saja menyimpan: {current.get_way_display()}{quizzes}. Simpan lagi bila yang Anda isi "
        "ini yang benar.",
    )
    return _measure_form(request, programme, form)


def _measure_form(request: HttpRequest, programme: Programme, form: AssessmentForm) -> HttpResponse:
    context = {
        "title": "Cara mengukur",
        "programme": programme,
        "form": form,
        "breadcrumbs": _crumbs(programme, ("Cara mengukur", None)),
    }
    return render(request, "pelatihan/evaluation/measure.html", context)


def _score_words(label: str, score: Score | None) -> str:
    if score is None:
        return f"{label.lower()}: belum"
    return f"{label.lower()}: {shown_points(score.points)} dari {shown_points(score.out_of)}"


@facilitator
@require_safe
def evaluation_scores(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has which score on paper, in the order of the attendance list."""
    programme = led_programme(request, pk)
    people = people_of(programme, tested_by(request.user, programme))
    access_log.log(request, "program", pk, LOOKED, "nilai tes di kertas")
    scores = typed_scores(programme, people)
    lines = [
        (
            person,
            ", ".join(_score_words(label, scores.get((key, moment))) for moment, label in MOMENTS.items()),
        )
        for key, person in people.by_key.items()
    ]
    context = {
        "title": "Nilai tes di kertas",
        "programme": programme,
        "lines": lines,
        "typed": {moment: sum((key, moment) in scores for key in people.by_key) for moment in MOMENTS},
        "breadcrumbs": _crumbs(programme, ("Nilai tes di kertas", None)),
    }
    return render(request, "pelatihan/evaluation/scores.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_score(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Both scores of one person; saved, the next one of the list is there."""
    programme = led_programme(request, pk)
    people = people_of(programme, tested_by(request.user, programme))
    who = people.by_key.get(person)
    if who is None:
        return get_object_or_404(Programme.objects.none())
    scores = typed_scores(programme, people)
    known = {moment: scores[person, moment] for moment in MOMENTS if (person, moment) in scores}
    form = ScoreForm(posted(request), assessment=assessment_of(programme), known=known)
    keys = list(people.by_key)
    place = keys.index(person)
    following = keys[place + 1] if place + 1 < len(keys) else None
    if request.method == "POST" and form.is_valid():
        points = {moment: form.cleaned_data[moment] for moment in MOMENTS}
        runs.save_scores(programme, person, points, form.out_of, request.user)
        access_log.log(request, "peserta", person, CHANGED, "nilai tes di kertas")
        said = ", ".join(
            f"{MOMENTS[moment].lower()} {shown_points(value)}"
            for moment, value in points.items()
            if value is not None
        )
        messages.success(request, f"Disimpan: {who}, {said or 'tidak ikut tes'}.")
        if following is None or "berikutnya" not in request.POST:
            return redirect("evaluation_scores", pk)
        return redirect("evaluation_score", pk, following)
    access_log.log(request, "peserta", person, LOOKED, "nilai tes di kertas")
    context = {
        "title": str(who),
        "intro": f"Nomor {place + 1} dari {len(keys)} di daftar.",
        "programme": programme,
        "form": form,
        "following": people.by_key.get(following),
        "known": known,
        "breadcrumbs": _crumbs(
            programme,
            ("Nilai tes di kertas", reverse("evaluation_scores", args=[pk])),
            (str(who), None),
        ),
    }
    return render(request, "pelatihan/evaluation/score.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_reactions(request: HttpRequest, pk: int, session: int) -> HttpResponse:
    """What people said about a session, and the address at which they say it, to hang up in the hall."""
    programme = led_programme(request, pk)
    sessions = Session.objects.filter(event__programme=programme).select_related("event")
    one = get_object_or_404(sessions, pk=session)
    if request.method == "POST":
        runs.make_sheet(one)
        return redirect("evaluation_reactions", pk, session)
    sheet = ReactionSheet.objects.filter(session=one).first()
    address = absolute(reverse("reaction", args=[sheet.code])) if sheet else ""
    (found,) = reactions_to([one])
    context = {
        "title": "Tanggapan peserta",
        "intro": str(one),
        "programme": programme,
        "session": one,
        "sheet": sheet,
        "address": address,
        "code": codes.shown(sheet.code) if sheet else "",
        "qr": qr.svg(address, label="Kode QR menuju halaman tanggapan") if sheet else "",
        "until": one.ends_at + OPEN_AFTER,
        "is_open": is_open(one.starts_at, one.ends_at, timezone.now()),
        "told": found.told,
        "chart": reactions_chart(found),
        "breadcrumbs": _crumbs(programme, (f"Tanggapan: {one}", None)),
    }
    return render(request, "pelatihan/evaluation/reactions.html", context)
