"""Split what figures may be by a condition: where it may hold, and where it may fail.

A figure that a comparison with a constant speaks of, bare or inside ``+ - * /`` with constants or
``abs``, is narrowed on both sides; other conditions are decided where their sides lie apart and are
left open elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from jixiao.figures import GUARD_DIGITS, Exact, Interval, IntervalSet, round_once
from jixiao.formula.names import is_constant
from jixiao.formula.syntax import Binary, Call, Compare, Name, Number, Tree

Spreads = Mapping[str, IntervalSet]
SpreadTables = Mapping[str, Sequence[Mapping[str, IntervalSet]]]
Image = Callable[[Spreads, SpreadTables], IntervalSet]
Halves = tuple[Spreads | None, Spreads | None]  # where it may hold, where it may fail
Splitter = Callable[[Spreads, SpreadTables], Halves]

_GRID = 10**GUARD_DIGITS
_HALF = Exact(1, 2 * _GRID)
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "<>": "<>"}


def splitter(tree: Tree, image: Callable[[Tree], Image]) -> Splitter:
    """Compile a condition; ``image`` compiles the trees that it compares."""
    match tree:
        case Compare(operator, left, right) if is_constant(right):
            return _against(left, operator, image(left), image(right))
        case Compare(operator, left, right) if is_constant(left):
            return _against(right, _MIRRORED[operator], image(right), image(left))
        case Compare(operator, left, right):
            return _undecided(operator, image(left), image(right))
        case Call("and", arguments):
            return _all([splitter(argument, image) for argument in arguments])
        case Call("or", arguments):
            swapped = _all([_swapped(splitter(argument, image)) for argument in arguments])
            return _swapped(swapped)
        case _:
            raise TypeError("not a condition")


def _swapped(split: Splitter) -> Splitter:
    def swapped(values: Spreads, tables: SpreadTables) -> Halves:
        holds, fails = split(values, tables)
        return fails, holds

    return swapped


def _all(splits: Sequence[Splitter]) -> Splitter:
    def split_all(values: Spreads, tables: SpreadTables) -> Halves:
        holds: Spreads | None = values
        failing: list[Spreads] = []
        for split in splits:
            if holds is None:
                break
            holds, fails = split(holds, tables)
            if fails is not None:
                failing.append(fails)
        return holds, _either(failing)

    return split_all


def _either(options: list[Spreads]) -> Spreads | None:
    """Give what any of the options allows, figure by figure."""
    if len(options) < 2:
        return options[0] if options else None
    return {
        name: _united([option[name] for option in options]) if _differs(name, options) else spread
        for name, spread in options[0].items()
    }


def _differs(name: str, options: list[Spreads]) -> bool:
    return any(option[name] is not options[0][name] for option in options)


def _united(spreads: list[IntervalSet]) -> IntervalSet:
    return IntervalSet.joined(piece for spread in spreads for piece in spread)


def _against(tree: Tree, operator: str, image: Image, limit: Image) -> Splitter:
    """Compare a tree, rounded as ``evaluate`` rounds it, with a constant."""

    def split(values: Spreads, tables: SpreadTables) -> Halves:
        possible, threshold = image(values, tables), limit(values, tables).low
        if possible.low > threshold + _HALF:
            return (values, None) if operator in _ABOVE else (None, values)
        if possible.high < threshold - _HALF:
            return (values, None) if operator in _BELOW else (None, values)
        holds = where(possible, operator, threshold)
        if holds == possible:
            return values, None
        if holds.is_empty:
            return None, values
        fails = where(possible, _NEGATED[operator], threshold)
        return _narrowed(tree, holds, values), _narrowed(tree, fails, values)

    return split


_ABOVE = (">", ">=", "<>")  # hold for all that is well above the limit
_BELOW = ("<", "<=", "<>")
_NEGATED = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "<>", "<>": "="}


def where(spread: IntervalSet, operator: str, limit: Fraction) -> IntervalSet:
    """Keep the numbers that, rounded to the digits of a comparison, hold against ``limit``."""
    scaled = limit * _GRID
    up = -(-scaled.numerator // scaled.denominator)  # first grid point at or above the limit
    beyond = scaled.numerator // scaled.denominator + 1
    match operator:
        case ">=":
            return _parts(spread, up)[1]
        case "<":
            return _parts(spread, up)[0]
        case ">":
            return _parts(spread, beyond)[1]
        case "<=":
            return _parts(spread, beyond)[0]
        case "=":
            return _parts(_parts(spread, up)[1], beyond)[0]
        case _:
            return _parts(spread, up)[0].union(_parts(spread, beyond)[1])


def _parts(spread: IntervalSet, place: int) -> tuple[IntervalSet, IntervalSet]:
    """Part a spread at what rounds to grid point ``place``: the numbers below, and the others."""
    if spread.is_empty:
        return spread, spread
    bound = Exact(place, _GRID) - _HALF
    closed = place > 0  # halves round away from zero
    below = Interval(min(spread.low, bound) - 1, bound, high_closed=not closed)
    above = Interval(bound, max(spread.high, bound) + 1, low_closed=closed)
    return spread.overlap(IntervalSet((below,))), spread.overlap(IntervalSet((above,)))


def _narrowed(tree: Tree, allowed: IntervalSet, values: Spreads) -> Spreads | None:
    """Narrow the one figure that a tree is made of so that the tree may lie in ``allowed``."""
    match tree:
        case Name(name):
            left = values[name].overlap(allowed)
            return None if left.is_empty else {**values, name: left}
        case Binary("+", inner, Number(value)) | Binary("+", Number(value), inner):
            return _narrowed(inner, allowed - IntervalSet.point(value), values)
        case Binary("-", inner, Number(value)):
            return _narrowed(inner, allowed + IntervalSet.point(value), values)
        case Binary("-", Number(value), inner):
            return _narrowed(inner, IntervalSet.point(value) - allowed, values)
        case Binary("*", inner, Number(value)) | Binary("*", Number(value), inner) if value:
            return _narrowed(inner, allowed * IntervalSet.point(1 / value), values)
        case Binary("/", inner, Number(value)) if value:
            return _narrowed(inner, allowed * IntervalSet.point(value), values)
        case Call("abs", (inner,)):
            return _narrowed(inner, allowed.union(-allowed), values)
        case _:
            return values


def _undecided(operator: str, left: Image, right: Image) -> Splitter:
    """Compare two figures: decided only where all that they may be agrees."""

    def split(values: Spreads, tables: SpreadTables) -> Halves:
        mine, other = left(values, tables).hull(), right(values, tables).hull()
        low, high = round_once(mine.low, GUARD_DIGITS), round_once(mine.high, GUARD_DIGITS)
        bottom, top = round_once(other.low, GUARD_DIGITS), round_once(other.high, GUARD_DIGITS)
        may_equal = low <= top and bottom <= high
        may = {"<": low < top, ">": high > bottom, "=": may_equal}
        may |= {"<=": low <= top, ">=": high >= bottom}
        may["<>"] = not low == high == bottom == top
        return (
            values if may[operator] else None,
            values if may[_NEGATED[operator]] else None,
        )

    return split
