"""An editor draws over the picture of a step with the mouse; residents see it where it was drawn, and hear the step."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.checks import assert_accessible

SLUG = "tabel-dan-angka"  # no other test reads it
PREPARE = f"""
import json
from django.core.files.base import ContentFile
from home.models import VillageDocument, VillageImage
from pelatihan.models import LessonPage
from tests.corpus import silence
lesson = LessonPage.objects.get(slug={SLUG!r})
voice = VillageDocument(title="Langkah uji dibacakan")
voice.file = ContentFile(silence(), name="langkah.mp3")
voice.save()
steps = [dict(block) for block in lesson.steps.raw_data]
for step in steps[:2]:
    step["value"] = step["value"] | {{"picture": VillageImage.objects.first().pk, "picture_alt": "Layar uji"}}
steps[0]["value"]["audio"] = voice.pk
lesson.steps = steps
lesson.save_revision().publish()
print(json.dumps([lesson.pk, lesson.get_url()]))
"""


@pytest.fixture(scope="module")
def lesson(site) -> tuple[int, str]:
    return tuple(json.loads(site.python(PREPARE)))


def test_what_is_drawn_in_the_editor_is_seen_at_the_same_place(signed_in, phone, lesson):
    key, address = lesson
    page = signed_in("administrator")
    page.goto(f"/admin/pages/{key}/edit/")
    page.locator("select[name=steps-0-value-mark-shape]").select_option("bingkai")
    board = page.locator(".balai-mark").first
    board.scroll_into_view_if_needed()
    box = board.bounding_box()

    def at(x: float, y: float) -> tuple[float, float]:
        return box["x"] + box["width"] * x, box["y"] + box["height"] * y

    page.mouse.move(*at(0.1, 0.3))
    page.mouse.down()
    page.mouse.move(*at(0.8, 0.5), steps=4)
    page.mouse.up()
    drawn = [
        int(page.locator(f"[name=steps-0-value-mark-{name}]").input_value())
        for name in ("left", "top", "width", "height")
    ]
    assert all(abs(found - wanted) <= 1 for found, wanted in zip(drawn, (10, 30, 70, 20), strict=True)), drawn
    page.locator("button[name=action-publish]").first.click()
    expect(page.locator(".messages .success")).to_be_visible()

    phone.goto(address)
    shot = phone.locator(".shot").first
    mark = shot.locator(".picture-mark path").last.bounding_box()
    picture = shot.locator("img").bounding_box()
    placed = ((mark["x"] - picture["x"]) / picture["width"], (mark["y"] - picture["y"]) / picture["height"])
    assert abs(placed[0] - 0.1) < 0.03
    assert abs(placed[1] - 0.3) < 0.03
    assert_accessible(phone)


def test_a_step_can_be_heard(phone, lesson):
    phone.goto(lesson[1])
    voice = phone.locator("audio").first
    assert voice.evaluate("(audio) => audio.preload") == "none"
    seconds = voice.evaluate(
        "(audio) => new Promise((done, no) => { audio.addEventListener('loadedmetadata', () => done(audio.duration));"
        " audio.addEventListener('error', () => no(audio.error.message)); audio.load(); audio.preload = 'auto'; })"
    )
    assert 0.8 < seconds < 1.3
