"""What a rulebook means where it says nothing: clauses, sources, columns, widths, units, answers.

Takes and gives the plain content of TOML files. ``complete_entries`` completes the rows of one
file, before it is laid over another; ``complete_whole`` the rulebook that comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
        entries = content.get(section)
        if isinstance(entries, list):
            completed[section] = [_sourced(content, entry) for entry in entries]
    answers = list(_answers(completed))
    if answers:
        completed["indicators"] = [_answered(entry) for entry in completed["indicators"]]
        written = content.get("inputs", [])
        completed["inputs"] = [*written, *answers] if isinstance(written, list) else written
    return completed


def _sourced(content: Content, entry: Any) -> Any:
    """An entry with the clause and the source of its file; a change of another says its own."""
    if not isinstance(entry, dict) or "extends" in content:
        return entry
    own = {key: content[key] for key in ("clause", "provenance") if content.get(key)}
    return {**own, **entry}


def _checklists(entry: Any) -> Iterator[tuple[str, Any]]:
    """The items of an entry's checklists that have no input, each with the id that it gets."""
    if not isinstance(entry, dict):
        return
    parts = entry.get("parts")
    for holder in (entry, *(parts if isinstance(parts, list) else ())):
        if not isinstance(holder, dict) or not isinstance(holder.get("score"), dict):
            continue
        score: Content = holder["score"]
        items = score.get("items")
        if not isinstance(items, list) or score.get("kind") != "checklist":
            continue
        stem = re.sub(r"[^a-z0-9]+", "_", str(holder.get("id", "")).lower()).strip("_")
        for nth, item in enumerate(items, start=1):
            if isinstance(item, dict) and "input" not in item and isinstance(item.get("says"), str):
                yield f"{stem}_{nth}", item


def _answers(content: Content) -> Iterator[Content]:
    """A 是/否 input for every point of a checklist that has none of its own."""
    entries = content.get("indicators")
    used = [i.get("label") for i in content.get("inputs") or () if isinstance(i, dict)]
    for entry in entries if isinstance(entries, list) else ():
        for id_, item in _checklists(entry):
            label = item["says"]
            if label in used:
                label = f"{entry.get('name', '')}·{label}"
            used.append(label)
            yield {"id": id_, "label": label, "kind": "flag", "group": str(entry.get("name", ""))}


def _answered(entry: Any) -> Any:
    """The entry with its points naming their answers."""
    ids = {id(item): id_ for id_, item in _checklists(entry)}
    return _replaced(entry, ids) if ids else entry


def _replaced(value: Any, ids: dict[int, str]) -> Any:
    if id(value) in ids:
        kept = {key: each for key, each in value.items() if key != "says"}
        return {"input": ids[id(value)], **kept}
    if isinstance(value, dict):
        return {key: _replaced(each, ids) for key, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, ids) for each in value]
    return value


def complete_whole(content: Content) -> Content:
    """Give the rulebook columns where it lists none, and widths, units and measures."""
    completed = dict(content)
    if not content.get("columns") and not content.get("abstract"):
        completed["columns"] = [
            {"role": role, "label": chinese_text(f"rules.column.{label}")}
            for role, label in _columns(content)
        ]
    for key, complete in (("columns", _wide), ("inputs", _measured)):
        entries = completed.get(key)
        if isinstance(entries, list):
            money = content.get("money_unit", Rulebook.money_unit)
            completed[key] = [complete(entry, money) for entry in entries]
    if isinstance(completed.get("veto"), dict):
        completed["veto"] = [completed["veto"]]  # [veto] for the one that most forms have
    options = _options(completed.get("inputs"))
    for key in ("indicators", "blocks", "identities", "veto"):
        if options and key in completed:
            completed[key] = _chosen(completed[key], options)
    entries = completed.get("indicators")
    if isinstance(entries, list):
        counted = _counted(completed.get("inputs"))
        completed["indicators"] = [_counting(entry, counted) for entry in entries]
    return completed


def _wide(column: Any, _money: object) -> Any:
    if not isinstance(column, dict) or column.get("role") not in _WIDTHS:
        return column
    return {"width": _WIDTHS[column["role"]], **column}


def _measured(item: Any, money: object) -> Any:
    if not isinstance(item, dict):
        return item
    return {"unit": _UNITS.get(str(item.get("kind", "money")), money), **item}


def _options(inputs: object) -> dict[str, list[str]]:
    """What can be answered, by the id of the input: choices, 是 and 否."""
    entries = [e for e in inputs if isinstance(e, dict)] if isinstance(inputs, list) else []
    found = {}
    for entry in entries:
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


def _counted(inputs: object) -> dict[str, str]:
    """The units of inputs that are counts, by id."""
    entries = inputs if isinstance(inputs, list) else ()
    return {
        str(entry.get("id")): str(entry.get("unit"))
        for entry in entries
        if isinstance(entry, dict) and entry.get("kind") == "count" and entry.get("unit")
    }


def _counting(entry: Any, units: dict[str, str]) -> Any:
    """A rate that is a count alone is measured in what it counts."""
    if not isinstance(entry, dict):
        return entry
    unit = units.get(str(entry.get("rate", "")).strip())
    return {"rate_unit": unit, **entry} if unit else entry


def _columns(content: Content) -> Iterator[tuple[str, str]]:
    """The columns of a form that lists none: role, and the id of its label."""
    rows = [e for e in _entries(content, ("indicators", "blocks")) if isinstance(e, dict)]
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
    score, parts = row.get("score"), row.get("parts")
    is_judged = isinstance(score, dict) and score.get("kind") == "judged"
    holders: Sequence[Any] = (row, *(parts if isinstance(parts, list) else ()))
    return is_judged or any(isinstance(h, dict) and "rate" in h for h in holders)


def _entries(content: Content, sections: Iterable[str]) -> Iterator[Any]:
    for section in sections:
        entries = content.get(section)
        yield from entries if isinstance(entries, list) else ()
