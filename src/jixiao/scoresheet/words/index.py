"""The labels of a rulebook, indexed once: which words name an indicator, section, column, input."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from jixiao.rulebook import Indicator, Role, Rulebook
from jixiao.scoresheet.words.columns import role_of_header
from jixiao.scoresheet.words.labels import label_forms
from jixiao.scoresheet.words.vocabulary import ROLE_OF

_FILLERS = re.compile("经费|情况|[的及和与、/]")

LabelPath = tuple[str, ...]
_Known = TypeVar("_Known")


def squeezed_label(key: str) -> str:
    """Drop the words that people leave out or put in: 三公经费变动率 is 三公变动率."""
    return _FILLERS.sub("", key) or key


def _index(entries: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for key, ident in entries:
        found.setdefault(key, {})[ident] = None
    return {key: tuple(ids) for key, ids in found.items()}


def remembered(seen: dict[str, _Known], text: str, look_up: Callable[[str], _Known]) -> _Known:
    """Look a text up once; the same words are in all returns of a template."""
    try:
        return seen[text]
    except KeyError:
        if len(seen) >= _REMEMBERED:
            seen.clear()
        found = seen[text] = look_up(text)
        return found


class Index:
    """Look-ups for one rulebook; build through ``index_of``."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        indicators = rulebook.indicators
        self.indicators: Mapping[str, Indicator] = rulebook.by_id
        self.order: Mapping[str, int] = {i.id: n for n, i in enumerate(indicators)}
        self.names = _index((key, i.id) for i in indicators for key in _names(i.name, i.aliases))
        self.loose = _index(
            (squeezed_label(key), ident) for key, ids in self.names.items() for ident in ids
        )
        self.paths: Mapping[str, LabelPath] = {
            i.id: tuple(_key(level) for level in i.path) for i in indicators
        }
        self.weights: Mapping[str, Decimal] = {
            i.id: i.weight for i in indicators if i.weight is not None
        }
        self._heads: dict[str, Role | None] = {}
        self._named: dict[str, tuple[str, ...]] = {}
        self._inputs_named: dict[str, tuple[str, ...]] = {}
        self._section_named: dict[str, bool] = {}
        self.sections = self._sections()
        self.section_names: Mapping[LabelPath, LabelPath] = {
            tuple(_key(level) for level in path[:depth]): path[:depth]
            for path in (*(i.path for i in indicators), *(b.path for b in rulebook.blocks))
            for depth in range(1, len(path) + 1)
        }
        self.blocks = tuple(
            (
                block,
                frozenset(
                    k for label in (*block.path[-1:], *block.aliases) for k in label_forms(label)
                ),
                frozenset(k for kind in block.kinds for k in label_forms(kind)),
            )
            for block in rulebook.blocks
        )
        self.section_keys = frozenset(key for path in self.sections for key in path) | frozenset(
            key for _, keys, kinds in self.blocks for key in keys | kinds
        )
        self.roles: Mapping[str, Role] = dict(ROLE_OF) | {
            key: column.role
            for column in rulebook.columns
            for label in (column.label, *column.aliases)
            for key in label_forms(label)[:1]
        }
        self.own_labels = frozenset(
            key for column in rulebook.columns for key in label_forms(column.label)[:1]
        )
        self.inputs = _index(
            (key, i.id)
            for i in rulebook.inputs
            if i.at is None
            for label in (i.label, *i.aliases)
            for key in label_forms(label)
        )

    def _sections(self) -> Mapping[LabelPath, Decimal]:
        """Every section of the rulebook, outermost first, with the points that it carries."""
        sums: dict[LabelPath, Decimal] = {}
        carriers = [(self.paths[i.id], i.weight) for i in self.rulebook.indicators]
        carriers += [
            (tuple(_key(level) for level in block.path), block.weight)
            for block in self.rulebook.blocks
        ]
        for path, weight in carriers:
            for depth in range(1, len(path) + 1):
                part = path[:depth]
                sums[part] = sums.get(part, Decimal(0)) + (weight or Decimal(0))
        return sums

    def named(self, text: str) -> tuple[str, ...]:
        """The indicators that a text may name, by its most literal form that names any."""
        return remembered(self._named, text, self._look_up)

    def _look_up(self, text: str) -> tuple[str, ...]:
        keys = label_forms(text)
        for key in keys:
            if key in self.names:
                return self.names[key]
        for key in keys:
            if (short := squeezed_label(key)) in self.loose:
                return self.loose[short]
        return ()

    def inputs_named(self, text: str) -> tuple[str, ...]:
        """The basic figures that a text may name."""
        return remembered(self._inputs_named, text, self._look_up_input)

    def _look_up_input(self, text: str) -> tuple[str, ...]:
        return next((self.inputs[key] for key in label_forms(text) if key in self.inputs), ())

    def names_section(self, text: str) -> bool:
        """Whether a text is the name of a section."""
        return remembered(self._section_named, text, self._look_up_section)

    def _look_up_section(self, text: str) -> bool:
        return not self.section_keys.isdisjoint(label_forms(text))

    def role(self, text: str) -> Role | None:
        """What a column headed by ``text`` holds, by its words or a distinctive part of them."""
        return remembered(self._heads, text, self._look_up_role)

    def _look_up_role(self, text: str) -> Role | None:
        return role_of_header(text, self._known)

    def _known(self, text: str) -> Role | None:
        return next((self.roles[key] for key in label_forms(text) if key in self.roles), None)


def _key(label: str) -> str:
    return label_forms(label)[-1] if label_forms(label) else ""


def _names(name: str, aliases: Iterable[str]) -> Iterable[str]:
    return (key for label in (name, *aliases) for key in label_forms(label))


_CACHE: dict[int, Index] = {}
_CACHE_LIMIT = 64
_REMEMBERED = 4_096


def index_of(rulebook: Rulebook) -> Index:
    """The index of a rulebook object, built once; rulebooks are frozen, so it never goes stale."""
    found = _CACHE.get(id(rulebook))
    if found is None or found.rulebook is not rulebook:
        if len(_CACHE) >= _CACHE_LIMIT:
            _CACHE.clear()
        found = _CACHE[id(rulebook)] = Index(rulebook)
    return found
