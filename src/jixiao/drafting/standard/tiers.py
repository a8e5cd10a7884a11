"""The tiers that guide a judgement, and the words before them."""

from __future__ import annotations

import re
from typing import Final

from jixiao.drafting.grammar import range_of
from jixiao.drafting.standard.written import range_text
from jixiao.rulebook import Tier

_TIERS: Final = re.compile(
    r"(?:(?P<says>.*?)[；;])?分为(?P<names>[^；;]+?)(?P<count>\d+)档，分别在分值的(?P<spans>.+?)之间评分",
    re.DOTALL,
)


def judged_words(words: str) -> tuple[str, tuple[Tier, ...]]:
    """Part the words before a judgement into what is judged and its tiers."""
    found = _TIERS.fullmatch(words)
    if not found:
        return words, ()
    names, spans = found["names"].split("、"), [range_of(s) for s in found["spans"].split("、")]
    if not len(names) == len(spans) == int(found["count"]):
        return words, ()
    tiers = tuple(
        Tier(name=name, share=range_text(span, is_percent=True))
        for name, span in zip(names, spans, strict=True)
        if span is not None
    )
    return (found["says"] or "", tiers) if len(tiers) == len(names) else (words, ())
