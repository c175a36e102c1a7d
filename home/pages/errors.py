"""Pages for when something is not there, not allowed, or broken. They help people on, in words."""

import logging

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from home.pages import frame

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    """Static: what came may have a false host name or a body that cannot be read, so nothing of it is looked at.
    Django's own view looks for the form's token in that body, and falls over it."""
    return HttpResponse(loader.get_template("400.html").render({}), status=400)


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    return _in_frame(request, "404.html", 404)


def forbidden(request: HttpRequest, exception=None) -> HttpResponse:
    return _in_frame(request, "403.html", 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: somebody signed out or in meanwhile, or the browser keeps no cookies."""
    return _in_frame(request, "403_csrf.html", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Static on purpose: it must stand when the database does not."""
    return HttpResponse(loader.get_template("500.html").render({}), status=500)


def _in_frame(request: HttpRequest, template: str, status: int) -> HttpResponse:
    try:
        if not hasattr(request, "frame"):
            frame.attach(request)
    except Error:  # also the driver's InterfaceError, for a connection that was cut
        logger.exception("The frame of an error page could not be read")
    return render(request, template, status=status)
