"""Exact is exact: targets and whole counts have nothing hidden behind their digits."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from jixiao.checking.checks.totals import _arithmetic
from jixiao.checking.model import Verdict
from jixiao.checking.run import check
from jixiao.checking.score.figures import is_counted
from jixiao.figures.quantity import Quantity

CASES = Path(__file__).parents[3] / "shared" / "cases"


@pytest.mark.parametrize(
    ("value", "unit", "digits"),
    [("99", "", 0), ("99", "人次", 0), ("1200", "户", None)],
)
def test_what_is_counted(value: str, unit: str, digits: int | None) -> None:
    assert is_counted(Quantity(Fraction(value), unit, digits))


@pytest.mark.parametrize(
    ("value", "unit", "digits"),
    [
        ("0.99", "%", 0),
        ("99", "万元", 0),
        ("12", "公里", 0),
        ("92", "分", 0),
        ("9.5", "", 1),
        ("3", "个", 1),
        ("2", "万人", 0),
    ],
)
def test_what_is_measured(value: str, unit: str, digits: int | None) -> None:
    assert not is_counted(Quantity(Fraction(value), unit, digits))


@pytest.mark.skipif(not CASES.is_dir(), reason="the shared cases are not here")
def test_99_of_100_do_not_claim_all_points() -> None:
    found = check(CASES / "f10-99.xlsx")
    rows = {row.name: row for row in found.indicators}
    # 50 × 99 ÷ 100 = 49.5 and 30 × 9 ÷ 10 = 27, claimed in full or nearly so
    for name, score in (("培训人次", Fraction("49.5")), ("受益户数", Fraction(27))):
        assert rows[name].computed_score == score
        assert rows[name].verdict is Verdict.DIFFERS
        assert rows[name].bounds == (score, score)


@pytest.mark.skipif(not CASES.is_dir(), reason="the shared cases are not here")
def test_99_heads_where_100_were_promised_are_not_enough() -> None:
    found = check(CASES / "min_quantity-filled.xlsx", rulebook=CASES / "min_quantity.toml")
    [row] = found.indicators
    assert (row.computed_score, row.verdict) == (0, Verdict.DIFFERS)


@pytest.mark.parametrize(
    ("points", "total", "expected"),
    [
        (["1", "2"], "3", ("：1 + 2 = 3", ": 1 + 2 = 3")),
        (["4"], "4", ("", "")),
        ([], "0", ("", "")),
        (["4"], "5", ("：4 = 5", ": 4 = 5")),
    ],
)
def test_a_sum_of_one_is_not_written_out(
    points: list[str], total: str, expected: tuple[str, str]
) -> None:
    assert _arithmetic([Fraction(p) for p in points], Fraction(total)) == expected
