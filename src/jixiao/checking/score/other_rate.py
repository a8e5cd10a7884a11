"""What the 实际值 column says of the rate that somebody worked with."""

from __future__ import annotations

from fractions import Fraction

from jixiao.checking.score.accepted import HIGHEST_RATE
from jixiao.checking.score.compare import is_given_by
from jixiao.checking.score.recompute import Computed
from jixiao.scoresheet import Reading


class OtherRate:
    """Whether somebody may have worked with a certain rate.

    Where the 实际值 column holds a rate of its own, only that rate. Where it holds the computed
    rate or nothing, full marks and zeros are no evidence: too many rates give them.
    """

    def __init__(self, typed: Reading | None, computed: Computed, claimed: Fraction | None) -> None:
        self.rate = computed.outcome.rate
        self._quantity = typed.figure if typed is not None else None
        self.is_contrary = (
            self._quantity is not None
            and self.rate is not None
            and not is_given_by(self._quantity, self.rate, computed.outcome.rates)
        )
        self._is_informative = claimed not in (0, computed.weight) or is_absurd(self.rate)

    def allows(self, rate: Fraction) -> bool:
        """Whether somebody may have worked with this rate."""
        if rate == self.rate:
            return True
        if self.is_contrary and self._quantity is not None:
            return is_given_by(self._quantity, rate, None)
        return self._is_informative


def is_absurd(rate: Fraction | None) -> bool:
    """Whether a rate is so far out that a unit must be wrong."""
    return rate is not None and (abs(rate) > HIGHEST_RATE or 0 < abs(rate) < 1 / HIGHEST_RATE**3)
