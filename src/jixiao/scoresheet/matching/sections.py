"""A scoresheet that goes on in another sheet: parts that complete one another, read as one.

Parts belong together where each has rows of its own with a score column and none has a row or a
block of free rows of another. Two whole scoresheets are never joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.rulebook import Role
from jixiao.scoresheet.matching.candidate import Candidate
from jixiao.scoresheet.matching.free_rows import block_of
from jixiao.workbook import Visibility


def join_sections(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give the candidates, those of one rulebook that complete one another as one."""
    for group in _by_rulebook(candidates):
        parts = [t for t in group if _is_part(t)]
        whole = _whole(parts)
        if whole is None:
            yield from group
        else:
            yield whole
            yield from (t for t in group if not any(t is part for part in parts))


def _by_rulebook(candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    groups: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(id(candidate.index), []).append(candidate)
    yield from groups.values()


def _is_part(candidate: Candidate) -> bool:
    """Whether a sheet that is shown has rows of the rulebook, all with its weights, and scores."""
    if candidate.view.sheet.visibility is not Visibility.VISIBLE or not _held(candidate):
        return False
    return candidate.is_true and any(
        Role.CLAIMED in block.columns.roles for block in candidate.blocks
    )


def _whole(parts: Sequence[Candidate]) -> Candidate | None:
    """All parts as one candidate of the sheet with most rows; None where they do not fit."""
    if len(parts) < 2:
        return None
    held = [_held(part) for part in parts]
    if sum(map(len, held)) != len(set().union(*held)):
        return None
    main = max(parts, key=lambda part: len(_held(part)))
    whole = Candidate(main.view, main.index, tuple(b for part in parts for b in part.blocks))
    return whole if whole.confidence > main.confidence else None


def _held(candidate: Candidate) -> set[str]:
    """The rows of the rulebook and the blocks of free rows that a sheet has."""
    rows = {ident for block in candidate.blocks for ident in block.matches.rows}
    free = (
        block_of(line, candidate.index)
        for b in candidate.blocks
        for line in candidate.free_lines(b)
    )
    return rows | {f"block {owner.id}" for owner in free if owner is not None}
