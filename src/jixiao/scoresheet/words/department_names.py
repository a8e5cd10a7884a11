"""Names of departments in one form: without punctuation, place, or the kind of office."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_DROP = re.compile(r"[\s()（）\[\]【】〔〕《》<>\"'“”‘’·•、,，.。:：;；\-—_/\\]+")
_PLACE = re.compile(r"(?:省|自治[区州县旗]|[市县区州盟旗])(?=.{3})")
_OFFICE = re.compile(r"(?:委员会办公室|委员会|办公室|管理局|[局厅委办院])$")
_LEAST = 2  # characters of a name that is more than an office


def department_key(name: str | None) -> str:
    """Reduce a name to what identifies it.

    >>> department_key(" 示例市 水务局（本级）")
    '示例市水务局本级'
    """
    return _DROP.sub("", unicodedata.normalize("NFKC", name or "")).casefold()


def keys_without_place(key: str) -> Iterator[str]:
    """The forms of a name without the place it begins with.

    >>> list(keys_without_place("示例市财政局"))
    ['市财政局', '财政局']
    >>> list(keys_without_place("南县城市管理局")), list(keys_without_place("城市管理局"))
    (['县城市管理局', '城市管理局'], [])
    """
    place = _PLACE.search(key, 2 if key.startswith("城市") else 1, 12)
    if place:
        yield key[place.start() :]
        yield key[place.end() :]


def key_without_office(key: str) -> str:
    """A name without what kind of office it is.

    >>> key_without_office("示例市教育局") == key_without_office("示例市教育委员会")
    True
    """
    return _OFFICE.sub("", key)


def is_same_department(one: str, other: str) -> bool:
    """Whether two names mean one department: written otherwise, without its place, 局 now 委.

    >>> is_same_department("示例市教育局", "教育局"), is_same_department("甲县教育局", "乙县教育局")
    (True, False)
    >>> is_same_department("示例市发展和改革局", "示例市发展和改革委员会")
    True
    """
    first, second = department_key(one), department_key(other)
    if not first or not second:
        return False
    return not _forms(first).isdisjoint(_whole(second)) or not _forms(second).isdisjoint(
        _whole(first)
    )


def _whole(key: str) -> set[str]:
    """A name with its place, and the same without its office."""
    bare = key_without_office(key)
    return {key, f"{bare} "} if len(bare) >= _LEAST else {key}


def _forms(key: str) -> set[str]:
    """A name in every shorter form; those without office end with a blank."""
    return {form for each in (key, *keys_without_place(key)) for form in _whole(each)}
