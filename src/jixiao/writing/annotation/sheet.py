"""The sheet 审核结果: what the check rests on, a row per indicator, a row per finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePath
from typing import Final

from jixiao.checking import SEVERITIES, VERDICTS, Check, IndicatorResult, Verdict
from jixiao.figures import format_number, format_points
from jixiao.finding import (
    Finding,
    Lang,
    Severity,
    chinese_text,
    message,
    remedy,
    text_in,
)
from jixiao.reporting import location_text, waived_text
from jixiao.version import __version__
from jixiao.workbook import AddedCell, AddedLine, AddedSheet, CellFormat, CellRange
from jixiao.writing.annotation.marks import ranked_findings, severity_word
from jixiao.writing.text_width import row_height

SHEET: Final = chinese_text("annotation.sheet")
_INDICATOR_COLUMNS: Final = (
    "no", "level-1", "level-2", "indicator", "weight", "self-score", "computed", "gap", "verdict",
    "cause", "arithmetic",
)  # fmt: skip
_FINDING_COLUMNS: Final = (  # with the number of columns that each takes
    ("code", 1),
    ("severity", 1),
    ("place", 1),
    ("indicator", 1),
    ("finding", 5),
    ("expected", 1),
    ("remedy", 1),
    ("response", 1),
)
WIDTHS: Final = (6.0, 9.0, 12.0, 20.0, 6.0, 8.0, 8.0, 7.0, 12.0, 22.0, 40.0, 24.0)
_SEVERITY_FORMATS: Final = {
    Severity.ERROR: CellFormat.ERROR,
    Severity.WARNING: CellFormat.WARNING,
    Severity.NOTICE: CellFormat.NOTICE,
}
_COLUMNS: Final = len(WIDTHS)
_FROZEN: Final = 2
_ABOVE_FINDINGS: Final = 3  # a blank row, the title and the headings

COPIED: Final = "F910"  # the copy holds the values of a file in another format

SheetName = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every piece of the sheet needs: language, and how sheets are named in the copy."""

    check: Check
    lang: Lang
    sheet_name: SheetName

    def say(self, id_: str, **values: object) -> str:
        return text_in(id_, self.lang, **values)


def compose_results(
    check: Check,
    noticed: Sequence[Finding] = (),
    *,
    lang: Lang = "zh",
    sheet_name: SheetName = lambda name: name,
) -> AddedSheet:
    """Make the sheet; ``noticed`` are findings of the annotating itself.

    ``sheet_name`` gives the name that a sheet of the return has in the copy.
    """
    page = _Page(check, lang, sheet_name)
    lines = _head(page, noticed)
    first = len(lines) + _ABOVE_FINDINGS + 1
    lines += _findings(page, ranked_findings((*check.findings, *noticed)))
    titles, filtered = len(lines), None
    if check.indicators:
        lines += [AddedLine(), _section(page.say("annotation.indicators"))]
        columns = ((f"annotation.header.{name}", 1) for name in _INDICATOR_COLUMNS[:-1])
        lines.append(_header([*columns, (f"annotation.header.{_INDICATOR_COLUMNS[-1]}", 2)], page))
        titles = len(lines)
        lines += [_indicator(page, n, result) for n, result in enumerate(check.indicators, 1)]
        filtered = CellRange(titles, 1, len(lines), _COLUMNS)
    return AddedSheet(
        SHEET,
        tuple(lines),
        WIDTHS,
        _FROZEN,
        filtered,
        repeated=titles if filtered else 0,
        chosen=first,
    )


def _findings(page: _Page, found: Sequence[Finding]) -> list[AddedLine]:
    """The findings, each with room for what the department says of it, and who signs for it."""
    title = "annotation.findings" if page.check.indicators else "annotation.findings-alone"
    columns = [(f"annotation.findings.{column}", span) for column, span in _FINDING_COLUMNS]
    lines = [AddedLine(), _section(page.say(title)), _header(columns, page)]
    lines += [_finding(page, each) for each in found]
    if not found:
        lines.append(_line((page.say("annotation.none-found"), CellFormat.BODY, _COLUMNS)))
    else:
        lines.append(_line((page.say("annotation.signed"), CellFormat.TEXT, _COLUMNS), height=34))
    return lines


def _head(page: _Page, noticed: Sequence[Finding]) -> list[AddedLine]:
    check, lang = page.check, page.lang
    title = page.say("annotation.title")
    if check.department:
        title = f"{check.department}　{title}" if lang == "zh" else f"{title}: {check.department}"
    copied = next((found.found for found in noticed if found.code == COPIED), None)
    if copied:
        title += page.say("annotation.copied", kind=copied)
    name = PurePath(check.file.replace("\\", "/")).name
    listed = (*check.findings, *noticed)
    findings = Counter(found.severity for found in listed if found.waived is None)
    waived = sum(found.waived is not None for found in listed)
    said = [
        page.say("annotation.count", word=word.text(lang), count=findings[severity])
        for severity, word in SEVERITIES.items()
        if findings[severity]
    ]
    if waived:
        word = text_in("words.waived", lang)
        said.append(page.say("annotation.count", word=word, count=waived))
    counted = "、".join(said) or page.say("annotation.none-found")
    lines = [
        _line((title, CellFormat.TITLE, _COLUMNS), height=30),
        _line((_headline(page), CellFormat.SUBTITLE, _COLUMNS)),
        _pairs(page, ("annotation.file", name), ("annotation.program", f"jixiao {__version__}")),
    ]
    if check.checked:
        lines += _rests_on(page)
        lines.append(_wide(page, "annotation.unchecked", page.say("annotation.unchecked-text")))
    lines.append(_wide(page, "annotation.finding-counts", counted))
    if any(found.sheet and found.cell for found in check.findings):
        lines.append(_line((page.say("annotation.in-copy"), CellFormat.TEXT, _COLUMNS)))
    return lines


def _headline(page: _Page) -> str:
    if page.check.outcome == "no-scoresheet":
        return page.say("annotation.no-scoresheet")
    if page.check.outcome == "several-scoresheets":
        return page.say("annotation.several")
    counts = page.check.verdicts
    return "、".join(
        page.say("annotation.count", word=word.text(page.lang), count=counts[verdict])
        for verdict, word in VERDICTS.items()
        if counts[verdict]
    )


def _rests_on(page: _Page) -> list[AddedLine]:
    check = page.check
    used = check.rulebook
    rulebook = page.say("annotation.version", id=used.id, version=used.version) if used else "—"
    department = check.department or page.say("annotation.unknown")
    year = str(check.year) if check.year else page.say("annotation.unknown")
    lines = [
        _pairs(
            page,
            ("annotation.department", f"{department}　{year}"),
            ("annotation.rulebook", rulebook),
        )
    ]
    total = check.total
    if total is not None:
        gap = ""
        if total.claimed is not None and total.computed is not None:
            gap = _gap(page, total.claimed - total.computed)
        lines.append(
            _pairs(
                page,
                ("annotation.claimed-total", _graded(page, total.claimed, total.claimed_grade)),
                (
                    "annotation.computed-total",
                    _graded(page, total.computed, total.computed_grade) + gap,
                ),
            )
        )
    return lines


def _graded(page: _Page, score: Fraction | None, grade: str | None) -> str:
    if score is None:
        return "—"
    if grade:
        return page.say("annotation.of-grade", points=format_points(score), grade=grade)
    return page.say("annotation.of-points", points=format_points(score))


def _gap(page: _Page, gap: Fraction) -> str:
    if not gap:
        return ""
    return page.say(
        "annotation.too-many" if gap > 0 else "annotation.too-few", gap=format_points(abs(gap))
    )


def _indicator(page: _Page, number_: int, result: IndicatorResult) -> AddedLine:
    levels = [*result.path, "", ""]
    verdict = VERDICTS[result.verdict].text(page.lang)
    place = result.cells.get("score", "")
    sheet, _, cell = place.rpartition("!")
    return _line(
        (str(number_), CellFormat.CENTRED, 1),
        (levels[0], CellFormat.BODY, 1),
        (levels[1] if len(result.path) > 1 else "", CellFormat.BODY, 1),
        (result.name, CellFormat.LINK if sheet else CellFormat.BODY, 1),
        _score(result.weight),
        _score(result.claimed_score),
        _score(result.computed_score),
        _score(result.gap),
        (verdict, _verdict_look(page.check, result), 1),
        (_causes(page, result), CellFormat.BODY, 1),
        (result.trace.text(page.lang) if result.trace else "", CellFormat.BODY, 2),
        link=(3, (page.sheet_name(sheet), cell)) if sheet else None,
    )


def _verdict_look(check: Check, result: IndicatorResult) -> CellFormat:
    """Colour a verdict like the worst finding about the score itself."""
    severities = [
        found.severity
        for found in check.findings
        if found.indicator == result.id and found.code.startswith("R") and found.waived is None
    ]
    worst = min(severities, key=lambda severity: severity.rank, default=None)
    return _SEVERITY_FORMATS[worst] if worst else CellFormat.CENTRED


def _causes(page: _Page, result: IndicatorResult) -> str:
    said = [cause.text(page.lang) for cause in result.causes]
    is_computed = result.verdict not in (Verdict.JUDGED, Verdict.MISSING)
    if is_computed and result.bounds and result.bounds[0] != result.bounds[1]:
        low, high = (format_points(bound) for bound in result.bounds)
        said.append(page.say("annotation.bounds", low=low, high=high))
    return "；".join(said)


def _finding(page: _Page, found: Finding) -> AddedLine:
    names = {result.id: result.name for result in page.check.indicators}
    said = message(found, page.lang)
    if found.because and found.because_cell:
        place = found.because_cell
        said += page.say("annotation.caused-by", place=place, code=found.because)
    link = None
    if found.sheet and found.cell:
        link = (2, (page.sheet_name(found.sheet), found.cell.partition(":")[0]))
    return _line(
        (found.code, CellFormat.CENTRED, 1),
        (
            severity_word(found, page.lang),
            CellFormat.CENTRED if found.waived else _SEVERITY_FORMATS[found.severity],
            1,
        ),
        (location_text(found, page.lang), CellFormat.LINK if link else CellFormat.BODY, 1),
        (names.get(found.indicator or "", ""), CellFormat.BODY, 1),
        (said, CellFormat.BODY, 5),
        (found.expected or "", CellFormat.BODY, 1),
        (
            waived_text(found.waived, page.lang) if found.waived else remedy(found, page.lang),
            CellFormat.BODY,
            1,
        ),
        ("", CellFormat.BODY, 1),
        link=link,
    )


def _pairs(page: _Page, one: tuple[str, str], other: tuple[str, str]) -> AddedLine:
    """A row of two labels with what belongs to them."""
    return _line(
        (page.say(one[0]), CellFormat.LABEL, 2),
        (one[1], CellFormat.BODY, 2),
        (page.say(other[0]), CellFormat.LABEL, 2),
        (other[1], CellFormat.BODY, 6),
    )


def _wide(page: _Page, label: str, text: str) -> AddedLine:
    """A row of one label with a long text."""
    return _line((page.say(label), CellFormat.LABEL, 2), (text, CellFormat.BODY, _COLUMNS - 2))


def _section(title: str) -> AddedLine:
    return _line((title, CellFormat.SECTION, _COLUMNS), height=22)


def _header(columns: Sequence[tuple[str, int]], page: _Page) -> AddedLine:
    return _line(*((page.say(text), CellFormat.HEADER, span) for text, span in columns))


def _score(score: Fraction | None) -> tuple[str | Decimal, CellFormat, int]:
    if score is None:
        return ("—", CellFormat.CENTRED, 1)
    return (Decimal(format_number(score)), CellFormat.NUMBER, 1)


def _line(
    *cells: tuple[str | Decimal, CellFormat, int],
    height: float | None = None,
    link: tuple[int, tuple[str, str]] | None = None,
) -> AddedLine:
    """A row, high enough for its texts; ``link`` gives the number of an entry and its target."""
    entries = tuple(
        AddedCell(value, look, span, link[1] if link and link[0] == at else None)
        for at, (value, look, span) in enumerate(cells)
    )
    return AddedLine(entries, height or row_height(entries, WIDTHS))
