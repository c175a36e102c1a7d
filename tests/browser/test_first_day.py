"""A new clerk's first day, from the password on a slip of paper to a corrected guide, every screen in Indonesian.

The screens, in their order: SCREENS. What is public is looked at as a resident sees it.
"""

import json
import secrets
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from project.lib.localdates import now
from tests.browser.language import Reader
from tests.browser.test_approval import key_of, public

CLERK = "operator-baru"
NOTICE = "Pelayanan tutup lebih awal, kata uji coba"
WORDS = "Diperbaiki di hari pertama, kata uji coba."
SLOW = 30_000  # ms
SCREENS = [
    "sign in",
    "first screen",
    "account",
    "password changed",
    "signed out",
    "signed in with the own password",
    "a new notice",
    "the notice without its end is refused",
    "list of notices",
    "list of guides",
    "edit a guide",
    "guide submitted",
    "what waits",
    "end the notice",
    "notice ended",
]


@pytest.fixture
def given(site) -> str:
    """The password an administrator hands to the new clerk."""
    password = secrets.token_urlsafe(12)
    site.python(
        "import json, sys;"
        "from django.contrib.auth import get_user_model;"
        "from django.contrib.auth.models import Group;"
        "name, password = json.load(sys.stdin);"
        "user = get_user_model().objects.create_user(name, password=password, first_name='Siti');"
        "user.groups.add(Group.objects.get(name='Operator'))",
        stdin=json.dumps([CLERK, password]),
    )
    return password


def sign_in(page: Page, password: str) -> None:
    page.fill("input[name=username]", CLERK)
    page.fill("input[name=password]", password)
    page.click("form button[type=submit]")
    page.wait_for_url("**/admin/")


def sign_out(page: Page) -> None:
    page.locator(".sidebar-footer__account-toggle, .sidebar-footer__account").first.click()
    page.get_by_role("button", name="Keluar").click()
    page.wait_for_url("**/admin/login/")


def local(moment) -> str:
    return moment.strftime("%d/%m/%Y %H:%M")


def test_a_new_clerk_s_first_day(site, page, given):
    seen = Reader(page)
    own = secrets.token_urlsafe(12)
    read: list[str] = []

    def look(name: str) -> None:
        seen.read(name)
        read.append(name)

    page.goto("/admin/")
    look("sign in")
    sign_in(page, given)
    expect(page.get_by_role("heading", name="Tugas hari ini")).to_be_visible(timeout=SLOW)
    look("first screen")

    page.locator("main a", has_text="Akun").click()
    look("account")
    page.fill("[name=password-old_password]", given)
    page.fill("[name=password-new_password1]", own)
    page.fill("[name=password-new_password2]", own)
    page.locator("main [type=submit]").last.click()
    expect(page.locator(".messages .success")).to_be_visible(timeout=SLOW)
    look("password changed")
    sign_out(page)
    look("signed out")
    sign_in(page, own)
    look("signed in with the own password")

    page.locator(".balai-start a", has_text="Umumkan sesuatu").click()
    look("a new notice")
    page.fill("[name=title]", NOTICE)
    page.fill("[name=text]", "Kantor tutup pukul 12.00 hari ini. Datang lagi besok pagi.")
    page.locator("footer [type=submit]").first.click()
    expect(page.locator(".w-field__errors .error-message").first).to_be_visible(timeout=SLOW)
    assert page.input_value("[name=title]") == NOTICE
    look("the notice without its end is refused")
    page.fill("[name=ends_at]", local(now() + timedelta(hours=3)))
    page.locator("footer [type=submit]").first.click()
    page.wait_for_url("**/admin/pengumuman/")
    look("list of notices")
    assert NOTICE in public(site, "/")

    page.goto("/admin/")
    page.locator(".balai-start a", has_text="Perbaiki panduan layanan").click()
    look("list of guides")
    key = key_of(site, "pindah-penduduk")
    page.goto(f"/admin/pages/{key}/edit/")
    page.fill("#id_for_whom", WORDS)
    look("edit a guide")
    page.locator("footer button[name=action-submit]").click()
    page.wait_for_url(lambda url: not url.endswith("/edit/"))
    look("guide submitted")
    assert WORDS not in public(site, "/layanan/pindah-penduduk/")

    page.goto("/admin/")
    look("what waits")
    expect(page.locator(f"main section a[href='/admin/pages/{key}/edit/']").first).to_be_visible()

    page.goto("/admin/pengumuman/")
    page.get_by_role("link", name=NOTICE).first.click()
    page.goto(page.url.replace("/edit/", "/").rstrip("/") + "/akhiri/")
    look("end the notice")
    page.locator("main form [type=submit]").last.click()
    page.wait_for_url("**/admin/pengumuman/")
    look("notice ended")
    assert NOTICE not in public(site, "/")

    assert read == SCREENS
    seen.assert_indonesian()
