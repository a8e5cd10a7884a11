"""Choose the sheet, and match its rows and columns to a rulebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.matching.candidate import Block as Block
    from jixiao.scoresheet.matching.candidate import Candidate as Candidate
    from jixiao.scoresheet.matching.choose import BAR as BAR
    from jixiao.scoresheet.matching.choose import ChoiceProblem as ChoiceProblem
    from jixiao.scoresheet.matching.choose import ChosenSheet as ChosenSheet
    from jixiao.scoresheet.matching.choose import Lexicon as Lexicon
    from jixiao.scoresheet.matching.choose import choose_sheet as choose_sheet
    from jixiao.scoresheet.matching.choose import indexes_of as indexes_of
    from jixiao.scoresheet.matching.choose import is_filled as is_filled
    from jixiao.scoresheet.matching.choose import lexicon_of as lexicon_of
    from jixiao.scoresheet.matching.columns import resolve_columns as resolve_columns
    from jixiao.scoresheet.matching.free_rows import block_of as block_of
    from jixiao.scoresheet.matching.free_rows import counted as counted
    from jixiao.scoresheet.matching.free_rows import is_part as is_part
    from jixiao.scoresheet.matching.free_rows import is_placeholder as is_placeholder
    from jixiao.scoresheet.matching.free_rows import row_kind as row_kind
    from jixiao.scoresheet.matching.free_rows import unit_of as unit_of
    from jixiao.scoresheet.matching.rows import section_of as section_of
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Block": "candidate",  # one block of free rows of a sheet
            "Candidate": "candidate",  # a sheet under a rulebook, with its matched rows
            "BAR": "choose",  # confidence from which a sheet counts as a scoresheet
            "ChoiceProblem": "choose",  # why no sheet was chosen
            "ChosenSheet": "choose",  # the sheet chosen, and how its rulebook was found
            "is_filled": "choose",  # whether any self-score is in a sheet
            "indexes_of": "choose",  # the indexes of the rulebooks that a sheet may be of
            "lexicon_of": "choose",  # the header words of several rulebooks together
            "choose_sheet": "choose",  # choose the sheet and the rulebook
            "Lexicon": "choose",  # what column heads mean, for several rulebooks
            "resolve_columns": "columns",  # which column of a table holds what
            "block_of": "free_rows",  # the block that a free row belongs to
            "counted": "free_rows",  # rows, with 其中 rows counted where a block needs them
            "is_part": "free_rows",  # whether a row gives a part of another
            "is_placeholder": "free_rows",  # whether the name of a row says nothing
            "row_kind": "free_rows",  # what a free row is: scored, 其中, placeholder
            "unit_of": "free_rows",  # the unit in a row's own unit column
            "section_of": "rows",  # the section whose sum a row holds
        },
    )
