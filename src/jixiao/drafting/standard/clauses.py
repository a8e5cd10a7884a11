"""The clauses of a scoring standard: what each says about points, with its place in the text.

A grammar over tokens, read from left to right with one clause after the other: bands (``≤100%，得5分``),
losses by steps (``每超1个百分点扣0.5分``), points of a checklist, proportional scores, what holds
otherwise. Whatever no clause takes becomes ``Unread`` with its place.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from jixiao.drafting.standard.tokens import Token, TokenKind, tokens
from jixiao.rulebook import RateRange

K = TokenKind


@dataclass(frozen=True, slots=True)
class Clause:
    """Anything that a standard says; ``start`` and ``end`` are offsets into its text."""

    start: int
    end: int


class Award(enum.Enum):
    """Points that are not a number."""

    FULL = "full"
    SPREAD = "spread"  # a range of points inside which a person decides


@dataclass(frozen=True, slots=True)
class Band(Clause):
    """Points where the rate lies in a range; ``is_bare`` where the words give one number only."""

    where: RateRange
    points: Fraction | Award
    subject: str
    is_percent: bool
    is_bare: bool = False
    ends_said: bool = True  # both ends are said to belong or not


@dataclass(frozen=True, slots=True)
class StepLoss(Clause):
    """Points lost for each step; ``direction`` is over, under, off or count."""

    direction: str
    step: Fraction
    is_percent: bool
    points: Fraction
    mode: str | None
    cap: Fraction | None
    noun: str
    beyond: RateRange | None = None
    measure: str = ""


@dataclass(frozen=True, slots=True)
class ItemPoints(Clause):
    """A point of a checklist, or one of several classes."""

    label: str
    points: Fraction | Award


@dataclass(frozen=True, slots=True)
class EqualItems(Clause):
    """``5项指标各2分``."""

    count: int
    points: Fraction
    label: str


@dataclass(frozen=True, slots=True)
class Proportional(Clause):
    """Points in proportion to the rate; ``weight`` where the words repeat it."""

    weight: Fraction | None = None
    beyond: RateRange | None = None
    is_two_way: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Otherwise(Clause):
    """What holds in all other cases, or where a point is not met."""

    points: Fraction | Award
    label: str = ""


@dataclass(frozen=True, slots=True)
class Baseline(Clause):
    """``以100%为标准``."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class StatedWeight(Clause):
    """``本指标满分6分``."""

    points: Fraction


@dataclass(frozen=True, slots=True)
class Limit(Clause):
    """``扣完为止``, ``满分为止``: never below zero, never above the weight."""


@dataclass(frozen=True, slots=True)
class Policy(Clause):
    """What a zero denominator or a missing case means: full, zero, ask or na."""

    of: str
    then: str


@dataclass(frozen=True, slots=True)
class Mark(Clause):
    """The number of a point: ``①``, ``2、``."""


@dataclass(frozen=True, slots=True)
class FlatLoss(Clause):
    """``不规范扣0.5分``: points lost once."""

    label: str
    points: Fraction


@dataclass(frozen=True, slots=True)
class Formula(Clause):
    """``得分=(1-10x)×分值``: points by a formula over the rate ``x`` and ``weight``."""

    text: str


@dataclass(frozen=True, slots=True)
class Series(Clause):
    """``以此类推``: the losses said go on in the same way."""


@dataclass(frozen=True, slots=True)
class SentenceEnd(Clause):
    """A full stop, a semicolon or a new line."""


@dataclass(frozen=True, slots=True)
class Remark(Clause):
    """Words that say nothing about points."""


@dataclass(frozen=True, slots=True)
class Lead(Clause):
    """Words that name what the next clause speaks of."""

    text: str


@dataclass(frozen=True, slots=True)
class JudgedBetween(Clause):
    """``由评价人在0至5分之间评定``."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Unread(Clause):
    """Words that may bear on the score and were not understood."""

    text: str


_COMPARED: Final = {K.AT_LEAST, K.AT_MOST, K.ABOVE, K.BELOW, K.EQUAL}
_NUMERIC: Final = {K.NUMBER, K.PERCENT, K.PERCENT_POINT, K.MEASURE, K.INCLUDED, K.EXCLUDED}
_FAULTS: Final = ("不", "未", "没", "无", "逾期", "超期", "迟", "缺", "延期")
_PLAIN_SIGNS: Final = str.maketrans("（）×＊*＝－", "()***=-")
_FORMULA: Final = re.compile(r"得分=(?P<of>[-+*/().\dx]+)\*(?:该?指标)?(?:分值|权重)")
_EACH_POINT: Final = ("该项分数", "相应分数", "相应分值", "该项分值")
_GAINS: Final = ("得分", "计分", "计算得分", "给分")
_PAUSE: Final = {K.COMMA, K.STOP}
_HARMLESS: Final = (
    "需提供", "须提供", "评价要点", "佐证", "指标解释", "计分标准", "评分标准", "评价标准", "以上",
    "计分方法", "加分", "说明", "注",
)  # fmt: skip
_TURNING: Final = frozenset("不未没无非")


def clauses(text: str) -> tuple[Clause, ...]:
    """Read the clauses of a standard, in their order.

    >>> [type(clause).__name__ for clause in clauses("≤100%,计5分;每超过一个百分点扣0.5分")]
    ['Band', 'SentenceEnd', 'StepLoss']
    """
    return tuple(_Reader(text, _in_context(tokens(text))).read())


def _in_context(found: Sequence[Token]) -> list[Token]:
    """Take tokens for plain words where they cannot be what they look like."""
    kept: list[Token] = []
    for place, token in enumerate(found):
        before = kept[-1] if kept else None
        behind = found[place + 1] if place + 1 < len(found) else None
        further = found[place + 2] if place + 2 < len(found) else None
        if not _fits(token, before, behind, further):
            token = replace(token, kind=K.WORD)
        if token.kind is K.WORD and before and before.kind is K.WORD and before.end == token.start:
            kept[-1] = replace(before, text=before.text + token.text, end=token.end)
        else:
            kept.append(token)
    return kept


def _fits(token: Token, before: Token | None, behind: Token | None, further: Token | None) -> bool:
    next_kind = behind.kind if behind else None
    last_kind = before.kind if before else None
    if token.kind is K.GIVE:
        return next_kind in (K.FULL, K.NOTHING) or (
            next_kind is K.NUMBER and further is not None and further.kind in (K.POINTS, K.DASH)
        )
    if token.kind is K.TAKE:
        return next_kind is K.NUMBER
    if token.kind is K.DASH:
        return last_kind in _NUMERIC and next_kind is K.NUMBER
    if token.kind in _COMPARED:
        return next_kind is K.NUMBER or (next_kind is K.EMPTY and _is_number(further))
    if token.kind in (K.OR_MORE, K.OR_LESS, K.STARTED):
        return last_kind in _NUMERIC
    if token.kind in (K.POINTS, K.PERCENT):
        return last_kind is K.NUMBER
    if token.kind is K.ELSE:
        return last_kind in (None, K.COMMA, K.STOP, K.ITEM_MARK, K.CLOSE, K.POINTS)
    if token.kind is K.EMPTY:
        return len(token.text) == 1 and last_kind is not K.WORD or next_kind in _PAUSE or (
            next_kind in (K.GIVE, K.TAKE, K.NOTHING, K.NUMBER, K.FULL)
        )
    return True


def _is_number(token: Token | None) -> bool:
    return token is not None and token.kind is K.NUMBER


class _Reader:
    """A cursor over the tokens of one standard."""

    def __init__(self, text: str, found: Sequence[Token]) -> None:
        self.text = text
        self.tokens = found
        self.at = 0

    def read(self) -> list[Clause]:
        done: list[Clause] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind in (*_PAUSE, K.OPEN, K.CLOSE) and (
                token.kind is not K.OPEN or self.kind(1) in (None, *_PAUSE)
            ):
                self.at += 1
                if token.kind is K.STOP:
                    done.append(SentenceEnd(token.start, token.end))
            elif token.kind is K.ITEM_MARK:
                done.append(Mark(token.start, token.end))
                self.at += 1
            else:
                done.append(self._clause())
        return done

    def _clause(self) -> Clause:
        start = self.at
        for production in _PRODUCTIONS:
            self.at = start
            clause = production(self)
            if clause is not None:
                return clause
        self.at = start
        return self._leftover()

    # -- small steps ---------------------------------------------------------------------------

    def kind(self, ahead: int = 0) -> TokenKind | None:
        place = self.at + ahead
        return self.tokens[place].kind if place < len(self.tokens) else None

    def take(self, *kinds: TokenKind) -> Token | None:
        if self.kind() in kinds:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def skip(self, *kinds: TokenKind) -> None:
        while self.take(*kinds):
            pass

    def span(self, start: int) -> tuple[int, int]:
        return self.tokens[start].start, self.tokens[self.at - 1].end

    def said(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def subject(self) -> str:
        """Words before a condition: the name of the rate. Stops at anything that counts."""
        start = self.at
        while self.kind() in (K.WORD, K.OPEN, K.CLOSE, K.EMPTY, K.OCCURS, K.OVER, K.UNDER, K.OFF):
            self.at += 1
        return self.said(start, self.at)

    def value(self) -> tuple[Fraction, bool] | None:
        """A number with its unit: exact, and whether it is a share of a hundred."""
        number = self.take(K.NUMBER)
        if number is None or number.value is None:
            return None
        if self.take(K.PERCENT, K.PERCENT_POINT):
            return number.value / 100, True
        self.take(K.MEASURE)
        return number.value, False

    def inclusion(self) -> bool | None:
        """``(含)`` or ``(不含)`` behind a number; None where nothing is said."""
        if self.take(K.INCLUDED):
            return True
        return False if self.take(K.EXCLUDED) else None

    def points(self) -> Fraction | Award | None:
        """The points that a condition gives: ``得5分``, ``得满分``, ``不得分``, ``9-8``."""
        self.skip(K.EMPTY)
        self.take(K.COMMA)
        self.skip(K.EMPTY)
        if self.take(K.NOTHING):
            return Fraction(0)
        gives = self.take(K.GIVE)
        if self.take(K.FULL):
            return Award.FULL
        number = self.take(K.NUMBER)
        if number is None or number.value is None:
            return None
        if self.take(K.DASH):
            other = self.take(K.NUMBER)
            self.take(K.POINTS)
            return Award.SPREAD if other else None
        if self.take(K.POINTS) or (gives is None and self.kind() in (None, *_PAUSE)):
            return number.value
        return None

    # -- productions ---------------------------------------------------------------------------

    def baseline(self) -> Clause | None:
        start = self.at
        self.take(K.WORD)
        if (found := self.value()) and self.take(K.STANDARD):
            return Baseline(*self.span(start), found[0])
        return None

    def stated_weight(self) -> Clause | None:
        start = self.at
        self.take(K.WORD)
        self.take(K.WEIGHT)
        if self.take(K.FULL, K.WEIGHT) or (self.at > start and self.tokens[self.at - 1].kind is K.WEIGHT):
            self.skip(K.EMPTY, K.COMMA)
            number = self.take(K.NUMBER)
            if number and number.value is not None and self.take(K.POINTS):
                return StatedWeight(*self.span(start), number.value)
        return None

    def judged(self) -> Clause | None:
        start = self.at
        if self.kind() is not K.WORD or not self.tokens[self.at].text.startswith("由评价人"):
            return None
        self.at += 1
        self.skip(K.EMPTY)
        low, dash, high = self.take(K.NUMBER), self.take(K.DASH), self.take(K.NUMBER)
        if not (low and dash and high) or low.value is None or high.value is None:
            return None
        self.skip(K.POINTS, K.BETWEEN, K.WORD)
        return JudgedBetween(*self.span(start), low.value, high.value)

    def limit(self) -> Clause | None:
        start = self.at
        self.skip(K.WORD, K.TIMES, K.POINTS, K.EMPTY)
        if self.take(K.UNTIL_GONE, K.UP_TO_FULL):
            return Limit(*self.span(start)) if self.at - start == 1 or self._is_plain(start) else None
        return None

    def series(self) -> Clause | None:
        start = self.at
        return Series(*self.span(start)) if self.take(K.SERIES) else None

    def formula(self) -> Clause | None:
        """``得分=(1-10x)×分值`` over the rate ``x`` alone."""
        start = self.at
        while self.kind() not in (None, *_PAUSE):
            self.at += 1
        found = _FORMULA.fullmatch(self.said(start, self.at).translate(_PLAIN_SIGNS))
        if not found or "x" not in found["of"]:
            return None
        product = re.sub(r"(?<=\d)x", "*x", found["of"])
        return Formula(*self.span(start), f"{product} * weight")

    def equal_items(self) -> Clause | None:
        """``5项预期效益指标…各2分``."""
        start = self.at
        number, measure, words = self.take(K.NUMBER), self.take(K.MEASURE), self.take(K.WORD)
        if not (number and measure and words) or not words.text.endswith(("各", "各得", "各计")):
            return None
        points = self.points()
        if not isinstance(points, Fraction) or number.value is None:
            return None
        return EqualItems(*self.span(start), int(number.value), points, words.text)

    def flat_loss(self) -> Clause | None:
        start = self.at
        while self.kind() in (K.WORD, K.OCCURS, K.EMPTY, K.UNDER, K.OVER):
            self.at += 1
        label = self.said(start, self.at)
        if not label or not label.startswith(_FAULTS) or not self.take(K.TAKE):
            return None
        number = self.take(K.NUMBER)
        if number is None or number.value is None or not self.take(K.POINTS):
            return None
        return FlatLoss(*self.span(start), label, number.value)

    def _is_plain(self, place: int) -> bool:
        return not _TURNING.intersection(self.tokens[place].text)

    def band(self) -> Clause | None:
        start = self.at
        subject = self.subject()
        found = self.where()
        if found is None:
            return None
        where, is_percent, is_bare, ends_said = found
        self.skip(K.EMPTY, K.BETWEEN)
        if not is_percent and self.kind() is K.WORD and self.kind(1) in (K.COMMA, K.GIVE):
            subject += self.tokens[self.at].text
            self.at += 1
        before = self.at
        points = self.points()
        if points is None or self.kind() is K.TIMES:
            return None
        is_plain = not {t.kind for t in self.tokens[before : self.at]} & _SAYS_POINTS
        if is_plain and not is_percent and is_bare:
            return None
        self._tail()
        return Band(
            *self.span(start), where, points, subject, is_percent, is_bare=is_bare,
            ends_said=ends_said,
        )  # fmt: skip

    def _tail(self) -> None:
        """A bracket that closes here was opened by the clause."""
        self.take(K.CLOSE)

    def where(self) -> tuple[RateRange, bool, bool, bool] | None:
        """A range of the rate: is it in percent, is it one bare number, are its ends said."""
        bound = self.bound()
        if bound is not None:
            where, is_percent = bound
            at = self.at
            if self.take(K.COMMA, K.EMPTY) and (other := self.bound()):
                both = _between(where, other[0])
                if both is not None:
                    return both, is_percent or other[1], False, True
            self.at = at
            return where, is_percent, False, True
        return self._span_of_two()

    def bound(self) -> tuple[RateRange, bool] | None:
        start = self.at
        self.skip(K.EMPTY)
        token = self.take(*_COMPARED)
        if token is None:
            self.at = start
            return None
        self.skip(K.EMPTY)
        found = self.value()
        if found is None:
            self.at = start
            return None
        included = self.inclusion()
        self.take(K.OR_MORE, K.OR_LESS, K.STARTED)
        return _ranged(token.kind, found[0], included), found[1]

    def _span_of_two(self) -> tuple[RateRange, bool, bool, bool] | None:
        low = self.value()
        if low is None:
            return None
        low_in = self.inclusion()
        if more := self.take(K.OR_MORE, K.OR_LESS, K.STARTED):
            said = self.inclusion()
            included = low_in is not False and said is not False
            kind = K.AT_LEAST if more.kind is K.OR_MORE else K.AT_MOST
            return _ranged(kind, low[0], included), low[1], False, True
        is_dash = self.take(K.DASH)
        if not is_dash:
            at = self.at
            self.take(K.EMPTY)
            if self.kind() is not K.NUMBER or self.at == at:
                self.at = at
                where = RateRange(low[0], low[0], low_closed=True, high_closed=True)
                return where, low[1], True, True
        high = self.value()
        if high is None:
            return None
        high_in = self.inclusion()
        is_percent = low[1] or high[1]
        first = low[0] / 100 if is_percent and not low[1] else low[0]
        if not is_dash and not self.take(K.BETWEEN):
            return None
        self.take(K.BETWEEN)
        (first, first_in), (last, last_in) = sorted(
            ((first, low_in), (high[0], high_in)), key=lambda end: end[0]
        )
        if first == last:
            return None
        said = first_in is not None or last_in is not None
        where = RateRange(first, last, low_closed=bool(first_in), high_closed=bool(last_in))
        return where, is_percent, False, said

    def step_loss(self) -> Clause | None:
        start = self.at
        self.subject()
        beyond = self.bound()
        if beyond is None:
            self.at = start
        else:
            self.skip(K.EMPTY, K.COMMA)
        each_at = self._each_ahead()
        if each_at is not None:
            self.at = each_at
        each = self.take(K.EACH)
        direction, said_at = self._direction(is_each=each is not None)
        amount = self._amount(is_each=each is not None)
        if amount is None or (each is None and direction is None and not amount[2]):
            return None
        step, is_percent, measure, noun = amount
        is_started = bool(self.take(K.STARTED))
        noun_at = self.at
        while self.kind() in (
            K.WORD, K.EMPTY, K.OPEN, K.CLOSE, K.OCCURS, K.BELOW, K.STARTED, K.AT_LEAST, K.UNDER,
            K.OVER, K.GIVE,
        ):  # fmt: skip
            if self.kind() is K.OPEN and self._mode_ahead() is not None:
                break
            is_started |= self.kind() is K.STARTED
            self.at += 1
        noun = noun or self.said(noun_at, self.at)
        mode = self._mode()
        self.take(K.COMMA)
        if not self.take(K.TAKE):
            return None
        number = self.take(K.NUMBER)
        if number is None or number.value is None:
            return None
        self.take(K.POINTS)
        mode = mode or self._mode() or ("started" if is_started else None)
        if direction in (None, "count"):
            direction = "count"
            noun = noun or self.said(said_at, said_at + 1)
        return StepLoss(
            *self.span(start), direction, step, is_percent, number.value, mode, self._cap(), noun,
            beyond[0] if beyond else None, measure,
        )  # fmt: skip

    def _each_ahead(self) -> int | None:
        """Where 每 stands behind words that say nothing of points; None where it does not."""
        for place in range(self.at, len(self.tokens)):
            kind = self.tokens[place].kind
            if kind is K.EACH:
                return place
            if kind not in (K.WORD, K.EMPTY, K.OPEN, K.CLOSE, K.OCCURS, K.UNDER, K.OVER, K.OFF):
                return None
        return None

    def _direction(self, *, is_each: bool) -> tuple[str | None, int]:
        """Over, under, off or count, by the verbs up to the number."""
        found: str | None = None
        start = self.at
        while (kind := self.kind()) is not None and kind not in (K.NUMBER, K.MEASURE):
            if kind in (K.OVER, K.ABOVE):
                found = "off" if found == "under" else "over"
            elif kind in (K.UNDER, K.BELOW):
                found = "off" if found == "over" else "under"
            elif kind is K.OFF:
                found = "off"
            elif kind is K.OCCURS:
                found = found or "count"
            elif kind is K.WORD and not is_each and found is None:
                found = "count" if _TURNING.intersection(self.tokens[self.at].text[:1]) else None
            elif kind not in (K.WORD, K.EMPTY, K.OPEN, K.CLOSE):
                return None, start
            self.at += 1
        return found, start

    def _amount(self, *, is_each: bool) -> tuple[Fraction, bool, str, str] | None:
        if measure := self.take(K.MEASURE):
            return (Fraction(1), False, measure.text, "") if is_each else None
        number = self.take(K.NUMBER)
        if number is None or number.value is None or number.value <= 0:
            return None
        if self.take(K.PERCENT, K.PERCENT_POINT):
            return number.value / 100, True, "", ""
        if measure := self.take(K.MEASURE):
            self.take(K.PERCENT_POINT)
            if self.tokens[self.at - 1].kind is K.PERCENT_POINT:
                return number.value / 100, True, "", ""
            return number.value, False, measure.text, ""
        return None

    def _mode_ahead(self) -> str | None:
        """What a bracket says of steps that are not whole."""
        depth, place = 0, self.at
        while place < len(self.tokens):
            kind = self.tokens[place].kind
            depth += (kind is K.OPEN) - (kind is K.CLOSE)
            place += 1
            if depth == 0:
                break
        inside = self.said(self.at, place)
        if "不足" not in inside:
            return None
        if "不计" in inside or "不扣" in inside:
            return "whole"
        return "prorata" if "比例" in inside else "started"

    def _mode(self) -> str | None:
        at = self.at
        self.take(K.COMMA)
        if self.kind() is not K.OPEN or (mode := self._mode_ahead()) is None:
            self.at = at
            return None
        while self.take(K.CLOSE) is None:
            self.at += 1
        return mode

    def _cap(self) -> Fraction | None:
        at = self.at
        self.take(K.COMMA)
        if self.take(K.AT_MOST_LOST):
            number = self.take(K.NUMBER)
            if number and number.value is not None and self.take(K.POINTS):
                if self.kind() is K.WORD and self.tokens[self.at].text == "为止":
                    self.at += 1
                return number.value
        self.at = at
        return None

    def proportional(self) -> Clause | None:
        """``按比例得分``, ``执行率×分值``, ``得分=20分×执行率``, ``权重×B/A``."""
        start = self.at
        weight: Fraction | None = None
        beyond: RateRange | None = None
        times = shares = counted = 0
        letters = ""
        while (kind := self.kind()) is not None and kind not in _PAUSE:
            if kind in _COMPARED and (found := self.bound()) is not None:
                beyond = found[0]
                self.skip(K.EMPTY)
                self.take(K.COMMA)
                continue
            token = self.tokens[self.at]
            if kind is K.NUMBER and self.kind(1) is K.DASH and self.kind(-1) is K.OPEN:
                self.at += 3  # 单项得分(0-100)
                continue
            if kind is K.NUMBER:
                is_points = self.kind(1) in (K.POINTS, K.TIMES)
                is_hundred = token.text == "100" and self.kind(1) is K.PERCENT
                if not (is_points or is_hundred) or token.value is None:
                    return None
                if is_points:
                    weight = token.value
            elif kind is K.WORD:
                letters += token.text
            elif kind not in _IN_PROPORTION:
                return None
            times += kind is K.TIMES
            shares += kind is K.PROPORTION
            counted += kind is K.WEIGHT
            self.at += 1
        if kind is K.COMMA and self.kind(1) is K.TAKE:
            return None
        is_product = times and (counted or weight is not None)
        said = self.said(start, self.at)
        is_by_rate = said.startswith("按") and "率" in letters and said.endswith(_GAINS)
        is_worded = is_by_rate or shares and any(word in letters for word in ("得分", "计分", "计算", "给分", "减分"))
        if not is_product and not is_worded and not (shares and self._is_end_of_gain(start)):
            return None
        if "减分" in letters and not beyond:
            return None
        is_two_way = "A" in letters and "B" in letters
        return Proportional(*self.span(start), weight, beyond, is_two_way, said)

    def _is_end_of_gain(self, start: int) -> bool:
        return any(t.kind in (K.GIVE, K.POINTS, K.UP_TO_FULL) for t in self.tokens[start : self.at])

    def otherwise(self) -> Clause | None:
        """``否则不得分``, ``未达到的不得分``, ``其他情况得3分``."""
        start = self.at
        is_else = bool(self.take(K.ELSE))
        label_at = self.at
        while self.kind() in (K.WORD, K.EMPTY, K.BELOW, K.UNDER, K.OCCURS, K.AT_LEAST):
            self.at += 1
        label = self.said(label_at, self.at)
        if not is_else and not (label and label[0] in _TURNING):
            return None
        points = self.points()
        if points is None or (not is_else and points != 0):
            return None
        return Otherwise(*self.span(start), points, label)

    def policy(self) -> Clause | None:
        """``分母为零的，由人工判定``; ``没有项目的，得满分``."""
        start = self.at
        while self.kind() not in (None, K.STOP):
            self.at += 1
        said = self.said(start, self.at)
        then = _policy_of(said)
        if then is None:
            return None
        if "零" in said and "分母" in said:
            return Policy(*self.span(start), "zero-over-zero" if "分子" in said else "zero", then)
        if said.startswith(("没有", "无", "其他情况", "不适用")) and then != "zero":
            return Policy(*self.span(start), "na", then)
        return None

    def item(self) -> Clause | None:
        """``已制定管理制度，得1分``; ``设有目标(1分)``."""
        start = self.at
        has_words = False
        while (kind := self.kind()) is not None:
            if kind in (K.NUMBER, K.GIVE, K.NOTHING) and has_words and self._gives():
                break
            if kind is K.OPEN and has_words and self.kind(1) in (K.NUMBER, K.GIVE):
                self.at += 1
                if self._gives():
                    break
                self.at -= 1
            if kind in _NEVER_IN_ITEMS or kind is K.ITEM_MARK:
                return None
            if kind is K.COMMA and self._is_new_clause(1):
                return None
            has_words |= kind in (K.WORD, K.OCCURS, K.UNDER, K.OVER, K.EMPTY, K.FULL, K.OFF)
            self.at += 1
        label = self.said(start, self.at).rstrip(" ,，:：(（的时")
        points = self.points()
        if points is None or not label or self.kind() is K.TIMES:
            return None
        self.take(K.CLOSE)
        return ItemPoints(*self.span(start), label, points)

    def _gives(self) -> bool:
        at = self.at
        points = self.points()
        is_given = points is not None and (
            self.tokens[self.at - 1].kind in (K.POINTS, K.NOTHING, K.FULL)
        )
        self.at = at
        return is_given

    def _is_new_clause(self, ahead: int) -> bool:
        return self.kind(ahead) in (K.EACH, K.ELSE, K.UNTIL_GONE, K.UP_TO_FULL)

    def _leftover(self) -> Clause:
        """Words up to the next pause: harmless ones, or what was not understood."""
        start = self.at
        self.at += 1
        while self.kind() not in (None, *_PAUSE, K.ITEM_MARK):
            self.at += 1
        kinds = {token.kind for token in self.tokens[start : self.at]}
        said = self.said(start, self.at)
        first, last = self.span(start)
        if not kinds & _BEARING and any(word in said for word in _HARMLESS):
            return Remark(first, last)
        if said.startswith("每") and said.endswith(_EACH_POINT):
            return Remark(first, last)
        is_followed = self.kind() is K.COMMA and self.kind(1) is not None
        if is_followed and not kinds & _BEARING and not any(word in said for word in _UNSURE):
            return Lead(first, last, said)
        return Unread(first, last, said)


_SAYS_POINTS: Final = {K.POINTS, K.GIVE, K.NOTHING, K.FULL}
_IN_PROPORTION: Final = {
    K.WORD, K.TIMES, K.DIVIDE, K.WEIGHT, K.PROPORTION, K.GIVE, K.POINTS, K.OPEN, K.CLOSE, K.EMPTY,
    K.PERCENT, K.NUMBER, K.EQUAL, K.FULL, K.UP_TO_FULL, K.DASH, K.OFF, K.OVER, K.UNDER, K.OCCURS,
}  # fmt: skip
_NEVER_IN_ITEMS: Final = {
    K.STOP, K.EACH, K.TAKE, K.PERCENT, K.PERCENT_POINT, K.TIMES, K.DIVIDE, K.PROPORTION, K.VAGUE,
    K.NUMBER, K.ELSE, K.AT_MOST_LOST, K.UNTIL_GONE, K.STANDARD,
}  # fmt: skip
_UNSURE: Final = (
    "当", "除", "如", "若", "计分", "扣分", "得分", "减分", "按", "根据", "凡", "只", "仅", "且", "或",
)  # fmt: skip
_BEARING: Final = {K.NUMBER, K.POINTS, K.GIVE, K.TAKE, K.EACH, K.FULL, K.NOTHING, K.PROPORTION,
                   K.VAGUE, K.ELSE, K.PERCENT}  # fmt: skip
_PRODUCTIONS: Final[tuple[Callable[[_Reader], Clause | None], ...]] = (
    _Reader.policy,
    _Reader.judged,
    _Reader.series,
    _Reader.limit,
    _Reader.formula,
    _Reader.equal_items,
    _Reader.baseline,
    _Reader.stated_weight,
    _Reader.band,
    _Reader.step_loss,
    _Reader.proportional,
    _Reader.flat_loss,
    _Reader.otherwise,
    _Reader.item,
)


def _policy_of(said: str) -> str | None:
    for words, then in (("由人工判定", "ask"), ("得满分", "full"), ("计满分", "full")):
        if said.endswith(words):
            return then
    if said.endswith("不适用处理") or said.endswith("不参与评分"):
        return "na"
    return "zero" if said.endswith("不得分") else ("value" if said.endswith("%计") else None)


def _ranged(kind: TokenKind, value: Fraction, included: bool | None) -> RateRange:
    if kind is K.EQUAL:
        return RateRange(value, value, low_closed=True, high_closed=True)
    if kind in (K.AT_LEAST, K.ABOVE):
        closed = included if included is not None else kind is K.AT_LEAST
        return RateRange(value, None, low_closed=closed)
    closed = included if included is not None else kind is K.AT_MOST
    return RateRange(None, value, high_closed=closed)


def _between(one: RateRange, other: RateRange) -> RateRange | None:
    """The range between a lower and an upper bound, in either order."""
    if one.low is None:
        one, other = other, one
    if one.low is None or one.high is not None or other.high is None or other.low is not None:
        return None
    both = RateRange(one.low, other.high, low_closed=one.low_closed, high_closed=other.high_closed)
    return None if both.is_empty() else both
