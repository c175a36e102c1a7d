"""Quizzes in the Wagtail admin, and what they tell the lessons.

Operator and Penerbit write questions. Which quiz stands in a lesson and what is needed to pass it is public at once, so
a Penerbit decides it.
"""

from django.contrib import messages
from django.db.models import ProtectedError
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminAutoHeightTextInput

from home.identity.roles import OPERATOR, PUBLISHER
from pelatihan.courses.quizzes.lessons import QuizActivities
from pelatihan.courses.quizzes.models import Question, QuestionBank, Quiz

hooks.register("register_lesson_activities", QuizActivities())


@hooks.register("register_role_rights")
def quiz_rights() -> dict[str, list[str]]:
    questions = [
        f"pelatihan.{act}_{model}"
        for model in ("questionbank", "question")
        for act in ("add", "change", "delete")
    ]
    quizzes = [f"pelatihan.{act}_quiz" for act in ("add", "change", "delete")]
    return {OPERATOR: questions, PUBLISHER: [*questions, *quizzes]}


class DeleteQuiz(generic.DeleteView):
    """What people have answered is not deleted along with what asked it."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            words = "Kuis ini sudah dikerjakan atau dicetak, jadi tidak dihapus. Tutup saja: hapus centang “dibuka”."
            messages.error(self.request, words)
            return redirect(self.index_url_name)


class BankViewSet(ModelViewSet):
    model = QuestionBank
    name = "bank-soal"
    url_prefix = "bank-soal"
    icon = "folder-open-inverse"
    menu_label = "Bank soal"
    menu_order = 10
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = [
        "name",
        Column("questions", label="Jumlah soal", accessor=lambda bank: bank.questions.count()),
    ]
    search_fields = ["name"]
    panels = [FieldPanel("name")]


def _kind(question: Question) -> str:
    block = question.answer.stream_block.child_blocks.get(question.kind)
    return block.label if block else "belum ada jawaban"


class QuestionViewSet(ModelViewSet):
    model = Question
    name = "soal"
    url_prefix = "soal"
    icon = "help"
    menu_label = "Soal"
    menu_order = 20
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = ["text", "bank", Column("kind", label="Jenis", accessor=_kind)]
    list_filter = ["bank"]
    search_fields = ["text"]
    panels = [
        FieldPanel("bank"),
        FieldPanel("text", widget=AdminAutoHeightTextInput(attrs={"rows": 2})),
        FieldRowPanel([FieldPanel("picture"), FieldPanel("picture_alt")]),
        FieldPanel("audio"),
        FieldPanel("answer"),
    ]


class QuizViewSet(ModelViewSet):
    model = Quiz
    name = "kuis"
    url_prefix = "kuis"
    icon = "form"
    menu_label = "Kuis"
    menu_order = 30
    copy_view_enabled = False
    inspect_view_enabled = False
    delete_view_class = DeleteQuiz
    list_display = [
        "title",
        Column("lesson", label="Pelajaran"),
        Column("purpose", label="Untuk apa", accessor=lambda quiz: quiz.get_purpose_display()),
        Column("is_open", label="Keadaan", accessor=lambda quiz: "dibuka" if quiz.is_open else "ditutup"),
    ]
    search_fields = ["title"]
    panels = [
        FieldPanel("title"),
        FieldPanel("lesson"),
        FieldRowPanel([FieldPanel("purpose"), FieldPanel("bank")]),
        FieldRowPanel([FieldPanel("draw"), FieldPanel("pass_percent"), FieldPanel("max_attempts")]),
        FieldPanel("is_open"),
    ]


class QuizGroup(ViewSetGroup):
    menu_label = "Kuis"
    menu_icon = "help"
    menu_order = 660
    items = (BankViewSet, QuestionViewSet, QuizViewSet)


@hooks.register("register_admin_viewset")
def quiz_group() -> QuizGroup:
    return QuizGroup()
