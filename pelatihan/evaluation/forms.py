"""Forms of the evaluation: how a programme measures, what somebody reached on paper, what somebody thought."""

import re
import uuid
from decimal import Decimal

from django import forms

from pelatihan.courses.quizzes.rules import POST, PRE
from pelatihan.evaluation import reactions
from pelatihan.evaluation.models import MOMENTS, ON_PAPER, WAYS, Assessment
from pelatihan.evaluation.queries import quizzes_of
from project.lib import nik
from project.lib.datefields import DateTimeField
from project.lib.words import on_one_line

_TYPED = re.compile(r"\d{1,5}(?:[.,]\d{1,2})?", re.ASCII)


class PointsField(forms.CharField):
    """A number as people type it: "7", "7,5" or "7.5". None where nothing is typed."""

    def __init__(self, **kwargs):
        attrs = {"inputmode": "decimal", "autocomplete": "off"}
        super().__init__(required=False, widget=forms.TextInput(attrs=attrs), **kwargs)

    def to_python(self, value):
        typed = "".join((super().to_python(value) or "").split())
        if not typed:
            return None
        if not _TYPED.fullmatch(typed):
            raise forms.ValidationError("Tulis angkanya saja, misalnya 7 atau 7,5.")
        return Decimal(typed.replace(",", "."))


def shown_points(value) -> str:
    """7.00 as "7", 7.50 as "7,5"."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


class ScoreForm(forms.Form):
    """Both scores of one person. `assessment` says of how much; `known` are those that are there, by their moment.

    What was there when the form was opened comes back with it: where a colleague typed something else meanwhile, both
    are shown, and nothing is written before the second look.
    """

    def __init__(self, data=None, *, assessment: Assessment, known: dict):
        initial = {moment: shown_points(score.points) for moment, score in known.items()}
        super().__init__(data, initial=initial)
        self.known = known
        self.out_of = {
            moment: known[moment].out_of if moment in known else assessment.out_of(moment)
            for moment in MOMENTS
        }
        for moment, label in MOMENTS.items():
            self.fields[moment] = PointsField(
                label=f"{label} (dari {shown_points(self.out_of[moment])})",
                help_text="Kosongkan bila tidak ikut tes ini.",
            )
            self.fields[f"{moment}_seen"] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=initial.get(moment, "")
            )

    def clean(self):
        cleaned = super().clean()
        for moment in MOMENTS:
            points = cleaned.get(moment)
            if points is not None and points > self.out_of[moment]:
                most = shown_points(self.out_of[moment])
                self.add_error(moment, f"Nilai tertinggi tes ini {most}. Periksa angkanya di kertas.")
        if not self.errors:
            self._look_for_colleagues(cleaned)
        return cleaned

    def _look_for_colleagues(self, cleaned) -> None:
        self.data = self.data.copy()
        for moment in MOMENTS:
            score = self.known.get(moment)
            now = shown_points(score.points) if score else ""
            typed = shown_points(cleaned.get(moment))
            if now not in (cleaned.get(f"{moment}_seen", ""), typed):
                who = (
                    f"{score.typed_by_name} baru saja menyimpan {now}"
                    if score
                    else "Nilai ini baru saja dihapus"
                )
                self.add_error(moment, f"{who}. Simpan lagi bila yang Anda ketik ini yang benar.")
                self.data[f"{moment}_seen"] = now


class AssessmentForm(forms.ModelForm):
    """`programme` names the quizzes that can be chosen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    pre_until = DateTimeField(
        label="Tes awal dihitung sampai",
        required=False,
        widget=forms.DateTimeInput(attrs={"autocomplete": "off"}, format="%d/%m/%Y %H.%M"),
        help_text="Kosongkan untuk memakai jam mulai pelatihan. Bila tes awalnya ditulis di awal sesi, tulis sampai "
        "kapan, misalnya 25/11/2026 08.30.",
    )
    pre_out_of = PointsField(label="Nilai tertinggi tes awal", help_text="Untuk tes di kertas, misalnya 10.")
    post_out_of = PointsField(
        label="Nilai tertinggi tes akhir", help_text="Untuk tes di kertas, misalnya 10."
    )

    class Meta:
        model = Assessment
        fields = ["way", "pre_quiz", "post_quiz", "pre_out_of", "post_out_of", "equal", "pre_until"]
        widgets = {"way": forms.RadioSelect}
        help_texts = {
            "way": "Tes awal dan tes akhir program ini.",
            "pre_quiz": "Untuk kuis di situs ini. Pilihannya tes awal dari kursus program ini.",
            "post_quiz": "Untuk kuis di situs ini, dari bank soal yang sama dengan tes awalnya.",
            "equal": "Untuk tes di kertas. Centang bila soalnya sama, atau sama sulitnya dan tentang hal yang sama. "
            "Tanpa itu kenaikan tidak dihitung.",
        }

    def __init__(self, data=None, *, instance: Assessment, programme):
        super().__init__(data, instance=instance)
        quizzes = quizzes_of(programme)
        for name, purpose in (("pre_quiz", PRE), ("post_quiz", POST)):
            keys = [quiz.pk for quiz in quizzes if quiz.purpose == purpose]
            field = self.fields[name]
            field.queryset = field.queryset.filter(pk__in=keys).select_related("lesson")
            field.label_from_instance = _quiz_name
            field.empty_label = "Belum dipilih"
        self.fields["way"].choices = list(WAYS.items())
        self.fields["seen"].initial = instance.version if instance.pk else 0
        for name in ("pre_out_of", "post_out_of"):
            self.initial[name] = shown_points(self.initial.get(name))
        for name in ("way", "pre_quiz", "post_quiz", "equal"):
            self.fields[name].label = self.fields[name].label[:1].upper() + self.fields[name].label[1:]

    def clean(self):
        cleaned = super().clean()
        for name in ("pre_out_of", "post_out_of"):
            if name not in self.errors and (cleaned.get(name) is None or cleaned[name] < 1):
                if cleaned.get("way") == ON_PAPER:
                    self.add_error(name, "Tulis nilai tertingginya, misalnya 10.")
                cleaned[name] = (
                    self.instance.pre_out_of if name == "pre_out_of" else self.instance.post_out_of
                )
        return cleaned


def _quiz_name(quiz) -> str:
    return f"{quiz.title}, pelajaran “{quiz.lesson.title}”" if quiz.lesson else quiz.title


class ReactionForm(forms.Form):
    """For whoever was in the hall: nothing of it says who he is."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)
    face = forms.ChoiceField(
        label="Bagaimana sesi ini menurut Anda?",
        choices=list(reactions.FACES.items()),
        widget=forms.RadioSelect,
        error_messages={
            "required": "Pilih salah satu wajah.",
            "invalid_choice": "Pilih salah satu wajah.",
        },
    )
    line = forms.CharField(
        label="Apa yang sebaiknya diperbaiki, atau apa yang baik?",
        required=False,
        max_length=reactions.LETTERS,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text="Satu kalimat. Jangan menulis nama atau nomor Anda.",
        error_messages={"max_length": f"Terlalu panjang. Paling banyak {reactions.LETTERS} huruf."},
    )

    def clean_line(self):
        words = " ".join(on_one_line(self.cleaned_data["line"]).split())
        if nik.find(words):
            raise forms.ValidationError(
                "Ada nomor yang tampak seperti NIK. Hapus nomornya; tanggapan ini tidak memerlukannya."
            )
        return words
