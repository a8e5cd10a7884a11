"""Where a command may write: never onto an input, never over another file unless forced."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from jixiao.cli.shell import UsageProblem
from jixiao.finding import Lang, text_in

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')  # Windows takes none of them
_PACKAGES = (".xlsx", ".xlsm", ".xltx", ".xltm")


def refuse_clashes(
    targets: Sequence[Path], sources: Iterable[str], *, force: bool, lang: Lang
) -> None:
    """Refuse targets that are an input, exist already, are no files, or are named twice."""
    from jixiao.writing import is_same_file, path_key

    sources = tuple(sources)
    seen: set[str] = set()
    for target in targets:
        for source in sources:
            if is_same_file(target, Path(source)):
                raise UsageProblem(
                    text_in("cli.targets.is-input", lang, target=target, source=source)
                )
        if path_key(target) in seen:
            raise UsageProblem(text_in("cli.targets.twice", lang, target=target))
        seen.add(path_key(target))
        if os.path.lexists(target):
            if not target.is_file():
                raise UsageProblem(text_in("cli.targets.not-a-file", lang, target=target))
            if not force:
                raise UsageProblem(text_in("cli.targets.exists", lang, target=target))


def refuse_missing_folder(target: Path, lang: Lang) -> None:
    """Refuse a target whose folder does not exist."""
    if not target.parent.is_dir():
        raise UsageProblem(text_in("cli.targets.no-folder", lang, folder=target.parent))


def copies(sources: Sequence[str], target: Path, lang: Lang) -> list[Path]:
    """Name the annotated copy of each source: ``target`` itself, or files in the folder ``target``.

    Several sources, or a target that is a folder, make it a folder; same-named sources get a
    number, so that none overwrites another.
    """
    if len(sources) == 1 and not target.is_dir():
        ending = _ending(sources[0])
        if target.suffix.lower() != ending:
            raise UsageProblem(text_in("cli.targets.ending", lang, target=target, ending=ending))
        refuse_missing_folder(target, lang)
        return [target]
    if os.path.lexists(target) and not target.is_dir():
        raise UsageProblem(text_in("cli.targets.needs-folder", lang, target=target))
    taken: set[str] = set()
    named = []
    for source in sources:
        name = copy_name(source)
        stem, ending = PurePath(name).stem, PurePath(name).suffix
        count = 2
        while name.casefold() in taken:
            name = f"{stem} ({count}){ending}"
            count += 1
        taken.add(name.casefold())
        named.append(target / name)
    return named


def file_names(names: Iterable[str]) -> list[str]:
    """Make names of departments names of files, none twice, no matter the letter case.

    >>> file_names(["市水务局", "市监局/质监局", "市监局:质监局"])
    ['市水务局', '市监局_质监局', '市监局_质监局(2)']
    """
    taken: set[str] = set()
    named = []
    for name in names:
        base = candidate = _NOT_IN_NAMES.sub("_", name).strip(" .") or "_"
        number = 2
        while candidate.casefold() in taken:
            candidate = f"{base}({number})"
            number += 1
        taken.add(candidate.casefold())
        named.append(candidate)
    return named


def copy_name(source: str) -> str:
    """Name the annotated copy of a file.

    >>> copy_name("in/a.xlsx"), copy_name("a.xls")
    ('a.xlsx', 'a.xls.xlsx')
    """
    name = PurePath(source).name
    return name if PurePath(name).suffix.lower() in _PACKAGES else f"{name}.xlsx"


def _ending(source: str) -> str:
    return PurePath(copy_name(source)).suffix.lower()
