"""Write a tree as a formula for people, in Chinese or English: 预算完成数 ÷ 预算数."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from jixiao.figures import format_number
from jixiao.finding import Bilingual, Lang
from jixiao.formula.syntax import Binary, Call, ColumnReference, Compare, Name, Number, Tree

Labels = Mapping[str, str] | Callable[[Name | ColumnReference], str]

_SIGNS = {
    "+": Bilingual(" ＋ ", " + "),
    "-": Bilingual(" － ", " - "),
    "*": Bilingual(" × ", " × "),
    "/": Bilingual(" ÷ ", " ÷ "),
}
_COMPARISONS = {
    "<": Bilingual("＜", " < "),
    "<=": Bilingual("≤", " ≤ "),
    "=": Bilingual("＝", " = "),
    ">=": Bilingual("≥", " ≥ "),
    ">": Bilingual("＞", " > "),
    "<>": Bilingual("≠", " ≠ "),
}
_POWER = {"+": 2, "-": 2, "*": 3, "/": 3}
_LOOSE, _ATOM = 1, 4

_NEGATIVE = Bilingual("－{}", "-{}")
_BRACKETS = Bilingual("（{}）", "({})")
_IF = Bilingual("{}时为{}，否则为{}", "{1} if {0}, else {2}")
_COUNTIF = Bilingual("{}{}{}的项数", "number of {}{}{}")
_JOINED = {
    "min": (Bilingual("{}中较小者", "the least of {}"), Bilingual("与", " and ")),
    "max": (Bilingual("{}中较大者", "the greatest of {}"), Bilingual("与", " and ")),
    "and": (Bilingual("{}", "{}"), Bilingual("且", " and ")),
    "or": (Bilingual("{}", "{}"), Bilingual("或", " or ")),
}
_AROUND = {
    "sum": Bilingual("{}合计", "sum of {}"),
    "mean": Bilingual("{}平均值", "mean of {}"),
    "count": Bilingual("{}的项数", "number of {}"),
    "abs": Bilingual("|{}|", "|{}|"),
    "int": Bilingual("{}取整", "whole part of {}"),
    "round": Bilingual("{}（四舍五入保留{}位小数）", "{} rounded to {} decimals"),
}

_Written = tuple[str, int]  # text and how tightly its outermost operator binds


def formula_prose(tree: Tree, labels: Labels, *, percent: bool = False, lang: Lang = "zh") -> str:
    """Write a tree with the labels of its inputs (``a``) and columns (``table.column``).

    ``percent`` adds ``× 100%``, as the forms write a rate.

    >>> from jixiao.formula.parse import parse_formula
    >>> names = {"a": "预算调整数", "b": "年初预算数"}
    >>> formula_prose(parse_formula("abs(a) / b"), names, percent=True)
    '|预算调整数| ÷ 年初预算数 × 100%'
    >>> formula_prose(parse_formula("min(a, b) - 3"), {}, lang="en")
    '(the least of a and b) - 3'
    """
    writer = _Writer(labels if callable(labels) else _looked_up(labels), lang)
    written = writer.write(tree)
    return f"{writer.wrapped(written, 3)} × 100%" if percent else written[0]


def _looked_up(labels: Mapping[str, str]) -> Callable[[Name | ColumnReference], str]:
    def label(node: Name | ColumnReference) -> str:
        key = node.id if isinstance(node, Name) else f"{node.table}.{node.column}"
        return labels.get(key, key)

    return label


class _Writer:
    """Writes trees with one set of labels in one language."""

    def __init__(self, label: Callable[[Name | ColumnReference], str], lang: Lang) -> None:
        self.label = label
        self.lang = lang

    def wrapped(self, written: _Written, power: int) -> str:
        if written[1] >= power:
            return written[0]
        return _BRACKETS.text(self.lang).format(written[0])

    def write(self, tree: Tree) -> _Written:
        match tree:
            case Number(value, text):
                return text or format_number(value), _ATOM if value >= 0 else 2
            case Name() | ColumnReference():
                return self.label(tree), _ATOM
            case Binary("-", Number(Fraction(numerator=0)), right):
                inner = self.wrapped(self.write(right), 3)
                return _NEGATIVE.text(self.lang).format(inner), 2
            case Binary(operator, left, right):
                power = _POWER[operator]
                first = self.wrapped(self.write(left), power)
                second = self.wrapped(self.write(right), power + (operator in "-/"))
                return f"{first}{_SIGNS[operator].text(self.lang)}{second}", power
            case Compare(operator, left, right):
                sides = (self.write(side)[0] for side in (left, right))
                return _COMPARISONS[operator].text(self.lang).join(sides), _ATOM
            case Call(function, arguments):
                return self.call(function, arguments)

    def call(self, function: str, arguments: tuple[Tree, ...]) -> _Written:
        if function == "countif" and isinstance(arguments[0], Compare):
            compare = arguments[0]
            sign = _COMPARISONS[compare.operator].text(self.lang)
            column, limit = self.write(compare.left)[0], self.write(compare.right)[0]
            return _COUNTIF.text(self.lang).format(column, sign, limit), _ATOM
        written = [self.write(argument) for argument in arguments]
        if function in _JOINED:
            around, between = _JOINED[function]
            joined = between.text(self.lang).join(self.wrapped(w, _LOOSE + 1) for w in written)
            return around.text(self.lang).format(joined), _LOOSE
        if function == "if":
            return _IF.text(self.lang).format(*(text for text, _ in written)), _LOOSE
        inner = written[0][0] if function == "abs" else self.wrapped(written[0], _ATOM)
        return _AROUND[function].text(self.lang).format(inner, written[-1][0]), _ATOM
