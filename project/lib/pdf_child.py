"""The child process of `project.lib.pdf`: reads a PDF from stdin and prints what it found as JSON.

Started by file name, with nothing of the project on its path. It limits itself before it looks at a single byte of
the file, since a PDF can make its reader run for hours or take all memory, and a thread could not be stopped.
Answers: ``{"pages": 4, "texts": ["…", …], "complete": true}``, ``{"fault": "password"}``, ``{"fault": "broken"}``. A
killed child answers nothing. `texts` are those of the first pages: it ends, and says so, where there are too many
letters, or where reading has taken most of the time.
"""

import json
import resource
import sys
import time

# Of the processor seconds, so that what was read can still be told.
SHARE_FOR_TEXT = 0.6


def limit(cpu_seconds: int, memory_bytes: int) -> None:
    """Processor seconds and address space; no files are written, no core is dumped."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def facts(data: bytes, text_seconds: float, max_letters: int) -> dict:
    # Imported only now, under the limits.
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
        if pages == 0:
            return {"fault": "broken"}
        for number in {0, pages - 1}:  # the list of pages may name ones that can't be read
            document[number].get_size()
    except pypdfium2.PdfiumError as error:
        return {"fault": "password" if "password" in str(error).lower() else "broken"}
    texts, complete = read_texts(document, pages, text_seconds, max_letters)
    return {"pages": pages, "texts": texts, "complete": complete}


def read_texts(document, pages: int, seconds: float, max_letters: int) -> tuple[list[str], bool]:
    """The text of each page from the first on, and whether none was left out."""
    texts, letters = [], 0
    for number in range(pages):
        if time.process_time() >= seconds or letters >= max_letters:
            return texts, False
        texts.append(page_text(document, number)[: max_letters - letters])
        letters += len(texts[-1])
    return texts, letters < max_letters


def page_text(document, number: int) -> str:
    """A page that cannot be read is one without text, as a scan is."""
    import pypdfium2

    try:
        page = document[number]
        try:
            return page.get_textpage().get_text_bounded()
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return ""


if __name__ == "__main__":
    cpu_seconds = int(sys.argv[1])
    limit(cpu_seconds, int(sys.argv[2]))
    print(json.dumps(facts(sys.stdin.buffer.read(), cpu_seconds * SHARE_FOR_TEXT, int(sys.argv[3]))))
