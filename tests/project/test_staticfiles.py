"""Our style sheets travel without remarks, in what is really served."""

from django.core.files.base import ContentFile

from project.staticfiles import StaticFilesStorage


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
