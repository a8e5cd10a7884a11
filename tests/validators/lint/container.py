"""The container: names of members, declared types, relationships, well-formed parts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from validators.lint.package import RELATIONS, Package, children, local, twice

TYPES = "[Content_Types].xml"
# How the declared type of a part ends that a relationship of the kind leads to.
ENDINGS = {
    "worksheet": ".worksheet+xml",
    "chartsheet": ".chartsheet+xml",
    "styles": ".styles+xml",
    "sharedStrings": ".sharedStrings+xml",
    "comments": ".comments+xml",
    "table": ".table+xml",
    "drawing": ".drawing+xml",
    "vmlDrawing": ".vmlDrawing",
    "calcChain": ".calcChain+xml",
    "theme": ".theme+xml",
    "chart": ".chart+xml",
    "threadedComment": ".threadedcomments+xml",
    "person": ".person+xml",
}
SINGLE = {
    "officeDocument", "core-properties", "extended-properties", "custom-properties", "styles",
    "sharedStrings", "theme", "calcChain", "comments", "sheetMetadata",
}  # fmt: skip
MARKUP = (".xml", ".rels", ".vml")


def container_rules(package: Package) -> Iterator[str]:
    yield from (f"member {n} twice" for n in twice(name.casefold() for name in package.names))
    for name in package.names:
        if "\\" in name or name.startswith("/"):
            yield f"member name {name}"
    if package.find(TYPES) is None:
        yield f"{TYPES} missing"
    for name in package.parts:
        if name.casefold().endswith(MARKUP) and local(package.tree(name)) == "ill-formed":
            yield f"{name} ill-formed"
    yield from _types(package)
    for name in package.parts:
        if re.fullmatch(r"(?:.*/)?_rels/[^/]*\.rels", name):
            yield from _relations(package, name)
        elif name.casefold().endswith(".xml"):
            yield from _references(package, name)


def _types(package: Package) -> Iterator[str]:
    declared = _declared(package)
    yield from (f"type declared twice: {key}" for key in twice(key for key, _ in declared))
    keys = {key for key, _ in declared}
    for name in package.parts:
        folded = f"/{name}".casefold()
        has_type = folded in keys or "." + folded.rsplit(".", 1)[-1] in keys
        if not has_type and name != TYPES and not name.endswith("/"):
            yield f"no type declared: {name}"
    for key in keys:
        if key.startswith("/") and package.find(key.lstrip("/")) is None:
            yield f"type of a part that is not there: {key}"


def _declared(package: Package) -> list[tuple[str, str]]:
    return [
        (
            "." + each.get("Extension", "").casefold()
            if local(each) == "Default"
            else each.get("PartName", "").casefold(),
            each.get("ContentType", ""),
        )
        for each in children(package.tree(TYPES))
    ]


def _relations(package: Package, name: str) -> Iterator[str]:
    folder, _, file = name.rpartition("_rels/")
    source = posixpath.join(folder, file.removesuffix(".rels"))
    relations = package.relations(source)
    types = dict(_declared(package))
    yield from (f"{name}: id {each} twice" for each in twice(id_ for id_, _, _ in relations))
    yield from (
        f"{name}: {kind} twice" for kind in twice(k for _, k, _ in relations) if kind in SINGLE
    )
    for id_, kind, target in relations:
        if not re.match(r"[^\W\d]", id_):
            yield f"{name}: id {id_}"
        if target is None or "#" in target:
            continue
        found = package.find(target)
        if found is None:
            yield f"{name}: {id_} leads nowhere"
            continue
        folded = f"/{found}".casefold()
        type_ = types.get(folded, types.get("." + folded.rsplit(".", 1)[-1], ""))
        if kind in ENDINGS and type_ and not type_.casefold().endswith(ENDINGS[kind].casefold()):
            yield f"{name}: {id_} is a {kind} of type {type_}"


def _references(package: Package, name: str) -> Iterator[str]:
    """Ids of relationships that the part names and does not have."""
    known = {id_ for id_, _, _ in package.relations(name)}
    for element in package.tree(name).iter():
        if not isinstance(element.tag, str):
            continue
        for key, value in element.attrib.items():
            space, _, attribute = str(key)[1:].rpartition("}")
            if space in RELATIONS and value and value not in known:
                yield f"{name}: {local(element)} {attribute} {value} unknown"
