"""Which figure of this year's return repeats or continues which figure of last year's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from jixiao.finding import chinese_text
from jixiao.scoresheet import Reading, Scoresheet, plain_label

PairKind = Literal["repeated", "carried"]

_LAST: Final = chinese_text("checking.previous.last").split()
_NOW: Final = chinese_text("checking.previous.now").split()
_CARRIED_IN: Final = frozenset(chinese_text("checking.previous.carried-in").split())
_CARRIED_OUT: Final = frozenset(chinese_text("checking.previous.carried-out").split())
_KINDS: Final = ("money", "count", "quantity")


class FigurePair(NamedTuple):
    """A figure of this year's return and the one of last year's that it must be."""

    kind: PairKind
    label: str
    now: Reading
    last_label: str
    last: Reading


def figure_pairs(now: Scoresheet, last: Scoresheet) -> Iterator[FigurePair]:
    """Yield the pairs that the labels show for certain; a label that names two figures shows none.

    上年“三公经费”总额 repeats 本年“三公经费”总额 of the year before; 上年结转数 continues what was
    left at the end of it.
    """
    by_label = _by_label(last)
    for ident, reading in now.inputs.items():
        item = now.rulebook.input_by_id.get(ident)
        if item is None or item.kind not in _KINDS or reading.figure is None:
            continue
        for kind, wanted in _counterparts(plain_label(item.label)):
            found = [each for label in wanted for each in by_label.get(label, ())]
            if len(found) == 1 and found[0][1].figure is not None:
                yield FigurePair(kind, item.label, reading, *found[0])
                break


def _counterparts(label: str) -> Iterator[tuple[PairKind, list[str]]]:
    """What the figure was called in last year's return, if it speaks of last year."""
    if label in _CARRIED_IN:
        yield "carried", sorted(_CARRIED_OUT)
        return
    for word in _LAST:
        if label.startswith(word):
            rest = label.removeprefix(word)
            yield "repeated", [rest, *(f"{now}{rest}" for now in _NOW)]
            return


def _by_label(sheet: Scoresheet) -> dict[str, list[tuple[str, Reading]]]:
    found: dict[str, list[tuple[str, Reading]]] = {}
    for ident, reading in sheet.inputs.items():
        item = sheet.rulebook.input_by_id.get(ident)
        if item is not None and item.kind in _KINDS:
            found.setdefault(plain_label(item.label), []).append((item.label, reading))
    return found
