"""What a designer most likely did where a line of a rulebook file cannot be read."""

from __future__ import annotations

import re

from jixiao.rulebook.misfits import rulebook_misfit
from jixiao.rulebook.source.problems import Problem

_ASSIGNED = re.compile(r"\s*(?P<key>[A-Za-z_][\w.-]*)\s*[=＝]\s*(?P<value>.*?)\s*(?:#.*)?$")
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
_QUOTES, _SIGNS = "“”‘’「」", "＝，［］｛｝【】：；"
_BARE = re.compile(r"[^\s\"'\[{\d+-][^\"'\[{]*|\d[\d.]*\s*[%％分万元个项].*")


def likely_fault(text: str, line: int) -> Problem | None:
    """Name the fault of a line (from 1), or of the one above it; None where it is not plain."""
    lines = text.split("\n")
    for number in (line, line - 1):
        if 1 <= number <= len(lines) and (found := _fault(lines[number - 1])) is not None:
            id_, key, slots = found
            _, message, remedy = rulebook_misfit((), id_, key=key, **slots)
            return Problem(number, key or "TOML", message, remedy)
    return None


def _fault(line: str) -> tuple[str, str, dict[str, str]] | None:
    if line.lstrip().startswith("#"):
        return None
    bare = _QUOTED.sub("", line)
    quotes = "".join(dict.fromkeys(sign for sign in bare if sign in _QUOTES))
    if quotes:
        return "rulebook.file.quotes", "", {"found": quotes}
    signs = "".join(dict.fromkeys(sign for sign in bare if sign in _SIGNS))
    if signs:
        return "rulebook.file.signs", "", {"found": signs}
    assigned = _ASSIGNED.fullmatch(line)
    if assigned is None:
        return None
    key, value = assigned["key"], assigned["value"]
    if not value:
        return "rulebook.file.no-value", key, {}
    if value not in ("true", "false") and _BARE.fullmatch(value):
        return "rulebook.file.bare", key, {"value": value}
    return None
