"""The facilitator's screens: classes, who belongs to them, their cards, the board."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail import hooks

from home.casework import access_log
from home.casework.keys import earlier, key_in, once
from home.casework.rules import TOOK
from pelatihan.courses.models import LessonPage
from pelatihan.events import runs
from pelatihan.events.access import facilitator
from pelatihan.events.board import lessons_by_course, read_board
from pelatihan.events.cards import address_of, code_of
from pelatihan.events.forms import ClassForm, PeopleForm
from pelatihan.events.models import Membership, Observation, TrainingClass
from pelatihan.events.queries import led_by, members, with_counts
from pelatihan.events.rules import LEVELS
from pelatihan.events.screens import HOME, UNKNOWN, posted
from pelatihan.events.sheets import board_xlsx
from pelatihan.events.trainees import is_only_trainee
from project.lib import qr
from project.lib.localdates import format_time, zone_label
from project.lib.spreadsheets import XLSX


def _crumbs(*trail: tuple[str, str | None]) -> list[dict]:
    return [
        HOME,
        {"title": "Kelas saya", "url": reverse("classes")},
        *({"title": title, "url": url} for title, url in trail),
    ]


def _class_crumbs(one: TrainingClass, title: str) -> list[dict]:
    return _crumbs((one.name, reverse("class_board", args=[one.pk])), (title, None))


def _led(request: HttpRequest, pk: int) -> TrainingClass:
    """A class of this facilitator; that of others does not exist for him."""
    return get_object_or_404(led_by(request.user), pk=pk)


@facilitator
@require_safe
def classes(request: HttpRequest) -> HttpResponse:
    led = list(with_counts(led_by(request.user)))
    context = {
        "title": "Kelas saya",
        "breadcrumbs": [HOME, {"title": "Kelas saya", "url": None}],
        "running": [one for one in led if one.archived_at is None],
        "archived": [one for one in led if one.archived_at is not None],
    }
    return render(request, "pelatihan/events/classes.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def class_add(request: HttpRequest) -> HttpResponse:
    form = ClassForm(posted(request), user=request.user)
    led = led_by(request.user)
    if one := earlier(request, led):
        return redirect("class_board", one.pk)
    if request.method == "POST" and form.is_valid():
        one = once(lambda: _make(form), lambda: earlier(request, led))
        messages.success(request, f"Kelas “{one}” dibuat.")
        return redirect("class_board", one.pk)
    context = {
        "title": "Buat kelas",
        "form": form,
        "breadcrumbs": _crumbs(("Buat kelas", None)),
        "submit": "Buat kelas",
    }
    return render(request, "pelatihan/events/class_form.html", context)


def _make(form: ClassForm) -> TrainingClass:
    one = form.save()
    runs.add_people(one, form.cleaned_data["names"])
    return one


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def class_edit(request: HttpRequest, pk: int) -> HttpResponse:
    one = _led(request, pk)
    form = ClassForm(posted(request), instance=one, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Kelas disimpan.")
        return redirect("class_board", pk)
    context = {
        "title": "Ubah kelas",
        "form": form,
        "breadcrumbs": _class_crumbs(one, "Ubah kelas"),
        "submit": "Simpan",
    }
    return render(request, "pelatihan/events/class_form.html", context)


@facilitator
@require_safe
def class_board(request: HttpRequest, pk: int) -> HttpResponse:
    one = _led(request, pk)
    context = {
        "title": one.name,
        "training_class": one,
        "board": read_board(one, request.frame.restricted),
        "links": [tell(one) for tell in hooks.get_hooks("register_class_link")],
        "until": one.open_until and f"pukul {format_time(one.open_until)} {zone_label()}",
        "breadcrumbs": _crumbs((one.name, None)),
    }
    return render(request, "pelatihan/events/class_board.html", context)


@facilitator
@require_safe
def class_table(request: HttpRequest, pk: int) -> HttpResponse:
    """The board as XLSX."""
    board = read_board(_led(request, pk), request.frame.restricted)
    access_log.log(request, "kelas", pk, TOOK, "tabel kemajuan")
    disposition = f'attachment; filename="kelas-{pk}.xlsx"'
    return HttpResponse(board_xlsx(board), content_type=XLSX, headers={"Content-Disposition": disposition})


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def class_people(request: HttpRequest, pk: int) -> HttpResponse:
    """Who belongs to the class; more are added here, and lost cards replaced."""
    one = _led(request, pk)
    form = PeopleForm(posted(request), training_class=one)
    key = key_in(request)
    if key and one.memberships.filter(key=runs.line_key(key, 0)).exists():
        return redirect("class_people", pk)  # the same form once more
    if request.method == "POST" and form.is_valid():
        added = runs.add_people(one, **form.cleaned_data)
        messages.success(request, f"{added} orang ditambahkan.")
        return redirect("class_people", pk)
    context = {
        "title": "Peserta kelas",
        "training_class": one,
        "memberships": members(one),
        "form": form,
        "breadcrumbs": _class_crumbs(one, "Peserta"),
    }
    return render(request, "pelatihan/events/class_people.html", context)


def _member(one: TrainingClass, participant: int) -> Membership:
    return get_object_or_404(
        Membership.objects.select_related("participant__user"), training_class=one, participant=participant
    )


@facilitator
@require_POST
def class_remove(request: HttpRequest, pk: int, participant: int) -> HttpResponse:
    """Takes somebody out of the class. What he has learned stays his."""
    one = _led(request, pk)
    gone = Membership.objects.filter(training_class=one, participant=participant)
    for membership in gone.select_related("participant"):
        membership.delete()
        words = f"{membership.participant} tidak lagi di kelas ini. Kemajuannya tetap tersimpan."
        messages.success(request, words)
    return redirect("class_people", pk)


@facilitator
@require_POST
def class_new_card(request: HttpRequest, pk: int, participant: int) -> HttpResponse:
    membership = _member(_led(request, pk), participant)
    seen = request.POST.get("card", "")
    runs.replace_card(membership, int(seen) if seen.isdecimal() and len(seen) < 10 else 0)
    messages.success(
        request, f"Kartu lama {membership.participant} tidak berlaku lagi. Cetak kartu barunya di sini."
    )
    return redirect(reverse("class_cards", args=[pk]) + f"?peserta={participant}")


@facilitator
@require_safe
def class_cards(request: HttpRequest, pk: int) -> HttpResponse:
    """Cards to print and cut: a QR code that signs in, and the same code in letters."""
    one = _led(request, pk)
    memberships = members(one)
    wanted = request.GET.get("peserta", "")
    if wanted:
        memberships = [m for m in memberships if str(m.participant_id) == wanted]
    access_log.log(request, "kelas", pk, TOOK, "kartu masuk")
    with_card = [m for m in memberships if m.participant.user is None or is_only_trainee(m.participant.user)]
    cards = [
        {
            "participant": membership.participant,
            "code": code_of(membership),
            "qr": qr.svg(address_of(membership), label=f"Kartu masuk {membership.participant}"),
        }
        for membership in with_card
    ]
    context = {
        "title": "Kartu peserta",
        "training_class": one,
        "cards": cards,
        "without": len(memberships) - len(with_card),
        "breadcrumbs": _class_crumbs(one, "Kartu peserta"),
    }
    return render(request, "pelatihan/events/class_cards.html", context)


@facilitator
@require_POST
def class_door(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens and closes the class, and puts it away."""
    one = _led(request, pk)
    act, words = {
        "buka": (runs.open_class, "Kelas dibuka. Kartu peserta dapat dipakai sekarang."),
        "tutup": (runs.close_class, "Kelas ditutup. Kartu peserta tidak dapat dipakai lagi."),
        "arsip": (runs.archive_class, "Kelas diarsipkan. Kemajuan pesertanya tetap tersimpan."),
        "pulihkan": (runs.unarchive_class, "Kelas dikembalikan dari arsip."),
    }.get(request.POST.get("act", ""), (None, ""))
    if act is None:
        messages.warning(request, UNKNOWN)
    else:
        act(one)
        messages.success(request, words)
    return redirect("class_board", pk)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def class_person(request: HttpRequest, pk: int, participant: int) -> HttpResponse:
    """One person of the class, lesson by lesson; by POST what the facilitator saw him do."""
    one = _led(request, pk)
    person = _member(one, participant).participant
    courses = lessons_by_course(one.courses.all(), request.frame.restricted)
    lessons = {lesson.pk: lesson for _, below in courses for lesson in below}
    if request.method == "POST":
        return _observe(request, one, person, lessons)
    board = read_board(one, request.frame.restricted)
    line = next(line for line in board.lines if line.membership.participant_id == person.pk)
    notes = {note.lesson_id: note for note in Observation.objects.filter(participant=person)}
    cells = dict(zip((lesson.pk for lesson in board.lessons), line.cells, strict=True))
    context = {
        "title": str(person),
        "training_class": one,
        "person": person,
        "levels": LEVELS.items(),
        "courses": [
            (course, [(lesson, cells[lesson.pk], notes.get(lesson.pk)) for lesson in below])
            for course, below in board.courses
        ],
        "breadcrumbs": _class_crumbs(one, str(person)),
    }
    return render(request, "pelatihan/events/class_person.html", context)


def _observe(request: HttpRequest, one, person, lessons: dict[int, LessonPage]) -> HttpResponse:
    lesson, level = request.POST.get("lesson", ""), request.POST.get("level", "")
    found = lessons.get(int(lesson)) if lesson.isdecimal() and len(lesson) < 19 else None
    if found is None or level not in {str(known) for known in LEVELS}:
        messages.warning(request, UNKNOWN)
        return redirect("class_person", one.pk, person.pk)
    runs.observe(person, found, int(level), request.user)
    messages.success(request, f"Dicatat: {person}, “{found.title}”: {LEVELS[int(level)]}.")
    if request.POST.get("back") == "board":
        return redirect("class_board", one.pk)
    return redirect(reverse("class_person", args=[one.pk, person.pk]) + f"#pelajaran-{found.pk}")
