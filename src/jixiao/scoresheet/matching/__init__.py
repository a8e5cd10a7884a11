"""Which sheet, rows and columns are those of which rulebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.matching.candidate import Block as Block
    from jixiao.scoresheet.matching.candidate import Candidate as Candidate
    from jixiao.scoresheet.matching.choose import BAR as BAR
    from jixiao.scoresheet.matching.choose import ChoiceProblem as ChoiceProblem
    from jixiao.scoresheet.matching.choose import ChosenSheet as ChosenSheet
    from jixiao.scoresheet.matching.choose import choose_sheet as choose_sheet
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
            "Block": "candidate",  # One table of the sheet
            "Candidate": "candidate",  # A sheet under a rulebook
            "BAR": "choose",  # confidence from which a sheet counts as a rulebook's scoresheet
            "ChoiceProblem": "choose",  # Why no sheet was chosen
            "ChosenSheet": "choose",  # The trial chosen and how its rulebook was found
            "choose_sheet": "choose",  # Choose the sheet and the rulebook
            # The block that a row stands in, by the deepest level words that name one
            "block_of": "free_rows",
            # Take rows of which as rows of their own where a block needs their points to be full
            "counted": "free_rows",
            "is_part": "free_rows",  # Whether a row gives a part of another
            "is_placeholder": "free_rows",  # Whether the name of a row says nothing
            # Tell a scored free row from one of which, and from a placeholder left in
            "row_kind": "free_rows",
            "unit_of": "free_rows",  # The unit of measure in a row's own unit column
            "section_of": "rows",  # The section whose sum a row holds
        },
    )
