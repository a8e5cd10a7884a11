"""Readers: the parts of a package, and foreign formats in a bounded child process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.reading.foreign import read_foreign as read_foreign
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
            "read_foreign": "foreign",  # Read the values of a workbook in a child process
            "SharedStrings": "shared_strings",  # The shared texts as a reader sees them
            "read_strings": "shared_strings",  # Read the shared strings, phonetic runs left out
            "Book": "workbook_part",  # What the workbook part says
            "is_true": "workbook_part",  # Read a boolean attribute
            "read_book": "workbook_part",  # Read the workbook part
            "CellReader": "worksheet",  # Reads the cells of one worksheet
            "read_xlsx": "xlsx",  # Read the worksheets of a package that passed the gate
        },
    )
