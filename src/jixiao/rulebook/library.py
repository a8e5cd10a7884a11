"""The rulebooks at hand: those that come with the program, and those in a folder of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from jixiao.rulebook.load import load_rulebook, shipped
from jixiao.rulebook.misfits import rulebook_misfit
from jixiao.rulebook.schema import Rulebook
from jixiao.rulebook.source import Problem, RulebookError

LibraryLike: TypeAlias = "Library | str | Path | None"
_FORMAT = "jixiao.rulebook/"
_OURS = "jixiao."


class LibraryError(RulebookError):
    """Rulebooks of one's own that cannot be used; ``broken`` has one error for each file."""

    def __init__(self, folder: str, broken: Sequence[RulebookError]) -> None:
        super().__init__(folder, [problem for one in broken for problem in one.problems])
        self.broken = tuple(broken)

    def __str__(self) -> str:
        """All problems of all files, one a line, in Chinese."""
        return "\n".join(str(one) for one in self.broken)


@dataclass(frozen=True, slots=True)
class Library:
    """The rulebooks that a return may follow: the shipped ones and ``own`` ones, by id."""

    own: tuple[Rulebook, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all rulebooks, one's own first."""
        return (*(book.id for book in self.own), *shipped())

    @property
    def books(self) -> tuple[Rulebook, ...]:
        """All rulebooks, one's own first."""
        return (*self.own, *(load_rulebook(name) for name in shipped()))

    def find(self, name: str) -> Rulebook | None:
        """The rulebook of that id; None where there is none."""
        known = next((book for book in self.own if book.id == name), None)
        if known is not None or name not in shipped():
            return known
        return load_rulebook(name)

    def load(self, id_or_path: str | Path) -> Rulebook:
        """The rulebook of that id, or the one in that file; ``RulebookError`` if it is broken."""
        return self.find(str(id_or_path)) or load_rulebook(id_or_path)


def library_of(rulebooks: LibraryLike) -> Library:
    """The library that a caller means: as it is, or with the rulebooks of a folder."""
    if rulebooks is None:
        return Library()
    return rulebooks if isinstance(rulebooks, Library) else read_library(rulebooks)


def read_library(folder: str | Path) -> Library:
    """Read every rulebook of a folder; ``LibraryError`` lists all that is wrong in any of them.

    Only the files ``*.toml`` of the folder itself are read; one that is something else of this
    program (a list of waivers) is passed over. A copy of a shipped rulebook, unchanged, is that
    rulebook; a changed one needs an id of its own.
    """
    books: dict[str, Rulebook] = {}
    broken: list[RulebookError] = []
    for file in rulebook_files(folder):
        try:
            book = load_rulebook(file)
        except RulebookError as error:
            broken.append(error)
            continue
        other = load_rulebook(book.id) if book.id in shipped() else books.get(book.id)
        if other is None:
            books[book.id] = book
        elif other.sha256 != book.sha256:
            broken.append(_clash(book, other))
    if broken:
        raise LibraryError(str(folder), broken)
    return Library(tuple(books.values()))


def rulebook_files(folder: str | Path) -> Iterator[Path]:
    """The files of a folder that are rulebooks, or are meant to be, by name."""
    for file in sorted(Path(folder).glob("*.toml")):
        if file.is_file() and not _is_of_another_kind(file):
            yield file


def _is_of_another_kind(file: Path) -> bool:
    """Whether a file says that it is another file of this program: a list of waivers."""
    import tomllib

    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return False
    said = content.get("format", "")
    return "waiver" in content or (
        isinstance(said, str) and said.startswith(_OURS) and not said.startswith(_FORMAT)
    )


def _clash(book: Rulebook, other: Rulebook) -> RulebookError:
    id_ = "rulebook.id.shipped" if other.id in shipped() else "rulebook.id.other-file"
    _, message, remedy = rulebook_misfit(("id",), id_, identifier=book.id, file=other.path)
    return RulebookError(book.path, [Problem(_line_of_id(Path(book.path)), "id", message, remedy)])


def _line_of_id(file: Path) -> int | None:
    lines = enumerate(file.read_text(encoding="utf-8-sig").splitlines(), 1)
    return next((n for n, line in lines if line.partition("=")[0].strip() == "id"), None)
