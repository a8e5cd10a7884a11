"""From the clauses of a standard to its rule: deduct, ladder, checklist, linear, per breach.

``read_standard`` is the fourth rendering of a rule, read backwards: the sentence that a rulebook
renders gives the rule back. A reading is whole only where every clause found its place in the rule.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.drafting.standard.clauses import (
    Award,
    Band,
    Baseline,
    Clause,
    EqualItems,
    FlatLoss,
    Formula,
    ItemPoints,
    JudgedBetween,
    Lead,
    Limit,
    Mark,
    Otherwise,
    Policy,
    Proportional,
    Remark,
    SentenceEnd,
    Series,
    StatedWeight,
    StepLoss,
    Unread,
    clauses,
)
from jixiao.drafting.standard.reading import (
    Answer,
    Completeness,
    OpenPoint,
    PartReading,
    StandardReading,
    stated_points,
)
from jixiao.rulebook import (
    Checklist,
    Choice,
    CountedLoss,
    Deduct,
    Deductions,
    Expression,
    Item,
    ItemScore,
    Judged,
    Ladder,
    Linear,
    RateRange,
    Step,
    Target,
)

_NONE: Final = ("没有", "无", "未发生", "未出现", "不存在", "未发现")
_GENERIC: Final = ("没有", "不符合", "未完成", "缺项", "未达到", "没有的", "不达标", "未满足")


class _NotRead(Exception):
    """The clauses do not fit one rule."""


@functools.lru_cache(maxsize=4096)
def read_standard(text: str, weight: Fraction | None = None) -> StandardReading:
    """Read a standard; ``weight`` is what its row says, where it says one.

    >>> reading = read_standard("≤100%,计5分;每超过一个百分点扣0.5分,扣完为止。")
    >>> reading.completeness.value, reading.rule.kind, reading.rule.full, reading.rule.points
    ('whole', 'deduct', '<= 100%', Decimal('0.5'))
    """
    found = [c for c in clauses(text) if not isinstance(c, Remark)]
    found = _without_descriptions(found)
    unread = tuple(c for c in found if isinstance(c, Unread))
    policies = [c for c in found if isinstance(c, Policy)]
    rest = [c for c in found if not isinstance(c, Unread | Policy | Lead)]
    asks = any(p.of == "na" and p.then == "ask" for p in policies)
    try:
        reading = _assemble(text, rest, weight, asks=asks)
    except _NotRead:
        return StandardReading(text, Completeness.NONE, weight, unread=unread)
    if not reading.parts:
        done = Completeness.NONE if unread or not rest else Completeness.WHOLE
        return StandardReading(text, done, weight, unread=unread)
    is_whole = not unread and reading.completeness is Completeness.WHOLE
    return StandardReading(
        text,
        Completeness.WHOLE if is_whole else Completeness.PARTLY,
        reading.weight,
        reading.parts,
        reading.is_percent,
        reading.measure,
        reading.subject,
        reading.is_classes,
        reading.open,
        unread,
        next((p.then for p in policies if p.of == "zero"), None),
        next((p.then for p in policies if p.of == "na" and p.then != "ask"), None),
    )


def _without_descriptions(found: Sequence[Clause]) -> list[Clause]:
    """Leave out what is only described where the points hang on counted faults alone."""
    rules = [c for c in found if isinstance(c, Band | StepLoss | ItemPoints | Proportional)]
    if not rules or not all(isinstance(c, StepLoss) and c.direction == "count" for c in rules):
        return list(found)
    first = next(place for place, c in enumerate(found) if c is rules[0])
    return [
        c
        for place, c in enumerate(found)
        if not (place < first and isinstance(c, Unread) and not _bears(c.text))
    ]


def _bears(text: str) -> bool:
    return any(word in text for word in ("分", "扣", "得", "酌情", "其中", "均", "比例", "除"))


def _assemble(
    text: str, found: Sequence[Clause], weight: Fraction | None, *, asks: bool
) -> StandardReading:
    """Read all clauses as one rule, else as rules added up, each with its mark or its sentence."""
    plain = [c for c in found if not isinstance(c, Mark | SentenceEnd)]
    if plain and all(isinstance(c, Limit) for c in plain):
        return StandardReading(text, Completeness.NONE, weight)
    try:
        whole = _one(text, plain, weight, asks=asks)
    except _NotRead:
        whole = None
    if whole is not None and whole.completeness is Completeness.WHOLE:
        return whole
    for separator in (Mark, SentenceEnd):
        added = _added(text, _split(found, separator), weight, asks=asks)
        if added is not None:
            return added
    if whole is None:
        raise _NotRead
    return whole


def _added(
    text: str, groups: Sequence[Sequence[Clause]], weight: Fraction | None, *, asks: bool
) -> StandardReading | None:
    """Rules whose points add up to the weight; None where they do not."""
    if len(groups) < 2:
        return None
    try:
        readings = [_one(text, group, None, asks=asks) for group in groups]
    except _NotRead:
        return None
    parts = tuple(part for reading in readings for part in reading.parts)
    if any(r.weight is None or not (_is_sure(r) or _is_plain_gain(r)) for r in readings):
        return None
    if weight is not None and stated_points(parts) != weight:
        return None
    return StandardReading(
        text,
        Completeness.WHOLE if weight is not None else Completeness.PARTLY,
        stated_points(parts),
        parts,
        open=frozenset().union(*(r.open for r in readings)),
    )


def _is_sure(reading: StandardReading) -> bool:
    return reading.completeness is Completeness.WHOLE


def _is_plain_gain(reading: StandardReading) -> bool:
    """Points for one condition, where the sum of the row says that nothing is given else."""
    rule = reading.rule
    return isinstance(rule, Ladder) and len(rule.steps) == 1 and rule.elsewhere == "ask"


def _split(found: Sequence[Clause], separator: type[Clause]) -> list[list[Clause]]:
    groups: list[list[Clause]] = [[]]
    for clause in found:
        if isinstance(clause, separator):
            groups.append([])
        elif not isinstance(clause, Mark | SentenceEnd):
            groups[-1].append(clause)
    return [group for group in groups if any(not isinstance(c, Limit) for c in group)]


def _one(
    text: str, found: Sequence[Clause], weight: Fraction | None, *, asks: bool
) -> StandardReading:
    stated = next((c.points for c in found if isinstance(c, StatedWeight)), None)
    full = weight if weight is not None else stated
    bands = [c for c in found if isinstance(c, Band)]
    steps = [c for c in found if isinstance(c, StepLoss)]
    items = [c for c in found if isinstance(c, ItemPoints)]
    shares = [c for c in found if isinstance(c, Proportional)]
    others = [c for c in found if isinstance(c, Otherwise)]
    judged = [c for c in found if isinstance(c, JudgedBetween)]
    flat = [c for c in found if isinstance(c, FlatLoss)]
    equal = [c for c in found if isinstance(c, EqualItems)]
    formulas = [c for c in found if isinstance(c, Formula)]
    limited = any(isinstance(c, Limit) for c in found)
    base = next((c.value for c in found if isinstance(c, Baseline)), None)
    if judged:
        return _judged(text, judged[0], full, is_alone=len(found) == 1)
    if formulas:
        return _formula(text, formulas, [c for c in found if not isinstance(c, Formula)], full)
    if equal:
        return _equal_items(text, equal, others, full, is_alone=len(equal) + len(others) == len(found))
    if flat:
        return _flat(text, flat, items, full, is_alone=len(flat) + len(items) == len(found))
    if any(isinstance(c, Series) for c in found):
        steps = _series(steps)
    if shares and any(s.is_two_way for s in shares):
        return _to_target(text, shares, items, full)
    if shares and _is_item_score(shares[0].text):
        return _item_score(text, shares, full, is_alone=len(found) == 1)
    if shares:
        return _linear(text, shares, bands, items, others, steps, full)
    if steps and all(s.direction == "count" for s in steps) and not bands:
        return _counted(text, steps, items, others, full, limited=limited)
    if steps and items and not bands:
        return _said_twice(text, steps, items, others, full)
    if len(steps) == 1 and len(bands) <= 2 and not items:
        return _deduct(text, steps[0], bands, others, full, base, limited=limited)
    if len(bands) >= 2 and not steps and not items:
        return _ladder(text, bands, others, full, asks=asks)
    if len(bands) == 1 and not steps and not items:
        return _threshold(text, bands[0], others, full)
    if items and not steps and not bands:
        return _items(text, items, others, full)
    raise _NotRead


# -- words for schema ------------------------------------------------------------------------------


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _end(value: Fraction, *, is_percent: bool) -> str:
    exact = _decimal(value * 100 if is_percent else value).normalize()
    return f"{exact:f}%" if is_percent else f"{exact:f}"


def range_text(where: RateRange, *, is_percent: bool) -> str:
    """Write a range as a rulebook does: ``<= 100%``, ``(10%, 20%]``."""
    low, high = where.low, where.high
    if low is not None and low == high:
        return f"= {_end(low, is_percent=is_percent)}"
    if high is None and low is not None:
        return f"{'>=' if where.low_closed else '>'} {_end(low, is_percent=is_percent)}"
    if low is None and high is not None:
        return f"{'<=' if where.high_closed else '<'} {_end(high, is_percent=is_percent)}"
    if low is None or high is None:
        raise _NotRead
    left, right = "[" if where.low_closed else "(", "]" if where.high_closed else ")"
    ends = f"{_end(low, is_percent=is_percent)}, {_end(high, is_percent=is_percent)}"
    return f"{left}{ends}{right}"


def _points(points: Fraction | Award, full: Fraction | None) -> Fraction:
    if isinstance(points, Fraction):
        return points
    if points is Award.FULL and full is not None:
        return full
    raise _NotRead


# -- the kinds of rule -----------------------------------------------------------------------------


def _judged(
    text: str, clause: JudgedBetween, full: Fraction | None, *, is_alone: bool
) -> StandardReading:
    rule = Judged(kind="judged", min=_decimal(clause.low))
    fits = full is None or full == clause.high
    return StandardReading(
        text,
        Completeness.WHOLE if fits and is_alone else Completeness.PARTLY,
        clause.high,
        (PartReading(clause.high, rule),),
    )


def _formula(
    text: str, formulas: Sequence[Formula], rest: Sequence[Clause], full: Fraction | None
) -> StandardReading:
    """Points by a formula; a band without points cuts it off."""
    zeros = [c for c in rest if isinstance(c, Band) and c.points == 0]
    is_whole = len(formulas) == 1 and len(zeros) <= 1
    is_whole &= all(isinstance(c, Limit) or c in zeros for c in rest)
    formula = formulas[0].text
    if zeros:
        bound = range_text(zeros[0].where, is_percent=zeros[0].is_percent)
        formula = f"if(x {bound}, 0, {formula})"
        is_whole &= bound[0] in "<>"
    said = text[formulas[0].start : formulas[0].end]
    rule = Expression(kind="expression", formula=formula, says=said)
    return StandardReading(
        text,
        Completeness.WHOLE if is_whole else Completeness.PARTLY,
        full,
        (PartReading(full, rule),),
    )


def _equal_items(
    text: str,
    equal: Sequence[EqualItems],
    others: Sequence[Otherwise],
    full: Fraction | None,
    *,
    is_alone: bool,
) -> StandardReading:
    one = equal[0]
    answers = tuple(Answer(f"{one.label}{n}", one.points) for n in range(1, one.count + 1))
    total = one.points * one.count
    is_whole = is_alone and len(equal) == 1 and (full is None or full == total)
    is_whole &= all(o.points == 0 for o in others)
    return StandardReading(
        text,
        Completeness.WHOLE if is_whole else Completeness.PARTLY,
        total,
        (PartReading(total, _checklist(answers), answers),),
    )


def _flat(
    text: str,
    flat: Sequence[FlatLoss],
    items: Sequence[ItemPoints],
    full: Fraction | None,
    *,
    is_alone: bool,
) -> StandardReading:
    """``规范1分，不规范扣0.5分``: one answer or the other."""
    if len(flat) != 1 or len(items) != 1:
        raise _NotRead
    points = _weight_of(items[0].points, full)
    less = max(points - flat[0].points, Fraction(0))
    answers = (Answer(items[0].label, points), Answer(flat[0].label, less))
    rule = Choice(
        kind="choice", input="answer", scores={a.label: _decimal(a.points) for a in answers}
    )
    is_whole = is_alone and answers[0].label != answers[1].label
    is_whole &= full is None or full == points
    return StandardReading(
        text,
        Completeness.WHOLE if is_whole else Completeness.PARTLY,
        points,
        (PartReading(points, rule, answers),),
    )


def _series(steps: Sequence[StepLoss]) -> list[StepLoss]:
    """``5日扣0.5分，10日扣1分，以此类推``: the first step alone, where the others are its multiples."""
    if len(steps) < 2:
        raise _NotRead
    first = steps[0]
    if any(s.step * first.points != s.points * first.step for s in steps):
        raise _NotRead
    return [first]


def _to_target(
    text: str, shares: Sequence[Proportional], items: Sequence[ItemPoints], full: Fraction | None
) -> StandardReading:
    """A row against its own target: B/A or A/B by its direction."""
    is_said = "正向" in text and "反向" in text
    is_whole = len(shares) <= 2 and len(items) <= 1 and all(i.points is Award.FULL for i in items)
    return StandardReading(
        text,
        Completeness.WHOLE if is_whole else Completeness.PARTLY,
        full,
        (PartReading(full, Target(kind="target")),),
        open=frozenset() if is_said else frozenset({OpenPoint.DIRECTION}),
    )


def _is_item_score(said: str) -> bool:
    return said.startswith(("单项得分", "得分系数"))


def _item_score(
    text: str, shares: Sequence[Proportional], full: Fraction | None, *, is_alone: bool
) -> StandardReading:
    is_coefficient = shares[0].text.startswith("得分系数")
    rule = ItemScore(kind="item", column="coefficient" if is_coefficient else "item_score",
                     out_of=_decimal(Fraction(1 if is_coefficient else 100)))  # fmt: skip
    return StandardReading(
        text,
        Completeness.WHOLE if is_alone else Completeness.PARTLY,
        full,
        (PartReading(full, rule),),
    )


def _checklist(answers: Sequence[Answer]) -> Checklist:
    return Checklist(
        kind="checklist",
        items=tuple(
            Item(input=f"answer_{n}", points=_decimal(a.points)) for n, a in enumerate(answers, 1)
        ),
    )


def _deduct(
    text: str,
    step: StepLoss,
    bands: Sequence[Band],
    others: Sequence[Otherwise],
    full: Fraction | None,
    base: Fraction | None,
    *,
    limited: bool,
) -> StandardReading:
    gains = [b for b in bands if b.points != 0]
    zeros = [b for b in bands if b.points == 0]
    if len(gains) > 1 or len(zeros) > 1 or (not gains and base is None and step.beyond is None):
        raise _NotRead
    points = _weight_of(gains[0].points if gains else None, full)
    is_percent = step.is_percent
    where = _full_range(step, gains[0] if gains else None, base)
    doubts = set()
    if step.mode is None and not _is_unit_count(step):
        doubts.add(OpenPoint.PART_STEP)
    if not limited and step.cap is None:
        doubts.add(OpenPoint.NO_CAP)
    is_whole = not others and (full is None or points == full) and _agrees(step, where)
    rule = Deduct(
        kind="deduct",
        full=range_text(where, is_percent=is_percent),
        points=_decimal(step.points),
        step=_decimal(step.step),
        mode=_mode(step),
        cap=None if step.cap is None else _decimal(step.cap),
        zero=range_text(zeros[0].where, is_percent=is_percent) if zeros else None,
    )
    return StandardReading(
        text,
        Completeness.WHOLE if is_whole else Completeness.PARTLY,
        points,
        (PartReading(points, rule),),
        is_percent,
        step.measure,
        gains[0].subject if gains else "",
        open=frozenset(doubts),
    )


def _weight_of(points: Fraction | Award | None, full: Fraction | None) -> Fraction:
    if points is None or points is Award.FULL:
        if full is None:
            raise _NotRead
        return full
    if isinstance(points, Fraction):
        return points
    raise _NotRead


def _mode(step: StepLoss) -> str:
    return step.mode or "whole"


def _is_unit_count(step: StepLoss) -> bool:
    return not step.is_percent and step.step == 1


def _full_range(step: StepLoss, band: Band | None, base: Fraction | None) -> RateRange:
    """Where full marks are given: as the band says, turned by the direction of the steps."""
    if band is not None and not band.is_bare and band.where.low != band.where.high:
        return band.where
    if band is not None and band.where.low is not None:
        end = band.where.low
    elif base is not None:
        end = base
    elif step.beyond is not None:
        beyond = step.beyond
        outer = beyond.low if beyond.low is not None else beyond.high
        if outer is None:
            raise _NotRead
        end = outer
    else:
        raise _NotRead
    if step.direction == "over":
        return RateRange(None, end, high_closed=True)
    if step.direction == "under":
        return RateRange(end, None, low_closed=True)
    if step.direction == "off":
        return RateRange(end, end, low_closed=True, high_closed=True)
    raise _NotRead


def _agrees(step: StepLoss, where: RateRange) -> bool:
    """Whether steps leave the range on the side where it ends, and begin at its end."""
    is_point = where.low is not None and where.low == where.high
    sides = {"over": where.high is not None, "under": where.low is not None, "off": is_point}
    if not sides.get(step.direction, False):
        return False
    if step.direction != "off" and where.low is not None and where.high is not None:
        return False
    if step.beyond is None:
        return True
    beyond = step.beyond
    if is_point:
        return False
    if step.direction == "over":
        return beyond.low == where.high and beyond.high is None and not beyond.low_closed
    return beyond.high == where.low and beyond.low is None and not beyond.high_closed


def _counted(
    text: str,
    steps: Sequence[StepLoss],
    items: Sequence[ItemPoints],
    others: Sequence[Otherwise],
    full: Fraction | None,
    *,
    limited: bool,
) -> StandardReading:
    given = full
    if items:
        if len(items) > 1 or not (items[0].label.startswith(_NONE) or len(steps) == 1):
            raise _NotRead
        given = _weight_of(items[0].points, full)
    fits = full is None or given == full
    doubts = frozenset() if limited or all(s.cap for s in steps) else {OpenPoint.NO_CAP}
    if len(steps) == 1:
        step = steps[0]
        rule: Deduct | Deductions = Deduct(
            kind="deduct",
            full="<= 0",
            points=_decimal(step.points),
            step=_decimal(step.step),
            mode=_mode(step),
            cap=None if step.cap is None else _decimal(step.cap),
            noun=step.noun,
        )
    else:
        rule = Deductions(
            kind="deductions",
            items=tuple(
                CountedLoss(
                    rate=f"count_{n}",
                    unit=step.measure or "处",
                    full="<= 0",
                    points=_decimal(step.points),
                    step=_decimal(step.step),
                    mode=_mode(step),
                    cap=None if step.cap is None else _decimal(step.cap),
                    noun=step.noun,
                )
                for n, step in enumerate(steps, 1)
            ),
        )
    return StandardReading(
        text,
        Completeness.WHOLE if fits and not others else Completeness.PARTLY,
        given,
        (PartReading(given, rule),),
        False,
        steps[0].measure or "处",
        open=frozenset(doubts),
    )


def _said_twice(
    text: str,
    steps: Sequence[StepLoss],
    items: Sequence[ItemPoints],
    others: Sequence[Otherwise],
    full: Fraction | None,
) -> StandardReading:
    """A checklist that also says what a missing point costs: the same points."""
    made = _items(text, items, others, full)
    same = all(
        not s.is_percent and s.step == 1 and all(a.points == s.points for p in made.parts for a in p.answers)
        for s in steps
    )
    if len(items) == 1 and len(steps) == 1 and not steps[0].is_percent and not others:
        points = _weight_of(items[0].points, full)
        step = steps[0]
        rule = Deduct(
            kind="deduct", full="<= 0", points=_decimal(step.points), step=_decimal(step.step),
            mode=_mode(step), noun=step.noun,
        )  # fmt: skip
        fits = full is None or points == full
        return StandardReading(
            text, Completeness.WHOLE if fits else Completeness.PARTLY, points,
            (PartReading(points, rule),), False, step.measure or "处",
        )  # fmt: skip
    if same and made.completeness is Completeness.WHOLE:
        return made
    return StandardReading(text, Completeness.PARTLY, made.weight, made.parts, made.is_percent)


def _ladder(
    text: str,
    bands: Sequence[Band],
    others: Sequence[Otherwise],
    full: Fraction | None,
    *,
    asks: bool,
) -> StandardReading:
    is_percent = any(b.is_percent for b in bands)
    points = [_points(b.points, full) for b in bands]
    top = max(points)
    doubts = set()
    fits = full is None or top == full
    is_whole = fits and len({(b.where, p) for b, p in zip(bands, points, strict=True)}) == len(bands)
    is_whole &= len({b.where for b in bands}) == len(bands)
    gap = _gaps([b.where for b in bands])
    if not all(b.ends_said for b in bands) or gap == "overlap":
        doubts.add(OpenPoint.LADDER_END)
        is_whole = False
    if gap == "hole":
        is_whole = False
    subjects = {b.subject.strip("“”的在") for b in bands if b.subject}
    is_whole &= len({s for s in subjects if s}) <= 1 or _is_one_name(subjects)
    elsewhere: str | None = None
    if others:
        generic = [o for o in others if not o.label or o.label in _GENERIC]
        if len(others) > 1 or not generic:
            is_whole = False
        last = _points(others[0].points, full)
        elsewhere = "full" if full is not None and last == full else "zero"
        is_whole &= last in (0, full)
    elif gap in ("open", "hole") or asks:
        elsewhere = "ask"
        doubts.add(OpenPoint.UNCOVERED)
    rule = Ladder(
        kind="ladder",
        steps=tuple(
            Step(when=range_text(b.where, is_percent=is_percent), score=_decimal(p))
            for b, p in zip(bands, points, strict=True)
        ),
        elsewhere=elsewhere,
    )
    weight = full if full is not None else top
    return StandardReading(
        text,
        Completeness.WHOLE if is_whole else Completeness.PARTLY,
        weight,
        (PartReading(weight, rule),),
        is_percent,
        open=frozenset(doubts),
    )


def _is_one_name(subjects: set[str]) -> bool:
    longest = max(subjects, key=len)
    return all(subject in longest for subject in subjects)


def _gaps(ranges: Sequence[RateRange]) -> str:
    """How ranges cover the line: ``all``, ``open`` at the ends, ``hole`` inside, ``overlap``."""
    points = sorted(
        {end for r in ranges for end in (r.low, r.high) if end is not None}
    )
    probes = [points[0] - 1, points[-1] + 1]
    inner = [*points, *((a + b) / 2 for a, b in zip(points, points[1:], strict=False))]
    covered = {x: [r for r in ranges if r.contains(x)] for x in (*inner, *probes)}
    if any(len(c) > 1 and not _is_nested(c) for c in covered.values()):
        return "overlap"
    if any(not covered[x] for x in inner):
        return "hole"
    return "all" if all(covered[x] for x in probes) else "open"


def _is_nested(found: Sequence[RateRange]) -> bool:
    """Ranges that hold in their order: a single value first, or bounds one inside the other."""
    for one, other in zip(found, found[1:], strict=False):
        if one.low is not None and one.low == one.high:
            continue
        lows = one.high is None and other.high is None and one.low is not None
        if lows and other.low is not None and one.low > other.low:
            continue
        highs = one.low is None and other.low is None and one.high is not None
        if highs and other.high is not None and one.high < other.high:
            continue
        return False
    return True


def _threshold(
    text: str, band: Band, others: Sequence[Otherwise], full: Fraction | None
) -> StandardReading:
    """One band: points inside, nothing elsewhere where the words say so."""
    points = _points(band.points, full)
    is_whole = len(others) == 1 and others[0].points == 0
    is_whole &= points != 0 and (full is None or points == full)
    rule = Ladder(
        kind="ladder",
        steps=(Step(when=range_text(band.where, is_percent=band.is_percent), score=_decimal(points)),),
        elsewhere="zero" if others else "ask",
    )
    weight = full if full is not None else points
    return StandardReading(
        text,
        Completeness.WHOLE if is_whole else Completeness.PARTLY,
        weight,
        (PartReading(weight, rule),),
        band.is_percent,
        subject=band.subject,
    )


def _linear(
    text: str,
    shares: Sequence[Proportional],
    bands: Sequence[Band],
    items: Sequence[ItemPoints],
    others: Sequence[Otherwise],
    steps: Sequence[StepLoss],
    full: Fraction | None,
) -> StandardReading:
    gains = [b for b in bands if b.points != 0]
    zeros = [b for b in bands if b.points == 0]
    share = shares[0]
    if len(gains) > 1 or len(zeros) > 1 or steps or share.is_two_way or len(shares) > 1:
        raise _NotRead
    given = full if full is not None else share.weight
    if gains:
        given = _weight_of(gains[0].points, given)
    target, direction = Fraction(1), "higher"
    is_whole = not items and not others
    if gains:
        where = gains[0].where
        if where.low is not None and (where.high is None or where.low == where.high):
            target = where.low
        elif where.high is not None and where.low is None:
            target, direction = where.high, "lower"
            is_whole &= bool(share.beyond) and "÷" in text
        else:
            raise _NotRead
    if target <= 0:
        raise _NotRead
    is_whole &= full is None or full == given
    is_whole &= share.weight is None or share.weight == given
    is_percent = gains[0].is_percent if gains else True
    rule = Linear(
        kind="linear",
        target=_decimal(target),
        direction=direction,
        zero=range_text(zeros[0].where, is_percent=is_percent) if zeros else None,
    )
    return StandardReading(
        text,
        Completeness.WHOLE if is_whole else Completeness.PARTLY,
        given,
        (PartReading(given, rule),),
        is_percent,
        subject=gains[0].subject if gains else "",
    )


def _items(
    text: str, items: Sequence[ItemPoints], others: Sequence[Otherwise], full: Fraction | None
) -> StandardReading:
    answers = tuple(Answer(i.label, _points(i.points, full)) for i in items)
    total = sum((a.points for a in answers), Fraction(0))
    most = max(a.points for a in answers)
    has_zero = any(a.points == 0 for a in answers) or any(o.label for o in others)
    is_sum = (full is None and not has_zero) or total == full or len(answers) == 1
    if is_sum and most > 0:
        odd = [o for o in others if o.label and not o.label.startswith(_GENERIC)]
        is_whole = (full is None or total == full) and all(a.points > 0 for a in answers)
        is_whole &= all(o.points == 0 for o in others) and (len(answers) == 1 or not odd)
        rule = _checklist(answers)
        return StandardReading(
            text,
            Completeness.WHOLE if is_whole else Completeness.PARTLY,
            total if full is None else full,
            (PartReading(total, rule, answers),),
        )
    labelled = tuple(Answer(o.label, _points(o.points, full)) for o in others if o.label)
    classes = {a.label: a.points for a in (*answers, *labelled)}
    weight = full if full is not None else most
    choice = Choice(
        kind="choice", input="answer", scores={k: _decimal(v) for k, v in classes.items()}
    )
    return StandardReading(
        text,
        Completeness.PARTLY,
        weight,
        (PartReading(weight, choice, (*answers, *labelled)),),
        is_classes=True,
    )
