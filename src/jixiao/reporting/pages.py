"""The page of a finding code, for ``jixiao explain`` and for the documentation."""

from __future__ import annotations

import re

from jixiao.checking import SEVERITIES
from jixiao.finding import Bilingual, CodeEntry, Lang

SEVERITY = Bilingual("级别：{severity}", "Severity: {severity}")
SAYS = Bilingual("提示的写法", "What it says")
REMEDY = Bilingual("怎么改", "What to do")
SLOTS = {"found": Bilingual("〔填报〕", "[found]"), "expected": Bilingual("〔应为〕", "[expected]")}
OTHER = Bilingual("〔…〕", "[…]")
_SLOT = re.compile(r"\{(\w*)[^}]*\}")


def finding_page(entry: CodeEntry, lang: Lang = "zh", *, level: int = 0) -> str:
    """Give the page as text, or as Markdown with headings of ``level`` and below."""
    head, sub = "#" * level + " " * bool(level), "#" * (level + 1) + " " if level else ""
    severity = SEVERITIES[entry.severity].text(lang)
    return (
        "\n\n".join(
            (
                f"{head}{entry.code} {entry.title.text(lang)}",
                SEVERITY.text(lang).format(severity=severity),
                entry.page.text(lang),
                _titled(sub, SAYS.text(lang), entry.message.text(lang), lang),
                _titled(sub, REMEDY.text(lang), entry.remedy.text(lang), lang),
            )
        )
        + "\n"
    )


def _titled(sub: str, title: str, text: str, lang: Lang) -> str:
    text = _SLOT.sub(lambda slot: SLOTS.get(slot[1], OTHER).text(lang), text)
    if sub:
        return f"{sub}{title}\n\n{text}"
    return f"{title}{'：' if lang == 'zh' else ': '}{text}"
