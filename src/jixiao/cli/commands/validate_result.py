"""What ``jixiao validate`` gives as its result, in each format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.cli.shell import WIDTH, paint, screen_width
from jixiao.finding import Lang, Severity, text_in

if TYPE_CHECKING:
    from jixiao.checking import Check

FORMATS = ("text", "json", "csv", "sarif", "html")


@dataclass(frozen=True, slots=True)
class ResultStyle:
    """How the result is wanted; ``bar`` is the severity from which a finding must be mended."""

    format: str
    lang: Lang
    bar: Severity
    is_quiet: bool
    is_counted: bool
    is_selected: bool  # some findings were left out by their codes
    is_marked: bool  # annotated copies are written too
    is_shown: bool  # on the screen, not in a file


def result_of(checks: Sequence[Check], style: ResultStyle) -> str:
    """Give the whole result."""
    if style.format == "text":
        return _text(checks, style)
    if style.is_quiet:
        from jixiao.checking import findings_to_mend

        checks = [findings_to_mend(check, style.bar) for check in checks]
    if style.format == "json":
        from jixiao.reporting import to_json_text

        return to_json_text(checks, style.lang)
    if style.format == "csv":
        from jixiao.reporting import to_csv

        return to_csv(checks, style.lang)
    if style.format == "html":
        from jixiao.reporting import to_html_text

        return to_html_text(checks, style.lang)
    from jixiao.reporting import to_sarif_text

    return to_sarif_text(checks, style.lang)


def _text(checks: Sequence[Check], style: ResultStyle) -> str:
    from jixiao.reporting import (
        plain_text,
        render_brief,
        render_ending,
        render_several,
        render_statistics,
    )

    lang, limit = style.lang, screen_width() if style.is_shown else WIDTH
    colour = paint if style.is_shown else plain_text
    if style.is_counted:
        if style.is_quiet:
            from jixiao.checking import findings_to_mend

            checks = [findings_to_mend(check, style.bar) for check in checks]
        return render_statistics(checks, lang, limit=limit)
    if style.is_quiet:
        return render_brief(checks, style.bar, lang, limit=limit, paint=colour)
    text = render_several(checks, lang, limit=limit, paint=colour)
    closing = _closing(checks, style)
    if closing:
        from jixiao.reporting import wrap_text

        text += "\n" + "\n".join(wrap_text(closing, limit)) + "\n"
    return text + render_ending(checks, lang, limit=limit, paint=colour)


def _closing(checks: Sequence[Check], style: ResultStyle) -> str:
    """Say what comes next; never that all is well where some findings were not looked at."""
    if not all(check.checked for check in checks):
        return ""
    if style.is_selected:
        return text_in("cli.validate.next-selected", style.lang)
    worst = {check.worst() for check in checks}
    if worst & {Severity.ERROR, Severity.WARNING}:
        marked = "cli.validate.next-marked" if style.is_marked else "cli.validate.next-mend"
        return text_in(marked, style.lang)
    return text_in("cli.validate.next-clean", style.lang)
