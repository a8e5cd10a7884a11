"""Write a tree as a formula for people, in Chinese or English: 预算完成数 ÷ 预算数."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from jixiao.figures import format_number
from jixiao.finding import Lang, text_of
from jixiao.formula.syntax import Binary, Call, ColumnReference, Compare, Name, Number, Tree

Labels = Mapping[str, str] | Callable[[Name | ColumnReference], str]

_SIGNS = {
    "+": "formula.sign.plus",
    "-": "formula.sign.minus",
    "*": "formula.sign.times",
    "/": "formula.sign.over",
    "<": "formula.sign.below",
    "<=": "formula.sign.at-most",
    "=": "formula.sign.equal",
    ">=": "formula.sign.at-least",
    ">": "formula.sign.above",
    "<>": "formula.sign.unequal",
}
_POWER = {"+": 2, "-": 2, "*": 3, "/": 3}
_LOOSE, _ATOM = 1, 4
_BETWEEN = {
    "min": "formula.between.numbers",
    "max": "formula.between.numbers",
    "and": "formula.between.and",
    "or": "formula.between.or",
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

    def text(self, id_: str, **slots: str) -> str:
        return text_of(id_).text(self.lang).format_map(slots)

    def wrapped(self, written: _Written, power: int) -> str:
        if written[1] >= power:
            return written[0]
        return self.text("formula.prose.brackets", inner=written[0])

    def write(self, tree: Tree) -> _Written:
        match tree:
            case Number(value, text):
                return text or format_number(value), _ATOM if value >= 0 else 2
            case Name() | ColumnReference():
                return self.label(tree), _ATOM
            case Binary("-", Number(Fraction(numerator=0)), right):
                inner = self.wrapped(self.write(right), 3)
                return self.text("formula.prose.negative", inner=inner), 2
            case Binary(operator, left, right):
                power = _POWER[operator]
                first = self.wrapped(self.write(left), power)
                second = self.wrapped(self.write(right), power + (operator in "-/"))
                return f"{first}{self.text(_SIGNS[operator])}{second}", power
            case Compare(operator, left, right):
                sides = (self.write(side)[0] for side in (left, right))
                return self.text(_SIGNS[operator]).join(sides), _ATOM
            case Call(function, arguments):
                return self.call(function, arguments)

    def call(self, function: str, arguments: tuple[Tree, ...]) -> _Written:
        if function == "countif" and isinstance(arguments[0], Compare):
            compare = arguments[0]
            column, limit = self.write(compare.left)[0], self.write(compare.right)[0]
            sign = self.text(_SIGNS[compare.operator])
            counted = f"{column}{sign}{limit}"
            return self.text("formula.prose.countif", counted=counted), _ATOM
        written = [self.write(argument) for argument in arguments]
        if function in _BETWEEN:
            between = self.text(_BETWEEN[function])
            joined = between.join(self.wrapped(each, _LOOSE + 1) for each in written)
            return self.text(f"formula.prose.{function}", inner=joined), _LOOSE
        if function == "if":
            condition, first, second = (text for text, _ in written)
            chosen = self.text("formula.prose.if", condition=condition, yes=first, no=second)
            return chosen, _LOOSE
        inner = written[0][0] if function == "abs" else self.wrapped(written[0], _ATOM)
        around = f"formula.prose.{function}"
        return self.text(around, inner=inner, digits=written[-1][0]), _ATOM
