"""The question mark of a page type and of a field leads to its lesson, and nothing that was typed is lost."""

from playwright.sync_api import expect

from tests.browser.checks import Watch


def test_the_question_mark_opens_the_lesson_beside_the_form(site, signed_in):
    page = signed_in("operator")
    watch = Watch(page, site.url)
    key = site.python("from home.models import NewsIndexPage; print(NewsIndexPage.objects.get().pk)").strip()
    page.goto(f"/admin/pages/add/home/newspage/{key}/")
    page.fill("#id_title", "Judul yang sedang ditulis")
    marks = page.locator(".balai-help")
    expect(marks).to_have_count(3)
    assert marks.first.bounding_box()["width"] >= 24  # WCAG 2.2, 2.5.8
    with page.expect_popup() as opened:
        page.locator("#panel-child-isi-picture-section .balai-help").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text(
        "Foto yang baik: izin, ukuran, dan keterangan"
    )
    assert page.locator("#id_title").input_value() == "Judul yang sedang ditulis"
    watch.assert_quiet()
