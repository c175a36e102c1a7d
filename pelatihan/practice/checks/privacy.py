"""What may be read by everybody, and what may not."""

import re
from collections.abc import Iterator

from wagtail.models import Page, PageViewRestriction

from home.models import ContentPage
from pelatihan.practice.checks.base import RESTRICTED, Fault, Finding, SeededCheck, Work, edit_url
from pelatihan.practice.seeds import publish
from project.lib import nik
from project.lib.words import strip_html

PHONE = re.compile(r"(?<!\d)(?:\+?62|0)[\s.-]?8[\d\s.-]{7,14}\d(?!\d)")
# Nobody's: the district has no such number of births on that day, and the telephone numbers are not given out.
PLANTED = (
    "<p>Rapat RT 02 membahas jadwal ronda dan iuran kebersihan untuk bulan depan.</p>"
    "<p>Ketua rapat dapat dihubungi di 0812-0000-0000.</p>"
    "<p>Penerima bantuan: Warga Contoh, NIK 1504054102900001. Pengganti: Warga Misal, NIK 1504051503850002.</p>"
    "<p>Hasil rapat ditempel di papan pengumuman balai desa.</p>"
)
KEPT_WORDS = 15  # of what may stay


def text_of(page) -> str:
    parts = [page.title, page.intro, *(str(block.value) for block in page.body)]
    return strip_html(" ".join(parts))


class PersonalDataCheck(SeededCheck):
    key = "data_warga"
    label = "Data pribadi dihapus dari halaman"

    def seed(self, folder: Page, values) -> dict:
        page = ContentPage(
            title="Hasil rapat RT 02 (latihan)", intro="Rapat warga.", body=[("text", PLANTED)]
        )
        folder.add_child(instance=page)
        publish(page)
        return {"page": page.pk}

    def faults(self, page, work: Work, values) -> Iterator[Fault]:
        text = text_of(page)
        numbers, phones = len(nik.find(text)), len(PHONE.findall(text))
        if numbers or phones:
            left = " dan ".join(
                words for words in (numbers and f"{numbers} NIK", phones and f"{phones} nomor HP") if words
            )
            yield Fault(f"Di halaman masih ada {left}. Hapus nomornya; kalimat lain biarkan.", "body")
        if len(text.split()) < KEPT_WORDS:
            yield Fault(
                "Isi rapatnya ikut terhapus. Hapus data pribadinya saja, atau tekan “Ulangi”.", "body"
            )


class PrivateCheck(SeededCheck):
    key = "privasi"
    label = "Halaman dibuat pribadi"

    def seed(self, folder: Page, values) -> dict:
        page = ContentPage(
            title="Daftar hadir rapat (latihan)",
            intro="Untuk pengurus RT saja.",
            body=[("text", "<p>Nama yang hadir dicatat di buku RT.</p>")],
        )
        folder.add_child(instance=page)
        publish(page)
        return {"page": page.pk}

    def judge_seeded(self, page: Page, work: Work, values) -> Finding:
        restrictions = PageViewRestriction.objects.filter(page__path__startswith=work.folder.path)
        places = {one.page_id for one in restrictions}
        if page.pk not in places:
            words = (
                "Yang dibuat pribadi halaman lain. Buka halaman “{title}”, lalu tekan “Ubah privasi”."
                if places
                else "“{title}” masih terbuka untuk semua. Tekan “Status”, lalu “Ubah privasi”."
            )
            return Finding(False, words.format(title=page.title), edit_url(page.pk), stage=len(places))
        entries = work.entries(page.pk, RESTRICTED)
        by = frozenset({entries[-1].user_id} - {None}) if entries else frozenset()
        evidence = {"halaman": page.pk, "judul": page.title}
        return Finding(True, f"“{page.title}” sekarang pribadi.", by=by, evidence=evidence)
