"""The sheet 填报说明: what the form rests on, how to fill it in, what the colours mean."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.rulebook import Provenance, Rulebook
from jixiao.writing.template.page import Page
from jixiao.writing.template.print_setup import set_up
from jixiao.writing.text_width import text_height

WIDTHS = (4.0, 14.0, 84.0)
_STATUS = {
    "confirmed": "评分标准与来源文件一致。",
    "reconstructed": (
        "本表系复原：来源文件所附评分表未能查到，"
        "分值和评分标准是按公开材料复原的，正式使用前请与原件核对。"
    ),
    "unconfirmed": "本表的部分内容未经原件核实，正式使用前请核对。",
    "illustrative": "本表仅为示例，不代表任何地方的正式规定。",
}
_LEGEND = (
    ("entry", "填报单元格", "由填报单位填写，其余单元格已锁定。"),
    ("live", "自动计算", "由公式自动计算，请勿改动；如需调整，请修改基础数据。"),
    ("bureau", "复核单元格", "由财政部门复核时填写，填报单位不填。"),
)


def write_guide(page: Page, rulebook: Rulebook) -> None:
    """Write the whole sheet."""
    page.label(1, 1, "填报说明", "title", to=(1, 3))
    page.height(1, 34)
    page.label(2, 1, rulebook.name, "subtitle", to=(2, 3))
    page.height(2, 20)
    row = 3
    for number, (heading, items) in enumerate(_chapters(rulebook)):
        page.label(row, 1, f"{'一二三四五六七八'[number]}、{heading}", "guide-heading", to=(row, 3))
        page.height(row, 24)
        row += 1
        for nth, text in enumerate(items, 1):
            page.label(row, 1, f"{nth}.", "guide")
            page.label(row, 2, text, "guide", to=(row, 3))
            page.height(row, text_height(text, (WIDTHS[1] + WIDTHS[2]) * 0.94) + 2)
            row += 1
        if heading == "填报方法":
            row = _legend(page, row, rulebook)
    set_up(page.sheet, WIDTHS, row - 1, landscape=False)


def _legend(page: Page, row: int, rulebook: Rulebook) -> int:
    roles = {column.role.value for column in rulebook.columns}
    for look, name, meaning in _LEGEND:
        if look == "bureau" and "reviewed" not in roles:
            continue
        page.label(row, 2, name, f"legend-{look}")
        page.label(row, 3, meaning, "guide")
        page.height(row, 20)
        row += 1
    return row


def _chapters(rulebook: Rulebook) -> Iterator[tuple[str, list[str]]]:
    yield "依据", [text for text in _basis(rulebook) if text]
    yield "填报方法", list(_steps(rulebook))
    yield "数据口径", list(_conventions(rulebook))
    yield (
        "报送前核对",
        [
            "每个指标都有自评得分，且不超过本行分值；得分低于分值的，已写明扣分原因。",
            "自评得分与测算得分不一致的，请核对基础数据和评分标准，确有特殊情况的在“扣分原因”栏说明。"
            if any(column.role.value == "suggested" for column in rulebook.columns)
            else "自评得分与评分标准一致，确有特殊情况的在说明栏写明。",
            "各项数据与部门决算、预算批复和绩效评价报告一致，佐证材料齐全。",
            "打印后由单位负责人签章；电子表与纸质表一并报送，电子表请勿增删行列、改动表名。",
        ],
    )


def _basis(rulebook: Rulebook) -> Iterator[str]:
    if rulebook.clause:
        yield f"文件依据：{rulebook.clause}。"
    yield _STATUS[rulebook.provenance.status]
    yield f"资料来源：{rulebook.provenance.source}。"
    yield rulebook.provenance.note
    told = rulebook.provenance.note
    for table in rulebook.tables:
        if table.provenance is not None and table.provenance.note != told:
            yield _of_table(table.label, table.provenance)


def _of_table(label: str, provenance: Provenance) -> str:
    return f"“{label}”表：{provenance.note}" if provenance.note else ""


def _steps(rulebook: Rulebook) -> Iterator[str]:
    sheets = list(dict.fromkeys(item.sheet for item in rulebook.inputs if item.at is None))
    sheets += [table.sheet for table in rulebook.tables]
    if sheets:
        named = "、".join(f"“{name}”" for name in dict.fromkeys(sheets))
        yield f"先填写{named}，每项数据注明来源；没有发生的填0，不要留空。"
        yield f"再到“{rulebook.sheet}”逐项填写自评得分、扣分原因和佐证材料名称。"
    else:
        yield f"在“{rulebook.sheet}”中先填写资金情况，再逐项填写指标、完成值和得分。"
    if rulebook.family == "targets":
        yield (
            "指标行可按实际需要填写，不用的行留空；每行写明指标值、实际完成值、分值和得分，"
            "各部分分值之和应与表中规定一致。"
        )


def _conventions(rulebook: Rulebook) -> Iterator[str]:
    money = f"金额单位为{rulebook.money_unit}，保留两位小数"
    yield f"{money}；人数、份数、项数等填整数，数字后不要带单位。"
    kept = f"每项得分四舍五入保留{rulebook.digits}位小数后再加总"
    yield f"比率按未取整的数值计分，显示两位小数；{kept}。"
    yield "评分标准中“每”若干个百分点扣分的，按评分标准写明的整数、进位或比例方式计算，扣完为止。"
    if rulebook.grades:
        bounds = "，".join(
            f"{g.name}{g.min.normalize():f}分（含）以上" for g in rulebook.grades if g.min
        )
        last = rulebook.grades[-1]
        rest = f"，其余为{last.name}" if not last.min else ""
        yield f"档次按总分划分：{bounds}{rest}。"
