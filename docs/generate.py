"""Write the generated pages of the documentation; ``--check`` only says which are not current.

``docs/findings/``: one page a finding code, from the catalogue. ``docs/rulebooks/``: one rule page
a shipped rulebook. ``docs/cli.md``: the help of every command. Run ``python docs/generate.py``
after a change to any of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from jixiao.checking.model import SEVERITIES
from jixiao.cli.app import app
from jixiao.cli.shell.bilingual import LazyGroup
from jixiao.finding.bilingual import Lang
from jixiao.finding.registry import CodeEntry, entries
from jixiao.reporting.pages import finding_page
from jixiao.rulebook.explain.prose import rulebook_page
from jixiao.rulebook.load import load_rulebook, shipped

DOCS = Path(__file__).parent
FAMILIES = {
    "F": "文件 / the file",
    "S": "结构 / structure",
    "D": "数据 / data",
    "R": "复算 / recomputed scores and rates",
    "T": "合计与档次 / totals and grade",
    "C": "勾稽 / consistency between figures",
    "X": "改动 / changes against the issued template",
    "E": "依据与原因 / evidence and reasons",
    "N": "文字报告 / narrative report",
    "B": "批量与名册 / bulk and roster",
}


def pages() -> dict[Path, str]:
    """Every generated page by its path below ``docs``."""
    made = {Path("cli.md"): cli_page(), Path("findings/README.md"): findings_index()}
    for entry in entries():
        made[Path("findings", f"{entry.code}.md")] = code_page(entry)
    for name in shipped():
        made[Path("rulebooks", f"{name}.md")] = rulebook_page(load_rulebook(name))
    made[Path("rulebooks/README.md")] = rulebooks_index()
    return made


def code_page(entry: CodeEntry) -> str:
    """The page of a code, Chinese first, each with the example that a story of the tests gives."""
    return f"{_page_in(entry, 'zh')}\n---\n\n{_page_in(entry, 'en')}"


def _page_in(entry: CodeEntry, lang: Lang) -> str:
    tests = str(DOCS.parent / "tests")
    if tests not in sys.path:
        sys.path.append(tests)
    from strategies.examples import example_of

    example = example_of(entry.code, lang)
    page = finding_page(entry, lang, level=1)
    return f"{page}\n{example}" if example else page


def findings_index() -> str:
    """All codes with title and severity, by letter."""
    lines = ["# 问题代码 / finding codes", ""]
    for letter, family in FAMILIES.items():
        mine = [entry for entry in entries() if entry.code.startswith(letter)]
        if mine:
            lines += [f"## {letter} · {family}", ""]
            lines += ["| 代码 | 级别 | 含义 | meaning |", "|---|---|---|---|"]
            lines += [
                f"| [{e.code}]({e.code}.md) | {SEVERITIES[e.severity].zh} |"
                f" {e.title.zh} | {e.title.en} |"
                for e in mine
            ]
            lines.append("")
    return "\n".join(lines)


def rulebooks_index() -> str:
    """All shipped rulebooks."""
    lines = ["# 指标体系 / rulebooks", "", "| 编号 | 名称 |", "|---|---|"]
    lines += [f"| [{name}]({name}.md) | {load_rulebook(name).name} |" for name in shipped()]
    return "\n".join(lines) + "\n"


def cli_page() -> str:
    """The help of every command in both languages."""
    parts = ["# 命令参考 / command reference", ""]
    for path, command in commands(app, ("jixiao",)):
        parts += [f"## {' '.join(path)}", ""]
        for lang in ("zh", "en"):
            parts += ["```text", help_of(path, command, lang).rstrip(), "```", ""]
    return "\n".join(parts)


def commands(
    command: click.Command, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """The command and all below it with their paths."""
    yield path, command
    if isinstance(command, LazyGroup):
        context = click.Context(command)
        for name in command.subcommands:
            found = command.get_command(context, name)
            if found is not None:
                yield from commands(found, (*path, name))


def help_of(path: tuple[str, ...], command: click.Command, lang: Lang) -> str:
    """What ``--help`` prints on a console of 80 places."""
    context = click.Context(
        command, info_name=" ".join(path), obj=lang, terminal_width=80, max_content_width=80
    )
    return command.get_help(context)


def main(*, only_checks: bool) -> int:
    """Write the pages and remove those of codes that are gone, or say what is not current."""
    made = {DOCS / path: text for path, text in pages().items()}
    gone = {
        path for folder in ("findings", "rulebooks") for path in (DOCS / folder).glob("*.md")
    } - set(made)
    stale = [
        path
        for path, text in made.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    if only_checks:
        for path in (*stale, *sorted(gone)):
            print(f"not current: {path.relative_to(DOCS)}")
        return 1 if stale or gone else 0
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made[path], encoding="utf-8", newline="\n")
    for path in gone:
        path.unlink()
    print(f"{len(stale)} written, {len(gone)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main(only_checks="--check" in sys.argv[1:]))
