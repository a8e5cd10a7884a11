"""Claims on why the budget of the year grew: a carry-over from last year, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jixiao.narrative.claims.masked import FIGURE, MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.words import compiled
from jixiao.narrative.model import Passage

CARRIED: Final = "上年结转"
_CARRY_OVER: Final = re.compile(
    r"(?:上年度?|上一年度?|以前年度)(?:的)?(?:结转结余|结余结转|结转和结余|结转|结余)(?:资金|数值|数额|数|金额|指标)*"
    r"(?:较高|较大|过大|过高|偏大|偏高|较多|过多)?，?(?:使得|使|导致|造成|致使|引起)(?:了)?(?:本年度?|当年|全年|年度)*(?:的)?"
    r"(?:部门)?(?:预算|收入)(?:收入|数|总额|规模|指标)*(?:较高|较大|偏高|增加|增长|较多|过大|偏大|调增)"
)
_OTHER_CAUSE: Final = compiled(
    rf"(?P<before>{FIGURE})，?(?:后)?(?:由于|因为|因)(?P<cause>[^，。；\uf000-\uf8ff]{{2,20}}?)(?:等)?(?:原因|因素|影响)?，"
    rf"(?:实际)?(?:拨入|到位|下达|调整为|调整到|调整至|追加(?:到|至|为)|增加(?:到|至|为)|调增(?:到|至|为)|安排)(?:预算|资金|数|为)*(?P<after>{FIGURE})"
)


def cause_claims(sentence: MaskedSentence, passage: Passage) -> Iterator[Claim]:
    """Yield what a sentence gives as the cause of a larger budget."""
    if "因" not in sentence.text and "结" not in sentence.text:
        return
    for match in _CARRY_OVER.finditer(sentence.text):
        yield Claim(ClaimKind.CAUSE, (), match[0], passage, word=CARRIED)
    for match in _OTHER_CAUSE.finditer(sentence.marks):
        before, after = sentence.figure(match["before"]), sentence.figure(match["after"])
        if before.measure == after.measure == "money" and after.value > before.value:
            said = sentence.quote(*match.span())
            cause = "".join(mark for mark in match["cause"] if mark < "\ue000")
            yield Claim(ClaimKind.CAUSE, (), said, passage, after, (before, after), word=cause)
