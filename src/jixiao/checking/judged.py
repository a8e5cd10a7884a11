"""A row judged: what the other checks start from."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.checking.model import IndicatorResult
from jixiao.checking.recompute import Computed
from jixiao.finding import Finding
from jixiao.scoresheet.model import Row


@dataclass(frozen=True, slots=True)
class Judged:
    """A row judged: its result, what it rests on and what there is to say."""

    row: Row
    result: IndicatorResult
    computed: Computed
    findings: tuple[Finding, ...]
