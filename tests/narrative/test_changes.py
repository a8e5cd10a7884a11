"""Changes with the figure before and the one after: read, and held against each other."""

from __future__ import annotations

import pytest

from jixiao.narrative import Claim, ClaimKind, NameIndex, Passage, change_holds, claims_of
from jixiao.rulebook import load_rulebook

NAMES = NameIndex.of(load_rulebook("nanchang-2017"))


def changes(text: str) -> list[Claim]:
    claims = claims_of([Passage(text, 1)], NAMES)
    return [claim for claim in claims if claim.kind is ClaimKind.CHANGE]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("支出由700万元增至775.6万元，增长10.8%。", True),
        ("支出由700万元增至775.6万元，增长12.8%。", False),
        ("支出由700万元增加到775.6万元，增加75.6万元，增长10.8%。", True),
        ("“三公经费”从2016年的345万元压减到2017年的330万元，压减幅度4.35%。", True),
        ("“三公经费”从2016年的345万元压减到2017年的330万元，增长4.35%。", False),
        ("“三公经费”330万元，比上年减少15万元，下降4.35%。", True),
        ("“三公经费”330万元，比上年减少15万元，下降4.55%。", False),
        ("收入1288.4万元，较上年的1100万元增加188.4万元。", True),
        ("收入1288.4万元，较上年的1100万元增加198.4万元。", False),
        ("接待1190人次，比上年增加110人次，增长10.2%。", True),
        ("接待1190人次，比上年增加110人次，增长9.2%。", False),
        ("资产由4050万元增至0.43亿元，增长6.2%。", True),
    ],
)
def test_a_change_is_held_against_its_two_figures(text: str, *, holds: bool) -> None:
    assert [change_holds(claim) for claim in changes(text)] == [holds]


@pytest.mark.parametrize(
    "text",
    [
        "支出775.6万元，增长10.8%。",  # no figure before
        "预算完成率由75.4%降至60.2%，下降15.2个百分点。",  # rates, not amounts
        "支出由约700万元增至800万元以上，增长10%以上。",  # bounds
        "由12名增至15名，人均经费下降3%。",  # of something else
    ],
)
def test_a_change_without_its_two_figures_is_not_compared(text: str) -> None:
    assert changes(text) == []
