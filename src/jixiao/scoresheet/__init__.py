"""Find a rulebook's rows and figures in a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.locate import locate_scoresheet as locate_scoresheet
    from jixiao.scoresheet.model import Reading as Reading
    from jixiao.scoresheet.model import Row as Row
    from jixiao.scoresheet.model import RowKind as RowKind
    from jixiao.scoresheet.model import Scoresheet as Scoresheet
    from jixiao.scoresheet.model import Unlocated as Unlocated
    from jixiao.scoresheet.stamp import FIRST_ISSUED_ROW as FIRST_ISSUED_ROW
    from jixiao.scoresheet.stamp import STAMP_FORMAT as STAMP_FORMAT
    from jixiao.scoresheet.stamp import STAMP_SHEET as STAMP_SHEET
    from jixiao.scoresheet.stamp import IssuedCells as IssuedCells
    from jixiao.scoresheet.stamp import Stamp as Stamp
    from jixiao.scoresheet.stamp import digest_of as digest_of
    from jixiao.scoresheet.stamp import stamped_rulebook as stamped_rulebook
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "locate_scoresheet": "locate",  # find the one scoresheet of a workbook
            "Reading": "model",  # a cell with the figure understood from it
            "Row": "model",  # one row of a scoresheet, with its readings
            "RowKind": "model",  # what a row of the scoresheet is
            "Scoresheet": "model",  # rows, inputs and tables found in a workbook
            "Unlocated": "model",  # a readable workbook in which no one scoresheet was found
            "FIRST_ISSUED_ROW": "stamp",  # row of the stamp sheet where issued cells begin
            "IssuedCells": "stamp",  # formulas and fixed texts as issued, by cell
            "STAMP_FORMAT": "stamp",  # version of the stamp's layout
            "STAMP_SHEET": "stamp",  # name of the hidden sheet that holds the stamp
            "Stamp": "stamp",  # what the stamp of an issued template says
            "digest_of": "stamp",  # hash a fixed text, whatever its blanks and line breaks
            "stamped_rulebook": "stamp",  # the rulebook id that the stamp names
        },
    )
