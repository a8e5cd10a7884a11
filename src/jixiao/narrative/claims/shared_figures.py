"""Figures of several rows at once: 甲、乙分别为95%、82%; 甲、乙均得3分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, MaskedSentence
from jixiao.narrative.claims.mentions import Mentions
from jixiao.narrative.claims.model import ClaimKind
from jixiao.narrative.claims.names import Subject
from jixiao.narrative.claims.words import AFTER, compiled

Shared = tuple[ClaimKind, Subject, WrittenFigure, tuple[int, int]]

_DISTRIBUTED: Final = compiled(
    rf"(?P<before>[^，；。：\uf000-\uf8ff\ue000-\uebff]{{0,12}})(?:依次|分别)(?P<said>[^，；。：、\uf000-\uf8ff\ue000-\uebff]{{0,8}}：?)"
    rf"(?P<figures>{FIGURE}(?:(?:、|和|与|及|以及|，)(?:得|为|扣)?{FIGURE})+){AFTER}"
)
_EACH: Final = compiled(
    rf"(?P<before>[^，；。：\uf000-\uf8ff\ue000-\uebff]{{0,12}})(?:均|都|皆|各|全部)(?P<said>[^，；。：、均都\uf000-\uf8ff\ue000-\uebff]{{0,8}}：?)(?P<figure>{FIGURE}){AFTER}"
)
_LOST: Final = re.compile("[扣失丢]")
_WEIGHT: Final = re.compile("分值|满分|权重|标准分")
_SCORE: Final = re.compile(r"得|计|自评|评分|打|分数")
_VALUE: Final = re.compile(r"(?:为|是|达到?|实现|完成|在|到|：|实际|执行|自评|得分|即)*")
_NOT_OWN: Final = re.compile(
    r"未|不|没有|目标|要求|标准(?!分)|计划|上年|去年|同比|增长|下降|提高|降低|比|较|提升"
)


def distributed(sentence: MaskedSentence, mentions: Mentions) -> Iterator[Shared]:
    """Yield the figures that follow 分别, each with its row, where there are as many of both."""
    for match in _DISTRIBUTED.finditer(sentence.marks):
        figures = sentence.figures_in(*match.span("figures"))
        places = _places(mentions, match.start("before"), match.end("said"), len(figures))
        words = match["before"] + match["said"]
        if len(places) == 1 and len(figures) > 1:
            yield from _yearly(match, figures, places[0], mentions)
            continue
        if len(places) != len(figures) or _NOT_OWN.search(words):
            continue
        if not mentions.context.is_own(places[0]):
            continue
        for place, figure in zip(places, figures, strict=True):
            rows = mentions.rows(place)
            kind = kind_of(words, figure)
            if len(rows) == 1 and kind is not None:
                yield kind, rows[0], figure, match.span()


def _yearly(
    match: re.Match[str], figures: list[WrittenFigure], place: int, mentions: Mentions
) -> Iterator[Shared]:
    """One row in several years: the figure of the report's year."""
    figure = mentions.context.of_this_year(match.start(), figures)
    rows = mentions.rows(place)
    row = rows[0] if len(rows) == 1 else None
    kind = kind_of(match["before"] + match["said"], figure) if figure is not None else None
    if figure is not None and row is not None and kind is not None:
        yield kind, row, figure, match.span()


def each(sentence: MaskedSentence, mentions: Mentions) -> Iterator[Shared]:
    """Yield the one figure of several rows for each of them: 甲、乙均为100%."""
    for match in _EACH.finditer(sentence.marks):
        figure = sentence.figure(match["figure"])
        words = match["before"] + match["said"]
        kind = kind_of(words, figure)
        at = match.start("before")
        is_nothing = figure.measure == "points" and not figure.value
        if kind is None and is_nothing and sentence.marks[at - 1 : at] == "，":
            kind = ClaimKind.SCORE  # 甲、乙不理想，均为0分
        places = mentions.listed(at)
        if len(places) < 2 or sentence.marks.find("，", places[-1], at) >= 0:
            places = [p for p in mentions.since(at) if not mentions.context.is_excepted(p)]
        if figure.is_bound and "控制在" in words:
            continue  # what they are kept within is not what they are
        if kind is None or len(places) < 2 or _NOT_OWN.search(words):
            continue
        if mentions.is_headed_elsewhere(at) or not mentions.context.is_own(places[0]):
            continue
        if kind is not ClaimKind.RATE and any(len(mentions.rows(p)) != 1 for p in places):
            continue
        for place in places:
            rows = mentions.rows(place)
            if len(rows) == 1:
                yield kind, rows[0], figure, match.span()


def _places(mentions: Mentions, at: int, end: int, many: int) -> list[int]:
    """The rows that so many figures are of: the list right before, or all since the last full stop."""
    names = mentions.listed(at)
    if len(names) == many and not mentions.is_headed_elsewhere(at):
        return names
    names = mentions.since(at)
    return names if len(names) == many else mentions.listed(end)


def kind_of(words: str, figure: WrittenFigure) -> ClaimKind | None:
    """What figures after a list of rows are of them; None where that is not said."""
    if figure.is_difference:
        return None
    if figure.measure == "share":
        return ClaimKind.RATE if not _LOST.search(words) else None
    if figure.measure not in ("points", ""):
        return None
    for pattern, kind in (
        (_LOST, ClaimKind.LOST), (_WEIGHT, ClaimKind.WEIGHT), (_SCORE, ClaimKind.SCORE),
    ):  # fmt: skip
        if pattern.search(words):
            return kind
    return None
