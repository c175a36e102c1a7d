"""`{% picture %}` shows what was made when the photo was saved, asks for nothing more, and never fails a page."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import Context, Template, TemplateSyntaxError

from home.identity import renditions
from home.identity.media import VillageImage
from home.templatetags import pictures
from tests import corpus
from tests.home.identity.test_media import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_log():
    pictures._log_missing.cache_clear()


def render(image, arguments: str = '"column"') -> str:
    return Template("{% load pictures %}{% picture image " + arguments + " %}").render(
        Context({"image": image})
    )


class Tags(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def parsed(html: str) -> list[tuple[str, dict[str, str]]]:
    return Tags(html).found


def url(image: VillageImage, spec: str) -> str:
    return image.renditions.get(filter_spec=spec).url


def test_a_picture_offers_webp_first_and_jpeg_to_all():
    image = make_image(corpus.phone_photo(size=(1200, 900)))
    assert parsed(render(image, '"column" alt="Balai desa"')) == [
        ("picture", {}),
        (
            "source",
            {
                "type": "image/webp",
                "srcset": f"{url(image, 'width-480|format-webp')} 480w, {url(image, 'width-960|format-webp')} 960w",
                "sizes": pictures.SIZES["column"],
            },
        ),
        (
            "img",
            {
                "src": url(image, "width-480|format-jpeg"),
                "srcset": f"{url(image, 'width-480|format-jpeg')} 480w, {url(image, 'width-960|format-jpeg')} 960w",
                "sizes": pictures.SIZES["column"],
                "width": "960",
                "height": "720",
                "alt": "Balai desa",
                "loading": "lazy",
                "decoding": "async",
            },
        ),
    ]


@pytest.mark.parametrize("use", sorted(renditions.USES))
def test_every_use_has_its_sizes_made(use):
    assert "picture-missing" not in render(make_image(corpus.phone_photo(size=(1200, 900))), f'"{use}"')
    assert use in pictures.SIZES


def test_a_small_photo_is_offered_in_each_width_once():
    image = make_image(corpus.phone_photo(size=(300, 200)))
    tags = dict(parsed(render(image)))
    assert tags["source"]["srcset"].endswith(" 300w")
    assert "," not in tags["source"]["srcset"]
    assert (tags["img"]["width"], tags["img"]["height"]) == ("300", "200")


@pytest.mark.parametrize(
    ("arguments", "alt"),
    [('"thumb"', "Padi menguning"), ('"thumb" alt=""', ""), ('"thumb" alt="Kerbau"', "Kerbau")],
)
def test_the_description_stands_in_for_a_missing_alt_but_not_for_an_empty_one(arguments, alt):
    assert dict(parsed(render(make_image(description="Padi menguning"), arguments)))["img"]["alt"] == alt


def test_without_description_the_title_stands_in():
    assert dict(parsed(render(make_image(title="Panen"))))["img"]["alt"] == "Panen"


@pytest.mark.parametrize(
    ("size", "height"), [((900, 1200), "60vh"), ((900, 2000), "36vh"), ((1200, 600), "160vh")]
)
def test_a_tall_picture_of_a_step_is_asked_for_as_narrow_as_it_is_shown(size, height):
    tags = dict(parsed(render(make_image(corpus.phone_photo(size=size)), '"step"')))
    assert tags["source"]["sizes"] == tags["img"]["sizes"]
    assert tags["img"]["sizes"] == f"(min-width: 36rem) min(34rem, {height}), min(94vw, {height})"


def test_class_sizes_and_loading_can_be_given():
    tags = dict(parsed(render(make_image(), '"wide" class="hero" sizes="100vw" loading="eager"')))
    assert tags["picture"] == {"class": "hero"}
    assert tags["source"]["sizes"] == tags["img"]["sizes"] == "100vw"
    assert tags["img"]["loading"] == "eager"


def test_anything_else_is_a_mistake_in_the_template():
    with pytest.raises(TemplateSyntaxError):
        render(make_image(), '"wide" style="color:red"')


def test_everything_that_people_type_is_escaped():
    nasty = '"><script>alert(1)</script>'
    html = Template(
        "{% load pictures %}{% picture image 'thumb' alt=nasty class=nasty sizes=nasty %}"
    ).render(Context({"image": make_image(), "nasty": nasty}))
    assert "<script" not in html
    assert dict(parsed(html))["img"]["alt"] == nasty
    missing = make_image(description=nasty)
    missing.renditions.all().delete()
    html = render(VillageImage.objects.get(pk=missing.pk))
    assert "<script" not in html
    assert dict(parsed(html))["span"]["aria-label"] == nasty


def test_no_inline_style_or_script_is_written():
    """design.md §3: the policy of public pages allows neither."""
    html = render(make_image())
    assert "style=" not in html
    assert "on" + "load=" not in html


def test_a_list_of_pictures_costs_two_queries_however_long(django_assert_num_queries):
    for _ in range(3):
        make_image()
    with django_assert_num_queries(2):
        images = list(VillageImage.objects.all())
        html = "".join(render(image) for image in images for _ in range(2))
    assert html.count("<img") == 6


def test_a_photo_that_came_without_its_sizes_costs_one_query_once(django_assert_num_queries):
    make_image()
    image = VillageImage.objects.prefetch_related(None).get()
    with django_assert_num_queries(1):
        assert "<img" in render(image)
        assert "<img" in render(image)


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_photo_gives_no_output(nothing):
    assert render(nothing) == ""


def test_missing_sizes_leave_a_placeholder_and_one_line_in_the_log(caplog, monkeypatch):
    """reliability.md T9; and none is made inside the page."""
    image = make_image()
    image.renditions.all().delete()
    monkeypatch.setattr(VillageImage, "create_renditions", None)
    monkeypatch.setattr(VillageImage, "create_rendition", None)
    image = VillageImage.objects.get()
    html = render(image, '"column" alt="Balai desa" class="hero"')
    assert html == '<span class="picture-missing hero" role="img" aria-label="Balai desa"></span>'
    assert render(image, '"column" alt=""') == '<span class="picture-missing" aria-hidden="true"></span>'
    assert image.renditions.count() == 0
    assert caplog.text.count("has no renditions on disk") == 1


def test_a_lost_media_folder_leaves_placeholders(settings, tmp_path):
    image = make_image()
    settings.MEDIA_ROOT = tmp_path / "empty"
    assert "picture-missing" in render(VillageImage.objects.get(pk=image.pk))


def test_a_lost_size_is_left_out_of_the_offer():
    image = make_image(corpus.phone_photo(size=(1200, 900)))
    Path(image.renditions.get(filter_spec="width-960|format-jpeg").file.path).unlink()
    for rendition in image.renditions.filter(filter_spec__contains="webp"):
        Path(rendition.file.path).unlink()
    tags = parsed(render(VillageImage.objects.get()))
    assert [name for name, _ in tags] == ["picture", "img"]
    assert tags[1][1]["srcset"] == f"{url(image, 'width-480|format-jpeg')} 480w"


def test_a_lost_source_changes_nothing_in_a_page():
    image = make_image()
    Path(image.file.path).unlink()
    assert "<img" in render(VillageImage.objects.get())


def test_a_crop_for_a_former_focal_point_is_not_shown():
    image = make_image(focal_point_x=600, focal_point_y=400, focal_point_width=50, focal_point_height=50)
    VillageImage.objects.filter(pk=image.pk).update(focal_point_x=10, focal_point_y=10)
    assert "picture-missing" in render(VillageImage.objects.get(), '"thumb"')


def test_what_is_shown_can_be_fetched_and_carries_nothing(client):
    """From the upload to the visitor: issue 2, "no stored or served image carries EXIF"."""
    image = make_image()
    shown = dict(parsed(render(image)))["img"]["src"]
    data = b"".join(client.get(shown).streaming_content)
    assert [mark for mark in corpus.METADATA_MARKS if mark in data] == []
    assert data.startswith(b"\xff\xd8\xff")
