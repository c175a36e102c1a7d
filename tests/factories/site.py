"""One public page of every type, filled so that its template shows all it can."""

from datetime import date, time

from home.models import HomePage, NewsIndexPage, NoticeIndexPage, OfficeHours, OfficialsPage
from layanan.models import RegulationIndexPage, ServiceIndexPage
from pelatihan.models import TrainingIndexPage
from tests.factories.home import (
    ContentPageFactory,
    DocumentFactory,
    ImageFactory,
    NewsCategoryFactory,
    NewsPageFactory,
    OfficialFactory,
    VillageFactory,
)
from tests.factories.layanan import (
    CharterFactory,
    GuideFactory,
    JourneyFactory,
    RegulationFactory,
    checker_question,
    journey_step,
)
from tests.factories.pelatihan import CourseFactory, LessonFactory


def full_site() -> dict[str, str]:
    """The address of one page of each public type, by the name of its model."""
    image = ImageFactory()
    document = DocumentFactory()
    village = VillageFactory(phone="+6274321234", whatsapp="+6281234567890", logo=image, is_example=True)
    OfficeHours.objects.create(village=village, weekday=0, opens=time(8), closes=time(15))
    picture = {"image": image, "alt": "Balai desa", "caption": ""}
    body = [
        ("heading", "Judul bagian"),
        ("text", "<p>Isi.</p>"),
        ("image", picture),
        ("gallery", [picture, picture]),
        ("documents", {"title": "Berkas", "documents": [document]}),
        ("contact", {"title": "Kantor", "phone": "+6274321234", "whatsapp": "+6281234567890"}),
        ("action", {"label": "Buka", "url": "https://contoh.example/"}),
        ("accordion", {"items": [{"title": "Tanya", "text": "<p>Jawab.</p>"}]}),
        ("map", {"label": "Kantor", "address": "Jalan Desa 1", "url": "https://peta.example/"}),
    ]
    guide = GuideFactory(
        requirements=[("item", {"text": "KK lama", "note": "Asli", "issuer": "Disdukcapil"})],
        checker=[checker_question("sebab", "hilang", "rusak")],
        steps_online=[("step", {"title": "Buka aplikasinya", "text": "Isi formulirnya."})],
        pitfalls=[("pitfall", {"mistake": "Lupa fotokopi", "remedy": "Bawa dua lembar."})],
        downloads=[("document", document)],
        legal_basis=[("basis", {"text": "UU 24/2013", "url": "https://hukum.example/"})],
        other_ways="<p>Lewat telepon.</p>",
    )
    step = {
        "title": "Buka situs desa",
        "text": "<p>Tulis alamatnya.</p>",
        "picture": image,
        "picture_alt": "Layar ponsel",
        "expected": "Beranda terlihat.",
        "tip": "Simpan alamatnya.",
        "link_label": "Beranda",
        "link_url": "/",
    }
    course = CourseFactory()
    OfficialFactory(photo=image, photo_consent=True)
    pages = [
        HomePage.objects.get(),
        NewsIndexPage.objects.get(),
        NoticeIndexPage.objects.get(),
        OfficialsPage.objects.get(),
        ServiceIndexPage.objects.get(),
        RegulationIndexPage.objects.get(),
        TrainingIndexPage.objects.get(),
        ContentPageFactory(title="Profil", body=body, last_verified_on=date(2026, 1, 1)),
        NewsPageFactory(picture=image, category=NewsCategoryFactory(), body=body),
        guide,
        JourneyFactory(
            steps=[
                journey_step(
                    "Urus", guide, "KIA", rule="salah satu", note="Segera.", act="Minta surat lahir."
                )
            ]
        ),
        CharterFactory(scan=document),
        RegulationFactory(document=document, plain_summary="Tentang sampah."),
        course,
        LessonFactory(parent=course, steps=[("step", step)]),
    ]
    home = pages[0]
    home.tasks = [("task", {"icon": "card", "label": "Kartu keluarga", "note": "", "page": guide})]
    home.save_revision().publish()
    return {type(page).__name__: page.url for page in pages}
