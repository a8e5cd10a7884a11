"""The root first, its consequences under it; laws that hold whatever is typed wrong."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.checking.diagnosis.slips import digit_slips, unit_slips
from jixiao.checking.model import Check, Verdict
from jixiao.checking.run import check
from jixiao.finding.registry import message, remedy
from jixiao.finding.value import Severity
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.schema.model import Rulebook
from strategies.grid import WORKBOOKS, build

SAMPLES = Path(__file__).parents[2] / "samples"
FIGURES = {"C2": "1000", "C3": "950", "C4": "960", "C5": "460", "C6": "40", "C7": "50", "C8": "41"}


@pytest.fixture(scope="module")
def story_book() -> Rulebook:
    return load_rulebook(WORKBOOKS / "story.toml")


def checked(changes: dict[str, str], book: Rulebook) -> Check:
    """Check the base workbook with cells changed, by ``sheet!cell``."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "story")
        story.mkdir()
        lines = [f"{place} = {text}" for place, text in changes.items()]
        (story / "grid.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")
        return check(build(story, Path(folder, "return.xlsx")), book)


def serious(found: Check) -> set[tuple[str, str]]:
    """Errors and warnings by code and place; the reasons that lost points ask for left out."""
    return {
        (f.code, f.place)
        for f in found.findings
        if f.severity is not Severity.NOTICE and not f.code.startswith("E")
    }


def test_an_amount_in_yuan_is_the_only_error() -> None:
    found = check(SAMPLES / "nanchang-2017-amount-in-yuan.xlsx")
    root, *rest = found.findings
    assert (root.code, root.place, root.severity) == ("D216", "基础数据!C34", Severity.ERROR)
    assert root.fix is not None
    assert (root.fix.before, root.fix.after) == ("779200", "77.92")
    assert root.outcome is not None
    assert (root.outcome.total, root.outcome.grade) == (Fraction("95.89"), "优")
    assert [(s.claimed, s.score) for s in root.outcome.scores] == [(Fraction("2.85"),) * 2]
    assert {(f.code, f.severity, f.because, f.is_settled) for f in rest} == {
        ("D215", Severity.NOTICE, "D216", True),
        ("R107", Severity.NOTICE, "D216", True),
    }
    assert found.total is not None
    assert found.total.computed == Fraction("95.89")


def test_no_consequence_asks_for_anything() -> None:
    found = check(SAMPLES / "nanchang-2017-amount-in-yuan.xlsx")
    for one in found.findings[1:]:
        assert remedy(one) == "这里不用改：改正基础数据!C34后再核对即可。"
    assert "自评得分改为" not in "".join(message(f) + remedy(f) for f in found.findings)


def test_a_typed_sum_gets_its_formula_back() -> None:
    found = check(SAMPLES / "nanchang-2017-sum-wrong.xlsx")
    root = found.findings[0]
    assert (root.code, root.severity) == ("X101", Severity.ERROR)
    assert root.fix is not None
    assert root.fix.after.startswith("=IF(COUNT(H11:H25)=0")
    assert root.fix.after in remedy(root)


@pytest.mark.parametrize(
    ("typed", "unit", "meant"),
    [("779200", "万元", "77.92"), ("0.0082", "万元", "82")],
)
def test_units_that_amounts_are_typed_in(typed: str, unit: str, meant: str) -> None:
    assert Fraction(meant) in {slip.value for slip in unit_slips(Fraction(typed), unit)}


@given(st.decimals(min_value="0.01", max_value="99999.99", places=2))
def test_a_slip_of_the_hand_can_be_undone(meant: Decimal) -> None:
    text = f"{meant.normalize():f}"
    for place in range(len(text)):
        if text[place] == ".":
            continue
        doubled = Fraction(f"{text[: place + 1]}{text[place:]}")
        undone = {doubled, *(slip.value for slip in digit_slips(doubled))}
        assert Fraction(text) in undone


@settings(max_examples=40, deadline=None)
@given(cell=st.sampled_from(sorted(FIGURES)), slip=st.integers(0, 11))
def test_mending_a_root_never_adds_a_finding(cell: str, slip: int, story_book: Rulebook) -> None:
    """Type one figure wrong; obey every fix; nothing is said that was not said before."""
    slips = [*unit_slips(Fraction(FIGURES[cell]), "元"), *digit_slips(Fraction(FIGURES[cell]))]
    typed = float(slips[slip % len(slips)].value)
    changes = {f"基础数据!{cell}": f"{Decimal(str(typed)):f}", "评分表!D4": "", "评分表!D5": ""}
    changes |= {"评分表!D6": "", "评分表!D7": ""}
    before = checked(changes, story_book)
    fixes = [f.fix for f in before.findings if f.fix is not None and f.because is None]
    after = checked({**changes, **{fix.cell: fix.after for fix in fixes}}, story_book)
    sums = {"评分表!E9", "评分表!E14", "评分表!E15"}  # typed in this form: the outcome says them
    assert {key for key in serious(after) - serious(before) if key[1] not in sums} == set()


@settings(max_examples=40, deadline=None)
@given(
    spent=st.integers(900_00, 999_99),
    hidden=st.integers(-49, 49),
)
def test_differs_is_never_said_where_figures_behind_those_shown_give_the_claim(
    spent: int, hidden: int, story_book: Rulebook
) -> None:
    """Score the exact amount, show it at two decimals: the score must not be called wrong."""
    exact = Fraction(spent, 100) + Fraction(hidden, 10_000)
    short = 95 - exact / 10
    score = 20 - (int(short) if short > 0 else 0)
    changes = {
        "基础数据!C4": f"{Decimal(spent) / 100:f}",
        "基础数据!C6": f"{1000 - Decimal(spent) / 100:f}",
        "评分表!D4": "",
        "评分表!D7": "",
        "评分表!E4": str(max(score, 0)),
    }
    found = checked(changes, story_book)
    (row,) = (r for r in found.indicators if r.id == "completion")
    assert row.verdict is not Verdict.DIFFERS
