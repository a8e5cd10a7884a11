"""The shared strings part written as nearly all programs write one, cut into texts by one pattern.

As in ``plain_sheet``, a parser without handlers proves the part well-formed and the matches must
cover it; phonetic runs and anything unusual are left to the streaming reader.
"""

from __future__ import annotations

import re
from typing import Final

from jixiao.workbook.container import Package, open_parser
from jixiao.workbook.reading.plain_sheet import is_sound, resolved

_TEXT: Final = r'<t(?: xml:space="preserve")?(?: ?/>|>([^<]*)</t>)'
_RUN: Final = r'<r>(?:<rPr>(?:<[A-Za-z]+(?: [A-Za-z0-9]+="[^"<]*")* ?/>)*+</rPr>)?' + _TEXT + "</r>"
_RUNS: Final = re.compile(_RUN)
_UNNAMED: Final = _RUN.replace("([^<]*)", "[^<]*")
_ITEM: Final = re.compile(
    rf"<si>(?:{_TEXT}|((?:{_UNNAMED})++))?(?:<phoneticPr(?: [A-Za-z]+=\"[^\"<]*\")*+ ?/>)?</si>"
)
_ROOT: Final = re.compile(r"(?:\ufeff)?\s*(?:<\?xml[^>?]*\?>)?\s*<sst(?: [A-Za-z:]+=\"[^\"<]*\")*>")
_END: Final = re.compile(r"</sst>\s*")


def plain_strings(package: Package, path: str) -> list[str] | None:
    """Give the texts in their order; None where the part is not of the plain form."""
    pieces = tuple(package.pieces(path))
    if len(pieces) != 1:
        return None
    try:
        written = pieces[0].decode()
    except UnicodeDecodeError:
        return None
    root = _ROOT.match(written)
    if root is None or written.rfind("\r") >= root.end():
        return None
    parser, again, is_plain = open_parser(pieces, path, "sst")
    if not is_plain or not is_sound(parser, again, path):
        return None
    return _texts(_ITEM.split(written[root.end() :]))


def _texts(cut: list[str | None]) -> list[str] | None:
    """Put the texts together; None where anything lies between two of them."""
    end = cut[-1]
    if any(cut[:-1:3]) or end is None or _END.fullmatch(end) is None:
        return None
    items = zip(cut[1::3], cut[2::3], strict=True)
    return [
        _joined(runs) if runs else resolved(text) if text and "&" in text else text or ""
        for text, runs in items
    ]


def _joined(runs: str) -> str:
    return resolved("".join(_RUNS.findall(runs)))
