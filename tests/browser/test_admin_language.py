"""The admin speaks Indonesian: every screen that a clerk uses is opened, and no English word may stand on it.

What is read is more than what is seen at once: the words of closed menus and of dialogs that a press would open, and
the names that only a screen reader says (aria-label, title, placeholder, alt). The pages that the screens show are
made here, so that no other test's page changes.
"""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Error, Page

# Common English words that are no Indonesian words too ("status", "format", "program", "video", "admin" are).
ENGLISH_WORDS = """
    about across action actions active add added address again all an and another any anyone app apply approve
    approved archive are as at audio avatar average back be been before below between body bold both browse bulk
    but button by can cancel caption change changed changes checks child choose chooser clear close collapse
    collection collections column columns comment comments compare confirm content copied copy could create
    created current currently dashboard date day days default delete deleted description details disable
    disabled discard does down download draft drag drop duplicate each edit edited editing editor email empty
    enable enabled error errors every existing expand expiry explore explorer export failed field fields file
    files filter filters find first focus following for found from generate go group groups had has have heading
    help here hide history home hour hours how if image images in incomplete insert into invalid is it italic
    item items keep keyboard keywords language last latest leave left library light link links list live load
    loading lock locked log login loud main make manage many match matches maximum may minimum minute minutes
    missing moderation month months more most move moved must my name needs never new next no none not notes
    notifications now number object of off old on once one only open option optional options or order other our
    out over owner page pages parent password permission permissions phone pin please point preferences preview
    previous primary private profile public publish published publishing quick quote raw read readability recent
    redirect redirects redo refresh reject rejected remove reply report reports request requested required reset
    resolve restore result results review reviewing revision revisions right rows save saved saving schedule
    scheduled search section see select selected send set settings sharing shortcut shortcuts should show sign
    simple since site size slug snippet snippets some sorry sort sorted split start started strikethrough
    subject submit submitted submitting subscript success summary superscript table task tasks text than that
    the their them theme there these they this those time title to toggle toolbar translate try type types
    unable undo unknown unlock unlocked unpublish up update updated upload uploaded uploading usage use used
    user username users using value values version versions view viewing visible visit warning was we were what
    when where which while who will window with within without word words workflow workflows would write year
    years yes yesterday you your
"""
ENGLISH = frozenset(ENGLISH_WORDS.split())

# English texts that a screen may hold, each with its reason. Wagtail 7.4.4 writes them without translating.
ALLOWED = {
    "Site name": "a column of the list of sites, which only the administrator opens",
    "Root page": "likewise",
}
# What is not read: a counter that waits for its number, a button of the date picker for a use that Wagtail has not,
# a hidden button (by its Enter key) beside a search field that has its name in Indonesian, and words for a browser
# without scripts, where the admin does not work.
UNSEEN = "[data-side-panel-toggle-counter][hidden], .xdsoft_save_selected, .w-sr-only > input[value=Search], noscript"

REST_TRIES = 12

COLLECT = """unseen => {
    const names = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'placeholder', 'title',
        'alt', 'label', 'data-placeholder', 'data-w-tooltip-content-value'];
    const silent = new Set(['SCRIPT', 'STYLE', 'CODE', 'TEXTAREA', 'IFRAME']);
    const found = [document.title];
    const read = node => {
        if (node.nodeType === Node.TEXT_NODE) return found.push(node.data);
        if (node.nodeType === Node.ELEMENT_NODE) {
            if (silent.has(node.tagName) || node.matches(unseen)) return;
            for (const name of names) if (node.hasAttribute(name)) found.push(node.getAttribute(name));
            if (node.matches('input[type=submit], input[type=button], input[type=reset]')) found.push(node.value);
            if (node.tagName === 'TEMPLATE') read(node.content);
            if (node.shadowRoot) read(node.shadowRoot);
        }
        node.childNodes.forEach(read);
    };
    read(document.body);
    return found.map(text => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
}"""

# A page for every state that the screens tell of. Drafts only: the public site stays as other tests know it.
PREPARE = """
import json
from datetime import date, timedelta
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Comment, CommentReply, Workflow
from home.models import NewsIndexPage, NewsPage, VillageImage, VillageDocument, Synonym, ContentPage, NewsCategory
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
comment = Comment.objects.create(page=changed, user=publisher, text="Sebut jamnya.", contentpath="intro")
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
first = lambda model: model.objects.order_by("pk").first().pk
print(json.dumps({
    "root": index.get_parent().pk,
    "changed": changed.pk, "submitted": submitted.pk, "returned": returned.pk, "locked": locked.pk,
    "waiting": waiting.pk, "state": state.pk,
    "revision": changed.revisions.order_by("pk").first().pk,
    "live": NewsPage.objects.live().order_by("pk").first().pk,
    "news_index": index.pk, "guide": first(ServiceGuidePage), "guide_index": first(ServiceIndexPage),
    "regulation": first(RegulationPage), "regulation_index": first(RegulationIndexPage),
    "lesson": lesson.pk, "course": course.pk, "content": first(ContentPage),
    "image": first(VillageImage), "document": first(VillageDocument), "synonym": first(Synonym),
    "category": first(NewsCategory), "publisher": publisher.pk, "group": publisher.groups.get().pk,
    "workflow": workflow.pk, "task": workflow.workflow_tasks.get().task_id,
}))
"""

# What an operator opens, by the name of the screen.
SCREENS = {
    "dashboard": "",
    "explorer of the home page": "pages/{root}/",
    "explorer of the news": "pages/{news_index}/",
    "explorer in menu order": "pages/{root}/?ordering=ord",
    "explorer, filtered to nothing": "pages/{news_index}/?q=zzzz",
    "add news": "pages/add/home/newspage/{news_index}/",
    "add a content page": "pages/add/home/contentpage/{root}/",
    "add a guide": "pages/add/layanan/serviceguidepage/{guide_index}/",
    "add a regulation": "pages/add/layanan/regulationpage/{regulation_index}/",
    "add a lesson": "pages/add/pelatihan/lessonpage/{course}/",
    "edit the home page": "pages/{root}/edit/",
    "edit changed news": "pages/{changed}/edit/",
    "edit submitted news": "pages/{submitted}/edit/",
    "edit returned news": "pages/{returned}/edit/",
    "edit locked news": "pages/{locked}/edit/",
    "edit scheduled news": "pages/{waiting}/edit/",
    "edit live news": "pages/{live}/edit/",
    "edit a content page": "pages/{content}/edit/",
    "edit a guide": "pages/{guide}/edit/",
    "edit a regulation": "pages/{regulation}/edit/",
    "edit a lesson": "pages/{lesson}/edit/",
    "edit a course": "pages/{course}/edit/",
    "history": "pages/{changed}/history/",
    "history of a scheduled page": "pages/{waiting}/history/",
    "compare two versions": "pages/{changed}/revisions/compare/earliest...latest/",
    "an older version": "pages/{changed}/revisions/{revision}/revert/",
    "usage of a page": "pages/{guide}/usage/",
    "progress of an approval": "pages/{returned}/workflow_history/",
    "one approval": "pages/{returned}/workflow_history/detail/{state}/",
    "copy a page": "pages/{guide}/copy/",
    "move a page": "pages/{changed}/move/",
    "delete a page": "pages/{changed}/delete/",
    "search for pages": "pages/search/?q=kartu",
    "search without result": "pages/search/?q=zzzz",
    "images": "images/",
    "images, none found": "images/?q=zzzz",
    "add an image": "images/add/",
    "add images": "images/multiple/add/",
    "edit an image": "images/{image}/",
    "usage of an image": "images/usage/{image}/",
    "documents": "documents/",
    "documents, none found": "documents/?q=zzzz",
    "add a document": "documents/add/",
    "add documents": "documents/multiple/add/",
    "edit a document": "documents/edit/{document}/",
    "usage of a document": "documents/usage/{document}/",
    "report of approvals": "reports/workflow/",
    "report of approval stages": "reports/workflow_tasks/",
    "report of old pages": "reports/aging-pages/",
    "report of kinds of pages": "reports/page-types-usage/",
    "site history": "reports/site-history/",
    "synonyms": "kata-pencarian/",
    "add a synonym": "kata-pencarian/new/",
    "edit a synonym": "kata-pencarian/edit/{synonym}/",
    "history of a synonym": "kata-pencarian/history/{synonym}/",
    "delete a synonym": "kata-pencarian/delete/{synonym}/",
    "account": "account/",
}
# What looks otherwise to a publisher: buttons to publish, to approve and to lock, more menus.
SEEN_BY_BOTH = (
    "dashboard",
    "explorer of the news",
    "edit changed news",
    "edit submitted news",
    "edit returned news",
    "edit locked news",
    "edit scheduled news",
    "edit live news",
    "edit a guide",
    "edit a regulation",
    "edit a lesson",
    "history of a scheduled page",
    "one approval",
    "copy a page",
    "move a page",
    "delete a page",
    "images",
    "edit an image",
    "documents",
    "edit a document",
    "report of approvals",
    "site history",
    "account",
)
PUBLISHER_SCREENS = {name: SCREENS[name] for name in SEEN_BY_BOTH} | {
    "report of locked pages": "reports/locked/",
    "unpublish a page": "pages/{live}/unpublish/",
    "the village": "settings/home/villagesettings/",
    "news categories": "newscategory/",
    "add a news category": "newscategory/new/",
    "edit a news category": "newscategory/edit/{category}/",
}
ADMINISTRATOR_SCREENS = {
    "users": "users/",
    "add a user": "users/new/",
    "edit a user": "users/edit/{publisher}/",
    "history of a user": "users/history/{publisher}/",
    "delete a user": "users/delete/{publisher}/",
    "groups": "groups/",
    "collections": "collections/",
    "add a collection": "collections/add/",
    "approval workflows": "workflows/list/",
    "edit an approval workflow": "workflows/edit/{workflow}/",
    "pages of an approval workflow": "workflows/usage/{workflow}/",
    "approval stages": "workflows/tasks/index/",
    "edit an approval stage": "workflows/tasks/edit/{task}/",
    "sites": "sites/",
    "add a site": "sites/new/",
    "redirects": "redirects/",
    "add a redirect": "redirects/add/",
    "import redirects": "redirects/import/",
    "delete an image": "images/{image}/delete/",
    "delete a document": "documents/delete/{document}/",
}


@pytest.fixture(scope="module")
def places(site) -> dict[str, int]:
    """The numbers of what the screens show."""
    return json.loads(site.python(PREPARE).splitlines()[-1])


def english(text: str) -> set[str]:
    """The English words of a text. Addresses, file names and quoted program text are no language."""
    plain = re.sub(r"\S*[/@_=]\S*|\S+\.\w+", " ", text)
    cut_short = re.sub(r"(?<=\s)\w{1,3}…", " ", plain)  # an excerpt may end within a word
    return set(re.findall(r"[a-z]+", cut_short.lower())) & ENGLISH


def found_on(page: Page) -> list[str]:
    """The texts of the screen as it is now that hold English words, with the words in front."""
    texts = dict.fromkeys(page.evaluate(COLLECT, UNSEEN))
    return [
        f"{sorted(english(text))}: {text[:160]}" for text in texts if text not in ALLOWED and english(text)
    ]


def open_all(page: Page, screens: dict[str, str], places: dict[str, int]) -> dict[str, list[str]]:
    """Opens every screen; what is wrong there, by screen: English texts, or that it did not open."""
    wrong = {}
    for name, address in screens.items():
        path = f"/admin/{address.format(**places)}"
        answer = page.goto(path)
        # Whoever may not see a screen is sent elsewhere, and then nothing would have been read.
        if answer.status != 200 or path.split("?")[0] not in page.url:
            wrong[name] = [f"not shown: {answer.status} at {page.url}"]
            continue
        page.wait_for_timeout(300)  # menus and fields that scripts make of what has loaded
        if texts := found_on(page):
            wrong[name] = texts
    return wrong


def as_words(english_texts: dict[str, list[str]]) -> str:
    """Each English text once, with the first screen that shows it."""
    first = {}
    for name, texts in english_texts.items():
        for text in texts:
            first.setdefault(text, name)
    return "\n" + "\n".join(f"{name}: {text}" for text, name in first.items())


def test_english_is_seen_where_it_stands():
    """The net itself: it catches English and lets Indonesian through."""
    assert english("Save draft") == {"save", "draft"}
    assert english("No results") == {"no", "results"}
    assert english("Simpan draf, lalu ajukan halaman ini. Status: terbit, format dokumen PDF.") == set()
    assert english("https://desa.id/the-page/ page.jpg user@example.org") == set()


@pytest.mark.parametrize(
    ("role", "screens"),
    [
        ("operator", SCREENS),
        ("penerbit", PUBLISHER_SCREENS),
        ("administrator", ADMINISTRATOR_SCREENS),
    ],
)
def test_screens_are_indonesian(signed_in, places, role, screens):
    english_texts = open_all(signed_in(role), screens, places)
    assert not english_texts, as_words(english_texts)


def pressed(page: Page, press: Callable[[], Any], wrong: dict[str, list[str]], name: str) -> None:
    """Reads the screen that follows `press`. What is English there goes to `wrong`, under that name."""
    press()
    if texts := _read_at_rest(page):
        wrong[name] = texts


def _read_at_rest(page: Page) -> list[str]:
    """What `found_on` finds once nothing changes any more. The editor is never without requests (autosave, who else
    is here), and a press may load another page while we read, so two readings in a row must be the same."""
    before = None
    for _ in range(REST_TRIES):
        page.wait_for_timeout(600)
        try:
            page.wait_for_load_state("load")
            now = page.evaluate(COLLECT, UNSEEN)
        except Error:
            continue
        if now == before:
            break
        before = now
    return found_on(page)


def test_what_opens_within_the_page_editor_is_indonesian(signed_in, places):
    """Side panels, choosers with their refusals, the menus of blocks, links of every kind, the save menu."""
    page, wrong = signed_in("operator"), {}
    page.goto(f"/admin/pages/{places['returned']}/edit/")
    page.wait_for_load_state("networkidle")
    dialog = page.locator(".modal-dialog")
    blocks = page.locator("[data-contentpath=body]")

    for panel in page.locator("button.w-side-panel-toggle").all():
        pressed(page, panel.click, wrong, f"side panel {panel.get_attribute('aria-label')}")
    page.locator("button.w-side-panel-toggle").last.click()

    pressed(page, page.get_by_role("button", name="Pilih gambar").first.click, wrong, "choose an image")
    dialog.get_by_role("tab", name="Unggah").click()
    pressed(page, dialog.get_by_role("button", name="Unggah").click, wrong, "upload an image without a file")
    dialog.get_by_role("tab", name="Cari").click()
    pressed(page, lambda: dialog.locator("[name=q]").fill("zzzz"), wrong, "choose an image, none found")
    dialog.locator("[data-dismiss=modal]").click()
    dialog.wait_for(state="hidden")

    for block in ("Daftar dokumen", "Tabel", "Tulisan"):
        pressed(page, blocks.locator(".c-sf-add-button").first.click, wrong, "kinds of blocks")
        pressed(page, page.get_by_role("option", name=block, exact=True).click, wrong, f"block {block}")
    pressed(page, blocks.get_by_role("button", name="Tambah kolom").click, wrong, "kinds of columns")
    page.keyboard.press("Escape")

    blocks.get_by_role("textbox").first.click()
    pressed(page, lambda: page.keyboard.type("/"), wrong, "menu of the text field")
    pressed(page, page.get_by_role("option", name="Tautan", exact=True).click, wrong, "link to a page")
    for kind in ("Tautan luar", "Tautan surel", "Tautan telepon", "Tautan jangkar"):
        pressed(page, dialog.get_by_role("link", name=kind).click, wrong, kind)
        pressed(page, dialog.locator("[type=submit]").first.click, wrong, f"{kind}, left empty")
    dialog.locator("[data-dismiss=modal]").click()
    dialog.wait_for(state="hidden")

    pressed(page, page.locator("footer .w-dropdown button").first.click, wrong, "the save menu")
    assert not wrong, as_words(wrong)


def test_a_text_goes_to_the_public_in_indonesian(signed_in, places):
    """Refused, saved, submitted; then returned with a note, and what the admin says after each press."""
    wrong = {}
    page = signed_in("operator")
    page.goto(f"/admin/pages/add/home/newspage/{places['news_index']}/")
    save = page.locator("footer [type=submit]").first
    pressed(page, save.click, wrong, "save an empty page")
    page.goto(f"/admin/pages/{places['changed']}/edit/")
    pressed(page, page.locator("footer [type=submit]").first.click, wrong, "save a draft")
    page.locator("footer .w-dropdown button").first.click()
    pressed(page, page.locator("footer [name=action-submit]").click, wrong, "submit")

    page = signed_in("penerbit")
    page.goto(f"/admin/pages/{places['changed']}/edit/")
    page.locator("button.w-side-panel-toggle").first.click()
    pressed(page, page.get_by_role("button", name="Atur jadwal").click, wrong, "schedule")
    page.keyboard.press("Escape")
    pressed(page, page.get_by_role("button", name="Ubah privasi").click, wrong, "privacy")
    page.keyboard.press("Escape")
    page.locator("footer .w-dropdown button").first.click()
    pressed(page, page.locator("[data-workflow-action-name=reject]").first.click, wrong, "return: its dialog")
    page.locator(".modal-dialog textarea").fill("Tulis jamnya.")
    pressed(page, page.locator(".modal-dialog [type=submit]").click, wrong, "returned")
    assert not wrong, as_words(wrong)


def test_lists_and_uploads_answer_in_indonesian(signed_in, places, tmp_path):
    page, wrong = signed_in("penerbit"), {}
    for address in (f"pages/{places['news_index']}/", "images/", "documents/"):
        page.goto(f"/admin/{address}")
        every = page.locator("[data-bulk-action-select-all-checkbox]").first
        pressed(
            page,
            lambda every=every: every.evaluate("box => box.click()"),
            wrong,
            f"all selected in {address}",
        )
    for action in ("move", "delete", "publish", "unpublish"):
        address = f"/admin/bulk/wagtailcore/page/{action}/?id={places['returned']}&next=/admin/"
        pressed(page, lambda address=address: page.goto(address), wrong, f"{action} selected pages")
    (tmp_path / "daftar.txt").write_text("bukan gambar")
    for kind in ("images", "documents"):
        page.goto(f"/admin/{kind}/multiple/add/")
        page.set_input_files("input[type=file]", tmp_path / "daftar.txt")
        page.locator("#upload-list li, .upload-list li").first.wait_for()
        pressed(page, lambda: None, wrong, f"{kind}: a file of the wrong kind")
    assert not wrong, as_words(wrong)


def test_the_door_is_indonesian(signed_in, page):
    """Signing in, the forgotten password, changing the password, leaving; and what is refused."""
    wrong = {}
    for name, address in {
        "sign in": "login/",
        "forgotten password": "password_reset/",
        "letter sent": "password_reset/done/",
        "dead link": "password_reset/confirm/x/y/",
        "password renewed": "password_reset/complete/",
    }.items():
        pressed(page, lambda address=address: page.goto(f"/admin/{address}"), wrong, name)
    page.goto("/admin/login/")
    page.fill("[name=username]", "siapa")
    page.fill("[name=password]", "salah")
    pressed(page, page.locator("form button[type=submit]").click, wrong, "wrong password")

    page = signed_in("operator")
    page.goto("/admin/account/")
    page.fill("[name=password-old_password]", "salah")
    page.fill("[name=password-new_password1]", "123")
    page.fill("[name=password-new_password2]", "124")
    pressed(page, page.locator("main [type=submit]").last.click, wrong, "a new password that is refused")
    pressed(page, lambda: page.goto("/admin/users/"), wrong, "a screen one may not see")
    pressed(page, lambda: page.goto("/admin/tidak-ada/"), wrong, "a screen that is not there")
    pressed(page, lambda: page.goto("/berita/"), wrong, "the admin's button on the public site")
    assert not wrong, as_words(wrong)
