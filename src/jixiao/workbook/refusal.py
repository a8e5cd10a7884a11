"""How the reading of a file ends early: the finding that says why, carried by one exception."""

from __future__ import annotations

from typing import Final

from jixiao.finding import Bilingual, Finding, entry, text_of

# What a workbook is too large in; the message names the largest sheet where that is known.
OVERSIZE: Final = frozenset(
    {"F108", "F109", "F110", "F111", "F201", "F202", "F203", "F204", "F205", "F224"}
)


class Refused(Exception):
    """Reading cannot go on; ``finding`` says why to the user.

    Raised below ``read`` and ``patch`` only, and turned into a value there.
    """

    def __init__(self, found: Finding) -> None:
        super().__init__(found.code)
        self.finding = found

    def __reduce__(self) -> tuple[type[Refused], tuple[Finding]]:
        return (Refused, (self.finding,))


def refuse_file(
    code: str, *, sheet: str | None = None, found: str | None = None, **values: str | Bilingual
) -> Refused:
    """Build the refusal ``code``; the caller raises it."""
    if code in OVERSIZE:
        values["largest"] = said_of_largest(sheet)
    return Refused(Finding(code, entry(code).severity, sheet=sheet, found=found, values=values))


def said_of_largest(sheet: str | None) -> Bilingual:
    """Say which sheet is the largest; nothing where that is not known."""
    if sheet is None:
        return Bilingual("", "")
    return text_of("workbook.largest-sheet").fill(sheet=sheet)
