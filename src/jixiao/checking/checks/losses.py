"""A column of points lost against weight and self-score: 分值 − 扣分 = 得分 (C113)."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checking.checks.register import CheckCase, check
from jixiao.figures import format_points
from jixiao.finding import Finding, finding
from jixiao.rulebook import Role


@check(codes=("C113",))
def loss_findings(case: CheckCase) -> Iterator[Finding]:
    """Say that weight less points lost is not the self-score."""
    for row in case.sheet.rows:
        lost = case.sheet.losses.get(row.id)
        weight, claimed = row.readings.get(Role.WEIGHT), row.readings.get(Role.CLAIMED)
        if lost is None or weight is None or claimed is None:
            continue
        if lost.figure is None or weight.figure is None or claimed.figure is None:
            continue
        expected = weight.figure.value - abs(lost.figure.value)
        if weight.figure.unit == "%" or expected == claimed.figure.value or expected < 0:
            continue
        yield finding(
            "C113",
            sheet=claimed.sheet,
            cell=lost.cell,
            found=format_points(abs(lost.figure.value)),
            expected=format_points(weight.figure.value - claimed.figure.value),
            name=row.name,
            weight=format_points(weight.figure.value),
            score=format_points(claimed.figure.value),
        )
