"""Run all audits of a rulebook; each yields where, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.rulebook.lint.attached import lint_attached
from jixiao.rulebook.lint.formulas import lint_formulas
from jixiao.rulebook.lint.ids import lint_ids
from jixiao.rulebook.lint.labels import lint_labels
from jixiao.rulebook.lint.rules import lint_rules
from jixiao.rulebook.lint.sources import lint_sources
from jixiao.rulebook.lint.vetoes import lint_vetoes
from jixiao.rulebook.lint.weights import lint_weights
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit
from jixiao.rulebook.source import Recovered

_AUDITS = (
    lint_ids, lint_weights, lint_formulas, lint_rules, lint_labels, lint_sources, lint_vetoes,
    lint_attached,
)  # fmt: skip
_WEIGHING = {"weight", "path", "parts", "group", "groups", "total", "indicators", "blocks"}
_NAMING = {"inputs", "tables"}


def lint_rulebook(mended: Recovered) -> list[RulebookMisfit]:
    """List everything wrong in what the rulebook says, but no consequence of what was mended."""
    return [
        found
        for check in _AUDITS
        for found in check(mended.rulebook)
        if not _is_consequence(check, found[0], mended.places)
    ]


def _is_consequence(check: object, at: ContentPath, places: Sequence[ContentPath]) -> bool:
    """Whether a finding may only come from what was put in the place of something that misfits."""
    if check is lint_weights and at[0] in ("total", "sections"):
        return any(_WEIGHING.intersection(place[-1:]) for place in places)
    if check is lint_formulas and any(place and place[0] in _NAMING for place in places):
        return True
    same = [place for place in places if place[:2] == at[:2]]
    if check is lint_sources:
        return any({"clause", "provenance"}.intersection(place) for place in same)
    if check is lint_formulas:
        return any(place == at[: len(place)] for place in same)
    return bool(same) or (at[0] == "columns" and any(p[:1] == ("columns",) for p in places))


def prove_cases(mended: Recovered, known: Sequence[RulebookMisfit]) -> list[RulebookMisfit]:
    """List every case that does not come out, of rows that nothing else is wrong with."""
    from jixiao.rulebook.lint.worked_cases import lint_cases

    wrong = [at for at, _, _ in known]
    if any(at and at[0] in (*_NAMING, "veto") for at in wrong):
        return []
    if any("not_applicable" in at for at in wrong):
        return []
    return list(lint_cases(mended.rulebook, skipped={at[:2] for at in wrong}))
