"""The shared strings part written as nearly all programs write one, cut into texts by one pattern.

As in ``plain_sheet``, a parser without handlers proves the part well-formed and the matches must
cover it; phonetic runs and anything unusual are left to the streaming reader. Texts without any
mark between two items need no proof but that all their characters are allowed.
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
_FIRST: Final = "<si><t>"
_ITEM_END: Final = "</t></si>"
_BETWEEN: Final = f"{_ITEM_END}{_FIRST}"
_LAST: Final = f"{_ITEM_END}</sst>"
_CONTROLS: Final = bytes({*range(32)} - {9, 10, 13})
_END: Final = re.compile(r"</sst>\s*")


def plain_strings(package: Package, path: str) -> list[str] | None:
    """Give the texts in their order; None where the part is not of the plain form."""
    pieces = tuple(package.pieces(path))
    if len(pieces) != 1:
        return None
    content = pieces[0]
    try:
        written = content.decode()
    except UnicodeDecodeError:
        return None
    root = _ROOT.match(written)
    if root is None or written.rfind("\r") >= root.end():
        return None
    start, stop = root.end(), written.rfind(_LAST)
    if written.startswith(_FIRST, start) and stop >= 0 and _is_clean(content):
        texts = written[start + len(_FIRST) : stop].split(_BETWEEN)
        odd = [place for place, text in enumerate(texts) if "<" in text or "&" in text]
        marked = [f"{_FIRST}{texts[place]}{_ITEM_END}" for place in odd]
        rest = f"{written[:start]}{''.join(marked)}{written[stop + len(_ITEM_END) :]}"
        return _with_odd(texts, odd, marked) if _is_sound(rest.encode(), path) else None
    return _texts(_ITEM.split(written[start:])) if _is_sound(content, path) else None


def _is_clean(content: bytes) -> bool:
    """Whether no character is in a part that its texts must not hold, but for marks."""
    return not (
        b"]]>" in content
        or b"\xef\xbf\xbe" in content
        or b"\xef\xbf\xbf" in content
        or len(content.translate(None, _CONTROLS)) < len(content)
    )


def _is_sound(content: bytes, path: str) -> bool:
    parser, again, is_plain = open_parser((content,), path, "sst")
    return is_plain and is_sound(parser, again, path)


def _with_odd(texts: list[str], odd: list[int], marked: list[str]) -> list[str] | None:
    """Put those with marks in their places: each is one text, or several that were not parted."""
    for place, written in zip(reversed(odd), reversed(marked), strict=True):
        if "<" not in texts[place]:
            texts[place] = resolved(texts[place])
            continue
        found = _texts(_ITEM.split(f"{written}</sst>"))
        if found is None:
            return None
        texts[place : place + 1] = found
    return texts


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
