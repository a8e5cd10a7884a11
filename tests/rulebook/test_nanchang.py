"""nanchang-2017 gives the figures that the reference department's report states."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

import pytest

from jixiao.rulebook.cases import figures_of_case
from jixiao.rulebook.load import check_rulebook, load_rulebook
from jixiao.rulebook.outcome import Figures, Outcome, OutcomeState
from jixiao.rulebook.schema.model import Case
from jixiao.rulebook.scoring.evaluate import evaluate_indicator

BOOK = load_rulebook("nanchang-2017")
YES = [item.id for item in BOOK.inputs if item.kind == "flag"]
D = Decimal
REPORT = Case(
    inputs={
        **dict.fromkeys(YES, True),
        "staff": D(26), "posts": D(26),
        "budget_initial": D("1246.8"), "budget_adjustment": D("41.6"), "budget": D("1288.4"),
        "spent": D("775.6"), "spent_half_year": D("412.30"),
        "carryover": D("512.80"), "carryover_last_year": D(540),
        "project_spending": D("380.10"),
        "running_cost_spent": D("81.70"), "running_cost_budget": D(86),
        "sangong_this_year": D(330), "sangong_last_year": D(345),
        "sangong_budget": D(345), "sangong_spent": D("326.50"),
        "procurement_spent": D(41), "procurement_budget": D(50),
        "fund_breaches": D(0), "asset_faults": D(0),
        "assets_in_use": D(412), "assets_all": D(430),
        "work_planned": D(20), "work_in_time": D(20), "work_to_standard": D(20),
        "assigned": D(6), "assigned_done": D(6),
        "survey_issued": D(50), "survey_returned": D(50), "survey_satisfied": D(40),
        "survey_fairly_satisfied": D(9), "survey_dissatisfied": D(1),
    },
    tables={"projects": (
        {"name": "外事出访", "budget": D(300), "spent": D("303.04")},
        {"name": "外事侨务", "budget": D(110), "spent": D("77.06")},
    )},
)  # fmt: skip


def _scores(figures: Figures) -> dict[str, Outcome]:
    return {i.id: evaluate_indicator(BOOK, i, figures) for i in BOOK.indicators}


def _sections(outcomes: dict[str, Outcome]) -> dict[str, Fraction]:
    """Sums by first level; judged rows take full marks, as the report does."""
    sums: dict[str, Fraction] = defaultdict(Fraction)
    for indicator in BOOK.indicators:
        score = outcomes[indicator.id].score
        sums[indicator.path[0]] += Fraction(indicator.weight or 0) if score is None else score
    return dict(sums)


def test_report_is_reproduced() -> None:
    outcomes = _scores(figures_of_case(BOOK, REPORT))
    sums = _sections(outcomes)
    assert sums["投入"] == 15
    assert sums["过程"] == Fraction("41.46")
    assert sums["产出"] + sums["效果"] == Fraction("24.25")
    total = sum(sums.values())
    assert total == Fraction("80.71")
    assert BOOK.grade_of(Decimal("80.71")) == "良"
    zero = [i for i, outcome in outcomes.items() if outcome.score == 0]
    assert zero == ["budget-completion", "payment-progress", "carryover-rate"]


def test_staff_of_28_on_26_posts_costs_the_grade() -> None:
    case = REPORT.changed(inputs={**REPORT.inputs, "staff": D(28)})
    sums = _sections(_scores(figures_of_case(BOOK, case)))
    assert sums["投入"] == 12
    assert sum(sums.values()) == Fraction("77.71")
    assert BOOK.grade_of(Decimal("77.71")) == "中"


def test_judged_rows_and_only_they_have_no_score() -> None:
    states = {i: o.state for i, o in _scores(figures_of_case(BOOK, REPORT)).items()}
    judged = [i for i, state in states.items() if state is not OutcomeState.COMPUTED]
    assert judged == ["economic-benefit", "social-benefit", "ecological-benefit"]
    assert all(states[i] is OutcomeState.JUDGED for i in judged)


def test_blank_form_gives_no_score_at_all() -> None:
    for outcome in _scores(Figures()).values():
        assert outcome.score is None
        assert outcome.state in (OutcomeState.MISSING, OutcomeState.JUDGED)


def test_cap_is_needed_for_the_output_row() -> None:
    projects = evaluate_indicator(
        BOOK, BOOK.by_id["work-completion"], figures_of_case(BOOK, REPORT)
    )
    assert projects.rate == (1 + Fraction("77.06") / 110) / 2
    assert projects.score == Fraction("4.25")
    assert projects.trace == (
        "100.00%、70.05%平均值 = 85.03%，5 × 85.03% = 4.25分，得4.25分",
        "mean of 100.00%, 70.05% = 85.03%, 5 × 85.03% = 4.25 points, 4.25 points",
    )


@pytest.mark.parametrize("name", ["mof-2013", "nanchang-2017"])
def test_passes_its_own_check(name: str) -> None:
    assert check_rulebook(name).id == name


def test_lies_over_the_national_framework() -> None:
    assert BOOK.origin("indicators", "asset-use", "rate") == "mof-2013"
    assert BOOK.origin("indicators", "asset-use", "weight") == "nanchang-2017"
    assert BOOK.origin("indicators", "work-completion", "rate") == "nanchang-2017"
    assert len(BOOK.indicators) == 28
    assert [i.name for i in BOOK.indicators].count("管理制度健全性") == 2


def test_framework_leaves_weights_open() -> None:
    framework = load_rulebook("mof-2013")
    assert framework.abstract
    assert len(framework.indicators) == 28
    assert all(i.weight is None for i in framework.indicators)
