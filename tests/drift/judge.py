"""Hold what was located against the truth of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from drift.draft import Mark
from jixiao.rulebook.schema.model import Role
from jixiao.scoresheet.model import RowKind, Scoresheet, Unlocated

Outcome = Literal["right", "refused", "wrong"]


class Judgement(NamedTuple):
    """The outcome of one drift and what was refused or wrong in it."""

    outcome: Outcome
    refused: tuple[Mark, ...]
    wrong: tuple[tuple[Mark, str], ...]


def judge(
    found: Scoresheet | Unlocated,
    truth: Mapping[Mark, str],
    rulebook: str,
    figures: Mapping[str, Fraction],
) -> Judgement:
    """Right where every mark was found at its place, wrong where any was found elsewhere.

    ``figures`` are the basic figures by input: one that is read as another number is wrong too.
    """
    if isinstance(found, Unlocated):
        return Judgement("refused", tuple(truth), ())
    if found.rulebook.id != rulebook:
        return Judgement("wrong", (), ((("rulebook", rulebook), found.rulebook.id),))
    kinds = {kind for kind, _ in truth} | {"claimed", "free"}
    places = {mark: place for mark, place in located(found).items() if mark[0] in kinds}
    wrong = [(mark, place) for mark, place in places.items() if truth.get(mark, "") != place]
    wrong += [
        (("figure", ident), str(reading.figure.value))
        for ident, reading in found.inputs.items()
        if reading.figure is not None
        and reading.figure.value != figures.get(ident, reading.figure.value)
    ]
    refused = [mark for mark in truth if mark not in places]
    outcome: Outcome = "wrong" if wrong else "refused" if refused else "right"
    return Judgement(outcome, tuple(refused), tuple(wrong))


def located(found: Scoresheet) -> dict[Mark, str]:
    """Where the program says that things stand."""
    places = dict(_scores(found))
    places |= {("input", ident): reading.place for ident, reading in found.inputs.items()}
    for ident, rows in found.tables.items():
        for number, readings in enumerate(rows):
            places |= {
                ("table", f"{ident}.{number}.{column}"): reading.place
                for column, reading in readings.items()
                if reading.text
            }
    if found.total is not None:
        places["total", ""] = found.total.place
    return places


def _scores(found: Scoresheet) -> Iterator[tuple[Mark, str]]:
    for row in found.rows:
        claimed = row.readings.get(Role.CLAIMED)
        if claimed is None:
            continue
        if row.kind is RowKind.INDICATOR:
            yield ("claimed", row.id), claimed.place
        elif row.kind is RowKind.FREE and not row.name.startswith("其中") and claimed.text:
            yield ("free", _name(row.name)), claimed.place


def _name(text: str) -> str:
    """A free row's name without what ``names_respelled`` puts around it."""
    return "".join(text.split()).lstrip("0123456789.、（）①()").replace("\u3000", "")
