"""Find the rulebook that a user names, and tell what is wrong with one that cannot be used."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.shell import UsageProblem
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.rulebook import Rulebook, RulebookError


def load_named(name: str, lang: Lang) -> Rulebook:
    """Load by id or path; ``UsageProblem`` if there is none, ``RulebookError`` if it is broken."""
    from jixiao.rulebook import load_rulebook

    refuse_unknown(name, lang)
    return load_rulebook(name)


def refuse_unknown(name: str, lang: Lang) -> None:
    """Refuse what is neither the id of a shipped rulebook nor a file; name the nearest."""
    from jixiao.rulebook import shipped

    if name not in shipped() and not Path(name).is_file():
        said = text_in(
            "cli.rulebooks.unknown",
            lang,
            name=name,
            ids=text_in("words.separator", lang).join(shipped()),
        )
        near = difflib.get_close_matches(name, shipped(), n=2)
        if near:
            said += text_in(
                "cli.rulebooks.nearest", lang, names=text_in("words.separator", lang).join(near)
            )
        raise UsageProblem(said)


def tell_problems(broken: RulebookError, lang: Lang) -> str:
    """List every problem of a rulebook as ``file:line key message remedy``, one a line."""
    lines = [
        text_in("cli.rulebooks.nothing-done", lang, file=broken.file, count=len(broken.problems))
    ]
    remedy = text_in("words.remedy", lang)
    colon = text_in("words.colon", lang)
    for problem in broken.problems:
        place = f"{broken.file}:{problem.line}" if problem.line else broken.file
        lines.append(f"{place}  {problem.key}{colon}{problem.message.text(lang)}")
        lines.append(f"    {remedy}{colon}{problem.remedy.text(lang)}")
    return "\n".join(lines)
