"""Claims that a change comes from two figures: 由A万元增至B万元，增长C%; 比上年的A减少D，下降C%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.roles import FALLING, RISING, signed
from jixiao.narrative.claims.words import AFTER, compiled
from jixiao.narrative.model import Passage

_WAY: Final = rf"(?:(?:{RISING})|(?:{FALLING}))"
_BY: Final = rf"(?P<way>{_WAY})(?:了|幅度|幅|率|额)*(?:为|是|：|达到|达|约)*(?P<by>{FIGURE}){AFTER}"
_NEUTRAL: Final = "(?:同比|环比|[比较](?:上年|去年|年初|上一年)(?:同期)?|共|净|实际|总体|合计|即|有所|大幅|其|总额|相应|增长率|变动率|为)*"
_FROM_TO: Final = compiled(
    rf"[由从][^，；\uf000-\uf8ff]{{0,12}}(?P<before>{FIGURE})[^，；\uf000-\uf8ff]{{0,10}}?(?:{_WAY}|增|减|升|降|调增|调减|变|调整|扩大|压缩|压减|缩减)?[至到为][^，；\uf000-\uf8ff]{{0,8}}(?P<after>{FIGURE})"
    rf"(?P<between>[，（][^，；\uf000-\uf8ff]{{0,8}}?{_WAY}[了额]*{FIGURE})?[，、（；]?{_NEUTRAL}{_BY}"
)
_THAN: Final = compiled(
    rf"(?P<after>{FIGURE})(?:，(?:占|为|完成)[^，；\uf000-\uf8ff]{{0,10}}{FIGURE})?，?(?:比|较|同比|与)[^，；\uf000-\uf8ff]{{0,10}}?(?:上年|去年|上一年|年初|预算|[\uec00-\uefff])[^，；增减升降压缩高低节\uf000-\uf8ff]{{0,8}}?的?(?P<before>{FIGURE})(?:相比)?，?{_NEUTRAL}{_BY}"
)
_BY_AMOUNT: Final = compiled(
    rf"(?P<after>{FIGURE})，?(?:比|较|同比|与)[^，；\uf000-\uf8ff]{{0,10}}?(?:上年|去年|上一年|同期|同比|[\uec00-\uefff])[^，；\uf000-\uf8ff]{{0,6}}?(?P<first>{_WAY})了?(?P<gap>{FIGURE})[，、（]?{_NEUTRAL}{_BY}"
)
_NEXT: Final = compiled(rf"[，、（]{_NEUTRAL}{_BY}")
_FALLS: Final = re.compile(FALLING)


def change_claims(sentence: MaskedSentence, passage: Passage) -> Iterator[Claim]:
    """Yield changes with the figure before and the one after as ``parts``, the change signed.

    A change is a share (of the figure before) or an amount; where the figure before is the one
    after less an amount, that amount is the third part.
    """
    marks = sentence.marks
    if not re.search(f"{RISING}|{FALLING}", marks):
        return
    seen: set[int] = set()
    for pattern in (_FROM_TO, _THAN, _BY_AMOUNT):
        for match in pattern.finditer(marks):
            for by in _chained(marks, match):
                claim = _claim(sentence, match, by, passage)
                if claim is not None and claim.figure and claim.figure.start not in seen:
                    seen.add(claim.figure.start)
                    yield claim


def _chained(marks: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """The change of a match, and those that follow it: 增加75.6万元，增长10.8%."""
    following: re.Match[str] | None = match
    while following is not None:
        yield following
        following = _NEXT.match(marks, following.end())


def _claim(
    sentence: MaskedSentence, match: re.Match[str], chained: re.Match[str], passage: Passage
) -> Claim | None:
    after, by = sentence.figure(match["after"]), sentence.figure(chained["by"])
    groups = match.groupdict()
    gap = sentence.figure(match["gap"]) if "gap" in groups else None
    if gap is not None:
        before = earlier(after, gap, -1 if _FALLS.match(match["first"]) else 1)
    else:
        before = sentence.figure(match["before"])
    if (
        before is None
        or before.measure != after.measure
        or after.measure in ("", "points", "share")
    ):
        return None
    if by.measure not in ("share", after.measure) or by.is_difference or by.is_bound:
        return None
    if before.is_bound or after.is_bound or before.value <= 0:
        return None
    way = -1 if _FALLS.match(chained["way"]) else 1
    said = sentence.quote(match.start(), chained.end())
    word = sentence.marks[chained.start("way") : chained.start("by")]
    parts = (before, after) if gap is None else (before, after, gap)
    return Claim(ClaimKind.CHANGE, (), said, passage, signed(by, way), parts, word=word)


def earlier(after: WrittenFigure, gap: WrittenFigure, way: int) -> WrittenFigure | None:
    """The figure that a change of so much led away from: 330万元, 减少15万元: 345万元."""
    if after.measure != gap.measure or gap.is_bound:
        return None
    value = after.value - way * gap.value
    values = after.values - gap.values if way > 0 else after.values + gap.values
    return replace(after, text="", value=value, values=values)
