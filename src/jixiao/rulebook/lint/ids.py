"""Ids: well formed, each used once, and known wherever one entry names another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, nearest_name, rulebook_misfit
from jixiao.rulebook.schema import Rulebook

_HYPHENS = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_UNDERSCORES = re.compile(r"[a-z][a-z0-9_]*")


def _unique(
    places: Iterable[tuple[ContentPath, str]], form: re.Pattern[str]
) -> Iterator[RulebookMisfit]:
    seen: set[str] = set()
    separator = "连字符 -" if form is _HYPHENS else "下划线 _"
    for at, identifier in places:
        if identifier in seen:
            yield rulebook_misfit(
                (*at, "id"),
                f"id“{identifier}”用了两次",
                f"id {identifier!r} is used twice",
                "换一个没有用过的 id",
                "choose another id",
            )
        seen.add(identifier)
        if not form.fullmatch(identifier) or identifier in ("x", "weight"):
            yield rulebook_misfit(
                (*at, "id"),
                f"id“{identifier}”写法不对",
                f"id {identifier!r} is not well formed",
                f"只用小写英文字母、数字和{separator}，以字母开头；x 和 weight 另有含义",
                "use lower-case letters, digits and "
                f"{'hyphens' if form is _HYPHENS else 'underscores'}; x and weight are taken",
            )


def lint_ids(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check every id of a rulebook."""
    rows = [(("indicators", n), i.id) for n, i in enumerate(rulebook.indicators)]
    rows += [(("blocks", n), b.id) for n, b in enumerate(rulebook.blocks)]
    yield from _unique(rows, _HYPHENS)
    yield from _unique(
        (((("inputs", n)), i.id) for n, i in enumerate(rulebook.inputs)), _UNDERSCORES
    )
    yield from _unique(((("tables", n), t.id) for n, t in enumerate(rulebook.tables)), _UNDERSCORES)
    yield from _unique(((("groups", n), g.id) for n, g in enumerate(rulebook.groups)), _HYPHENS)
    for n, table in enumerate(rulebook.tables):
        places = ((("tables", n, "columns", c), col.id) for c, col in enumerate(table.columns))
        yield from _unique(places, _UNDERSCORES)
    for n, indicator in enumerate(rulebook.indicators):
        parts = ((("indicators", n, "parts", p), part.id) for p, part in enumerate(indicator.parts))
        yield from _unique(parts, _HYPHENS)
    yield from _references(rulebook)


def _references(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    groups = [group.id for group in rulebook.groups]
    for n, indicator in enumerate(rulebook.indicators):
        at: ContentPath = ("indicators", n)
        if indicator.group is not None and indicator.group not in groups:
            yield _unknown((*at, "group"), indicator.group, groups)
        policy = indicator.not_applicable
        if policy is not None and policy.then == "give" and policy.when is None:
            yield rulebook_misfit(
                (*at, "not_applicable"),
                "分值并入其他指标的，要写明条件 when",
                "giving the weight away needs a condition",
                '补上 when = "…"',
                'add when = "…"',
            )
        if policy is not None and policy.then == "give":
            others = [i.id for i in rulebook.indicators if i.id != indicator.id]
            if policy.to not in others:
                yield _unknown((*at, "not_applicable", "to"), policy.to or "", others)


def _unknown(at: ContentPath, written: str, known: list[str]) -> RulebookMisfit:
    near = nearest_name(written, known)
    return rulebook_misfit(
        at,
        f"没有 id 为“{written}”的条目",
        f"there is nothing with the id {written!r}",
        f"改为“{near}”" if near else "改为已有的 id",
        f"did you mean {near!r}?" if near else "name an id that exists",
    )
