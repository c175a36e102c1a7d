"""manage.py examine_documents"""

from django.core.management.base import BaseCommand

from home.identity.media import DocumentText, VillageDocument
from home.identity.stored_files import Found
from project.lib.documents import DocumentError, check_document


class Command(BaseCommand):
    help = (
        "Reads the text of PDFs that were uploaded before the site did so by itself. Safe to repeat. Names those that "
        "show what looks like a NIK."
    )

    def handle(self, **options):
        read = 0
        for document in VillageDocument.objects.filter(examined=None, page_count__isnull=False).order_by(
            "pk"
        ):
            try:
                with document.file.open("rb") as file:
                    checked = check_document(file, document.filename)
            except (OSError, DocumentError) as error:
                self.stderr.write(f"{document.pk} {document.title}: {error}")
                continue
            DocumentText.keep(document, Found(checked.pages, checked.texts, checked.complete))
            read += 1
            for nik in checked.niks:
                self.stdout.write(f"{document.pk} {document.title}: page {nik.page}, {nik.masked}")
        self.stdout.write(f"{read} read.")
