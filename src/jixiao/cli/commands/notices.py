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


def refuse_notices(is_asked: bool, deadline: str | None, lang: Lang) -> None:  # noqa: FBT001 - an option
    """Refuse options for letters that cannot be; quick, before anything is loaded."""
    if not is_asked:
        if deadline:
            raise UsageProblem(text_in("cli.bulk.deadline-alone", lang))
        return
    if importlib.util.find_spec("docx") is None:
        raise UsageProblem(text_in("cli.bulk.no-docx", lang))
    if deadline is not None and _date(deadline, lang) < today():
        raise UsageProblem(text_in("cli.bulk.deadline-past", lang, date=deadline))


def notices_of(is_asked: bool, deadline: str | None, lang: Lang) -> NoticeOrder | None:  # noqa: FBT001 - an option
    """Gather the options, which ``refuse_notices`` let pass; None where none are asked for."""
    if not is_asked:
        return None
    from jixiao.bulk import NoticeOrder

    return NoticeOrder(None if deadline is None else _date(deadline, lang), today(), lang)


def _date(text: str, lang: Lang) -> dt.date:
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError as wrong:
        raise UsageProblem(text_in("cli.bulk.bad-deadline", lang, date=text)) from wrong
