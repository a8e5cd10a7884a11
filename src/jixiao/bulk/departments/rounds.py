"""What became of a department's findings since the round before: mended, left, new, waived only.

A snapshot is what a round found, counted by place; two of them are compared.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Errors and warnings of one department by code and place, and those that a waiver excuses."""

    open: Counter[str] = field(default_factory=Counter)
    waived: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its number, its name (empty where none was given), the round that came before.

    ``previous`` is the number of that one, 0 where this is the first; ``digest`` shows which
    returns were in it.
    """

    number: int
    name: str = ""
    previous: int = 0
    previous_name: str = ""
    digest: str = ""


class MarkedFinding(Protocol):
    """A finding as rounds know it: ``mark`` is its code and indicator, or cell."""

    @property
    def severity(self) -> str:
        """error, warning or notice."""
        ...

    @property
    def waived(self) -> object:
        """True or a waiver where one excuses it."""
        ...

    @property
    def mark(self) -> str:
        """What it is known by in the next round."""
        ...


def snapshot_of(findings: Iterable[MarkedFinding]) -> Snapshot:
    """Count errors and warnings by code and indicator, or cell where they are about none."""
    taken = Snapshot()
    for found in findings:
        if found.severity != "notice":
            (taken.waived if found.waived else taken.open)[found.mark] += 1
    return taken


def compare_rounds(before: Snapshot, now: Snapshot) -> tuple[int, int, int, int]:
    """Count what was mended, what is left, what is new, and what was only waived.

    >>> old = Snapshot(Counter({"R101 a": 1, "R101 b": 1, "E101 c": 2}))
    >>> compare_rounds(old, Snapshot(Counter({"R101 b": 1, "T102 d": 1}), Counter({"E101 c": 1})))
    (2, 1, 1, 1)
    """
    left = before.open & now.open
    gone = before.open - left
    waived = gone & now.waived
    new = now.open - left
    return (gone - waived).total(), left.total(), new.total(), waived.total()


def snapshot_to_text(taken: Snapshot) -> str:
    """Write a snapshot on one line."""
    return json.dumps([taken.open, taken.waived], ensure_ascii=False, separators=(",", ":"))


def snapshot_from_text(text: str) -> Snapshot:
    """Read what ``snapshot_to_text`` wrote."""
    counted, waived = json.loads(text)
    return Snapshot(Counter(counted), Counter(waived))


def next_round(last: Round | None, name: str, digest: str) -> Round:
    """Decide which round a run belongs to.

    A name other than the last one begins a round; without a name, other returns do. A name that is
    given later names the round of the same returns.
    """
    if last is None:
        return Round(1, name, digest=digest)
    is_same = name == last.name if name and last.name else digest == last.digest
    if is_same:
        return Round(last.number, name or last.name, last.previous, last.previous_name, digest)
    return Round(last.number + 1, name, last.number, last.name, digest)
