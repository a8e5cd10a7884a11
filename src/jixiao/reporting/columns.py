"""Lay text out in columns on a screen where a Chinese character takes two places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal

from jixiao.finding import text_width

Side = Literal["left", "right"]
_NO_LINE_START = "，。、；：？！）】》”’％%"
_NO_LINE_END = "（【《“‘"
_PIECES = re.compile(r'"[^"]{0,40}"|.')  # what a formula quotes, else a character


def screen_width_of(text: str) -> int:
    """Count the places that ``text`` takes.

    >>> screen_width_of("预算A"), screen_width_of("2.46")
    (5, 4)
    """
    return text_width(text, ambiguous=1)


def pad_text(text: str, places: int, side: Side = "left") -> str:
    """Fill ``text`` up to ``places`` with blanks, its own text on ``side``."""
    blanks = " " * max(0, places - screen_width_of(text))
    return blanks + text if side == "right" else text + blanks


def wrap_text(text: str, places: int) -> list[str]:
    """Break ``text`` into lines of at most ``places``: between any two Chinese characters, Latin
    words and numbers kept whole where they fit, no line starting with a closing mark.

    >>> wrap_text("预算完成率低于95%，扣完为止", 12)
    ['预算完成率低', '于95%，扣完', '为止']
    """
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in _words(paragraph):
            if line and screen_width_of(line) + screen_width_of(word.rstrip()) > places:
                lines.append(line.rstrip())
                line = word.lstrip()
            else:
                line += word
            while screen_width_of(line.rstrip()) > places:
                head = _fitting(line, places)
                lines.append(head)
                line = line[len(head) :]
        lines.append(line.rstrip())
    return lines


def _fitting(text: str, places: int) -> str:
    """The beginning of a word that is too long: of a formula up to a comma or bracket, if any."""
    taken = 0
    for index, character in enumerate(text):
        taken += screen_width_of(character)
        if taken > places:
            ends = [at.end() for at in _PIECES.finditer(text) if at[0] in {",", "("}]
            return text[: max([end for end in ends if end <= index], default=max(1, index))]
    return text


def _words(text: str) -> Iterator[str]:
    """Split where a line may end: after each wide character and after each run of narrow ones.

    What a formula has between straight quotation marks is never parted: it is to be pasted.
    """
    word = ""
    for piece in _PIECES.findall(text):
        if word and _may_break(word[-1], piece[0]):
            yield word
            word = ""
        word += piece
    if word:
        yield word


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NO_LINE_START or before in _NO_LINE_END:
        return False
    return before == " " or 2 in {screen_width_of(before), screen_width_of(after)}


def printable(text: str) -> str:
    """Replace control characters, which a workbook may hold and a terminal would obey.

    >>> printable("预算\\x1b[2J")
    '预算\ufffd[2J'
    """
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} and c != "\n" else c for c in text
    )


def draw_table(rows: Sequence[Sequence[str]], sides: Sequence[Side], limit: int) -> list[list[str]]:
    """Lay ``rows`` (the first is the header) out, giving the lines of each row.

    The first column is wrapped to keep lines within ``limit`` places.
    """
    widths = [max(screen_width_of(row[column]) for row in rows) for column in range(len(sides))]
    spare = limit - sum(widths[1:]) - 2 * (len(widths) - 1)
    widths[0] = min(widths[0], max(12, spare))
    laid = []
    for row in rows:
        first, *more = wrap_text(row[0], widths[0])
        cells = zip((first, *row[1:]), widths, sides, strict=True)
        line = "  ".join(pad_text(text, places, side) for text, places, side in cells)
        laid.append([line.rstrip(), *more])
    return laid


def draw_grid(rows: Sequence[Sequence[str]], limit: int) -> list[str]:
    """Lay ``rows`` of words (the first is the header) out, every column wrapped.

    Narrow columns keep their width; the rest share what is left of ``limit`` places.
    """
    widths = [max(screen_width_of(row[column]) for row in rows) for column in range(len(rows[0]))]
    spare = limit - 2 * (len(widths) - 1)
    for left, column in zip(
        range(len(widths), 0, -1), sorted(range(len(widths)), key=widths.__getitem__), strict=True
    ):
        widths[column] = min(widths[column], max(4, spare // left))
        spare -= widths[column]
    lines = []
    for row in rows:
        cells = [wrap_text(text, places) for text, places in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            padded = (pad_text(part, places) for part, places in zip(parts, widths, strict=True))
            lines.append("  ".join(padded).rstrip())
    return lines
