"""The sheet 审核结果: what the check rests on, a row per indicator, a row per finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePath
from typing import Final

import jixiao
from jixiao.checking.model import Check, IndicatorResult, Verdict
from jixiao.checking.words import SEVERITIES, VERDICTS
from jixiao.figures.show import number, points
from jixiao.finding import Bilingual, Finding, Lang, Severity, message, remedy
from jixiao.workbook.model import Range
from jixiao.workbook.patch import AddedSheet, Entry, Line, Look
from jixiao.writing.annotation import words
from jixiao.writing.annotation.heights import height_of
from jixiao.writing.annotation.marks import ranked

WIDTHS: Final = (6.0, 9.0, 12.0, 20.0, 6.0, 8.0, 8.0, 7.0, 12.0, 24.0, 44.0)
_SEVERITY_LOOKS: Final = {
    Severity.ERROR: Look.ERROR,
    Severity.WARNING: Look.WARNING,
    Severity.NOTICE: Look.NOTICE,
}
_COLUMNS: Final = len(WIDTHS)
_FROZEN: Final = 2

COPIED: Final = "F910"  # the copy holds the values of a file in another format

SheetName = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every piece of the sheet needs: language, and how sheets are named in the copy."""

    check: Check
    lang: Lang
    sheet_name: SheetName

    def say(self, text: Bilingual, **values: object) -> str:
        return text.text(self.lang).format(**values)


def compose(
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
    filtered = None
    if check.indicators:
        lines += [Line(), _section(page.say(words.INDICATORS))]
        top = len(lines) + 1
        lines.append(_header([(text, 1) for text in words.INDICATOR_HEADER], page))
        lines += [_indicator(page, n, result) for n, result in enumerate(check.indicators, 1)]
        filtered = Range(top, 1, len(lines), _COLUMNS)
    title = words.FINDINGS if check.indicators else words.FINDINGS_ALONE
    lines += [Line(), _section(page.say(title)), _header(words.FINDING_HEADER, page)]
    top = len(lines)
    found = ranked((*check.findings, *noticed))
    lines += [_finding(page, each) for each in found]
    if not found:
        lines.append(_line((page.say(words.NONE_FOUND), Look.BODY, _COLUMNS)))
    elif filtered is None:
        filtered = Range(top, 1, len(lines), _COLUMNS)
    return AddedSheet(words.SHEET, tuple(lines), WIDTHS, _FROZEN, filtered)


def _head(page: _Page, noticed: Sequence[Finding]) -> list[Line]:
    check, lang = page.check, page.lang
    title = page.say(words.TITLE)
    if check.department:
        title = f"{check.department}　{title}" if lang == "zh" else f"{title}: {check.department}"
    copied = next((found.found for found in noticed if found.code == COPIED), None)
    if copied:
        title += page.say(words.COPIED, kind=copied)
    name = PurePath(check.file.replace("\\", "/")).name
    findings = Counter(found.severity for found in (*check.findings, *noticed))
    said = [
        page.say(words.COUNT, word=word.text(lang), count=findings[severity])
        for severity, word in SEVERITIES.items()
        if findings[severity]
    ]
    counted = "、".join(said) or page.say(words.NONE_FOUND)
    lines = [
        _line((title, Look.TITLE, _COLUMNS), height=30),
        _line((_headline(page), Look.SUBTITLE, _COLUMNS)),
        _pairs(page, (words.FILE, name), (words.PROGRAM, f"jixiao {jixiao.__version__}")),
    ]
    if check.checked:
        lines += _rests_on(page)
        lines.append(_wide(page, words.UNCHECKED, page.say(words.UNCHECKED_TEXT)))
    lines.append(_wide(page, words.FINDING_COUNTS, counted))
    if any(found.sheet and found.cell for found in check.findings):
        lines.append(_line((page.say(words.IN_COPY), Look.TEXT, _COLUMNS)))
    return lines


def _headline(page: _Page) -> str:
    if page.check.outcome == "no-scoresheet":
        return page.say(words.NO_SCORESHEET)
    if page.check.outcome == "several-scoresheets":
        return page.say(words.SEVERAL)
    counts = page.check.verdicts
    return "、".join(
        page.say(words.COUNT, word=word.text(page.lang), count=counts[verdict])
        for verdict, word in VERDICTS.items()
        if counts[verdict]
    )


def _rests_on(page: _Page) -> list[Line]:
    check = page.check
    used = check.rulebook
    rulebook = page.say(words.VERSION, id=used.id, version=used.version) if used else "—"
    department = check.department or page.say(words.UNKNOWN)
    year = str(check.year) if check.year else page.say(words.UNKNOWN)
    lines = [_pairs(page, (words.DEPARTMENT, f"{department}　{year}"), (words.RULEBOOK, rulebook))]
    total = check.total
    if total is not None:
        gap = ""
        if total.claimed is not None and total.computed is not None:
            gap = _gap(page, total.claimed - total.computed)
        lines.append(
            _pairs(
                page,
                (words.CLAIMED_TOTAL, _graded(page, total.claimed, total.claimed_grade)),
                (
                    words.COMPUTED_TOTAL,
                    _graded(page, total.computed, total.computed_grade) + gap,
                ),
            )
        )
    return lines


def _graded(page: _Page, score: Fraction | None, grade: str | None) -> str:
    if score is None:
        return "—"
    if grade:
        return page.say(words.OF_GRADE, points=points(score), grade=grade)
    return page.say(words.OF_POINTS, points=points(score))


def _gap(page: _Page, gap: Fraction) -> str:
    if not gap:
        return ""
    return page.say(words.TOO_MANY if gap > 0 else words.TOO_FEW, gap=points(abs(gap)))


def _indicator(page: _Page, number_: int, result: IndicatorResult) -> Line:
    levels = [*result.path, "", ""]
    verdict = page.say(VERDICTS[result.verdict])
    place = result.cells.get("score", "")
    sheet, _, cell = place.rpartition("!")
    return _line(
        (str(number_), Look.CENTRED, 1),
        (levels[0], Look.BODY, 1),
        (levels[1] if len(result.path) > 1 else "", Look.BODY, 1),
        (result.name, Look.LINK if sheet else Look.BODY, 1),
        _score(result.weight),
        _score(result.claimed_score),
        _score(result.computed_score),
        _score(result.gap),
        (verdict, _verdict_look(page.check, result), 1),
        (_causes(page, result), Look.BODY, 1),
        (result.trace, Look.BODY, 1),
        link=(3, (page.sheet_name(sheet), cell)) if sheet else None,
    )


def _verdict_look(check: Check, result: IndicatorResult) -> Look:
    """Colour a verdict like the worst finding about the score itself."""
    severities = [
        found.severity
        for found in check.findings
        if found.indicator == result.id and found.code.startswith("R")
    ]
    worst = min(severities, key=lambda severity: severity.rank, default=None)
    return _SEVERITY_LOOKS[worst] if worst else Look.CENTRED


def _causes(page: _Page, result: IndicatorResult) -> str:
    said = [cause.text(page.lang) for cause in result.causes]
    is_computed = result.verdict not in (Verdict.JUDGED, Verdict.MISSING)
    if is_computed and result.bounds and result.bounds[0] != result.bounds[1]:
        low, high = (points(bound) for bound in result.bounds)
        said.append(page.say(words.BOUNDS, low=low, high=high))
    return "；".join(said)


def _finding(page: _Page, found: Finding) -> Line:
    names = {result.id: result.name for result in page.check.indicators}
    said = message(found, page.lang)
    if found.because and found.because_cell:
        place = found.because_cell
        said += page.say(words.CAUSED_BY, place=place, code=found.because)
    link = None
    if found.sheet and found.cell:
        link = (2, (page.sheet_name(found.sheet), found.cell.partition(":")[0]))
    return _line(
        (found.code, Look.CENTRED, 1),
        (page.say(SEVERITIES[found.severity]), _SEVERITY_LOOKS[found.severity], 1),
        (found.place, Look.LINK if link else Look.BODY, 1),
        (names.get(found.indicator or "", ""), Look.BODY, 1),
        (said, Look.BODY, 5),
        (found.expected or "", Look.BODY, 1),
        (remedy(found, page.lang), Look.BODY, 1),
        link=link,
    )


def _pairs(page: _Page, one: tuple[Bilingual, str], other: tuple[Bilingual, str]) -> Line:
    """A row of two labels with what belongs to them."""
    return _line(
        (page.say(one[0]), Look.LABEL, 2),
        (one[1], Look.BODY, 2),
        (page.say(other[0]), Look.LABEL, 2),
        (other[1], Look.BODY, 5),
    )


def _wide(page: _Page, label: Bilingual, text: str) -> Line:
    """A row of one label with a long text."""
    return _line((page.say(label), Look.LABEL, 2), (text, Look.BODY, _COLUMNS - 2))


def _section(title: str) -> Line:
    return _line((title, Look.SECTION, _COLUMNS), height=22)


def _header(columns: Sequence[tuple[Bilingual, int]], page: _Page) -> Line:
    return _line(*((page.say(text), Look.HEADER, span) for text, span in columns))


def _score(score: Fraction | None) -> tuple[str | Decimal, Look, int]:
    if score is None:
        return ("—", Look.CENTRED, 1)
    return (Decimal(number(score)), Look.NUMBER, 1)


def _line(
    *cells: tuple[str | Decimal, Look, int],
    height: float | None = None,
    link: tuple[int, tuple[str, str]] | None = None,
) -> Line:
    """A row, high enough for its texts; ``link`` gives the number of an entry and its target."""
    entries = tuple(
        Entry(value, look, span, link[1] if link and link[0] == at else None)
        for at, (value, look, span) in enumerate(cells)
    )
    return Line(entries, height or height_of(entries, WIDTHS))
