"""Claims in tables of a report: a row named as an indicator, columns headed 得分, 完成值, 分值."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from jixiao.narrative.claims.figures import find_figures
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.names import TOTAL, NameIndex, Subject
from jixiao.narrative.claims.plain import plain_name, plain_text
from jixiao.narrative.model import Passage

_HEADINGS: Final = (
    (
        ClaimKind.SCORE,
        re.compile(r"^(?:自评|评价|实际|最终)?(?:得分|评分|自评分|分数)(?:（分）)?$"),
    ),
    (ClaimKind.WEIGHT, re.compile(r"^(?:指标|标准)?(?:分值|权重|满分)(?:（分）)?$")),
    (
        ClaimKind.RATE,
        re.compile(r"^(?:指标)?(?:实际值|完成值|实际完成值|实际完成|完成率|指标完成值)$"),
    ),
)
_TOTALS: Final = ("合计", "总分", "总计", "总得分")


def table_claims(rows: Sequence[Passage], names: NameIndex) -> Iterator[Claim]:
    """Yield the claims of one table; nothing where its header is not understood."""
    columns: dict[int, ClaimKind] = {}
    for row in rows:
        found = _columns(row)
        if ClaimKind.SCORE in found.values():
            columns = found
        elif columns:
            yield from _row_claims(row, columns, names)


def _columns(row: Passage) -> dict[int, ClaimKind]:
    found: dict[int, ClaimKind] = {}
    for place, cell in enumerate(row.cells):
        label = plain_name(cell)
        for kind, pattern in _HEADINGS:
            if pattern.match(label):
                if kind in found.values():
                    return {}
                found[place] = kind
    return found


def _row_claims(row: Passage, columns: dict[int, ClaimKind], names: NameIndex) -> Iterator[Claim]:
    subject = _subject(row.cells, names, min(columns))
    if subject is None:
        return
    for place, kind in columns.items():
        text = plain_text(row.cells[place]) if place < len(row.cells) else ""
        figures = find_figures(text)
        if len(figures) != 1 or figures[0].text != text:
            continue
        figure = figures[0]
        said = f"{subject.name} {text}"
        if subject is TOTAL:
            if kind is ClaimKind.SCORE:
                yield Claim(ClaimKind.TOTAL, (subject,), said, row, figure)
        elif kind is ClaimKind.RATE:
            if figure.measure == "share":
                yield Claim(kind, (subject,), said, row, figure)
        elif figure.measure in ("points", ""):
            yield Claim(kind, (subject,), said, row, figure)


def _subject(cells: Sequence[str], names: NameIndex, before: int) -> Subject | None:
    """The row that a table's row is of: the last cell before the figures that names one."""
    for cell in reversed(cells[:before]):
        label = re.sub(r"（[^（）]*）|^\d+[.、]?", "", plain_name(cell))
        if label in _TOTALS:
            return TOTAL
        rows = [s for s in names.subjects.get(label, ()) if s.kind == "indicator"]
        if rows:
            return rows[0] if len(rows) == 1 else None
    return None
