"""Numbers as a person types them: 656.68 is stored as 656.68, not as 656.6799999999999."""

from __future__ import annotations


class TypedNumber(float):
    """A float that every format specification shows with the fewest digits that mean it.

    The workbook writer asks for 16 significant digits, which brings out the binary residue.

    >>> f"{TypedNumber(656.68):.16G}", f"{TypedNumber(26):.16G}"
    ('656.68', '26')
    """

    __slots__ = ()

    def __format__(self, _: str) -> str:
        return repr(float(self)).removesuffix(".0")
