"""Ways in which a scoresheet drifts on its way through offices; each changes a draft in place.

``KINDS`` leave all information in the sheet: it must be located. ``LOSSY`` take away what is needed
to tell one thing from another: there a refusal is right and a wrong place is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from drift.draft import Draft, Page, cell
from drift.offices import (
    headers_in_other_words,
    last_years_score_beside,
    names_behind_sections,
    names_coded,
    names_explained,
    split_over_two_sheets,
    tables_side_by_side,
    weights_as_percent,
)
from jixiao.workbook.model import CellKind, Visibility

Drift = Callable[[Draft, Random], None]

CLAIMED_LABELS = (
    "得分",
    "自评得分",
    "自评分",
    "考评得分",
    "实际得分",
    "指标得分",
    "自评分数",
    "部门自评得分",
)
WEIGHT_LABELS = ("分值", "权数", "权重", "指标分值", "标准分", "指标权重")
OTHER_LABELS = {
    "reason": ("扣分原因和其他说明", "偏差原因分析及改进措施", "备注", "扣分说明"),
    "standard": ("评价标准", "评分细则", "计分标准", "评分标准"),
    "meaning": ("指标说明", "指标解释", "指标含义"),
    "evidence": ("佐证材料", "证明材料", "佐证资料"),
    "actual": ("实际完成值", "完成情况", "实际值", "全年实际值"),
    "target": ("年度指标值", "指标值", "目标值", "年初指标值"),
    "unit": ("计量单位", "度量单位"),
}
LEVELS = ("level1", "level2", "name", "level1_weight", "level2_weight")


def _header_rows(page: Page) -> list[int]:
    return [page.header]


def _set(page: Page, row: int, column: int, text: str) -> None:
    held = page.cells.get((row, column))
    fresh = cell(row, column, text)
    page.cells[row, column] = fresh if held is None else fresh._replace(style=held.style)


def _scored(page: Page, random: Random, least: int = 1) -> list[int]:
    rows = sorted(row for row in page.rows if row > page.header)
    return random.sample(rows, k=min(len(rows), random.randint(least, max(least, 3))))


def untouched(draft: Draft, random: Random) -> None:
    """As issued."""


def titles_above(draft: Draft, random: Random) -> None:
    """附件 line, a longer title, a line of instructions above the table."""
    page = draft.sheet
    lines = random.sample(
        (
            "附件3",
            "2021年度部门整体支出绩效评价",
            "公开14表",
            "（此表由部门填报，一式两份）",
            "单位：万元",
            "报表编号：财绩02表",
        ),
        k=random.randint(1, 4),
    )
    page.insert_rows(1, len(lines))
    for row, text in enumerate(lines, start=1):
        page.put(row, 1, text)


def notes_below(draft: Draft, random: Random) -> None:
    """Notes and signatures under the table, with words of the rulebook in them."""
    page = draft.sheet
    last = page.last_row
    names = [page.text(row, page.roles["name"]) for row in _scored(page, random)]
    texts = (
        "注：1.得分保留两位小数。",
        f"2.{names[0]}按决算口径填列。",
        "项目负责人：　　财务负责人：　　单位领导审签：",
        "填表说明：指标得分不得超过分值。",
    )
    for offset, text in enumerate(random.sample(texts, k=random.randint(1, 4)), start=1):
        page.put(last + offset, 1, text)


def header_of_two_rows(draft: Draft, random: Random) -> None:
    """Header cells merged over two rows, the scores under a heading of their own."""
    page = draft.sheet
    top = page.header
    page.insert_rows(top + 1)
    claimed = page.roles["claimed"]
    text = page.text(top, claimed)
    columns = {c for r, c in page.cells if r == top}
    for column in columns - {claimed}:
        if not any(m.top <= top <= m.bottom and m.left <= column <= m.right for m in page.merges):
            page.merge(top, column, top + 1, column)
    _set(page, top, claimed, random.choice(("评分情况", "评价结果", "自评情况", "得分情况")))
    _set(page, top + 1, claimed, text)


def headers_by_other_names(draft: Draft, random: Random) -> None:
    """Synonyms over the columns."""
    page = draft.sheet
    _set(page, page.header, page.roles["claimed"], random.choice(CLAIMED_LABELS))
    if "weight" in page.roles:
        _set(page, page.header, page.roles["weight"], random.choice(WEIGHT_LABELS))
    for role, labels in OTHER_LABELS.items():
        if role in page.roles and random.random() < 0.5:
            _set(page, page.header, page.roles[role], random.choice(labels))


def headers_with_blanks(draft: Draft, random: Random) -> None:
    """Blanks, line breaks, full-width forms and units in header words."""
    page = draft.sheet
    for (row, column), held in list(page.cells.items()):
        if row == page.header and held.kind is CellKind.TEXT and random.random() < 0.7:
            text = random.choice((" ", "\n", "　", "")).join(held.raw)
            if "分" in held.raw and random.random() < 0.3:
                text += random.choice(("（分）", "(分)"))
            _set(page, row, column, text)


def columns_swapped(draft: Draft, random: Random) -> None:
    """The columns after the names in another order."""
    page = draft.sheet
    free = [c for role, c in page.roles.items() if role not in LEVELS and c > page.roles["name"]]
    free = [c for c in free if not _is_crossed(page, c)]
    order = free[:]
    random.shuffle(order)
    page.permute_columns(dict(zip(free, order, strict=True)))


def _is_crossed(page: Page, column: int) -> bool:
    """Whether an area merged over some of the columns, not a title over all, covers this one."""
    width = page.last_column
    return any(
        m.left <= column <= m.right and m.left != m.right and m.right - m.left + 1 < width
        for m in page.merges
    )


def column_added(draft: Draft, random: Random) -> None:
    """A column more: numbers, last year's scores, remarks, an empty one."""
    page = draft.sheet
    label = random.choice(("序号", "上年得分", "备注", "责任处室", "上年实际值", "", "完成时限"))
    at = random.randint(1, page.last_column + 1)
    page.insert_column(at)
    if label:
        page.put(page.header, at, label)
    for number, row in enumerate(sorted(page.rows), start=1):
        if label == "序号":
            page.put(row, at, number)
        elif label == "上年得分" and row > page.header:
            page.put(row, at, round(random.random() * 3, 1))
        elif label == "责任处室":
            page.put(row, at, random.choice(("办公室", "计财处", "人事处")))


def columns_dropped(draft: Draft, random: Random) -> None:
    """Columns that are not needed for the scores are gone."""
    page = draft.sheet
    spare = [
        r
        for r in ("meaning", "standard", "evidence", "reason", "suggested", "reviewed")
        if r in page.roles
    ]
    for role in random.sample(spare, k=random.randint(1, len(spare)) if spare else 0):
        page.delete_column(page.roles[role])


def review_column_beside(draft: Draft, random: Random) -> None:
    """A column for the reviewer's scores, empty or filled, beside the self-scores."""
    page = draft.sheet
    at = page.roles["claimed"] + random.choice((0, 1))
    page.insert_column(at)
    page.put(
        page.header,
        at,
        random.choice(("复核分", "财政审核评分", "复核得分", "审核得分", "评审得分")),
    )
    if random.random() < 0.5:
        for row in page.rows:
            page.put(row, at, round(random.random() * 3, 2))


def weights_headed_as_score(draft: Draft, random: Random) -> None:
    """得分 over the weights as well as over the scores."""
    page = draft.sheet
    if "weight" not in page.roles or page.roles["weight"] > page.roles["claimed"]:
        return
    _set(page, page.header, page.roles["weight"], "得分")
    _set(page, page.header, page.roles["claimed"], random.choice(("得分", "自评得分")))


def full_marks_everywhere(draft: Draft, random: Random) -> None:
    """Every row claims its full weight: both columns hold the same numbers."""
    page = draft.sheet
    for (row, column), (kind, _) in page.marks.items():
        if kind in ("claimed", "free") and "weight" in page.roles and row > page.header:
            held = page.cells.get((row, page.roles["weight"]))
            if held is not None:
                page.cells[row, column] = held._replace(row=row, column=column)


def scores_left_blank(draft: Draft, random: Random) -> None:
    """Some self-scores are not filled in."""
    page = draft.sheet
    places = [p for p, (kind, _) in page.marks.items() if kind == "claimed"]
    for place in random.sample(places, k=len(places) // random.choice((1, 2, 4))):
        page.cells.pop(place, None)


def rows_inserted(draft: Draft, random: Random) -> None:
    """Blank rows, remarks and rows of which between the rows."""
    page = draft.sheet
    for row in sorted(_scored(page, random), reverse=True):
        page.insert_rows(row + 1)
        kind = random.choice(("blank", "remark", "which"))
        if kind == "remark":
            page.put(
                row + 1, page.roles["name"], random.choice(("……", "（以下由处室补充）", "指标2："))
            )
        elif kind == "which":
            _of_which(page, row)


def _of_which(page: Page, row: int) -> None:
    page.put(row + 1, page.roles["name"], "其中：" + random_part(row))
    for role in ("weight", "claimed"):
        held = page.cells.get((row, page.roles[role])) if role in page.roles else None
        if held is not None:
            page.cells[row + 1, page.roles[role]] = held._replace(row=row + 1)


def random_part(row: int) -> str:
    """A name of a part of an indicator."""
    return ("本级", "下属单位", "本年财政拨款", "建档立卡人数")[row % 4]


def of_which_rows(draft: Draft, random: Random) -> None:
    """Rows 其中：… that repeat the weight and the score of the row above."""
    page = draft.sheet
    for row in sorted(_scored(page, random), reverse=True):
        page.insert_rows(row + 1)
        _of_which(page, row)


def rows_deleted(draft: Draft, random: Random) -> None:
    """Some rows are gone."""
    page = draft.sheet
    rows = _scored(page, random)
    if len(page.rows) < 8:
        rows = rows[:1]
    for row in sorted(rows, reverse=True):
        page.delete_row(row)


def rows_reordered(draft: Draft, random: Random) -> None:
    """Rows of one section in another order."""
    page = draft.sheet
    sections: dict[str, list[int]] = {}
    for row in sorted(page.rows):
        if row > page.header:
            sections.setdefault(_section(page, row), []).append(row)
    for rows in sections.values():
        keep = [r for r in rows if not _starts_a_span(page, r)]
        order = keep[:]
        random.shuffle(order)
        page.permute_rows(dict(zip(keep, order, strict=True)))


def _section(page: Page, row: int) -> str:
    column = page.roles.get("level2") or page.roles.get("level1")
    if column is None:
        return ""
    area = next((m for m in page.merges if m.left == column and m.top <= row <= m.bottom), None)
    return f"{area.top if area else row}"


def _starts_a_span(page: Page, row: int) -> bool:
    columns = [page.roles[r] for r in ("level1", "level2") if r in page.roles]
    return any((row, column) in page.cells for column in columns)


def rows_split(draft: Draft, random: Random) -> None:
    """A row over two rows: name, weight and score merged, the standard in two parts."""
    page = draft.sheet
    for row in sorted(_scored(page, random), reverse=True):
        page.insert_rows(row + 1)
        for role, column in page.roles.items():
            if role in ("name", "weight", "claimed", "suggested", "actual", "reason", "reviewed"):
                page.merge(row, column, row + 1, column)
        if "standard" in page.roles:
            page.put(row + 1, page.roles["standard"], "其余情形酌情扣分。")


def names_respelled(draft: Draft, random: Random) -> None:
    """Line breaks, blanks, quotes, 比率 for 率, numbers before, weights behind."""
    page = draft.sheet
    column = page.roles["name"]
    for number, row in enumerate(sorted(r for r in page.rows if r > page.header), start=1):
        name = page.text(row, column)
        if not name or random.random() < 0.3:
            continue
        ident = page.rows[row]
        match random.randint(0, 6):
            case 0:
                name = random.choice((" ", "\n", "　")).join(
                    (name[: len(name) // 2], name[len(name) // 2 :])
                )
            case 1:
                name = name.replace("“", '"').replace("”", '"')
            case 2:
                name = name.replace("“", "").replace("”", "").replace("经费", "经费")
            case 3 if not ident.startswith("free:"):
                name = name.replace("比率", "率").replace("率", "比率")
            case 4:
                name = random.choice((f"{number}.", f"{number}、", f"（{number}）", "①")) + name
            case 5 if not ident.startswith("free:"):
                weight = page.text(row, page.roles["weight"]) if "weight" in page.roles else "3"
                name += random.choice(("（{}分）", "({}分)", "\n（{}）")).format(weight)
            case _:
                name = f" {name}　"
        _set(page, row, column, name)


def weights_only_in_names(draft: Draft, random: Random) -> None:
    """No weight column: the weights stand behind the names."""
    page = draft.sheet
    if "weight" not in page.roles or any(v.startswith("free:") for v in page.rows.values()):
        return
    for row in page.rows:
        if row > page.header:
            name, weight = page.text(row, page.roles["name"]), page.text(row, page.roles["weight"])
            _set(page, row, page.roles["name"], f"{name}（{weight}分）")
    page.delete_column(page.roles["weight"])


def weights_in_section_names(draft: Draft, random: Random) -> None:
    """过 程\n(40分): blanks, line breaks and weights in the section cells."""
    page = draft.sheet
    for role in ("level1", "level2"):
        column = page.roles.get(role)
        for (row, at), held in list(page.cells.items()):
            if (
                at == column
                and row > page.header
                and held.kind is CellKind.TEXT
                and row in page.rows
            ):
                points = random.randint(5, 60)
                text = random.choice(
                    (
                        f"{' '.join(held.raw)}\n({points}分)",
                        f"{held.raw}（{points}分）",
                        f"{held.raw}{points}",
                    )
                )
                _set(page, row, at, text)


def sections_unmerged(draft: Draft, random: Random) -> None:
    """Section cells not merged: repeated in every row, or only in the first."""
    page = draft.sheet
    columns = [page.roles[r] for r in ("level1", "level2") if r in page.roles]
    page.unmerge(lambda m: m.left in columns and m.top > page.header, repeat=random.random() < 0.5)


def section_column_dropped(draft: Draft, random: Random) -> None:
    """Only one of the two section columns is left."""
    page = draft.sheet
    if (
        "level1" in page.roles
        and "level2" in page.roles
        and not any(value.startswith("free:") for value in page.rows.values())
    ):
        first, second = page.roles["level1"], page.roles["level2"]
        for (row, column), held in list(page.cells.items()):
            if column == first and row > page.header and row not in page.rows:
                page.cells.setdefault((row, second), held._replace(column=second))
        page.delete_column(first)


def header_repeated(draft: Draft, random: Random) -> None:
    """The header stands again where a new printed page begins."""
    page = draft.sheet
    rows = sorted(r for r in page.rows if r > page.header)
    if len(rows) < 4:
        return
    at = random.choice([r for r in rows[2:] if not _inside_a_span(page, r)] or [0])
    if not at:
        return
    header = {c: held for (r, c), held in page.cells.items() if r == page.header}
    page.insert_rows(at)
    for column, held in header.items():
        page.cells[at, column] = held._replace(row=at)


def _inside_a_span(page: Page, row: int) -> bool:
    return any(m.top < row <= m.bottom for m in page.merges)


def other_sheets_added(draft: Draft, random: Random) -> None:
    """A cover, a contents list, a list of the standards without scores."""
    cover = Page("封面")
    cover.put(3, 2, "部门整体支出绩效自评报告")
    cover.put(6, 2, "单位名称：示例市水务局")
    standards = Page("指标说明")
    page = draft.sheet
    for column, label in enumerate(("一级指标", "二级指标", "三级指标", "评分标准"), start=1):
        standards.put(1, column, label)
    for number, row in enumerate(sorted(r for r in page.rows if r > page.header), start=2):
        standards.put(number, 3, page.text(row, page.roles["name"]))
        standards.put(number, 4, "按规定计分")
    extra = [cover, standards, Page("Sheet3")]
    for one in random.sample(extra, k=random.randint(1, 3)):
        draft.pages.insert(random.randint(0, len(draft.pages)), one)


def hidden_copy(draft: Draft, random: Random) -> None:
    """Last year's sheet still there, hidden."""
    copy = draft.sheet.copy("上年评分表")
    copy.marks = {}
    copy.visibility = random.choice((Visibility.HIDDEN, Visibility.VERY_HIDDEN))
    draft.pages.insert(random.randint(0, len(draft.pages)), copy)


def blank_copy(draft: Draft, random: Random) -> None:
    """A blank form beside the filled one."""
    copy = draft.sheet.copy("空白表")
    for place, (kind, _) in draft.sheet.marks.items():
        if kind in ("claimed", "free", "total", "input"):
            copy.cells.pop(place, None)
    copy.marks = {}
    if not any(
        draft.sheet.cells.get(p) is not None
        and k in ("claimed", "free")
        and p[0] > draft.sheet.header
        for p, (k, _) in draft.sheet.marks.items()
    ):
        return
    draft.pages.insert(random.randint(0, len(draft.pages)), copy)


def sheets_renamed(draft: Draft, random: Random) -> None:
    """Other names and another order of the sheets."""
    for number, page in enumerate(draft.pages, start=1):
        if random.random() < 0.6:
            fresh = f"{random.choice(('Sheet', '表', '附件'))}{number}"
            if page.name == draft.main:
                draft.main = fresh
            page.name = fresh
    random.shuffle(draft.pages)


def figures_in_the_same_sheet(draft: Draft, random: Random) -> None:
    """The basic figures as a block of their own above or below the table."""
    page = draft.sheet
    source = next((p for p in draft.pages if p.name == "基础数据"), None)
    if source is None:
        return
    draft.pages.remove(source)
    height = source.last_row + 1
    offset = page.last_row + 2
    if random.random() < 0.5:
        page.insert_rows(1, height + 1)
        offset = 0
    for (row, column), held in source.cells.items():
        page.cells[row + offset, column] = held._replace(row=row + offset)
    for (row, column), mark in source.marks.items():
        page.marks[row + offset, column] = mark
    page.merges += [replace(m, top=m.top + offset, bottom=m.bottom + offset) for m in source.merges]


def figures_moved(draft: Draft, random: Random) -> None:
    """Rows of the figure sheets in another order, columns added or dropped there."""
    for page in draft.pages:
        rows = sorted({r for (r, _), (kind, _) in page.marks.items() if kind == "input"})
        if page is draft.sheet or not rows:
            continue
        match random.randint(0, 3):
            case 0:
                page.insert_column(random.randint(1, 4))
            case 1:
                page.insert_rows(random.choice(rows))
            case 2 if "序号" in {page.text(2, c) for c in range(1, 4)}:
                page.delete_column(1)
            case _:
                page.insert_rows(1, 2)


def scores_as_text(draft: Draft, random: Random) -> None:
    """Scores typed as text: 5分, full-width digits, with blanks."""
    page = draft.sheet
    for place, (kind, _) in page.marks.items():
        held = page.cells.get(place)
        if kind in ("claimed", "free") and held is not None and random.random() < 0.6:
            text = random.choice(("{}分", " {} ", "{}")).format(held.raw)
            if random.random() < 0.3:
                text = text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789."})
            _set(page, *place, text)


def figures_as_text(draft: Draft, random: Random) -> None:
    """Basic figures as text: full-width, with thousands marks, with blanks."""
    for page in draft.pages:
        for place, (kind, _) in page.marks.items():
            held = page.cells.get(place)
            if kind != "input" or held is None or held.kind is not CellKind.NUMBER:
                continue
            number = Decimal(held.raw)
            match random.randint(0, 4):
                case 0:
                    _set(page, *place, f"{number:,}")
                case 1:
                    _set(page, *place, f" {number} ")
                case 2:
                    wide = {ord(c): ord(c) + 0xFEE0 for c in "0123456789."}
                    _set(page, *place, str(number).translate(wide))
                case 3 if page.text(place[0], 3) in ("万元", "人", "项", "个"):
                    _set(page, *place, f"{number}{page.text(place[0], 3)}")
                case _:
                    _set(page, *place, str(number))


def figures_in_yuan(draft: Draft, random: Random) -> None:
    """Amounts in 元, the unit column of the row saying so."""
    for page in draft.pages:
        for (row, column), (kind, _) in page.marks.items():
            held = page.cells.get((row, column))
            is_money = kind == "input" and page.text(row, column - 1) == "万元"
            if (
                is_money
                and held is not None
                and held.kind is CellKind.NUMBER
                and random.random() < 0.5
            ):
                page.cells[row, column] = held._replace(raw=str(Decimal(held.raw) * 10000))
                _set(page, row, column - 1, "元")


def placeholder_rows(draft: Draft, random: Random) -> None:
    """…… and 指标2： left in, a row of dashes."""
    page = draft.sheet
    for row in sorted(_scored(page, random), reverse=True):
        page.insert_rows(row + 1)
        page.put(row + 1, page.roles["name"], random.choice(("……", "指标2：", "/", "——", "...")))
        if random.random() < 0.5 and "weight" in page.roles:
            page.put(row + 1, page.roles["weight"], random.choice(("/", "——")))


def sums_added(draft: Draft, random: Random) -> None:
    """More 小计 rows, and 总分 for 合计."""
    page = draft.sheet
    for (row, column), held in list(page.cells.items()):
        if held.raw == "合计":
            _set(page, row, column, random.choice(("总分", "总计", "合 计", "总得分", "自评总分")))


KINDS: tuple[Drift, ...] = (
    untouched,
    titles_above,
    notes_below,
    header_of_two_rows,
    headers_by_other_names,
    headers_with_blanks,
    columns_swapped,
    column_added,
    columns_dropped,
    review_column_beside,
    weights_headed_as_score,
    full_marks_everywhere,
    scores_left_blank,
    rows_inserted,
    of_which_rows,
    rows_deleted,
    rows_reordered,
    rows_split,
    names_respelled,
    weights_only_in_names,
    weights_in_section_names,
    sections_unmerged,
    section_column_dropped,
    header_repeated,
    other_sheets_added,
    hidden_copy,
    blank_copy,
    sheets_renamed,
    figures_in_the_same_sheet,
    figures_moved,
    scores_as_text,
    figures_as_text,
    figures_in_yuan,
    placeholder_rows,
    sums_added,
    names_coded,
    names_explained,
    names_behind_sections,
    headers_in_other_words,
    last_years_score_beside,
    weights_as_percent,
    split_over_two_sheets,
    tables_side_by_side,
)


def two_filled_sheets(draft: Draft, random: Random) -> None:
    """Two filled scoresheets: which one counts is not in the workbook."""
    copy = draft.sheet.copy("评分表副本")
    for place, (kind, _) in draft.sheet.marks.items():
        held = copy.cells.get(place)
        if kind in ("claimed", "free") and held is not None and held.kind is CellKind.NUMBER:
            copy.cells[place] = held._replace(raw=str(Decimal(held.raw) / 2))
    copy.marks = {}
    draft.pages.insert(random.randint(0, len(draft.pages)), copy)


def score_column_deleted(draft: Draft, random: Random) -> None:
    """No self-score column."""
    draft.sheet.delete_column(draft.sheet.roles["claimed"])


def score_header_cleared(draft: Draft, random: Random) -> None:
    """The header of the self-scores is empty."""
    draft.sheet.cells.pop((draft.sheet.header, draft.sheet.roles["claimed"]), None)


def two_score_columns(draft: Draft, random: Random) -> None:
    """Two columns headed alike with different scores."""
    page = draft.sheet
    at = page.roles["claimed"] + 1
    page.insert_column(at)
    page.put(page.header, at, page.text(page.header, page.roles["claimed"]))
    for row in page.rows:
        if row > page.header:
            page.put(row, at, round(random.random() * 2, 2))


def names_blanked(draft: Draft, random: Random) -> None:
    """The names of some rows are gone."""
    page = draft.sheet
    for row in _scored(page, random):
        page.cells.pop((row, page.roles["name"]), None)


def rows_doubled(draft: Draft, random: Random) -> None:
    """A row stands twice, with another score."""
    page = draft.sheet
    for row in sorted(_scored(page, random), reverse=True):
        if page.rows[row].startswith("free:"):
            continue
        page.insert_rows(row + 1)
        for (at, column), held in list(page.cells.items()):
            if at == row and column >= page.roles["name"]:
                page.cells[row + 1, column] = held._replace(row=row + 1)
        page.put(row + 1, page.roles["claimed"], 0.5)


def sections_lost_and_shuffled(draft: Draft, random: Random) -> None:
    """No section columns and the rows in any order: names that occur twice can't be told apart."""
    page = draft.sheet
    for role in ("level1", "level2"):
        if role in page.roles and page.roles[role] != page.roles["name"]:
            page.delete_column(page.roles[role])
    rows = sorted(r for r in page.rows if r > page.header)
    order = rows[:]
    random.shuffle(order)
    page.permute_rows(dict(zip(rows, order, strict=True)))


def names_mistyped(draft: Draft, random: Random) -> None:
    """A character of a name left out or doubled."""
    page = draft.sheet
    for row in _scored(page, random):
        name = page.text(row, page.roles["name"])
        if len(name) > 4 and not page.rows[row].startswith("free:"):
            at = random.randrange(len(name))
            _set(
                page,
                row,
                page.roles["name"],
                name[:at] + random.choice(("", name[at] * 2)) + name[at + 1 :],
            )


LOSSY: tuple[Drift, ...] = (
    two_filled_sheets,
    score_column_deleted,
    score_header_cleared,
    two_score_columns,
    names_blanked,
    rows_doubled,
    sections_lost_and_shuffled,
    names_mistyped,
)
