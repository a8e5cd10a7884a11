"""Lay a rulebook over the one it extends: nation, province, city, year.

Entries with an id (indicators, inputs …) are merged key by key, everything else is replaced whole.
Takes and gives the plain content of TOML files; remembers which rulebook every value came from.

An entry new in the overlay is behind the one written before it, or where its ``after`` or
``before`` says. ``drop`` lists ids to leave
out, ``unset`` inside an entry lists keys to take away; inherited inputs and tables that no rule of
the result draws on are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Content = dict[str, Any]

KEYED = ("inputs", "tables", "indicators", "blocks", "groups", "identities")
OWN = ("id", "name", "version", "extends", "abstract", "drop", "provenance", "year", "place")
"""Top-level keys that are never inherited, other than year and place where left out."""

_ABOUT = ("unset", "after", "before")
"""Keys of an entry that say how it is laid over, not what it is."""

_NOT_RULES = (
    "cases", "provenance", "clause", "id", "aliases", "evidence", "standard", *_ABOUT
)  # fmt: skip
_SCORING = ("rate", "rate_unit", "if_zero", "zero_over_zero", "score", "parts", "combine", "weight")
"""Keys that a published standard speaks of: it is not inherited where one of them changes."""
_WORD = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Overlaid:
    """The merged content, where each value came from, and entries changed without a clause.

    ``origins`` maps ``indicators.<id>.<key>`` and ``<key>`` to the id of a rulebook.
    ``unclaused`` holds section and id of such entries, ``unknown`` the key (drop, after, before)
    and the id that is nowhere.
    """

    content: Content
    origins: dict[str, str]
    unclaused: tuple[tuple[str, str], ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


def own_origins(content: Content) -> dict[str, str]:
    """Origins of a rulebook that extends nothing: all its own."""
    name = str(content.get("id", ""))
    found = {key: name for key in content if key not in KEYED}
    for section in KEYED:
        for entry in _entries(content, section):
            found |= {f"{section}.{entry.get('id')}.{key}": name for key in entry}
    return found


def _entries(content: Mapping[str, Any], section: str) -> list[Content]:
    entries = content.get(section, [])
    return [e for e in entries if isinstance(e, dict)] if isinstance(entries, list) else []


def _merged_entry(under: Content, over: Content) -> Content:
    gone = over.get("unset", [])
    kept = {key: value for key, value in under.items() if key not in gone}
    if any(key in over and over[key] != under.get(key) for key in _SCORING):
        kept.pop("standard", None)  # it is the wording of another rule
    changed = {key: value for key, value in over.items() if key not in _ABOUT}
    score = changed.get("score")
    if isinstance(score, dict) and "kind" not in score and isinstance(kept.get("score"), dict):
        changed["score"] = {**kept["score"], **score}  # one value of the inherited rule
    return {**kept, **changed}


def _changes_rule(under: Content, over: Content) -> bool:
    """Say whether an overlay's entry changes what an inherited one means."""
    changed = {k for k, v in over.items() if k in under and under[k] != v} | set(
        over.get("unset", [])
    )
    return bool(changed.difference(_NOT_RULES))


def _merged_section(under: list[Content], over: list[Content], drop: list[str]) -> list[Content]:
    laid = [dict(entry) for entry in under if entry.get("id") not in drop]
    behind = None
    for entry in over:
        known = _index(laid, entry.get("id"))
        if known is None:
            place = _place_of(laid, entry, behind)
            laid.insert(place, _merged_entry({}, entry))
        else:
            laid[known] = _merged_entry(laid[known], entry)
        behind = entry.get("id")
    return laid


def _index(entries: list[Content], identifier: object) -> int | None:
    return next((n for n, e in enumerate(entries) if e.get("id") == identifier), None)


def _place_of(laid: list[Content], entry: Content, behind: object) -> int:
    """Where a new entry goes: as it says itself, else behind the one written before it."""
    before = _index(laid, entry["before"]) if "before" in entry else None
    if before is not None:
        return before
    after = _index(laid, entry.get("after", behind))
    return len(laid) if after is None else after + 1


def overlay_content(under: Overlaid, over: Content) -> Overlaid:
    """Lay the content of a file over the rulebook that it extends."""
    name = str(over.get("id", ""))
    drop = [str(i) for i in over.get("drop", [])]
    content = {k: v for k, v in under.content.items() if k not in OWN or k in ("year", "place")}
    origins = {k: v for k, v in under.origins.items() if k in content or "." in k}
    for key, value in over.items():
        if key in KEYED or key == "drop":
            continue
        content[key] = value
        origins[key] = name
    unclaused = []
    for section in KEYED:
        inherited, written = _entries(under.content, section), _entries(over, section)
        by_id = {entry.get("id"): entry for entry in inherited}
        merged = _merged_section(inherited, written, drop)
        if merged:
            content[section] = merged
        else:
            content.pop(section, None)
        for entry in written:
            known = by_id.get(entry.get("id"))
            for key in entry:
                if known is None or known.get(key) != entry[key]:
                    origins[f"{section}.{entry.get('id')}.{key}"] = name
            if section not in ("indicators", "blocks") or known is None or "clause" in entry:
                continue
            if _changes_rule(known, entry):
                unclaused.append((section, str(entry.get("id"))))
    unknown = list(_unknown(under.content, over, content))
    _prune(content, {e.get("id") for s in ("inputs", "tables") for e in _entries(over, s)})
    return Overlaid(content, origins, tuple(unclaused), tuple(unknown))


def _unknown(under: Content, over: Content, merged: Content) -> Iterator[tuple[str, str]]:
    """The ids named by drop, after and before that are nowhere, with the key."""
    inherited = {str(e.get("id")) for s in KEYED for e in _entries(under, s)}
    there = inherited | {str(e.get("id")) for s in KEYED for e in _entries(merged, s)}
    for id_ in over.get("drop", []):
        if str(id_) not in inherited:
            yield "drop", str(id_)
    for section in KEYED:
        for entry in _entries(over, section):
            for key in ("after", "before"):
                if key in entry and str(entry[key]) not in there:
                    yield key, str(entry[key])


def _prune(content: Content, written: set[Any]) -> None:
    """Leave out inherited inputs and tables that nothing of the result draws on."""
    used: set[str] = set()
    for section in ("indicators", "blocks", "identities", "veto", "survey"):
        for text in _texts(content.get(section, [])):
            used.update(_WORD.findall(text))
    for section in ("inputs", "tables"):
        if section in content:
            entries = _entries(content, section)
            content[section] = [e for e in entries if e["id"] in used or e["id"] in written]


def _texts(value: object) -> Iterator[str]:
    """Every text that may hold a formula or name an input; cases are no use of an input."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key != "cases":
                yield from _texts(item)
