"""Data about regulations for other programs: the JDIH of the regency, and whoever wants the whole table."""

import json

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from home.pages.addresses import absolute
from layanan.jdih import open_data
from layanan.jdih.queries import records, settings_of

JSON = "application/json; charset=utf-8"


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """A list of records at the top level, as the JDIHN's readers take it."""
    told = list(records(request.frame, settings_of(request.frame)))
    return HttpResponse(json.dumps(told, ensure_ascii=False), content_type=JSON)


@require_safe
def data_json(request: HttpRequest) -> HttpResponse:
    """All published regulations with what describes the data."""
    told = open_data.dataset(
        list(open_data.rows(request.frame.restricted)),
        request.frame.village.full_name,
        settings_of(request.frame).licence,
        absolute("/regulasi/"),
    )
    return HttpResponse(json.dumps(told, ensure_ascii=False), content_type=JSON)


@require_safe
def data_csv(request: HttpRequest) -> HttpResponse:
    """The same as a table."""
    return HttpResponse(
        open_data.as_csv(list(open_data.rows(request.frame.restricted))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="regulasi.csv"'},
    )
