"""What may be offered for download is decided by content, and gets a name that is harmless everywhere."""

import io
import re
import resource

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project.lib import documents, office_files, pdf
from project.lib.documents import DocumentError, check_document, safe_name
from tests import corpus


@pytest.mark.parametrize(
    ("data", "name", "stored", "pages"),
    [
        (corpus.pdf(4), "Perdes 3.pdf", "Perdes_3.pdf", 4),
        (corpus.docx(), "formulir.docx", "formulir.docx", None),
        (corpus.xlsx(), "apbdes.XLSX", "apbdes.xlsx", None),
        (corpus.opendocument("odt"), "surat.odt", "surat.odt", None),
        (corpus.opendocument("ods"), "data.ods", "data.ods", None),
    ],
)
def test_each_allowed_kind_is_taken_unchanged(data, name, stored, pages):
    document = check_document(io.BytesIO(data), name)
    assert (document.name, document.pages, document.read()) == (stored, pages, data)


@pytest.mark.parametrize(
    ("data", "name", "stored"),
    [
        (corpus.pdf(), "surat.docx", "surat_docx.pdf"),
        (corpus.pdf(), "surat", "surat.pdf"),
        (corpus.xlsx(), "data.docx", "data_docx.xlsx"),
        (corpus.docx(), "formulir.zip", "formulir_zip.docx"),
    ],
)
def test_the_ending_of_the_stored_name_tells_the_truth(data, name, stored):
    """The ending decides the content type of the answer, so it must be the content's own."""
    assert check_document(io.BytesIO(data), name).name == stored


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        pytest.param(b"", "a.pdf", documents.EMPTY, id="nothing"),
        pytest.param(b"<html>", "a.pdf", pdf.NOT_A_PDF, id="HTML named .pdf"),
        pytest.param(corpus.docx(), "a.pdf", pdf.NOT_A_PDF, id="Word named .pdf"),
        pytest.param(corpus.phone_photo(), "a.pdf", pdf.NOT_A_PDF, id="photo named .pdf"),
        pytest.param(corpus.pdf(password="x"), "a.pdf", pdf.PASSWORD, id="PDF with password"),
        pytest.param(b"<html>", "a.docx", office_files.NOT_OFFICE, id="HTML named .docx"),
        pytest.param(b"<html>", "a.html", documents.UNKNOWN, id="HTML"),
        pytest.param(corpus.SVG, "a.svg", documents.UNKNOWN, id="SVG"),
        pytest.param(corpus.phone_photo(), "a.jpg", documents.UNKNOWN, id="photo"),
        pytest.param(b"MZ" + bytes(99), "a.exe", documents.UNKNOWN, id="programme"),
        pytest.param(corpus._zip({"a.txt": b"a"}), "a.zip", office_files.NOT_OFFICE, id="ZIP"),
        pytest.param(corpus._zip({"a.txt": b"a"}), "a.docx", office_files.NOT_OFFICE, id="ZIP named .docx"),
        pytest.param(corpus.docx()[:200], "a.docx", office_files.BROKEN, id="Word cut off"),
        pytest.param(corpus.old_word(), "a.doc", office_files.OLD_OR_LOCKED, id="old Word"),
        pytest.param(corpus.old_word(), "a.docx", office_files.OLD_OR_LOCKED, id="encrypted Word"),
        pytest.param(
            corpus.encrypted_opendocument(), "a.odt", office_files.PASSWORD, id="encrypted LibreOffice"
        ),
        pytest.param(corpus.docx_with_macro(), "a.docx", office_files.MACROS, id="macro"),
        pytest.param(corpus.docx_that_climbs(), "a.docx", office_files.BROKEN, id="part outside the archive"),
        pytest.param(corpus.docx_bomb(), "a.docx", office_files.TOO_LARGE, id="bomb"),
        pytest.param(corpus.docx_of_many_parts(), "a.docx", office_files.TOO_LARGE, id="6,000 parts"),
        pytest.param(
            corpus.docx() + bytes(20 * 1024 * 1024), "a.docx", documents.TOO_HEAVY, id="more than 20 MB"
        ),
    ],
)
def test_each_bad_file_gets_its_words(data, name, words):
    """reliability.md T17."""
    with pytest.raises(DocumentError) as refusal:
        check_document(io.BytesIO(data), name)
    assert str(refusal.value) == words


def test_an_archive_that_lists_hundreds_of_thousands_of_parts_costs_no_memory():
    entry = b"PK\x01\x02" + bytes(42)
    data = b"PK\x03\x04" + entry * 400_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(DocumentError):
        check_document(io.BytesIO(data), "a.docx")
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 80


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Perdes No. 3 Tahun 2026 (final).pdf", "Perdes_No_3_Tahun_2026_final.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Kades\\surat.pdf", "surat.pdf"),
        ("a\0b.pdf", "a_b.pdf"),
        ("foto\u202efdp.exe", "foto_fdp_exe.pdf"),
        ("🌾 panen 🌾.pdf", "panen.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("a.php.pdf", "a_php.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "a_Set-Cookie_x_1.pdf"),
        ('"><img src=x onerror=alert(1)>.pdf', "img_src_x_onerror_alert_1.pdf"),
        ("cafe\u0301.pdf", "caf\u00e9.pdf"),
        ("", "dokumen.pdf"),
        ("....pdf", "dokumen.pdf"),
    ],
)
def test_names_become_harmless(name, wanted):
    """reliability.md T16."""
    assert safe_name(name, "pdf") == wanted


@given(st.text(max_size=400))
def test_every_name_fits_the_database_the_disk_and_a_header(name):
    safe = safe_name(name, "docx")
    assert re.fullmatch(r"[\w-]+\.docx", safe)
    assert len(f"documents/{'0' * 16}/{safe}") <= 100
    assert len(safe.encode()) <= 255


@given(st.binary(max_size=300), st.sampled_from(["a.pdf", "a.docx", "a.ods", "a", "a.xlsx"]))
def test_no_bytes_raise_anything_but_document_error(noise, name):
    refused = False
    try:
        check_document(io.BytesIO(b"PK\x03\x04" + noise), name)
    except DocumentError:
        refused = True
    assert refused
