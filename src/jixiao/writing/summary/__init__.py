"""Write the summary workbook of a bulk run: 汇总, 排名, 问题清单, 未报送, 指标分析, 说明."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.summary.book import Summary as Summary
    from jixiao.writing.summary.census import Census as Census
    from jixiao.writing.summary.counts import OfficeCounts as OfficeCounts
    from jixiao.writing.summary.counts import ReturnCounts as ReturnCounts
    from jixiao.writing.summary.counts import Tally as Tally
    from jixiao.writing.summary.counts import contacts_of as contacts_of
    from jixiao.writing.summary.finding_row import ListingRow as ListingRow
    from jixiao.writing.summary.finding_row import listing_row as listing_row
    from jixiao.writing.summary.formats import shortened as shortened
    from jixiao.writing.summary.model import DueDepartment as DueDepartment
    from jixiao.writing.summary.model import ReturnRow as ReturnRow
    from jixiao.writing.summary.model import SummaryScope as SummaryScope
    from jixiao.writing.summary.offices import office_columns as office_columns
    from jixiao.writing.summary.offices import office_figures as office_figures
    from jixiao.writing.summary.offices import office_sums as office_sums
    from jixiao.writing.summary.offices import ordered_offices as ordered_offices
    from jixiao.writing.summary.ranking import ranked_returns as ranked_returns
    from jixiao.writing.summary.statistics import FiguresCounter as FiguresCounter
    from jixiao.writing.summary.statistics import IndicatorFigures as IndicatorFigures
    from jixiao.writing.summary.statistics import add_figures as add_figures
    from jixiao.writing.summary.statistics import figures_to_text as figures_to_text
    from jixiao.writing.summary.statistics import rulebook_key as rulebook_key
    from jixiao.writing.summary.statistics import score_texts as score_texts
    from jixiao.writing.summary.statistics import worst_figures as worst_figures
    from jixiao.writing.summary.table import ReturnList as ReturnList
    from jixiao.writing.summary.table import ReturnTable as ReturnTable
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Summary": "book",  # the summary workbook while it is written
            "Census": "census",  # all returns, counted as they pass
            "OfficeCounts": "counts",  # the returns of one office
            "ReturnCounts": "counts",  # counts over all returns
            "Tally": "counts",  # the numbers that are reported upwards
            "contacts_of": "counts",  # whom to call, out of the roster's further columns
            "shortened": "formats",  # a name cut for a chart
            "ListingRow": "finding_row",  # a finding as the sheet of findings has it
            "listing_row": "finding_row",  # make one
            "DueDepartment": "model",  # a department without a return that counts
            "ReturnRow": "model",  # one return as the summary lists it
            "SummaryScope": "model",  # what the run covered
            "office_columns": "offices",  # which counts the table of offices has
            "office_figures": "offices",  # the counts of an office
            "office_sums": "offices",  # what they add up to
            "ordered_offices": "offices",  # offices by name
            "ranked_returns": "ranking",  # returns with their rank
            "FiguresCounter": "statistics",  # counts the scores of many returns by their texts
            "rulebook_key": "statistics",  # what the figures of a record are kept by
            "score_texts": "statistics",  # the scores of a record as texts to count
            "IndicatorFigures": "statistics",  # what is counted of one indicator
            "add_figures": "statistics",  # add figures read from text
            "figures_to_text": "statistics",  # figures of indicators as text
            "worst_figures": "statistics",  # indicators by which most was over-claimed
            "ReturnList": "table",  # a table of returns in memory
            "ReturnTable": "table",  # all returns, counted and by falling total
        },
    )
