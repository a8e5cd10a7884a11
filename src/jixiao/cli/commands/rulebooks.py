"""Find the rulebook that a user names, and tell what is wrong with one that cannot be used."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.shell import UsageProblem
from jixiao.finding import Bilingual, Lang

if TYPE_CHECKING:
    from jixiao.rulebook import Rulebook, RulebookError

UNKNOWN = Bilingual(
    "没有叫“{name}”的指标体系，也没有这个文件。可用的有：{ids}。",
    "There is no rulebook and no file “{name}”. There are: {ids}.",
)
NEAREST = Bilingual("您要用的可能是：{names}。", " Did you mean: {names}?")
NOTHING_DONE = Bilingual(
    "指标体系文件“{file}”有{count}处问题，改好后才能使用：",
    "The rulebook “{file}” has {count} problem(s) and cannot be used until they are mended:",
)


def load_named(name: str, lang: Lang) -> Rulebook:
    """Load by id or path; ``UsageProblem`` if there is none, ``RulebookError`` if it is broken."""
    from jixiao.rulebook import load_rulebook

    refuse_unknown(name, lang)
    return load_rulebook(name)


def refuse_unknown(name: str, lang: Lang) -> None:
    """Refuse what is neither the id of a shipped rulebook nor a file; name the nearest."""
    from jixiao.rulebook import shipped

    if name not in shipped() and not Path(name).is_file():
        said = UNKNOWN.text(lang).format(
            name=name, ids=("、" if lang == "zh" else ", ").join(shipped())
        )
        near = difflib.get_close_matches(name, shipped(), n=2)
        if near:
            said += NEAREST.text(lang).format(names=("、" if lang == "zh" else ", ").join(near))
        raise UsageProblem(said)


def tell_problems(broken: RulebookError, lang: Lang) -> str:
    """List every problem of a rulebook as ``file:line key message remedy``, one a line."""
    lines = [NOTHING_DONE.text(lang).format(file=broken.file, count=len(broken.problems))]
    remedy = "怎么改" if lang == "zh" else "what to do"
    for problem in broken.problems:
        place = f"{broken.file}:{problem.line}" if problem.line else broken.file
        colon = "：" if lang == "zh" else ": "
        lines.append(f"{place}  {problem.key}{colon}{problem.message.text(lang)}")
        lines.append(f"    {remedy}{colon}{problem.remedy.text(lang)}")
    return "\n".join(lines)
