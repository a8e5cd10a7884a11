"""Presence, type and range over a whole batch."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.checking.checks import presence as schema
from jixiao.checking.checks.presence import presence_findings
from jixiao.checking.readings import Accepted
from jixiao.figures import ReadingState
from jixiao.figures.quantity import Quantity
from jixiao.finding.registry import message
from jixiao.scoresheet.model import Reading


def cell(place: str, value: str | None, state: ReadingState = ReadingState.FIGURE) -> Reading:
    if value is None:
        return Reading("基础数据", place, ReadingState.BLANK)
    figures = (Quantity(Fraction(value)),) if state is ReadingState.FIGURE else ()
    return Reading("基础数据", place, state, text=value, figures=figures)


def score(place: str, value: str, high: str = "6") -> Accepted:
    return Accepted(
        cell(place, value), "claimed", "预算完成率", "x", low=Fraction(0), high=Fraction(high)
    )


def told(asked: list[Accepted]) -> list[tuple[str, str | None]]:
    return [(found.code, found.cell) for found in presence_findings([asked])[0]]


@pytest.mark.parametrize(
    ("value", "codes"),
    [("0", []), ("6", []), ("6.01", ["D212"]), ("-0.01", ["D211"]), ("2.46", [])],
)
def test_a_score_lies_between_nothing_and_its_weight(value: str, codes: list[str]) -> None:
    assert told([score("H5", value)]) == [(code, "H5") for code in codes]


def test_float_residue_is_no_breach() -> None:
    assert told([score("H5", "6.0000000000000005")]) == []


def test_several_rules_may_break_at_one_cell() -> None:
    asked = Accepted(cell("C3", "-1.5"), "input", "发放问卷数", is_whole=True, low=Fraction(0))
    assert told([asked]) == [("D213", "C3"), ("D214", "C3")]


def test_a_choice_is_one_of_its_options() -> None:
    def answer(place: str, text: str) -> Accepted:
        reading = cell(place, text, ReadingState.TEXT)
        return Accepted(reading, "input", "等级", is_figure=False, answers=("一级", "二级"))

    typed = [answer("C3", "二级"), answer("C4", "级"), answer("C5", "一级|二级")]
    assert told(typed) == [("D203", "C4"), ("D203", "C5")]


def test_each_return_of_a_batch_gets_its_own_findings() -> None:
    batch = [[score("H5", "7")], [], [score("H5", "6"), score("H6", "-1")]]
    found = presence_findings(batch)
    assert [[(f.code, f.cell) for f in one] for one in found] == [
        [("D212", "H5")],
        [],
        [("D211", "H6")],
    ]


def test_nothing_to_check_is_fine() -> None:
    assert presence_findings([[], []]) == [[], []]


def test_a_batch_is_one_call(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    validate = type(schema.readings_schema()).validate

    def counted(self: object, *given: object, **named: object) -> object:
        calls.append(1)
        return validate(self, *given, **named)

    monkeypatch.setattr(type(schema.readings_schema()), "validate", counted)
    presence_findings([[score("H5", str(n))] for n in range(40)])
    assert len(calls) == 1


def test_messages_are_ours() -> None:
    blank = Accepted(cell("C3", None), "input", "调整后预算数", is_required=True)
    words = Accepted(cell("C4", "约一千", ReadingState.TEXT), "input", "预算完成数")
    found = presence_findings([[blank, words]])[0]
    assert [message(f) for f in found] == [
        "“调整后预算数”没有填写。",
        "“预算完成数”应填数字，填的是“约一千”。",
    ]


FRACTIONS = st.fractions(-10, 10, max_denominator=3) | st.sampled_from(
    [Fraction(6), Fraction("6.0000000005"), Fraction(6) + Fraction(1, 10**12), Fraction(0)]
)


@st.composite
def accepted(draw: st.DrawFn) -> Accepted:
    state = draw(st.sampled_from(ReadingState))
    figures = (Quantity(draw(FRACTIONS)),) if state is ReadingState.FIGURE else ()
    text = draw(st.sampled_from(["", "二级", "级", "12", "无"]))
    return Accepted(
        Reading("表", "C3", state, text=text, figures=figures),
        draw(st.sampled_from(["input", "claimed", "rate", "reviewed", "weight"])),
        "甲",
        "x",
        is_required=draw(st.booleans()),
        is_figure=draw(st.booleans()),
        is_whole=draw(st.booleans()),
        low=draw(st.none() | FRACTIONS),
        high=draw(st.none() | FRACTIONS),
        answers=draw(st.sampled_from([(), ("一级", "二级")])),
    )


@given(st.lists(accepted(), min_size=1, max_size=12))
def test_the_schema_has_nothing_against_what_is_plainly_right(cells: list[Accepted]) -> None:
    failures = {index for index, _ in schema._failures(cells)}
    right = {index for index, one in enumerate(cells) if schema.is_plainly_right(one)}
    assert failures & right == set()
    assert [found.code for found in presence_findings([cells])[0]] == [
        code for _, code in sorted(schema._failures(cells))
    ]
