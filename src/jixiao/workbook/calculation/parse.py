"""Tokens of a formula become a tree, by the precedence of the spreadsheet programs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final

from jixiao.workbook.addresses import read_range
from jixiao.workbook.calculation.syntax import (
    Area,
    CellError,
    CellName,
    FunctionCall,
    Literal,
    Operation,
    SheetNode,
)
from jixiao.workbook.calculation.tokens import FormulaMisfit, SheetToken, cut_formula

_BINDING: Final = {
    "=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4,
    "^": 5,
}  # fmt: skip
_SIGN: Final = 6  # a sign before a number binds more closely than a power: -2^2 is 4
_DEEPEST: Final = 64
_WORDS: Final = {"TRUE": True, "FALSE": False}


@lru_cache(maxsize=4096)
def parse_sheet_formula(formula: str) -> SheetNode:
    """Parse a formula; ``FormulaMisfit`` where something in it is not worked out here.

    >>> parse_sheet_formula("-2^2").sign
    '^'
    """
    if len(formula) > 8192:
        raise FormulaMisfit("length")
    parser = _Parser(tuple(cut_formula(formula)))
    tree = parser.expression(0)
    parser.expect_end()
    return tree


class _Parser:
    def __init__(self, tokens: Sequence[SheetToken]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def expect_end(self) -> None:
        if self._at != len(self._tokens):
            raise FormulaMisfit(self._tokens[self._at].text)

    def expression(self, above: int) -> SheetNode:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormulaMisfit("depth")
        left = self._operand()
        while (sign := self._sign()) in _BINDING and _BINDING[sign] > above:
            self._at += 1
            left = Operation(sign, (left, self.expression(_BINDING[sign])))
        self._depth -= 1
        return left

    def _operand(self) -> SheetNode:
        token = self._take()
        if token.kind == "sign" and token.text in "+-":
            node: SheetNode = Operation(token.text, (self.expression(_SIGN),))
        elif token.text == "(":
            node = self.expression(0)
            self._close()
        elif token.kind == "function":
            node = FunctionCall(token.text[:-1].upper().removeprefix("_XLFN."), self._arguments())
        else:
            node = _leaf(token)
        while self._sign() == "%":
            self._at += 1
            node = Operation("%", (node,))
        return node

    def _arguments(self) -> tuple[SheetNode, ...]:
        if self._sign() == ")":
            self._at += 1
            return ()
        found: list[SheetNode] = []
        while True:
            is_left_out = self._sign() in (",", ")")
            found.append(Literal(None) if is_left_out else self.expression(0))
            token = self._take()
            if token.text == ")":
                return tuple(found)
            if token.text != ",":
                raise FormulaMisfit(token.text)

    def _close(self) -> None:
        if self._take().text != ")":
            raise FormulaMisfit(")")

    def _sign(self) -> str:
        if self._at == len(self._tokens):
            return ""
        token = self._tokens[self._at]
        return token.text if token.kind == "sign" else ""

    def _take(self) -> SheetToken:
        if self._at == len(self._tokens):
            raise FormulaMisfit("")
        self._at += 1
        return self._tokens[self._at - 1]


def _leaf(token: SheetToken) -> SheetNode:
    if token.kind == "text":
        return Literal(token.text[1:-1].replace('""', '"'))
    if token.kind == "number":
        return Literal(Fraction(token.text))
    if token.kind == "error":
        return Literal(CellError(token.text))
    if token.kind == "name":
        word = _WORDS.get(token.text.upper())
        return CellName(token.text) if word is None else Literal(word)
    if token.kind == "area":
        return read_area(token.text)
    raise FormulaMisfit(token.text)


def read_area(text: str) -> Area:
    """Read the written form of an area: ``'评分表'!$H$11``."""
    sheet, mark, cells = text.rpartition("!")
    name = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
    found = read_range(cells)
    if found is None:
        raise FormulaMisfit(text)
    return Area(name if mark else None, found)
