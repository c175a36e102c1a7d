"""Real PDFs: with text, as a scan, with a number in them."""

import io

from fpdf import FPDF
from PIL import Image


def text_pdf(*pages: str) -> bytes:
    """One page for each text, wrapped."""
    document = FPDF()
    document.set_font("helvetica", size=11)
    for text in pages:
        document.add_page()
        document.multi_cell(0, 6, text)
    return bytes(document.output())


def scan_pdf(pages: int = 1) -> bytes:
    """Pictures of pages, as a scanner gives them."""
    document = FPDF()
    for _ in range(pages):
        picture = io.BytesIO()
        Image.new("L", (600, 850), 235).save(picture, "PNG")
        document.add_page()
        document.image(picture, 0, 0, 210)
    return bytes(document.output())
