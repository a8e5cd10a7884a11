"""Breaches that decide (一票否决): each says what it takes, of things that exist."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, nearest_name, rulebook_misfit
from jixiao.rulebook.schema import Rulebook, Veto

_TAKES = ("grade", "total", "section", "row")


def lint_vetoes(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check what every veto takes; its condition is checked with the formulas."""
    for n, veto in enumerate(rulebook.veto):
        at: ContentPath = ("veto", n)
        taken = [key for key in _TAKES if getattr(veto, key) is not None]
        if len(taken) != 1:
            yield rulebook_misfit(at, "rulebook.veto.takes")
            continue
        yield from _target(rulebook, (*at, taken[0]), veto)


def _target(rulebook: Rulebook, at: ContentPath, veto: Veto) -> Iterator[RulebookMisfit]:
    if veto.grade is not None:
        yield from _known(at, veto.grade, [grade.name for grade in rulebook.grades])
    if veto.row is not None:
        yield from _known(at, veto.row, [indicator.id for indicator in rulebook.indicators])
    if veto.total is not None and not 0 <= veto.total <= rulebook.total:
        yield rulebook_misfit(at, "rulebook.veto.total", total=rulebook.total)
    if veto.section is not None:
        depth, joined = len(veto.section), "·".join(veto.section)
        paths = ["·".join(i.path[:depth]) for i in rulebook.indicators]
        yield from _known(at, joined, paths)
        if any(block.path[:depth] == veto.section for block in rulebook.blocks):
            yield rulebook_misfit(at, "rulebook.veto.free-rows", where=joined)


def _known(at: ContentPath, written: str, known: list[str]) -> Iterator[RulebookMisfit]:
    if written in known:
        return
    near = nearest_name(written, known)
    yield rulebook_misfit(
        at,
        "rulebook.id.unknown",
        remedy="rulebook.id.unknown.near" if near else None,
        written=written,
        near=near,
    )
