"""Findings on how figures were typed: unreadable, ambiguous, error values, no stored result."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice

from jixiao.figures import Quantity, ReadingState, format_number, is_plain, plain_characters
from jixiao.finding import Finding, finding
from jixiao.rulebook import Role
from jixiao.scoresheet.model import Reading, Row, RowKind
from jixiao.scoresheet.reading import is_date_format, is_residue
from jixiao.scoresheet.words import NO, YES
from jixiao.scoresheet.words import plain_label as label_key

_FIGURES = (Role.CLAIMED, Role.REVIEWED, Role.SUGGESTED, Role.ITEM_SCORE, Role.WEIGHT)
_LOOKED_AT = (*_FIGURES, Role.TARGET, Role.ACTUAL, Role.COEFFICIENT)
_TICKS = YES | NO
_NOTHING = frozenset((ReadingState.BLANK, ReadingState.MARKER, ReadingState.UNCACHED))
_CODES = {
    ReadingState.UNREADABLE: "D001",
    ReadingState.AMBIGUOUS: "D002",
    ReadingState.ERROR: "D003",
    ReadingState.UNCACHED: "D004",
}


def figure_findings(
    reading: Reading,
    *,
    indicator: str | None = None,
    label: str,
    is_own_formula: bool = False,
    is_target: bool = False,
) -> Iterator[Finding]:
    """Say what is unclear about one reading.

    ``is_own_formula``: the template calculates it; ``is_target``: ≥95% is what belongs there.
    """
    code = _CODES.get(reading.state)
    if code is not None and not (code == "D004" and is_own_formula):
        yield finding(
            code,
            sheet=reading.sheet,
            cell=reading.cell,
            indicator=indicator,
            found=" / ".join(written(q) for q in reading.figures)
            if reading.figures
            else reading.text,
            label=label,
            typed=reading.text,
        )
    if reading.state is ReadingState.FIGURE and is_date_format(reading.number_format):
        yield finding(
            "D005",
            sheet=reading.sheet,
            cell=reading.cell,
            indicator=indicator,
            found=reading.text,
            label=label,
        )
    if is_residue(reading) and reading.figure is not None:
        yield finding(
            "D006",
            sheet=reading.sheet,
            cell=reading.cell,
            indicator=indicator,
            found=reading.text,
            expected=written(reading.figure),
            label=label,
        )
    if not is_target and is_among_words(reading) and reading.figure is not None:
        yield finding(
            "D009",
            sheet=reading.sheet,
            cell=reading.cell,
            indicator=indicator,
            found=written(reading.figure),
            label=label,
            typed=reading.text,
        )


def is_remarkable(reading: Reading) -> bool:
    """Whether anything may be said of a reading; of most figures there is nothing."""
    if reading.state is not ReadingState.FIGURE:
        return reading.state in _CODES
    return reading.is_text or is_date_format(reading.number_format) or is_residue(reading)


def hidden(reading: Reading, label: str, indicator: str | None = None) -> Iterator[Finding]:
    """Say that a figure is where nobody sees it."""
    if reading.is_hidden and reading.figure is not None:
        yield finding(
            "D007",
            sheet=reading.sheet,
            cell=reading.cell,
            indicator=indicator,
            found=reading.text,
            label=label,
        )


def _text_score(reading: Reading, indicator: str | None, label: str) -> Finding:
    return finding(
        "D008",
        sheet=reading.sheet,
        cell=reading.cell,
        indicator=indicator,
        found=reading.text,
        label=label,
    )


def is_among_words(reading: Reading) -> bool:
    """Whether a figure was taken out of words (约98.5%, 49/50), other than a tick."""
    return reading.is_text and _has_words(reading.text)


@lru_cache(maxsize=4096)
def _has_words(written: str) -> bool:
    text = plain_characters(written)
    return bool(text) and not is_plain(text) and label_key(text) not in _TICKS


def written(figure: Quantity) -> str:
    """A quantity as a person writes it."""
    if figure.unit == "%":
        return f"{format_number(figure.value * 100)}%"
    return f"{format_number(figure.value)}{figure.unit}"


def is_untouched(rows: Iterable[Row], others: Iterable[Reading]) -> bool:
    """Whether nothing at all was filled in: a blank form, whose formulas have no results yet."""
    claimed = (row.readings[Role.CLAIMED] for row in rows if Role.CLAIMED in row.readings)
    return all(reading.state in _NOTHING for reading in (*claimed, *others))


def row_findings(
    rows: Iterable[Row], *, is_blank_form: bool, worded: Collection[str] = ()
) -> Iterator[Finding]:
    """What is unclear about the figures of scored rows, sums and totals.

    ``worded`` are rows that a person judges: what was reached may be said in words.
    """
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if row.kind is RowKind.PLACEHOLDER:
            continue
        indicator = row.id if row.kind in (RowKind.INDICATOR, RowKind.FREE) else None
        for role, reading in row.readings.items():
            if role not in _LOOKED_AT:
                continue
            is_figure = role in _FIGURES or (role is Role.ACTUAL and row.kind is RowKind.INDICATOR)
            is_worded = role is Role.ACTUAL and row.id in worded
            if is_worded or (not is_figure and reading.state is ReadingState.TEXT):
                continue
            place = reading.sheet, reading.cell
            if place in seen:
                continue
            seen.add(place)
            if is_remarkable(reading):
                if role is Role.CLAIMED and reading.is_text and reading.figure is not None:
                    yield _text_score(reading, indicator, row.name)
                yield from figure_findings(
                    reading,
                    indicator=indicator,
                    is_target=role in (Role.TARGET, Role.ADJUSTED_TARGET),
                    label=row.name,
                    is_own_formula=is_blank_form or role in (Role.SUGGESTED, Role.REVIEWED),
                )


def hidden_rows(rows: Iterable[Row]) -> Iterator[Finding]:
    """Say of each row with hidden figures that it has some, once; for a sheet that is shown."""
    for row in rows:
        if not any(reading.is_hidden for reading in row.readings.values()):
            continue
        indicator = row.id if row.kind in (RowKind.INDICATOR, RowKind.FREE) else None
        found_rows = (
            found
            for role in (Role.CLAIMED, Role.ACTUAL, *_FIGURES)
            if role in row.readings
            for found in hidden(row.readings[role], row.name, indicator)
        )
        yield from islice(found_rows, 1)
