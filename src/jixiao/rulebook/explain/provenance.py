"""Where a rule comes from, in words."""

from __future__ import annotations

from jixiao.finding import chinese_text
from jixiao.rulebook.schema import Provenance


def provenance_text(provenance: Provenance | None) -> str:
    """``复原：…（…）``; empty where nothing is said."""
    if provenance is None:
        return ""
    note = chinese_text("rules.bracketed", text=provenance.note) if provenance.note else ""
    return chinese_text(
        f"rules.page.status-{provenance.status}", source=f"{provenance.source}{note}"
    )
