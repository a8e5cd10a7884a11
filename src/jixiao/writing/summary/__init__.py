"""The summary workbook of a bulk run: 汇总, 排名, 问题清单, 未报送, 指标分析, 说明."""

from jixiao.writing.summary.book import Summary
from jixiao.writing.summary.model import Due, Handed, Scope

__all__ = ["Due", "Handed", "Scope", "Summary"]
