"""Claims on sections: what they scored, what they can bring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jixiao.narrative.claims.amounts import is_figure
from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.names import NameIndex, Subject
from jixiao.narrative.claims.roles import FigureRole, is_bare_weight, is_out_of, points_role
from jixiao.narrative.claims.words import SCORED, US, WEIGHS, compiled
from jixiao.narrative.model import Passage

_BEFORE: Final = rf"(?:^|[，；：、（）。和与及在〓]|{FIGURE}|其中|我{US}|指标中|部分中|[类面]中|本部门|[一二三四]级指标|[一二三四五]是|部门|按|从|看|由于|因)"
_AFTER: Final = rf"(?=(?:类|管理|指标|一级指标|二级指标|部分|方面|维度|情况|这个?|一|项|上)*(?:(?:下设|设有?|包括|包含|共)*(?:[三四]级|{FIGURE})|自评|实际|共|得|合计|共计|小计|满分|分值|权重|总分|扣|失|标准分|应得|实得|占|是|未|均|全|（|，|：|{FIGURE}|[、和与及]|$))"
_KIND: Final = re.compile(
    r"(?:这个?|一|项|上|类|管理|指标|一级指标|二级指标|部分|方面|维度|情况|的)*"
)
_PATH: Final = compiled(
    rf"(?:{FIGURE}|{SCORED}|{WEIGHS}|[，：（）；]|得|扣|失|分|为|是|占|总分|共|计|实|应|权重|未|没有|无|[三四]级|下设|设有?|包括|包含|实际|自评|评|方面|指标|部分|其中|可|全部|满分|获|标准|按|上|率|本|该|项|类|只|仅|合计|最多|较多|次|的|偏|低|高|较|少|主要|在|上|丢)*"
)
_NOT_OWN: Final = re.compile(r"项目(?!支出)|专项|上年|去年|平均|全[市省县区国]")
_DISTRIBUTED: Final = (
    rf"(?P<names>{{one}}(?:类|指标|方面|部分)?(?:(?:、|和|与|及|以及){{one}}(?:类|指标|方面|部分)?)+)[^，；、\uf000-\uf8ff]{{0,8}}?(?:{FIGURE}(?:方面|部分|指标|类|，)*)?，?"
    rf"(?P<said>(?:自评|实际|实得|最终)?(?:得分|得|分值|权重|满分|标准分)?(?:依次|分别|各)(?:自评|实际|实得)?(?:得分|得|自评|分值|权重|满分|计|评)?(?:为|是|：)*)(?P<figures>{FIGURE}(?:(?:、|和|与|及|以及|，){FIGURE})+)"
)
_SUMMED: Final = ("合计", "共计", "共", "合计得", "部分合计", "小计")
_FULL_MARKS: Final = re.compile("[得获]满分$")
_ALL_GOT: Final = re.compile(
    rf"，?(?:我{US}|自评|实际|本部门|本单位)*(?:全部|均|都)?(?:[得获]满分|全部得分|全部得到|未[扣失]分)"
)
_SCORES: Final = re.compile("得分(?:情况|构成)?(?:分别|依次)?(?:为|是|如下)?：[^：。；]*$")
_WEIGHT: Final = re.compile("分值|权重|满分|标准分")


@dataclass(frozen=True, slots=True)
class SectionPatterns:
    """Where sections are named, alone and in lists."""

    mention: re.Pattern[str]
    distributed: re.Pattern[str]
    one: re.Pattern[str]

    @classmethod
    def of(cls, names: NameIndex) -> SectionPatterns | None:
        """Make the patterns once for a report; None where a rulebook has no sections."""
        listed = sorted(names.sections, key=len, reverse=True)
        if not listed:
            return None
        one = f"(?:{'|'.join(map(re.escape, listed))})"
        return cls(
            re.compile(f"(?P<before>{_BEFORE})(?P<section>{one}){_AFTER}"),
            re.compile(_DISTRIBUTED.replace("{one}", one)),
            re.compile(one),
        )


@dataclass(frozen=True, slots=True)
class SectionMention:
    """A section named at a place; ``end`` is behind 指标, 方面 and the like."""

    start: int
    end: int
    section: Subject


def section_mentions(
    sentence: MaskedSentence, context: NameContext, patterns: SectionPatterns | None
) -> tuple[SectionMention, ...]:
    """List the sections that a sentence names as such, in their order."""
    found: list[SectionMention] = []
    at = 0
    while patterns is not None and (match := patterns.mention.search(sentence.marks, at)):
        at = match.end("section")
        kind = _KIND.match(sentence.marks, at)
        end = kind.end() if kind else at
        found.append(
            SectionMention(match.start("section"), end, context.names.sections[match["section"]])
        )
    return tuple(found)


@dataclass
class SectionReader:
    """Reads what a sentence says of sections; figures claimed are added to ``used``."""

    sentence: MaskedSentence
    context: NameContext
    passage: Passage
    patterns: SectionPatterns | None
    mentions: tuple[SectionMention, ...]
    used: set[int]
    follows_total: bool = False

    def claims(self, *, follows_total: bool = False) -> Iterator[Claim]:
        """Yield scores and weights, each figure by the words next to it.

        ``follows_total`` where the sentence before states the total: 其中：投入15分 are scores.
        """
        self.follows_total = follows_total
        yield from self._distributed()
        for at, mark in enumerate(self.sentence.marks):
            if "\uf000" <= mark <= "\uf8ff":
                figure = self.sentence.figure(mark)
                section = self._topic(at)
                if section is None or figure.start in self.used or figure.is_difference:
                    continue
                kind = self._kind(section, at, figure)
                if kind is None:
                    continue
                yield self._claim(kind, section.section, figure, (section.start, at + 1))
                if kind is ClaimKind.WEIGHT and _ALL_GOT.match(self.sentence.marks, at + 1):
                    yield self._claim(
                        ClaimKind.SECTION, section.section, figure, (section.start, at + 1)
                    )

    def _topic(self, at: int) -> SectionMention | None:
        """The section that the clauses before a mark speak of."""
        marks = self.sentence.marks
        before = [mention for mention in self.mentions if mention.end <= at]
        if not before or re.search(NAME, marks[before[-1].end : at]):
            return None
        last = before[-1]
        if _NOT_OWN.search(marks[max(0, last.start - 12) : last.start]):
            return None
        is_listed = len(before) > 1 and re.fullmatch(
            "[、和与及]|以及", marks[before[-2].end : last.start]
        )
        if is_listed or not self.context.is_this_year(last.start):
            return None
        return last if _PATH.fullmatch(marks[last.end : at]) else None

    def _kind(self, section: SectionMention, at: int, figure: WrittenFigure) -> ClaimKind | None:
        marks = self.sentence.marks
        if figure.measure not in ("points", ""):
            return None
        path = marks[section.end : at]
        if figure.measure and is_bare_weight(path, marks[at + 1 :]):
            return ClaimKind.WEIGHT
        role = points_role(self.sentence, at, section.end)
        if "总分" in path and any(map(is_figure, path)):
            return None  # 效果12分，总分80.71分: of the whole
        if role is FigureRole.WEIGHT:
            return ClaimKind.WEIGHT
        if role is FigureRole.LOST:
            return ClaimKind.LOST
        if role is FigureRole.SCORE or _FULL_MARKS.search(marks[:at]):
            return ClaimKind.SECTION
        if path in _SUMMED and self._follows_scores(at):
            return ClaimKind.SECTION
        return self._bare_kind(section, at) if path in ("", "：", "为") else None

    def _bare_kind(self, section: SectionMention, at: int) -> ClaimKind | None:
        """What points right behind the name of a section are."""
        marks = self.sentence.marks
        if is_out_of(marks[at + 1 :]):
            return ClaimKind.SECTION
        if self._is_weighed(section.start):
            return ClaimKind.WEIGHT
        if marks[at + 1 : at + 2] == "/":  # 5分/5分: got, and to be had
            return None
        is_score = _SCORES.search(marks[: section.start]) or self._is_part_of_total(section.start)
        return ClaimKind.SECTION if is_score else None

    def _follows_scores(self, at: int) -> bool:
        """Whether the figure before is a score: 甲得2分、乙得3分，效果合计5分."""
        places = [p for p in range(at) if is_figure(self.sentence.marks[p])]
        return bool(places) and points_role(self.sentence, places[-1]) is FigureRole.SCORE

    def _is_weighed(self, at: int) -> bool:
        """Whether a list of sections follows 权重为：, each with what it can bring."""
        before = self.sentence.marks[:at]
        found = re.search(
            r"(?:权重|分值|满分|标准分)(?:分别|设置|构成|分配)?(?:为|是)?：?[^：。；）]*$", before
        )
        return found is not None and not re.search("得|扣", found[0])

    def _is_part_of_total(self, at: int) -> bool:
        """Whether a section's figure follows a score and 其中: 得分80.71分，其中投入15分."""
        marks = self.sentence.marks
        where = marks.rfind("其中", 0, at)
        if where == 0:
            return self.follows_total
        scored = rf"(?:得分|总分|得|分|自评)(?:为|是)*{FIGURE}[，：（。]?$"
        return where > 0 and bool(re.search(scored, marks[:where]))

    def _distributed(self) -> Iterator[Claim]:
        """投入、过程、产出、效果分别得15分、41.46分、12.25分、12分."""
        if self.patterns is None:
            return
        for match in self.patterns.distributed.finditer(self.sentence.marks):
            names = self.patterns.one.findall(match["names"])
            figures = self.sentence.figures_in(*match.span("figures"))
            kind = ClaimKind.WEIGHT if _WEIGHT.search(match["said"]) else ClaimKind.SECTION
            if len(names) == len(figures) and self.context.is_this_year(match.start()):
                for name, figure in zip(names, figures, strict=True):
                    subject = self.context.names.sections[name]
                    if figure.start not in self.used and figure.measure in ("points", ""):
                        yield self._claim(kind, subject, figure, match.span())

    def _claim(
        self, kind: ClaimKind, section: Subject, figure: WrittenFigure, span: tuple[int, int]
    ) -> Claim:
        self.used.add(figure.start)
        return Claim(kind, (section,), self.sentence.quote(*span), self.passage, figure)
