"""Read the cells of a matched sheet: rows, inputs, tables, identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.reading.cells import Spot as Spot
    from jixiao.scoresheet.reading.cells import is_date_format as is_date_format
    from jixiao.scoresheet.reading.cells import is_residue as is_residue
    from jixiao.scoresheet.reading.funds import missing_amounts as missing_amounts
    from jixiao.scoresheet.reading.funds import read_funds as read_funds
    from jixiao.scoresheet.reading.funds import read_sources as read_sources
    from jixiao.scoresheet.reading.funds import unlabelled_row as unlabelled_row
    from jixiao.scoresheet.reading.identity import identify as identify
    from jixiao.scoresheet.reading.inputs import InputsFound as InputsFound
    from jixiao.scoresheet.reading.inputs import find_inputs as find_inputs
    from jixiao.scoresheet.reading.inputs import read_inputs as read_inputs
    from jixiao.scoresheet.reading.inputs import unit_alone as unit_alone
    from jixiao.scoresheet.reading.money_block import find_money as find_money
    from jixiao.scoresheet.reading.own_columns import read_losses as read_losses
    from jixiao.scoresheet.reading.own_columns import read_ratios as read_ratios
    from jixiao.scoresheet.reading.rows import RowSpots as RowSpots
    from jixiao.scoresheet.reading.rows import grade_reading as grade_reading
    from jixiao.scoresheet.reading.rows import read_again as read_again
    from jixiao.scoresheet.reading.rows import read_rows as read_rows
    from jixiao.scoresheet.reading.rows import row_spots as row_spots
    from jixiao.scoresheet.reading.rows import stated_total as stated_total
    from jixiao.scoresheet.reading.rows import total_reading as total_reading
    from jixiao.scoresheet.reading.tables import TableHead as TableHead
    from jixiao.scoresheet.reading.tables import TableReadings as TableReadings
    from jixiao.scoresheet.reading.tables import column_labels as column_labels
    from jixiao.scoresheet.reading.tables import column_named as column_named
    from jixiao.scoresheet.reading.tables import find_tables as find_tables
    from jixiao.scoresheet.reading.tables import read_tables as read_tables
    from jixiao.scoresheet.reading.value_columns import heads_values as heads_values
    from jixiao.scoresheet.reading.value_columns import years_headed as years_headed
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Spot": "cells",  # a cell that is read, and what it should hold
            "is_date_format": "cells",  # whether a number format shows dates or times
            "is_residue": "cells",  # whether a number carries a residue of single precision
            "missing_amounts": "funds",  # inputs of the money block by what labels are made of
            "read_funds": "funds",  # every cell of the block of funds
            "read_losses": "own_columns",  # how many points each row says it lost
            "read_ratios": "own_columns",  # which share of its target each row says it reached
            "read_sources": "funds",  # sums whose parts are next to them
            "unlabelled_row": "funds",  # the scored row of funds that has no label
            "identify": "identity",  # department and year, from sheets and stamp
            "unit_alone": "inputs",  # the unit that a cell holds and nothing else
            "read_inputs": "inputs",  # the inputs read where they were found
            "InputsFound": "inputs",  # where the inputs are
            "find_inputs": "inputs",  # the inputs next to their labels
            "find_money": "money_block",  # the inputs of the money block
            "RowSpots": "rows",  # the cells of a row by role
            "read_again": "rows",  # the rows read again where cells have changed
            "row_spots": "rows",  # the cells of rows, and what each should hold
            "grade_reading": "rows",  # the typed grade
            "read_rows": "rows",  # all rows of the sheet, top to bottom
            "stated_total": "rows",  # the total self-score that is no row of the table
            "total_reading": "rows",  # the typed total self-score
            "read_tables": "tables",  # the filled rows of the tables found
            "column_named": "tables",  # the column of a table that a text names
            "column_labels": "tables",  # the columns of a table by their labels
            "TableHead": "tables",  # where a repeating table is
            "TableReadings": "tables",  # the rows of a repeating table, by column
            "find_tables": "tables",  # the header of every repeating table
            "heads_values": "value_columns",  # whether figures are headed so
            "years_headed": "value_columns",  # the years whose figures are headed so
        },
    )
