"""Labels as people type them, brought to one form: 过 程\\n(40分), “三公”, 率/比率, （一）1.

Takes any cell text, gives comparison keys. Refuses nothing: a text without a word has the key ''.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_BLANKS = re.compile(r"[\s\u00a0\u3000\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff]+")
_QUOTES = re.compile(r"[\"'`“”‘’„‟«»「」『』《》〈〉<>＂＇*★☆▲△●○◆■□#_]+")
_RINGED = re.compile(r"^[①-⑳⑴-⒇⒈-⒛❶-❿㈠-㈩㊀-㊉]+|[①-⑳⑴-⒇❶-❿]+$")
_NUMBER = re.compile(
    r"^(?:[(\[](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)\]][、.:]?"
    r"|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}(?:\.\d{1,2})*(?:[、)]|\.(?!\d)))"
)
_CODE = re.compile(
    r"^(?:第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[项条个]|(?:[一二三四]级)?指标\d{1,2}[:.、]?"
    r"|[a-z](?:\d{1,3}(?:[-.]\d{1,3})*)?[.、:)]?|\d{1,2}(?:[-.]\d{1,2})*(?![年月日项个]))"
    r"(?=[^\x00-\x7f]{2})"
)
_WEIGHT = re.compile(
    r"^(?P<stem>.*?[^\d.(\[])[(\[]?(?:满分|分值|权重)?[:]?(?P<points>\d{1,3}(?:\.\d{1,2})?)(?P<unit>分|%)?[)\]]?$"
)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_BRACKETED = re.compile(r"^\[([^\[\]]+)\]$")
_EDGES = ":：;,.。、-—~·/|\\"


class Weighted(NamedTuple):
    """A label taken apart: its words and the weight written into it (过程(40分)), if any."""

    stem: str
    weight: Decimal | None


@lru_cache(maxsize=4096)
def plain_label(text: str) -> str:
    """Bring a label to its comparison key.

    >>> plain_label("（一） 过 程\\n(40分)") == plain_label("过程（40分）")
    True
    >>> plain_label("“三公经费”变动比率") == plain_label('1."三公经费"变动率')
    True
    """
    if not text:
        return ""
    bare = _BLANKS.sub("", _RINGED.sub("", text.strip()))
    bare = _BLANKS.sub("", unicodedata.normalize("NFKC", bare))
    bare = _QUOTES.sub("", bare).replace("（", "(").replace("）", ")").casefold()
    bare = bare.replace("【", "[").replace("】", "]").replace("比率", "率").strip(_EDGES)
    bare = _BRACKETED.sub(r"\1", bare)
    unnumbered = _NUMBER.sub("", bare, count=1)
    return unnumbered.strip(_EDGES) or bare


@lru_cache(maxsize=4096)
def weighted_label(text: str) -> Weighted:
    """Take the weight out of a label.

    >>> weighted_label("过 程\\n（40分）")
    Weighted(stem='过程', weight=Decimal('40'))
    >>> weighted_label("预算完成率").weight is None
    True
    """
    key = plain_label(text)
    match = _WEIGHT.match(key)
    if match is None or not match["stem"].strip(_EDGES):
        return Weighted(key, None)
    return Weighted(match["stem"].strip(_EDGES), Decimal(match["points"]))


def points_in_label(text: str) -> Decimal | None:
    """The points written into a label: 绩效目标合理性（2分）; 指标1 names none."""
    return weighted_label(text).weight if "分" in text else None


@lru_cache(maxsize=4096)
def label_forms(text: str) -> tuple[str, ...]:
    """The keys a label may go by, the most literal first: whole, without weight, without brackets.

    >>> label_forms("预算完成率（%）(6分)")
    ('预算完成率(%)(6分)', '预算完成率(%)', '预算完成率')
    >>> label_forms("C12 预算完成率"), label_forms("指标3：预算完成率")[-1]
    (('c12预算完成率', '预算完成率'), '预算完成率')
    """
    key = plain_label(text)
    if not key:
        return ()
    keys = [key]
    stem = weighted_label(text).stem
    keys.append(stem)
    keys.append(_BRACKETS.sub("", stem).strip(_EDGES))
    keys.append(_BRACKETS.sub("", key).strip(_EDGES))
    keys += [_CODE.sub("", k).strip(_EDGES) for k in tuple(keys)]
    return tuple(dict.fromkeys(k for k in keys if k))


@lru_cache(maxsize=4096)
def label_pairs(key: str) -> frozenset[str]:
    """Neighbouring characters of a key, for likeness."""
    return frozenset(key[i : i + 2] for i in range(len(key) - 1)) or frozenset((key,))


def label_likeness(one: str, other: str) -> float:
    """How similar two keys are, 0 to 1, by shared pairs of neighbouring characters.

    >>> label_likeness("预算完成率", "预算完成率")
    1.0
    >>> label_likeness("预算完成率", "结转结余率") < 0.3
    True
    """
    a, b = label_pairs(one), label_pairs(other)
    return 2 * len(a & b) / (len(a) + len(b))
