"""What a change of rulebook does to returns: whose computed score moves, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.checking import Check
from jixiao.figures import format_points
from jixiao.finding import Bilingual, Lang
from jixiao.reporting.columns import draw_table, printable

HEADER = (
    Bilingual("单位", "department"),
    Bilingual("指标", "indicator"),
    Bilingual("原复算", "before"),
    Bilingual("新复算", "after"),
    Bilingual("变动", "change"),
)
TOTAL = Bilingual("合计", "total")
COUNT = Bilingual(
    "{count}份报送中，{moved}份的复算得分有变动，{unknown}份不能按两个指标体系都核对。",
    "Of {count} returns, the computed score of {moved} moves; {unknown} cannot be checked by both.",
)


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
    """Tell the effect on all returns: a table of what moves and a count."""
    both = [(old, new) for old, new in pairs if old.checked and new.checked]
    moved = [(new, found) for old, new in both if (found := score_moves(old, new))]
    rows = [[heading.text(lang) for heading in HEADER]]
    for check, found in moved:
        who = printable(check.department or check.file)
        rows += [[who, *_row(move, lang)] for move in found]
    said = COUNT.text(lang).format(
        count=len(pairs), moved=len(moved), unknown=len(pairs) - len(both)
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
    name = TOTAL.text(lang) if move.indicator is None else printable(move.indicator)
    return name, _points(move.before), _points(move.after), change


def _points(x: Fraction | None) -> str:
    return "—" if x is None else format_points(x)
