"""Findings as cards: each cause with what follows from it folded below, numbered for the grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from jixiao.figures import format_points
from jixiao.finding import Lang, entry, text_in
from jixiao.reporting.columns import printable
from jixiao.reporting.location import location_text
from jixiao.reporting.record import (
    CheckRecord,
    FindingRecord,
    MendedRecord,
    exact_value,
    waived_text,
)

_RANKS: Final = ("error", "warning", "notice")


@dataclass(frozen=True, slots=True)
class Change:
    """What is in a cell and what probably belongs there."""

    cell: str
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as the page shows it; ``follows`` are those that it causes.

    ``place`` is ``sheet!cell`` for people, ``target`` the anchor of that cell, empty where it is
    not drawn. ``tone`` is the severity, or waived; ``order`` sorts cards, the first to be read
    first.
    """

    number: int
    anchor: str
    tone: str
    word: str
    code: str
    title: str
    message: str
    remedy: str
    place: str = ""
    target: str = ""
    expected: str = ""
    changes: tuple[Change, ...] = ()
    outcome: tuple[str, ...] = ()
    follows: tuple[Card, ...] = field(default=())
    order: tuple[bool, int, bool] = (False, 0, False)

    @property
    def is_notice(self) -> bool:
        """Whether nothing has to be done about it."""
        return self.tone in ("notice", "waived")


@dataclass(frozen=True, slots=True)
class Anchors:
    """How places are named on the page: ``prefix`` of the return, numbers of its sheets."""

    prefix: str
    sheets: dict[str, int]

    def of_cell(self, sheet: str | None, cell: str | None) -> str:
        """The anchor of a cell; empty where the page does not draw it."""
        index = self.sheets.get((sheet or "").casefold())
        if index is None or not cell:
            return ""
        return f"{self.prefix}s{index}-{cell.partition(':')[0]}"


def cards_of(record: CheckRecord, anchors: Anchors, lang: Lang) -> tuple[Card, ...]:
    """Make the cards of a record, causes first, the most serious first."""
    ordered = sorted(record.findings, key=_order)
    causes = {(f.code, f.place) for f in ordered if f.because is None}
    follows: dict[tuple[str, str], list[FindingRecord]] = {}
    roots = []
    for found in ordered:
        cause = (found.because or "", found.because_cell or "")
        if found.because is not None and cause in causes:
            follows.setdefault(cause, []).append(found)
        else:
            roots.append(found)
    maker = _Maker(anchors, lang)
    return tuple(maker.card(found, follows.get((found.code, found.place), ())) for found in roots)


def _order(found: FindingRecord) -> tuple[bool, int, bool]:
    has_fix = found.fix is not None or bool(found.choices)
    return found.waived is not None, _RANKS.index(found.severity), not has_fix


class _Maker:
    """Numbers the cards as it makes them."""

    def __init__(self, anchors: Anchors, lang: Lang) -> None:
        self._anchors = anchors
        self._lang = lang
        self._count = 0

    def card(self, found: FindingRecord, follows: Sequence[FindingRecord]) -> Card:
        self._count += 1
        number, lang = self._count, self._lang
        is_waived = found.waived is not None
        expected = found.expected or ""
        return Card(
            number=number,
            anchor=f"{self._anchors.prefix}f{number}",
            tone="waived" if is_waived else found.severity,
            word=text_in("words.waived" if is_waived else f"words.severity.{found.severity}", lang),
            code=found.code,
            title=entry(found.code).title.text(lang),
            message=printable(found.message),
            remedy=printable(
                waived_text(found.waived, lang) if found.waived is not None else found.remedy
            ),
            place=printable(location_text(found, lang)),
            target=self._anchors.of_cell(found.sheet, found.cell),
            expected="" if expected in found.message else printable(expected),
            changes=tuple(_changes(found)),
            outcome=tuple(_outcome(found.outcome, lang)) if found.outcome else (),
            follows=tuple(self.card(one, ()) for one in follows),
            order=_order(found),
        )


def _changes(found: FindingRecord) -> Iterator[Change]:
    for fix in found.choices or ([found.fix] if found.fix else []):
        yield Change(*(printable(text) for text in (fix.cell, fix.before, fix.after, fix.why)))


def _outcome(mended: MendedRecord, lang: Lang) -> Iterator[str]:
    for score in mended.scores:
        values = {
            "name": printable(score.name),
            "claimed": format_points(exact_value(score.claimed)),
            "score": format_points(exact_value(score.score)),
        }
        holds = score.claimed == score.score
        yield text_in(f"page.outcome-{'holds' if holds else 'changes'}", lang, **values)
    if mended.total is not None:
        total = format_points(exact_value(mended.total))
        yield text_in("page.outcome-total", lang, total=total)
    if mended.grade:
        yield text_in("page.outcome-grade", lang, grade=printable(mended.grade))


def all_cards(cards: Iterable[Card]) -> Iterator[Card]:
    """Give every card, what follows after its cause."""
    for card in cards:
        yield card
        yield from card.follows
