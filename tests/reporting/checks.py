"""Checks made by hand, for tests of what is told about them."""

from __future__ import annotations

from fractions import Fraction

from jixiao.checking.model import (
    Check,
    IndicatorResult,
    RulebookUsed,
    SectionResult,
    TotalResult,
    Verdict,
)
from jixiao.finding import Bilingual
from jixiao.finding.registry import finding
from jixiao.rulebook.outcome import PartOutcome


def one_of_each() -> Check:
    """A return with an agreeing, a differing, an undecidable and a judged row, and two findings."""
    return Check(
        file="报送/示例市林业局.xlsx",
        sha256="ab" * 32,
        rulebook=RulebookUsed("nanchang-2017", "1", "cd" * 32, "stamp", 1.0),
        department="示例市林业局",
        year=2017,
        sheet="评分表",
        total=TotalResult(
            Fraction("12.5"), Fraction(12), None, Fraction(16), "良", "中", "评分表!H40"
        ),
        sections=(SectionResult("过程", Fraction(16), Fraction("12.5"), Fraction(12), None),),
        indicators=(
            IndicatorResult(
                id="budget-completion",
                name="预算完成率",
                path=("过程", "预算执行"),
                weight=Fraction(6),
                verdict=Verdict.DIFFERS,
                basis="inputs",
                claimed_rate=Fraction("0.602"),
                computed_rate=Fraction("775.6") / Fraction("1288.4"),
                claimed_score=Fraction("0.5"),
                computed_score=Fraction(0),
                bounds=(Fraction(0), Fraction(0)),
                causes=(Bilingual("按未封底计算", "no floor"),),
                cells={"rate": "评分表!G11", "score": "评分表!H11"},
                trace=Bilingual(
                    "775.6 ÷ 1288.4 = 60.20%，得0分", "775.6 ÷ 1288.4 = 60.20%, 0 points"
                ),
            ),
            IndicatorResult(
                id="payment-progress",
                name="支付进度率",
                path=("过程", "预算执行"),
                weight=Fraction(6),
                verdict=Verdict.AGREES,
                basis="inputs",
                claimed_score=Fraction(6),
                computed_score=Fraction(6),
                bounds=(Fraction(6), Fraction(6)),
                parts=(
                    PartOutcome("half", "上半年支出率", Fraction("0.32"), Fraction(0), Fraction(3)),
                ),
            ),
            IndicatorResult(
                id="three-public",
                name="“三公经费”变动率",
                path=("过程", "预算执行"),
                weight=Fraction(3),
                verdict=Verdict.UNDECIDABLE,
                basis="rate",
                claimed_score=Fraction(3),
                bounds=(Fraction("2.4"), Fraction(3)),
            ),
            IndicatorResult(
                id="rules",
                name="管理制度健全性",
                path=("过程", "预算管理"),
                weight=Fraction(1),
                verdict=Verdict.JUDGED,
                basis="range",
                claimed_score=Fraction(3),
            ),
        ),
        findings=(
            finding("B104", other="乙.xlsx"),
            finding(
                "B103",
                sheet="评分表",
                cell="A1",
                found="示例市林业局",
                expected="示例市林草局",
                reason="按文件名归属",
                near="",
            ),
            finding("F801", rulebook="x.toml", problem=Bilingual("甲", "A"), count="2"),
        ),
    )
