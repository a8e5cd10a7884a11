"""The documentation is true: examples run, pages are current, nothing is left out."""

from __future__ import annotations

import doctest
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from jixiao.cli.app import app
from jixiao.cli.shell.bilingual import LazyGroup, Option
from jixiao.finding.registry import CodeEntry, entries
from pinned_examples import pinned
from strategies.examples import example_of

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs" / "commands").glob("*.md")))
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADLINE = 60


class Step(NamedTuple):
    """A command of an example and the output that the page prints."""

    command: str
    output: str


def steps(block: str) -> Iterator[Step]:
    command: str | None = None
    output: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            if command is not None:
                yield Step(command, "\n".join(output))
            command, output = line[2:], []
        else:
            output.append(line)
    assert command is not None, "an example begins with a command"
    yield Step(command, "\n".join(output))


def pattern(output: str) -> re.Pattern[str]:
    """What the output must be: a line ``…`` stands for any lines, ``…`` in a line for any text."""
    lines = [
        r"(?:.*\n)*?" if line == "…" else "[^\n]*".join(map(re.escape, line.split("…"))) + r"\n"
        for line in output.splitlines()
    ]
    return re.compile("".join(lines))


def test_an_example_that_prints_something_else_is_seen() -> None:
    assert pattern("甲\n…\n乙").fullmatch("甲\n丙\n丁\n乙\n")
    assert pattern("甲\n…\n乙").fullmatch("甲\n乙\n")
    assert pattern("得分 …分").fullmatch("得分 6分\n")
    assert not pattern("甲\n…\n乙").fullmatch("甲\n丙\n")
    assert not pattern("甲").fullmatch("甲\n乙\n")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the examples are written for a POSIX shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    for folder in ("samples", "workbook_templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    home = str(Path(sys.executable).parent)
    kept = {k: v for k, v in os.environ.items() if not k.startswith("JIXIAO")}
    environment = kept | {"PATH": home + os.pathsep + kept["PATH"], "PYTHONUTF8": "1"}
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for step in steps(block):
            done = subprocess.run(
                ["sh", "-c", f"{{ {step.command}\n}} 2>&1"],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            assert pattern(step.output).fullmatch(done.stdout), (
                f"{page.name}: $ {step.command}\nprints\n{done.stdout}"
            )


@pytest.mark.parametrize("page", ["README.md", "docs/python.md"])
def test_the_python_examples_are_true(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / page), module_relative=False, encoding="utf-8")
    assert (failed, tried > 2) == (0, True)


def leaves(group: LazyGroup = app, path: tuple[str, ...] = ()) -> Iterator[tuple[str, object]]:
    for name in group.subcommands:
        command = group.get_command(None, name)
        if isinstance(command, LazyGroup):
            yield from leaves(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


def test_every_command_has_a_page_with_an_example() -> None:
    for name in app.subcommands:
        page = ROOT / "docs" / "commands" / f"{name}.md"
        assert "```console" in page.read_text(encoding="utf-8"), name
        assert f"docs/commands/{name}.md" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_and_option_is_in_the_documentation() -> None:
    reference = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    written = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    for name, command in leaves():
        section = reference.split(f"\n## jixiao {name}\n")[1].split("\n## ")[0]
        assert re.search(rf"jixiao {name}\b", written), name
        options = [option for option in command.params if isinstance(option, Option)]
        for option in options:
            for spelling in (*option.opts, *option.secondary_opts):
                assert section.count(spelling) >= 2, f"{name} {spelling}"  # both languages


def test_the_generated_pages_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    generator = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    code = generator["main"](only_checks=True)
    assert (code, capsys.readouterr().out) == (0, ""), "run: python docs/generate.py"


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.code)
def test_every_code_has_its_texts_in_both_languages(entry: CodeEntry) -> None:
    for text in (entry.title, entry.message, entry.remedy, entry.page):
        assert text.zh.strip()
        assert text.en.strip()
    assert re.search("[\u4e00-\u9fff]", entry.title.zh)
    assert re.search("[\u4e00-\u9fff]", entry.page.zh)
    assert not re.search("[\u4e00-\u9fff]{9}", entry.page.en)
    assert len(entry.title.zh) <= HEADLINE
    assert len(entry.title.en) <= HEADLINE
    slots = re.compile(r"\{(\w+)")
    for text in (entry.message, entry.remedy):
        assert set(slots.findall(text.zh)) == set(slots.findall(text.en)), entry.code


def test_codes_are_unique_and_of_known_letters() -> None:
    codes = [entry.code for entry in entries()]
    assert len(set(codes)) == len(codes)


def test_links_between_pages_lead_somewhere() -> None:
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"


@pytest.mark.parametrize("code", [entry.code for entry in entries()])
def test_the_page_of_every_code_shows_a_message_that_a_test_pins(code: str) -> None:
    page = (ROOT / "docs" / "findings" / f"{code}.md").read_text(encoding="utf-8")
    for lang in ("zh", "en"):
        example = example_of(code, lang)
        assert example in page, "write a story, or pytest --record-examples"
        assert example
    assert page.count("## 例子") == page.count("## An example") == 1


def test_the_tests_that_pin_an_example_are_there() -> None:
    for code, kept in pinned().items():
        path, _, name = kept["test"].partition("::")
        source = (ROOT / path).read_text(encoding="utf-8")
        assert f"def {name.partition('[')[0].rpartition('::')[2]}(" in source, code
