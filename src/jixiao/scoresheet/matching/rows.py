"""Rows of an indicator sheet: which row is which indicator, which a sum, and what stays unclear.

A row is matched by its name; a name that occurs twice by its section, then its weight, then its
place between its neighbours. What none of these settles is left unclear, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from jixiao.scoresheet.grid import TableLine, sum_kind
from jixiao.scoresheet.matching.free_rows import is_part
from jixiao.scoresheet.words import Index, LabelPath, label_forms, label_likeness, weighted_label

_BEHIND = re.compile(r"[\n:：=＝,，。;；]")
_BRACKET = re.compile(r"[\n:：=＝(（,，。;；]")
_BEFORE = re.compile(r"[-—－:：/]")
_EQUAL = 0.75  # likeness at which a mistyped name still counts, weight or section agreeing
_AHEAD = 0.15  # by how much it must beat the next best

WeightAt = Callable[[int], Decimal | None]


@dataclass(slots=True)
class Matches:
    """What the rows of one table came to; ``rows`` maps an indicator to all rows that bear it."""

    rows: dict[str, list[TableLine]] = field(default_factory=dict)
    unclear: dict[int, tuple[str, ...]] = field(default_factory=dict)
    retyped: dict[str, TableLine] = field(default_factory=dict)
    unknown: list[TableLine] = field(default_factory=list)
    continued: dict[int, str] = field(default_factory=dict)
    sections: list[TableLine] = field(default_factory=list)
    totals: list[TableLine] = field(default_factory=list)
    grades: list[TableLine] = field(default_factory=list)


def match_rows(
    body: Sequence[TableLine], index: Index
) -> tuple[Matches, Mapping[int, tuple[str, ...]]]:
    """Match the rows whose name names one indicator; give the rows that may be several apart."""
    found = Matches()
    several: dict[int, tuple[str, ...]] = {}
    last: str | None = None
    for line in body:
        kind = sum_kind(line)
        ids = _named(line, index)
        if line.is_continued and last is not None and last in ids:
            found.continued[line.row] = last
        elif line.is_continued and ids:
            continue
        elif len(ids) == 1:
            last = ids[0]
            found.rows.setdefault(ids[0], []).append(line)
        elif ids:
            last = None
            several[line.row] = ids
        elif kind is not None:
            last = None
            {"total": found.totals, "section": found.sections, "grade": found.grades}[kind].append(
                line
            )
        elif label_forms(line.name):
            last = None
            found.unknown.append(line)
    for ident, lines in found.rows.items():
        numbered = [line for line in lines if line.has_numbers]
        found.rows[ident] = numbered if len(numbered) == 1 else lines
    return found, several


def _named(line: TableLine, index: Index) -> tuple[str, ...]:
    """The indicators that a row may be, by its whole name or, if it has numbers, a part of it.

    So a name is recognised next to its formula or its section: 预算完成率：完成数÷预算数.
    """
    ids = index.named(line.name)
    if ids or not line.has_numbers or is_part(line.name):
        return ids
    heads = (cut.split(line.name)[0] for cut in (_BEHIND, _BRACKET))
    parts = (*heads, _BEFORE.split(line.name)[-1])
    return next((found for part in parts if (found := index.named(part))), ())


def settle_rows(
    found: Matches,
    several: Mapping[int, tuple[str, ...]],
    body: Sequence[TableLine],
    index: Index,
    weight_at: WeightAt,
) -> None:
    """Settle names that occur twice and names that are mistyped, as far as the evidence goes."""
    by_row = {line.row: line for line in body}
    groups: dict[tuple[str, ...], list[TableLine]] = {}
    for row, ids in several.items():
        groups.setdefault(ids, []).append(by_row[row])
    for ids, rows in groups.items():
        for line, ident in _distinguish(rows, ids, found, index, weight_at):
            if ident is None:
                found.unclear[line.row] = ids
            else:
                found.rows.setdefault(ident, []).append(line)
    _settle_retyped(found, index, weight_at)


def _distinguish(
    rows: Sequence[TableLine],
    ids: tuple[str, ...],
    found: Matches,
    index: Index,
    weight_at: WeightAt,
) -> Iterable[tuple[TableLine, str | None]]:
    for decide in (_by_section, _by_neighbours):
        choice = [decide(line, ids, found, index) for line in rows]
        if all(c is not None for c in choice) and len(set(choice)) == len(choice):
            return list(zip(rows, choice, strict=True))
    by_weight = [_by_weight(line, ids, index, weight_at) for line in rows]
    if all(c is not None for c in by_weight) and len(set(by_weight)) == len(by_weight):
        return list(zip(rows, by_weight, strict=True))
    sections = [_by_section(line, ids, found, index) for line in rows]
    if len({c for c in sections if c is not None}) == 1 and all(sections):
        return [(line, None) for line in rows]
    return list(zip(rows, sections, strict=True))


def _by_section(line: TableLine, ids: tuple[str, ...], _: Matches, index: Index) -> str | None:
    """The one indicator whose section is next to the row."""
    seen = {level for level in line.levels if level}
    fits = [i for i in ids if seen & (set(index.paths[i]) - _shared(ids, index))]
    return fits[0] if len(fits) == 1 else None


def _shared(ids: tuple[str, ...], index: Index) -> set[str]:
    return set.intersection(*(set(index.paths[i]) for i in ids))


def _by_neighbours(
    line: TableLine, ids: tuple[str, ...], found: Matches, index: Index
) -> str | None:
    """The one indicator whose section both the row above and the row below belong to."""
    rows = sorted((at.row, ident) for ident, lines in found.rows.items() for at in lines)
    if not _is_by_section([index.paths[ident] for _, ident in rows]):
        return None
    above = [i for r, i in rows if r < line.row]
    below = [i for r, i in rows if r > line.row]
    near = {index.paths[i] for i in (*above[-1:], *below[:1])}
    fits = [i for i in ids if index.paths[i] in near]
    order = index.order
    fits = [
        i
        for i in fits
        if (not above or order[above[-1]] < order[i]) and (not below or order[i] < order[below[0]])
    ]
    return fits[0] if len(fits) == 1 else None


def _is_by_section(paths: Sequence[LabelPath]) -> bool:
    """Whether the rows of each section are together, as neighbours can only show then."""
    changes = sum(1 for one, other in pairwise(paths) if one != other)
    return changes < len(set(paths)) + 1


def _by_weight(
    line: TableLine, ids: tuple[str, ...], index: Index, weight_at: WeightAt
) -> str | None:
    weight = weight_at(line.row)
    fits = [i for i in ids if weight is not None and index.weights.get(i) == weight]
    return fits[0] if len(fits) == 1 else None


def _settle_retyped(found: Matches, index: Index, weight_at: WeightAt) -> None:
    """Match a name that is nearly that of one missing indicator, its section or weight agreeing."""
    missing = [i for i in index.indicators if i not in found.rows]
    for line in tuple(found.unknown):
        if not missing:
            return
        key = weighted_label(line.name).stem
        ranked = sorted(((_similarity(key, i, index), i) for i in missing), reverse=True)
        best, ident = ranked[0]
        runner_up = ranked[1][0] if len(ranked) > 1 else 0.0
        if best < _EQUAL or best - runner_up < _AHEAD:
            continue
        weight, expected = weight_at(line.row), index.weights.get(ident)
        in_section = bool(set(line.levels) & set(index.paths[ident]))
        if (weight is not None and weight != expected) or not (in_section or weight == expected):
            continue
        found.unknown.remove(line)
        found.rows.setdefault(ident, []).append(line)
        found.retyped[ident] = line
        missing.remove(ident)


def _similarity(key: str, ident: str, index: Index) -> float:
    indicator = index.indicators[ident]
    names = (k for label in (indicator.name, *indicator.aliases) for k in label_forms(label)[:1])
    return max(label_likeness(key, name) for name in names)


def section_of(
    line: TableLine, found: Matches, index: Index, weight: Decimal | None
) -> LabelPath | None:
    """The section whose sum a row holds: by its words, by its weight, by the rows above it."""
    text = "".join(line.own[:3])
    named = [path for path in index.sections if any(k.startswith(path[-1]) for k in line.own[:3])]
    above = sorted(
        (at.row, i) for i, lines in found.rows.items() for at in lines if at.row < line.row
    )
    path = index.paths[above[-1][1]] if above else ()
    around = [path[:depth] for depth in range(1, len(path) + 1)]
    candidates = [p for p in named if p in around] or named or around
    if weight is not None:
        weighed = [p for p in candidates if index.sections[p] == weight]
        candidates = weighed or candidates
    explicit = [p for p in candidates if f"{p[-1]}小计" in text or f"{p[-1]}合计" in text]
    candidates = explicit or candidates
    if not candidates:
        return None
    deepest = max(candidates, key=len)
    return deepest if weight is not None or len(candidates) == 1 else min(candidates, key=len)
