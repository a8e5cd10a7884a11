"""What the schema and the spreadsheet programs ask of a package, checked without code of ours.

Whoever breaks one of these rules makes Excel offer a repair, which is not here to be asked.
"""

from __future__ import annotations

import io
import itertools
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from lxml import etree

WORKSHEET = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins "
    "pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors "
    "smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls "
    "webPublishItems tableParts extLst"
)
WORKBOOK = (
    "fileVersion fileSharing workbookPr absPath workbookProtection bookViews sheets "
    "functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews "
    "pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst"
)
STYLES = (
    "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"
)
REFERENCES = (
    ("fontId", "fonts"),
    ("fillId", "fills"),
    ("borderId", "borders"),
    ("xfId", "cellStyleXfs"),
)
LARGEST_SHEET_ID = 65_534
MOST_FORMATS = 65_490
LONGEST_TEXT = 32_767


def broken_rules(content: bytes) -> Counter[str]:
    """Name every rule that a package breaks, with the place; empty for a sound one."""
    package = _Package(content)
    return Counter((*_types(package), *_relations(package), *_workbook(package)))


class _Package:
    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.parts = {info.filename: package.read(info) for info in package.infolist()}
        self._names = {name.replace("\\", "/").casefold(): name for name in self.parts}
        self._trees: dict[str, Any] = {}

    def find(self, path: str) -> str | None:
        return self._names.get(path.casefold()) or self._names.get(unquote(path).casefold())

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
                self._trees[name] = etree.Element("none")
        return self._trees[name]

    def relations(self, source: str) -> list[tuple[str, str, str | None]]:
        """Id, kind and internal target (None for an external one) of a part's relationships."""
        folder, name = posixpath.split(source)
        found: list[tuple[str, str, str | None]] = []
        for each in _children(self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))):
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


def _types(package: _Package) -> Iterator[str]:
    keys = [
        "." + each.get("Extension", "").casefold()
        if _local(each) == "Default"
        else each.get("PartName", "").casefold()
        for each in _children(package.tree("[Content_Types].xml"))
    ]
    yield from (f"type declared twice: {key}" for key in _twice(keys))
    for name in package.parts:
        folded = f"/{name}".casefold()
        has_type = folded in keys or "." + folded.rsplit(".", 1)[-1] in keys
        if not has_type and name != "[Content_Types].xml" and not name.endswith("/"):
            yield f"no type declared: {name}"


def _relations(package: _Package) -> Iterator[str]:
    for name in package.parts:
        found = re.fullmatch(r"(?:(.*)/)?_rels/([^/]*)\.rels", name)
        if found is None:
            continue
        source = posixpath.join(found[1] or "", found[2])
        relations = package.relations(source)
        yield from (f"{name}: id {each} twice" for each in _twice(id_ for id_, _, _ in relations))
        for id_, _, target in relations:
            if target and "#" not in target and package.find(target) is None:
                yield f"{name}: {id_} leads nowhere"


def _workbook(package: _Package) -> Iterator[str]:
    path = package.related("", "officeDocument") or ""
    root = package.tree(path)
    yield from _order("workbook", root, WORKBOOK)
    styles = package.tree(package.related(path, "styles"))
    yield from _styles(styles)
    formats = max(1, sum(len(list(_children(each))) for each in _named(styles, "cellXfs")))
    entries = [each for sheets in _named(root, "sheets") for each in _children(sheets)]
    yield from (f"sheet {n} twice" for n in _twice(e.get("name", "").casefold() for e in entries))
    yield from (f"sheetId {n} twice" for n in _twice(e.get("sheetId", "") for e in entries))
    targets = {id_: (kind, target) for id_, kind, target in package.relations(path)}
    shapes: list[str] = []
    parts: list[str] = []
    for entry in entries:
        name = entry.get("name", "")
        if entry.tag != etree.QName(_space(root), "sheet"):
            yield f"sheet entry {entry.tag}"
        if not 0 < len(name) <= 31 or re.search(r"[\[\]:*?/\\]", name):
            yield f"sheet name {name}"
        if not 0 < int(entry.get("sheetId", "0")) <= LARGEST_SHEET_ID:
            yield f"sheetId {entry.get('sheetId')}"
        kind, target = targets.get(_relation_id(entry), ("", None))
        part = package.find(target) if target else None
        if not kind:
            yield f"sheet without relationship {name}"
        elif kind == "worksheet" and part and part not in parts:
            parts.append(part)
            yield from (f"{part}: {said}" for said in _sheet(package, part, formats))
            shapes += _shape_ids(_drawing(package, part))
    yield from (f"shape number {each} twice" for each in _twice(shapes))


def _styles(root: Any) -> Iterator[str]:
    yield from _order("styles", root, STYLES)
    sizes = {_local(each): len(list(_children(each))) for each in _children(root)}
    for section in _children(root):
        name = _local(section)
        if name in STYLES.split() and section.get("count", str(sizes[name])) != str(sizes[name]):
            yield f"styles: count of {name}"
        if name not in ("cellXfs", "cellStyleXfs"):
            continue
        for entry in _children(section):
            for attribute, referred in REFERENCES:
                number = int(entry.get(attribute, "0"))
                if number and not 0 <= number < sizes.get(referred, 0):
                    yield f"styles: {attribute} {number}"
            if _space(entry) != _space(root):
                yield f"styles: {entry.tag} in {name}"
    if sizes.get("cellXfs", 0) > MOST_FORMATS:
        yield "styles: too many formats"


def _sheet(package: _Package, part: str, formats: int) -> Iterator[str]:
    root = package.tree(part)
    yield from _order("worksheet", root, WORKSHEET)
    yield from _rows(root, formats)
    comments = [t for _, kind, t in package.relations(part) if kind == "comments" and t]
    if len(comments) > 1:
        yield "comments twice"
    drawing = _drawing(package, part)
    if _legacy(root) is not None and drawing is None:
        yield "legacyDrawing leads nowhere"
    if drawing is not None:
        ids = {name.split(":")[1] for name in _shape_ids(drawing) if name.startswith("_x0000_s:")}
        claimed = re.search(rb"idmap\s[^>]*?data=[\"']([0-9,]*)", drawing)
        blocks = claimed[1].decode().split(",") if claimed else []
        yield from (f"shape {n} of no block" for n in ids if str(int(n) // 1024) not in blocks)
    if comments:
        root = package.tree(comments[0])
        yield from _comments(root)
        refs = Counter(e.get("ref", "").upper() for e in root.iter() if _local(e) == "comment")
        boxes = Counter(_boxes(drawing or b""))
        yield from (f"comment {ref} without box" for ref in (refs - boxes))
        yield from (f"box {ref} without comment" for ref in (boxes - refs))


def _rows(root: Any, formats: int) -> Iterator[str]:
    space = _space(root)
    last = 0
    for row in root.iterfind(f"{{{space}}}sheetData/*"):
        if not isinstance(row.tag, str):
            continue
        number = int(row.get("r", last + 1))
        if number <= last or row.tag != f"{{{space}}}row":
            yield f"row {number} behind {last}"
        last = number
        edge = 0
        for cell in _children(row):
            if _local(cell) != "c":
                continue
            ref = cell.get("r")
            column = _column(ref) if ref else edge + 1
            if column <= edge or (ref and int(re.sub(r"\D", "", ref)) != number):
                yield f"cell {ref} behind column {edge} of row {number}"
            edge = column
            if int(cell.get("s", "0")) >= formats:
                yield f"cell {ref} of no format"
            if any(_too_long(t.itertext()) for t in cell.iter(f"{{{space}}}t")):
                yield f"text of {ref} too long"


def _comments(root: Any) -> Iterator[str]:
    yield from _order("comments", root, "authors commentList extLst")
    authors = sum(_local(each) == "author" for each in root.iter())
    for each in root.iter():
        if _local(each) != "comment":
            continue
        if not 0 <= int(each.get("authorId", "0")) < authors:
            yield f"comment {each.get('ref')} of no author"
        if _too_long(t.text or "" for t in each.iter() if _local(t) == "t"):
            yield f"comment {each.get('ref')} too long"
        kinds = {_local(child) for text in _named(each, "text") for child in _children(text)}
        if {"t", "r"} <= kinds:
            yield f"comment {each.get('ref')}: a text beside runs"


def _order(what: str, root: Any, sequence: str) -> Iterator[str]:
    """Children that stand behind one they should precede, are there twice, or are unknown."""
    order = sequence.split()
    names: list[str] = []
    for child in _children(root):
        held = [child] if _space(child) == _space(root) else []
        if _local(child) == "AlternateContent":
            held = [g for c in _children(child) for g in _children(c) if _local(g) in order][:1]
        names += (_local(each) for each in held)
    yield from (f"{what}: unknown {name}" for name in names if name not in order)
    known = [name for name in names if name in order]
    for one, other in itertools.pairwise(known):
        if order.index(one) > order.index(other):
            yield f"{what}: {other} behind {one}"
    yield from (f"{what}: {n} twice" for n in _twice(known) if n != "conditionalFormatting")


def _drawing(package: _Package, part: str) -> bytes | None:
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
    return next((_relation_id(e) for e in root.iter() if _local(e) == "legacyDrawing"), None)


def _shape_ids(drawing: bytes | None) -> list[str]:
    found = re.findall(rb"<(?:\w+:)?shape\s[^>]*?\bid=[\"']([^\"']*)", drawing or b"")
    return [name.decode(errors="replace").replace("_x0000_s", "_x0000_s:") for name in found]


def _boxes(drawing: bytes) -> Iterator[str]:
    notes = rb"ObjectType=[\"']Note[\"'](.*?)</(?:\w+:)?ClientData>"
    for note in re.findall(notes, drawing, re.DOTALL):
        row, column = re.search(rb"Row>\s*(\d+)", note), re.search(rb"Column>\s*(\d+)", note)
        if row and column:
            yield f"{_letters(int(column[1]) + 1)}{int(row[1]) + 1}"


def _relation_id(element: Any) -> str:
    return next((str(v) for k, v in element.attrib.items() if k.endswith("}id")), "")


def _children(element: Any) -> Iterator[Any]:
    return (child for child in element if isinstance(child.tag, str))


def _named(element: Any, name: str) -> Iterator[Any]:
    return (child for child in _children(element) if _local(child) == name)


def _local(element: Any) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _space(element: Any) -> str:
    return etree.QName(element).namespace or ""


def _twice(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _too_long(pieces: Iterable[str]) -> bool:
    return len("".join(pieces).encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_TEXT


def _column(ref: str) -> int:
    number = 0
    for letter in re.sub(r"[^A-Z]", "", ref.upper()):
        number = number * 26 + ord(letter) - 64
    return number


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
