"""List what is wrong with a rulebook that can be read: gaps, sums, labels, worked cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.lint.hints import hints_on as hints_on
    from jixiao.rulebook.lint.run import lint_rulebook as lint_rulebook
    from jixiao.rulebook.lint.run import prove_cases as prove_cases
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "hints_on": "hints",  # list what is no fault but hardly meant
            "lint_rulebook": "run",  # list what is wrong in what a rulebook says
            "prove_cases": "run",  # list the worked cases that do not come out
        },
    )
