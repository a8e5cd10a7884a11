"""Say which rulebook each value of an overlay comes from."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.finding import chinese_text
from jixiao.rulebook.kinds import join_sentences
from jixiao.rulebook.schema import FreeBlock, Indicator, Rulebook

_ROW = (
    "name",
    "path",
    "weight",
    "meaning",
    "rate",
    "if_zero",
    "score",
    "parts",
    "not_applicable",
    "clause",
)
_WHOLE = ("title", "total", "digits", "grades", "columns", "sections", "clause")


def origin_lines(rulebook: Rulebook) -> Iterator[str]:
    """One line for the whole and one a row: ``预算完成率：名称、指标公式来自 mof-2013；…``.

    Nothing where the rulebook extends no other.
    """
    if rulebook.extends is None:
        return
    yield _line(chinese_text("rules.origin.whole"), _origins(rulebook, (), "whole", _WHOLE))
    rows: tuple[Indicator | FreeBlock, ...] = (*rulebook.indicators, *rulebook.blocks)
    for row in rows:
        section, name = (
            ("indicators", row.name)
            if isinstance(row, Indicator)
            else ("blocks", "·".join(row.path))
        )
        yield _line(name, _origins(rulebook, (section, row.id), "row", _ROW))


def _line(name: str, origins: str) -> str:
    return chinese_text("rules.origin.line", name=name, origins=origins)


def _origins(rulebook: Rulebook, at: tuple[str, ...], of: str, keys: tuple[str, ...]) -> str:
    by_book: dict[str, list[str]] = {}
    for key in keys:
        book = rulebook.origins.get(".".join((*at, key)))
        if book is not None:
            by_book.setdefault(book, []).append(chinese_text(f"rules.origin.{of}.{key}"))
    return join_sentences(
        chinese_text("rules.origin.from", names=chinese_text("rules.page.names").join(n), book=book)
        for book, n in by_book.items()
    )
