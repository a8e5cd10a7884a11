"""``call`` runs the program in the test's own process."""

from __future__ import annotations

import pytest
from tests.cli.calls import Caller


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Caller:
    monkeypatch.delenv("JIXIAO_LANG", raising=False)
    monkeypatch.delenv("JIXIAO_TRACEBACK", raising=False)
    return Caller(capsys)
