"""Read the formula language of a rulebook into a tree.

``+ - * /``, comparisons inside ``if``, ``and``, ``or``; numbers ``0.3`` and ``95%``;
inputs ``name``; columns ``table.column`` inside ``sum``, ``mean``, ``count``, ``countif``. Anything
else is refused with its column and a remedy.

>>> parse_formula("min(spent / budget, 1)")  # doctest: +ELLIPSIS
Call(function='min', arguments=(Binary(operator='/', left=Name(id='spent'), ...
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal, cast

from jixiao.figures import Exact
from jixiao.formula.checks import (
    check_aggregates,
    check_call,
    check_function,
    refuse_formula,
    want_number,
)
from jixiao.formula.syntax import Binary, Call, ColumnReference, Compare, Name, Number, Tree

MAX_LENGTH = 4_000
MAX_DEPTH = 60
_FULLWIDTH = {
    "（": "(",
    "）": ")",
    "，": ",",
    "＋": "+",
    "－": "-",
    "−": "-",
    "—": "-",
    "×": "*",
    "＊": "*",
    "÷": "/",
    "／": "/",
    "％": "%",
    "≥": ">=",
    "≤": "<=",
    "≠": "<>",
    "＝": "=",
    "＞": ">",
    "＜": "<",
}
_TOKEN = re.compile(
    r"""[ \t\r\n]*(?:
      (?P<number>(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)%?)
    | (?P<label>["“'][^"”'\r\n]*["”'])
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?)
    | (?P<sign><=|>=|<>|[-+*/<>=(),])
    | (?P<end>\Z)
    )""",
    re.VERBOSE,
)
_POWER = {"<": 1, "<=": 1, "=": 1, ">=": 1, ">": 1, "<>": 1, "+": 2, "-": 2, "*": 3, "/": 3}
_PREFIX = 3

_Comparison = Literal["<", "<=", "=", ">=", ">", "<>"]
_Arithmetic = Literal["+", "-", "*", "/"]


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    place = 0
    while True:
        match = _TOKEN.match(text, place)
        if match is None:
            at = place + len(text[place:]) - len(text[place:].lstrip(" \t\r\n"))
            sign = text[at]
            if sign in _FULLWIDTH:
                refuse_formula("formula.full-width", at + 1, sign=sign, plain=_FULLWIDTH[sign])
            refuse_formula("formula.unknown-sign", at + 1, sign=sign)
        kind = cast(str, match.lastgroup)
        token = _Token(kind, match[kind], match.start(kind) + 1)
        if found and token.kind in ("number", "word") and found[-1].kind == "number":
            touching = found[-1].column + len(found[-1].text) == token.column
            if touching:
                written = f"{found[-1].text}{token.text}"
                refuse_formula("formula.no-number", token.column, written=written)
        found.append(token)
        if kind == "end":
            return found
        place = match.end()


class _Reader:
    """Precedence climbing over the tokens of one formula."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.place = 0
        self.depth = 0

    @property
    def token(self) -> _Token:
        return self.tokens[self.place]

    def take(self) -> _Token:
        token = self.token
        self.place += 1
        return token

    def expect(self, sign: str) -> None:
        token = self.token
        if token.kind != "sign" or token.text != sign:
            found = "formula.expected" if token.text else "formula.expected-at-end"
            refuse_formula(
                found,
                token.column,
                remedy="formula.expected.remedy",
                found=token.text,
                sign=sign,
            )
        self.place += 1

    def expression(self, power: int = 0) -> Tree:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            refuse_formula("formula.too-deep", self.token.column)
        left_column = self.token.column
        left = self.operand()
        while self.token.kind == "sign" and _POWER.get(self.token.text, 0) > power:
            sign = self.take()
            right_column = self.token.column
            right = self.expression(_POWER[sign.text])
            for side, column in ((left, left_column), (right, right_column)):
                want_number(side, column)
            left = _joined(sign.text, left, right)
        self.depth -= 1
        return left

    def operand(self) -> Tree:
        token = self.take()
        if token.kind == "number" and self.token.kind == "label":
            return Number(Exact(token.text), self.take().text[1:-1])  # the place of an option
        if token.kind == "number":
            return _number(token.text)
        if token.kind == "label":
            refuse_formula("formula.no-option", token.column, written=token.text[1:-1])
        if token.kind == "word":
            return self.call(token) if self.token.text == "(" else _reference(token)
        if token.text == "-":
            column = self.token.column
            inner = self.expression(_PREFIX)
            want_number(inner, column)
            return _negated(inner)
        if token.kind == "end":
            refuse_formula("formula.unfinished", token.column)
        if token.text != "(":
            refuse_formula("formula.operand-missing", token.column, found=token.text)
        inner = self.expression()
        self.expect(")")
        return inner

    def call(self, token: _Token) -> Tree:
        function = token.text
        check_function(function, token.column)
        self.expect("(")
        arguments: list[Tree] = []
        places: list[int] = []
        while True:
            places.append(self.token.column)
            arguments.append(self.expression())
            if self.token.text != ",":
                break
            self.place += 1
        self.expect(")")
        check_call(function, tuple(arguments), places, token.column)
        return Call(function, tuple(arguments))


def _number(text: str) -> Number:
    if text.endswith("%"):
        return Number(Exact(text[:-1]) / 100, text)
    return Number(Exact(text), text)


def _negated(tree: Tree) -> Tree:
    if isinstance(tree, Number) and tree.value > 0:
        return Number(-tree.value, f"-{tree.text}")
    return Binary("-", Number(Exact(0), "0"), tree)


def _reference(token: _Token) -> Tree:
    table, dot, column = token.text.partition(".")
    return ColumnReference(table, column) if dot else Name(table)


def _joined(sign: str, left: Tree, right: Tree) -> Tree:
    if _POWER[sign] == 1:
        return Compare(cast(_Comparison, sign), left, right)
    return Binary(cast(_Arithmetic, sign), left, right)


@functools.lru_cache(maxsize=2048)
def parse_formula(text: str) -> Tree:
    """Read a formula; ``FormulaError`` with column and remedy where it is none."""
    if len(text) > MAX_LENGTH:
        refuse_formula("formula.too-long", MAX_LENGTH, most=MAX_LENGTH)
    reader = _Reader(text)
    tree = reader.expression()
    if reader.token.kind != "end":
        found = reader.token
        refuse_formula("formula.operator-missing", found.column, found=found.text)
    check_aggregates(tree, text)
    return tree
