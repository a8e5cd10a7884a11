"""Claims on the whole: total, grade, and the sums of sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.names import GRADE, TOTAL, NameIndex, Subject
from jixiao.narrative.claims.words import AFTER, BRACKET, SCORED, WEIGHS, compiled
from jixiao.narrative.model import Passage

_STRONG: Final = (
    "综合评价总得分|自评总得分|总得分|总体得分|综合得分|综合评分|评价得分|绩效得分|自评总分|最终得分|"
    "评价总分|综合总分|总评分|总分(?!值)|综合自评得分|绩效自评得分|绩效评分|评价分数|自评综合得分"
)
_WEAK: Final = "自评得分|自评分数|自评分|得分|评分|得|自评|打分|评为"
_BE: Final = r"(?:合计|情况|结果|分数|值)?(?:为|是|共计|共|：|达到|达|=|计|了)*"
_TOTAL: Final = compiled(rf"(?:{_STRONG}){BRACKET}?{_BE}(?P<figure>{FIGURE}){AFTER}")
_BARE: Final = compiled(rf"(?:{_WEAK}){BRACKET}?{_BE}(?P<figure>{FIGURE}){AFTER}")
_GRADED: Final = re.compile("优|良|中|差|合格")
_ABOUT: Final = re.compile(r"绩效|自评|评价|考核|评分")
_OTHER: Final = re.compile(
    r"项目(?!支出)|专项|课题|上年|去年|上一年|平均|全[市省县区国]|目标|力争|下属|所属|二级单位|政策"
)
_YEARS: Final = re.compile(r"(?P<last>上年|去年|上一年|往年)|本年|今年|当年|本次")
_PROJECT: Final = re.compile(r"项目(?!支出)|专项|课题|下属|所属|二级单位")
_THIS: Final = re.compile(r"[该本此](?:项|指标|部分|类)")
_FULL: Final = re.compile(r"满分|扣|每")
_NOT_OWN: Final = re.compile(r"项目(?!支出)|专项|上年|去年|平均|全[市省县区国]")


@dataclass(frozen=True, slots=True)
class TotalPatterns:
    """The patterns of what is said of the whole, by the sections and grades of a rulebook.

    None where a rulebook has no sections, or no grades.
    """

    sections: re.Pattern[str] | None
    distributed: re.Pattern[str] | None
    heads: re.Pattern[str] | None
    section: re.Pattern[str] | None
    grades: re.Pattern[str] | None

    @classmethod
    def of(cls, names: NameIndex) -> TotalPatterns:
        """Make the patterns once for a report."""
        listed = sorted(names.sections, key=len, reverse=True)
        one = f"(?:{'|'.join(map(re.escape, listed))})"
        words = "|".join(sorted(map(re.escape, names.grades), key=len, reverse=True))
        return cls(
            re.compile(_SECTIONS.replace("{one}", one)) if listed else None,
            re.compile(_DISTRIBUTED.replace("{one}", one)) if listed else None,
            re.compile(_HEADS.replace("{one}", one)) if listed else None,
            re.compile(one) if listed else None,
            re.compile(_GRADES.replace("{words}", words)) if words else None,
        )


_SECTIONS: Final = (
    rf"(?:^|[，；：、（）。和]|{FIGURE})(?:其中|我[局办委]|本部门|一级指标|二级指标|[一二三四五]是|部门|在|，|：|按)*"
    rf"(?P<section>{{one}})(?P<kind>类|管理(?={FIGURE}|（|指标)|指标|一级指标|二级指标|部分|方面|维度|类指标|管理指标|情况|得分(?={FIGURE}))*"
    rf"(?:（(?:{WEIGHS}|共|计)?(?P<weight>{FIGURE})(?:）|，(?={SCORED}{FIGURE}）))|(?:，|：)?(?:{WEIGHS}|共|计)?(?P<weight2>{FIGURE})(?=(?:，|：|；)?{SCORED}{FIGURE}))?"
    rf"(?:，|：|的)*(?P<scored>{SCORED})?(?P<figure>{FIGURE})?"
)
_DISTRIBUTED: Final = (
    rf"(?P<names>{{one}}(?:(?:、|和|与|及|以及){{one}})+)[^，；、\uf000-\uf8ff]{{0,8}}?(?:{FIGURE}(?:方面|部分|指标|类|，)*)?"
    rf"(?:自评|实际)?(?:得分|得)?(?:依次|分别)(?:自评|实际)?(?:得分|得|自评)?(?:为|是|：)*(?P<figures>{FIGURE}(?:(?:、|和|与|及|以及|，){FIGURE})+)"
)
_HEADS: Final = rf"(?:^|[，；、：（]){{one}}(?:类|管理|指标|部分|方面|（|{FIGURE})"
_GRADES: Final = (
    r"(?:(?:档次|等级|等次|级别|评级|评价结果|自评结果|评定结果|考核结果|结论|结果|评定|评为|综合评价|档)"
    r"(?:等级|档次|等次|级别)?(?:综合|最终)?(?:评定|评|认定|确定|定|列)?(?:为|是|：|属于|属|达到|在)*"
    r"(?P<grade>{words})(?:秀|级|等次|档次|等级|等|档)?(?=[，。；、）（！的]|$)"
    r"|(?:为|属于|属|达到|评定为|进入)(?P<grade2>{words})(?:等次|档次|等级|级|档)(?=[，。；、）（！]|$))"
)
_HEADED: Final = re.compile(
    rf"(?:^(?:自评|实际)?|[该本此](?:项|部分|类)(?:指标)?)(?:{WEIGHS}(?P<weight>{FIGURE})，)?{SCORED}(?P<figure>{FIGURE})"
)


@dataclass
class TotalReader:
    """Reads one sentence; figures claimed of something else before are passed over."""

    sentence: MaskedSentence
    context: NameContext
    passage: Passage
    patterns: TotalPatterns
    is_of_row: bool = False  # the paragraph has spoken of one row alone so far
    section: Subject | None = None  # a section that heads the paragraph
    used: set[int] = field(default_factory=set)

    def claims(self) -> Iterator[Claim]:
        """Yield what the sentence says of the whole and its sections."""
        if self.sentence.figures:
            yield from self._scores()
        if self.patterns.grades is not None and _GRADED.search(self.sentence.text):
            yield from self._grade(self.patterns.grades)

    def _scores(self) -> Iterator[Claim]:
        known = self.patterns
        if known.section is not None and known.section.search(self.sentence.text):
            yield from self._distributed()
            yield from self._sections()
        yield from self._headed()
        total = next(self._total(_TOTAL, is_sure=True), None)
        if total is None:
            total = next(self._total(_BARE, is_sure=False), None)
        if total is not None:
            yield total

    def _claim(
        self, kind: ClaimKind, subject: Subject, figure: WrittenFigure, span: tuple[int, int]
    ) -> Claim:
        self.used.add(figure.start)
        return Claim(kind, (subject,), self.sentence.quote(*span), self.passage, figure)

    def _free(self, mark: str | None) -> WrittenFigure | None:
        figure = self.sentence.figure(mark) if mark else None
        return figure if figure is not None and figure.start not in self.used else None

    def _sections(self) -> Iterator[Claim]:
        marks, at = self.sentence.marks, 0
        pattern = self.patterns.sections
        while pattern is not None and (match := pattern.search(marks, at)):
            at = max(match.end("section"), match.start() + 1)
            subject = self.context.names.sections[match["section"]]
            weight = self._free(match["weight"] or match["weight2"])
            figure = self._free(match["figure"])
            if _NOT_OWN.search(marks[max(0, match.start() - 12) : match.start() + 1]):
                continue
            if not self.context.is_this_year(match.start("section")):
                continue
            if weight is not None and weight.measure == "points":
                yield self._claim(ClaimKind.WEIGHT, subject, weight, match.span())
            is_part = figure is not None and self._is_part_of_total(match.start())
            if figure is None or figure.measure not in ("points", ""):
                continue
            if match["scored"] or (match["kind"] or "").startswith("得分") or is_part:
                yield self._claim(ClaimKind.SECTION, subject, figure, match.span())
                at = match.end()

    def _distributed(self) -> Iterator[Claim]:
        """投入、过程、产出、效果分别得15分、41.46分、12.25分、12分."""
        one, pattern = self.patterns.section, self.patterns.distributed
        if one is None or pattern is None:
            return
        for match in pattern.finditer(self.sentence.marks):
            names = one.findall(match["names"])
            figures = self.sentence.figures_in(*match.span("figures"))
            if len(names) == len(figures) and self.context.is_this_year(match.start()):
                for name, figure in zip(names, figures, strict=True):
                    subject = self.context.names.sections[name]
                    yield self._claim(ClaimKind.SECTION, subject, figure, match.span())

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

    def _is_part_of_total(self, at: int) -> bool:
        """Whether a section's figure follows a score and 其中: 得分80.71分，其中投入15分."""
        before = self.sentence.marks[:at]
        where = before.rfind("其中")
        start = self.sentence.marks.find("其中", max(at - 1, 0), at + 4)
        where = max(where, start)
        return where > 0 and bool(
            re.search(
                rf"(?:得分|总分|得|分)(?:为|是)*{FIGURE}[，：（。]?$", self.sentence.marks[:where]
            )
        )

    def _total(self, pattern: re.Pattern[str], *, is_sure: bool) -> Iterator[Claim]:
        marks = self.sentence.marks
        for match in pattern.finditer(marks):
            figure = self._free(match["figure"])
            if figure is None or figure.measure not in ("points", "") or figure.is_difference:
                continue
            before = marks[: match.start()]
            if self._is_elsewhere(before, is_sure=is_sure):
                continue
            if self._is_full_mark(figure, match.end()):
                continue
            yield self._claim(ClaimKind.TOTAL, TOTAL, figure, match.span())

    def _is_elsewhere(self, before: str, *, is_sure: bool) -> bool:
        """Whether a score is that of a row, a project, another year or everybody's average."""
        clause = before[max(before.rfind(mark) for mark in "，；") + 1 :]
        if _OTHER.search(clause) or _FULL.search(clause) or re.search(NAME, clause):
            return True
        if _OTHER.search(before) and not is_sure:
            return True
        if not self.context.is_this_year(len(before)):
            return True
        if is_sure:
            heads = self.patterns.heads
            is_headed = heads is not None and heads.search(clause) is not None
            return is_headed or any(clause.endswith(name) for name in self.context.names.sections)
        if re.search(NAME, before) or not _ABOUT.search(self.sentence.text):
            return True
        if self.is_of_row or self.section is not None or _THIS.search(before):
            return True
        heads = self.patterns.heads
        return heads is not None and heads.search(before) is not None

    def _is_full_mark(self, figure: WrittenFigure, end: int) -> bool:
        """Whether 总分100分 names the full mark, a score coming after it."""
        if figure.value != self.context.names.rulebook.total:
            return False
        rest = self.sentence.marks[end:]
        return (
            bool(re.search(rf"(?:得分?|自评|评分)[^，；]{{0,6}}{FIGURE}", rest)) or "制" in rest[:2]
        )

    def _grade(self, pattern: re.Pattern[str]) -> Iterator[Claim]:
        grades = self.context.names.grades
        text = self.sentence.text
        for match in pattern.finditer(text):
            before = text[: match.start()]
            clause = before[max(before.rfind(mark) for mark in "，；") + 1 :]
            if (
                _PROJECT.search(before)
                or _OTHER.search(clause)
                or not _ABOUT.search(text)
                or not self._this_year(match.start())
            ):
                continue
            word = grades[match["grade"] or match["grade2"]]
            said = text[before.rfind("，") + 1 : match.end()]
            yield Claim(ClaimKind.GRADE, (GRADE,), said, self.passage, word=word)
            return

    def _this_year(self, at: int) -> bool:
        """Whether the year named last before a place of the text is that of the report."""
        said = list(_YEARS.finditer(self.sentence.text, 0, at))
        if said and said[-1]["last"]:
            return False
        place = sum(start < at for start in self.sentence.starts)
        return self.context.is_this_year(place)
