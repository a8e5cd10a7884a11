"""The tree of a formula: numbers, names, table columns, calls, operators and conditions."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal


@dataclass(frozen=True, slots=True)
class Number:
    """An exact constant; ``text`` is how the rulebook writes it (95%)."""

    value: Fraction
    text: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """An input, or ``x`` for the rate inside a scoring rule."""

    id: str


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a repeating table; only inside an aggregate (sum, mean, count)."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Binary:
    """``left operator right``."""

    operator: Literal["+", "-", "*", "/"]
    left: Tree
    right: Tree


@dataclass(frozen=True, slots=True)
class Compare:
    """A condition."""

    operator: Literal["<", "<=", "=", ">=", ">", "<>"]
    left: Tree
    right: Tree


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the closed set: sum mean count min max abs round int if and or."""

    function: str
    arguments: tuple[Tree, ...]


Tree = Number | Name | TableColumn | Binary | Compare | Call
