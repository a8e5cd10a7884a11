"""Free rows as offices type them: units, words, placeholders, parts, signs left out."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from jixiao.checking.model import Check, IndicatorResult, Verdict
from jixiao.checking.run import check
from published.filled import Filled, Line
from published.layouts import form

_HEADER = (("unit", "示例市水务局"), ("year", "2023"), ("stated_total", ""))
_MONEY = Line("预算执行", "", "年度资金总额", "", "100", "100", "万元", "10", "10", "")


def _line(kind: str, name: str, target: str, actual: str, weight: str, score: str) -> Line:
    return Line("产出指标", kind, name, "", target, actual, "", weight, score, "")


def _check(folder: Path, *lines: Line, money: tuple[Line, ...] = (_MONEY,)) -> Check:
    path = folder / "return.xlsx"
    form(Filled("made", _HEADER, (*money, *lines))).save(path)
    return check(path, "form-10-50-30-10")


def _only(found: Check, name: str) -> IndicatorResult:
    (result,) = [one for one in found.indicators if one.name == name]
    return result


def _row(
    folder: Path, kind: str, name: str, target: str, actual: str, score: str
) -> tuple[Verdict, str, Fraction | None]:
    result = _only(_check(folder, _line(kind, name, target, actual, "10", score)), name)
    return result.verdict, result.basis, result.computed_score


@pytest.mark.parametrize(
    ("target", "actual", "score", "computed"),
    [
        ("≥4753.66万元", "4753.66万元", "10", "10"),
        ("不少于12种", "14种", "10", "10"),
        ("≥100百分比", "95%", "9.5", "9.5"),
        ("≥266米", "≥266米", "10", "10"),
        ("≧90%", "98", "10", "10"),
        ("≥90", "98%", "10", "10"),
        ("大于等于50个", "45个", "9", "9"),
        ("≤30万元", "290000元", "10", "10"),
        ("≤7万元", "72890元", "9.6", "9.6"),
    ],
)
def test_figures_with_units_and_signs_in_words(
    tmp_path: Path, target: str, actual: str, score: str, computed: str
) -> None:
    found = _row(tmp_path, "质量指标", "工程情况", target, actual, score)
    assert found == (Verdict.AGREES, "target", Fraction(computed))


@pytest.mark.parametrize(
    ("target", "actual", "verdict"),
    [
        ("显著", "显著", Verdict.JUDGED),
        ("2021年12月完成", "2021年12月完成", Verdict.JUDGED),
        ("", "达成预期指标", Verdict.JUDGED),
        ("≤30万元", "完成", Verdict.UNDECIDABLE),
        ("≥50个", "100%", Verdict.UNDECIDABLE),
        ("", "", Verdict.UNDECIDABLE),
    ],
)
def test_words_are_judged_and_figures_beside_words_left_open(
    tmp_path: Path, target: str, actual: str, verdict: Verdict
) -> None:
    found, _, computed = _row(tmp_path, "质量指标", "工程情况", target, actual, "10")
    assert (found, computed) == (verdict, None)


@pytest.mark.parametrize("name", ["/", "——", "……", "指标2："])
def test_a_placeholder_left_in_is_not_scored(tmp_path: Path, name: str) -> None:
    found = _check(
        tmp_path,
        _line("数量指标", "培训人次", "≥100人次", "120人次", "50", "50"),
        _line("数量指标", name, "", "", "", ""),
    )
    assert [one.name for one in found.indicators] == ["预算执行率", "培训人次"]
    assert "R102" not in {one.code for one in found.findings}


@pytest.mark.parametrize(
    ("kind", "name", "target", "actual", "computed"),
    [
        ("数量指标", "发放资料份数", "43.2", "37.24", "8.62"),
        ("成本指标", "单位成本", "100元", "125元", "8"),
        ("质量指标", "政府采购执行率", "100%", "72.74%", "7.27"),
        ("质量指标", "公用经费控制率", "100%", "97%", "10"),
        ("满意度指标", "群众意见", "90%", "81%", "9"),
    ],
)
def test_a_sign_left_out_follows_from_name_or_kind(
    tmp_path: Path, kind: str, name: str, target: str, actual: str, computed: str
) -> None:
    found = _only(_check(tmp_path, _line(kind, name, target, actual, "10", computed)), name)
    assert (found.verdict, found.computed_score) == (Verdict.AGREES, Fraction(computed))
    if computed != "10":
        assert found.trace is not None
        assert "表中没有写符号" in found.trace.zh


def test_a_sign_left_out_of_a_doubtful_row_stays_open(tmp_path: Path) -> None:
    found = _row(tmp_path, "数量指标", "安全事故起数", "2起", "1起", "10")
    assert found == (Verdict.UNDECIDABLE, "target", None)


def test_a_score_rounded_once_to_one_decimal_agrees_as_shown(tmp_path: Path) -> None:
    found = _row(tmp_path, "数量指标", "接种人数", "≥1000人", "194.6人", "1.9")
    assert found == (Verdict.AGREES_SHOWN, "target", Fraction("1.95"))


def test_a_score_rounded_to_whole_points_differs_with_that_cause(tmp_path: Path) -> None:
    line = _line("数量指标", "工程金额", "≥43.2", "37.24", "10", "9")
    result = _only(_check(tmp_path, line), "工程金额")
    assert (result.verdict, result.computed_score) == (Verdict.DIFFERS, Fraction("8.62"))
    assert [cause.zh for cause in result.causes] == ["得分四舍五入到了整数"]


def test_an_execution_rate_above_100_is_capped(tmp_path: Path) -> None:
    money = Line("预算执行", "", "年度资金总额", "", "100", "108.2", "万元", "10", "10", "")
    found = _check(tmp_path, _line("数量指标", "次数", "≥1", "1", "50", "50"), money=(money,))
    result = _only(found, "预算执行率")
    assert (result.verdict, result.basis) == (Verdict.AGREES, "inputs")
    assert result.computed_score == 10
    assert "C102" in {one.code for one in found.findings}


def test_a_part_of_the_funds_is_checked_but_not_added(tmp_path: Path) -> None:
    part = Line("预算执行", "", "其中:本年财政拨款", "", "50", "40", "万元", "10", "10", "")
    found = _check(tmp_path, _line("数量指标", "次数", "≥1", "1", "50", "50"), money=(_MONEY, part))
    result = _only(found, "其中:本年财政拨款")
    assert (result.verdict, result.basis) == (Verdict.DIFFERS, "inputs")
    assert result.computed_score == 8
    assert {one.name: one.claimed for one in found.sections} == {"预算执行": 10, "产出指标": 50}


def test_a_part_that_its_block_needs_counts_and_another_does_not(tmp_path: Path) -> None:
    whole = _line("数量指标", "保障人数", "≥10人", "12人", "45", "45")
    part = _line("数量指标", "其中:脱贫人口", "≥5人", "6人", "5", "5")
    found = _check(tmp_path, whole, part)
    assert {one.name: one.claimed for one in found.sections}["产出指标"] == 50
    found = _check(tmp_path, _line("数量指标", "保障人数", "≥10人", "12人", "50", "50"), part)
    assert {one.name: one.claimed for one in found.sections}["产出指标"] == 50
    assert _only(found, "其中:脱贫人口").verdict is Verdict.AGREES


def test_a_total_written_by_a_library_as_97_59999999999999_is_97_6(tmp_path: Path) -> None:
    path = tmp_path / "return.xlsx"
    lines = (_MONEY, _line("数量指标", "次数", "≥1", "1", "50", "50"))
    form(Filled("made", (*_HEADER[:2], ("stated_total", "97.6")), lines)).save(path)
    found = check(path, "form-10-50-30-10")
    assert found.total is not None
    assert found.total.claimed == Fraction("97.6")
    assert "D006" not in {one.code for one in found.findings}
