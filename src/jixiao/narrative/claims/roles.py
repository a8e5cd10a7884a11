"""What the words next to a figure make of it: points got, to be had or lost, a value, a change."""

from __future__ import annotations

import enum
import re
from dataclasses import replace
from typing import Final

from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, YEAR, MaskedSentence
from jixiao.narrative.claims.words import LINK, compiled

_BE: Final = r"(?:数|值|到|了)?(?:为|是|：|=|共|仅|只有|只|有|了|达到|达|也|即)*$"
_SCORED: Final = re.compile(
    r"(?:得分|计分|自评分|评分|赋分|打分|记分|分数|自评|评定|得|获|获得|(?<![共合总累预统设会估])计|记|评|给|打|拿|拿下|取得)"
    + _BE
)
_NOT_SCORED: Final = re.compile(
    r"项目(?!支出)|专项|课题|综合|总(?!体)|整体|合计|共计|平均|[均各都皆]|分别|依次|[两二三四五六七八九]项|上年|去年|每|最高|"
    r"其他|其余|未|没|不(?!折)|部门(?!预算)|单位(?!自评)|全[市省县区]|[力可]争|目标|方面(?!自评)"
)
_LOST: Final = re.compile(r"(?:扣|失|丢|减)(?:减|除|掉|了|分|去|完)*" + _BE)
_NOT_LOST: Final = re.compile(
    r"合计|共(?=[扣失丢])|共计|总计|累计|每|各|均|分别|依次|[两二三四五六七八九]项|倒|不|未|部门|整体|总"
)
_WEIGHT: Final = re.compile(
    r"(?<![得获拿])(?<!自评)(?:满分|标准分值|标准分|总分值|分值|权重|应得分|配分|总分)(?:设定|设置|设)?"
    + _BE
)
_DUE: Final = re.compile(r"应得(?:为|是)?$")
_OUT_OF: Final = re.compile(
    rf"（(?:该项|本项|指标)?(?:满分|总分|分值|权重|标准分|总分值)(?:为|是|：)?{FIGURE}）"
)
_BARE_WEIGHT: Final = re.compile(r"^(?:指标|项目|一项|该项|本项|该指标|此项|共|计|，|：|（)*$")
_VALUE: Final = compiled(f"{LINK}")
_BLOCKED: Final = re.compile(
    rf"[未不无没非*/+率比较同距差别目标准求计划应须需力争每若如增升提高长降减少低超于由从至到上去前往历预拟将考核均各项专与和及、，；：（）等{FIGURE[1:-1]}{YEAR[1:-1]}{NAME[1:-1]}]"
)
_ALLOWED: Final = re.compile(
    r"高达|达到|低至|只有|约为|到达|锁定在|停留在|定格在|录得|实际|实现|指标|得出|计算|测算|结果|完成"
)
_NO_VALUE: Final = re.compile(
    r"的(?!自评|评价|主要原因|原因)|目标|标准|要求|则|时(?!点)|\*|/|\+|以上的|序时"
)
RISING: Final = "增长|增加|上升|提高|上涨|上浮|提升|攀升"
FALLING: Final = "下降|减少|降低|压减|压缩|下浮|缩减|回落|下滑|减|降|削减|压降"
_CHANGE: Final = re.compile(
    rf"(?:(?P<up>{RISING})|(?P<down>{FALLING}))(?:了|幅度|幅|率|比例|比率)*(?:为|是|：|达到|达|约)*$"
)
_RUN: Final = compiled(rf"[^，；：。、（）+{NAME[1:-1]}{FIGURE[1:-1]}{YEAR[1:-1]}]*$")


class FigureRole(enum.Enum):
    """What a figure of points states."""

    SCORE = "score"
    WEIGHT = "weight"
    LOST = "lost"
    NONE = "none"


def run_before(marks: str, at: int) -> str:
    """The plain words directly before a mark, back to a comma, name or figure."""
    found = _RUN.search(marks, max(0, at - 40), at)
    return found[0] if found else ""


def points_role(sentence: MaskedSentence, at: int, start: int = 0) -> FigureRole:
    """What the points at a mark are, by the words from ``start`` on."""
    marks = sentence.marks
    run = run_before(marks, at)[-max(at - start, 0) :]
    if _NO_VALUE.match(marks, at + 1) or ("满分" in run and re.search("[得获拿]|自评满分", run)):
        return FigureRole.NONE
    if _LOST.search(run):
        if "应扣" in run and re.search("实际?扣|扣完|扣至|扣到", marks[at:]):
            return FigureRole.NONE
        return FigureRole.NONE if _NOT_LOST.search(run) else FigureRole.LOST
    if _WEIGHT.search(run):
        return FigureRole.WEIGHT
    if _DUE.search(run) and re.search(rf"实(?:际)?得分?为?{FIGURE}", marks[at:]):
        return FigureRole.WEIGHT
    if _SCORED.search(run):
        return FigureRole.NONE if _NOT_SCORED.search(run) else FigureRole.SCORE
    return FigureRole.NONE


def is_bare_weight(path: str, after: str) -> bool:
    """Whether points right after a name are what it can bring: （6分）, 6分，得0分."""
    lead, _, last = path.rpartition("，")
    is_this = re.match("[该本此](?:项|指标)", last) is not None
    if not _BARE_WEIGHT.match(
        path if not is_this and any("\ue000" <= mark <= "\uf8ff" for mark in lead) else last
    ):
        return False
    if path.endswith("（"):
        return bool(re.match(r"[）]|，", after))
    if last in ("", "指标") and re.match(
        rf"[^；。{NAME[1:-1]}]*，(?:该项|自评|实际|故|因此)*(?:得|计|自评){FIGURE}", after
    ):
        return True
    return bool(
        re.match(
            r"(?:，(?=未[扣失]))?(?:全部|均|全|都|{FIGURE})?(?:未|没有?|不)?(?:得|扣|失|获|拿)(?!分?[^，；]{0,3}项)",
            after,
        )
        or re.match(
            r"[，；：]?(?![^，；\uf000-\uf8ff]{0,8}(?:合计|共|总计|小计))[^，；\uf000-\uf8ff]{0,8}(?:得|自评|计|评|扣|失)[^，；]{0,6}[\uf000-\uf8ff]",
            after,
        )
    )


def is_out_of(after: str) -> bool:
    """Whether points are those got, by the points to be had behind them: 12分（满分13分）."""
    return _OUT_OF.match(after) is not None


def is_value(path: str, after: str, *, is_share: bool) -> bool:
    """Whether the words from a name to a figure make the figure its value."""
    if _NO_VALUE.match(after):
        return False
    path = _WORKED_OUT.sub("", path)
    if is_share and path.startswith("（") and "）" not in path:
        return bool(re.fullmatch(f"（{LINK}", path))
    if _VALUE.fullmatch(path) or (is_share and _MOVED.fullmatch(path)):
        return True
    bare = _ALLOWED.sub("", re.sub(LINK, "", path))
    return is_share and len(bare) <= 8 and not _BLOCKED.search(bare)


_MOVED: Final = compiled(
    rf"(?:{FIGURE}|{YEAR}|[由从的，度]|比|较|同比|上年|去年|同期|相比|年初)*(?:{RISING}|{FALLING}|升|增)(?:了|{FIGURE}|，)*(?:至|到|达到|达|为)+(?:{YEAR}的?)?"
)
_WORKED_OUT: Final = re.compile(
    r"(?:按照?|根据|以|取|经)[^，；：（）]*(?:计算|测算|折算|平均|核算)"
)


def change_way(run: str) -> int:
    """1 where the words before a figure say it is a rise, -1 for a fall, else 0."""
    found = _CHANGE.search(run)
    return 0 if found is None else 1 if found["up"] else -1


def signed(figure: WrittenFigure, sign: int) -> WrittenFigure:
    """Give a figure with the sign that its verb means: 下降3.2% is -3.2%."""
    if sign > 0 or figure.value < 0:
        return figure
    return replace(figure, value=-figure.value, values=-figure.values)
