"""Comments of a sheet: ordinary ones, and threads where there are any."""

from __future__ import annotations

from jixiao.workbook import limits, markup
from jixiao.workbook.package import Package
from jixiao.workbook.places import read_place

Comments = dict[tuple[int, int], str]


def read_comments(package: Package, sheet_part: str) -> Comments:
    """Give the text of each comment by place; a thread replaces the note that stands for it."""
    comments: Comments = {}
    for relationship in package.relationships(sheet_part):
        if relationship.kind == "comments" and package.find(relationship.target):
            comments |= _read(package, relationship.target, "comment", "t")
    for relationship in package.relationships(sheet_part):
        if relationship.kind == "threadedComment" and package.find(relationship.target):
            comments |= _read(package, relationship.target, "threadedComment", "text")
    return comments


def _read(package: Package, path: str, element: str, text_element: str) -> Comments:
    """Collect the texts in ``text_element`` below each ``element``, by its ``ref``."""
    comments: Comments = {}
    pieces: list[str] = []
    parser = markup.new_parser(path)
    place: tuple[int, int] | None = None
    phonetic = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal place, phonetic
        local = name.rpartition(" ")[2]
        if local == element:
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
    markup.feed(parser, package.pieces(path), path)
    return comments
