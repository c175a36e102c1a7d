"""The head and the signature block of the village, as they stand on what is handed in: attendance sheets, reports."""

from dataclasses import dataclass

from home.identity.models import VillageSettings
from home.identity.rules import with_kind
from home.officials.queries import holders
from project.lib import phone

HEAD_OF_VILLAGE = "Kepala Desa"
CHAIR = "Ketua Pelaksana"


@dataclass(frozen=True)
class Letterhead:
    """Who holds the event, as it stands above and below the paper."""

    lines: tuple[str, ...]  # PEMERINTAH KABUPATEN …, KECAMATAN …, DESA …
    address: str
    place: str
    signers: tuple[tuple[str, str], ...]  # office and name; an empty name is left to be written


def letterhead(village: VillageSettings, second: tuple[str, str] = (CHAIR, "")) -> Letterhead:
    """Signed by the head of the village, and by `second`, an office with the name of who holds it."""
    lines = []
    if village.regency:
        lines.append(f"PEMERINTAH {with_kind('Kabupaten', village.regency).upper()}")
    if village.district:
        lines.append(with_kind("Kecamatan", village.district).upper())
    lines.append(village.full_name.upper() if village.name else "PEMERINTAH DESA")
    address = " · ".join(filter(None, (village.address, phone.display(village.phone))))
    office = f"Kepala {village.full_name}" if village.name else HEAD_OF_VILLAGE
    head = next((name for _, name in holders(HEAD_OF_VILLAGE)), "")
    return Letterhead(tuple(lines), address, village.name, ((office, head), second))
