"""Brings regulations in from a table: compares each row with the site, writes what is new or different, takes it back.

What people wrote on the site is never emptied by an empty cell, and a relation that the table does not name stays.
"""

import hashlib
from functools import cached_property

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.text import slugify
from wagtail.models import ReferenceIndex, Revision

from home.casework.imports.columns import Table
from home.casework.imports.importers import Importer, Verdict, Written, note
from home.casework.imports.models import ImportRow
from home.casework.imports.rules import CHANGE, NEW, SAME, WRONG
from home.identity.media import VillageDocument
from layanan.regulations import citations, opensid
from layanan.regulations.import_columns import COLUMNS, NEEDED, Reading, read_row
from layanan.regulations.models import RegulationIndexPage, RegulationPage, RegulationRelation
from layanan.regulations.queries import in_revisions, relation_faults
from layanan.regulations.relations import RELATIONS
from layanan.regulations.rules import KINDS, SHARED_NUMBERS
from project.lib.archives import ArchiveError
from project.lib.documents import CheckedDocument, DocumentError, check_document, safe_name
from project.lib.localdates import format_date

# The tree's columns, and those that publishing sets.
_NOT_TYPED = {"path", "depth", "numchild", "slug", "content_type", "locale", "translation_key", "page_ptr"}

_IDENTIFYING = ("kind", "number", "year", "subject")

NO_FILE_HERE = "“{name}” tidak ikut: yang diunggah bukan ZIP. Naskah PDF-nya dapat dipasang sesudahnya."
NOT_PDF = "“{name}” bukan PDF. Naskah peraturan dipasang sebagai PDF."
HAS_NIK = (
    "“{name}” memuat nomor yang tampak seperti NIK ({masked}, halaman {page}). Tutup nomornya lalu pindai ulang, atau "
    "kosongkan kolom berkas dan minta Penerbit mengunggahnya dengan alasan."
)
NO_TEXT = (
    "“{name}” hasil pindai tanpa teks: isinya tidak dapat dicari. Isi kolom “naskah”, atau tempel naskahnya "
    "sesudahnya."
)
LOCKED = "Peraturan ini sedang dikunci atau menunggu persetujuan. Selesaikan dulu, lalu impor lagi."
NO_SECTION = "Bagian Peraturan belum ada di situs ini."


class RegulationImporter(Importer):
    kind = "peraturan"
    title = "Impor peraturan"
    columns = COLUMNS
    needed = NEEDED

    def may_import(self, user) -> bool:
        return self._may(user, "can_add_subpage")

    def may_publish(self, user) -> bool:
        return self._may(user, "can_publish_subpage")

    def _may(self, user, what: str) -> bool:
        return bool(self._section) and getattr(self._section.permissions_for_user(user), what)()

    @cached_property
    def _section(self) -> RegulationIndexPage | None:
        return RegulationIndexPage.objects.first()

    def read(self, data: bytes) -> Table:
        return opensid.read(data, COLUMNS) if opensid.is_json(data) else super().read(data)

    def examples(self) -> list[dict[str, str]]:
        whole = {column.field: column.example for column in COLUMNS if column.heading}
        decision = {
            "kind": "Kepkades",
            "number": "188.45/12/2024",
            "year": "2024",
            "subject": "Contoh Pengangkatan Kader Posyandu",
            "enacted_on": "15/4/2024",
        }
        return [whole, decision]

    # Looking

    def check(self, row: ImportRow) -> Verdict:
        reading = read_row(row.cells)
        verdict = Verdict(_identity(reading.values), "", reading.notes, file_facts=row.file_facts)
        known = self._on_site.get(verdict.identity)
        page = _newest(known) if known else RegulationPage(live=False)
        if known and (page.locked or page.current_workflow_state):
            reading.fault("", LOCKED)
        verdict.file_facts = self._look_at_file(reading, row.file_facts)
        verdict.changes = _apply(page, reading) + _file_changes(page, verdict.file_facts)
        _validate(page, reading, _stated(page))
        if known is None:
            verdict.changes = []
        if any(found["fault"] for found in reading.notes):
            verdict.action = WRONG
        elif known is None:
            verdict.action = NEW
        else:
            verdict.action = CHANGE if verdict.changes else SAME
        return verdict

    @cached_property
    def _on_site(self) -> dict[str, int]:
        """The regulations of the site by identity, as their newest draft has it."""
        stored: dict[str, int] = {}
        rows = RegulationPage.objects.filter(in_register=True).values_list(
            "pk", "kind", "number", "year", "subject", "latest_revision"
        )
        drafts = RegulationPage.objects.filter(has_unpublished_changes=True).values("latest_revision")
        newest = in_revisions(drafts, _IDENTIFYING)
        for pk, kind, number, year, subject, revision in rows.order_by("live", "pk"):
            row = dict(zip(_IDENTIFYING, (kind, number, year, subject), strict=True))
            stored[_identity(newest.get(revision) or row)] = pk
        stored.pop("", None)
        return stored

    def _look_at_file(self, reading: Reading, known: dict) -> dict:
        """What is to be known of the row's PDF; what was found out before is not looked for again."""
        if not reading.file:
            return {}
        if self.archive is None:
            reading.warn("file", NO_FILE_HERE.format(name=reading.file[:80]))
            return {}
        try:
            name = self.archive.find(reading.file)
            if known.get("name") != name:
                known = _examine(name, self.archive.read(name))
        except (ArchiveError, DocumentError) as error:
            reading.fault("file", str(error))
            return {}
        if not known["is_pdf"]:
            reading.fault("file", NOT_PDF.format(name=reading.file[:80]))
        if known["nik"]:
            masked, page = known["nik"]
            reading.fault("file", HAS_NIK.format(name=reading.file[:80], masked=masked, page=page))
        elif known["is_pdf"] and not any(text.strip() for text in known["texts"]):
            reading.warn("file", NO_TEXT.format(name=reading.file[:80]))
        return known

    # Writing

    def write(self, row: ImportRow, user) -> Written:
        reading = read_row(row.cells)
        known = self._on_site.get(_identity(reading.values))
        if known:
            return self._change(known, reading, row, user)
        if self._section is None:
            raise ValidationError(NO_SECTION)
        page = RegulationPage(live=False, owner=user)
        _apply(page, reading)
        document = self._document(page, row, user)
        # Another may have come in since: adding beneath needs the tree as it is now.
        section = RegulationIndexPage.objects.get(pk=self._section.pk)
        section.add_child(instance=page)
        revision = page.save_revision(user=user, log_action=True)
        self._on_site[_identity(reading.values)] = page.pk
        return Written(page.pk, revision.pk, None, document)

    def _change(self, pk: int, reading: Reading, row: ImportRow, user) -> Written:
        page = _newest(pk)
        if page.locked or page.current_workflow_state:
            raise ValidationError(LOCKED)
        before = page.latest_revision or page.specific.save_revision(user=user, changed=False)
        _apply(page, reading)
        document = self._document(page, row, user)
        page.full_clean()
        revision = page.save_revision(user=user, log_action=True)
        return Written(page.pk, revision.pk, before.pk, document)

    def _document(self, page: RegulationPage, row: ImportRow, user) -> int | None:
        """Hangs the row's PDF onto the page, where it has another or none."""
        facts = row.file_facts
        if not facts or _has_file(page, facts):
            return None
        if self.archive is None:
            return None
        page._derive()
        data = self.archive.read(facts["name"])
        document = VillageDocument(title=page.title[:255], uploaded_by_user=user)
        document.file = CheckedDocument(
            data, facts["safe_name"], facts["pages"], facts["texts"], facts["complete"]
        )
        document.save()
        page.document = document
        return document.pk

    def publish(self, row: ImportRow, user) -> str:
        page = RegulationPage.objects.filter(pk=row.target).first()
        if page is None:
            return "Halamannya sudah dihapus."
        if page.latest_revision_id != row.written:
            return "Halaman ini sudah diubah sejak diimpor. Terbitkan dari halamannya."
        # Somebody's own draft over what is public is not made public with it.
        if page.live and page.live_revision_id and row.before not in (None, page.live_revision_id):
            return "Halaman ini punya draf yang belum terbit. Terbitkan dari halamannya."
        page.latest_revision.publish(user=user)
        return ""

    # Taking back

    def undo(self, row: ImportRow, user) -> str:
        page = RegulationPage.objects.filter(pk=row.target).first()
        if page is None:
            return "Halamannya sudah dihapus."
        if page.latest_revision_id != row.written:
            return f"“{page.title}” sudah diubah orang sejak diimpor, jadi dibiarkan."
        if page.live and user and not self.may_publish(user):
            return f"“{page.title}” sudah terbit, jadi hanya Penerbit yang dapat mengurungkannya."
        was_live = page.live
        if row.before is None:
            page.delete(user=user)
        else:
            before = Revision.objects.filter(pk=row.before).first()
            if before is None:
                return f"Versi lama “{page.title}” sudah tidak ada, jadi dibiarkan."
            revision = before.as_object().save_revision(
                user=user, log_action="wagtail.revert", previous_revision=before
            )
            if was_live and page.live_revision_id == row.written:
                revision.publish(user=user)
        self._remove_document(row)
        return ""

    def _remove_document(self, row: ImportRow) -> None:
        document = row.document and VillageDocument.objects.filter(pk=row.document).first()
        if document and not ReferenceIndex.get_references_to(document).exists():
            document.delete()

    def name(self, row: ImportRow) -> str:
        parts = (row.cells.get(field, "") for field in ("kind", "number", "year", "subject", "enacted"))
        return " · ".join(part[:120] for part in parts if part) or "(tanpa isi)"

    def admin_url(self, row: ImportRow) -> str:
        return reverse("wagtailadmin_pages:edit", args=[row.target])


def _identity(values: dict) -> str:
    """By which a row and a page are one regulation. Of a joint one several may share a number and a year."""
    key = citations.key(values.get("kind", ""), values.get("number"), values.get("year"))
    if key and values["kind"] in SHARED_NUMBERS:
        return f"{key}:{slugify(values.get('subject') or '')}"[:200]
    return key


def _newest(pk: int) -> RegulationPage:
    return RegulationPage.objects.get(pk=pk).get_latest_revision_as_object()


_WORDS = {column.field: column.label for column in COLUMNS}


def _apply(page: RegulationPage, reading: Reading) -> list[list[str]]:
    """Sets on the page what the row says; what it changes by that: what, before, after."""
    changes = []
    for name, value in reading.values.items():
        before = getattr(page, name)
        if before != value:
            changes.append([_WORDS[name], _shown(name, before), _shown(name, value)])
            setattr(page, name, value)
    known = {(relation.kind, _citation_identity(relation.name)) for relation in page.relations.all()}
    for kind, cited in reading.relations:
        identity = (kind, _citation_identity(cited))
        if identity not in known:
            known.add(identity)
            changes.append([RELATIONS[kind][0].lower(), "", cited])
            page.relations.add(RegulationRelation(kind=kind, citation=cited, target=_target(cited)))
    return changes


def _citation_identity(text: str) -> str:
    read = citations.read(text)
    return read.key if read else " ".join(text.casefold().split())


def _target(cited: str) -> RegulationPage | None:
    """The published regulation that a citation means, so that rules are asked before it is written."""
    read = citations.read(cited)
    if read is None:
        return None
    return RegulationPage.objects.filter(
        official=True, kind=read.kind, number__iexact=read.number, year=read.year
    ).first()


def _shown(name: str, value) -> str:
    if value is None:
        return ""
    if name == "kind":
        return KINDS.get(value, "")
    text = format_date(value) if hasattr(value, "month") else str(value)
    return text if len(text) <= 160 else f"{text[:150]}… ({len(text)} huruf)"


def _stated(page: RegulationPage) -> list:
    return [(relation.kind, relation.target) for relation in page.relations.all()]


def _validate(page: RegulationPage, reading: Reading, stated: list) -> None:
    """Adds what the page's own rules say, beside the cell that it is about."""
    faulty = {found["field"] for found in reading.notes if found["fault"]}
    if "kind" in faulty:  # what depends on it would be said of another kind
        faulty |= {"number", "agreed_on", "promulgated_on", "gazette_number"}
    page.relations_in_form = True  # its own check would say it without the column
    found: dict[str, list[str]] = {}
    for look in (lambda: page.clean_fields(exclude=_NOT_TYPED | {"title", "document"}), page.clean):
        try:
            look()
        except ValidationError as error:
            for name, words in error.message_dict.items():
                found.setdefault(name, []).extend(words)
    for name, words in found.items():
        if name not in faulty and (name in _WORDS or name == "__all__"):
            for said in dict.fromkeys(words):
                reading.notes.append(note("" if name == "__all__" else name, said))
    kinds = [kind for kind, _ in stated]
    for position, words in relation_faults(page, stated):
        reading.notes.append(note(kinds[position], words))


def _examine(name: str, data: bytes) -> dict:
    checked = check_document(ContentFile(data), name)
    return {
        "name": name,
        "safe_name": checked.name if checked.name.endswith(".pdf") else safe_name(name, "pdf"),
        "pages": checked.pages,
        "is_pdf": checked.pages is not None,
        "sha1": hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        "nik": [checked.niks[0].masked, checked.niks[0].page] if checked.niks else None,
        "texts": checked.texts,
        "complete": checked.complete,
    }


def _has_file(page: RegulationPage, facts: dict) -> bool:
    return page.document is not None and page.document.file_hash == facts["sha1"]


def _file_changes(page: RegulationPage, facts: dict) -> list[list[str]]:
    if not facts or _has_file(page, facts):
        return []
    before = page.document.title if page.document else ""
    return [[_WORDS["file"], before, facts["name"]]]
