"""Workbooks that other programs wrote: the difficult public ones, and stand-ins of our own.

The public ones are not ours to copy and are tested where they are kept beside the repository. The
stand-ins are made by the script of ``docs/opening.md`` and show the same features everywhere: form
controls, threaded comments, slicers, the strict form, macros, what WPS adds, a blank template.
"""

from __future__ import annotations

import functools
import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from conftest import CORPUS, ROOT

SAMPLES = ROOT / "samples"


@functools.cache
def stand_ins() -> Mapping[str, bytes]:
    """The stand-ins by name."""
    script = runpy.run_path(str(SAMPLES / "build_opening.py"))
    made: Mapping[str, bytes] = script["prepared"]()
    return {f"ours-{name}": content for name, content in made.items()}


def file_names(*endings: str) -> list[Any]:
    """Parameters for a test of each file with one of the ``endings``: its name."""
    public = sorted(path.name for path in CORPUS.glob("*") if path.suffix in endings)
    ours = [name for name in stand_ins() if Path(name).suffix in endings]
    marks = (pytest.mark.corpus, pytest.mark.slow)  # the stand-ins have the same features
    return [*(pytest.param(name, marks=marks) for name in public), *ours]


def content_of(name: str) -> bytes:
    """The bytes of a file."""
    ours = stand_ins().get(name)
    return (CORPUS / name).read_bytes() if ours is None else ours
