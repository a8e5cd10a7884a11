"""Findings on this year's return that come from last year's, both as scoresheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jixiao.checking.previous.pairs import FigurePair, figure_pairs
from jixiao.figures import IntervalSet, Quantity, convert, format_number
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.rulebook import Role
from jixiao.scoresheet import Reading, RowKind, Scoresheet, is_same_department, plain_label

_LEAST_COPIED: Final = 3  # amounts that are the same in both years
_LEAST_DIGITS: Final = 3  # of an amount that is hardly the same by chance
_LEAST_WORDS: Final = 12  # characters of a text that is hardly the same by chance
_SCORED: Final = (RowKind.INDICATOR, RowKind.FREE)
_SHOWN: Final = 6


def compare_years(now: Scoresheet, last: Scoresheet, *, is_same: bool = False) -> Iterator[Finding]:
    """Yield what does not fit between the years; nothing where the years don't follow.

    ``is_same``: both are known to be of one department, whatever it was called.
    """
    misfit = _misfit(now, last, is_same=is_same)
    if misfit is not None:
        yield finding("C205", reason=misfit)
        return
    for pair in figure_pairs(now, last):
        yield from _compared(pair)
    yield from _copied(now, last)
    yield from _same_words(now, last)


def _misfit(now: Scoresheet, last: Scoresheet, *, is_same: bool) -> Bilingual | None:
    if now.workbook.sha256 == last.workbook.sha256:
        return text_of("checking.previous.same-file")
    if now.year is not None and last.year is not None and last.year != now.year - 1:
        values = {"now": str(now.year), "last": str(last.year)}
        return text_of("checking.previous.year").fill(**values)
    one, other = now.department, last.department
    if not is_same and one and other and not is_same_department(one, other):
        return text_of("checking.previous.department").fill(now=one, last=other)
    return None


def _compared(pair: FigurePair) -> Iterator[Finding]:
    now, last = pair.now.figure, pair.last.figure
    if now is None or last is None or may_be_same(now, last):
        return
    yield finding(
        "C202" if pair.kind == "carried" else "C201",
        sheet=pair.now.sheet,
        cell=pair.now.cell,
        found=_written(now),
        expected=_written(last),
        label=pair.label,
        last_label=pair.last_label,
        last_place=pair.last.place,
    )


def may_be_same(one: Quantity, other: Quantity) -> bool:
    """Whether some value behind both figures as shown is the same.

    >>> from fractions import Fraction
    >>> may_be_same(Quantity(Fraction("345"), "万元"), Quantity(Fraction("3450000"), "元"))
    True
    """
    like = other if other.unit == one.unit else convert(other, one.unit)
    if like is None:
        return one.value == other.value
    overlap = _spread(one).overlap(_spread(like))
    return not overlap.is_empty


def _spread(figure: Quantity) -> IntervalSet:
    return figure.spread if figure.spread is not None else IntervalSet.point(figure.value)


def _written(figure: Quantity) -> str:
    return f"{format_number(figure.value)}{figure.unit}"


def _copied(now: Scoresheet, last: Scoresheet) -> Iterator[Finding]:
    """Several amounts that are the same to the last digit (C204)."""
    theirs = {
        plain_label(item.label): reading
        for ident, reading in last.inputs.items()
        if (item := last.rulebook.input_by_id.get(ident)) is not None
    }
    same: list[tuple[str, Reading]] = []
    for ident, reading in now.inputs.items():
        item = now.rulebook.input_by_id.get(ident)
        if item is None or item.kind != "money" or reading.formula is not None:
            continue
        other = theirs.get(plain_label(item.label))
        if other is not None and _is_copied(reading, other):
            same.append((item.label, reading))
    if len(same) < _LEAST_COPIED:
        return
    first = same[0][1]
    yield finding(
        "C204",
        sheet=first.sheet,
        cell=first.cell,
        found=str(len(same)),
        listed="、".join(f"{label}（{each.place}）" for label, each in same[:_SHOWN]),
    )


def _is_copied(one: Reading, other: Reading) -> bool:
    now, last = one.figure, other.figure
    if now is None or last is None or (now.value, now.unit) != (last.value, last.unit):
        return False
    return len(format_number(abs(now.value)).replace(".", "").strip("0")) >= _LEAST_DIGITS


def _same_words(now: Scoresheet, last: Scoresheet) -> Iterator[Finding]:
    """Reasons that are word for word those of last year (C203)."""
    theirs = {
        plain_label(row.name): "".join(row.readings[Role.REASON].text.split())
        for row in last.rows
        if row.kind in _SCORED and Role.REASON in row.readings
    }
    same = [
        (row.name, row.readings[Role.REASON])
        for row in now.rows
        if row.kind in _SCORED
        and Role.REASON in row.readings
        and len(text := "".join(row.readings[Role.REASON].text.split())) >= _LEAST_WORDS
        and theirs.get(plain_label(row.name)) == text
    ]
    if not same:
        return
    first = same[0][1]
    yield finding(
        "C203",
        sheet=first.sheet,
        cell=first.cell,
        found=str(len(same)),
        listed="、".join(f"{name}（{each.place}）" for name, each in same[:_SHOWN]),
    )
