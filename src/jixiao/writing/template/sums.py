"""Formulas of section sums, totals and grades: blank as long as nothing is there to add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.rulebook.model import Role, Rulebook

SCORES = (Role.CLAIMED, Role.SUGGESTED, Role.REVIEWED)


@dataclass(frozen=True, slots=True)
class Cells:
    """The score cells of one row; a judged row has no suggested one, its claim counts instead."""

    by_role: Mapping[Role, str] = field(default_factory=dict)

    def counted(self, role: Role) -> str | None:
        """The cell that a sum of ``role`` takes from this row."""
        found = self.by_role.get(role)
        return self.by_role.get(Role.CLAIMED) if found is None and role is Role.SUGGESTED else found


def sum_formula(role: Role, rows: Sequence[Cells]) -> str:
    """The sum of a column over rows, blank where all of them are.

    >>> sum_formula(Role.CLAIMED, [Cells({Role.CLAIMED: f"H{n}"}) for n in (5, 6, 7, 9)])
    'IF(COUNT(H5:H7,H9)=0,"",ROUND(SUM(H5:H7,H9),8))'
    """
    cells = ranges([cell for row in rows if (cell := row.counted(role)) is not None])
    return f'IF(COUNT({cells})=0,"",ROUND(SUM({cells}),8))'


def grade_formula(
    rulebook: Rulebook, role: Role, total: str, rows: Sequence[Cells], needed: int
) -> str:
    """The grade of a total, blank until ``needed`` rows have a score."""
    cells = ranges([cell for row in rows if (cell := row.counted(role)) is not None])
    chain = '""'
    for grade in reversed(rulebook.grades):
        chain = f'IF(ROUND({total},8)>={grade.min.normalize():f},"{grade.name}",{chain})'
    return f'IF(COUNT({cells})<{needed},"",{chain})'


def suffix_of(role: Role) -> str:
    """What tells the key of a suggested or reviewed sum from that of the claimed one."""
    return "" if role is Role.CLAIMED else f"-{role.value}"


def ranges(cells: Sequence[str]) -> str:
    """Join cells into as few ranges as the order allows.

    >>> ranges(["H5", "H6", "I7"])
    'H5:H6,I7'
    """
    runs: list[list[str]] = []
    for cell in cells:
        if runs and _follows(runs[-1][-1], cell):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return ",".join(run[0] if len(run) == 1 else f"{run[0]}:{run[-1]}" for run in runs)


def _follows(above: str, below: str) -> bool:
    letters = above.rstrip("0123456789")
    return below == f"{letters}{int(above[len(letters) :]) + 1}"
