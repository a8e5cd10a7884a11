"""Files made to break a reader: over 300 kinds, each with the outcome it must have."""

from hostile import cells, contents, foreign, huge, packages, tables, twins
from hostile.case import Case

CASES: tuple[Case, ...] = (
    *contents.CASES,
    *packages.CASES,
    *cells.CASES,
    *foreign.CASES,
    *tables.CASES,
    *twins.CASES,
    *huge.CASES,
)

__all__ = ["CASES", "Case"]
