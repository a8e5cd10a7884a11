"""Find the figures in a text: operator, sign, digits, unit, and what is around them.

Works on text that ``characters.plain`` has folded. Dates, ranges and ordinals are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from jixiao.figures.exact import Exact
from jixiao.figures.parsing.numerals import NUMERAL, SHARE, numeral, part_of
from jixiao.figures.parsing.operators import OPERATORS, SUFFIXES
from jixiao.figures.quantity import Operator
from jixiao.figures.units import UNITS, spelled

LONGEST_NUMBER = 40  # digits of one number; no figure of a scoresheet has more


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_DIGITS = r"[0-9]{1,3}(?:[ '’][0-9]{3})+(?![0-9])|[0-9]+(?:[,。·点][0-9]+)*"
_ARROWS = "▲△▼▽"  # a minus in one office, a rise in another
_FALLING = "下降|减少|降低|下调|调减|减|降|↓"
_DIGIT = re.compile("[0-9]")
_ONE_NUMERAL = re.compile(NUMERAL)
_DATE = re.compile(
    r"(?:19|20)[0-9]{2}[ ]*年(?:度)?(?:[ ]*[0-9]{1,2}[ ]*月(?:[ ]*[0-9]{1,2}[ ]*[日号])?)?"
    r"|(?:19|20)[0-9]{2}(?P<bar>[-/.])[0-9]{1,2}(?P=bar)[0-9]{1,2}(?:[T ][0-9:.]+Z?)?"
    r"|(?:19|20)[0-9]{2}[-/](?:0?[1-9]|1[0-2])(?![0-9.])"
    r"|(?<![0-9])[0-9]{1,2}月(?:[0-9]{1,2}[日号])?"
    r"|(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
)
_RANGE = re.compile(r"[0-9][^0-9,。;]{0,4}?(?:-|—|~|～|至|到)[ ]*[0-9]")
_QUOTIENT = re.compile(r"[0-9][ ]*[/÷:：][ ]*[0-9]")
_SUM = re.compile(r"[0-9%)元分人个][ ]*[+*×±][ ]*[(]?[0-9]")
_ODD_POINT = re.compile("[。·点]")  # what a Chinese keyboard gives for a decimal point
_SIGNS = (None, "-", "+")
_LIST = re.compile(r"[0-9]、[0-9]")
_OPEN = re.compile(r"[0-9%分元][ ]*[-—~±+]+$")
_ORDINAL = re.compile(r"第[ ]*[0-9]+|(?:^|[ ])[(]?[0-9]{1,2}[)、](?![0-9])")


@cache  # compiled when a text holds a digit: that takes longer than most texts to read
def _figure() -> re.Pattern[str]:
    return re.compile(
        rf"""(?:(?P<operator>{_any_of(OPERATORS)})[ ]*)?
    (?P<sign>[-+]|—|负|[{_ARROWS}]|{_FALLING})?[ ]?
    (?P<open>\()?
    (?P<number>(?:{_DIGITS})(?:\.[0-9]*)?|\.[0-9]+)
    (?P<close>\))?
    [ ]*(?:(?P<unit>{_any_of(UNITS)})|\((?P<bracketed>{_any_of(UNITS)})\))?
    [ ]*(?P<suffix>{_any_of(SUFFIXES)})?""",
        re.VERBOSE,
    )


@cache
def _numeral_figure_whole() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<operator>{_any_of(OPERATORS)})?(?P<number>{NUMERAL}(?:点[〇零一二三四五六七八九]{{1,12}})?)"
        rf"(?P<unit>{_any_of(UNITS)})?(?P<suffix>{_any_of(SUFFIXES)})?"
    )


@dataclass(frozen=True, slots=True)
class SeenFigure:
    """A figure seen in a text: the numbers it may write with their decimals, as written.

    ``numbers`` has several members where grouping or a sign can be read in two ways; percentages
    are not yet divided. ``is_whole`` says that nothing but the figure is in the text.
    """

    numbers: tuple[tuple[Fraction, int], ...]
    unit: str
    operator: Operator | None
    text: str
    is_whole: bool


def is_date(text: str) -> bool:
    """Say whether a date is in the text."""
    return _DATE.search(text) is not None


def is_plain(text: str) -> bool:
    """Say whether a folded text is a number with its unit and nothing else."""
    match = _figure().fullmatch(text) if _DIGIT.search(text) else None
    if match is None:
        return False
    return not (match["operator"] or match["suffix"] or match["open"]) and match["sign"] in _SIGNS


def is_range(text: str) -> bool:
    """Say whether numbers are joined to a range, a quotient, a sum, a list, or one is left open."""
    return any(joined.search(text) for joined in (_RANGE, _QUOTIENT, _SUM, _LIST, _OPEN))


def scan_figures(text: str) -> list[SeenFigure]:
    """List the figures of a folded text; empty where there is none that can be read."""
    found: list[SeenFigure] = []
    if _DIGIT.search(text):
        bare = _ORDINAL.sub(" ", _DATE.sub(" ", text))
        matches = _figure().finditer(bare)
        found = [seen for match in matches if (seen := _seen(match, text)) is not None]
    for match in SHARE.finditer(text):
        part = part_of(match)
        if part is not None:
            value, digits = part
            whole = text.strip("。;,. ") == match[0]
            operator = OPERATORS.get(text[: match.start()].strip()) if not whole else None
            is_whole = whole or (operator is not None and text.endswith(match[0]))
            found = [s for s in found if s.text.strip() not in match[0]]
            found.append(SeenFigure(((value * 100, digits),), "%", operator, match[0], is_whole))
    if not found:
        found.extend(_numeral_figure(text))
    return found


def _numeral_figure(text: str) -> list[SeenFigure]:
    match = _numeral_figure_whole().fullmatch(text) if _ONE_NUMERAL.search(text) else None
    read = numeral(match["number"]) if match else None
    if match is None or read is None:
        return []
    return [
        SeenFigure((read,), spelled(match["unit"] or ""), _operator(match), text, is_whole=True)
    ]


def _operator(match: re.Match[str]) -> Operator | None:
    if match["operator"]:
        return OPERATORS[match["operator"]]
    return SUFFIXES[match["suffix"]] if match["suffix"] else None


def _seen(match: re.Match[str], text: str) -> SeenFigure | None:
    written = match["number"]
    if sum(c.isdigit() for c in written) > LONGEST_NUMBER:
        return None
    numbers = _numbers(written)
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    sign = match["sign"]
    if sign == "负" or (sign == "-" and not (before.isdigit() or before == "%")):
        numbers = [(-value, digits) for value, digits in numbers]
    elif sign not in (None, "-", "+") or (match["open"] and match["close"] and not sign):
        numbers = [(s * value, digits) for value, digits in numbers for s in (-1, 1)]
    if not numbers:
        return None
    is_whole = text.rstrip("。;,. ") == match[0].strip().rstrip(".")
    return SeenFigure(
        tuple(numbers),
        spelled(match["unit"] or match["bracketed"] or ""),
        _operator(match),
        match[0],
        is_whole,
    )


def _numbers(written: str) -> list[tuple[Fraction, int]]:
    """Read digits with their grouping marks; two readings where a mark may be a decimal point."""
    body, point, rest = written.partition(".")
    first, *groups = re.split(r"[ ,'’。·点]", body)
    joined = (
        Exact("".join((first, *groups)) + (f".{rest}" if rest else "") or "0") if body else None
    )
    if joined is None:
        return [(Exact(f"0.{rest}"), len(rest))]
    if not groups or (_is_grouped(first, groups) and not _ODD_POINT.search(body)):
        return [(joined, len(rest))]
    if len(groups) == 1 and not point:
        return [(Exact(f"{first}.{groups[0]}"), len(groups[0])), (joined, 0)]
    return []


def _is_grouped(first: str, groups: list[str]) -> bool:
    """Say whether digits are grouped by three, or by four as in 1,2345,6789."""
    size = len(groups[0])
    return (
        size in (3, 4)
        and all(len(group) == size for group in groups)
        and len(first) <= size
        and not first.startswith("0")
    )
