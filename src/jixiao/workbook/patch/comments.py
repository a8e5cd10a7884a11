"""The comments part of a sheet: our texts beside other people's, found again by their brackets.

Whatever we write stands between ``OPENING`` and ``CLOSING``, in a comment of our own or at the end
of somebody else's, so that a later run can take out exactly that, even after the file was saved by
a spreadsheet program in between.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.model import address
from jixiao.workbook.patch import tree
from jixiao.workbook.patch.layout import Place
from jixiao.workbook.patch.splice import Splice, insertion, replacement
from jixiao.workbook.patch.text import attribute, clean, escape
from jixiao.workbook.patch.tree import Element
from jixiao.workbook.places import read_place

AUTHOR: Final = "jixiao"
OPENING: Final = "【jixiao 核对意见】"
CLOSING: Final = "【意见完】"
_ROOM: Final = limits.CELL_CHARACTERS - len(OPENING) - len(CLOSING) - 4
_OPENED: Final = OPENING.encode()
_CLOSED: Final = CLOSING.encode()
_FORMAT: Final = b'<sz val="9"/><color indexed="81"/><rFont val="%s"/><charset val="134"/>' % (
    "宋体".encode()
)


def framed(text: str) -> str:
    """Put a text between our brackets, cut to what a comment can hold."""
    return f"{OPENING}\n{clean(text, _ROOM)}\n{CLOSING}"


class Comments:
    """The comments of one sheet, as they are."""

    def __init__(self, root: Element) -> None:
        self._root = root
        listed = root.first("commentList")
        self._list = listed
        self.by_place: dict[Place, Element] = {}
        for comment in listed or ():
            place = read_place(comment.attributes.get("ref", ""))
            if place is not None:
                self.by_place.setdefault(place, comment)

    def change(self, wanted: Mapping[Place, str]) -> tuple[list[Splice], set[Place], set[Place]]:
        """Take our earlier texts out and put ``wanted`` in.

        Gives the splices, the places whose comment is gone, and those that got a new comment.
        """
        splices: list[Splice] = []
        gone: set[Place] = set()
        kept: set[Place] = set()
        for place, comment in self.by_place.items():
            cut, is_empty = _cut_ours(comment)
            if is_empty and cut:
                gone.add(place)
                splices.append(replacement(comment.text, comment.start, comment.stop, b""))
                continue
            kept.add(place)
            splices += cut
            if place in wanted:
                splices += _append_text(comment, wanted[place])
        fresh = {place: text for place, text in wanted.items() if place not in kept}
        if fresh:
            splices += self._add(fresh)
        return splices, gone, set(fresh)

    def _add(self, fresh: Mapping[Place, str]) -> list[Splice]:
        prefix = self._root.prefix
        authors = self._root.first("authors")
        names = [_text_of(author) for author in authors] if authors else []
        splices: list[Splice] = []
        author = names.index(AUTHOR) if AUTHOR in names else len(names)
        entry = b"<%sauthor>%s</%sauthor>" % (prefix, AUTHOR.encode(), prefix)
        body = b"".join(
            comment_xml(prefix, place, author, text) for place, text in sorted(fresh.items())
        )
        if authors is None:
            whole = b"<%sauthors>%s</%sauthors>" % (prefix, entry, prefix)
            place = self._list.start if self._list else None
            splices.append(
                tree.append(self._root, whole) if place is None else insertion(place, whole)
            )
        elif author == len(names):
            splices.append(tree.append(authors, entry))
        if self._list is None:
            whole = b"<%scommentList>%s</%scommentList>" % (prefix, body, prefix)
            splices.append(tree.append(self._root, whole))
        else:
            splices.append(tree.append(self._list, body))
        return splices


def comment_xml(prefix: bytes, place: Place, author: int, text: str) -> bytes:
    """Write one comment of ours."""
    return b'<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>' % (
        prefix,
        address(*place).encode(),
        author,
        prefix,
        _run(prefix, framed(text)),
        prefix,
        prefix,
    )


def new_part(space: str, wanted: Mapping[Place, str]) -> bytes:
    """Write a whole comments part."""
    body = b"".join(comment_xml(b"", place, 0, text) for place, text in sorted(wanted.items()))
    return (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="%s"><authors>'
        b"<author>%s</author></authors><commentList>%s</commentList></comments>"
        % (attribute(space), AUTHOR.encode(), body)
    )


def others_text(comment: Element) -> str:
    """What people wrote in a comment, without anything of ours."""
    return "".join(
        _without_ours(_content(element)).decode()
        for element in comment.walk()
        if element.name == "t"
    )


def _run(prefix: bytes, text: str) -> bytes:
    formatted = _FORMAT.replace(b"<", b"<" + prefix)
    return b'<%sr><%srPr>%s</%srPr><%st xml:space="preserve">%s</%st></%sr>' % (
        prefix, prefix, formatted, prefix, prefix, escape(text), prefix, prefix,
    )  # fmt: skip


def _append_text(comment: Element, text: str) -> list[Splice]:
    """Add our text behind what somebody else wrote, touching nothing of theirs."""
    prefix = comment.prefix
    body = comment.first("text")
    run = _run(prefix, "\n" + framed(text))
    if body is None:
        whole = b"<%stext>%s</%stext>" % (prefix, run, prefix)
        return [tree.append(comment, whole)]
    bare = body.first("t")
    runs = [child for child in body if child.name == "r"]
    if runs:
        return [insertion(runs[-1].stop, run)]
    if bare is not None:  # a bare text and runs may not stand side by side: make it a run
        return [
            insertion(bare.start, b"<%sr>" % prefix),
            insertion(bare.stop, b"</%sr>" % prefix + run),
        ]
    return [tree.append(body, run)]


def _cut_ours(comment: Element) -> tuple[list[Splice], bool]:
    """Give the splices that remove our texts from a comment, and whether nothing is left of it."""
    splices: list[Splice] = []
    rest = ""
    for element in comment.walk():
        if element.name != "t":
            continue
        text = _content(element)
        found = _find_ours(text)
        left = _without_ours(text)
        rest += left.decode()
        start = element.tag_stop
        run = next((r for r in comment.walk() if r.name == "r" and element in r.children), None)
        if found and not left.strip() and run is not None:
            splices.append(replacement(comment.text, run.start, run.stop, b""))
        else:
            splices += [
                replacement(comment.text, start + first, start + last, b"") for first, last in found
            ]
    return splices, not rest.strip()


def _find_ours(text: bytes) -> list[tuple[int, int]]:
    """Where our texts stand, the line breaks before each included."""
    found: list[tuple[int, int]] = []
    start = text.find(_OPENED)
    while start >= 0:
        stop = text.find(_CLOSED, start)
        if stop < 0:
            break
        stop += len(_CLOSED)
        edge = found[-1][1] if found else 0
        found.append((edge + len(text[edge:start].rstrip(b"\n")), stop))
        start = text.find(_OPENED, stop)
    return found


def _without_ours(text: bytes) -> bytes:
    done, pieces = 0, []
    for first, last in _find_ours(text):
        pieces.append(text[done:first])
        done = last
    return b"".join((*pieces, text[done:]))


def _content(element: Element) -> bytes:
    return b"" if element.is_closed_tag else element.text[element.tag_stop : element.end]


def _text_of(element: Element) -> str:
    text = re.sub(rb"<[^>]*>", b"", _content(element)).decode()
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
