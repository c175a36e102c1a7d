"""The figures of a report, from plain rows: who came, from where, how often.

Three denominators are never mixed: who is registered, who was expected in a session, and who was marked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from pelatihan.events.attendance.rules import PRESENT
from pelatihan.events.people.rules import AGE_GROUPS, SEXES, Neighbourhood, count_rt, united
from pelatihan.events.programmes.rules import FEW, HIDDEN

UNKNOWN = "tidak dicatat"


@dataclass(frozen=True)
class Person:
    """Somebody of the programme with his statuses, by session; a session in which he was not expected is missing."""

    key: int
    name: str
    sex: str = ""
    age_group: str = ""
    at: Neighbourhood = Neighbourhood()
    element: str = ""
    statuses: Mapping[int, str] = field(default_factory=dict)

    @property
    def came(self) -> int:
        return sum(status in PRESENT for status in self.statuses.values())


@dataclass(frozen=True)
class Attendance:
    """Of the sessions that took place. `visits` counts somebody in each session in which he was."""

    registered: int
    present: int
    visits: int
    expected_visits: int
    rt: int
    without_rt: int


def attendance(people: Iterable[Person]) -> Attendance:
    people = list(people)
    came = [one for one in people if one.came]
    return Attendance(
        registered=len(people),
        present=len(came),
        visits=sum(one.came for one in people),
        expected_visits=sum(len(one.statuses) for one in people),
        rt=count_rt(one.at for one in came),
        without_rt=sum(one.at.rt is None for one in came),
    )


@dataclass(frozen=True)
class Group:
    name: str
    registered: int
    present: int
    keys: tuple[int, ...] = field(default=(), compare=False)  # who is in it


def by_rt(people: Iterable[Person]) -> list[Group]:
    people = list(people)
    meant = united(one.at for one in people)
    return _groups(
        people,
        lambda one: meant[one.at],
        lambda at: str(at),
        lambda at: (at.rt is None, at.rw or 0, at.rt or 0),
    )


def by_sex(people: Iterable[Person]) -> list[Group]:
    return _by(people, lambda one: one.sex, SEXES)


def by_age(people: Iterable[Person]) -> list[Group]:
    return _by(people, lambda one: one.age_group, AGE_GROUPS)


def by_element(people: Iterable[Person]) -> list[Group]:
    """ "Ketua RT" and "ketua rt" are one; it is called as most people wrote it."""
    people = list(people)
    spellings: dict[str, Counter] = {}
    for one in people:
        words = " ".join(one.element.split())
        spellings.setdefault(words.casefold(), Counter())[words] += 1
    named = {folded: max(sorted(found), key=found.get) for folded, found in spellings.items()}
    return _groups(
        people,
        lambda one: " ".join(one.element.split()).casefold(),
        lambda folded: named[folded] or UNKNOWN,
        lambda folded: (not folded, folded),
    )


def _by(people, kind, names: Mapping[str, str]) -> list[Group]:
    order = {name: place for place, name in enumerate(names)}
    return _groups(
        list(people),
        kind,
        lambda one: names.get(one, UNKNOWN).capitalize(),
        lambda one: order.get(one, len(order)),
    )


def _groups(people: list[Person], kind, name, order) -> list[Group]:
    found: dict = defaultdict(list)
    for one in people:
        found[kind(one)].append(one)
    return [
        Group(
            name(one),
            len(found[one]),
            sum(bool(person.came) for person in found[one]),
            tuple(person.key for person in found[one]),
        )
        for one in sorted(found, key=order)
    ]


def percent(part: int, whole: int) -> str:
    """ "80,0 %", rounded half up from the exact share; "–" of nothing."""
    if not whole:
        return "–"
    tenths = Fraction(part * 1000, whole)
    rounded = int(tenths + Fraction(1, 2))
    return f"{rounded // 10},{rounded % 10} %"


def for_everybody(groups: list[Group]) -> list[tuple[str, str, str]]:
    """A table that anybody may read: a cell under five is hidden, and with it the next smallest of its column where
    otherwise the sum would tell it. A zero tells nobody, except that none of a few came."""
    registered = _hidden([one.registered for one in groups])
    few_there = {place for place, word in enumerate(registered) if word == HIDDEN}
    present = _hidden([one.present for one in groups], few_there)
    return [(one.name, was, came) for one, was, came in zip(groups, registered, present, strict=True)]


def _hidden(numbers: list[int], few_there: frozenset | set = frozenset()) -> list[str]:
    """`few_there` are places in which even a nought tells of each, since so few are registered there."""
    hide = {place for place, number in enumerate(numbers) if 0 < number < FEW} | few_there
    total = sum(numbers[place] for place in hide)
    least, most = len(hide - few_there), len(hide) * (FEW - 1)
    # The sum is told elsewhere. It tells each of them where there is one, or where all must be the least or the most.
    if hide and (len(hide) == 1 or total in {least, most}):
        others = [place for place, number in enumerate(numbers) if place not in hide and number]
        if others:
            hide.add(min(others, key=lambda place: (numbers[place], place)))
    return [_shown(number, place in hide) for place, number in enumerate(numbers)]


def _shown(number: int, hidden: bool) -> str:
    if not hidden:
        return str(number)
    return HIDDEN if number < FEW else "–"
