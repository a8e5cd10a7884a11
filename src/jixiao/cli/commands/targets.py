"""Where a command may write: never onto an input, never over another file unless forced."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from jixiao.cli.shell import UsageProblem
from jixiao.finding import Bilingual, Lang

IS_INPUT = Bilingual(
    "“{target}”就是要核对的文件“{source}”，不能写在它上面。请换一个文件名。",
    "“{target}” is the input “{source}”, which is never written to. Choose another name.",
)
EXISTS = Bilingual(
    "“{target}”已经存在。要替换它，请加 --force；否则请换一个文件名。",
    "“{target}” exists already. Add --force to replace it, or choose another name.",
)
NOT_A_FILE = Bilingual(
    "“{target}”不是普通文件，不能写在这里。请写一个文件名。",
    "“{target}” is no regular file. Give the name of a file.",
)
NO_FOLDER = Bilingual(
    "文件夹“{folder}”不存在。请先建好文件夹，或换一个位置。",
    "There is no folder “{folder}”. Make it first, or choose another place.",
)
NEEDS_FOLDER = Bilingual(
    "核对多个文件时，--annotate 后面要写一个文件夹，“{target}”是文件。",
    "With several files, --annotate takes a folder; “{target}” is a file.",
)
TWICE = Bilingual(
    "“{target}”被用作两个输出，请分别写不同的文件名。",
    "“{target}” is named for two outputs. Give each its own name.",
)
ENDING = Bilingual(
    "标注件是新式工作簿，请把“{target}”的扩展名写成 {ending}。",
    "The annotated copy is a workbook of the newer kind: let “{target}” end in {ending}.",
)
_PACKAGES = (".xlsx", ".xlsm", ".xltx", ".xltm")


def refuse_clashes(
    targets: Sequence[Path], sources: Iterable[str], *, force: bool, lang: Lang
) -> None:
    """Refuse targets that are an input, exist already, are no files, or are named twice."""
    from jixiao.writing import is_same_file

    sources = tuple(sources)
    seen: set[str] = set()
    for target in targets:
        for source in sources:
            if is_same_file(target, Path(source)):
                raise UsageProblem(IS_INPUT.text(lang).format(target=target, source=source))
        if _key(target) in seen:
            raise UsageProblem(TWICE.text(lang).format(target=target))
        seen.add(_key(target))
        if os.path.lexists(target):
            if not target.is_file():
                raise UsageProblem(NOT_A_FILE.text(lang).format(target=target))
            if not force:
                raise UsageProblem(EXISTS.text(lang).format(target=target))


def refuse_missing_folder(target: Path, lang: Lang) -> None:
    """Refuse a target whose folder does not exist."""
    if not target.parent.is_dir():
        raise UsageProblem(NO_FOLDER.text(lang).format(folder=target.parent))


def copies(sources: Sequence[str], target: Path, lang: Lang) -> list[Path]:
    """Name the annotated copy of each source: ``target`` itself, or files in the folder ``target``.

    Several sources, or a target that is a folder, make it a folder; same-named sources get a
    number, so that none overwrites another.
    """
    if len(sources) == 1 and not target.is_dir():
        ending = _ending(sources[0])
        if target.suffix.lower() != ending:
            raise UsageProblem(ENDING.text(lang).format(target=target, ending=ending))
        refuse_missing_folder(target, lang)
        return [target]
    if os.path.lexists(target) and not target.is_dir():
        raise UsageProblem(NEEDS_FOLDER.text(lang).format(target=target))
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


def copy_name(source: str) -> str:
    """Name the annotated copy of a file.

    >>> copy_name("in/a.xlsx"), copy_name("a.xls")
    ('a.xlsx', 'a.xls.xlsx')
    """
    name = PurePath(source).name
    return name if PurePath(name).suffix.lower() in _PACKAGES else f"{name}.xlsx"


def _ending(source: str) -> str:
    return PurePath(copy_name(source)).suffix.lower()


def _key(path: Path) -> str:
    """One spelling per file, also where the file system ignores letter case."""
    return unicodedata.normalize("NFC", os.path.realpath(path)).casefold()
