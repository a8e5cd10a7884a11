"""Claims on rows: rate, score, weight, points lost, changes; each figure by the words next to it.

A sentence is read from left to right. The words next to a figure say what it is, the names before
it say of what; a figure that two things might be stated by is claimed of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.inputs import input_claims
from jixiao.narrative.claims.masked import FIGURE, YEAR, MaskedSentence
from jixiao.narrative.claims.mentions import Mentions
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.names import Subject
from jixiao.narrative.claims.roles import (
    FigureRole,
    change_way,
    is_bare_weight,
    is_value,
    points_role,
    run_before,
    signed,
)
from jixiao.narrative.claims.shared_figures import Shared, distributed, each
from jixiao.narrative.claims.words import FULL_MARKS, NO_POINTS, compiled
from jixiao.narrative.model import Passage

_KINDS: Final = {
    FigureRole.SCORE: ClaimKind.SCORE, FigureRole.WEIGHT: ClaimKind.WEIGHT, FigureRole.LOST: ClaimKind.LOST,
}  # fmt: skip
_SPENT: Final = re.compile(
    r"(?:全部?|均|都|已)?(?:被)?(?:扣除|扣完|扣光|扣掉|扣减完|全扣|扣尽)|全部?(?:被)?扣"
)
_LATER_RATE: Final = compiled(
    rf"(?:{YEAR}|实际|仅|只|也|已|全年|我[局办委院校]|本单位|本部门|为|是|有|达到|达|完成了?|到|最终|本年度?|当年|值|执行|结果|约|即|在|计算|得出|数)*"
)
_LATER_NOTHING: Final = compiled(
    rf"[，；：。](?:按照?|根据|依据|对照|评分|标准|规定|故|因此|所以|该|本|此|项|指标|自评|应|，)*(?P<nothing>{NO_POINTS}|(?P<full>{FULL_MARKS}))"
)
_LAST_YEAR: Final = re.compile("上年|去年|上一年|同比|同期")
_CHANGE_PATH: Final = compiled(
    rf"(?:总额|支出|总体|方面|，|、|：|比|较|同比|与|{YEAR}|上年|去年|上一年|度|同期|相比|的|决算数?|预算数?|支出数?|实现|大幅|略|均|有所|共|总计|合计|为|"
    rf"增长|增加|上升|下降|减少|降低|压减|压缩|缩减|压降|回落|节约|从|由|到|至|增|减|降|升|了|幅度|降幅|增幅|年度|年|{FIGURE}|明显|持续|进一步|总|数|金额|规模|实际|（|）|即)*"
)
_SHORT: Final = 3
_POINTS: Final = ("points", "")


@dataclass
class RowReader:
    """Reads one sentence; ``carried`` is the row that the paragraph has spoken of alone so far."""

    sentence: MaskedSentence
    context: NameContext
    passage: Passage
    carried: Subject | None = None
    used: set[int] = field(default_factory=set)
    breaks: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self.mentions = Mentions(self.sentence, self.context, self.breaks)

    def claims(self) -> Iterator[Claim]:
        """Yield the claims; each figure is claimed of one thing, or of each row of a list."""
        for found in (distributed, each):
            yield from self._shared(list(found(self.sentence, self.mentions)))
        rates: dict[Subject, list[Claim]] = {}
        for at, mark in enumerate(self.sentence.marks):
            if not "\uf000" <= mark <= "\uf8ff":
                continue
            figure = self.sentence.figure(mark)
            if figure.start in self.used:
                continue
            claim = self._claim_at(at, figure)
            if claim is not None and claim.kind is ClaimKind.RATE:
                rates.setdefault(claim.subjects[0], []).append(claim)
            elif claim is not None:
                yield claim
        for claims in rates.values():  # several values: one of them is narrower
            if len({c.figure.value for c in claims if c.figure}) == 1:
                yield claims[0]
        yield from input_claims(self.sentence, self.context, self.passage, self.used)
        yield from self._nothing()

    def _shared(self, found: list[Shared]) -> Iterator[Claim]:
        free = [one for one in found if one[2].start not in self.used]
        for kind, row, figure, span in free:
            yield self._claim(kind, row, figure, span)

    def _claim(
        self, kind: ClaimKind, row: Subject, figure: WrittenFigure, span: tuple[int, int]
    ) -> Claim:
        self.used.add(figure.start)
        return Claim(kind, (row,), self.sentence.quote(*span), self.passage, figure)

    def _claim_at(self, at: int, figure: WrittenFigure) -> Claim | None:
        if figure.is_difference:
            return None
        if figure.measure in _POINTS:
            return self._points(at, figure)
        if figure.measure == "share":
            return self._change(at, figure) or self._rate(at, figure)
        return None

    def _points(self, at: int, figure: WrittenFigure) -> Claim | None:
        marks = self.sentence.marks
        place = self.mentions.last(at)
        path = marks[place + 1 : at] if place is not None else ""
        if place is not None and figure.measure and is_bare_weight(path, marks[at + 1 :]):
            row = self.mentions.row(place)
            if len(self.mentions.listed(at)) > 1:
                row = None
            self.used.add(figure.start)
            return self._claim(ClaimKind.WEIGHT, row, figure, (at, at + 1)) if row else None
        if figure.measure and _SPENT.match(marks, at + 1):
            return self._all_lost(at)
        role = points_role(self.sentence, at)
        row = self._row_of(at)
        if role is FigureRole.NONE or row is None:
            return None
        return self._claim(_KINDS[role], row, figure, (at, at + 1))

    def _all_lost(self, at: int) -> Claim | None:
        """6分全部扣除: nothing is left."""
        row = self._row_of(at)
        said = self.sentence.quote(at, at + 1)
        return Claim(ClaimKind.ZERO_ROWS, (row,), said, self.passage) if row else None

    def _row_of(self, at: int) -> Subject | None:
        """The row that points at a mark are of."""
        if self.mentions.is_headed_elsewhere(at) or not self.context.is_this_year(at):
            return None
        if self.mentions.places(0, at):
            return self.mentions.sole(at)
        return self.carried

    def _rate(self, at: int, figure: WrittenFigure) -> Claim | None:
        marks = self.sentence.marks
        place = self.mentions.last(at)
        after = marks[at + 1 : at + 8]
        path = marks[place + 1 : at] if place is not None else ""
        if figure.is_bound and figure.text.endswith("以内") and "控制在" in path:
            return None  # what it is kept within is not what it is
        is_stated = any(one.measure == "share" for one in self._figures(path))
        if place is not None and not is_stated and is_value(path, after, is_share=True):
            row = self._rated(place)
            return self._claim(ClaimKind.RATE, row, figure, (place, at + 1)) if row else None
        row = self._row_of(at)
        start = 0 if place is None else place
        if row is None or not is_value("", after, is_share=True) or len(marks[start:at]) > 60:
            return None
        if self.mentions.is_narrower(start, at) or not self._is_later(at, row, start):
            return None
        return self._claim(ClaimKind.RATE, row, figure, (at, at + 1))

    def _figures(self, path: str) -> list[WrittenFigure]:
        return [self.sentence.figure(mark) for mark in path if "\uf000" <= mark <= "\uf8ff"]

    def _rated(self, place: int) -> Subject | None:
        """The row right behind whose name a rate is."""
        row = self.mentions.row(place)
        before = self.mentions.last(place)
        if row is None or before is None or not row.name.startswith("实际"):
            return row
        others = self.mentions.rows(before)  # 预算完成率：…，实际完成率60.2% may be of either
        is_same = any(o.name.endswith(row.name.removeprefix("实际")) for o in others)
        return None if is_same else row

    def _is_later(self, at: int, row: Subject, start: int) -> bool:
        """Whether a rate in a later clause is that of the row: 实际为60.2%, 完成率60.2%."""
        marks = self.sentence.marks
        if self._short_end(run_before(marks, at), row):
            return True
        begin = max(marks.rfind(mark, 0, at) for mark in "，；：") + 1
        lead, run = marks[begin - 1 : begin], marks[begin:at]
        between = marks[start + 1 : begin]
        return (
            lead in ("，", "；")
            and bool(_LATER_RATE.fullmatch(run))
            and not any("\uf000" <= mark <= "\uf8ff" for mark in between)
            and len(between) <= 24
        )

    def _short_end(self, run: str, row: Subject) -> str:
        """The end of a row's name that is short for it: 完成率 of 预算完成率."""
        bare = re.sub(r"(?:为|是|：|=|达到|达|实际|仅|只|有|约|到)+$", "", run)
        lead, _, end = re.sub(
            r"^(?:故|则|因此|实际|其|该|全年|本年度?|最终)*", "", bare
        ).rpartition("，")
        name = re.sub('[“”"]', "", row.name)
        is_end = len(end) >= _SHORT and end != name and name.endswith(end) and end[-1] == "率"
        return end if is_end and not lead else ""

    def _change(self, at: int, figure: WrittenFigure) -> Claim | None:
        marks = self.sentence.marks
        way = change_way(run_before(marks, at))
        if not way or not is_value("", marks[at + 1 : at + 8], is_share=True):
            return None
        places = [
            p for p in range(at)
            if "\ue000" <= marks[p] <= "\uebff"
            and any(s.kind in ("change", "input", *("indicator",)) for s in self.sentence.name(marks[p]).subjects)
        ]  # fmt: skip
        place = places[-1] if places else None
        while place is not None and self._is_last_years(place) and places[:-1]:
            places.pop()
            place = places[-1]
        if place is None or not _CHANGE_PATH.fullmatch(_unnamed(marks[place + 1 : at])):
            return None
        changes = [s for s in self.sentence.name(marks[place]).subjects if s.kind == "change"]
        if len(changes) != 1 or not self.context.is_own(place) or self.context.is_narrower(place):
            return None
        return self._claim(ClaimKind.RATE, changes[0], signed(figure, way), (place, at + 1))

    def _is_last_years(self, place: int) -> bool:
        said = self.sentence.name(self.sentence.marks[place])
        return bool(_LAST_YEAR.search(self.sentence.text[said.start : said.end]))

    def _nothing(self) -> Iterator[Claim]:
        """No points, or full marks, in a clause without a name: of the one row spoken of."""
        marks = "。" + self.sentence.marks
        for match in _LATER_NOTHING.finditer(marks):
            at = match.start()
            row = self._row_of(at - 1 if at else 0)
            named = self.mentions.since(at - 1 if at else 0)
            rows = {row.id for place in named for row in self.mentions.rows(place)}
            if row is None or not at or len(rows) > 1:
                continue
            kind = ClaimKind.FULL_ROWS if match["full"] else ClaimKind.ZERO_ROWS
            said = self.sentence.quote(at, max(match.end() - 1, at))
            yield Claim(kind, (row,), said, self.passage)


def _unnamed(path: str) -> str:
    return "".join(mark for mark in path if not "\ue000" <= mark <= "\uebff")
