"""Numbers of a published standard that the rule made of it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.rulebook.explain.prose import rate_text, standard_sentence
from jixiao.rulebook.schema import Indicator, Rulebook
from jixiao.rulebook.scoring import plan_indicator

_NUMBER = re.compile(r"\d+(?:\.\d+)?[%％‰]?")
_LISTED = re.compile(r"(?:^|(?<=[；;。，,：:\s]))[（(]?\d{1,2}[)）.、．](?!\d)")


def numbers_not_in_rule(rulebook: Rulebook, indicator: Indicator) -> tuple[str, ...]:
    """The numbers of the published words that the rule does not have; none where it is judged.

    A number counts as there whether it is written as a share or in percent.
    """
    if not indicator.standard.strip() or (indicator.score is None and not indicator.parts):
        return ()
    plan = plan_indicator(rulebook, indicator)
    if any(part.rule.tree is None for part in plan.parts):
        return ()
    wording = f"{standard_sentence(rulebook, indicator)} {rate_text(rulebook, indicator)}"
    known = {indicator.weight, *(value for _, value in _numbers(wording))}
    words = _numbers(_LISTED.sub("", indicator.standard))
    missing = (text for text, value in words if not known & {value, value * 100, value / 100})
    return tuple(dict.fromkeys(missing))


def _numbers(text: str) -> Iterator[tuple[str, Decimal]]:
    for found in _NUMBER.findall(text):
        yield found, Decimal(found.rstrip("%％‰"))
