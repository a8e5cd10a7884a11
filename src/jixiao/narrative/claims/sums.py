"""Claims that a sum comes from its parts: 26名，其中…19名…3名…6名; 15+41.46=56.46."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from jixiao.narrative.claims.amounts import is_figure
from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.words import compiled
from jixiao.narrative.model import Passage

_OF_WHICH: Final = re.compile(
    r"其中(?:包括|有|：)?[，：]?|(?<=[，（])(?:具体|分别|主要)?(?:按[^，：]{1,8})?(?:包括|包含|分为|为：|由)：?|，(?:分别)(?:为|是)：?|，(?:主要)?用于："
)
_PLUS: Final = compiled(
    rf"(?P<parts>{FIGURE}(?:\+[^，；、=+\uf000-\uf8ff]{{0,8}}{FIGURE})+)=(?P<total>{FIGURE})"
)
_REVERSED: Final = compiled(
    rf"(?P<total>{FIGURE})=[^，；、=+\uf000-\uf8ff]{{0,10}}(?P<parts>{FIGURE}(?:\+[^，；、=+\uf000-\uf8ff]{{0,10}}{FIGURE})+)(?!=)"
)
_ALTOGETHER: Final = compiled(
    rf"(?P<parts>[^，；、]{{0,16}}{FIGURE}(?:[、和，与][^，；、\uf000-\uf8ff]{{0,16}}{FIGURE}(?![合总共相小]))+)[，。]?"
    rf"(?:以上|上述|收入|支出|资金|人数)*(?P<many>{FIGURE}(?=合|总|共|相|小))?(?:二者|两者|三者|各项)?(?:合计|总计|共计|合共|相加|小计|共(?=[失扣得])|(?<=，)共(?={FIGURE}))(?:失分|扣分|得分|失|扣|得|为|是|共|得|支出|收入|资金|金额|人数)*(?P<total>{FIGURE})"
)
_STOPS: Final = re.compile(
    r"总量|总数|累计|达到|合计|共计|总计|[比较]上年|同比|增长|剩余|人均|占|率|实际|实有|现有|年末|年底|目前|此外|另有|另外|截至|完成"
)
_NOT_ALL: Final = re.compile(
    r"主要|等|仅|重点|最|新增|以上学历|本科|研究生|党员|正高|高级|中级|少数民族|领导|含"
)
_COMPARED: Final = re.compile(r"比|较|占|节约|结余|增|减|降|率|超")
_LOST: Final = re.compile("[扣失丢]")
_GOT: Final = re.compile("[得计评获]")
_WOMEN: Final = re.compile(r"女")
_MEN: Final = re.compile(r"男")
_HINT: Final = re.compile(
    r"其中|\+|合计|总计|共计|小计|共[失扣得]|分别|包括|包含|分为|为：|由|合共|相加|（"
)
_INNER: Final = re.compile(r"（([^（）]*)）")
_CLAUSES: Final = re.compile(r"[，；、]|(?:和|与|及|以及)(?=[^，；、]*[\uf000-\uf8ff])")
_REACH: Final = 30


def sum_claims(sentence: MaskedSentence, passage: Passage) -> Iterator[Claim]:
    """Yield the sums of a sentence, those in brackets for themselves."""
    if not _HINT.search(sentence.marks):
        return
    yield from _in_brackets(sentence, passage)
    bare = _INNER.sub(lambda match: "〓" * len(match[0]), sentence.marks)
    for match in _OF_WHICH.finditer(bare):
        totals = _totals(sentence, bare, match.start())
        rest = bare[match.end() :].split("其中")[0]
        yield from _sums(sentence, totals, rest, (match.start(), len(bare)), passage)
    for match in _ALTOGETHER.finditer(bare):
        yield from _altogether(sentence, match, passage)


def formula_sums(sentence: MaskedSentence, passage: Passage) -> Iterator[Claim]:
    """Yield the sums written with signs: 15+41.46+12.25+12=80.71."""
    for pattern in (_PLUS, _REVERSED):
        for match in pattern.finditer(sentence.marks):
            claim = _written(sentence, match, passage)
            if claim is not None:
                yield claim


def _in_brackets(sentence: MaskedSentence, passage: Passage) -> Iterator[Claim]:
    marks = sentence.marks
    for match in _INNER.finditer(marks):
        before = [m for m in marks[max(0, match.start() - 1) : match.start()] if is_figure(m)]
        inner = _OF_WHICH.match(match[1])
        if before and inner:
            yield from _sums(sentence, before, match[1][inner.end() :], match.span(), passage)
        elif before and _is_breakdown(sentence, before[0], match[1]):
            yield from _sums(sentence, before, match[1], match.span(), passage)


def _is_breakdown(sentence: MaskedSentence, total: str, inner: str) -> bool:
    """Whether a bracket behind a figure gives its parts: 26人（行政19人、参公7人）."""
    measure = sentence.figure(total).measure
    clauses = _CLAUSES.split(inner)
    if len(clauses) < 2 or measure in ("share", "points", ""):
        return False
    return all(
        [sentence.figure(mark).measure for mark in clause if is_figure(mark)] == [measure]
        and not _COMPARED.search(clause)
        for clause in clauses
    )


def _totals(sentence: MaskedSentence, bare: str, end: int) -> list[str]:
    """The figures of the clause before 其中; of the one before it where there is a rate only."""
    clauses = re.split("[，；：]", bare[max(0, end - _REACH) : end].rstrip("，："))
    for clause in reversed(clauses[-2:]):
        found = [mark for mark in clause if is_figure(mark)]
        if any(sentence.figure(mark).measure != "share" for mark in found):
            return found
        if not found:
            break
    return []


def _altogether(
    sentence: MaskedSentence, match: re.Match[str], passage: Passage
) -> Iterator[Claim]:
    """甲620万元，乙155.6万元，合计775.6万元: where nothing else is said of the parts."""
    claim = _written(sentence, match, passage)
    said = sentence.marks[slice(*match.span("parts"))].removeprefix("其中")
    if claim is None or _COMPARED.search(said) or _OF_WHICH.search(said):
        return
    if (
        claim.figure is not None
        and claim.figure.measure == "points"
        and _is_mixed(sentence, claim.figure, claim.parts)
    ):
        return
    many = int(sentence.figure(match["many"]).value) if match["many"] else len(claim.parts)
    if 1 < many <= len(claim.parts):  # 三项合计 are the last three
        yield replace(claim, parts=claim.parts[-many:])


def _written(sentence: MaskedSentence, match: re.Match[str], passage: Passage) -> Claim | None:
    parts = tuple(sentence.figures_in(*match.span("parts")))
    total = sentence.figure(match["total"])
    measures = {part.measure for part in (*parts, total)} - {""}
    if len(parts) < 2 or len(measures) > 1 or measures == {"share"}:
        return None
    return Claim(ClaimKind.SUM, (), sentence.quote(*match.span()), passage, total, parts)


def _sums(
    sentence: MaskedSentence,
    totals: list[str],
    rest: str,
    span: tuple[int, int],
    passage: Passage,
) -> Iterator[Claim]:
    """Yield a sum for each measure that the figures before 其中 have."""
    seen: set[str] = set()
    for mark in reversed(totals):
        total = sentence.figure(mark)
        if total.measure in seen or total.measure in ("share", "") or total.is_bound:
            continue
        seen.add(total.measure)
        parts = _fitting(sentence, rest, total)
        if total.measure == "points" and not _is_of_one_sort(sentence, total, parts):
            continue
        is_of_rows = total.measure == "points" and re.search(NAME, rest) is not None
        if is_of_rows and sum((part.value for part in parts), Fraction(0)) != total.value:
            continue  # 得17.46分，其中甲得0分、乙得0分: some of its rows
        if len(parts) > 1:
            said = sentence.quote(max(span[0] - 2, 0), span[1])
            is_whole = not _NOT_ALL.search(rest) and bool(_WOMEN.search(rest)) == bool(
                _MEN.search(rest)
            )
            yield Claim(
                ClaimKind.SUM, (), said, passage, total, tuple(parts), is_exhaustive=is_whole
            )


def _fitting(sentence: MaskedSentence, rest: str, total: WrittenFigure) -> list[WrittenFigure]:
    """The parts up to the first semicolon where they make the sum, else all of them."""
    first = _parts(sentence, rest.partition("；")[0], total)
    if len(first) > 1 and sum((part.value for part in first), Fraction(0)) == total.value:
        return first
    return _parts(sentence, rest, total)


def _is_of_one_sort(
    sentence: MaskedSentence, total: WrittenFigure, parts: list[WrittenFigure]
) -> bool:
    """Whether points are all got or all lost: 得92.82分，其中过程扣6.95分 is no sum."""
    has_got = [bool(_GOT.search(_before(sentence, part))) for part in parts]
    is_even = all(has_got) or not any(has_got)
    return not _is_mixed(sentence, total, parts) and (is_even or _is_lost(sentence, total))


def _is_mixed(
    sentence: MaskedSentence, total: WrittenFigure, parts: Sequence[WrittenFigure]
) -> bool:
    """Whether some points are got and others lost: 甲得0分、乙得0分，合计扣12分."""
    opposed = _GOT if _is_lost(sentence, total) else _LOST
    return any(opposed.search(_before(sentence, part)) for part in parts)


def _is_lost(sentence: MaskedSentence, figure: WrittenFigure) -> bool:
    return _LOST.search(_before(sentence, figure)) is not None


def _before(sentence: MaskedSentence, figure: WrittenFigure) -> str:
    """The words next to a figure of points: 得, 扣."""
    return sentence.text[max(0, figure.start - 3) : figure.start]


def _parts(sentence: MaskedSentence, rest: str, total: WrittenFigure) -> list[WrittenFigure]:
    """The figures of one measure, one a clause, up to where something else is said."""
    parts: list[WrittenFigure] = []
    for clause in _CLAUSES.split(rest):
        figures = [sentence.figure(mark) for mark in clause if is_figure(mark)]
        fitting = [figure for figure in figures if figure.measure == total.measure]
        if _STOPS.search(clause) and (parts or not fitting):
            if fitting or "此外" in clause or "另" in clause:
                break
            continue
        if fitting:
            parts.append(fitting[0])
        elif figures and not parts:
            break
    return parts
