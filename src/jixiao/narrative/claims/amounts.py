"""The figures of a sentence with the words before each: what sums, rates and changes are read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import MaskedSentence


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure; ``said`` are the words before it, names written out, since the figure before."""

    figure: WrittenFigure
    said: str
    at: int


def amounts(
    sentence: MaskedSentence, start: int = 0, end: int | None = None
) -> Iterator[SaidFigure]:
    """Yield the figures between two marks in their order, each with its words."""
    begin = start
    for at in range(start, len(sentence.marks) if end is None else end):
        if is_figure(sentence.marks[at]):
            yield SaidFigure(sentence.figure(sentence.marks[at]), words(sentence, begin, at), at)
            begin = at + 1


def words(sentence: MaskedSentence, start: int, end: int) -> str:
    """The words of the last clause between two marks, names written out."""
    clause = sentence.marks[start:end]
    clause = clause[max(clause.rstrip("，").rfind(mark) for mark in "，；") + 1 :]
    return "".join(
        sentence.text[(name := sentence.name(mark)).start : name.end]
        if "\ue000" <= mark <= "\uebff"
        else mark
        for mark in clause
    )


def is_figure(mark: str) -> bool:
    """Whether a mark is that of a figure."""
    return "\uf000" <= mark <= "\uf8ff"
