"""``jixiao template --survey``: the questionnaire, and the counting sheet that is read back."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from tests.cli.calls import Caller
from tests.survey.files import codes, counted

from libreoffice import recalculate

FORM, SHEET = "满意度调查问卷.docx", "满意度统计表.xlsx"


def filled(folder: Path, rows: dict[int, tuple[int, ...]]) -> Path:
    book = openpyxl.load_workbook(folder / SHEET)
    for row, numbers in rows.items():
        for column, number in enumerate(numbers, 2):
            book.active.cell(row, column, number)
    book.save(folder / "填好.xlsx")
    return folder / "填好.xlsx"


def test_the_questionnaire_asks_groups_and_the_overall_question_last(
    call: Caller, tmp_path: Path
) -> None:
    answer = call("template", "dazhou-2017", "--survey", "--output", tmp_path, "--year", 2018)
    assert (answer.code, answer.out) == (0, "")
    texts = [one.text for one in docx.Document(str(tmp_path / FORM)).paragraphs]
    assert texts[0] == "2018年度满意度调查问卷"
    assert texts[2] == "您的身份：□ 协作部门　　□ 管理对象　　□ 社会公众"
    asked = [text for text in texts if text[:1].isdigit()][1:]
    assert asked[-1] == "4．总体来说，您对我们的工作是否满意？"
    assert texts.count("□ 满意　　□ 基本满意　　□ 一般　　□ 不满意") == 4


def test_the_counting_sheet_is_read_back(call: Caller, tmp_path: Path) -> None:
    call("template", "nanchang-2017", "--survey", "--output", tmp_path)
    result = counted(str(filled(tmp_path, {4: (60, 52, 50, 40, 9, 0, 1)})))
    (group,) = result.groups
    assert (group.issued, group.returned, group.valid) == (60, 52, 50)
    assert group.counts == (40, 9, 0, 1)
    assert codes(result) == ["E210"]


def test_groups_and_their_sum_are_read_back(call: Caller, tmp_path: Path) -> None:
    call("template", "dazhou-2017", "--survey", "--output", tmp_path)
    rows = dict.fromkeys((4, 5, 6), (10, 10, 10, 7, 2, 0, 1))
    result = counted(str(filled(tmp_path, rows)), rulebook="dazhou-2017")
    assert [one.valid for one in result.groups] == [10, 10, 10]
    assert set(codes(result)) == {"E210"}


@pytest.mark.libreoffice
def test_formulas_compute_what_the_survey_computes(call: Caller, tmp_path: Path) -> None:
    call("template", "dazhou-2017", "--survey", "--output", tmp_path)
    rows = {4: (60, 52, 50, 40, 9, 0, 1), 5: (10, 10, 9, 3, 3, 2, 2), 6: (8, 8, 8, 8, 0, 0, 0)}
    (made,) = recalculate([filled(tmp_path, rows)], tmp_path / "recalculated")
    sheet = openpyxl.load_workbook(made, data_only=True).active
    values = [[sheet.cell(row, column).value for column in (9, 10, 11)] for row in (4, 5, 6, 7)]
    assert values[0] == [pytest.approx(52 / 60), pytest.approx(0.98), "相符"]
    assert values[1][2] == "请核对：有效大于收回，或各答案之和不等于有效"
    assert values[2][1] == 1
    assert values[3][1] == pytest.approx((40 + 9 + 3 + 3 + 8) / 67)


def test_the_same_program_gives_the_same_sheet(call: Caller, tmp_path: Path) -> None:
    for name in ("a", "b"):
        call("template", "nanchang-2017", "--survey", "--output", tmp_path / name)
    assert (tmp_path / "a" / SHEET).read_bytes() == (tmp_path / "b" / SHEET).read_bytes()


def test_what_does_not_go_together_is_refused(call: Caller, tmp_path: Path) -> None:
    assert call("template", "--all", "--survey", "--output", tmp_path).code == 2
    call("template", "nanchang-2017", "--survey", "--output", tmp_path)
    assert call("template", "nanchang-2017", "--survey", "--output", tmp_path).code == 2
    assert call("template", "nanchang-2017", "--survey", "--output", tmp_path, "--force").code == 0
