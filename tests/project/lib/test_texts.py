"""Whatever door a text comes in by, it is kept without control characters, and on one line where it has one."""

import json
import uuid
import xml.etree.ElementTree as ElementTree
from datetime import timedelta

import pytest
from django import forms
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.models import Revision
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import ContentPage, NewsCategory, NewsIndexPage, NewsPage, Notice, VillageDocument
from home.pages.blocks import BodyBlock
from tests.factories.home import (
    EMERGENCY,
    ContentPageFactory,
    DocumentFactory,
    NewsPageFactory,
    NoticeFactory,
    UserFactory,
    VillageFactory,
)

# As text comes out of a PDF, out of Word, and from somebody who tries.
DIRTY = "Air\x00 ma\x1bti\x7f\x0bsampai\x0csore\u2028\ud800\ufffe.\nPENGUMUMAN DARURAT"
CLEAN_LINE = "Air mati sampai sore . PENGUMUMAN DARURAT"
TYPED = DIRTY.replace("\ud800", "")  # no browser can send half a character in a form
ALLOWED = "\n\r\t"


def unreadable(text: str) -> list[str]:
    return [
        c for c in text if c not in ALLOWED and (ord(c) < 32 or 127 <= ord(c) < 160 or c in "\ufffe\uffff")
    ]


def all_texts(data) -> list[str]:
    """Every text in plain data, however deep."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        return all_texts(list(data.values()))
    return [text for part in data for text in all_texts(part)] if isinstance(data, list | tuple) else []


# Every form field that reads text.


def text_fields(kind=forms.CharField):
    yield kind
    for narrower in kind.__subclasses__():
        yield from text_fields(narrower)


def kept(kind, widget, text: str) -> str:
    arguments = ["."] if issubclass(kind, forms.RegexField) else []
    try:
        return str(kind(*arguments, widget=widget).clean(text) or "")
    except (forms.ValidationError, TypeError):
        return ""  # refused, as an amount of money that is none, or made with more than a widget


@pytest.mark.filterwarnings("ignore:The default scheme")
def test_no_form_field_lets_a_control_character_in():
    leaking = {
        kind
        for kind in text_fields()
        for widget in (forms.TextInput, forms.Textarea, DraftailRichTextArea)
        if unreadable(kept(kind, widget, "ab\x01\x0b\x9fcd"))
    }
    assert leaking == set()


def test_a_field_of_one_line_holds_one_line_and_one_of_several_keeps_them():
    assert forms.CharField().to_python(DIRTY).splitlines() == [CLEAN_LINE]
    assert forms.CharField(widget=forms.Textarea).to_python("satu\ndua\r\ntiga") == "satu\ndua\r\ntiga"


def test_a_password_stays_what_was_typed():
    assert forms.CharField(widget=forms.PasswordInput, strip=False).to_python("a\x7fb ") == "a\x7fb "


@pytest.mark.parametrize("name", ["heading", "text", "contact", "accordion", "table"])
def test_no_block_lets_a_control_character_in(name):
    values = {
        "heading": DIRTY,
        "text": f"<p>{DIRTY}</p>",
        "contact": {"title": DIRTY, "text": DIRTY, "phone": "", "whatsapp": "", "email": ""},
        "accordion": {"items": [{"title": DIRTY, "text": f"<p>{DIRTY}</p>"}]},
        "table": {
            "columns": [{"type": "text", "heading": "Nama"}],
            "rows": [{"values": [DIRTY]}],
            "caption": "",
        },
    }
    block = BodyBlock().child_blocks[name]
    kept = all_texts(block.get_prep_value(block.clean(block.to_python(values[name]))))
    assert "mati" in "".join(kept)
    assert unreadable("".join(kept)) == []


# Every column, whoever writes it.


@pytest.mark.django_db
def test_what_code_writes_is_cleaned_as_well():
    page = ContentPageFactory(
        title="Profil", intro=DIRTY, search_description=DIRTY, body=[("heading", DIRTY)]
    )
    document = DocumentFactory(title=DIRTY)  # named after its file by an upload of many
    category = NewsCategory.objects.create(name=DIRTY[:20], slug="dirty")
    page.save_revision()
    page = ContentPage.objects.get(pk=page.pk)
    kept = [page.intro, page.search_description, *all_texts(list(page.body.raw_data)), category.name]
    kept += all_texts(Revision.objects.get().content)
    kept.append(VillageDocument.objects.get(pk=document.pk).title)
    assert [text for text in kept if unreadable(text)] == []
    assert "\n" not in "".join([VillageDocument.objects.get(pk=document.pk).title, category.name])
    assert page.search_description.splitlines() != [CLEAN_LINE], "a text of several lines keeps them"


@pytest.mark.django_db
def test_a_column_that_was_not_read_is_not_fetched_for_it(django_assert_num_queries):
    category = NewsCategory.objects.only("slug").get(
        pk=NewsCategory.objects.create(name="Desa", slug="desa").pk
    )
    with django_assert_num_queries(1):
        category.save()


# From the office to the public.


def notice_form(**changes) -> dict:
    now = timezone.localtime().replace(second=0, microsecond=0)
    values = {
        "level": "informasi",
        "title": TYPED,
        "text": TYPED,
        "begins_at": (now - timedelta(minutes=1)).strftime("%d/%m/%Y %H.%M"),
        "ends_at": (now + timedelta(days=1)).strftime("%d/%m/%Y %H.%M"),
        "page": "",
        "once_key": str(uuid.uuid4()),
    }
    return values | dict.fromkeys(EMERGENCY, "") | changes


def news_form() -> dict:
    draftail = {
        "blocks": [
            {
                "key": "abcde",
                "text": DIRTY,
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [],
            }
        ],
        "entityMap": {},
    }
    return nested_form_data(
        {
            "title": TYPED,
            "date": "26/11/2026",
            "category": "",
            "intro": TYPED,
            "picture": "",
            "picture_alt": TYPED,
            "body": streamfield([("heading", TYPED), ("text", json.dumps(draftail))]),
            "slug": "air-mati",
            "search_description": TYPED,
            "social_image": "",
            "go_live_at": "",
            "expire_at": "",
            "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"},
        }
    )


@pytest.mark.django_db
def test_what_the_office_types_breaks_no_public_answer(client):
    VillageFactory()
    client.force_login(UserFactory(roles=["Penerbit"]))
    made = client.post(reverse("pengumuman:add"), notice_form())
    assert made.status_code == 302, made.content.decode()[-3000:]
    add = reverse("wagtailadmin_pages:add", args=["home", "newspage", NewsIndexPage.objects.get().pk])
    made = client.post(add, news_form() | {"action-publish": "1"})
    assert made.status_code == 302, made.content.decode()[-3000:]
    notice, news = Notice.objects.get(), NewsPage.objects.get()
    assert (notice.title, news.title, news.live) == (CLEAN_LINE, CLEAN_LINE, True)
    drafted = all_texts(news.latest_revision.content)
    assert [text for text in drafted if unreadable(text)] == []
    client.logout()
    for address in (
        "/",
        "/berita/",
        "/berita/umpan.xml",
        "/pengumuman/",
        "/pengumuman/umpan.xml",
        notice.get_absolute_url(),
        notice.text_url,
        news.url,
        "/sitemap.xml",
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert unreadable(answer.content.decode()) == [], address
        if address.endswith(".xml"):
            ElementTree.fromstring(answer.content)
    plain = client.get(notice.text_url).content.decode()
    assert plain.splitlines().count("PENGUMUMAN DARURAT") == 1, (
        "of the text, where lines are free; none of the title"
    )


@pytest.mark.django_db
def test_the_feeds_bear_what_was_stored_before(client):
    VillageFactory()
    notice, news = NoticeFactory(), NewsPageFactory()
    unclean = DIRTY.replace("\ud800", "").replace("\x00", "")  # neither database ever took those
    Notice.objects.filter(pk=notice.pk).update(title=unclean, text=unclean)
    NewsPage.objects.filter(pk=news.pk).update(title=unclean, intro=unclean)
    for address, title in (
        ("/pengumuman/umpan.xml", f"Informasi: {CLEAN_LINE}"),
        ("/berita/umpan.xml", CLEAN_LINE),
    ):
        (item,) = ElementTree.fromstring(client.get(address).content).findall("channel/item")
        assert item.findtext("title") == title
        assert "mati\nsampai\nsore" in item.findtext("description")
