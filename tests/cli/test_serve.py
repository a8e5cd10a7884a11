"""``jixiao serve``: what is said where the page cannot be served; serving itself: tests/web."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

import pytest
from tests.cli.calls import Caller

from jixiao.cli.commands import serve


def test_a_folder_that_is_none_is_refused(call: Caller, tmp_path: Path) -> None:
    answer = call("serve", tmp_path / "nowhere", "--no-browser")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"没有这个文件夹：{tmp_path / 'nowhere'}")
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"x")
    assert call("serve", file, "--no-browser").code == 2


def test_without_the_extra_the_command_that_installs_it_is_named(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "_NEEDED", ("no_such_package_at_all",))
    answer = call("serve", "--no-browser")
    assert (answer.code, answer.out) == (3, "")
    assert "pip install 'jixiao[web]'" in answer.err
    assert "no_such_package" not in answer.err
    assert "pip install 'jixiao[web]'" in call("--lang", "en", "serve").err


def test_a_port_that_is_taken_is_named(call: Caller) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = call("serve", "--no-browser", "--port", port)
    assert answer.code == 3
    assert f"端口 {port} 不能用" in answer.err
    assert "--port" in answer.err


@pytest.mark.parametrize("how", ["interrupt", "terminate"])
def test_it_serves_until_told_to_end_and_leaves_nothing(
    program: tuple[str, ...], tmp_path: Path, how: str
) -> None:
    import os
    import signal

    environment = os.environ | {"TMPDIR": str(tmp_path), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [*program, "serve", "--no-browser"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, encoding="utf-8",
    ) as served:  # fmt: skip
        assert served.stdout is not None
        assert served.stderr is not None
        address = served.stdout.readline()
        assert address.startswith("http://127.0.0.1:")
        assert "?token=" in address
        assert len(list(tmp_path.glob("jixiao-*"))) == 1
        served.send_signal(signal.SIGINT if how == "interrupt" else signal.SIGTERM)
        told = served.stderr.read()
        assert served.wait() == 0
    assert "已结束" in told
    assert list(tmp_path.glob("jixiao-*")) == []
