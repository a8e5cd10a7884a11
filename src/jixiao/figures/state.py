"""How a cell or a typed text was understood."""

from __future__ import annotations

import enum


class ReadingState(enum.StrEnum):
    """How a cell was understood."""

    BLANK = "blank"  # nothing there
    MARKER = "marker"  # a blank marker: / — 无
    FIGURE = "figure"  # one clear quantity
    AMBIGUOUS = "ambiguous"  # several quantities possible, all in ``figures``
    TEXT = "text"  # words, no figure
    ERROR = "error"  # #DIV/0! and its kin
    UNCACHED = "uncached"  # a formula without a stored value
    UNREADABLE = "unreadable"  # meant as a figure but not one (1_000, NaN)
