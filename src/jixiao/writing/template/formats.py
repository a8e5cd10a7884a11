"""How a template looks: cell formats by name, made when first used.

Widely installed Chinese typefaces (宋体, 黑体); input cells are pale yellow and unlocked, cells
for the finance bureau pale green, computed cells grey.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

_FONT = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
_BOX = {**_FONT, "border": 1}
_ENTRY = {**_BOX, "bg_color": "#FFFBE6", "locked": False}
_BUREAU = {**_BOX, "bg_color": "#EAF4E6", "locked": False}
_LIVE = {**_BOX, "bg_color": "#F2F2F2"}
_WRAP = {"text_wrap": True}
_MID = {"align": "center"}
_HEAD = {**_BOX, **_WRAP, **_MID, "font_name": "黑体", "bg_color": "#DDE7F0"}

_STYLES: dict[str, dict[str, Any]] = {
    "title": {**_MID, "font_name": "黑体", "font_size": 18, "valign": "vcenter"},
    "subtitle": {**_FONT, **_MID, "font_size": 11},
    "subtitle-entry": {**_FONT, **_MID, "font_size": 11, "locked": False},
    "count": {**_FONT, "align": "right", "bold": True},
    "differs": {"bold": True, "font_color": "#9C0006", "bg_color": "#F8CBAD"},
    "line": {**_FONT, "align": "left"},
    "line-right": {**_FONT, "align": "right"},
    "line-entry": {
        **_FONT,
        "align": "left",
        "locked": False,
        "bottom": 1,
        "bg_color": "#FFFBE6",
        "shrink": True,
    },
    "line-live": {**_FONT, "align": "left", "bottom": 1, "shrink": True},
    "line-free": {**_FONT, "align": "left", "locked": False},
    "heading": _HEAD,
    "group": {**_BOX, "align": "left", "font_name": "黑体", "bg_color": "#EEF3F8"},
    "level": {**_BOX, **_WRAP, **_MID, "font_name": "黑体"},
    "centre": {**_BOX, **_WRAP, **_MID},
    "text": {**_BOX, **_WRAP, "align": "left"},
    "weight": {**_BOX, **_MID, "num_format": "General"},
    "sum-label": {**_HEAD, "bg_color": "#F2F2F2"},
    "sum-weight": {**_LIVE, **_MID, "font_name": "黑体", "num_format": "General"},
    "sum": {**_LIVE, **_MID, "font_name": "黑体"},
    "sum-blank": _LIVE,
    "live": {**_LIVE, **_MID},
    "entry": {**_ENTRY, "align": "right"},
    "entry-centre": {**_ENTRY, **_MID, **_WRAP},
    "entry-text": {**_ENTRY, **_WRAP, "align": "left"},
    "legend-entry": {**_ENTRY, **_MID, "locked": True},
    "legend-live": {**_LIVE, **_MID},
    "legend-differs": {
        **_ENTRY,
        **_MID,
        "locked": True,
        "bold": True,
        "font_color": "#9C0006",
        "bg_color": "#F8CBAD",
    },
    "legend-bureau": {**_BUREAU, **_MID, "locked": True},
    "bureau": {**_BUREAU, **_MID},
    "note": {**_FONT, **_WRAP, "align": "left", "valign": "top"},
    "guide": {**_FONT, **_WRAP, "align": "left", "font_size": 11},
    "guide-heading": {"font_name": "黑体", "font_size": 12, "valign": "vcenter"},
    "stamp": {"num_format": "@"},
}


class TemplateFormats:
    """The formats of one workbook; a name may carry a number format: ``live|0.00%``."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        found = self._made.get(name)
        if found is None:
            look, _, numbers = name.partition("|")
            properties = dict(_STYLES[look])
            if numbers:
                properties["num_format"] = numbers
            found = self._made[name] = self._book.add_format(properties)
        return found


def decimal_format(digits: int | None, *, thousands: bool = False) -> str:
    """The number format that shows so many decimals; None leaves the digits as typed.

    >>> decimal_format(2, thousands=True)
    '#,##0.00'
    """
    if digits is None:
        return "General"
    whole = "#,##0" if thousands else "0"
    return f"{whole}.{'0' * digits}" if digits else whole


def rate_format(unit: str) -> str:
    """The number format of a rate by its unit: percentages with two decimals."""
    return "0.00%" if unit == "%" else "General"
