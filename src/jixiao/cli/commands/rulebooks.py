"""Find the rulebook that a user names, and show what is wrong with one that cannot be used."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.shell import UsageProblem
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.rulebook import Library, Rulebook, RulebookError

VARIABLE = "JIXIAO_RULEBOOKS"
_HERE = "rulebooks"  # the folder below the current one


def library_at(folder: str | None, lang: Lang) -> Library:
    """The rulebooks at hand: shipped ones and those of the folder that the user means.

    ``UsageProblem`` where a folder that was named is none or holds no rulebook, ``LibraryError``
    where one of its rulebooks cannot be used.
    """
    from jixiao.rulebook import Library, read_library

    found = own_folder(folder, lang)
    return read_library(found) if found is not None else Library()


def own_folder(folder: str | None, lang: Lang) -> Path | None:
    """The folder of one's own rulebooks: as ordered, by the environment, or here; None without."""
    named = [(folder, "--rulebooks"), (os.environ.get(VARIABLE), VARIABLE)]
    for name, source in named:
        if name:
            _refuse_empty(Path(name), source, lang)
            return Path(name)
    return Path(_HERE) if _has_rulebooks(Path(_HERE)) else None


def _has_rulebooks(folder: Path) -> bool:
    from jixiao.rulebook import rulebook_files

    return folder.is_dir() and next(rulebook_files(folder), None) is not None


def _refuse_empty(folder: Path, source: str, lang: Lang) -> None:
    if not _has_rulebooks(folder):
        id_ = "cli.rulebooks.none" if folder.is_dir() else "cli.rulebooks.no-folder"
        raise UsageProblem(text_in(id_, lang, folder=folder, source=source))


def load_named(name: str, lang: Lang, known: Library) -> Rulebook:
    """Load by id or path; ``UsageProblem`` if there is none, ``RulebookError`` if it is broken."""
    refuse_unknown(name, lang, known)
    return known.load(name)


def refuse_unknown(name: str, lang: Lang, known: Library) -> None:
    """Refuse what is neither the id of a rulebook at hand nor a file; name the nearest."""
    if name not in known.ids and not Path(name).is_file():
        said = text_in(
            "cli.rulebooks.unknown",
            lang,
            name=name,
            ids=text_in("words.separator", lang).join(known.ids),
        )
        near = difflib.get_close_matches(name, known.ids, n=2)
        if near:
            said += text_in(
                "cli.rulebooks.nearest", lang, names=text_in("words.separator", lang).join(near)
            )
        raise UsageProblem(said)


def problems_text(broken: RulebookError, lang: Lang) -> str:
    """List every problem of a rulebook as ``file:line key message remedy``, one a line."""
    from jixiao.rulebook import LibraryError

    files = broken.broken if isinstance(broken, LibraryError) else (broken,)
    return "\n".join(line for one in files for line in _problems(one, lang))


def _problems(broken: RulebookError, lang: Lang) -> list[str]:
    lines = [
        text_in("cli.rulebooks.nothing-done", lang, file=broken.file, count=len(broken.problems))
    ]
    remedy = text_in("words.remedy", lang)
    colon = text_in("words.colon", lang)
    for problem in broken.problems:
        place = f"{broken.file}:{problem.line}" if problem.line else broken.file
        lines.append(f"{place}  {problem.key}{colon}{problem.message.text(lang)}")
        lines.append(f"    {remedy}{colon}{problem.remedy.text(lang)}")
    return lines
