"""All kinds of slips, in the order in which they are reported."""

from __future__ import annotations

from slips import more_kinds
from slips.kinds import FIGURE_KINDS, FORM_KINDS, FORMULA_KINDS, SCORE_KINDS, Kind

KINDS: tuple[Kind, ...] = (*FIGURE_KINDS, *SCORE_KINDS, *FORMULA_KINDS, *FORM_KINDS)
NEWER = frozenset(kind.__name__ for kind in KINDS if kind.__module__ == more_kinds.__name__)
