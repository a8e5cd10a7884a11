"""What changed from one rulebook to another: rows, names, weights, scoring, grades.

Rows are matched by id, else by path and name. ``compare_rulebooks`` collects; ``diff_prose`` and
``diff_table`` word it.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.finding import nested
from jixiao.rulebook.explain.prose import block_sentence, rate_text, standard_sentence
from jixiao.rulebook.schema import FreeBlock, Indicator, Rulebook

_Row = Indicator | FreeBlock


class ChangeKind(enum.StrEnum):
    """What happened, in the words of the table."""

    ADDED = "新增"
    REMOVED = "取消"
    RENAMED = "改名"
    MOVED = "调整层级"
    REWEIGHTED = "调整分值"
    RERATED = "调整公式"
    RESCORED = "调整评分标准"
    REGRADED = "调整档次"
    RETOTALLED = "调整总分"


@dataclass(frozen=True, slots=True)
class RulebookChange:
    """One change; ``before`` and ``after`` are in words, empty where there is nothing.

    ``id`` is the row's id in the newer rulebook (the older for a removed row), empty for changes of
    the whole; ``clause`` is the newer row's.
    """

    kind: ChangeKind
    id: str
    name: str
    before: str = ""
    after: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes from ``older`` to ``newer``, in the newer rulebook's order, removed rows last."""

    older: Rulebook
    newer: Rulebook
    changes: tuple[RulebookChange, ...]

    def touched(self) -> frozenset[str]:
        """Ids of rows whose score may move."""
        moving = (
            ChangeKind.ADDED,
            ChangeKind.REMOVED,
            ChangeKind.REWEIGHTED,
            ChangeKind.RERATED,
            ChangeKind.RESCORED,
        )
        return frozenset(change.id for change in self.changes if change.kind in moving)


def compare_rulebooks(older: Rulebook, newer: Rulebook) -> Diff:
    """Compare two rulebooks."""
    return Diff(older, newer, tuple(_changes(older, newer)))


def _rows(rulebook: Rulebook) -> list[_Row]:
    return [*rulebook.indicators, *rulebook.blocks]


def _name(row: _Row) -> str:
    return row.name if isinstance(row, Indicator) else f"{'·'.join(row.path)}（自设指标）"


def _changes(older: Rulebook, newer: Rulebook) -> Iterator[RulebookChange]:
    if older.total != newer.total:
        yield RulebookChange(
            ChangeKind.RETOTALLED, "", "总分", _points(older.total), _points(newer.total)
        )
    if older.grades != newer.grades:
        yield RulebookChange(ChangeKind.REGRADED, "", "档次", _grades(older), _grades(newer))
    by_id = {row.id: row for row in _rows(older)}
    by_name = {(row.path, _name(row)): row for row in _rows(older)}
    matched = set()
    for row in _rows(newer):
        before = by_id.get(row.id) or by_name.get((row.path, _name(row)))
        if before is None:
            words = _in_words(newer, row)
            yield RulebookChange(ChangeKind.ADDED, row.id, _name(row), "", words, row.clause)
            continue
        matched.add(before.id)
        yield from _row_changes(older, before, newer, row)
    for row in _rows(older):
        if row.id not in matched:
            yield RulebookChange(ChangeKind.REMOVED, row.id, _name(row), _in_words(older, row))


def _row_changes(
    older: Rulebook, before: _Row, newer: Rulebook, after: _Row
) -> Iterator[RulebookChange]:
    def change(kind: ChangeKind, was: str, now: str) -> RulebookChange:
        return RulebookChange(kind, after.id, _name(after), was, now, after.clause)

    if before.path != after.path:
        yield change(ChangeKind.MOVED, "·".join(before.path), "·".join(after.path))
    if isinstance(before, Indicator) and isinstance(after, Indicator) and before.name != after.name:
        yield change(ChangeKind.RENAMED, before.name, after.name)
    if before.weight != after.weight:
        yield change(ChangeKind.REWEIGHTED, _points(before.weight), _points(after.weight))
    if _rate(before) != _rate(after):
        yield change(ChangeKind.RERATED, _rate_words(older, before), _rate_words(newer, after))
    if _rule(before) != _rule(after):
        yield change(ChangeKind.RESCORED, _standard(older, before), _standard(newer, after))


def _rate(row: _Row) -> object:
    if isinstance(row, FreeBlock):
        return None
    return (row.rate, row.if_zero, row.zero_over_zero, [(p.rate, p.if_zero) for p in row.parts])


def _rule(row: _Row) -> object:
    if isinstance(row, FreeBlock):
        return (row.score, row.split, row.split_digits, row.goals)
    parts = [(p.name, p.weight, p.score) for p in row.parts]
    return (row.score, parts, row.combine, row.not_applicable, row.group, row.adjusts)


def _points(weight: Decimal | None) -> str:
    return "不定分值" if weight is None else f"{show(Fraction(weight))}分"


def _grades(rulebook: Rulebook) -> str:
    return "、".join(f"{g.name}≥{show(Fraction(g.min))}" for g in rulebook.grades) or "不分档次"


def _rate_words(rulebook: Rulebook, row: _Row) -> str:
    return (rate_text(rulebook, row) if isinstance(row, Indicator) else "") or "没有公式"


def _standard(rulebook: Rulebook, row: _Row) -> str:
    if isinstance(row, FreeBlock):
        return block_sentence(rulebook, row)
    return standard_sentence(rulebook, row) or "没有评分标准"


def _in_words(rulebook: Rulebook, row: _Row) -> str:
    return f"{'·'.join(row.path)}，{_points(row.weight)}。{_standard(rulebook, row)}"


HEADERS = ("变动", "指标", "原规定", "新规定", "依据条款")


def diff_table(found: Diff) -> list[tuple[str, str, str, str, str]]:
    """One row a change under ``HEADERS``."""
    return [(c.kind.value, c.name, c.before, c.after, c.clause) for c in found.changes]


def diff_prose(found: Diff) -> str:
    """The difference in Chinese, a paragraph for each kind of change."""
    head = f"“{found.newer.name}”与“{found.older.name}”相比"
    if not found.changes:
        return f"{head}，没有变动。"
    lines = [f"{head}，共有{len(found.changes)}处变动。"]
    for kind in ChangeKind:
        these = [change for change in found.changes if change.kind is kind]
        if these:
            lines.append(f"{kind.value}（{len(these)}处）：")
            lines += [f"  {n}. {nested(_told(c))}" for n, c in enumerate(these, start=1)]
    return "\n".join(lines)


def _told(change: RulebookChange) -> str:
    clause = f"依据：{change.clause}。" if change.clause else ""
    if change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED):
        return f"“{change.name}”：{change.before or change.after}{clause}"
    before, after = change.before.rstrip("。"), change.after.rstrip("。")
    return f"“{change.name}”：由“{before}”改为“{after}”。{clause}"
