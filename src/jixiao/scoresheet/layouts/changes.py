"""The cells in which two sheets differ."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.workbook import Cell

_Place = tuple[int, int]


def changed_places(
    before: Mapping[_Place, Cell], after: Mapping[_Place, Cell]
) -> frozenset[_Place]:
    """The places whose cells differ; rows read before in this process are the same objects."""
    known = before.get
    found = [
        place for place, cell in after.items() if (was := known(place)) is not cell and was != cell
    ]
    gone = before.keys() - after.keys()
    return frozenset((*found, *gone))
