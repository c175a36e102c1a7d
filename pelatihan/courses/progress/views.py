"""What somebody learns: his courses, how far he is, and taking over what he did on the device before."""

import json

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail import hooks

from home.pages.queries import visible
from pelatihan.courses.activities import all_activities
from pelatihan.courses.models import CoursePage, LessonPage
from pelatihan.courses.progress import runs
from pelatihan.courses.progress.queries import done_steps, progress_table, step_ids
from pelatihan.courses.progress.rules import next_step
from pelatihan.events.access import trainee
from pelatihan.events.board import lessons_by_course

MY_LEARNING = {"title": "Belajar saya", "url": "/pelatihan/saya/"}
CRUMBS = [{"title": "Beranda", "url": "/"}, {"title": "Belajar", "url": "/pelatihan/"}, MY_LEARNING]
MOST_LESSONS = 500  # on one device


@trainee
@require_safe
def my_learning(request: HttpRequest) -> HttpResponse:
    """The courses of one's classes and those one has begun, and where to go on."""
    who, restricted = request.participant, request.frame.restricted
    lessons = visible(LessonPage.objects.filter(steps_done__participant=who), restricted).distinct()
    begun = {lesson.path[: -LessonPage.steplen] for lesson in lessons.only("path")}
    mine = CoursePage.objects.filter(classes__memberships__participant=who, classes__archived_at=None)
    courses = CoursePage.objects.filter(path__in=begun) | CoursePage.objects.filter(pk__in=mine.values("pk"))
    found = lessons_by_course(courses, restricted)
    table = progress_table([who], [lesson for _, below in found for lesson in below])
    done = _done_by_lesson(who)
    shown = [
        (course, [_line(lesson, table[who.pk, lesson.pk], done.get(lesson.pk, set())) for lesson in below])
        for course, below in found
    ]
    context = {
        "title": "Belajar saya",
        "courses": shown,
        "finished": sum(line["progress"].finished for _, lines in shown for line in lines),
        "total": sum(len(lines) for _, lines in shown),
        "links": [link for tell in hooks.get_hooks("register_learning_link") if (link := tell(who))],
        "breadcrumbs": [*CRUMBS[:2], {**MY_LEARNING, "url": None}],
    }
    return render(request, "pelatihan/courses/progress/my_learning.html", context)


def _done_by_lesson(who) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for lesson, step in who.steps_done.values_list("lesson_id", "step"):
        found.setdefault(lesson, set()).add(step)
    return found


def _line(lesson: LessonPage, progress, done: set[str]) -> dict:
    step = next_step(step_ids(lesson), done)
    words = "Mulai" if not done else f"Lanjutkan dari langkah {step}" if step else "Buka lagi"
    return {
        "lesson": lesson,
        "progress": progress,
        "width": round(progress.share * 100),
        "go_on": words,
        "place": f"#langkah-{step}" if done and step else "",
    }


def _public_lesson(request: HttpRequest, pk: int) -> LessonPage:
    lesson = visible(LessonPage.objects.filter(pk=pk), request.frame.restricted).first()
    if lesson is None:
        raise Http404
    return lesson


@trainee
@require_http_methods(["GET", "HEAD", "POST"])
def my_lesson(request: HttpRequest, lesson: int) -> HttpResponse:
    """What one has done in a lesson. The lesson's page asks for it as JSON; without scripts it is a list to tick."""
    page, who = _public_lesson(request, lesson), request.participant
    wants_json = "application/json" in request.headers.get("Accept", "")
    if request.method == "POST":
        _keep(request, who, page)
        if not wants_json:
            messages.success(request, "Kemajuan disimpan.")
            return redirect("my_lesson", lesson)
    done = done_steps(who, page)
    progress = progress_table([who], [page])[who.pk, page.pk]
    if wants_json:
        known = [step for step in step_ids(page) if step in done]
        answer = {
            "steps": known,
            "finished": progress.finished,
            "name": who.name,
            "token": get_token(request),
        }
        return JsonResponse(answer)
    context = {
        "title": page.title,
        "lesson": page,
        "steps": [(block, str(block.id) in done) for block in page.steps],
        "progress": progress,
        "activities": _activities(page, who),
        "breadcrumbs": [*CRUMBS, {"title": page.title, "url": None}],
    }
    return render(request, "pelatihan/courses/progress/my_lesson.html", context)


def _activities(page: LessonPage, who) -> list[tuple]:
    """What else the lesson asks for, each with whether it is done."""
    return [
        (activity, activity.key in known.done([who.pk], [page.pk]).get((who.pk, page.pk), ()))
        for known in all_activities()
        for activity in known.of_lesson(page)
    ]


def _keep(request: HttpRequest, who, page: LessonPage) -> None:
    """One step from the lesson's page, or the whole list from the form."""
    if "step" in request.POST:
        step = request.POST["step"]
        if request.POST.get("done") == "0":
            runs.unmark_step(who, page, step)
        else:
            runs.mark_steps(who, page, [step])
        return
    ticked = set(request.POST.getlist("steps"))
    for step in done_steps(who, page) - ticked:
        runs.unmark_step(who, page, step)
    runs.mark_steps(who, page, ticked)


@trainee
@require_POST
def take_over(request: HttpRequest) -> HttpResponse:
    """Adds what this device kept. Sent twice it adds nothing more."""
    kept = _read(request.POST.get("kept", ""))
    taken = runs.take_over(request.participant, kept)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"taken": taken})
    messages.success(request, f"Kemajuan dari {taken} pelajaran diambil dari perangkat ini.")
    return redirect("my_learning")


def _read(text: str) -> dict[int, list[str]]:
    """{lesson: [steps]} as the device keeps it; whatever is not of this shape is left out."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        int(lesson): [step for step in steps if isinstance(step, str)]
        for lesson, steps in list(found.items())[:MOST_LESSONS]
        if lesson.isdecimal() and len(lesson) < 19 and isinstance(steps, list)
    }
