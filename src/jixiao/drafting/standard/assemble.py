"""From the clauses of a standard to its rule: deduct, ladder, checklist, linear, per breach.

``read_standard`` is the fourth rendering of a rule, read backwards: the sentence that a rulebook
renders gives the rule back. A reading is whole only where every clause found its place in the rule.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from jixiao.drafting.grammar import (
    Band,
    Clause,
    EachGain,
    ItemMark,
    ItemPoints,
    JudgedBetween,
    Lead,
    Limit,
    Otherwise,
    Policy,
    Proportional,
    Remark,
    SentenceEnd,
    StepLoss,
    Unread,
    clauses_of,
    hedges_of,
)
from jixiao.drafting.standard.prose import read_prose
from jixiao.drafting.standard.reading import Completeness, StandardReading, stated_points
from jixiao.drafting.standard.selection import is_of_counts, one_rule
from jixiao.drafting.standard.written import NotReadError
from jixiao.rulebook import Ladder

_WORDS: Final = (Unread, Lead)
_UNSAID: Final = (Unread, Lead, SentenceEnd)
_APART: Final = (Unread, Policy, Lead)
_POINTS: Final = (Band, StepLoss, ItemPoints, Proportional)
_COUNTING: Final = (EachGain, StepLoss)
_BOUNDS: Final = (ItemMark, SentenceEnd)


@functools.lru_cache(maxsize=4096)
def read_standard(text: str, weight: Fraction | None = None) -> StandardReading:
    """Read a standard; ``weight`` is what its row says, where it says one.

    >>> reading = read_standard("≤100%,计5分;每超过一个百分点扣0.5分,扣完为止。")
    >>> reading.completeness.value, reading.rule.kind, reading.rule.full, reading.rule.points
    ('whole', 'deduct', '<= 100%', Decimal('0.5'))
    """
    if (rendered := read_prose(text, weight)) is not None:
        return rendered
    said = clauses_of(text, weight)
    found = [c for c in said if not isinstance(c, Remark)]
    kinds = set(map(type, found))
    if EachGain in kinds:
        found = _with_items(found, text, weight)
    if not kinds.isdisjoint(_COUNTING):
        found = _without_descriptions(_with_nouns(found))
    if sum(isinstance(c, ItemPoints) for c in found) > 1 and kinds.isdisjoint((Band, StepLoss)):
        found = [c for c in found if not (isinstance(c, Unread) and _SAID_AGAIN.fullmatch(c.text))]
    if JudgedBetween in kinds:
        found = [c for c in found if not isinstance(c, _UNSAID)]
    unread = tuple(c for c in found if isinstance(c, Unread))
    if JudgedBetween not in kinds:
        unread += tuple(hedges_of(text, said, unread))
    policies = _policies(found)
    rest = [c for c in found if not isinstance(c, _APART)]
    asks = any(p.of == "na" and p.then == "ask" for p in policies)
    try:
        reading = _assemble(text, rest, weight, asks=asks)
    except NotReadError:
        return StandardReading(text, Completeness.NONE, weight, unread=unread)
    if not reading.parts:
        done = Completeness.NONE if unread or not rest else Completeness.WHOLE
        return StandardReading(text, done, weight, unread=unread)
    is_whole = not unread and reading.is_whole
    return replace(
        reading,
        text=text,
        completeness=Completeness.WHOLE if is_whole else Completeness.PARTLY,
        unread=unread,
        zero_denominator=next((p.then for p in policies if p.of == "zero"), None),
        not_applicable=next((p.then for p in policies if p.of == "na" and p.then != "ask"), None),
    )


def _with_items(found: Sequence[Clause], text: str, weight: Fraction | None) -> list[Clause]:
    """``①…；②…。每符合一项得1分``: give each point of the list its points."""
    gains = [c for c in found if isinstance(c, EachGain)]
    if len(gains) == 1 and weight is not None:
        found = [c for c in found if not (isinstance(c, Unread) and _counts(c, weight, gains[0]))]
    marks = [place for place, c in enumerate(found) if isinstance(c, ItemMark)]
    if len(gains) != 1 or len(marks) < 2 or gains[0].count != 1:
        return list(found)
    at = found.index(gains[0])
    if at < marks[-1]:
        return list(found)
    items: list[Clause] = []
    for begin, end in pairwise([*marks, at]):
        said = [c for c in found[begin + 1 : end] if not isinstance(c, SentenceEnd)]
        if not said or not all(isinstance(c, _WORDS) for c in said):
            return list(found)
        first, last = said[0].start, said[-1].end
        items.append(ItemPoints(first, last, text[first:last], gains[0].points))
    return [*found[: marks[0]], *items, *found[at + 1 :]]


def _counts(said: Unread, weight: Fraction, gain: EachGain) -> bool:
    """Whether words only say how many make the weight: ``组织培训不少于8次，每次1分``."""
    numbers = _NUMBERS.findall(said.text)
    return numbers == [f"{weight / gain.points}"] and not any(w in said.text for w in "分%")


def _with_nouns(found: Sequence[Clause]) -> list[Clause]:
    """Take words before a counted loss for what it counts: ``不到位的，每发现1次扣2分``."""
    kept: list[Clause] = []
    for clause in found:
        before = kept[-1] if kept else None
        if (
            isinstance(clause, StepLoss)
            and is_of_counts(clause)
            and isinstance(before, _WORDS)
            and not _bears(before.text)
        ):
            said = ""
            while kept and isinstance(last := kept[-1], _WORDS) and not _bears(last.text):
                said = last.text + said
                kept.pop()
            kept.append(replace(clause, subject=said + clause.subject))
        else:
            kept.append(clause)
    return kept


def _policies(found: Sequence[Clause]) -> list[Policy]:
    """What zero or a missing case means; ``没有违规的，得满分`` next to counted faults is none."""
    counts = any(isinstance(c, StepLoss) and c.direction == "count" for c in found)
    policies = [c for c in found if isinstance(c, Policy)]
    return [p for p in policies if not (counts and p.of == "na" and p.then == "full")]


def _without_descriptions(found: Sequence[Clause]) -> list[Clause]:
    """Leave out what is only described where the points hang on counted faults alone."""
    rules = [c for c in found if isinstance(c, (*_POINTS, EachGain))]
    if not rules or not all(is_of_counts(c) for c in rules):
        return list(found)
    first = next(place for place, c in enumerate(found) if c is rules[0])
    return [
        c
        for place, c in enumerate(found)
        if not (place < first and isinstance(c, Unread) and not _bears(c.text))
    ]


_DATE: Final = re.compile(r"\d{1,2}月(?:\d{1,2}日|份?[底末])?|[一二三四]季度|上半年|下半年|全年")
_SAID_AGAIN: Final = re.compile(
    r"(?:缺少|缺|有)?[^，,。；;\d]*(?:任[何意]?一项|不|未|逾期|缺)[^，,。；;\d]*"
    r"(?:相应扣分|扣除?相应分[数值]?|扣减相应分[数值]|扣除?对应分[数值])"
)  # 缺少任何一项扣除相应分数, behind a list
_NUMBERS: Final = re.compile(r"\d+(?:\.\d+)?")
_BEARING: Final = re.compile(
    "分|扣|得|酌情|其中|均|比例|除|不计|如|若|当|仅|只|经批准|允许|免|外|视情|视具|适当|特殊|但|原则上"
    "|(?:其他|个别|实际|具体|客观|例外)情况|情况[下外除酌]"
)
_PLAIN: Final = re.compile(
    "部分|分类|分配|分解|分管|充分|分别|分工|取得|得到|得当|得力|解除|消除|拆除|清除|外部|对外|室外|户外|如期"
    "|如实|当年|当期|适当位置|应当"
)  # words of other meaning


_AND_SO_ON: Final = re.compile(r"(?:等|的)(?:情况|情形|问题|现象|行为)的?$")


def _bears(text: str) -> bool:
    plain = _AND_SO_ON.sub("", text)
    return bool(_BEARING.search(plain)) and bool(_BEARING.search(_PLAIN.sub("", plain)))


def _assemble(
    text: str, found: Sequence[Clause], weight: Fraction | None, *, asks: bool
) -> StandardReading:
    """Read all clauses as one rule, else as rules added up, each with its mark or its sentence."""
    found = _without_head(text, found, weight)
    plain = [c for c in found if not isinstance(c, _BOUNDS)]
    if plain and all(isinstance(c, Limit) for c in plain):
        return StandardReading(text, Completeness.NONE, weight)
    try:
        whole = one_rule(text, plain, weight, asks=asks)
    except NotReadError:
        whole = None
    if whole is not None and whole.completeness is Completeness.WHOLE:
        return whole
    if (dated := _by_date(text, plain, weight, asks=asks)) is not None:
        return dated
    for separator in (ItemMark, SentenceEnd):
        added = _added(text, _split(found, separator), weight, asks=asks)
        if added is not None:
            return added
    if whole is None:
        raise NotReadError
    return whole


def _by_date(
    text: str, plain: Sequence[Clause], weight: Fraction | None, *, asks: bool
) -> StandardReading | None:
    """``6月底达到50%得2分，12月底达到95%得2分，达不到的不得分``: a rule for each date."""
    bands = [c for c in plain if isinstance(c, Band)]
    others = [c for c in plain if isinstance(c, Otherwise)]
    dates = [date[0] for band in bands if (date := _DATE.search(band.subject))]
    is_all = len(set(dates)) == len(bands) > 1 and len(bands) + len(others) == len(plain)
    if not is_all or len(others) > 1:
        return None
    return _added(text, [[band, *others] for band in bands], weight, asks=asks)


def _without_head(text: str, found: Sequence[Clause], weight: Fraction | None) -> Sequence[Clause]:
    """``立项依据充分性（5分）1.…（1分）；…``: a name with all points of the row is no point."""
    head = found[0] if len(found) > 1 else None
    if not isinstance(head, ItemPoints) or head.points != weight or weight is None:
        return found
    behind = text[head.end : head.end + 1]
    said = text[head.start : head.end]
    is_head = said[-1:] in "）)" and (behind in "：:\n " or isinstance(found[1], ItemMark))
    more = [c for c in found[1:] if isinstance(c, _POINTS)]
    return found[1:] if is_head and more else found


def _added(
    text: str, groups: Sequence[Sequence[Clause]], weight: Fraction | None, *, asks: bool
) -> StandardReading | None:
    """Rules whose points add up to the weight; None where they do not."""
    if len(groups) < 2 or any(_is_veto(c, text) for group in groups for c in group):
        return None
    try:
        readings = [one_rule(text, group, None, asks=asks) for group in groups]
    except NotReadError:
        return None
    parts = tuple(part for reading in readings for part in reading.parts)
    if any(not r.weight or not (_is_sure(r) or _is_plain_gain(r)) for r in readings):
        return None
    plain = [r.subject for r in readings if _is_plain_gain(r)]
    if len(set(plain)) < len(plain):
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


def _is_veto(clause: Clause, text: str) -> bool:
    """Whether a clause takes the points of the whole row, not those of one part."""
    is_nothing = isinstance(clause, ItemPoints | Otherwise | Band) and clause.points == 0
    said = text[clause.start : clause.end] if is_nothing else ""
    return any(word in said for word in ("本指标", "该指标", "本项指标", "整项"))


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
        elif not isinstance(clause, _BOUNDS):
            groups[-1].append(clause)
    return [group for group in groups if any(not isinstance(c, Limit) for c in group)]
