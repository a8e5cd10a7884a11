"""Formulas of section sums, totals and grades: blank as long as nothing is there to add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.figures import format_number
from jixiao.rulebook import Role, Rulebook, ceiling_of, veto_condition
from jixiao.writing.template.page import cell_ranges

SCORES = (Role.CLAIMED, Role.SUGGESTED, Role.REVIEWED)
WEIGHT_SUM = "-weight"
_NO_LIMIT = 10**6


@dataclass(frozen=True, slots=True)
class SumCells:
    """The cells of one row that sums take.

    A judged row has no suggested score and a free row may show none: the claim counts instead.
    ``weight`` is given where weights are added up too, on forms whose rows declare them.
    ``adjusts`` marks a bonus (up) or malus (down) row; ``unless`` is the condition under which a
    row does not apply and its scores do not count.
    """

    by_role: Mapping[Role, str] = field(default_factory=dict)
    weight: str | None = None
    is_free: bool = False
    adjusts: str = ""
    unless: str = ""


def sum_formula(
    rulebook: Rulebook,
    role: Role,
    rows: Sequence[SumCells],
    most: Sequence[str] = (),
    left_out: Sequence[str] = (),
) -> str:
    """The sum of a column over rows, blank where all of them are; malus rows are taken off.

    ``most`` are formulas that it is not to exceed, ``left_out`` those of weights that do not count:
    the rest is scaled up to the whole.

    >>> from jixiao.rulebook import load_rulebook
    >>> rows = [SumCells({Role.CLAIMED: f"H{n}"}) for n in (5, 6, 7, 9)]
    >>> sum_formula(load_rulebook("nanchang-2017"), Role.CLAIMED, rows)
    'IF(COUNT(H5:H7,H9)=0,"",ROUND(SUM(H5:H7,H9),8))'
    """
    plain = [row for row in rows if not row.adjusts]
    counted, free = _taken(role, [row for row in plain if not row.unless])
    terms = [f"SUM({ranges(counted)})"] if counted else []
    filled = list(counted)
    for row in plain:
        if row.unless:
            cells, _ = _taken(role, [row])
            filled += cells
            terms += [f"IF({row.unless},0,SUM({cell}))" for cell in cells]
    if free:
        claims = ranges(free).split(",")
        own = ranges([row.by_role[role] for row in plain if row.is_free]).split(",")
        terms += [f'SUMPRODUCT(({s}="")*1,{c})' for s, c in zip(own, claims, strict=True)]
    for way in ("up", "down"):
        cells, _ = _taken(role, [row for row in rows if row.adjusts == way])
        if cells:
            filled += cells
            terms.append(_adjustment(rulebook, way, cells))
    added = "+".join(terms).replace("+-", "-")
    asked = ",".join([ranges(filled), *(ranges(free).split(",") if free else ())])
    if left_out:
        whole = excel_points(Fraction(rulebook.total))
        gone = "+".join(left_out)
        scaled = f"({added})*{whole}/({whole}-({gone}))"
        added = f"IF({gone}<{whole},{scaled},{added})" if len(left_out) > 1 else scaled
    if most:
        added = f"MIN({','.join([added, *most])})"
    return f'IF(COUNT({asked})=0,"",ROUND({added},8))'


def caps(rulebook: Rulebook) -> list[str]:
    """What a breach that decides leaves of the total; where it is not there, no limit."""
    return [
        f"IF({veto_condition(rulebook, veto)},{excel_points(Fraction(veto.total))},{_NO_LIMIT})"
        for veto in rulebook.veto
        if veto.total is not None
    ]


def _adjustment(rulebook: Rulebook, way: str, cells: Sequence[str]) -> str:
    """What bonus or malus cells bring together, whichever sign they are written with."""
    moved = "+".join(f"ABS(SUM({cell}))" for cell in cells)
    most = ceiling_of(rulebook, way)
    if most is not None:
        moved = f"MIN({excel_points(most)},{moved})"
    if way == "up":
        return moved
    return f"-{moved}" if most is not None or len(cells) == 1 else f"-({moved})"


def excel_points(points: Fraction) -> str:
    """Points as a formula writes them."""
    return format_number(points)


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
    """The grade of a total, blank until it is ``ready``, not better than a veto leaves."""
    names = [grade.name for grade in rulebook.grades]
    chain = _grades(rulebook, total, 0)
    for veto in sorted(
        (v for v in rulebook.veto if v.grade in names), key=lambda v: names.index(v.grade or "")
    ):
        worse = _grades(rulebook, total, names.index(veto.grade or ""))
        chain = f"IF({veto_condition(rulebook, veto)},{worse},{chain})"
    return f'IF({ready},{chain},"")'


def _grades(rulebook: Rulebook, total: str, best: int) -> str:
    """The grade of a total among those from ``best`` down."""
    chain = '""'
    for grade in reversed(rulebook.grades[best:]):
        chain = f'IF(ROUND({total},8)>={grade.min.normalize():f},"{grade.name}",{chain})'
    return chain


def suffix_of(role: Role) -> str:
    """What shows the key of a suggested or reviewed sum from that of the claimed one."""
    return "" if role is Role.CLAIMED else f"-{role.value}"


def ranges(cells: Sequence[str]) -> str:
    """Join cells into as few ranges as the order allows.

    >>> ranges(["H5", "H6", "I7"])
    'H5:H6,I7'
    """
    return ",".join(cell_ranges(cells))
