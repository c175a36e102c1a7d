"""The address of the person behind the reverse proxy.

The site itself sees every visitor come from its proxy. Where BALAI_BEHIND_PROXY says that there is one, its `X-Real-IP`
is believed; the proxy sets that header (deploy/nginx/), whatever the visitor sent. Elsewhere nobody's word is taken:
a made-up address would lead past the limit on wrong passwords, or put somebody else's address behind it.
"""

from contextlib import suppress
from ipaddress import ip_address

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed


class ClientAddressMiddleware:
    """Puts the person's address into REMOTE_ADDR, where Django and django-axes look for it."""

    def __init__(self, get_response):
        if not settings.BEHIND_PROXY:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        told = request.headers.get("X-Real-IP", "")
        with suppress(
            ValueError
        ):  # asked past the proxy, as the container's health check does: the peer it is
            request.META["REMOTE_ADDR"] = str(ip_address(told))
        return self.get_response(request)
