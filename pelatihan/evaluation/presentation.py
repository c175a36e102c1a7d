"""An evaluation in words, tables and pictures. Each picture shows figures of the table beside it."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.safestring import SafeString

from pelatihan.evaluation import aftermath
from pelatihan.evaluation.models import ON_PAPER
from pelatihan.evaluation.queries import Behaviour, Evaluation, Learned, People, SessionReactions, Skill
from pelatihan.evaluation.rules import CEILING, FEWEST, Learning, QuestionGain, gain_number, number
from project.lib import svg
from project.lib.localdates import MONTHS

MOST_MARKS = 6
PAIRED = "Orang yang ikut kedua tes"  # the first of the facts, by which it is found again


@dataclass(frozen=True)
class Fact:
    """A line of a table: what it is, the figure, and what belongs to it in words."""

    name: str
    figure: str
    words: str = ""


def _unit(value: Fraction | None, unit: str) -> str:
    return "–" if value is None else f"{number(value)} {unit}"


def facts(learning: Learning) -> list[Fact]:
    """The figures of a class, each with its unit: points, percent and gain are three different things."""
    found = learning.figures
    band = found.band
    if found.gain is None:
        words = "tidak terdefinisi: semua sudah maksimal di tes awal" if found.people else ""
    elif band:
        words = band
    else:
        words = f"tanpa kategori, karena kurang dari {FEWEST} orang"
    return [
        Fact(PAIRED, str(found.people)),
        Fact("Rata-rata tes awal", number(found.before), "dari 100"),
        Fact("Rata-rata tes akhir", number(found.after), "dari 100"),
        Fact("Selisih", _unit(found.points, "poin")),
        Fact("Selisih dibanding tes awal", _unit(found.percent, "%")),
        Fact("Kenaikan kelas (N-gain dari rata-rata)", gain_number(found.gain), words),
        Fact(
            "Rata-rata kenaikan tiap orang",
            gain_number(found.mean_gain),
            f"dari {found.mean_of} orang yang kenaikannya terdefinisi" if found.mean_gain is not None else "",
        ),
    ]


def remarks(learned: Learned) -> list[str]:
    """What whoever reads the figures has to know besides."""
    learning, found = learned.learning, learned.learning.figures
    said = []
    if learned.way == ON_PAPER and not learned.said_equal:
        said.append(
            "Kenaikan tidak dihitung, karena soal tes awal dan tes akhir belum dinyatakan setara. Nyatakan di “Ubah "
            "cara mengukur” bila memang setara."
        )
    elif learning.unequal:
        said.append(
            f"{len(learning.unequal)} orang tidak dihitung, karena soal tes awal dan tes akhirnya tidak sama: ada soal "
            "yang diubah, ditambah, atau dihapus di antaranya."
        )
    if found.near_ceiling:
        said.append(
            f"Efek langit-langit: rata-rata tes awal sudah {number(found.before)} dari 100 (batasnya {CEILING}), jadi "
            f"kenaikannya hanya {number(found.points, 1)} poin dan N-gain mudah tampak besar."
        )
    if learning.only_after:
        said.append(f"{len(learning.only_after)} orang hanya ikut tes akhir, jadi tidak dihitung.")
    if learning.only_before:
        said.append(
            f"{len(learning.only_before)} orang hanya ikut tes awal, jadi tidak dihitung. Bila mereka yang kesulitan "
            "berhenti, kenaikan tampak lebih besar daripada sebenarnya."
        )
    if learning.late_before:
        said.append(
            f"{len(learning.late_before)} orang mengerjakan tes awal sesudah pelatihan dimulai, jadi tidak dihitung."
        )
    if learning.at_top:
        said.append(
            f"{len(learning.at_top)} orang sudah maksimal sejak tes awal: kenaikannya tidak terdefinisi, nilainya "
            "tetap ikut di rata-rata kelas."
        )
    if learning.from_top:
        said.append(
            f"{len(learning.from_top)} orang turun dari maksimal: kenaikannya tidak terdefinisi, nilainya tetap ikut "
            "di rata-rata kelas."
        )
    if learning.repeated:
        said.append(
            f"{learning.repeated} orang mengerjakan tes akhir lebih dari sekali. Yang dihitung yang pertama "
            "dikumpulkan sesudah pelatihan dimulai."
        )
    if learning.too_early:
        said.append(
            f"{learning.too_early} tes akhir dikumpulkan sebelum pelatihan dimulai, jadi tidak dihitung."
        )
    return said


def pair_lines(learned: Learned, people: People) -> list[tuple[str, str, str, str]]:
    """Each of these people with both scores, by name; the last word is the gain or why there is none."""
    lines = [
        (
            people.name(pair.person),
            number(pair.before),
            number(pair.after),
            pair.words or gain_number(pair.gain),
        )
        for pair in learned.learning.pairs
        if pair.person in people.by_key
    ]
    return sorted(lines, key=lambda line: line[0].casefold())


def means_chart(learned: Learned) -> SafeString | str:
    found = learned.learning.figures
    if found.before is None:
        return ""
    label = (
        f"Rata-rata nilai {found.people} orang dari 100: tes awal {number(found.before)}, tes akhir "
        f"{number(found.after)}."
    )
    rows = [("Tes awal", found.before), ("Tes akhir", found.after)]
    return svg.bars(label, rows, 100, number)


def questions_chart(questions: tuple[QuestionGain, ...]) -> SafeString | str:
    if not questions:
        return ""
    groups = [
        svg.Group(f"{place}. {one.text}", (one.before, one.after)) for place, one in enumerate(questions, 1)
    ]
    label = f"Nilai rata-rata dari 100 untuk {len(questions)} soal, di tes awal dan di tes akhir."
    return svg.grouped_bars(label, groups, ("Tes awal", "Tes akhir"), 100, number)


def skills_chart(skills: tuple[Skill, ...]) -> SafeString | str:
    if not skills:
        return ""
    groups = [svg.Group(one.title, (one.alone, one.helped, one.not_yet)) for one in skills]
    label = "Berapa orang yang mandiri, dibantu, dan belum bisa, menurut pengamatan fasilitator."
    return svg.grouped_bars(label, groups, ("Mandiri", "Dibantu", "Belum"))


def reactions_chart(one: SessionReactions) -> SafeString | str:
    if not one.told.is_shown:
        return ""
    label = f"{one.told.answers} tanggapan: " + ", ".join(
        f"{words.lower()} {count}" for words, count in one.told.faces
    )
    return svg.bars(f"{label}.", list(one.told.faces), one.told.answers)


def behaviour_chart(found: Behaviour) -> SafeString | str:
    begun = [window for window in found.windows if window.has_begun]
    if not begun or not found.accounts:
        return ""
    groups = [svg.Group(f"{one.days} hari", (one.pages, one.described)) for one in begun]
    label = "Halaman yang terbit dan gambar yang diberi keterangan sendiri, sesudah program selesai."
    return svg.grouped_bars(label, groups, ("Halaman terbit", "Gambar jelas"))


def training_marks(evaluation: Evaluation) -> list[tuple[object, str]]:
    """The first day of each event, at most a few: a picture full of lines says nothing."""
    first: dict[int, tuple] = {}
    for session in evaluation.sessions:
        first.setdefault(session.event_id, (session.starts_at, session.event.title))
    return [(at, title) for at, title in sorted(first.values(), key=lambda one: one[0])][:MOST_MARKS]


def series_chart(one: aftermath.Series, marks) -> SafeString | str:
    months = [month for month, _ in one.months]
    if not any(figure is not None for _, figure in one.months):
        return ""
    placed = []
    for at, title in marks:
        day = aftermath.local_day(at)
        place = aftermath.place(day, months)
        if place is not None:
            placed.append((place, f"{day.day} {aftermath.short_month(day)}: {title}"))
    points = [(aftermath.short_month(month), figure) for month, figure in one.months]
    label = f"{one.title}, tiap bulan dari {month_words(months[0])} sampai {month_words(months[-1])}."
    return svg.line(label, points, placed)


def month_words(month) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"


def everything(evaluation: Evaluation) -> dict:
    """What the screen and the report show of an evaluation."""
    learned = evaluation.learned
    marks = training_marks(evaluation)
    return {
        "evaluation": evaluation,
        "learned": learned,
        "facts": facts(learned.learning) if learned.way else [],
        "remarks": remarks(learned) if learned.way else [],
        "pairs": pair_lines(learned, evaluation.people),
        "means_chart": means_chart(learned),
        "questions": [
            (place, one, number(one.before), number(one.after), gain_number(one.gain))
            for place, one in enumerate(learned.questions, 1)
        ],
        "questions_chart": questions_chart(learned.questions),
        "skills": evaluation.skills,
        "skills_chart": skills_chart(evaluation.skills),
        "reactions": [(one, reactions_chart(one)) for one in evaluation.reactions],
        "behaviour": evaluation.behaviour,
        "behaviour_chart": behaviour_chart(evaluation.behaviour),
        "results": [
            (
                one,
                [
                    (month_words(month), "–" if figure is None else svg.plain(figure))
                    for month, figure in one.months
                ],
                series_chart(one, marks),
            )
            for one in evaluation.results
        ],
        "marks": [(title, aftermath.local_day(at)) for at, title in marks],
    }
