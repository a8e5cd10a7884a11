"""A rulebook in Chinese: the 评分标准 and 指标公式 of a row, and the rule page in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.finding import chinese_text
from jixiao.formula import formula_prose, parse_formula
from jixiao.rulebook.cases import figures_of_case
from jixiao.rulebook.explain.attached import attached_lines
from jixiao.rulebook.explain.provenance import provenance_text
from jixiao.rulebook.kinds import compile_rule, join_sentences
from jixiao.rulebook.outcome import OutcomeState
from jixiao.rulebook.schema import (
    FreeBlock,
    Indicator,
    Input,
    NotApplicable,
    Rulebook,
    Veto,
)
from jixiao.rulebook.scoring import (
    IndicatorPlan,
    PartPlan,
    evaluate_indicator,
    plan_indicator,
    weight_of,
)
from jixiao.rulebook.words import answer_word


def readable_labels(rulebook: Rulebook) -> dict[str, str]:
    """Labels of inputs by id and of table columns by ``table.column``."""
    found = {item.id: item.label for item in rulebook.inputs}
    for table in rulebook.tables:
        found |= {
            f"{table.id}.{c.id}": _text("column", table=table.label, column=c.label)
            for c in table.columns
        }
    return found


def _zero_words(part: PartPlan) -> str:
    """What a zero denominator means; not applicable is reported with the policy for that."""
    if not part.zeros:
        return ""
    is_reported = part.if_zero == "na"
    words = "" if is_reported else chinese_text(f"rules.zero.{part.if_zero or 'ask'}")
    if part.zero_over_zero is None:
        return words
    rate = f"{show(part.zero_over_zero * 100)}%"
    return join_sentences([chinese_text("rules.zero.both", rate=rate), words])


def _ended(words: list[str]) -> str:
    return chinese_text("rules.ended", sentence=join_sentences(words))


def _text(page_id: str, /, **slots: object) -> str:
    return chinese_text(f"rules.page.{page_id}", **slots)


def _listed(names: Iterable[str]) -> str:
    return _text("names").join(names)


def standard_sentence(rulebook: Rulebook, indicator: Indicator) -> str:
    """The 评分标准 of an indicator, as the template's column shows it; empty without a rule."""
    if indicator.score is None and not indicator.parts:
        return ""
    made = plan_indicator(rulebook, indicator)
    if len(made.parts) == 1:
        words = [made.parts[0].rule.sentence, _zero_words(made.parts[0])]
    else:
        wording = [
            chinese_text("rules.part", name=p.name, points=show(p.weight), sentence=p.rule.sentence)
            for p in made.parts
        ]
        if indicator.combine == "best":
            wording.insert(0, chinese_text("rules.best"))
        zeros = list(dict.fromkeys(_zero_words(part) for part in made.parts))
        words = [chinese_text("rules.stop").join(wording), *zeros]
    for made_veto in made.vetoes:
        says = _veto_condition(rulebook, made_veto.veto)
        words.append(chinese_text("rules.veto.here", says=says))
    if indicator.not_applicable is not None:
        words.append(_policy_words(rulebook, indicator.not_applicable, made))
    return _ended(words)


def _policy_words(rulebook: Rulebook, policy: NotApplicable, made: IndicatorPlan) -> str:
    """When a row does not apply and what then happens, a zero denominator included."""
    at_zero = any(part.zeros and part.if_zero == "na" for part in made.parts)
    condition = policy.says or chinese_text("rules.not-applicable.condition")
    if at_zero and policy.when is not None:
        condition = chinese_text("rules.not-applicable.or-zero", condition=condition)
    elif at_zero and policy.says:
        condition = chinese_text("rules.not-applicable.at-zero", condition=condition)
    elif at_zero:
        condition = chinese_text("rules.not-applicable.zero")
    given = rulebook.by_id.get(policy.to or "")
    return chinese_text(
        f"rules.not-applicable.{policy.then}",
        condition=condition,
        name=given.name if given else policy.to,
    )


def printed_standard(rulebook: Rulebook, row: Indicator | FreeBlock) -> str:
    """The 评分标准 as a form prints it: word for word where the rulebook holds that."""
    if row.standard.strip():
        return row.standard.strip()
    return standard_sentence(rulebook, row) if isinstance(row, Indicator) else ""


def computed_standard(rulebook: Rulebook, row: Indicator | FreeBlock) -> str:
    """How a row is scored, for comparison with its published words; empty without such."""
    if not row.standard.strip():
        return ""
    return rule_sentence(rulebook, row)


def rule_sentence(rulebook: Rulebook, row: Indicator | FreeBlock) -> str:
    """The sentence of a fixed row or of a block of free rows; empty without a rule."""
    if isinstance(row, FreeBlock):
        return block_sentence(rulebook, row)
    return standard_sentence(rulebook, row)


def _standard_lines(rulebook: Rulebook, row: Indicator | FreeBlock) -> Iterator[str]:
    """The standard of a row: the published words and, next to them, how it is computed."""
    if row.standard.strip():
        yield _text("standard-published", text="".join(row.standard.split("\n")))
        if computed := computed_standard(rulebook, row):
            yield _text("standard-computed", text=computed)
    elif text := rule_sentence(rulebook, row):
        yield _text("standard", text=text)


def block_sentence(rulebook: Rulebook, block: FreeBlock) -> str:
    """The 评分标准 of a block of free rows."""
    weight = Fraction(block.weight) if block.weight is not None else Fraction(0)
    return _ended([compile_rule(block.score, weight, "%", rulebook.input_by_id).sentence])


def rate_text(rulebook: Rulebook, indicator: Indicator) -> str:
    """The 指标公式 of an indicator, with the labels of its inputs; empty where it has no rate."""
    if indicator.rate is None:
        wording = [
            chinese_text(
                "rules.rate",
                name=part.name,
                formula=_rate(rulebook, part.rate, part.rate_unit),
            )
            for part in indicator.parts
            if part.rate is not None
        ]
        return join_sentences(wording)
    formula = _rate(rulebook, indicator.rate, indicator.rate_unit)
    return chinese_text("rules.rate", name=indicator.name, formula=formula)


def _rate(rulebook: Rulebook, text: str, unit: str) -> str:
    return formula_prose(parse_formula(text), readable_labels(rulebook), percent=unit == "%")


def inputs_of(rulebook: Rulebook, indicator: Indicator) -> tuple[Input, ...]:
    """The inputs that an indicator draws on, in the rulebook's order."""
    wanted = {name for part in plan_indicator(rulebook, indicator).parts for name in part.inputs}
    return tuple(item for item in rulebook.inputs if item.id in wanted)


def _given(rulebook: Rulebook, indicator: Indicator) -> str:
    """The worked example: the first case with what went in."""
    case = indicator.cases[0]
    wording = []
    for name, value in case.inputs.items():
        item = rulebook.input_by_id[name]
        answer = answer_word(value) if isinstance(value, bool) else f"{value}{item.unit}"
        wording.append(_text("figure", label=item.label, answer=answer))
    outcome = evaluate_indicator(rulebook, indicator, figures_of_case(rulebook, case))
    note = chinese_text("rules.bracketed", text=case.note) if case.note else ""
    given = _ended(wording) if wording else ""
    trace = outcome.trace.zh if outcome.trace else ""
    return f"{given}{trace}{note}" if outcome.state is not OutcomeState.JUDGED else ""


def indicator_lines(rulebook: Rulebook, indicator: Indicator) -> Iterator[str]:
    weight = weight_of(rulebook, indicator)
    points = _text("points", points=show(weight)) if weight is not None else ""
    yield f"#### {indicator.name}{points}"
    yield ""
    if indicator.meaning:
        yield _text("meaning", text=indicator.meaning)
    if rate := rate_text(rulebook, indicator):
        yield _text("rate", text=rate)
    yield from _standard_lines(rulebook, indicator)
    if indicator.score is not None or indicator.parts:
        if used := inputs_of(rulebook, indicator):
            yield _text("inputs", text=_listed(map(_input_words, used)))
        if tables := _tables_of(rulebook, indicator):
            yield _text("tables", text=_listed(tables))
    if indicator.clause:
        yield _text("clause", text=indicator.clause)
    if indicator.cases and (example := _given(rulebook, indicator)):
        yield _text("example", text=example)
    if source := provenance_text(indicator.provenance):
        yield _text("source", text=source)
    yield ""


def _input_words(item: Input) -> str:
    return _text("unit", label=item.label, unit=item.unit) if item.unit else item.label


def _tables_of(rulebook: Rulebook, indicator: Indicator) -> list[str]:
    wanted = {c.table for part in plan_indicator(rulebook, indicator).parts for c in part.columns}
    return [
        _text("unit", label=table.label, unit=table.sheet)
        for table in rulebook.tables
        if table.id in wanted
    ]


def _block_lines(rulebook: Rulebook, block: FreeBlock) -> Iterator[str]:
    weight = (
        _text("points", points=show(Fraction(block.weight))) if block.weight is not None else ""
    )
    yield _text("block", path="·".join(block.path), weight=weight)
    yield ""
    if block.kinds:
        yield _text("kinds", text=_listed(block.kinds))
    if block.split == "equal":
        split = "split-whole" if block.split_digits == 0 else "split-digits"
        yield _text(split, digits=block.split_digits)
    else:
        yield _text("split-free")
    if block.goals > 1:
        yield _text("goals", count=block.goals)
    yield from _standard_lines(rulebook, block)
    if block.clause:
        yield _text("clause", text=block.clause)
    if source := provenance_text(block.provenance):
        yield _text("source", text=source)
    yield ""


def veto_sentences(rulebook: Rulebook) -> Iterator[str]:
    """What breaches decide, one sentence each: 存在…的，档次最高为“差”。"""
    for veto in rulebook.veto:
        says = _veto_condition(rulebook, veto)
        if veto.row is not None:
            name = next((i.name for i in rulebook.indicators if i.id == veto.row), veto.row)
            yield chinese_text("rules.veto.row", says=says, name=name)
        elif veto.section is not None:
            yield chinese_text("rules.veto.section", says=says, name="·".join(veto.section))
        elif veto.total is not None:
            yield chinese_text("rules.veto.total", says=says, points=show(Fraction(veto.total)))
        else:
            yield chinese_text("rules.veto.grade", says=says, name=veto.grade)


def _veto_condition(rulebook: Rulebook, veto: Veto) -> str:
    return veto.says or formula_prose(parse_formula(veto.when), readable_labels(rulebook))


def _head(rulebook: Rulebook) -> Iterator[str]:
    yield f"# {rulebook.name}"
    yield ""
    yield _text("id", id=rulebook.id, version=rulebook.version)
    if rulebook.place:
        yield _text("place", text=rulebook.place)
    if rulebook.year is not None:
        yield _text("year", text=rulebook.year)
    if rulebook.clause:
        yield _text("document", text=rulebook.clause)
    yield _text("source", text=provenance_text(rulebook.provenance))
    for table in rulebook.tables:
        if table.provenance is not None and table.provenance.note != rulebook.provenance.note:
            yield _text("table-source", name=table.label, text=provenance_text(table.provenance))
    if rulebook.abstract:
        yield _text("abstract")
    else:
        yield _text("total", points=show(Fraction(rulebook.total)), digits=rulebook.digits)
    if rulebook.grades:
        grades = (
            _text("grade", name=grade.name, points=show(Fraction(grade.min)))
            for grade in rulebook.grades
        )
        yield _text("grades", text=_listed(grades))
    for sentence in veto_sentences(rulebook):
        yield _text("veto", text=sentence)
    yield ""


def rulebook_page(rulebook: Rulebook) -> str:
    """The rule page of a rulebook in Markdown."""
    lines = list(_head(rulebook))
    path: tuple[str, ...] = ()
    rows = [(i.path, indicator_lines(rulebook, i)) for i in rulebook.indicators]
    rows += [(block.path, _block_lines(rulebook, block)) for block in rulebook.blocks]
    for where, wording in rows:
        if where != path:
            if where[:1] != path[:1]:
                lines += [f"## {where[0]}", ""]
            if len(where) > 1:
                lines += [f"### {'·'.join(where[1:])}", ""]
            path = where
        lines += wording
    lines += attached_lines(rulebook)
    return "\n".join(lines).rstrip("\n") + "\n"
