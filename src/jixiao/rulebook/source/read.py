"""Read the content of a rulebook file with all that it extends, before it is understood."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from decimal import Decimal
from importlib import resources
from pathlib import Path

from jixiao.rulebook.misfits import rulebook_misfit
from jixiao.rulebook.source.defaults import complete_entries
from jixiao.rulebook.source.faults import likely_fault
from jixiao.rulebook.source.overlay import Content, Overlaid, overlay_content, own_origins
from jixiao.rulebook.source.problems import Problem, RulebookError

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


@dataclass(frozen=True, slots=True)
class RulebookSource:
    """A rulebook file: its text, its merged content, and what it adds to what it extends."""

    file: str
    text: str
    own: Content
    laid: Overlaid


def shipped_text(name: str) -> str | None:
    """The text of a shipped rulebook; None where there is none of that name."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        return None
    file = resources.files("jixiao") / "rulebooks" / f"{name}.toml"
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _file_text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problem = _problem("rulebook.file.encoding")
    except FileNotFoundError:
        problem = _problem("rulebook.file.missing", name=name)
    except (OSError, ValueError):
        problem = _problem("rulebook.file.unopened")
    raise RulebookError(name, [problem])


def _problem(id_: str, line: int | None = None, key: str = "", **slots: str) -> Problem:
    _, message, remedy = rulebook_misfit((), id_, **slots)
    return Problem(line, key, message, remedy)


def _parsed(text: str, file: str) -> Content:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        what = _AT_LINE.sub("", str(error)).strip()
        plain = _problem("rulebook.file.format", line, "TOML", what=what)
        problem = likely_fault(text, line) or plain
        raise RulebookError(file, [problem]) from None


def read_source(id_or_path: str | Path) -> RulebookSource:
    """Read a rulebook by shipped id or path, with everything it extends laid underneath."""
    return _read(str(id_or_path), Path(id_or_path).parent, ())


def _read(name: str, folder: Path, above: tuple[str, ...]) -> RulebookSource:
    text = shipped_text(name)
    path = Path(name) if not above or Path(name).is_absolute() else folder / name
    if text is None:
        text = _file_text(path, name)
        folder = path.parent
    content = complete_entries(_parsed(text, name))
    extends = content.get("extends")
    if not isinstance(extends, str):
        return RulebookSource(name, text, content, Overlaid(content, own_origins(content)))
    if extends in (*above, name):
        circle = " → ".join((*above, name, extends))
        problem = _problem("rulebook.extends.circle", key="extends", circle=circle)
        raise RulebookError(name, [problem])
    base = _read(extends, folder, (*above, name))
    return RulebookSource(
        name, text, content, overlay_content(replace(base.laid, unclaused=()), content)
    )
