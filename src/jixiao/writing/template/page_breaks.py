"""Where the printed pages of a sheet end, so that what belongs together stays together.

Takes the height of every row and what a break after it would cost; gives the rows after which a
page ends. Rows that are repeated on top of every page take their room there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

NEVER: Final = 1_000.0  # a subtotal goes with its section, a heading with what it heads
_PAGE = 10.0  # what one more page costs
_BLANK = 4.0  # what a wholly blank page would cost, less where it is fuller
_FEW, _FEW_COST = 5, 40.0  # rows that the last page should have, and what each less costs
_ROOM: Final = 0.95  # of a page is used: programs differ by a point or two a row
_POINTS_A_PIXEL = 0.75


@dataclass(frozen=True, slots=True)
class PaperSize:
    """The room on a sheet of paper within its margins, in points."""

    width: float
    height: float

    def scale(self, widths: Sequence[float]) -> int:
        """The percentage at which columns of these widths fit on one page, 100 at most."""
        total = sum(int(width * 7 + 5) for width in widths) * _POINTS_A_PIXEL
        return min(100, int(100 * self.width / total))


def page_breaks(
    heights: Sequence[float], costs: Mapping[int, float], room: float, repeated: float = 0.0
) -> list[int]:
    """The rows, counted from 1, after which a page ends, the last row left out.

    ``costs`` are those of breaks after a row, nothing where it is not listed; ``room`` is the
    height of a page in points, of which ``repeated`` goes to repeated rows from the second on.

    >>> page_breaks([10.0] * 6, {3: 5.0}, 40 / 0.95)
    [2]
    """
    last = len(heights)
    tops = [0.0]
    for height in heights:
        tops.append(tops[-1] + height)

    @cache
    def best(first: int) -> tuple[float, tuple[int, ...]]:
        """The least cost from row ``first`` (from 0) on, and where its pages end."""
        usable = room * _ROOM - (repeated if first else 0.0)
        found: tuple[float, tuple[int, ...]] = (float("inf"), (last,))
        for end in range(first + 1, last + 1):
            used = tops[end] - tops[first]
            if used > usable and end > first + 1:
                break
            if end == last:
                few = _FEW_COST * max(0, _FEW - (last - first)) if first else 0.0
                found = min(found, (few, (last,)))
                continue
            rest, ends = best(end)
            blank = max(0.0, 1 - used / usable)
            cost = rest + _PAGE + costs.get(end, 0.0) + _BLANK * blank**2
            found = min(found, (cost, (end, *ends)))
        return found

    return list(best(0)[1][:-1])


def pieces(first: int, last: int, breaks: Sequence[int]) -> list[tuple[int, int]]:
    """Cut rows ``first`` to ``last`` where pages end.

    >>> pieces(5, 20, [9, 30])
    [(5, 9), (10, 20)]
    """
    cuts = [first - 1, *(row for row in breaks if first <= row < last), last]
    return [(a + 1, b) for a, b in pairwise(cuts)]
