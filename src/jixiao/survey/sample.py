"""Whether enough was asked and enough came back: notices, none of them changes a figure.

A return rate of at least one half is what textbooks of social research call adequate (Babbie, The
Practice of Social Research); the rulebook may ask for more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from jixiao.figures import format_percent
from jixiao.finding import Finding, Severity, finding
from jixiao.rulebook import Questionnaires
from jixiao.survey.margin import forms_needed
from jixiao.survey.model import GroupResult, SurveyWish

_WIDE: Final = Fraction(1, 10)
_HALF: Final = Fraction(1, 2)


def of_groups(
    groups: Sequence[GroupResult], asked: Questionnaires, wish: SurveyWish
) -> Iterator[Finding]:
    """Yield what there is to say of the number of forms of each group."""
    for one in groups:
        name = one.group.name or one.indicator
        if one.returned == 0:
            if len(groups) > 1:
                yield finding("E222", name=name)
            continue
        yield from _issued(one, name, asked)
        if one.valid and one.margin is not None and one.margin > _WIDE:
            yield finding(
                "E210",
                name=name,
                valid=str(one.valid),
                margin=percentage_points(one.margin),
                needed=str(forms_needed(_WIDE, wish.population if len(groups) == 1 else None)),
            )


def _issued(one: GroupResult, name: str, asked: Questionnaires) -> Iterator[Finding]:
    if one.issued is None:
        if one.group.issued is not None:
            yield finding("E213", name=name, returned=str(one.returned))
        return
    if one.returned > one.issued:
        yield finding("E212", name=name, returned=str(one.returned), issued=str(one.issued))
        return
    if asked.issued is not None and one.issued < asked.issued:
        yield finding("E223", name=name, issued=str(one.issued), least=str(asked.issued))
    least = _HALF if asked.return_rate is None else Fraction(asked.return_rate)
    rate = Fraction(one.returned, one.issued) if one.issued else Fraction(0)
    if rate < least:
        yield finding(
            "E211",
            severity=Severity.NOTICE if asked.return_rate is None else Severity.WARNING,
            name=name,
            returned=str(one.returned),
            issued=str(one.issued),
            rate=format_percent(rate),
            least=format_percent(least),
        )


def percentage_points(share: Fraction) -> str:
    """A share in percentage points, rounded up at one decimal.

    >>> percentage_points(Fraction(13859, 100000))
    '13.9'
    """
    tenths = -(-(share * 1000).numerator // (share * 1000).denominator)
    return f"{tenths // 10}.{tenths % 10}"
