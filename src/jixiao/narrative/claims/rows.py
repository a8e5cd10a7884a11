"""Claims on rows and basic figures: rate, score, weight, points lost, amounts, changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, YEAR, MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.names import Subject
from jixiao.narrative.claims.words import (
    AFTER,
    BRACKET,
    FULL_MARKS,
    LINK,
    LIST,
    NO_POINTS,
    SCORED,
    WEIGHS,
    compiled,
)
from jixiao.narrative.model import Passage

_DIRECT: Final = compiled(rf"(?P<name>{NAME})(?:{LINK})(?P<figure>{FIGURE})(?:个|项)?{AFTER}")
_SCORE: Final = compiled(
    rf"(?P<name>{NAME})(?:{BRACKET}|指标|的|项目|本年度?|：|，)*{SCORED}(?P<figure>{FIGURE}){AFTER}"
)
_WEIGHT: Final = compiled(
    rf"(?P<name>{NAME})(?:指标|项目|（|，|：)*{WEIGHS}(?P<figure>{FIGURE})"
    rf"|(?P<name2>{NAME})（(?:{WEIGHS}|共|计)?(?P<figure2>{FIGURE})）"
)
_BRACKETED: Final = compiled(rf"(?P<name>{NAME})（(?P<figure>{FIGURE})）")
_FIRST_WEIGHT: Final = compiled(
    rf"(?P<name>{NAME})(?:指标|项目)?(?:，?[本该此]项(?:指标)?)?(?P<figure>{FIGURE})(?=[，；：]?{SCORED}{FIGURE})"
)
_EACH: Final = compiled(
    rf"{LIST}(?:等)?(?:{FIGURE})?(?:三级|指标|项)*(?:均|都|皆|全部)(?P<score>得分?|得|计)?(?:为|达到|达|是)*(?P<figure>{FIGURE}){AFTER}"
)
_LATER_LOST: Final = compiled(
    rf"[，；：。](?:按照?|根据|依据|对照|评分|标准|规定|故|因此|所以|该|本|此|项|指标|应|共|自评|，)*扣(?:减|除|了|掉|完)?分?(?P<figure>{FIGURE})"
)
_LATER_EACH: Final = compiled(
    rf"，(?:均|都|各)(?:自评|实际)?(?:得分|得|计)(?:为)?(?P<figure>{FIGURE})(?=[，。；、）]|$)"
)
_ELLIPTIC: Final = ("实际支出", "实际支出数")
_LOST: Final = compiled(
    rf"(?P<name>{NAME})(?:{BRACKET}|指标|项目|一项|因此|故|，|（)*(?:被|共|自评|应|合计|实际|中)*"
    rf"(?:扣减?|扣除|扣完|失|丢)(?:了|掉|分)?(?:为)?(?P<figure>{FIGURE})"
)
_LATER_SCORE: Final = compiled(
    rf"(?P<lead>[，；：。、）])(?:按照?|根据|依据|对照|评分|评价|考核|打分|标准|办法|细则|规则|规定|故|因此|因而|所以|"
    rf"据此|综上|该|本|此|项|指标|三级|得分情况|自评情况|，)*{SCORED}(?P<figure>{FIGURE}){AFTER}"
)
_LATER_NOTHING: Final = compiled(
    rf"[，；：。](?:按照?|根据|依据|评分|标准|故|因此|所以|该|本|此|项|指标|自评|应|，)*(?P<nothing>{NO_POINTS}|(?P<full>{FULL_MARKS}))"
)
_LATER_RATE: Final = compiled(
    rf"(?P<lead>[，；])(?:{YEAR}|实际|仅|只|也|已|全年|为|是|有|达到|达|完成了?|到)+(?P<figure>{FIGURE})(?=[，。；、）]|$)"
)
_CHANGE: Final = compiled(
    rf"(?P<name>{NAME})(?:{LINK}{FIGURE})?(?:总额|支出|总体|方面|，|、|：)*(?:比|较|同比|与)*(?:{YEAR}|上年|去年|上一年)*"
    rf"(?:度|同期|相比|决算数?|预算数?|支出数?|，|实现|总体|大幅|略|均|有所|共)*"
    rf"(?P<way>增长|增加|上升|提高|上涨|下降|减少|降低|压减|压缩|下浮)(?:了|幅度|率|：|为|达到?)*(?P<figure>{FIGURE}){AFTER}"
)
_DISTRIBUTED: Final = compiled(
    rf"(?P<names>{NAME}(?:(?:、|和|与|及|以及){NAME})+)(?:{BRACKET}|指标|三项|两项|的)*(?P<score>自评得分|得分|实际得分|自评)?"
    rf"(?:依次|分别)(?:实现|完成)?(?P<score2>得|得分|计|扣)?(?:为|是|达到?|：)*(?P<figures>{FIGURE}(?:(?:、|和|与|及|以及|，){FIGURE})+)"
)
_FALLING: Final = ("下降", "减少", "降低", "压减", "压缩", "下浮")
_POINTS: Final = ("points", "")


@dataclass
class RowReader:
    """Reads one sentence; ``carried`` is the row that the paragraph has spoken of alone so far."""

    sentence: MaskedSentence
    context: NameContext
    passage: Passage
    carried: Subject | None = None
    used: set[int] = field(default_factory=set)

    def claims(self) -> Iterator[Claim]:
        """Yield the claims; each figure is claimed of one thing."""
        yield from self._distributed()
        yield from self._weights()
        yield from self._lost()
        yield from self._each()
        yield from self._scores()
        yield from self._changes()
        yield from self._direct()
        yield from self._later_each()
        yield from self._later_scores()
        yield from self._later_losses()
        yield from self._later_rates()

    def _claim(
        self,
        kind: ClaimKind,
        subject: Subject,
        figure: WrittenFigure | None,
        span: tuple[int, int],
        word: str = "",
    ) -> Claim:
        if figure is not None:
            self.used.add(figure.start)
        text = self.sentence.quote(*span)
        return Claim(kind, (subject,), text, self.passage, figure, word=word)

    def _free(self, mark: str) -> WrittenFigure | None:
        figure = self.sentence.figure(mark)
        return None if figure.start in self.used else figure

    def _subject(self, at: int, *kinds: str) -> Subject | None:
        """The thing that a name means without a doubt, where it is of one of the kinds."""
        subjects = [
            s for s in self.sentence.name(self.sentence.marks[at]).subjects if s.kind in kinds
        ]
        return subjects[0] if len(subjects) == 1 and self.context.is_own(at) else None

    def _distributed(self) -> Iterator[Claim]:
        for match in _DISTRIBUTED.finditer(self.sentence.marks):
            names = [
                i
                for i in range(*match.span("names"))
                if "\ue000" <= self.sentence.marks[i] <= "\uebff"
            ]
            figures = self.sentence.figures_in(*match.span("figures"))
            subjects = [self._any_of(at) for at in names] if self.context.is_own(names[0]) else []
            if len(names) != len(figures) or len(subjects) != len(figures):
                continue
            said = match["score"] or match["score2"]
            for subject, figure in zip(subjects, figures, strict=True):
                kind = (
                    ClaimKind.LOST
                    if said == "扣"
                    else self._kind(subject, figure, scored=bool(said))
                )
                if subject is not None and kind is not None:
                    yield self._claim(kind, subject, figure, match.span())
                self.used.add(figure.start)

    def _any_of(self, at: int) -> Subject | None:
        return self.sentence.name(self.sentence.marks[at]).subject

    def _kind(
        self, subject: Subject | None, figure: WrittenFigure, *, scored: bool
    ) -> ClaimKind | None:
        """What a figure next to a name is of it; None where it cannot be of it."""
        if subject is None or figure.is_difference:
            return None
        if subject.kind == "input":
            counted = figure.measure not in ("share", "money", "points", "")
            fits = figure.measure == "money" if self._is_money(subject) else counted
            return ClaimKind.INPUT if fits else None
        if subject.kind not in ("indicator", "part"):
            return None
        if figure.measure == "share":
            return ClaimKind.RATE
        is_score = figure.measure == "points" or (not figure.measure and scored)
        return ClaimKind.SCORE if is_score and scored else None

    def _is_money(self, subject: Subject) -> bool:
        item = self.context.names.rulebook.input_by_id.get(subject.id)
        return item is not None and item.kind == "money"

    def _weights(self) -> Iterator[Claim]:
        for match in _WEIGHT.finditer(self.sentence.marks):
            at = match.start("name") if match["name"] else match.start("name2")
            yield from self._weight(at, match["figure"] or match["figure2"], match.span())
        for match in _FIRST_WEIGHT.finditer(self.sentence.marks):
            yield from self._weight(match.start("name"), match["figure"], match.span())

    def _weight(self, at: int, mark: str, span: tuple[int, int]) -> Iterator[Claim]:
        figure = self._free(mark)
        subject = self._subject(at, "indicator", "part")
        if figure is not None and figure.measure == "points":
            self.used.add(figure.start)
            if subject is not None:
                yield self._claim(ClaimKind.WEIGHT, subject, figure, span)

    def _each(self) -> Iterator[Claim]:
        """Several rows with one figure: 甲、乙、丙均为100%."""
        for match in _EACH.finditer(self.sentence.marks):
            figure = self._free(match["figure"])
            places = [
                i
                for i in range(*match.span("list"))
                if "\ue000" <= self.sentence.marks[i] <= "\uebff"
            ]
            if figure is None or len(places) < 2 or not self.context.is_own(places[0]):
                continue
            for at in places:
                subject = self._any_of(at)
                kind = self._kind(subject, figure, scored=bool(match["score"]))
                if subject is not None and kind is not None and kind is not ClaimKind.INPUT:
                    yield self._claim(kind, subject, figure, match.span())

    def _lost(self) -> Iterator[Claim]:
        for match in _LOST.finditer(self.sentence.marks):
            figure = self._free(match["figure"])
            subject = self._subject(match.start("name"), "indicator", "part")
            if figure is not None and figure.measure in _POINTS:
                self.used.add(figure.start)
                if subject is not None:
                    yield self._claim(ClaimKind.LOST, subject, figure, match.span())

    def _scores(self) -> Iterator[Claim]:
        for match in _SCORE.finditer(self.sentence.marks):
            figure = self._free(match["figure"])
            subject = self._subject(match.start("name"), "indicator", "part")
            if figure is not None and subject is not None and figure.measure in _POINTS:
                yield self._claim(ClaimKind.SCORE, subject, figure, match.span())

    def _changes(self) -> Iterator[Claim]:
        for match in _CHANGE.finditer(self.sentence.marks):
            figure = self._free(match["figure"])
            subject = self._subject(match.start("name"), "change")
            if figure is None or subject is None or figure.measure != "share":
                continue
            if figure.is_difference or self.context.is_narrower(match.start("name")):
                continue
            sign = -1 if match["way"] in _FALLING else 1
            yield self._claim(ClaimKind.RATE, subject, signed(figure, sign), match.span())
            self.used.add(figure.start)

    def _direct(self) -> Iterator[Claim]:
        stated: dict[Subject, list[Claim]] = {}
        bracketed = [
            match.start()
            for match in _BRACKETED.finditer(self.sentence.marks)
            if self.sentence.figure(match["figure"]).measure == "share"
        ]
        for match in (
            *_BRACKETED.finditer(self.sentence.marks),
            *_DIRECT.finditer(self.sentence.marks),
        ):
            figure = self._free(match["figure"])
            at = match.start("name")
            if at in bracketed and match.re is _DIRECT:
                continue  # what follows 预算完成率（60.2%） is what it is held against
            if figure is None or not self.context.is_own(at):
                continue
            fitting = [
                (subject, kind)
                for subject in self.sentence.name(match["name"]).subjects
                if (kind := self._kind(subject, figure, scored=False)) is not None
            ]
            if len(fitting) != 1:
                continue
            subject, kind = fitting[0]
            if kind is ClaimKind.INPUT and (self.context.is_narrower(at) or self._is_elliptic(at)):
                continue
            claim = self._claim(kind, subject, figure, match.span())
            stated.setdefault(subject, []).append(claim)
        for claims in stated.values():
            if (
                len({c.figure.value for c in claims if c.figure}) == 1
            ):  # else one of them is narrower
                yield claims[0]

    def _later_each(self) -> Iterator[Claim]:
        """甲和乙分别达到95%、94.64%，均得4分: of all rows named in the clauses before."""
        for match in _LATER_EACH.finditer(self.sentence.marks):
            figure = self._free(match["figure"])
            before = self.sentence.marks[: match.start()]
            start = max(before.rfind(mark) for mark in "；。") + 1
            places = [i for i in range(start, match.start()) if "\ue000" <= before[i] <= "\uebff"]
            rows = [self._subject(at, "indicator", "part") for at in places]
            if figure is None or figure.measure not in _POINTS or len(rows) < 2:
                continue
            self.used.add(figure.start)
            known = [row for row in rows if row is not None]
            if len(known) == len(rows):
                for row in known:
                    yield self._claim(ClaimKind.SCORE, row, figure, match.span())

    def _is_elliptic(self, at: int) -> bool:
        """Whether 实际支出 is short for the spending of what was named before it."""
        name = self.sentence.name(self.sentence.marks[at])
        said = self.sentence.text[name.start : name.end]
        return said in _ELLIPTIC and any(
            "\ue000" <= m <= "\uebff" for m in self.sentence.marks[:at]
        )

    def _later_losses(self) -> Iterator[Claim]:
        marks = "。" + self.sentence.marks
        for match in _LATER_LOST.finditer(marks):
            figure = self._free(match["figure"])
            subject = self._row_before(match.start() - 1)
            if figure is None or figure.measure not in _POINTS or subject is None:
                continue
            if match.start() and not self._is_list(match.start() - 1):
                yield self._claim(ClaimKind.LOST, subject, figure, self._back(match.span()))

    def _row_before(self, at: int) -> Subject | None:
        """The row that a clause without a name speaks of: the last one named before it."""
        for place in range(at - 1, -1, -1):
            mark = self.sentence.marks[place]
            if "\ue000" <= mark <= "\uebff":
                subjects = [
                    s for s in self.sentence.name(mark).subjects if s.kind in ("indicator", "part")
                ]
                if subjects:
                    is_sole = len(subjects) == 1 and self.context.is_own(place)
                    return (
                        subjects[0] if is_sole and not self._is_part(subjects[0], place) else None
                    )
        return self.carried

    def _is_part(self, subject: Subject, at: int) -> bool:
        """Whether a part of a row is named after the row itself: 得0分 may be of either."""
        row = subject.id.partition("/")[0]
        return subject.kind == "part" and any(
            other.id == row
            for mark in self.sentence.marks[:at]
            if "\ue000" <= mark <= "\uebff"
            for other in self.sentence.name(mark).subjects
        )

    def _later_scores(self) -> Iterator[Claim]:
        marks = "。" + self.sentence.marks
        for match in _LATER_SCORE.finditer(marks):
            figure = self._free(match["figure"])
            if figure is None or figure.measure not in _POINTS:
                continue
            subject = self._row_before(match.start() - 1)
            if subject is not None and self.context.is_this_year(max(match.start() - 1, 0)):
                yield self._claim(ClaimKind.SCORE, subject, figure, self._back(match.span()))
        for match in _LATER_NOTHING.finditer(marks):
            subject = self._row_before(match.start() - 1)
            if subject is not None and match.start() and not self._is_list(match.start() - 1):
                kind = ClaimKind.FULL_ROWS if match["full"] else ClaimKind.ZERO_ROWS
                yield self._claim(kind, subject, None, self._back(match.span()))

    def _is_list(self, at: int) -> bool:
        """Whether the clause before a mark names several rows, so that one alone is not meant."""
        clause = self.sentence.marks[:at]
        names = [mark for mark in clause[clause.rfind("；") + 1 :] if "\ue000" <= mark <= "\uebff"]
        rows = {
            s.id for mark in names for s in self.sentence.name(mark).subjects
            if s.kind in ("indicator", "part")
        }  # fmt: skip
        return len(rows) != 1

    def _later_rates(self) -> Iterator[Claim]:
        for match in _LATER_RATE.finditer(self.sentence.marks):
            figure = self._free(match["figure"])
            if figure is None or figure.measure != "share" or figure.is_difference:
                continue
            at = match.start()
            subject = self._row_before(at)
            if subject is None or self._is_list(at) or not self.context.is_this_year(at):
                continue
            between = self.sentence.marks[self._last_name(at) : at]
            if any("\uf000" <= mark <= "\uf8ff" for mark in between) or len(between) > 24:
                continue
            yield self._claim(ClaimKind.RATE, subject, figure, match.span())

    def _last_name(self, at: int) -> int:
        places = [i for i in range(at) if "\ue000" <= self.sentence.marks[i] <= "\uebff"]
        return places[-1] if places else 0

    @staticmethod
    def _back(span: tuple[int, int]) -> tuple[int, int]:
        return max(span[0] - 1, 0) + (1 if span[0] else 0), max(span[1] - 1, 0)


def signed(figure: WrittenFigure, sign: int) -> WrittenFigure:
    """Give a figure with the sign that its verb means: 下降3.2% is -3.2%."""
    if sign > 0 or figure.value < 0:
        return figure
    return WrittenFigure(
        figure.text, -figure.value, -figure.values, figure.measure, figure.start, figure.end,
        figure.unit, figure.is_bound, figure.is_difference,
    )  # fmt: skip


def points(figure: WrittenFigure) -> Fraction:
    """The points that a figure names."""
    return figure.value
