from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.rulebook.ranges import parse_amount, parse_range


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        (">= 95%", ["0.95", "2"], ["0.9499"]),
        ("> 20%", ["0.21"], ["0.2"]),
        ("<= -30%", ["-0.3", "-1"], ["-0.29"]),
        ("= 0", ["0"], ["0.001", "-0.001"]),
        ("[80%, 90%)", ["0.8", "0.899"], ["0.9", "0.799"]),
        ("(0, 10]", ["0.1", "10"], ["0", "10.1"]),
        ("≥95%", ["0.95", "2"], ["0.9499"]),
        ("＜60％", ["0.59"], ["0.6"]),
        ("80%(含)-90%", ["0.8", "0.899"], ["0.9", "0.799"]),
        ("80%-90%（含）", ["0.801", "0.9"], ["0.8", "0.901"]),
        ("5（含）至10（含）", ["5", "10"], ["4.9", "10.1"]),
        ("90%（含）以上", ["0.9"], ["0.89"]),
        ("90%以下（含）", ["0.9"], ["0.91"]),
        ("不低于95%", ["0.95"], ["0.94"]),
        ("不超过5%", ["0.05", "-1"], ["0.051"]),
        ("低于60%", ["0.59"], ["0.6"]),
        ("超过100%", ["1.01"], ["1"]),
    ],
)
def test_contains(text: str, inside: list[str], outside: list[str]) -> None:
    found = parse_range(text)
    assert all(found.contains(Fraction(x)) for x in inside)
    assert not any(found.contains(Fraction(x)) for x in outside)


@pytest.mark.parametrize(
    "text",
    ["95", "[90%, 80%]", "(5, 5)", "80%-90%", "90%以上", "80%(含)", "优", "[80%; 90%)", "95% <"],
)
def test_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no range"):
        parse_range(text)


def test_amount_is_exact() -> None:
    assert parse_amount("0.1%") == Fraction(1, 1000)
    with pytest.raises(ValueError, match="no number"):
        parse_amount("百分之五")
