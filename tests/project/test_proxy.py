"""Whose word on a visitor's address is taken."""

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse
from django.test import RequestFactory

from project.proxy import ClientAddressMiddleware

PROXY = "10.0.0.2"


def seen(headers: dict) -> str:
    request = RequestFactory().get("/", REMOTE_ADDR=PROXY, headers=headers)
    found = ClientAddressMiddleware(lambda request: HttpResponse(request.META["REMOTE_ADDR"]))(request)
    return found.content.decode()


def test_without_a_proxy_of_ours_nobody_s_word_is_taken(settings):
    settings.BEHIND_PROXY = False
    with pytest.raises(MiddlewareNotUsed):
        ClientAddressMiddleware(lambda request: None)


@pytest.mark.parametrize("address", ["203.0.113.7", "2001:db8::7"])
def test_behind_our_proxy_the_address_is_the_one_it_tells(settings, address):
    settings.BEHIND_PROXY = True
    assert seen({"x-real-ip": address}) == address


@pytest.mark.parametrize("told", ["", "203.0.113.7, 10.0.0.1", "kantor", "203.0.113.7\x00", "203.0.113.7:80"])
def test_what_is_no_address_changes_nothing(settings, told):
    settings.BEHIND_PROXY = True
    assert seen({"x-real-ip": told} if told else {}) == PROXY


def test_the_header_that_visitors_fill_is_not_looked_at(settings):
    settings.BEHIND_PROXY = True
    assert seen({"x-forwarded-for": "198.51.100.23", "x-real-ip": "203.0.113.7"}) == "203.0.113.7"
