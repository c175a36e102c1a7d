"""Tells the editor's script which lessons help with a page type."""

from django.apps import apps
from django.http import Http404, HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.pages.queries import visible
from pelatihan.courses.models import LessonPage
from pelatihan.help.models import HelpLink
from pelatihan.help.places import SEPARATOR


@require_safe
def help_for_type(request: HttpRequest, app_label: str, model_name: str) -> JsonResponse:
    """Of a new page of this type: {"": lesson of the type, "picture": lesson of a field}."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:
        raise Http404 from None
    return _answer(request, model)


@require_safe
def help_for_page(request: HttpRequest, page_id: int) -> JsonResponse:
    """The same for a page that is there."""
    return _answer(request, get_object_or_404(Page, pk=page_id).specific_class)


def _answer(request: HttpRequest, model) -> JsonResponse:
    label = model._meta.label_lower
    links = HelpLink.objects.filter(place__startswith=label)
    lessons = visible(LessonPage.objects.filter(help_links__in=links), request.frame.restricted).in_bulk()
    found = {}
    for link in links:
        place, _, field = link.place.partition(SEPARATOR)
        if place == label and link.lesson_id in lessons:
            lesson = lessons[link.lesson_id]
            found[field] = {"title": lesson.title, "url": lesson.get_url(request)}
    return JsonResponse(found)
