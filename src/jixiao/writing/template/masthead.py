"""Title, reporting unit, date and money unit above a sheet; signature lines below it.

Department and date are typed once, on the first sheet that has them; the others repeat them.
"""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.finding import chinese_text
from jixiao.writing.template.page import Page

DEPARTMENT = "jx_department"
YEAR = "jx_year"
FILLED_ON = "jx_filled_on"
HEADING_ROW = 4
_UNDATED = chinese_text("template.masthead.date")
_SIGNATURES = chinese_text("template.masthead.signatures")
_LABEL = chinese_text("template.masthead.department")
_COUNT_WIDTH = 22.0
_NEEDED = (17.0, 30.0, 30.0)  # column units for label, department and date


@dataclass(slots=True)
class Masthead:
    """What all sheets say above their tables."""

    department: str | None
    year: int | None
    filled_on: str | None
    is_written: bool = False

    def write(self, page: Page, title: str, unit: str) -> None:
        """Fill rows 1 to 3; ``unit`` is the note at the right (单位：万元)."""
        last = len(page.widths)
        middle = _year_end(page.widths)
        page.count_at = ((2, middle + 1), (2, last))
        page.label(1, 1, title, "title", to=(1, last))
        page.height(1, 34)
        self._year(page, middle)
        page.height(2, 18)
        page.height(3, 22)
        ends = _spans(page.widths)
        starts = [1, *(end + 1 for end in ends)]
        page.label(3, 1, _LABEL, "line-right", to=(3, ends[0]))
        spans = [((3, start), (3, end)) for start, end in zip(starts[1:], ends[1:], strict=False)]
        self._shared(page, spans[0], DEPARTMENT, self.department, "line-entry", "line-live")
        self._shared(page, spans[1], FILLED_ON, self.filled_on or _UNDATED, "line-free", "line")
        page.label(3, starts[3], unit, "line-right", to=(3, last))
        self.is_written = True

    def results(self) -> dict[str, str]:
        """The cached values of the cells that repeat the department and the date."""
        return {
            f"{DEPARTMENT}:again": self.department or "",
            f"{FILLED_ON}:again": self.filled_on or _UNDATED,
            f"{YEAR}:again": chinese_text("template.masthead.no-year"),
        }

    def _year(self, page: Page, last: int) -> None:
        if self.year is not None:
            page.label(
                2,
                1,
                chinese_text("template.masthead.year", year=self.year),
                "subtitle",
                to=(2, last),
            )
        elif self.is_written:
            page.formula(2, 1, YEAR, "subtitle", f"{YEAR}:again", to=(2, last))
        else:
            page.entry(
                2,
                1,
                chinese_text("template.masthead.no-year"),
                "subtitle-entry",
                YEAR,
                to=(2, last),
            )

    def _shared(
        self,
        page: Page,
        span: tuple[tuple[int, int], tuple[int, int]],
        key: str,
        value: str | None,
        entry: str,
        live: str,
    ) -> None:
        (row, column), end = span
        if self.is_written:
            formula = f'IF({key}="","",{key})'
            page.formula(row, column, formula, live, f"{key}:again", to=end)
        else:
            page.entry(row, column, value, entry, key, to=end)
            if key == DEPARTMENT:
                page.ask(row, column, value)


def _year_end(widths: tuple[float, ...]) -> int:
    """The last column of the year, which leaves room for the count of what is to be filled in."""
    column, room = len(widths), 0.0
    while column > 2 and room < _COUNT_WIDTH:
        column -= 1
        room += widths[column]
    return column


def sign(page: Page, row: int) -> None:
    """Write the signature line of a form below its table."""
    page.entry(row, 1, _SIGNATURES, "line-free", "", to=(row, len(page.widths)))
    page.height(row, 30)


def _spans(widths: tuple[float, ...]) -> list[int]:
    """Last columns of label, department and date; at least one column is left for the unit."""
    ends: list[int] = []
    column = 0
    for nth, needed in enumerate(_NEEDED):
        left = len(_NEEDED) - nth  # columns that must remain for what follows
        room = 0.0
        while column < len(widths) - left and (room < needed or not room):
            room += widths[column]
            column += 1
        ends.append(column)
    return ends
