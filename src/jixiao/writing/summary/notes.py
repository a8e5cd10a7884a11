"""The sheet 说明: what was checked with what, how verdicts come about, what was not checked."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import text_in
from jixiao.writing.summary.formats import lay_out
from jixiao.writing.summary.model import SummaryScope
from jixiao.writing.text_width import text_height

_WIDTH = 110
_VERDICTS = ("agrees", "agrees-shown", "differs", "undecidable", "judged", "missing")
_RULES = (
    "totals", "over", "ranking", "rulebooks", "reviewed", "several", "scope", "links", "hash",
)  # fmt: skip


def write_notes(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    outcomes: Mapping[str, int],
    scope: SummaryScope,
) -> None:
    """Write the sheet, one sentence a row under four headings."""
    lang = scope.lang
    lay_out(sheet, (4, _WIDTH), lang, header_row=None)
    sheet.fit_to_pages(1, 1)  # else the last lines are alone on a page
    row = 0
    for heading, lines in (
        ("basis", _basis(scope)),
        ("verdicts", [text_in(f"summary.verdict.{name}", lang) for name in _VERDICTS]),
        ("rules", [text_in(f"summary.rule.{name}", lang) for name in _RULES]),
        ("files", _unchecked(outcomes, scope)),
    ):
        sheet.write_string(row, 0, text_in(f"summary.notes.{heading}", lang), formats["block"])
        for offset, line in enumerate(lines, 1):
            sheet.set_row(row + offset, text_height(line, _WIDTH))
            sheet.write_string(row + offset, 1, line, formats["plain"])
        row += len(lines) + 2


def _basis(scope: SummaryScope) -> list[str]:
    def say(id_: str, **slots: object) -> str:
        return text_in(id_, scope.lang).format(**slots)

    lines = [say("summary.notes.program", program=scope.program)]
    lines += [
        say("summary.notes.rulebook", id=key, name=name, count=scope.used[key])
        for key, name in scope.rulebooks.items()
    ]
    if scope.year is not None:
        lines.append(say("summary.notes.year", year=scope.year))
    if scope.listed is None:
        return [*lines, say("summary.notes.no-roster")]
    return [*lines, say("summary.notes.roster", count=scope.listed)]


def _unchecked(outcomes: Mapping[str, int], scope: SummaryScope) -> list[str]:
    counts = {
        "unchecked": outcomes.get("unreadable", 0) + outcomes.get("several-scoresheets", 0),
        "no-scoresheet": outcomes.get("no-scoresheet", 0),
        "skipped": scope.skipped,
    }
    return [
        text_in(f"summary.notes.{name}", scope.lang).format(count=count)
        for name, count in counts.items()
    ]
