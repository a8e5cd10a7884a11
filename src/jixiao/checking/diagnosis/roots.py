"""A root: a finding that causes others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jixiao.checking.diagnosis.mending import MendedSheet
from jixiao.checking.score import JudgedRow
from jixiao.finding import Finding


@dataclass(frozen=True, slots=True)
class Root:
    """A finding that causes others, and the scoresheet once it is mended."""

    finding: Finding
    mended: MendedSheet | None
    rows: tuple[JudgedRow, ...] = ()
    is_corroborated: bool = True  # more than a bound or an odd rate speaks for its fix
    folds: frozenset[str] = frozenset()  # rows whose scores are in doubt for it, not to be mended
    causes: Callable[[Finding], bool] | None = None  # what else follows from it
