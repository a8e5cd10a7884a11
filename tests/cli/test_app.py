"""Help and complaints: in the user's language, with the nearest right word."""

from __future__ import annotations

import re

import pytest
from tests.cli.calls import Caller

import jixiao
from jixiao.cli.app import app
from jixiao.cli.shell.bilingual import LazyGroup

CLICK_WORDS = re.compile(r"Usage|Options|Commands|Error|Try |Missing|Invalid|No such|Did you mean")


def commands(group: LazyGroup = app, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name in group.subcommands:
        command = group.get_command(None, name)
        found.append((*path, name))
        if isinstance(command, LazyGroup):
            found += commands(command, (*path, name))
    return found


def test_version(call: Caller) -> None:
    assert call("--version") == (0, f"jixiao {jixiao.__version__}\n", "")


@pytest.mark.parametrize("path", [(), *commands()], ids=" ".join)
def test_help_speaks_chinese_unless_english_is_asked_for(
    call: Caller, path: tuple[str, ...]
) -> None:
    chinese = call(*path, "--help")
    assert (chinese.code, chinese.err) == (0, "")
    assert chinese.out.startswith(" ".join(("用法：jixiao", *path)))
    assert not CLICK_WORDS.search(chinese.out)
    english = call(*path, "--lang", "en", "--help")
    assert english.out.startswith(" ".join(("Usage: jixiao", *path)))
    assert not re.search("[用法选项]", english.out)


@pytest.mark.parametrize("path", [(), *commands()], ids=" ".join)
def test_every_option_is_explained_in_both_languages(call: Caller, path: tuple[str, ...]) -> None:
    for lang in ("zh", "en"):
        told = call(*path, "--lang", lang, "--help").out
        options = [line for line in told.splitlines() if re.match(r"  -", line)]
        assert options
        for number, line in enumerate(told.splitlines()):
            if re.match(r"  -\S+( \S+)?$", line):  # a long option: its help is on the next line
                assert told.splitlines()[number + 1].startswith(" " * 20)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("valdate",), "没有命令“valdate”。您要用的可能是：validate"),
        (("rulebook", "lst"), "没有命令“lst”。您要用的可能是：list"),
        (("validate", "--formt", "json", "a"), "没有选项“--formt”。您要用的可能是：--format"),
        (
            ("validate", "--format", "xml", "a"),
            "“--format”只能是下列之一：text、json、csv、sarif、html。",
        ),
        (("validate",), "还缺少：FILE…。"),
        (("validate", "a", "--output"), "选项“--output”后面要写一个值。"),
        (("validate", "a", "--force=yes"), "选项“--force”后面不带值。"),
        (("explain", "R101", "R102", "R103"), "jixiao explain 后面写一个代码"),
        (("template", "x", "--year", "abc"), "“--year”要写一个整数。"),
        (("template",), "请写明要生成哪个指标体系的空白表，或用 --all 生成全部。"),
    ],
)
def test_wrong_use_is_code_2_and_says_what_to_write(
    call: Caller, args: tuple[str, ...], said: str
) -> None:
    answer = call(*args)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(said)
    assert not CLICK_WORDS.search(answer.err)
    assert answer.err.splitlines()[1].startswith("用法请看：jixiao")


def test_complaints_in_english(call: Caller) -> None:
    answer = call("--lang", "en", "valdate")
    assert answer.err.startswith("There is no command “valdate”. Did you mean: validate")
    assert call("validate", "--lang=en").err.startswith("Missing: FILE….")


def test_the_language_can_be_set_for_good(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_LANG", "en")
    assert call("--help").out.startswith("Usage: ")


def test_no_command_at_all_shows_the_help(call: Caller) -> None:
    answer = call()
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("用法：jixiao")
