"""Build the sample workbooks: the reference department, and invented ones with one fault each.

Run ``python samples/build.py [FOLDER]``; the same program gives the same bytes. The figures of the
reference department are those of its published report for 2017; what the report does not say is
marked 示例数据 in the workbook. All other departments and their figures are invented.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from jixiao.rulebook.excel.defined_names import rate_name, suggested_name
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.outcome import OutcomeState
from jixiao.rulebook.schema.model import Rulebook
from jixiao.rulebook.scoring.evaluate import evaluate_indicator
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling, TypedValue, figures_of_filling

REFERENCE = "nanchang-2017-waiqiao.xlsx"
_EXAMPLE = "示例数据"
_REPORT = "2017年度部门整体支出绩效评价报告"
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Sample:
    """One workbook to build."""

    file: str
    filling: Filling


def reference() -> Filling:
    """The reference department, 南昌市外事侨务办公室, as its report states it."""
    stated = {
        "staff": f"{_REPORT}一（二）",
        "posts": f"{_REPORT}一（二）：19＋3＋4名",
        "budget_initial": f"{_REPORT}三（三）",
        "budget_adjustment": f"{_REPORT}三（三）：1288.4－1246.8",
        "budget": f"{_REPORT}三（三）、四",
        "spent": f"{_REPORT}三（三）、四",
        "carryover": f"{_REPORT}三（三）：1288.4－775.6",
        "project_spending": f"{_REPORT}二（二）4：303.04＋77.06",
        "survey_issued": f"{_REPORT}二（二）1",
        "projects:1": f"{_REPORT}二（二）4",
        "projects:2": f"{_REPORT}二（二）4",
        **dict.fromkeys(
            ("goal_fits_duties", "goal_fits_plan", "target_broken_down"), f"{_REPORT}三（一）"
        ),
        **dict.fromkeys(
            (
                "budget_rules_exist",
                "budget_rules_sound",
                "budget_rules_applied",
                "fund_breaches",
                "disclosed_content",
                "disclosed_in_time",
                "records_true",
                "records_complete",
                "records_accurate",
                "asset_rules_exist",
                "asset_rules_applied",
                "asset_faults",
            ),
            f"{_REPORT}三（四）",
        ),
    }
    figures = _amounts(
        staff="26", posts="26", budget_initial="1246.8", budget_adjustment="41.6", budget="1288.4",
        spent="775.6", spent_half_year="412.3", carryover="512.8", carryover_last_year="540",
        project_spending="380.1", running_cost_budget="86", running_cost_spent="81.7",
        sangong_this_year="330", sangong_last_year="345", sangong_budget="345",
        sangong_spent="326.5", procurement_budget="50", procurement_spent="41",
        assets_in_use="412", assets_all="430", work_planned="10", work_in_time="10",
        work_to_standard="10", assigned="6", assigned_done="6", survey_issued="50",
        survey_returned="50", survey_satisfied="40", survey_fairly_satisfied="9",
        survey_dissatisfied="1",
    )  # fmt: skip
    projects = (
        {"name": "外事出访专项", **_amounts(budget="300", spent="303.04", planned="10", done="10")},
        {"name": "外事侨务专项", **_amounts(budget="110", spent="77.06")},
    )
    return _scored("南昌市外事侨务办公室", figures, projects, stated)


def invented(
    department: str,
    scale: str,
    spent: str,
    half: str,
    *,
    staff: int,
    posts: int,
    weak: Mapping[str, TypedValue] | None = None,
) -> Filling:
    """An invented department: a budget of ``scale`` × 1000 万元, of which shares are spent.

    ``weak`` are the answers and counts in which it fell short.
    """
    initial = Decimal(scale) * 1000
    adjustment = _cents(initial * Decimal("0.028"))
    budget = initial + adjustment
    done = _cents(budget * Decimal(spent))
    carryover = budget - done
    first, second = _cents(initial * Decimal("0.22")), _cents(initial * Decimal("0.13"))
    spent_first, spent_second = first, _cents(second * Decimal("0.94"))
    figures: dict[str, TypedValue] = {
        "staff": Decimal(staff),
        "posts": Decimal(posts),
        "budget_initial": initial,
        "budget_adjustment": adjustment,
        "budget": budget,
        "spent": done,
        "spent_half_year": _cents(budget * Decimal(half)),
        "carryover": carryover,
        "carryover_last_year": _cents(carryover * Decimal("1.07")),
        "project_spending": _cents((spent_first + spent_second) * Decimal("1.06")),
        "running_cost_budget": _cents(initial * Decimal("0.081")),
        "running_cost_spent": _cents(initial * Decimal("0.0774")),
        "sangong_this_year": _cents(initial * Decimal("0.0172")),
        "sangong_last_year": _cents(initial * Decimal("0.0185")),
        "sangong_budget": _cents(initial * Decimal("0.0181")),
        "sangong_spent": _cents(initial * Decimal("0.0169")),
        "procurement_budget": _cents(initial * Decimal("0.064")),
        "procurement_spent": _cents(initial * Decimal("0.0608")),
        "assets_in_use": _cents(initial * Decimal("1.36")),
        "assets_all": _cents(initial * Decimal("1.42")),
        "survey_issued": Decimal(posts * 2),
        "survey_returned": Decimal(posts * 2 - 3),
        "survey_satisfied": Decimal(posts + 8),
        "survey_fairly_satisfied": Decimal(posts - 12),
        "survey_dissatisfied": Decimal(1),
        **_amounts(
            work_planned="24", work_in_time="23", work_to_standard="24", assigned="9",
            assigned_done="9",
        ),
        **(weak or {}),
    }  # fmt: skip
    projects = (
        {
            "name": "业务能力提升专项",
            "budget": first,
            "spent": spent_first,
            **_amounts(planned="12", done="12"),
        },
        {
            "name": "基层服务保障专项",
            "budget": second,
            "spent": spent_second,
            **_amounts(planned="8", done="7"),
        },
    )
    return _scored(department, figures, projects, {})


def samples() -> tuple[Sample, ...]:
    """All sample workbooks."""
    named = {
        "score-too-high": _score_too_high,
        "sum-wrong": _sum_wrong,
        "rate-typed": _rate_typed,
        "percent-as-number": _percent_as_number,
        "amount-in-yuan": _amount_in_yuan,
        "formula-replaced": _formula_replaced,
        "row-deleted": _row_deleted,
        "staff-over-posts": _staff_over_posts,
        "reason-missing": _reason_missing,
        "grade-wrong": _grade_wrong,
        "total-wrong": _total_wrong,
    }
    faulty = (Sample(f"nanchang-2017-{story}.xlsx", make()) for story, make in named.items())
    return (Sample(REFERENCE, reference()), *faulty)


def _score_too_high() -> Filling:
    made = invented(
        "示例市文化旅游局",
        "2.1346",
        "0.894",
        "0.432",
        staff=41,
        posts=43,
        weak={"disclosed_in_time": False},
    )
    return _claim(made, {"budget-completion": "6"})


def _sum_wrong() -> Filling:
    made = invented(
        "示例市水务局",
        "3.4508",
        "0.861",
        "0.415",
        staff=66,
        posts=68,
        weak={"asset_faults": Decimal(1)},
    )
    stated = _total(made, "过程") + 1
    return replace(made, typed={"sum:过程": stated})


def _rate_typed() -> Filling:
    made = invented(
        "示例市农业农村局",
        "4.0271",
        "0.961",
        "0.437",
        staff=72,
        posts=75,
        weak={"fund_breaches": Decimal(1), "records_complete": False},
    )
    return replace(made, typed={rate_name("budget-completion"): Decimal("0.985")})


def _percent_as_number() -> Filling:
    made = invented("示例市民政局", "1.5", "0.602", "0.385", staff=33, posts=35)
    return replace(made, typed={rate_name("budget-completion"): Decimal("60.2")})


def _amount_in_yuan() -> Filling:
    made = invented(
        "示例市体育局",
        "1.2815",
        "0.917",
        "0.443",
        staff=29,
        posts=30,
        weak={"assigned_done": Decimal(8)},
    )
    spent = made.inputs["procurement_spent"]
    if not isinstance(spent, Decimal):
        raise TypeError("the amount is a number")
    return replace(made, inputs={**made.inputs, "procurement_spent": spent * 10_000})


def _formula_replaced() -> Filling:
    made = invented(
        "示例市司法局",
        "2.6093",
        "0.878",
        "0.467",
        staff=57,
        posts=58,
        weak={"asset_rules_applied": False},
    )
    return replace(made, typed={suggested_name("carryover-rate"): made.claimed["carryover-rate"]})


def _row_deleted() -> Filling:
    made = invented(
        "示例市统计局",
        "0.9264",
        "0.943",
        "0.428",
        staff=24,
        posts=25,
        weak={"survey_satisfied": Decimal(30), "survey_dissatisfied": Decimal(4)},
    )
    lost = "ecological-benefit"
    claimed = {k: v for k, v in made.claimed.items() if k != lost}
    return replace(made, claimed=claimed, deleted=frozenset((lost,)))


def _staff_over_posts() -> Filling:
    made = reference()
    sources = dict.fromkeys(made.sources, _EXAMPLE)
    inputs = {**made.inputs, "staff": Decimal(28)}
    return replace(made, department="示例市对外交流局", inputs=inputs, sources=sources)


def _reason_missing() -> Filling:
    made = invented(
        "示例市林业局",
        "1.7782",
        "0.917",
        "0.439",
        staff=37,
        posts=38,
        weak={"work_to_standard": Decimal(22)},
    )
    reasons = {k: v for k, v in made.reasons.items() if k != "budget-completion"}
    return replace(made, reasons=reasons)


def _grade_wrong() -> Filling:
    made = invented(
        "示例市科学技术局",
        "3.0159",
        "0.798",
        "0.392",
        staff=46,
        posts=47,
        weak={"fund_breaches": Decimal(1)},
    )
    return replace(made, typed={"grade": "优"})


def _total_wrong() -> Filling:
    made = invented(
        "示例市粮食和物资储备局",
        "1.1437",
        "0.932",
        "0.426",
        staff=27,
        posts=28,
        weak={"disclosed_content": False},
    )
    stated = sum(made.claimed.values()) - Decimal("1.5")
    return replace(made, typed={"total": stated})


_REASONS = {
    "budget-completion": "部分项目跨年度实施，资金未在年内支付完毕。",
    "payment-progress": "项目前期准备时间较长，上半年及全年支付进度偏慢。",
    "carryover-rate": "跨年度项目资金按规定结转下年使用，结转结余偏高。",
    "procurement-execution": "部分采购项目尚未完成验收，款项未支付。",
    "work-completion": "个别专项因实施计划调整，资金未全部支出。",
    "work-timeliness": "有1项工作因协作单位进度原因延期完成。",
    "work-quality": "有2项工作验收时需要返工，未一次达标。",
    "assigned-work": "有1项交办工作跨年度办理，年末尚未办结。",
    "disclosure": "部门决算公开时间或内容未完全达到规定要求，已整改。",
    "records-quality": "部分基础数据填报不完整，已补充完善。",
    "fund-compliance": "检查发现1项支出审批手续不全，已补办。",
    "asset-rules": "资产定期盘点制度执行不到位，已安排整改。",
    "asset-safety": "有1处资产账实不符，已按程序处理。",
    "satisfaction": "部分服务对象反映办理时限较长，已优化流程。",
}


def _scored(
    department: str,
    figures: Mapping[str, TypedValue],
    projects: tuple[Mapping[str, TypedValue], ...],
    stated: Mapping[str, str],
) -> Filling:
    """Answer every question with 是, claim exactly what the rules give, full marks where judged."""
    rulebook = load_rulebook("nanchang-2017")
    flags = {item.id: True for item in rulebook.inputs if item.kind == "flag"}
    zeros = {"fund_breaches": Decimal(0), "asset_faults": Decimal(0)}
    inputs: dict[str, TypedValue] = {**flags, **zeros, **figures}
    places = [*inputs, *(f"projects:{nth}" for nth in range(1, len(projects) + 1))]
    blank = Filling(
        department=department,
        year=rulebook.year,
        filled_on="填报日期：2018年4月20日",
        inputs=inputs,
        sources={place: stated.get(place, _EXAMPLE) for place in places},
        tables={"projects": projects},
    )
    return _with_scores(rulebook, blank)


def _with_scores(rulebook: Rulebook, filling: Filling) -> Filling:
    figures = figures_of_filling(rulebook, filling)
    claimed: dict[str, Decimal] = {}
    actuals: dict[str, TypedValue] = {}
    reasons: dict[str, str] = {}
    for indicator in rulebook.indicators:
        weight = indicator.weight or Decimal(0)
        outcome = evaluate_indicator(rulebook, indicator, figures, traced=False)
        if outcome.state is OutcomeState.JUDGED:
            claimed[indicator.id], actuals[indicator.id] = weight, "好"
            continue
        if outcome.score is None:
            raise ValueError(f"{indicator.id}: {outcome.state}")
        claimed[indicator.id] = _decimal(outcome.score)
        if claimed[indicator.id] < weight:
            reasons[indicator.id] = _REASONS[indicator.id]
    return replace(
        filling,
        claimed=claimed,
        actuals=actuals,
        reasons=reasons,
        evidence={i.id: i.evidence for i in rulebook.indicators if i.evidence},
    )


def _claim(filling: Filling, changed: Mapping[str, str]) -> Filling:
    """Claim other scores than the rules give, with no reason where nothing is lost."""
    scores = {**filling.claimed, **{k: Decimal(v) for k, v in changed.items()}}
    reasons = {k: v for k, v in filling.reasons.items() if k not in changed}
    return replace(filling, claimed=scores, reasons=reasons)


def _total(filling: Filling, section: str) -> Decimal:
    rulebook = load_rulebook("nanchang-2017")
    members = (i.id for i in rulebook.indicators if i.path[0] == section)
    return sum((filling.claimed[each] for each in members), Decimal(0))


def _amounts(**written: str) -> dict[str, Decimal]:
    return {name: Decimal(text) for name, text in written.items()}


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT)


def _decimal(score: Fraction) -> Decimal:
    return Decimal(score.numerator) / Decimal(score.denominator)


def build(folder: Path) -> list[Path]:
    """Write every sample below ``folder``."""
    rulebook = load_rulebook("nanchang-2017")
    written = []
    for sample in samples():
        target = folder / sample.file
        target.write_bytes(compose_template(rulebook, sample.filling))
        written.append(target)
    return written


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
