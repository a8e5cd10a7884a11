from __future__ import annotations

import csv
import io

from tests.reporting.checks import one_of_each

from jixiao.reporting.csv import COLUMNS, csv_row, csv_rows, to_csv
from jixiao.reporting.record import FindingRecord


def test_one_finding_a_line_most_serious_first_after_the_byte_order_mark() -> None:
    written = to_csv([one_of_each()])
    assert written.startswith("\ufefffile,severity,code,")
    read = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"))))
    assert tuple(read[0]) == COLUMNS
    assert [row[2] for row in read[1:]] == ["F801", "B104", "B103"]
    assert read[3][:5] == ["报送/示例市林业局.xlsx", "warning", "B103", "评分表", "A1"]


def test_text_that_a_spreadsheet_would_run_stays_text() -> None:
    found = FindingRecord("D001", "", "", "", cell="A1", found='=HYPERLINK("x")')
    assert csv_row("@SUM.xlsx", found) == [
        "'@SUM.xlsx",
        "",
        "D001",
        "",
        "A1",
        "",
        "",
        '\'=HYPERLINK("x")',
        "",
        "",
        "",
    ]


def test_rows_speak_the_language_asked_for() -> None:
    assert any("byte for byte" in row[6] for row in csv_rows(one_of_each(), "en"))
