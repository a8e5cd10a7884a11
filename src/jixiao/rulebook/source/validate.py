"""Turn the merged content of a file into a Rulebook, and what does not fit into problems.

Refuses unknown keys (naming the nearest known one), missing keys and values of a wrong kind.
"""

from __future__ import annotations

import typing
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jixiao.rulebook.kinds import SCORE_KINDS, Written
from jixiao.rulebook.misfits import (
    ContentPath,
    RulebookMisfit,
    listed_names,
    nearest_name,
    rulebook_misfit,
)
from jixiao.rulebook.schema import Rulebook
from jixiao.rulebook.source.recover import UNKNOWN, Recovered, recover, validated

SET_BY_LOADER = ("sha256", "path", "origins")


@dataclass(frozen=True, slots=True)
class UnfitContent:
    """Everything that does not fit, and what could be built for further audits all the same."""

    misfits: list[RulebookMisfit]
    mended: Recovered | None = None


def fit_rulebook(content: dict[str, Any], **extra: object) -> Rulebook | UnfitContent:
    """Build the rulebook, or list everything in the content that does not fit."""
    misfits = [
        _unknown((key,), key, [k for k in Rulebook.key_names() if k not in SET_BY_LOADER])
        for key in SET_BY_LOADER
        if key in content
    ]
    try:
        rulebook = validated(Rulebook, {**content, **extra})
    except ValidationError as error:
        errors = error.errors(include_url=False)
        mended = recover({**content, **extra}, errors, place_of=_place, model_at=_model_at)
        return UnfitContent(misfits + [_misfit(detail) for detail in errors], mended)
    return UnfitContent(misfits) if misfits else rulebook


def _unknown(at: ContentPath, key: str, known: list[str]) -> RulebookMisfit:
    near = nearest_name(key, known)
    return rulebook_misfit(
        at,
        "rulebook.key.unknown",
        remedy="rulebook.key.unknown.near" if near else None,
        key=key,
        near=near,
        known=listed_names(known),
    )


def _place(loc: Sequence[str | int]) -> ContentPath:
    """The place in the content: without the tag of a scoring rule that pydantic puts in."""
    return tuple(
        part
        for n, part in enumerate(loc)
        if not (n and loc[n - 1] == "score" and part in SCORE_KINDS)
    )


def _model_at(loc: Sequence[str | int]) -> type[Written]:
    """The model whose keys are allowed at a place."""
    here: type[Written] = Rulebook
    for before, part in zip((None, *loc), loc, strict=False):
        if isinstance(part, int):
            continue
        if before == "score" and part in SCORE_KINDS:
            here = SCORE_KINDS[part]
        elif part in here.key_names():
            inner = next(_models(typing.get_type_hints(here)[part]), None)
            here = inner or here
    return here


def _models(annotation: object) -> typing.Iterator[type[Written]]:
    if isinstance(annotation, type) and issubclass(annotation, Written):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _models(inner)


_AS_DOCUMENTED = "rulebook.as-documented"
_KINDS = {
    "string_type": "rulebook.value.no-text",
    "decimal_type": "rulebook.value.no-number",
    "decimal_parsing": "rulebook.value.no-number",
    "int_type": "rulebook.value.not-whole",
    "int_parsing": "rulebook.value.not-whole",
    "int_from_float": "rulebook.value.not-whole",
    "bool_type": "rulebook.value.no-truth",
    "bool_parsing": "rulebook.value.no-truth",
    "tuple_type": "rulebook.value.no-list",
    "dict_type": "rulebook.value.no-table",
    "dataclass_type": "rulebook.value.no-table",
}


_REMEDIES = {
    "rulebook.value.no-number": "rulebook.value.number.remedy",
    "rulebook.value.not-whole": "rulebook.value.number.remedy",
    "rulebook.value.no-truth": "rulebook.value.truth.remedy",
}


def _misfit(detail: ErrorDetails) -> RulebookMisfit:
    loc = detail["loc"]
    key = str(loc[-1]) if loc else ""
    at = _place(loc)
    kind = detail["type"]
    if kind == UNKNOWN:
        return _unknown(at, key, list(_model_at(loc[:-1]).key_names()))
    if kind == "missing":
        return rulebook_misfit(at[:-1], "rulebook.key.missing", key=key)
    context = detail.get("ctx", {})
    if kind in ("literal_error", "enum"):
        return _not_among(at, detail["input"], str(context.get("expected", "")))
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _not_among((*at, "kind"), context.get("tag"), ",".join(SCORE_KINDS))
    if kind == "value_error":
        return _no_value(at, str(context.get("error", "")))
    wrong = _KINDS.get(kind, "rulebook.value.wrong")
    remedy = _REMEDIES.get(wrong, _AS_DOCUMENTED)
    return rulebook_misfit(at, wrong, remedy=remedy, key=key, what=detail["msg"])


def _no_value(at: ContentPath, error: str) -> RulebookMisfit:
    written = error.split(" is no ", maxsplit=1)[0][1:-1]
    wrong = "rulebook.value.no-range" if " is no range" in error else "rulebook.value.no-amount"
    return rulebook_misfit(at, wrong, remedy=_AS_DOCUMENTED, written=written)


def _not_among(at: ContentPath, written: object, known: str) -> RulebookMisfit:
    choices = [choice.strip(" '\"") for choice in known.replace(" or ", ",").split(",")]
    near = nearest_name(str(written), choices)
    return rulebook_misfit(
        at,
        "rulebook.value.not-among",
        remedy="rulebook.value.not-among.near" if near else None,
        written=written,
        near=near,
        choices=listed_names(choices),
    )
