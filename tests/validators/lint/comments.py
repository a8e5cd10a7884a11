"""Comments: each with an author, a box of its own and, for a conversation, its old-style double."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from validators.lint.package import (
    Package,
    children,
    column_letters,
    is_too_long,
    local,
    named,
    order_rules,
    read_area,
    relation_id,
    twice,
    whole,
)


def comment_rules(package: Package, part: str) -> Iterator[str]:
    comments = package.all_related(part, "comments")
    if len(comments) > 1:
        yield "comments twice"
    drawing = _drawing(package, part)
    if _legacy(package.tree(part)) is not None and drawing is None:
        yield "legacyDrawing leads nowhere"
    if drawing is not None:
        yield from _boxes_rules(drawing)
    refs: list[str] = []
    if comments:
        root = package.tree(comments[0])
        yield from _comments(root)
        refs = [e.get("ref", "").upper() for e in root.iter() if local(e) == "comment"]
        boxes = Counter(_boxes(drawing or b""))
        yield from (f"comment {ref} without box" for ref in (Counter(refs) - boxes))
        yield from (f"box {ref} without comment" for ref in (boxes - Counter(refs)))
    yield from _threads(package, part, set(refs))


def shape_ids(package: Package, part: str) -> list[str]:
    """The numbers of the shapes of a sheet's old-style drawing."""
    return _ids(_drawing(package, part))


def _boxes_rules(drawing: bytes) -> Iterator[str]:
    numbers = {name.split(":")[1] for name in _ids(drawing) if name.startswith("_x0000_s:")}
    claimed = re.search(rb"idmap\s[^>]*?data=[\"']([0-9,]*)", drawing)
    blocks = claimed[1].decode().split(",") if claimed else []
    yield from (
        f"shape {n} of no block"
        for n in numbers
        if not n.isdigit() or str(int(n) // 1024) not in blocks
    )
    types = set(re.findall(rb"shapetype\s[^>]*?\bid=[\"']([^\"']*)", drawing))
    for type_ in set(re.findall(rb"<(?:\w+:)?shape\s[^>]*?\btype=[\"']#([^\"']*)", drawing)):
        if type_ not in types:
            yield f"shape type {type_.decode(errors='replace')} unknown"
    for anchor in re.findall(rb"<(?:\w+:)?Anchor>\s*([^<]*)<", drawing):
        numbers_ = [part.strip() for part in anchor.split(b",")]
        if len(numbers_) != 8 or not all(re.fullmatch(rb"-?[0-9]+", n) for n in numbers_):
            yield f"box at {anchor.decode(errors='replace')}"
        elif (int(numbers_[0]), int(numbers_[2])) > (int(numbers_[4]), int(numbers_[6])):
            yield f"box upside down at {anchor.decode()}"


def _comments(root: Any) -> Iterator[str]:
    yield from order_rules("comments", root, "authors commentList extLst")
    authors = sum(local(each) == "author" for each in root.iter())
    comments = [each for each in root.iter() if local(each) == "comment"]
    refs = [each.get("ref", "").upper() for each in comments]
    yield from (f"comment {ref} twice" for ref in twice(refs))
    for each, ref in zip(comments, refs, strict=True):
        area = read_area(ref)
        if area is None:
            yield f"comment at {ref}"
        if not 0 <= whole(each.get("authorId")) < authors:
            yield f"comment {ref} of no author"
        if is_too_long(t.text or "" for t in each.iter() if local(t) == "t"):
            yield f"comment {ref} too long"
        kinds = {local(child) for text in named(each, "text") for child in children(text)}
        if {"t", "r"} <= kinds:
            yield f"comment {ref}: a text beside runs"


def _threads(package: Package, part: str, refs: set[str]) -> Iterator[str]:
    """Conversations: known persons, ids of their own, an old-style comment at each place."""
    book = package.related("", "officeDocument") or ""
    people = {
        each.get("id", "").upper()
        for target in package.all_related(book, "person")
        for each in children(package.tree(target))
    }
    for target in package.all_related(part, "threadedComment"):
        entries = list(named(package.tree(target), "threadedComment"))
        ids = [each.get("id", "").upper() for each in entries]
        yield from (f"conversation {each} twice" for each in twice(ids))
        for each in entries:
            if each.get("personId", "").upper() not in people:
                yield f"conversation at {each.get('ref')} of nobody"
            if each.get("ref", "").upper() not in refs:
                yield f"conversation at {each.get('ref')} without comment"
            if each.get("parentId") is not None and each.get("parentId", "").upper() not in ids:
                yield f"answer at {each.get('ref')} to nothing"


def _drawing(package: Package, part: str) -> bytes | None:
    legacy = _legacy(package.tree(part))
    if legacy is None:
        return None
    target = next((t for id_, _, t in package.relations(part) if id_ == legacy), None)
    name = package.find(target) if target else None
    if name is None:
        return None
    drawing = package.parts[name]
    is_wide = drawing[:2] in (b"\xff\xfe", b"\xfe\xff")
    return drawing.decode("utf-16").encode() if is_wide else drawing


def _legacy(root: Any) -> str | None:
    return next((relation_id(e) for e in root.iter() if local(e) == "legacyDrawing"), None)


def _ids(drawing: bytes | None) -> list[str]:
    found = re.findall(rb"<(?:\w+:)?shape\s[^>]*?\bid=[\"']([^\"']*)", drawing or b"")
    return [name.decode(errors="replace").replace("_x0000_s", "_x0000_s:") for name in found]


def _boxes(drawing: bytes) -> Iterator[str]:
    notes = rb"ObjectType=[\"']Note[\"'](.*?)</(?:\w+:)?ClientData>"
    for note in re.findall(notes, drawing, re.DOTALL):
        row, column = re.search(rb"Row>\s*(\d+)", note), re.search(rb"Column>\s*(\d+)", note)
        if row and column:
            yield f"{column_letters(int(column[1]) + 1)}{int(row[1]) + 1}"
