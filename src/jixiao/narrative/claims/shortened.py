"""Basic figures named in short after the row they belong to: 公用经费控制率：预算86万元，实际支出81.7万元.

A word such as 预算, 实际支出 or 上年 is read only where exactly one row is spoken of, of the whole
department, and that row draws on exactly one basic figure that the word can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from jixiao.narrative.claims.amounts import is_figure
from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, MaskedSentence
from jixiao.narrative.claims.names import FoundName, Subject
from jixiao.narrative.claims.plain import plain_name
from jixiao.narrative.claims.topics import Topic, is_generic, topic_before
from jixiao.narrative.claims.words import AFTER, compiled
from jixiao.rulebook import Input, Rulebook, inputs_of

_WORDS: Final = (  # what may be said in short, and the labels that it can mean
    ("本年度?|当年", "^本年"),
    ("上年度?|去年", "^上年"),
    ("实际支出[数额]?|实际支出金额|支出[数额]?|决算(?:支出)?数?|年支出", "支出数?$|完成数$"),
    ("年初预算[数额]?", "年初预算"),
    ("(?:全年|年度)?预算[数额]?|预算安排数?|预算金额", "预算(?!完成|支出|调整数)"),
    ("实际采购(?:金额|数额?)?|采购金额", "实际.*采购"),
    ("年[中内度](?:追加|调增)(?:预算|资金)?|追加(?:预算|资金)?", "预算调整数"),
    ("(?:核定)?编制数?|编制人数", "编制数"),
    ("(?:年末)?(?:实有|在职|在编|在岗)+(?:人员|职工|人数|数)*", "在职人员数"),
    ("在用(?:资产)?", "在用"),
    ("(?:年末)?固定资产(?:总额|总值)?", "所有固定资产"),
)
_SAID: Final = compiled(
    rf"(?P<lead>^|[，；：、（]|(?<={NAME})(?=[本上]年))(?:其中|比|较|与|占|为)?(?P<word>{'|'.join(word for word, _ in _WORDS)}|{NAME})(?:总额|共计|共|为|有|是|：|合计|约)*(?P<figure>{FIGURE}){AFTER}"
)
_LISTED: Final = compiled(
    rf"[，：、（]|(?:{'|'.join(word for word, _ in _WORDS)}|分值|满分|权重)?(?:为|是|共)?{FIGURE}"
)
_TAKEN_AWAY: Final = re.compile("核减|调减|收回|压减|统筹|追减|扣减|上交")
_RATED: Final = compiled(
    rf"(?<=[，；])(?P<end>[^，；、（）\uf000-\uf8ff\ue000-\uefff]{{1,4}}率)(?:为|是|达到?|：)*(?P<figure>{FIGURE}){AFTER}"
)
_ENDS: Final = re.compile("[；。]")
_REACH: Final = 48  # marks between what is spoken of and a figure of it


@dataclass(frozen=True, slots=True)
class ShortFigure:
    """A basic figure named in short: what it is, and the marks from its word to its figure."""

    subject: Subject
    figure: WrittenFigure
    span: tuple[int, int]


def shortened(
    sentence: MaskedSentence, context: NameContext, used: set[int], carried: Subject | None
) -> Iterator[ShortFigure]:
    """Yield the basic figures that a sentence names in short; ``carried`` heads its paragraph."""
    for match in _SAID.finditer(sentence.marks):
        figure = sentence.figure(match["figure"])
        word = _word(sentence, match["word"])
        if figure.start in used or figure.is_difference or not word:
            continue
        items = _drawn_on(
            sentence,
            context,
            match.start("word"),
            carried,
            is_added="追加" in word or "调增" in word,
        )
        meant = [item for item in items if _is_meant(word, item, figure)]
        if len(meant) == 1:
            subject = Subject("input", meant[0].id, meant[0].label)
            yield ShortFigure(subject, figure, (match.start("word"), match.end()))


def worked_out(
    sentence: MaskedSentence, context: NameContext, used: set[int]
) -> Iterator[ShortFigure]:
    """Yield two basic figures and their rate where no name is whole: 在职26人、编制26人，控制率100%."""
    marks = sentence.marks
    for match in _RATED.finditer(marks):
        begin = max((m.end() for m in _ENDS.finditer(marks, 0, match.start())), default=0)
        said = [
            m for m in _SAID.finditer(marks, begin, match.start())
            if sentence.figure(m["figure"]).start not in used
        ]  # fmt: skip
        rate = sentence.figure(match["figure"])
        between = marks[begin : match.start()]
        is_whole = context.is_neutral(_LISTED.sub("", between)) and context.is_own(match.start())
        if len(said) < 2 or rate.measure != "share" or rate.start in used or not is_whole:
            continue
        rows = dict(_rows_of(sentence, context.names.rulebook, match["end"], said))
        if len(rows) == 1:
            row, figures = next(iter(rows.items()))
            yield from figures
            yield ShortFigure(row, rate, match.span())


def _rows_of(
    sentence: MaskedSentence, rulebook: Rulebook, end: str, said: list[re.Match[str]]
) -> Iterator[tuple[Subject, list[ShortFigure]]]:
    """The rows whose names end so and each of whose two basic figures one word alone can mean."""
    for row in rulebook.indicators:
        if not plain_name(row.name).endswith(end):
            continue
        figures = [
            ShortFigure(
                Subject("input", item.id, item.label), sentence.figure(m["figure"]), m.span()
            )
            for item in inputs_of(rulebook, row)
            for m in said
            if _is_meant(_word(sentence, m["word"]), item, sentence.figure(m["figure"]))
        ]
        if all(is_generic(_word(sentence, m["word"])) or "采购" in m["word"] for m in said):
            continue  # 预算50万元，支出45万元，完成率90%: of a project before
        if len({f.subject for f in figures}) == len(figures) == len({f.span for f in figures}) == 2:
            yield Subject("indicator", row.id, row.name), figures


def _word(sentence: MaskedSentence, said: str) -> str:
    """The word said; that behind a mark only where it is the name of any budget."""
    if not re.match(NAME, said):
        return said
    name = _spelt(sentence, sentence.name(said))
    return name if is_generic(name) else ""


def _spelt(sentence: MaskedSentence, name: FoundName) -> str:
    return sentence.text[name.start : name.end]


def _is_meant(word: str, item: Input, figure: WrittenFigure) -> bool:
    """Whether a basic figure is one that a word can mean, and a figure of its sort."""
    is_money = item.kind == "money"
    if is_money != (figure.measure == "money") or figure.measure in ("share", "points", ""):
        return False
    label = plain_name(item.label)
    return any(re.fullmatch(said, word) and re.search(meant, label) for said, meant in _WORDS)


def _drawn_on(
    sentence: MaskedSentence,
    context: NameContext,
    at: int,
    carried: Subject | None,
    *,
    is_added: bool,
) -> Iterable[Input]:
    """The basic figures of the one row spoken of at a mark; none where that is not certain."""
    marks = sentence.marks
    begin = max((m.end() for m in _ENDS.finditer(marks, 0, at)), default=0)
    places = [p for p in range(begin, at) if "\ue000" <= marks[p] <= "\uebff"]
    heads = [p for p in places if not is_generic(_spelt(sentence, sentence.name(marks[p])))]
    if is_added:
        heads = places if not _TAKEN_AWAY.search(marks[begin:]) else []
    if heads:
        head = heads[-1]
        between = marks[head + 1 : at]
        if (
            len(between) > _REACH
            or "其中" in between
            or topic_before(f"，{_unnamed(between)}") is not Topic.WHOLE
        ):
            return ()
    else:
        head = next((p for p in range(at, len(marks)) if _heads_later(sentence, p, at)), -1)
        if not context.is_neutral(_LISTED.sub("", marks[begin:at])):
            return ()
        if head < 0:
            is_near = (
                carried is not None
                and context.is_own(at)
                and topic_before(marks[:at]) is Topic.WHOLE
            )
            return _inputs((carried,), context.names.rulebook) if carried and is_near else ()
    if not context.is_own(head) or context.is_narrower(head) or not context.is_this_year(at):
        return ()
    return _inputs(sentence.name(marks[head]).subjects, context.names.rulebook)


def _heads_later(sentence: MaskedSentence, place: int, at: int) -> bool:
    """Whether a row is named right after its figures: 编制26人，在职26人，在职人员控制率100%."""
    mark = sentence.marks[place]
    if not "\ue000" <= mark <= "\uebff" or place - at > _REACH // 2:
        return False
    if _ENDS.search(sentence.marks, at, place):
        return False
    subjects = sentence.name(mark).subjects
    return all(s.kind in ("indicator", "input") for s in subjects) and not re.search(
        "占|其中", sentence.marks[at:place]
    )


def _unnamed(marks: str) -> str:
    """Marks without names, each figure left: what is said between a row and its figures."""
    return "".join(m for m in marks if is_figure(m) or not "\ue000" <= m <= "\uefff")


def _inputs(subjects: Iterable[Subject], rulebook: Rulebook) -> list[Input]:
    """What the rows meant draw on; of a basic figure, each row that draws on it."""
    found: dict[str, Input] = {}
    for subject in subjects:
        ident = subject.id.partition("/")[0]
        for row in rulebook.indicators:
            drawn = inputs_of(rulebook, row) if _may_be(subject, ident, row.id) else ()
            if subject.kind != "input" or ident in {item.id for item in drawn}:
                found |= {item.id: item for item in drawn}
    return list(found.values())


def _may_be(subject: Subject, ident: str, row: str) -> bool:
    return subject.kind == "input" or row == ident
