"""The outputs of a folder while they are written: results, findings, table, summary, page."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

from jixiao.bulk.result_table import ResultTable
from jixiao.bulk.rows import LedgerRows
from jixiao.finding import Lang
from jixiao.reporting import FindingRecord, csv_headings, csv_row, to_json_line
from jixiao.writing import (
    DueDepartment,
    FolderPage,
    IndicatorFigures,
    ReturnRow,
    Summary,
    SummaryScope,
)

NAMES: Final = ("results.jsonl", "findings.csv", "results.parquet", "summary.xlsx", "report.html")
_BUFFER = 1 << 18  # lines of results are long


class OpenOutputs:
    """Takes what is found file by file; ``severities`` counts the findings."""

    def __init__(
        self,
        lines: Any,
        rows: Any,
        table: ResultTable | None,
        summary: Summary | None,
        page: FolderPage | None,
        returns: LedgerRows,
        lang: Lang,
    ) -> None:
        self._lines, self._rows, self._lang = lines, rows, lang
        self._summary, self._page = summary, page
        self._table, self._census = table, returns.census
        self.severities: Counter[str] = Counter(
            {"error": 0, "warning": 0, "notice": 0, "waived": 0}
        )

    def add_result(self, document: Mapping[str, Any], row: ReturnRow) -> None:
        """Add one check, as the contract's object, to results.jsonl and to results.parquet."""
        self.add_row(row)
        if self._lines:
            self._lines.write(to_json_line(document).encode() + b"\n")
        if self._table:
            self._table.add(document, row)

    def add_row(self, row: ReturnRow) -> None:
        """Count one return whose result is written elsewhere."""
        self._census.add(row)

    def add_findings(
        self,
        relative: str,
        findings: Sequence[FindingRecord],
        names: Mapping[str, str],
        row: ReturnRow | None,
        department: str = "",
        office: str = "",
    ) -> None:
        """Add the findings of one file; ``names`` gives indicator names by id.

        ``department`` and its ``office`` are whom they are about where there is no row of a return.
        """
        self.severities.update("waived" if found.waived else found.severity for found in findings)
        if self._rows:
            self._rows.writerows(
                csv_row(
                    relative,
                    found,
                    self._lang,
                    department=row.name if row else department,
                    office=row.office if row else office,
                    indicator=names.get(found.indicator or ""),
                )
                for found in findings
            )
        if self._summary:
            self._summary.add(relative, findings, names, row, department, office)
        if self._page:
            self._page.add(relative, findings, row)


@contextmanager
def open_outputs(
    paths: Mapping[str, Path],
    returns: LedgerRows,
    figures: Mapping[tuple[str, str], IndicatorFigures],
    due: Iterable[DueDepartment],
    scope: SummaryScope,
) -> Iterator[OpenOutputs]:
    """Open those of the outputs that ``paths`` has a place for; by name.

    ``returns`` are counted as they are added and read, like ``figures``, when all are in.
    """
    with ExitStack() as stack:
        lines = None
        if "results.jsonl" in paths:
            lines = stack.enter_context(paths["results.jsonl"].open("wb", buffering=_BUFFER))
        rows = None
        if "findings.csv" in paths:
            table = paths["findings.csv"].open("w", encoding="utf-8-sig", newline="")
            rows = csv.writer(stack.enter_context(table))
            rows.writerow(csv_headings(scope.lang, has_office=True))
        summary = None
        if "summary.xlsx" in paths:
            book = Summary(paths["summary.xlsx"], returns, figures, tuple(due), scope)
            summary = stack.enter_context(book)
        page = None
        if "report.html" in paths:
            made = FolderPage(paths["report.html"], returns, figures, tuple(due), scope)
            page = stack.enter_context(made)
        results = None
        if "results.parquet" in paths:  # put together first, as long as there is room in memory
            results = stack.enter_context(ResultTable(paths["results.parquet"]))
        yield OpenOutputs(lines, rows, results, summary, page, returns, scope.lang)
