"""The comments part of a sheet: our texts next to other people's, found again by their brackets.

Whatever we write is between ``OPENING`` and ``CLOSING``, in a comment of our own or at the end
of somebody else's, so that a later run can take out exactly that, even after the file was saved by
a spreadsheet program in between, which may cut a text into runs wherever the font changes.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from typing import Final, NamedTuple

from jixiao.finding import chinese_text
from jixiao.workbook import limits
from jixiao.workbook.addresses import cell_address, read_place
from jixiao.workbook.editing import elements
from jixiao.workbook.editing.elements import Element
from jixiao.workbook.editing.layout import CellPosition
from jixiao.workbook.editing.splice import Splice, insertion, replacement
from jixiao.workbook.editing.text import escape_attribute, escape_text, printable_text, whole_text

AUTHOR: Final = "jixiao"
OPENING: Final = chinese_text("workbook.comment.opening")
CLOSING: Final = chinese_text("workbook.comment.closing")
_ROOM: Final = limits.CELL_CHARACTERS - len(OPENING) - len(CLOSING) - 4
_SHORTEST: Final = 20
_OURS: Final = re.compile(
    rb"(?:(?:\r|&#13;|&#x[dD];|_x000D_)?(?:\n|&#10;|&#x[aA];))?%s" % OPENING.encode()
)
_CLOSED: Final = CLOSING.encode()
_FORMAT: Final = b'<sz val="9"/><color indexed="81"/><rFont val="%s"/><charset val="134"/>' % (
    "宋体".encode()
)


def framed(text: str, taken: int = 0) -> str:
    """Put a text between our brackets, cut to what a comment of ``taken`` characters can hold."""
    return f"{OPENING}\n{printable_text(text, _ROOM - taken)}\n{CLOSING}"


class CommentsPart:
    """The comments of one sheet, as they are."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._authors = [
            _text_of(author) for author in root.first("authors") or () if author.name == "author"
        ]
        listed = root.first("commentList")
        self._list = listed
        self.by_place: dict[CellPosition, Element] = {}
        for comment in listed or ():
            place = read_place(comment.attributes.get("ref", ""))
            if place is not None:
                self.by_place.setdefault(place, comment)

    def with_ours(self) -> set[CellPosition]:
        """Where we wrote something."""
        return {place for place, comment in self.by_place.items() if _ours_in(comment).spans}

    def of_others(self) -> set[CellPosition]:
        """Where somebody else wrote a comment."""
        return {place for place, c in self.by_place.items() if not self._is_ours(c, _ours_in(c))}

    def change(
        self, wanted: Mapping[CellPosition, str]
    ) -> tuple[list[Splice], set[CellPosition], set[CellPosition]]:
        """Take our earlier texts out and put ``wanted`` in.

        Gives the splices, the places whose comment is gone, and those that got a new comment.
        """
        splices: list[Splice] = []
        gone: set[CellPosition] = set()
        kept: set[CellPosition] = set()
        for place, comment in self.by_place.items():
            found = _ours_in(comment)
            if self._is_ours(comment, found):
                gone.add(place)
                splices.append(replacement(comment.text, comment.start, comment.stop, b""))
                continue
            kept.add(place)
            splices += _cut(comment, found)
            if place in wanted:
                splices += _append_text(comment, wanted[place])
        fresh = {place: text for place, text in wanted.items() if place not in kept}
        if fresh:
            splices += self._add(fresh)
        return splices, gone, set(fresh)

    def _is_ours(self, comment: Element, found: _Found) -> bool:
        """Whether a comment holds our text and nothing else, and nobody else is its author."""
        author = whole_text(comment.attributes.get("authorId")) or 0
        names = self._authors[author : author + 1]
        return bool(found.spans) and not found.rest.strip() and {*names} <= {AUTHOR, "", " "}

    def _add(self, fresh: Mapping[CellPosition, str]) -> list[Splice]:
        prefix = self._root.prefix
        authors = self._root.first("authors")
        names = self._authors
        splices: list[Splice] = []
        author = names.index(AUTHOR) if AUTHOR in names else len(names)
        entry = b"<%sauthor>%s</%sauthor>" % (prefix, AUTHOR.encode(), prefix)
        body = b"".join(
            comment_xml(prefix, place, author, text) for place, text in sorted(fresh.items())
        )
        if authors is None:
            listed = b"<%sauthors>%s</%sauthors>" % (prefix, entry, prefix)
            place = self._list.start if self._list else None
            splices.append(
                elements.append(self._root, listed) if place is None else insertion(place, listed)
            )
        elif author == len(names):
            splices.append(elements.append(authors, entry))
        if self._list is None:
            listed = b"<%scommentList>%s</%scommentList>" % (prefix, body, prefix)
            splices.append(elements.append(self._root, listed))
        else:
            splices.append(elements.append(self._list, body))
        return splices


def comment_xml(prefix: bytes, place: CellPosition, author: int, text: str) -> bytes:
    """Write one comment of ours."""
    return b'<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>' % (
        prefix,
        cell_address(*place).encode(),
        author,
        prefix,
        _run(prefix, framed(text)),
        prefix,
        prefix,
    )


def new_part(space: str, wanted: Mapping[CellPosition, str]) -> bytes:
    """Write a whole comments part."""
    body = b"".join(comment_xml(b"", place, 0, text) for place, text in sorted(wanted.items()))
    return (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="%s"><authors>'
        b"<author>%s</author></authors><commentList>%s</commentList></comments>"
        % (escape_attribute(space), AUTHOR.encode(), body)
    )


def others_text(comment: Element) -> str:
    """What people wrote in a comment, without anything of ours."""
    return _ours_in(comment).rest


def _run(prefix: bytes, text: str) -> bytes:
    formatted = _FORMAT.replace(b"<", b"<" + prefix)
    return b'<%sr><%srPr>%s</%srPr><%st xml:space="preserve">%s</%st></%sr>' % (
        prefix, prefix, formatted, prefix, prefix, escape_text(text), prefix, prefix,
    )  # fmt: skip


def _append_text(comment: Element, text: str) -> list[Splice]:
    """Add our text behind what somebody else wrote, touching nothing of theirs."""
    prefix = comment.prefix
    body = comment.first("text")
    taken = len(others_text(comment).encode("utf-16-le")) // 2
    if _ROOM - taken < _SHORTEST:
        return []  # full; the added sheet says the same
    run = _run(prefix, "\n" + framed(text, taken))
    if body is None:
        return [elements.append(comment, b"<%stext>%s</%stext>" % (prefix, run, prefix))]
    bare = body.first("t")
    runs = [child for child in body if child.name == "r"]
    if runs:
        return [insertion(runs[-1].stop, run)]
    if bare is not None:  # a bare text and runs may not be side by side: make it a run
        return [
            insertion(bare.start, b"<%sr>" % prefix),
            insertion(bare.stop, b"</%sr>" % prefix + run),
        ]
    return [elements.append(body, run)]


class _Found(NamedTuple):
    """Where our texts are in all texts of a comment put together, and what else is there."""

    spans: tuple[tuple[int, int], ...]
    rest: str


def _texts(comment: Element) -> list[tuple[Element, Element | None]]:
    """The texts of a comment, each with the run it belongs to."""
    texts: list[tuple[Element, Element | None]] = []
    for child in comment.first("text") or ():
        if child.name == "t":
            texts.append((child, None))
        elif child.name == "r":
            texts += ((each, child) for each in child if each.name == "t")
    return texts


def _ours_in(comment: Element) -> _Found:
    text = b"".join(_content(element) for element, _ in _texts(comment))
    spans: list[tuple[int, int]] = []
    pieces: list[bytes] = []
    done = 0
    while (opened := _OURS.search(text, done)) is not None:
        stop = text.find(_CLOSED, opened.end())
        if stop < 0:
            break
        stop += len(_CLOSED)
        spans.append((opened.start(), stop))
        pieces.append(text[done : opened.start()])
        done = stop
    return _Found(tuple(spans), b"".join((*pieces, text[done:])).decode())


def _cut(comment: Element, found: _Found) -> list[Splice]:
    """Remove our texts from a comment, and the runs that hold nothing else."""
    splices: list[Splice] = []
    place = 0
    spans = deque(found.spans)
    for element, run in _texts(comment):
        content = _content(element)
        begin, place = place, place + len(content)
        parts: list[tuple[int, int]] = []
        while spans and spans[0][0] < place:
            first, last = spans[0]
            parts.append((max(first, begin) - begin, min(last, place) - begin))
            if last > place:
                break
            spans.popleft()
        if run is not None and content and sum(b - a for a, b in parts) == len(content):
            splices.append(replacement(comment.text, run.start, run.stop, b""))
            continue
        start = element.tag_stop
        splices += (replacement(comment.text, start + a, start + b, b"") for a, b in parts)
    return splices


def _content(element: Element) -> bytes:
    return b"" if element.is_closed_tag else element.text[element.tag_stop : element.end]


def _text_of(element: Element) -> str:
    text = re.sub(rb"<[^>]*>", b"", _content(element)).decode()
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
