"""A screenshot of a whole phone, as an editor would put it into a lesson, leaves room for the words of its step."""

import pytest

MAKE = """
from io import BytesIO
from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from home.models import VillageImage
from pelatihan.models import CoursePage, LessonPage
screen = Image.linear_gradient("L").resize((1080, 2340)).convert("RGB")
file = BytesIO()
screen.save(file, "PNG")
image = VillageImage(title="Layar ponsel uji", description="Layar")
image.file = ContentFile(file.getvalue(), name="layar.png")
image.save()
step = {"title": "Lihat layar", "picture": image.pk, "picture_alt": "Layar ponsel", "expected": "Layar terlihat."}
lesson = LessonPage(title="Pelajaran uji", slug="pelajaran-uji", intro="Uji.", goal="Uji")
lesson.steps = [{"type": "step", "value": step}]
CoursePage.objects.first().add_child(instance=lesson)
lesson.save_revision().publish()
print(lesson.get_url())
"""
REMOVE = """
from home.models import VillageImage
from pelatihan.models import LessonPage
LessonPage.objects.get(slug="pelajaran-uji").delete()
VillageImage.objects.get(title="Layar ponsel uji").delete()
"""
SHOWN = """async image => {
    image.scrollIntoView();
    await image.decode();
    const box = image.getBoundingClientRect();
    return {height: box.height, width: box.width, source: image.currentSrc, fit: getComputedStyle(image).objectFit};
}"""


@pytest.fixture
def tall_lesson(site):
    yield site.python(MAKE).split()[-1]
    site.python(REMOVE)


@pytest.mark.parametrize("window", [(360, 640), (1280, 800)])
def test_a_tall_picture_leaves_room_for_its_words(tall_lesson, browser, site, window):
    width, height = window
    context = browser.new_context(
        base_url=site.url, viewport={"width": width, "height": height}, device_scale_factor=2
    )
    page = context.new_page()
    page.goto(tall_lesson)
    shown = page.locator(".shot img").evaluate(SHOWN)
    assert 0.7 * height < shown["height"] <= 0.8 * height + 1, shown  # no smaller than need be either
    assert shown["fit"] == "contain"  # all of it is seen
    assert "width-480" in shown["source"] or width > 360, (
        shown
    )  # 236 CSS px wide: more dots would not be seen
    context.close()
