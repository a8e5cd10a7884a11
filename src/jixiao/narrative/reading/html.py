"""Read a web page as reports are published: blocks as paragraphs, tables as rows."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from jixiao.narrative.model import Passage
from jixiao.narrative.reading.passages import PassageCollector
from jixiao.narrative.reading.text import decoded

_BLOCKS: Final = frozenset({
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "section", "article", "header", "footer",
    "main", "br", "hr", "blockquote", "pre", "center", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "caption", "figure",
})  # fmt: skip
_UNSEEN: Final = frozenset({
    "script", "style", "noscript", "template", "select", "option", "button", "title",
})  # fmt: skip
_BLANKS: Final = re.compile(r"[\s\u00a0\u3000]+")
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)


def read_html(content: bytes) -> tuple[Passage, ...]:
    """Give the passages of a page; what no reader sees is left out."""
    named = _CHARSET.search(content[:4096])
    reader = _PageReader()
    reader.feed(decoded(content, named[1].decode("ascii") if named else None))
    reader.close()
    reader.end_page()
    return tuple(reader.found.passages)


class _PageReader(HTMLParser):
    """What the parser calls; a table inside a cell is read as text of that cell."""

    def __init__(self) -> None:
        super().__init__()
        self.found = PassageCollector()
        self._unseen: list[str] = []
        self._tables = self._level = 0
        self._pieces: list[str] = []
        self._cell: list[str] | None = None
        self._row: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag in _BLOCKS:
            self.end_block()
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
                self._level = int(tag[1])
        elif tag == "table":
            self.end_block()
            self._tables += 1
            if self._tables == 1:
                self.found.begin_table()
        elif tag == "tr" and self._tables == 1:
            self._end_row()
        elif tag in ("td", "th") and self._tables == 1:
            self._end_cell()
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            if tag in self._unseen:
                del self._unseen[self._unseen.index(tag) :]
        elif tag in _BLOCKS:
            self.end_block()
        elif tag == "tr" and self._tables == 1:
            self._end_row()
        elif tag in ("td", "th") and self._tables == 1:
            self._end_cell()
        elif tag == "table" and self._tables:
            if self._tables == 1:
                self._end_row()
            self._tables -= 1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._pieces.append(data)

    def end_block(self) -> None:
        """Close the running paragraph."""
        text, self._pieces = _BLANKS.sub(" ", "".join(self._pieces)).strip(), []
        level, self._level = self._level, 0
        if text and self._cell is not None:
            self._cell.append(text)
        elif text:
            self.found.paragraph(text, level)

    def end_page(self) -> None:
        """Close whatever the page has left open."""
        self._end_row()

    def _end_cell(self) -> None:
        self.end_block()
        if self._cell is not None:
            self._row.append("\n".join(self._cell))
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        row, self._row = self._row, []
        if row:
            self.found.row(row)
