"""Labels as a sheet shows them: none may represent two things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, rulebook_misfit
from jixiao.rulebook.schema import Role, Rulebook

_IGNORED = re.compile(r"[\s“”\"'‘’（）()：:、，,]+")
_EQUAL = (Role.LEVEL1_WEIGHT, Role.LEVEL2_WEIGHT, Role.LEVEL3_WEIGHT)
_NEEDED = (Role.NAME, Role.WEIGHT, Role.CLAIMED)


def _plain(label: str) -> str:
    """A label as a reader distinguishes labels: without spaces, quotes and brackets."""
    return _IGNORED.sub("", label)


def _ambiguous(
    places: Iterable[tuple[ContentPath, str, Iterable[str], str]],
) -> Iterator[RulebookMisfit]:
    """Take place, scope, labels and the id of what they represent."""
    seen: dict[tuple[str, str], str] = {}
    for at, scope, words, identifier in places:
        for word in dict.fromkeys(_plain(w) for w in words):
            other = seen.setdefault((scope, word), identifier)
            if other != identifier:
                yield rulebook_misfit(
                    at, "rulebook.label.twice", word=word, other=other, identifier=identifier
                )


def lint_labels(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check names of rows, labels of inputs and headers of columns."""
    yield from _ambiguous(
        (("indicators", n, "name"), "·".join(i.path), (i.name, *i.aliases), i.id)
        for n, i in enumerate(rulebook.indicators)
    )
    yield from _ambiguous(
        (("inputs", n, "label"), i.sheet, (i.label, *i.aliases), i.id)
        for n, i in enumerate(rulebook.inputs)
        if i.at is None
    )
    yield from _ambiguous(
        (("columns", n, "label"), "", (c.label, *c.aliases), c.role)
        for n, c in enumerate(rulebook.columns)
        if c.role not in _EQUAL  # forms head all of them 分值; their order distinguishes them
    )
    for t, table in enumerate(rulebook.tables):
        yield from _ambiguous(
            (("tables", t, "columns", n, "label"), "", (c.label, *c.aliases), c.id)
            for n, c in enumerate(table.columns)
        )
    yield from _blanks(rulebook)
    yield from _columns(rulebook)
    yield from _grades(rulebook)


def _blanks(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Levels and names are written without blanks around them, and none is empty."""
    rows = [(("indicators", n), (*i.path, i.name), i.id) for n, i in enumerate(rulebook.indicators)]
    rows += [(("blocks", n), b.path, b.id) for n, b in enumerate(rulebook.blocks)]
    for at, words, identifier in rows:
        if any(not word or word != word.strip() for word in words):
            key = "path" if at[0] == "blocks" or words[-1].strip() == words[-1] != "" else "name"
            yield rulebook_misfit((*at, key), "rulebook.label.blank", identifier=identifier)


def _columns(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    if rulebook.abstract:
        return
    roles = [column.role for column in rulebook.columns]
    for n, role in enumerate(roles):
        if role in roles[:n]:
            yield rulebook_misfit(("columns", n, "role"), "rulebook.role.twice", role=role)
    for role in () if rulebook.draft else _NEEDED:
        if role not in roles:
            yield rulebook_misfit(("columns",), "rulebook.role.missing", role=role)


def _grades(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    bounds = [grade.min for grade in rulebook.grades]
    for n, bound in enumerate(bounds):
        if bound > rulebook.total:
            yield rulebook_misfit(
                ("grades", n, "min"), "rulebook.grades.above", min=bound, total=rulebook.total
            )
    for n in range(1, len(bounds)):
        if bounds[n] >= bounds[n - 1]:
            yield rulebook_misfit(("grades", n, "min"), "rulebook.grades.order")
