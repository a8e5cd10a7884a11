"""``--notices`` and ``--deadline`` of ``jixiao bulk``: letters to departments that must mend."""

from __future__ import annotations

import datetime as dt
import importlib.util
from typing import TYPE_CHECKING

from jixiao.cli.commands.waiving import today
from jixiao.cli.shell import UsageProblem
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.bulk import NoticeOrder


def notices_of(is_asked: bool, deadline: str | None, lang: Lang) -> NoticeOrder | None:  # noqa: FBT001 - an option
    """Gather the options; None where no letters are asked for."""
    if not is_asked:
        if deadline:
            raise UsageProblem(text_in("cli.bulk.deadline-alone", lang))
        return None
    if importlib.util.find_spec("docx") is None:
        raise UsageProblem(text_in("cli.bulk.no-docx", lang))
    from jixiao.bulk import NoticeOrder

    day = today()
    until = None if deadline is None else _date(deadline, lang)
    if until is not None and until < day:
        raise UsageProblem(text_in("cli.bulk.deadline-past", lang, date=deadline))
    return NoticeOrder(until, day, lang)


def _date(text: str, lang: Lang) -> dt.date:
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError as wrong:
        raise UsageProblem(text_in("cli.bulk.bad-deadline", lang, date=text)) from wrong
