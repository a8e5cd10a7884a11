"""The names that a report may call the figures of a scoresheet by, as found in plain sentences.

Names come from the rulebook (names and aliases of rows, sections, basic figures) and from the
sheet itself (projects, the department). A name of two things names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from jixiao.narrative.claims.plain import plain_name
from jixiao.rulebook import Indicator, Input, Rulebook
from jixiao.scoresheet import keys_without_place

SubjectKind: TypeAlias = Literal[
    "indicator", "part", "input", "section", "change", "total", "grade", "fact"
]

_KEPT: Final = "narrative.names"
_SHORTEST: Final = 3
_COUNT: Final = re.compile(r"(?:总?数|总?额|金额|数量)$")
_SPOKEN: Final = (  # how reports call a figure whose label has the words on the left
    (re.compile("发放.*问卷"), ("发放问卷", "发放调查问卷", "发放满意度调查问卷", "发出问卷", "发放满意度问卷", "发出调查问卷")),
    (re.compile("有效收回.*问卷|有效问卷"), ("有效收回问卷", "收回有效问卷", "回收有效问卷", "有效问卷", "收回有效调查问卷", "回收有效调查问卷")),
    (re.compile("^(?:实有)?在职人员数$"), ("在职人员", "实有在职人员", "在职人数", "实有在职人数", "在职在编人员", "在职职工")),
    (re.compile("^(?:核定)?编制数$"), ("编制数", "核定编制", "编制总数", "人员编制", "核定编制数", "编制人数", "共有编制", "总编制", "现有编制", "编制共")),
    (re.compile("^调整后预算数$"), ("调整后预算", "全年预算", "调整后的预算数", "调整后全年预算数", "预算调整后", "全年可用预算", "可用预算")),
    (re.compile("^年初预算数$"), ("年初预算", "年初预算安排", "年初部门预算", "年初批复预算", "年初批复", "年初批复数", "年初预算批复", "年初预算批复数", "年初下达预算", "部门预算批复", "年初部门预算批复", "部门预算批复数")),
    (re.compile("^本年结转结余数$"), ("年末结转结余", "本年结转结余", "年末结转结余资金", "年末形成结转结余资金", "年末形成结转结余", "本年末结转结余", "年终结转结余", "结转结余资金", "结转结余数", "结转结余总额", "年末结转结余总额", "当年结转结余")),
    (re.compile("^上年结转结余数$"), ("上年结转结余", "上年末结转结余", "上年结转结余资金", "上年度结转结余", "去年结转结余")),
    (re.compile("^实际政府采购金额$"), ("实际采购金额", "政府采购实际金额", "实际政府采购支出", "政府采购支出", "政府采购金额", "实际采购支出")),
    (re.compile("交办.*数$"), ("交办重点工作", "下达重点工作", "交办的重点工作", "下达的重点工作")),
    (re.compile("^公用经费预算安排数$"), ("公用经费预算", "公用经费预算数", "公用经费年初预算", "公用经费年初预算数", "公用经费预算安排")),
    (re.compile("^三公经费预算安排数$"), ("三公经费预算", "三公经费预算数", "三公经费预算安排", "三公经费年初预算", "三公经费年初预算数")),
    (re.compile("^上半年支出数$"), ("上半年支出", "上半年完成支出", "上半年实际支出", "上半年累计支出", "上半年累计完成支出")),
    (re.compile("^政府采购预算数$"), ("政府采购预算", "采购预算", "采购预算数", "政府采购年初预算")),
    (re.compile("^公用经费实际支出数$"), ("公用经费支出", "公用经费支出数", "公用经费决算数", "公用经费决算")),
    (re.compile("^三公经费实际支出数$"), ("三公经费决算", "三公经费决算数", "三公经费支出决算", "三公经费决算支出", "三公经费实际支出")),
    (re.compile("^预算完成数$"), ("预算完成数", "部门预算完成数", "全年实际支出", "全年支出", "全年总支出", "全年累计支出", "全年共支出", "当年实际支出", "当年支出")),
)  # fmt: skip
_SATISFIED: Final = "满意度"
_CARRIED: Final = "结转结余"
_PROCURED: Final = "政府采购"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is stated of: a row, a part of its score, a basic figure, a section.

    ``id`` is the rulebook's; a section's is its path joined by ``/``, that of the total ``total``.
    """

    kind: SubjectKind
    id: str
    name: str


TOTAL: Final = Subject("total", "total", "总分")
GRADE: Final = Subject("grade", "grade", "档次")


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in a sentence: its place, and each thing that it may name."""

    start: int
    end: int
    subjects: tuple[Subject, ...]

    @property
    def subject(self) -> Subject | None:
        """The one thing named; None where there are several."""
        return self.subjects[0] if len(self.subjects) == 1 else None


@dataclass(frozen=True)
class NameIndex:
    """The names of a rulebook, longest first; ``department`` are the names of who reports."""

    subjects: dict[str, tuple[Subject, ...]]
    sections: dict[str, Subject]
    rulebook: Rulebook
    department: tuple[str, ...] = ()
    year: int | None = None
    grades: dict[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None

    @classmethod
    def of(
        cls, rulebook: Rulebook, *, department: str | None = None, year: int | None = None
    ) -> NameIndex:
        """Collect the names of a rulebook; they are kept with it."""
        kept = rulebook.compiled.get(_KEPT)
        if not isinstance(kept, NameIndex):
            kept = rulebook.compiled[_KEPT] = cls._of(rulebook)
        return replace(kept, department=_department_names(department), year=year)

    @classmethod
    def _of(cls, rulebook: Rulebook) -> NameIndex:
        found: dict[str, dict[Subject, None]] = {}
        for name, subject in _names(rulebook):
            if len(name) >= _SHORTEST:
                found.setdefault(name, {})[subject] = None
        subjects = {name: tuple(each) for name, each in found.items()}
        listed = sorted(subjects, key=len, reverse=True)
        return cls(
            subjects,
            {plain_name(path[-1]): _section(path) for path in _paths(rulebook)},
            rulebook,
            grades=_grades(rulebook),
            pattern=re.compile("|".join(map(re.escape, listed))) if listed else None,
        )

    def find(self, sentence: str) -> list[FoundName]:
        """List the names in a plain sentence, the longest at each place.

        One that begins inside another and ends after it counts: 全年预算完成率 is 预算完成率.
        """
        found: list[FoundName] = []
        at = 0
        while self.pattern is not None and (match := self.pattern.search(sentence, at)):
            inside = (
                self.pattern.match(sentence, n) for n in range(match.start() + 1, match.end())
            )
            longer = [
                each for each in inside
                if each is not None and each.end() > match.end()
            ]  # fmt: skip
            best = longer[0] if longer else match
            found.append(FoundName(best.start(), best.end(), self.subjects[best[0]]))
            at = best.end()
        return found


def _section(path: Sequence[str]) -> Subject:
    return Subject("section", "/".join(path), path[-1])


def _paths(rulebook: Rulebook) -> Iterator[tuple[str, ...]]:
    seen: dict[str, list[tuple[str, ...]]] = {}
    for row in rulebook.indicators:
        for depth in range(1, len(row.path) + 1):
            path = row.path[:depth]
            if path not in seen.setdefault(path[-1], []):
                seen[path[-1]].append(path)
    return (paths[0] for paths in seen.values() if len(paths) == 1)


def _names(rulebook: Rulebook) -> Iterator[tuple[str, Subject]]:
    for row in rulebook.indicators:
        subject = Subject("indicator", row.id, row.name)
        for name in _row_names(row):
            yield name, subject
        for part in row.parts:
            yield plain_name(part.name), Subject("part", f"{row.id}/{part.id}", part.name)
        yield from _changes(row)
    for item in rulebook.inputs:
        if item.kind in ("money", "count", "quantity"):
            subject = Subject("input", item.id, item.label)
            for name in _input_names(item):
                yield name, subject


def _row_names(row: Indicator) -> Iterator[str]:
    """Name and aliases, and the name with its second level: 预算管理制度健全性."""
    names = [plain_name(name) for name in (row.name, *row.aliases)]
    yield from names
    for name in names:
        yield from _reordered(name)
        if name.startswith(_PROCURED):  # 政府采购执行率: 采购预算执行率
            rest = name.removeprefix(_PROCURED)
            yield from (f"{start}{rest}" for start in ("采购", "政府采购预算", "采购预算"))
    if _SATISFIED in row.name:
        yield from ("社会公众满意度", "服务对象满意度", "群众满意度", "公众满意度", "社会满意度",
                    "社会公众或服务对象满意度", "综合满意度", "总体满意度", "满意度")  # fmt: skip
    if row.path:
        level = plain_name(row.path[-1])
        for name in names:
            shared = next((n for n in (4, 3, 2) if level[-n:] == name[:n] and len(level) > n), 0)
            yield level + name[shared:]


def _reordered(name: str) -> Iterator[str]:
    """The same name with its words in another order: 结余结转率 of 结转结余率."""
    if _CARRIED in name:
        for other in ("结余结转", "结转和结余", "结转及结余", "结余和结转"):
            yield name.replace(_CARRIED, other)


def _changes(row: Indicator) -> Iterator[tuple[str, Subject]]:
    """What a rate of change is of: 三公经费 of 三公经费变动率."""
    for name in (row.name, *row.aliases):
        stem = plain_name(name).removesuffix("变动率")
        if stem != plain_name(name) and len(stem) >= _SHORTEST:
            for end in ("", "支出", "总额", "资金", "规模", "经费"):
                yield stem + end, Subject("change", row.id, row.name)


def _input_names(item: Input) -> Iterator[str]:
    labels = [plain_name(label) for label in (item.label, *item.aliases)]
    for label in labels:
        yield label
        yield from _reordered(label)
        short = _COUNT.sub("", label)
        if len(short) > _SHORTEST and item.kind != "count":
            yield short
        for seen, spoken in _SPOKEN:
            if seen.search(label):
                for name in spoken:
                    yield name
                    yield from _reordered(name)


def _department_names(department: str | None) -> tuple[str, ...]:
    if not department:
        return ()
    name = plain_name(department)
    return (name, *(each for each in keys_without_place(name) if each[0] not in "省市县区州旗"))


_GRADE_WORDS: Final = {  # a word for a grade: the rulebook's words that it may stand for, in turn
    "优秀": ("优",), "优": ("优秀",),
    "良好": ("良",), "良": ("良好",),
    "中等": ("中",), "一般": ("中",), "中": ("合格", "一般", "中等"),
    "较差": ("差",), "差": ("不合格", "较差"),
}  # fmt: skip


def _grades(rulebook: Rulebook) -> dict[str, str]:
    """The words for each grade, with the rulebook's own word for it."""
    own = {plain_name(grade.name): grade.name for grade in rulebook.grades}
    words = dict(own)
    for word, meant in _GRADE_WORDS.items():
        known = next((own[other] for other in meant if other in own), None)
        if known is not None:
            words.setdefault(word, known)
    return words


def known_subjects(names: Iterable[FoundName]) -> list[Subject]:
    """The things named without a doubt, in their order."""
    return [name.subject for name in names if name.subject is not None]
