"""Marks put on a workbook, the rules of the format held, and the result read by openpyxl."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence

import openpyxl

from jixiao.workbook.editing.mark import mark_workbook
from jixiao.workbook.editing.model import AddedSheet, Mark, Patched
from validators.lint import broken_rules


def marked(content: bytes, marks: Sequence[Mark], sheet: AddedSheet) -> Patched:
    """Mark cells and add a sheet; fails where a rule of the format is newly broken."""
    patched = mark_workbook(content, marks, sheet)
    assert not patched.is_alone, patched.findings
    assert broken_rules(patched.content).keys() - broken_rules(content).keys() == set()
    return patched


def opened(content: bytes) -> openpyxl.Workbook:
    """Load a workbook, whatever openpyxl has to say of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(content))
