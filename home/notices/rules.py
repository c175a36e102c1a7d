"""When a notice is shown, how long it may last, and what it says in plain text. Plain data in, plain data out."""

from datetime import datetime, timedelta

# Short Indonesian words: they leave through the feed and the plain text.
INFORMASI, PENTING, DARURAT = "informasi", "penting", "darurat"
LEVELS = ((INFORMASI, "Informasi"), (PENTING, "Penting"), (DARURAT, "Darurat"))
# Most pressing first, where several are shown.
URGENCY = {DARURAT: 0, PENTING: 1, INFORMASI: 2}
ICONS = {INFORMASI: "info", PENTING: "warn", DARURAT: "alarm"}

# What the announcement of an emergency must say: Perki 1/2018 Pasal 3, in its order.
EMERGENCY_FIELDS = (
    ("hazard", "Potensi bahaya dan besaran dampak"),
    ("affected", "Pihak yang terdampak"),
    ("evacuation", "Prosedur dan tempat evakuasi"),
    ("avoidance", "Cara menghindari bahaya"),
    ("getting_help", "Cara mendapat bantuan"),
    ("announcer", "Pihak yang wajib mengumumkan"),
    ("channels", "Tata cara pengumuman saat darurat"),
    ("response", "Upaya penanggulangan"),
)

PLAIN_TEXT_LIMIT = (
    2048  # bytes: one or two packets on the weakest signal, and a few text messages when passed on
)
# What the notice itself may take of these; the rest is for level, times, village and address.
OWN_WORDS_LIMIT = 1600


def term_problem(level: str, begins_at: datetime, ends_at: datetime, days: dict[str, int]) -> str:
    """Why these times cannot be, in words; empty when they can. `days` holds the longest term of each level."""
    if ends_at <= begins_at:
        return "Waktu berakhir harus sesudah waktu mulai."
    if level in days and ends_at - begins_at > timedelta(days=days[level]):
        return (
            f"Pengumuman {level} tampil paling lama {days[level]} hari. "
            "Pilih waktu berakhir yang lebih dekat; bila masih perlu, buat lagi nanti."
        )
    return ""


def own_words_size(title: str, text: str, emergency: list[tuple[str, str]]) -> int:
    """Bytes that the notice takes of its plain text."""
    return len(_own_words(title, text, emergency).encode())


def plain_text(
    *, level: str, title: str, text: str, emergency: list[tuple[str, str]], times: str, sender: str, url: str
) -> str:
    """The whole notice without any mark-up, for the weakest signal and for passing on."""
    head = f"PENGUMUMAN {level.upper()}"
    return f"{head}\n{_own_words(title, text, emergency)}\n{times}\n{sender}\n{url}\n"


def _own_words(title: str, text: str, emergency: list[tuple[str, str]]) -> str:
    parts = [title, "", text, ""]
    for label, words in emergency:
        parts += [f"{label}: {words}"]
    return "\n".join([*parts, ""] if emergency else parts)
