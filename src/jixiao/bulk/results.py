"""Read results back: ``results.jsonl``, or what ``validate --format json`` gives."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORMAT = "jixiao.check/1"


class ResultsError(Exception):
    """A file that holds no results of this program."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What results say of the file they speak of; no rulebook where it could not be checked."""

    file: str
    sha256: str | None
    rulebook: str | None
    rulebook_sha256: str | None
    program: str


def read_results(path: Path) -> Iterator[Recorded]:
    """Yield what is recorded of each file; ``ResultsError`` where it is nothing of ours."""
    with path.open(encoding="utf-8-sig") as lines:
        try:
            first = lines.readline()
            try:
                documents: Iterator[Any] = iter([json.loads(first)])
            except json.JSONDecodeError:  # one indented object or array
                whole = json.loads(first + lines.read())
                documents = iter(whole if isinstance(whole, list) else [whole])
            for document in documents:
                yield _recorded(document)
            for line in lines:
                yield _recorded(json.loads(line))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise ResultsError(path.name) from error


def _recorded(document: Any) -> Recorded:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError("no check object")
    used = document.get("rulebook") or {}
    if not isinstance(used, dict):
        raise TypeError("no rulebook")
    return Recorded(
        file=str(document["file"]),
        sha256=document.get("sha256"),
        rulebook=used.get("id"),
        rulebook_sha256=used.get("sha256"),
        program=document.get("program", ""),
    )
