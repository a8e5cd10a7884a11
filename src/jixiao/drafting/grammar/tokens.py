"""The words of a scoring standard (评分标准) as tokens, each with its place in the text.

Takes the text as it is in a cell, gives tokens whose spans are offsets into it. Characters are
brought to one form one by one (full-width figures, ≦, ％), so that no offset moves. Words that the
grammar does not know are kept as ``WORD`` tokens; nothing of the text is left out but blanks.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from fractions import Fraction
from typing import Final, NamedTuple

from jixiao.drafting.grammar.spelling import MEASURES, ONE_FORM, PHRASES, SPELLED, TokenKind


class Token(NamedTuple):
    """One word: its kind, its text, where it is, and its value where it is a number."""

    kind: TokenKind
    text: str
    start: int
    end: int
    value: Fraction | None = None


_CHINESE: Final = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_ITEM = re.compile(r"[①-⑳]|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\)[.、]?|\d{1,2}[、.](?!\d)")
_NAME = re.compile(
    r"[一二三四]级指标|一次性|十分(?=[\u4e00-\u9fff])|\d{4}年度?|\d{1,2}月(?:\d{1,2}日|份?[底末初])|"
    r"\d{1,2}[-至到~]\d{1,2}月(?!份?的?资)"
)
_NUMBER = re.compile(
    r"-?\d+(?:\.\d+)?|百分之(?=[一二三四五六七八九十])|零|[一二两三四五六七八九十]+"
)
_SPELLINGS: Final[dict[str, TokenKind]] = {
    word: kind for kind, words in SPELLED.items() for word in words
}


def _by_first() -> dict[str, re.Pattern[str]]:
    """Give the known words by their first character, the longest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(_SPELLINGS, key=len, reverse=True):
        found[word[0]].append(re.escape(word))
    return {first: re.compile("|".join(words)) for first, words in found.items()}


_LEXICON: Final = _by_first()
_PHRASES: Final = {
    first: [(re.compile(pattern), kind) for begins, pattern, kind in PHRASES if first in begins]
    for first in sorted({first for begins, _, _ in PHRASES for first in begins})
}
_MEASURE = re.compile("|".join(sorted(MEASURES, key=len, reverse=True)))
_INCLUSION = re.compile(rf"\((?:不?包?含)(\d+(?:\.\d+)?)(%?)(?:分|{_MEASURE.pattern})?\)")
_BEHIND_COUNT = re.compile(r"个?百分点|%|分|" + _MEASURE.pattern)
_WORD = TokenKind.WORD
_COUNTED = (TokenKind.NUMBER, TokenKind.EACH, TokenKind.STARTED)
_FIGURES = frozenset("-0123456789(零一二两三四五六七八九十百①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_STARTS: Final = "".join(sorted({*_LEXICON, *_PHRASES, *_FIGURES, " ", "\t"}))
_START = re.compile(f"[{re.escape(_STARTS)}]")  # where a run of unknown characters ends
_BEGINS_ITEM = (TokenKind.STOP, TokenKind.COMMA, TokenKind.CLOSE, TokenKind.POINTS)


def tokens(text: str) -> tuple[Token, ...]:
    """Read the words of a standard.

    >>> [token.text for token in tokens("≤100%,计5分")]
    ['≤', '100', '%', ',', '计', '5', '分']
    """
    plain = text.translate(ONE_FORM)
    found: list[Token] = []
    at = 0
    while at < len(plain):
        if plain[at] in " \t":
            at += 1
            continue
        token = _token(plain, at, found)
        last = found[-1] if found else None
        if token.kind is _WORD and last and last.kind is _WORD and last.end == token.start:
            found[-1] = Token(_WORD, last.text + token.text, last.start, token.end)
        else:
            found.append(token)
        at = token.end
    return tuple(found)


def _token(plain: str, at: int, found: list[Token]) -> Token:
    first = plain[at]
    if first in _FIGURES and (figure := _figure(plain, at, found)) is not None:
        return figure
    for phrase, kind in _PHRASES.get(first, ()):
        if said := phrase.match(plain, at):
            return Token(kind, said[0], at, said.end())
    known = _LEXICON.get(first)
    word = known.match(plain, at) if known is not None else None
    if found and found[-1].kind in _COUNTED:
        measure = _MEASURE.match(plain, at)
        if measure and (word is None or measure.end() >= word.end()):
            return Token(TokenKind.MEASURE, measure[0], at, measure.end())
    if word is not None:
        return Token(_SPELLINGS[word[0]], word[0], at, word.end())
    start = _START.search(plain, at + 1)
    end = start.start() if start else len(plain)
    return Token(_WORD, plain[at:end], at, end)


def _figure(plain: str, at: int, found: list[Token]) -> Token | None:
    """A number, the mark of an item, ``(含80%)``, or a word that begins with a numeral."""
    item = _ITEM.match(plain, at)
    if item and (not found or found[-1].kind in _BEGINS_ITEM) and _is_mark(plain, item):
        return Token(TokenKind.ITEM_MARK, item[0], at, item.end())
    if name := _NAME.match(plain, at):
        return Token(_WORD, name[0], at, name.end())
    if inclusion := _INCLUSION.match(plain, at):
        kind = TokenKind.EXCLUDED if "不" in inclusion[0] else TokenKind.INCLUDED
        end = Fraction(inclusion[1]) / (100 if inclusion[2] else 1)
        return Token(kind, inclusion[0], at, inclusion.end(), end)
    number = _NUMBER.match(plain, at)
    value = _value(number[0]) if number else None
    if number is None or value is None:
        return None
    is_spelled = not number[0][0].isdigit() and number[0][0] != "-"
    is_compared = bool(found) and found[-1].kind in _COMPARING and number[0] == "零"
    if is_spelled and not (is_compared or _BEHIND_COUNT.match(plain, number.end())):
        return Token(_WORD, number[0], at, number.end())
    if number[0].startswith("-") and found and found[-1].kind in _DASHED:
        return Token(TokenKind.DASH, "-", at, at + 1)
    return Token(TokenKind.NUMBER, number[0], at, number.end(), value)


_COMPARING = (
    TokenKind.AT_LEAST, TokenKind.AT_MOST, TokenKind.ABOVE, TokenKind.BELOW, TokenKind.EQUAL,
)  # fmt: skip
_DASHED = (TokenKind.NUMBER, TokenKind.PERCENT, TokenKind.INCLUDED, TokenKind.EXCLUDED)


def _is_mark(plain: str, item: re.Match[str]) -> bool:
    """Whether what looks like the number of an item is none of a figure: ``(1)``, not ``(1分)``."""
    return item[0][-1] in "、." or not re.match(r"\s*(?:%|分|个|项)", plain[item.end() :])


@functools.lru_cache(maxsize=1024)
def _value(written: str) -> Fraction | None:
    if written[0].isdigit() or written[0] == "-":
        return Fraction(written)
    digits = [_CHINESE[c] for c in written if c in _CHINESE]
    if len(digits) != len(written):
        return None
    if "十" not in written:
        return Fraction(digits[0]) if len(digits) == 1 else None
    tens, _, ones = written.partition("十")
    return Fraction((_CHINESE[tens] if tens else 1) * 10 + (_CHINESE[ones] if ones else 0))
