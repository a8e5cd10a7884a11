"""What of a sentence states a rule of any department, not what this one reached.

The clauses of a rule keep their names, so that what follows is known to be of them; every other
mark of them is blanked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, YEAR, MaskedSentence
from jixiao.narrative.claims.words import US

BLANK: Final = "〓"
_CLAUSE: Final = re.compile(r"[^，；：（）]+")
_RULE: Final = re.compile(
    rf"每(?:低|高|超|少|多|增|减|下降|上升|降低|超过|出现|发生|有|缺|差|相差)|每{FIGURE}|否则不得分|扣完为止|"
    rf"为止|计算公式|[评价标目][分价准标]标准[：为]|^标准[为：]|{FIGURE}[^，；]{{0,6}}(?:评定?|定|计)?为[优良中差]|"
    rf"的[评定]?为[优良中差]|分为优|^[优良中差](?:秀|好)?[（为]|{FIGURE}的(?:得|扣|不得)|"
    rf"不得(?:低|高|少|多|超)于|(?<![比较与距低于])(?:目标值|计划值)(?:设定|设)?(?:为|是|：|[\uf000-\uf8ff])|以上的?(?:得分)?[为评]?为?优|的$"
)
_SUPPOSED: Final = re.compile(
    r"^(?:但|而)?(?:如果|若(?!干)|凡|一旦|假如|倘|假设|如(?!下|期|实|上|图|表|此|何|数|约)|剔除|排除|不考虑|扣除(?=[^\uf000-\uf8ff]*(?:因素|影响|后))|只有|下一?(?:年度?|步|阶段)|明年|来年|今后|建议|(?:年度|工作|绩效)*目标(?:为|是|：))|(?:计算公式|评[分价]标准|评分规则|计分办法)："
)
_OWN: Final = re.compile(
    rf"(?:^|^[而但经则故]|因此|据此)(?:我{US}|(?:本{US}|本[次年])|{YEAR}|当年|全年|今年|实际|自评|经|最终|截至|现)"
)
_GRADE: Final = rf"(?:[优良中差](?:秀|好|等)?|较[好差]|不?合格|一般)(?:（[^（）]*{FIGURE}[^（）]*）|[：为]?{FIGURE}[^，；。、（）]*(?:（[^（）]*）)?)"
_SCALE: Final = re.compile(rf"{_GRADE}(?:[、，；和及]+{_GRADE})+")
_BOUND: Final = re.compile(rf"({FIGURE})[^，；]{{0,4}}(?:[得计]{FIGURE}|不得分)")
_RANGE: Final = re.compile(r"\d%?[-~至到]\d")
_REACHED: Final = re.compile(rf"(?:{NAME}|率)[^，得计扣\uf000-\uf8ff]{{0,4}}({FIGURE})$")
_CONCLUDED: Final = re.compile(rf"[得计扣]分?{FIGURE}|[扣得][分完]|得满分")
_HANGING: Final = re.compile(rf"(?:相应|应|可|即)?[扣加减得]分?{FIGURE}$|扣完")


def without_rules(sentence: MaskedSentence) -> MaskedSentence | None:
    """Blank the clauses of a sentence that state a rule; None where it is nothing but a rule."""
    marks = _SCALE.sub(lambda match: BLANK * len(match[0]), sentence.marks)
    sentence = sentence if marks == sentence.marks else replace(sentence, marks=marks)
    clauses = [match.span() for match in _CLAUSE.finditer(marks)]
    ruled = [at for at, span in enumerate(clauses) if _is_rule(sentence, *span)]
    blank = _supposed(marks, clauses)
    if not ruled and not blank:
        return sentence
    if ruled:
        last = _last_hanging(marks, clauses, ruled[-1])
        blank |= {
            at for at in range(last + 1)
            if at in ruled or at > ruled[-1] or not _is_own(sentence, clauses, at, last)
        }  # fmt: skip
    if len(blank) == len(clauses):
        return None
    kept = list(marks)
    for number in blank:
        for at in range(*clauses[number]):
            kept[at] = kept[at] if "\ue000" <= kept[at] <= "\uebff" else BLANK
    return replace(sentence, marks="".join(kept))


def _is_rule(sentence: MaskedSentence, start: int, end: int) -> bool:
    """Whether a clause is one of a rule: 每低1个百分点扣0.3分, 不超过10%得6分."""
    said = sentence.marks[start:end]
    bound = _BOUND.search(said)
    if _RULE.search(said):
        return True
    return bound is not None and _is_reach(sentence.figure(bound[1]))


def _is_reach(figure: WrittenFigure) -> bool:
    """Whether a share is what a rule speaks of: ≥95%, 90%-95%."""
    return figure.is_bound or (figure.measure == "share" and bool(_RANGE.search(figure.text)))


def _is_own(sentence: MaskedSentence, clauses: list[tuple[int, int]], at: int, last: int) -> bool:
    """Whether a clause next to a rule says what was reached: it speaks of us, or a result follows."""
    said = sentence.marks[slice(*clauses[at])]
    if _OWN.search(said):
        return True
    reached = _REACHED.search(said)
    following = sentence.marks[clauses[at][1] :]
    concluded = "".join(sentence.marks[slice(*span)] + "，" for span in clauses[last + 1 :])
    return (
        reached is not None
        and not sentence.figure(reached[1]).is_bound
        and not re.match("[，：]?(?:得|计)", following)
        and bool(_CONCLUDED.search(concluded))
    )


def _last_hanging(marks: str, clauses: list[tuple[int, int]], last: int) -> int:
    """The last clause of a rule: 每低1个百分点，扣0.3分 are two."""
    if "每" not in marks[slice(*clauses[last])] or last + 1 == len(clauses):
        return last
    following = marks[slice(*clauses[last + 1])]
    has_points = re.search(rf"[扣加减]分?{FIGURE}", marks[slice(*clauses[last])])
    return last + 1 if _HANGING.match(following) and not has_points else last


def _supposed(marks: str, clauses: list[tuple[int, int]]) -> set[int]:
    """The clauses from one that supposes something up to the end of what is said of it."""
    found: set[int] = set()
    is_supposed = False
    for number, (start, end) in enumerate(clauses):
        if marks[start - 1 : start] == "；":
            is_supposed = False
        is_supposed = is_supposed or bool(_SUPPOSED.search(marks[start : end + 1]))
        if is_supposed:
            found.add(number)
    return found
