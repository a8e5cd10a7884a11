from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tests.reporting.checks import one_of_each

from jixiao.checking.model import Check
from jixiao.finding.registry import finding
from jixiao.reporting.effect import ScoreMove, effect_text, score_moves


def moved() -> Check:
    some = one_of_each()
    first = replace(some.indicators[0], computed_score=Fraction("1.5"))
    assert some.total is not None
    return replace(
        some,
        indicators=(first, *some.indicators[1:]),
        total=replace(some.total, computed=Fraction("13.5")),
    )


def test_scores_that_move_are_told_and_the_total() -> None:
    assert score_moves(one_of_each(), moved()) == (
        ScoreMove("预算完成率", Fraction(0), Fraction("1.5")),
        ScoreMove(None, Fraction(12), Fraction("13.5")),
    )
    assert score_moves(one_of_each(), one_of_each()) == ()


def test_the_table_names_department_and_change() -> None:
    lines = effect_text([(one_of_each(), moved())], "zh", 88).splitlines()
    assert [line.split() for line in lines[1:3]] == [
        ["示例市林业局", "预算完成率", "0", "1.5", "+1.5"],
        ["示例市林业局", "合计", "12", "13.5", "+1.5"],
    ]
    assert lines[-1].startswith("1份报送中，1份的复算得分有变动")


def test_returns_that_one_rulebook_cannot_check_are_counted() -> None:
    unread = Check("a.xlsx", None, (finding("F001", file="a.xlsx"),), outcome="unreadable")
    told = effect_text([(one_of_each(), unread), (one_of_each(), one_of_each())], "en", 88)
    assert told == "Of 2 returns, the computed score of 0 moves; 1 cannot be checked by both.\n"
