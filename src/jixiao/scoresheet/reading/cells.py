"""Cells understood: a cell and what is expected there give a reading.

Numbers of numeric cells are read here, figures written as text by ``figures.parse``. Two possible
figures give an ambiguous reading that holds both; nothing is settled in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from jixiao.figures import (
    Exact,
    IntervalSet,
    Quantity,
    ReadingState,
    as_shown,
    convert,
    is_blank_marker,
    meant_digits,
    parse_number,
    parse_text,
    round_once,
)
from jixiao.rulebook import INSTEAD_OF_NUMBERS, answer_word
from jixiao.scoresheet.model import Reading
from jixiao.scoresheet.words import NO, YES, plain_label
from jixiao.workbook import Cell, CellKind, cell_address

ReadingKind = Literal[
    "score", "weight", "rate", "money", "count", "quantity", "flag", "choice", "text"
]

_SIGNIFICANT = 15  # decimal digits that a spreadsheet keeps of a typed number
_INVISIBLE = " \t\r\n\u00a0\u3000\u200b\ufeff"
_ENDLESS = 12  # digits of a result that is a quotient which never ends, cut off
_KNOWN = 12  # decimals; those beyond are the binary tail of a pasted result
_SHORT = 10  # characters of a number that cannot carry a residue
_LONGEST = 40  # decimals beyond which a number is left as it is
_PERCENT_DIGITS = 10  # decimals of a percentage that are shown
_LAST_SCORE = 366  # a number up to this in a date format is a score shown as a day of 1900
_SHOWN = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.|\*.")
_DATE = re.compile(r"[ymdhs年月日]", re.IGNORECASE)


class ExpectedReading(NamedTuple):
    """What a cell should hold; a named tuple, because what is remembered is looked up by it.

    ``unit`` is the unit wanted, ``written`` the unit that the header or label next to the cell says
    (empty where it says none), ``digits`` the decimals that the rulebook asks for.
    """

    kind: ReadingKind
    unit: str = ""
    written: str = ""
    digits: int | None = None
    choices: tuple[str, ...] = ()


class Spot(NamedTuple):
    """A cell that is read, and what it should hold; ``place`` is its top-left corner."""

    sheet: str
    place: tuple[int, int]
    expected: ExpectedReading

    def read(self, cells: Mapping[tuple[int, int], Cell]) -> Reading:
        """Read it out of the cells of its sheet."""
        return read_cell(cells.get(self.place), self.sheet, self.place, self.expected)


SCORE = ExpectedReading("score")
WEIGHT = ExpectedReading("weight")
TEXT = ExpectedReading("text")


def read_cell(
    cell: Cell | None, sheet: str, place: tuple[int, int], expected: ExpectedReading
) -> Reading:
    """Understand one cell; ``place`` is the (row, column) of its top-left corner."""
    if cell is None:
        return Reading(sheet, cell_address(*place), ReadingState.BLANK)
    return _read(cell, sheet, expected)


@lru_cache(maxsize=4096)  # most cells of a return are those of the form that it was typed into
def _read(cell: Cell, sheet: str, expected: ExpectedReading) -> Reading:
    return Reading(
        sheet,
        cell.address,
        *_understood(cell, expected),
        formula=cell.formula,
        is_hidden=cell.hidden,
        number_format=cell.number_format,
        is_text=cell.kind is CellKind.TEXT,
        counted_in=(expected.written or expected.unit) if expected.kind == "money" else "",
    )


_Understood = tuple[ReadingState, str, tuple[Quantity, ...]]


def _understood(cell: Cell, expected: ExpectedReading) -> _Understood:
    if cell.kind is CellKind.TEXT and (cell.formula is None or cell.has_cached):  # most cells
        return _words(cell.raw, False, expected)  # noqa: FBT003 (cached)
    if cell.kind is CellKind.ERROR:
        return ReadingState.ERROR, cell.raw, ()
    if cell.kind is CellKind.BLANK or (cell.formula is not None and not cell.has_cached):
        state = ReadingState.UNCACHED if cell.formula is not None else ReadingState.BLANK
        return state, "", ()
    if cell.kind is CellKind.INVALID:
        return ReadingState.UNREADABLE, cell.raw, ()
    if cell.kind is CellKind.NUMBER:
        return _number(cell.raw, cell.number_format, cell.formula is not None, expected)
    if cell.kind is CellKind.BOOLEAN:
        yes = cell.raw == "1"
        return _flag(yes=yes, text=answer_word(yes), expected=expected)
    return _words(cell.raw, cell.kind is CellKind.DATE, expected)


def _flag(*, yes: bool, text: str, expected: ExpectedReading) -> _Understood:
    if expected.kind != "flag":
        return ReadingState.TEXT, text, ()
    value = Exact(int(yes))
    return ReadingState.FIGURE, text, (Quantity(value, spread=IntervalSet.point(value), text=text),)


@lru_cache(maxsize=4096)
def _words(raw: str, is_date: bool, expected: ExpectedReading) -> _Understood:  # noqa: FBT001 (cached)
    text = raw.strip(_INVISIBLE)
    key = plain_label(text)
    if not text:
        return ReadingState.BLANK, "", ()
    if expected.kind == "flag" and (key in YES or key in NO):
        return _flag(yes=key in YES, text=text, expected=expected)
    chosen = next((c for c in expected.choices if plain_label(c) == key), None)
    if chosen is not None:
        return ReadingState.TEXT, chosen, ()
    if is_blank_marker(text) or is_blank_marker(key) or text in INSTEAD_OF_NUMBERS:
        return ReadingState.MARKER, text, ()
    if expected.kind in ("text", "flag", "choice") or is_date:
        return ReadingState.TEXT, text, ()
    parsed = parse_text(
        text,
        kind=_FIGURE_KINDS[expected.kind],
        unit=expected.written or expected.unit,
        digits=expected.digits,
    )
    figures = tuple(_in_unit(q, expected) for q in parsed.figures)
    if expected.kind in ("score", "weight"):
        figures = tuple(_exact(q) for q in figures)
    return ReadingState(parsed.state), text, figures


def _exact(score: Quantity) -> Quantity:
    """A score is what is written; a residue is not, and 10% as a weight is 10 points."""
    value = score.value * 100 if score.unit == "%" else score.value
    unit = "" if score.unit == "%" else score.unit
    value = round_once(value, score.digits) if score.digits is not None else value
    return replace(score, value=value, unit=unit, spread=IntervalSet.point(value))


@lru_cache(maxsize=4096)
def _number(raw: str, code: str, is_formula: bool, expected: ExpectedReading) -> _Understood:  # noqa: FBT001 (cached)
    exact = parse_number(raw)
    if exact is None:
        return ReadingState.UNREADABLE, raw, ()
    if expected.kind in ("text", "choice"):
        return ReadingState.TEXT, as_displayed(raw, code), ()
    if expected.kind == "flag":
        if exact in (0, 1):
            return _flag(yes=exact == 1, text=raw, expected=expected)
        return ReadingState.TEXT, raw, ()
    if is_date_format(code) and not 0 <= exact <= _LAST_SCORE:
        return ReadingState.UNREADABLE, raw, ()
    written = as_typed(raw)
    value, text = written.value, as_displayed(written.text, code)
    digits = _formula_digits(code, written) if is_formula else written.digits
    if expected.kind in ("score", "weight") and is_percent_format(code) and value:
        points = _quantity(value * 100, "", written.digits, expected, raw)
        if expected.kind == "weight":
            return ReadingState.FIGURE, text, (points,)
        return ReadingState.AMBIGUOUS, text, (points, _quantity(value, "", digits, expected, raw))
    if expected.kind != "rate" and expected.unit != "%":
        unit = expected.written or expected.unit
        figure = _in_unit(_quantity(value, unit, digits, expected, raw), expected)
        return ReadingState.FIGURE, text, (figure,)
    if is_percent_format(code):
        digits = digits if is_formula or digits is None else max(digits - 2, 0)
        return ReadingState.FIGURE, text, (_quantity(value, "%", digits, expected, raw),)
    figures = _bare_rate(value, digits, expected, raw)
    state = ReadingState.FIGURE if len(figures) == 1 else ReadingState.AMBIGUOUS
    return state, text, figures


def _formula_digits(code: str, written: TypedFigure) -> int | None:
    """Decimals to which the result of a formula is known; None where it is known exactly.

    Without a number format that is all of a short result, and the digits kept of a quotient
    that never ends.
    """
    shown = format_digits(code)
    is_endless = len(written.text.lstrip("-0.").replace(".", "")) >= _ENDLESS
    return written.digits if shown is None and is_endless else shown


def _bare_rate(
    value: Fraction, digits: int | None, expected: ExpectedReading, raw: str
) -> tuple[Quantity, ...]:
    """The rates that a number without percent sign may be: 0.602 is clear, 60.2 is not."""
    finer = None if digits is None else max(digits - 2, 0)
    as_fraction = _quantity(value, "%", finer, expected, raw)
    as_percent = _quantity(value / 100, "%", digits, expected, raw)
    if value == 0:
        return (as_fraction,)
    if expected.written == "%" or expected.kind != "rate":
        return (as_percent,) if abs(value) > 1 else (as_percent, as_fraction)
    return (as_fraction,) if abs(value) <= 1 else (as_percent, as_fraction)


def _quantity(
    value: Fraction, unit: str, digits: int | None, expected: ExpectedReading, text: str
) -> Quantity:
    if expected.kind in ("score", "weight", "count") or digits is None or value == 0:
        return Quantity(value, unit, digits, None, IntervalSet.point(value), text)
    if expected.digits is not None:
        digits = max(digits, expected.digits)
    spread = as_shown(value, min(digits, _KNOWN), unit)
    return Quantity(value, unit, digits, None, spread, text)


def _in_unit(figure: Quantity, expected: ExpectedReading) -> Quantity:
    """Money in the unit wanted; all else as it is."""
    if expected.kind != "money":
        return figure
    said = figure if figure.unit else replace(figure, unit=expected.written or expected.unit)
    return said if said.unit == expected.unit else convert(said, expected.unit) or said


class TypedFigure(NamedTuple):
    """A number freed of what binary storage adds.

    ``text`` is it at the 15 digits that a spreadsheet keeps; ``value`` and ``digits`` are what was
    meant, which differs from it where a residue of single precision was left out.
    """

    text: str
    value: Fraction
    digits: int
    has_residue: bool


@lru_cache(maxsize=4096)
def as_typed(raw: str) -> TypedFigure:
    """Free a stored number of its binary tail.

    >>> as_typed("95.150000000000006").text, as_typed("0.0900000762939453").digits
    ('95.15', 2)
    """
    number = Decimal(raw)
    if number.is_zero():
        return TypedFigure("0", Exact(0), 0, has_residue=False)
    places = _SIGNIFICANT - 1 - number.adjusted()
    if 0 <= places < _LONGEST:
        number = round(number, places)
    number = number.normalize()
    digits = max(0, -int(number.as_tuple().exponent))
    text, value = f"{number:f}", Exact(number)
    meant = meant_digits(value, digits)
    if meant == digits:
        return TypedFigure(text, value, digits, has_residue=False)
    return TypedFigure(text, round_once(value, meant), meant, has_residue=True)


def is_residue(reading: Reading) -> bool:
    """Whether a typed number carries a residue of single precision (0.0900000762939453)."""
    figure = reading.figure
    if figure is None or reading.formula is not None or len(figure.text) <= _SHORT:
        return False
    return parse_number(figure.text) is not None and as_typed(figure.text).has_residue


@lru_cache(maxsize=1024)
def _bare_format(code: str) -> str:
    return _SHOWN.sub("", code.split(";", maxsplit=1)[0])


def is_percent_format(code: str) -> bool:
    """Whether a number format shows percentages."""
    return "%" in _bare_format(code)


@lru_cache(maxsize=1024)
def is_date_format(code: str) -> bool:
    """Whether a number format shows dates or times."""
    return code != "General" and bool(_DATE.search(_bare_format(code).replace("General", "")))


def format_digits(code: str) -> int | None:
    """Decimals that a number format shows; None for General and formats without digits.

    >>> format_digits("0.00%"), format_digits("#,##0"), format_digits("General")
    (2, 0, None)
    """
    bare = _bare_format(code)
    if "0" not in bare and "#" not in bare:
        return None
    decimals = bare.partition(".")[2]
    return sum(1 for c in decimals if c in "0#?")


def as_displayed(raw: str, code: str) -> str:
    """A number as a person would write it.

    >>> as_displayed("0.602", "0.0%"), as_displayed("0.602", "General")
    ('60.2%', '0.602')
    """
    if not is_percent_format(code):
        return raw
    try:
        percent = round(Decimal(raw) * 100, _PERCENT_DIGITS)
    except ArithmeticError:  # far too large to be a share
        return raw
    return f"{percent.normalize():f}%"


_FIGURE_KINDS: dict[ReadingKind, str] = {
    "score": "score",
    "weight": "any",
    "rate": "rate",
    "money": "money",
    "count": "count",
    "quantity": "quantity",
}
