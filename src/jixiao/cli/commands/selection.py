"""``--select`` and ``--ignore``: which finding codes a command looks at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jixiao.cli.shell import UsageProblem
from jixiao.finding import Lang, entries, text_in

if TYPE_CHECKING:
    from jixiao.checking import FindingSelection


def selection_of(
    selected: Sequence[str], ignored: Sequence[str], lang: Lang
) -> FindingSelection | None:
    """Read both options; None where neither is given. A code that is none is wrong use."""
    from jixiao.checking import FindingSelection

    if not selected and not ignored:
        return None
    return FindingSelection(_codes(selected, lang), _codes(ignored, lang))


def _codes(written: Sequence[str], lang: Lang) -> tuple[str, ...]:
    codes = [
        code.strip().upper() for each in written for code in each.replace("，", ",").split(",")
    ]
    for code in filter(None, codes):
        if not any(known.code.startswith(code) for known in entries()):
            raise UsageProblem(text_in("cli.validate.no-code", lang, code=code))
    return tuple(filter(None, codes))
