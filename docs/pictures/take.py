"""Takes the pictures of the README from a running example site, at a desk and on a phone: `make pictures`."""

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent
PAGES = {
    "home": "/",
    "guide": "/layanan/kartu-keluarga/",
    "regulations": "/regulasi/",
    "lesson": "/pelatihan/memakai-situs-desa/menyiapkan-berkas/",
}
SCREENS = {"": (1280, 1000), "-phone": (360, 1000)}
OPEN_HOUR = "2026-11-25T09:30:00+07:00"  # the office is open, whenever they are taken
COLOURS = 256  # of the stored palette
DRAWN = """() => Promise.all([...document.images]
    .filter(image => image.getBoundingClientRect().top < innerHeight).map(image => image.decode()))"""


def main(address: str) -> None:
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for suffix, (width, height) in SCREENS.items():
            context = browser.new_context(
                base_url=address,
                viewport={"width": width, "height": height},
                locale="id-ID",
                timezone_id="Asia/Jakarta",
                reduced_motion="reduce",
            )
            page = context.new_page()
            page.clock.set_fixed_time(OPEN_HOUR)
            for name, path in PAGES.items():
                answer = page.goto(path, wait_until="networkidle")
                if not answer.ok:
                    raise RuntimeError(f"{path} answered {answer.status}")
                page.evaluate(DRAWN)
                picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
                picture.quantize(COLOURS, dither=Image.Dither.NONE).save(
                    FOLDER / f"{name}{suffix}.png", optimize=True
                )
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
