"""Read a plain text, UTF-8, UTF-16 or GB 18030: a line is a paragraph."""

from __future__ import annotations

import codecs

from jixiao.narrative.model import Passage, ReportRefused
from jixiao.narrative.reading.passages import CHARACTERS, PassageCollector


def read_text(content: bytes) -> tuple[Passage, ...]:
    """Give the passages of a text; a tab parts the cells of a row."""
    found = PassageCollector()
    is_table = False
    for line in decoded(content).splitlines():
        cells = line.strip().split("\t")
        if len(cells) > 1:
            if not is_table:
                found.begin_table()
            found.row(cells)
        else:
            found.paragraph(line)
        is_table = len(cells) > 1
    return tuple(found.passages)


def decoded(content: bytes, named: str | None = None) -> str:
    """Read bytes as text, by mark, by the encoding they name, as UTF-8, else as GB 18030.

    Refuses more than any report has.

    >>> decoded("得分".encode("gb18030")), decoded("得分".encode())
    ('得分', '得分')
    """
    if len(content) > 8 * CHARACTERS:
        raise ReportRefused("long")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    known = named is not None and named.casefold().replace("_", "-") in ("gb2312", "gbk", "gb18030")
    for encoding in ("utf-8-sig",) if not known else ("gb18030", "utf-8-sig"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("gb18030", "replace")
