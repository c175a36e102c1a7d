"""Which entries of the admin's menu each role sees, exactly: what is missing can't be found, what is too much is in
the way."""

import pytest
from django.urls import reverse
from wagtail.admin.menu import SubmenuMenuItem, admin_menu

from home.identity.roles import OPERATOR, PUBLISHER, ROLES
from home.pages.skeleton import ensure_skeleton
from tests.access.people import ADMINISTRATOR, sign_in

pytestmark = pytest.mark.django_db

HELP = ["Pelajaran", "Pintasan"]

MENU = {
    OPERATOR: {
        "Halaman": None,
        "Pengumuman": None,
        "Gambar": None,
        "Dokumen": None,
        "Kuis": ["Bank soal", "Soal"],
        "Latihan": None,
        "Bantuan di tempat": None,
        "Kata pencarian": None,
        "Laporan": [
            "Pencarian tanpa hasil",
            "Panduan menurut pemeriksaan",
            "Alur persetujuan",
            "Halaman lama",
        ],
        "Bantuan": HELP,
    },
    PUBLISHER: {
        "Halaman": None,
        "Pengumuman": None,
        "Gambar": None,
        "Dokumen": None,
        "Pejabat desa": ["Pejabat", "Jabatan"],
        "Kuis": ["Bank soal", "Soal", "Kuis"],
        "Latihan": None,
        "Bantuan di tempat": None,
        "Kata pencarian": None,
        "Laporan": [
            "Pencarian tanpa hasil",
            "Panduan menurut pemeriksaan",
            "Halaman terkunci",
            "Alur persetujuan",
            "Riwayat situs",
            "Halaman lama",
        ],
        "Pengaturan": [
            "Identitas desa",
            "JDIH dan data peraturan",
            "Kategori berita",
            "Angka dari peraturan",
        ],
        "Bantuan": HELP,
    },
    ADMINISTRATOR: {
        "Halaman": None,
        "Pengumuman": None,
        "Gambar": None,
        "Dokumen": None,
        "Pejabat desa": ["Pejabat", "Jabatan"],
        "Kuis": ["Bank soal", "Soal", "Kuis"],
        "Latihan": None,
        "Bantuan di tempat": None,
        "Kata pencarian": None,
        "Laporan": [
            "Pencarian tanpa hasil",
            "Panduan menurut pemeriksaan",
            "Halaman terkunci",
            "Alur persetujuan",
            "Tahap persetujuan",
            "Riwayat situs",
            "Halaman lama",
            "Pemakaian jenis halaman",
            "Catatan akses",
            "Masa simpan data",
        ],
        "Pengaturan": [
            "Identitas desa",
            "JDIH dan data peraturan",
            "Alur persetujuan",
            "Tahap persetujuan",
            "Kategori berita",
            "Angka dari peraturan",
            "Pengguna",
            "Grup",
            "Situs",
            "Koleksi",
            "Pengalihan",
        ],
        "Bantuan": HELP,
    },
}


def in_order(menu, request) -> list:
    return sorted(menu.menu_items_for_request(request), key=lambda item: item.order)


@pytest.mark.parametrize("person", MENU)
def test_menu_holds_what_the_role_works_with(client, person):
    ensure_skeleton()
    sign_in(client, person)
    request = client.get(reverse("wagtailadmin_home")).wsgi_request
    seen = {
        str(item.label): [str(entry.label) for entry in in_order(item.menu, request)]
        if isinstance(item, SubmenuMenuItem)
        else None
        for item in in_order(admin_menu, request)
    }
    assert list(seen.items()) == list(MENU[person].items())


@pytest.mark.parametrize("person", sorted(set(ROLES) - MENU.keys()))
def test_roles_outside_the_admin_see_no_menu(client, person):
    sign_in(client, person)
    answer = client.get(reverse("wagtailadmin_home"))
    assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("wagtailadmin_login"))
