"""Understand a figure as people type it: what it may mean, never a silent choice.

``parse_text`` takes the text of a cell and what is expected there, and gives a state with every
quantity that the text may stand for. ``parse_number`` reads the number grammar of a workbook's XML
and nothing else.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from jixiao.figures.characters import plain
from jixiao.figures.interval import Spread
from jixiao.figures.quantity import Operator, Quantity
from jixiao.figures.scan import Seen, figures, is_date, is_range
from jixiao.figures.shown import as_shown, meant_digits, with_digits
from jixiao.figures.units import factor

LONGEST_TEXT = 300  # characters in which a figure is looked for; longer texts are words
LONGEST_RAW = 400  # characters of a number in XML

MARKERS = frozenset(
    {
        "/",
        "//",
        "\\",
        "-",
        "--",
        "---",
        "—",
        "——",
        "———",
        "————",
        "─",
        "──",
        "…",
        "……",
        "无",
        "無",
        "不适用",
        "暂无",
        "没有",
        "无此项",
        "不涉及",
        "未涉及",
        "n/a",
        "na",
    }
)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?", re.ASCII)
_WORDY = re.compile(r"[^0-9 \t,。;:()%<>=≥≤+\-*/#_]{1,6}")
_QUOTIENT = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?[/÷] ?([0-9]+(?:\.[0-9]+)?)")
_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]+")
_NO_NUMBER = re.compile(r"[+-]?(?:nan|inf|infinity)|0x[0-9a-f]+|#.*", re.IGNORECASE)
_BROKEN = re.compile(r"[0-9]_[0-9]|[0-9]\.[0-9]*\.[0-9]|[0-9]{41,}|[0-9],,|[0-9]\.,|%%")
_LARGEST = Fraction(10) ** 300


class Kind(enum.StrEnum):
    """What a cell should hold."""

    ANY = "any"
    RATE = "rate"
    SCORE = "score"
    COUNT = "count"
    MONEY = "money"
    QUANTITY = "quantity"


class State(enum.StrEnum):
    """How a text was understood; a cell's reading uses the same words."""

    BLANK = "blank"
    MARKER = "marker"
    FIGURE = "figure"
    AMBIGUOUS = "ambiguous"
    TEXT = "text"
    UNREADABLE = "unreadable"


class Parsed(NamedTuple):
    """A state and all quantities possible, the likeliest first; none unless figure or ambiguous."""

    state: State
    figures: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """What the caller knows of a cell.

    ``unit`` is what a bare number there means (``%`` in a column that says so); ``digits`` are the
    decimals that the rulebook asks for in that unit and win over the digits typed; ``operator``
    says that the cell should hold one (≥95%).
    """

    kind: Kind = Kind.ANY
    unit: str = ""
    digits: int | None = None
    operator: bool = False


def parse_text(
    text: str,
    *,
    unit: str = "",
    kind: Kind | str = Kind.ANY,
    digits: int | None = None,
    operator: bool = False,
) -> Parsed:
    """Understand the text of a cell; see ``Expected`` for what the keywords say.

    >>> parsed = parse_text("本单位92.8%，因疫情", kind="rate")
    >>> parsed.state.value, parsed.figures[0].value
    ('figure', Fraction(116, 125))
    >>> [str(q.value) for q in parse_text("60.2", kind="rate").figures]
    ['301/500', '301/5']
    """
    return understand(text, Expected(Kind(kind), unit, digits, operator))


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
    value = Fraction(bare)
    return value if abs(value) < _LARGEST else None


def understand(text: str, expected: Expected) -> Parsed:
    """Understand a text against an expectation."""
    if len(text) > 4 * LONGEST_TEXT:
        return Parsed(State.UNREADABLE if _is_mostly_digits(text[:1200]) else State.TEXT)
    folded = plain(text)
    if not folded:
        return Parsed(State.BLANK)
    if folded.lower().replace(" ", "").rstrip("。") in MARKERS:
        return Parsed(State.MARKER)
    if _is_broken(folded):
        return Parsed(State.UNREADABLE)
    if len(folded) > LONGEST_TEXT:
        return Parsed(State.TEXT)
    if _SCIENTIFIC.fullmatch(folded):
        value = parse_number(folded)
        if value is None:
            return Parsed(State.UNREADABLE)
        written = len(folded.lower().partition("e")[0].partition(".")[2])
        exponent = int(folded.lower().partition("e")[2])
        seen = Seen(((value, written - exponent),), "", None, folded, is_whole=True)
        return _settled(_readings(seen, expected))
    quotient = _QUOTIENT.fullmatch(folded) if expected.kind is Kind.RATE else None
    if quotient is not None and Fraction(quotient[2]) and not is_date(folded):
        value = Fraction(quotient[1]) / Fraction(quotient[2])  # 767.86/1922.76 in place of 39.94%
        return Parsed(State.FIGURE, (Quantity(value, spread=Spread.point(value), text=folded),))
    if is_range(folded) or (is_date(folded) and not _is_wanted_beside_a_date(folded, expected)):
        return _no_figure(expected)
    return _from_seen(folded, figures(folded), expected)


def _is_mostly_digits(text: str) -> bool:
    return sum(c.isdigit() for c in text) * 2 > len(text)


def _is_broken(text: str) -> bool:
    """Say whether a text is meant as a number but is none: 1_000, NaN, 1.2.3, ٣, 10²."""
    if _NO_NUMBER.fullmatch(text) or (_BROKEN.search(text) and not is_date(text)):
        return True
    foreign = [not c.isascii() and unicodedata.category(c) in ("Nd", "No") for c in text]
    if not any(foreign):
        return False
    behind_digit = any(
        odd and text[place - 1 : place].isdigit() for place, odd in enumerate(foreign)
    )
    return behind_digit or not any(c.isalpha() for c in text)


def _is_wanted_beside_a_date(text: str, expected: Expected) -> bool:
    """Say whether a figure with the expected unit stands beside a date (2021年支出775.6万元)."""
    return expected.kind in (Kind.RATE, Kind.MONEY, Kind.SCORE) and any(
        _measures(seen, expected) for seen in figures(text)
    )


def _no_figure(expected: Expected) -> Parsed:
    words = expected.kind in (Kind.ANY, Kind.QUANTITY)
    return Parsed(State.TEXT if words else State.UNREADABLE)


def _from_seen(text: str, seen: list[Seen], expected: Expected) -> Parsed:
    if not seen:
        has_digits = any(c.isdigit() for c in text)
        return _no_figure(expected) if has_digits else Parsed(State.TEXT)
    if len(seen) == 1:
        only = seen[0]
        if not only.is_whole and not only.unit:
            only = _with_odd_unit(only, text)
        return _settled(_readings(only, expected))
    fitting = [one for one in seen if _measures(one, expected)]
    if expected.kind in (Kind.ANY, Kind.QUANTITY) and len(fitting) != 1:
        return Parsed(State.TEXT)
    chosen = fitting or seen
    return _settled([reading for one in chosen for reading in _readings(one, expected)])


def _with_odd_unit(seen: Seen, text: str) -> Seen:
    """Take a short word right behind the number as its unit (50名学员 is 50 of 名学员)."""
    rest = text[text.find(seen.text) + len(seen.text) :].strip("。;, ")
    if (
        text.startswith(seen.text)
        and _WORDY.fullmatch(rest)
        and not rest.startswith(("左右", "余", "多"))
    ):
        return replace(seen, unit=rest, is_whole=True)
    return seen


def _measures(seen: Seen, expected: Expected) -> bool:
    """Say whether a figure carries a unit of the kind expected."""
    measure = factor(seen.unit)
    match expected.kind:
        case Kind.RATE:
            return measure is not None and measure[0] == "share"
        case Kind.MONEY:
            return measure is not None and measure[0] in ("money", "") and seen.unit != ""
        case Kind.SCORE:
            return seen.unit == "分"
        case _:
            wanted = factor(expected.unit)
            return (
                bool(expected.unit)
                and measure is not None
                and wanted is not None
                and (measure[0] == wanted[0])
            )


def _settled(readings: list[Quantity]) -> Parsed:
    """Give one figure, or all of them where they differ in meaning."""
    unique = {(q.value, q.unit, q.operator): q for q in reversed(readings)}
    kept = tuple(reversed(unique.values()))
    if not kept:
        return Parsed(State.UNREADABLE)
    return Parsed(State.FIGURE if len(kept) == 1 else State.AMBIGUOUS, kept)


def _readings(seen: Seen, expected: Expected) -> list[Quantity]:
    found: list[Quantity] = []
    for number, digits in seen.numbers:
        for value, unit in _meanings(number, seen.unit, expected):
            quantity = Quantity(
                value, unit, meant_digits(number, digits), seen.operator, text=seen.text.strip()
            )
            found.append(_spread(quantity, expected))
    if expected.operator and seen.operator is None:
        found.extend(_misread_operator(seen, expected))
    return found


def _meanings(number: Fraction, unit: str, expected: Expected) -> list[tuple[Fraction, str]]:
    """List what a number with the unit typed may mean, as value and unit, likeliest first."""
    measure = factor(unit)
    if measure is not None and measure[0] == "share":
        return [(number * measure[1], unit)]
    if unit:
        is_scale = expected.kind is Kind.MONEY and measure is not None and measure[0] == ""
        return [(number, f"{unit}元" if is_scale else unit)]
    as_percent, as_fraction = (number / 100, "%"), (number, "")
    if expected.unit == "%":
        if abs(number) > 1 or number == 0:
            return [as_percent]
        return [as_fraction, as_percent]
    if expected.kind is Kind.RATE and abs(number) > 1:
        likely_fraction = abs(number) <= 2
        return [as_fraction, as_percent] if likely_fraction else [as_percent, as_fraction]
    return [as_fraction]


def _spread(quantity: Quantity, expected: Expected) -> Quantity:
    if expected.kind is Kind.COUNT:
        return replace(quantity, spread=Spread.point(quantity.value))
    if expected.digits is not None:
        return with_digits(quantity, expected.digits, expected.unit)
    digits = quantity.digits or 0
    if expected.kind is Kind.RATE and not quantity.unit:
        digits = max(digits, 2)  # 1 says 100%, not anything from 50% to 150%
    return replace(quantity, spread=as_shown(quantity.value, digits, quantity.unit))


def _misread_operator(seen: Seen, expected: Expected) -> list[Quantity]:
    """Offer ≥90% beside 290%: scanned forms print ≥ as 2."""
    written = seen.text.strip()
    if seen.unit != "%" or not re.fullmatch(
        r"2[1-9][0-9]?(?:\.[0-9]+)?%", written.replace(" ", "")
    ):
        return []
    number, digits = seen.numbers[0]
    tail = Fraction(written.replace(" ", "")[1:-1])
    if number <= 200 or tail > 100:
        return []
    quantity = Quantity(tail / 100, "%", digits, Operator.AT_LEAST, text=written)
    return [_spread(quantity, expected)]
