"""Changes to a part as byte splices that are remembered, so that they can be undone and checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

CLOSED: Final = b"/>"  # the end of an element written as one tag


class SpliceMisfit(Exception):
    """Splices overlap, or a text does not hold what they are to replace."""


@dataclass(frozen=True, slots=True)
class Splice:
    """At offset ``start`` of the part as it was, ``old`` gives way to ``new``."""

    start: int
    old: bytes
    new: bytes


def insertion(start: int, new: bytes) -> Splice:
    """A splice that only adds."""
    return Splice(start, b"", new)


def replacement(text: bytes, start: int, stop: int, new: bytes) -> Splice:
    """A splice that puts ``new`` in the place of ``text[start:stop]``."""
    return Splice(start, text[start:stop], new)


def ordered_splices(splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Sort by place; those at one place keep their order, and those that open one tag are joined.

    >>> ordered_splices((Splice(2, b"/>", b"><b/></a>"), Splice(2, b"/>", b"><c/></a>")))
    (Splice(start=2, old=b'/>', new=b'><b/><c/></a>'),)
    """
    done: list[Splice] = []
    for splice in sorted(splices, key=lambda splice: splice.start):
        before = done[-1] if done else None
        if before and (before.start, before.old) == (splice.start, CLOSED) == (
            splice.start,
            splice.old,
        ):
            stop, own = before.new.rindex(b"</"), splice.new.rindex(b"</")
            new = before.new[:stop] + splice.new[1:own] + before.new[stop:]
            done[-1] = Splice(splice.start, CLOSED, new)
        else:
            done.append(splice)
    return tuple(done)


def apply_splices(text: bytes, splices: Sequence[Splice]) -> bytes:
    """Carry out ordered splices; ``SpliceMisfit`` where they overlap or don't fit the text.

    >>> apply_splices(b"<a><c/></a>", (insertion(3, b"<b/>"), Splice(3, b"<c/>", b"<d/>")))
    b'<a><b/><d/></a>'
    """
    pieces: list[bytes] = []
    done = 0
    for splice in splices:
        stop = splice.start + len(splice.old)
        if splice.start < done or text[splice.start : stop] != splice.old:
            raise SpliceMisfit(f"{splice.start}: {splice.old[:40]!r}")
        pieces += (text[done : splice.start], splice.new)
        done = stop
    pieces.append(text[done:])
    return b"".join(pieces)


def undo_splices(text: bytes, splices: Sequence[Splice]) -> bytes | None:
    """Take ordered splices back; None where the text does not hold what they put in.

    >>> undo_splices(b"<a><b/></a>", (insertion(3, b"<b/>"),))
    b'<a></a>'
    """
    pieces: list[bytes] = []
    done = shift = 0
    for splice in splices:
        place = splice.start + shift
        stop = place + len(splice.new)
        if place < done or text[place:stop] != splice.new:
            return None
        pieces += (text[done:place], splice.old)
        done = stop
        shift += len(splice.new) - len(splice.old)
    pieces.append(text[done:])
    return b"".join(pieces)
