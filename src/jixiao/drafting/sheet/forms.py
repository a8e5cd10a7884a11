"""Which form a sheet is of: its columns and its rows, whatever is typed into it.

Returns of one form are read by one drafted rulebook. Weights and standards are no part of what
makes a form, so that one altered by a department shows against the others.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from jixiao.drafting.sheet.draft import draft_rulebook
from jixiao.drafting.sheet.framework import framework_of
from jixiao.drafting.sheet.model import FORM_PREFIX, FormSeen
from jixiao.rulebook import Role, Rulebook
from jixiao.scoresheet import Outline, plain_label, weighted_label


def form_of(outline: Outline) -> FormSeen:
    """Report the form that a sheet is of."""
    columns = sorted(outline.columns.items(), key=lambda one: one[1])
    labels = tuple((role.value, plain_label(outline.labels.get(role, ""))) for role, _ in columns)
    is_free = Role.TARGET in outline.columns and Role.ACTUAL in outline.columns
    rows = [(_levels(row.levels), plain_label(row.name)) for row in outline.rows]
    if is_free:  # departments name their own rows
        rows = [(levels[:1], "") for levels, _ in rows]
    names = tuple(dict.fromkeys(rows))
    said = tuple((row.weight, plain_label(row.standard)) for row in outline.rows)
    funds = tuple(sorted(kind.value for kind in outline.funds.columns)) if outline.funds else ()
    key = (labels, names, funds)
    return FormSeen(FORM_PREFIX + _digest(key)[:6], _digest((key, () if is_free else said)))


def draft_of(outline: Outline, key: str) -> Rulebook:
    """The rulebook that all returns of a form are read by, drafted from one of them."""
    book = framework_of(outline) or draft_rulebook(outline, is_form=True).changed(id=key)
    return book.changed(sha256=_digest(book.content()))


def usual_of(seen: Sequence[FormSeen]) -> int:
    """The place of the return to draft from: the first of the most frequent variant."""
    counts = Counter(one.variant for one in seen)
    usual, _ = counts.most_common(1)[0]  # of several as frequent the first that was met
    return next(place for place, one in enumerate(seen) if one.variant == usual)


def _levels(levels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(weighted_label(level).stem for level in levels)


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()
