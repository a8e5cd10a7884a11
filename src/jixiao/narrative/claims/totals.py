"""Claims on the whole: the total score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, YEAR, MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.names import TOTAL, Subject
from jixiao.narrative.claims.sections import SectionMention
from jixiao.narrative.claims.words import (
    AFTER,
    BRACKET,
    BY_OTHERS,
    REVIEWED,
    SCORED,
    WEIGHS,
    compiled,
)
from jixiao.narrative.model import Passage

_STRONG: Final = (
    "(?:(?:综合|绩效|评价|最终|总体|考核|自评|整体|支出|合计|实际)*(?:总得分|总分(?!值)|总评分|总成绩|总评)"
    "|(?:自评)?(?:综合|绩效|评价|最终|总体|考核|整体|整体支出|折合|总计|合计)+(?:自评)?(?:综合)?(?:得分|评分|分数|成绩|自评分|打分)"
    "|合计得分|折合)"
)
_WEAK: Final = "自评得分|自评分数|自评分|自评成绩|得分|评分|得|自评|打分|评为|计|获|评定|打|自评结论|自评结果|评价结论|评价结果|评分结果"
_BE: Final = rf"(?:合计|情况|结果|分数|值|最终|实际|总计|{YEAR}|年度)*(?:虽然?|为|是|共计|共|：|达到|达|=|计|了|得|定格在|锁定在|确定为|即|仅|只有)*"
_TOTAL: Final = compiled(rf"{_STRONG}{BRACKET}?{_BE}(?P<figure>{FIGURE}){AFTER}")
_BARE: Final = compiled(rf"(?:{_WEAK}){BRACKET}?{_BE}(?P<figure>{FIGURE}){AFTER}")
_GRADED: Final = compiled(rf"[优良中差](?:秀|好|等|级|等次|等级|档)*（(?P<figure>{FIGURE})）")
_YEARLY: Final = compiled(
    rf"得分(?:情况)?(?:分别|依次)(?:为|是|：)*(?P<figures>{FIGURE}(?:(?:、|和|，){FIGURE})+)"
)
_ABOUT: Final = re.compile(r"绩效|自评|评价|考核|评分|满分|总分|等次|档次|为[优良中差]")
_OTHER: Final = re.compile(
    r"项目(?!支出)|专项|课题|上年|去年|上一年|平均|全[市省县区国]|目标|力争|下属|所属|二级单位|政策|班子|党建|党风|综治|信访|平安|文明|目标管理|年度考核|工作考核|法治|意识形态|节能|处室"
)
_OF_SPENDING: Final = re.compile(r"绩效|自评|整体|总得分|总分|综合|打分|指标体系|评分表|投入")
_QUALIFIED: Final = re.compile(
    "绩效|自我|最后|评价结果|自评|整体|部门|总得?分|综合|[本此]次|最终|认定|评分|打分|得出"
)
_NAMED: Final = 6  # marks of the words that name a score
_SHARED: Final = re.compile("(?:分别|依次|各|均)$")
_NOW: Final = re.compile(r"本年度?|今年|当年|[\uec00-\uefff]")
_THIS: Final = re.compile(r"[该本此](?:项|指标|部分|类)")
_OUT_OF: Final = compiled(rf"(?:满分|分值|权重|标准分)(?:为|是|共|：|=|计)*(?P<figure>{FIGURE})")
_FULL: Final = re.compile(r"满分|扣(?!除)|每")
_HEADED: Final = re.compile(
    rf"(?:^(?:自评|实际)?|[该本此](?:项|部分|类)(?:指标)?)(?:{WEIGHS}(?P<weight>{FIGURE})，)?{SCORED}(?P<figure>{FIGURE})"
)


@dataclass
class TotalReader:
    """Reads one sentence; figures claimed of something else before are passed over."""

    sentence: MaskedSentence
    context: NameContext
    passage: Passage
    mentions: tuple[SectionMention, ...]
    used: set[int]
    is_of_row: bool = False  # the paragraph has spoken of one row alone so far
    section: Subject | None = None  # a section that heads the paragraph

    def claims(self) -> Iterator[Claim]:
        """Yield what the sentence says of the whole, or of the section that heads it."""
        if not self.sentence.figures:
            return
        yield from self._headed()
        yield from self._yearly()
        total = next(self._total(_TOTAL, is_sure=True), None)
        if total is None:
            total = next(self._total(_BARE, is_sure=False), None)
        if total is None:
            total = next(self._total(_GRADED, is_sure=False), None)
        if total is not None:
            yield total

    def _yearly(self) -> Iterator[Claim]:
        """2016年、2017年自评得分分别为83.2分、80.71分: that of the report's year."""
        for match in _YEARLY.finditer(self.sentence.marks):
            figures = self.sentence.figures_in(*match.span("figures"))
            figure = self.context.of_this_year(match.start(), figures)
            if figure is None:
                continue
            self.used |= {each.start for each in figures}
            if not self._is_elsewhere(match.start(), is_sure=False):
                yield self._claim(ClaimKind.TOTAL, TOTAL, figure, match.span())

    def _claim(
        self, kind: ClaimKind, subject: Subject, figure: WrittenFigure, span: tuple[int, int]
    ) -> Claim:
        self.used.add(figure.start)
        return Claim(kind, (subject,), self.sentence.quote(*span), self.passage, figure)

    def _free(self, mark: str | None) -> WrittenFigure | None:
        figure = self.sentence.figure(mark) if mark else None
        return figure if figure is not None and figure.start not in self.used else None

    def _headed(self) -> Iterator[Claim]:
        """过程指标。该项指标分值60分，自评得分41.46分: of the section that heads the paragraph."""
        if self.section is None:
            return
        for match in _HEADED.finditer(self.sentence.marks):
            weight, figure = self._free(match["weight"]), self._free(match["figure"])
            if weight is not None and weight.measure == "points":
                yield self._claim(ClaimKind.WEIGHT, self.section, weight, match.span())
            if figure is not None and figure.measure in ("points", ""):
                yield self._claim(ClaimKind.SECTION, self.section, figure, match.span())

    def _total(self, pattern: re.Pattern[str], *, is_sure: bool) -> Iterator[Claim]:
        marks = self.sentence.marks
        for match in pattern.finditer(marks):
            figure = self._free(match["figure"])
            if figure is None or figure.measure not in ("points", "") or figure.is_difference:
                continue
            if self._is_elsewhere(match.start(), is_sure=is_sure):
                continue
            if self._is_full_mark(figure, match.end()) or self._is_out_of_other(
                figure, at=match.start()
            ):
                continue
            yield self._claim(ClaimKind.TOTAL, TOTAL, figure, match.span())

    def _is_elsewhere(self, at: int, *, is_sure: bool) -> bool:
        """Whether a score is that of a row, a project, another year or everybody's average."""
        before = self.sentence.marks[:at]
        begin = max(before.rfind(mark) for mark in "，；") + 1
        if self._is_clause_of_others(begin, at):
            return True
        if not self.context.is_this_year(at) or self.context.is_of_others(at + 2):
            return True
        if BY_OTHERS.search(before):
            return True
        if self.context.is_of_project(at):
            return True
        if is_sure:
            names = tuple(self.context.names.sections)
            return before.endswith(names) or not _OF_SPENDING.search(self.sentence.text)
        said = before[begin:] if _NOW.match(before, begin) else before.rpartition("〓")[2]
        return _OTHER.search(said) is not None or self._is_unsure(before)

    def _is_clause_of_others(self, begin: int, at: int) -> bool:
        """Whether the clause itself names a row, a section, a project, another evaluation."""
        clause = self.sentence.marks[begin:at]
        if (
            REVIEWED.search(self.sentence.marks[begin : at + _NAMED])
            or _SHARED.search(clause)
            or _OTHER.search(clause)
            or _FULL.search(clause)
        ):
            return True
        if any(begin <= mention.start < at for mention in self.mentions):
            return True
        said = self.sentence.marks[begin : at + _NAMED]
        is_known = _QUALIFIED.search(said) or self.context.is_neutral(clause)
        return not is_known or re.search(NAME, clause) is not None  # 内部控制评价得分

    def _is_unsure(self, before: str) -> bool:
        """Whether a bare score may be that of something that the words before name."""
        at = len(before)
        if re.search(NAME, before) or not _ABOUT.search(self.sentence.text):
            return True
        if self.is_of_row or self.section is not None or _THIS.search(before):
            return True
        return any(mention.start < at for mention in self.mentions)

    def _is_out_of_other(self, figure: WrittenFigure, at: int) -> bool:
        """Whether a score is out of another full mark: 分值15分，自评得分15分; 得分912.4分."""
        total = self.context.names.rulebook.total
        weights = [
            self.sentence.figure(match["figure"]).value
            for match in _OUT_OF.finditer(self.sentence.marks, 0, at)
        ]
        return figure.value > total or (bool(weights) and weights[-1] != total)

    def _is_full_mark(self, figure: WrittenFigure, end: int) -> bool:
        """Whether 总分100分 names the full mark, a score coming after it."""
        if figure.value != self.context.names.rulebook.total:
            return False
        rest = self.sentence.marks[end:]
        return (
            bool(re.search(rf"(?:得分?|自评|评分|扣)[^，；]{{0,6}}{FIGURE}", rest))
            or "制" in rest[:2]
        )
