"""Duplicates in a folder: identical files, and the same figures or words of two departments.

Takes groups of returns that share a digest and what each is called; gives B104, B106, B107. The
work grows with the number of returns, even where thousands share everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from jixiao.finding import Finding, finding, text_of
from jixiao.scoresheet import department_key

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
    called = {relative: department_key(name) for relative, name in names.items()}
    for group in shared.get("sha256", ()):
        for relative in group:
            if relative in called:
                others = list(islice((other for other in group if other != relative), _NAMED))
                yield relative, _finding("B104", others, len(group) - 1)
    for column, before, code in (("figures", "sha256", "B106"), ("words", "figures", "B107")):
        reported = _numbered(shared.get(before, ()))
        for group in shared.get(column, ()):
            for relative, others, count in _of_others(group, reported, called):
                yield relative, _finding(code, others, count)


def _numbered(groups: Groups) -> dict[str, int]:
    return {relative: number for number, group in enumerate(groups) for relative in group}


def _of_others(
    group: Sequence[str], reported: Mapping[str, int], called: Mapping[str, str]
) -> Iterator[tuple[str, list[str], int]]:
    """Give each member with the first others of other departments not yet reported of it, and how
    many there are.
    """
    classes: dict[int | str, list[str]] = {}
    for relative in group:
        if relative in called:
            classes.setdefault(reported.get(relative, relative), []).append(relative)
    names = Counter(called[relative] for members in classes.values() for relative in members)
    total = names.total()
    for own, members in classes.items():
        here = Counter(called[relative] for relative in members)
        for relative in members:
            name = called[relative]
            count = total - names[name] - (len(members) - here[name])
            others = (
                other
                for key, others in classes.items()
                if key != own
                for other in others
                if called[other] != name
            )
            if count:
                yield relative, list(islice(others, _NAMED)), count


def _finding(code: str, first: Sequence[str], count: int) -> Finding:
    """Name the first few, and say how many there are where there are more."""
    named = "、".join(first)
    if count <= len(first):
        return finding(code, other=named)
    return finding(code, other=text_of("bulk.duplicates.more").fill(names=named, count=count))
