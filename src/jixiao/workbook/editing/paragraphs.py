"""The paragraphs of a Word document and the comments that hang on them, with their byte offsets."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from jixiao.workbook.editing.elements import Element
from jixiao.workbook.editing.splice import Splice, SpliceMisfit, insertion, replacement

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RANGES: Final = ("commentRangeStart", "commentRangeEnd")


@dataclass(frozen=True, slots=True)
class WordPart:
    """A part of a document as a tree; what is written into it bears its own prefix and space."""

    root: Element

    @property
    def space(self) -> str:
        """The namespace of its words, usual or strict."""
        if self.root.space not in (WORD, STRICT_WORD):
            raise SpliceMisfit(self.root.name)
        return self.root.space

    def paragraphs(self) -> list[Element]:
        """All paragraphs in the order in which they begin, whatever they are in."""
        return [one for one in self.root.walk() if one.name == "p" and self._is_word(one)]

    def comment_ids(self) -> set[int]:
        """The numbers that comments, and marks of comments, have."""
        names = ("comment", "commentReference", *_RANGES)
        return {id_of(one) for one in self.root.walk() if one.name in names and self._is_word(one)}

    def marks_of(self, ids: Collection[int]) -> Iterator[Splice]:
        """Take out the marks of some comments: beginnings, ends, runs that refer."""
        for parent in (self.root, *self.root.walk()):
            for one in parent:
                if not self._is_word(one):
                    continue
                if (one.name in _RANGES and id_of(one) in ids) or _refers_only(one, ids):
                    yield without(one)

    def _is_word(self, element: Element) -> bool:
        return element.space in (WORD, STRICT_WORD)


def _refers_only(run: Element, ids: Collection[int]) -> bool:
    """Whether a run holds nothing but the reference to one of some comments."""
    names = [child.name for child in run]
    if run.name != "r" or names not in (["commentReference"], ["rPr", "commentReference"]):
        return False
    return id_of(run.children[-1]) in ids


def id_of(element: Element) -> int:
    """The number of a comment or of a mark of one; -1 where it has none."""
    found = next((v for k, v in element.attributes.items() if k.rpartition(" ")[2] == "id"), "")
    return int(found) if found.isascii() and found.isdecimal() and len(found) < 11 else -1


def author_of(comment: Element) -> str:
    """Who wrote a comment."""
    found = (v for k, v in comment.attributes.items() if k.rpartition(" ")[2] == "author")
    return next(found, "")


def without(element: Element) -> Splice:
    """Take an element out."""
    return replacement(element.text, element.start, element.stop, b"")


def around(paragraph: Element, before: bytes, after: bytes) -> tuple[Splice, Splice]:
    """Put something before and after all that a paragraph says."""
    if paragraph.is_closed_tag:
        raise SpliceMisfit("p")
    first = paragraph.children[0] if paragraph.children else None
    start = first.stop if first is not None and first.name == "pPr" else paragraph.tag_stop
    return insertion(start, before), insertion(paragraph.end, after)
