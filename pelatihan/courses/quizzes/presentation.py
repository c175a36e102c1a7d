"""A question as a screen or a sheet of paper shows it. What is right never enters here but through `review`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from pelatihan.courses.quizzes import rules

HINTS = {
    rules.ONE: "Pilih satu.",
    rules.SEVERAL: "Pilih semua yang benar.",
    rules.TRUE_FALSE: "Pilih satu.",
    rules.ORDER: "Beri nomor urut, 1 untuk yang pertama.",
    rules.MATCH: "Pilih tulisan yang cocok untuk tiap gambar.",
    rules.SHORT: "Tulis jawaban singkat. Huruf besar dan salah ketik kecil tidak apa-apa.",
}
ON_PAPER = {
    rules.ONE: "Lingkari satu huruf.",
    rules.SEVERAL: "Lingkari semua huruf yang benar.",
    rules.TRUE_FALSE: "Lingkari satu huruf.",
    rules.ORDER: "Tulis nomor urut di dalam kotak, 1 untuk yang pertama.",
    rules.MATCH: "Tulis huruf yang cocok di dalam kotak.",
    rules.SHORT: "Tulis di atas garis.",
}


@dataclass(frozen=True)
class Option:
    key: str
    text: str
    letter: str  # on paper
    is_chosen: bool


@dataclass(frozen=True)
class Row:
    field: str
    text: str
    picture: object  # the image, None where it was deleted or there is none
    alt: str
    options: list[Option]


@dataclass(frozen=True)
class Shown:
    """One question, with what was answered so far."""

    number: int
    kind: str
    text: str
    hint: str
    paper_hint: str
    picture: object
    alt: str
    has_audio: bool
    field: str
    options: list[Option]
    rows: list[Row]
    typed: str
    was: str  # what stood there when the screen was made, so that an old tab overwrites nothing
    fault: str = ""

    @property
    def several(self) -> bool:
        return self.kind == rules.SEVERAL


def field_of(number: int) -> str:
    return f"soal-{number}"


def canonical(given: rules.Given) -> str:
    return json.dumps(given, sort_keys=True)


def show(number: int, frozen: Mapping, given: rules.Given, pictures: Mapping, fault: str = "") -> Shown:
    kind, field = frozen["kind"], field_of(number)
    chosen = given if isinstance(given, dict) else {}
    ordered = kind == rules.ORDER  # its options are numbers already
    return Shown(
        number=number,
        kind=kind,
        text=frozen["text"],
        hint=HINTS[kind],
        paper_hint=ON_PAPER[kind],
        picture=pictures.get(frozen["picture"]),
        alt=frozen["alt"],
        has_audio=frozen.get("audio") is not None,
        field=field,
        options=_options(frozen, given if isinstance(given, list) else (), ordered),
        rows=[
            Row(
                field=f"{field}-{row['key']}",
                text=row["text"],
                picture=pictures.get(row["picture"]),
                alt=row["alt"],
                options=_options(frozen, (chosen.get(row["key"]),), ordered),
            )
            for row in frozen["rows"]
        ],
        typed=given if isinstance(given, str) else "",
        was=canonical(given),
        fault=fault,
    )


def _options(frozen: Mapping, chosen, ordered: bool) -> list[Option]:
    return [
        Option(
            option["key"],
            option["text"],
            option["key"] if ordered else chr(ord("A") + place),
            option["key"] in chosen,
        )
        for place, option in enumerate(frozen["options"])
    ]


@dataclass(frozen=True)
class Reviewed:
    """One question after it was judged: what was said, whether it was right, why; the right answer where it may be
    shown."""

    number: int
    text: str
    picture: object
    alt: str
    state: str  # "benar", "sebagian", "salah", "kosong"
    said: list[str]
    right: list[str]
    feedback: list[str]


def review(
    number: int, frozen: Mapping, given: rules.Given, mark: rules.Mark, pictures, key: bool
) -> Reviewed:
    by_key = {option["key"]: option for option in frozen["options"]}
    chosen = given if isinstance(given, list) else []
    feedback = [by_key[one]["feedback"] for one in chosen if one in by_key]
    # What is said of the question as a whole tells its answer.
    if key or mark.is_right:
        feedback.append(frozen["feedback"])
    return Reviewed(
        number=number,
        text=frozen["text"],
        picture=pictures.get(frozen["picture"]),
        alt=frozen["alt"],
        state=_state(given, mark),
        said=in_words(frozen, given),
        right=in_words(frozen, frozen["right"]) if key and not mark.is_right else [],
        feedback=[words for words in feedback if words],
    )


def _state(given: rules.Given, mark: rules.Mark) -> str:
    if not given:
        return "kosong"
    return "benar" if mark.is_right else "sebagian" if mark.earned else "salah"


def in_words(frozen: Mapping, given) -> list[str]:
    """An answer as people say it: the texts of what was chosen, "Gembok: Aman", things in their order."""
    if not given:
        return []
    by_key = {option["key"]: option["text"] for option in frozen["options"]}
    if frozen["kind"] == rules.SHORT:
        return [given] if isinstance(given, str) else list(given)
    if frozen["kind"] == rules.ORDER:
        placed = [(int(given[row["key"]]), row["text"]) for row in frozen["rows"] if row["key"] in given]
        return [f"{place}. {text}" for place, text in sorted(placed)]
    if frozen["kind"] == rules.MATCH:
        return [
            f"{row['alt'] or 'Gambar ' + row['key']}: {by_key[given[row['key']]]}"
            for row in frozen["rows"]
            if given.get(row["key"]) in by_key
        ]
    return [text for key, text in by_key.items() if key in given]
