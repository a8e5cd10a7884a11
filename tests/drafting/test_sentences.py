"""Any rule of a computable kind, put into a sentence, is read back as that rule."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from types import SimpleNamespace
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from drafting.notation import noted
from drafting.test_standard import is_same_rule
from jixiao.drafting import StandardReading, read_standard
from jixiao.rulebook import (
    Checklist,
    Deduct,
    Item,
    Judged,
    Ladder,
    Linear,
    Score,
    Step,
    Target,
    compile_rule,
    parse_range,
)
from jixiao.rulebook.kinds import SCORE_KINDS
from jixiao.rulebook.source.recover import validated


class Asked(NamedTuple):
    """An input as far as a sentence names it."""

    label: str
    choices: tuple[str, ...]


tenths = st.integers(1, 40).map(lambda n: Decimal(n) / 10)
weights = st.integers(2, 80).map(lambda n: Fraction(n, 4))
percents = st.integers(1, 240).map(lambda n: Decimal(n) / 2)
LABELS = ("制度健全", "手续完备", "资料齐全", "公开及时", "台账清楚", "责任落实")


def end(value: Decimal) -> str:
    return f"{value.normalize():f}%"


@st.composite
def deducts(draw: st.DrawFn) -> Deduct:
    low, gap = draw(percents), draw(st.integers(1, 30))
    full = draw(st.sampled_from([f">= {end(low)}", f"<= {end(low)}", f"= {end(low)}"]))
    beyond = {">": f"< {end(low - gap)}", "<": f"> {end(low + gap)}", "=": None}[full[0]]
    has_zero = beyond is not None and low > gap and draw(st.booleans())
    return Deduct(
        kind="deduct",
        full=full,
        points=draw(tenths),
        step=draw(st.sampled_from([1, 5, 10, Decimal("0.5")])) / Decimal(100),
        mode=draw(st.sampled_from(["whole", "started", "prorata"])),
        cap=draw(st.none() | tenths),
        zero=beyond if has_zero else None,
    )


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    ends = sorted(draw(st.sets(percents, min_size=1, max_size=5)), reverse=True)
    points = sorted(draw(st.sets(tenths, min_size=len(ends) + 1, max_size=len(ends) + 1)))
    ranges = [f">= {end(ends[0])}"]
    ranges += [f"[{end(b)}, {end(a)})" for a, b in pairwise(ends)]
    ranges.append(f"< {end(ends[-1])}")
    steps = zip(ranges, reversed(points), strict=True)
    return Ladder(kind="ladder", steps=tuple(Step(when=w, score=p) for w, p in steps))


@st.composite
def linears(draw: st.DrawFn) -> Linear:
    target = draw(percents)
    direction = draw(st.sampled_from(["higher", "lower"]))
    has_zero = direction == "higher" and target > 2 and draw(st.booleans())
    zero = f"< {end(target / 2)}" if has_zero else None
    return Linear(kind="linear", target=target / 100, direction=direction, zero=zero)


def weight_for(rule: Score, weight: Fraction) -> Fraction:
    if isinstance(rule, Ladder):
        return max(Fraction(step.score) for step in rule.steps)
    if isinstance(rule, Checklist):
        return sum((Fraction(item.points) for item in rule.items), Fraction(0))
    return weight


@given(st.one_of(deducts(), ladders(), linears()), weights)
def test_a_rule_over_a_rate_is_read_back_from_its_sentence(rule: Score, weight: Fraction) -> None:
    weight = weight_for(rule, weight)
    reading = read_standard(compile_rule(rule, weight, "%", {}).sentence, weight)
    assert reading.is_whole, (reading.text, noted(reading))
    assert reading.rule is not None
    assert is_same_rule(reading.rule, rule), (reading.text, noted(reading))


@given(st.lists(tenths, min_size=2, max_size=6))
def test_a_checklist_is_read_back_with_its_questions(points: list[Decimal]) -> None:
    items = tuple(Item(input=f"answer_{n}", points=p) for n, p in enumerate(points, 1))
    rule = Checklist(kind="checklist", items=items)
    asked = {
        item.input: SimpleNamespace(label=label, choices=())
        for item, label in zip(items, LABELS, strict=False)
    }
    weight = weight_for(rule, Fraction(0))
    reading = read_standard(compile_rule(rule, weight, "", asked).sentence, weight)
    assert (reading.is_whole, reading.rule) == (True, rule), (reading.text, noted(reading))
    assert [a.label for a in reading.parts[0].answers] == list(LABELS[: len(points)])


@given(tenths, st.sampled_from(["处", "项", "次", "天"]), st.none() | tenths, weights)
def test_a_loss_for_faults_is_read_back(
    points: Decimal, unit: str, cap: Decimal | None, weight: Fraction
) -> None:
    rule = Deduct(
        kind="deduct", full="<= 0", points=points, step=1, mode="whole", cap=cap, noun="问题"
    )
    reading = read_standard(compile_rule(rule, weight, unit, {}).sentence, weight)
    assert (reading.is_whole, reading.rule, reading.measure) == (True, rule, unit), reading.text


@given(st.integers(0, 9))
def test_a_judgement_is_read_back_with_its_words(least: int) -> None:
    rule = Judged(kind="judged", min=least, says="按制度的完善程度评判")
    reading = read_standard(compile_rule(rule, Fraction(10), "", {}).sentence, Fraction(10))
    assert (reading.is_whole, reading.rule) == (True, rule)


OPTIONS = ("优良", "合格", "基本合格", "不合格")
ASKED = {
    "sort": Asked("验收结论", OPTIONS), "done": Asked("完成数", ()), "planned": Asked("计划数", ())
}  # fmt: skip


@st.composite
def other_rules(draw: st.DrawFn) -> Score:
    """A rule of the kinds that a sentence cannot always give back whole."""
    points = sorted(draw(st.sets(tenths, min_size=3, max_size=3)), reverse=True)
    steps = [
        {"when": "done > planned", "says": "超额完成", "score": points[0]},
        {"when": "done = planned", "says": "完成", "score": points[1]},
        {"when": "done < planned", "says": "没有完成", "score": 0},
    ]
    contents: list[dict[str, object]] = [
        {
            "kind": "choice",
            "input": "sort",
            "scores": dict(zip(OPTIONS, [*points, 0], strict=True)),
        },
        {"kind": "cases", "steps": steps, "elsewhere": draw(st.sampled_from(["ask", "zero"]))},
        {"kind": "cases", "steps": steps[1:], "elsewhere": draw(st.sampled_from(["ask", "zero"]))},
        {"kind": "expression", "formula": f"weight * (x - {end(draw(percents))})"},
        {"kind": "item", "column": "item_score", "out_of": 100},
        {"kind": "item", "column": "coefficient", "out_of": 1},
        {
            "kind": "target",
            "equal": draw(st.sampled_from(["share", "zero"])),
            "over": draw(st.none() | percents.map(end)),
            "over_score": draw(st.sampled_from(["ask", "zero", "full", "90%"])),
        },
        {
            "kind": "interpolation",
            "points": [{"at": "60%", "score": 0}, {"at": "90%", "score": points[0]}],
        },
    ]
    content = draw(st.sampled_from(contents))
    return validated(SCORE_KINDS[str(content["kind"])], content)


@given(other_rules(), weights)
def test_no_other_rule_is_wrongly_called_read(rule: Score, weight: Fraction) -> None:
    sentence = compile_rule(rule, weight, "%", ASKED).sentence
    for asked in (weight, None):
        reading = read_standard(sentence, asked)
        if reading.is_whole:
            assert reading.rule is not None
            assert _means_the_same(rule, reading)


GIVEN_BACK = ("expression", "item", "target", "interpolation")  # cases: conditions are no words


@given(other_rules().filter(lambda rule: rule.kind in GIVEN_BACK), weights)
def test_a_rule_that_has_no_words_of_its_own_is_given_back(rule: Score, weight: Fraction) -> None:
    if isinstance(rule, Target) and rule.over is None:
        rule = rule.changed(over_score="ask")  # said of nothing
    sentence = compile_rule(rule, weight, "%", ASKED).sentence
    for said in (sentence, f"{sentence}。"):
        reading = read_standard(said, weight)
        assert (reading.is_whole, reading.rule) == (True, rule), (said, noted(reading))


def test_points_between_two_ends_are_read() -> None:
    text = "完成率≥95%得满分，低于60%不得分，60%-95%之间的按插值法计分。"
    reading = read_standard(text, Fraction(7))
    assert reading.is_whole
    assert reading.rule is not None
    assert reading.rule.content()["points"] == (
        {"at": Decimal("0.6"), "score": 0},
        {"at": Decimal("0.95"), "score": 7},
    )


def _means_the_same(rule: Score, reading: StandardReading) -> bool:
    """Whether a reading gives the scores of the rule, case by case."""
    own = rule.content()
    if rule.kind != "cases":
        return reading.rule is not None and reading.rule.kind == rule.kind
    scores = {answer.points for part in reading.parts for answer in part.answers}
    listed = {Fraction(step["score"]) for step in own["steps"]}
    return own["elsewhere"] == "zero" and scores | {Fraction(0)} == listed


@given(st.lists(tenths, min_size=2, max_size=2, unique=True), st.none() | tenths, weights)
def test_several_losses_are_read_back_with_their_points(
    points: list[Decimal], cap: Decimal | None, weight: Fraction
) -> None:
    items = [
        {"rate": "done", "unit": "处", "noun": "质量问题", "points": points[0], "cap": cap},
        {"rate": "planned", "unit": "项", "noun": "逾期", "points": points[1]},
    ]
    shared = {"full": "<= 0", "step": 1, "mode": "whole"}
    content = {"kind": "deductions", "items": [{**item, **shared} for item in items]}
    rule = validated(SCORE_KINDS["deductions"], content)
    found = read_standard(compile_rule(rule, weight, "项", ASKED).sentence, weight).rule
    assert found is not None
    read = found.content()["items"]
    assert [(i["points"], i["cap"], i["noun"], i["unit"]) for i in read] == [
        (points[0], cap, "质量问题", "处"),
        (points[1], None, "逾期", "项"),
    ]


@given(st.lists(tenths, min_size=3, max_size=3, unique=True))
def test_a_choice_is_read_back_with_its_points(points: list[Decimal]) -> None:
    ordered = [*sorted(points, reverse=True), Decimal(0)]
    scores = dict(zip(OPTIONS, ordered, strict=True))
    rule = validated(SCORE_KINDS["choice"], {"kind": "choice", "input": "sort", "scores": scores})
    most = Fraction(ordered[0])
    found = read_standard(compile_rule(rule, most, "%", ASKED).sentence, most).rule
    assert found is not None
    assert found.content()["scores"] == scores


def test_ranges_of_a_reading_are_those_of_the_words() -> None:
    reading = read_standard("90%（含）以上得5分，80%（含）-90%得3分，80%以下不得分。", Fraction(5))
    assert isinstance(reading.rule, Ladder)
    probes = [Fraction(n, 1000) for n in (799, 800, 899, 900, 901)]
    scores = [
        next(s.score for s in reading.rule.steps if parse_range(s.when).contains(x)) for x in probes
    ]
    assert scores == [0, 3, 3, 5, 5]
