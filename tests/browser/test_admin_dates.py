"""Dates and times typed into the admin stay what they are until the server reads them, or refuses them in words."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import Watch, assert_accessible

AUTOSAVE = 5_000  # ms: WAGTAIL_AUTOSAVE_INTERVAL
EDITOR_READY = 2_500  # ms; the editor takes 2 seconds before it begins to notice changes

NAMES = ["tinggal", "kata", "keliru", "simpan", "jadwal", "jadwal-keliru", "kalender", "kecil"]
MAKE = """
import sys
from datetime import date
from layanan.models import RegulationIndexPage, RegulationPage
for name in sys.stdin.read().split():
    page = RegulationPage(number=name, year=2024, subject=name, enacted_on=date(2024, 3, 1), live=False)
    RegulationIndexPage.objects.get().add_child(instance=page)
    page.save_revision()
    print(name, page.pk)
"""


@pytest.fixture(scope="module")
def regulations(site) -> dict[str, str]:
    """A draft of each test's own, by its name."""
    return dict(line.split() for line in site.python(MAKE, stdin=" ".join(NAMES)).splitlines())


def edit(page: Page, key: str) -> None:
    page.goto(f"/admin/pages/{key}/edit/")
    expect(page.get_by_role("button", name="Pilih tanggal").first).to_be_visible()


def write(page: Page, field: str, words: str) -> None:
    """As fingers do: what is there is taken out, each key is pressed, and the next field is gone to."""
    page.locator(field).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type(words)
    page.keyboard.press("Tab")


def save(page: Page) -> None:
    page.locator("footer [type=submit]").first.click()
    expect(page.locator(".messages li")).to_be_visible()


def enacted_after_reload(page: Page, key: str) -> str:
    edit(page, key)
    return page.locator("#id_enacted_on").input_value()


def test_leaving_a_date_changes_nothing_of_what_was_typed(signed_in, regulations):
    page = signed_in("penerbit")
    edit(page, regulations["tinggal"])
    for typed in ("10/06/2025", "10-06-2025", "10 Juni 2025", "31/02/2025", "10/06/25", "besok", "8"):
        write(page, "#id_enacted_on", typed)
        page.locator("#id_subject").click()
        expect(page.locator("#id_enacted_on")).to_have_value(typed)


def test_a_date_in_words_is_read_and_shown_in_figures(signed_in, regulations):
    key = regulations["kata"]
    page = signed_in("penerbit")
    edit(page, key)
    expect(page.locator("#id_enacted_on")).to_have_value("01/03/2024")
    write(page, "#id_enacted_on", "10 Juni 2024")
    save(page)
    assert enacted_after_reload(page, key) == "10/06/2024"


def test_what_is_no_date_is_refused_at_the_field_and_kept_to_be_corrected(signed_in, regulations):
    key = regulations["keliru"]
    page = signed_in("penerbit")
    edit(page, key)
    write(page, "#id_enacted_on", "31/02/2024")
    save(page)
    assert page.locator(".error-message").all_inner_texts() == ["Tanggal 31 Februari 2024 tidak ada."]
    expect(page.locator("#id_enacted_on")).to_have_value("31/02/2024")
    assert_accessible(page)
    assert enacted_after_reload(page, key) == "01/03/2024"


def test_what_is_kept_by_itself_waits_for_a_date_that_is_one(signed_in, regulations):
    key = regulations["simpan"]
    page = signed_in("penerbit")
    edit(page, key)
    page.wait_for_timeout(EDITOR_READY)

    def kept_by_itself(typed: str) -> bool:
        with page.expect_response(
            lambda answer: answer.request.method == "POST" and answer.url.endswith(f"/pages/{key}/edit/"),
            timeout=4 * AUTOSAVE,
        ) as kept:
            write(page, "#id_enacted_on", typed)
        return kept.value.json()["success"]

    assert kept_by_itself("10/06/24") is False
    expect(page.locator("#id_enacted_on")).to_have_value("10/06/24")
    assert kept_by_itself("10/06/2024") is True
    assert enacted_after_reload(page, key) == "10/06/2024"


def open_schedule(page: Page) -> None:
    page.wait_for_load_state()
    # By script: the panel with this button slides in and out, and each person's browser remembers which.
    page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.dispatch_event("click")
    expect(page.locator("#id_go_live_at")).to_be_visible()


def test_a_schedule_is_the_moment_that_was_typed(site, signed_in, regulations):
    key = regulations["jadwal"]
    page = signed_in("penerbit")
    edit(page, key)
    open_schedule(page)
    write(page, "#id_go_live_at", "01/12/2099 08.00")
    expect(page.locator("#id_go_live_at")).to_have_value("01/12/2099 08.00")
    page.get_by_role("button", name="Simpan jadwal").click()
    expect(page.locator(".messages .success")).to_be_visible()
    open_schedule(page)
    expect(page.locator("#id_go_live_at")).to_have_value("01/12/2099 08.00")
    stored = (
        f"print(RegulationPage.objects.get(pk={key}).get_latest_revision_as_object().go_live_at.timestamp())"
    )
    seconds = site.python(f"from layanan.models import RegulationPage; {stored}").strip()
    assert dt.datetime.fromtimestamp(float(seconds), dt.UTC) == dt.datetime(2099, 12, 1, 1, tzinfo=dt.UTC)


def test_a_schedule_that_is_no_moment_is_refused(signed_in, regulations):
    page = signed_in("penerbit")
    edit(page, regulations["jadwal-keliru"])
    open_schedule(page)
    write(page, "#id_go_live_at", "31/02/2099 08.00")
    expect(page.locator("#id_go_live_at")).to_have_value("31/02/2099 08.00")
    page.get_by_role("button", name="Simpan jadwal").click()
    expect(page.locator(".messages .error")).to_be_visible()
    open_schedule(page)
    expect(page.locator("#schedule-publishing-dialog .error-message")).to_have_text(
        re.compile("Tanggal 31 Februari 2099 tidak ada.")
    )
    expect(page.locator("#id_go_live_at")).to_have_value("31/02/2099 08.00")


def test_the_calendar_of_the_device_writes_its_choice_into_the_field(signed_in, regulations):
    page = signed_in("penerbit")
    edit(page, regulations["kalender"])
    write(page, "#id_enacted_on", "9/6/2024")
    page.locator("#id_enacted_on ~ button").click()
    device = page.locator("#id_enacted_on ~ input[type=date]")
    expect(device).to_have_value("2024-06-09")  # it opens on what is written
    device.evaluate(
        "input => { input.value = '2024-07-21'; input.dispatchEvent(new Event('change', {bubbles: true})); }"
    )
    expect(page.locator("#id_enacted_on")).to_have_value("21/07/2024")


def test_hours_and_closed_days_of_the_office_stay_as_typed(signed_in):
    page = signed_in("administrator")
    page.goto("/admin/settings/home/villagesettings/")
    opens = page.locator("#id_office_hours-0-opens")
    expect(opens).to_have_value(re.compile(r"^\d\d\.\d\d$"))
    write(page, "#id_office_hours-0-opens", "7.5")
    expect(opens).to_have_value("7.5")
    page.locator("#id_closed_days-ADD").click()
    row = page.locator("[name$=-first_day]:visible").last
    expect(row).to_have_value("")
    write(page, f"#{row.get_attribute('id')}", "1 Syawal 1448")
    expect(row).to_have_value("1 Syawal 1448")
    save(page)
    words = " ".join(page.locator(".error-message").all_inner_texts())
    assert "Tulis jam dan menitnya" in words
    assert "Ini belum berupa tanggal" in words
    expect(opens).to_have_value("7.5")


def test_date_fields_fit_a_small_phone_and_break_no_rule_of_the_admin(signed_in, regulations, site):
    page = signed_in("penerbit")
    page.set_viewport_size({"width": 360, "height": 740})
    watch = Watch(page, site.url)
    edit(page, regulations["kecil"])
    button = page.locator("#id_enacted_on ~ button")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box["x"] + box["width"] <= 360
    assert min(box["width"], box["height"]) >= 24
    button.click()
    watch.assert_quiet()
