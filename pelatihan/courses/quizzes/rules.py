"""The domain of quizzes: what a question asks, what an answer is worth, when a quiz is passed. Plain data in and out.

A question stands in an attempt as it was when the attempt began ("frozen"), so that nobody is judged by words he never
saw. Its options are numbered as they are shown, after shuffling: a number says nothing about what is right.

    {"kind", "text", "picture", "alt", "audio", "rows": [{"key", "text", "picture", "alt"}],
     "options": [{"key", "text", "feedback"}], "right": …, "feedback"}

`rows` are what an option is put to: things to bring into order, pictures to match. `right` is a list of options, for
rows the option of each, for a short answer what is accepted. What somebody answered ("given") has the same shape: a
sorted list of options, a mapping of rows to options, a text; None while it is blank.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random

from pelatihan.courses.quizzes import short_answers
from project.lib.words import fold, on_one_line

ONE, SEVERAL, TRUE_FALSE, ORDER, MATCH, SHORT = (
    "satu",
    "beberapa",
    "benar_salah",
    "urutan",
    "jodohkan",
    "isian",
)
CHOICES = frozenset({ONE, SEVERAL, TRUE_FALSE})
ROWS = frozenset({ORDER, MATCH})

# What a quiz is for. The first and the last test of a course ask the same questions, and the first is not passed or
# failed: it says where somebody stands.
PRACTICE, PRE, POST = "latihan", "awal", "akhir"
PURPOSES = {PRACTICE: "Kuis pelajaran", PRE: "Tes awal", POST: "Tes akhir"}

Given = list[str] | dict[str, str] | str | None


# What a question is, before it is asked.


def faults(kind: str, answer: Mapping) -> dict[str, str]:
    """Why a question cannot be asked, by the part that is wrong: above all that it has no right answer."""
    if kind in (ONE, SEVERAL):
        return _choice_faults(kind, answer["options"])
    if kind in ROWS:
        part = "items" if kind == ORDER else "pairs"
        texts = [fold(item if kind == ORDER else item["text"]).strip() for item in answer[part]]
        if len(set(texts)) < 2:
            return {part: "Tulis sedikitnya dua yang berbeda."}
        if len(set(texts)) < len(texts):
            return {part: "Ada dua yang tulisannya sama, jadi jawabannya tidak dapat dibedakan."}
        return {}
    if kind == TRUE_FALSE:
        return {} if answer["right"] in ("benar", "salah") else {"right": "Pilih jawaban yang benar."}
    if not any(short_answers.is_right(text, [text]) for text in answer["accepted"]):
        return {"accepted": "Tulis sedikitnya satu jawaban yang diterima."}
    return {}


def _choice_faults(kind: str, options: Sequence[Mapping]) -> dict[str, str]:
    right = sum(bool(option["right"]) for option in options)
    if not right:
        words = "Belum ada pilihan yang benar. Centang “Ini benar” pada jawabannya."
    elif right == len(options):
        words = "Semua pilihan ditandai benar. Hapus centangnya pada yang salah."
    elif kind == ONE and right > 1:
        words = "Lebih dari satu pilihan ditandai benar. Sisakan satu, atau pakai jenis “Beberapa jawaban”."
    elif len({fold(option["text"]).strip() for option in options}) < len(options):
        words = "Ada dua pilihan yang tulisannya sama."
    else:
        return {}
    return {"options": words}


# An attempt begins.


def draw(questions: Sequence[int], count: int | None, chosen_by: int, shuffled_by: int) -> list[int]:
    """Which questions of a bank are asked, and in which order. The same seeds draw the same."""
    found = sorted(questions)
    if count is not None and count < len(found):
        found = Random(chosen_by).sample(found, count)  # noqa: S311  a lot, no secret
    Random(shuffled_by).shuffle(found)  # noqa: S311
    return found


def freeze(question: Mapping, random: Random) -> dict:
    """A question as it is asked: {"kind", "text", "picture", "alt", "audio", "answer"} becomes the shape above."""
    kind, answer = question["kind"], question["answer"]
    frozen = {name: question[name] for name in ("kind", "text", "picture", "alt", "audio")}
    frozen |= {"rows": [], "options": [], "right": [], "feedback": answer.get("feedback") or ""}
    if kind in CHOICES:
        _freeze_choice(frozen, answer, random)
    elif kind == ORDER:
        _freeze_order(frozen, answer["items"], random)
    elif kind == MATCH:
        _freeze_pairs(frozen, answer["pairs"], random)
    else:
        frozen["right"] = list(answer["accepted"])
    return frozen


def _numbered(things: Iterable) -> list[tuple[str, object]]:
    return [(str(number), thing) for number, thing in enumerate(things, 1)]


def _freeze_choice(frozen: dict, answer: Mapping, random: Random) -> None:
    if frozen["kind"] == TRUE_FALSE:  # in the order in which everybody says it
        options = [
            {"text": text, "right": answer["right"] == text.lower(), "feedback": ""}
            for text in ("Benar", "Salah")
        ]
    else:
        options = random.sample(list(answer["options"]), len(answer["options"]))
    for key, option in _numbered(options):
        frozen["options"].append(
            {"key": key, "text": option["text"], "feedback": option.get("feedback") or ""}
        )
        if option["right"]:
            frozen["right"].append(key)


def _freeze_order(frozen: dict, items: Sequence[str], random: Random) -> None:
    places = random.sample(range(len(items)), len(items))
    frozen["rows"] = [
        {"key": key, "text": items[place], "picture": None, "alt": ""} for key, place in _numbered(places)
    ]
    frozen["options"] = [{"key": key, "text": key, "feedback": ""} for key, _ in _numbered(items)]
    frozen["right"] = {key: str(place + 1) for key, place in _numbered(places)}


def _freeze_pairs(frozen: dict, pairs: Sequence[Mapping], random: Random) -> None:
    rows, options = (random.sample(list(pairs), len(pairs)) for _ in range(2))
    frozen["rows"] = [
        {"key": key, "text": "", "picture": pair["picture"], "alt": pair.get("alt") or ""}
        for key, pair in _numbered(rows)
    ]
    frozen["options"] = [
        {"key": key, "text": pair["text"], "feedback": ""} for key, pair in _numbered(options)
    ]
    place = {pair["text"]: key for key, pair in _numbered(options)}
    frozen["right"] = {key: place[pair["text"]] for key, pair in _numbered(rows)}


# An answer comes in.


def read(frozen: Mapping, posted: Mapping[str, Sequence[str]], prefix: str) -> Given:
    """What a form says about a question: its fields are called `prefix`, those of a row `prefix-row`. What the
    question does not offer is nothing: the form was tampered with, or is another one."""
    offered = {option["key"] for option in frozen["options"]}
    if frozen["kind"] == SHORT:
        typed = posted.get(prefix) or [""]
        return " ".join(on_one_line(typed[-1]).split())[: short_answers.LETTERS] or None
    if frozen["kind"] in ROWS:
        chosen = {row["key"]: (posted.get(f"{prefix}-{row['key']}") or [""])[-1] for row in frozen["rows"]}
        return {row: key for row, key in chosen.items() if key in offered} or None
    ticked = [key for key in posted.get(prefix, ()) if key in offered]
    if frozen["kind"] != SEVERAL:
        ticked = ticked[-1:]
    return sorted(set(ticked)) or None


def is_complete(frozen: Mapping, given: Given) -> bool:
    """Whether nothing of an answer is left blank."""
    return bool(given) and (frozen["kind"] not in ROWS or len(given) == len(frozen["rows"]))


# An answer is judged, once, when the attempt is handed in.


@dataclass(frozen=True)
class Mark:
    """What an answer earned of what it could; all questions weigh the same, however many parts they have."""

    earned: int
    possible: int

    @property
    def share(self) -> Fraction:
        return Fraction(self.earned, self.possible)

    @property
    def is_right(self) -> bool:
        return self.earned == self.possible


def judge(frozen: Mapping, given: Given) -> Mark:
    """A blank answer earns nothing. Of several, each wrong one takes back a right one: ticking all earns nothing
    more than ticking none."""
    kind, right = frozen["kind"], frozen["right"]
    if kind == SHORT:
        return Mark(int(bool(given) and short_answers.is_right(given, right)), 1)
    if kind in ROWS:
        said = given or {}
        return Mark(sum(said.get(row) == option for row, option in right.items()), len(right))
    chosen = set(given or ())
    found = len(chosen & set(right))
    if kind == SEVERAL:
        return Mark(max(0, found - len(chosen - set(right))), len(right))
    return Mark(found, 1)


def score(marks: Collection[Mark]) -> Fraction:
    """The share of all that could be earned, exact: it is compared as it is and never rounded."""
    return sum((mark.share for mark in marks), Fraction()) / len(marks) if marks else Fraction()


def passes(purpose: str, share: Fraction, needed: Decimal) -> bool:
    """`needed` in percent. Whoever has taken the first test is through with it."""
    return purpose == PRE or share * 100 >= Fraction(needed)


def in_percent(share: Fraction) -> str:
    """A score in words, "89,66": cut to two places and not rounded, so that one that failed by a hair is never shown as
    the one that was needed."""
    return number(Decimal(share.numerator * 10000 // share.denominator) / 100)


def number(value: Decimal) -> str:
    """70.00 as "70", 66.50 as "66,5"."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def result_words(purpose: str, share: Fraction, needed: Decimal) -> str:
    if purpose == PRE:
        return f"Nilai tes awal: {in_percent(share)} dari 100."
    words = f"{in_percent(share)} dari {number(needed)} yang diperlukan."
    return f"Lulus: {words}" if passes(purpose, share, needed) else f"Belum lulus: {words}"


def shows_key(purpose: str, passed: bool, left: int | None) -> bool:
    """Whether somebody may see the right answers: not while he can still try, nor before the last test. `left` is how
    many attempts he has, None without limit."""
    return purpose != PRE and (passed or left == 0)


def attempts_allowed(limit: int | None, extra: int) -> int | None:
    """What the quiz allows and what a facilitator gave beyond that; None: as many as one likes."""
    return None if limit is None else limit + extra


def attempts_left(allowed: int | None, used: int) -> int | None:
    """None: as many as one likes."""
    return None if allowed is None else max(0, allowed - used)


def extra_for_one_more(limit: int, used: int) -> int:
    """How many attempts beyond the limit allow one more than were used. Asked twice about the same moment, it is the
    same number."""
    return max(0, used + 1 - limit)
