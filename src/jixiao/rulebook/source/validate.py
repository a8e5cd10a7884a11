"""Turn the merged content of a file into a Rulebook, and what does not fit into problems.

Refuses unknown keys (naming the nearest known one), missing keys and values of a wrong kind.
"""

from __future__ import annotations

import typing
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from jixiao.finding import Bilingual
from jixiao.rulebook.kinds import SCORE_KINDS
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, nearest_name
from jixiao.rulebook.schema import Rulebook
from jixiao.rulebook.source.recover import Recovered, recover

SET_BY_LOADER = ("sha256", "path", "origins")


@dataclass(frozen=True, slots=True)
class UnfitContent:
    """Everything that does not fit, and what could be built for further audits all the same."""

    misfits: list[RulebookMisfit]
    mended: Recovered | None = None


def fit_rulebook(content: dict[str, Any], **extra: object) -> Rulebook | UnfitContent:
    """Build the rulebook, or list everything in the content that does not fit."""
    misfits = [
        _unknown((key,), key, [k for k in Rulebook.model_fields if k not in SET_BY_LOADER])
        for key in SET_BY_LOADER
        if key in content
    ]
    try:
        rulebook = Rulebook.model_validate({**content, **extra})
    except ValidationError as error:
        errors = error.errors(include_url=False)
        mended = recover({**content, **extra}, errors, place_of=_place, model_at=_model_at)
        return UnfitContent(misfits + [_misfit(detail) for detail in errors], mended)
    return UnfitContent(misfits) if misfits else rulebook


def _unknown(at: ContentPath, key: str, known: list[str]) -> RulebookMisfit:
    near = nearest_name(key, known)
    remedy = Bilingual(
        f"改为“{near}”" if near else f"可用的键：{'、'.join(known)}",
        f"did you mean {near!r}?" if near else f"known keys: {', '.join(known)}",
    )
    return at, Bilingual(f"没有“{key}”这个键", f"unknown key {key!r}"), remedy


def _place(loc: Sequence[str | int]) -> ContentPath:
    """The place in the content: without the tag of a scoring rule that pydantic puts in."""
    return tuple(
        part
        for n, part in enumerate(loc)
        if not (n and loc[n - 1] == "score" and part in SCORE_KINDS)
    )


def _model_at(loc: Sequence[str | int]) -> type[BaseModel]:
    """The model whose keys are allowed at a place."""
    here: type[BaseModel] = Rulebook
    for before, part in zip((None, *loc), loc, strict=False):
        if isinstance(part, int):
            continue
        if before == "score" and part in SCORE_KINDS:
            here = SCORE_KINDS[part]
        elif part in here.model_fields:
            inner = next(_models(here.model_fields[part].annotation), None)
            here = inner or here
    return here


def _models(annotation: object) -> typing.Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _models(inner)


_KINDS = {
    "string_type": ("应为文字，用英文双引号括起来", "must be text in double quotes"),
    "decimal_type": ("应为数字", "must be a number"),
    "decimal_parsing": ("应为数字", "must be a number"),
    "int_type": ("应为整数", "must be a whole number"),
    "int_parsing": ("应为整数", "must be a whole number"),
    "int_from_float": ("应为整数", "must be a whole number"),
    "bool_type": ("应为 true 或 false", "must be true or false"),
    "bool_parsing": ("应为 true 或 false", "must be true or false"),
    "tuple_type": ("应为列表，用方括号括起来", "must be a list in square brackets"),
    "dict_type": ("应为一组键和值", "must be a table of keys and values"),
    "model_type": ("应为一组键和值", "must be a table of keys and values"),
    "model_attributes_type": ("应为一组键和值", "must be a table of keys and values"),
}


def _misfit(detail: ErrorDetails) -> RulebookMisfit:
    loc = detail["loc"]
    key = str(loc[-1]) if loc else ""
    at = _place(loc)
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown(at, key, list(_model_at(loc[:-1]).model_fields))
    if kind == "missing":
        return (
            at[:-1],
            Bilingual(f"缺少“{key}”", f"{key!r} is missing"),
            Bilingual(f"补上 {key} = …", f"add {key} = …"),
        )
    context = detail.get("ctx", {})
    if kind in ("literal_error", "enum"):
        return _not_among(at, detail["input"], str(context.get("expected", "")))
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _not_among((*at, "kind"), context.get("tag"), "、".join(SCORE_KINDS))
    if kind == "value_error":
        return at, Bilingual(*_value_words(str(context.get("error", "")))), _as_documented()
    zh, en = _KINDS.get(kind, (f"写法不对（{detail['msg']}）", detail["msg"]))
    return at, Bilingual(f"“{key}”{zh}", f"{key!r} {en}"), _as_documented()


def _value_words(error: str) -> tuple[str, str]:
    written = f"“{error.split(' is no ', maxsplit=1)[0][1:-1]}”"
    if " is no range" in error:
        return f"{written}不是范围，应写成“>= 90%”“< 60%”“= 0”或“[80%, 90%)”", error
    return f'{written}不是数字，应写成 0.5 或 "95%"', error


def _as_documented() -> Bilingual:
    return Bilingual("按《指标体系文件格式》改正", "see docs/rulebook-format.md")


def _not_among(at: ContentPath, written: object, known: str) -> RulebookMisfit:
    choices = [c.strip(" '\"") for c in known.replace(" or ", "、").replace(",", "、").split("、")]
    near = nearest_name(str(written), choices)
    told = "、".join(choices)
    return (
        at,
        Bilingual(f"“{written}”不在可选值之内", f"{written!r} is not one of the values allowed"),
        Bilingual(
            f"改为“{near}”；可选值：{told}" if near else f"可选值：{told}",
            f"did you mean {near!r}? allowed: {', '.join(choices)}"
            if near
            else f"allowed: {', '.join(choices)}",
        ),
    )
