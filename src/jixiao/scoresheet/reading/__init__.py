"""Cells of a matched sheet understood: rows, inputs, tables, identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.reading.cells import is_date_format as is_date_format
    from jixiao.scoresheet.reading.cells import is_residue as is_residue
    from jixiao.scoresheet.reading.identity import identify as identify
    from jixiao.scoresheet.reading.inputs import find_inputs as find_inputs
    from jixiao.scoresheet.reading.money_block import find_money as find_money
    from jixiao.scoresheet.reading.rows import grade_reading as grade_reading
    from jixiao.scoresheet.reading.rows import read_rows as read_rows
    from jixiao.scoresheet.reading.rows import total_reading as total_reading
    from jixiao.scoresheet.reading.tables import TableReadings as TableReadings
    from jixiao.scoresheet.reading.tables import find_tables as find_tables
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "is_date_format": "cells",  # Whether a number format shows dates or times
            # Whether a typed number carries a residue of single precision (0.0900000762939453)
            "is_residue": "cells",
            # The department and the year, as far as sheets and stamp give them
            "identify": "identity",
            "find_inputs": "inputs",  # Read the inputs that stand beside their label
            "find_money": "money_block",  # Read the inputs of the block of funds
            "grade_reading": "rows",  # The grade
            "read_rows": "rows",  # Read all rows of the sheet, top to bottom
            "total_reading": "rows",  # The total self-score, of the total row
            "TableReadings": "tables",
            # Read the rows in use of every repeating table that can be found
            "find_tables": "tables",
        },
    )
