"""The sections of a scoresheet in the order of the form: fixed rows and free blocks together."""

from __future__ import annotations

from itertools import groupby

from jixiao.rulebook import FreeBlock, Indicator, Rulebook

SectionItem = Indicator | FreeBlock


def sections_of(rulebook: Rulebook) -> list[tuple[str, list[SectionItem]]]:
    """Group indicators and blocks by first level; stated sections come in their stated order."""
    items: list[SectionItem] = [*rulebook.indicators, *rulebook.blocks]
    paths = [s.path for s in rulebook.sections] + [i.path for i in items]
    order: dict[tuple[str, ...], int] = {}
    for path in paths:
        for depth in (1, 2, 3):
            order.setdefault(path[:depth], len(order))
    items.sort(key=lambda i: tuple(order[i.path[:depth]] for depth in (1, 2, 3)))
    return [(name, list(group)) for name, group in groupby(items, key=lambda i: i.path[0])]
