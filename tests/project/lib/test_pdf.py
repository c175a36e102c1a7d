"""A PDF is opened in a child process with limits, whatever it does there."""

import io
import json
import resource
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from project.lib import pdf
from project.lib.pdf import PdfError, PdfFacts, examine
from tests import corpus
from tests.factories.pdfs import scan_pdf, text_pdf


@pytest.mark.parametrize("pages", [1, 3, 2000])
def test_pages_are_counted(pages):
    assert examine(io.BytesIO(corpus.pdf(pages))) == PdfFacts(pages=pages)


def test_a_path_is_read_too(tmp_path):
    path = tmp_path / "perdes.pdf"
    path.write_bytes(corpus.pdf(2))
    assert examine(path) == examine(str(path)) == PdfFacts(pages=2)


def test_a_file_that_was_read_before_is_read_from_its_start():
    file = io.BytesIO(corpus.pdf())
    file.read()
    assert examine(file) == PdfFacts(pages=3)


def test_something_may_stand_before_the_header_within_one_kilobyte():
    """Mail gateways and scanners put lines before it."""
    assert examine(io.BytesIO(b"\r\n" * 200 + corpus.pdf())) == PdfFacts(pages=3)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", pdf.NOT_A_PDF, id="nothing"),
        pytest.param(b"<!doctype html><script>alert(1)</script>", pdf.NOT_A_PDF, id="HTML named .pdf"),
        pytest.param(corpus.docx(), pdf.NOT_A_PDF, id="Word"),
        pytest.param(corpus.phone_photo(), pdf.NOT_A_PDF, id="photo"),
        pytest.param(bytes(2000) + corpus.pdf(), pdf.NOT_A_PDF, id="header too far behind"),
        pytest.param(corpus.broken_pdf(), pdf.BROKEN, id="header and rubbish"),
        pytest.param(corpus.pdf()[:900], pdf.BROKEN, id="cut off"),
        pytest.param(corpus.pdf(password="rahasia"), pdf.PASSWORD, id="password"),
        pytest.param(corpus.pdf(2001), pdf.TOO_MANY_PAGES, id="2,001 pages"),
        pytest.param(corpus.pdf() + bytes(20 * 1024 * 1024), pdf.TOO_HEAVY, id="more than 20 MB"),
        pytest.param(
            corpus.raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"),
            pdf.BROKEN,
            id="no pages",
        ),
        pytest.param(
            corpus.raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 900>>"),
            pdf.BROKEN,
            id="claims pages it lacks",
        ),
        pytest.param(
            corpus.raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
            pdf.BROKEN,
            id="pages within themselves",
        ),
    ],
)
def test_each_bad_pdf_gets_its_words(data, words):
    """reliability.md T17."""
    with pytest.raises(PdfError) as refusal:
        examine(io.BytesIO(data))
    assert str(refusal.value) == words


def test_a_bomb_stops_at_the_memory_limit_of_the_child():
    """1 MB that unpacks to 1 GB as soon as the list of pages is read."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(PdfError) as refusal:
        examine(io.BytesIO(corpus.pdf_bomb()))
    assert str(refusal.value) == pdf.TOO_COMPLEX
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 50


def test_a_script_inside_does_not_run_and_is_no_reason_to_refuse():
    """It is served with a policy that lets nothing run: tests/home/identity/test_media.py."""
    assert examine(io.BytesIO(corpus.pdf_with_script())) == PdfFacts(pages=1)


def child(tmp_path: Path, program: str) -> Path:
    path = tmp_path / "child.py"
    path.write_text(program)
    return path


def test_a_reader_that_takes_too_long_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "_CHILD", child(tmp_path, "import time; time.sleep(60)"))
    monkeypatch.setattr(pdf, "WALL_SECONDS", 0.5)
    started = time.monotonic()
    with pytest.raises(PdfError) as refusal:
        examine(io.BytesIO(corpus.pdf()))
    assert str(refusal.value) == pdf.TOO_COMPLEX
    assert time.monotonic() - started < 10


LIMITED = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("pdf_child", {path!r})
module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module)
module.limit(1, int(sys.argv[2]))
"""


@pytest.mark.parametrize(
    "mischief",
    [
        pytest.param("while True: pass", id="processor"),
        pytest.param("x = b'x' * 900_000_000", id="memory"),
        pytest.param("open(sys.argv[0] + '.out', 'w').write('x' * 10_000)", id="disk"),
    ],
)
def test_the_child_limits_itself(tmp_path, monkeypatch, mischief):
    source = str(Path(pdf.__file__).with_name("pdf_child.py"))
    monkeypatch.setattr(pdf, "_CHILD", child(tmp_path, LIMITED.format(path=source) + mischief))
    with pytest.raises(PdfError) as refusal:
        examine(io.BytesIO(corpus.pdf()))
    assert str(refusal.value) == pdf.TOO_COMPLEX


def test_the_child_sees_nothing_of_the_environment_or_the_project(monkeypatch, tmp_path):
    """A key in the environment must not be readable from a process that reads hostile files."""
    monkeypatch.setenv("BALAI_SECRET_KEY", "rahasia")
    answer = "print(json.dumps({'pages': %s, 'texts': [], 'complete': True}))"
    program = "import json, os\n" + answer % "len(os.environ.get('BALAI_SECRET_KEY', '')) or 1"
    monkeypatch.setattr(pdf, "_CHILD", child(tmp_path, program))
    assert examine(io.BytesIO(corpus.pdf())) == PdfFacts(pages=1)
    program = f"import json\ntry:\n import project\n print('{{}}')\nexcept ImportError:\n {answer % 7}"
    monkeypatch.setattr(pdf, "_CHILD", child(tmp_path, program))
    assert examine(io.BytesIO(corpus.pdf())) == PdfFacts(pages=7)


@pytest.mark.parametrize("program", ["import sys; sys.exit(3)", "import os; os.abort()"])
def test_a_child_that_falls_over_gives_words(tmp_path, monkeypatch, program):
    monkeypatch.setattr(pdf, "_CHILD", child(tmp_path, program))
    with pytest.raises(PdfError) as refusal:
        examine(io.BytesIO(corpus.pdf()))
    assert str(refusal.value) == pdf.TOO_COMPLEX


def test_a_child_that_answers_nothing_gives_words(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "_CHILD", child(tmp_path, "print('halo')"))
    with pytest.raises(PdfError) as refusal:
        examine(io.BytesIO(corpus.pdf()))
    assert str(refusal.value) == pdf.BROKEN


def test_the_child_runs_by_itself_as_its_docstring_says():
    command = [
        sys.executable,
        "-I",
        str(Path(pdf.__file__).with_name("pdf_child.py")),
        "5",
        str(pdf.MEMORY_BYTES),
        "100",
    ]
    answer = subprocess.run(command, input=text_pdf("Halaman satu", "Dua"), capture_output=True, check=True)
    assert json.loads(answer.stdout) == {"pages": 2, "texts": ["Halaman satu", "Dua"], "complete": True}


def test_the_text_of_each_page_is_read():
    facts = examine(io.BytesIO(text_pdf("Pasal 1\nSampah dipilah.", "Pasal 2")))

    assert (facts.texts, facts.complete) == (("Pasal 1\nSampah dipilah.", "Pasal 2"), True)


def test_a_scan_has_no_text():
    assert examine(io.BytesIO(scan_pdf(2))).texts == ("", "")


def test_reading_ends_at_so_many_letters_and_says_so(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_LETTERS", 12)

    facts = examine(io.BytesIO(text_pdf("Halaman satu", "Halaman dua")))

    assert (facts.pages, facts.texts, facts.complete) == (2, ("Halaman satu",), False)


def test_two_thousand_pages_of_text_are_answered_within_the_limits():
    data = text_pdf(*["Setiap warga memilah sampah di rumahnya. " * 40] * 2000)

    facts = examine(io.BytesIO(data))

    assert facts.pages == 2000
    assert sum(map(len, facts.texts)) <= pdf.MAX_LETTERS
    assert facts.complete is False


def test_a_page_that_unpacks_to_a_gigabyte_is_refused():
    """Its size is only met when its text is read."""
    packed = zlib.compress(b"BT (x) Tj ET " * 80_000_000, 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    data = corpus.raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        stream,
    )

    with pytest.raises(PdfError) as refusal:
        examine(io.BytesIO(data))
    assert str(refusal.value) == pdf.TOO_COMPLEX
