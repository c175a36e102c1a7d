"""The field of a regulation's text in the editor, and below it how the text is read before anybody publishes it."""

import difflib
from dataclasses import dataclass

from django import forms
from django.urls import reverse
from django.utils.html import escape
from wagtail.admin import compare
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from layanan.regulations.text_parser import Kind, LawText, Style, Unit, parse
from project.lib import nik
from project.lib.words import excerpt

MAX_TEXT = 400_000  # letters; a village budget with its notes has about 60,000
ROWS = 300  # of the outline
START_LETTERS = 70
COMPARED_LINES = 12_000  # of two revisions together; more would take many seconds
HELP = (
    "Salin naskahnya dari Word (Ctrl+A lalu Ctrl+C), atau dari PDF yang tulisannya dapat dipilih, dan tempel di sini "
    "(Ctrl+V). Judul seperti “BAB I” dan “Pasal 5” harus berdiri sendiri di barisnya. Warga dapat membaca dan mencari "
    "di dalamnya; yang berlaku tetap naskah bertanda tangan. Boleh dikosongkan."
)


def text_fault(text: str) -> str:
    """Why a text cannot be kept; empty where it can."""
    if len(text) > MAX_TEXT:
        return (
            f"Naskah ini {_number(len(text))} huruf; paling banyak {_number(MAX_TEXT)}. Tempel batang tubuhnya saja, "
            "dan pasang lampirannya sebagai berkas."
        )
    if found := nik.find(text):
        line = text.count("\n", 0, found[0].start) + 1
        return (
            f"Di baris {_number(line)} ada yang tampak seperti NIK ({found[0].masked}). NIK tidak boleh tampil di "
            "situs. Hapus angkanya, lalu simpan lagi."
        )
    return ""


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


@dataclass(frozen=True)
class Row:
    level: int
    name: str
    title: str
    count: int  # of its ayat


def outline(text: str) -> dict:
    """What the editor is shown of a text as it is typed: how many BAB and Pasal there are, what looks wrong, and where
    each begins."""
    text = text.strip()
    fault = text_fault(text)
    law = parse(text) if text and not len(text) > MAX_TEXT else LawText()
    return {
        "fault": fault,
        "is_empty": not law.units,
        "summary": summary(law),
        "notes": law.notes,
        "removed": law.removed[:20],
        "removed_count": len(law.removed),
        "rows": [_row(unit) for unit in law.units[:ROWS]],
        "more_rows": max(0, len(law.units) - ROWS),
    }


def summary(law: LawText) -> str:
    """ "12 Pasal dalam 4 BAB, dengan penjelasan dan 2 lampiran" """
    pasals, chapters, dictums = (law.count(kind) for kind in (Kind.PASAL, Kind.BAB, Kind.DICTUM))
    said = f"{pasals} Pasal dalam {chapters} BAB" if chapters else f"{pasals} Pasal"
    if dictums and not pasals:
        said = f"{dictums} diktum"
    annexes = sum(unit.kind is Kind.ANNEX for unit in law.units)
    others = ["penjelasan"] if law.find("penjelasan") else []
    if annexes:
        others.append(f"{annexes} lampiran")
    return f"{said}, dengan {' dan '.join(others)}" if others else said


def _row(unit: Unit) -> Row:
    start = unit.title or next((one.text for one in unit.paragraphs if one.text), "")
    ayat = sum(one.style is Style.ITEM and bool(one.anchor) for one in unit.paragraphs)
    return Row(unit.level, unit.full_name, excerpt(start, length=START_LETTERS), ayat)


class TextComparison(compare.FieldComparison):
    """Between two revisions: the lines that differ, each with its neighbours. Wagtail's own would look at every letter,
    for many seconds, and show all of them."""

    def htmldiff(self):
        before, after = (value.splitlines() for value in (self.val_a, self.val_b))
        if len(before) + len(after) > COMPARED_LINES:
            counts = f"{_number(len(before))} baris menjadi {_number(len(after))} baris"
            return escape(f"{counts}; terlalu panjang untuk dibandingkan.")
        changes: list[tuple[str, str]] = []
        for group in difflib.SequenceMatcher(None, before, after).get_grouped_opcodes(1):
            if changes:
                changes.append(("equal", "…"))
            for what, a_start, a_end, b_start, b_end in group:
                if what == "equal":
                    changes += [("equal", line) for line in before[a_start:a_end]]
                else:
                    changes += [("deletion", line) for line in before[a_start:a_end]]
                    changes += [("addition", line) for line in after[b_start:b_end]]
        return compare.TextDiff(changes, separator="<br>").to_html()


class _TextFieldPanel(FieldPanel):
    def get_comparison_class(self):
        return TextComparison


class TextPanel(MultiFieldPanel):
    """The field, and below it how it is read: of what is typed where scripts run, else of what was saved last."""

    def __init__(self, children=None, **kwargs):
        kwargs.setdefault("heading", "Naskah")
        kwargs.setdefault("classname", "collapsed")
        # As high as it is: Wagtail's own field would grow to the length of the whole regulation.
        field = _TextFieldPanel("text", help_text=HELP, widget=forms.Textarea(attrs={"rows": 14}))
        super().__init__(children or [field, OutlinePanel()], **kwargs)


class OutlinePanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/regulations/text_panel.html"

        def get_context_data(self, parent_context=None):
            page_id = self.instance.pk or self.form.parent_page.pk
            return super().get_context_data(parent_context) | {
                "split_url": reverse("regulation_text_split", args=[page_id]),
                **outline(self.form["text"].value() or ""),
            }
