"""What is double-clicked: the Windows, macOS and Linux starters, as far as can be seen here."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BATCH = ROOT / "启动.bat"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks at files as they are on Linux")


def batch_lines() -> list[str]:
    return BATCH.read_bytes().decode("gb2312").split("\r\n")


def test_the_batch_file_reads_right_on_a_chinese_console() -> None:
    content = BATCH.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") > 20
    assert content.decode("gb2312").encode("gb2312") == content
    # both bytes of a GB 2312 character are above ASCII: none is taken for a quote, a bar or a caret
    assert not re.search(rb"[\x80-\xa0\xff]", content)
    assert len(re.findall(rb"[\xa1-\xfe]", content)) % 2 == 0
    assert batch_lines().index("chcp 936 >nul 2>nul") < next(
        at for at, line in enumerate(batch_lines()) if not line.isascii()
    )


def test_the_batch_file_quotes_every_path() -> None:
    lines = batch_lines()
    for line in lines:
        for found in re.finditer(r"%~?(?:dp0|[0-9])", line):
            assert line[: found.start()].count('"') % 2 == 1, line
        assert "%*" not in line  # unquoted names with & would be run as commands
    assert 'pushd "%~dp0"' in lines  # a network folder gets a drive letter
    assert [line for line in lines if line][-2:] == ["pause", "exit"]


def test_every_label_of_the_batch_file_is_there() -> None:
    lines = batch_lines()
    labels = {line[1:] for line in lines if line.startswith(":")}
    assert {m for line in lines for m in re.findall(r"goto (\w+)", line)} == labels


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """A folder with the starters and a ``run.py`` that says how it was called."""
    folder = tmp_path / "绩效 核对"
    folder.mkdir()
    for name in ("start.command", "jixiao.desktop"):
        shutil.copy(ROOT / name, folder)
    (folder / "run.py").write_text(
        "import os, sys\nprint(os.path.basename(os.getcwd()), sys.argv[1:])\nsys.exit(1)\n", "utf-8"
    )
    return folder


def test_the_shell_starter_runs_and_passes_on_what_is_dropped(starter: Path) -> None:
    command = starter / "start.command"
    assert command.stat().st_mode & stat.S_IXUSR
    assert subprocess.run(["bash", "-n", command], check=False).returncode == 0
    for arguments, called in (
        ([], []),
        (["a b.xlsx", "c&d.xlsx"], ["check", "a b.xlsx", "c&d.xlsx"]),
    ):
        answer = subprocess.run(
            [command, *arguments], capture_output=True, encoding="utf-8", check=False,
            stdin=subprocess.DEVNULL, env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
        assert (answer.stdout, answer.stderr) == (f"绩效 核对 {called}\n", "")
        assert answer.returncode == 1


def test_the_shell_starter_says_what_is_missing(starter: Path, tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("dirname", "sh"):
        (tools / name).symlink_to(shutil.which(name) or name)
    answer = subprocess.run(
        [starter / "start.command"], capture_output=True, encoding="utf-8", check=False,
        stdin=subprocess.DEVNULL, env={"PATH": str(tools)},
    )  # fmt: skip
    assert answer.returncode == 3
    assert "没有找到 Python 3.11 或更高版本" in answer.stderr


def exec_of(text: str) -> list[str]:
    """Read the Exec key as the desktop entry specification says: string, then argument escapes."""
    line = next(line for line in text.splitlines() if line.startswith("Exec="))
    unescaped = re.sub(r"\\([\\snrt])", lambda m: "\\" if m[1] == "\\" else " ", line[5:])
    arguments = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', unescaped)
    return [re.sub(r'\\(["`$\\])', r"\1", quoted) or plain for quoted, plain in arguments]


@pytest.mark.parametrize("place", ["{path}", "file://{path}"])
def test_the_desktop_starter_finds_its_folder(starter: Path, place: str) -> None:
    entry = starter / "jixiao.desktop"
    arguments = exec_of(entry.read_text("utf-8"))
    assert arguments[-2:] == ["%k", "%F"]
    command = [*arguments[:-2], place.format(path=entry), "甲 乙.xlsx"]
    answer = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False,
        stdin=subprocess.DEVNULL, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert answer.stdout == "绩效 核对 ['check', '甲 乙.xlsx']\n", answer.stderr


def test_the_starters_are_executable_in_git() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-s", "start.command", "jixiao.desktop"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode or not listed.stdout:
        pytest.skip("no git here")
    assert {line.split()[0] for line in listed.stdout.splitlines()} == {"100755"}
