"""How the server reads a request before Django sees it, with the configuration that runs the site."""

from pathlib import Path

import pytest
from gunicorn.app.base import Application
from gunicorn.http.parser import RequestParser
from gunicorn.http.wsgi import create

CONFIGURATION = Path(__file__).resolve().parents[2] / "gunicorn.conf.py"


class Site(Application):
    def load_config(self):
        self.load_config_from_file(str(CONFIGURATION))


def environ(headers: str) -> dict:
    raw = f"GET /profil/ HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n\r\n".encode()
    config = Site().cfg
    # A visitor whose request is passed on by a proxy on the same machine.
    client, server = ("127.0.0.1", 40000), ("127.0.0.1", 8000)
    request = next(RequestParser(config, [raw], client))
    return create(request, None, client, server, config)[1]


@pytest.mark.parametrize("prefix", ["/profil", "/x", "/admin"])
def test_no_visitor_puts_a_path_before_our_links(prefix):
    """It stood before every link of the page and stayed in the kept menu; a prefix that did not fit was a 500."""
    seen = environ(f"SCRIPT_NAME: {prefix}")
    assert (seen["SCRIPT_NAME"], seen["PATH_INFO"]) == ("", "/profil/")


@pytest.mark.parametrize(
    "header", ["X-Forwarded-Proto: https", "X-Forwarded-Ssl: on", "X-Forwarded-Protocol: ssl"]
)
def test_the_server_believes_nobody_s_word_on_https(header):
    """Django decides that, by BALAI_BEHIND_PROXY; the header itself still reaches it."""
    assert environ(header)["wsgi.url_scheme"] == "http"
    assert environ("X-Forwarded-Proto: https")["HTTP_X_FORWARDED_PROTO"] == "https"


@pytest.mark.parametrize("header", ["PATH_INFO: /admin/", "REMOTE_USER: administrator"])
def test_no_other_header_with_an_underscore_comes_through(header):
    seen = environ(header)
    assert (seen["PATH_INFO"], "REMOTE_USER" in seen, "HTTP_REMOTE_USER" in seen) == (
        "/profil/",
        False,
        False,
    )
