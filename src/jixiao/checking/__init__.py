"""A scoresheet becomes a ``Check``: verdicts, totals and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.model import SEVERITIES as SEVERITIES
    from jixiao.checking.model import VERDICTS as VERDICTS
    from jixiao.checking.model import Check as Check
    from jixiao.checking.model import IndicatorResult as IndicatorResult
    from jixiao.checking.model import RulebookUsed as RulebookUsed
    from jixiao.checking.model import SectionResult as SectionResult
    from jixiao.checking.model import TotalResult as TotalResult
    from jixiao.checking.model import Verdict as Verdict
    from jixiao.checking.run import check as check
    from jixiao.checking.run import check_many as check_many
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Check": "model",  # Everything jixiao says about one file
            "IndicatorResult": "model",  # One indicator's verdict
            "RulebookUsed": "model",  # Which rulebook a check rests on
            "SEVERITIES": "model",
            "SectionResult": "model",  # One section's sum
            "TotalResult": "model",  # The total and its grade
            "VERDICTS": "model",
            "Verdict": "model",  # What is said of one self-score
            "check": "run",  # Check one file
            # Check files in batches and yield one result for each, in the order of ``paths``
            "check_many": "run",
        },
    )
