"""A rulebook in Chinese: the 评分标准 and 指标公式 of a row, and the rule page in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.formula import formula_prose, parse_formula
from jixiao.rulebook.cases import figures_of_case
from jixiao.rulebook.kinds import compile_rule
from jixiao.rulebook.outcome import OutcomeState
from jixiao.rulebook.schema import FreeBlock, Indicator, Input, Provenance, Rulebook
from jixiao.rulebook.scoring import PartPlan, evaluate_indicator, plan_indicator, weight_of

STATUS = {
    "confirmed": "已核实",
    "reconstructed": "复原",
    "unconfirmed": "未核实",
    "illustrative": "示例",
}
_ZERO = {"ask": "由人工判定", "full": "得满分", "zero": "不得分", "na": "按不适用处理"}


def readable_labels(rulebook: Rulebook) -> dict[str, str]:
    """Labels of inputs by id and of table columns by ``table.column``."""
    found = {item.id: item.label for item in rulebook.inputs}
    for table in rulebook.tables:
        found |= {f"{table.id}.{c.id}": f"{table.label}各项{c.label}" for c in table.columns}
    return found


def _zero_words(part: PartPlan) -> str:
    if not part.zeros:
        return ""
    words = f"分母为零的，{_ZERO[part.if_zero or 'ask']}"
    if part.zero_over_zero is not None:
        words = f"分子、分母都为零的，按{show(part.zero_over_zero * 100)}%计；{words}"
    return words


def _ended(words: list[str]) -> str:
    return "；".join(word for word in words if word) + "。"


def standard_sentence(rulebook: Rulebook, indicator: Indicator) -> str:
    """The 评分标准 of an indicator, as the template's column shows it; empty without a rule."""
    if indicator.score is None and not indicator.parts:
        return ""
    made = plan_indicator(rulebook, indicator)
    if len(made.parts) == 1:
        words = [made.parts[0].rule.sentence, _zero_words(made.parts[0])]
    else:
        told = [f"{p.name}（{show(p.weight)}分）：{p.rule.sentence}" for p in made.parts]
        if indicator.combine == "best":
            told.insert(0, "下列各项择优取其一")
        zeros = list(dict.fromkeys(_zero_words(part) for part in made.parts))
        words = ["。".join(told), *zeros]
    policy = indicator.not_applicable
    if policy is not None:
        what = {"full": "得满分", "drop": "不参与评分，其余指标按比例折算"}.get(policy.then)
        if what is None:
            given = rulebook.by_id.get(policy.to or "")
            what = f"分值并入“{given.name if given else policy.to}”"
        words.append(f"{policy.says or '本指标不适用'}的，{what}")
    return _ended(words)


def block_sentence(rulebook: Rulebook, block: FreeBlock) -> str:
    """The 评分标准 of a block of free rows."""
    weight = Fraction(block.weight) if block.weight is not None else Fraction(0)
    return _ended([compile_rule(block.score, weight, "%", rulebook.input_by_id).sentence])


def rate_text(rulebook: Rulebook, indicator: Indicator) -> str:
    """The 指标公式 of an indicator, with the labels of its inputs; empty where it has no rate."""
    if indicator.rate is None:
        told = [
            f"{part.name}＝{_rate(rulebook, part.rate, part.rate_unit)}"
            for part in indicator.parts
            if part.rate is not None
        ]
        return "；".join(told)
    return f"{indicator.name}＝{_rate(rulebook, indicator.rate, indicator.rate_unit)}"


def _rate(rulebook: Rulebook, text: str, unit: str) -> str:
    return formula_prose(parse_formula(text), readable_labels(rulebook), percent=unit == "%")


def inputs_of(rulebook: Rulebook, indicator: Indicator) -> tuple[Input, ...]:
    """The inputs that an indicator draws on, in the rulebook's order."""
    wanted = {name for part in plan_indicator(rulebook, indicator).parts for name in part.inputs}
    return tuple(item for item in rulebook.inputs if item.id in wanted)


def provenance_text(provenance: Provenance | None) -> str:
    """``复原：…（…）``; empty where nothing is said."""
    if provenance is None:
        return ""
    note = f"（{provenance.note}）" if provenance.note else ""
    return f"{STATUS[provenance.status]}：{provenance.source}{note}"


def _given(rulebook: Rulebook, indicator: Indicator) -> str:
    """The worked example: the first case with what went in."""
    case = indicator.cases[0]
    told = []
    for name, value in case.inputs.items():
        item = rulebook.input_by_id[name]
        answer = ("是" if value else "否") if isinstance(value, bool) else f"{value}{item.unit}"
        told.append(f"{item.label}：{answer}")
    outcome = evaluate_indicator(rulebook, indicator, figures_of_case(rulebook, case))
    note = f"（{case.note}）" if case.note else ""
    given = f"{'；'.join(told)}。" if told else ""
    trace = outcome.trace.zh if outcome.trace else ""
    return f"{given}{trace}{note}" if outcome.state is not OutcomeState.JUDGED else ""


def indicator_lines(rulebook: Rulebook, indicator: Indicator) -> Iterator[str]:
    weight = weight_of(rulebook, indicator)
    points = f"（{show(weight)}分）" if weight is not None else ""
    yield f"#### {indicator.name}{points}"
    yield ""
    if indicator.meaning:
        yield f"- 指标解释：{indicator.meaning}"
    if rate := rate_text(rulebook, indicator):
        yield f"- 指标公式：{rate}"
    if standard := standard_sentence(rulebook, indicator):
        yield f"- 评分标准：{standard}"
        if used := inputs_of(rulebook, indicator):
            yield f"- 基础数据：{'、'.join(_input_words(item) for item in used)}"
        if tables := _tables_of(rulebook, indicator):
            yield f"- 重复表：{'、'.join(tables)}"
    if indicator.clause:
        yield f"- 依据条款：{indicator.clause}"
    if indicator.cases and (example := _given(rulebook, indicator)):
        yield f"- 算例：{example}"
    if source := provenance_text(indicator.provenance):
        yield f"- 来源：{source}"
    yield ""


def _input_words(item: Input) -> str:
    return f"{item.label}（{item.unit}）" if item.unit else item.label


def _tables_of(rulebook: Rulebook, indicator: Indicator) -> list[str]:
    wanted = {c.table for part in plan_indicator(rulebook, indicator).parts for c in part.columns}
    return [f"{table.label}（{table.sheet}）" for table in rulebook.tables if table.id in wanted]


def _block_lines(rulebook: Rulebook, block: FreeBlock) -> Iterator[str]:
    weight = f"（{show(Fraction(block.weight))}分）" if block.weight is not None else ""
    yield f"#### {'·'.join(block.path)}{weight}：由部门自行设置的指标"
    yield ""
    if block.kinds:
        yield f"- 二级指标：{'、'.join(block.kinds)}"
    if block.split == "equal":
        digits = "取整数" if block.split_digits == 0 else f"保留{block.split_digits}位小数"
        yield f"- 各行分值：平均分配，四舍五入{digits}"
    else:
        yield "- 各行分值：由部门自行确定，合计等于本部分分值"
    if block.goals > 1:
        yield f"- 可按最多{block.goals}个年度目标分设，各目标分值合计等于本部分分值"
    yield f"- 评分标准：{block_sentence(rulebook, block)}"
    if block.clause:
        yield f"- 依据条款：{block.clause}"
    if source := provenance_text(block.provenance):
        yield f"- 来源：{source}"
    yield ""


def _head(rulebook: Rulebook) -> Iterator[str]:
    yield f"# {rulebook.name}"
    yield ""
    yield f"- 编号：`{rulebook.id}`（第{rulebook.version}版）"
    if rulebook.place:
        yield f"- 适用地区：{rulebook.place}"
    if rulebook.year is not None:
        yield f"- 年度：{rulebook.year}"
    if rulebook.clause:
        yield f"- 依据文件：{rulebook.clause}"
    yield f"- 来源：{provenance_text(rulebook.provenance)}"
    if rulebook.abstract:
        yield "- 本体系为参考框架，分值和评分标准由各地确定，不生成空白表"
    else:
        yield f"- 总分：{show(Fraction(rulebook.total))}分，得分保留{rulebook.digits}位小数"
    if rulebook.grades:
        told = (f"{grade.name}（{show(Fraction(grade.min))}分及以上）" for grade in rulebook.grades)
        yield f"- 档次：{'、'.join(told)}"
    yield ""


def rulebook_page(rulebook: Rulebook) -> str:
    """The rule page of a rulebook in Markdown."""
    lines = list(_head(rulebook))
    path: tuple[str, ...] = ()
    rows = [(i.path, indicator_lines(rulebook, i)) for i in rulebook.indicators]
    rows += [(block.path, _block_lines(rulebook, block)) for block in rulebook.blocks]
    for where, told in rows:
        if where != path:
            if where[:1] != path[:1]:
                lines += [f"## {where[0]}", ""]
            if len(where) > 1:
                lines += [f"### {'·'.join(where[1:])}", ""]
            path = where
        lines += told
    return "\n".join(lines).rstrip("\n") + "\n"
