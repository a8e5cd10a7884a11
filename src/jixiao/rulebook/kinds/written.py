"""What the kinds of scoring rule (评分标准) are written with: ranges, amounts, tiers, policies.

Scores are points. Ranges and targets are about the indicator's rate and may be written with ``%``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from jixiao.rulebook.ranges import parse_amount, parse_range


def _is_range(text: str) -> str:
    parse_range(text)
    return text


def _amount(written: object) -> object:
    if isinstance(written, str):
        exact = parse_amount(written)
        return Decimal(exact.numerator) / Decimal(exact.denominator)
    return written


RangeText = Annotated[str, AfterValidator(_is_range)]
Amount = Annotated[Decimal, BeforeValidator(_amount)]
Mode = Literal["whole", "started", "prorata"]
Elsewhere = Literal["ask", "zero", "full"]


class WrittenRule(BaseModel):
    """Base of all kinds and their parts: frozen, unknown keys refused.

    ``scores_a_rate``: the rule needs the indicator's ``rate``. ``fits_free_rows``: it can score
    rows that a department names itself.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    scores_a_rate: ClassVar[bool] = False
    fits_free_rows: ClassVar[bool] = False


class Tier(WrittenRule):
    """A qualitative tier; ``share`` is a range of the weight."""

    name: str
    share: RangeText
