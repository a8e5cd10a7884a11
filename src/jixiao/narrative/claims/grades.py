"""Claims on the grade: a word of the rulebook's grades where a sentence grades the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.masked import MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.names import GRADE, NameIndex
from jixiao.narrative.claims.words import REVIEWED, US
from jixiao.narrative.model import Passage

_NOUN: Final = (
    "等次|等级|档次|级别|评级|档|评价结果|自评结果|评定结果|考核结果|评价结论|结论|结果|评定|定级"
)
_LEFT: Final = (
    rf"(?:(?:{_NOUN})(?:等级|档次|等次|级别)?(?:综合|最终)?(?:评定|评|认定|确定|定|列)?(?:为|是|：|属于|属|达到|在|（|，)*"
    r"|(?:评|定|应|核|列|归|判|确)(?:定|评|认|入|属|为|档|等|级)*为?|(?<=分，)|(?<=分、)|为|属于|属|达到|处于|处在|在|对应|落在|落入|进入|位于|是)"
)
_RIGHT: Final = r"(?:秀|级|水平|等次|档次|等级|等|档|这一?[^，；]{0,3}(?:等次|档次|等级|档|区间)|的?(?:区间|区段|范围|行列)内?)?(?=[，。；、）（！的]|$)"
_NEEDS_NOUN: Final = re.compile(
    r"等次|等级|档次|级别|评级|档|评定|评为|结论|结果|定为|应评|得分|总分|评分|定级|分|绩效(?:评定)?(?:为|是)"
)
_GRADED: Final = re.compile("优|良|中|差|合格")
_ABOUT: Final = re.compile(
    rf"绩效|自评|评价等级|评价结|评价档次|整体支出|综合|总分|总得分|本次|认定|最终|[我本]{US}[^，；]{{0,4}}得(?:分|\d)|^(?:评价|评定|等级|等次|档次|结论)"
)
_OTHER: Final = re.compile(
    r"项目(?!支出)|专项|课题|上年|去年|上一年|平均|全[市省县区国]|目标|力争|下属|所属|二级单位|政策|指标|效益|班子|党建|党风|综治|信访|平安|文明|目标管理|年度考核|工作考核|法治|意识形态|节能|处室|率(?!先)|满意度|单位被|被.{0,12}评为"
)
_PROJECT: Final = re.compile(r"力争|争取|目标|项目(?!支出)|专项|课题|下属|所属|二级单位")
_OTHERS: Final = re.compile(
    "班子|党建|党风|综治|信访|平安|文明|目标管理|年度考核|工作考核|法治|意识形态|节能|处室"
)
_YEARS: Final = re.compile(r"(?P<last>上年|去年|上一年|往年)|本年|今年|当年|本次")


def grade_pattern(names: NameIndex) -> re.Pattern[str] | None:
    """The words of the grades where they are said of something; None where there are none."""
    words = "|".join(sorted(map(re.escape, names.grades), key=len, reverse=True))
    return re.compile(rf"{_LEFT}(?P<grade>{words}){_RIGHT}") if words else None


def grade_claims(
    sentence: MaskedSentence,
    context: NameContext,
    passage: Passage,
    pattern: re.Pattern[str] | None,
) -> Iterator[Claim]:
    """Yield the first grade that a sentence gives the whole."""
    if pattern is None or not _GRADED.search(sentence.text) or not _ABOUT.search(sentence.text):
        return
    text = spoken(sentence)
    for match in pattern.finditer(text):
        before = text[: match.start()]
        clause = before[max(before.rfind(mark) for mark in "，；") + 1 :]
        said = text[before.rfind("，") + 1 : match.end()]
        if re.search("[不未非](?:得|能|应|予|会|可)?(?:被)?$", before):
            continue
        is_graded = _NEEDS_NOUN.search(clause + match[0]) or _NEEDS_NOUN.search(before[-24:])
        if (
            not is_graded
            or _PROJECT.search(before)
            or _OTHERS.search(before)
            or _OTHER.search(clause)
        ):
            continue
        place = sum(start < match.start() for start in sentence.starts)
        if context.is_of_others(place) or context.is_of_project(place):
            continue
        if REVIEWED.search(before):
            continue
        if _is_this_year(sentence, context, text, match.start()):
            word = context.names.grades[match["grade"]]
            yield Claim(ClaimKind.GRADE, (GRADE,), said, passage, word=word)
            return


def spoken(sentence: MaskedSentence) -> str:
    """The text of a sentence, clauses of rules blanked."""
    if "〓" not in sentence.marks:
        return sentence.text
    text = list(sentence.text)
    ends = [*sentence.starts[1:], len(text)]
    for mark, start, end in zip(sentence.marks, sentence.starts, ends, strict=True):
        if mark == "〓":
            text[start:end] = "〓" * (end - start)
    return "".join(text)


def _is_this_year(sentence: MaskedSentence, context: NameContext, text: str, at: int) -> bool:
    """Whether the year named last before a place of the text is that of the report."""
    said = list(_YEARS.finditer(text, 0, at))
    if said and said[-1]["last"]:
        return False
    return context.is_this_year(sum(start < at for start in sentence.starts))
