"""Questionnaires counted: every figure here was worked out by hand."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest
from tests.survey.files import codes, counted, plain_forms, write_csv, write_xlsx

from jixiao.rulebook import OutcomeState, load_rulebook
from jixiao.survey import FormState, SurveyWish, count_survey

WJX = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_forty_nine_of_fifty_is_98_percent_and_five_points(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    rows = plain_forms({"满意": 40, "基本满意": 9, "不满意": 1})
    file = write_csv(tmp_path / "问卷.csv", rows, encoding, separator)
    result = counted(file, issued={"": 50})
    (group,) = result.groups
    assert (group.issued, group.returned, group.valid) == (50, 50, 50)
    assert group.counts == (40, 9, 0, 1)
    assert group.rate == Fraction(49, 50)
    assert group.outcome is not None
    assert (group.outcome.score, group.outcome.state) == (5, OutcomeState.COMPUTED)
    assert result.inputs == {
        "survey_issued": 50,
        "survey_returned": 50,
        "survey_satisfied": 40,
        "survey_fairly_satisfied": 9,
        "survey_dissatisfied": 1,
    }
    assert codes(result) == ["E210"]


def test_words_of_a_scale_of_five(tmp_path: Path) -> None:
    given = {"非常满意": 10, "A.满意": 20, "比较满意": 5, "一般": 4, "很不满意（1分）": 1}
    result = counted(write_csv(tmp_path / "a.csv", plain_forms(given)))
    (group,) = result.groups
    assert group.counts == (30, 5, 4, 1)
    assert group.rate == Fraction(35, 40)
    assert group.words == (
        (0, "满意", 20),
        (0, "非常满意", 10),
        (1, "比较满意", 5),
        (2, "一般", 4),
        (3, "很不满意", 1),
    )


def test_an_export_of_wjx_with_a_matrix_and_an_overall_question(samples: Path) -> None:
    file = str(samples / "survey" / "问卷星-303份.xlsx")
    result = counted(file, issued={"": 320}, deadline=dt.date(2018, 3, 31))
    (group,) = result.groups
    assert result.question == "3、总体来说，您对我局的工作是否满意？"
    # 303 rows: 6 are there twice; of 297, 9 are late and 6 blank
    assert (group.returned, group.valid) == (297, 282)
    assert group.left_out == {FormState.BLANK: 6, FormState.LATE: 9, FormState.DUPLICATE: 6}
    assert sum(group.counts or ()) == 282
    assert len(group.questions) == 5
    assert codes(result) == ["E206", "E208", "E209", "E207"]


def test_an_export_of_tencent_in_gb18030_by_groups(samples: Path) -> None:
    file = str(samples / "survey" / "腾讯问卷-三类对象.csv")
    result = counted(file, rulebook="dazhou-2017", issued={"社会公众": 45})
    rates = {one.group.name: one.rate for one in result.groups}
    assert rates == {
        "协作部门": Fraction(19, 20),
        "管理对象": Fraction(18, 20),
        "社会公众": Fraction(17, 20),
    }
    states = [one.outcome.state for one in result.groups if one.outcome is not None]
    assert states == [OutcomeState.JUDGED] * 3
    assert codes(result) == ["E210", "E210", "E211", "E210"]


def test_groups_by_sheet_by_file_and_by_the_user(tmp_path: Path) -> None:
    forms = plain_forms({"满意": 2})
    sheets = write_xlsx(tmp_path / "a.xlsx", {"协作部门": forms, "管理对象问卷": forms})
    public = write_csv(tmp_path / "社会公众.csv", forms)
    result = counted(sheets, public, rulebook="dazhou-2017")
    assert [one.valid for one in result.groups] == [2, 2, 2]
    other = write_csv(tmp_path / "b.csv", forms)
    alone = counted(other, rulebook="dazhou-2017", group="管理对象")
    assert [one.valid for one in alone.groups] == [0, 2, 0]
    assert codes(alone) == ["E222", "E210", "E222"]
    lost = counted(other, rulebook="dazhou-2017")
    assert codes(lost) == ["E214", "E222", "E222", "E222"]


def test_a_header_over_two_rows(tmp_path: Path) -> None:
    rows = [
        [*WJX[:2], "1、您对下列工作是否满意", "", "2、总体是否满意"],
        ["", "", "服务态度", "办事效率", ""],
        [1, "2018/3/5 10:00:00", "满意", "一般", "满意"],
        [2, "2018/3/5 10:01:00", "满意", "满意", "不满意"],
    ]
    result = counted(write_xlsx(tmp_path / "a.xlsx", {"Sheet1": rows}))
    (group,) = result.groups
    assert [tally.text for tally in group.questions] == [
        "1、您对下列工作是否满意—服务态度",
        "1、您对下列工作是否满意—办事效率",
        "2、总体是否满意",
    ]
    assert (group.counts, group.rate) == ((1, 0, 0, 1), Fraction(1, 2))


def several(tmp_path: Path) -> str:
    rows = [
        ["序号", "1、对服务态度是否满意", "2、对办事效率是否满意"],
        [1, "满意", "不满意"],
        [2, "满意", "满意"],
        [3, "满意", "(跳过)"],
    ]
    return write_csv(tmp_path / "several.csv", rows)


def test_which_of_several_questions_counts_is_not_guessed(tmp_path: Path) -> None:
    result = counted(several(tmp_path))
    (group,) = result.groups
    assert codes(result) == ["E204", "E213", "E210"]
    assert (group.counts, group.outcome) == (None, None)
    assert result.inputs == {}
    assert group.rate == Fraction(4, 5)


def test_the_question_that_is_asked_for_counts(tmp_path: Path) -> None:
    result = counted(several(tmp_path), question="2")
    (group,) = result.groups
    assert (group.counts, group.valid, group.rate) == ((1, 0, 0, 1), 2, Fraction(1, 2))
    assert codes(result) == ["E209", "E213", "E210"]
    assert codes(counted(several(tmp_path), question="7"))[0] == "E219"


def test_a_rate_may_rest_on_all_questions_together(tmp_path: Path) -> None:
    result = counted(several(tmp_path), rulebook="hunan-2017")
    (group,) = result.groups
    assert group.rate == Fraction(4, 5)  # of five answers four count
    assert group.outcome is not None
    assert group.outcome.score == 4
    assert result.inputs == {"satisfaction": Fraction(4, 5)}


def numbers(tmp_path: Path, heading: str) -> str:
    rows = [["序号", heading], *([n, 5 if n < 9 else 2] for n in range(1, 11))]
    return write_xlsx(tmp_path / "numbers.xlsx", {"Sheet1": rows})


def test_which_number_is_best_is_not_guessed(tmp_path: Path) -> None:
    result = counted(numbers(tmp_path, "满意度评价"))
    assert (codes(result), result.groups) == (["E203"], ())


@pytest.mark.parametrize(("range_", "rate"), [("5-1", Fraction(8, 10)), ("1-5", Fraction(2, 10))])
def test_the_user_says_which_number_is_best(tmp_path: Path, range_: str, rate: Fraction) -> None:
    from jixiao.survey import meanings_of

    result = counted(numbers(tmp_path, "满意度评价"), answers=meanings_of(range_))
    assert result.groups[0].rate == rate


def test_the_heading_says_which_number_is_best(tmp_path: Path) -> None:
    result = counted(numbers(tmp_path, "满意度评价（1-5分，5分为非常满意）"))
    assert result.groups[0].rate == Fraction(8, 10)


def test_answers_that_are_not_understood_are_left_out(tmp_path: Path) -> None:
    given = {"满意": 8, "还行": 1, "不了解": 1}
    result = counted(write_csv(tmp_path / "a.csv", plain_forms(given)))
    (group,) = result.groups
    assert (group.valid, group.rate) == (8, 1)
    assert group.left_out == {FormState.UNCLEAR: 1, FormState.NO_OPINION: 1}
    assert codes(result)[:2] == ["E205", "E209"]
    assert result.findings[0].values["answers"] == "还行"
    meant = counted(str(tmp_path / "a.csv"), answers={"还行": "基本满意"})
    assert (meant.groups[0].counts, codes(meant)[0]) == ((8, 1, 0, 0), "E209")


def export(*rows: list[object]) -> list[list[object]]:
    return [[*WJX, "1、您对我局工作是否满意"], *rows]


def test_the_same_form_twice_counts_once_another_person_counts(tmp_path: Path) -> None:
    one = ["2018/3/5 10:00:00", "20秒", "微信", "", "203.0.113.5", "满意"]
    other = ["2018/3/5 10:00:01", "20秒", "微信", "", "203.0.113.5", "满意"]
    rows = export([1, *one], [2, *other], [3, *one])
    result = counted(write_csv(tmp_path / "a.csv", rows))
    assert (result.groups[0].returned, result.groups[0].valid) == (2, 2)
    assert codes(result)[0] == "E206"
    assert result.findings[0].values["places"] == "4"


def test_equal_answers_without_time_or_address_are_no_duplicates(tmp_path: Path) -> None:
    result = counted(write_csv(tmp_path / "a.csv", plain_forms({"满意": 400})), issued={"": 400})
    assert (result.groups[0].valid, codes(result)) == (400, [])


def test_the_day_of_the_deadline_counts(tmp_path: Path) -> None:
    rows = export(
        [1, "2018/3/31 23:59:59", "", "", "", "", "满意"],
        [2, "2018/4/1 0:00:00", "", "", "", "", "不满意"],
        [3, "43190.75", "", "", "", "", "满意"],  # 31 March as a workbook stores it
    )
    result = counted(write_csv(tmp_path / "a.csv", rows), deadline=dt.date(2018, 3, 31))
    assert (result.groups[0].valid, result.groups[0].rate) == (2, 1)
    assert codes(result)[0] == "E208"


def test_one_answer_throughout_and_one_address_are_only_said(tmp_path: Path) -> None:
    heads = [*WJX, *(f"{n}、第{n}项是否满意" for n in range(1, 5)), "5、总体是否满意"]
    rows = [
        [n, f"2018/3/5 10:{n:02}:00", "3秒", "", "", "203.0.113.9", *["满意"] * 5]
        for n in range(1, 7)
    ]
    result = counted(write_csv(tmp_path / "a.csv", [heads, *rows]))
    assert result.groups[0].valid == 6
    found = {one.code: one.values for one in result.findings}
    assert (found["E207"]["count"], found["E207"]["hasty"]) == ("6", "6")
    assert found["E218"]["count"] == "6"


def test_more_back_than_issued_and_few_back(tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", plain_forms({"满意": 400}))
    assert codes(counted(file, issued={"": 399})) == ["E212"]
    assert codes(counted(file, issued={"": 400})) == []
    assert codes(counted(file, issued={"": 800})) == []
    assert codes(counted(file, issued={"": 801})) == ["E211"]


def test_counts_across_and_down_give_the_same(tmp_path: Path) -> None:
    across = [
        ["调查对象", "发放", "收回", "有效", "满意", "基本满意", "不满意", "满意度"],
        ["服务对象", 50, 50, 50, 40, 9, 1, "98%"],
        ["合计", 50, 50, 50, 40, 9, 1, "98%"],
    ]
    down = [
        ["发放问卷数", 50],
        ["收回问卷数", 50],
        ["有效收回问卷数", 50],
        ["回答“满意”份数", 40],
        ["回答“基本满意”份数", 9],
        ["回答“不满意”份数", 1],
        ["满意度", "98%"],
    ]
    for name, rows in (("across", across), ("down", down)):
        (group,) = counted(write_csv(tmp_path / f"{name}.csv", rows)).groups
        assert (group.issued, group.returned, group.valid) == (50, 50, 50), name
        assert (group.counts, group.rate) == ((40, 9, 0, 1), Fraction(49, 50)), name


def test_counts_that_cannot_be(tmp_path: Path) -> None:
    rows = [["收回", 40], ["有效", 45], ["满意", 40], ["不满意", 6]]
    assert codes(counted(write_csv(tmp_path / "a.csv", rows)))[:2] == ["E220", "E221"]


WEIGHTED = """
format = "jixiao.rulebook/1"
id = "city"
version = "1"
extends = "nanchang-2017"
family = "indicators"
name = "本市"
[provenance]
status = "illustrative"
source = "示例"
[survey]
issued = 200
return_rate = "80%"
[[survey.groups]]
indicator = "satisfaction"
issued = "survey_issued"
[[survey.answers]]
label = "非常满意"
share = 1
[[survey.answers]]
label = "满意"
share = "80%"
[[survey.answers]]
label = "一般"
share = "60%"
[[survey.answers]]
label = "不满意"
"""


def test_a_weighted_scale(tmp_path: Path) -> None:
    book = tmp_path / "city.toml"
    book.write_text(WEIGHTED, encoding="utf-8")
    file = write_csv(
        tmp_path / "a.csv", plain_forms({"非常满意": 60, "满意": 30, "一般": 5, "不满意": 5})
    )
    result = count_survey([file], load_rulebook(book), SurveyWish(issued={"": 150}))
    (group,) = result.groups
    assert group.rate == Fraction(87, 100)  # (60 + 30×0.8 + 5×0.6) ÷ 100
    assert group.outcome is not None
    assert group.outcome.score == 3
    assert group.interval is None  # a mean of weights is no share
    assert codes(result) == ["E223", "E211"]


def test_a_form_of_free_rows_has_a_rate_and_no_score(tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", plain_forms({"满意": 9, "不满意": 1}))
    (group,) = counted(file, rulebook="form-10-50-30-10").groups
    assert (group.rate, group.outcome, group.indicator) == (Fraction(9, 10), None, "")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "F005"),
        (b"PK\x03\x04 nothing", "F100"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "F022"),
        (b"%PDF-1.7", "F026"),
        (b"a,b\n1,2\n", "E201"),
        ("序号,提交时间,城市\n1,2018/3/5,南昌\n".encode(), "E202"),
        (b"\x00\x01\x02\x03" * 50, "F032"),
        (('序号,是否满意\n1,"' + "满" * 200_000).encode(), "E201"),
        (b",\n" * 400_000, "E201"),
        ("\ufeff".encode() + b"\n\n\n", "E201"),
    ],
    ids=[
        "empty",
        "cut",
        "html",
        "pdf",
        "other",
        "no-question",
        "bytes",
        "quote",
        "commas",
        "blank",
    ],
)
def test_a_file_that_holds_no_questionnaires_is_said_so(
    tmp_path: Path, content: bytes, code: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(content)
    result = counted(str(file))
    assert (codes(result), result.groups, result.is_counted) == ([code], (), False)


def test_formulas_in_answers_stay_text(tmp_path: Path) -> None:
    given = {"满意": 3, '=HYPERLINK("http://x","满意")': 1}
    result = counted(write_csv(tmp_path / "a.csv", plain_forms(given)))
    assert codes(result)[0] == "E205"
    assert result.groups[0].valid == 3


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert codes(counted(str(tmp_path / "nothing.xlsx"))) == ["F001"]


def test_an_answer_with_its_number_before_it_is_read(tmp_path: Path) -> None:
    given = ("5（非常满意）", "5分-满意", "3(一般)", "1 不满意", "2：不太满意", "5（好）")
    rows = [["序号", "总体满意度"], *([n, each] for n, each in enumerate(given, 1))]
    (group,) = counted(write_csv(tmp_path / "问卷.csv", rows)).groups
    assert (group.valid, group.counts) == (5, (2, 0, 1, 2))
    assert group.left_out[FormState.UNCLEAR] == 1


@pytest.mark.parametrize("is_across", [True, False])
def test_two_words_for_one_answer_are_added_in_counts(tmp_path: Path, *, is_across: bool) -> None:
    items = {"发放问卷": 100, "收回问卷": 96, "有效问卷": 95, "非常满意": 60, "满意": 20}
    items |= {"基本满意": 10, "一般": 2, "不满意": 3}
    rows = [list(items), list(items.values())] if is_across else list(map(list, items.items()))
    result = counted(write_xlsx(tmp_path / "统计.xlsx", {"汇总": [["项目", "份数"], *rows]}))
    (group,) = result.groups
    assert (group.issued, group.returned, group.valid) == (100, 96, 95)
    assert group.counts == (80, 10, 2, 3)
    assert "E224" not in codes(result)


def test_counts_that_leave_valid_forms_without_an_answer_are_told(tmp_path: Path) -> None:
    rows = [["有效问卷", 95], ["满意", 60], ["基本满意", 10], ["不满意", 5]]
    result = counted(write_xlsx(tmp_path / "统计.xlsx", {"汇总": rows}))
    (found,) = [one for one in result.findings if one.code == "E224"]
    assert found.values["rest"] == "20"


def test_headings_without_a_form_are_called_so(tmp_path: Path) -> None:
    result = counted(write_csv(tmp_path / "问卷.csv", [["序号", "提交答卷时间", "总体满意度"]]))
    (found,) = result.findings
    assert found.code == "E201"
    assert "只有题目一行" in str(found.values["why"])


def test_points_out_of_ten_are_not_guessed_at(tmp_path: Path) -> None:
    rows = [
        ["序号", "请为我局工作满意度打分"],
        *([n, p] for n, p in enumerate((10, 9, 9, 8, 5), 1)),
    ]
    file = write_csv(tmp_path / "问卷.csv", rows)
    (found,) = counted(file).findings
    assert (found.code, found.values["numbers"]) == ("E225", "5（1）、8（1）、9（2）、10（1）")
    meant = {"10": "满意", "9": "满意", "8": "基本满意", "5": "不满意"}
    (group,) = counted(file, answers=meant).groups
    assert group.counts == (3, 1, 0, 1)
