"""Questionnaires for tests: written as CSV or workbook, one form a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

from jixiao.rulebook import load_rulebook
from jixiao.survey import SurveyResult, SurveyWish, count_survey

Rows = Sequence[Sequence[object]]


def write_csv(path: Path, rows: Rows, encoding: str = "utf-8-sig", separator: str = ",") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return str(path)


def write_xlsx(path: Path, sheets: Mapping[str, Rows]) -> str:
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(number, column, value)
    book.close()
    return str(path)


def plain_forms(answers: Mapping[str, int]) -> list[list[object]]:
    """A sheet of one question: number and answer."""
    given = [answer for answer, count in answers.items() for _ in range(count)]
    return [["序号", "您对我局工作是否满意"], *([n, a] for n, a in enumerate(given, 1))]


def counted(*files: str, rulebook: str = "nanchang-2017", **wish: object) -> SurveyResult:
    return count_survey(files, load_rulebook(rulebook), SurveyWish(**wish))  # type: ignore[arg-type]


def codes(result: SurveyResult) -> list[str]:
    return [found.code for found in result.findings]
