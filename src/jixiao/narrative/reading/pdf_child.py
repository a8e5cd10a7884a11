"""The process that takes the text out of a PDF: bytes on standard input, lines as JSON on output.

Runs by itself, so that a file made to hang or to claim gigabytes ends this process and no other.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys

PAGES = 400
CHARACTERS = 2_000_000


def limit_memory(most: int) -> None:
    """Claim no more than ``most`` bytes, where the system can hold one to it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def lines_of(content: bytes) -> dict[str, object]:
    """Give the lines of each page, or why there are none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages: list[list[str]] = []
    count = 0
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"failed": "encrypted"}
        if len(reader.pages) > PAGES:
            return {"failed": "long"}
        for page in reader.pages:
            lines = page.extract_text().splitlines()
            count += sum(map(len, lines))
            if count > CHARACTERS:
                return {"failed": "long"}
            pages.append(lines)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as broken:
        return {"failed": "encrypted" if "crypt" in str(broken).casefold() else "broken"}
    except (RecursionError, MemoryError, ImportError, NotImplementedError):
        return {"failed": "broken"}
    return {"pages": pages}


if __name__ == "__main__":
    limit_memory(int(sys.argv[1]))
    sys.stdout.write(json.dumps(lines_of(sys.stdin.buffer.read())))
