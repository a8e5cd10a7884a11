"""Claims that a rate comes from two figures of its sentence: 支出77.06万元，完成率为70.1%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jixiao.narrative.claims.amounts import SaidFigure, amounts
from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.words import AFTER, LINK, compiled
from jixiao.narrative.model import Passage

_RATE: Final = compiled(
    rf"(?P<rate>(?:[^，；。、（）\uf000-\uf8ff]{{0,12}}?(?:率|占比|比例|比重)|{NAME}))(?:{LINK})(?P<figure>{FIGURE}){AFTER}"
)
_TOP: Final = re.compile(
    r"支出|花费|使用|执行|完成|实际|收回|回收|支付|到位|结余|结转|采购|在用|满意|办结|达标|合格|缴"
)
_BOTTOM: Final = re.compile(
    r"预算|计划|安排|共有|下达|应|发放|总额|总数|核定|资金|经费|批复|全年|编制|指标数|任务"
)
_CHANGING: Final = re.compile(r"变动|调整|增长|增幅|降幅|节约|控制|增减|偏差")
_COMPLETION: Final = re.compile(r"完成率|执行率|支出率|使用率|支付率|拨付率")
_OF_MONEY: Final = re.compile(
    r"完成|执行|支出|使用|支付|拨付|到位|占|比重|比例|结转|结余|采购|收缴|征收|资金|经费|预算|投资|进度|^.{0,2}率"
)
_LEFT: Final = re.compile(r"结转|结余")


@dataclass(frozen=True, slots=True)
class Measured:
    """A rate with what it was reckoned from, in one measure: 303.04万元 of 300万元."""

    top: WrittenFigure
    bottom: WrittenFigure
    is_sure: bool  # the words say which is which


def ratio_claims(sentence: MaskedSentence, passage: Passage) -> Iterator[Claim]:
    """Yield the rates of a sentence with the figures that they come from, nearest first.

    ``parts`` are pairs: the upper figure, the lower one, for each measure that has both.
    """
    marks = sentence.marks
    measures = [figure.measure for figure in sentence.figures]
    if "share" not in measures or len(measures) < 3:
        return
    rated = 0  # behind the last rate: its figures are no longer spoken of
    for match in _RATE.finditer(marks):
        figure = sentence.figure(match["figure"])
        start, rated = rated, match.end() if figure.measure == "share" else rated
        word = match["rate"]
        name = sentence.name(word) if re.fullmatch(NAME, word) else None
        said = sentence.text[name.start : name.end] if name else word
        if figure.measure != "share" or figure.is_difference or figure.is_bound:
            continue
        if _CHANGING.search(said) or ("率" not in said[-2:] and "比" not in said[-2:]):
            continue
        pairs = list(_pairs(sentence, start, match.start("figure"), said))
        if pairs:
            parts = tuple(each for pair in pairs for each in (pair.top, pair.bottom))
            sure = all(pair.is_sure for pair in pairs)
            yield Claim(
                ClaimKind.RATIO,
                (),
                sentence.quote(match.start(), match.end()),
                passage,
                figure,
                parts,
                word=_rate_word(said),
                is_exhaustive=sure,
            )


def _rate_word(said: str) -> str:
    found = re.search(r"(?:预算|资金)?[\u4e00-\u9fff]{2}率$|占比$|比例$|比重$", said)
    return found[0] if found else said[-4:]


def _pairs(sentence: MaskedSentence, start: int, end: int, rate: str) -> Iterator[Measured]:
    """The last upper and lower figure of each measure before a rate."""
    by_measure: dict[str, list[SaidFigure]] = {}
    start = max(start, sentence.marks.rfind("；", 0, end) + 1)
    for amount in amounts(sentence, start, end):
        figure = amount.figure
        if figure.measure not in ("share", "points", "") and not figure.is_bound:
            by_measure.setdefault(figure.measure, []).append(amount)
    if not _OF_MONEY.search(rate):
        by_measure.pop("money", None)  # 支出386万元，报警装置安装率100%
    for figures in by_measure.values():
        pair = _pair(figures, rate)
        if pair is not None:
            yield pair


def _pair(figures: list[SaidFigure], rate: str) -> Measured | None:
    if len(figures) < 2:
        return None
    wanted = _LEFT if _LEFT.search(rate) else _TOP
    tops = [f.figure for f in figures if wanted.search(f.said) and not _is_bottom(f.said)]
    bottoms = [f.figure for f in figures if _is_bottom(f.said)]
    if len(tops) == 1 and len(bottoms) == 1:
        return Measured(tops[0], bottoms[0], is_sure=len(figures) == 2)
    if len(figures) == 2:
        return Measured(figures[1].figure, figures[0].figure, is_sure=False)
    return None


def _is_bottom(said: str) -> bool:
    """Whether the words before a figure name what was to be had; 预算完成数 is what was done."""
    where = [match.end() for match in _BOTTOM.finditer(said)]
    top = [match.end() for match in _TOP.finditer(said)]
    return bool(where) and (not top or where[-1] > top[-1])


def is_completion(word: str) -> bool:
    """Whether a rate says how much of something was done or spent."""
    return bool(_COMPLETION.search(word))
