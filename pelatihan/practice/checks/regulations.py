"""A regulation entered as its sheet of paper says."""

from collections.abc import Iterator

from wagtail import blocks

from layanan.models import RegulationPage
from layanan.regulations.rules import KINDS
from pelatihan.practice.checks.base import Fault, PageCheck, Work
from project.lib.localdates import format_date


class RegulationCheck(PageCheck):
    """Number and dates are facts and no spelling: they are compared as they are."""

    key = "peraturan"
    label = "Peraturan dengan nomor dan tanggal yang benar"
    models = (RegulationPage,)
    nothing = (
        "Belum ada peraturan di folder Anda. Di sana tekan “Tambah halaman di bawahnya”, pilih “Peraturan”."
    )

    def fields(self):
        return [
            (
                "kind",
                blocks.ChoiceBlock(
                    choices=list(KINDS.items()), label="Jenis", help_text="Jenis di lembar latihannya."
                ),
            ),
            (
                "number",
                blocks.CharBlock(label="Nomor", max_length=20, help_text="Nomor di lembar latihannya."),
            ),
            ("enacted_on", blocks.DateBlock(label="Ditetapkan", help_text="Tanggal di lembar latihannya.")),
            (
                "promulgated_on",
                blocks.DateBlock(
                    label="Diundangkan", required=False, help_text="Kosongkan bila tidak diundangkan."
                ),
            ),
        ]

    def faults(self, page: RegulationPage, work: Work, values) -> Iterator[Fault]:
        if page.kind != values["kind"]:
            yield Fault(
                f"Jenisnya tertulis “{page.kind_label}”. Di lembar latihan: {KINDS[values['kind']]}.",
                "peraturan",
            )
        if (page.number or "").casefold() != values["number"].casefold():
            words = f"tertulis {page.number}" if page.number else "belum diisi"
            yield Fault(f"Nomornya {words}. Lihat nomor di lembar latihan.", "peraturan")
        for name, label in (("enacted_on", "Tanggal ditetapkan"), ("promulgated_on", "Tanggal diundangkan")):
            wanted, found = values.get(name), getattr(page, name)
            if wanted and found != wanted:
                words = f"tertulis {format_date(found)}" if found else "belum diisi"
                yield Fault(f"{label} {words}. Lihat tanggal di lembar latihan.", "peraturan")
        if page.document_id is None:
            yield Fault(
                "Naskah PDF-nya belum dilampirkan. Pilih berkasnya di bagian “Naskah (PDF)”.", "document"
            )
        twins = work.below(RegulationPage).filter(kind=page.kind, number=page.number, year=page.year)
        if twins.exclude(pk=page.pk).exists():
            yield Fault(
                f"Ada dua peraturan bernomor {page.number} tahun {page.year} di folder Anda. Hapus salah satunya."
            )
