"""What is counted over all returns, in one pass: outcomes, totals, grades, offices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from fractions import Fraction

from jixiao.finding import Lang, chinese_text, text_in
from jixiao.reporting import exact_value
from jixiao.writing.summary.model import DueDepartment, ReturnRow, SummaryScope

NAMED = 8  # departments of an office, on 汇总
_CONTACT = re.compile("|".join(chinese_text("summary.contacts").split()))
SINCE = ("mended", "left", "new", "only-waived")


def contacts_of(headings: Sequence[str], extra: Sequence[str]) -> str:
    """Pick whom to call out of the roster's further columns; empty where nobody is named."""
    wording = zip(headings, extra, strict=False)
    return "　".join(text for head, text in wording if text and _CONTACT.search(head))


@dataclass(slots=True)
class OfficeCounts:
    """The departments of an office (主管科室), each in one of received, missing and unread.

    ``wrong`` are those received that have errors; ``unlisted`` counts returns of departments that
    are not on the roster, which are in no other count. ``waiting`` are the first of the ``waited``
    departments from whom something is still to come, with their further columns of the roster.
    """

    received: int = 0
    wrong: int = 0
    missing: int = 0
    unread: int = 0
    unlisted: int = 0
    waited: int = 0
    waiting: list[tuple[str, Sequence[str]]] = field(default_factory=list)

    def wait_for(self, name: str, extra: Sequence[str]) -> None:
        """Note a department from which something is still to come."""
        self.waited += 1
        if self.waited <= NAMED:
            self.waiting.append((name, extra))

    def add(self, one: ReturnRow) -> None:
        """Count a return that counts for its department."""
        if one.is_listed:
            self.received += 1
            self.wrong += one.errors > 0
        else:
            self.unlisted += 1
        if one.errors:
            self.wait_for(one.name, one.extra)

    def add_due(self, one: DueDepartment) -> None:
        """Count a department without a return that counts."""
        if one.is_absent:
            self.missing += 1
        else:
            self.unread += 1
        self.wait_for(one.name, one.extra)

    @property
    def due(self) -> int:
        """How many departments of the office are to report."""
        return self.received + self.missing + self.unread

    @property
    def passed(self) -> int:
        """How many were received without an error."""
        return self.received - self.wrong

    def waiting_texts(self, headings: Sequence[str]) -> list[str]:
        """Name those still to come, with whom to call there; ``headings`` are the roster's."""
        return [
            f"{name}（{contact}）" if (contact := contacts_of(headings, extra)) else name
            for name, extra in self.waiting
        ]


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
        self.office(one.office).add(one)
        for name, number in zip(SINCE, one.since or (), strict=False):
            self.since[name] += number
        if brief.claimed is not None and brief.computed is not None:
            self.totals[brief.claimed, brief.computed] += 1
        if brief.reviewed is not None:
            self.reviewed[brief.reviewed] += 1
            self.reviewed_grades[brief.reviewed_grade] += 1
        self.claimed_grades[brief.claimed_grade] += 1
        self.computed_grades[brief.computed_grade] += 1

    def office(self, name: str) -> OfficeCounts:
        """The counts of an office, begun where there are none yet."""
        return self.offices.setdefault(name, OfficeCounts())

    def with_due(self, due: Iterable[DueDepartment]) -> ReturnCounts:
        """Give the same counts with the departments without a return that counts."""
        offices = {name: replace(one, waiting=[*one.waiting]) for name, one in self.offices.items()}
        whole = replace(self, offices=offices)
        for one in due:
            whole.office(one.office).add_due(one)
        return whole

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


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers that are reported upwards; ``listed`` is None without a roster.

    With one, received, missing and unread add up to it; returns of departments that are not on the
    roster are ``unlisted`` and in no other number.
    """

    listed: int | None
    received: int
    passed: int
    returned: int
    missing: int
    unread: int
    unlisted: int = 0

    @classmethod
    def of(cls, counts: ReturnCounts, due: Sequence[DueDepartment], scope: SummaryScope) -> Tally:
        """Count as bulk does in its closing sentence."""
        absent = sum(one.is_absent for one in due)
        outcomes = counts.outcomes
        received, wrong = counts.counted - counts.unlisted, counts.wrong - counts.unlisted_wrong
        unread = outcomes["unreadable"] + outcomes["several-scoresheets"]
        return cls(
            listed=scope.listed,
            received=received,
            passed=received - wrong,
            returned=wrong,
            missing=absent,
            unread=unread if scope.listed is None else len(due) - absent,
            unlisted=counts.unlisted,
        )

    def sentence(self, lang: Lang) -> str:
        """Say it as bulk does."""
        id_ = "summary.counts-unlisted" if self.listed is None else "summary.counts"
        said = text_in(id_, lang, **asdict(self))
        if self.unlisted:
            said += text_in("summary.counts-further", lang, count=self.unlisted)
        return said


def _sum(pairs: Iterable[tuple[Fraction, int]]) -> Fraction:
    return sum((one * count for one, count in pairs), Fraction(0))


def _mean(pairs: Sequence[tuple[Fraction, int]]) -> Fraction | None:
    count = sum(n for _, n in pairs)
    return _sum(pairs) / count if count else None
