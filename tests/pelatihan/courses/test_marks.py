"""One frame or arrow over the picture of a step, and a voice that reads it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.blocks.struct_block import StructBlockValidationError

from home.identity.media import VillageDocument
from pelatihan.courses.blocks import LessonStepBlock
from pelatihan.courses.marks import ARROW, FRAME, Mark, fault
from tests.corpus import silence
from tests.factories.home import DocumentFactory, ImageFactory
from tests.factories.pelatihan import LessonFactory

STEP = {"title": "Tekan", "text": "", "expected": "Terbuka."}
PART = st.integers(0, 100)


@given(left=PART, top=PART, width=st.integers(200, 4000), height=st.integers(200, 4000))
def test_an_arrow_stays_within_its_picture(left, top, width, height):
    path = Mark(ARROW, left, top).path(width, height)
    points = [point.split() for point in path.replace("L", "M").split("M") if point]
    assert all(-1 <= float(x) <= width + 1 and -1 <= float(y) <= height + 1 for x, y in points)


def test_a_frame_is_drawn_in_the_pictures_own_dots():
    assert Mark(FRAME, 10, 20, 30, 40).path(720, 1000) == "M72 200h216v400h-216z"


@pytest.mark.parametrize(
    ("values", "is_fault"),
    [
        (("", None, None, None, None), False),
        ((ARROW, 50, 50, None, None), False),
        ((ARROW, None, 50, None, None), True),
        ((FRAME, 10, 10, 20, 20), False),
        ((FRAME, 10, 10, None, 20), True),
        ((FRAME, 90, 10, 20, 20), True),
        ((FRAME, 10, 10, 0, 20), True),
    ],
)
def test_a_mark_that_is_not_drawn_or_leaves_the_picture_is_refused(values, is_fault):
    assert bool(fault(*values)) == is_fault


def cleaned(**values):
    block = LessonStepBlock()
    return block.clean(block.to_python(STEP | values))


@pytest.mark.django_db
def test_a_mark_needs_a_picture():
    with pytest.raises(StructBlockValidationError) as refused:
        cleaned(mark={"shape": ARROW, "left": 5, "top": 5})
    assert "picture" in refused.value.block_errors


@pytest.mark.django_db
def test_what_is_no_recording_is_refused_beside_its_field():
    with pytest.raises(StructBlockValidationError) as refused:
        cleaned(audio=DocumentFactory().pk)
    assert "audio" in refused.value.block_errors


@pytest.mark.django_db
def test_a_recording_is_uploaded_like_a_document_and_plays_on_the_lesson(client, admin_client):
    file = SimpleUploadedFile("langkah 1.mp3", silence(), "audio/mpeg")
    admin_client.post(reverse("wagtaildocs:add"), {"title": "Langkah 1", "file": file, "collection": 1})
    voice = VillageDocument.objects.get()
    picture = ImageFactory(description="Layar")
    mark = {"shape": FRAME, "left": 10, "top": 10, "width": 20, "height": 20}
    step = STEP | {"audio": voice, "picture": picture, "mark": mark}
    lesson = LessonFactory(steps=[("step", step)])
    text = client.get(lesson.url).content.decode()
    assert f'<audio controls preload="none" src="{voice.url}">' in text
    assert f'<svg class="picture-mark" viewBox="0 0 {picture.width} {picture.height}"' in text
    assert client.get(voice.url).headers["Content-Type"] == "audio/mpeg"
