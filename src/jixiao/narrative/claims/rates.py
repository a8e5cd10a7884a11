"""Claims on rates: right behind the name of a row, by the end of its name, or as a change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from jixiao.narrative.claims.amounts import is_figure
from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.inputs import ELLIPTIC
from jixiao.narrative.claims.masked import FIGURE, YEAR, MaskedSentence
from jixiao.narrative.claims.mentions import Mentions
from jixiao.narrative.claims.names import Subject
from jixiao.narrative.claims.plain import plain_name
from jixiao.narrative.claims.roles import FALLING, RISING, change_way, is_value, run_before, signed
from jixiao.narrative.claims.topics import Topic, topic_before
from jixiao.narrative.claims.words import US, compiled

_LATER_RATE: Final = compiled(
    rf"(?:{YEAR}|实际|仅|只|也|已|全年|我{US}|本单位|本部门|为|是|有|达到|达|完成了?|完成值|到|最终|本年度?|当年|值|执行|结果|约|即|在|计算|得出|数)*"
)
_LAST_YEAR: Final = re.compile("上年|去年|上一年|同比|同期")
_CHANGE_PATH: Final = compiled(
    rf"(?:总额|支出|总体|方面|，|、|：|比|较|同比|与|{YEAR}|年初|上年|去年|上一年|度|同期|相比|的|决算数?|预算数?|支出数?|实现|大幅|略|均|有所|共|总计|合计|为|"
    rf"{RISING}|{FALLING}|节约|从|由|到|至|增|减|降|升|了|幅度|幅|降幅|增幅|年度|年|{FIGURE}|明显|持续|进一步|总|数|金额|规模|实际|（|）|即)*"
)
_FALL_ALONE: Final = re.compile(
    rf"(?:同比|比上年|较上年|与上年相比|相比|实际|总体|比去年|较去年)*(?:{RISING}|{FALLING})(?:了|幅度|幅)*(?:为|达)?"
)
_BARE: Final = "满意度"
_SURVEYED: Final = re.compile("问卷|调查|测评|受访|[发收]放?[^，；]{0,6}份")
_OURS: Final = re.compile(rf"^(?:而|但)?(?:我{US}|本(?:单位|部门|{US}))")
_IS: Final = re.compile("[为是：]|实际|达到?")
_BE: Final = re.compile(r"(?:为|是|：|=|达到|达|实际|仅|只|有|约|到|即)+$")
_LEAD: Final = re.compile(r"^(?:故|则|因此|实际|其|该|全年|本年度?|最终|总体|整体)*")
_SAID_OF: Final = re.compile(r"^(?:本年度?|上年度?|实际|所有|年初|年末|年终|年底|在用|全部|账面)+")
_WORKED: Final = compiled(rf"[^，；：]*{FIGURE}[^，；：]*/[^，；：]*{FIGURE}[^，；：=]*=")
_SHORT, _STEM, _REACH, _CLOSE = 3, 2, 60, 24


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate found: of which row, as which figure, from which mark on."""

    row: Subject
    figure: WrittenFigure
    start: int


@dataclass(frozen=True, slots=True)
class RateReader:
    """Reads the rates of one sentence; ``carried`` is the one row its paragraph speaks of."""

    sentence: MaskedSentence
    mentions: Mentions
    carried: Subject | None

    def rate_at(self, at: int, figure: WrittenFigure) -> Rate | None:
        """The rate that a share at a mark is."""
        if not is_value("", self.sentence.marks[at + 1 : at + 8], is_share=True):
            return None
        return self._change(at, figure) or self._named(at, figure) or self._later(at, figure)

    def _named(self, at: int, figure: WrittenFigure) -> Rate | None:
        """Right behind a name: 预算完成率为60.2%."""
        place = self.mentions.last(at)
        if place is None:
            return None
        path = self.sentence.marks[place + 1 : at]
        if figure.is_bound and figure.text.endswith("以内") and "控制在" in path:
            return None  # what it is kept within is not what it is
        figures = [self.sentence.figure(mark) for mark in path if is_figure(mark)]
        is_moved = re.search("[至到达为]", path) is not None and is_value(path, "", is_share=True)
        if any(one.measure == "share" for one in figures) and not is_moved:
            return None
        years = [m for m in path if "\uec00" <= m <= "\uefff"]
        if years and self.sentence.year(years[-1]) != self.mentions.context.names.year:
            return None
        if self._is_of_occasion(place):
            return None
        row = self._rated(place) if is_value(path, "", is_share=True) else None
        return Rate(row, figure, place) if row is not None else None

    def _is_of_occasion(self, place: int) -> bool:
        """Whether a bare 满意度 is that of a training or an event: 培训干部320人次，满意度97.5%."""
        if self._spelt(place) != _BARE or _SURVEYED.search(self.sentence.text):
            return False
        marks = self.sentence.marks
        begin = max(marks.rfind("；", 0, place), marks.rfind("。", 0, place)) + 1
        before = self.sentence.figures_in(begin, place)
        return any(each.measure not in ("share", "points", "份", "") for each in before)

    def _rated(self, place: int) -> Subject | None:
        """The row right behind whose name a rate is."""
        row = self.mentions.row(place)
        before = self.mentions.last(place)
        if row is None or before is None or not row.name.startswith("实际"):
            return row
        others = self.mentions.rows(before)  # 预算完成率：…，实际完成率60.2% may be of either
        is_same = any(o.name.endswith(row.name.removeprefix("实际")) for o in others)
        return None if is_same else row

    def _later(self, at: int, figure: WrittenFigure) -> Rate | None:
        """In a later clause: 实际为60.2%, 完成率60.2%."""
        place = self.mentions.last(at)
        start = 0 if place is None else place
        run = run_before(self.sentence.marks, at)
        context = self.mentions.context
        if at - start > _REACH or not context.is_this_year(at):
            return None
        if self.mentions.is_narrower(start, at) or self.mentions.is_headed_elsewhere(at):
            return None
        if (
            topic_before(self.sentence.marks[0 if place is None else place + 1 : at])
            is not Topic.WHOLE
        ):
            return None
        row = self._spoken_of(place, at)
        begin = max(self.sentence.marks.rfind(mark, 0, at) for mark in "，；：") + 1
        if row is not None and _WORKED.fullmatch(self.sentence.marks[begin:at]):
            return Rate(row, figure, at)
        if row is not None and (_short_end(run, row.name) or self._is_next(at, start)):
            return Rate(row, figure, at)
        other = self._by_inputs(at, run)
        return Rate(other, figure, at) if other is not None else None

    def _spoken_of(self, place: int | None, at: int) -> Subject | None:
        """The row of the clauses before; one of everybody's only where 我办 takes it up."""
        if place is None:
            return self.carried
        begin = max(self.sentence.marks.rfind(mark, 0, at) for mark in "，；：") + 1
        if _OURS.search(self.sentence.marks[begin:at]):
            rows = self.mentions.rows(place)
            return rows[0] if len(rows) == 1 and len(self.mentions.listed(at)) == 1 else None
        return self.mentions.sole(at)

    def _is_next(self, at: int, start: int) -> bool:
        """Whether a rate alone in its clause follows the name closely."""
        marks = self.sentence.marks
        begin = max(marks.rfind(mark, 0, at) for mark in "，；：") + 1
        lead, run = marks[begin - 1 : begin], marks[begin:at]
        between = marks[start + 1 : begin]
        is_ours = _OURS.search(run) is not None or (
            re.search("实际|仅|只|完成值", run) is not None
            and re.search("目标|标准|计划|要求|未达", between) is not None
        )
        figures = [self.sentence.figure(mark) for mark in between if is_figure(mark)]
        is_weighed = bool(figures) and all(each.measure == "points" for each in figures)
        return (
            lead in ("，", "；")
            and bool(_LATER_RATE.fullmatch(run))
            and (is_ours or not figures or (is_weighed and "值" in run))
            and len(between) <= _CLOSE
        )

    def _by_inputs(self, at: int, run: str) -> Subject | None:
        """The row that the last basic figure and the end of a name make: 政府采购预算…，执行率82%."""
        marks = self.sentence.marks
        changed = self._of_change(at, run)
        if changed is not None:
            return changed
        places = [
            p
            for p in range(at)
            if "\ue000" <= marks[p] <= "\uebff" and self._spelt(p) not in ELLIPTIC
        ]
        if not places or not self.mentions.context.is_own(places[-1]):
            return None
        labels = [
            _SAID_OF.sub("", plain_name(subject.name))
            for subject in self.sentence.name(marks[places[-1]]).subjects
            if subject.kind == "input"
        ]
        rows = {
            row.id: Subject("indicator", row.id, row.name)
            for row in self.mentions.context.names.rulebook.indicators
            if (end := _short_end(run, row.name))
            and len(stem := plain_name(row.name).removesuffix(end)) >= _STEM
            and any(label.startswith(stem) for label in labels)
        }
        return next(iter(rows.values())) if len(rows) == 1 else None

    def _of_change(self, at: int, run: str) -> Subject | None:
        """The row of change of what is named alone: 三公经费：本年330万元，上年345万元，变动率-4.35%."""
        places = [p for p in range(at) if "\ue000" <= self.sentence.marks[p] <= "\uebff"]
        subjects = self.sentence.name(self.sentence.marks[places[-1]]).subjects if places else ()
        is_plain = all(s.kind == "change" for s in subjects) and _short_end(run, "变动率变动率")
        row = subjects[0] if len(subjects) == 1 and is_plain else None
        return row if row is not None and self.mentions.context.is_own(places[-1]) else None

    def _change(self, at: int, figure: WrittenFigure) -> Rate | None:
        """As a rise or fall against last year of what the row is a change of."""
        marks, context = self.sentence.marks, self.mentions.context
        way = change_way(run_before(marks, at))
        if not way:
            return None
        places = [
            p for p in range(at)
            if "\ue000" <= marks[p] <= "\uebff"
            and any(s.kind in ("change", "input", *("indicator",)) for s in self.sentence.name(marks[p]).subjects)
        ]  # fmt: skip
        place = places[-1] if places else None
        while place is not None and self._is_last_years(place) and places[:-1]:
            places.pop()
            place = places[-1]
        if place is None or not _CHANGE_PATH.fullmatch(_unnamed(marks[place + 1 : at])):
            return self._changed_of(at, figure, way)
        changes = [s for s in self.sentence.name(marks[place]).subjects if s.kind == "change"]
        changes = changes or self._changing(place) or self._named_change(place, at)
        if len(changes) != 1 or not context.is_own(place) or context.is_narrower(place):
            return None
        return Rate(changes[0], signed(figure, way), place)

    def _changed_of(self, at: int, figure: WrittenFigure, way: int) -> Rate | None:
        """In a clause of its own after a row of change: 变动率：本年330万元，…，下降4.35%."""
        place = self.mentions.last(at)
        row = self.mentions.sole(at) if place is not None else self.carried
        if row is None or not row.name.endswith("变动率"):
            return None
        place = -1 if place is None else place
        marks = self.sentence.marks
        begin = max(marks.rfind(mark, 0, at) for mark in "，；：") + 1
        between = _unnamed(marks[place + 1 : begin])
        is_alone = _FALL_ALONE.fullmatch(marks[begin:at]) is not None
        shares = [m for m in between if is_figure(m) and self.sentence.figure(m).measure == "share"]
        if (
            not is_alone
            or shares
            or "其中" in between
            or topic_before(f"，{between}") is not Topic.WHOLE
            or at - place > _REACH
        ):
            return None
        return Rate(row, signed(figure, way), max(place, 0))

    def _named_change(self, place: int, at: int) -> list[Subject]:
        """The row of change named right before: 变动率为下降4.35%."""
        path = self.sentence.marks[place + 1 : at]
        rows = [row for row in self.mentions.rows(place) if row.name.endswith("变动率")]
        return rows if not any(map(is_figure, path)) and _IS.match(path) else []

    def _changing(self, place: int) -> list[Subject]:
        """The row of change spoken of, where a basic figure is what it is a change of."""
        before = self.mentions.last(place)
        row = self.mentions.row(before) if before is not None else self.carried
        stem = plain_name(row.name).removesuffix("变动率") if row is not None else ""
        label = _SAID_OF.sub("", plain_name(self._spelt(place)))
        if before is None and not stem:
            rows = [
                Subject("indicator", each.id, each.name)
                for each in self.mentions.context.names.rulebook.indicators
                if (name := plain_name(each.name)).endswith("变动率")
                and label.startswith(name.removesuffix("变动率"))
            ]
            return rows if "上年" in self.sentence.text else []
        is_of_it = stem and label.startswith(stem)
        return [row] if row is not None and is_of_it and row.name.endswith("变动率") else []

    def _spelt(self, place: int) -> str:
        name = self.sentence.name(self.sentence.marks[place])
        return self.sentence.text[name.start : name.end]

    def _is_last_years(self, place: int) -> bool:
        said = self.sentence.name(self.sentence.marks[place])
        return bool(_LAST_YEAR.search(self.sentence.text[said.start : said.end]))


def _short_end(run: str, name: str) -> str:
    """The end of a row's name that is short for it: 完成率 of 预算完成率."""
    end = _LEAD.sub("", _BE.sub("", run))
    whole = plain_name(name)
    is_end = len(end) >= _SHORT and end != whole and whole.endswith(end) and end[-1] == "率"
    return end if is_end else ""


def _unnamed(path: str) -> str:
    return "".join(mark for mark in path if not "\ue000" <= mark <= "\uebff")
