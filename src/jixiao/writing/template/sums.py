"""Formulas of section sums, totals and grades: blank as long as nothing is there to add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.rulebook import Role, Rulebook

SCORES = (Role.CLAIMED, Role.SUGGESTED, Role.REVIEWED)
WEIGHT_SUM = "-weight"


@dataclass(frozen=True, slots=True)
class SumCells:
    """The cells of one row that sums take.

    A judged row has no suggested score and a free row may show none: the claim counts instead.
    ``weight`` is given where weights are added up too, on forms whose rows declare them.
    """

    by_role: Mapping[Role, str] = field(default_factory=dict)
    weight: str | None = None
    is_free: bool = False


def sum_formula(role: Role, rows: Sequence[SumCells]) -> str:
    """The sum of a column over rows, blank where all of them are.

    >>> sum_formula(Role.CLAIMED, [SumCells({Role.CLAIMED: f"H{n}"}) for n in (5, 6, 7, 9)])
    'IF(COUNT(H5:H7,H9)=0,"",ROUND(SUM(H5:H7,H9),8))'
    """
    counted, free = _taken(role, rows)
    cells = ranges(counted)
    if not free:
        return f'IF(COUNT({cells})=0,"",ROUND(SUM({cells}),8))'
    claims = ranges(free).split(",")
    own = ranges([row.by_role[role] for row in rows if row.is_free]).split(",")
    instead = "".join(f'+SUMPRODUCT(({s}="")*1,{c})' for s, c in zip(own, claims, strict=True))
    return f'IF(COUNT({cells},{",".join(claims)})=0,"",ROUND(SUM({cells}){instead},8))'


def _taken(role: Role, rows: Sequence[SumCells]) -> tuple[list[str], list[str]]:
    """The cells that are added as they are, and the claims that are in where one is blank."""
    counted: list[str] = []
    free: list[str] = []
    for row in rows:
        own, claim = row.by_role.get(role), row.by_role.get(Role.CLAIMED)
        if own is not None:
            counted.append(own)
            if row.is_free and role is Role.SUGGESTED and claim is not None:
                free.append(claim)
        elif role is Role.SUGGESTED and claim is not None:
            counted.append(claim)
    return counted, free


def weight_formula(rows: Sequence[SumCells]) -> str:
    """The sum of declared weights."""
    cells = ranges([row.weight for row in rows if row.weight is not None])
    return f'IF(COUNT({cells})=0,"",ROUND(SUM({cells}),8))'


def complete(rulebook: Rulebook, role: Role, rows: Sequence[SumCells], total: SumCells) -> str:
    """The condition under which a total is whole: every row scored, or all points given out."""
    if total.weight is not None:
        points = f"{rulebook.total.normalize():f}"
        return (
            f"AND(COUNT({total.weight},{total.by_role[role]})=2,ROUND({total.weight},8)={points})"
        )
    needed = sum(1 for i in rulebook.indicators if i.not_applicable is None)
    return f"COUNT({ranges(_taken(role, rows)[0])})>={needed}"


def grade_formula(rulebook: Rulebook, total: str, ready: str) -> str:
    """The grade of a total, blank until it is ``ready``."""
    chain = '""'
    for grade in reversed(rulebook.grades):
        chain = f'IF(ROUND({total},8)>={grade.min.normalize():f},"{grade.name}",{chain})'
    return f'IF({ready},{chain},"")'


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
