"""Read the parts of a package, and foreign formats in a bounded child process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.reading.appearance import Appearance as Appearance
    from jixiao.workbook.reading.appearance import read_appearance as read_appearance
    from jixiao.workbook.reading.cell_appearance import CellAppearance as CellAppearance
    from jixiao.workbook.reading.foreign import read_foreign as read_foreign
    from jixiao.workbook.reading.ods import read_ods as read_ods
    from jixiao.workbook.reading.oversize import largest_sheet as largest_sheet
    from jixiao.workbook.reading.shared_strings import SharedStrings as SharedStrings
    from jixiao.workbook.reading.shared_strings import read_strings as read_strings
    from jixiao.workbook.reading.workbook_part import Book as Book
    from jixiao.workbook.reading.workbook_part import is_true as is_true
    from jixiao.workbook.reading.workbook_part import read_book as read_book
    from jixiao.workbook.reading.worksheet import CellReader as CellReader
    from jixiao.workbook.reading.xlsx import read_xlsx as read_xlsx
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "CellAppearance": "cell_appearance",  # fill, bold and alignment of a cell format
            "Appearance": "appearance",  # how worksheets appear to a person
            "read_appearance": "appearance",  # read widths, heights, fills of worksheets
            "read_foreign": "foreign",  # read xls, xlsb, ods or et in a child process
            "read_ods": "ods",  # read the tables of an OpenDocument spreadsheet
            "largest_sheet": "oversize",  # name the sheet that makes a workbook too large
            "SharedStrings": "shared_strings",  # the shared strings of a workbook
            "read_strings": "shared_strings",  # read the shared strings
            "Book": "workbook_part",  # sheets, names and settings of the workbook part
            "is_true": "workbook_part",  # read a boolean attribute
            "read_book": "workbook_part",  # read the workbook part
            "CellReader": "worksheet",  # reads the cells of one worksheet
            "read_xlsx": "xlsx",  # read the worksheets of a package
        },
    )
