"""Remedies that fit the cell: where a formula works a value out, it is not to be typed.

A cell that was issued as a formula gets that formula back; one whose formula is intact needs
nothing; in a form of one's own the formula is what is to be mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.checking.issued import IssuedFormula, issued_cells
from jixiao.finding import Finding, text_of
from jixiao.scoresheet import Scoresheet

_ON_VALUES = frozenset(
    ("T101", "T102", "T103", "T104", "T105", "T106", "T107", "R105", "D008", "D009", "D202")
)
"""Findings whose remedy is to type another value."""
_BLANK_GRADE = "T107"  # whose formula waits for scores


def with_fitting_remedies(sheet: Scoresheet, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Say of cells with a formula what to do with the formula."""
    issued: dict[str, IssuedFormula] | None = None
    formulas: dict[str, str] = {}
    for found in findings:
        if found.code not in _ON_VALUES or found.is_settled:
            yield found
            continue
        if issued is None:
            issued, formulas = dict(issued_cells(sheet)), dict(_formulas(sheet))
        yield _fitting(found, issued.get(found.place), formulas.get(found.place))


def _fitting(found: Finding, issued: IssuedFormula | None, formula: str | None) -> Finding:
    if issued is not None and not issued.is_intact:
        back = issued.formula or text_of("diagnosis.copy")
        return found.doing(text_of("checking.issued.restore").fill(formula=back))
    if formula is None:
        return found
    if found.because is not None:
        place = found.because_cell or found.because
        return found.doing(text_of("checking.issued.follows").fill(place=place))
    if issued is not None or found.code == _BLANK_GRADE:
        return found.doing(text_of("checking.issued.live"))
    return found.doing(text_of("checking.issued.own").fill(formula=f"={formula}"))


def _formulas(sheet: Scoresheet) -> Iterator[tuple[str, str]]:
    """The formulas of the cells of a scoresheet, by ``sheet!cell``."""
    readings = [reading for row in sheet.rows for reading in row.readings.values()]
    for reading in (*readings, *([sheet.grade] if sheet.grade is not None else [])):
        if reading.formula is not None:
            yield reading.place, reading.formula
