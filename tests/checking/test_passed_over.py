"""D014: figures that the form's own formulas pass over, and what is to be typed instead."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.checking import check
from jixiao.finding import message, remedy
from jixiao.rulebook import load_rulebook
from jixiao.writing import write_template
from strategies.typing_over import typed_over


@pytest.mark.parametrize(
    ("cell", "typed", "wanted"),
    [
        ("基础数据!C14", "26人", "26"),
        ("基础数据!C19", "1,288.4", "1288.4"),
        ("基础数据!C19", "１２８８．４", "1288.4"),
        ("基础数据!C6", "√", "是"),
        ("重点项目!D5", "303.04万元", "303.04"),
    ],
)
def test_a_text_is_told_with_what_to_type(
    samples: Path, cell: str, typed: str, wanted: str
) -> None:
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    spoilt = check(typed_over(content, {cell: typed}))
    (found,) = [each for each in spoilt.findings if each.code == "D014"]
    assert (found.place, found.found, found.expected) == (cell, typed, wanted)
    assert remedy(found) == f"请改填“{wanted}”，不带单位和千位逗号。"
    obeyed = check(typed_over(content, {cell: wanted})) if wanted == "是" else None
    assert obeyed is None or "D014" not in {each.code for each in obeyed.findings}


def test_numbers_answers_and_a_blank_form_are_not_told(samples: Path, tmp_path: Path) -> None:
    for path in sorted(samples.glob("*.xlsx")):
        assert "D014" not in {found.code for found in check(path).findings}
    write_template(load_rulebook("nanchang-2017"), tmp_path / "blank.xlsx")
    assert "D014" not in {found.code for found in check(tmp_path / "blank.xlsx").findings}


def test_a_figure_among_words_is_not_told_what_to_type(samples: Path) -> None:
    """About 1288.4 may not be 1288.4."""
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    found = check(typed_over(content, {"基础数据!C19": "约1288.4"})).findings
    assert "D014" not in {each.code for each in found}


@pytest.mark.parametrize(
    ("typed", "form", "other"),
    [
        ("300.5元", "300.5", "0.03005"),
        ("３００．５元", "300.5", "0.03005"),
        ("300.5亿元", "300.5", "3005000"),
    ],
)
def test_a_unit_that_can_hardly_be_meant_is_asked_for(
    samples: Path, typed: str, form: str, other: str
) -> None:
    """The form counts in 万元, 300.5元 is a thousandth of any other amount: nobody may obey it."""
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    spoilt = check(typed_over(content, {"基础数据!C30": typed}))
    (found,) = [each for each in spoilt.findings if each.code == "D014"]
    assert (found.severity, found.fix, found.expected) == ("warning", None, None)
    assert [each.after for each in found.choices] == [form, other]
    assert remedy(found) == (
        f"按所写的单位，这个数与其他金额相差上千倍，请核对单位：是{form}万元的，填“{form}”；"
        f"确是{typed}的，填“{other}”。不带单位和千位逗号。"
    )


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("3265000元", "326.5"), ("0.03265亿元", "326.5"), ("3265千元", "326.5"), ("5000元", "0.5")],
)
def test_a_unit_that_may_be_meant_is_converted(samples: Path, typed: str, wanted: str) -> None:
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    spoilt = check(typed_over(content, {"基础数据!C31": typed}))
    found = [each for each in spoilt.findings if each.code == "D014"]
    assert [(each.severity, each.expected, each.choices) for each in found] == [
        ("notice", wanted, ())
    ]


@pytest.mark.parametrize("typed", ["1288.4元", "1288.4千元", "1288.4亿元", "1,288.4元"])
def test_where_scores_show_which_unit_is_meant_the_number_alone_is_to_be_typed(
    samples: Path, typed: str
) -> None:
    """A cell that counts in 万元 holds 1288.4; 1288.4万元 would be text again."""
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    findings = check(typed_over(content, {"基础数据!C19": typed})).findings
    (root,) = [each for each in findings if each.severity == "error"]
    assert (root.code, root.place, root.expected) == ("D219", "基础数据!C19", "1288.4")
    assert root.fix is not None
    assert root.fix.after == "1288.4"
    assert "应为1288.4万元" in message(root)
    assert remedy(root) == "请对照原始资料核实，属实的把这一格改为1288.4。"
    (folded,) = [each for each in findings if each.code == "D014"]
    assert (folded.because_cell, folded.choices) == ("基础数据!C19", ())


@pytest.mark.parametrize("typed", ["26%", "26％"])
def test_a_count_with_a_percent_sign_is_no_figure(samples: Path, typed: str) -> None:
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    codes = {each.code for each in check(typed_over(content, {"基础数据!C14": typed})).findings}
    assert "D001" in codes
    assert "D014" not in codes


def test_where_the_form_counts_in_yuan_the_number_to_type_does_too(samples: Path) -> None:
    """元 is written behind every amount that the scores rest on; one was typed in 万元."""
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    amounts = {17: "12468000", 18: "416000", 19: "12884000", 20: "7756000", 21: "4123000"}
    amounts |= {22: "5128000", 23: "5400000", 26: "860000", 27: "817000"}
    amounts |= {28: "3300000", 29: "3450000", 30: "3450000", 31: "3265000", 33: "500000"}
    amounts |= {34: "410000", 50: "4120000", 51: "4300000"}
    typed: dict[str, Decimal | str] = {}
    for row, amount in amounts.items():
        typed |= {f"基础数据!C{row}": Decimal(amount), f"基础数据!D{row}": "元"}
    assert check(typed_over(content, typed)).findings == ()
    findings = check(typed_over(content, typed | {"基础数据!C19": Decimal("1288.4")})).findings
    (root,) = [each for each in findings if each.severity == "error"]
    assert (root.code, root.place, root.expected) == ("D216", "基础数据!C19", "12884000")
    assert "可能是按万元填的，折算后应为12884000元" in message(root)
    assert remedy(root) == "请对照原始资料核实，属实的把这一格改为12884000。"
