"""The national framework (财预〔2013〕53号) with the weights that a sheet gives its rows.

The framework sets names and no weights; a sheet that bears its names and weights of its own is
read by it, not by the rulebook of another place that was built on the same framework.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from jixiao.drafting.sheet.draft import columns_of, total_of
from jixiao.rulebook import Indicator, Judged, Rulebook, load_rulebook
from jixiao.scoresheet import Outline, OutlineRow, label_forms

FRAMEWORK = "mof-2013"
_ENOUGH = Decimal("0.8")  # share of the sheet's rows that must bear names of the framework
_LEAST = 14  # rows


def framework_of(outline: Outline) -> Rulebook | None:
    """The framework with the weights of a sheet; None where the sheet is none of its kind."""
    book = load_rulebook(FRAMEWORK)
    pairs = [(row, _named(book, row)) for row in outline.rows if row.weight is not None]
    known = [(row, one) for row, one in pairs if one is not None]
    if len(known) < _LEAST or len(known) < _ENOUGH * len(pairs):
        return None
    if len({one.id for _, one in known}) < len(known):
        return None
    return book.changed(
        abstract=False,
        total=total_of(outline),
        sheet=outline.view.name,
        columns=columns_of(outline),
        inputs=(),
        identities=(),
        indicators=tuple(_weighted(row, one) for row, one in pairs),
    )


def framework_ids(outline: Outline) -> Mapping[int, str]:
    """The ids that the framework has for rows of a form, by row; none that two rows share."""
    book = load_rulebook(FRAMEWORK)
    named = {row.row: one.id for row in outline.rows if (one := _named(book, row)) is not None}
    counts = Counter(named.values())
    return {row: ident for row, ident in named.items() if counts[ident] == 1}


def _weighted(row: OutlineRow, one: Indicator | None) -> Indicator:
    path = tuple(level for level in row.levels if level)
    if one is None:
        return Indicator(
            id=f"row-{row.row}",
            path=path,
            name=row.name,
            weight=row.weight,
            standard=row.standard,
            score=Judged(kind="judged"),
        )
    return Indicator(
        id=one.id,
        path=one.path,
        name=one.name,
        aliases=one.aliases,
        weight=row.weight,
        standard=row.standard,
        meaning=one.meaning,
        clause=one.clause,
        score=Judged(kind="judged"),
    )


def _named(book: Rulebook, row: OutlineRow) -> Indicator | None:
    keys = set(label_forms(row.name))
    fits = [
        one
        for one in book.indicators
        if keys & {k for label in (one.name, *one.aliases) for k in label_forms(label)}
    ]
    if len(fits) > 1:
        levels = {key for level in row.levels for key in label_forms(level)}
        fits = [one for one in fits if levels & set(label_forms(one.path[-1]))]
    return fits[0] if len(fits) == 1 else None
