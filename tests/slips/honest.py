"""Returns in which all is right: invented figures, self-scores as the form works them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from random import Random

from jixiao.rulebook.kinds.item import ItemScore
from jixiao.rulebook.kinds.judged import Judged
from jixiao.rulebook.schema.model import Role, Rulebook
from slips.book import Content
from slips.excel import Address
from slips.form import Form, FreeRow, Return, form_of

RULEBOOKS = (
    "nanchang-2017",
    "hunan-2017",
    "yueyang-2018",
    "shaanxi-2018",
    "dazhou-2017",
    "form-10-50-30-10",
    "hubei-20-80",
    "chongqing-10-90",
    "hebei-weighted",
    "yinchuan-2021",
)
DEPARTMENT = "示例市水务局"
_CENT = Decimal("0.01")
_SIZES = ("nanchang-2017", "shaanxi-2018")  # score an adjustment by its size
_CUT = 4  # every how many departments the budget was cut during the year
_REASONS = (
    "部分项目跨年度实施，资金未在年内支付完毕。",
    "因协作单位进度原因，个别工作延期完成，已督促落实。",
    "前期论证时间较长，实施进度偏慢，已调整工作安排。",
    "检查发现个别手续不全，已补办并完善制度。",
)
# name, operator, unit, target, actuals that may be: the first reach it
_MEASURED = (
    ("举办业务培训班", "≥", "期", "12", ("12", "12", "11")),
    ("开展专项检查", "≥", "次", "24", ("24", "24", "23", "21")),
    ("完成河道治理长度", "≥", "公里", "38.5", ("38.5", "38.5", "36.2")),
    ("编制技术报告", "≥", "篇", "16", ("16", "15")),
    ("工程质量合格率", "≥", "%", "98", ("98", "98", "98", "96.5")),
    ("资料归档率", "≥", "%", "95", ("95", "93.8")),
    ("任务按期完成率", "≥", "%", "96", ("96", "96", "94.3")),
    ("办件平均时限", "≤", "天", "7", ("7", "6", "8")),
    ("单位培训成本", "≤", "元", "450", ("450", "438", "470")),
    ("惠及群众人数", "≥", "人", "5600", ("5600", "5600", "5236")),
    ("节约运行成本", "≥", "万元", "42.6", ("42.6", "42.6", "39.7")),
    ("服务对象满意度", "≥", "%", "92", ("92", "92", "90.4")),
    ("群众投诉办结率", "≥", "%", "97", ("97", "95.1")),
    ("信息发布条数", "≥", "条", "150", ("150", "150", "143")),
)
_QUALITATIVE = (
    ("提升行业管理水平", "有所提升"),
    ("改善区域水环境", "有效改善"),
    ("长效机制健全程度", "健全"),
    ("促进节约用水", "持续促进"),
)


def honest_return(identifier: str, number: int) -> Return:
    """An honest return of a rulebook; ``number`` alone decides what is in it."""
    dice = Random(f"{identifier}:{number}")
    form = form_of(identifier, DEPARTMENT)
    typed: dict[Address, Content] = {}
    figures = FIGURES[form.rulebook.family, bool(form.rulebook.blocks)](form.rulebook, dice)
    typed.update({form.inputs[name]: value for name, value in figures.items()})
    typed.update(_projects(form, figures, dice))
    for row, weight in _chosen_rows(form, dice):
        typed.update(_free_row(form, row, weight, dice))
    judged = dict(_judged(form, dice))
    typed.update(judged)
    plain = Return(form, typed)
    claims = {at: score for at, score in _claims(plain) if at not in judged}
    whole = plain.typing(claims)
    return whole.typing(dict(_words(whole, dice)))


def cents(value: Decimal) -> Decimal:
    """To the cent."""
    return value.quantize(_CENT)


def _share(dice: Random, low: float, high: float) -> Decimal:
    return Decimal(str(round(dice.uniform(low, high), 4)))


def _answers(rulebook: Rulebook, dice: Random) -> dict[str, Content]:
    return {
        item.id: "否" if dice.random() < 0.08 else "是"
        for item in rulebook.inputs
        if item.kind == "flag"
    }


def _money_form(rulebook: Rulebook, dice: Random) -> dict[str, Content]:
    """The money block of a target form."""
    if not rulebook.inputs:
        return {}
    initial = cents(_share(dice, 320, 9600))
    budget = cents(initial * _share(dice, 1, 1.08))
    spent = cents(budget * _share(dice, 0.82, 0.999))
    carried, other = cents(budget * _share(dice, 0.03, 0.09)), cents(budget * Decimal("0.04"))
    carried_spent, other_spent = (
        cents(carried * _share(dice, 0.8, 1)),
        cents(other * Decimal("0.9")),
    )
    return {
        "money_initial": initial,
        "money_budget": budget,
        "money_spent": spent,
        "fiscal_budget": budget - carried - other,
        "fiscal_spent": spent - carried_spent - other_spent,
        "carried_budget": carried,
        "carried_spent": carried_spent,
        "other_budget": other,
        "other_spent": other_spent,
    }


def _figures(rulebook: Rulebook, dice: Random) -> dict[str, Content]:
    """The basic figures of a form of fixed indicators."""
    is_signed = any(item.signed for item in rulebook.inputs if item.id == "budget_adjustment")
    is_signed = is_signed and rulebook.id in _SIZES  # elsewhere a cut is left to a person
    made = {**_answers(rulebook, dice), **_all_figures(dice, is_signed=is_signed)}
    known = {item.id for item in rulebook.inputs}
    return {name: value for name, value in made.items() if name in known}


def _all_figures(dice: Random, *, is_signed: bool) -> dict[str, Content]:
    posts = dice.randint(24, 130)
    initial = cents(_share(dice, 640, 9400))
    adjustment = cents(initial * _share(dice, 0.012, 0.085))
    if is_signed and posts % _CUT == 0:
        adjustment = -adjustment
    budget = initial + adjustment
    spent = cents(budget * _share(dice, 0.68, 0.995))
    carryover = budget - spent
    half = cents(min(budget * _share(dice, 0.33, 0.52), spent * Decimal("0.7")))
    running = cents(initial * Decimal("0.0813"))
    funds = cents(initial * _share(dice, 0.015, 0.022))
    procured = cents(initial * Decimal("0.0642"))
    assets = cents(initial * _share(dice, 1.1, 1.6))
    projects = cents(initial * _share(dice, 0.3, 0.38))
    returned = posts * 2 - dice.randint(0, 5)
    satisfied = round(returned * dice.uniform(0.5, 0.8))
    fairly = round((returned - satisfied) * dice.uniform(0.5, 0.95))
    planned, assigned = dice.randint(14, 40), dice.randint(5, 14)
    area, cost = (cents(_share(dice, 900, 4000)), cents(_share(dice, 200, 900)))
    counts = {
        "staff": posts - dice.randint(-2, 4),
        "posts": posts,
        "fund_breaches": dice.choice((0, 0, 1)),
        "use_breaches": dice.choice((0, 0, 1)),
        "asset_faults": dice.choice((0, 0, 1)),
        "late_items": dice.choice((0, 0, 1, 2)),
        "survey_issued": posts * 2,
        "survey_returned": returned,
        "survey_satisfied": satisfied,
        "survey_fairly_satisfied": fairly,
        "survey_dissatisfied": returned - satisfied - fairly,
        "work_planned": planned,
        "work_in_time": planned - dice.choice((0, 0, 1, 2)),
        "work_to_standard": planned - dice.choice((0, 0, 1)),
        "assigned": assigned,
        "assigned_done": assigned - dice.choice((0, 0, 1)),
    }
    half_base, late_base = cents(budget * Decimal("0.97")), cents(budget * Decimal("0.99"))
    income = cents(initial * Decimal("0.053"))
    return {
        **{name: Decimal(count) for name, count in counts.items()},
        "budget_initial": initial,
        "budget_adjustment": adjustment,
        "budget_added": adjustment,
        "budget": budget,
        "spent": spent,
        "spent_half_year": half,
        "carryover": carryover,
        "carryover_last_year": cents(carryover * _share(dice, 0.92, 1.3)),
        "carryover_last": cents(carryover * _share(dice, 0.92, 1.3)),
        "carried_in": cents(initial * _share(dice, 0.05, 0.12)),
        "carried_out": cents(initial * _share(dice, 0.03, 0.17)),
        "project_spending": projects,
        "project_spent": projects,
        "key_spent": cents(projects * _share(dice, 0.72, 0.97)),
        "running_cost_budget": running,
        "running_cost_spent": cents(running * _share(dice, 0.9, 1.03)),
        "running_budget": running,
        "running_spent": cents(running * _share(dice, 0.9, 1.03)),
        "sangong_this_year": cents(funds * _share(dice, 0.9, 1.02)),
        "sangong_last_year": funds,
        "sangong_budget": cents(funds * Decimal("1.04")),
        "sangong_spent": cents(funds * _share(dice, 0.88, 1.05)),
        "public_funds": cents(funds * _share(dice, 0.93, 1.02)),
        "public_funds_last": funds,
        "public_funds_spent": cents(funds * _share(dice, 0.8, 0.98)),
        "procurement_budget": procured,
        "procurement_spent": cents(procured * _share(dice, 0.86, 1)),
        "assets_all": assets,
        "assets_in_use": cents(assets * _share(dice, 0.85, 0.99)),
        "area_built": area,
        "area_approved": cents(area * _share(dice, 0.97, 1.05)),
        "cost_built": cost,
        "cost_approved": cents(cost * _share(dice, 0.95, 1.05)),
        "half_year_spent": half,
        "half_year_funds": half_base,
        "third_quarter_spent": cents(
            min(budget * _share(dice, 0.6, 0.78), spent * Decimal("0.95"))
        ),
        "third_quarter_funds": late_base,
        "other_income_budget": income,
        "other_income_final": cents(income * _share(dice, 0.75, 1.3)),
        "satisfaction": _share(dice, 0.78, 0.98),
    }


FIGURES = {
    ("indicators", False): _figures,
    ("indicators", True): _money_form,
    ("targets", True): _money_form,
}


def _projects(
    form: Form, figures: Mapping[str, Content], dice: Random
) -> Iterator[tuple[Address, Content]]:
    """Three projects that come to most of the project spending."""
    if not form.tables:
        return
    whole = figures["project_spending"]
    if not isinstance(whole, Decimal):
        raise TypeError("an amount")
    names = ("业务能力提升专项", "基层服务保障专项", "信息系统运行维护")
    shares = (_share(dice, 0.3, 0.42), _share(dice, 0.2, 0.3), _share(dice, 0.1, 0.2))
    for nth, (name, share) in enumerate(zip(names, shares, strict=True), 1):
        spent = cents(whole * share)
        planned = dice.randint(6, 14)
        contents: dict[str, Content] = {
            "name": name,
            "budget": cents(spent * _share(dice, 1, 1.09)),
            "spent": spent,
            "planned": Decimal(planned),
            "done": Decimal(planned - dice.choice((0, 0, 1))),
        }
        for column, content in contents.items():
            yield form.tables["projects", column, nth], content


def _chosen_rows(form: Form, dice: Random) -> Iterator[tuple[FreeRow, Decimal]]:
    """The free rows that are used, with weights that come to those of the block."""
    for _, members in groupby(form.free, key=lambda row: row.block.id):
        rows = list(members)
        used = [row for row in rows if row.id.endswith(":1") or dice.random() < 0.25]
        if rows[0].block.goals > 1:
            used = [row for row in used if row.goal <= 2]
        elif not rows[0].block.kinds:
            used = rows[: dice.randint(4, 6)]
        block = rows[0].block
        fixed = sum((i.weight or 0 for i in form.rulebook.indicators), Decimal(0))
        whole = block.weight or form.rulebook.total - fixed
        each = Decimal(int(whole / len(used)))
        for nth, row in enumerate(used):
            yield row, each if nth else whole - each * (len(used) - 1)


def _free_row(
    form: Form, row: FreeRow, weight: Decimal, dice: Random
) -> Iterator[tuple[Address, Content]]:
    """A row with its target and what was reached."""
    contents: dict[Role, Content] = {Role.WEIGHT: weight}
    nth = dice.randrange(1000)
    if dice.random() < 0.8 or isinstance(row.block.score, ItemScore):
        name, operator, unit, target, actuals = _MEASURED[nth % len(_MEASURED)]
        contents |= {
            Role.NATURE: "定量",
            Role.OPERATOR: operator,
            Role.UNIT: unit,
            Role.TARGET: Decimal(target),
            Role.ACTUAL: Decimal(dice.choice(actuals)),
        }
        if isinstance(row.block.score, ItemScore):
            item = Decimal(dice.choice(("100", "100", "96", "92.5", "88")))
            contents[Role.ITEM_SCORE] = item if _is_reached(contents) else min(item, Decimal(96))
    else:
        name, target = _QUALITATIVE[nth % len(_QUALITATIVE)]
        contents |= {Role.NATURE: "定性", Role.TARGET: target, Role.ACTUAL: target}
    contents[Role.NAME] = f"{name}（{row.kind[:2]}{nth}）" if row.kind else f"{name}（{nth}）"
    contents[Role.CORE] = "否"
    for role, content in contents.items():
        if role in row.cells:
            yield row.cells[role], content
    if "定性" in contents.values():
        yield row.cells[Role.CLAIMED], weight


def _is_reached(contents: dict[Role, Content]) -> bool:
    """Whether the target of a row was reached; without a sign the larger is the better."""
    target, actual = contents[Role.TARGET], contents[Role.ACTUAL]
    assert isinstance(target, Decimal)
    assert isinstance(actual, Decimal)
    if contents[Role.OPERATOR] in ("≤", "<=", "小于等于", "不超过"):
        return actual <= target
    return actual >= target


def _judged(form: Form, dice: Random) -> Iterator[tuple[Address, Content]]:
    """The scores left to a person."""
    for indicator in form.rulebook.indicators:
        score, cells = indicator.score, form.rows.get(indicator.id)
        if not isinstance(score, Judged) or cells is None or indicator.weight is None:
            continue
        if score.tiers:
            yield cells[Role.CLAIMED], indicator.weight
            yield cells[Role.ACTUAL], score.tiers[0].name
        else:
            part = dice.choice((Decimal(1), Decimal(1), Decimal("0.95"), Decimal("0.9")))
            yield cells[Role.CLAIMED], (indicator.weight * part).quantize(_CENT).normalize()


def _claims(plain: Return) -> Iterator[tuple[Address, Content]]:
    """What the form works out for each row."""
    for cells in plain.form.scored.values():
        score = plain.shown.value(*cells[Role.SUGGESTED])
        if isinstance(score, float):
            yield cells[Role.CLAIMED], Decimal(f"{score:.15g}")


def _words(whole: Return, dice: Random) -> Iterator[tuple[Address, Content]]:
    """A reason wherever points are lost, evidence wherever the form asks for it."""
    by_id = whole.form.rulebook.by_id
    for name, cells in whole.form.scored.items():
        claimed, weight = whole.content(cells[Role.CLAIMED]), whole.content(cells[Role.WEIGHT])
        if isinstance(claimed, Decimal) and isinstance(weight, Decimal) and claimed < weight:
            yield cells[Role.REASON], dice.choice(_REASONS)
        if Role.EVIDENCE in cells and name in by_id and by_id[name].evidence:
            yield cells[Role.EVIDENCE], by_id[name].evidence
