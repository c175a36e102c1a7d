"""The child process of `project.lib.pdf`: reads a PDF from stdin and prints what it found as JSON.

Started by file name, with nothing of the project on its path. It limits itself before it looks at a single byte of
the file, since a PDF can make its reader run for hours or take all memory, and a thread could not be stopped.
Answers: ``{"pages": 4}``, ``{"fault": "password"}``, ``{"fault": "broken"}``. A killed child answers nothing.
"""

import json
import resource
import sys


def limit(cpu_seconds: int, memory_bytes: int) -> None:
    """Processor seconds and address space; no files are written, no core is dumped."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def facts(data: bytes) -> dict[str, int | str]:
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
    return {"pages": pages}


if __name__ == "__main__":
    limit(int(sys.argv[1]), int(sys.argv[2]))
    print(json.dumps(facts(sys.stdin.buffer.read())))
