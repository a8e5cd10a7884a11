"""A formula of a sheet cut into tokens; what belongs to no token makes it one not followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    r"""(?P<blank>\s+)
    |(?P<text>"(?:[^"]|"")*")
    |(?P<error>\#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A))
    |(?P<area>(?:(?:'(?:[^'\[\]]|'')+'|[^\W\d][\w.]*)!)?
        \$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Za-z]{1,3}\$?[0-9]{1,7})?(?![\w.(!]))
    |(?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?)
    |(?P<function>[A-Za-z][A-Za-z0-9.]*\()
    |(?P<name>[^\W\d][\w.]*)
    |(?P<sign><=|>=|<>|[-+*/^&=<>%(),])""",
    re.VERBOSE,
)


class FormulaMisfit(Exception):
    """A formula holds something that is not worked out here."""


class SheetToken(NamedTuple):
    """A token: its kind is the name of a group of the pattern."""

    kind: str
    text: str


def cut_formula(formula: str) -> Iterator[SheetToken]:
    """Yield the tokens of a formula, blanks left out; ``FormulaMisfit`` at the first odd character.

    >>> [token.text for token in cut_formula('IF(评分表!$H$11="", 0, A1:B2%)')]
    ['IF(', '评分表!$H$11', '=', '""', ',', '0', ',', 'A1:B2', '%', ')']
    """
    at = 0
    bare = formula.removeprefix("=")
    while at < len(bare):
        found = _TOKEN.match(bare, at)
        if found is None or found.lastgroup is None:
            raise FormulaMisfit(bare[at : at + 20])
        if found.lastgroup != "blank":
            yield SheetToken(found.lastgroup, found[0])
        at = found.end()
