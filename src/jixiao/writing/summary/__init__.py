"""Write the summary workbook of a bulk run: 汇总, 排名, 问题清单, 未报送, 指标分析, 说明."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.summary.book import Summary as Summary
    from jixiao.writing.summary.model import DueDepartment as DueDepartment
    from jixiao.writing.summary.model import ReturnRow as ReturnRow
    from jixiao.writing.summary.model import SummaryScope as SummaryScope
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Summary": "book",  # the summary workbook while it is written
            "DueDepartment": "model",  # a department without a return that counts
            "ReturnRow": "model",  # one return as the summary lists it
            "SummaryScope": "model",  # what the run covered
        },
    )
