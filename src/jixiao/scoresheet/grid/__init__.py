"""See a sheet as a person does: headers, bodies, units, named cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.grid.body import TableFrame as TableFrame
    from jixiao.scoresheet.grid.body import TableLine as TableLine
    from jixiao.scoresheet.grid.body import is_footer as is_footer
    from jixiao.scoresheet.grid.body import kind_of_sum as kind_of_sum
    from jixiao.scoresheet.grid.body import sum_kind as sum_kind
    from jixiao.scoresheet.grid.body import table_frames as table_frames
    from jixiao.scoresheet.grid.body import table_lines as table_lines
    from jixiao.scoresheet.grid.defined_names import NamedCell as NamedCell
    from jixiao.scoresheet.grid.defined_names import named_places as named_places
    from jixiao.scoresheet.grid.header import Header as Header
    from jixiao.scoresheet.grid.header import header_parts as header_parts
    from jixiao.scoresheet.grid.numbers import bare_number as bare_number
    from jixiao.scoresheet.grid.units import sheet_unit as sheet_unit
    from jixiao.scoresheet.grid.units import stated_unit as stated_unit
    from jixiao.scoresheet.grid.units import unit_in as unit_in
    from jixiao.scoresheet.grid.view import MOST_COLUMNS as MOST_COLUMNS
    from jixiao.scoresheet.grid.view import View as View
    from jixiao.scoresheet.grid.view import views_of as views_of
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "TableFrame": "body",  # the columns of a table found under one header
            "TableLine": "body",  # one row of a table's body
            "is_footer": "body",  # whether a row is a note or a signature line
            "sum_kind": "body",  # whether a row holds a total, a grade or a section's sum
            "kind_of_sum": "body",  # the same by the keys of a row's texts
            "table_frames": "body",  # the tables of a sheet, one for each header
            "table_lines": "body",  # the body of a table, row by row
            "NamedCell": "defined_names",  # sheet, row and column of a named cell
            "named_places": "defined_names",  # the cells of the jx_ names
            "Header": "header",  # a header: its rows, and the role of each column
            "header_parts": "header",  # the headers of a sheet
            "bare_number": "numbers",  # the number in a cell, also of 5分 and 5%
            "sheet_unit": "units",  # the unit of money stated for a whole sheet
            "stated_unit": "units",  # the unit that a text states after 单位
            "unit_in": "units",  # the unit that a label states in brackets
            "MOST_COLUMNS": "view",  # columns of a sheet that are looked at
            "View": "view",  # the non-blank cells of a sheet, as a person sees them
            "views_of": "view",  # a view of each sheet
        },
    )
