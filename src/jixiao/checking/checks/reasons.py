"""Points lost and the reason for it: a deduction needs one, full marks contradict one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.score import is_left_blank
from jixiao.figures import format_points
from jixiao.finding import Finding, finding
from jixiao.rulebook import OutcomeState, Role, adjusting

_LOSS = re.compile(r"扣(?:减|除|了)?\s*[0-9０-９]+(?:[.．][0-9０-９]+)?\s*分")


@check(codes=("E101", "E102"))
def reason_findings(case: CheckCase) -> Iterator[Finding]:
    """Compare the self-score with the 扣分原因 column, where the sheet has one."""
    ways = adjusting(case.sheet.rulebook)
    for one in case.judged:
        reason = one.row.readings.get(Role.REASON)
        score, weight = one.result.claimed_score, one.result.weight
        applies = one.computed.outcome.state is not OutcomeState.NOT_APPLICABLE
        if reason is None or score is None or weight is None or not applies:
            continue
        way = ways.get(one.row.id)
        if way == "up":
            continue  # points that are not added are not lost
        if way == "down":
            score = weight - abs(score)
        if score < weight and is_left_blank(reason):
            yield finding(
                "E101",
                sheet=reason.sheet,
                cell=reason.cell,
                indicator=one.row.id,
                name=one.row.name,
                lost=format_points(weight - score),
                score=format_points(score),
                weight=format_points(weight),
            )
        elif score >= weight and says_lost(reason.text):
            yield finding(
                "E102",
                sheet=reason.sheet,
                cell=reason.cell,
                indicator=one.row.id,
                found=reason.text,
                name=one.row.name,
                weight=format_points(weight),
            )


def says_lost(reason: str) -> bool:
    """Whether a reason says how many points were lost."""
    return _LOSS.search(reason) is not None
