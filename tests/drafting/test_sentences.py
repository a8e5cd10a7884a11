"""Any rule of a computable kind, put into a sentence, is read back as that rule."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from drafting.notation import noted
from drafting.test_standard import is_same_rule
from jixiao.drafting import read_standard
from jixiao.rulebook import (
    Checklist,
    Deduct,
    Item,
    Judged,
    Ladder,
    Linear,
    Score,
    Step,
    compile_rule,
    parse_range,
)

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


def test_ranges_of_a_reading_are_those_of_the_words() -> None:
    reading = read_standard("90%（含）以上得5分，80%（含）-90%得3分，80%以下不得分。", Fraction(5))
    assert isinstance(reading.rule, Ladder)
    probes = [Fraction(n, 1000) for n in (799, 800, 899, 900, 901)]
    scores = [
        next(s.score for s in reading.rule.steps if parse_range(s.when).contains(x)) for x in probes
    ]
    assert scores == [0, 3, 3, 5, 5]
