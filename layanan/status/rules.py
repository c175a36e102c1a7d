"""The states of a service. Plain data in, plain data out."""

from datetime import datetime

from project.lib.localdates import format_moment

# Short Indonesian words, as the other states that are kept.
NORMAL, DISTURBED, CLOSED = "normal", "gangguan", "tutup"
STATES = (
    (NORMAL, "Normal: dilayani seperti biasa"),
    (DISTURBED, "Gangguan: dilayani, tetapi lebih lama atau tidak lengkap"),
    (CLOSED, "Tutup sementara: belum dapat dilayani"),
)
WORDS = {NORMAL: "Normal", DISTURBED: "Gangguan", CLOSED: "Tutup sementara"}


def told(state: str, reason: str, since: datetime | None, until: datetime | None) -> str:
    """A state in one line, for the history of the office."""
    if state == NORMAL:
        return WORDS[NORMAL]
    times = [f"sejak {format_moment(since)}"] if since else []
    times += [f"sampai {format_moment(until)}"] if until else []
    return f"{WORDS[state]}: {reason} ({', '.join(times)})"
