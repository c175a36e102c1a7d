"""What a form says about the questions of an attempt or a sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from pelatihan.courses.quizzes import rules
from pelatihan.courses.quizzes.presentation import canonical, field_of
from project.lib import nik

NIK_TYPED = "Jangan menulis NIK. Jawaban ini belum disimpan; hapus nomornya, lalu simpan lagi."


@dataclass
class Posted:
    """`changed` is what to keep; `faults` says in words what is not kept, `typed` is all as it stood in the form."""

    typed: dict[int, rules.Given] = field(default_factory=dict)
    changed: dict[int, rules.Given] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)


def read(data: QueryDict, questions: Mapping[int, Mapping], only: str = "") -> Posted:
    """The answers by number. One that stands as it was when the form was made is not written: another tab may have
    changed it since. `only` names the question that is sent alone."""
    found = Posted()
    fields = dict(data.lists())
    for number, frozen in questions.items():
        if only and only != str(number):
            continue
        given = rules.read(frozen, fields, field_of(number))
        found.typed[number] = given
        if isinstance(given, str) and nik.find(given):
            found.faults[number] = NIK_TYPED
        elif only or canonical(given) != data.get(f"was-{number}"):
            found.changed[number] = given
    return found
