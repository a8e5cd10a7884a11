"""A row judged: what the other checks start from."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.checking.model import IndicatorResult
from jixiao.checking.score.recompute import Computed
from jixiao.finding import Finding
from jixiao.scoresheet import Row


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A row judged: its result, what it rests on and what there is to say."""

    row: Row
    result: IndicatorResult
    computed: Computed
    findings: tuple[Finding, ...]
