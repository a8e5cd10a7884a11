"""The scoresheet (评分表) of an indicator rulebook: fixed rows, section sums, total, grade."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from jixiao.rulebook.excel import rate_formula, score_formula
from jixiao.rulebook.model import Indicator, Role, Rulebook
from jixiao.rulebook.names import claimed_name, rate_name, suggested_name
from jixiao.rulebook.prose import sentence
from jixiao.rulebook.scores import Judged
from jixiao.rulebook.scoring.plan import plan, weight_of
from jixiao.workbook.model import address
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.looks import decimals, rate_format
from jixiao.writing.template.masthead import HEADING_ROW, Masthead, sign
from jixiao.writing.template.page import Page
from jixiao.writing.template.print_setup import set_up
from jixiao.writing.template.prompts import note, options, restrict, score_rule
from jixiao.writing.template.sums import SCORES, Cells, grade_formula, suffix_of, sum_formula

NO_FIGURE = "—"
_NOTES = (
    "注：1.“实际值”“测算得分”由表内公式按基础数据和评分标准自动计算，数据未填全时为空白。",
    "2.测算得分为“—”的指标由人工评定；测算得分的小计、合计中，这些指标按自评得分计入。",
    "3.自评得分低于分值的，应在“扣分原因”栏说明原因；“复核得分”栏由财政部门填写。",
)


def write_scores(page: Page, rulebook: Rulebook, filling: Filling, masthead: Masthead) -> None:
    """Write the whole sheet."""
    masthead.write(page, rulebook.title, "单位：分")
    _Body(page, rulebook, filling).write()


class _Body:
    """The table below the masthead, written from top to bottom."""

    def __init__(self, page: Page, rulebook: Rulebook, filling: Filling) -> None:
        self._page = page
        self._rulebook = rulebook
        self._filling = filling
        self._at = {column.role: nth for nth, column in enumerate(rulebook.columns, 1)}
        self._points = decimals(rulebook.digits)
        self._row = HEADING_ROW
        self._members: list[Cells] = []  # cells of all indicator rows
        self._sums: list[dict[Role, str]] = []  # cells of the section sums

    def write(self) -> None:
        page = self._page
        for nth, column in enumerate(self._rulebook.columns, 1):
            page.label(HEADING_ROW, nth, column.label, "heading")
        page.height(HEADING_ROW, 30)
        kept = [i for i in self._rulebook.indicators if i.id not in self._filling.deleted]
        for section, members in groupby(kept, key=lambda i: i.path[0]):
            self._section(section, tuple(members))
        self._total()
        self._grade()
        for text in _NOTES:
            self._row += 1
            page.label(self._row, 1, text, "note", to=(self._row, len(page.widths)))
            page.height(self._row, 18)
        sign(page, self._row + 1)
        set_up(page.sheet, page.widths, self._row + 1, heading_row=HEADING_ROW)

    def _section(self, name: str, members: Sequence[Indicator]) -> None:
        first = self._row + 1
        rows = [self._indicator(indicator) for indicator in members]
        self._members += rows
        self._levels(members, first)
        self._row += 1
        weight = sum((self._weight(i) for i in members), Decimal(0))
        sums = self._sum_row(f"{name}小计", weight)
        for role, cell in sums.items():
            suffix = suffix_of(role)
            formula = sum_formula(role, rows)
            self._page.formula(*cell, formula, f"sum|{self._points}", f"sum{suffix}:{name}")
        self._sums.append({role: address(*cell) for role, cell in sums.items()})

    def _levels(self, members: Sequence[Indicator], first: int) -> None:
        """Merge the level cells downwards over the rows that share them."""
        columns = ((Role.LEVEL1, Role.LEVEL1_WEIGHT), (Role.LEVEL2, Role.LEVEL2_WEIGHT))
        for depth, (role, weight_role) in enumerate(columns, 1):
            row = first
            for path, group in groupby(members, key=lambda i: i.path[:depth]):
                rows = tuple(group)
                end = row + len(rows) - 1
                if role in self._at:
                    text = path[depth - 1] if len(path) >= depth else ""
                    column = self._at[role]
                    self._page.label(row, column, text, "level", to=(end, column))
                if weight_role in self._at:
                    column = self._at[weight_role]
                    weight = sum((self._weight(i) for i in rows), Decimal(0))
                    self._page.constant(row, column, weight, "weight", to=(end, column))
                row = end + 1

    def _indicator(self, indicator: Indicator) -> Cells:
        self._row += 1
        row, page, at = self._row, self._page, self._at
        page.height(row, 30)
        page.label(row, at[Role.NAME], indicator.name, "centre")
        texts = {
            Role.MEANING: indicator.meaning,
            Role.STANDARD: sentence(self._rulebook, indicator),
            Role.CORE: "是" if indicator.core else "否",
        }
        for role, text in texts.items():
            if role in at:
                page.label(row, at[role], text, "text" if role is not Role.CORE else "centre")
        weight = self._weight(indicator)
        page.constant(row, at[Role.WEIGHT], weight, "weight")
        self._actual(row, indicator)
        claimed = self._score_entry(row, Role.CLAIMED, indicator, weight)
        suggested = self._suggested(row, indicator)
        self._words(row, indicator)
        reviewed = self._score_entry(row, Role.REVIEWED, indicator, weight)
        cells = {Role.CLAIMED: claimed, Role.SUGGESTED: suggested, Role.REVIEWED: reviewed}
        return Cells({role: cell for role, cell in cells.items() if cell})

    def _actual(self, row: int, indicator: Indicator) -> None:
        if Role.ACTUAL not in self._at:
            return
        page, column = self._page, self._at[Role.ACTUAL]
        formula = rate_formula(self._rulebook, indicator)
        if formula is not None:
            look = f"live|{rate_format(plan(self._rulebook, indicator).shown.unit)}"
            page.formula(row, column, formula, look, rate_name(indicator.id))
        elif isinstance(indicator.score, Judged):
            value = self._filling.actuals.get(indicator.id)
            page.entry(row, column, value, "entry-centre", f"actual:{indicator.id}")
            tiers = [tier.name for tier in indicator.score.tiers]
            message = "请按实际情况选择档次。" if tiers else "请简要填写实际情况。"
            rule = (
                options(indicator.name, tiers, message) if tiers else note(indicator.name, message)
            )
            restrict(page, (row, column), (row, column), rule)
        else:
            page.label(row, column, NO_FIGURE, "live")

    def _suggested(self, row: int, indicator: Indicator) -> str | None:
        """The live score; the cell where a formula stands, None for a judged row."""
        if Role.SUGGESTED not in self._at:
            return None
        column = self._at[Role.SUGGESTED]
        rate_cell = address(row, self._at[Role.ACTUAL]) if Role.ACTUAL in self._at else None
        formula = score_formula(self._rulebook, indicator, rate_cell)
        if formula is None:
            self._page.label(row, column, NO_FIGURE, "live")
            return None
        key = suggested_name(indicator.id)
        self._page.formula(row, column, formula, f"live|{self._points}", key)
        return address(row, column)

    def _score_entry(
        self, row: int, role: Role, indicator: Indicator, weight: Decimal
    ) -> str | None:
        if role not in self._at:
            return None
        column, is_claim = self._at[role], role is Role.CLAIMED
        look = "entry-centre" if is_claim else "bureau"
        key = claimed_name(indicator.id) if is_claim else f"reviewed:{indicator.id}"
        value = self._filling.claimed.get(indicator.id) if is_claim else None
        self._page.entry(row, column, value, f"{look}|{self._points}", key)
        low = indicator.score.min if isinstance(indicator.score, Judged) else Decimal(0)
        label = self._rulebook.columns[column - 1].label
        restrict(self._page, (row, column), (row, column), score_rule(label, weight, low))
        return address(row, column)

    def _words(self, row: int, indicator: Indicator) -> None:
        given = {
            Role.REASON: (self._filling.reasons, "得分低于分值的，请写明扣分原因。", "reason"),
            Role.EVIDENCE: (self._filling.evidence, _evidence(indicator), "evidence"),
        }
        for role, (texts, message, key) in given.items():
            if role in self._at:
                column = self._at[role]
                value = texts.get(indicator.id)
                self._page.entry(row, column, value, "entry-text", f"{key}:{indicator.id}")
                label = self._rulebook.columns[column - 1].label
                restrict(self._page, (row, column), (row, column), note(label, message))

    def _sum_row(self, text: str, weight: Decimal) -> dict[Role, tuple[int, int]]:
        """Write label and weight of a sum row, grey the rest; give the cells that hold sums."""
        page, row = self._page, self._row
        page.height(row, 24)
        before_weight = self._at[Role.WEIGHT] - 1
        page.label(row, 1, text, "sum-label", to=(row, before_weight))
        page.constant(row, self._at[Role.WEIGHT], weight, "sum-weight")
        sums = {role: (row, self._at[role]) for role in SCORES if role in self._at}
        taken = {column for _, column in sums.values()}
        for column in range(self._at[Role.WEIGHT] + 1, len(page.widths) + 1):
            if column not in taken:
                page.sheet.write_blank(row - 1, column - 1, None, page.looks["sum-blank"])
        return sums

    def _total(self) -> None:
        self._row += 1
        sums = self._sum_row("合计", self._rulebook.total)
        for role, cell in sums.items():
            formula = sum_formula(role, [Cells({role: s[role]}) for s in self._sums])
            self._page.formula(*cell, formula, f"sum|{self._points}", f"total{suffix_of(role)}")

    def _grade(self) -> None:
        if not self._rulebook.grades:
            return
        total_row = self._row
        self._row += 1
        page, row = self._page, self._row
        page.height(row, 24)
        roles = [role for role in SCORES if role in self._at]
        bounds = "、".join(_bound(self._rulebook, nth) for nth in range(len(self._rulebook.grades)))
        page.label(row, 1, "档次", "sum-label", to=(row, self._at[Role.WEIGHT] - 1))
        page.label(row, self._at[Role.WEIGHT], "", "sum-blank")
        first_score = min(self._at[role] for role in roles)
        page.label(row, self._at[Role.WEIGHT] + 1, bounds, "text", to=(row, first_score - 1))
        for column in range(first_score, len(page.widths) + 1):
            page.sheet.write_blank(row - 1, column - 1, None, page.looks["sum-blank"])
        needed = sum(1 for i in self._rulebook.indicators if i.not_applicable is None)
        for role in roles:
            total = address(total_row, self._at[role])
            formula = grade_formula(self._rulebook, role, total, self._members, needed)
            page.formula(row, self._at[role], formula, "sum", f"grade{suffix_of(role)}")

    def _weight(self, indicator: Indicator) -> Decimal:
        weight = weight_of(self._rulebook, indicator)
        if weight is None:
            raise ValueError(f"{indicator.id} has no weight, an abstract rulebook has no template")
        return Decimal(weight.numerator) / Decimal(weight.denominator)


def _evidence(indicator: Indicator) -> str:
    wanted = f"如：{indicator.evidence}。" if indicator.evidence else ""
    return f"请写明佐证材料的名称。{wanted}"


def _bound(rulebook: Rulebook, nth: int) -> str:
    grade = rulebook.grades[nth]
    if nth == len(rulebook.grades) - 1 and grade.min == 0:
        above = rulebook.grades[nth - 1].min if nth else rulebook.total
        return f"{grade.name}：{above.normalize():f}分以下"
    return f"{grade.name}：{grade.min.normalize():f}分（含）以上"
