"""Where a rule comes from."""

from __future__ import annotations

from typing import Literal

from jixiao.rulebook.kinds import Written


class Provenance(Written):
    """Where something comes from; all but ``confirmed`` is said wherever a user sees the rule."""

    status: Literal["confirmed", "reconstructed", "unconfirmed", "illustrative"]
    source: str
    note: str = ""
