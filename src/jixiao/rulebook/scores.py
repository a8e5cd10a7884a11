"""The closed set of scoring rules (评分标准) as a rulebook writes them; ``scoring`` gives them meaning."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Judged(_Rule):
    """A person judges; only 0 ≤ score ≤ weight is checked."""

    kind: Literal["judged"]
    min: Decimal = Decimal(0)


Score = Annotated[Judged, Field(discriminator="kind")]
