"""Short constructors for what an audit finds."""

from __future__ import annotations

from jixiao.finding import Bilingual
from jixiao.rulebook.lines import Place
from jixiao.rulebook.shape import Misfit


def misfit(at: Place, zh: str, en: str, do_zh: str, do_en: str) -> Misfit:
    """Put a place, a message and a remedy together."""
    return at, Bilingual(zh, en), Bilingual(do_zh, do_en)
