"""What a page refers to is read at once, and what people see is the same as if Wagtail had asked piece by piece."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import ContentPage
from home.pages import references
from tests.factories.home import ContentPageFactory, DocumentFactory, ImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def things():
    return ImageFactory(), ImageFactory(), DocumentFactory(), ContentPageFactory(title="Tujuan")


def page_with(things, **words) -> ContentPage:
    first, second, document, target = things
    text = (
        f'<p><a linktype="page" id="{target.pk}">Tujuan</a> '
        f'<a linktype="document" id="{document.pk}">Naskah</a> <a href="https://desa.example/">Luar</a></p>'
    )
    page = ContentPageFactory(
        social_image=second,
        body=[
            ("text", text),
            ("image", {"image": first, "alt": "Satu", "caption": ""}),
            ("gallery", [{"image": image, "alt": "Dua", "caption": ""} for image in (first, second, first)]),
            ("documents", {"title": "Berkas", "documents": [document]}),
            ("action", {"label": "Buka", "page": target, "url": ""}),
            ("accordion", {"items": [{"title": "Tanya", "text": text}]}),
        ],
        **words,
    )
    return ContentPage.objects.get(pk=page.pk)


def body_html(page) -> str:
    return "".join(block.render() for block in page.body)


def test_the_body_is_the_same_as_without_reading_ahead(things):
    page = page_with(things)
    expected = body_html(ContentPage.objects.get(pk=page.pk))
    assert expected.count("<img") == 4
    with references.request_memory():
        references.hold(page)
        assert body_html(page) == expected


def test_one_query_for_each_kind_and_one_for_the_sizes(things, django_assert_num_queries):
    page = page_with(things)
    things[3].get_url()  # where the site begins is kept by every process
    with references.request_memory():
        with django_assert_num_queries(4):
            references.hold(page)
        with django_assert_num_queries(0):
            body_html(page)
            assert page.social_image == things[1]
            references.hold(page)


def test_what_no_longer_exists_is_left_out_without_being_asked_for_again(things, django_assert_num_queries):
    page = page_with(things)
    for thing in things:
        thing.delete()
    page = ContentPage.objects.get(pk=page.pk)
    with references.request_memory():
        references.hold(page)
        with django_assert_num_queries(0):
            html = body_html(page)
    assert "<img" not in html
    assert "<a>Tujuan</a>" in html


def test_nothing_outlives_the_request(things):
    with references.request_memory():
        references.hold(page_with(things))
    with CaptureQueriesContext(connection) as queries:
        body_html(page_with(things))
    assert len(queries) > 4


def test_outside_of_a_request_nothing_is_read(things, django_assert_num_queries):
    page = page_with(things)
    with django_assert_num_queries(0):
        references.hold(page)


def test_a_list_that_holds_bare_values_is_read_too(things):
    """The form of older releases, and of values written by code."""
    first, *_ = things
    page = page_with(things)
    page.body = page.body.stream_block.to_python(
        [{"type": "gallery", "value": [{"image": first.pk, "alt": "Satu", "caption": ""}]}]
    )
    page.social_image = None
    with references.request_memory():
        references.hold(page)
        with CaptureQueriesContext(connection) as queries:
            assert body_html(page).count("<img") == 1
    assert len(queries) == 0


@pytest.mark.parametrize("pk", ["", "x", "-1", "²"])
def test_a_link_with_no_sensible_key_is_no_error(pk):
    page = ContentPageFactory(body=[("text", f'<p><a linktype="page" id="{pk}">ke mana</a></p>')])
    page = ContentPage.objects.get(pk=page.pk)
    with references.request_memory():
        references.hold(page)
        assert "ke mana" in body_html(page)
