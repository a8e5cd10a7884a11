"""The grades of a form and where they begin, as the form itself says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from jixiao.rulebook import Grade

_NAME = r"优秀|良好|优|良|中|一般|合格|及格|较差|不合格|不及格|差"
_BEHIND = re.compile(
    rf"(?P<name>{_NAME})[”\"]?\s*[（(:：]\s*(?P<said>[^（）()、；;。]*\d[^（）()、；;。]*)"
)
_BEFORE = re.compile(
    rf"(?P<said>\d[\d.]*\s*分?[^，,、；;。为]{{0,18}}?)\s*(?:的)?为\s*[“\"]?(?P<name>{_NAME})"
)
_ENDS = re.compile(r"[（(][^）)]{0,3}[）)]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BELOW = re.compile(r"以下|低于|不足|不满|＜|<(?!.*[≤<])")
_FEWEST = 3


def grades_of(texts: Iterable[str]) -> tuple[Grade, ...]:
    """The grades that a text of the form lists, best first; none where the list is not whole.

    >>> [(g.name, int(g.min)) for g in grades_of(["优（90分以上）、良（80-90分）、差（80分以下）"])]
    [('优', 90), ('良', 80), ('差', 0)]
    """
    for text in texts:
        for pattern in (_BEHIND, _BEFORE):
            found = list(_listed(pattern, text))
            if _is_whole(found):
                return tuple(sorted(found, key=lambda grade: -grade.min))
    return ()


def _listed(pattern: re.Pattern[str], text: str) -> Iterator[Grade]:
    for each in pattern.finditer(_ENDS.sub("", text) if pattern is _BEFORE else text):
        numbers = [Decimal(n) for n in _NUMBER.findall(each["said"])]
        is_lowest = len(numbers) == 1 and _BELOW.search(each["said"]) is not None
        yield Grade(name=each["name"], min=Decimal(0) if is_lowest else min(numbers))


def _is_whole(found: list[Grade]) -> bool:
    """Whether the grades are several, differ, begin at 0 and end at 100 at most."""
    bounds = sorted((grade.min for grade in found), reverse=True)
    names = {grade.name for grade in found}
    is_falling = all(a > b for a, b in pairwise(bounds))
    is_full = bool(bounds) and bounds[-1] == 0 and bounds[0] <= 100
    return len(found) >= _FEWEST and len(names) == len(found) and is_falling and is_full
