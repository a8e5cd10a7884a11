"""Of the changes that explain something, the likeliest: what most points to, what is commonest."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.checking.diagnosis.candidates import FigureChange
from jixiao.checking.diagnosis.cells import value_in
from jixiao.checking.diagnosis.model import FigureRoot
from jixiao.checking.diagnosis.oddity import times_apart
from jixiao.checking.diagnosis.relations import FUNDS
from jixiao.checking.diagnosis.symptoms import SPEAKING, Symptom, Tests, is_informative_score
from jixiao.figures import Exact

_AWAY = 30  # times the usual amount, either way, from which an amount sticks out
_NEAR = Fraction(1, 50)  # a digit too many is a factor of nearly ten
_FAR = 100  # times the usual amount of a return


def strongest(
    tests: Tests, tried: Sequence[FigureChange], left: set[Symptom], odd: set[Symptom]
) -> FigureRoot | None:
    """The change that most symptoms point to; None where only single self-scores are left."""
    usual = tests.usual
    weights: dict[int, int] = {}
    for each in tried:
        own = each.mends & left
        if not own or _is_loose(each, usual):
            continue
        speaking = sum(kind in SPEAKING for kind, _ in each.mends)
        weight = len(own) + speaking + each.is_pinned
        if weight > 1 or not _is_score_alone(own):
            weights[id(each)] = weight
    if not weights:
        return None
    most = max(weights.values())
    best = [each for each in tried if weights.get(id(each)) == most]
    best = _towards(best, usual)
    best = _cheap(best)
    mends = frozenset.intersection(*(each.mends for each in best)) or best[0].mends
    is_informative = best[0].is_pinned or any(_is_informative(tests, each, odd) for each in mends)
    return FigureRoot(_distinct(best), mends, is_informative)


def _is_informative(tests: Tests, symptom: Symptom, odd: set[Symptom]) -> bool:
    """Whether a symptom speaks for what takes it away: full marks and none speak for anything."""
    one = tests.rows.get(symptom[1])
    if symptom[0] != "row" or one is None or symptom in odd:
        return True
    return is_informative_score(one)


def _is_loose(candidate: FigureChange, usual: Fraction) -> bool:
    """Whether it mends nothing but a bound that any of many figures would keep.

    An amount in 元 is no such figure: it is far beyond all others.
    """
    typed = value_in(candidate.cell)
    is_far = usual and typed is not None and abs(typed) > usual * _FAR
    if candidate.slip.unit == "元" and is_far:
        return False
    kinds = {kind for kind, _ in candidate.mends}
    if "sum" in kinds and not kinds - {"sum", "held"}:  # which honest figures may break
        return True
    is_bound = kinds == {"identity"}
    is_source = all(key.startswith(FUNDS) for _, key in candidate.mends)  # one may be left out
    is_reported = candidate.is_pinned and not (is_source and candidate.slip.kind == "relation")
    return is_bound and not is_reported


def _is_score_alone(mends: frozenset[Symptom] | set[Symptom]) -> bool:
    return all(kind == "row" for kind, _ in mends)


def cheapest(own: Sequence[FigureChange], usual: Fraction) -> tuple[FigureChange, ...]:
    return _distinct(_cheap(_towards(list(own), usual)))


def _cheap(changes: Sequence[FigureChange]) -> list[FigureChange]:
    """The commonest changes, and those that nothing on the sheet can tell from them.

    Where 元 was typed for 万元, a point may have been lost instead; where a point may have moved in
    one of two figures, the other may have a digit too many, which gives the same rate.
    """
    found = commonest(changes)
    in_yuan = {each.cell.reading.place for each in found if each.slip.unit == "元"}
    return [
        *found,
        *(
            each
            for each in changes
            if _is_lost_point(each, in_yuan) or (each not in found and _is_mirror(each, found))
        ),
    ]


def commonest(changes: Sequence[FigureChange]) -> list[FigureChange]:
    least = min(each.slip.cost for each in changes)
    return [each for each in changes if each.slip.cost == least]


def _is_lost_point(change: FigureChange, in_yuan: set[str]) -> bool:
    is_point = change.slip.kind == "point" and not change.slip.is_odd
    typed = value_in(change.cell) or Fraction(0)
    is_less = abs(change.slip.value) < abs(typed)
    return is_point and is_less and change.cell.reading.place in in_yuan


def _is_mirror(change: FigureChange, found: Sequence[FigureChange]) -> bool:
    """Whether a digit too many here comes to the same as a point moved there."""
    if change.slip.kind not in ("extra", "doubled") or not change.slip.value:
        return False
    own = _times(change)
    return any(
        each.slip.kind == "point"
        and each.cell.reading.place != change.cell.reading.place
        and abs(own * _times(each) - 1) < _NEAR
        for each in found
    )


def _times(change: FigureChange) -> Fraction:
    """How many times the figure typed is the figure meant."""
    typed = value_in(change.cell)
    return change.slip.value / typed if typed else Fraction(0)


def _towards(best: list[FigureChange], usual: Fraction) -> list[FigureChange]:
    """Of changes of several cells, those that bring an amount nearer to what is usual."""
    if len({each.cell.reading.place for each in best}) < 2 or not usual:
        return best
    nearer = [
        each
        for each in best
        if (typed := value_in(each.cell)) is not None
        and times_apart(typed, usual) > max(Exact(_AWAY), times_apart(each.slip.value, usual))
    ]
    return nearer or best


def _distinct(best: Sequence[FigureChange]) -> tuple[FigureChange, ...]:
    kept: dict[tuple[str, Fraction], FigureChange] = {}
    for each in best:
        kept.setdefault((each.cell.reading.place, each.slip.value), each)
    return tuple(kept.values())
