"""Call ``jixiao`` in this process and catch what it answers."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from jixiao.cli.run import run_command_line


class Answer(NamedTuple):
    """Exit code, standard output and standard error."""

    code: int
    out: str
    err: str


class Caller:
    """``call("validate", path)`` runs the command."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self.capture = capture

    def __call__(self, *args: object) -> Answer:
        self.capture.readouterr()
        code = run_command_line([str(arg) for arg in args])
        out, err = self.capture.readouterr()
        return Answer(code, out, err)
