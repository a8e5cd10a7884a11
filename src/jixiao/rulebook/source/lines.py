"""Find the line of a key in a TOML text; the TOML reader itself gives none.

Only used to report an error: the text is scanned by headers and keys, an approximation that is
exact for files written one key a line and falls back to the entry's first line otherwise.
"""

from __future__ import annotations

import re

from jixiao.rulebook.misfits import ContentPath

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$", re.MULTILINE)


def line_of(text: str, key: ContentPath) -> int | None:
    """Give the 1-based line where ``key`` (``("indicators", 3, "score", "steps", 1)``) is.

    >>> line_of('id = "x"\\n[[grades]]\\nname = "优"\\n', ("grades", 0, "name"))
    3
    """
    start, end, rest = _block(text, list(key))
    if start is None:
        return None
    place = start
    for part in rest:
        found = _descend(text, part, place, end)
        if found is None:
            break
        place = found
    return text.count("\n", 0, place) + 1


def _block(text: str, key: list[str | int]) -> tuple[int | None, int, list[str | int]]:
    """The span of the deepest header on the way to ``key``, and what is left of the key."""
    best: tuple[int, int, int] | None = None  # depth, start, end
    counts: dict[tuple[str | int, ...], int] = {}
    headers = list(_HEADER.finditer(text))
    for place, header in enumerate(headers):
        at = _address(header[2], counts, is_array=header[1] == "[[")
        end = headers[place + 1].start() if place + 1 < len(headers) else len(text)
        if list(at) == key[: len(at)] and (best is None or len(at) >= best[0]):
            best = (len(at), header.start() + len(header[0]) - len(header[0].lstrip()), end)
    if best is not None:
        return best[1], best[2], key[best[0] :]
    top = headers[0].start() if headers else len(text)
    found = _descend(text, key[0], 0, top) if key else 0
    return found, top, key[1:]


def _address(
    name: str, counts: dict[tuple[str | int, ...], int], *, is_array: bool
) -> tuple[str | int, ...]:
    """The full key of a header, with the number of each array entry."""
    at: tuple[str | int, ...] = ()
    parts = [part.strip().strip("\"'") for part in name.split(".")]
    for depth, part in enumerate(parts):
        at = (*at, part)
        if is_array and depth == len(parts) - 1:
            counts[at] = counts.get(at, -1) + 1
        if at in counts:
            at = (*at, counts[at])
    return at


def _descend(text: str, part: str | int, start: int, end: int) -> int | None:
    """Go on from ``start`` to a key or to the n-th inline table behind it."""
    if isinstance(part, str):
        found = re.compile(rf"(?<![\w\"-])\"?{re.escape(part)}\"?\s*=").search(text, start, end)
        return found.start() if found else None
    place = text.find("[", start, end)
    for _ in range(part + 1):
        place = text.find("{", place + 1, end) if place >= 0 else -1
    return place if place >= 0 else None
