"""A package as the lint sees it: parts by path, trees, relationships, areas of cells."""

from __future__ import annotations

import io
import itertools
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar
from urllib.parse import unquote

from lxml import etree

ROWS = 1_048_576
COLUMNS = 16_384
LONGEST_TEXT = 32_767
RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")
_Value = TypeVar("_Value", bound=Hashable)


class Area(NamedTuple):
    """An area of cells; the corners belong to it."""

    top: int
    left: int
    bottom: int
    right: int

    def meets(self, other: Area) -> bool:
        rows = self.top <= other.bottom and other.top <= self.bottom
        return rows and self.left <= other.right and other.left <= self.right


class Package:
    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.names = [info.filename for info in package.infolist()]
            self.parts = {info.filename: package.read(info) for info in package.infolist()}
        self._found = {name.replace("\\", "/").casefold(): name for name in self.parts}
        self._trees: dict[str, Any] = {}

    def find(self, path: str) -> str | None:
        return self._found.get(path.casefold()) or self._found.get(unquote(path).casefold())

    def tree(self, path: str | None) -> Any:
        """The root of a part; an empty element where there is none or it is ill-formed."""
        name = self.find(path) if path else None
        if name is None:
            return etree.Element("none")
        if name not in self._trees:
            parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
            try:
                self._trees[name] = etree.fromstring(self.parts[name], parser)
            except etree.XMLSyntaxError:
                self._trees[name] = etree.Element("ill-formed")
        return self._trees[name]

    def relations(self, source: str) -> list[tuple[str, str, str | None]]:
        """Id, kind and internal target (None for an external one) of a part's relationships."""
        folder, name = posixpath.split(source)
        found: list[tuple[str, str, str | None]] = []
        for each in children(self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))):
            target = each.get("Target", "").replace("\\", "/")
            path: str | None = target.lstrip("/")
            if each.get("TargetMode") == "External":
                path = None
            elif not target.startswith("/"):
                path = posixpath.normpath(posixpath.join(folder, target))
            found.append((each.get("Id", ""), each.get("Type", "").rsplit("/", 1)[-1], path))
        return found

    def related(self, source: str, kind: str) -> str | None:
        return next((t for _, k, t in self.relations(source) if k == kind and t), None)

    def all_related(self, source: str, kind: str) -> list[str]:
        return [t for _, k, t in self.relations(source) if k == kind and t]


def read_area(text: str | None) -> Area | None:
    """Read B7 or B7:C9; None for what is no area of a sheet, or has its corners the wrong way."""
    found = _AREA.fullmatch(text or "")
    if found is None:
        return None
    top, left = int(found[2]), column_number(found[1])
    bottom, right = int(found[4] or top), column_number(found[3] or found[1])
    inside = 1 <= top <= bottom <= ROWS and 1 <= left <= right <= COLUMNS
    return Area(top, left, bottom, right) if inside else None


def overlapping(areas: Iterable[Area]) -> Iterator[tuple[Area, Area]]:
    """Pairs of areas that meet."""
    listed = sorted(areas)
    for index, one in enumerate(listed):
        for other in itertools.takewhile(
            lambda a, end=one.bottom: a.top <= end, listed[index + 1 :]
        ):
            if one.meets(other):
                yield one, other


def order_rules(what: str, root: Any, sequence: str) -> Iterator[str]:
    """Children that stand behind one they should precede, are there twice, or are unknown."""
    order = sequence.split()
    names: list[str] = []
    for child in children(root):
        held = [child] if space(child) == space(root) else []
        if local(child) == "AlternateContent":
            held = [g for c in children(child) for g in children(c) if local(g) in order][:1]
        names += (local(each) for each in held)
    yield from (f"{what}: unknown {name}" for name in names if name not in order)
    known = [name for name in names if name in order]
    for one, other in itertools.pairwise(known):
        if order.index(one) > order.index(other):
            yield f"{what}: {other} behind {one}"
    yield from (f"{what}: {n} twice" for n in twice(known) if n != "conditionalFormatting")


def relation_id(element: Any) -> str:
    return next((str(v) for k, v in element.attrib.items() if k.endswith("}id")), "")


def children(element: Any) -> Iterator[Any]:
    return (child for child in element if isinstance(child.tag, str))


def named(element: Any, name: str) -> Iterator[Any]:
    return (child for child in children(element) if local(child) == name)


def inner(element: Any, outer_name: str, name: str) -> Iterator[Any]:
    """The elements ``name`` in the children ``outer_name``."""
    return (each for outer in named(element, outer_name) for each in named(outer, name))


def local(element: Any) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def space(element: Any) -> str:
    return etree.QName(element).namespace or ""


def whole(text: str | None, default: int = 0) -> int:
    """A whole number; -1 for what is none."""
    if text is None:
        return default
    return int(text) if re.fullmatch(r"[0-9]{1,10}", text.strip()) else -1


def twice(values: Iterable[_Value]) -> list[_Value]:
    return [value for value, count in Counter(values).items() if count > 1]


def units(pieces: Iterable[str]) -> int:
    """Length as Excel counts it: in units of UTF-16."""
    return len("".join(pieces).encode("utf-16-le", "surrogatepass")) // 2


def is_too_long(pieces: Iterable[str]) -> bool:
    return units(pieces) > LONGEST_TEXT


def column_number(ref: str) -> int:
    number = 0
    for letter in re.sub(r"[^A-Z]", "", ref.upper()):
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
