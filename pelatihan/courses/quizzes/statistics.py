"""What a trainer learns from the answers of many: which questions were hard, and which say nothing about who knows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pelatihan.courses.quizzes.rules import CHOICES, Given, Mark

# Below this many people a question cannot be told to part those who know from those who do not.
ENOUGH = 10


@dataclass(frozen=True)
class Answered:
    """One person's answer to a question, and how well he did in the whole quiz."""

    frozen: Mapping
    given: Given
    mark: Mark
    total: Fraction


@dataclass(frozen=True)
class ItemStatistics:
    """Of one question in one wording."""

    people: int
    right: int  # all of it
    blank: int
    share: Fraction  # of what could be earned, on average
    chosen: tuple[tuple[str, int, bool], ...]  # text of an option, how many chose it, whether it is right
    separation: Fraction | None  # between -1 and 1; None with too few people

    @property
    def words(self) -> str:
        """What to do about it; empty where nothing stands out."""
        if self.separation is not None and self.separation < 0:
            return "Yang nilainya tinggi justru lebih sering salah: periksa kunci jawaban dan kata-katanya."
        if self.people >= ENOUGH and self.share < Fraction(3, 10):
            return "Sulit bagi hampir semua: bahas lagi, atau perjelas pertanyaannya."
        if self.people >= ENOUGH and self.share > Fraction(19, 20):
            return "Hampir semua sudah tahu."
        return ""


def item_statistics(answers: Sequence[Answered]) -> ItemStatistics:
    """Of answers to one question; there has to be at least one."""
    return ItemStatistics(
        people=len(answers),
        right=sum(answer.mark.is_right for answer in answers),
        blank=sum(not answer.given for answer in answers),
        share=_average(answer.mark.share for answer in answers),
        chosen=_chosen(answers),
        separation=separation(answers),
    )


def separation(answers: Sequence[Answered]) -> Fraction | None:
    """How much better the best third did in this question than the weakest third (upper-lower index of
    discrimination); None with fewer than ENOUGH people."""
    if len(answers) < ENOUGH:
        return None
    ranked = sorted(answers, key=lambda answer: answer.total)
    third = len(ranked) // 3
    low, high = ranked[:third], ranked[-third:]
    return _average(answer.mark.share for answer in high) - _average(answer.mark.share for answer in low)


def _average(shares: Iterable[Fraction]) -> Fraction:
    found = list(shares)
    return sum(found, Fraction()) / len(found)


def _chosen(answers: Sequence[Answered]) -> tuple[tuple[str, int, bool], ...]:
    """By their texts: each attempt numbers the options in its own order."""
    if answers[0].frozen["kind"] not in CHOICES:
        return ()
    count: Counter[str] = Counter()
    right: dict[str, bool] = {}
    for answer in answers:
        for option in answer.frozen["options"]:
            right[option["text"]] = option["key"] in answer.frozen["right"]
            count[option["text"]] += option["key"] in (answer.given or ())
    return tuple((text, times, right[text]) for text, times in count.most_common())
