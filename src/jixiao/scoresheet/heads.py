"""What a column headed by some words holds: by the whole label, else by a telling part of it."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.rulebook.model import Role
from jixiao.scoresheet.labels import plain
from jixiao.scoresheet.vocabulary import ELSEWHEN, HEADER_PARTS

_LONGEST = 24  # characters of a column label; longer texts are sentences


def role_of(text: str, known: Callable[[str], Role | None]) -> Role | None:
    """The role of a header text; ``known`` looks whole labels up."""
    if not text or len(text) > 4 * _LONGEST or len(plain(text)) > _LONGEST:
        return None
    role = known(text)
    if role is not None:
        return role
    key = plain(text)
    if any(word in key for word in ELSEWHEN):
        return None
    return next((r for part, r in HEADER_PARTS if part in key), None)
