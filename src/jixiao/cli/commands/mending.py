"""``--fix``: write copies in which what is certain is mended, and say what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.commands.rulebooks import library_at
from jixiao.cli.shell import print_notice
from jixiao.finding import Fix, Lang, text_in

if TYPE_CHECKING:
    from jixiao.checking import Check, FixPlan

_MOST = 20  # changes reported on the screen; the sheet has all


def write_fixes(
    checks: Sequence[Check],
    wanted: Sequence[Path],
    rulebook: str | None,
    folder: str | None,
    lang: Lang,
    *,
    force: bool,
) -> None:
    """Write a mended copy of each return that can be mended; ``checks`` hold all findings.

    Where one of the files could not be checked, none is written, as of all other outputs.
    """
    from jixiao.checking import plan_fixes
    from jixiao.writing import deliver_fixes

    if not all(check.checked for check in checks):
        print_notice(text_in("cli.mending.none-checked", lang))
        return
    known = library_at(folder, lang)
    for check, target in zip(checks, wanted, strict=True):
        plan = plan_fixes(check.file, check, rulebook, rulebooks=known)
        if plan.refused is not None:
            said = plan.refused.text(lang)
            print_notice(text_in("cli.mending.refused", lang, file=check.file, text=said))
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        deliver_fixes(plan, target, replace=force, lang=lang)
        _report(plan, target, lang)


def _report(plan: FixPlan, target: Path, lang: Lang) -> None:
    id_ = "cli.mending.written" if plan.fixes else "cli.mending.nothing"
    print_notice(text_in(id_, lang, target=target, count=len(plan.fixes)))
    for fix in plan.fixes[:_MOST]:
        print_notice(f"  {_change(fix, lang)}")
    if len(plan.fixes) > _MOST:
        print_notice("  " + text_in("cli.mending.more", lang, count=len(plan.fixes) - _MOST))
    for each in plan.left[:_MOST]:
        why = each.why.text(lang)
        print_notice(
            "  " + text_in("cli.mending.left", lang, change=_change(each.fix, lang), why=why)
        )
    if plan.fixes:
        count = len(plan.after.findings)
        print_notice(
            text_in("cli.mending.remain" if count else "cli.mending.clean", lang, count=count)
        )


def _change(fix: Fix, lang: Lang) -> str:
    before = fix.before or text_in("mending.blank", lang)
    return text_in("cli.mending.change", lang, cell=fix.cell, before=before, after=fix.after)
