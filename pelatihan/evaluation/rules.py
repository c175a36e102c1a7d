"""What people learned between a test before and a test after a training. Plain data in and out, exact fractions.

Scores are percent of what could be reached, so tests of another length may be compared; tests that ask other things may
not. Whoever took one of the two only is counted and said, and is never a zero. All is decided from unrounded values.

The headline is the class's normalised gain of averages (Hake 1998): what was gained of what could be gained. The mean
of everybody's own gain is another figure (Bao 2006), shown with its own name.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

FULL = Fraction(100)

LOW, MEDIUM, HIGH = "rendah", "sedang", "tinggi"
MEDIUM_FROM, MEDIUM_TO = Fraction(3, 10), Fraction(7, 10)  # both belong to "sedang"

FEWEST = (
    5  # people for whom a band is named, and answers that are shown: below that it is chance, and says who
)
CEILING = Fraction(85)  # whoever begins as high as this has little left to gain

AT_TOP, FROM_TOP = "sudah maksimal", "turun dari maksimal"


# One person, or one class.


def gain(before: Fraction, after: Fraction) -> Fraction | None:
    """The normalised gain, from scores in percent. None where there was nothing left to gain."""
    return None if before == FULL else (after - before) / (FULL - before)


def band(value: Fraction | None, people: int) -> str:
    """The word for a gain; none for a few people, and none where it is undefined."""
    if value is None or people < FEWEST:
        return ""
    if value < MEDIUM_FROM:
        return LOW
    return MEDIUM if value <= MEDIUM_TO else HIGH


def mean(values: Collection[Fraction]) -> Fraction | None:
    return sum(values, Fraction()) / len(values) if values else None


@dataclass(frozen=True)
class Pair:
    """Both scores of one person, in percent, and the records that they come from."""

    person: int
    before: Fraction
    after: Fraction
    records: tuple[int, int] = (0, 0)

    @property
    def gain(self) -> Fraction | None:
        return gain(self.before, self.after)

    @property
    def points(self) -> Fraction:
        return self.after - self.before

    @property
    def words(self) -> str:
        """Why there is no gain; empty where there is one."""
        if self.gain is not None:
            return ""
        return AT_TOP if self.after == FULL else FROM_TOP


@dataclass(frozen=True)
class Figures:
    """What the pairs of a class say together. None where there is nothing to say it from."""

    people: int
    before: Fraction | None
    after: Fraction | None
    gain: Fraction | None  # of the averages
    mean_gain: Fraction | None  # the mean of each one's own
    mean_of: int  # of how many: without those who had nothing left to gain

    @property
    def points(self) -> Fraction | None:
        return None if self.before is None else self.after - self.before

    @property
    def percent(self) -> Fraction | None:
        """How much higher the average is, of what it was: another figure than the points, and than the gain."""
        return self.points * 100 / self.before if self.before else None

    @property
    def band(self) -> str:
        return band(self.gain, self.people)

    @property
    def near_ceiling(self) -> bool:
        return self.before is not None and self.before >= CEILING


def figures(pairs: Collection[Pair]) -> Figures:
    """Whoever was at the top from the beginning stays in the averages, and has no gain of his own."""
    before, after = mean([pair.before for pair in pairs]), mean([pair.after for pair in pairs])
    gains = [pair.gain for pair in pairs if pair.gain is not None]
    return Figures(
        people=len(pairs),
        before=before,
        after=after,
        gain=None if before is None else gain(before, after),
        mean_gain=mean(gains),
        mean_of=len(gains),
    )


# Which scores belong together.


@dataclass(frozen=True)
class Result:
    """A test that was handed in. `form` is what it asked, so that two can be compared; `at` is None where nobody knows
    when it was written, as on paper."""

    person: int
    share: Fraction  # 0 to 1
    at: datetime | None = None
    form: frozenset | str = ""
    record: int = 0

    @property
    def percent(self) -> Fraction:
        return self.share * 100


@dataclass(frozen=True)
class Learning:
    """Everybody who took a test is in exactly one of these."""

    pairs: tuple[Pair, ...] = ()
    only_after: tuple[int, ...] = ()
    only_before: tuple[int, ...] = ()
    late_before: tuple[int, ...] = ()  # the test before was taken when the training had begun
    unequal: tuple[int, ...] = ()  # the two tests did not ask the same
    repeated: int = 0  # how many took the test after more than once: the first one counts
    too_early: int = 0  # how many tests after were taken before the training

    @property
    def figures(self) -> Figures:
        return figures(self.pairs)

    @property
    def at_top(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.words == AT_TOP)

    @property
    def from_top(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.words == FROM_TOP)

    @property
    def people(self) -> int:
        groups = self.pairs, self.only_after, self.only_before, self.late_before, self.unequal
        return sum(len(group) for group in groups)


def match(
    before: Iterable[Result],
    after: Iterable[Result],
    begins: datetime | None = None,
    before_until: datetime | None = None,
) -> Learning:
    """Pairs the tests of each person, each list in the order in which it was handed in. The first test before counts,
    and the first one after that was handed in when the training had begun (`begins`). A test before may be taken until
    `before_until`."""
    first = _first(before)
    last, repeated, too_early = _after(after, begins)
    pairs, groups = [], {"only_after": [], "only_before": [], "late_before": [], "unequal": []}
    for person in sorted(first.keys() | last.keys()):
        one, other = first.get(person), last.get(person)
        if one is not None and _is_late(one, before_until):
            groups["late_before"].append(person)
        elif one is None:
            groups["only_after"].append(person)
        elif other is None:
            groups["only_before"].append(person)
        elif one.form != other.form:
            groups["unequal"].append(person)
        else:
            pairs.append(Pair(person, one.percent, other.percent, (one.record, other.record)))
    return Learning(
        pairs=tuple(pairs),
        **{name: tuple(people) for name, people in groups.items()},
        repeated=repeated,
        too_early=too_early,
    )


def _first(results: Iterable[Result]) -> dict[int, Result]:
    found: dict[int, Result] = {}
    for result in results:
        found.setdefault(result.person, result)
    return found


def _after(results: Iterable[Result], begins: datetime | None) -> tuple[dict[int, Result], int, int]:
    found: dict[int, Result] = {}
    again: set[int] = set()
    too_early = 0
    for result in results:
        if begins is not None and result.at is not None and result.at < begins:
            too_early += 1
        elif result.person in found:
            again.add(result.person)
        else:
            found[result.person] = result
    return found, len(again), too_early


def _is_late(result: Result, until: datetime | None) -> bool:
    return until is not None and result.at is not None and result.at > until


# Question by question.


def same_question(frozen: Mapping) -> tuple:
    """What a question asked, however its options were shuffled: two that are equal asked the same. A question that was
    changed in between, in its words, its picture or its answer, is another one."""
    options = {option["key"]: option["text"] for option in frozen["options"]}
    rows = {row["key"]: (row["text"], row["picture"]) for row in frozen["rows"]}
    right = frozen["right"]
    if isinstance(right, Mapping):
        key = sorted((repr(rows.get(row)), options.get(option, "")) for row, option in right.items())
    else:
        key = sorted(options.get(one, one) for one in right)
    return (
        frozen["kind"],
        frozen["text"],
        frozen["picture"],
        tuple(sorted(options.values())),
        tuple(sorted(map(repr, rows.values()))),
        tuple(key),
    )


@dataclass(frozen=True)
class Reply:
    """How somebody did in one question: the share he earned, and whether he left it blank."""

    share: Fraction
    blank: bool


@dataclass(frozen=True)
class QuestionGain:
    text: str
    people: int
    before: Fraction  # in percent
    after: Fraction
    blank_before: int
    blank_after: int

    @property
    def gain(self) -> Fraction | None:
        return gain(self.before, self.after)


def question_gain(text: str, replies: Sequence[tuple[Reply, Reply]]) -> QuestionGain:
    """From the replies of each pair. A blank reply earned nothing, and is not a wrong one."""
    return QuestionGain(
        text=text,
        people=len(replies),
        before=mean([before.share for before, _ in replies]) * 100,
        after=mean([after.share for _, after in replies]) * 100,
        blank_before=sum(before.blank for before, _ in replies),
        blank_after=sum(after.blank for _, after in replies),
    )


# As figures are printed.


def rounded(value: Fraction, places: int = 2) -> Fraction:
    """To the nearest, halves upwards."""
    scale = 10**places
    return Fraction(math.floor(value * scale + Fraction(1, 2)), scale)


def number(value: Fraction | None, places: int = 2) -> str:
    """ "0,65", "−1,00"; "–" where there is none."""
    if value is None:
        return "–"
    shown = rounded(value, places)
    sign = "−" if shown < 0 else ""
    return sign + f"{float(abs(shown)):.{places}f}".replace(".", ",")


def gain_number(value: Fraction | None) -> str:
    """A gain with two places. One just below a border is never printed as if it had reached it, nor one just above as
    if it had not."""
    if value is None:
        return "–"
    shown, step = rounded(value), Fraction(1, 100)
    if value < MEDIUM_FROM <= shown:
        shown -= step
    elif shown <= MEDIUM_TO < value:
        shown += step
    return number(shown)
