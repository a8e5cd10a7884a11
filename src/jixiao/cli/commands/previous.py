"""``--previous``: last year's return of one file, or a folder of last year's returns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.commands.rulebooks import library_at
from jixiao.cli.shell import UsageProblem
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.checking import Check, LastReturns
    from jixiao.rulebook import Library


def compare_with_last(
    checks: Sequence[Check],
    previous: str | None,
    rulebook: str | None,
    folder: str | None,
    lang: Lang,
) -> list[Check]:
    """Add what last year's returns say; ``previous`` is a file for one return, else a folder."""
    if previous is None or not any(check.checked for check in checks):
        return list(checks)
    from jixiao.checking import last_return_of, with_previous

    known = library_at(folder, lang)
    returns = returns_below(Path(previous), known) if Path(previous).is_dir() else None
    compared = []
    for check in checks:
        if returns is None:
            compared.append(with_previous(check.file, check, previous, rulebook, rulebooks=known))
        else:
            compared.append(last_return_of(check, returns, rulebook, rulebooks=known))
    return compared


def refuse_previous(previous: str | None, files: int, lang: Lang) -> None:
    """Refuse what is neither a file nor a folder, and one file for several returns."""
    if previous is None:
        return
    path = Path(previous)
    if not path.exists():
        raise UsageProblem(text_in("cli.previous.missing", lang, path=previous))
    if files > 1 and not path.is_dir():
        raise UsageProblem(text_in("cli.previous.needs-folder", lang))


def refuse_no_folder(previous: str | None, lang: Lang) -> None:
    """Refuse what is no folder."""
    if previous is not None and not Path(previous).is_dir():
        raise UsageProblem(text_in("cli.previous.not-a-folder", lang, path=previous))


def returns_below(folder: Path, known: Library) -> LastReturns:
    """Read whose return each workbook below a folder is; archives are not looked into."""
    from jixiao.bulk import workbooks_below
    from jixiao.checking import last_returns

    return last_returns(workbooks_below(folder), rulebooks=known)
