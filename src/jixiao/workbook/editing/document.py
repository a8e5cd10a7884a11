"""Hang comments on paragraphs of a Word document; all else stays byte for byte.

Takes the bytes of a docx, gives those of the commented copy, verified against them as an annotated
workbook is. Comments that an earlier run wrote, known by their author, make room for the new ones;
those of other people stay.
"""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from jixiao.workbook.admit import admit_document
from jixiao.workbook.container import RELATIONS, STRICT_RELATIONS, Package
from jixiao.workbook.editing import elements
from jixiao.workbook.editing.comments import AUTHOR
from jixiao.workbook.editing.draft import Draft
from jixiao.workbook.editing.elements import Element
from jixiao.workbook.editing.paragraphs import (
    STRICT_WORD,
    WordPart,
    around,
    author_of,
    id_of,
    without,
)
from jixiao.workbook.editing.splice import Splice, SpliceMisfit
from jixiao.workbook.editing.text import printable_text
from jixiao.workbook.editing.verify import verify_patch
from jixiao.workbook.refusal import Refused

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MOST_TAGS: Final = 1_000_000  # of the main part; a report of 20 pages has some 10,000
_MOST: Final = 2**31 - 1  # what the number of a comment may be
_LINE: Final = (
    b'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    b'<w:ind w:left="0" w:right="0" w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="left"/>'
    b'</w:pPr>%s<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r></w:p>'
)
_REFERENCE: Final = b"<w:r><w:annotationRef/></w:r>"
_PART: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<w:comments xmlns:w="%s">%s</w:comments>'
)
_LONGEST: Final = 4_000  # characters of a line of a comment
_LOOK: Final = (
    '<w:rPr><w:rFonts w:eastAsia="宋体"/>%s<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
)
_PLAIN, _BOLD = (_LOOK % "").encode(), (_LOOK % "<w:b/>").encode()


@dataclass(frozen=True, slots=True)
class ParagraphComment:
    """A comment on a paragraph, counted from 0 over all of the main part; the first line is bold.

    Remarks on one paragraph stand in the order in which they are given.
    """

    paragraph: int
    lines: tuple[str, ...]


class NotCommented(Exception):
    """The document could not be given comments; the text says at what."""


def comment_document(content: bytes, remarks: Sequence[ParagraphComment]) -> bytes:
    """Give the document with its remarks; ``NotCommented`` where nothing can be put in safely."""
    try:
        package = admit_document(content).package
        if package is None:
            raise NotCommented("docx")
        return _commented(package, remarks)
    except Refused as refused:
        found = refused.finding.found or ""
        raise NotCommented(f"{refused.finding.code} {found}".strip()) from None
    except SpliceMisfit as misfit:
        raise NotCommented(str(misfit)) from None


def is_signed_document(content: bytes) -> bool:
    """Whether a digital signature is in a document; any change makes it invalid."""
    package = admit_document(content).package
    return package is not None and package.is_signed


def _commented(package: Package, remarks: Sequence[ParagraphComment]) -> bytes:
    draft = _DocumentDraft(package)
    main = draft.main
    listed = draft.listed
    earlier = {id_of(one) for one in _comments(listed) if author_of(one) == AUTHOR} - {-1}
    paragraphs = main.paragraphs()
    ids = _free_ids(main.comment_ids() | (listed.comment_ids() if listed else set()))
    numbered = [(next(ids), remark) for remark in remarks]
    by_place: dict[int, list[int]] = {}
    for id_, remark in numbered:
        by_place.setdefault(remark.paragraph, []).append(id_)
    for place, mine in by_place.items():
        if place >= len(paragraphs):
            raise SpliceMisfit(f"p {place}")
        draft.splice(draft.book, _marked(paragraphs[place], mine))
    draft.splice(draft.book, main.marks_of(earlier))
    draft.write_comments(numbered, earlier)
    content, record = draft.finish()
    wrong = verify_patch(package, content, record, ())
    if wrong is not None:
        raise NotCommented(wrong)
    return content


class _DocumentDraft(Draft):
    """A document being changed: its main part, and the part that lists its comments."""

    def __init__(self, package: Package) -> None:
        super().__init__(package)
        if package.part(self.book).count(b"<") > _MOST_TAGS:
            raise NotCommented(self.book)
        self.main = WordPart(self.tree(self.book))
        found = package.related(self.book, "comments")
        self._comments = found.target if found else None
        self.listed = WordPart(self.tree(found.target)) if found else None

    @property
    def relation_space(self) -> str:
        return STRICT_RELATIONS if self.main.space == STRICT_WORD else RELATIONS

    def write_comments(
        self, numbered: Sequence[tuple[int, ParagraphComment]], earlier: set[int]
    ) -> None:
        """Put comments behind those that are there, in place of our earlier ones."""
        if self._comments is not None and self.listed is not None:
            root = self.listed.root
            written = b"".join(_comment(_word_space(root), *one) for one in numbered)
            gone = [without(one) for one in root if id_of(one) in earlier]
            self.splice(
                self._comments, [*([elements.append(root, written)] if written else []), *gone]
            )
        elif numbered:
            written = b"".join(_comment(b"", *one) for one in numbered)
            folder = posixpath.dirname(self.book)
            lost = self.missing(self.book, "comments")
            path = lost or self.unused(folder, "comments", "xml", first="")
            self.add(path, _PART % (self.main.space.encode(), written), content_type=_TYPE)
            if lost is None and not self.revive(self.book, "comments", path):
                self.relate(self.book, "comments", path)


def _comments(listed: WordPart | None) -> Iterator[Element]:
    if listed is not None:
        listed.space  # noqa: B018 - refuses what is no list of comments
        yield from (one for one in listed.root if one.name == "comment")


def _free_ids(taken: set[int]) -> Iterator[int]:
    """Numbers that no comment has: behind the highest, else wherever one is free."""
    above = range(max(taken, default=-1) + 1, _MOST)
    return (number for number in itertools.chain(above, range(_MOST)) if number not in taken)


def _word_space(element: Element) -> bytes:
    """The declaration that ``w:`` needs inside an element, empty where it has one in force."""
    return b"" if element.prefix == b"w:" else b' xmlns:w="%s"' % element.space.encode()


def _marked(paragraph: Element, ids: Sequence[int]) -> tuple[Splice, Splice]:
    space = _word_space(paragraph)
    before = b"".join(b'<w:commentRangeStart%s w:id="%d"/>' % (space, id_) for id_ in ids)
    after = b"".join(
        b'<w:commentRangeEnd%s w:id="%d"/><w:r%s><w:commentReference w:id="%d"/></w:r>'
        % (space, id_, space, id_)
        for id_ in ids
    )
    return around(paragraph, before, after)


def _comment(space: bytes, id_: int, remark: ParagraphComment) -> bytes:
    lines = b"".join(
        _LINE
        % (
            _REFERENCE if number == 0 else b"",
            _BOLD if number == 0 else _PLAIN,
            escape(printable_text(line, _LONGEST)).encode(),
        )
        for number, line in enumerate(remark.lines)
    )
    named = AUTHOR.encode()
    return b'<w:comment%s w:id="%d" w:author="%s" w:initials="jx">%s</w:comment>' % (
        space, id_, named, lines,
    )  # fmt: skip
