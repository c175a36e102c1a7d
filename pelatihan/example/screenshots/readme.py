"""Takes the pictures of the README from a running example site, at a desk and on a phone."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from PIL import Image

from pelatihan.example.screenshots.browser import OPEN_HOUR, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PICTURES = settings.BASE_DIR / "docs" / "pictures"
PAGES = {
    "home": "/",
    "guide": "/layanan/kartu-keluarga/",
    "regulations": "/regulasi/",
    "lesson": "/pelatihan/menyiapkan-berkas/menyiapkan-berkas/",
}
SCREENS = {"": (1280, 1000), "-phone": (360, 1000)}
COLOURS = 256  # of the stored palette
DRAWN = """() => Promise.all([...document.images]
    .filter(image => image.getBoundingClientRect().top < innerHeight).map(image => image.decode()))"""


def take(browser: Browser, address: str, folder: Path, say: Callable[[str], None]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shots = [(name + suffix, path, size) for suffix, size in SCREENS.items() for name, path in PAGES.items()]
    for number, (name, path, size) in enumerate(shots, start=1):
        page = window(browser, address, size)
        page.clock.set_fixed_time(OPEN_HOUR)
        answer = page.goto(path, wait_until="networkidle")
        if not answer.ok:
            raise RuntimeError(f"{path} answered {answer.status}")
        page.evaluate(DRAWN)
        picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(folder / f"{name}.png", optimize=True)
        page.context.close()
        say(f"{number} of {len(shots)}  {name}")
