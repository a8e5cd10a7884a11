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
from jixiao.finding import chinese_text, nested
from jixiao.rulebook.explain.meaning import formulas_of, meaning_of_rate, meaning_of_rule
from jixiao.rulebook.explain.prose import rate_text, rule_sentence
from jixiao.rulebook.schema import FreeBlock, Indicator, Rulebook

_Row = Indicator | FreeBlock


class ChangeKind(enum.StrEnum):
    """What happened."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    REWEIGHTED = "reweighted"
    RERATED = "rerated"
    RESCORED = "rescored"
    REWORDED = "reworded"
    REGRADED = "regraded"
    RETOTALLED = "retotalled"


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


def compare_rulebooks(older: Rulebook, newer: Rulebook) -> Diff:
    """Compare two rulebooks."""
    return Diff(older, newer, tuple(_changes(older, newer)))


def _rows(rulebook: Rulebook) -> list[_Row]:
    return [*rulebook.indicators, *rulebook.blocks]


def _name(row: _Row) -> str:
    if isinstance(row, Indicator):
        return row.name
    return _text("block", path="·".join(row.path))


def _changes(older: Rulebook, newer: Rulebook) -> Iterator[RulebookChange]:
    if older.total != newer.total:
        total = _text("total")
        yield RulebookChange(
            ChangeKind.RETOTALLED, "", total, _points(older.total), _points(newer.total)
        )
    if older.grades != newer.grades:
        grades = _text("grades")
        yield RulebookChange(ChangeKind.REGRADED, "", grades, _grades(older), _grades(newer))
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
    if meaning_of_rate(older, before) != meaning_of_rate(newer, after):
        yield change(ChangeKind.RERATED, _rate_words(older, before), _rate_words(newer, after))
    if meaning_of_rule(older, before) != meaning_of_rule(newer, after):
        yield change(ChangeKind.RESCORED, *_standards(older, before, newer, after))
    if before.standard != after.standard:
        no_words = _text("no-words")
        yield change(ChangeKind.REWORDED, before.standard or no_words, after.standard or no_words)


def _points(weight: Decimal | None) -> str:
    return _text("no-weight") if weight is None else _text("points", points=show(Fraction(weight)))


def _grades(rulebook: Rulebook) -> str:
    grades = (f"{g.name}≥{show(Fraction(g.min))}" for g in rulebook.grades)
    return chinese_text("rules.page.names").join(grades) or _text("no-grades")


def _rate_words(rulebook: Rulebook, row: _Row) -> str:
    return (rate_text(rulebook, row) if isinstance(row, Indicator) else "") or _text("no-rate")


def _standards(older: Rulebook, before: _Row, newer: Rulebook, after: _Row) -> tuple[str, str]:
    """Both standards in words; where these are the same, with the formulas behind them."""
    was, now = _standard(older, before), _standard(newer, after)
    if was != now:
        return was, now
    formulas = [";".join(formulas_of(b, row)) for b, row in ((older, before), (newer, after))]
    if formulas[0] == formulas[1]:
        return was, now
    old, new = (_text("formula", standard=was, formula=text) for text in formulas)
    return old, new


def _standard(rulebook: Rulebook, row: _Row) -> str:
    return rule_sentence(rulebook, row) or _text("no-standard")


def _in_words(rulebook: Rulebook, row: _Row) -> str:
    return _text(
        "row",
        path="·".join(row.path),
        weight=_points(row.weight),
        standard=_standard(rulebook, row),
    )


def diff_table(found: Diff) -> list[tuple[str, str, str, str, str]]:
    """Head the columns, then one row a change."""
    heads = ("kind", "name", "before", "after", "clause")
    kind, name, before, after, clause = (_text(f"column-{each}") for each in heads)
    rows = [(_kind(c.kind), c.name, c.before, c.after, c.clause) for c in found.changes]
    return [(kind, name, before, after, clause), *rows]


def _kind(kind: ChangeKind) -> str:
    return _text(f"kind-{kind.value}")


def _text(diff_id: str, /, **slots: object) -> str:
    return chinese_text(f"rules.diff.{diff_id}", **slots)


def diff_prose(found: Diff) -> str:
    """The difference in Chinese, a paragraph for each kind of change."""
    count = len(found.changes)
    head = "head" if count else "head-same"
    lines = [_text(head, newer=found.newer.name, older=found.older.name, count=count)]
    for kind in ChangeKind:
        these = [change for change in found.changes if change.kind is kind]
        if these:
            lines.append(_text("changes", kind=_kind(kind), count=len(these)))
            lines += [f"  {n}. {nested(_sentence(c))}" for n, c in enumerate(these, start=1)]
    return "\n".join(lines)


def _sentence(change: RulebookChange) -> str:
    clause = _text("clause", clause=change.clause) if change.clause else ""
    if change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED):
        text = change.before or change.after
        return _text("whole", name=change.name, text=text, clause=clause)
    before, after = (
        each.rstrip(chinese_text("rules.stop")) for each in (change.before, change.after)
    )
    return _text("change", name=change.name, before=before, after=after, clause=clause)
