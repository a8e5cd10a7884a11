"""Load a rulebook: by the id of a shipped one, or from a TOML file by path.

All that is wrong comes in one ``RulebookError``. ``check_rulebook`` also proves the cases, which
takes as long again as all the rest; shipped rulebooks are proven by the tests and only built.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jixiao.rulebook.compiled import keep_rulebook, kept_rulebook
from jixiao.rulebook.misfits import RulebookMisfit, rulebook_misfit
from jixiao.rulebook.schema import Questionnaires, ReportOutline, Rulebook
from jixiao.rulebook.source import Problem, RulebookError

if TYPE_CHECKING:  # a rulebook that was kept is loaded without what validates it
    from jixiao.rulebook.source import RulebookSource


_NATIONAL = "mof-2013"
"""The rulebook of the national framework: its report and survey hold where there are no others."""


@functools.cache
def shipped() -> tuple[str, ...]:
    """The ids of the rulebooks that come with the program, sorted."""
    folder = resources.files("jixiao") / "rulebooks"
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


@functools.cache
def _load_shipped(name: str) -> Rulebook:
    kept = kept_rulebook(name)
    if kept is not None:
        return kept
    from jixiao.rulebook.source import UnfitContent, complete_whole, fit_rulebook, read_source

    source = read_source(name)
    fitted = fit_rulebook(complete_whole(source.laid.content), **_set_by_loader(source))
    if isinstance(fitted, UnfitContent):
        raise _error(source, fitted.misfits)
    keep_rulebook(name, fitted)
    return fitted


def load_rulebook(id_or_path: str | Path) -> Rulebook:
    """Load a rulebook; ``RulebookError`` lists all that is wrong with it.

    >>> load_rulebook("nanchang-2017").total
    Decimal('100')
    """
    name = str(id_or_path)
    return _load_shipped(name) if name in shipped() else _audited(id_or_path)


def report_outline(rulebook: Rulebook) -> ReportOutline:
    """The sections of the report that goes with a rulebook: its own, or the usual ones."""
    return rulebook.report or cast("ReportOutline", load_rulebook(_NATIONAL).report)


def questionnaires(rulebook: Rulebook) -> Questionnaires:
    """How satisfaction is asked and counted by a rulebook: as it says itself, or the usual way."""
    return rulebook.survey or cast("Questionnaires", load_rulebook(_NATIONAL).survey)


def check_rulebook(id_or_path: str | Path) -> Rulebook:
    """Load a rulebook and check it in full, its cases included, even where it is a shipped one."""
    return _audited(id_or_path, proves=True)


def misfits_of(rulebook: Rulebook) -> list[RulebookMisfit]:
    """All that is wrong in a rulebook that was made here and never was a file."""
    from jixiao.rulebook.lint import lint_rulebook, prove_cases
    from jixiao.rulebook.source import Recovered

    whole = Recovered(rulebook, ())
    misfits = lint_rulebook(whole)
    return [*misfits, *prove_cases(whole, misfits)]


def rulebook_hints(id_or_path: str | Path) -> tuple[Problem, ...]:
    """What a sound rulebook says that is hardly meant, with line, key and what to do."""
    from jixiao.rulebook.lint import hints_on
    from jixiao.rulebook.source import UnfitContent, complete_whole, fit_rulebook, read_source

    source = read_source(id_or_path)
    fitted = fit_rulebook(complete_whole(source.laid.content), **_set_by_loader(source))
    return () if isinstance(fitted, UnfitContent) else _problems(source, hints_on(fitted))


def _audited(id_or_path: str | Path, *, proves: bool = False) -> Rulebook:
    from jixiao.rulebook.lint import lint_rulebook, prove_cases
    from jixiao.rulebook.source import (
        Recovered,
        UnfitContent,
        complete_whole,
        fit_rulebook,
        read_source,
    )

    source = read_source(id_or_path)
    fitted = fit_rulebook(complete_whole(source.laid.content), **_set_by_loader(source))
    misfits = fitted.misfits if isinstance(fitted, UnfitContent) else []
    mended = fitted.mended if isinstance(fitted, UnfitContent) else Recovered(fitted, ())
    misfits = [*misfits, *_unclaused(source), *_unknown_ids(source)]
    if mended is not None:
        misfits += lint_rulebook(mended)
        misfits += prove_cases(mended, misfits) if proves else []
    if misfits or isinstance(fitted, UnfitContent):
        raise _error(source, misfits)
    return fitted


def _set_by_loader(source: RulebookSource) -> dict[str, object]:
    return {"sha256": digest(source), "path": source.file, "origins": source.laid.origins}


def digest(source: RulebookSource) -> str:
    """SHA-256 of the content with everything it extends, however the file is laid out."""
    canonical = json.dumps(source.laid.content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _unclaused(source: RulebookSource) -> list[RulebookMisfit]:

    def place_of(section: str, identifier: str) -> int:
        entries = source.laid.content[section]
        return next(n for n, entry in enumerate(entries) if entry.get("id") == identifier)

    return [
        rulebook_misfit(
            (section, place_of(section, identifier)),
            "rulebook.clause.of-change",
            identifier=identifier,
        )
        for section, identifier in source.laid.unclaused
    ]


def _unknown_ids(source: RulebookSource) -> list[RulebookMisfit]:
    return [
        rulebook_misfit((key,), "rulebook.overlay.unknown", key=key, written=id_)
        for key, id_ in source.laid.unknown
    ]


def _error(source: RulebookSource, misfits: list[RulebookMisfit]) -> RulebookError:
    return RulebookError(source.file, _problems(source, misfits))


def _problems(source: RulebookSource, misfits: Iterable[RulebookMisfit]) -> tuple[Problem, ...]:
    """Misfits with their line, in the order of the file."""
    from jixiao.rulebook.source import locate_key

    problems = []
    for at, message, remedy in misfits:
        line, key = locate_key(source, at)
        problems.append(Problem(line, key, message, remedy))
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))
