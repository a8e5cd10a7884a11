"""The register of checks: every family says which codes it may raise, and the batch runs them all.

A module of this package registers its check with ``@check(codes=...)``; ``checks_in_order`` loads
every module here, so that a new file is run without being listed anywhere. Codes that are raised
outside this package are declared by the module's own ``RAISES``.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from jixiao.checking.score import JudgedRow
from jixiao.finding import Finding
from jixiao.rulebook import Figures
from jixiao.scoresheet import Scoresheet


@dataclass(frozen=True, slots=True)
class CheckCase:
    """What a check may look at: the sheet, its figures, its judged rows, the findings on rows."""

    sheet: Scoresheet
    figures: Figures
    judged: tuple[JudgedRow, ...]
    on_rows: tuple[Finding, ...] = ()


CheckFunction: TypeAlias = Callable[[CheckCase], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class RegisteredCheck:
    """A check with the codes it may raise."""

    name: str
    codes: tuple[str, ...]
    run: CheckFunction


_REGISTERED: dict[str, RegisteredCheck] = {}
_DECLARED: dict[str, tuple[str, ...]] = {}


def check(*, codes: tuple[str, ...]) -> Callable[[CheckFunction], CheckFunction]:
    """Register a check; ``ValueError`` where another one has claimed a code before."""

    def register(run: CheckFunction) -> CheckFunction:
        name = f"{run.__module__}.{run.__qualname__}"
        for other in _REGISTERED.values():
            twice = set(codes).intersection(other.codes)
            if twice and other.name != name:
                raise ValueError(f"{sorted(twice)} are raised by {other.name} and by {name}")
        _REGISTERED[name] = RegisteredCheck(name, codes, run)
        return run

    return register


F = TypeVar("F", bound=Callable[..., object])


def raises(*codes: str) -> Callable[[F], F]:
    """Declare the codes of a function that is no registered check but raises findings."""

    def declare(run: F) -> F:
        _DECLARED[f"{run.__module__}.{run.__qualname__}"] = codes
        return run

    return declare


def declared_codes() -> dict[str, tuple[str, ...]]:
    """The codes of every check and every other raiser of this package, by function."""
    return {one.name: one.codes for one in checks_in_order()} | _DECLARED


@functools.cache
def checks_in_order() -> tuple[RegisteredCheck, ...]:
    """Every registered check, in the order of their names: findings are put in order later."""
    package = __name__.rpartition(".")[0]
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        importlib.import_module(f"{package}.{module.name}")
    return tuple(_REGISTERED[name] for name in sorted(_REGISTERED))
