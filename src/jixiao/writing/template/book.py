"""A whole template, blank or filled, as a workbook file whose bytes depend on its content alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from io import BytesIO

from xlsxwriter import Workbook

from jixiao.finding import chinese_text
from jixiao.rulebook import Rulebook, claimed_name, rate_name, suggested_name
from jixiao.writing.template.figure_sheet import WIDTHS, write_figures
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.formats import TemplateFormats
from jixiao.writing.template.guide import WIDTHS as GUIDE_WIDTHS
from jixiao.writing.template.guide import write_guide
from jixiao.writing.template.masthead import Masthead
from jixiao.writing.template.page import CachedResult, IssuedRecord, Page
from jixiao.writing.template.results import results_of
from jixiao.writing.template.score_sheet import write_scores
from jixiao.writing.template.stamp import write_stamp
from jixiao.writing.template.table_sheet import table_ranges, table_widths, write_table

GUIDE = chinese_text("template.guide.title")
_CREATED = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the format stores no zone; any fixed date
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_NAMED = "jx_"


def compose_template(
    rulebook: Rulebook, filling: Filling, *, results: Mapping[str, CachedResult] | None = None
) -> bytes:
    """Give the workbook with ``filling`` typed in; ``results`` replace the cached values."""
    whole = Filling(department=filling.department, year=filling.year)
    issued = _Book(rulebook, whole, {}).issued if filling.deleted else None
    cached = results_of(rulebook, filling) if results is None else results
    return _Book(rulebook, filling, cached).close(issued)


class _Book:
    """One workbook being written, sheet by sheet."""

    def __init__(
        self, rulebook: Rulebook, filling: Filling, results: Mapping[str, CachedResult]
    ) -> None:
        self._file = BytesIO()
        self._book = Workbook(self._file, _OPTIONS)
        self._styles = TemplateFormats(self._book)
        self._rulebook = rulebook
        self._filling = filling
        self._year = filling.year if filling.year is not None else rulebook.year
        self._masthead = Masthead(filling.department, self._year, filling.filled_on)
        self._results = {**self._masthead.results(), **results}
        self._pages: list[Page] = []
        self._book.set_properties(
            {
                "title": rulebook.title,
                "subject": rulebook.name,
                "created": _CREATED,
            }
        )
        self._book.set_calc_mode("auto")
        self._write()

    @property
    def issued(self) -> list[IssuedRecord]:
        """All cells as issued, sheet by sheet."""
        return [cell for page in self._pages for cell in page.issued]

    def close(self, issued: list[IssuedRecord] | None = None) -> bytes:
        """Add names and stamp and give the file; ``issued`` replaces the fingerprint."""
        self._name()
        write_stamp(
            self._book,
            self._styles,
            self._rulebook,
            self.issued if issued is None else issued,
            department=self._filling.department,
            year=self._year,
        )
        self._book.close()
        return self._file.getvalue()

    def _write(self) -> None:
        rulebook, filling, masthead = self._rulebook, self._filling, self._masthead
        guide = self._page(GUIDE, GUIDE_WIDTHS)
        write_guide(guide, rulebook)
        listed = [item for item in rulebook.inputs if item.at is None]
        for nth, name in enumerate(dict.fromkeys(item.sheet for item in listed)):
            if nth == 1:
                self._tables()
            on_it = tuple(item for item in listed if item.sheet == name)
            write_figures(self._page(name, WIDTHS), rulebook, on_it, filling, masthead)
        if len({item.sheet for item in listed}) < 2:
            self._tables()
        widths = tuple(column.width for column in rulebook.columns)
        write_scores(self._page(rulebook.sheet, widths), rulebook, filling, masthead)
        for page in self._pages:
            page.close()
        guide.sheet.activate()

    def _tables(self) -> None:
        for table in self._rulebook.tables:
            page = self._page(table.sheet, table_widths(table))
            write_table(page, self._rulebook, table, self._filling, self._masthead)

    def _page(self, name: str, widths: tuple[float, ...]) -> Page:
        page = Page(
            name=name,
            sheet=self._book.add_worksheet(name),
            styles=self._styles,
            widths=widths,
            results=self._results,
            typed=self._filling.typed,
        )
        self._pages.append(page)
        return page

    def _name(self) -> None:
        names = {
            key: place.absolute
            for page in self._pages
            for key, place in page.places.items()
            if key.startswith(_NAMED) and ":" not in key
        }
        for table in self._rulebook.tables:
            names.update(table_ranges(table))
        for lost in self._filling.deleted:
            for name in (rate_name(lost), claimed_name(lost), suggested_name(lost)):
                names[name] = f"'{self._rulebook.sheet}'!#REF!"
        for name, refers_to in sorted(names.items()):
            self._book.define_name(name, f"={refers_to}")
