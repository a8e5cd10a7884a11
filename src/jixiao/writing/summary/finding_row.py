"""What the sheet 问题清单 says of one finding, but for whom it is about and its row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from jixiao.finding import Lang, text_in
from jixiao.reporting import FindingRecord, location_text, waived_text
from jixiao.writing.summary.plain_cells import text_end
from jixiao.writing.text_width import text_height

LISTING_WIDTHS: Final = (6, 16, 10, 6, 6, 12, 14, 40, 11, 11, 28, 20)
_ABOUT: Final = 3  # columns before those that are ready: number, department, office


class ListingRow(NamedTuple):
    """Ends of the cells from the severity on, the height they need in points, where it leads."""

    ends: tuple[str, ...]
    height: float
    look: str
    place: str
    sheet: str | None
    cell: str | None


def listing_row(
    found: FindingRecord, names: Mapping[str, str], relative: str, lang: Lang
) -> ListingRow:
    """Make the row of one finding of the file ``relative``; ``names`` are of indicators, by id."""
    word = "words.waived" if found.waived else f"words.severity.{found.severity}"
    place = location_text(found, lang)
    texts = (
        text_in(word, lang),
        found.code,
        place,
        names.get(found.indicator or "", ""),
        found.message,
        found.found or "",
        found.expected or "",
        waived_text(found.waived, lang) if found.waived else found.remedy,
        relative,
    )
    height = max(map(text_height, texts, LISTING_WIDTHS[_ABOUT:]))
    look = "text" if found.waived else found.severity
    return ListingRow(tuple(map(text_end, texts)), height, look, place, found.sheet, found.cell)
