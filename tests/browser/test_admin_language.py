"""The admin speaks Indonesian: every screen that a clerk uses is opened, and no English word may stand on it.

The pages that the screens show are made here, so that no other test's page changes.
"""

import json

import pytest

from tests.browser.language import Reader, english

# A page for every state that the screens tell of. Drafts only: the public site stays as other tests know it.
PREPARE = """
import json
from datetime import date, timedelta
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Comment, CommentReply, Workflow
from home.models import (
    ContentPage, NewsCategory, NewsIndexPage, NewsPage, Notice, Official, Position, Synonym, VillageDocument,
    VillageImage,
)
from layanan.models import ServiceGuidePage, ServiceIndexPage, RegulationPage, RegulationIndexPage
from pelatihan.models import CoursePage, LessonPage, TrainingIndexPage

people = get_user_model().objects
operator, publisher = people.get(username="operator-uji"), people.get(username="penerbit-uji")
index = NewsIndexPage.objects.get()
workflow = Workflow.objects.get()


def news(title):
    page = NewsPage(title=title, intro="Kerja bakti.", date=date(2026, 11, 25), live=False, owner=operator)
    index.add_child(instance=page)
    page.save_revision(user=operator, log_action=True)
    return page


changed = news("Uji bahasa: berubah")
changed.intro = "Kerja bakti di balai desa, Minggu pagi."
changed.body = [("text", "<p>Bawa cangkul.</p>")]
changed.save_revision(user=publisher, log_action=True)
discussed = news("Uji bahasa: dibicarakan")
comment = Comment.objects.create(page=discussed, user=publisher, text="Sebut jamnya.", contentpath="intro")
CommentReply.objects.create(comment=comment, user=operator, text="Sudah.")
submitted = news("Uji bahasa: diajukan")
workflow.start(submitted, operator)
returned = news("Uji bahasa: dikembalikan")
state = workflow.start(returned, operator)
state.current_task_state.reject(user=publisher, comment="Tulis jamnya.")
locked = news("Uji bahasa: terkunci")
locked.locked, locked.locked_by, locked.locked_at = True, publisher, timezone.now()
locked.save()
waiting = news("Uji bahasa: terjadwal")
waiting.go_live_at = timezone.now() + timedelta(days=30)
waiting.expire_at = timezone.now() + timedelta(days=60)
waiting.save_revision(user=publisher, log_action=True).publish(user=publisher)
course = CoursePage(title="Uji bahasa: kursus", intro="Mencoba.", audience="warga", live=False)
TrainingIndexPage.objects.get().add_child(instance=course)
step = {"title": "Tekan tombol", "text": "<p>Sekali saja.</p>"}
lesson = LessonPage(title="Uji bahasa: pelajaran", intro="Mencoba.", steps=[("step", step)], live=False)
course.add_child(instance=lesson)
notice = Notice.objects.create(
    title="Uji bahasa: pengumuman", text="Kerja bakti.", begins_at=timezone.now() + timedelta(days=20),
    ends_at=timezone.now() + timedelta(days=21),
)
first = lambda model: model.objects.order_by("pk").first().pk
print(json.dumps({
    "root": index.get_parent().pk,
    "changed": changed.pk, "discussed": discussed.pk, "submitted": submitted.pk, "returned": returned.pk,
    "locked": locked.pk,
    "waiting": waiting.pk, "state": state.pk,
    "revision": changed.revisions.order_by("pk").first().pk,
    "guide_revision": ServiceGuidePage.objects.order_by("pk").first().latest_revision_id,
    "live": NewsPage.objects.live().order_by("pk").first().pk,
    "news_index": index.pk, "guide": first(ServiceGuidePage), "guide_index": first(ServiceIndexPage),
    "regulation": first(RegulationPage), "regulation_index": first(RegulationIndexPage),
    "training_index": course.get_parent().pk, "lesson": lesson.pk, "course": course.pk, "content": first(ContentPage),
    "image": first(VillageImage), "document": first(VillageDocument), "synonym": first(Synonym),
    "category": first(NewsCategory), "publisher": publisher.pk, "group": publisher.groups.get().pk,
    "notice": notice.pk, "official": first(Official), "position": first(Position),
    "workflow": workflow.pk, "task": workflow.workflow_tasks.get().task_id,
}))
"""

# What an operator opens, by the name of the screen.
SCREENS = {
    "dashboard": "",
    "explorer of the home page": "pages/{root}/",
    "explorer of the news": "pages/{news_index}/",
    "explorer, filtered to nothing": "pages/{news_index}/?q=zzzz",
    "search for pages": "pages/search/?q=kartu",
    "search without result": "pages/search/?q=zzzz",
    "add news": "pages/add/home/newspage/{news_index}/",
    "add a content page": "pages/add/home/contentpage/{root}/",
    "add a guide": "pages/add/layanan/serviceguidepage/{guide_index}/",
    "add a regulation": "pages/add/layanan/regulationpage/{regulation_index}/",
    "add a course": "pages/add/pelatihan/coursepage/{training_index}/",
    "add a lesson": "pages/add/pelatihan/lessonpage/{course}/",
    "edit the home page": "pages/{root}/edit/",
    "edit submitted news": "pages/{submitted}/edit/",
    "edit returned news": "pages/{returned}/edit/",
    "edit locked news": "pages/{locked}/edit/",
    "edit scheduled news": "pages/{waiting}/edit/",
    "edit live news": "pages/{live}/edit/",
    "edit a content page": "pages/{content}/edit/",
    "edit a guide": "pages/{guide}/edit/",
    "edit a regulation": "pages/{regulation}/edit/",
    "edit a lesson": "pages/{lesson}/edit/",
    "history": "pages/{changed}/history/",
    "compare two versions": "pages/{changed}/revisions/compare/earliest...latest/",
    "an older version": "pages/{changed}/revisions/{revision}/revert/",
    "a version that nobody saved": "pages/{guide}/revisions/{guide_revision}/revert/",
    "progress of an approval": "pages/{returned}/workflow_history/",
    "one approval": "pages/{returned}/workflow_history/detail/{state}/",
    "copy a page": "pages/{guide}/copy/",
    "move a page": "pages/{changed}/move/",
    "delete a page": "pages/{changed}/delete/",
    "notices": "pengumuman/",
    "add a notice": "pengumuman/new/",
    "edit a notice": "pengumuman/edit/{notice}/",
    "end a notice": "pengumuman/{notice}/akhiri/",
    "images": "images/",
    "images, none found": "images/?q=zzzz",
    "add an image": "images/add/",
    "edit an image": "images/{image}/",
    "usage of an image": "images/usage/{image}/",
    "documents": "documents/",
    "add a document": "documents/add/",
    "edit a document": "documents/edit/{document}/",
    "synonyms": "kata-pencarian/",
    "add a synonym": "kata-pencarian/new/",
    "edit a synonym": "kata-pencarian/edit/{synonym}/",
    "report of searches in vain": "kata-pencarian/tanpa-hasil/",
    "report of approvals": "reports/workflow/",
    "report of old pages": "reports/aging-pages/",
    "account": "account/",
}
# What looks otherwise to a publisher: buttons to publish, to approve and to lock, more menus.
SEEN_BY_BOTH = (
    "dashboard",
    "explorer of the news",
    "edit submitted news",
    "edit locked news",
    "edit scheduled news",
    "edit live news",
    "edit a guide",
    "copy a page",
    "delete a page",
)
PUBLISHER_SCREENS = {name: SCREENS[name] for name in SEEN_BY_BOTH} | {
    "history of a scheduled page": "pages/{waiting}/history/",
    "unpublish a page": "pages/{live}/unpublish/",
    "report of locked pages": "reports/locked/",
    "site history": "reports/site-history/",
    "the village": "settings/home/villagesettings/",
    "news categories": "newscategory/",
    "add a news category": "newscategory/new/",
    "edit a news category": "newscategory/edit/{category}/",
    "officials": "pejabat/",
    "add an official": "pejabat/new/",
    "edit an official": "pejabat/edit/{official}/",
    "delete an official": "pejabat/delete/{official}/",
    "positions": "jabatan/",
    "edit a position": "jabatan/edit/{position}/",
}
# An administrator's own screens that come up most: a new colleague, a forgotten password.
ADMINISTRATOR_SCREENS = {
    "users": "users/",
    "add a user": "users/new/",
    "edit a user": "users/edit/{publisher}/",
    "delete a user": "users/delete/{publisher}/",
    "groups": "groups/",
    "approval workflows": "workflows/list/",
    "collections": "collections/",
    "sites": "sites/",
    "redirects": "redirects/",
    "delete an image": "images/{image}/delete/",
}


@pytest.fixture(scope="module")
def places(site) -> dict[str, int]:
    """The numbers of what the screens show."""
    return json.loads(site.python(PREPARE).splitlines()[-1])


def test_english_is_seen_where_it_stands(page):
    """The net itself: it catches English wherever it stands, and lets Indonesian through."""
    assert english("Save draft") == {"save", "draft"}
    assert english("No results") == {"no", "results"}
    assert english("Simpan draf, lalu ajukan halaman ini. Status: terbit, format dokumen PDF.") == set()
    assert english("https://desa.id/the-page/ page.jpg user@example.org") == set()
    reader = Reader(page)
    page.set_content(
        """<title>Title</title><p>Simpan <b>Draft</b></p><a href="/page/" aria-label="Move">→</a>
        <input placeholder="Search" title="Find"><img alt="Empty"><input type="submit" value="Send">
        <template><p hidden>Delete</p></template><textarea>Unread</textarea>"""
    )
    reader.read("a page")
    seen = [text.split(": ")[1] for text in reader.wrong]
    assert seen == ["Title", "Draft", "Move", "Search", "Find", "Empty", "Send", "Delete"]


@pytest.mark.parametrize(
    ("role", "screens"),
    [
        ("operator", SCREENS),
        ("penerbit", PUBLISHER_SCREENS),
        ("administrator", ADMINISTRATOR_SCREENS),
    ],
)
def test_screens_are_indonesian(signed_in, places, role, screens):
    reader = Reader(signed_in(role))
    for name, address in screens.items():
        reader.open(name, address.format(**places))
    reader.assert_indonesian()


def test_what_opens_within_the_page_editor_is_indonesian(signed_in, places):
    """Who else is here, side panels, a comment and its answer, what is kept by itself, choosers with their refusals,
    the menus of blocks, links of every kind."""
    colleague = signed_in("penerbit")
    colleague.goto(f"/admin/pages/{places['discussed']}/edit/")  # the admin tells who else is at the page
    page = signed_in("operator")
    reader = Reader(page)
    reader.open("edit discussed news", f"pages/{places['discussed']}/edit/")
    dialog = page.locator(".modal-dialog")
    blocks = page.locator("[data-contentpath=body]")

    for panel in page.locator("button.w-side-panel-toggle").all():
        reader.press(f"side panel {panel.get_attribute('aria-label')}", panel.click)
    reader.press("a comment", page.locator(".comment").first.click)
    reader.press("an answer", lambda: page.locator(".comment textarea").first.fill("Pukul tujuh."))
    page.locator("button.w-side-panel-toggle").last.click()

    reader.press("choose an image", page.get_by_role("button", name="Pilih gambar").first.click)
    dialog.get_by_role("tab", name="Unggah").click()
    reader.press("upload an image without a file", dialog.get_by_role("button", name="Unggah").click)
    dialog.get_by_role("tab", name="Cari").click()
    reader.press("choose an image, none found", lambda: dialog.locator("[name=q]").fill("zzzz"))
    dialog.locator("[data-dismiss=modal]").click()
    dialog.wait_for(state="hidden")

    for block in ("Daftar dokumen", "Tabel", "Tulisan"):
        reader.press("kinds of blocks", blocks.locator(".c-sf-add-button").first.click)
        reader.press(f"block {block}", page.get_by_role("option", name=block, exact=True).click)
    reader.press("choose a document", blocks.get_by_role("button", name="Pilih dokumen").first.click)
    dialog.locator("[data-dismiss=modal]").click()
    dialog.wait_for(state="hidden")
    reader.press("kinds of columns", blocks.get_by_role("button", name="Tambah kolom").click)
    page.keyboard.press("Escape")

    blocks.get_by_role("textbox").first.click()
    reader.press("menu of the text field", lambda: page.keyboard.type("/"))
    reader.press("link to a page", page.get_by_role("option", name="Tautan", exact=True).click)
    for kind in ("Tautan luar", "Tautan surel", "Tautan telepon", "Tautan jangkar"):
        reader.press(kind, dialog.get_by_role("link", name=kind).click)
        reader.press(f"{kind}, left empty", dialog.locator("[type=submit]").first.click)
    dialog.locator("[data-dismiss=modal]").click()
    dialog.wait_for(state="hidden")

    page.get_by_text("Tersimpan", exact=True).first.wait_for()
    reader.read("kept by itself")
    reader.assert_indonesian()


def test_a_text_goes_to_the_public_in_indonesian(signed_in, places):
    """Refused, saved, submitted; then returned with a note, and what the admin says after each press."""
    page = signed_in("operator")
    operator = Reader(page)
    operator.open("add news", f"pages/add/home/newspage/{places['news_index']}/")
    operator.press("save an empty page", page.locator("footer button.action-save").click)
    operator.open("edit changed news", f"pages/{places['changed']}/edit/")
    operator.press("save a draft", page.locator("footer button.action-save").click)
    operator.press("submit", page.locator("footer button[name=action-submit]").click)
    operator.assert_indonesian()

    page = signed_in("penerbit")
    publisher = Reader(page)
    publisher.open("edit changed news", f"pages/{places['changed']}/edit/")
    page.locator("button.w-side-panel-toggle").first.click()
    publisher.press("schedule", page.get_by_role("button", name="Atur jadwal").click)
    publisher.press("calendar of the schedule", page.locator("#id_go_live_at").focus)
    page.keyboard.press("Escape")
    publisher.press("privacy", page.get_by_role("button", name="Ubah privasi").click)
    page.keyboard.press("Escape")
    page.locator("footer .w-dropdown button").first.click()
    publisher.press("return: its dialog", page.locator("[data-workflow-action-name=reject]").first.click)
    publisher.press("returned without a reason", page.locator(".modal-dialog [type=submit]").click)
    page.locator(".modal-dialog textarea").fill("Tulis jamnya.")
    publisher.press("returned", page.locator(".modal-dialog [type=submit]").click)
    publisher.assert_indonesian()


def test_lists_and_uploads_answer_in_indonesian(signed_in, places, tmp_path):
    page = signed_in("penerbit")
    reader = Reader(page)
    for address in (f"pages/{places['news_index']}/", "images/", "documents/"):
        page.goto(f"/admin/{address}")
        every = page.locator("[data-bulk-action-select-all-checkbox]").first
        reader.press(f"all selected in {address}", lambda every=every: every.evaluate("box => box.click()"))
    for action in ("move", "delete", "publish", "unpublish"):
        address = f"bulk/wagtailcore/page/{action}/?id={places['returned']}&next=/admin/"
        reader.open(f"{action} selected pages", address)
    (tmp_path / "daftar.txt").write_text("bukan gambar")
    for kind in ("images", "documents"):
        reader.open(f"{kind}: several", f"{kind}/multiple/add/")
        page.set_input_files("input[type=file]", tmp_path / "daftar.txt")
        page.locator("#upload-list li, .upload-list li").first.wait_for()
        reader.read(f"{kind}: a file of the wrong kind")
    reader.assert_indonesian()


def test_the_door_is_indonesian(site, signed_in, page):
    """Signing in, changing the password, signing out; and what is refused."""
    visitor = Reader(page)
    visitor.open("sign in", "login/")
    page.fill("[name=username]", "siapa")
    page.fill("[name=password]", "salah")
    visitor.press("wrong password", page.locator("form button[type=submit]").click)
    name, password = site.people["operator"]
    page.fill("[name=username]", name)
    page.fill("[name=password]", password)
    page.locator("form button[type=submit]").click()
    page.locator(".sidebar-footer__account-toggle, .sidebar-footer__account").first.click()
    visitor.press("signed out", page.get_by_role("button", name="Keluar").click)
    assert page.url.endswith("/admin/login/")
    visitor.assert_indonesian()

    page = signed_in("operator")
    operator = Reader(page)
    operator.open("account", "account/")
    page.fill("[name=password-old_password]", "salah")
    page.fill("[name=password-new_password1]", "123")
    page.fill("[name=password-new_password2]", "124")
    operator.press("a new password that is refused", page.locator("main [type=submit]").last.click)
    operator.press("a screen one may not see", lambda: page.goto("/admin/users/"))
    operator.press("a screen that is not there", lambda: page.goto("/admin/tidak-ada/"))
    operator.press("the admin's button on the public site", lambda: page.goto("/berita/"))
    operator.assert_indonesian()
