"""Claims that a sum comes from its parts: 26名，其中…19名…3名…6名; 15+41.46=56.46."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.words import compiled
from jixiao.narrative.model import Passage

_OF_WHICH: Final = re.compile(
    r"其中(?:包括|有)?[，：]?|(?<=[，（])(?:具体|分别)?(?:包括|分为|为)：|，分别(?:为|是)：?"
)
_PLUS: Final = compiled(
    rf"(?P<parts>{FIGURE}(?:\+[^，；、=+\uf000-\uf8ff]{{0,8}}{FIGURE})+)=(?P<total>{FIGURE})"
)
_ALTOGETHER: Final = compiled(
    rf"(?P<parts>[^，；、]{{0,12}}{FIGURE}(?:[、和][^，；、\uf000-\uf8ff]{{0,12}}{FIGURE})+)，?(?:三项|两项|四项|二者|两者|以上)*(?:合计|总计)(?:为|是|共)?(?P<total>{FIGURE})"
)
_STOPS: Final = re.compile(
    r"合计|共计|总计|[比较]上年|同比|增长|剩余|人均|占|率|此外|另有|另外|截至|完成"
)
_NOT_ALL: Final = re.compile(
    r"主要|等|仅|重点|最|新增|以上学历|本科|研究生|党员|正高|高级|中级|少数民族|领导|含"
)
_WOMEN: Final = re.compile(r"女")
_MEN: Final = re.compile(r"男")
_HINT: Final = re.compile(r"其中|\+|合计|总计|分别|包括|分为|为：")
_INNER: Final = re.compile(r"（([^（）]*)）")
_REACH: Final = 30


def sum_claims(sentence: MaskedSentence, passage: Passage) -> Iterator[Claim]:
    """Yield the sums of a sentence, those in brackets for themselves."""
    marks = sentence.marks
    if not _HINT.search(marks):
        return
    for match in _INNER.finditer(marks):
        before = [m for m in marks[max(0, match.start() - 1) : match.start()] if m >= "\uf000"]
        inner = _OF_WHICH.match(match[1])
        if before and inner:
            yield from _sums(sentence, before, match[1][inner.end() :], match.span(), passage)
    bare = _INNER.sub(lambda match: "〓" * len(match[0]), marks)
    for match in _OF_WHICH.finditer(bare):
        clause = bare[max(0, match.start() - _REACH) : match.start()]
        clause = clause[max(clause.rstrip("，：").rfind(mark) for mark in "，；：") + 1 :]
        totals = [mark for mark in clause if "\uf000" <= mark <= "\uf8ff"]
        rest = bare[match.end() :].split("其中")[0]
        yield from _sums(sentence, totals, rest, (match.start(), len(marks)), passage)
    for pattern in (_PLUS, _ALTOGETHER):
        for match in pattern.finditer(marks):
            parts = tuple(sentence.figures_in(*match.span("parts")))
            total = sentence.figure(match["total"])
            if len(parts) > 1 and len({part.measure for part in (*parts, total)} - {""}) <= 1:
                said = sentence.quote(*match.span())
                yield Claim(ClaimKind.SUM, (), said, passage, total, parts)


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
        parts = _parts(sentence, rest, total)
        if len(parts) > 1:
            said = sentence.quote(max(span[0] - 2, 0), span[1])
            is_whole = not _NOT_ALL.search(rest) and bool(_WOMEN.search(rest)) == bool(
                _MEN.search(rest)
            )
            yield Claim(
                ClaimKind.SUM, (), said, passage, total, tuple(parts), is_exhaustive=is_whole
            )


def _parts(sentence: MaskedSentence, rest: str, total: WrittenFigure) -> list[WrittenFigure]:
    """The figures of one measure, one a clause, up to where something else is said."""
    parts: list[WrittenFigure] = []
    for clause in re.split("[，；、]|和(?=[^，；、]*[\uf000-\uf8ff])", rest):
        figures = [sentence.figure(mark) for mark in clause if "\uf000" <= mark <= "\uf8ff"]
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
