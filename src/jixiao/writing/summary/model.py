"""What the summary is made from: one row per return, one per missing department, and the scope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One return. Totals are in points; ``copy`` is its annotated copy, relative to the summary.

    ``counts`` is False for all but one return of a department and for what was not checked;
    ``remarks`` are titles of what only the whole folder shows.
    """

    relative: str
    name: str
    office: str
    outcome: str
    counts: bool
    year: int | None = None
    rulebook: str | None = None
    claimed: Decimal | None = None
    computed: Decimal | None = None
    reviewed: Decimal | None = None
    claimed_grade: str | None = None
    computed_grade: str | None = None
    copy: str | None = None
    errors: int = 0
    warnings: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def gap(self) -> Decimal | None:
        """Claimed minus recomputed total, in points; positive where too much was claimed."""
        if self.claimed is None or self.computed is None:
            return None
        return self.claimed - self.computed

    @property
    def standing(self) -> Decimal | None:
        """The total that ranks: the reviewed one where there is one, else the recomputed."""
        return self.computed if self.reviewed is None else self.reviewed


@dataclass(frozen=True, slots=True)
class DueDepartment:
    """A department on the roster without a return that counts; ``note`` says more."""

    name: str
    code: str
    office: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SummaryScope:
    """What the run covered: for 汇总 and 说明.

    ``listed`` is how many departments the roster has (None without a roster); ``grades`` are the
    grade names best first; ``rulebooks`` maps id to name and version, ``used`` id to the number of
    returns that follow it.
    """

    program: str
    year: int | None
    listed: int | None
    set_aside: int
    grades: tuple[str, ...]
    rulebooks: Mapping[str, str]
    used: Mapping[str, int]
