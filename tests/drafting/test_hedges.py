"""A hedge in any place keeps a standard from being called wholly read."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.drafting import read_standard

HEDGES = (
    "酌情",
    "原则上",
    "视情况",
    "特殊情况除外",
    "不可抗力除外",
    "因客观原因",
    "其中",
    "确有困难的",
)
STANDARDS = (
    "完成率≥95%得5分，每降低1个百分点扣0.5分，扣完为止。",
    "按时报送得5分，每漏报1次扣1分，扣完为止。",
    "制度健全得3分；执行到位得2分。",
    "未按时公开的，不得分；公开内容不全的，扣1分。",
)


@pytest.mark.parametrize("hedge", HEDGES)
@pytest.mark.parametrize("text", STANDARDS)
def test_a_hedge_keeps_a_standard_from_being_wholly_read(text: str, hedge: str) -> None:
    assert read_standard(text, Fraction(5)).is_whole
    places = [0, *(place + 1 for place, said in enumerate(text) if said in "，；")]
    for place in places:
        reading = read_standard(f"{text[:place]}{hedge}{text[place:]}", Fraction(5))
        assert not reading.is_whole, reading.text
