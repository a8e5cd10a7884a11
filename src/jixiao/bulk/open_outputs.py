"""The outputs of a folder while they are written: results, findings, table, summary, page."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

from jixiao.bulk.ready import ReadyReturn
from jixiao.bulk.result_table import ResultTable
from jixiao.bulk.rows import LedgerRows
from jixiao.finding import Lang
from jixiao.reporting import FindingRecord, csv_about, csv_headings, csv_line, whole_csv_line
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

    def add_return(self, ready: ReadyReturn, row: ReturnRow) -> None:
        """Add one return that is ready to all outputs."""
        self.add_row(row)
        findings = ready.findings
        if self._lines:
            lines = b",".join(found.json for found in findings)
            self._lines.writelines((ready.head, lines, ready.tail, b"\n"))
        if self._table:
            self._table.add(ready.table, row)
        self.severities.update("waived" if found.waived else found.severity for found in findings)
        if self._rows and findings:
            about = csv_about(row.name, row.office)
            self._rows.writelines(whole_csv_line(about, one.csv, self._lang) for one in findings)
        if self._summary and findings:
            self._summary.add_rows([found.row for found in findings], row)
        if self._page:
            self._page.add_cards(row.relative, findings, ready.cards, row)

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
            about = csv_about(*((row.name, row.office) if row else (department, office)))
            for found in findings:
                line = csv_line(relative, found, self._lang, names.get(found.indicator or ""))
                self._rows.write(whole_csv_line(about, line, self._lang))
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
            rows = stack.enter_context(table)
            csv.writer(rows).writerow(csv_headings(scope.lang, has_office=True))
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
