"""Every address of the site, read from its own table, and an example of each that really leads somewhere."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import RequestFactory
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone
from taggit.models import Tag
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
    Site,
    Task,
    Workflow,
)

from home.casework.imports.rules import READY
from home.models import ImportRow, ImportRun, LegalPeriod, Synonym, VillageSettings
from home.pages import social
from pelatihan.courses.quizzes.runs import make_paper, start
from pelatihan.evaluation.runs import make_sheet
from pelatihan.models import AttendanceScan, CertificateRun, EventPhoto, HelpLink, MentoringRequest
from pelatihan.reports.runs import make_report
from tests.factories.certificates import certificate_for
from tests.factories.home import (
    ContentPageFactory,
    DocumentFactory,
    ImageFactory,
    NewsCategoryFactory,
    NoticeFactory,
    OfficialFactory,
    PositionFactory,
    UserFactory,
    VillageFactory,
    shown,
)
from tests.factories.layanan import GuideFactory, RegulationFactory, checker_question
from tests.factories.pelatihan import (
    CourseFactory,
    ExerciseFactory,
    LessonFactory,
    ParticipantFactory,
    QuestionFactory,
    QuizFactory,
    RegistrationFactory,
    SessionFactory,
    TrainingClassFactory,
)


@dataclass(frozen=True)
class Address:
    """One line of the address table. `name` carries its namespaces; a line without a name is known by its route."""

    name: str
    route: str
    parameters: tuple[str, ...]


def addresses() -> list[Address]:
    return list(_walk(get_resolver(), (), ""))


def _walk(resolver, namespaces: tuple[str, ...], prefix: str):
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            name = ":".join((*namespaces, entry.name)) if entry.name else route
            yield Address(name, route, tuple(entry.pattern.converters))
        else:
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry, inner, route)


class Examples:
    """Records for every kind of address, and the addresses that lead to them."""

    def __init__(self):
        self.village = VillageFactory()
        self.author = UserFactory(roles=["Operator"])
        self.page = ContentPageFactory(title="Contoh", slug="contoh")
        self.page.save_revision(user=self.author)
        self.waiting = ContentPageFactory(title="Menunggu", slug="menunggu", live=False)
        revision = self.waiting.save_revision(user=self.author)
        self.state = self.waiting.get_workflow().start(self.waiting, self.author)
        self.revision = revision
        self.restriction = PageViewRestriction.objects.create(
            page=ContentPageFactory(title="Rahasia", slug="rahasia"),
            restriction_type="password",
            password="rahasia",
        )
        self.elsewhere = ContentPageFactory(title="Tujuan", slug="tujuan")
        self.alias = self.page.create_alias(parent=self.elsewhere)
        self.image = ImageFactory()
        self.document = shown(DocumentFactory())
        self.category = NewsCategoryFactory()
        self.notice = NoticeFactory()
        self.guide = GuideFactory(checker=[checker_question("sebab", "hilang", "rusak")])
        self.regulation = RegulationFactory(text="Pasal 1\nIsi.")
        self.course = CourseFactory()
        self.lesson = LessonFactory(parent=self.course)
        self.help_link = HelpLink.objects.create(place="home.newspage", lesson=self.lesson)
        self.exercise = ExerciseFactory(lesson=self.lesson)
        self.trainee = ParticipantFactory()
        self.training_class = TrainingClassFactory(
            courses=[self.course], members=[self.trainee], facilitators=[UserFactory(roles=["Fasilitator"])]
        )
        self.meeting = SessionFactory(event__programme__is_public=True)
        self.registration = RegistrationFactory(event=self.meeting.event)
        self.sheet = make_sheet(self.meeting)
        self.wish = MentoringRequest.objects.create(
            programme=self.meeting.event.programme, participant=self.registration.participant, wish="di_rumah"
        )
        self.report = make_report(self.meeting.event.programme)
        self.scan = AttendanceScan.objects.create(
            session=self.meeting, file=ContentFile(b"%PDF-", "lembar.pdf")
        )
        self.photo = EventPhoto.objects.create(
            event=self.meeting.event,
            file=ContentFile(b"\xff\xd8", "a.jpg"),
            width=1,
            height=1,
            caption="Contoh",
        )
        self.quiz = QuizFactory(lesson=self.lesson, questions=1)
        self.bank = QuestionFactory().bank  # of no quiz, and a quiz nobody took, so that they may be deleted
        self.spare_quiz = QuizFactory(lesson=self.lesson)
        self.paper = make_paper(self.quiz, self.training_class, uuid.uuid4())
        self.attempt = start(self.quiz, self.trainee)
        self.official = OfficialFactory()
        self.position = PositionFactory()  # nobody holds it, so that it may be deleted
        self.synonym = Synonym.objects.create(words="aduan, keluhan")
        self.redirect = Redirect.objects.create(old_path="/lama", redirect_page=self.page)
        self.collection = Collection.get_first_root_node().add_child(name="Arsip")
        self.closed = CollectionViewRestriction.objects.create(
            collection=self.collection, restriction_type="password", password="rahasia"
        )
        self.run = ImportRun.objects.create(kind="peraturan", state=READY, file_name="tabel.csv")
        ImportRow.objects.create(run=self.run, number=2, cells={"kind": "Perdes"}, action="salah")
        self.certificate = certificate_for()
        self.certificate_run = CertificateRun.objects.create(
            programme=self.certificate.programme, kind="kehadiran"
        )
        self.user = UserFactory(username="seseorang")
        self.session = EditingSession.objects.create(
            user=self.author, content_object=self.page, last_seen_at=timezone.now() - timedelta(seconds=5)
        )

    def path(self, address: Address) -> str:
        """The address with the values of its records in it. A parameter nobody thought of is a KeyError."""
        special = self._special.get(address.route)
        if special is not None:
            return special
        values = self._values(address.name)
        return reverse(address.name, kwargs={name: values[name] for name in address.parameters})

    def _values(self, name: str) -> dict:
        """What stands for a parameter; the same word means another record under another namespace."""
        namespace = name.rpartition(":")[0]
        own = {
            "wagtailadmin_workflows": Task.objects.get().pk if "task" in name else Workflow.objects.get().pk,
            "wagtailadmin_collections": self.collection.pk,
            "wagtailsettings": self.village.site_id,
            "wagtailadmin_api:documents": self.document.pk,
            "wagtailadmin_api:images": self.image.pk,
            "latihan": self.exercise.pk,
            "bantuan-di-tempat": self.help_link.pk,
            "pengumuman": self.notice.pk,
            "pejabat": self.official.pk,
            "jabatan": self.position.pk,
            "angka-peraturan": LegalPeriod.objects.first().pk,
            "newscategory": self.category.pk,
            "kata-pencarian": self.synonym.pk,
            "bank-soal": self.bank.pk,
            "soal": self.bank.questions.get().pk,
            "kuis": self.spare_quiz.pk,
            "wagtailusers_users": self.user.pk,
            "wagtailusers_groups": Group.objects.order_by("pk").first().pk,
            "wagtailsites": Site.objects.get().pk,
            "wagtaildocs_chooser": self.document.pk,
            "wagtailimages_chooser": self.image.pk,
        }
        page = self.waiting if "workflow" in name or "revisions" in name else self.page
        if name.endswith("convert_alias"):
            page = self.alias
        model = {
            "wagtailsettings": ("home", VillageSettings._meta.model_name),
            "wagtailadmin_editing_sessions": ("home", "contentpage"),
            "wagtailadmin_workflows": ("wagtailcore", "groupapprovaltask"),
        }.get(namespace, ("home", "contentpage"))
        if name == "wagtailadmin_tag_model_autocomplete":
            model = (Tag._meta.app_label, Tag._meta.model_name)
        keys = {
            "class": self.training_class.pk,
            "my": self.exercise.pk,
            "programme": self.meeting.event.programme_id,
            "mentoring": self.meeting.event.programme_id,
            "certificate": self.certificate.programme_id,
            "certificates": self.certificate.programme_id,
            "evaluation": self.meeting.event.programme_id,
            "event": self.meeting.event_id,
            "session": self.meeting.pk,
            "offline": self.meeting.pk,
        }
        if name == "event_add":
            keys["event"] = keys["programme"]
        elif name == "session_add":
            keys["session"] = keys["event"]
        return {
            "pk": keys.get(name.partition("_")[0]) or own.get(namespace, page.pk),
            "participant": self.trainee.pk,
            "slug": self.meeting.event.programme.slug,
            "place": self.registration.pk,
            "person": self.registration.participant_id,
            "session": self.meeting.pk,
            "sheet": self.sheet.code,
            "wish": self.wish.pk,
            "scan": self.scan.pk,
            "photo": self.photo.pk,
            "report": self.report.pk,
            "quiz": self.quiz.pk,
            "attempt": self.attempt.pk,
            "paper": self.paper.pk,
            "lesson": self.lesson.pk,
            "number": "1" if name == "regulation_pasal" else 2 if name == "import_row" else self.notice.pk,
            "regulation": self.regulation.slug,
            "kind": "kehadiran" if name in ("certificate_issue", "certificate_sheets") else self.run.kind,
            "key": self.certificate_run.key if name == "certificate_run" else self.run.key,
            "certificate": self.certificate.pk,
            "code": self.certificate.code,
            "ending": "csv",
            "book": "peraturan",
            "guide": self.guide.slug,
            "answers": "hilang",
            "course": self.course.slug,
            "page_id": {"service_status": self.guide.pk, "regulation_text_split": self.regulation.pk}.get(
                name, page.pk
            ),
            "page_pk": page.pk,
            "workflow_pk": Workflow.objects.get().pk,
            "parent_page_id": self.page.pk,
            "page_to_move_id": self.page.pk,
            "destination_id": self.elsewhere.pk,
            "content_type_app_name": "home",
            "content_type_model_name": "contentpage",
            "app_label": model[0],
            "app_name": model[0],
            "model_name": model[1],
            "object_id": str(page.pk),
            "session_id": self.session.pk,
            "action": "publish",
            "action_name": "approve" if "workflow" in name else "copy",
            "task_state_id": self.state.current_task_state.pk,
            "task_id": Task.objects.get().pk,
            "workflow_state_id": self.state.pk,
            "revision_id": self.revision.pk,
            "collection_id": self.collection.pk,
            "redirect_id": self.redirect.pk,
            "restriction_id": self.closed.pk,
            "page_view_restriction_id": self.restriction.pk,
            "document_id": self.document.pk,
            "doc_id": self.document.pk,
            "image_id": self.image.pk,
            "filter_spec": "max-165x165",
            "uploaded_file_id": 0,  # nobody's: each kind of file waits under its own number
            "uidb64": "MQ",
            "token": "set-password",
            "version": social.version(self.village, None),
            "name": self.image.get_rendition("max-165x165").file.name.rpartition("/")[2],
        }

    @cached_property
    def _special(self) -> dict[str, str]:
        """Addresses that are patterns of letters, or whose name alone does not tell them apart."""
        settings = ["home", VillageSettings._meta.model_name]
        found = f"?id={self.page.pk}"
        return {
            "admin/bulk/<str:app_label>/<str:model_name>/<str:action>/": reverse(
                "wagtail_bulk_action", args=["wagtailcore", "page", "publish"]
            )
            + found,
            "admin/api/main/^pages/find/": reverse("wagtailadmin_api:pages:find") + found,
            "admin/api/main/^documents/find/": reverse("wagtailadmin_api:documents:find")
            + f"?id={self.document.pk}",
            "admin/api/main/^images/find/": reverse("wagtailadmin_api:images:find") + f"?id={self.image.pk}",
            "admin/test404/": "/admin/test404/",
            "admin/^.*/$": "/admin/tidak-ada/",
            "admin/settings/<slug:app_name>/<slug:model_name>/": reverse(
                "wagtailsettings:edit", args=settings
            ),
            r"admin/pages/^(\d+)/revisions/compare/(live|earliest|\d+)\.\.\.(live|latest|\d+)/$": reverse(
                "wagtailadmin_pages:revisions_compare", args=[self.page.pk, "earliest", "latest"]
            ),
            r"documents/^(\d+)/(.*)$": self.document.url,
            r"^((?:[\w\-]+/)*)$": self.page.get_url(RequestFactory().get("/")),
        }
