"""Run all audits of a rulebook; each yields where, what is wrong and what to do."""

from __future__ import annotations

from jixiao.rulebook.audit.formulas import formulas
from jixiao.rulebook.audit.ids import ids
from jixiao.rulebook.audit.labels import labels
from jixiao.rulebook.audit.proofs import proofs
from jixiao.rulebook.audit.rules import rules
from jixiao.rulebook.audit.sources import sources
from jixiao.rulebook.audit.weights import weights
from jixiao.rulebook.model import Rulebook
from jixiao.rulebook.shape import Misfit


def audit(rulebook: Rulebook) -> list[Misfit]:
    """List everything wrong; cases are only run where nothing else is."""
    found = [
        m for check in (ids, weights, formulas, rules, labels, sources) for m in check(rulebook)
    ]
    return found or list(proofs(rulebook))
