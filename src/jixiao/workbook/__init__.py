"""Read workbook files exactly as they are, and patch them without loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.addresses import CellRange as CellRange
    from jixiao.workbook.addresses import cell_address as cell_address
    from jixiao.workbook.addresses import column_letters as column_letters
    from jixiao.workbook.addresses import column_number as column_number
    from jixiao.workbook.addresses import read_place as read_place
    from jixiao.workbook.admit import AdmittedDocument as AdmittedDocument
    from jixiao.workbook.admit import FileKind as FileKind
    from jixiao.workbook.admit import admit_document as admit_document
    from jixiao.workbook.admit import admit_text as admit_text
    from jixiao.workbook.admit import admit_words as admit_words
    from jixiao.workbook.admit import content_hash as content_hash
    from jixiao.workbook.admit import decode_text as decode_text
    from jixiao.workbook.admit import load_file as load_file
    from jixiao.workbook.admit import sniff_archive as sniff_archive
    from jixiao.workbook.calculation import CellChange as CellChange
    from jixiao.workbook.calculation import CellEdit as CellEdit
    from jixiao.workbook.calculation import NotFollowed as NotFollowed
    from jixiao.workbook.calculation import edited_workbook as edited_workbook
    from jixiao.workbook.calculation import recalculate as recalculate
    from jixiao.workbook.container import Package as Package
    from jixiao.workbook.container import ZipArchive as ZipArchive
    from jixiao.workbook.container import ZipMember as ZipMember
    from jixiao.workbook.container import admit_members as admit_members
    from jixiao.workbook.container import archive_of as archive_of
    from jixiao.workbook.container import feed as feed
    from jixiao.workbook.container import new_parser as new_parser
    from jixiao.workbook.container import open_archive as open_archive
    from jixiao.workbook.container import read_members as read_members
    from jixiao.workbook.editing import AddedCell as AddedCell
    from jixiao.workbook.editing import AddedLine as AddedLine
    from jixiao.workbook.editing import AddedSheet as AddedSheet
    from jixiao.workbook.editing import CellFormat as CellFormat
    from jixiao.workbook.editing import Mark as Mark
    from jixiao.workbook.editing import NotCommented as NotCommented
    from jixiao.workbook.editing import ParagraphComment as ParagraphComment
    from jixiao.workbook.editing import Patched as Patched
    from jixiao.workbook.editing import alone as alone
    from jixiao.workbook.editing import comment_document as comment_document
    from jixiao.workbook.editing import is_signed_document as is_signed_document
    from jixiao.workbook.editing import mark_workbook as mark_workbook
    from jixiao.workbook.editing import patch_workbook as patch_workbook
    from jixiao.workbook.limits import Height as Height
    from jixiao.workbook.limits import cells_allowed as cells_allowed
    from jixiao.workbook.limits import within_limits as within_limits
    from jixiao.workbook.model import FIXES as FIXES
    from jixiao.workbook.model import WORKINGS as WORKINGS
    from jixiao.workbook.model import Cell as Cell
    from jixiao.workbook.model import CellKind as CellKind
    from jixiao.workbook.model import Sheet as Sheet
    from jixiao.workbook.model import Unreadable as Unreadable
    from jixiao.workbook.model import Visibility as Visibility
    from jixiao.workbook.model import Workbook as Workbook
    from jixiao.workbook.model import is_added as is_added
    from jixiao.workbook.model import is_added_head as is_added_head
    from jixiao.workbook.read import read_workbook as read_workbook
    from jixiao.workbook.reading import Appearance as Appearance
    from jixiao.workbook.reading import CellAppearance as CellAppearance
    from jixiao.workbook.reading import read_appearance as read_appearance
    from jixiao.workbook.refusal import Refused as Refused
    from jixiao.workbook.refusal import refuse_file as refuse_file
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "AdmittedDocument": "admit",  # a document that goes with a workbook, and its kind
            "admit_document": "admit",  # decide what a document is and check its container
            "FileKind": "admit",  # the formats that are distinguished by content
            "admit_text": "admit",  # a text file decoded, whatever its encoding
            "decode_text": "admit",  # bytes known to be text, decoded
            "admit_words": "admit",  # whether bytes are a sound Word document
            "content_hash": "admit",  # SHA-256 of a file's bytes, in hexadecimal
            "load_file": "admit",  # read a regular file of at most 50 MB
            "sniff_archive": "admit",  # the format of a zip file, by its members
            "CellChange": "calculation",  # a formula or a number that a cell is to hold
            "CellEdit": "calculation",  # what is written into a cell
            "NotFollowed": "calculation",  # raised where a formula cannot be worked out
            "edited_workbook": "calculation",  # a workbook in memory with its cells edited
            "recalculate": "calculation",  # the edits that changes lead to
            "Package": "container",  # the parts of a package and their relationships
            "feed": "container",  # parse a part piece by piece, within limits
            "new_parser": "container",  # a parser that refuses document types
            "ZipArchive": "container",  # a checked zip container
            "ZipMember": "container",  # one entry of a zip directory
            "admit_members": "container",  # refuse members that are encrypted or too large
            "archive_of": "container",  # the archive of a file, opened once while it is at hand
            "open_archive": "container",  # open a zip file whose directory is sound
            "read_members": "container",  # the members of a zip file, and the span of the directory
            "AddedCell": "editing",  # one cell of an added sheet
            "AddedLine": "editing",  # one row of an added sheet
            "AddedSheet": "editing",  # a sheet to be added to a workbook
            "CellFormat": "editing",  # fill, font and borders of a cell of an added sheet
            "Mark": "editing",  # a cell to be highlighted and given a comment
            "Patched": "editing",  # the annotated workbook, and what was noticed on the way
            "NotCommented": "editing",  # raised where a document could not be given comments
            "ParagraphComment": "editing",  # a comment on a paragraph of a document
            "comment_document": "editing",  # hang comments on paragraphs of a Word document
            "is_signed_document": "editing",  # whether a change breaks a document's signature
            "alone": "editing",  # the added sheet in a workbook of its own
            "mark_workbook": "editing",  # mark cells of any xlsx or xlsm and add a sheet
            "patch_workbook": "editing",  # mark cells and add a sheet composed while patching
            "FIXES": "model",  # heads the hidden column of the list of fixes
            "WORKINGS": "model",  # heads the hidden column of the workings
            "Cell": "model",  # one stored cell
            "CellKind": "model",  # the type of the stored value
            "CellRange": "addresses",  # a rectangle of cells, 1-based and inclusive
            "Sheet": "model",  # one worksheet
            "Unreadable": "model",  # a file that could not be read, with its finding
            "Visibility": "model",  # whether a sheet is visible, hidden or very hidden
            "Workbook": "model",  # a workbook as read
            "column_number": "addresses",  # the number of a column
            "read_place": "addresses",  # row and column of a cell by its name
            "cell_address": "addresses",  # the name of a cell (B7) by row and column
            "column_letters": "addresses",  # the letters of a column
            "is_added": "model",  # whether a sheet was added by an earlier run
            "is_added_head": "model",  # whether a cell heads the list that shows it
            "Height": "limits",  # how high the limits are: usual or high
            "cells_allowed": "limits",  # how many cells one file may have
            "within_limits": "limits",  # put the limits of a height in force for a while
            "read_workbook": "read",  # read a workbook of any known format
            "CellAppearance": "reading",  # fill, bold and alignment of a cell format
            "Appearance": "reading",  # how worksheets appear to a person
            "read_appearance": "reading",  # read widths, heights, fills of worksheets
            "refuse_file": "refusal",  # build the refusal of a file; the caller raises it
            "Refused": "refusal",  # raised where a file must not be read on; holds a finding
        },
    )
