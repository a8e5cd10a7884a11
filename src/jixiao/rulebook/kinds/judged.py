"""Rules that only a person can apply: a range of points, perhaps divided into tiers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.rule import Rule
from jixiao.rulebook.schema import ItemScore, Judged, Tier, parse_range


def tiers_in_words(tiers: Sequence[Tier]) -> str:
    """``分好、较好、差三档，分别按分值的80%（含）至100%（含）、…计分``."""
    names = "、".join(tier.name for tier in tiers)
    spans = "、".join(Measure("%").span(parse_range(tier.share)) for tier in tiers)
    return f"分为{names}{len(tiers)}档，分别在分值的{spans}之间评分"


def compile_judged(score: Judged, weight: Fraction) -> Rule:
    """Lower a judgement: nothing to compute."""
    words = [score.says] if score.says else []
    if score.tiers:
        words.append(tiers_in_words(score.tiers))
    words.append(f"由评价人在{show(Fraction(score.min))}至{show(weight)}分之间评定")
    return Rule(sentence="；".join(words))


def compile_item(score: ItemScore, weight: Fraction) -> Rule:
    """Lower a converted score: what is converted is judged."""
    column = "得分系数" if score.column == "coefficient" else "单项得分"
    out_of = show(Fraction(score.out_of))
    return Rule(sentence=f"{column}（满分{out_of}）÷{out_of}×权重{show(weight)}")
