"""See a form without a rulebook: its table of indicators and its block of funds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.outline.column_sums import find_column_sums as find_column_sums
    from jixiao.scoresheet.outline.columns import header_role as header_role
    from jixiao.scoresheet.outline.funds import AMOUNTS as AMOUNTS
    from jixiao.scoresheet.outline.funds import FundsBlock as FundsBlock
    from jixiao.scoresheet.outline.funds import FundsLine as FundsLine
    from jixiao.scoresheet.outline.funds import funds_column as funds_column
    from jixiao.scoresheet.outline.funds import is_whole as is_whole
    from jixiao.scoresheet.outline.outline import Outline as Outline
    from jixiao.scoresheet.outline.outline import OutlineRow as OutlineRow
    from jixiao.scoresheet.outline.outline import outline_of as outline_of
    from jixiao.scoresheet.outline.pairs import find_amounts as find_amounts
    from jixiao.scoresheet.outline.sources import find_sources as find_sources
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "find_column_sums": "column_sums",  # cells that are the sum of those above them
            "AMOUNTS": "funds",  # the columns of amounts
            "FundsBlock": "funds",  # where the amounts of a form are
            "FundsLine": "funds",  # one row of amounts
            "find_amounts": "pairs",  # the block of funds of a sheet, or amounts next to labels
            "funds_column": "funds",  # what a column is, by what its label is made of
            "is_whole": "funds",  # whether a row label names the whole sum
            "Outline": "outline",  # a form as it is: columns, rows, levels, weights
            "OutlineRow": "outline",  # one row that is scored
            "find_sources": "sources",  # rows whose parts are next to their sum
            "header_role": "columns",  # what a column holds, by words in general use
            "outline_of": "outline",  # the form of a workbook, as far as one can be seen
        },
    )
