"""A table whose total is right."""

from collections.abc import Iterator

from wagtail.models import Page

from home.models import ContentPage
from pelatihan.practice.checks.base import Fault, SeededCheck, Work
from pelatihan.practice.seeds import publish
from project.lib.rupiah import format_rupiah, parse_rupiah

ROWS = (("Perbaikan jalan", 45_000_000), ("Posyandu", 12_500_000), ("Penerangan", 7_750_000))
TOTAL = "Jumlah"
PLANTED = 57_500_000  # as when one row was added and the sum forgotten


class TableCheck(SeededCheck):
    key = "tabel"
    label = "Jumlah di tabel dibetulkan"

    def seed(self, folder: Page, values) -> dict:
        rows = [*ROWS, (TOTAL, PLANTED)]
        table = {
            "columns": [{"type": "text", "heading": "Kegiatan"}, {"type": "number", "heading": "Rupiah"}],
            "rows": [{"values": [name, format_rupiah(amount, symbol=False)]} for name, amount in rows],
            "caption": "Belanja kegiatan (latihan)",
        }
        page = ContentPage(title="Tabel belanja (latihan)", intro="Angka contoh, bukan anggaran desa.")
        page.body = [{"type": "table", "value": table}]
        folder.add_child(instance=page)
        publish(page)
        return {"page": page.pk}

    def faults(self, page, work: Work, values) -> Iterator[Fault]:
        table = next((block.value for block in page.body if block.block_type == "table"), None)
        rows = [[str(cell.value) for cell in row] for row in table.rows] if table else []
        amounts = [(row[0].strip(), _amount(row[-1])) for row in rows if row]
        stated = dict(amounts)
        lost = [name for name, amount in ROWS if stated.get(name) != amount]
        if lost:
            yield Fault(f"Baris “{lost[0]}” ikut berubah. Yang salah hanya baris “{TOTAL}”.", "body")
            return
        right = sum(amount for _, amount in ROWS)
        if stated.get(TOTAL) != right:
            found = stated.get(TOTAL)
            words = f"tertulis {format_rupiah(found)}" if found is not None else "tidak terbaca"
            yield Fault(f"Baris “{TOTAL}” {words}. Jumlahkan ketiga baris di atasnya, lalu betulkan.", "body")


def _amount(text: str):
    """None for what is no amount."""
    try:
        return parse_rupiah(text)
    except ValueError:
        return None
