"""Sessions as a calendar file (RFC 5545), for the phone of whoever wants to come."""

from collections.abc import Iterable
from datetime import UTC, datetime

from pelatihan.events.programmes.models import Session

_LINE = 75  # bytes; a longer line goes on in the next, which begins with a space


def calendar(sessions: Iterable[Session], host: str, made_at: datetime) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Balai//Pelatihan//ID", "CALSCALE:GREGORIAN"]
    for session in sessions:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{session.key}@{host}",
            f"DTSTAMP:{_moment(made_at)}",
            f"DTSTART:{_moment(session.starts_at)}",
            f"DTEND:{_moment(session.ends_at)}",
            f"SUMMARY:{_text(session.event.title if not session.topic else f'{session.event.title}: {session.topic}')}",
            f"LOCATION:{_text(session.place)}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line))


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\r", "").replace("\n", "\\n")


def _fold(line: str) -> list[str]:
    """No letter is cut in two, though it may have several bytes."""
    folded, current = [], ""
    for letter in line:
        if len((current + letter).encode()) > _LINE:
            folded.append(current)
            current = " "
        current += letter
    return [*folded, current]
