"""What is drafted from a form: the rulebook, the cell of every value, what a person must decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jixiao.finding import Bilingual, text_of
from jixiao.rulebook import Rulebook

KeyPath = tuple[str | int, ...]
"""Where a value is in a rulebook: ``("indicators", 3, "weight")``."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a form leaves open, at one row or for the whole.

    ``topic`` is its class, the end of the ids of its texts; ``at`` is where it is asked in the
    file; ``row`` names the row.
    """

    topic: str
    at: KeyPath
    row: str
    text: Bilingual


def topics_of(questions: Sequence[Question]) -> tuple[tuple[Bilingual, tuple[str, ...]], ...]:
    """What is asked, once a class, with the rows that it concerns."""
    rows: dict[str, list[str]] = {}
    for question in questions:
        named = rows.setdefault(question.topic, [])
        if question.row:
            named.append(question.row)
    return tuple(
        (text_of(f"drafting.every.{topic}"), tuple(named)) for topic, named in rows.items()
    )


@dataclass(frozen=True, slots=True)
class DraftedRow:
    """What became of a row of a form: ``is_read`` where its rule computes the score."""

    name: str
    cell: str
    is_read: bool
    is_stated: bool  # it has a scoring standard


@dataclass(frozen=True)
class DraftedForm:
    """A rulebook drafted from a form, with the cells that its values come from."""

    rulebook: Rulebook
    source: str
    cells: Mapping[KeyPath, str]
    remarks: Mapping[KeyPath, tuple[str, ...]]
    questions: tuple[Question, ...]
    rows: tuple[DraftedRow, ...]
