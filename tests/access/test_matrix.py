"""Nobody gets further than the matrix says, and whoever should get in does."""

from collections import Counter
from copy import deepcopy

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from tests.access.addresses import Examples, addresses
from tests.access.matrix import ROWS, row_of
from tests.access.people import ADMINISTRATOR, ANYBODY, NO_ROLE, PEOPLE, sign_in
from tests.corpus import encoded, pdf, scene

SIGN_IN = "/admin/login/"
DASHBOARD = "/admin/"  # where Wagtail sends whoever may not do a thing
NOT_SERVED = {400, 403, 404, 405}


def test_every_address_has_a_row():
    assert [address.name for address in addresses() if row_of(address.name) is None] == []


def test_every_row_decides_about_an_address():
    used = Counter(row_of(address.name) for address in addresses())
    rooms_without = {row.address for row in ROWS if not used[row]}
    # Five rooms of the administrator share one list of what may be done in them; not each has all of it.
    expected = {
        f"{room}:{what}"
        for room, whats in {
            "wagtailadmin_collections": ("copy", "start_import"),
            "wagtailredirects": ("copy", "set_privacy"),
            "wagtailusers_users": ("set_privacy", "start_import"),
            "wagtailusers_groups": ("copy", "set_privacy", "start_import"),
            "wagtailsites": ("set_privacy", "start_import"),
        }.items()
        for what in whats
    }
    assert rooms_without == expected


@pytest.mark.django_db
def test_every_role_is_among_the_people():
    assert set(Group.objects.values_list("name", flat=True)) == set(PEOPLE) - {
        ANYBODY,
        NO_ROLE,
        ADMINISTRATOR,
    }


def body(name: str) -> dict:
    """What a POST brings along, where without it nobody would be served."""
    if name == "wagtailimages:add_multiple":
        return {"files[]": SimpleUploadedFile("balai.jpg", encoded(scene(), "JPEG"), "image/jpeg")}
    if name == "wagtaildocs:add_multiple":
        return {"files[]": SimpleUploadedFile("surat.pdf", pdf(), "application/pdf")}
    return {}


def is_served(client, cookies, method: str, path: str, data: dict) -> bool:
    """Whether a request gets through, which it also does when the view then finds fault with what was sent.

    What the request changed is taken back, its cookies too, so that each finds the same records and the same session.
    """
    client.cookies = deepcopy(cookies)
    with transaction.atomic():
        response = getattr(client, method)(path, data)
        transaction.set_rollback(True)
    place = response.headers.get("Location", "")
    return response.status_code not in NOT_SERVED and place != DASHBOARD and not place.startswith(SIGN_IN)


@pytest.mark.django_db
@pytest.mark.parametrize("person", PEOPLE)
def test_each_address_serves_exactly_those_it_should(client, person):
    client.raise_request_exception = False  # an error inside a view is no refusal
    examples = Examples()
    sign_in(client, person)
    cookies = client.cookies
    wrong = []
    for address in addresses():
        row, path = row_of(address.name), examples.path(address)
        for method, allowed in (("get", row.read), ("post", row.write)):
            data = body(address.name) if method == "post" else {}
            if is_served(client, cookies, method, path, data) != (person in allowed):
                wrong.append(
                    f"{method} {address.name} {path}: must {'' if person in allowed else 'not '}serve"
                )
    assert wrong == []
