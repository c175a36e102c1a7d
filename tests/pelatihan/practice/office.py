"""The hands of a trainee: everything through the admin's own forms, as a browser sends them."""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.text import slugify
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.identity.media import VillageDocument, VillageImage
from home.models import ContentPage, NewsPage
from layanan.models import RegulationPage
from project.lib.localdates import zone
from tests import corpus

TWO = ("Warga membersihkan balai desa pagi ini.", "Kegiatan dilanjutkan dengan makan bersama.")


class Office:
    """Somebody at work in his practice room."""

    def __init__(self, client, room):
        self.client = client
        self.room = room
        self.user = room.participant.user

    def _form(self, fields: dict, publish: bool, blocks: list, **more) -> dict:
        data = {
            # The editor's script makes the address of the title.
            "slug": f"{slugify(fields.get('title', ''))[:60]}-{Page.objects.count()}",
            "search_description": "",
            "social_image": "",
            "last_verified_on": "",
            "last_verified_by": "",
            "go_live_at": "",
            "expire_at": "",
            "body": streamfield(blocks),
            "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"},
            **fields,
            **more,
        }
        return nested_form_data(data | ({"action-publish": "1"} if publish else {}))

    def _add(self, app: str, model: type[Page], data: dict) -> Page:
        address = reverse("wagtailadmin_pages:add", args=[app, model._meta.model_name, self.room.folder_id])
        known = set(model.objects.values_list("pk", flat=True))
        answer = self.client.post(address, data)
        found = model.objects.exclude(pk__in=known).first()
        assert found is not None, answer.context["form"].errors if answer.status_code == 200 else answer
        return found

    def news(
        self, title="Gotong royong di balai desa", texts=TWO, publish=True, extra=(), **more
    ) -> NewsPage:
        fields = {
            "title": title,
            "date": "26/11/2026",
            "intro": "Kabar hari ini.",
            "picture": "",
            "category": "",
        }
        return self._add("home", NewsPage, self._form(fields, publish, [*_texts(texts), *extra], **more))

    def page(
        self, title="Kegiatan posyandu bulan ini", texts=TWO, publish=True, extra=(), **more
    ) -> ContentPage:
        return self._add("home", ContentPage, self._page_form(title, texts, publish, extra, **more))

    def _page_form(self, title, texts, publish, extra, **more) -> dict:
        return self._form({"title": title, "intro": ""}, publish, [*_texts(texts), *extra], **more)

    def regulation(self, publish=True, **fields) -> RegulationPage:
        stated = {
            "kind": "perdes",
            "number": "3",
            "year": "2026",
            "subject": "Pengelolaan Sampah",
            "enacted_on": "02/02/2026",
            "promulgated_on": "03/02/2026",
            "plain_summary": "",
            "document": "",
            "text": "",
            "agreed_on": "",
            "gazette_number": "",
            "reported_number": "",
            "reported_on": "",
            "brief": "",
            "register_note": "",
            "topics": "",
            "field_of_law": "",
            "signatory": "",
            "attachments": streamfield([]),
            "relations": inline_formset([]),
            **fields,
        }
        return self._add("layanan", RegulationPage, self._form(stated, publish, []))

    def edit(self, page: Page, publish=True, texts=None, title=None, blocks=None, **more):
        page = page.get_latest_revision_as_object()
        texts = TWO if texts is None else texts
        fields = {"title": title or page.title, "slug": page.slug, "intro": page.intro}
        if isinstance(page, NewsPage):
            fields |= {"date": "26/11/2026", "picture": "", "category": ""}
        data = self._form(fields, publish, _texts(texts) if blocks is None else blocks, **more)
        return self.client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    def photo(
        self, title="IMG_2023", description="Warga menyapu halaman balai", name="IMG_2023.jpg"
    ) -> VillageImage:
        data = {
            "title": title,
            "description": description,
            "collection": self.room.collection_id,
            "file": SimpleUploadedFile(name, corpus.phone_photo(), "image/jpeg"),
        }
        answer = self.client.post(reverse("wagtailimages:add"), data)
        assert answer.status_code == 302, answer.context["form"].errors
        return VillageImage.objects.latest("pk")

    def document(self, title="Jadwal ronda RT 02 bulan Desember", name="scan001.pdf") -> VillageDocument:
        data = {
            "title": title,
            "collection": self.room.collection_id,
            "file": SimpleUploadedFile(name, corpus.pdf(1), "application/pdf"),
        }
        answer = self.client.post(reverse("wagtaildocs:add"), data)
        assert answer.status_code == 302, answer.context["form"].errors
        return VillageDocument.objects.latest("pk")

    def copy(self, page: Page, alias=False) -> Page:
        data = {
            "new_title": f"{page.title} salinan",
            "new_slug": f"{page.slug}-salinan",
            "new_parent_page": self.room.folder_id,
            "copy_subpages": "",
            "publish_copies": "on",
        }
        known = set(Page.objects.values_list("pk", flat=True))
        self.client.post(
            reverse("wagtailadmin_pages:copy", args=[page.pk]), data | ({"alias": "on"} if alias else {})
        )
        return Page.objects.exclude(pk__in=known).get()

    def restore(self, page: Page, revision_id: int, publish=True):
        """As the editor does after choosing the version: the old words, at the address of that version."""
        old = page.revisions.get(pk=revision_id).as_object()
        data = self._form(
            {"title": old.title, "slug": old.slug, "intro": old.intro},
            publish,
            [("text", rich_text(old.body[0].value.source))],
        )
        return self.client.post(
            reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision_id]), data
        )

    def submit(self, page: Page):
        return self.edit(page, publish=False, **{"action-submit": "1"})

    def unpublish(self, page: Page):
        return self.client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    def delete(self, page: Page):
        return self.client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    def make_private(self, page: Page):
        data = {"restriction_type": "login", "password": "", "groups": []}
        return self.client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), data)


def _texts(texts) -> list:
    return [("text", rich_text(f"<p>{text}</p>")) for text in texts]


def image_block(image: VillageImage, alt: str = "") -> tuple:
    return ("image", {"image": image.pk, "alt": alt, "caption": ""})


def documents_block(*documents: VillageDocument) -> tuple:
    rows = {
        str(number): {"value": document.pk, "id": "", "order": number, "deleted": ""}
        for number, document in enumerate(documents)
    }
    return ("documents", {"title": "", "documents": {"count": len(documents), **rows}})


def table_block(*rows: tuple[str, str]) -> tuple:
    value = {
        "caption": "Belanja",
        "column-count": 2,
        "column-0-type": "text",
        "column-0-heading": "Kegiatan",
        "column-0-order": 0,
        "column-0-deleted": "",
        "column-1-type": "number",
        "column-1-heading": "Rupiah",
        "column-1-order": 1,
        "column-1-deleted": "",
        "row-count": len(rows),
    }
    for number, cells in enumerate(rows):
        value |= {f"row-{number}-order": number, f"row-{number}-deleted": ""}
        value |= {f"cell-{number}-{column}": cell for column, cell in enumerate(cells)}
    return ("table", value)


def moment(value: dt.datetime) -> str:
    """As a date and time are typed in the admin."""
    return value.astimezone(zone()).strftime("%d/%m/%Y %H.%M")
