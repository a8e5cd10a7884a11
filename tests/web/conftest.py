"""A visitor of the page, and the means to make hostile things for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.visitor import Visitor


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    home = tmp_path / "home"
    home.mkdir()
    made = Visitor(home)
    yield made
    made.app.close()
