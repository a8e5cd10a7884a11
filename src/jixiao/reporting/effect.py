"""What a change of rulebook does to returns: whose computed score moves, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.checking import Check
from jixiao.figures import format_points
from jixiao.finding import Lang, text_in
from jixiao.reporting.columns import draw_table, printable

_COLUMNS = ("department", "indicator", "before", "after", "change")


@dataclass(frozen=True, slots=True)
class ScoreMove:
    """One computed score that moves; ``indicator`` is None for the total. Scores in points."""

    indicator: str | None
    before: Fraction | None
    after: Fraction | None


def score_moves(before: Check, after: Check) -> tuple[ScoreMove, ...]:
    """Compare two checks of one return, indicator by indicator and in total."""
    return tuple(_moves(before, after))


def _moves(before: Check, after: Check) -> Iterator[ScoreMove]:
    old = {result.id: result.computed_score for result in before.indicators}
    for result in after.indicators:
        if result.id in old and old[result.id] != result.computed_score:
            yield ScoreMove(result.name, old[result.id], result.computed_score)
    totals = [check.total.computed if check.total else None for check in (before, after)]
    if totals[0] != totals[1]:
        yield ScoreMove(None, totals[0], totals[1])


def effect_text(pairs: Sequence[tuple[Check, Check]], lang: Lang, limit: int) -> str:
    """Report the effect on all returns: a table of what moves and a count."""
    both = [(old, new) for old, new in pairs if old.checked and new.checked]
    moved = [(new, found) for old, new in both if (found := score_moves(old, new))]
    rows = [[text_in(f"reporting.effect.header.{column}", lang) for column in _COLUMNS]]
    for check, found in moved:
        who = printable(check.department or check.file)
        rows += [[who, *_row(move, lang)] for move in found]
    said = text_in(
        "reporting.effect.count",
        lang,
        count=len(pairs),
        moved=len(moved),
        unknown=len(pairs) - len(both),
    )
    if not moved:
        return said + "\n"
    laid = draw_table(rows, ("left", "left", "right", "right", "right"), limit)
    return "\n".join([*(line for lines in laid for line in lines), "", said]) + "\n"


def _row(move: ScoreMove, lang: Lang) -> tuple[str, str, str, str]:
    change = "—"
    if move.before is not None and move.after is not None:
        gap = move.after - move.before
        change = f"{'+' if gap > 0 else '-'}{format_points(abs(gap))}"
    name = (
        text_in("reporting.effect.total", lang)
        if move.indicator is None
        else printable(move.indicator)
    )
    return name, _points(move.before), _points(move.after), change


def _points(x: Fraction | None) -> str:
    return "—" if x is None else format_points(x)
