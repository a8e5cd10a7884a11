"""A rulebook's rows and figures found in a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.locate import locate_scoresheet as locate_scoresheet
    from jixiao.scoresheet.model import Reading as Reading
    from jixiao.scoresheet.model import ReadingState as ReadingState
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
            "locate_scoresheet": "locate",  # Find the one scoresheet in ``workbook``
            "Reading": "model",  # A cell understood
            "ReadingState": "model",  # How a cell was understood
            "Row": "model",  # One row found
            "RowKind": "model",  # What a row of the scoresheet is
            "Scoresheet": "model",  # The meeting of a workbook and a rulebook
            "Unlocated": "model",  # A readable workbook in which no one scoresheet could be found
            "FIRST_ISSUED_ROW": "stamp",
            "IssuedCells": "stamp",  # A formula as issued, and the cell that it was issued in
            "STAMP_FORMAT": "stamp",
            "STAMP_SHEET": "stamp",
            "Stamp": "stamp",  # What the stamp says
            # Hash a fixed text as issued, whatever its blanks and line breaks
            "digest_of": "stamp",
            # The rulebook id that the stamp names, without reading the rest of it
            "stamped_rulebook": "stamp",
        },
    )
