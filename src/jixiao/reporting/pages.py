"""The page of a finding code, for ``jixiao explain`` and for the documentation."""

from __future__ import annotations

import re

from jixiao.checking import SEVERITIES
from jixiao.finding import CodeEntry, Lang, text_in

_SLOT = re.compile(r"\{(\w*)[^}]*\}")


def finding_page(entry: CodeEntry, lang: Lang = "zh", *, level: int = 0) -> str:
    """Give the page as text, or as Markdown with headings of ``level`` and below."""
    head, sub = "#" * level + " " * bool(level), "#" * (level + 1) + " " if level else ""
    severity = SEVERITIES[entry.severity].text(lang)
    return (
        "\n\n".join(
            (
                f"{head}{entry.code} {entry.title.text(lang)}",
                text_in("reporting.page.severity", lang, severity=severity),
                entry.page.text(lang),
                _titled(sub, text_in("reporting.page.says", lang), entry.message.text(lang), lang),
                _titled(sub, text_in("words.heading.remedy", lang), entry.remedy.text(lang), lang),
            )
        )
        + "\n"
    )


def _titled(sub: str, title: str, text: str, lang: Lang) -> str:
    text = _SLOT.sub(lambda slot: _shown(slot[1], lang), text)
    if sub:
        return f"{sub}{title}\n\n{text}"
    return f"{title}{text_in('words.colon', lang)}{text}"


def _shown(slot: str, lang: Lang) -> str:
    name = slot if slot in ("found", "expected") else "other"
    return text_in(f"reporting.page.slot.{name}", lang)
