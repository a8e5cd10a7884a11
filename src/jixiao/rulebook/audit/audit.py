"""Run all audits of a rulebook; each yields where, what is wrong and what to do."""

from __future__ import annotations

from jixiao.rulebook.audit.formulas import formulas
from jixiao.rulebook.audit.ids import ids
from jixiao.rulebook.audit.labels import labels
from jixiao.rulebook.audit.rules import rules
from jixiao.rulebook.audit.sources import sources
from jixiao.rulebook.audit.weights import weights
from jixiao.rulebook.model import Rulebook
from jixiao.rulebook.shape import Misfit

_AUDITS = (ids, weights, formulas, rules, labels, sources)


def audit(rulebook: Rulebook) -> list[Misfit]:
    """List everything wrong in what the rulebook says."""
    return [misfit for check in _AUDITS for misfit in check(rulebook)]


def prove(rulebook: Rulebook) -> list[Misfit]:
    """List every case that does not come out; only for a rulebook whose audit found nothing."""
    from jixiao.rulebook.audit.proofs import proofs

    return list(proofs(rulebook))
