"""How often one line may send something: the shipped nginx with no site behind it, so that what passes is a 502."""

from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.browser.site import free_port
from tests.stack import nginx
from tests.stack.conftest import values_for
from tests.stack.test_own_pages import assert_own_page
from tests.stack.web import Answer

PASSES, REFUSED = 502, 429
SIGN_INS, FORMS = 1 + 20, 1 + 40  # at once: the first and the burst
SLOWNESS = 4  # how many more may pass, since the allowance grows while a test sends


@pytest.fixture
def port(tmp_path):
    """Behind another proxy on this machine, whose word on where a visitor comes from is taken."""
    values = values_for(tmp_path, free_port(), free_port(), free_port())
    main = nginx.write(tmp_path, values)
    conf = tmp_path / "balai.conf"
    proxy = "set_real_ip_from 127.0.0.1;\nreal_ip_header X-Forwarded-For;\nserver_tokens off;"
    assert "# real_ip_header X-Forwarded-For;" in nginx.template()
    conf.write_text(conf.read_text().replace("server_tokens off;", proxy))
    with nginx.running(main):
        yield int(values["BALAI_LISTEN"].split(":")[1])


def ask(port: int, address: str, method: str = "POST", origin: str = "203.0.113.7") -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, address, body=b"a=1", headers={"X-Forwarded-For": origin})
    response = connection.getresponse()
    try:
        return Answer(response.status, response.getheaders(), response.read())
    finally:
        connection.close()


def statuses(port: int, times: int, address: str, **words) -> list[int]:
    return [ask(port, address, **words).status for _ in range(times)]


def assert_bounded(found: list[int], allowed: int) -> None:
    assert found[:allowed] == [PASSES] * allowed
    assert found.count(PASSES) <= allowed + SLOWNESS
    assert found[-1] == REFUSED


def test_an_office_signs_in_and_a_flood_does_not(port):
    assert_bounded(statuses(port, SIGN_INS + 10, "/admin/login/"), SIGN_INS)
    assert_own_page(ask(port, "/admin/login/"), 429, "Tunggu satu menit", "60")
    # Reading and the work of those who are in go on, and so do the sign-ins of others.
    assert ask(port, "/admin/login/", "GET").status == PASSES
    assert ask(port, "/admin/pages/4/edit/").status == PASSES
    assert ask(port, "/admin/login/", origin="203.0.113.8").status == PASSES


@pytest.mark.parametrize(
    "other",
    ["/_util/login/", "/admin//login/", "/%61dmin/log%69n/", "/admin/x/../login/", "/admin/login/?next=/a"],
)
def test_another_spelling_or_door_is_no_new_count(port, other):
    statuses(port, SIGN_INS + 5, "/admin/login/")
    assert ask(port, other).status == REFUSED


def test_a_form_is_wider_and_the_work_in_the_admin_is_not_counted(port):
    assert_bounded(statuses(port, FORMS + 20, "/cari/"), FORMS)
    assert statuses(port, FORMS + 20, "/cari/", method="GET").count(REFUSED) == 0
    assert statuses(port, FORMS + 20, "/admin/pages/4/edit/").count(REFUSED) == 0


def test_the_addresses_of_one_ipv6_line_count_together(port):
    found = [ask(port, "/admin/login/", origin=f"2001:db8:1:2::{n:x}").status for n in range(SIGN_INS + 10)]
    assert_bounded(found, SIGN_INS)
    assert ask(port, "/admin/login/", origin="2001:db8:1:3::1").status == PASSES


def test_the_log_names_who_was_refused_and_not_what_they_sent(port, tmp_path):
    statuses(port, SIGN_INS + 5, "/admin/login/?next=/rahasia/")
    logs = {path.name: path.read_text() for path in Path(tmp_path).glob("*.log")}
    assert "203.0.113.7 " in logs["access.log"]
    assert '/admin/login/ HTTP/1.1" 429' in logs["access.log"]
    assert "rahasia" not in logs["access.log"]
    assert "limiting requests" not in "".join(logs.values())
