"""A small calculator for worksheet formulas, as Excel computes them; knows nothing of jixiao.

It follows a typed fault through a workbook: what the live formulas show once a cell has changed.
Numbers are floats, texts strings, blanks None; ``#DIV/0!`` and its like are ``ErrorValue``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import zip_longest


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """``#VALUE!`` and its like."""

    text: str


CellValue = float | str | bool | ErrorValue | None
Content = str | Decimal | None  # what is typed: text, a number as written, a formula with its =
Address = tuple[str, str]  # sheet and cell
Column = list[CellValue]
Lookup = Callable[[str, str], CellValue]

_VALUE, _DIVIDED, _NAME, _REF = map(ErrorValue, ("#VALUE!", "#DIV/0!", "#NAME?", "#REF!"))
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"]|"")*")|(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)
    |(?P<function>[A-Z]+(?=\())
    |(?P<range>(?:'(?:[^']|'')+'!|[^\W\d][\w.]*!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(]))
    |(?P<name>[^\W\d][\w.]*)|(?P<error>\#[A-Z/0!?]+)|(?P<sign><=|>=|<>|[-+*/^&=<>(),%]))""",
    re.VERBOSE,
)
_RANGE = re.compile(r"(?:'((?:[^']|'')+)'!|([^!]+)!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?%?")
_LEVELS = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",))


class Failed(Exception):
    """An error value on its way up."""

    def __init__(self, value: ErrorValue) -> None:
        super().__init__(value.text)
        self.value = value


class Calculator:
    """Compute formulas of one workbook, each cell once.

    ``issued`` and ``typed`` are contents by sheet and cell, what is typed above what was issued;
    a formula begins with ``=``. ``names`` are the defined names.
    """

    def __init__(
        self,
        issued: Mapping[Address, Content],
        typed: Mapping[Address, Content],
        names: Mapping[str, str],
    ) -> None:
        self._issued = issued
        self._typed = typed
        self._names = names
        self._known: dict[Address, CellValue] = {}

    def value(self, sheet: str, cell: str) -> CellValue:
        """What a cell shows."""
        at = (sheet, cell)
        if at not in self._known:
            content = self._typed[at] if at in self._typed else self._issued.get(at)
            if isinstance(content, Decimal):
                self._known[at] = float(content)
            elif content is not None and content.startswith("="):
                self._known[at] = _REF  # a circle meets itself
                self._known[at] = self._result(sheet, content)
            else:
                self._known[at] = content
        return self._known[at]

    def _result(self, sheet: str, formula: str) -> CellValue:
        try:
            found = _Run(self, sheet).single(parsed(formula))
        except Failed as failed:
            return failed.value
        return 0.0 if found is None else found

    def refers_to(self, name: str) -> str | None:
        """What a defined name stands for."""
        return self._names.get(name.lower())


Node = tuple[object, ...]


@lru_cache(maxsize=20_000)
def parsed(formula: str) -> Node:
    """The tree of a formula; ``ValueError`` where it is none."""
    return _Parser(formula.lstrip("=")).whole()


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, str]] = []
        place = 0
        while place < len(text.rstrip()):
            found = _TOKEN.match(text, place)
            if found is None or found.lastgroup is None:
                raise ValueError(f"no formula at {place}: {text}")
            self._tokens.append((found.lastgroup, found[found.lastgroup]))
            place = found.end()
        self._next = 0

    def whole(self) -> Node:
        found = self._binary(0)
        if self._next != len(self._tokens):
            raise ValueError(f"left over: {self._tokens[self._next :]}")
        return found

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._next] if self._next < len(self._tokens) else ("end", "")

    def _take(self, sign: str = "") -> str:
        kind, text = self._peek()
        if kind == "end" or (sign and text != sign):
            raise ValueError(f"{sign or 'more'} expected, not {text}")
        self._next += 1
        return text

    def _binary(self, level: int) -> Node:
        if level == len(_LEVELS):
            return self._unary()
        left = self._binary(level + 1)
        while self._peek()[0] == "sign" and self._peek()[1] in _LEVELS[level]:
            sign = self._take()
            left = ("binary", sign, left, self._binary(level + 1))
        return left

    def _unary(self) -> Node:
        if self._peek() in (("sign", "-"), ("sign", "+")):
            sign = self._take()
            inner = self._unary()
            return ("binary", "-", ("constant", 0.0), inner) if sign == "-" else inner
        found = self._atom()
        while self._peek() == ("sign", "%"):
            self._take()
            found = ("binary", "/", found, ("constant", 100.0))
        return found

    def _atom(self) -> Node:
        kind, text = self._peek()
        self._take()
        match kind:
            case "number":
                return ("constant", float(text))
            case "text":
                return ("constant", text[1:-1].replace('""', '"'))
            case "error":
                return ("constant", ErrorValue(text))
            case "range":
                return ("range", text)
            case "name":
                word = text.upper()
                return ("constant", word == "TRUE") if word in ("TRUE", "FALSE") else ("name", text)
            case "function":
                return ("call", text, *self._arguments())
        if text != "(":
            raise ValueError(f"unexpected {text}")
        inner = self._binary(0)
        self._take(")")
        return inner

    def _arguments(self) -> Iterator[Node]:
        self._take("(")
        while self._peek()[1] != ")":
            if self._peek()[1] == ",":
                yield ("constant", None)
            else:
                yield self._binary(0)
            if self._peek()[1] != ")":
                self._take(",")
        self._take(")")


class _Run:
    """One formula being computed on its sheet."""

    def __init__(self, cells: Calculator, sheet: str) -> None:
        self._cells = cells
        self._sheet = sheet

    def single(self, node: Node) -> CellValue:
        """One value; raises ``Failed`` for an error value."""
        found = self._of(node)
        if isinstance(found, list):
            found = found[0] if len(found) == 1 else _VALUE
        if isinstance(found, ErrorValue):
            raise Failed(found)
        return found

    def _of(self, node: Node) -> CellValue | Column:
        match node:
            case ("constant", value):
                return value  # type: ignore[return-value]
            case ("range", str(text)):
                return self._range(text)
            case ("name", str(name)):
                return self._range(self._named(name))
            case ("binary", str(sign), left, right):
                return self._operation(sign, self._of(left), self._of(right))  # type: ignore[arg-type]
            case ("call", str(name), *arguments):
                return self._call(name, arguments)  # type: ignore[arg-type]
        raise ValueError(str(node))

    def _named(self, name: str) -> str:
        found = self._cells.refers_to(name)
        if found is None:
            raise Failed(_NAME)
        return found

    def _range(self, text: str) -> Column:
        if "#REF!" in text:
            raise Failed(_REF)
        found = _RANGE.fullmatch(text)
        if found is None:
            raise Failed(_NAME)
        sheet = (found[1] or found[2] or self._sheet).replace("''", "'")
        first, last = int(found[4]), int(found[6] or found[4])
        letters = _letters(found[3], found[5] or found[3])
        return [
            self._cells.value(sheet, f"{letter}{row}")
            for row in range(first, last + 1)
            for letter in letters
        ]

    def _operation(
        self, sign: str, left: CellValue | Column, right: CellValue | Column
    ) -> CellValue | Column:
        if isinstance(left, list) and len(left) == 1:
            left = left[0]
        if isinstance(right, list) and len(right) == 1:
            right = right[0]
        if not isinstance(left, list) and not isinstance(right, list):
            return _operate(sign, left, right)
        size = max(len(side) for side in (left, right) if isinstance(side, list))
        first = left if isinstance(left, list) else [left] * size
        second = right if isinstance(right, list) else [right] * size
        pairs = zip_longest(first, second, fillvalue=_VALUE)
        return [_operate(sign, a, b) for a, b in pairs]

    def _call(self, name: str, arguments: list[Node]) -> CellValue | Column:
        if name == "IF":
            truth = _truth(self.single(arguments[0]))
            chosen = arguments[1] if truth else arguments[2] if len(arguments) > 2 else None
            return truth if chosen is None else self._of(chosen)
        if name in ("AND", "OR"):
            truths = [_truth(v) for v in self._flat(arguments) if not isinstance(v, str | None)]
            return all(truths) if name == "AND" else any(truths)
        if name == "COUNTIF":
            column = self._of(arguments[0])
            cells = column if isinstance(column, list) else [column]
            return float(sum(map(_criterion(self.single(arguments[1])), cells)))
        if name == "COUNT":
            return float(sum(_is_number(v) for v in self._flat(arguments, errors=False)))
        if name == "SUMPRODUCT":
            return self._sum_of_products(arguments)
        if name in ("ROUND", "ABS", "INT"):
            numbers = [_number(self.single(argument)) for argument in arguments]
            return {"ROUND": _round, "ABS": _abs, "INT": _int}[name](*numbers)
        numbers = [float(v) for v in self._flat(arguments) if _is_number(v)]  # type: ignore[arg-type]
        match name:
            case "SUM":
                return float(sum(map(_decimal, numbers), Decimal(0)))
            case "MIN" | "MAX":
                return (min if name == "MIN" else max)(numbers, default=0.0)
            case "AVERAGE":
                return sum(numbers) / len(numbers) if numbers else _DIVIDED
        raise Failed(_NAME)

    def _flat(self, arguments: list[Node], *, errors: bool = True) -> Iterator[CellValue]:
        for argument in arguments:
            try:
                found = self._of(argument)
            except Failed:
                if errors:
                    raise
                continue
            for value in found if isinstance(found, list) else [found]:
                if isinstance(value, ErrorValue):
                    if errors:
                        raise Failed(value)
                    continue
                yield value

    def _sum_of_products(self, arguments: list[Node]) -> float:
        columns: list[Column] = []
        for argument in arguments:
            found = self._of(argument)
            columns.append(found if isinstance(found, list) else [found])
        total = Decimal(0)
        for values in zip(*columns, strict=True):
            product = Decimal(1)
            for value in values:
                if isinstance(value, ErrorValue):
                    raise Failed(value)
                product *= _decimal(float(value)) if _is_number(value) else 0  # type: ignore[arg-type]
            total += product
        return float(total)


def _letters(first: str, last: str) -> list[str]:
    return [_column(n) for n in range(_index(first), _index(last) + 1)]


def _index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _column(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def _is_number(value: CellValue) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool)


def _number(value: CellValue) -> float:
    """A number in arithmetic: text that reads as one counts, other text is ``#VALUE!``."""
    if value is None:
        return 0.0
    if isinstance(value, ErrorValue):
        raise Failed(value)
    if isinstance(value, str):
        text = value.strip().replace(",", "")
        if not _NUMBER.fullmatch(text):
            raise Failed(_VALUE)
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    return float(value)


def _truth(value: CellValue) -> bool:
    if isinstance(value, str):
        raise Failed(_VALUE)
    return bool(_number(value))


def _decimal(number: float) -> Decimal:
    """The fifteen digits that Excel shows of a number."""
    return Decimal(f"{number:.15g}")


def _round(number: float, digits: float = 0.0) -> float:
    return float(_decimal(number).quantize(Decimal(1).scaleb(-int(digits)), ROUND_HALF_UP))


def _abs(number: float) -> float:
    return abs(number)


def _int(number: float) -> float:
    return float(number // 1)


def _operate(sign: str, left: CellValue, right: CellValue) -> CellValue:
    for value in (left, right):
        if isinstance(value, ErrorValue):
            return value
    if sign in _LEVELS[0]:
        return _compare(sign, left, right)
    if sign == "&":
        return f"{_text(left)}{_text(right)}"
    try:
        a, b = _number(left), _number(right)
    except Failed as failed:
        return failed.value
    match sign:
        case "+":
            return _near(a + b, a)
        case "-":
            return _near(a - b, a)
        case "*":
            return a * b
        case "^":
            return float(a**b)
    return a / b if b else _DIVIDED


def _near(result: float, term: float) -> float:
    """Excel shows a difference of the last bits as zero."""
    return 0.0 if term and abs(result) < abs(term) * 1e-15 else result


def _text(value: CellValue) -> str:
    if value is None:
        return ""
    return f"{value:.15g}" if _is_number(value) else str(value)


def _compare(sign: str, left: CellValue, right: CellValue) -> bool:
    a, b = _rank(left, right), _rank(right, left)
    match sign:
        case "=":
            return a == b
        case "<>":
            return a != b
        case "<":
            return a < b
        case ">":
            return a > b
        case "<=":
            return a <= b
    return a >= b


def _rank(value: CellValue, other: CellValue) -> tuple[int, float | str]:
    """Numbers come before texts, texts before truths; a blank takes the other's kind."""
    if value is None:
        value = "" if isinstance(other, str) else 0.0
    if isinstance(value, bool):
        return 2, float(value)
    if isinstance(value, str):
        return 1, value.lower()
    return 0, float(_decimal(float(value)))  # type: ignore[arg-type]


def _criterion(criterion: CellValue) -> Callable[[CellValue], bool]:
    text = _text(criterion)
    found = re.match(r"<=|>=|<>|=|<|>", text)
    sign, rest = (found[0], text[found.end() :]) if found else ("=", text)
    if not _NUMBER.fullmatch(rest):
        return lambda cell: (str(cell).lower() == rest.lower()) == (sign == "=")
    limit = float(rest)
    return lambda cell: _is_number(cell) and _compare(sign, cell, limit)
