"""The rule page says what the report must hold and how satisfaction is counted."""

from __future__ import annotations

from decimal import Decimal

from jixiao.rulebook import load_rulebook
from jixiao.rulebook.explain.attached import attached_lines


def test_the_outline_stands_in_its_order_with_numbers() -> None:
    lines = list(attached_lines(load_rulebook("nanchang-2017")))
    first = [
        line[2:].partition("（标题")[0].partition("：")[0] for line in lines if line[:2] == "- "
    ]
    assert [line for line in first if line[1:2] == "、"] == [
        "一、部门概述和基本情况",
        "二、评价工作开展",
        "三、部门整体支出绩效评价分析",
        "四、存在的问题",
        "五、整改措施或建议",
    ]
    assert "  - （二）绩效评价整体结果概况：总分、档次，各部分得分和扣分原因" in lines
    assert any(
        line.startswith("- 必须有的部分：部门概述和基本情况、评价工作开展、") for line in lines
    )


def test_satisfaction_is_defined_with_its_groups_and_points() -> None:
    text = "\n".join(attached_lines(load_rulebook("dazhou-2017")))
    assert "满意度怎样算：“满意”“基本满意”的份数之和 ÷ 有效份数" in text
    assert "协作部门（计入“协作部门满意度”，3分）；管理对象（计入“管理对象满意度”，3分）；" in text
    assert "这套体系没有规定自评报告的提纲" in text


def test_a_weighted_scale_shows_what_each_answer_counts() -> None:
    book = load_rulebook("dazhou-2017")
    assert book.survey is not None
    best, good, fair, bad = book.survey.answers
    answers = (best, good.changed(share=Decimal("0.8")), fair.changed(share=Decimal("0.6")), bad)
    survey = book.survey.changed(answers=answers, issued=100, return_rate=Decimal("0.5"))
    lines = list(attached_lines(book.changed(survey=survey)))
    assert (
        "- 满意度怎样算：（“满意”份数×100%＋“基本满意”份数×80%＋“一般”份数×60%）÷ 有效份数" in lines
    )
    assert "- 发放份数：不少于100份" in lines
    assert "- 回收率：不低于50%" in lines


def test_without_a_survey_of_its_own_a_rulebook_says_which_way_is_used() -> None:
    lines = list(attached_lines(load_rulebook("hebei-weighted")))
    assert "- 这套体系没有规定满意度怎样统计；jixiao survey 用通用的办法（见 mof-2013）" in lines
