from __future__ import annotations

import csv
import io

from tests.reporting.checks import one_of_each

from jixiao.reporting.csv import COLUMNS, csv_headings, csv_row, csv_rows, to_csv
from jixiao.reporting.record import FindingRecord


def test_one_finding_a_line_most_serious_first_after_the_byte_order_mark() -> None:
    written = to_csv([one_of_each()], "en")
    assert written.startswith("\ufefffile,severity,code,")
    read = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"))))
    assert tuple(read[0]) == COLUMNS
    assert [row[2] for row in read[1:]] == ["F801", "B104", "B103"]
    assert read[3][:5] == ["报送/示例市林业局.xlsx", "warning", "B103", "评分表", "A1"]


def test_text_that_a_spreadsheet_would_run_stays_text() -> None:
    found = FindingRecord("D001", "error", "", "", cell="A1", found='=HYPERLINK("x")')
    assert csv_row("@SUM.xlsx", found, "en") == [
        "'@SUM.xlsx",
        "error",
        "D001",
        "",
        "A1",
        "",
        "",
        '\'=HYPERLINK("x")',
        "",
        "",
        "",
        "",
    ]


def test_rows_speak_the_language_asked_for() -> None:
    assert any("byte for byte" in row[6] for row in csv_rows(one_of_each(), "en"))


def test_in_chinese_headings_and_severities_are_words_and_the_department_comes_first() -> None:
    read = list(csv.reader(io.StringIO(to_csv([one_of_each()]).removeprefix("\ufeff"))))
    assert read[0] == [
        "单位", "文件", "级别", "代码", "工作表", "单元格",
        "指标", "问题", "表内", "应为", "怎么改", "起因", "豁免",
    ]  # fmt: skip
    assert len(csv_headings("zh")) == len(COLUMNS) + 1
    assert read[3][:6] == [
        one_of_each().department, "报送/示例市林业局.xlsx", "警告", "B103", "评分表", "A1",
    ]  # fmt: skip


def test_in_chinese_the_indicator_has_its_name() -> None:
    found = FindingRecord("R101", "error", "", "", indicator="budget-completion")
    row = csv_row("a.xlsx", found, "zh", department="局", indicator="预算完成率")
    assert row[:7] == ["局", "a.xlsx", "错误", "R101", "", "", "预算完成率"]
    assert csv_row("a.xlsx", found, "en", indicator="预算完成率")[5] == "budget-completion"


def test_findings_of_a_folder_have_department_and_office() -> None:
    found = FindingRecord("R101", "error", "", "")
    assert csv_headings("zh", has_office=True)[:3] == ["单位", "科室", "文件"]
    assert csv_headings("en", has_office=True)[-3:] == ["waived", "department", "office"]
    row = csv_row("a.xlsx", found, "zh", department="局", office="企业科")
    assert row[:5] == ["局", "企业科", "a.xlsx", "错误", "R101"]
    row = csv_row("a.xlsx", found, "en", department="局", office="")
    assert (row[:3], row[-2:]) == (["a.xlsx", "error", "R101"], ["局", ""])
