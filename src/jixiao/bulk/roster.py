"""The roster (名册): which departments are due to hand in, and which one a return belongs to.

Names are compared without blanks, brackets, punctuation and letter width.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

_DROP = re.compile(r"[\s()（）\[\]【】〔〕《》<>\"'“”‘’·•、,，.。:：;；\-—_/\\]+")


@dataclass(frozen=True, slots=True)
class Department:
    """One line of the roster; ``line`` is its 1-based line there."""

    name: str
    code: str = ""
    aliases: tuple[str, ...] = ()
    office: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """The department that a return belongs to and what told so: stamp, sheet, or file."""

    department: Department
    by: str


@dataclass(frozen=True)
class Roster:
    """Departments in roster order, with an index of every name they go by."""

    departments: tuple[Department, ...]
    duplicates: tuple[str, ...] = ()  # names that stand twice
    _index: dict[str, Department] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, departments: Iterable[Department]) -> Roster:
        """Index departments; a name that two of them go by identifies neither."""
        listed = tuple(departments)
        index: dict[str, Department] = {}
        twice: set[str] = set()
        for department in listed:
            for name in (department.name, department.code, *department.aliases):
                key = normalise(name)
                if not key:
                    continue
                if key in index and index[key] is not department:
                    twice.add(key)
                index.setdefault(key, department)
        for key in twice:
            del index[key]
        return cls(listed, tuple(sorted(twice)), index)

    def named(self, name: str | None) -> Department | None:
        """The department of exactly that name, code or alias, or None."""
        return self._index.get(normalise(name)) if name else None

    def in_path(self, relative: str) -> Department | None:
        """The department whose name stands in a file's path, the longest name winning.

        The file name is looked at before the folders above it; two different departments of
        equally long names in one path segment give None.
        """
        for segment in reversed(relative.split("/")):
            text = normalise(segment)
            hits = [(len(key), d) for key, d in self._index.items() if len(key) > 1 and key in text]
            if hits:
                longest = max(length for length, _ in hits)
                best = {d.line: d for length, d in hits if length == longest}
                return next(iter(best.values())) if len(best) == 1 else None
        return None

    def match(self, *, stamped: str | None, stated: str | None, relative: str) -> Match | None:
        """Find the department of a return by stamp, then the sheet's name, then the file name."""
        for by, department in (
            ("stamp", self.named(stamped)),
            ("sheet", self.named(stated)),
            ("file", self.in_path(relative)),
        ):
            if department is not None:
                return Match(department, by)
        return None


def normalise(name: str | None) -> str:
    """Reduce a name to what identifies it.

    >>> normalise(" 示例市 水务局（本级）")
    '示例市水务局本级'
    """
    return _DROP.sub("", unicodedata.normalize("NFKC", name or "")).casefold()
