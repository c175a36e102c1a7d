"""The requirement checker in public: each answer is a link to an address of its own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from home.pages.addresses import absolute
from layanan.guides.checker import walk
from layanan.guides.checker_field import needed, questions
from layanan.guides.models import ServiceGuidePage
from layanan.guides.queries import public_guide
from layanan.guides.rules import share_text
from project.lib import qr, sharing


def _address(guide: ServiceGuidePage, keys: list[str]) -> str:
    if not keys:
        return reverse("checker", args=[guide.slug])
    return reverse("checker_step", args=[guide.slug, "/".join(keys)])


@require_safe
def checker(request: HttpRequest, guide: str, answers: str = "") -> HttpResponse:
    """The question after these answers, or the list they end in. Where the guide was edited meanwhile, a page that
    leads to the start (404)."""
    found = public_guide(guide, request.frame.restricted)
    if found is None:
        raise Http404
    keys = answers.split("/") if answers else []
    tree = questions(found)
    way = walk(tree, keys) if tree else None
    context = {
        "guide": found,
        "title": f"Periksa syarat: {found.title}",
        "start": _address(found, []) if tree else "",
        "breadcrumbs": [
            {"title": "Beranda", "url": "/"},
            {"title": "Layanan", "url": "/layanan/"},
            {"title": found.title, "url": found.get_url(request)},
            {"title": "Periksa syarat", "url": None},
        ],
    }
    if way is None:
        return render(request, "layanan/guides/checker_gone.html", context, status=404)
    context["address"] = absolute(request.path)
    context["given"] = [
        {"question": question.text, "answer": answer.text, "change": _address(found, keys[:number])}
        for number, (question, answer) in enumerate(way.given)
    ]
    context["back"] = _address(found, keys[:-1]) if keys else found.get_url(request)
    if way.question is not None:
        context["question"] = way.question
        context["note"] = found.checker[tree.index(way.question)].value["note"]
        context["choices"] = [
            (answer.text, _address(found, [*keys, answer.key])) for answer in way.question.answers
        ]
        return render(request, "layanan/guides/checker_question.html", context)
    items = needed(found, way)
    message = share_text(found.title, [value["text"] for _, value in items], context["address"])
    context |= {
        "items": [{"id": key, "value": value} for key, value in items],
        "share_url": sharing.whatsapp(message),
        "qr": qr.svg(context["address"]),
    }
    return render(request, "layanan/guides/checker_result.html", context)
