"""The clerk's screens in the real admin: what is typed is not lost, and each screen says what happens.

Each test has a guide of its own, which no other test reads.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_approval import AUTOSAVE, EDITOR_READY, edit, key_of, submit

CLOSED = "document.querySelector('#id_intro').closest('[inert]') !== null"
SIGN_IN_AGAIN = "Masuk lagi di tab baru"


@pytest.fixture
def clerk(site, new_context):
    """`clerk("operator")` signs in by the form, in a session of its own that the test may end."""

    def make(role: str) -> Page:
        page = new_context().new_page()
        sign_in(page, site, role)
        return page

    return make


def sign_in(page: Page, site, role: str) -> None:
    name, password = site.people[role]
    page.goto("/admin/login/")
    fill_sign_in(page, name, password)


def fill_sign_in(page: Page, name: str, password: str) -> None:
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", password)
    page.click("form button[type=submit]")
    page.wait_for_url(lambda url: "/login/" not in url)


def stored_intro(site, slug: str) -> str:
    return site.python(
        "from wagtail.models import Page;"
        f"print(Page.objects.get(slug={slug!r}).get_latest_revision_as_object().intro)"
    ).strip()


def save_draft(page: Page) -> None:
    page.locator("footer button.action-save").click()


# --- nothing typed is lost ---------------------------------------------------------------------------------------


def test_what_is_typed_outlives_a_session_that_ended_in_another_tab(site, clerk):
    page = clerk("operator")
    edit(page, key_of(site, "akta-kematian"))
    page.context.clear_cookies(name="sessionid")
    page.fill("#id_intro", "Ditulis sesudah keluar, kata uji coba.")
    save_draft(page)
    notice = page.get_by_role("alert").filter(has_text="Anda sudah keluar.")
    expect(notice).to_be_visible()
    assert page.url.endswith("/edit/")
    assert page.locator("#id_intro").input_value() == "Ditulis sesudah keluar, kata uji coba."
    expect(page.locator("footer button.action-save")).to_be_enabled()

    with page.expect_popup() as opened:
        notice.get_by_role("link", name=SIGN_IN_AGAIN).click()
    fill_sign_in(opened.value, *site.people["operator"])
    opened.value.close()
    page.bring_to_front()
    save_draft(page)
    expect(page.locator(".messages .success")).to_be_visible()
    assert stored_intro(site, "akta-kematian") == "Ditulis sesudah keluar, kata uji coba."


def test_what_is_written_in_a_dialog_outlives_a_session_that_ended(site, clerk):
    key = key_of(site, "bantuan-sosial")
    operator = clerk("operator")
    edit(operator, key)
    submit(operator)
    publisher = clerk("penerbit")
    edit(publisher, key)
    publisher.locator("footer .w-dropdown__toggle").click()
    publisher.locator("footer [data-workflow-action-name=reject]").click()
    publisher.fill(".modal textarea", "Jamnya belum benar, kata uji coba.")
    publisher.context.clear_cookies(name="sessionid")
    publisher.locator(".modal [type=submit]").click()
    notice = publisher.get_by_role("alert").filter(has_text="Anda sudah keluar.")
    expect(notice).to_be_visible()
    assert publisher.locator(".modal textarea").input_value() == "Jamnya belum benar, kata uji coba."

    with publisher.expect_popup() as opened:
        notice.get_by_role("link", name=SIGN_IN_AGAIN).click()
    fill_sign_in(opened.value, *site.people["penerbit"])
    publisher.bring_to_front()
    publisher.locator(".modal [type=submit]").click()
    expect(publisher.locator(".messages")).to_contain_text("dikembalikan kepada penulisnya")


def test_saving_by_itself_says_that_the_session_ended(site, clerk):
    page = clerk("operator")
    edit(page, key_of(site, "akta-kematian"))
    page.wait_for_timeout(EDITOR_READY)
    page.context.clear_cookies(name="sessionid")
    page.fill("#id_for_whom", "Siapa saja, kata uji coba.")
    notice = page.get_by_role("alert").filter(has_text="Anda sudah keluar.")
    expect(notice).to_be_visible(timeout=4 * AUTOSAVE)
    expect(notice.get_by_role("link", name=SIGN_IN_AGAIN)).to_be_visible()


def test_nothing_is_saved_under_the_name_of_somebody_else(site, clerk):
    page = clerk("operator")
    edit(page, key_of(site, "akta-kematian"))
    page.context.clear_cookies()
    sign_in(page.context.new_page(), site, "penerbit")
    page.fill("#id_intro", "Ditulis oleh orang lain, kata uji coba.")
    save_draft(page)
    expect(page.get_by_role("alert").filter(has_text="Penerbit-uji sudah masuk.")).to_be_visible()
    assert "orang lain" not in stored_intro(site, "akta-kematian")


def test_a_form_stays_while_the_site_cannot_be_reached(site, clerk):
    page = clerk("operator")
    edit(page, key_of(site, "akta-kematian"))
    page.fill("#id_intro", "Ditulis tanpa sinyal, kata uji coba.")
    page.context.set_offline(True)
    save_draft(page)
    expect(page.get_by_role("alert").filter(has_text="Situs tidak menjawab")).to_be_visible()
    page.context.set_offline(False)
    save_draft(page)
    expect(page.locator(".messages .success")).to_be_visible()
    assert stored_intro(site, "akta-kematian") == "Ditulis tanpa sinyal, kata uji coba."


def test_a_page_that_waits_for_approval_takes_no_typing(site, clerk):
    key = key_of(site, "pengantar-skck")
    page = clerk("operator")
    edit(page, key)
    assert page.evaluate(CLOSED) is False
    submit(page)
    edit(page, key)
    assert page.evaluate(CLOSED) is True
    page.locator("footer button[name=action-cancel-workflow]").click()  # the way back is not closed with it
    expect(page.locator("footer button.action-save")).to_be_visible()
    assert page.evaluate(CLOSED) is False


def test_no_page_is_kept_by_itself_before_it_has_its_name(site, clerk):
    section = site.python(
        "from layanan.models import RegulationIndexPage as R; print(R.objects.get().pk)"
    ).strip()
    page = clerk("operator")
    sent = []
    page.on("request", lambda request: sent.append(request.method) if "/pages/add/" in request.url else None)
    page.goto(f"/admin/pages/add/layanan/regulationpage/{section}/")
    page.wait_for_timeout(EDITOR_READY)
    sent.clear()
    page.fill("[name=plain_summary]", "Ringkasan yang ditulis lebih dulu, kata uji coba.")
    page.wait_for_timeout(AUTOSAVE + 2_000)
    assert sent == []
    with page.expect_response(lambda answer: "/pages/add/" in answer.url, timeout=4 * AUTOSAVE) as kept:
        page.fill("#id_subject", "Kebersihan, kata uji coba")
    assert kept.value.json()["success"] is True


def test_a_notice_asks_for_the_eight_statements_of_an_emergency_only_in_one(site, signed_in):
    page = signed_in("operator")
    page.goto("/admin/pengumuman/new/")
    hazard = page.locator("[name=hazard]")
    expect(page.locator("[name=title]")).to_be_visible()
    expect(hazard).to_be_hidden()
    page.select_option("[name=level]", "darurat")
    expect(hazard).to_be_visible()
    page.fill("[name=title]", "Banjir, kata uji coba")
    page.locator("footer [type=submit]").first.click()
    expect(page.locator(".w-field__errors .error-message").first).to_be_visible(timeout=30_000)
    expect(hazard).to_be_visible()  # what is refused there can be read there
