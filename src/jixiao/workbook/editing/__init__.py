"""Patch a package: marks, comments and an added sheet; all else stays byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.editing.document import NotCommented as NotCommented
    from jixiao.workbook.editing.document import ParagraphComment as ParagraphComment
    from jixiao.workbook.editing.document import comment_document as comment_document
    from jixiao.workbook.editing.document import is_signed_document as is_signed_document
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
            "NotCommented": "document",  # raised where a document could not be given comments
            "ParagraphComment": "document",  # a comment on a paragraph of a document
            "comment_document": "document",  # hang comments on paragraphs of a Word document
            "is_signed_document": "document",  # whether a change breaks a document's signature
            "alone": "mark",  # the added sheet in a workbook of its own
            "mark_workbook": "mark",  # mark cells of any xlsx or xlsm and add a sheet
            "patch_workbook": "mark",  # mark cells and add a sheet composed while patching
            "AddedCell": "model",  # one cell of an added sheet
            "AddedLine": "model",  # one row of an added sheet
            "AddedSheet": "model",  # a sheet to be added to a workbook
            "CellFormat": "model",  # fill, font and borders of a cell of an added sheet
            "Mark": "model",  # a cell to be highlighted and given a comment
            "Patched": "model",  # the annotated workbook, and what was noticed on the way
            "Record": "model",  # what was changed in the package, part by part
        },
    )
