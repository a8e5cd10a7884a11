"""A package being changed: splices collected part by part, parts added, relations declared."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from jixiao.workbook.calculation import CellEdit
from jixiao.workbook.container import (
    MAIN,
    PACKAGE_RELATIONS,
    RELATIONS,
    STRICT_MAIN,
    STRICT_RELATIONS,
    Package,
    relationships_path,
)
from jixiao.workbook.editing import elements
from jixiao.workbook.editing.elements import Element
from jixiao.workbook.editing.model import Record
from jixiao.workbook.editing.shapes import Shapes
from jixiao.workbook.editing.splice import Splice, apply_splices, insertion, ordered_splices
from jixiao.workbook.editing.text import Encoded, as_utf8, escape_attribute
from jixiao.workbook.editing.zip_writer import assemble
from jixiao.workbook.refusal import Refused

_RELATIONS: Final = "application/vnd.openxmlformats-package.relationships+xml"
_PART: Final = re.compile(r"[A-Za-z0-9_./-]+\.xml")
_TYPES: Final = "[Content_Types].xml"
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Draft:
    """Collects changes to one package; the package itself is never changed."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.book = self.canonical(package.workbook_path)
        self._originals: dict[str, Encoded] = {}
        self._trees: dict[str, Element] = {}
        self._splices: dict[str, list[Splice]] = {}
        self._added: dict[str, bytes] = {}
        self._replaced: dict[str, bytes] = {}
        self._relations: dict[str, list[tuple[str, str, str]]] = {}
        self._types: dict[str, str] = {}
        self._extensions: dict[str, str] = {}
        self.edited: dict[str, tuple[CellEdit, ...]] = {}

    @property
    def is_strict(self) -> bool:
        """Whether the workbook is written in the strict namespaces."""
        return self.tree(self.book).space == STRICT_MAIN

    @property
    def space(self) -> str:
        """The namespace of spreadsheet parts."""
        return STRICT_MAIN if self.is_strict else MAIN

    @property
    def relation_space(self) -> str:
        """The namespace of relationship attributes and types."""
        return STRICT_RELATIONS if self.is_strict else RELATIONS

    @cached_property
    def shapes(self) -> Shapes:
        """The numbers that shapes of all drawings have."""
        paths = [m.path for m in self.package.members if m.path.lower().endswith(".vml")]
        return Shapes({path: self._drawing(path) for path in paths})

    def _drawing(self, path: str) -> bytes:
        try:
            return self.original(path).text
        except Refused:  # of no known encoding: whatever it holds, it is left alone
            return self.package.part(path)

    def canonical(self, path: str) -> str:
        """The path under which the directory lists a part."""
        member = self.package.find(path)
        return member.path if member else path

    def original(self, path: str) -> Encoded:
        """A part as it is in the package, in UTF-8."""
        path = self.canonical(path)
        if path not in self._originals:
            self._originals[path] = as_utf8(self.package.part(path), path)
        return self._originals[path]

    def tree(self, path: str) -> Element:
        """A part as a tree, as it is in the package."""
        path = self.canonical(path)
        if path not in self._trees:
            self._trees[path] = elements.parse_element(self.original(path).text, path)
        return self._trees[path]

    def splice(self, path: str, splices: Iterable[Splice]) -> None:
        """Plan changes to a part."""
        self._splices.setdefault(self.canonical(path), []).extend(splices)

    def replace(self, path: str, content: bytes) -> None:
        """Put other content in the place of a part that is wholly ours."""
        self._replaced[self.canonical(path)] = content

    def add(self, path: str, content: bytes, *, content_type: str) -> None:
        """Add a part and declare its type."""
        self._added[path] = content
        if self.package.content_type(path) != content_type:
            self._types[path] = content_type

    def missing(self, source: str, kind: str) -> str | None:
        """The path of a part that ``source`` refers to although there is none, if it can be one."""
        targets = (
            r.target
            for r in self.package.relationships(source)
            if r.kind == kind and not r.is_external
        )
        return next(
            (p for p in targets if _PART.fullmatch(p) and self.package.find(p) is None), None
        )

    def unused(self, folder: str, stem: str, extension: str, *, first: int | str = 1) -> str:
        """Name a new part: ``xl/comments3.xml``; ``first`` is the number to begin with."""
        numbers = itertools.chain([first], itertools.count(2))
        paths = (posixpath.join(folder, f"{stem}{number}.{extension}") for number in numbers)
        return next(p for p in paths if self._is_unused(p))

    def _is_unused(self, path: str) -> bool:
        package = self.package
        return not (path in self._added or package.find(path) or package.is_declared(path))

    def relate(self, source: str, kind: str, target: str) -> str:
        """Plan a relationship from ``source`` to the part ``target``; give its id."""
        source = self.canonical(source)
        planned = self._relations.setdefault(source, [])
        taken = {r.id for r in self.package.relationships(source)} | {r[0] for r in planned}
        number = 1
        while f"rIdJx{number}" in taken:
            number += 1
        identity = f"rIdJx{number}"
        written = relative_target(source, target)
        planned.append((identity, f"{self.relation_space}/{kind}", written))
        return identity

    def revive(self, source: str, kind: str, target: str) -> bool:
        """Point a relationship of ``source`` that leads to no part at ``target``, if there is one.

        A second relationship of the kind next to the dead one keeps Excel from opening the file.
        """
        dead = {
            r.id
            for r in self.package.relationships(source)
            if r.kind == kind and not r.is_external and self.package.find(r.target) is None
        }
        source = self.canonical(source)
        path = relationships_path(source)
        for element in self.tree(path) if dead else ():
            if element.attributes.get("Id") in dead:
                written = escape_attribute(relative_target(source, target))
                self.splice(path, [elements.attribute_splice(element, b"Target", written)])
                return True
        return False

    def finish(self) -> tuple[bytes, Record]:
        """Carry everything out; give the new file and the record of what was done."""
        self._write_relations()
        self._write_types()
        changed: dict[str, bytes] = {}
        spliced: dict[str, tuple[Splice, ...]] = {}
        for path, splices in self._splices.items():
            if splices:
                original = self.original(path)
                spliced[path] = ordered_splices(splices)
                changed[path] = original.back(apply_splices(original.text, spliced[path]))
        content = assemble(self.package.archive, changed | self._replaced, self._added)
        record = Record(spliced, frozenset(self._replaced), frozenset(self._added), self.edited)
        return content, record

    def _write_relations(self) -> None:
        for source, planned in self._relations.items():
            path = relationships_path(source)
            if self.package.find(path) is None:
                if self.package.content_type(path) is None:
                    self._extensions["rels"] = _RELATIONS
                self._added[path] = (
                    _DECLARATION
                    + b'<Relationships xmlns="%s">' % PACKAGE_RELATIONS.encode()
                    + b"".join(_relationship(b"", *relation) for relation in planned)
                    + b"</Relationships>"
                )
            else:
                root = self.tree(path)
                lines = b"".join(_relationship(root.prefix, *relation) for relation in planned)
                self.splice(path, [elements.append(root, lines)])

    def _write_types(self) -> None:
        if not (self._types or self._extensions):
            return
        root = self.tree(_TYPES)
        prefix = root.prefix
        defaults = b"".join(
            b'<%sDefault Extension="%s" ContentType="%s"/>'
            % (prefix, extension.encode(), kind.encode())
            for extension, kind in self._extensions.items()
        )
        overrides = b"".join(
            b'<%sOverride PartName="/%s" ContentType="%s"/>'
            % (prefix, escape_attribute(path), kind.encode())
            for path, kind in self._types.items()
        )
        splices = [elements.append(root, overrides)] if overrides else []
        if defaults:
            splices.insert(0, insertion(root.tag_stop, defaults))
        self.splice(_TYPES, splices)


def relative_target(source: str, target: str) -> str:
    """Write the path of a part as seen from the folder of another: some readers know no other way.

    >>> relative_target("xl/worksheets/sheet1.xml", "xl/comments1.xml")
    '../comments1.xml'
    """
    return posixpath.relpath(target, posixpath.dirname(source) or ".")


def _relationship(prefix: bytes, identity: str, kind: str, target: str) -> bytes:
    return b'<%sRelationship Id="%s" Type="%s" Target="%s"/>' % (
        prefix, identity.encode(), kind.encode(), escape_attribute(target),
    )  # fmt: skip
