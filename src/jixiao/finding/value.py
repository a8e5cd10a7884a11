"""The value types of findings: severity, fix, outcome and the finding itself."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jixiao.finding.bilingual import Bilingual

if TYPE_CHECKING:
    from fractions import Fraction


class Severity(enum.StrEnum):
    """How serious a finding is; the order of definition is the order of seriousness."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Fix:
    """The change of one cell that mends a finding; ``cell`` is ``sheet!cell``.

    ``before`` is what is there, ``after`` what belongs there, both as a person types them;
    ``why`` says what speaks for it.
    """

    cell: str
    before: str
    after: str
    why: Bilingual


@dataclass(frozen=True, slots=True)
class MendedScore:
    """One self-score once a cause is mended, in points; equal to ``claimed`` where it holds."""

    indicator: str
    name: str
    cell: str  # sheet!cell
    claimed: Fraction
    score: Fraction


@dataclass(frozen=True, slots=True)
class Mended:
    """What a return comes to once a cause is mended; points, None where not known.

    ``scores`` are those of the rows that rest on the cell, ``sections`` pairs of name and sum.
    """

    total: Fraction | None
    grade: str | None
    sections: tuple[tuple[str, Fraction | None], ...] = ()
    scores: tuple[MendedScore, ...] = ()


@dataclass(frozen=True, slots=True)
class Waived:
    """By which waiver a finding is excused: its number in the file, why, by whom, until when."""

    number: int
    reason: str
    who: str
    until: str  # the last day, 2026-12-31


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a user's workbook that the user should know; never raised.

    ``values`` fill the slots of the catalogue's message and remedy. ``because`` is the code of the
    finding that caused this one and ``because_cell`` its place (``评分表!H11``). ``is_settled``:
    mending that cause is all there is to do. ``fix`` and ``outcome`` stand with a root cause; where
    several fixes are as likely, ``choices`` has them and ``fix`` is None. ``instead`` is what to do
    where the catalogue's remedy does not fit the cell.
    """

    code: str
    severity: Severity
    sheet: str | None = None
    cell: str | None = None
    indicator: str | None = None
    found: str | None = None
    expected: str | None = None
    because: str | None = None
    because_cell: str | None = None
    is_settled: bool = False
    fix: Fix | None = None
    choices: tuple[Fix, ...] = ()
    outcome: Mended | None = None
    waived: Waived | None = None
    instead: Bilingual | None = None
    values: Mapping[str, str | Bilingual] = field(default_factory=dict)
    paragraph: Bilingual | None = None  # of the report that goes with the sheet: 第31段

    @property
    def place(self) -> str:
        """``sheet!cell``, as far as known; empty where the finding is about the file."""
        if self.sheet and self.cell:
            return f"{self.sheet}!{self.cell}"
        return self.cell or self.sheet or ""

    def with_fix(self, fix: Fix | None, choices: tuple[Fix, ...]) -> Finding:
        """Name the change that mends it, or those that are as likely."""
        return replace(self, fix=fix, choices=choices)

    def following(self, cause: Finding) -> Finding:
        """Fold it under its cause: mending that is all there is to do."""
        return replace(
            self,
            severity=Severity.NOTICE,
            because=cause.code,
            because_cell=cause.place,
            is_settled=True,
            fix=None,
            choices=(),
            instead=None,
        )

    def doing(self, instead: Bilingual) -> Finding:
        """Name what to do in place of the catalogue's remedy."""
        return replace(self, instead=instead)
