"""A small part as a tree of elements with the byte offsets at which each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jixiao.workbook.container import feed, new_parser
from jixiao.workbook.editing.splice import Splice, insertion, replacement

_TAG: Final = re.compile(rb"<[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>")
_NAME: Final = re.compile(rb"<(([^\s/>:]+:)?[^\s/>]+)")
_ATTRIBUTE: Final = re.compile(rb"\s+([^\s=]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_PREFIXED: Final = re.compile(rb"\sxmlns:([^\s=]+)\s*=\s*(\"[^\"]*\"|'[^']*')")


class Element:
    """An element: ``name`` without its namespace, ``[start, stop)`` its place in the text.

    ``stop`` lies behind the whole element; attribute names are ``name`` or ``namespace name``.
    """

    __slots__ = ("attributes", "children", "end", "name", "space", "start", "text")

    def __init__(self, text: bytes, name: str, attributes: dict[str, str], start: int) -> None:
        space, _, local = name.rpartition(" ")
        self.text = text
        self.name = local
        self.space = space
        self.attributes = attributes
        self.start = start
        self.end = start
        self.children: list[Element] = []

    def __iter__(self) -> Iterator[Element]:
        return iter(self.children)

    @property
    def tag_stop(self) -> int:
        """The offset behind the start tag."""
        found = _TAG.match(self.text, self.start)
        return found.end() if found else self.end

    @property
    def is_closed_tag(self) -> bool:
        """Written as ``<name/>``."""
        return self.text[self.end - 2 : self.end] == b"/>" and self.tag_stop == self.end

    @property
    def stop(self) -> int:
        """The offset behind the element."""
        if self.text[self.end : self.end + 2] == b"</" and not self.is_closed_tag:
            return self.text.index(b">", self.end) + 1
        return self.end

    @property
    def source(self) -> bytes:
        """The element as written."""
        return self.text[self.start : self.stop]

    @property
    def prefix(self) -> bytes:
        """``x:`` where the tag is written ``<x:name``, else empty."""
        found = _NAME.match(self.text, self.start)
        return (found[2] or b"") if found else b""

    def first(self, name: str) -> Element | None:
        """The first child of that name, or None."""
        return next((child for child in self.children if child.name == name), None)

    def walk(self) -> Iterator[Element]:
        """All elements below this one, in the order of the text."""
        waiting = self.children[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))


def parse_element(text: bytes, part: str) -> Element:
    """Parse a part in UTF-8; refuses ill-formed (F118) and deeply nested (F123) ones."""
    parser = new_parser(part, encoding="utf-8")
    open_elements: list[Element] = []
    roots: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        element = Element(text, name, attributes, parser.CurrentByteIndex)
        (open_elements[-1].children if open_elements else roots).append(element)
        open_elements.append(element)

    def end(_: str) -> None:
        open_elements.pop().end = parser.CurrentByteIndex

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    feed(parser, (text,), part)
    return roots[0]


def append(element: Element, new: bytes) -> Splice:
    """Add ``new`` as the last thing inside an element, opening it where it is ``<name/>``."""
    if not element.is_closed_tag:
        return insertion(element.end, new)
    return open_tag(element.text, element.start, element.end, new)


def open_tag(text: bytes, start: int, stop: int, new: bytes) -> Splice:
    """Turn the ``<name/>`` at ``text[start:stop]`` into ``<name>new</name>``."""
    found = _NAME.match(text, start)
    name = found[1] if found else b""
    return replacement(text, stop - 2, stop, b">" + new + b"</" + name + b">")


def set_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """Give a start tag with one attribute set, in its place or behind the others.

    >>> set_attribute(b'<c r="A1" s="3">', b"s", b"9"), set_attribute(b"<c/>", b"s", b"9")
    (b'<c r="A1" s="9">', b'<c s="9"/>')
    """
    span = _find_attribute(tag, name)
    written = b' %s="%s"' % (name, value)
    if span is not None:
        return tag[: span[0]] + written + tag[span[1] :]
    place = _attributes_stop(tag)
    return tag[:place] + written + tag[place:]


def drop_attribute(tag: bytes, name: bytes) -> bytes:
    """Give a start tag without one attribute."""
    span = _find_attribute(tag, name)
    return tag if span is None else tag[: span[0]] + tag[span[1] :]


def attribute_splice(element: Element, name: bytes, value: bytes) -> Splice:
    """Set an attribute of an element, touching nothing else of its tag."""
    return tag_splice(element.text, element.start, element.tag_stop, name, value)


def tag_splice(text: bytes, start: int, stop: int, name: bytes, value: bytes) -> Splice:
    """Set an attribute of the start tag at ``text[start:stop]``."""
    tag = text[start:stop]
    written = b' %s="%s"' % (name, value)
    span = _find_attribute(tag, name)
    if span is None:
        return insertion(start + _attributes_stop(tag), written)
    return replacement(text, start + span[0], start + span[1], written)


def drop_splice(text: bytes, start: int, stop: int, name: bytes) -> Splice:
    """Take an attribute out of the start tag at ``text[start:stop]``; no change where it lacks."""
    span = _find_attribute(text[start:stop], name)
    if span is None:
        return insertion(stop, b"")
    return replacement(text, start + span[0], start + span[1], b"")


def related(root: Element, space: str, identity: str) -> bytes:
    """Write the attribute that refers to a relationship, under a prefix that is in force."""
    declared = _PREFIXED.findall(root.text[root.start : root.tag_stop])
    prefix = next((name for name, value in declared if value[1:-1] == space.encode()), None)
    if prefix is not None:
        return b'%s:id="%s"' % (prefix, identity.encode())
    return b'xmlns:r="%s" r:id="%s"' % (space.encode(), identity.encode())


def _find_attribute(tag: bytes, name: bytes) -> tuple[int, int] | None:
    return next((found.span() for found in _attributes(tag) if found[1] == name), None)


def _attributes(tag: bytes) -> Iterator[re.Match[bytes]]:
    at = _name_stop(tag)
    while (found := _ATTRIBUTE.match(tag, at)) is not None:
        yield found
        at = found.end()


def _attributes_stop(tag: bytes) -> int:
    return max((found.end() for found in _attributes(tag)), default=_name_stop(tag))


def _name_stop(tag: bytes) -> int:
    found = _NAME.match(tag)
    return found.end() if found else 0
