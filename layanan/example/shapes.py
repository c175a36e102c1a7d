"""Shapes of the example guides and regulations: plain values, no database.

The data modules beside this one hold what a reader wants to check (the words), the
builders hold how those words become pages. Texts are plain unless a field says HTML.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from layanan.example.budgets import Budget


@dataclass(frozen=True)
class Requirement:
    """One thing to bring. ``issuer`` is the office that gives it ("" when it is one's own); ``only_for`` names the
    answers of the requirement checker it is for ("" when it is always brought)."""

    text: str
    note: str = ""
    issuer: str = ""
    only_for: str = ""


@dataclass(frozen=True)
class Answer:
    """An answer of the requirement checker; ``next`` is the key of the question that follows, if any."""

    text: str
    key: str
    next: str = ""


@dataclass(frozen=True)
class Question:
    text: str
    key: str
    answers: tuple[Answer, ...]
    note: str = ""


@dataclass(frozen=True)
class Step:
    title: str
    text: str


@dataclass(frozen=True)
class Pitfall:
    """A frequent mistake and how to avoid or repair it."""

    mistake: str
    remedy: str


@dataclass(frozen=True)
class Basis:
    """A legal source by its official name; ``url`` only where the address is a public register."""

    text: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Standard:
    """How the office itself works: the components 8 to 14 of Permenpan-RB 15/2014, in their order."""

    facilities: str
    staff_competence: str
    supervision: str
    staff_number: str
    service_guarantee: str
    safety_guarantee: str
    performance_review: str


@dataclass(frozen=True, kw_only=True)
class Guide:
    """One service of the village, with every part that the law wants published.

    UU 25/2009 and Permenpan-RB 15/2014 ask for requirements, procedure, time, cost, product
    and the way to complain; ``tests/layanan/example`` checks that none is empty.
    ``duration`` is the village's own part; the time of other offices stands in
    ``duration_note``. ``other_ways`` is HTML.
    """

    slug: str
    title: str
    intro: str
    search_description: str
    for_whom: str
    life_event: str
    made_by: str
    final_issuer: str
    requirements: tuple[Requirement, ...]
    checker: tuple[Question, ...] = ()
    steps_office: tuple[Step, ...]
    steps_online: tuple[Step, ...] = ()
    duration_value: int
    duration_unit: str
    duration_note: str
    cost_kind: str = "gratis"
    cost_amount: Decimal | None = None
    cost_note: str
    result: str
    place: str
    service_hours: str
    officer: str
    pitfalls: tuple[Pitfall, ...]
    legal_basis: tuple[Basis, ...]
    other_ways: str
    complaints: str
    standard: Standard
    everyday_words: str
    checked_on: date


@dataclass(frozen=True)
class Chapter:
    """A chapter, article or dictum of a regulation's sheet: a heading, a title below it where it has one, its lines."""

    heading: str
    lines: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Regulation:
    """One example regulation and the text of its sheet.

    ``kind`` is perdes, permakades, perkades or kepkades. ``agreed_on`` (kesepakatan with the
    BPD) exists for a perdes only; ``promulgated_on`` (pengundangan) is None for a kepkades,
    which is a decision and not promulgated. Order: agreed <= enacted <= promulgated, and the
    year is the year of enactment (Permendagri 111/2014).
    """

    kind: str
    number: str
    subject: str
    enacted_on: date
    summary: str
    considering: tuple[str, ...]
    recalling: tuple[str, ...]
    body: tuple[Chapter, ...]
    agreed_on: date | None = None
    promulgated_on: date | None = None
    budget: Budget | None = None
    # What it does to others: kind and citation, as in layanan/regulations/relations.py.
    relations: tuple[tuple[str, str], ...] = ()
    # Whether the office has pasted its text too, as it will not have for the older ones.
    has_text: bool = False

    @property
    def year(self) -> int:
        return self.enacted_on.year
