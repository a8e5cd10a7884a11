"""``--workings`` and ``jixiao explain FILE INDICATOR``: how numbers of a return came about."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jixiao.cli.commands.rulebooks import library_at, load_named
from jixiao.cli.shell import Exit, UsageProblem, give_result, print_notice, screen_width
from jixiao.finding import Lang, message, text_in

if TYPE_CHECKING:
    from jixiao.checking import Check, Working


def workings_by_file(
    checks: Sequence[Check], rulebook: str | None, folder: str | None, lang: Lang
) -> Mapping[str, Sequence[Working]]:
    """The workings of each file that was checked, by its path."""
    from jixiao.checking import workings_of

    if not any(check.checked for check in checks):
        return {}
    known = library_at(folder, lang)
    return {
        check.file: workings_of(check.file, check, rulebook, rulebooks=known)
        for check in checks
        if check.checked
    }


def refuse_alone(annotate: str | None, lang: Lang) -> None:
    """Refuse ``--workings`` without the copy that they go into."""
    if annotate is None:
        raise UsageProblem(text_in("cli.validate.workings-alone", lang))


def explain_return(
    file: str, name: str, rulebook: str | None, folder: str | None, lang: Lang
) -> Exit:
    """Report the working of one indicator of a return, by its name or id."""
    from jixiao.checking import check, workings_of
    from jixiao.reporting import working_text, wrap_text

    known = library_at(folder, lang)
    book = load_named(rulebook, lang, known) if rulebook is not None else None
    found = check(file, book, rulebooks=known)
    if not found.checked:
        for each in found.findings:
            print_notice(message(each, lang))
        return Exit.FAILED
    workings = workings_of(file, found, book, rulebooks=known)
    meant = [one for one in workings if name in (one.result.id, one.result.name)]
    if not meant:
        raise UsageProblem(_unknown(name, workings, lang))
    text = "\n".join(working_text(found, one, lang) for one in meant)
    limit = screen_width()
    give_result("\n".join(part for line in text.split("\n") for part in wrap_text(line, limit)))
    return Exit.CLEAN


def _unknown(name: str, workings: Sequence[Working], lang: Lang) -> str:
    """Say that there is no such indicator in the return, with the nearest or all names."""
    names = list(dict.fromkeys(one.result.name for one in workings))
    near = difflib.get_close_matches(name, names, cutoff=0.5)
    id_ = "cli.workings.nearest" if near else "cli.workings.none"
    listed = text_in("words.separator", lang).join(near or names)
    return text_in(id_, lang, name=name, names=listed)
