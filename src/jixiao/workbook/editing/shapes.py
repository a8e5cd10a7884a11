"""The numbers of shapes in drawings: blocks of 1,024, each claimed by one drawing of the package.

Takes the drawings as they are, gives numbers that no shape has; a program that meets one number
twice may show one sheet's comment in another's box.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from typing import Final

from jixiao.workbook.editing.splice import Splice, insertion, replacement

_BLOCK: Final = 1_024
_ROOT: Final = re.compile(rb"<(?:[^\s/>:]+:)?xml(?:\s[^>]*)?>")
_IDMAP: Final = re.compile(
    rb"<(?:[^\s/>:]+:)?idmap\s[^>]{0,400}?\bdata=[\"']([0-9,\s]{0,9999})[\"']"
)
_NUMBER: Final = re.compile(rb"_s(\d{1,9})\b")
_LAYOUT: Final = (
    b'<o:shapelayout xmlns:v="urn:schemas-microsoft-com:vml" '
    b'xmlns:o="urn:schemas-microsoft-com:office:office" v:ext="edit">'
    b'<o:idmap v:ext="edit" data="%s"/></o:shapelayout>'
)


class Shapes:
    """Which blocks the drawings of a package claim and which numbers their shapes have, by path."""

    def __init__(self, drawings: Mapping[str, bytes]) -> None:
        self._blocks = {path: _blocks(drawing) for path, drawing in drawings.items()}
        self._numbers = {path: _numbers(drawing) for path, drawing in drawings.items()}

    def take(self, path: str, drawing: bytes, count: int) -> tuple[list[int], list[int]]:
        """Give the lowest unused numbers to a drawing, and the blocks newly claimed for them."""
        self._numbers[path] = _numbers(drawing)
        used = set().union(*self._numbers.values())
        own = iter(self._blocks.get(path, ()))
        taken: list[int] = []
        claimed: list[int] = []
        while len(taken) < count:
            block = next(own, 0)
            if not block:
                block = self._claim(path)
                claimed.append(block)
            numbers = range(block * _BLOCK + 1, (block + 1) * _BLOCK)
            free = (number for number in numbers if number not in used)
            taken += itertools.islice(free, count - len(taken))
        self._numbers[path] |= {*taken}
        return taken, claimed

    def _claim(self, path: str) -> int:
        taken = {block for blocks in self._blocks.values() for block in blocks}
        block = next(number for number in itertools.count(1) if number not in taken)
        self._blocks[path] = (*self._blocks.get(path, ()), block)
        return block


def layout_of(blocks: Iterable[int]) -> bytes:
    """Write the element by which a drawing claims blocks."""
    return _LAYOUT % b",".join(b"%d" % block for block in blocks)


def claim(drawing: bytes, blocks: list[int]) -> list[Splice]:
    """Add blocks to those that a drawing claims."""
    if not blocks:
        return []
    found = _IDMAP.search(drawing)
    if found is not None:
        listed = b",".join((*found[1].split(b","), *(b"%d" % block for block in blocks)))
        return [replacement(drawing, *found.span(1), listed.strip(b","))]
    root = _ROOT.search(drawing)
    return [insertion(root.end(), layout_of(blocks))] if root else []


def _blocks(drawing: bytes) -> tuple[int, ...]:
    found = _IDMAP.search(drawing)
    written = found[1].split(b",") if found else ()
    return tuple(int(b) for b in written if b.strip().isdigit() and len(b) <= 9)


def _numbers(drawing: bytes) -> set[int]:
    return {int(number) for number in _NUMBER.findall(drawing)}
