"""Scoresheets as offices lay them out, filled with figures, for any rulebook: seeds of drifts."""

from __future__ import annotations

from random import Random

from drift.draft import Content, Draft, Page
from jixiao.rulebook.schema.model import Input, Role, Rulebook

FREE_NAMES = (
    "举办培训班次数", "发放宣传资料数量", "完成道路养护里程", "服务群众人数", "设备验收合格率",
    "项目按期完成率", "资金支付及时率", "单位成本控制数", "带动就业人数", "群众投诉办结率",
    "污水处理达标率", "受益群众满意度", "参训人员满意度", "制度持续运行情况", "绿化覆盖率提高幅度",
    "补助资金到位率", "档案整理卷数", "巡查次数", "改造面积", "设施完好率", "节约经费数额",
)  # fmt: skip
_LEVELS = (Role.LEVEL1, Role.LEVEL2)


def build(book: Rulebook, random: Random) -> Draft:
    """A filled workbook of a rulebook."""
    page = Page(book.sheet)
    top = _masthead(page, book)
    if any(item.at is not None for item in book.inputs):
        top = _money_block(page, book, random, top) + 1
    _table(page, book, random, top)
    pages = [*_figure_pages(book, random), *_table_pages(book, random), page]
    return Draft(book.id, pages, main=page.name)


def _masthead(page: Page, book: Rulebook) -> int:
    width = max(len(book.columns), 4)
    page.put(1, 1, f"{book.title}")
    page.merge(1, 1, 1, width)
    page.put(2, 1, f"（{book.year or 2021}年度）")
    page.merge(2, 1, 2, width)
    page.put(3, 1, "填报单位（盖章）：示例市水务局")
    page.put(3, width, "单位：万元")
    return 4


def _header(page: Page, book: Rulebook, top: int) -> None:
    page.header = top
    for column, spec in enumerate(book.columns, start=1):
        page.put(top, column, spec.label)
        page.roles.setdefault(spec.role.value, column)


def _table(page: Page, book: Rulebook, random: Random, top: int) -> None:
    _header(page, book, top)
    row = top + 1
    spans: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    previous: tuple[str, ...] = ()
    for indicator in book.indicators:
        if _stands_in_money_block(book, indicator.rate):
            continue
        row = _section_sum(page, book, row, previous, indicator.path)
        previous = indicator.path
        page.rows[row] = indicator.id
        _fill(page, row, Role.NAME, indicator.name)
        weight = float(indicator.weight or 0)
        _fill(page, row, Role.WEIGHT, weight)
        _fill(page, row, Role.MEANING, f"{indicator.name}的解释")
        _fill(page, row, Role.STANDARD, f"{indicator.name}按规定计分，满分{weight:g}分。")
        score = weight if random.random() < 0.6 else round(weight * random.randint(0, 9) / 10, 2)
        _fill(page, row, Role.CLAIMED, score, ("claimed", indicator.id))
        if indicator.rate:
            _fill(page, row, Role.ACTUAL, f"{random.randint(400, 1200) / 10}%")
        if score < weight:
            _fill(page, row, Role.REASON, "进度滞后")
        _remember(spans, indicator.path, row)
        row += 1
    row = _section_sum(page, book, row, previous, ())
    for block in book.blocks:
        row = _free_block(page, book, block, random, row, spans)
    _write_levels(page, book, spans)
    _fill(page, row, Role.LEVEL1 if Role.LEVEL1.value in page.roles else Role.NAME, "合计")
    _fill(page, row, Role.WEIGHT, float(book.total))
    _fill(page, row, Role.CLAIMED, 88.5, ("total", ""))
    page.put(row + 1, 1, "注：各项得分保留两位小数。")
    page.put(row + 2, 1, "填报人：张三　　联系电话：")


def _stands_in_money_block(book: Rulebook, rate: str | None) -> bool:
    """Forms with item scores (河北) have the execution rate as an ordinary row."""
    if any(column.role is Role.ITEM_SCORE for column in book.columns):
        return False
    ids = [item.id for item in book.inputs if item.at is not None]
    return bool(rate) and any(ident in rate for ident in ids)


def _section_sum(
    page: Page, book: Rulebook, row: int, previous: tuple[str, ...], path: tuple[str, ...]
) -> int:
    """A 小计 row where the first level ends, as the templates have it."""
    if not previous or previous[:1] == path[:1] or book.family != "indicators":
        return row
    _fill(page, row, Role.LEVEL1, f"{previous[0]}小计")
    weights = [i.weight or 0 for i in book.indicators if i.path[:1] == previous[:1]]
    _fill(page, row, Role.WEIGHT, float(sum(weights)))
    _fill(page, row, Role.CLAIMED, 10.5)
    return row + 1


def _free_block(page, book, block, random, row, spans):  # type: ignore[no-untyped-def]
    kinds = block.kinds or (block.path[-1],)
    names = random.sample(FREE_NAMES, k=min(len(FREE_NAMES), 2 * len(kinds)))
    share = float(block.weight or 0) / max(1, len(names))
    for number, name in enumerate(names):
        kind = kinds[min(number // 2, len(kinds) - 1)]
        path = (*block.path, kind) if len(block.path) < 2 else block.path
        label = f"{name}{'' if block.path[-1][0] in name else '（' + block.path[-1][:2] + '）'}"
        page.rows[row] = f"free:{label}"
        _fill(page, row, Role.NAME, label)
        _fill(page, row, Role.OPERATOR, "≥")
        _fill(page, row, Role.TARGET, random.randint(50, 99))
        _fill(page, row, Role.UNIT, random.choice(("%", "个", "次")))
        _fill(page, row, Role.ACTUAL, random.randint(50, 120))
        _fill(page, row, Role.WEIGHT, round(share, 2))
        score = round(share * random.randint(5, 10) / 10, 2)
        _fill(page, row, Role.CLAIMED, score, ("free", label))
        _fill(page, row, Role.ITEM_SCORE, random.randint(60, 100))
        _remember(spans, path, row)
        row += 1
    return row


def _fill(page: Page, row: int, role: Role, content: Content, mark=None) -> None:  # type: ignore[no-untyped-def]
    column = page.roles.get(role.value)
    if column is not None:
        page.put(row, column, content, mark)


def _remember(spans: dict[tuple[int, tuple[str, ...]], list[int]], path, row) -> None:  # type: ignore[no-untyped-def]
    for depth in range(min(2, len(path))):
        spans.setdefault((depth, path[: depth + 1]), []).append(row)


def _write_levels(page: Page, book: Rulebook, spans) -> None:  # type: ignore[no-untyped-def]
    for (depth, path), rows in spans.items():
        column = page.roles.get(_LEVELS[depth].value)
        if column is None:
            continue
        page.put(rows[0], column, path[-1])
        if len(rows) > 1 and rows[-1] - rows[0] == len(rows) - 1:
            page.merge(rows[0], column, rows[-1], column)


def _money_block(page: Page, book: Rulebook, random: Random, top: int) -> int:
    """The block of funds of a target form: rows of money × columns of budget and spending."""
    items = [item for item in book.inputs if item.at is not None]
    rows = list(dict.fromkeys(item.at.row for item in items if item.at))
    columns = list(dict.fromkeys(item.at.column for item in items if item.at))
    page.put(top, 1, "预算执行情况（万元）")
    page.merge(top, 1, top + len(rows), 1)
    for number, label in enumerate(columns):
        page.put(top, 3 + number, label)
    extra = 3 + len(columns)
    executed = next((i for i in book.indicators if _stands_in_money_block(book, i.rate)), None)
    for number, label in enumerate(("分值", "执行率", "得分") if executed else ()):
        page.put(top, extra + number, label)
    for number, label in enumerate(rows, start=1):
        page.put(top + number, 2, label)
        for item in items:
            if item.at and item.at.row == label:
                column = 3 + columns.index(item.at.column)
                amount = random.randint(1000, 99999) / 100
                page.put(top + number, column, amount, ("input", item.id))
    if executed is not None:
        page.put(top + 1, extra, float(executed.weight or 0))
        page.put(top + 1, extra + 1, "86.5%")
        page.put(top + 1, extra + 2, 8.65, ("claimed", executed.id))
    return top + len(rows)


def _figure_pages(book: Rulebook, random: Random) -> list[Page]:
    pages: dict[str, Page] = {}
    groups: dict[str, str] = {}
    for item in book.inputs:
        if item.at is not None:
            continue
        page = pages.get(item.sheet)
        if page is None:
            page = pages[item.sheet] = Page(item.sheet)
            page.put(1, 1, item.sheet)
            for column, label in enumerate(("序号", "项目", "单位", "数值", "数据来源"), start=1):
                page.put(2, column, label)
        row = page.last_row + 1
        if item.group and groups.get(item.sheet) != item.group:
            groups[item.sheet] = item.group
            page.put(row, 1, item.group)
            page.merge(row, 1, row, 5)
            row += 1
        page.put(row, 1, row)
        page.put(row, 2, item.label)
        page.put(row, 3, item.unit)
        page.put(row, 4, _figure(item, random), ("input", item.id))
        page.put(row, 5, "部门决算")
    return list(pages.values())


def _figure(item: Input, random: Random) -> Content:
    if item.kind == "flag":
        return random.choice(("是", "否"))
    if item.kind == "choice":
        return random.choice(item.choices)
    if item.kind == "count":
        return random.randint(1, 400)
    if item.kind == "rate":
        return f"{random.randint(10, 1000) / 10}%"
    return "文字" if item.kind == "text" else random.randint(100, 99999) / 100


def _table_pages(book: Rulebook, random: Random) -> list[Page]:
    pages = []
    for table in book.tables:
        page = Page(table.sheet)
        page.put(1, 1, table.label)
        page.put(2, 1, "序号")
        for column, spec in enumerate(table.columns, start=2):
            page.put(2, column, spec.label)
        for row in range(3, 6):
            page.put(row, 1, row - 2)
            for column, spec in enumerate(table.columns, start=2):
                if spec.formula is not None:
                    continue
                content: Content = random.randint(1, 300)
                if spec.kind == "text":
                    content = random.choice(FREE_NAMES)
                page.put(row, column, content, ("table", f"{table.id}.{row - 3}.{spec.id}"))
        pages.append(page)
    return pages
