"""Seeded random trees for tests that go through LibreOffice once."""

import random
from fractions import Fraction

from jixiao.formula.syntax import Binary, Call, ColumnReference, Compare, Name, Number, Tree

_TEXTS = ("0", "1", "2", "95%", "0.3", "100", "5%", "0.5", "3")
_COLUMN = ColumnReference("t", "v")


def _constant(seeded: random.Random) -> Number:
    text = seeded.choice(_TEXTS)
    return Number(Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text), text)


def _condition(seeded: random.Random, depth: int) -> Tree:
    signs = ("<", "<=", "=", ">=", ">", "<>")
    if depth > 1 and seeded.random() < 0.3:
        both = (_condition(seeded, 1), _condition(seeded, 1))
        return Call(seeded.choice(("and", "or")), both)
    return Compare(
        seeded.choice(signs), random_tree(seeded, depth - 1), random_tree(seeded, depth - 1)
    )


def _column_tree(seeded: random.Random) -> Tree:
    match seeded.choice("smnkC"):
        case "s":
            return Call("sum", (_COLUMN,))
        case "m":
            return Call("mean", (_COLUMN,))
        case "n":
            return Call("sum", (Binary("*", _COLUMN, _COLUMN),))
        case "k":
            return Call("count", (_COLUMN,))
        case _:
            sign = seeded.choice(("<", "<=", "=", ">=", ">", "<>"))
            limit = _constant(seeded) if seeded.random() < 0.6 else Name("b")
            return Call("countif", (Compare(sign, _COLUMN, limit),))


def random_tree(seeded: random.Random, depth: int = 4) -> Tree:
    """Grow a tree over a, b, c and the column t.v, with every operator and function."""
    if depth <= 0 or seeded.random() < 0.1:
        return Name(seeded.choice("abc")) if seeded.random() < 0.7 else _constant(seeded)

    def grown() -> Tree:
        return random_tree(seeded, depth - 1)

    match seeded.choice("++-**//mMaiirrfffcccc"):
        case "m":
            return Call("min", (grown(), grown(), _constant(seeded)))
        case "M":
            return Call("max", (grown(), _constant(seeded)))
        case "a":
            return Call("abs", (grown(),))
        case "i":
            return Call("int", (Binary("*", grown(), Number(Fraction(100), "100")),))
        case "r":
            digits = Fraction(seeded.randint(0, 3))
            return Call("round", (grown(), Number(digits, str(digits))))
        case "f":
            return Call("if", (_condition(seeded, depth), grown(), grown()))
        case "c":
            return _column_tree(seeded)
        case sign:
            return Binary(sign, grown(), grown())
