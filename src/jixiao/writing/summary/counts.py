"""What 汇总 counts over all returns, in one pass: outcomes, totals, grades, offices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.finding import chinese_text
from jixiao.reporting import exact_value
from jixiao.writing.summary.model import DueDepartment, ReturnRow

NAMED = 8  # departments of an office, on 汇总
_CONTACT = re.compile("|".join(chinese_text("summary.contacts").split()))
SINCE = ("mended", "left", "new", "only-waived")


def contacts_of(headings: Sequence[str], extra: Sequence[str]) -> str:
    """Pick whom to call out of the roster's further columns; empty where nobody is named."""
    wording = zip(headings, extra, strict=False)
    return "　".join(text for head, text in wording if text and _CONTACT.search(head))


@dataclass(slots=True)
class OfficeCounts:
    """The returns of one office (主管科室): ``due`` is how many are to report, of those known.

    ``wrong`` are returns that count and have errors; ``waiting`` names the first of those from whom
    something is still to come, each with whom to call there.
    """

    received: int = 0
    missing: int = 0
    wrong: int = 0
    waiting: list[str] = field(default_factory=list)

    def wait_for(self, name: str, extra: Sequence[str], headings: Sequence[str]) -> None:
        """Note a department from which something is still to come, with its contact."""
        if len(self.waiting) > NAMED:
            return
        contact = contacts_of(headings, extra)
        self.waiting.append(f"{name}（{contact}）" if contact else name)

    @property
    def due(self) -> int:
        """How many departments of the office are known: those that reported, those missing."""
        return self.received + self.missing


@dataclass(slots=True)
class ReturnCounts:
    """Counts over all returns; totals are counted by what they are, so that sums are exact."""

    outcomes: Counter[str] = field(default_factory=Counter)
    returns: int = 0
    counted: int = 0
    wrong: int = 0
    unlisted: int = 0
    unlisted_wrong: int = 0
    totals: Counter[tuple[str, str]] = field(default_factory=Counter)
    reviewed: Counter[str] = field(default_factory=Counter)
    claimed_grades: Counter[str | None] = field(default_factory=Counter)
    computed_grades: Counter[str | None] = field(default_factory=Counter)
    reviewed_grades: Counter[str | None] = field(default_factory=Counter)
    since: Counter[str] = field(default_factory=Counter)
    headings: Sequence[str] = ()
    offices: dict[str, OfficeCounts] = field(default_factory=dict)

    def add(self, one: ReturnRow) -> None:
        """Count one return."""
        brief = one.brief
        self.returns += 1
        self.outcomes[brief.outcome] += 1
        if not one.counts:
            return
        self.counted += 1
        self.wrong += one.errors > 0
        if not one.is_listed:
            self.unlisted += 1
            self.unlisted_wrong += one.errors > 0
        office = self.offices.setdefault(one.office, OfficeCounts())
        office.received += 1
        office.wrong += one.errors > 0
        if one.errors:
            office.wait_for(one.name, one.extra, self.headings)
        for name, number in zip(SINCE, one.since or (), strict=False):
            self.since[name] += number
        if brief.claimed is not None and brief.computed is not None:
            self.totals[brief.claimed, brief.computed] += 1
        if brief.reviewed is not None:
            self.reviewed[brief.reviewed] += 1
            self.reviewed_grades[brief.reviewed_grade] += 1
        self.claimed_grades[brief.claimed_grade] += 1
        self.computed_grades[brief.computed_grade] += 1

    def named_grades(self, grades: Sequence[str]) -> list[tuple[str, int, int, int]]:
        """Each grade with the departments that claimed it, get it as recomputed, as reviewed."""
        counted = self.claimed_grades, self.computed_grades, self.reviewed_grades
        named = {name for counts in counted for name in counts if name}
        names = (*grades, *sorted(named - set(grades)))
        return [(name, counted[0][name], counted[1][name], counted[2][name]) for name in names]

    def total_figures(self) -> dict[str, Fraction | None]:
        """Means and extremes of the totals, points over- and under-claimed; None where unknown."""
        both = [
            (exact_value(claimed), exact_value(computed), count)
            for (claimed, computed), count in self.totals.items()
        ]
        gaps = [(claimed - computed, count) for claimed, computed, count in both]
        return {
            "claimed-mean": _mean([(one, count) for one, _, count in both]),
            "computed-mean": _mean([(one, count) for _, one, count in both]),
            "over": _sum((gap, n) for gap, n in gaps if gap > 0) if both else None,
            "under": -_sum((gap, n) for gap, n in gaps if gap < 0) if both else None,
            "highest": max((one for _, one, _ in both), default=None),
            "lowest": min((one for _, one, _ in both), default=None),
            "reviewed-mean": _mean([(exact_value(one), n) for one, n in self.reviewed.items()]),
        }


def count_returns(
    returns: Iterable[ReturnRow], due: Iterable[DueDepartment], headings: Sequence[str] = ()
) -> ReturnCounts:
    """Count returns and the departments without one that counts.

    ``headings`` are those of the roster's further columns, among which contacts are looked for.
    """
    counts = ReturnCounts(headings=headings)
    for one in returns:
        counts.add(one)
    for department in due:
        office = counts.offices.setdefault(department.office, OfficeCounts())
        office.missing += 1
        office.wait_for(department.name, department.extra, headings)
    return counts


def _sum(pairs: Iterable[tuple[Fraction, int]]) -> Fraction:
    return sum((one * count for one, count in pairs), Fraction(0))


def _mean(pairs: Sequence[tuple[Fraction, int]]) -> Fraction | None:
    count = sum(n for _, n in pairs)
    return _sum(pairs) / count if count else None
