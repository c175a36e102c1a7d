"""Our style sheets travel without remarks, in what is really served."""

from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.core.files.base import ContentFile
from django.core.management import call_command

from project.lib.css import shrink_css
from project.staticfiles import StaticFilesStorage

OURS = ("admin", "critical", "error", "print", "rest")


def stored(tmp_path, name: str, text: str) -> str:
    storage = StaticFilesStorage(location=tmp_path, base_url="/static/")
    return (tmp_path / storage.save(name, ContentFile(text.encode()))).read_text()


def test_our_styles_are_shrunk_and_mean_the_same(tmp_path):
    css = '/* why */\n.a > b::after { content: "; /* x */ "; width: calc(1px + 2px); }\n'
    assert (
        stored(tmp_path, "css/ours.css", css) == '.a > b::after{content:"; /* x */ ";width:calc(1px + 2px)}'
    )


def test_styles_of_others_and_all_else_stay_as_they_came(tmp_path):
    assert stored(tmp_path, "wagtailadmin/css/core.css", "a { b: c }") == "a { b: c }"
    assert stored(tmp_path, "css/readme.txt", "a { b: c }") == "a { b: c }"


@pytest.fixture
def collected(tmp_path, settings):
    """What an installation serves: everything collected, under the names with their hash."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "project.staticfiles.StaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_every_style_sheet_is_served_whole_under_its_hashed_name(collected):
    for name in OURS:
        expected = shrink_css(Path(find(f"css/{name}.css")).read_text(encoding="utf-8"))
        served = (collected / "css").glob(f"{name}.*.css")
        assert [path.read_text(encoding="utf-8") for path in served] == [expected], name
