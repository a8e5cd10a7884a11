"""Families of checks, one a file; each yields findings with the codes it may raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.checks.consistency import consistency_findings as consistency_findings
    from jixiao.checking.checks.presence import presence_findings as presence_findings
    from jixiao.checking.checks.reasons import reason_findings as reason_findings
    from jixiao.checking.checks.reported_cells import ReportedCells as ReportedCells
    from jixiao.checking.checks.tampering import tamper_findings as tamper_findings
    from jixiao.checking.checks.totals import total_up as total_up
    from jixiao.checking.checks.verdicts import judge as judge
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            # figures of one sheet that contradict each other
            "consistency_findings": "consistency",
            "presence_findings": "presence",  # required cells that are empty or of the wrong type
            "reason_findings": "reasons",  # self-scores compared with the 扣分原因 column
            # findings of one return by cell, the first of a cell kept
            "ReportedCells": "reported_cells",
            "tamper_findings": "tampering",  # what differs from the template as issued
            "total_up": "totals",  # sums, total and grade compared with the scores
            "judge": "verdicts",  # the verdict on one indicator or free row, with its findings
        },
    )
