"""The rules of programmes, events and sessions."""

from datetime import datetime, timedelta

OUTREACH, TECHNICAL, MENTORING, EVALUATION = (
    "sosialisasi",
    "pelatihan_teknis",
    "pendampingan",
    "evaluasi",
)
KINDS = {
    OUTREACH: "Sosialisasi",
    TECHNICAL: "Pelatihan teknis",
    MENTORING: "Pendampingan",
    EVALUATION: "Evaluasi",
}

DRAFT, OPEN, CLOSED, APPROVED = "draf", "terbuka", "ditutup", "disahkan"
STATES = {DRAFT: "Draf", OPEN: "Terbuka", CLOSED: "Ditutup", APPROVED: "Disahkan"}
# A closed session may be opened again until it is approved; an approved one stays.
MOVES = {(DRAFT, OPEN), (OPEN, CLOSED), (CLOSED, OPEN), (CLOSED, APPROVED)}
APPROVED_STAYS = "Sesi yang sudah disahkan tidak diubah lagi."
HELD = frozenset({CLOSED, APPROVED})  # sessions that took place

PARTICIPANT, FACILITATOR, SPEAKER, GUEST = "peserta", "fasilitator", "narasumber", "tamu"
ROLES = {
    PARTICIPANT: "Peserta",
    FACILITATOR: "Fasilitator",
    SPEAKER: "Narasumber",
    GUEST: "Tamu",
}

INVITED, ONESELF, WALKED_IN = "undangan", "mandiri", "datang_langsung"
SOURCES = {INVITED: "undangan", ONESELF: "mendaftar sendiri", WALKED_IN: "datang langsung"}

AT_HOME, IN_GROUP = "di_rumah", "kelompok"
WISHES = {AT_HOME: "di rumah", IN_GROUP: "bersama kelompok"}

# Of Indonesia's three zones, as people call them.
ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

LATE_MINUTES = 15
MOST_LATE_MINUTES = 600
OPENS_BEFORE = timedelta(minutes=30)

FEW = 5  # where everybody may look a smaller number of people could be somebody
HIDDEN = f"<{FEW}"


def may_move(state: str, to: str) -> bool:
    return (state, to) in MOVES


def overlaps(starts: datetime, ends: datetime, others: list[tuple[datetime, datetime]]) -> bool:
    """Whether a span touches another one. End and beginning at the same moment do not."""
    return any(starts < other_end and other_start < ends for other_start, other_end in others)


def few(number: int) -> str:
    """A number of people for everybody. A zero tells nobody."""
    return HIDDEN if 0 < number < FEW else str(number)
