"""Write the blank workbook of a rulebook to a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.rulebook import Rulebook
from jixiao.writing.atomic import write_bytes
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.results import results_of


def write_template(
    rulebook: Rulebook,
    target: str | Path,
    *,
    department: str | None = None,
    year: int | None = None,
) -> None:
    """Write the blank workbook that ``rulebook`` asks departments to fill in.

    The same rulebook gives the same bytes. ``target`` is replaced whole or not at all; whether it
    may be replaced is the caller's to decide. ``ValueError`` for an abstract rulebook.

    >>> import jixiao, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     blank = Path(folder, "blank.xlsx")
    ...     rulebook = jixiao.load_rulebook("nanchang-2017")
    ...     jixiao.write_template(rulebook, blank, department="示例市水务局")
    ...     jixiao.check(blank).department
    '示例市水务局'
    """
    for _ in write_templates(rulebook, [(department, Path(target))], year=year):
        pass


def compose_blank(
    rulebook: Rulebook, *, department: str | None = None, year: int | None = None
) -> bytes:
    """Give the blank workbook of a rulebook; ``ValueError`` for an abstract one."""
    if rulebook.abstract:
        raise ValueError(f"{rulebook.id} is abstract and has no template")
    return compose_template(rulebook, Filling(department=department, year=year))


def write_templates(
    rulebook: Rulebook, targets: Iterable[tuple[str | None, Path]], *, year: int | None = None
) -> Iterator[Path]:
    """Write a blank workbook for each department, stamped with its name; give each when written.

    What the cells of a blank show does not depend on the department and is worked out once.
    ``ValueError`` for an abstract rulebook.
    """
    if rulebook.abstract:
        raise ValueError(f"{rulebook.id} is abstract and has no template")
    results = results_of(rulebook, Filling(year=year))
    for department, target in targets:
        filling = Filling(department=department, year=year)
        write_bytes(target, compose_template(rulebook, filling, results=results))
        yield target
