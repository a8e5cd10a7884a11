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
from jixiao.narrative.claims.masked import FIGURE, MaskedSentence
from jixiao.narrative.claims.mentions import Mentions
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.names import Subject
from jixiao.narrative.claims.rates import RateReader
from jixiao.narrative.claims.roles import (
    FigureRole,
    is_bare_weight,
    is_out_of,
    points_role,
)
from jixiao.narrative.claims.shared_figures import Shared, distributed, each
from jixiao.narrative.claims.words import FULL_MARKS, NO_POINTS, compiled
from jixiao.narrative.model import Passage

_KINDS: Final = {
    FigureRole.SCORE: ClaimKind.SCORE, FigureRole.WEIGHT: ClaimKind.WEIGHT, FigureRole.LOST: ClaimKind.LOST,
}  # fmt: skip
_SPENT: Final = re.compile(
    r"(?:全部?|均|都|已)?(?:被)?(?:扣除|扣完|扣光|扣掉|扣减完|全扣|扣尽)|全部?(?:被)?扣|(?:全部|均|都)?(?:未|没有?)(?:能)?得(?:到)?(?=[，。；]|$)"
)
_LATER_NOTHING: Final = compiled(
    rf"[，；：。](?:按照?|根据|依据|对照|评分|标准|规定|故|因此|所以|该|本|此|项|指标|自评|应|，)*(?P<nothing>{NO_POINTS}|(?P<full>{FULL_MARKS}))"
)
_SHORT: Final = 3
_ALL: Final = compiled(rf"^(?:共|合计|总共|累计|总计|(?:以上|上述)?{FIGURE}(?:指标|项)?[^，]*，)")
_HEADED: Final = re.compile(
    r"(?:得分|失分|扣分|丢分|分值较)[^，；。\uf000-\uf8ff]{0,10}(?:有|为|是|：|包括|在)[^；。]*$"
)
_ENDED: Final = re.compile("$|[，；。、）]")
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
    worked: Subject | None = None  # the row whose rate came before, named in short or not at all

    def __post_init__(self) -> None:
        self.mentions = Mentions(self.sentence, self.context, self.breaks)
        self.rates = RateReader(self.sentence, self.mentions, self.carried)

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
        yield from input_claims(self.sentence, self.context, self.passage, self.used, self.carried)
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
            rate = self.rates.rate_at(at, figure)
            if rate is not None:
                self.worked = rate.row
                return self._claim(ClaimKind.RATE, rate.row, rate.figure, (rate.start, at + 1))
        return None

    def _points(self, at: int, figure: WrittenFigure) -> Claim | None:
        marks = self.sentence.marks
        place = self.mentions.last(at)
        path = marks[place + 1 : at] if place is not None else ""
        if place is not None and self._is_got(path, marks[at + 1 :], figure):
            row = self.mentions.row(place)
            return self._claim(ClaimKind.SCORE, row, figure, (at, at + 1)) if row else None
        if place is not None and figure.measure and is_bare_weight(path, marks[at + 1 :]):
            if not figure.value or (path == "（" and _HEADED.search(marks[:place])):
                return None  # 得分较低的有甲（2分）: what it got, or can bring
            row = self.mentions.row(place)
            if path != "（" and len(self.mentions.listed(at)) > 1:
                row = None
            self.used.add(figure.start)
            return self._claim(ClaimKind.WEIGHT, row, figure, (at, at + 1)) if row else None
        if place is not None and not path and figure.measure and self._is_weighed(place):
            row = self.mentions.row(place)
            return self._claim(ClaimKind.WEIGHT, row, figure, (at, at + 1)) if row else None
        if figure.measure and _SPENT.match(marks, at + 1):
            return self._all_lost(at)
        role = points_role(self.sentence, at)
        row = None if self._is_of_all(at) else self._row_of(at)
        if role is FigureRole.NONE or row is None:
            return None
        return self._claim(_KINDS[role], row, figure, (at, at + 1))

    @staticmethod
    def _is_got(path: str, after: str, figure: WrittenFigure) -> bool:
        """Whether bare points are those got: 0分（满分6分）, （6分）0分."""
        if not figure.measure:
            return False
        is_weighed = re.fullmatch(f"（(?:满分|分值|权重)?{FIGURE}）：?", path) is not None
        return (not path and is_out_of(after)) or (is_weighed and _ENDED.match(after) is not None)

    def _is_of_all(self, at: int) -> bool:
        """Whether points are those of several rows together: 甲失6分、乙失6分，共失12分."""
        run = self._clause(at)
        rows = {row.id for p in self.mentions.since(at) for row in self.mentions.rows(p)}
        return len(rows) > 1 and _ALL.search(run) is not None

    def _clause(self, at: int) -> str:
        """The clause of a mark up to it, with the one before where that only sums up rows."""
        marks = self.sentence.marks
        begin = max(marks.rfind(mark, 0, at) for mark in "，；：") + 1
        before = marks[max(marks.rfind(mark, 0, begin - 1) for mark in "，；：") + 1 : begin]
        is_sum = re.match(rf"(?:(?:以上|上述)?{FIGURE})", before) is not None
        return marks[begin:at] if not is_sum else before + marks[begin:at]

    def _is_weighed(self, place: int) -> bool:
        """Whether points are parts of a weight: 分值为6分，其中甲3分，乙3分."""
        before = self.sentence.marks[:place]
        found = re.search(r"(?:分值|权重|满分|标准分)[^；。]*?其中[^；。]*$", before)
        return found is not None and not re.search("得|扣", found[0])

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
        return self.worked or self.carried

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
