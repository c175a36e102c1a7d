"""Takes the pictures of the example lessons from a running example site, with a frame round the thing to press.

The tour writes one piece of news as "operator" and shows how "penerbit" approves it. The pictures are committed, since
loading the example must not need a browser.

A picture is as wide as a phone, so that its words are as large there as on the screen it shows, and no higher than
the thing needs. It has twice as many dots as that, for sharp letters, and few colours: screens are flat, and a lesson
read to its end on a phone may weigh 100 KB in all (tests/browser/test_budgets.py).
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from pelatihan.example.courses import COURSES
from pelatihan.example.screenshots import further
from pelatihan.example.screenshots.browser import OPEN_HOUR, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

GOLD, WHITE = "#e0a52e", "#ffffff"
FRAME, HALO = 4, 1  # CSS px of the frame, and of the white line on either side of it
SPACE = 3  # CSS px between the thing and its frame
LEAD = 24  # CSS px before a thing that is wider than its picture
WIDTH = 360  # CSS px of a picture
FIELD, TITLE_FIELD = 480, 540  # CSS px for a wide field: its words get smaller, but more of them are seen
AROUND = 44  # CSS px shown above and below the thing
LOWEST = 180  # CSS px; what is lower looks torn out
SHARPNESS = 2  # dots for each CSS px
COLOURS = 32  # of the stored palette
ADMIN_WINDOW = (1200, 760)  # wide enough that the admin shows its right-hand column
PHONE_WINDOW = (WIDTH, 760)
TITLE = "Kerja bakti di dermaga RT 01"
INTRO = "Minggu, 29 November 2026, pukul 07.00 WIB. Bawalah sapu, sekop, dan karung."
BODY = (
    "Dermaga RT 01 licin oleh lumpur. Mari kita bersihkan bersama sebelum air naik. Minuman disediakan desa."
)


def wanted() -> set[str]:
    """The pictures that the lessons show."""
    steps = (step for course in COURSES for lesson in course.lessons for step in lesson.steps)
    return {step.picture for step in steps if step.picture}


@dataclass
class Camera:
    """Saves pictures into a folder and says so; ``taken`` holds their names."""

    folder: Path
    say: Callable[[str], None]
    taken: set[str] = field(default_factory=set)

    def shoot(
        self,
        page: Page,
        name: str,
        target: Locator,
        *,
        last: Locator | None = None,
        width: int = WIDTH,
        above: int = AROUND,
        below: int = AROUND,
    ) -> None:
        """Saves the part of the window round the target, framed; ``last`` stretches the frame to a second thing.

        ``above`` and ``below`` are CSS px of surroundings, by which a learner recognises the place.
        """
        target.evaluate("thing => thing.scrollIntoView({block: 'center', behavior: 'instant'})")
        page.evaluate("document.activeElement && document.activeElement.blur()")
        page.wait_for_timeout(300)
        left, top, right, bottom = edges(target)
        if last is not None:
            end = edges(last)
            left, right, bottom = min(left, end[0]), max(right, end[2]), end[3]
        window = page.viewport_size
        height = min(max(bottom - top + above + below, LOWEST), window["height"])
        # What is wider than the picture shows its beginning, since there its words begin.
        x = (left + right) / 2 - width / 2 if right - left < width - 2 * LEAD else left - LEAD
        x = round(min(max(0, x), window["width"] - width))
        y = round(min(max(0, (top - above + bottom + below - height) / 2), window["height"] - height))
        clip = {"x": x, "y": y, "width": width, "height": round(height)}
        picture = Image.open(io.BytesIO(page.screenshot(clip=clip, animations="disabled", caret="hide")))
        picture = picture.convert("RGB")
        edge = FRAME + HALO
        place = [
            max(left - x - SPACE, edge),
            max(top - y - SPACE, edge),
            # Of what is wider the frame has no right side, so that nobody takes its beginning for all of it.
            right - x + SPACE if right - x > width else min(right - x + SPACE, width - edge),
            min(bottom - y + SPACE, height - edge),
        ]
        draw_frame(picture, [value * SHARPNESS for value in place])
        if width != WIDTH:
            size = (WIDTH * SHARPNESS, round(picture.height * WIDTH / width))
            picture = picture.resize(size, Image.Resampling.LANCZOS)
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(self.folder / f"{name}.png", optimize=True)
        self.taken.add(name)
        self.say(f"{len(self.taken)} of {len(wanted())}  {name}")


def edges(thing: Locator) -> tuple[float, float, float, float]:
    box = thing.bounding_box()
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def draw_frame(picture: Image.Image, place: list[float]) -> None:
    """A gold frame between two white lines, seen on dark and on light ground."""
    pen = ImageDraw.Draw(picture)
    for grow, colour, line in ((HALO + FRAME, WHITE, FRAME + 2 * HALO), (FRAME, GOLD, FRAME)):
        by = grow * SHARPNESS
        outer = [place[0] - by, place[1] - by, place[2] + by, place[3] + by]
        pen.rounded_rectangle(outer, radius=10 * SHARPNESS, outline=colour, width=line * SHARPNESS)


def sign_in(page: Page, name: str, password: str) -> None:
    page.goto("/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", password)
    page.click("button[type=submit]")
    page.wait_for_load_state("networkidle")


def safe_sign_in(camera: Camera, page: Page, password: str) -> None:
    """The lesson "Masuk dengan aman"."""
    page.goto("/admin/login/")
    name, secret = page.locator("[name=username]"), page.locator("[name=password]")
    camera.shoot(page, "masuk-halaman", page.locator("h1"))
    name.fill("operator")
    camera.shoot(page, "masuk-nama", name)
    secret.fill(password)
    camera.shoot(page, "masuk-sandi", secret)
    camera.shoot(page, "masuk-tekan", page.locator("button[type=submit]"), above=124, below=8)
    page.click("button[type=submit]")
    page.wait_for_load_state("networkidle")
    camera.shoot(page, "masuk-akun", page.locator("main a[href='/admin/account/']").first)
    page.goto("/admin/account/")
    page.wait_for_load_state("networkidle")
    secrets = page.locator("main input[type=password]")
    for secret in secrets.all():
        secret.fill("bukan-sandi-sungguhan")
    camera.shoot(page, "masuk-sandi-baru", secrets.first, last=secrets.last, width=FIELD)
    camera.shoot(page, "masuk-simpan", page.locator("main [type=submit]").last)
    page.goto("/admin/")
    page.locator(".sidebar-footer__account").click()
    page.wait_for_timeout(600)
    way_out = page.locator(".sidebar-footer button[type=submit]")
    camera.shoot(page, "masuk-keluar", way_out)


def news(camera: Camera, operator: Page, publisher: Page, publisher_password: str) -> None:
    """The lesson "Menulis dan menerbitkan berita desa"."""
    page = operator
    page.goto("/admin/")
    page.get_by_role("button", name="Halaman").click()
    page.wait_for_timeout(800)
    page.locator("[class*=c-page-explorer__item__action]").last.click()
    page.wait_for_timeout(1200)
    row = page.locator("[class*=c-page-explorer__item__link]", has_text="Berita").first
    camera.shoot(page, "berita-daftar", row)
    row.click()
    page.wait_for_load_state("networkidle")
    add = page.locator("a[href*='/add_subpage/'], a[href*='/pages/add/']").first
    camera.shoot(page, "berita-tambah", add)
    add.click()
    page.wait_for_load_state("networkidle")
    page.fill("#id_title", TITLE)
    page.select_option("#id_category", label="Kegiatan warga")
    page.fill("#id_intro", INTRO)
    camera.shoot(page, "berita-judul", page.locator("#id_title"), width=TITLE_FIELD)
    camera.shoot(page, "berita-ringkasan", page.locator("#id_intro"), width=FIELD)
    page.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    page.wait_for_timeout(800)
    option = page.get_by_role("option", name="Tulisan")
    camera.shoot(page, "berita-blok", option)
    option.click()
    page.wait_for_timeout(800)
    text = page.locator("[data-contentpath=body] [role=textbox]")
    text.click()
    page.keyboard.type(BODY)
    camera.shoot(page, "berita-isi", text, width=FIELD)
    page.wait_for_timeout(7000)  # until the draft has saved itself
    submit = page.locator("footer [name=action-submit]")
    camera.shoot(page, "berita-ajukan", submit, width=FIELD)
    submit.click()
    page.wait_for_load_state("networkidle")
    sign_in(publisher, "penerbit", publisher_password)
    publisher.get_by_role("link", name=TITLE).first.click()
    publisher.wait_for_load_state("networkidle")
    approve = publisher.locator("footer [data-workflow-action-name=approve]").first
    camera.shoot(publisher, "berita-setujui", approve)


def finding(camera: Camera, page: Page) -> None:
    """The lesson "Mencari informasi di situs desa", on a phone."""
    page.goto("/")
    field = page.locator("main [type=search]").first
    camera.shoot(page, "cari-beranda", page.locator("h1"))
    field.fill("kk hilang")
    camera.shoot(page, "cari-tulis", field)
    field.press("Enter")
    page.wait_for_load_state("networkidle")
    camera.shoot(page, "cari-hasil", page.locator("main .hits li").first)
    page.goto("/layanan/kartu-keluarga/")
    facts = page.locator("main dl").first
    camera.shoot(page, "cari-panduan", facts.locator("dt").first, last=facts.locator("dd").nth(1))
    page.goto("/")
    help_ = page.locator("footer a[href^='tel:'], footer a[href*='wa.me']")
    camera.shoot(page, "cari-bantuan", help_.first, last=help_.last)


def preparing(camera: Camera, page: Page) -> None:
    """The lesson "Menyiapkan berkas dengan daftar centang", on a phone."""
    page.goto("/")
    camera.shoot(page, "berkas-pilih", page.locator("main li", has_text="Kartu keluarga").first)
    page.goto("/layanan/kartu-keluarga/")
    facts = page.locator("main dl").first
    camera.shoot(page, "berkas-fakta", facts)
    items = page.locator("main li", has=page.locator("[type=checkbox]"))
    items.first.locator("[type=checkbox]").check()
    camera.shoot(page, "berkas-centang", items.first)
    camera.shoot(page, "berkas-asal", items.nth(1))
    buttons = page.locator("main a, main button")
    share, sheet = (
        buttons.filter(has_text=words).first for words in ("Kirim lewat WhatsApp", "Cetak satu lembar")
    )
    camera.shoot(page, "berkas-bagikan", share, last=sheet)


def take(
    browser: Browser, address: str, passwords: dict[str, str], folder: Path, say: Callable[[str], None]
) -> None:
    """Takes all of them; `passwords` are those of operator and penerbit. RuntimeError where the tour and the lessons
    do not name the same pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera(folder, say)
    beginner, operator, publisher = (
        window(browser, address, ADMIN_WINDOW, sharpness=SHARPNESS) for _ in range(3)
    )
    safe_sign_in(camera, beginner, passwords["operator"])
    sign_in(operator, "operator", passwords["operator"])
    news(camera, operator, publisher, passwords["penerbit"])
    phone = window(browser, address, PHONE_WINDOW, sharpness=SHARPNESS)
    phone.clock.set_fixed_time(OPEN_HOUR)
    finding(camera, phone)
    preparing(camera, phone)
    further.in_the_editor(camera, publisher)
    further.on_the_phone(camera, phone)
    if odd := camera.taken ^ wanted():
        raise RuntimeError(f"Only the tour or only a lesson names these pictures: {', '.join(sorted(odd))}")
