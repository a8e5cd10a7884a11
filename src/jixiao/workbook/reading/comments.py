"""Comments of a sheet: ordinary ones, and threads where there are any."""

from __future__ import annotations

from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.addresses import read_place
from jixiao.workbook.container import Package, feed, new_parser
from jixiao.workbook.reading.budget import Budget
from jixiao.workbook.refusal import refuse_file

SheetComments = dict[tuple[int, int], str]

_KINDS: Final = (("comments", "comment", "t"), ("threadedComment", "threadedComment", "text"))


def read_comments(package: Package, sheet_part: str, allowance: Budget) -> SheetComments:
    """Give the text of each comment by place; a thread replaces the note that represents it."""
    comments: SheetComments = {}
    for kind, element, text_element in _KINDS:
        for relationship in package.relationships(sheet_part):
            member = package.find(relationship.target)
            if relationship.kind == kind and member is not None:
                allowance.take(member.path)
                comments |= _read(package, relationship.target, element, text_element, allowance)
    return comments


def _read(
    package: Package, path: str, element: str, text_element: str, allowance: Budget
) -> SheetComments:
    """Collect the texts in ``text_element`` below each ``element``, by its ``ref``."""
    comments: SheetComments = {}
    pieces: list[str] = []
    parser = new_parser(path)
    place: tuple[int, int] | None = None
    phonetic = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal place, phonetic
        local = name.rpartition(" ")[2]
        if local == element:
            allowance.comments -= 1
            if allowance.comments < 0:
                raise refuse_file("F225", limit=str(limits.now().entries))
            place = read_place(attributes.get("ref", ""))
            pieces.clear()
        elif local == text_element and not phonetic:
            parser.CharacterDataHandler = pieces.append
        elif local == "rPh":
            phonetic = True

    def end(name: str) -> None:
        nonlocal place, phonetic
        local = name.rpartition(" ")[2]
        if local == text_element:
            parser.CharacterDataHandler = None
        elif local == "rPh":
            phonetic = False
        elif local == element and place is not None:
            earlier = comments.get(place)
            text = "".join(pieces)[: limits.CELL_CHARACTERS]
            comments[place] = f"{earlier}\n{text}" if earlier else text
            place = None

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    feed(parser, package.pieces(path), path)
    return comments
