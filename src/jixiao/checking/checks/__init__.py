"""Families of checks, one a file; each yields findings with the codes it may raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.checks.presence import presence_findings as presence_findings
    from jixiao.checking.checks.presence import schema as schema
    from jixiao.checking.checks.rates import settled_rates as settled_rates
    from jixiao.checking.checks.register import CheckCase as CheckCase
    from jixiao.checking.checks.register import checks_in_order as checks_in_order
    from jixiao.checking.checks.reported_cells import ReportedCells as ReportedCells
    from jixiao.checking.checks.totals import total_up as total_up
    from jixiao.checking.checks.verdicts import judge as judge
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "schema": "presence",  # the pandera schema of a rulebook's readings
            "settled_rates": "rates",  # rates of two meanings, of which the figures bear one out
            "CheckCase": "register",  # what a check may look at
            "checks_in_order": "register",  # every registered check
            "presence_findings": "presence",  # required cells that are empty or of the wrong type
            # findings of one return by cell, the first of a cell kept
            "ReportedCells": "reported_cells",
            "total_up": "totals",  # sums, total and grade compared with the scores
            "judge": "verdicts",  # the verdict on one indicator or free row, with its findings
        },
    )
