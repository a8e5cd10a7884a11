"""Bring a passage to one plain form and cut it into sentences, without changing what it says.

Full-width digits and signs become plain ones, Chinese punctuation is kept, quotation marks,
numbering, titles of papers and dates go: none of them states a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from jixiao.figures import plain_characters

_QUOTES: Final = re.compile('["“”‘’「」『』＂`]+')
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")  # used for names and figures later
_CITED: Final = re.compile(r"[〔\[(（]?(?:19|20)\d\d[〕\])）]\s*(?:第?\s*\d+\s*号)?")
_TITLES: Final = re.compile(r"《[^《》]{0,80}》|〈[^〈〉]{0,80}〉")
_NUMBERING: Final = re.compile(
    r"^\s*(?:第[一二三四五六七八九十\d]{1,3}[章节部条]|[(（][一二三四五六七八九十\d]{1,3}[)）][、.]?"
    r"|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s*[“\"《\u4e00-\u9fff])(?!\s*[分万亿元倍个千])|\d{1,2}[、)）]"
    r"|\d{1,2}[.．](?!\d)|[①-⑳])\s*"
)
_DATES: Final = re.compile(
    r"(?<=[于在])(?:19|20)\d\d年\s*\d{1,2}月(?:份|\s*\d{1,2}[日号])?(?:前|以前|之前|初|上旬|中旬|下旬)?(?!底|末)|(?<=年)\s*(?:1[0-2]|0?[1-9])\s*月(?:\s*\d{1,2}\s*[日号])?"
    r"|(?<![\d.个])(?:1[0-2]|0?[1-9])月(?:\d{1,2}[日号])?(?=[底末份初止至到前后，。；：、（）]|-|—)"
    r"|(?<![\d.])\d{1,2}月\d{1,2}[日号]|\d{1,2}:\d{2}|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}"
)
_HALF: Final = re.compile("30|月[底末]")
_ORDINALS: Final = re.compile(r"第\s*(?:\d+|[一二三四五六七八九十]+)(?=[^\d])")
_SYSTEMS: Final = re.compile(r"(?:百分|(?<!\d)\d{2,3}分)制")
_YEAR_END: Final = re.compile(  # 2017年末结转结余: of a year, and a name that begins with 年末
    r"((?:19|20)\d\d年)(?=[初末底]\w{0,4}(?:预算|批复|结转|结余|在职|在编|固定资产))"
)
_GROUPED: Final = re.compile(r"(?<!\d)(\d{1,3}(?:,\d{3})+)(?!\d)")
_BLANKS: Final = re.compile(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])|(?<=\d)\s+(?=[A-Za-z])")
_FORMULA: Final = re.compile(
    r"=[^，。；=]*(?==)"
    r"|(?<=率)(?:为|是|：)?[（\d][^，。；=\u4e00-\u9fff]*[/*][^，。；=\u4e00-\u9fff]*(?==-?\d)"
)
_MARKS: Final = str.maketrans({",": "，", ";": "；", "(": "（", ")": "）", "!": "！", "?": "？",
                               "[": "（", "]": "）", "【": "（", "】": "）", "〔": "（", "〕": "）",
                               "×": "*", "÷": "/", "／": "/", "﹪": "%", "～": "~", "—": "-"})  # fmt: skip
_COLON: Final = re.compile(r":(?!\d)|(?<!\d):")
_LONGEST: Final = 1000  # characters of a sentence
_STOPS: Final = re.compile("(?<=[，；：、])")
_END: Final = re.compile(r"[。！？\n]+")


def plain_text(text: str) -> str:
    """Give the plain form of a passage.

    >>> plain_text("1、“预算完成率”为 ６０．２％ ，得0分（见洪财办[2018]35号）")
    '预算完成率为60.2%，得0分（见洪财办）'
    """
    bare = _PRIVATE.sub("", plain_characters(text)).replace("\u3000", " ")
    bare = _TITLES.sub("", bare)
    bare = _CITED.sub("", bare) if "号" in bare else bare
    bare = _BLANKS.sub("", _QUOTES.sub("", _NUMBERING.sub("", bare, count=1)))
    bare = _GROUPED.sub(lambda match: match[1].replace(",", ""), bare)
    bare = _COLON.sub("：", bare.translate(_MARKS)).replace("比率", "率")
    bare = _ORDINALS.sub("第", _DATES.sub(_without_date, bare))
    return _SYSTEMS.sub("", _YEAR_END.sub(r"\1年", bare))


def _without_date(match: re.Match[str]) -> str:
    """Leave a mark where a date lies within the year: it speaks of part of the year."""
    month = re.search(r"(\d{1,2})\s*月", match[0])
    if (
        month is not None
        and month[1].lstrip("0") == "6"
        and _HALF.search(match[0] + match.string[match.end() : match.end() + 1])
    ):
        return "上半年末"
    return "某月" if month is not None and month[1].lstrip("0") != "12" else ""


def without_workings(sentence: str) -> str:
    """Leave out the workings between a name and its result.

    >>> without_workings("预算完成率=完成数/预算数=775.6/1288.4*100%=60.2%")
    '预算完成率=60.2%'
    """
    return _FORMULA.sub("", sentence)


@lru_cache(maxsize=4096)
def plain_name(text: str) -> str:
    """Give the plain form of a name: as it is found in the plain form of a passage.

    >>> plain_name("“三公经费”变动比率")
    '三公经费变动率'
    """
    bare = _QUOTES.sub("", plain_characters(text)).translate(_MARKS)
    return re.sub(r"\s+", "", bare).replace("比率", "率")


def sentences(text: str) -> Iterator[str]:
    """Cut a plain passage into its sentences."""
    for piece in _END.split(text):
        bare = _NUMBERING.sub("", piece, count=1)
        if len(bare) > _LONGEST:
            yield from _shorter(bare)
        elif bare:
            yield bare


def _shorter(sentence: str) -> Iterator[str]:
    """Cut a sentence that no one would write at its stops; a stretch without any is left out."""
    kept = ""
    for part in _STOPS.split(sentence):
        if len(kept) + len(part) > _LONGEST:
            yield kept
            kept = ""
        kept += part if len(part) <= _LONGEST else ""
    if kept:
        yield kept
