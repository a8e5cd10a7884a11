"""Tiers that guide a judgement, in words."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.finding import Bilingual
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.written import Tier
from jixiao.rulebook.ranges import parse_range
from jixiao.rulebook.trace_texts import join_texts, trace_text


def tiers_in_words(tiers: Sequence[Tier]) -> Bilingual:
    """``分为好、较好、差3档，分别在分值的80%（含）至100%（含）、…之间评分``."""
    names = join_texts((Bilingual(tier.name, tier.name) for tier in tiers), "trace.figures")
    spans = join_texts((Measure("%").span(parse_range(t.share)) for t in tiers), "trace.figures")
    return trace_text("trace.tiers", names=names or "", count=str(len(tiers)), spans=spans or "")
