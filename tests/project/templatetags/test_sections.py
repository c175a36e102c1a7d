"""The menu marks where one is, and nothing links to a section that does not exist."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory

SERVICES = SimpleNamespace(title="Layanan", url="/layanan/")


def render(source: str, path: str = "/", **context) -> str:
    request = RequestFactory().get(path)
    return Template("{% load sections %}" + source).render(Context({"request": request, **context}))


@pytest.mark.parametrize(
    ("here", "there", "mark"),
    [
        ("/layanan/", "/layanan/", "page"),
        ("/layanan/ktp-el/", "/layanan/", "true"),
        ("/layanan/", "http://localhost:8000/layanan/", "page"),
        ("/layanan-lain/", "/layanan/", ""),
        ("/pelatihan/layanan/", "/layanan/", ""),
        ("/layanan/", "/", ""),
        ("/", "/", "page"),
        ("/layanan/", "", ""),
        ("/layanan/", None, ""),
    ],
)
def test_menu_item_is_marked_on_its_page_and_below_it(here, there, mark):
    assert render("{% current_mark url %}", here, url=there) == mark


def test_no_mark_without_a_request():
    assert Template("{% load sections %}{% current_mark '/layanan/' %}").render(Context({})) == ""


def test_section_is_found_in_the_menu():
    frame = SimpleNamespace(menu=(SERVICES,))
    assert render("{% section '/layanan/' as found %}{{ found.title }}", frame=frame) == "Layanan"


@pytest.mark.parametrize("frame", [None, SimpleNamespace(menu=()), SimpleNamespace(menu=None)])
def test_section_that_is_not_there_is_none(frame):
    assert render("{% section '/layanan/' as found %}{{ found }}", frame=frame) == "None"
