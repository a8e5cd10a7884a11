"""The example on the page of a finding code: the message of the story that a test pins."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

from xlsxwriter.utility import xl_cell_to_rowcol

from jixiao.checking import SEVERITIES, check
from jixiao.finding import Finding, Lang, message, remedy
from jixiao.rulebook import load_rulebook
from strategies.grid import BASE, WORKBOOKS, build, read_grid, rulebook_of

_CHANGED = re.compile(r"([^!\[\]|]+)!([A-Z]+[0-9]+)\s*=\s?(.*)")
_WORDS = {
    "zh": ("例子", "单元格", "原来是", "例子里是", "（空白）", "怎么改："),
    "en": ("An example", "Cell", "Before", "In the example", "(blank)", "What to do: "),
}


def example_of(code: str, lang: Lang) -> str:
    """Write the example in Markdown; empty where no story of a workbook tells the code."""
    told = _story_of(code)
    if told is None:
        return ""
    story, found = told
    title, cell, right, wrong, blank, what = _WORDS[lang]
    lines = [f"## {title}", ""]
    changed = _changes(story)
    if changed:
        lines += [f"| {cell} | {right} | {wrong} |", "|---|---|---|"]
        for place, before, after in changed:
            lines.append(f"| {place} | {_code(before, blank)} | {_code(after, blank)} |")
        lines.append("")
    severity = SEVERITIES[found.severity].text(lang)
    lines += [
        f"> {severity}　{code}　{found.place}".rstrip("　"),
        ">",
        f"> {message(found, lang)}",
        ">",
        f"> {what}{remedy(found, lang)}",
        "",
    ]
    return "\n".join(lines)


def _code(text: str, blank: str) -> str:
    return f"`{text}`".replace("|", "\\|") if text else blank


@cache
def _story_of(code: str) -> tuple[Path, Finding] | None:
    for story in sorted((WORKBOOKS / "fail").glob(f"{code}-*")):
        asked = rulebook_of(story)
        rulebook = None if asked == "none" else asked or load_rulebook(WORKBOOKS / "story.toml")
        with tempfile.TemporaryDirectory() as folder:
            found = check(build(story, Path(folder) / "return.xlsx"), rulebook)
        mine = next((each for each in found.findings if each.code == code), None)
        if mine is not None:
            return story, mine
    return None


def _changes(story: Path) -> list[tuple[str, str, str]]:
    """Cells of the story as they are in the base workbook and in the story, if it changes cells."""
    if rulebook_of(story) is not None:
        return []
    base = read_grid(BASE.read_text(encoding="utf-8"))
    found = []
    for line in (story / "grid.txt").read_text(encoding="utf-8").splitlines():
        change = _CHANGED.fullmatch(line)
        if change is not None and change[1] in base:
            right = base[change[1]].get(xl_cell_to_rowcol(change[2]), "")
            found.append(
                (f"{change[1]}!{change[2]}", right, change[3].partition(" -> ")[0].strip())
            )
    return found
