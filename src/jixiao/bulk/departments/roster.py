"""The roster (名册): which departments are due to hand in, and which one a return belongs to.

Names are compared without blanks, brackets, punctuation and letter width; a name without its place
(财政局 for 示例市财政局) will do where no other department could be meant.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from jixiao.scoresheet import department_key, key_without_office, keys_without_place

_BEGINNING = re.compile(
    r"(?:.{1,8}?(?:省|自治区))?([^市县区].{1,7}?(?:自治[州县旗]|[市县区州盟旗]))(?=.{2})"
)
_TOKEN = re.compile(r"[0-9a-z]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 0.7  # share of characters in common from which a name may be meant
_CODE_LENGTH = 3  # shorter ones mean other things in file names


@dataclass(frozen=True, slots=True)
class Department:
    """One line of the roster; ``line`` is its 1-based line there.

    ``extra`` holds what is in further columns (联系人, 联系电话, 分管 …), in the order of
    ``Roster.extra_headings``.
    """

    name: str
    code: str = ""
    aliases: tuple[str, ...] = ()
    office: str = ""
    line: int = 0
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """The department that a return belongs to and what it was matched by.

    ``by`` is ``stamp``, ``sheet``, ``short`` (the sheet's name without its place) or ``file``.
    """

    department: Department
    by: str


@dataclass(frozen=True)
class Roster:
    """Departments in roster order, with an index of every name they go by.

    ``duplicates`` are names that two departments go by, so that they identify neither;
    ``repeated`` are departments listed twice and taken for one.
    """

    departments: tuple[Department, ...]
    duplicates: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    extra_headings: tuple[str, ...] = ()
    _names: Mapping[str, Department] = field(default_factory=dict, repr=False)
    _codes: Mapping[str, Department] = field(default_factory=dict, repr=False)
    _short: Mapping[str, Department] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, departments: Iterable[Department], extra_headings: tuple[str, ...] = ()) -> Roster:
        """Index departments; a name that two of them go by identifies neither."""
        listed, repeated = _folded(departments)
        names, twice = _index(
            (department_key(name), one) for one in listed for name in (one.name, *one.aliases)
        )
        codes, equal = _index((department_key(one.code), one) for one in listed)
        short, _ = _index(
            (key, one)
            for one in listed
            for name in (one.name, *one.aliases)
            for key in keys_without_place(department_key(name))
        )
        return cls(
            listed,
            tuple(sorted({*twice, *equal})),
            repeated,
            extra_headings,
            names,
            codes,
            {key: one for key, one in short.items() if key not in names and key not in twice},
        )

    def named(self, name: str | None) -> Department | None:
        """The department of exactly that name, code or alias, or None."""
        key = department_key(name)
        return self._names.get(key) or self._codes.get(key)

    def short(self, name: str | None) -> Department | None:
        """The only department that can be meant by a name without its place, or with it."""
        key = department_key(name)
        if one := self._short.get(key):
            return one
        found = {
            one.line: one for part in keys_without_place(key) if (one := self._names.get(part))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def nearest(self, name: str | None, among: Iterable[Department]) -> Department | None:
        """The department among some whose name is nearest to a name that is not on the roster.

        Both without their place: 文化广电旅游局 is near 文化旅游局. None where nothing is near or
        two are equally near.
        """
        key = _bare(department_key(name))
        scored = sorted(
            ((_nearness(key, _bare(department_key(one.name))), -one.line, one) for one in among),
            reverse=True,
            key=lambda found: found[:2],
        )
        if not key or not scored or scored[0][0] < _NEAR:
            return None
        is_tied = len(scored) > 1 and scored[1][0] == scored[0][0]
        return None if is_tied else scored[0][2]

    def in_path(self, relative: str) -> Department | None:
        """The department whose name occurs in a file's path, the longest name winning.

        The file name is looked at before the folders above it; two different departments of
        equally long names in one path segment give None. Codes count where they are words
        of their own, names without their place where they begin the text.
        """
        for segment in reversed(relative.split("/")):
            text = department_key(segment)
            for found in (self._longest(text), self._coded(segment), self._begun(segment)):
                if found:
                    return next(iter(found.values())) if len(found) == 1 else None
        return None

    def _longest(self, text: str) -> dict[int, Department]:
        for length in range(len(text), 1, -1):
            parts = (text[at : at + length] for at in range(len(text) - length + 1))
            if found := {one.line: one for part in parts if (one := self._names.get(part))}:
                return found
        return {}

    def _coded(self, segment: str) -> dict[int, Department]:
        tokens = _TOKEN.findall(unicodedata.normalize("NFKC", segment).casefold())
        return {
            one.line: one
            for token in tokens
            if len(token) >= _CODE_LENGTH and not _YEAR.fullmatch(token)
            if (one := self._codes.get(token))
        }

    def _begun(self, segment: str) -> dict[int, Department]:
        text = department_key(segment).lstrip("0123456789年度")
        for length in range(len(text), 2, -1):
            if one := self._short.get(text[:length]):
                return {one.line: one}
        return {}

    def match(self, *, stamped: str | None, stated: str | None, relative: str) -> Match | None:
        """Find the department of a return by stamp, then the sheet's name, then the file name."""
        for by, department in (
            ("stamp", self.named(stamped)),
            ("sheet", self.named(stated)),
            ("short", self.short(stated)),
            ("file", self.in_path(relative)),
        ):
            if department is not None:
                return Match(department, by)
        return None


def _folded(
    departments: Iterable[Department],
) -> tuple[tuple[Department, ...], tuple[str, ...]]:
    """Take lines of the same name for one department; give those names too."""
    found: dict[str, Department] = {}
    repeated: list[str] = []
    for one in departments:
        key = department_key(one.name)
        if key not in found:
            found[key] = one
            continue
        first = found[key]
        code = (one.code,) if one.code and one.code != first.code else ()
        found[key] = replace(first, aliases=(*first.aliases, *code, *one.aliases))
        repeated.append(first.name)
    return tuple(found.values()), tuple(dict.fromkeys(repeated))


def _bare(key: str) -> str:
    """A name without the place it begins with and without what kind of office it is."""
    return key_without_office(next(reversed(list(keys_without_place(key))), key))


def _nearness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _index(pairs: Iterable[tuple[str, Department]]) -> tuple[dict[str, Department], set[str]]:
    """Index departments by key; keys that lead to two of them are left out and given too."""
    index: dict[str, Department] = {}
    twice: set[str] = set()
    for key, one in pairs:
        if key and index.setdefault(key, one) is not one:
            twice.add(key)
    return {key: one for key, one in index.items() if key not in twice}, twice


def place_of(name: str | None) -> str | None:
    """The place that a name begins with, below the province; None where it begins with none.

    >>> place_of("某省示例市水务局"), place_of("示例县水利局"), place_of("市城市管理局")
    ('示例市', '示例县', None)
    """
    found = _BEGINNING.match(department_key(name))
    return found[1] if found else None
