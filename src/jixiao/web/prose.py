"""A page of rules or of a finding code as headings, points and paragraphs, for a template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Final

_HEADING: Final = re.compile(r"(#{1,5}) (.*)")


@dataclass(frozen=True, slots=True)
class ProseLine:
    """One line: ``tag`` is h2 to h5, li or p; ``label`` is what a point begins with."""

    tag: str
    text: str
    label: str = ""

    def plain(self) -> dict[str, str]:
        """Give it as a program in the page takes it."""
        return asdict(self)


def prose_lines(text: str, colon: str = "：") -> list[ProseLine]:
    """Read such a page.

    >>> [(one.tag, one.label, one.text) for one in prose_lines("# 甲\\n\\n- 年度：2017\\n乙")]
    [('h2', '', '甲'), ('li', '年度', '2017'), ('p', '', '乙')]
    """
    return list(_lines(text.replace("`", ""), colon))


def _lines(text: str, colon: str) -> Iterator[ProseLine]:
    for line in text.splitlines():
        if found := _HEADING.fullmatch(line):
            yield ProseLine(f"h{min(len(found[1]) + 1, 5)}", found[2])
        elif line.startswith("- "):
            label, sign, rest = line[2:].partition(colon)
            is_label = bool(sign) and len(label) <= 8
            yield ProseLine("li", rest if is_label else line[2:], label if is_label else "")
        elif line.strip():
            yield ProseLine("p", line.strip())
