"""Whether a form stands on this site, as the browser says it."""

import pytest

from project.sameorigin import is_ours


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Sec-Fetch-Site": "none"}, None),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "http://localhost:8000"}, True),  # the site's own address
        ({"Origin": "http://testserver.jahat.example"}, False),
        ({"Origin": "null"}, None),
        ({}, None),
    ],
)
def test_who_sent_a_form(rf, headers, ours, settings):
    settings.BASE_URL = "http://localhost:8000"
    assert is_ours(rf.post("/", headers=headers)) is ours
