"""Courses on paper."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.pages.addresses import absolute
from home.pages.references import hold_together
from pelatihan.courses.queries import lessons_of, public_course
from project.lib import qr


@require_safe
def booklet(request: HttpRequest, course: str) -> HttpResponse:
    """All lessons of a course to print: for a hall without signal, and for those who rather read on paper. Without
    the pictures, which each lesson's own card has."""
    found = public_course(course, request.frame.restricted)
    if found is None:
        raise Http404
    lessons = lessons_of(found, request.frame.restricted)
    hold_together(lessons)
    address = absolute(request.path)
    context = {
        "course": found,
        "lessons": lessons,
        "title": f"Buku pelajaran: {found.title}",
        "address": address,
        "qr": qr.svg(address),
        "breadcrumbs": [
            {"title": "Beranda", "url": "/"},
            {"title": "Belajar", "url": "/pelatihan/"},
            {"title": found.title, "url": found.get_url(request)},
            {"title": "Buku pelajaran", "url": None},
        ],
    }
    return render(request, "pelatihan/courses/booklet.html", context)
