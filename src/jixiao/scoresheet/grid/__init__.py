"""A sheet as a grid: what a person sees, headers, bodies, units, named cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.grid.body import TableFrame as TableFrame
    from jixiao.scoresheet.grid.body import TableLine as TableLine
    from jixiao.scoresheet.grid.body import is_footer as is_footer
    from jixiao.scoresheet.grid.body import sum_kind as sum_kind
    from jixiao.scoresheet.grid.body import table_frames as table_frames
    from jixiao.scoresheet.grid.body import table_lines as table_lines
    from jixiao.scoresheet.grid.defined_names import NamedCell as NamedCell
    from jixiao.scoresheet.grid.defined_names import named_places as named_places
    from jixiao.scoresheet.grid.header import Header as Header
    from jixiao.scoresheet.grid.header import header_parts as header_parts
    from jixiao.scoresheet.grid.numbers import bare_number as bare_number
    from jixiao.scoresheet.grid.units import sheet_unit as sheet_unit
    from jixiao.scoresheet.grid.units import unit_in as unit_in
    from jixiao.scoresheet.grid.view import MOST_COLUMNS as MOST_COLUMNS
    from jixiao.scoresheet.grid.view import View as View
    from jixiao.scoresheet.grid.view import views_of as views_of
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "TableFrame": "body",  # Where the words of a table stand
            "TableLine": "body",  # One row of the body
            # Whether a row that begins with these words is a note or a signature line
            "is_footer": "body",
            "sum_kind": "body",  # Say whether a row holds a total, a grade or the sum of a section
            "table_frames": "body",  # Make a frame of each header
            "table_lines": "body",  # Read the body row by row, without notes and signatures
            "NamedCell": "defined_names",  # sheet, row, column
            "named_places": "defined_names",  # Map each ``jx_…`` name to its (first) cell
            "Header": "header",  # A header
            "header_parts": "header",  # Give the headers of a sheet
            # The number in a cell (also 5分 and 5%), rounded to 10 decimals
            "bare_number": "numbers",
            # The unit of money stated for a whole sheet (its first rows, or those above row ``belo
            "sheet_unit": "units",
            # The unit of money, or %, that a label states in brackets or after 单位
            "unit_in": "units",
            "MOST_COLUMNS": "view",
            # Rows of non-blank cells of one sheet and what is shown at any place of it
            "View": "view",
            "views_of": "view",  # A view of each sheet
        },
    )
