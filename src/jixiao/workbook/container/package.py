"""The package inside an xlsx or xlsm: members, content types and relationships.

Takes the bytes of a file, gives a ``Package`` whose parts are found by relationship, never by
name. The cell reader and the patcher both rest on it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.container import xml
from jixiao.workbook.container.archive import ZipArchive, folded, open_archive
from jixiao.workbook.container.directory import ZipMember
from jixiao.workbook.refusal import Refused, refuse_file

_KEPT_BYTES: Final = 4 * limits.MEBIBYTE  # larger parts are unpacked again when they are read
_AT_HAND_BYTES: Final = 8 * limits.MEBIBYTE
_MAIN_TYPES: Final = tuple(
    f"{kind}{macros}.main+xml"
    for kind in ("sheet", "template", "addin")
    for macros in ("", ".macroenabled")
)
_REMEMBERED_BYTES: Final = 16 * 1024
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Relationship:
    """A reference from a part (or from the package) to another one.

    ``kind`` is the last step of the type (``worksheet``, ``styles``, ``comments``,
    ``threadedComment``); ``target`` is the path of the part inside the package, or the address as
    written where ``is_external``.
    """

    id: str
    type: str
    target: str
    is_external: bool = False

    @property
    def kind(self) -> str:
        """``worksheet`` of ``http://…/relationships/worksheet``."""
        return self.type.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Package:
    """Members of a workbook file and how they refer to each other."""

    archive: ZipArchive
    _defaults: dict[str, str] = field(default_factory=dict)
    _overrides: dict[str, str] = field(default_factory=dict)
    _mains: list[str] = field(default_factory=list)  # parts declared to be a workbook
    _kept: dict[str, bytes] = field(default_factory=dict)
    _relationships: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)

    @classmethod
    def open(cls, content: bytes) -> Package:
        """Open a package from the bytes of a file; refuses as ``archive`` does, and F120.

        One with the same bytes that is still at hand (``keep_open``) is given again.
        """
        return _at_hand.get(content) or cls.of(open_archive(content))

    @classmethod
    def of(cls, archive: ZipArchive) -> Package:
        """Make a package of a checked archive."""
        package = cls(archive)
        member = archive.find("[Content_Types].xml")
        if member is None:
            raise refuse_file("F120")
        package._read_content_types(member)
        return package

    @property
    def members(self) -> tuple[ZipMember, ...]:
        """All members, in the order of the directory."""
        return self.archive.members

    def find(self, path: str) -> ZipMember | None:
        """The member that holds a part; letter case, slashes and %-escapes don't matter."""
        return self.archive.find(path)

    def part(self, path: str) -> bytes:
        """Unpack a part; ``KeyError`` where there is none."""
        member = self.find(path)
        if member is None:
            raise KeyError(path)
        kept = self._kept.get(member.path)
        if kept is None:
            kept = self.archive.inflate(member)
            if member.size <= _KEPT_BYTES:
                self._kept[member.path] = kept
        return kept

    def pieces(self, path: str) -> Iterator[bytes]:
        """Unpack a part piece by piece; ``KeyError`` where there is none."""
        member = self.find(path)
        if member is None:
            raise KeyError(path)
        if member.size <= _KEPT_BYTES:
            yield self.part(path)
        else:
            yield from self.archive.chunks(member)

    def content_type(self, path: str) -> str | None:
        """The declared type of a part, or None."""
        key = folded(path)
        found = self._overrides.get(key)
        if found is None:
            found = self._defaults.get(key.rsplit(".", 1)[-1])
        return found

    def is_declared(self, path: str) -> bool:
        """Whether the type of this very part is declared, there or not."""
        return folded(path) in self._overrides

    def relationships(self, source: str = "") -> tuple[Relationship, ...]:
        """The relationships of a part, of the package itself for ``""``."""
        key = folded(source)
        found = self._relationships.get(key)
        if found is None:
            found = self._read_relationships(source)
            self._relationships[key] = found
        return found

    def related(self, source: str, kind: str) -> Relationship | None:
        """The first internal relationship of a kind whose part exists, or None."""
        return next(
            (
                r
                for r in self.relationships(source)
                if r.kind == kind and not r.is_external and self.find(r.target)
            ),
            None,
        )

    @property
    def workbook_path(self) -> str:
        """The path of the workbook part; F121 where there is none, F114 where there are two.

        Some programs go by the reference, others by the declared type: both must name one part.
        """
        named = {
            folded(r.target): r.target
            for r in self.relationships()
            if r.kind == "officeDocument" and not r.is_external
        }
        path = next(iter(named.values()), None)
        if path is None or self.find(path) is None:
            raise refuse_file("F121")
        if len(named) > 1 or any(key not in named and self.find(key) for key in self._mains):
            raise refuse_file("F114", found=path)
        return path

    @property
    def styles_path(self) -> str | None:
        """The path of the styles part, or None."""
        found = self.related(self.workbook_path, "styles")
        return found.target if found else None

    @property
    def shared_strings_path(self) -> str | None:
        """The path of the shared strings, or None."""
        found = self.related(self.workbook_path, "sharedStrings")
        return found.target if found else None

    @property
    def is_signed(self) -> bool:
        """Whether a digital signature is in the package; any change makes it invalid."""
        return any("/digital-signature/" in r.type for r in self.relationships())

    def _read_content_types(self, member: ZipMember) -> None:
        """Note the declared types; F114 where a part has two."""
        found = _declared_types(self.part(member.path), member.name)
        self._defaults.update(found.defaults)
        self._overrides.update(found.overrides)
        self._mains.extend(found.mains)
        for path in found.doubled:
            if self.find(path):
                raise refuse_file("F114", found=path[:200])

    def _read_relationships(self, source: str) -> tuple[Relationship, ...]:
        path = relationships_path(source)
        if self.find(path) is None:
            return ()
        return _relationships(self.part(path), path, source)


_at_hand: Final[dict[bytes, Package]] = {}


def keep_open(package: Package) -> None:
    """Keep a package that passed the gate at hand: a copy of it is often patched soon after.

    The oldest go where all together would take more than ``_AT_HAND_BYTES``; large ones never stay.
    """
    content = package.archive.content
    if not isinstance(content, bytes) or _size(package) > _AT_HAND_BYTES // 4:
        return
    _at_hand.pop(content, None)
    kept = dict(_at_hand)  # as it is now: other threads keep packages too
    size = sum(map(_size, kept.values())) + _size(package)
    for oldest, other in kept.items():
        if size <= _AT_HAND_BYTES:
            break
        size -= _size(other)
        _at_hand.pop(oldest, None)
    _at_hand[content] = package


def archive_of(content: bytes) -> ZipArchive:
    """Open a zip file, or give that of a package with the same bytes that is still at hand."""
    package = _at_hand.get(content)
    return package.archive if package is not None else open_archive(content)


def _size(package: Package) -> int:
    return len(package.archive.content) + sum(member.size for member in package.members)


@dataclass(frozen=True, slots=True)
class _DeclaredTypes:
    """The list of content types; ``doubled`` are the paths that are declared in two ways."""

    defaults: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    mains: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)


def _declared_types(content: bytes, name: str) -> _DeclaredTypes:
    """Read the list of content types; that of a small one is remembered."""
    read = _read_types if len(content) > _REMEMBERED_BYTES else _known_types
    return read(content, name)


def _read_types(content: bytes, name: str) -> _DeclaredTypes:
    found = _DeclaredTypes()
    count = 0

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        check_entries(count)
        kind = element.rsplit(" ", 1)[-1]
        declared = attributes.get("ContentType", "")
        if kind == "Default":
            found.defaults[attributes.get("Extension", "").casefold()] = declared
        elif kind == "Override":
            path = attributes.get("PartName", "")
            key = folded(path)
            if declared.casefold().endswith(_MAIN_TYPES):
                found.mains.append(key)
            if found.overrides.setdefault(key, declared) != declared:
                found.doubled.append(path)

    check_tags(content.count(b"<"))
    parser = xml.new_parser(name)
    parser.StartElementHandler = start
    xml.feed(parser, (content,), name)
    return found


def _relationships(content: bytes, path: str, source: str) -> tuple[Relationship, ...]:
    """Read a part of relationships; that of a small one is remembered."""
    read = _read_links if len(content) > _REMEMBERED_BYTES else _known_links
    return read(content, path, source)


def _read_links(content: bytes, path: str, source: str) -> tuple[Relationship, ...]:
    found: dict[str, Relationship] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rsplit(" ", 1)[-1] != "Relationship":
            return
        target = attributes.get("Target", "")
        is_external = attributes.get("TargetMode") == "External"
        if not is_external:
            target = resolve_target(source, target)
        relationship = Relationship(
            attributes.get("Id", ""), attributes.get("Type", ""), target, is_external
        )
        if found.setdefault(relationship.id, relationship) != relationship:
            raise refuse_file("F114", found=path)
        check_entries(len(found))

    parser = xml.new_parser(path)
    parser.StartElementHandler = start
    xml.feed(parser, (content,), path)
    return tuple(found.values())


# Returns of one template agree in these parts to the byte; equal bytes have been read before.
_known_types = lru_cache(maxsize=16)(_read_types)
_known_links = lru_cache(maxsize=64)(_read_links)


def relationships_path(source: str) -> str:
    """Name the part that holds the relationships of ``source``.

    >>> relationships_path("xl/workbook.xml"), relationships_path("")
    ('xl/_rels/workbook.xml.rels', '_rels/.rels')
    """
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve_target(source: str, target: str) -> str:
    """Turn a target as written in the relationships of ``source`` into a path in the package.

    Refuses (F117) one that leads out of the package; a mere fragment stays as it is.

    >>> resolve_target("xl/worksheets/sheet1.xml", "../comments1.xml")
    'xl/comments1.xml'
    """
    written = target.replace("\\", "/")
    if not written or written.startswith("#"):
        return written
    if _SCHEME.match(written) or written.startswith("//"):  # a drive, an address, a server
        raise _leads_out(target)
    folder = "" if written.startswith("/") else posixpath.dirname(source)
    steps = [step for step in folder.split("/") if step]
    for step in written.split("/"):
        if step == "..":
            if not steps:
                raise _leads_out(target)
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def check_tags(count: int) -> None:
    """Refuse (F224) more markup than can be read in seconds."""
    if count > limits.now().tags:
        raise refuse_file("F224", limit=str(limits.now().tags))


def check_entries(count: int) -> None:
    """Refuse (F225) a list of references, types, comments or names without end."""
    if count > limits.now().entries:
        raise refuse_file("F225", limit=str(limits.now().entries))


def _leads_out(target: str) -> Refused:
    return refuse_file("F117", found=target[:200])
