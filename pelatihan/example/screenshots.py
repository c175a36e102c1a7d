"""Takes the pictures of the example lessons from a running site, with a frame round the thing to press.

    python -m pelatihan.example.screenshots http://localhost:8000 OPERATOR-PASSWORD PENERBIT-PASSWORD

Needs the development requirements, Chromium, and a fresh site with the example in it: the tour writes one piece of
news as "operator" and has "penerbit" approve it. Taken anew whenever the admin or the public pages look different;
the pictures are committed, since loading the example must not need a browser.
"""

import io
import shutil
import sys
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Locator, Page, sync_playwright

PICTURES = Path(__file__).parent / "pictures"
GOLD, WHITE = "#e0a52e", "#ffffff"
FRAME, HALO = 5, 2  # px of the picture, and of the white line on either side of the frame
SPACE = 7  # px between the thing and its frame
LEAD = 48  # px before a thing that is wider than its picture
DESK = (720, 540)  # size of a picture of the admin, in CSS px
PHONE = (390, 520)
ADMIN_WINDOW = (1200, 760)  # wide enough that the admin shows its right-hand column
PHONE_WINDOW = (390, 760)
OPEN_HOUR = "2026-11-25T09:30:00+07:00"  # the office is open in the pictures, whenever they are taken
COLOURS = 128  # of the stored palette: screens are flat, and 60 KB is the limit for a picture
TITLE = "Kerja bakti di dermaga RT 01"
INTRO = "Minggu, 29 November 2026, pukul 07.00 WIB. Bawalah sapu, sekop, dan karung."
BODY = (
    "Dermaga RT 01 licin oleh lumpur. Mari kita bersihkan bersama sebelum air naik. Minuman disediakan desa."
)


def shoot(page: Page, name: str, target: Locator, size: tuple[int, int], last: Locator | None = None) -> None:
    """Saves the part of the window round the target, framed; ``last`` stretches the frame down to a second thing."""
    target.scroll_into_view_if_needed()
    page.evaluate("document.activeElement && document.activeElement.blur()")
    page.wait_for_timeout(300)
    box = target.bounding_box()
    left, top, right, bottom = box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]
    if last is not None:
        end = last.bounding_box()
        left, right = min(left, end["x"]), max(right, end["x"] + end["width"])
        bottom = end["y"] + end["height"]
    window = page.viewport_size
    width, height = min(size[0], window["width"]), min(size[1], window["height"])
    # What is wider than the picture shows its beginning, since there its words begin.
    x = (left + right) / 2 - width / 2 if right - left < width - 2 * LEAD else left - LEAD
    x = min(max(0, x), window["width"] - width)
    y = min(max(0, (top + bottom) / 2 - height / 2), window["height"] - height)
    clip = {"x": round(x), "y": round(y), "width": width, "height": height}
    shot = page.screenshot(clip=clip, animations="disabled", caret="hide")
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    scale = picture.width / width
    place = [
        (left - round(x) - SPACE),
        (top - round(y) - SPACE),
        (right - round(x) + SPACE),
        (bottom - round(y) + SPACE),
    ]
    edge = FRAME + HALO
    place = [
        max(place[0], edge),
        max(place[1], edge),
        min(place[2], width - edge),
        min(place[3], height - edge),
    ]
    draw_frame(picture, [value * scale for value in place], scale)
    PICTURES.mkdir(exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


def draw_frame(picture: Image.Image, place: list[float], scale: float) -> None:
    """A gold frame between two white lines, seen on dark and on light ground."""
    pen = ImageDraw.Draw(picture)
    for grow, colour, line in ((HALO + FRAME, WHITE, FRAME + 2 * HALO), (FRAME, GOLD, FRAME)):
        outer = [
            place[0] - grow * scale,
            place[1] - grow * scale,
            place[2] + grow * scale,
            place[3] + grow * scale,
        ]
        pen.rounded_rectangle(outer, radius=10 * scale, outline=colour, width=round(line * scale))


def window(browser: Browser, address: str, size: tuple[int, int], sharpness: float) -> Page:
    context = browser.new_context(
        base_url=address,
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=sharpness,
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        reduced_motion="reduce",
    )
    context.set_default_timeout(10_000)
    return context.new_page()


def sign_in(page: Page, name: str, password: str) -> None:
    page.goto("/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", password)
    page.click("button[type=submit]")
    page.wait_for_load_state("networkidle")


def safe_sign_in(page: Page, password: str) -> None:
    """The lesson "Masuk dengan aman"."""
    page.goto("/admin/login/")
    name, secret = page.locator("[name=username]"), page.locator("[name=password]")
    shoot(page, "masuk-halaman", page.locator("h1"), DESK)
    name.fill("operator")
    shoot(page, "masuk-nama", name, DESK)
    secret.fill(password)
    shoot(page, "masuk-sandi", secret, DESK)
    shoot(page, "masuk-tekan", page.locator("button[type=submit]"), DESK)
    page.click("button[type=submit]")
    page.wait_for_load_state("networkidle")
    shoot(page, "masuk-akun", page.locator("main a[href='/admin/account/']").first, DESK)
    page.goto("/admin/account/")
    page.wait_for_load_state("networkidle")
    fields = page.locator("main input[type=password]")
    for field in fields.all():
        field.fill("bukan-sandi-sungguhan")
    shoot(page, "masuk-sandi-baru", fields.first, DESK, last=fields.last)
    shoot(page, "masuk-simpan", page.locator("main [type=submit]").last, DESK)
    page.goto("/admin/")
    page.locator(".sidebar-footer__account").click()
    page.wait_for_timeout(600)
    way_out = page.locator(".sidebar-footer button[type=submit]")
    shoot(page, "masuk-keluar", way_out, DESK)


def news(operator: Page, publisher: Page, publisher_password: str) -> None:
    """The lesson "Menulis dan menerbitkan berita desa"."""
    page = operator
    page.goto("/admin/")
    page.get_by_role("button", name="Halaman").click()
    page.wait_for_timeout(800)
    page.locator("[class*=c-page-explorer__item__action]").last.click()
    page.wait_for_timeout(1200)
    row = page.locator("[class*=c-page-explorer__item__link]", has_text="Berita").first
    shoot(page, "berita-daftar", row, DESK)
    row.click()
    page.wait_for_load_state("networkidle")
    add = page.locator("a[href*='/add_subpage/'], a[href*='/pages/add/']").first
    shoot(page, "berita-tambah", add, DESK)
    add.click()
    page.wait_for_load_state("networkidle")
    page.fill("#id_title", TITLE)
    page.select_option("#id_category", label="Kegiatan warga")
    page.fill("#id_intro", INTRO)
    shoot(page, "berita-judul", page.locator("#id_title"), DESK)
    shoot(page, "berita-ringkasan", page.locator("#id_intro"), DESK)
    page.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    page.wait_for_timeout(800)
    option = page.get_by_role("option", name="Tulisan")
    shoot(page, "berita-blok", option, DESK)
    option.click()
    page.wait_for_timeout(800)
    text = page.locator("[data-contentpath=body] [role=textbox]")
    text.click()
    page.keyboard.type(BODY)
    shoot(page, "berita-isi", text, DESK)
    page.wait_for_timeout(7000)  # until the draft has saved itself
    page.locator("footer .w-dropdown button").first.click()
    page.wait_for_timeout(600)
    submit = page.locator("footer [name=action-submit]")
    shoot(page, "berita-ajukan", submit, DESK)
    submit.click()
    page.wait_for_load_state("networkidle")
    sign_in(publisher, "penerbit", publisher_password)
    publisher.get_by_role("link", name=TITLE).first.click()
    publisher.wait_for_load_state("networkidle")
    publisher.locator("footer .w-dropdown button").first.click()
    publisher.wait_for_timeout(600)
    approve = publisher.locator("footer [data-workflow-action-name=approve]").first
    shoot(publisher, "berita-setujui", approve, DESK)


def finding(page: Page) -> None:
    """The lesson "Mencari informasi di situs desa", on a phone."""
    page.goto("/")
    field = page.locator("main [type=search]").first
    shoot(page, "cari-beranda", page.locator("h1"), PHONE)
    field.fill("kk hilang")
    shoot(page, "cari-tulis", field, PHONE)
    field.press("Enter")
    page.wait_for_load_state("networkidle")
    shoot(page, "cari-hasil", page.locator("main .hits li").first, PHONE)
    page.goto("/layanan/kartu-keluarga/")
    facts = page.locator("main dl").first
    shoot(page, "cari-panduan", facts.locator("dt").first, PHONE, last=facts.locator("dd").nth(1))
    page.goto("/")
    help_ = page.locator("footer a[href^='tel:'], footer a[href*='wa.me']")
    shoot(page, "cari-bantuan", help_.first, PHONE, last=help_.last)


def preparing(page: Page) -> None:
    """The lesson "Menyiapkan berkas dengan daftar centang", on a phone."""
    page.goto("/")
    shoot(page, "berkas-pilih", page.locator("main li", has_text="Kartu keluarga").first, PHONE)
    page.goto("/layanan/kartu-keluarga/")
    facts = page.locator("main dl").first
    shoot(page, "berkas-fakta", facts, PHONE)
    items = page.locator("main li", has=page.locator("[type=checkbox]"))
    items.first.locator("[type=checkbox]").check()
    shoot(page, "berkas-centang", items.first, PHONE)
    shoot(page, "berkas-asal", items.nth(1), PHONE)
    buttons = page.locator("main a, main button")
    share, sheet = (
        buttons.filter(has_text=words).first for words in ("Kirim lewat WhatsApp", "Cetak satu lembar")
    )
    shoot(page, "berkas-bagikan", share, PHONE, last=sheet)


def main(address: str, operator_password: str, publisher_password: str) -> None:
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        safe_sign_in(window(browser, address, ADMIN_WINDOW, 1), operator_password)
        operator, publisher = (window(browser, address, ADMIN_WINDOW, 1) for _ in range(2))
        sign_in(operator, "operator", operator_password)
        news(operator, publisher, publisher_password)
        phone = window(browser, address, PHONE_WINDOW, 1.5)
        phone.clock.set_fixed_time(OPEN_HOUR)
        finding(phone)
        preparing(phone)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
