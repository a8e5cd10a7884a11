"""Understand a figure as people type it: what it may mean, never a silent choice.

``parse_text`` takes the text of a cell and what is expected there, and gives a state with every
quantity that the text may represent. ``parse_number`` reads the number grammar of a workbook's XML
and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from jixiao.figures.exact import Exact
from jixiao.figures.interval import IntervalSet
from jixiao.figures.parsing.broken import has_letters, is_broken
from jixiao.figures.parsing.characters import plain_characters
from jixiao.figures.parsing.markers import is_blank_marker
from jixiao.figures.parsing.meanings import (
    WORDS,
    ExpectedFigure,
    FigureKind,
    may_be,
    meanings_of,
    measures,
)
from jixiao.figures.parsing.scan import SeenFigure, is_date, is_range, scan_figures
from jixiao.figures.quantity import Quantity
from jixiao.figures.state import ReadingState

LONGEST_TEXT = 300  # characters in which a figure is looked for; longer texts are words
LONGEST_RAW = 400  # characters of a number in XML

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?", re.ASCII)
_SPLIT_SIGN = re.compile(r"(?<=[<>=]) +(?==)")  # > = is one sign
_WORDY = re.compile(r"[^0-9 \t,。;:()%<>=≥≤+\-*/#_]{1,6}")
_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]+")
_DEDUCTION = re.compile(r"[扣减失](?:分|去|除|掉)?[:为]? *[0-9]")
_NEARBY = re.compile(r"[(=]?([0-9]+(?:\.[0-9]+)?) ?[/÷] ?([0-9]+(?:\.[0-9]+)?)(?![0-9.%])[)=]?")
_LARGEST = Exact(10) ** 300


class Parsed(NamedTuple):
    """A state and all quantities possible, the likeliest first; none unless figure or ambiguous."""

    state: ReadingState
    figures: tuple[Quantity, ...] = ()


def parse_text(
    text: str,
    *,
    unit: str = "",
    kind: FigureKind | str = FigureKind.ANY,
    digits: int | None = None,
    operator: bool = False,
) -> Parsed:
    """Understand the text of a cell; see ``ExpectedFigure`` for what the keywords say.

    >>> parsed = parse_text("本单位92.8%，因疫情", kind="rate")
    >>> parsed.state.value, parsed.figures[0].value
    ('figure', Fraction(116, 125))
    >>> [str(q.value) for q in parse_text("60.2", kind="rate").figures]
    ['301/500', '301/5']
    """
    return understand(text, ExpectedFigure(FigureKind(kind), unit, digits, operator))


def parse_number(raw: str) -> Fraction | None:
    """Read a number as XML writes it (ASCII digits, point, exponent); None for anything else.

    >>> parse_number("7.756E2"), parse_number("1_000"), parse_number("1e999")
    (Fraction(3878, 5), None, None)
    """
    bare = raw.strip(" \t\r\n")
    if len(bare) > LONGEST_RAW or not _NUMBER.fullmatch(bare):
        return None
    exponent = int(bare.lower().partition("e")[2] or 0)
    if abs(exponent) > 330:
        return None
    value = Exact(bare)
    return value if abs(value) < _LARGEST else None


def understand(text: str, expected: ExpectedFigure) -> Parsed:
    """Understand a text against an expectation."""
    if len(text) > 4 * LONGEST_TEXT:
        return Parsed(
            ReadingState.UNREADABLE if _is_mostly_digits(text[:1200]) else ReadingState.TEXT
        )
    folded = _SPLIT_SIGN.sub("", plain_characters(text))
    if not folded:
        return Parsed(ReadingState.BLANK)
    if is_blank_marker(folded):
        return Parsed(ReadingState.MARKER)
    if is_broken(folded):
        return Parsed(ReadingState.UNREADABLE)
    if len(folded) > LONGEST_TEXT:
        return Parsed(ReadingState.TEXT)
    if _SCIENTIFIC.fullmatch(folded):
        return _scientific(folded, expected)
    return _typed(folded, scan_figures(folded), expected)


def _scientific(text: str, expected: ExpectedFigure) -> Parsed:
    value = parse_number(text)
    if value is None:
        return Parsed(ReadingState.UNREADABLE)
    mantissa, _, exponent = text.lower().partition("e")
    digits = len(mantissa.partition(".")[2]) - int(exponent)
    return _settled(
        meanings_of(SeenFigure(((value, digits),), "", None, text, is_whole=True), expected)
    )


def _typed(text: str, seen: list[SeenFigure], expected: ExpectedFigure) -> Parsed:
    """Understand a folded text in which ``seen`` was found: refuse it, or take its figures."""
    if expected.kind not in WORDS and (has_letters(text) or text == "一"):
        return Parsed(ReadingState.UNREADABLE)  # 一 is one, or a dash
    if expected.kind is FigureKind.SCORE and len(_DEDUCTION.findall(text)) == len(seen) > 0:
        return Parsed(ReadingState.UNREADABLE)  # 扣0.5 says what is lost, not what is had
    quotient = _NEARBY.search(text) if expected.kind is FigureKind.RATE else None
    if quotient is not None and Exact(quotient[2]) and not is_date(text):
        return _with_quotient(text, quotient, expected)
    if is_range(text) or (is_date(text) and not _is_wanted_next_to_a_date(seen, expected)):
        return _no_figure(expected)
    return _from_seen(text, seen, expected)


def _with_quotient(text: str, quotient: re.Match[str], expected: ExpectedFigure) -> Parsed:
    """Read 767.86/1922.76 in place of 39.94%, or next to it as what it comes from."""
    value = Exact(quotient[1]) / Exact(quotient[2])
    exact = Quantity(value, spread=IntervalSet.point(value), text=quotient[0])
    rest = text[: quotient.start()] + text[quotient.end() :]
    if not any(c.isdigit() for c in rest):
        return Parsed(ReadingState.FIGURE, (exact,))
    nearby = understand(rest, expected)
    if nearby.state is not ReadingState.FIGURE:
        return _no_figure(expected)
    stated = nearby.figures[0]
    if stated.spread is not None and stated.spread.contains(value):
        return Parsed(ReadingState.FIGURE, (replace(stated, text=text),))
    return Parsed(ReadingState.AMBIGUOUS, (stated, exact))


def _is_mostly_digits(text: str) -> bool:
    return sum(c.isdigit() for c in text) * 2 > len(text)


def _is_wanted_next_to_a_date(seen: list[SeenFigure], expected: ExpectedFigure) -> bool:
    """Say whether a figure with the expected unit is next to a date (2021年支出775.6万元)."""
    return expected.kind in (FigureKind.RATE, FigureKind.MONEY, FigureKind.SCORE) and any(
        may_be(one, expected) and measures(one, expected) for one in seen
    )


def _no_figure(expected: ExpectedFigure) -> Parsed:
    return Parsed(ReadingState.TEXT if expected.kind in WORDS else ReadingState.UNREADABLE)


def _from_seen(text: str, seen: list[SeenFigure], expected: ExpectedFigure) -> Parsed:
    if not seen:
        has_digits = any(c.isdigit() for c in text)
        return _no_figure(expected) if has_digits else Parsed(ReadingState.TEXT)
    if len(seen) == 1 and not seen[0].is_whole and not seen[0].unit:
        seen = [_with_odd_unit(seen[0], text)]
    if len(seen) == 1 or expected.kind not in WORDS:
        seen = [one for one in seen if may_be(one, expected)]
    fitting = [one for one in seen if measures(one, expected)]
    if expected.kind in WORDS and len(seen) > 1 and len(fitting) != 1:
        return Parsed(ReadingState.TEXT)
    chosen = fitting or seen
    return _settled([reading for one in chosen for reading in meanings_of(one, expected)])


def _with_odd_unit(seen: SeenFigure, text: str) -> SeenFigure:
    """Take a short word right behind the number as its unit (50名学员 is 50 of 名学员)."""
    rest = text[text.find(seen.text) + len(seen.text) :].strip("。;, ")
    if (
        text.startswith(seen.text)
        and _WORDY.fullmatch(rest)
        and not rest.startswith(("左右", "余", "多"))
    ):
        return replace(seen, unit=rest, is_whole=True)
    return seen


def _settled(readings: list[Quantity]) -> Parsed:
    """Give one figure, or all of them where they differ in meaning."""
    unique = {(q.value, q.unit, q.operator): q for q in reversed(readings)}
    kept = tuple(reversed(unique.values()))
    if not kept:
        return Parsed(ReadingState.UNREADABLE)
    return Parsed(ReadingState.FIGURE if len(kept) == 1 else ReadingState.AMBIGUOUS, kept)
