"""The pictures of the further courses: one or two each, of the place where the work begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from pelatihan.example.screenshots.lessons import Camera


def in_the_editor(camera: Camera, page: Page) -> None:
    """The courses on photos, documents, versions, personal data and schedules, as a Penerbit sees them."""
    page.goto("/admin/pages/search/?q=profil")
    page.locator("main a[href$='/edit/']").first.click()
    page.wait_for_load_state("networkidle")
    page.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    page.wait_for_timeout(800)
    camera.shoot(page, "foto-blok", page.get_by_role("option", name="Gambar"))
    camera.shoot(page, "dokumen-blok", page.get_by_role("option", name="Daftar dokumen"))
    page.keyboard.press("Escape")
    camera.shoot(page, "versi-riwayat", page.locator("header a[href$='/history/']").first)
    status = page.get_by_role("button", name="Buka atau tutup status")
    camera.shoot(page, "jadwal-status", status)
    status.click()
    page.wait_for_timeout(800)
    camera.shoot(page, "jadwal-atur", page.get_by_role("button", name="Atur jadwal").first)
    camera.shoot(page, "data-privasi", page.get_by_role("button", name="Ubah privasi").first)


def on_the_phone(camera: Camera, page: Page) -> None:
    """The courses of residents, and the open data."""
    page.goto("/")
    camera.shoot(page, "hp-huruf", page.locator("footer [data-size='3']"))
    camera.shoot(page, "aduan-nomor", page.locator("footer a[href^='tel:']").first)
    page.goto("/regulasi/")
    camera.shoot(page, "tabel-csv", page.get_by_role("link", name="Tabel CSV"))
    page.goto("/layanan/jkn-pbi/")
    camera.shoot(page, "jkn-panduan", page.locator("h1"))
    page.goto("/layanan/bantuan-sosial/")
    camera.shoot(page, "bansos-panduan", page.locator("h1"))
