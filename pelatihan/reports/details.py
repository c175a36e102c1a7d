"""The rows behind the figures of a report: who was counted, from what was frozen with it.

Nothing is read anew, so that a reprint leads to the same people. Each line has a fragment, to which its figure links.
Where names have been forgotten, or in a report from before rows were kept like this, there are no lines; the figures
stay.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pelatihan.events.attendance.rules import PRESENT, STATUSES, UNMARKED
from pelatihan.events.people.rules import AGE_GROUPS
from pelatihan.events.programmes.rules import WALKED_IN
from pelatihan.events.rules import LEVELS
from pelatihan.practice.rules import ALONE, HELPED
from pelatihan.reports.models import ProgrammeReport

# In a table of many sessions a status is one letter, as in a register of a school.
LETTERS = dict(zip([*STATUSES, UNMARKED], ["H", "T", "I", "S", "W", "A", "·"], strict=True))
NOT_EXPECTED = "–"
LEGEND = [(LETTERS[status], words.lower()) for status, words in STATUSES.items()] + [
    (LETTERS[UNMARKED], "belum ditandai"),
    (NOT_EXPECTED, "tidak diharapkan"),
]


@dataclass(frozen=True)
class Line:
    """People who are counted together; `key` is the fragment."""

    key: str
    words: str
    names: list[str]


@dataclass(frozen=True)
class Detail:
    """The lines of one subject."""

    key: str
    title: str
    lines: list[Line]


@dataclass(frozen=True)
class Attendee:
    """A row of the list of everybody."""

    name: str
    sex: str
    age: str
    at: str
    element: str
    marks: list[str]
    came: int


def has_rows(report: ProgrammeReport) -> bool:
    return bool(report.rows) and "listed" in report.rows[0]


def attendees(report: ProgrammeReport) -> list[Attendee]:
    sessions = [session for event in report.figures["events"] for session in event["sessions"]]
    return [
        Attendee(
            row["name"],
            row["sex"],
            AGE_GROUPS.get(row["age"], ""),
            row["at"],
            row["element"],
            [_letter(_status(row, session)) for session in sessions],
            sum(status in PRESENT for status in row["statuses"].values()),
        )
        for row in report.rows
        if row.get("listed", True)
    ]


def _letter(status: str | None) -> str:
    return NOT_EXPECTED if status is None else LETTERS[status]


def scores(report: ProgrammeReport) -> list[list[str]]:
    """Name, both scores, and the gain or why there is none."""
    return [[row["name"], *row["score"]] for row in report.rows if "score" in row]


def uncounted(report: ProgrammeReport) -> list[list[str]]:
    """Who took a test and is in no mean, and why."""
    return [[row["name"], row["uncounted"]] for row in report.rows if "uncounted" in row]


def details(report: ProgrammeReport) -> list[Detail]:
    if not has_rows(report):
        return []
    rows, figures = report.rows, report.figures
    listed = [row for row in rows if row["listed"]]
    found = [Detail("orang", "Undangan dan kehadiran", _people(rows, listed))]
    for place, (title, groups) in enumerate(figures["groups"].items(), 1):
        key = f"kelompok-{place}"
        lines = [
            line for number, one in enumerate(groups, 1) for line in _group(key, number, title, one, listed)
        ]
        found.append(Detail(key, f"Menurut {title}", lines))
    for event in figures["events"]:
        found.append(_event(event, rows))
        found += [_session(event, session, rows) for session in event["sessions"]]
    found.append(_practice(figures["practice"], rows))
    found.append(_skills(rows))
    found.append(
        Detail(
            "pendampingan",
            "Minta didampingi",
            [
                Line("minta", "Meminta", _names(rows, lambda row: row.get("wishes"))),
                Line("didampingi", "Sudah masuk sesi", _names(rows, lambda row: any(row.get("wishes", [])))),
            ],
        )
    )
    return [one for one in found if any(line.names for line in one.lines)]


def _names(rows: Iterable[dict], wanted: Callable[[dict], object]) -> list[str]:
    return [row["name"] for row in rows if wanted(row)]


def _came(row: dict) -> bool:
    return any(status in PRESENT for status in row["statuses"].values())


def _people(rows, listed) -> list[Line]:
    return [
        Line("diundang", "Ada di daftar undangan", _names(rows, lambda row: row.get("invited"))),
        Line("hadir", "Hadir sedikitnya sekali", _names(listed, _came)),
        Line("tidak-pernah", "Tidak pernah hadir", _names(listed, lambda row: not _came(row))),
    ]


def _group(key: str, number: int, title: str, group: dict, listed) -> list[Line]:
    own = [row for row in listed if row["groups"][title] == group["name"]]
    return [
        Line(f"{key}-{number}", f"{group['name']}: terdaftar", _names(own, lambda row: True)),
        Line(f"{key}-{number}-hadir", f"{group['name']}: hadir", _names(own, _came)),
    ]


def _event(event: dict, rows) -> Detail:
    key = f"kegiatan-{event['pk']}"
    own = [
        (row, row["events"][str(event["pk"])]) for row in rows if str(event["pk"]) in row.get("events", {})
    ]
    return Detail(
        key,
        f"Peserta {event['title']}",
        [
            Line(f"{key}-terdaftar", "Terdaftar", [row["name"] for row, _ in own]),
            Line(
                f"{key}-langsung",
                "Datang langsung",
                [row["name"] for row, source in own if source == WALKED_IN],
            ),
        ],
    )


def _session(event: dict, session: dict, rows) -> Detail:
    key = f"sesi-{session['pk']}"
    statuses = [(row["name"], _status(row, session)) for row in rows]
    lines = [Line(f"{key}-semua", "Diharapkan", [name for name, status in statuses if status is not None])]
    lines.append(Line(f"{key}-datang", "Hadir", [name for name, status in statuses if status in PRESENT]))
    lines += [
        Line(f"{key}-{status or 'belum'}", STATUSES.get(status, "Belum ditandai"), who)
        for status in LETTERS
        if status != "hadir" and (who := [name for name, found in statuses if found == status])
    ]
    return Detail(key, f"{event['title']}, {session['when']}", lines)


def _status(row: dict, session: dict) -> str | None:
    """None where somebody was not expected."""
    key = str(session["pk"])
    return row["statuses"].get(key, row.get("going_on", {}).get(key))


def _practice(practice: list[dict], rows) -> Detail:
    lines = []
    for number, one in enumerate(practice, 1):
        tried = [
            (row["name"], result)
            for row in rows
            for title, result in row.get("practice", [])
            if title == one["title"]
        ]
        key = f"latihan-{number}"
        lines += [
            Line(f"{key}-dicoba", f"{one['title']}: dicoba", [name for name, _ in tried]),
            Line(f"{key}-mandiri", f"{one['title']}: mandiri", [name for name, how in tried if how == ALONE]),
            Line(
                f"{key}-dibantu", f"{one['title']}: dibantu", [name for name, how in tried if how == HELPED]
            ),
        ]
    return Detail("latihan", "Praktik di situs", lines)


def _skills(rows) -> Detail:
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        for title, level in row.get("skills", []):
            found.setdefault(title, {}).setdefault(level, []).append(row["name"])
    lines = [
        Line(f"keterampilan-{number}-{level}", f"{title}: {level}", names)
        for number, (title, levels) in enumerate(found.items(), 1)
        for level in reversed(LEVELS.values())
        if (names := levels.get(level, []))
    ]
    return Detail("keterampilan", "Keterampilan yang terlihat", lines)
