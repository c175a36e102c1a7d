"""The texts of the example regulations, as somebody would copy them from their sheets."""

from collections.abc import Iterator

from layanan.example.shapes import Regulation
from layanan.example.sheets import ENDINGS, MARK, SOURCE_OF_LAW
from layanan.regulations.rules import KINDS
from project.lib.localdates import format_date


def regulation_text(regulation: Regulation, village: str, regency: str) -> str:
    """``village`` and ``regency`` without the words "Desa", "Kabupaten"."""
    return "\n".join(_lines(regulation, village, regency))


def _lines(regulation: Regulation, village: str, regency: str) -> Iterator[str]:
    name, kind = village.upper(), KINDS[regulation.kind].upper()
    yield from (
        MARK.upper(),
        f"KEPALA DESA {name}",
        f"KABUPATEN {regency.upper()}",
        f"{kind} {name}",
        f"NOMOR {regulation.number} TAHUN {regulation.year}",
        "TENTANG",
        regulation.subject.upper(),
        "DENGAN RAHMAT TUHAN YANG MAHA ESA",
        f"KEPALA DESA {name},",
        "Menimbang :",
    )
    yield from (f"{'abcdef'[place]}. {words}" for place, words in enumerate(regulation.considering))
    yield "Mengingat :"
    yield from (f"{place}. {words}" for place, words in enumerate(regulation.recalling, 1))
    if regulation.agreed_on:
        yield from (
            "Dengan Kesepakatan Bersama",
            f"BADAN PERMUSYAWARATAN DESA {name}",
            "dan",
            f"KEPALA DESA {name}",
        )
    yield "MEMUTUSKAN:"
    yield f"Menetapkan : {SOURCE_OF_LAW[regulation.kind]} TENTANG {regulation.subject.upper()}."
    for chapter in regulation.body:
        yield from filter(None, (chapter.heading, chapter.title, *chapter.lines))
    yield from (
        f"Ditetapkan di {village}",
        f"pada tanggal {format_date(regulation.enacted_on)}",
        f"KEPALA DESA {name},",
        "(contoh, tanpa tanda tangan)",
    )
    if regulation.promulgated_on:
        yield from (
            f"Diundangkan di {village}",
            f"pada tanggal {format_date(regulation.promulgated_on)}",
            f"SEKRETARIS DESA {name},",
            "(contoh, tanpa tanda tangan)",
            f"{ENDINGS[regulation.kind]} {name} TAHUN {regulation.promulgated_on.year} NOMOR {regulation.number}",
        )
