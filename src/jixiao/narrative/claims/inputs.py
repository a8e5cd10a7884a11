"""Claims on basic figures: an amount or a count right behind the name of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from jixiao.narrative.claims.amounts import amounts
from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, MaskedSentence
from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.names import Subject
from jixiao.narrative.claims.plain import plain_name
from jixiao.narrative.claims.shortened import shortened, worked_out
from jixiao.narrative.claims.words import AFTER, LINK, compiled
from jixiao.narrative.model import Passage

_STATED: Final = compiled(rf"(?P<name>{NAME})(?:{LINK})(?P<figure>{FIGURE})(?:个|项)?{AFTER}")
_ANSWERED: Final = re.compile("回答(.+)份数")
_ANSWER: Final = rf"(?:^|[，；：、（和]|其中|{FIGURE})(?:回答|选择|表示|评价为?|认为|为|填写|答)*(?P<answer>{{answers}})(?:的|为|有|占|问卷|：|共|者|选项)*(?P<figure>{FIGURE})"
_PLANNED: Final = re.compile(r"预算(?!完成|支出)|收入|下达|批复|追加|安排")
_NARROWED: Final = re.compile("经费|专项|项目|采购|费用?[^，]*，|课题|工程")
_HALF_YEAR: Final = compiled(
    rf"上半年末[底末止]?，?(?:我|本|全|[局办委院校市县区单部厅中会处所镇乡]|单位|部门|年|财政|实际|共|已|总|累计|完成|实现|预算)*支出(?:数|总额|金额|资金)?(?:为|共计|共|达到?|：)*(?P<figure>{FIGURE})"
)
_UNNARROWED: Final = re.compile(
    r"(?:截[至止]|到|至|[\uec00-\uefff]|我|本|[局办委院校单部]|单位|部门|其中|，|：|从|支出|进度|看|一是)*"
)
_HALF_LABEL: Final = "上半年支出数"
_ADJUSTED: Final = re.compile(
    rf"^[^；]*?(?:追加|追减|调增|调减|调整|核增|核减)[^，；]{{0,12}}?{FIGURE}"
)
ELLIPTIC: Final = ("实际支出", "实际支出数")


def input_claims(
    sentence: MaskedSentence,
    context: NameContext,
    passage: Passage,
    used: set[int],
    carried: Subject | None = None,
) -> Iterator[Claim]:
    """Yield the basic figures that a sentence states; one given twice differently is narrower."""
    stated: dict[Subject, list[Claim]] = {}
    for match in _STATED.finditer(sentence.marks):
        figure, at = sentence.figure(match["figure"]), match.start("name")
        if figure.start in used or not context.is_own(at) or context.is_narrower(at):
            continue
        subjects = [s for s in sentence.name(match["name"]).subjects if _fits(s, figure, context)]
        if len(subjects) == 1 and _is_part_of_budget(sentence, at, subjects[0]):
            continue
        if _is_held_against(sentence, at) or (
            len(subjects) == 1 and _is_before_adjustment(sentence, match, subjects[0])
        ):
            continue
        if len(subjects) == 1 and not _is_elliptic(sentence, at):
            used.add(figure.start)
            said = sentence.quote(*match.span())
            claim = Claim(ClaimKind.INPUT, (subjects[0],), said, passage, figure)
            stated.setdefault(subjects[0], []).append(claim)
    stated |= _answers(sentence, context, passage, used)
    for claim in _half_year(sentence, context, passage, used):
        stated.setdefault(claim.subjects[0], []).append(claim)
    for short in chain(
        shortened(sentence, context, used, carried), worked_out(sentence, context, used)
    ):
        used.add(short.figure.start)
        said = sentence.quote(*short.span)
        kind = ClaimKind.INPUT if short.subject.kind == "input" else ClaimKind.RATE
        claim = Claim(kind, (short.subject,), said, passage, short.figure)
        stated.setdefault(short.subject, []).append(claim)
    for claims in stated.values():
        if len({claim.figure.value for claim in claims if claim.figure}) == 1:
            yield claims[0]


def _half_year(
    sentence: MaskedSentence, context: NameContext, passage: Passage, used: set[int]
) -> Iterator[Claim]:
    """What was spent by the end of June: 截至6月底，我局累计支出412.3万元."""
    if "上半年末" not in sentence.marks:
        return
    items = [i for i in context.names.rulebook.inputs if plain_name(i.label) == _HALF_LABEL]
    for match in _HALF_YEAR.finditer(sentence.marks) if items else ():
        figure = sentence.figure(match["figure"])
        is_free = figure.start not in used and figure.measure == "money"
        before = sentence.marks[: match.start()]
        years = [sentence.year(mark) for mark in before if "\uec00" <= mark <= "\uefff"]
        is_this_year = not years or years[-1] == context.names.year
        if is_free and is_this_year and _UNNARROWED.fullmatch(before.rpartition("；")[2]):
            used.add(figure.start)
            subject = Subject("input", items[0].id, items[0].label)
            yield Claim(ClaimKind.INPUT, (subject,), sentence.quote(*match.span()), passage, figure)


def _answers(
    sentence: MaskedSentence, context: NameContext, passage: Passage, used: set[int]
) -> dict[Subject, list[Claim]]:
    """How many forms gave each answer: 满意40份, where a sentence speaks of forms."""
    found: dict[Subject, list[Claim]] = {}
    if "问卷" not in sentence.text and "调查" not in sentence.text:
        return found
    answers = {
        match[1]: Subject("input", item.id, item.label)
        for item in context.names.rulebook.inputs
        if (match := _ANSWERED.fullmatch(plain_name(item.label)))
    }
    if not answers:  # no rulebook of surveys
        return found
    words = "|".join(sorted(map(re.escape, answers), key=len, reverse=True))
    for match in re.finditer(_ANSWER.replace("{answers}", words), sentence.marks):
        figure, subject = sentence.figure(match["figure"]), answers.get(match["answer"])
        is_joint = sentence.marks[: match.start() + 1].rstrip("、和与及或").endswith(tuple(answers))
        if (
            is_joint
            or subject is None
            or figure.start in used
            or figure.measure not in ("份", "人", "名")
        ):
            continue
        used.add(figure.start)
        claim = Claim(ClaimKind.INPUT, (subject,), sentence.quote(*match.span()), passage, figure)
        found.setdefault(subject, []).append(claim)
    return found


def _fits(subject: Subject, figure: WrittenFigure, context: NameContext) -> bool:
    """Whether a figure is of the sort that a basic figure is: money, or things counted."""
    if subject.kind != "input" or figure.is_difference:
        return False
    item = context.names.rulebook.input_by_id.get(subject.id)
    if item is not None and item.kind == "money":
        return figure.measure == "money"
    return figure.measure not in ("share", "money", "points", "")


def _is_held_against(sentence: MaskedSentence, at: int) -> bool:
    """Whether a budget is that of what was named before: 三公经费326.5万元，比年初预算345万元."""
    begin = max(sentence.marks.rfind(mark, 0, at) for mark in "，；：") + 1
    if not re.match("比|较|与|占", sentence.marks[begin:at]):
        return False
    before = sentence.marks[sentence.marks.rfind("；", 0, begin) + 1 : begin]
    return any(
        subject.kind == "change"
        for mark in before
        if "\ue000" <= mark <= "\uebff"
        for subject in sentence.name(mark).subjects
    )


def _is_part_of_budget(sentence: MaskedSentence, at: int, subject: Subject) -> bool:
    """Whether spending is planned spending: 年初预算1246.8万元，其中项目支出380万元."""
    marks = sentence.marks
    where = marks.rfind("其中", marks.rfind("；", 0, at) + 1, at)
    if where < 0 or "预算" in subject.name:
        return False
    before = list(amounts(sentence, 0, where))
    return bool(before) and bool(_PLANNED.search(before[-1].said))


def _is_before_adjustment(sentence: MaskedSentence, match: re.Match[str], subject: Subject) -> bool:
    """Whether a budget was adjusted after: 公用经费年初预算80万元，追加6万元 states no 预算安排数."""
    if "预算" not in subject.name or "年初" in subject.name:
        return False
    name = sentence.name(match["name"])
    begin = max(sentence.marks.rfind(mark, 0, match.start("name")) for mark in "，；：") + 1
    said = sentence.marks[begin : match.start("name")] + sentence.text[name.start : name.end]
    return "年初" in said and bool(_ADJUSTED.match(sentence.marks[match.end("figure") :]))


def _is_elliptic(sentence: MaskedSentence, at: int) -> bool:
    """Whether 实际支出 is short for the spending of what was named before it."""
    name = sentence.name(sentence.marks[at])
    said = sentence.text[name.start : name.end]
    before = sentence.marks[:at]
    is_narrowed = any("\ue000" <= mark <= "\uebff" for mark in before) or _NARROWED.search(before)
    return said in ELLIPTIC and bool(is_narrowed)
