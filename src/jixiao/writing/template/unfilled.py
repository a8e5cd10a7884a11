"""How many cells of a sheet are still to be filled in: the formula that counts them, live.

Fixed cells count where they are blank; free rows where they have a name and lack what belongs to
it, and once more where nothing at all is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.finding import chinese_text

COUNT_FORMAT: Final = chinese_text("template.unfilled")
KEY: Final = "unfilled"


@dataclass(frozen=True, slots=True)
class AskedRows:
    """Free rows: the range of their names, and those of what every named row needs."""

    names: str
    needed: tuple[str, ...]
    is_optional: bool = False


def count_formula(runs: Sequence[str], rows: Sequence[AskedRows]) -> str:
    """Count blank cells in ``runs``, ranges or cells, and what ``rows`` lack.

    >>> count_formula(["C6:C9", "C11"], [])
    'SUMPRODUCT((C6:C9="")*1)+SUMPRODUCT((C11="")*1)'
    """
    terms = [f'SUMPRODUCT(({run}="")*1)' for run in runs]
    for one in rows:
        terms += [f'SUMPRODUCT(({one.names}<>"")*({cells}=""))' for cells in one.needed]
        if not one.is_optional:
            terms.append(f'IF(SUMPRODUCT(({one.names}<>"")*1)=0,1,0)')
    return "+".join(terms)
