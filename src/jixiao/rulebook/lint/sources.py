"""Every row says which clause it rests on and where that is known from."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.rulebook.misfits import RulebookMisfit, rulebook_misfit
from jixiao.rulebook.schema import Rulebook


def lint_sources(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check clause and provenance of indicators and blocks; a draft may lack them."""
    if rulebook.draft:
        return
    rows = [
        (("indicators", n), i.name or i.id, i.clause, i.provenance)
        for n, i in enumerate(rulebook.indicators)
    ]
    rows += [(("blocks", n), b.id, b.clause, b.provenance) for n, b in enumerate(rulebook.blocks)]
    for at, name, clause, provenance in rows:
        if not clause.strip():
            yield rulebook_misfit(at, "rulebook.clause.missing", name=name)
        if provenance is None:
            yield rulebook_misfit(at, "rulebook.provenance.missing", name=name)
