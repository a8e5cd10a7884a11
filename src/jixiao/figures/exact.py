"""A fraction whose arithmetic among its own kind is done without asking for types.

``Fraction`` spends most of its time on finding out what the other operand is. Here the usual cases,
another fraction or a whole number, are written out; all else is left to ``Fraction``, so that
values, texts and hashes are the same. A sum of an ``Exact`` and a ``Fraction`` is an ``Exact``.
"""

# ruff: noqa: SLF001 (numerator and denominator of its own kind, without a call)
from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING, Any

_new = object.__new__
_hash = Fraction.__hash__


class Exact(Fraction):
    """An exact number, a ``Fraction`` in every respect.

    >>> Exact(1, 3) + Exact(1, 6), Exact("0.5") == Fraction(1, 2), Exact(3)
    (Fraction(1, 2), True, Fraction(3, 1))
    """

    __slots__ = ()

    if TYPE_CHECKING:
        _numerator: int
        _denominator: int

    def __new__(cls, numerator: Any = 0, denominator: Any = None) -> Exact:  # noqa: PYI034 (there is no subclass)
        """Take what ``Fraction`` takes; whole numbers and fractions without detours."""
        kind = type(numerator)
        if kind is int and denominator is None:
            return _made(numerator, 1)
        if kind is int and type(denominator) is int and denominator:
            return _ratio(numerator, denominator)
        if denominator is None and (kind is Exact or kind is Fraction):
            return _made(numerator._numerator, numerator._denominator)
        return super().__new__(cls, numerator, denominator)

    def __repr__(self) -> str:
        return f"Fraction({self._numerator}, {self._denominator})"

    def __reduce__(self) -> Any:
        return Exact, (self._numerator, self._denominator)

    def __copy__(self) -> Exact:
        return self

    def __deepcopy__(self, memo: Any) -> Exact:
        return self

    def as_integer_ratio(self) -> tuple[int, int]:
        """Give numerator and denominator."""
        return self._numerator, self._denominator

    def __add__(self, other: Any) -> Any:
        kind = type(other)
        if kind is Exact or kind is Fraction:
            n, d, m, e = (
                self._numerator,
                self._denominator,
                other._numerator,
                other._denominator,
            )
            return _reduced(n + m, d) if d == e else _reduced(n * e + m * d, d * e)
        if kind is int:
            return _made(self._numerator + other * self._denominator, self._denominator)
        return super().__add__(other)

    def __radd__(self, other: Any) -> Any:
        kind = type(other)
        if kind is int or kind is Fraction:
            return self + other
        return super().__radd__(other)

    def __sub__(self, other: Any) -> Any:
        kind = type(other)
        if kind is Exact or kind is Fraction:
            n, d, m, e = (
                self._numerator,
                self._denominator,
                other._numerator,
                other._denominator,
            )
            return _reduced(n - m, d) if d == e else _reduced(n * e - m * d, d * e)
        if kind is int:
            return _made(self._numerator - other * self._denominator, self._denominator)
        return super().__sub__(other)

    def __rsub__(self, other: Any) -> Any:
        kind = type(other)
        if kind is int or kind is Fraction:
            return -self + other
        return super().__rsub__(other)

    def __mul__(self, other: Any) -> Any:
        kind = type(other)
        if kind is Exact or kind is Fraction:
            return _reduced(
                self._numerator * other._numerator, self._denominator * other._denominator
            )
        if kind is int:
            return _reduced(self._numerator * other, self._denominator)
        return super().__mul__(other)

    def __rmul__(self, other: Any) -> Any:
        kind = type(other)
        if kind is int or kind is Fraction:
            return self * other
        return super().__rmul__(other)

    def __truediv__(self, other: Any) -> Any:
        kind = type(other)
        if kind is Exact or kind is Fraction:
            return _ratio(
                self._numerator * other._denominator, self._denominator * other._numerator
            )
        if kind is int:
            return _ratio(self._numerator, self._denominator * other)
        return super().__truediv__(other)

    def __rtruediv__(self, other: Any) -> Any:
        kind = type(other)
        if kind is int:
            return _ratio(other * self._denominator, self._numerator)
        if kind is Fraction:
            return _ratio(
                other._numerator * self._denominator, other._denominator * self._numerator
            )
        return super().__rtruediv__(other)

    def __neg__(self) -> Any:
        return _made(-self._numerator, self._denominator)

    def __pos__(self) -> Any:
        return self

    def __abs__(self) -> Any:
        return self if self._numerator >= 0 else _made(-self._numerator, self._denominator)

    def __bool__(self) -> bool:
        return self._numerator != 0

    def __hash__(self) -> int:  # type: ignore[override]  # declared otherwise in typeshed
        return hash(self._numerator) if self._denominator == 1 else _hash(self)

    def __eq__(self, other: Any) -> Any:  # noqa: PYI032 (its parts are asked for)
        kind = type(other)
        if kind is Exact or kind is Fraction:
            return self._numerator == other._numerator and self._denominator == other._denominator
        return super().__eq__(other)

    def __lt__(self, other: Any) -> Any:
        kind = type(other)
        if kind is Exact or kind is Fraction:
            return self._numerator * other._denominator < other._numerator * self._denominator
        if kind is int:
            return self._numerator < other * self._denominator
        return super().__lt__(other)

    def __le__(self, other: Any) -> Any:
        kind = type(other)
        if kind is Exact or kind is Fraction:
            return self._numerator * other._denominator <= other._numerator * self._denominator
        if kind is int:
            return self._numerator <= other * self._denominator
        return super().__le__(other)

    def __gt__(self, other: Any) -> Any:
        kind = type(other)
        if kind is Exact or kind is Fraction:
            return self._numerator * other._denominator > other._numerator * self._denominator
        if kind is int:
            return self._numerator > other * self._denominator
        return super().__gt__(other)

    def __ge__(self, other: Any) -> Any:
        kind = type(other)
        if kind is Exact or kind is Fraction:
            return self._numerator * other._denominator >= other._numerator * self._denominator
        if kind is int:
            return self._numerator >= other * self._denominator
        return super().__ge__(other)


def _made(numerator: int, denominator: int) -> Exact:
    """An exact number of a ratio that is in lowest terms."""
    made = _new(Exact)
    made._numerator = numerator
    made._denominator = denominator
    return made


def _reduced(numerator: int, denominator: int) -> Exact:
    """An exact number of a ratio with a denominator above zero."""
    common = gcd(numerator, denominator)
    made = _new(Exact)
    if common == 1:
        made._numerator = numerator
        made._denominator = denominator
    else:
        made._numerator = numerator // common
        made._denominator = denominator // common
    return made


def _ratio(numerator: int, denominator: int) -> Exact:
    """An exact number of any ratio; ``ZeroDivisionError`` over zero."""
    if denominator > 0:
        return _reduced(numerator, denominator)
    if denominator < 0:
        return _reduced(-numerator, -denominator)
    raise ZeroDivisionError(f"Fraction({numerator}, 0)")
