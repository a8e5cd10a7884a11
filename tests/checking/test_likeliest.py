"""Which of several explanations is named: a lost point beside 元, two slips at once, rounding."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.checking import check
from jixiao.finding import Finding, Severity
from slips.form import Return
from slips.honest import honest_return


def _typed(honest: Return, **figures: Decimal) -> list[Finding]:
    """What is said, notices aside, of a return with some figures typed over."""
    cells = {honest.form.inputs[name]: value for name, value in figures.items()}
    found = check(honest.typing(cells).file()).findings
    return [one for one in found if one.severity is not Severity.NOTICE]


def _own(honest: Return, name: str) -> Decimal:
    content = honest.content(honest.form.inputs[name])
    assert isinstance(content, Decimal)
    return content


def test_a_lost_point_is_listed_beside_yuan_and_neither_is_guessed() -> None:
    honest = honest_return("hunan-2017", 1)
    assert _own(honest, "public_funds_spent") == Decimal("61.99")
    (told,) = _typed(honest, public_funds_spent=Decimal(6199))
    assert (told.code, told.fix) == ("D224", None)
    assert [fix.after for fix in told.choices] == ["0.6199", "61.99"]


def test_an_amount_in_yuan_that_no_lost_point_explains_is_named() -> None:
    honest = honest_return("hunan-2017", 1)
    (told,) = _typed(honest, public_funds_spent=Decimal(619900))
    assert told.code == "D216"
    assert told.fix is not None
    assert told.fix.after == "61.99"


@pytest.mark.parametrize(("out_by", "codes"), [(0, []), (1, []), (-1, []), (2, ["C101"])])
def test_whole_amounts_may_be_out_by_what_rounding_leaves_open(
    out_by: int, codes: list[str]
) -> None:
    honest = honest_return("nanchang-2017", 1)
    initial, more = (round(_own(honest, name)) for name in ("budget_initial", "budget_adjustment"))
    told = _typed(
        honest,
        budget_initial=Decimal(initial),
        budget_adjustment=Decimal(more),
        budget=Decimal(initial + more + out_by),
        spent=Decimal(6417),
        carryover=Decimal(initial + more + out_by - 6417),
    )
    assert [one.code for one in told if one.code == "C101"] == codes


def test_a_budget_rounded_to_a_whole_amount_contradicts_nothing() -> None:
    honest = honest_return("nanchang-2017", 1)
    assert _own(honest, "budget") == Decimal("9406.95")
    assert _typed(honest, budget=Decimal(9407)) == []
    assert "C101" in {one.code for one in _typed(honest, budget=Decimal(9405))}


def test_two_amounts_in_yuan_that_only_together_explain_are_both_named() -> None:
    honest = honest_return("nanchang-2017", 0)
    budget, spent = _own(honest, "budget"), _own(honest, "spent")
    told = _typed(honest, budget=budget * 10_000, spent=spent * 10_000)
    assert [(one.code, [fix.after for fix in one.choices]) for one in told] == [
        ("D224", [str(budget)]),
        ("D224", [str(spent)]),
    ]


def test_an_amount_in_yuan_is_named_though_the_other_figure_is_lost() -> None:
    honest = honest_return("hubei-20-80", 1)
    spent = _own(honest, "fiscal_spent")
    told = _typed(honest, money_spent=Decimal("91.4401"), fiscal_spent=spent * 10_000)
    assert [one.code for one in told] == ["D224", "C101"]
    assert [fix.after for fix in told[0].choices] == [str(spent)]


def test_a_count_out_by_one_is_the_root_where_it_gives_exactly_the_self_score() -> None:
    honest = honest_return("nanchang-2017", 8)
    assert _own(honest, "assigned_done") == 10
    (told,) = _typed(honest, assigned_done=Decimal(9))
    assert (told.code, told.fix) == ("D224", None)
    assert [fix.after for fix in told.choices] == ["10"]


def test_a_unit_written_behind_an_amount_is_named_where_the_amount_fits_without_it() -> None:
    honest = honest_return("nanchang-2017", 0)
    cell = honest.form.inputs["budget_adjustment"]
    (told,) = [
        one
        for one in check(honest.typing({cell: "148.65元"}).file()).findings
        if one.severity is not Severity.NOTICE
    ]
    assert told.place == "!".join(cell)
    assert told.fix is not None
    assert told.fix.after == "148.65"


def test_a_count_that_is_a_date_is_no_reason_to_take_all_points_away() -> None:
    honest = honest_return("nanchang-2017", 3)
    cell = honest.form.inputs["asset_faults"]
    (told,) = [
        one
        for one in check(honest.typing({cell: Decimal(44304)}).file()).findings
        if one.severity is not Severity.NOTICE
    ]
    assert told.fix is None
    assert told.choices


def test_of_an_amount_cut_at_its_thousands_mark_the_rest_is_not_guessed() -> None:
    honest = honest_return("hunan-2017", 2)
    assert _own(honest, "budget_initial") == Decimal("5487.91")
    told = [one for one in _typed(honest, budget_initial=Decimal(5)) if one.code != "C101"]
    assert [(one.code, one.cell, one.fix) for one in told] == [("D224", "C12", None)]
