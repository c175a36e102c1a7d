"""The address that the site sees behind nginx is the visitor's own, whatever the visitor says."""

import re
import socket
import ssl
import time
from http.client import HTTPSConnection
from urllib.parse import urlencode

REFILL = 12  # seconds in which nginx lets six more forms through: deploy/nginx, balai_sign_in
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class FromAddress(HTTPSConnection):
    """A visitor on another address of the loopback."""

    def __init__(self, address: str, port: int, context: ssl.SSLContext):
        super().__init__("localhost", port, timeout=30, context=context)
        self.address = address

    def connect(self):
        raw = socket.create_connection(("127.0.0.1", self.port), source_address=(self.address, 0))
        self.sock = self._context.wrap_socket(raw, server_hostname="localhost")


def guess(stack, address: str, name: str, **headers: str) -> int:
    """The status that a wrong password meets."""

    def ask(method, body=None, **more):
        connection = FromAddress(address, stack.visitor.port, stack.visitor.context())
        connection.request(method, "/admin/login/", body=body, headers=more)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response, text

    page, text = ask("GET")
    cookie = page.getheader("Set-Cookie").split(";")[0]
    form = {"csrfmiddlewaretoken": TOKEN.search(text)[1], "username": name, "password": "salah-sekali"}
    sent = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": cookie,
        "Referer": f"https://localhost:{stack.visitor.port}/admin/login/",
    }
    answer, _ = ask("POST", urlencode(form), **(sent | headers))
    return answer.status


def test_wrong_passwords_count_for_the_address_they_come_from(stack):
    assert [guess(stack, "127.0.0.2", "kades-uji") for _ in range(5)] == [200] * 4 + [429]
    assert guess(stack, "127.0.0.3", "kades-uji") == 200
    assert guess(stack, "127.0.0.2", "operator-lain") == 200


def test_a_visitor_s_own_words_change_nothing(stack):
    lies = [
        {
            "X-Real-IP": f"198.51.100.{n}",
            "X-Forwarded-For": f"198.51.100.{n}",
            "Forwarded": f"for=198.51.100.{n}",
        }
        for n in range(5)
    ]
    assert [guess(stack, "127.0.0.4", "sekdes-uji", **lie) for lie in lies] == [200] * 4 + [429]


def test_twenty_wrong_passwords_from_one_office_get_words_and_lock_nobody_out(stack):
    assert [guess(stack, "127.0.0.6", f"pegawai-{n}") for n in range(20)] == [200] * 20
    time.sleep(
        REFILL
    )  # a machine may be so quick that nginx, which lets through 30 a minute, would refuse the next
    assert [guess(stack, "127.0.0.6", "pegawai-lupa") for _ in range(5)] == [200] * 4 + [429]
    assert guess(stack, "127.0.0.6", "pegawai-lain") == 200


def test_the_log_has_the_address_and_the_pause(stack):
    assert [guess(stack, "127.0.0.5", "kaur-uji") for _ in range(5)][-1] == 429
    assert [line for line in stack.log.splitlines() if line.startswith("127.0.0.5 ")]
    assert "Sign-in paused: 5 wrong passwords for one account from 127.0.0.5" in stack.site.log
