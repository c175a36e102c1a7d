"""What the device does by itself: opening badge, text size, ticks, progress. Nothing breaks where it cannot.

The example village's hours are read from its pages: Monday to Thursday 08.00–15.30 with a break 12.00–13.00, Friday
08.00–11.30, closed on 24 and 25 December 2026, in WIB (UTC+7).
"""

import pypdfium2
import pytest

GUIDE = "/layanan/kartu-keluarga/"
BROKEN_STORAGE = """
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })
"""
FULL_STORAGE = """
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
"""


@pytest.mark.parametrize(
    ("moment", "words", "is_open"),
    [
        ("2026-11-25T00:59:00Z", "Tutup sekarang, buka hari ini pukul 08.00 WIB", False),
        ("2026-11-25T01:00:00Z", "Buka sekarang, sampai 15.30 WIB (istirahat 12.00–13.00)", True),
        ("2026-11-25T05:00:00Z", "Sedang istirahat, buka lagi pukul 13.00 WIB", False),
        ("2026-11-25T06:00:00Z", "Buka sekarang, sampai 15.30 WIB", True),
        ("2026-11-25T08:29:00Z", "Buka sekarang, sampai 15.30 WIB", True),
        ("2026-11-25T08:30:00Z", "Tutup sekarang, buka lagi besok, Kamis pukul 08.00 WIB", False),
        ("2026-11-27T02:00:00Z", "Buka sekarang, sampai 11.30 WIB", True),
        ("2026-11-27T04:30:00Z", "Tutup sekarang, buka lagi Senin pukul 08.00 WIB", False),
        # 17.30 UTC is already Monday in the village
        ("2026-11-29T17:30:00Z", "Tutup sekarang, buka hari ini pukul 08.00 WIB", False),
    ],
)
@pytest.mark.parametrize("device_zone", ["Asia/Jakarta", "America/Los_Angeles"])
def test_badge_tells_the_office_in_the_village_zone_whatever_the_device_says(
    browser, browser_context_args, moment, words, is_open, device_zone
):
    page = browser.new_page(**(browser_context_args | {"timezone_id": device_zone}))
    page.clock.set_fixed_time(moment)
    page.goto("/")
    badge = page.locator("main [data-office-badge]").first
    badge.wait_for(state="visible")
    assert badge.inner_text() == words
    assert ("open" in badge.get_attribute("class").split()) == is_open
    page.close()


def test_without_scripts_hours_are_printed_and_what_needs_scripts_is_hidden(page_without_js):
    page_without_js.goto(GUIDE)
    assert "08.00–15.30 WIB" in page_without_js.locator(".foot .hours").inner_text()
    for part in (
        "[data-office-badge]",
        "[data-display]",
        "[data-listen]",
        "[data-print]",
        "[data-checklist-kept]",
    ):
        assert page_without_js.locator(part).first.is_hidden(), part
    assert page_without_js.locator("[data-share]").get_attribute("href").startswith("https://wa.me/?text=")


def test_the_button_to_whatsapp_is_what_the_lessons_say_also_where_the_device_can_share(page):
    page.add_init_script("navigator.share = () => Promise.reject(new Error('not asked for'))")
    page.goto(GUIDE)
    page.locator("[data-print]").wait_for(state="visible")  # scripts have run
    link = page.get_by_role("link", name="Kirim lewat WhatsApp")
    assert link.get_attribute("href").startswith("https://wa.me/?text=")


def test_text_size_is_kept_on_the_device(page):
    page.goto("/")
    size = "getComputedStyle(document.body).fontSize"
    usual = page.evaluate(size)
    page.get_by_role("button", name="Huruf sangat besar").click()
    large = page.evaluate(size)
    assert float(large[:-2]) > 1.3 * float(usual[:-2])
    page.goto(GUIDE)
    assert page.evaluate(size) == large
    page.get_by_role("button", name="Huruf biasa").click()
    page.reload()
    assert page.evaluate(size) == usual


def test_ticks_of_a_guide_are_kept_and_can_be_taken_away(page):
    page.goto(GUIDE)
    boxes = page.locator("[data-checklist] input")
    total = boxes.count()
    boxes.nth(1).check()
    page.reload()
    assert [boxes.nth(i).is_checked() for i in range(total)] == [i == 1 for i in range(total)]
    assert f"1 dari {total} sudah siap" in page.locator("[data-checklist-kept]").inner_text()
    page.get_by_role("button", name="Hapus centang").click()
    page.reload()
    assert page.locator("[data-checklist] input:checked").count() == 0


@pytest.fixture
def lesson_address(page) -> str:
    """The first lesson of the first course."""
    page.goto("/pelatihan/")
    page.locator(".course-groups .tasks a").first.click()
    page.wait_for_selector(".lessons a")
    return page.locator(".lessons a").first.get_attribute("href")


def test_progress_of_a_lesson_is_kept_and_shown_in_its_course(page, lesson_address):
    course_address = page.url
    page.goto(lesson_address)
    steps = page.locator("[data-step]")
    total = steps.count()
    assert page.locator("[data-progress-words]").inner_text() == f"Langkah 1 dari {total}"
    steps.nth(0).locator("[data-done]").click()
    page.reload()
    assert page.locator("[data-progress-words]").inner_text() == f"Langkah 2 dari {total}"
    assert steps.nth(0).locator("[data-done]").get_attribute("aria-pressed") == "true"
    page.get_by_role("link", name="Lanjutkan dari langkah 2").click()
    assert page.evaluate("document.activeElement.id") == "langkah-2"
    page.goto(course_address)
    assert f"1 dari {total} langkah selesai" in page.locator(".lessons li").first.inner_text()
    page.goto(lesson_address)
    for number in range(1, total):
        steps.nth(number).locator("[data-done]").click()
    assert page.locator("[data-progress-words]").inner_text() == f"Selesai: {total} dari {total} langkah"
    page.goto(course_address)
    assert "selesai" in page.locator(".lessons li.complete").first.inner_text()


@pytest.mark.parametrize("storage", [BROKEN_STORAGE, FULL_STORAGE], ids=["refused", "full"])
def test_storage_that_throws_breaks_nothing(new_context, storage, lesson_address):
    page = new_context().new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.add_init_script(storage)
    page.goto(GUIDE)
    page.locator("[data-checklist] input").first.check()
    page.get_by_role("button", name="Huruf besar").click()
    assert page.locator("html").get_attribute("data-text") == "2"
    page.goto(lesson_address)
    done = page.locator("[data-done]").first
    done.click()
    assert done.get_attribute("aria-pressed") == "true"
    assert problems == []


VOICES = """
    const voices = %s;
    const spoken = window.spoken = [];
    const speech = {
        getVoices: () => voices, cancel() {}, addEventListener() {},
        speak(piece) { spoken.push(piece.text.trim()); setTimeout(() => piece.onend(), 0); },
    };
    Object.defineProperty(window, 'speechSynthesis', { get: () => speech });
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


@pytest.mark.parametrize("language", ["id-ID", "id_ID", "in_ID", "id"])
def test_page_is_read_aloud_where_the_device_speaks_indonesian(new_context, language):
    page = new_context().new_page()
    page.add_init_script(VOICES % f"[{{lang: '{language}'}}]")
    page.goto(GUIDE)
    page.get_by_role("button", name="Dengarkan halaman ini").click()
    page.get_by_role("button", name="Dengarkan halaman ini").wait_for()  # it came to the end by itself
    spoken = page.evaluate("window.spoken")
    assert spoken[0] == page.locator("main h1").inner_text()
    texts = page.locator("[data-checklist] li label > span").all_inner_texts()
    first_item = texts[0].split("\n")[0]
    assert sum(first_item in piece for piece in spoken) == 1, "each thing is said once"


@pytest.mark.parametrize("voices", ["[]", "[{lang: 'en-US'}, {lang: 'idx'}]"])
def test_no_listening_without_an_indonesian_voice(new_context, voices):
    page = new_context().new_page()
    page.add_init_script(VOICES % voices)
    page.goto(GUIDE)
    page.locator("[data-display]").wait_for(state="visible")
    assert page.locator("[data-listen]").is_hidden()


def test_what_has_no_sheet_of_its_own_keeps_a_margin_on_paper(page):
    page.goto("/layanan/")
    sheet = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))[0]
    words = sheet.get_textpage()
    left = min(
        words.get_charbox(i)[0] for i in range(words.count_chars()) if words.get_text_range(i, 1).strip()
    )
    assert left > 25  # points; 9 mm


def test_a_guide_prints_on_one_sheet_and_so_does_a_lesson(page, lesson_address):
    page.goto("/layanan/")
    guides = [a.get_attribute("href") for a in page.locator(".event a").all()]
    long = {}
    for address in [*guides, lesson_address]:
        page.goto(address)
        document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        if len(document) != 1:
            long[address] = len(document)
    assert len(guides) >= 14
    assert long == {}


A4 = (595, 842)  # points


def test_a_register_lies_on_its_side_with_all_its_columns(page):
    page.goto("/regulasi/buku/peraturan/")
    columns = [cell.inner_text() for cell in page.locator("thead th").all()]
    sheet = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))[0]
    assert tuple(map(round, sheet.get_size())) == A4[::-1]
    printed = " ".join(sheet.get_textpage().get_text_range().split())
    assert [column for column in columns if column not in printed] == []
    assert columns[-1] == "Keterangan"


@pytest.mark.parametrize("address", ["/layanan/maklumat-pelayanan/", "/layanan/bayi-lahir/"])
def test_the_promise_and_a_journey_print_on_one_sheet(page, address):
    page.goto(address)
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert [tuple(map(round, sheet.get_size())) for sheet in document] == [A4]
