"""The standar pelayanan of a service: the fourteen components of Permenpan-RB 15/2014, in the order of the law.

Six of them are shown to people, the other eight tell how the office itself works; all stand in the printed document.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

if TYPE_CHECKING:
    from layanan.guides.models import ServiceGuidePage

NOT_SET = "Belum ditetapkan"
SHOWN = 6  # the components of delivery, which UU 25/2009 wants published; the others are those of the office
LEGAL_BASIS = 7
COMPLAINTS = (
    "Sampaikan langsung kepada petugas atau Sekretaris Desa di kantor desa, lewat telepon atau WhatsApp kantor, atau "
    "lewat kotak saran. Pengaduan tidak mengurangi hak Anda atas pelayanan."
)
# The eight of the office but the legal basis, which is a list of its own: column, name in the law, help.
INTERNAL = (
    (
        "facilities",
        "Sarana, prasarana, dan/atau fasilitas",
        "Apa yang tersedia, misalnya “Ruang tunggu, loket dengan kursi roda, komputer, pencetak”.",
    ),
    (
        "staff_competence",
        "Kompetensi pelaksana",
        "Apa yang harus dikuasai petugasnya, misalnya “Memahami administrasi kependudukan”.",
    ),
    (
        "supervision",
        "Pengawasan internal",
        "Siapa yang mengawasi dan bagaimana, misalnya “Sekretaris Desa, setiap hari Jumat”.",
    ),
    ("staff_number", "Jumlah pelaksana", "Misalnya “2 orang: satu di loket, satu penggantinya”."),
    (
        "service_guarantee",
        "Jaminan pelayanan",
        "Apa yang dijanjikan desa, misalnya “Selesai tepat waktu; bila terlambat, petugas menghubungi Anda”.",
    ),
    (
        "safety_guarantee",
        "Jaminan keamanan dan keselamatan pelayanan",
        "Misalnya “Berkas disimpan di lemari terkunci dan tidak dipakai untuk hal lain”.",
    ),
    (
        "performance_review",
        "Evaluasi kinerja pelaksana",
        "Kapan dan bagaimana dinilai, misalnya “Setiap enam bulan, dari pengaduan dan survei kepuasan”.",
    ),
)


def _internal(number: int) -> models.TextField:
    _, label, help_text = INTERNAL[number]
    return models.TextField(label[0].lower() + label[1:], max_length=1000, blank=True, help_text=help_text)


class ServiceStandard(models.Model):
    """The columns of a guide that the standar pelayanan needs beside those that every reader sees."""

    complaints = models.TextField(
        "pengaduan, saran, dan masukan",
        max_length=600,
        default=COMPLAINTS,
        help_text="Kepada siapa dan bagaimana warga mengadu, dan kapan dijawab. Telepon dan WhatsApp kantor dari "
        "identitas desa ditambahkan sendiri.",
    )
    facilities = _internal(0)
    staff_competence = _internal(1)
    supervision = _internal(2)
    staff_number = _internal(3)
    service_guarantee = _internal(4)
    safety_guarantee = _internal(5)
    performance_review = _internal(6)

    standard_panel = MultiFieldPanel(
        [FieldPanel(name) for name, *_ in INTERNAL],
        "Standar pelayanan: di dalam kantor",
        classname="collapsed",
        help_text="Tujuh dari delapan komponen pengelolaan (Permenpan-RB 15/2014); yang kedelapan ialah dasar hukum di "
        "atas. Boleh dilengkapi kemudian: yang kosong dicetak sebagai “Belum ditetapkan”.",
    )

    class Meta:
        abstract = True

    @property
    def standard(self) -> "list[Component]":
        """All fourteen components as they are printed."""
        return components(self)

    @property
    def internal_standard(self) -> "list[Component]":
        """Those of the office that are not shown elsewhere on the guide."""
        return self.standard[LEGAL_BASIS:]

    @property
    def missing_components(self) -> list[str]:
        """The names of those of the office that nobody has written yet."""
        return [one.title for one in self.standard[SHOWN:] if not one.parts]


@dataclass(frozen=True)
class Part:
    """A list of lines, numbered where their order matters, below a heading where there are two."""

    lines: tuple[str, ...]
    ordered: bool = False
    heading: str = ""


@dataclass(frozen=True)
class Component:
    """One of the fourteen. Without parts nobody has set it."""

    number: int
    title: str
    parts: tuple[Part, ...]


def components(guide: "ServiceGuidePage") -> list[Component]:
    """In the order of the law."""
    found = [
        ("Persyaratan", _part(_requirement(block.value) for block in guide.requirements)),
        ("Sistem, mekanisme, dan prosedur", _procedure(guide)),
        ("Jangka waktu penyelesaian", _part([_sentences(guide.duration_text, guide.duration_note)])),
        ("Biaya/tarif", _part([_sentences(guide.cost_text, guide.cost_note)])),
        ("Produk pelayanan", _part([_product(guide)])),
        ("Penanganan pengaduan, saran, dan masukan", _part([guide.complaints])),
        ("Dasar hukum", _part(block.value["text"] for block in guide.legal_basis)),
        *((title, _part([getattr(guide, name)])) for name, title, _ in INTERNAL),
    ]
    return [Component(number, title, parts) for number, (title, parts) in enumerate(found, 1)]


def _part(lines, **words) -> tuple[Part, ...]:
    kept = tuple(line.strip() for line in lines if line.strip())
    return (Part(kept, **words),) if kept else ()


def _sentences(*texts: str | None) -> str:
    """One after the other; a single one stays the phrase it is."""
    said = [text.strip().rstrip(".") for text in texts if text and text.strip()]
    return f"{'. '.join(said)}." if len(said) > 1 else "".join(said)


def _requirement(value) -> str:
    issuer = value.get("issuer")
    return _sentences(value["text"], value.get("note"), f"Dari: {issuer}" if issuer else None)


def _procedure(guide: "ServiceGuidePage") -> tuple[Part, ...]:
    def steps(blocks) -> Iterator[str]:
        return (_sentences(block.value["title"], block.value.get("text")) for block in blocks)

    both = guide.steps_office and guide.steps_online
    return (
        *_part(steps(guide.steps_office), ordered=True, heading="Di kantor" if both else ""),
        *_part(steps(guide.steps_online), ordered=True, heading="Daring (lewat internet)" if both else ""),
    )


def _product(guide: "ServiceGuidePage") -> str:
    return _sentences(guide.result, f"Diterbitkan oleh {guide.final_issuer}" if guide.final_issuer else None)
