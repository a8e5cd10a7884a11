"""Assemble the summary workbook: findings stream in, the other sheets are written at the end."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from jixiao.finding import chinese_text, text_in
from jixiao.reporting import FindingRecord
from jixiao.writing.summary.analysis import write_analysis
from jixiao.writing.summary.counts import Tally
from jixiao.writing.summary.finding_row import ListingRow, listing_row
from jixiao.writing.summary.formats import add_formats
from jixiao.writing.summary.listing import Listing
from jixiao.writing.summary.missing import write_missing
from jixiao.writing.summary.model import DueDepartment, ReturnRow, SummaryScope
from jixiao.writing.summary.notes import write_notes
from jixiao.writing.summary.overview import write_overview
from jixiao.writing.summary.plain_rows import RowSheet
from jixiao.writing.summary.ranking import write_ranking
from jixiao.writing.summary.statistics import IndicatorFigures
from jixiao.writing.summary.table import ReturnTable

SHEETS = ("overview", "ranking", "findings", "missing", "analysis", "notes")
_EPOCH = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - a fixed stamp keeps the bytes the same


class Summary:
    """A summary workbook being written to ``path``; use as a context manager.

    Rows are flushed as they come and returns read from ``returns`` sheet by sheet, so memory does
    not grow with their number. ``figures`` are those of the indicators when the manager is left.
    """

    def __init__(
        self,
        path: Path,
        returns: ReturnTable,
        figures: Mapping[tuple[str, str], IndicatorFigures],
        due: Sequence[DueDepartment],
        scope: SummaryScope,
    ) -> None:
        self._scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._workbook = Workbook(
            path,
            {
                "tmpdir": self._scratch.name,
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
        self._returns = returns
        self._due = tuple(due)
        self._scope = scope
        self._figures = figures
        self._formats = add_formats(self._workbook)
        self._sheets = {
            name: self._workbook.add_worksheet(chinese_text(f"summary.sheet.{name}"), RowSheet)
            for name in SHEETS
        }
        self._listing = Listing(self._sheets["findings"], self._formats, scope.lang)

    def __enter__(self) -> Self:
        return self

    def add(
        self,
        relative: str,
        findings: Iterable[FindingRecord],
        names: Mapping[str, str],
        row: ReturnRow | None,
        department: str = "",
        office: str = "",
    ) -> None:
        """Add the findings of one file; ``names`` gives indicator names by id.

        ``row`` is None for findings about no checked return: missing departments, files skipped;
        then ``department`` and its ``office`` say whom they are about, if anybody.
        """
        lang = self._scope.lang
        rows = (listing_row(found, names, relative, lang) for found in findings)
        self.add_rows(rows, row, department, office)

    def add_rows(
        self,
        rows: Iterable[ListingRow],
        row: ReturnRow | None,
        department: str = "",
        office: str = "",
    ) -> None:
        """Add the findings of one file as rows that are ready."""
        about = (row.name, row.office) if row else (department, office)
        for one in rows:
            self._listing.add(one, row, about)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:  # there will be no such file: take no time over it
            for sheet in self._sheets.values():
                sheet.row_data_fh.close()
            self._scratch.cleanup()
            return
        self._listing.close()
        lang = self._scope.lang
        counts = self._returns.census.counts.with_due(self._due)
        gaps = write_ranking(
            self._sheets["ranking"],
            self._formats,
            self._returns,
            lang,
            self._scope.extra_headings,
            self._scope.previous,
        )
        overs = write_analysis(
            self._sheets["analysis"], self._formats, tuple(self._figures.values()), lang
        )
        write_missing(self._sheets["missing"], self._formats, self._due, self._scope)
        write_overview(
            self._workbook,
            self._sheets["overview"],
            self._formats,
            counts,
            Tally.of(counts, self._due, self._scope),
            self._scope,
            gaps=gaps,
            overs=overs,
        )
        write_notes(self._sheets["notes"], self._formats, counts.outcomes, self._scope)
        try:
            self._workbook.close()
        except FileCreateError as trouble:
            raise trouble.args[0] from trouble
        finally:
            self._scratch.cleanup()
