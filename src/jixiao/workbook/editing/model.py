"""What goes into a patch and what comes out: marks, the added sheet, the patched file."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.finding import Finding, Severity
from jixiao.workbook.addresses import CellRange
from jixiao.workbook.calculation import CellEdit
from jixiao.workbook.editing.splice import Splice
from jixiao.workbook.model import MARKS


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to be highlighted by ``severity`` and given ``comment`` (none where it is empty).

    ``sheet`` is the sheet's name, ``cell`` an address like ``H11``.
    """

    sheet: str
    cell: str
    severity: Severity
    comment: str = ""


class CellFormat(enum.StrEnum):
    """How an entry of the added sheet looks."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SECTION = "section"
    LABEL = "label"
    TEXT = "text"  # wrapped, no border
    HEADER = "header"
    BODY = "body"  # wrapped, bordered
    CENTRED = "centred"
    NUMBER = "number"  # bordered, at the right
    LINK = "link"
    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class AddedCell:
    """One cell of the added sheet, ``span`` columns wide; ``link`` leads to a cell.

    A text is always stored as text, whatever it begins with.
    """

    value: str | Decimal = ""
    look: CellFormat = CellFormat.BODY
    span: int = 1
    link: tuple[str, str] | None = None  # sheet and cell


@dataclass(frozen=True, slots=True)
class AddedLine:
    """One row of the added sheet; entries follow each other, None leaves a column empty.

    ``height`` in points; None leaves it to the program that opens the file.
    """

    entries: tuple[AddedCell | None, ...] = ()
    height: float | None = None


@dataclass(frozen=True, slots=True)
class AddedSheet:
    """The sheet to be added: A4 landscape, as wide as the page.

    ``widths`` in characters per column; ``frozen`` is the number of rows that stay in view;
    ``repeated`` the row of headings that is printed again on each page after its own, 0 where the
    rows in view are.
    ``header`` shows its kind: a later run replaces the sheet of the same kind; ``chosen`` is the
    row whose first cell is selected, 0 for the first below those in view.
    """

    name: str
    lines: tuple[AddedLine, ...]
    widths: tuple[float, ...] = ()
    frozen: int = 0
    filter: CellRange | None = None
    repeated: int = 0
    header: str = MARKS
    chosen: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """What was done to the package, by path of the part.

    ``changed`` parts equal the original once their splices are undone, ``replaced`` ones are an
    earlier sheet of ours, ``added`` ones are new. ``edited`` are the cells whose contents were
    changed on purpose, by the part of their sheet.
    """

    changed: Mapping[str, tuple[Splice, ...]] = field(default_factory=dict)
    replaced: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    edited: Mapping[str, tuple[CellEdit, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Patched:
    """The result: the bytes of the new file, what was done, and what the user should know of it.

    ``is_alone`` says that the file could not be patched and ``content`` is a workbook that holds
    the added sheet only. ``sheet`` is the name that the added sheet got.
    """

    content: bytes
    sheet: str
    record: Record
    findings: tuple[Finding, ...] = ()
    is_alone: bool = False
