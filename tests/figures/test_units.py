"""Units of the same measure convert; others do not."""

from fractions import Fraction

import pytest

from jixiao.figures.interval import IntervalSet
from jixiao.figures.quantity import Quantity
from jixiao.figures.units import convert

F = Fraction


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "expected"),
    [
        ("7756000", "元", "万元", "775.6"),
        ("1.2", "亿元", "万元", "12000"),
        ("3", "万人", "人", "30000"),
        ("3", "万", "个", "30000"),
        ("5", "个", "个", "5"),
        ("5", "个", "人", None),
        ("0.6", "%", "万元", None),
        ("5", "名学员", "人", None),
    ],
)
def test_convert(value, unit, wanted, expected) -> None:
    found = convert(Quantity(F(value), unit, spread=IntervalSet.point(F(value))), wanted)
    assert (None if found is None else (found.value, found.spread.low)) == (
        None if expected is None else (F(expected), F(expected))
    )
