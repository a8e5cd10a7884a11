"""Assemble the summary workbook: findings stream in, the other sheets are written at the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from jixiao.finding import chinese_text, text_in
from jixiao.reporting import CheckRecord, FindingRecord
from jixiao.writing.summary.analysis import write_analysis
from jixiao.writing.summary.formats import add_formats
from jixiao.writing.summary.listing import Listing
from jixiao.writing.summary.missing import write_missing
from jixiao.writing.summary.model import DueDepartment, ReturnRow, SummaryScope
from jixiao.writing.summary.notes import write_notes
from jixiao.writing.summary.overview import write_overview
from jixiao.writing.summary.ranking import write_ranking
from jixiao.writing.summary.statistics import IndicatorFigures, gather_statistics

SHEETS = ("overview", "ranking", "findings", "missing", "analysis", "notes")
_EPOCH = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - a fixed stamp keeps the bytes the same


class Summary:
    """A summary workbook being written to ``path``; use as a context manager.

    Rows are flushed as they come, so memory does not grow with the number of findings.
    """

    def __init__(
        self,
        path: Path,
        returns: Sequence[ReturnRow],
        due: Sequence[DueDepartment],
        scope: SummaryScope,
    ) -> None:
        self._workbook = Workbook(
            path,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._workbook.set_properties(
            {
                "title": text_in("summary.title", scope.lang),
                "created": _EPOCH,
                "comments": scope.program,
            }
        )
        self._returns = tuple(returns)
        self._by_relative = {one.relative: one for one in returns}
        self._due = tuple(due)
        self._scope = scope
        self._figures: dict[tuple[str, str], IndicatorFigures] = {}
        self._formats = add_formats(self._workbook)
        self._sheets = {
            name: self._workbook.add_worksheet(chinese_text(f"summary.sheet.{name}"))
            for name in SHEETS
        }
        self._listing = Listing(self._sheets["findings"], self._formats, scope.lang)

    def __enter__(self) -> Self:
        return self

    def add(self, record: CheckRecord) -> None:
        """Add the record of one return, findings of the whole folder included."""
        row = self._by_relative[record.file]
        names = {one.id: one.name for one in record.indicators}
        for found in record.findings:
            self._listing.add(found, names, row, record.file)
        if row.counts:
            gather_statistics(self._figures, record)

    def add_findings(self, relative: str, findings: Sequence[FindingRecord]) -> None:
        """Add findings about no checked return: missing departments, files skipped."""
        for found in findings:
            self._listing.add(found, {}, None, relative)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listing.close()
        lang = self._scope.lang
        ranks = write_ranking(
            self._sheets["ranking"],
            self._formats,
            self._returns,
            lang,
            self._scope.extra_headings,
        )
        overs = write_analysis(
            self._sheets["analysis"], self._formats, tuple(self._figures.values()), lang
        )
        write_missing(self._sheets["missing"], self._formats, self._due, self._scope)
        write_overview(
            self._workbook,
            self._sheets["overview"],
            self._formats,
            self._returns,
            self._due,
            self._scope,
            ranks=ranks,
            overs=overs,
        )
        write_notes(self._sheets["notes"], self._formats, self._returns, self._scope)
        try:
            self._workbook.close()
        except FileCreateError as trouble:
            raise trouble.args[0] from trouble
