"""Read the formula language of a rulebook into a tree.

``+ - * /``, comparisons inside ``if``, ``and``, ``or``; numbers ``0.3`` and ``95%``;
inputs ``name``; columns ``table.column`` inside ``sum``, ``mean``, ``count``, ``countif``. Anything
else is refused with its column and a remedy.

>>> parse("min(spent / budget, 1)")  # doctest: +ELLIPSIS
Call(function='min', arguments=(Binary(operator='/', left=Name(id='spent'), ...
"""

from __future__ import annotations

import difflib
import functools
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NoReturn, cast

from jixiao.formula.errors import FormulaError
from jixiao.formula.names import is_condition
from jixiao.formula.syntax import Binary, Call, Compare, Name, Number, TableColumn, Tree

MAX_LENGTH = 4_000
MAX_DEPTH = 60
MAX_ROUND_DIGITS = 6

AGGREGATES = ("sum", "mean", "count", "countif")
_ARITY: dict[str, tuple[int, int | None]] = {
    "sum": (1, 1),
    "mean": (1, 1),
    "count": (1, 1),
    "countif": (1, 1),
    "min": (2, None),
    "max": (2, None),
    "abs": (1, 1),
    "round": (2, 2),
    "int": (1, 1),
    "if": (3, 3),
    "and": (2, None),
    "or": (2, None),
}
_SYNONYMS = {
    "average": "mean",
    "avg": "mean",
    "floor": "int",
    "trunc": "int",
    "iif": "if",
    "sumproduct": "sum",
}
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


def _refuse(message: str, column: int, remedy: str) -> NoReturn:
    raise FormulaError(message, column=column, remedy=remedy)


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    place = 0
    while True:
        match = _TOKEN.match(text, place)
        if match is None:
            at = place + len(text[place:]) - len(text[place:].lstrip(" \t\r\n"))
            sign = text[at]
            if sign in _FULLWIDTH:
                _refuse(f"公式里有全角符号“{sign}”", at + 1, f"改为半角的 {_FULLWIDTH[sign]}")
            _refuse(f"公式里不能用“{sign}”", at + 1, "只用名称、数字、+ - * /、比较符号和括号")
        kind = cast(str, match.lastgroup)
        token = _Token(kind, match[kind], match.start(kind) + 1)
        if found and token.kind in ("number", "word") and found[-1].kind == "number":
            touching = found[-1].column + len(found[-1].text) == token.column
            if touching:
                _refuse(
                    f"“{found[-1].text}{token.text}”不是数字",
                    token.column,
                    "数字写成 1000、0.3 或 95%",
                )
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
            shown = f"“{token.text}”" if token.text else "公式结尾"
            _refuse(f"{shown}处应为“{sign}”", token.column, f"补上 {sign}")
        self.place += 1

    def expression(self, power: int = 0) -> Tree:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            _refuse("公式的括号层数太多", self.token.column, "把公式拆成几个基础数据项")
        left_column = self.token.column
        left = self.operand()
        while self.token.kind == "sign" and _POWER.get(self.token.text, 0) > power:
            sign = self.take()
            right_column = self.token.column
            right = self.expression(_POWER[sign.text])
            for side, column in ((left, left_column), (right, right_column)):
                _want_number(side, column)
            left = _joined(sign.text, left, right)
        self.depth -= 1
        return left

    def operand(self) -> Tree:
        token = self.take()
        match token.kind, token.text:
            case "number", text:
                return _number(text)
            case "word", text if self.token.text == "(":
                return self.call(token)
            case "word", text:
                return _reference(token)
            case "sign", "(":
                inner = self.expression()
                self.expect(")")
                return inner
            case "sign", "-":
                column = self.token.column
                inner = self.expression(_PREFIX)
                _want_number(inner, column)
                return _negated(inner)
            case "end", _:
                _refuse("公式没有写完", token.column, "在末尾补上数字或名称")
            case _:
                _refuse(f"“{token.text}”前缺少数字或名称", token.column, "补上数字或名称")

    def call(self, token: _Token) -> Tree:
        function = token.text
        if function not in _ARITY:
            _refuse(f"没有函数“{function}”", token.column, _suggestion(function))
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
        _check_call(function, tuple(arguments), places, token.column)
        return Call(function, tuple(arguments))


def _number(text: str) -> Number:
    if text.endswith("%"):
        return Number(Fraction(text[:-1]) / 100, text)
    return Number(Fraction(text), text)


def _negated(tree: Tree) -> Tree:
    if isinstance(tree, Number) and tree.value > 0:
        return Number(-tree.value, f"-{tree.text}")
    return Binary("-", Number(Fraction(0), "0"), tree)


def _reference(token: _Token) -> Tree:
    table, dot, column = token.text.partition(".")
    return TableColumn(table, column) if dot else Name(table)


def _joined(sign: str, left: Tree, right: Tree) -> Tree:
    if _POWER[sign] == 1:
        return Compare(cast(_Comparison, sign), left, right)
    return Binary(cast(_Arithmetic, sign), left, right)


def _suggestion(function: str) -> str:
    lowered = function.lower()
    near = _SYNONYMS.get(lowered) or next(
        iter(difflib.get_close_matches(lowered, _ARITY, n=1, cutoff=0.6)), None
    )
    everything = "、".join(_ARITY)
    return f"改为 {near}；可用的函数：{everything}" if near else f"可用的函数：{everything}"


def _want_number(tree: Tree, column: int) -> None:
    if is_condition(tree):
        _refuse("比较的结果不能参加计算", column, "用 if(条件, 数, 数) 把条件变成数")


def _want_condition(tree: Tree, column: int) -> None:
    if not is_condition(tree):
        _refuse("这里应为条件", column, "写成 a >= 95% 这样的比较，或 and(…)、or(…)")


def _check_call(function: str, arguments: tuple[Tree, ...], places: list[int], at: int) -> None:
    least, most = _ARITY[function]
    if len(arguments) < least or (most is not None and len(arguments) > most):
        wanted = str(least) if most == least else f"{least} 个以上"
        _refuse(f"{function} 的参数有 {len(arguments)} 个", at, f"{function} 要有 {wanted} 个参数")
    if function in ("and", "or"):
        for argument, column in zip(arguments, places, strict=True):
            _want_condition(argument, column)
        return
    conditions = 1 if function in ("if", "countif") else 0
    for argument, column in zip(arguments[:conditions], places, strict=False):
        _want_condition(argument, column)
    for argument, column in zip(arguments[conditions:], places[conditions:], strict=True):
        _want_number(argument, column)
    if function == "round":
        digits = arguments[1]
        if not (
            isinstance(digits, Number)
            and digits.value.denominator == 1
            and abs(digits.value) <= MAX_ROUND_DIGITS
        ):
            _refuse(
                "round 的位数不对",
                places[1],
                f"位数写成 -{MAX_ROUND_DIGITS} 到 {MAX_ROUND_DIGITS} 的整数",
            )


def _column_of(tree: Tree) -> bool:
    return isinstance(tree, TableColumn)


def _is_product_of_columns(tree: Tree) -> bool:
    if isinstance(tree, Binary) and tree.operator == "*":
        return _is_product_of_columns(tree.left) and _is_product_of_columns(tree.right)
    return _column_of(tree)


def _has_column(tree: Tree) -> TableColumn | None:
    """Find a table column that stands outside an aggregate."""
    match tree:
        case TableColumn():
            return tree
        case Binary(_, left, right) | Compare(_, left, right):
            return _has_column(left) or _has_column(right)
        case Call(function, arguments) if function not in AGGREGATES:
            return next((c for c in map(_has_column, arguments) if c is not None), None)
        case _:
            return None


def _check_aggregates(tree: Tree, text: str) -> None:
    """Refuse columns outside aggregates and aggregates over anything but columns."""
    stray = _has_column(tree)
    if stray is not None:
        written = f"{stray.table}.{stray.column}"
        column = text.find(written) + 1
        _refuse(f"“{written}”是整列", column, "放进 sum(…)、mean(…)、count(…) 或 countif(…)")
    _check_inside(tree, text)


def _check_inside(tree: Tree, text: str) -> None:
    match tree:
        case Call("sum", (argument,)) if _is_product_of_columns(argument):
            return
        case Call("mean" | "count", (TableColumn(),)):
            return
        case Call("countif", (Compare(_, TableColumn(), limit),)) if _has_column(limit) is None:
            _check_inside(limit, text)
        case Call(function, _) if function in AGGREGATES:
            shape = "countif(表.列 >= 95%)" if function == "countif" else f"{function}(表.列)"
            _refuse(f"{function} 只能用于表的一列", text.find(function) + 1, f"写成 {shape}")
        case Binary(_, left, right) | Compare(_, left, right):
            _check_inside(left, text)
            _check_inside(right, text)
        case Call(_, arguments):
            for argument in arguments:
                _check_inside(argument, text)
        case _:
            return


@functools.lru_cache(maxsize=2048)
def parse(text: str) -> Tree:
    """Read a formula; ``FormulaError`` with column and remedy where it is none."""
    if len(text) > MAX_LENGTH:
        _refuse("公式太长", MAX_LENGTH, f"公式最多 {MAX_LENGTH} 个字符")
    reader = _Reader(text)
    tree = reader.expression()
    if reader.token.kind != "end":
        _refuse(
            f"“{reader.token.text}”前缺少运算符号",
            reader.token.column,
            "补上 + - * / 或去掉多余部分",
        )
    _check_aggregates(tree, text)
    return tree
