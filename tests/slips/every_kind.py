"""All kinds of slips, in the order in which they are reported; ``NEWER`` those added last."""

from __future__ import annotations

from slips import further_kinds, latest_kinds, more_kinds
from slips.kinds import FIGURE_KINDS, FORM_KINDS, FORMULA_KINDS, SCORE_KINDS, Kind

KINDS: tuple[Kind, ...] = (*FIGURE_KINDS, *SCORE_KINDS, *FORMULA_KINDS, *FORM_KINDS)
_MODULES = (more_kinds.__name__, further_kinds.__name__, latest_kinds.__name__)
NEWER = frozenset(kind.__name__ for kind in KINDS if kind.__module__ == _MODULES[-1])
