"""How regulations are numbered and named."""

import re
from dataclasses import dataclass
from datetime import date

# Permendagri 111/2014; decisions of the head are kept beside the regulations, though they regulate nobody in general.
KINDS = {
    "perdes": "Peraturan Desa",
    "permakades": "Peraturan Bersama Kepala Desa",
    "perkades": "Peraturan Kepala Desa",
    "kepkades": "Keputusan Kepala Desa",
}
# Where a kind is promulgated; a decision is not.
GAZETTES = {"perdes": "Lembaran Desa", "permakades": "Berita Desa", "perkades": "Berita Desa"}
# Two villages set a joint regulation under a number of each: one kind, number and year may stand more than once.
SHARED_NUMBERS = {"permakades"}
# Agreed with the BPD, the council of the village, before the head sets it.
AGREED = {"perdes"}
OLDEST_YEAR = 1945
MAX_ORDER = 2_000_000_000


def plain_number(typed: str | None) -> str | None:
    """The number alone: people type “Nomor 8” or “No. 08”. A leading zero counts no more than on paper; in an archive
    code ("005/12/2026") it belongs to the code."""
    number = re.sub(r"^(nomor|no)\b[.:\s]*", "", (typed or "").strip(), flags=re.IGNORECASE)
    if number.isascii() and number.isdigit():
        number = number.lstrip("0") or number
    return number or None


def plain_subject(typed: str) -> str:
    """The subject alone: without “tentang” before it, a full stop behind it, or more than single spaces."""
    subject = " ".join((typed or "").split())
    return re.sub(r"^tentang\s+", "", subject, flags=re.IGNORECASE).rstrip(" .")


def number_order(number: str) -> int:
    """The number to sort by. Decisions carry archive codes ("188.4/12/2026"): the part between the code and the year
    counts there; else the first run of digits. 0 where there is none."""
    parts = [part.strip() for part in number.split("/")]
    if len(parts) > 1:
        parts = [part for part in parts[1:] if part.isascii() and part.isdigit()] or parts
    digits = re.search(r"[0-9]+", parts[0])
    return min(int(digits.group()[:12]), MAX_ORDER) if digits else 0


def title(kind: str, village: str, number: str | None, year: int | None, subject: str) -> str:
    """The name by which a regulation is cited (Lampiran Permendagri 111/2014): kind, number, year, tentang, subject."""
    name = f"{KINDS[kind]} {village}".strip()
    if number and year:
        name = f"{name} Nomor {number} Tahun {year}"
    return f"{name} tentang {subject}" if subject else name


def slug(kind: str, number: str | None, year: int | None, subject: str) -> str:
    """The last part of the address: "perdes-3-2024"; from the subject while the number is not given yet."""
    return f"{kind}-{number}-{year}" if number and year else f"{kind}-{subject}"


def gazette(kind: str) -> str:
    """The gazette a kind is promulgated in; empty for a decision."""
    return GAZETTES.get(kind, "")


@dataclass(frozen=True)
class Dates:
    """The days in the life of a regulation; None where one has not come, or is not known."""

    agreed: date | None = None
    enacted: date | None = None
    promulgated: date | None = None
    reported: date | None = None


# In this order (Permendagri 111/2014), each with the name of its field and what people call it.
_IN_ORDER = (
    ("agreed", "agreed_on", "kesepakatan dengan BPD"),
    ("enacted", "enacted_on", "penetapan"),
    ("promulgated", "promulgated_on", "pengundangan"),
    ("reported", "reported_on", "pelaporan"),
)


def date_faults(kind: str, year: int | None, dates: Dates) -> dict[str, str]:
    """What cannot be true of the dates, by field."""
    faults = {}
    if year is not None and dates.enacted is not None and dates.enacted.year != year:
        faults["enacted_on"] = (
            f"Tahun peraturan {year}, tetapi tanggal penetapannya tahun {dates.enacted.year}."
        )
    known = [(getattr(dates, name), field, words) for name, field, words in _IN_ORDER if getattr(dates, name)]
    for (earlier, _, before), (later, field, words) in zip(known, known[1:], strict=False):
        if later < earlier and field not in faults:
            faults[field] = f"Tanggal {words} tidak boleh sebelum tanggal {before}."
    if kind not in GAZETTES and dates.promulgated:
        faults["promulgated_on"] = "Keputusan Kepala Desa tidak diundangkan. Kosongkan tanggal ini."
    if kind not in AGREED and dates.agreed:
        faults["agreed_on"] = "Hanya Peraturan Desa yang disepakati dengan BPD. Kosongkan tanggal ini."
    return faults
