"""What is wrong with a rulebook that can be read: gaps, sums, labels, worked cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.lint.run import lint_rulebook as lint_rulebook
    from jixiao.rulebook.lint.run import prove_cases as prove_cases
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            # List everything wrong in what the rulebook says, but no consequence of what was mende
            "lint_rulebook": "run",
            # List every case that does not come out, of rows that nothing else is wrong with
            "prove_cases": "run",
        },
    )
