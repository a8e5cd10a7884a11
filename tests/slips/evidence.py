"""What a sheet itself says against its content, and which single slips would explain it.

Knows nothing of the checker: it compares self-scores with the form's own live scores, looks at the
rulebook's identities and at rates that cannot be, and tries every slip of a short list again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from jixiao.formula.evaluate import evaluate_formula
from jixiao.formula.names import input_names
from jixiao.formula.parse import parse_formula
from jixiao.formula.syntax import Compare
from jixiao.rulebook.schema.model import Role, Rulebook
from slips.book import Content
from slips.excel import Address, Calculator
from slips.form import Return

Complaint = tuple[str, str]  # score | blank | identity | implausible | weights, and of what
_TOO_HIGH, _TOO_LOW = 4.0, -0.96
_NEAR = 0.0049
_OPPOSITE = {"是": "否", "否": "是", "≥": "≤", "≤": "≥"}
ALWAYS = ("budget = budget_initial + budget_adjustment",)


def complaints(found: Return, only: Iterable[str] | None = None) -> set[Complaint]:
    """What does not fit; ``only`` looks at the rows of these ids alone."""
    told: set[Complaint] = set()
    rows = found.form.scored
    shown = found.shown
    for name in rows if only is None else only:
        told |= set(_row(found, shown, name))
    if only is None:
        told |= {
            ("identity", one) for one in identities(found.form.rulebook) if _breaks(found, one)
        }
        told |= set(_weights(found))
    return told


def identities(rulebook: Rulebook) -> list[str]:
    """What must hold between figures: the rulebook's own, and what a budget always obeys."""
    ids = {item.id for item in rulebook.inputs}
    always = [one for one in ALWAYS if set(input_names(parse_formula(one))) <= ids]
    return list(dict.fromkeys([identity.holds for identity in rulebook.identities] + always))


def _row(found: Return, shown: Calculator, name: str) -> Iterator[Complaint]:
    cells = found.form.scored[name]
    suggested = shown.value(*cells[Role.SUGGESTED]) if Role.SUGGESTED in cells else None
    claimed = shown.value(*cells[Role.CLAIMED])
    if isinstance(suggested, float) and isinstance(claimed, float):
        if abs(suggested - claimed) > _NEAR:
            yield "score", name
    elif (
        found.form.formula(cells[Role.SUGGESTED])
        and isinstance(claimed, float)
        and (name in found.form.rows or isinstance(shown.value(*cells[Role.TARGET]), float))
    ):
        yield "blank", name
    if name in found.form.rows and Role.ACTUAL in cells:
        rate = shown.value(*cells[Role.ACTUAL])
        indicator = found.form.rulebook.by_id[name]
        if (
            isinstance(rate, float)
            and indicator.rate_unit == "%"
            and indicator.rate is not None
            and (rate > _TOO_HIGH or rate < _TOO_LOW or 0 < abs(rate) < 0.0005)
        ):
            yield "implausible", name


def _breaks(found: Return, holds: str) -> bool:
    """Whether figures that are all there break an identity."""
    tree = parse_formula(holds)
    contents = {name: found.content(found.form.inputs[name]) for name in input_names(tree)}
    exact = {k: _fraction(v) for k, v in contents.items() if isinstance(v, Decimal)}
    return len(exact) == len(contents) and not evaluate_formula(tree, exact)


@lru_cache(maxsize=10_000)
def _fraction(value: Decimal) -> Fraction:
    return Fraction(value)


def _weights(found: Return) -> Iterator[Complaint]:
    """Weights of free rows that do not come to those of their block."""
    total: dict[str, Decimal] = {}
    for row in found.form.free:
        weight = found.content(row.cells[Role.WEIGHT])
        if isinstance(weight, Decimal):
            total[row.block.id] = total.get(row.block.id, Decimal(0)) + weight
    fixed = sum((i.weight or 0 for i in found.form.rulebook.indicators), Decimal(0))
    if total and sum(total.values()) + fixed != found.form.rulebook.total:
        yield "weights", ",".join(total)


def figures(found: Return) -> Iterator[Address]:
    """The cells that hold a figure or an answer, in the order of the form."""
    yield from found.form.inputs.values()
    yield from found.form.tables.values()
    for row in found.form.free:
        for role in (Role.OPERATOR, Role.TARGET, Role.ACTUAL, Role.ITEM_SCORE, Role.WEIGHT):
            if role in row.cells:
                yield row.cells[role]


def slips(content: Content) -> Iterator[Content]:
    """What may have been meant by a cell in which someone slipped once."""
    if isinstance(content, str) and content in _OPPOSITE:
        yield _OPPOSITE[content]
    if not isinstance(content, Decimal):
        return
    for factor in ("10000", "10", "100", "1000"):
        yield content * Decimal(factor)
        yield content / Decimal(factor)
    yield -content
    yield from _digits(content)
    if content == content.to_integral_value():
        yield content + 1
        yield content - 1


def _digits(content: Decimal) -> Iterator[Decimal]:
    """A digit too many, two exchanged, one left out, one mistyped."""
    text = f"{abs(content):f}"
    sign = "-" if content < 0 else ""
    places = [nth for nth, digit in enumerate(text) if digit != "."]
    for nth in places if len(places) > 1 else ():
        yield _decimal(f"{sign}{text[:nth]}{text[nth + 1 :]}")
    for one, other in pairwise(places):
        swapped = list(text)
        swapped[one], swapped[other] = text[other], text[one]
        yield _decimal(f"{sign}{''.join(swapped)}")
    for nth in range(len(text) + 1):
        for digit in "0123456789":
            yield _decimal(f"{sign}{text[:nth]}{digit}{text[nth:]}")
    for nth in places:
        for digit in "0123456789":
            yield _decimal(f"{sign}{text[:nth]}{digit}{text[nth + 1 :]}")


def _decimal(text: str) -> Decimal:
    return Decimal(text) if text not in ("", "-", ".", "-.") else Decimal(0)


def explanations(faulty: Return, told: set[Complaint]) -> set[tuple[Address, Content]]:
    """Each single slip in a figure or an answer without which nothing is left to say."""
    rows = {name for kind, name in told if kind in ("score", "blank", "implausible")}
    found: set[tuple[Address, Content]] = set()
    highest, amounts = _highest(faulty), set(faulty.form.inputs.values())
    for at in _concerned(faulty, told, rows):
        content = faulty.content(at)
        for meant in dict.fromkeys([*slips(content), *_balances(faulty, at)]):
            if meant == content or (at in amounts and _is_beyond(meant, highest)):
                continue
            other = faulty.typing({at: meant})
            still = any(kind == "identity" and _breaks(other, of) for kind, of in told)
            if not still and not complaints(other, rows) and not complaints(other):
                found.add((at, meant))
    return found


def _highest(faulty: Return) -> Decimal:
    """No figure is meant to be far above the third largest amount: one may be wrong itself."""
    kinds = faulty.form.rulebook.input_by_id
    contents = [
        faulty.content(at) for n, at in faulty.form.inputs.items() if kinds[n].kind == "money"
    ]
    amounts = sorted((abs(c) for c in contents if isinstance(c, Decimal)), reverse=True)
    return 3 * amounts[2] if len(amounts) > 2 else Decimal("Infinity")


def _is_beyond(meant: Content, highest: Decimal) -> bool:
    return isinstance(meant, Decimal) and abs(meant) > max(highest, 10_000)


def _concerned(faulty: Return, told: set[Complaint], rows: set[str]) -> Iterator[Address]:
    """The cells on which something of what is told hangs."""
    named = {at for kind, holds in told if kind == "identity" for at in related(faulty, holds)}
    before = _seen(faulty, rows)
    for at in figures(faulty):
        if faulty.content(at) is None:
            continue
        if at in named or before != _seen(faulty.typing({at: None}), rows):
            yield at


def related(found: Return, holds: str) -> list[Address]:
    """The cells of an identity."""
    return [found.form.inputs[name] for name in input_names(parse_formula(holds))]


def _seen(found: Return, rows: set[str]) -> list[object]:
    scored = found.form.scored
    return [
        found.shown.value(*scored[name][role])
        for name in sorted(rows)
        for role in (Role.ACTUAL, Role.SUGGESTED)
        if role in scored[name]
    ]


def _balances(faulty: Return, at: Address) -> Iterator[Decimal]:
    """The value that an equation of the rulebook gives a cell."""
    weights = [row.cells[Role.WEIGHT] for row in faulty.form.free]
    if at in weights:
        fixed = sum((i.weight or 0 for i in faulty.form.rulebook.indicators), Decimal(0))
        others = (faulty.content(cell) for cell in weights if cell != at)
        rest = sum((w for w in others if isinstance(w, Decimal)), Decimal(0))
        yield faulty.form.rulebook.total - fixed - rest
    own = {cell: name for name, cell in faulty.form.inputs.items()}.get(at)
    for holds in identities(faulty.form.rulebook):
        tree = parse_formula(holds)
        used = input_names(tree)
        if not isinstance(tree, Compare) or tree.operator != "=" or own not in used:
            continue
        contents = {name: faulty.content(faulty.form.inputs[name]) for name in used}
        exact = {k: _fraction(v) for k, v in contents.items() if isinstance(v, Decimal)}
        if len(exact) < len(used):
            continue
        gap = evaluate_formula(tree.left, exact) - evaluate_formula(tree.right, exact)
        exact[own] += 1
        slope = evaluate_formula(tree.left, exact) - evaluate_formula(tree.right, exact) - gap
        value = exact[own] - 1 - gap / slope
        yield Decimal(value.numerator) / Decimal(value.denominator)
