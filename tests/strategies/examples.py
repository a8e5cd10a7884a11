"""The example on the page of a finding code: a message that a test pins, with its cells.

Of a story (``tests/workbooks``) the cells as they were and as they are in it, of any other test
(``tests/pinned_examples.json``) what was found in the cell and what belongs there.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from xlsxwriter.utility import xl_cell_to_rowcol

from jixiao.checking import SEVERITIES, check
from jixiao.finding import Finding, Lang, message, remedy
from jixiao.rulebook import load_rulebook
from pinned_examples import as_finding, pinned
from strategies.grid import BASE, WORKBOOKS, build, read_grid, rulebook_of

_CHANGED = re.compile(r"([^!\[\]|]+)!([A-Z]+[0-9]+)\s*=\s?(.*)")
_WORDS = {
    "zh": ("例子", "（空白）", "怎么改：", "由测试保证"),
    "en": ("An example", "(blank)", "What to do: ", "Pinned by the test"),
}
_OF_STORY = {"zh": ("单元格", "原来是", "例子里是"), "en": ("Cell", "Before", "In the example")}
_OF_TEST = {"zh": ("单元格", "例子里是", "应为"), "en": ("Cell", "In the example", "Should be")}
_OF_CELLS = ("D", "S", "R", "T", "X", "E1", "C1")  # which say what is in a cell of the sheet
Row = tuple[str, str, str]


@dataclass(frozen=True)
class Example:
    """A finding as a test has it, and which test; ``changes`` are the cells of a story."""

    found: Finding
    test: str
    changes: tuple[Row, ...] = ()


def example_of(code: str, lang: Lang) -> str:
    """Write the example in Markdown; empty where no test of the suite has the code."""
    example = _example(code)
    if example is None:
        return ""
    found = example.found
    title, blank, what, test = _WORDS[lang]
    severity = SEVERITIES[found.severity].text(lang)
    lines = [
        f"## {title}",
        "",
        *_table(example, lang, blank),
        f"> {severity}　{code}　{_quoted(found.place)}".rstrip("　"),
        ">",
        f"> {_quoted(message(found, lang))}",
        ">",
        f"> {what}{_quoted(remedy(found, lang))}",
        "",
        f"{test}：`{example.test}`" if lang == "zh" else f"{test} `{example.test}`.",
        "",
    ]
    return "\n".join(lines)


def _table(example: Example, lang: Lang, blank: str) -> list[str]:
    head, rows = _OF_STORY[lang], list(example.changes)
    if not rows:
        head, rows = _OF_TEST[lang], _of_cell(example.found)
    if not rows:
        return []
    told = [f"| {place} | {_code(one, blank)} | {_code(two, blank)} |" for place, one, two in rows]
    return [f"| {head[0]} | {head[1]} | {head[2]} |", "|---|---|---|", *told, ""]


def _of_cell(found: Finding) -> list[Row]:
    """What is in the cell and what belongs there, where it is known."""
    if found.fix is not None:
        return [(found.fix.cell, found.fix.before, found.fix.after)]
    if not found.cell or found.found is None or not found.code.startswith(_OF_CELLS):
        return []
    return [(found.place, found.found, found.expected or "—")]


def _quoted(text: str) -> str:
    return text.replace("\n", " ")


def _code(text: str, blank: str) -> str:
    return f"`{_quoted(text)}`".replace("|", "\\|") if text else blank


@cache
def codes_of_stories() -> frozenset[str]:
    """The codes that a story of a workbook has."""
    return frozenset(story.name.partition("-")[0] for story in (WORKBOOKS / "fail").glob("*-*"))


@cache
def _example(code: str) -> Example | None:
    for story in sorted((WORKBOOKS / "fail").glob(f"{code}-*")):
        asked = rulebook_of(story)
        rulebook = None if asked == "none" else asked or load_rulebook(WORKBOOKS / "story.toml")
        with tempfile.TemporaryDirectory() as folder:
            found = check(build(story, Path(folder) / "return.xlsx"), rulebook)
        mine = next((each for each in found.findings if each.code == code), None)
        if mine is not None:
            return Example(mine, f"tests/workbooks/fail/{story.name}", tuple(_changes(story)))
    kept = pinned().get(code)
    return Example(as_finding(kept["finding"]), kept["test"]) if kept else None


def _changes(story: Path) -> list[Row]:
    """Cells of the story as they are in the base workbook and in the story, if it changes cells."""
    if rulebook_of(story) is not None:
        return []
    base = read_grid(BASE.read_text(encoding="utf-8"))
    found = []
    for line in (story / "grid.txt").read_text(encoding="utf-8").splitlines():
        change = _CHANGED.fullmatch(line)
        if change is not None and change[1] in base:
            right = base[change[1]].get(xl_cell_to_rowcol(change[2]), "")
            found.append((f"{change[1]}!{change[2]}", right, _shown(change[3])))
    return found


def _shown(written: str) -> str:
    """A cell as a person sees it: a formula without its result, text without its mark."""
    text = written.partition(" -> ")[0].strip()
    return text.partition(" {")[0] if text.endswith("}") else text.removeprefix("'")
