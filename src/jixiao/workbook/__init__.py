"""Workbook files: read exactly as they are, and patched without loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.admit import FileKind as FileKind
    from jixiao.workbook.admit import content_hash as content_hash
    from jixiao.workbook.admit import load_file as load_file
    from jixiao.workbook.admit import sniff_archive as sniff_archive
    from jixiao.workbook.container import ZipMember as ZipMember
    from jixiao.workbook.container import admit_members as admit_members
    from jixiao.workbook.container import archive as archive
    from jixiao.workbook.container import open_archive as open_archive
    from jixiao.workbook.container import read_members as read_members
    from jixiao.workbook.editing import AddedCell as AddedCell
    from jixiao.workbook.editing import AddedLine as AddedLine
    from jixiao.workbook.editing import AddedSheet as AddedSheet
    from jixiao.workbook.editing import CellFormat as CellFormat
    from jixiao.workbook.editing import Mark as Mark
    from jixiao.workbook.editing import Patched as Patched
    from jixiao.workbook.editing import Record as Record
    from jixiao.workbook.editing import alone as alone
    from jixiao.workbook.editing import mark_workbook as mark_workbook
    from jixiao.workbook.editing import patch_workbook as patch_workbook
    from jixiao.workbook.model import Cell as Cell
    from jixiao.workbook.model import CellKind as CellKind
    from jixiao.workbook.model import CellRange as CellRange
    from jixiao.workbook.model import Sheet as Sheet
    from jixiao.workbook.model import Unreadable as Unreadable
    from jixiao.workbook.model import Visibility as Visibility
    from jixiao.workbook.model import Workbook as Workbook
    from jixiao.workbook.model import cell_address as cell_address
    from jixiao.workbook.model import column_letters as column_letters
    from jixiao.workbook.model import is_added as is_added
    from jixiao.workbook.read import read_workbook as read_workbook
    from jixiao.workbook.refusal import Refused as Refused
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "FileKind": "admit",  # Kinds of content that are told apart
            "content_hash": "admit",  # SHA-256 of a file's bytes, in hexadecimal
            "load_file": "admit",  # Read a regular file of at most 50 MB
            # Tell what a zip file holds, by the names of its members and its content types
            "sniff_archive": "admit",
            "ZipMember": "container",  # One entry of the directory
            # Refuse members that are encrypted, packed in another way, or too large to unpack
            "admit_members": "container",
            # The zip container: members found by path, as raw spans or inflated
            "archive": "container",
            "open_archive": "container",  # Open a zip file whose directory is sound
            "read_members": "container",  # Give all members and the span of the directory
            "AddedCell": "editing",  # One cell of the added sheet, ``span`` columns wide
            "AddedLine": "editing",  # One row of the added sheet
            "AddedSheet": "editing",  # The sheet to be added
            "CellFormat": "editing",  # How an entry of the added sheet looks
            # A cell to be highlighted by ``severity`` and given ``comment`` (none where it is empt
            "Mark": "editing",
            "Patched": "editing",  # The result
            "Record": "editing",  # What was done to the package, by path of the part
            # Give the added sheet in a workbook of its own, with ``findings`` that say why
            "alone": "editing",
            "mark_workbook": "editing",  # Mark cells of any xlsx or xlsm and add a sheet
            # Mark cells and add the sheet that ``compose`` makes of what was noticed while patchin
            "patch_workbook": "editing",
            "Cell": "model",  # One stored cell
            "CellKind": "model",  # What the stored (for a formula
            "CellRange": "model",  # A rectangle of cells, 1-based and inclusive
            "Sheet": "model",  # One worksheet
            "Unreadable": "model",  # A file that could not be read
            "Visibility": "model",  # State of a sheet
            "Workbook": "model",  # A workbook as read
            "cell_address": "model",  # Name a cell by 1-based row and column
            "column_letters": "model",  # Name a 1-based column
            "is_added": "model",  # Whether an earlier run added a sheet, whatever it is called now
            "read_workbook": "read",  # Read the workbook at ``path``
            "Refused": "refusal",  # Reading cannot go on
        },
    )
