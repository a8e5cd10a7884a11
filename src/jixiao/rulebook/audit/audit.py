"""Run all audits of a rulebook; each yields where, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.rulebook.audit.formulas import formulas
from jixiao.rulebook.audit.ids import ids
from jixiao.rulebook.audit.labels import labels
from jixiao.rulebook.audit.rules import rules
from jixiao.rulebook.audit.sources import sources
from jixiao.rulebook.audit.weights import weights
from jixiao.rulebook.lines import Place
from jixiao.rulebook.repair import Mended
from jixiao.rulebook.shape import Misfit

_AUDITS = (ids, weights, formulas, rules, labels, sources)
_WEIGHING = {"weight", "path", "parts", "group", "groups", "total", "indicators", "blocks"}
_NAMING = {"inputs", "tables"}


def audit(mended: Mended) -> list[Misfit]:
    """List everything wrong in what the rulebook says, but no consequence of what was mended."""
    return [
        found
        for check in _AUDITS
        for found in check(mended.rulebook)
        if not _is_consequence(check.__name__, found[0], mended.places)
    ]


def _is_consequence(check: str, at: Place, places: Sequence[Place]) -> bool:
    """Whether a finding may only come from what was put in the place of something that misfits."""
    if check == "weights" and at[0] in ("total", "sections"):
        return any(_WEIGHING.intersection(place[-1:]) for place in places)
    if check == "formulas" and any(place and place[0] in _NAMING for place in places):
        return True
    same = [place for place in places if place[:2] == at[:2]]
    if check == "sources":
        return any({"clause", "provenance"}.intersection(place) for place in same)
    if check == "formulas":
        return any(place == at[: len(place)] for place in same)
    return bool(same) or (at[0] == "columns" and any(p[:1] == ("columns",) for p in places))


def prove(mended: Mended, known: Sequence[Misfit]) -> list[Misfit]:
    """List every case that does not come out, of rows that nothing else is wrong with."""
    from jixiao.rulebook.audit.proofs import proofs

    wrong = [at for at, _, _ in known]
    if any(at and at[0] in _NAMING for at in wrong) or any("not_applicable" in at for at in wrong):
        return []
    return list(proofs(mended.rulebook, skipped={at[:2] for at in wrong}))
