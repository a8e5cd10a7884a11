"""Ids: well formed, each used once, and known wherever one entry names another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.finding import entries, text_of
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, nearest_name, rulebook_misfit
from jixiao.rulebook.schema import Rulebook

_HYPHENS = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_UNDERSCORES = re.compile(r"[a-z][a-z0-9_]*")


def _unique(
    places: Iterable[tuple[ContentPath, str]], form: re.Pattern[str]
) -> Iterator[RulebookMisfit]:
    seen: set[str] = set()
    separator = text_of("rulebook.id.hyphen" if form is _HYPHENS else "rulebook.id.underscore")
    for at, identifier in places:
        if identifier in seen:
            yield rulebook_misfit((*at, "id"), "rulebook.id.twice", identifier=identifier)
        seen.add(identifier)
        if not form.fullmatch(identifier) or identifier in ("x", "weight"):
            yield rulebook_misfit(
                (*at, "id"), "rulebook.id.form", identifier=identifier, separator=separator
            )


def lint_ids(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check every id of a rulebook."""
    rows = [(("indicators", n), i.id) for n, i in enumerate(rulebook.indicators)]
    rows += [(("blocks", n), b.id) for n, b in enumerate(rulebook.blocks)]
    yield from _unique(rows, _HYPHENS)
    yield from _unique(
        (((("inputs", n)), i.id) for n, i in enumerate(rulebook.inputs)), _UNDERSCORES
    )
    yield from _unique(((("tables", n), t.id) for n, t in enumerate(rulebook.tables)), _UNDERSCORES)
    yield from _unique(((("groups", n), g.id) for n, g in enumerate(rulebook.groups)), _HYPHENS)
    for n, table in enumerate(rulebook.tables):
        places = ((("tables", n, "columns", c), col.id) for c, col in enumerate(table.columns))
        yield from _unique(places, _UNDERSCORES)
    for n, indicator in enumerate(rulebook.indicators):
        parts = ((("indicators", n, "parts", p), part.id) for p, part in enumerate(indicator.parts))
        yield from _unique(parts, _HYPHENS)
    yield from _references(rulebook)


def _references(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    known = {entry.code for entry in entries()}
    for code in rulebook.severities:
        if code not in known:
            yield rulebook_misfit(("severities", code), "rulebook.severity.unknown", code=code)
    groups = [group.id for group in rulebook.groups]
    for n, indicator in enumerate(rulebook.indicators):
        at: ContentPath = ("indicators", n)
        if indicator.group is not None and indicator.group not in groups:
            yield _unknown((*at, "group"), indicator.group, groups)
        policy = indicator.not_applicable
        if policy is not None and policy.then == "give" and policy.when is None:
            yield rulebook_misfit((*at, "not_applicable"), "rulebook.weight-given.no-condition")
        if policy is not None and policy.then == "give":
            others = [i.id for i in rulebook.indicators if i.id != indicator.id]
            if policy.to not in others:
                yield _unknown((*at, "not_applicable", "to"), policy.to or "", others)


def _unknown(at: ContentPath, written: str, known: list[str]) -> RulebookMisfit:
    near = nearest_name(written, known)
    return rulebook_misfit(
        at,
        "rulebook.id.unknown",
        remedy="rulebook.id.unknown.near" if near else None,
        written=written,
        near=near,
    )
