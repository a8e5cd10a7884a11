"""Points of a list of conditions: all that hold, or the one that does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Final

from jixiao.drafting.grammar import EachGain, EqualItems, FlatLoss, ItemPoints, Otherwise
from jixiao.drafting.standard.heard import Heard
from jixiao.drafting.standard.reading import (
    Answer,
    PartReading,
    StandardReading,
    whole_if,
)
from jixiao.drafting.standard.written import NotReadError, decimal_of, most_points, points_in
from jixiao.rulebook import Checklist, Choice, Item, Linear

GENERIC: Final = (
    "没有",
    "不符合",
    "未完成",
    "缺项",
    "未达到",
    "没有的",
    "不达标",
    "未满足",
    "不满足",
    "缺少",
)
_GRADES: Final = ("较", "基本", "一般", "比较")


def items_rule(heard: Heard) -> StandardReading:
    """``已制定制度，得1分；得到执行，得2分``; ``全部验收4分，部分验收2分，未验收0分``."""
    items, others = heard.of(ItemPoints), heard.of(Otherwise)
    answers = tuple(Answer(i.label, points_in(i.points, heard.full)) for i in items)
    if len(answers) == 2 and answers[0].points > answers[1].points == 0 and _is_else(answers[1]):
        answers = answers[:1]  # 按时得2分，逾期不得分
    total = sum((a.points for a in answers), Fraction(0))
    most = max(a.points for a in answers)
    has_zero = any(a.points == 0 for a in answers) or any(o.label for o in others)
    is_sum = (heard.full is None and not has_zero) or total == heard.full or len(answers) == 1
    if not is_sum or most <= 0:
        return _classes(heard, answers, most)
    odd = [o for o in others if o.label and not o.label.startswith(GENERIC)]
    before = heard.text[: items[0].start + len(items[0].label)]
    odd = [o for o in odd if not _denies_all(o.label, answers, before)]
    is_whole = heard.only(ItemPoints, Otherwise) and heard.is_full(total)
    is_whole &= all(a.points > 0 for a in answers) and all(o.points == 0 for o in others)
    is_whole &= len(answers) == 1 or not (odd or _is_graded(answers))
    is_whole &= not _are_exclusive(answers, others)
    is_whole &= not heard.asks  # other cases may be worth anything
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        total if heard.full is None else heard.full,
        (PartReading(total, _checklist(answers), answers),),
    )


def _is_else(answer: Answer) -> bool:
    """Whether a label is the other case of the one before, and no condition of its own."""
    return not answer.label.startswith(("若", "如", "一旦", "凡", "任"))


def _denies_all(label: str, answers: Sequence[Answer], before: str) -> bool:
    """``按时公开得1分，公开完整得1分，未公开不得分``: what denies each point gives none of them."""
    done = label.lstrip("未没有不").rstrip("的")
    is_headed = ":" in before.replace("：", ":") and done in before
    return bool(done) and (is_headed or all(done in answer.label for answer in answers))


def _are_exclusive(answers: Sequence[Answer], others: Sequence[Otherwise]) -> bool:
    """Whether conditions are tried one after the other: 超额完成 and 完成, 其他情况."""
    labels = [a.label for a in answers]
    is_part = any(a != b and a.endswith(b) for a in labels for b in labels)
    return len(labels) > 1 and (is_part or any(o.is_rest for o in others))


def _checklist(answers: Sequence[Answer]) -> Checklist:
    return Checklist(
        kind="checklist",
        items=tuple(
            Item(input=f"answer_{n}", points=decimal_of(a.points)) for n, a in enumerate(answers, 1)
        ),
    )


def _classes(heard: Heard, answers: Sequence[Answer], most: Fraction) -> StandardReading:
    """Points by the class that holds: a person says which."""
    labelled = tuple(
        Answer(o.label, points_in(o.points, heard.full)) for o in heard.of(Otherwise) if o.label
    )
    options = (*answers, *labelled)
    scores = {a.label: decimal_of(a.points) for a in options}
    weight = heard.full if heard.full is not None else most
    rule = Choice(kind="choice", input="answer", scores=scores)
    return StandardReading(
        heard.text,
        whole_if(_are_facts(heard, options)),
        weight,
        (PartReading(weight, rule, options),),
        is_classes=True,
    )


def _is_graded(options: Sequence[Answer]) -> bool:
    """Whether options are grades of one thing, such as 好, 较好: a person sees which."""
    return any(word in option.label for option in options for word in _GRADES)


def _are_facts(heard: Heard, options: Sequence[Answer]) -> bool:
    """Whether options are 全部, 部分, 未: facts that exclude each other, the best in full."""
    points = [option.points for option in options]
    labels = [option.label for option in options]
    is_known = (
        len(labels) == 3
        and "全" in labels[0]
        and "部分" in labels[1]
        and labels[2].startswith(("未", "没有", "没", "均未", "全部未"))
    )
    is_known |= _is_partly_done(labels)
    is_known |= _scale_of(labels) in (*_CHANGES, *_LEVELS)
    is_known |= any(word in labels[0] for word in _RESULTS) and _scale_of(labels) is not None
    if _scale_of(labels) is not None and is_known:
        return heard.only(ItemPoints, Otherwise) and heard.is_full(points[0]) and (
            points == sorted(set(points), reverse=True)
        )  # fmt: skip
    if _is_denied_scale(labels) or _are_dates(labels):
        is_plain = heard.only(ItemPoints, Otherwise) and heard.is_full(points[0])
        return is_plain and points == sorted(set(points), reverse=True)
    is_falling = len(points) == 3 and points[0] > points[1] > points[2] == 0
    others = heard.of(Otherwise)
    is_all = heard.only(ItemPoints, Otherwise) and all(o.label for o in others)
    return is_known and is_falling and is_all and heard.is_full(points[0])


_PARTLY: Final = ("部分", "整改", "补办", "逾期", "延期", "补报", "滞后")
_BUT_NOT: Final = re.compile(r"但[^，；]*[不未没]")
_NOT: Final = ("未", "没", "不", "均未", "全部未", "无")
_SEEN: Final = (
    "较", "基本", "一般", "比较", "明显", "显著", "充分", "合理", "良好", "效果", "程度", "比例",
    "情况",
)  # fmt: skip


def _is_denied_scale(labels: Sequence[str]) -> bool:
    """Whether options are prizes or levels that others gave, or none: 一等奖, 二等奖, 未获奖."""
    if len(labels) < 3 or not labels[-1].startswith(_NOT):
        return False
    bare_labels = [_AROUND_GRADES.sub("", label) for label in labels[:-1]]
    return any(
        all(label.endswith(grade) for label, grade in zip(bare_labels, scale, strict=False))
        for scale in _GIVEN
        if len(scale) >= len(bare_labels)
    )


def _are_dates(labels: Sequence[str]) -> bool:
    """Whether options are spans of a year, one after the other: 6月30日前, 7-9月, 当年未完成."""
    *dated, last = labels
    return len(dated) > 1 and all(map(_DATED.search, dated)) and (
        last[:4].lstrip("当全年度内").startswith(_NOT) or bool(_DATED.search(last))
    )  # fmt: skip


_DATED: Final = re.compile(
    r"\d{1,2}[-至到~—]\d{1,2}月|\d{1,2}月(?:\d{1,2}日|份?[底末初])?(?:\(含\)|（含）)?(?:以?[前后])"
)
_GIVEN: Final = (
    ("一等", "二等", "三等"), ("国家级", "省级", "市级", "县级"), ("国家级", "省部级", "市级"),
    ("省级", "市级", "县级"), ("省部级", "市级", "县级"), ("省级", "市级", "区级"),
)  # fmt: skip


def _is_partly_done(labels: Sequence[str]) -> bool:
    """Whether three facts exclude each other: done, in part or late, not done."""
    if len(labels) != 3 or any(word in label for label in labels for word in _SEEN):
        return False
    first, middle, last = labels
    stem = first.lstrip("已经全部按")[-2:]
    is_denied = last.startswith(_NOT) or (last[:-2].endswith(("不", "未")) and stem in last)
    is_denied |= "未整改" in last or "未补办" in last
    is_partly = any(word in middle for word in _PARTLY) or bool(_BUT_NOT.search(middle))
    return is_partly and is_denied and not first.startswith(_NOT)


_RESULTS: Final = ("结果", "等级", "等次", "评定", "评为", "评级", "考核", "鉴定", "验收", "获")
_MORE: Final = ("增长", "上升", "增加", "提高", "提升")
_LESS: Final = ("下降", "减少", "降低", "压减")
_CHANGES: Final = tuple(
    change
    for one, other in product(_LESS, _MORE)
    for change in ((one, "持平", other), (other, "持平", one))
)
_LEVELS: Final = (
    *(("省级及以上", "市级", "县级"), ("省级以上", "市级", "县级"), ("省级", "市级", "县级")),
    *(("国家级", "省级", "市级", "县级"), ("国家级", "省部级", "市级")),
    *(("低于上年", "等于上年", "高于上年"), ("高于上年", "等于上年", "低于上年")),
    *(("平均水平", "等于", "低于"), ("平均水平", "持平", "低于"), ("平均数", "等于", "低于")),
)
_SCALES: Final = (
    *_CHANGES,
    *_LEVELS,
    ("优秀", "良好", "合格", "不合格"), ("优秀", "良好", "基本合格", "不合格"),
    ("优", "良", "中", "差"), ("优", "良", "合格", "不合格"), ("优", "良", "差"),
    ("优秀", "良好", "一般", "较差"), ("优秀", "良好", "中等", "较差"), ("优秀", "合格", "不合格"),
    ("一等", "二等", "三等"), ("国家级", "省级", "市级"), ("A", "B", "C", "D"),
    ("合格", "基本合格", "不合格"),
)  # fmt: skip


_AROUND_GRADES: Final = re.compile(
    r"(?:等次|等级|奖励|奖项|表彰|荣誉|称号|荣誉称号)?[的奖“”\"‘’ ]+$"
)


def _scale_of(labels: Sequence[str]) -> tuple[str, ...] | None:
    """The scale of grades that options are of, in its order: a result that others have given."""
    bare_labels = [_AROUND_GRADES.sub("", label) for label in labels]
    for scale in _SCALES:
        if len(scale) == len(labels) and all(
            label.endswith(grade) for label, grade in zip(bare_labels, scale, strict=True)
        ):
            return scale
    return None


def equal_items_rule(heard: Heard) -> StandardReading:
    """``5项指标各2分``."""
    equal = heard.of(EqualItems)
    one = equal[0]
    answers = tuple(Answer(f"{one.label}{n}", one.points) for n in range(1, one.count + 1))
    total = one.points * one.count
    is_whole = heard.only(EqualItems, Otherwise) and len(equal) == 1 and heard.is_full(total)
    is_whole &= all(o.points == 0 for o in heard.of(Otherwise))
    return StandardReading(
        heard.text, whole_if(is_whole), total, (PartReading(total, _checklist(answers), answers),)
    )


def each_gain_rule(heard: Heard) -> StandardReading:
    """``每次1分，满分8分``: in proportion to a count, up to the weight."""
    gain = heard.of(EachGain)[0]
    if heard.full is None or len(heard.of(EachGain)) > 1:
        raise NotReadError
    most = heard.full / gain.points * gain.count
    all_met = heard.of(ItemPoints)  # 全部完成得5分
    is_whole = all(
        "全" in i.label and most_points(i.points, heard.full) == heard.full for i in all_met
    )
    is_whole &= (
        heard.only(EachGain, Otherwise, ItemPoints) and most.denominator == 1 and gain.count == 1
    )
    is_whole &= all(o.points == 0 for o in heard.of(Otherwise))
    rule = Linear(kind="linear", target=decimal_of(most), direction="higher")
    return StandardReading(
        heard.text, whole_if(is_whole), heard.full, (PartReading(heard.full, rule),),
        is_percent=False, measure=gain.measure, subject=gain.said,
    )  # fmt: skip


def flat_rule(heard: Heard) -> StandardReading:
    """``规范1分，不规范扣0.5分``: one answer or the other."""
    flat, items = heard.of(FlatLoss), heard.of(ItemPoints)
    if len(flat) != 1 or len(items) != 1:
        raise NotReadError
    points = most_points(items[0].points, heard.full)
    less = max(points - flat[0].points, Fraction(0))
    answers: tuple[Answer, ...] = (Answer(items[0].label, points), Answer(flat[0].label, less))
    others = heard.of(Otherwise)
    answers += tuple(Answer(o.label, Fraction(0)) for o in others if o.points == 0)
    rule = Choice(
        kind="choice", input="answer", scores={a.label: decimal_of(a.points) for a in answers}
    )
    is_whole = heard.only(FlatLoss, ItemPoints, Otherwise) and heard.is_full(points)
    is_whole &= len({a.label for a in answers} - {""}) == 2 + len(others)
    return StandardReading(
        heard.text, whole_if(is_whole), points, (PartReading(points, rule, answers),)
    )
