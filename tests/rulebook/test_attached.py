"""The outline of the report and the questions of the survey, as data of a rulebook."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.rulebook import RulebookError, load_rulebook, questionnaires, report_outline, shipped

NANCHANG = """
format = "jixiao.rulebook/1"
id = "city"
version = "1"
extends = "nanchang-2017"
family = "indicators"
name = "本市"
[provenance]
status = "illustrative"
source = "示例"
"""


def written(tmp_path: Path, more: str) -> Path:
    file = tmp_path / "city.toml"
    file.write_text(NANCHANG + more, encoding="utf-8")
    return file


def test_nanchang_has_the_five_parts_of_the_reference_report() -> None:
    outline = report_outline(load_rulebook("nanchang-2017"))
    assert [section.title for section in outline.sections if section.level == 1] == [
        "部门概述和基本情况",
        "评价工作开展",
        "部门整体支出绩效评价分析",
        "存在的问题",
        "整改措施或建议",
    ]
    assert outline.provenance is not None
    assert outline.provenance.status == "reconstructed"


@pytest.mark.parametrize("name", shipped())
def test_every_rulebook_has_an_outline_and_a_survey(name: str) -> None:
    book = load_rulebook(name)
    assert report_outline(book).sections
    assert questionnaires(book).answers[0].label == "满意"


def test_a_rulebook_without_an_outline_takes_the_usual_one() -> None:
    assert load_rulebook("yueyang-2018").report is None
    assert report_outline(load_rulebook("yueyang-2018")) == load_rulebook("mof-2013").report


def test_satisfied_and_fairly_satisfied_count() -> None:
    counted = {a.label: a.share for a in questionnaires(load_rulebook("nanchang-2017")).answers}
    assert counted == {
        "满意": Decimal(1),
        "基本满意": Decimal(1),
        "一般": Decimal(0),
        "不满意": Decimal(0),
    }


def test_an_overlay_inherits_both(tmp_path: Path) -> None:
    book = load_rulebook(written(tmp_path, ""))
    assert book.report == load_rulebook("nanchang-2017").report
    assert book.survey == load_rulebook("nanchang-2017").survey


def test_a_section_of_a_group_that_is_not_there_is_named(tmp_path: Path) -> None:
    more = '[report]\ntitle = "报告"\n[[report.sections]]\ntitle = "概况"\ngroups = ["人事"]\n'
    with pytest.raises(RulebookError) as caught:
        load_rulebook(written(tmp_path, more))
    assert [problem.key for problem in caught.value.problems] == ["report.sections[1].groups"]


def test_a_survey_of_inputs_that_are_not_there_is_named(tmp_path: Path) -> None:
    more = """
[survey]
[[survey.groups]]
indicator = "happiness"
issued = "survey_isued"
[[survey.answers]]
label = "满意"
share = 100
input = "happy"
"""
    with pytest.raises(RulebookError) as caught:
        load_rulebook(written(tmp_path, more))
    problems = caught.value.problems
    assert sorted(problem.key for problem in problems) == [
        "survey.answers[1].input",
        "survey.answers[1].share",
        "survey.groups[1].indicator",
        "survey.groups[1].issued",
    ]
    assert any("survey_issued" in f"{one.message}{one.remedy}" for one in problems), problems
