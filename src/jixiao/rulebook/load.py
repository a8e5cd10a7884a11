"""Read a rulebook: by the id of a shipped one, or from a TOML file by path."""

from __future__ import annotations

import functools
import hashlib
import json
import tomllib
from decimal import Decimal
from importlib import resources
from pathlib import Path

from jixiao.rulebook.model import Rulebook


@functools.cache
def shipped() -> tuple[str, ...]:
    """The ids of the rulebooks that come with the program, sorted."""
    folder = resources.files("jixiao") / "rulebooks"
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


@functools.cache
def _load_shipped(name: str) -> Rulebook:
    file = resources.files("jixiao") / "rulebooks" / f"{name}.toml"
    return _build(file.read_text(encoding="utf-8"), name)


def _build(text: str, file: str) -> Rulebook:
    content = tomllib.loads(text, parse_float=Decimal)
    digest = hashlib.sha256(
        json.dumps(content, ensure_ascii=False, sort_keys=True, default=str).encode()
    ).hexdigest()
    return Rulebook.model_validate({**content, "sha256": digest, "path": file})


def load_rulebook(id_or_path: str | Path) -> Rulebook:
    """Load a rulebook; ``RulebookError`` lists all that is wrong with it.

    >>> load_rulebook("nanchang-2017").total
    Decimal('100')
    """
    name = str(id_or_path)
    if name in shipped():
        return _load_shipped(name)
    path = Path(name)
    return _build(path.read_text(encoding="utf-8"), name)
