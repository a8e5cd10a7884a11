"""A package patched: marks, comments and one added sheet; all else stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.editing.mark import alone as alone
    from jixiao.workbook.editing.mark import mark_workbook as mark_workbook
    from jixiao.workbook.editing.mark import patch_workbook as patch_workbook
    from jixiao.workbook.editing.model import AddedCell as AddedCell
    from jixiao.workbook.editing.model import AddedLine as AddedLine
    from jixiao.workbook.editing.model import AddedSheet as AddedSheet
    from jixiao.workbook.editing.model import CellFormat as CellFormat
    from jixiao.workbook.editing.model import Mark as Mark
    from jixiao.workbook.editing.model import Patched as Patched
    from jixiao.workbook.editing.model import Record as Record
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            # Give the added sheet in a workbook of its own, with ``findings`` that say why
            "alone": "mark",
            "mark_workbook": "mark",  # Mark cells of any xlsx or xlsm and add a sheet
            # Mark cells and add the sheet that ``compose`` makes of what was noticed while patchin
            "patch_workbook": "mark",
            "AddedCell": "model",  # One cell of the added sheet, ``span`` columns wide
            "AddedLine": "model",  # One row of the added sheet
            "AddedSheet": "model",  # The sheet to be added
            "CellFormat": "model",  # How an entry of the added sheet looks
            # A cell to be highlighted by ``severity`` and given ``comment`` (none where it is empt
            "Mark": "model",
            "Patched": "model",  # The result
            "Record": "model",  # What was done to the package, by path of the part
        },
    )
