"""Claims on several rows at once: which scored nothing, lost points, have full marks, are low."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.masked import FIGURE, NAME, MaskedSentence
from jixiao.narrative.claims.mentions import Mentions
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.names import Subject
from jixiao.narrative.claims.words import (
    ALL,
    COUNTED,
    FULL_MARKS,
    LINK,
    LIST,
    NO_POINTS,
    SOME_LOST,
    compiled,
)
from jixiao.narrative.model import Passage

_LISTED: Final = compiled(
    rf"{LIST}{COUNTED}(?:(?:均|都|全部|皆)(?:为|达到|达|是)+{FIGURE}(?:以上)?，|(?:依次|分别)(?:为|达到|达|是)*{FIGURE}(?:(?:、|和|与|，){FIGURE})+，)?{ALL}(?:(?P<zero>{NO_POINTS})|(?P<none>(?:得分?|计|自评|为)+(?P<points>{FIGURE})(?=[，。；、）]|$))"
    rf"|(?P<full>{FULL_MARKS})|(?P<lost>{SOME_LOST}))"
)
_REVERSED: Final = compiled(
    r"(?P<what>扣分点?|失分点?|丢分点?|未得满分|未得分|不得分|没有得分|得满分)(?:的)?(?:主要)?(?:三级|考核|评价)*"
    rf"(?:指标|项目|内容|项|因素|地方)*(?:主要|共|有)*(?:{FIGURE}(?:项|个)?(?:指标)?)?(?:，)?(?:有|为|是|：|包括|涉及|集中在|集中于|体现在|在|分别)+{LIST}(?P<etc2>等)?"
)
_DIRECTION: Final = compiled(
    rf"{LIST}(?P<etc>等)?(?:{LINK}{FIGURE})?(?:{FIGURE})?(?:指标|项)*(?:都|均|也|明显|显著|相对|总体|比较|还|仍|普遍|有些|略微|，)*"
    r"(?P<word>偏低|较低|过低|很低|太低|不高|偏高|较高|过高|很高|太高|偏大|过大|超标)(?!于)"
)
_LATER_ALL: Final = compiled(
    rf"(?P<lead>[，；])(?:[^，；{NAME[1:-1]}{FIGURE[1:-1]}]{{0,12}}，)?(?:这|以上|上述|该|其)?(?P<many>[两二三四五六七八九{FIGURE[1:-1]}])?(?:项|个)?(?:三级|二级)?(?:指标|内容|项目|方面)*(?:得分)?(?:自评|实际)?"
    rf"(?:均|都|皆|全部|全)(?:自评|因此|为|已|被)*(?:(?P<zero>{NO_POINTS})|(?P<full>{FULL_MARKS})|(?P<lost>{SOME_LOST}))"
)
_MANY: Final = "两二三四五六七八九"
_LOW: Final = ("偏低", "较低", "过低", "很低", "太低", "不高")


def list_claims(
    sentence: MaskedSentence, context: NameContext, passage: Passage
) -> Iterator[Claim]:
    """Yield what a sentence says of lists of rows."""
    for match in _LISTED.finditer(sentence.marks):
        if match["count"] and sentence.figure(match["count"]).measure in ("share", "points"):
            continue  # a figure of its own, not the number of rows
        kind = _kind(match.groupdict(), sentence)
        if kind is not None:
            yield from _claim(kind, match.span("list"), match.span(), sentence, context, passage)
    yield from _later(sentence, context, passage)
    for match in _REVERSED.finditer(sentence.marks):
        kind = ClaimKind.LOST_ROWS
        if match["what"] in ("未得分", "不得分", "没有得分"):
            kind = ClaimKind.ZERO_ROWS
        elif match["what"] == "得满分":
            kind = ClaimKind.FULL_ROWS
        whole = not match["etc2"] and kind is ClaimKind.LOST_ROWS
        yield from _claim(
            kind, match.span("list"), match.span(), sentence, context, passage, whole=whole
        )
    for match in _DIRECTION.finditer(sentence.marks):
        word = "低" if match["word"] in _LOW else "高"
        yield from _claim(
            ClaimKind.DIRECTION,
            match.span("list"),
            match.span(),
            sentence,
            context,
            passage,
            word=word,
        )


def _later(sentence: MaskedSentence, context: NameContext, passage: Passage) -> Iterator[Claim]:
    """甲为60%，乙为82%，均未得分: of all rows named in the clauses before."""
    mentions = Mentions(sentence, context)
    for match in _LATER_ALL.finditer(sentence.marks):
        places = [p for p in mentions.since(match.start()) if not context.is_excepted(p)]
        rows = [mentions.rows(place) for place in places]
        wholes = {row.id.partition("/")[0] for each in rows for row in each if row.kind == "part"}
        named = [(p, each[0]) for p, each in zip(places, rows, strict=True) if len(each) == 1]
        named = [(p, row) for p, row in named if row.id not in wholes]
        many = _many(match["many"], sentence)
        if len(named) < 2 or not context.is_own(named[0][0]) or many not in (None, len(named)):
            continue
        groups = {**match.groupdict(), "points": None}
        kind = _kind({k: groups[k] for k in ("zero", "full", "lost", "points")}, sentence)
        if kind is not None:
            said = sentence.quote(*match.span())
            subjects = tuple(dict.fromkeys(row for _, row in named))
            yield Claim(kind, subjects, said, passage, is_exhaustive=False)


def _many(mark: str | None, sentence: MaskedSentence) -> int | None:
    if mark is None:
        return None
    if mark >= "\uf000":
        return int(sentence.figure(mark).value)
    return (2, 2, 3, 4, 5, 6, 7, 8, 9)[_MANY.index(mark)]


def _kind(groups: dict[str, str | None], sentence: MaskedSentence) -> ClaimKind | None:
    if groups["zero"]:
        return ClaimKind.ZERO_ROWS
    if groups["full"]:
        return ClaimKind.FULL_ROWS
    if groups["lost"]:
        return ClaimKind.LOST_ROWS
    figure = sentence.figure(groups["points"] or "")
    is_none = figure.measure in ("points", "") and figure.value == 0
    return ClaimKind.ZERO_ROWS if is_none else None


def _claim(
    kind: ClaimKind,
    listed: tuple[int, int],
    span: tuple[int, int],
    sentence: MaskedSentence,
    context: NameContext,
    passage: Passage,
    *,
    word: str = "",
    whole: bool = False,
) -> Iterator[Claim]:
    places = [i for i in range(*listed) if "\ue000" <= sentence.marks[i] <= "\uebff"]
    if not places or not context.is_own(places[0]) or context.is_excepted(places[0]):
        return
    subjects: list[Subject] = []
    for place in places:
        rows = [
            s for s in sentence.name(sentence.marks[place]).subjects
            if s.kind in ("indicator", "part")
        ]  # fmt: skip
        if len(rows) == 1:
            subjects.append(rows[0])
    if subjects:
        whole = whole and len(subjects) == len(places)
        yield Claim(
            kind,
            tuple(dict.fromkeys(subjects)),
            sentence.quote(*span),
            passage,
            word=word,
            is_exhaustive=whole,
        )
