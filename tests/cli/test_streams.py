"""The program as a process: streams, encodings, colours, a full or closed output."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def environment(**extra: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "JIXIAO", "LC_"))}
    return kept | extra


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_the_result_is_utf8_whatever_the_console(
    program: tuple[str, ...], samples: Path, encoding: str
) -> None:
    done = subprocess.run(
        [*program, "validate", samples / "nanchang-2017-waiqiao.xlsx"],
        capture_output=True,
        env=environment(PYTHONIOENCODING=encoding),
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").startswith("【通过】")
    assert done.stderr == b""


def test_remarks_are_in_the_encoding_of_the_console(program: tuple[str, ...]) -> None:
    done = subprocess.run(
        [*program, "valdate"],
        capture_output=True,
        env=environment(PYTHONIOENCODING="gbk"),
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode("gbk").startswith("没有命令“valdate”。")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell's pipe")
def test_a_reader_that_has_seen_enough_is_no_trouble(program: tuple[str, ...]) -> None:
    script = '"$@" rulebook show nanchang-2017 | head -n 1'
    done = subprocess.run(
        ["sh", "-c", script, "sh", *program], capture_output=True, check=False, env=environment()
    )
    assert done.stderr == b""
    assert done.stdout.decode().startswith("# 南昌市")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_a_line(program: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*program, "rulebook", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.decode().splitlines() == ["磁盘空间不足，“标准输出”没有写出。"]
