"""Files made to break a reader: about 250 kinds, each with the outcome it must have."""

from hostile import cells, contents, foreign, huge, packages
from hostile.case import Case

CASES: tuple[Case, ...] = (
    *contents.CASES,
    *packages.CASES,
    *cells.CASES,
    *foreign.CASES,
    *huge.CASES,
)

__all__ = ["CASES", "Case"]
