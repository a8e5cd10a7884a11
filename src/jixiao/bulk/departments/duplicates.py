"""Duplicates in a folder: identical files, and the same figures or words of two departments.

Takes groups of returns that share a digest and what each is called; gives B104, B106, B107. The
work grows with the number of returns, even where thousands share everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from jixiao.bulk.departments.roster import normalise
from jixiao.finding import Finding, finding

Groups = Sequence[tuple[str, ...]]

_NAMED = 3  # of the duplicates of a return


def find_duplicates(
    shared: Mapping[str, Groups], names: Mapping[str, str]
) -> Iterator[tuple[str, Finding]]:
    """Name, for each return, up to three others with the same content.

    ``shared`` maps sha256, figures and words to groups of relative paths that share them; ``names``
    gives the department of each return that is looked at. A return with an identical file is not
    reported again for its figures, nor for the words of a return whose figures are the same.
    """
    called = {relative: normalise(name) for relative, name in names.items()}
    for group in shared.get("sha256", ()):
        for relative in group:
            if relative in called:
                yield relative, _finding("B104", (other for other in group if other != relative))
    for column, before, code in (("figures", "sha256", "B106"), ("words", "figures", "B107")):
        reported = _numbered(shared.get(before, ()))
        for group in shared.get(column, ()):
            for relative, others in _of_others(group, reported, called):
                yield relative, _finding(code, others)


def _numbered(groups: Groups) -> dict[str, int]:
    return {relative: number for number, group in enumerate(groups) for relative in group}


def _of_others(
    group: Sequence[str], reported: Mapping[str, int], called: Mapping[str, str]
) -> Iterator[tuple[str, list[str]]]:
    """Give each member with the first few of other departments that are not yet reported of it."""
    classes: dict[int | str, list[str]] = {}
    for relative in group:
        if relative in called:
            classes.setdefault(reported.get(relative, relative), []).append(relative)
    for own, members in classes.items():
        for relative in members:
            others = (
                other
                for key, others in classes.items()
                if key != own
                for other in others
                if called[other] != called[relative]
            )
            first = list(islice(others, _NAMED))
            if first:
                yield relative, first


def _finding(code: str, others: Iterable[str]) -> Finding:
    return finding(code, other="、".join(islice(others, _NAMED)))
