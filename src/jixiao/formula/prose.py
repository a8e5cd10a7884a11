"""Write a tree as a Chinese formula for people: 预算完成数 ÷ 预算数."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from jixiao.figures import format_number
from jixiao.formula.syntax import Binary, Call, ColumnReference, Compare, Name, Number, Tree

Labels = Mapping[str, str] | Callable[[Name | ColumnReference], str]

_SIGNS = {"+": " ＋ ", "-": " － ", "*": " × ", "/": " ÷ "}
_COMPARISONS = {"<": "＜", "<=": "≤", "=": "＝", ">=": "≥", ">": "＞", "<>": "≠"}
_POWER = {"+": 2, "-": 2, "*": 3, "/": 3}
_LOOSE, _ATOM = 1, 4

_JOINED = {
    "min": ("与", "中较小者"),
    "max": ("与", "中较大者"),
    "and": ("且", ""),
    "or": ("或", ""),
}
_AROUND = {
    "sum": "{}合计",
    "mean": "{}平均值",
    "count": "{}的项数",
    "abs": "|{}|",
    "int": "{}取整",
    "round": "{}（四舍五入保留{}位小数）",
}

_Written = tuple[str, int]  # text and how tightly its outermost operator binds


def formula_prose(tree: Tree, labels: Labels, *, percent: bool = False) -> str:
    """Write a tree with the labels of its inputs (``a``) and columns (``table.column``).

    ``percent`` adds ``× 100%``, as the forms write a rate.

    >>> from jixiao.formula.parse import parse_formula
    >>> names = {"a": "预算调整数", "b": "年初预算数"}
    >>> formula_prose(parse_formula("abs(a) / b"), names, percent=True)
    '|预算调整数| ÷ 年初预算数 × 100%'
    """
    label = labels if callable(labels) else _looked_up(labels)
    written = _write(tree, label)
    return f"{_wrapped(written, 3)} × 100%" if percent else written[0]


def _looked_up(labels: Mapping[str, str]) -> Callable[[Name | ColumnReference], str]:
    def label(node: Name | ColumnReference) -> str:
        key = node.id if isinstance(node, Name) else f"{node.table}.{node.column}"
        return labels.get(key, key)

    return label


def _wrapped(written: _Written, power: int) -> str:
    return written[0] if written[1] >= power else f"（{written[0]}）"


def _write(tree: Tree, label: Callable[[Name | ColumnReference], str]) -> _Written:
    match tree:
        case Number(value, text):
            return text or format_number(value), _ATOM if value >= 0 else 2
        case Name() | ColumnReference():
            return label(tree), _ATOM
        case Binary("-", Number(Fraction(numerator=0)), right):
            return f"－{_wrapped(_write(right, label), 3)}", 2
        case Binary(operator, left, right):
            power = _POWER[operator]
            first = _wrapped(_write(left, label), power)
            second = _wrapped(_write(right, label), power + (operator in "-/"))
            return f"{first}{_SIGNS[operator]}{second}", power
        case Compare(operator, left, right):
            sides = (_write(side, label)[0] for side in (left, right))
            return _COMPARISONS[operator].join(sides), _ATOM
        case Call(function, arguments):
            return _call(function, arguments, label)


def _call(
    function: str, arguments: tuple[Tree, ...], label: Callable[[Name | ColumnReference], str]
) -> _Written:
    if function == "countif" and isinstance(arguments[0], Compare):
        compare = arguments[0]
        column, limit = _write(compare.left, label)[0], _write(compare.right, label)[0]
        return f"{column}{_COMPARISONS[compare.operator]}{limit}的项数", _ATOM
    written = [_write(argument, label) for argument in arguments]
    if function in _JOINED:
        between, ending = _JOINED[function]
        return between.join(_wrapped(w, _LOOSE + 1) for w in written) + ending, _LOOSE
    if function == "if":
        condition, then, otherwise = (text for text, _ in written)
        return f"{condition}时为{then}，否则为{otherwise}", _LOOSE
    inner = written[0][0] if function == "abs" else _wrapped(written[0], _ATOM)
    return _AROUND[function].format(inner, written[-1][0]), _ATOM
