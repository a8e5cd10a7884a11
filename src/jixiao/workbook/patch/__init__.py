"""Patch an xlsx or xlsm without losing anything: marks, comments and one added sheet.

``mark_workbook`` works on any workbook, whether a scoresheet or not.
"""

from jixiao.workbook.patch.blank import write_alone
from jixiao.workbook.patch.marking import mark_workbook, patch
from jixiao.workbook.patch.model import AddedSheet, Entry, Line, Look, Mark, Patched, Record
from jixiao.workbook.patch.verify import verify

__all__ = [
    "AddedSheet",
    "Entry",
    "Line",
    "Look",
    "Mark",
    "Patched",
    "Record",
    "mark_workbook",
    "patch",
    "verify",
    "write_alone",
]
