import io
from datetime import date, timedelta

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from django.utils import timezone
from factory.django import DjangoModelFactory
from PIL import Image
from wagtail.models import Site

from home.models import (
    ContentPage,
    HomePage,
    NewsCategory,
    NewsIndexPage,
    NewsPage,
    Notice,
    Official,
    Position,
    User,
    VillageDocument,
    VillageImage,
    VillageSettings,
)


class PageFactory(wagtail_factories.PageFactory):
    """A page of the site, live unless a test says otherwise; its parent is the one section it may stand in."""

    class Meta:
        abstract = True

    # The name comes from the model, not from the title, as in the editor.
    slug = None
    last_published_at = factory.LazyFunction(timezone.now)

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        kwargs = {name: value for name, value in kwargs.items() if not (name == "slug" and value is None)}
        return super()._create_instance(model_class, parent, kwargs)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"pengguna{n}")
    password = factory.django.Password("kata-sandi-uji")

    @factory.post_generation
    def roles(self, create, names, **kwargs):
        from django.contrib.auth.models import Group

        for name in names or []:
            self.groups.add(Group.objects.get(name=name))


class VillageFactory(DjangoModelFactory):
    class Meta:
        model = VillageSettings

    site = factory.LazyFunction(lambda: Site.objects.get())
    name = "Tebing Tinggi"
    code = "15.04.05.2001"
    district = "Pemayung"
    regency = "Batanghari"
    province = "Jambi"


class ImageFactory(DjangoModelFactory):
    class Meta:
        model = VillageImage

    title = factory.Sequence(lambda n: f"Gambar {n}")
    description = "Balai desa dari depan"

    @factory.lazy_attribute
    def file(self):
        out = io.BytesIO()
        Image.new("RGB", (1000, 750), "#1f5d4c").save(out, "JPEG")
        return ContentFile(out.getvalue(), "balai.jpg")


class DocumentFactory(DjangoModelFactory):
    class Meta:
        model = VillageDocument

    title = factory.Sequence(lambda n: f"Dokumen {n}")
    file = factory.LazyFunction(lambda: ContentFile(pdf(), "dokumen.pdf"))


def pdf(pages: int = 1) -> bytes:
    """A real PDF with so many pages."""
    from fpdf import FPDF

    document = FPDF()
    for number in range(pages):
        document.add_page()
        document.set_font("helvetica", size=12)
        document.cell(text=f"Halaman {number + 1}")
    return bytes(document.output())


class ContentPageFactory(PageFactory):
    class Meta:
        model = ContentPage

    title = factory.Sequence(lambda n: f"Halaman {n}")
    parent = factory.LazyFunction(lambda: HomePage.objects.get())


def shown(document: VillageDocument) -> VillageDocument:
    """The same document, on a published page: before that, only those who work in the admin can fetch it."""
    ContentPageFactory(body=[("documents", {"title": "Berkas", "documents": [document]})])
    return document


class NewsCategoryFactory(DjangoModelFactory):
    class Meta:
        model = NewsCategory
        django_get_or_create = ("name",)

    name = "Pembangunan"


class NewsPageFactory(PageFactory):
    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda n: f"Berita {n}")
    intro = "Kabar singkat."
    body = [("text", "<p>Isi berita.</p>")]
    parent = factory.LazyFunction(lambda: NewsIndexPage.objects.get())


class NoticeFactory(DjangoModelFactory):
    """A notice that is shown now, unless a test says otherwise."""

    class Meta:
        model = Notice

    title = factory.Sequence(lambda n: f"Pengumuman {n}")
    text = "Air bersih mati sampai sore. Simpan air secukupnya."
    begins_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))
    ends_at = factory.LazyFunction(lambda: timezone.now() + timedelta(hours=1))


# The eight statements of an emergency, as an office would write them.
EMERGENCY = {
    "hazard": "Air sungai naik satu meter sejak subuh.",
    "affected": "Warga RT 01 dan RT 02.",
    "evacuation": "Lewat jalan desa ke balai RT 05.",
    "avoidance": "Jauhi tepi sungai dan jembatan kayu.",
    "getting_help": "Posko di balai desa.",
    "announcer": "Kepala Desa bersama BPBD.",
    "channels": "Situs desa, pengeras suara, ketua RT.",
    "response": "Perahu dan dapur umum disiapkan.",
}


class PositionFactory(DjangoModelFactory):
    class Meta:
        model = Position

    name = factory.Sequence(lambda n: f"Kepala Urusan {n}")
    duties = "Surat dan arsip."


class OfficialFactory(DjangoModelFactory):
    """Somebody in office, without an end."""

    class Meta:
        model = Official

    position = factory.SubFactory(PositionFactory)
    name = factory.Sequence(lambda n: f"Pejabat {n}")
    begins_on = date(2024, 1, 1)
