"""What a rulebook means where it says nothing: clauses, sources, columns, widths, units, answers.

Takes and gives the plain content of TOML files. ``complete_entries`` completes the rows of one
file, before it is laid over another; ``complete_whole`` the rulebook that comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from jixiao.finding import chinese_text
from jixiao.rulebook.schema import Rulebook
from jixiao.rulebook.source.overlay import Content
from jixiao.rulebook.words import NO, YES

_WIDTHS = {
    "name": 20, "meaning": 28, "standard": 44, "reason": 24, "evidence": 20, "level1": 10,
    "level2": 12, "level3": 14, "weight": 8, "claimed": 9, "suggested": 9, "reviewed": 9,
}  # fmt: skip
_UNITS = {"rate": "%", "count": "个", "flag": "", "choice": "", "text": "", "quantity": ""}
_FORMULAS = ("when", "rate", "holds", "formula", "score")
_ANSWERED = re.compile(
    r"""(?P<name>[a-z][a-z0-9_]*)(?P<sign>\s*(?:=|<>|＝|≠)\s*)["“'](?P<answer>[^"”']*)["”']"""
)
_TARGET_ROLES = ("operator", "target", "unit", "actual")


def complete_entries(content: Content) -> Content:
    """Give every row the file's clause and source, and every point of a checklist its answer."""
    completed = dict(content)
    for section in ("indicators", "blocks"):
        if entries := _entries(content, section):
            completed[section] = [_sourced(content, entry) for entry in entries]
    answers = _Answers(content)
    rows = [answers.named_in(entry) for entry in _entries(completed, "indicators")]
    if answers.made:
        completed["indicators"] = rows
        written = content.get("inputs", [])
        completed["inputs"] = [*written, *answers.made] if isinstance(written, list) else written
    return completed


def _sourced(content: Content, entry: Any) -> Any:
    """An entry with the clause and the source of its file; a change of another says its own."""
    if not isinstance(entry, dict) or "extends" in content:
        return entry
    own = {key: content[key] for key in ("clause", "provenance") if content.get(key)}
    return {**own, **entry}


class _Answers:
    """Makes a 是/否 input, ``made``, for every point of a checklist that has none of its own."""

    def __init__(self, content: Content) -> None:
        self.made: list[Content] = []
        self._labels = [
            item.get("label") for item in _entries(content, "inputs") if isinstance(item, dict)
        ]

    def named_in(self, row: Any) -> Any:
        """Give a row whose points, and those of its parts, name their answers."""
        if not isinstance(row, dict):
            return row
        named = self._named(row, row)
        parts = _entries(row, "parts")
        return {**named, "parts": [self._named(part, row) for part in parts]} if parts else named

    def _named(self, holder: Any, row: Content) -> Any:
        score = holder.get("score") if isinstance(holder, dict) else None
        if not isinstance(score, dict) or score.get("kind") != "checklist":
            return holder
        if not (items := _entries(score, "items")):
            return holder
        stem = re.sub(r"[^a-z0-9]+", "_", str(holder.get("id", "")).lower()).strip("_")
        points = [self._point(item, f"{stem}_{n}", row) for n, item in enumerate(items, start=1)]
        return {**holder, "score": {**score, "items": points}}

    def _point(self, item: Any, ident: str, row: Content) -> Any:
        is_open = isinstance(item, dict) and "input" not in item
        if not is_open or not isinstance(item.get("says"), str):
            return item
        name, label = str(row.get("name", "")), item["says"]
        if label in self._labels:
            label = f"{name}·{label}"
        self._labels.append(label)
        self.made.append({"id": ident, "label": label, "kind": "flag", "group": name})
        return {"input": ident, **{key: each for key, each in item.items() if key != "says"}}


def complete_whole(content: Content) -> Content:
    """Give the rulebook columns where it lists none, and widths, units and measures."""
    completed = dict(content)
    if not content.get("columns") and not content.get("abstract"):
        completed["columns"] = [
            {"role": role, "label": chinese_text(f"rules.column.{label}")}
            for role, label in _columns(content)
        ]
    if columns := _entries(completed, "columns"):
        completed["columns"] = [_wide(column) for column in columns]
    if inputs := _entries(completed, "inputs"):
        money = content.get("money_unit", Rulebook.money_unit)
        inputs = completed["inputs"] = [_measured(item, money) for item in inputs]
    if isinstance(completed.get("veto"), dict):
        completed["veto"] = [completed["veto"]]  # [veto] for the one that most forms have
    options = _options(inputs)
    for key in ("indicators", "blocks", "identities", "veto"):
        if options and key in completed:
            completed[key] = _chosen(completed[key], options)
    if rows := _entries(completed, "indicators"):
        units = _units_of_counts(inputs)
        completed["indicators"] = [_with_rate_unit(row, units) for row in rows]
    return completed


def _wide(column: Any) -> Any:
    if not isinstance(column, dict) or column.get("role") not in _WIDTHS:
        return column
    return {"width": _WIDTHS[column["role"]], **column}


def _measured(item: Any, money: object) -> Any:
    if not isinstance(item, dict):
        return item
    return {"unit": _UNITS.get(str(item.get("kind", "money")), money), **item}


def _options(inputs: Sequence[Any]) -> dict[str, list[str]]:
    """What can be answered, by the id of the input: choices, 是 and 否."""
    found = {}
    for entry in inputs:
        if not isinstance(entry, dict):
            continue
        if entry.get("kind") == "choice" and isinstance(entry.get("choices"), list):
            found[str(entry.get("id"))] = [str(choice) for choice in entry["choices"]]
        elif entry.get("kind") == "flag":
            found[str(entry.get("id"))] = [NO, YES]
    return found


def _chosen(value: Any, options: dict[str, list[str]], key: str = "") -> Any:
    """Content with the answers named in formulas recognised by their place: 类别 = 1"一类部门"."""
    if isinstance(value, dict):
        return {k: _chosen(each, options, k) for k, each in value.items()}
    if isinstance(value, list):
        return [_chosen(each, options, key) for each in value]
    if isinstance(value, str) and key in _FORMULAS:
        return _ANSWERED.sub(lambda found: _placed(found, options), value)
    return value


def _placed(found: re.Match[str], options: dict[str, list[str]]) -> str:
    known, answer = options.get(found["name"], []), found["answer"]
    if answer not in known:
        return found[0]
    first = 0 if known == [NO, YES] else 1
    place = known.index(answer) + first
    return f'{found["name"]}{found["sign"]}{place}"{answer}"'


def _units_of_counts(inputs: Sequence[Any]) -> dict[str, str]:
    """The units of inputs that are counts, by id."""
    return {
        str(entry.get("id")): str(entry.get("unit"))
        for entry in inputs
        if isinstance(entry, dict) and entry.get("kind") == "count" and entry.get("unit")
    }


def _with_rate_unit(row: Any, units: dict[str, str]) -> Any:
    """A row whose rate is a count alone is measured in what it counts."""
    if not isinstance(row, dict):
        return row
    unit = units.get(str(row.get("rate", "")).strip())
    return {"rate_unit": unit, **row} if unit else row


def _columns(content: Content) -> Iterator[tuple[str, str]]:
    """The columns of a form that lists none: role, and the id of its label."""
    entries = (*_entries(content, "indicators"), *_entries(content, "blocks"))
    rows = [entry for entry in entries if isinstance(entry, dict)]
    depth = max((len(row.get("path") or ()) for row in rows), default=1)
    is_free = bool(content.get("blocks"))
    depth = max(depth, 2) if is_free else depth
    for level in range(1, min(depth, 3) + 1):
        yield f"level{level}", f"level{level}"
    yield "name", f"level{min(depth, 3) + 1}"
    if any(row.get("meaning") for row in rows):
        yield "meaning", "meaning"
    if not is_free or any(row.get("standard") for row in rows):
        yield "standard", "standard"
    if is_free:
        yield from ((role, role) for role in _TARGET_ROLES)
    yield "weight", "weight"
    if not is_free and any(_has_rate(row) for row in rows):
        yield "actual", "actual"
    yield from ((role, role) for role in ("claimed", "suggested", "reason"))
    if any(row.get("evidence") for row in rows):
        yield "evidence", "evidence"
    yield "reviewed", "reviewed"


def _has_rate(row: Content) -> bool:
    """Whether a row has something to show as its actual value."""
    score = row.get("score")
    is_judged = isinstance(score, dict) and score.get("kind") == "judged"
    holders = (row, *_entries(row, "parts"))
    return is_judged or any(isinstance(h, dict) and "rate" in h for h in holders)


def _entries(content: Content, section: str) -> list[Any]:
    """The entries of a section; none where it is absent or no list, which is said elsewhere."""
    entries = content.get(section)
    return entries if isinstance(entries, list) else []
