"""OpenDocument formulas in the form that xlsx has: ``of:=[.A1]*2`` is ``A1*2``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_PREFIX: Final = re.compile(r"\A(?:[A-Za-z][A-Za-z0-9]*:)?=")
_TOKEN: Final = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")
    |(?P<quoted>'(?:[^']|'')*')
    |\[(?P<reference>(?:'(?:[^']|'')*'|[^\]'])*)\]
    |(?P<other>[;|~!{}])
    |(?P<vendor>(?:COM\.MICROSOFT|ORG\.OPENOFFICE|ORG\.LIBREOFFICE)\.(?=[A-Z]))""",
    re.VERBOSE,
)
_PART: Final = re.compile(r"(?:\$?(?P<sheet>'(?:[^']|'')*'|[^.']*))?\.(?P<place>[^.]*)\Z")
_PLAIN: Final = re.compile(r"[^\W\d][\w.]*\Z")
_LIKE_A_CELL: Final = re.compile(r"[A-Za-z]{1,3}[0-9]+\Z", re.ASCII)
_COLON: Final = re.compile(r":(?=(?:[^']|'[^']*')*\Z)")


@lru_cache(maxsize=4096)
def formula_of(written: str) -> str:
    """Give a formula without its equals sign, references and separators as Excel writes them.

    >>> formula_of("of:=SUM([.A1:.A3];[$'基础 数据'.$B$2])"), formula_of("of:=[.A1]&\\"[.B1];\\"")
    ("SUM(A1:A3,'基础 数据'!$B$2)", 'A1&"[.B1];"')
    """
    prefix = _PREFIX.match(written)
    body = written[prefix.end() :] if prefix else written
    if prefix and prefix[0].casefold().startswith("msoxl:"):
        return body
    depth = 0

    def turned(match: re.Match[str]) -> str:
        nonlocal depth
        if match["reference"] is not None:
            return reference_of(match["reference"])
        sign = match["other"]
        if sign is None:
            return "" if match["vendor"] else match[0]
        depth += (sign == "{") - (sign == "}")
        if sign in "{}":
            return sign
        if depth > 0:
            return {";": ",", "|": ";"}.get(sign, sign)
        return {";": ",", "~": ",", "!": " "}.get(sign, sign)

    return _TOKEN.sub(turned, body)


def reference_of(written: str) -> str:
    """Give a reference as Excel writes it; its sheet is named once.

    >>> reference_of("$甲.$A$1:.$B$2"), reference_of(".A1"), reference_of("乙.#REF!")
    ('甲!$A$1:$B$2', 'A1', '#REF!')
    """
    if "#REF!" in written:
        return "#REF!"
    parts = [_PART.match(part) for part in _COLON.split(written)]
    sheet = ""
    places: list[str] = []
    for part in parts:
        if part is None:  # of another file, or of a form not known
            return f"[{written}]"
        if not places and part["sheet"]:
            sheet = _sheet_of(part["sheet"]) + "!"
        places.append(part["place"])
    return sheet + ":".join(places)


def _sheet_of(written: str) -> str:
    name = written[1:-1].replace("''", "'") if written.startswith("'") else written
    if _PLAIN.match(name) and not _LIKE_A_CELL.match(name):
        return name
    return "'" + name.replace("'", "''") + "'"
