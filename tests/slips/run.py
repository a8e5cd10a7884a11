"""Make the trials, check them in batches through files, obey the remedies, judge."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from random import Random

from jixiao.checking.run import check_many
from jixiao.reporting.json import to_json
from jixiao.rulebook.schema.model import Role
from slips.book import Content
from slips.every_kind import KINDS
from slips.evidence import Complaint, complaints, explanations, related
from slips.excel import Address
from slips.form import Form, Return, form_of
from slips.honest import DEPARTMENT, RULEBOOKS, honest_return
from slips.judge import Judgement, Report, Trial, judge, orders, place, serious
from slips.kinds import FIGURE_KINDS, FORMULA_KINDS, SCORE_KINDS, Kind, Slip
from slips.variants import BY_HAND, VARIANTS, Variant, by_hand

SCORE_OR_FIGURE = "one self-score and its figures disagree: either may be wrong"
ANOTHER_FIGURE = "a slip in another figure explains it just as well"
NOWHERE = "the figure that belongs there can be worked out from nothing in the sheet"
FIGURE_FITS = "a slip in a figure would give exactly this self-score"


@lru_cache(maxsize=512)
def _honest(identifier: str, number: int) -> Return:
    return honest_return(identifier, number)


def returns(each: int) -> list[tuple[str, int]]:
    """The honest returns, ``each`` of every rulebook."""
    return [(identifier, number) for number in range(each) for identifier in RULEBOOKS]


def clean_returns(each: int) -> list[bytes]:
    """The files of the honest returns."""
    return [_honest(identifier, number).file() for identifier, number in returns(each)]


def trials(each: int, of_kind: int, kinds: Iterable[Kind] = KINDS) -> Iterator[Trial]:
    """Type every kind of slip into ``of_kind`` returns, spread over the rulebooks."""
    for kind in kinds:
        dice = Random(kind.__name__)
        pool = returns(each)
        dice.shuffle(pool)
        told = apart = 0
        for identifier, number in pool[: 4 * of_kind + len(RULEBOOKS)]:
            trial = _trial(kind, identifier, number, dice)
            if trial is None or (trial.apart is not None and apart > of_kind // 4):
                continue
            yield trial
            told += trial.apart is None
            apart += trial.apart is not None
            if told == of_kind:
                break


def _trial(kind: Kind, identifier: str, number: int, dice: Random) -> Trial | None:
    honest = _honest(identifier, number)
    slip = kind(honest, dice)
    if slip is None:
        return None
    if slip.deleted is not None:
        faulty = without_row(honest, slip.deleted)
    else:
        faulty = honest.typing(slip.typed)
    trial = Trial(kind.__name__, f"{identifier}-{number}", honest, faulty, slip)
    if kind in FIGURE_KINDS:
        return _told_apart(trial, complaints(faulty))
    if kind in SCORE_KINDS:
        told = complaints(faulty)
        if not told or not explanations(faulty, told):
            return trial
        if _is_fine(faulty, told):
            return replace(trial, apart=FIGURE_FITS)
        return replace(trial, slip=replace(slip, naming="listed"))
    return trial


def trials_of_two(each: int, of_kind: int) -> Iterator[Trial]:
    """Two slips in one return, of any kinds; each alone would be told by the sheet."""
    dice = Random("two slips")
    pool = returns(each)
    kinds = [*FIGURE_KINDS, *SCORE_KINDS, *FORMULA_KINDS]
    made = 0
    while made < of_kind:
        identifier, number = dice.choice(pool)
        pair = [_trial(kind, identifier, number, dice) for kind in dice.sample(kinds, 2)]
        slips = [one.slip for one in pair if one is not None and one.apart is None]
        typed = {at: content for slip in slips for at, content in slip.typed.items()}
        if len(slips) < len(pair) or len(typed) < sum(len(slip.typed) for slip in slips):
            continue
        honest = _honest(identifier, number)
        slip = Slip(typed, parts=tuple(slips))
        names = "+".join(one.kind for one in pair if one is not None)
        yield Trial(names, f"{identifier}-{number}", honest, honest.typing(typed), slip)
        made += 1


def _told_apart(trial: Trial, told: set[Complaint]) -> Trial | None:
    """Say whether the sheet tells which figure is wrong; None where it shows nothing at all."""
    if not told:
        return None
    ((cell, _),) = trial.slip.typed.items()
    found = explanations(trial.faulty, told)
    meant = {content for at, content in found if at == cell}
    if trial.honest.content(cell) not in meant:
        broken = [related(trial.honest, holds) for kind, holds in told if kind == "identity"]
        cells = frozenset(at for one in broken if cell in one for at in one)
        if not cells:
            return replace(trial, apart=NOWHERE)
        return replace(trial, slip=replace(trial.slip, naming="relation", related=cells))
    if [kind for kind, _ in told] == ["score"] and not _is_fine(trial.honest, told):
        return replace(trial, apart=SCORE_OR_FIGURE)
    if any(at != cell for at, _ in found):
        return replace(trial, apart=ANOTHER_FIGURE)
    if len(meant) > 1 and trial.kind != "amount_in_yuan":
        return replace(trial, slip=replace(trial.slip, naming="cell"))
    return trial


def _is_fine(found: Return, told: set[Complaint]) -> bool:
    """Whether a self-score in question is no round number, which nobody types by chance."""
    claims = [
        found.content(found.form.scored[name][Role.CLAIMED])
        for kind, name in told
        if kind == "score"
    ]
    return any(isinstance(claim, Decimal) and (claim * 2) % 1 for claim in claims)


def without_row(honest: Return, indicator: str) -> Return:
    """The same return after the row of an indicator was deleted."""
    form = form_of(honest.form.rulebook.id, DEPARTMENT, frozenset({indicator}))
    moved = dict(_moves(honest.form, form))
    return Return(form, {moved[at]: content for at, content in honest.typed.items() if at in moved})


def _moves(old: Form, new: Form) -> Iterator[tuple[Address, Address]]:
    for name, cells in new.rows.items():
        for role, at in cells.items():
            yield old.rows[name][role], at
    yield from ((old.inputs[name], at) for name, at in new.inputs.items())
    yield from ((old.tables[key], at) for key, at in new.tables.items())


def reports(named: Sequence[tuple[str, bytes]]) -> list[Report]:
    """Check files in batches; give the JSON objects in their order."""
    found: list[Report] = []
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(named), 64):
            paths = []
            for name, content in named[start : start + 64]:
                path = Path(folder, f"{len(paths)}-{name}.xlsx")
                path.write_bytes(content)
                paths.append(path)
            found += [to_json(check) for check in check_many(paths)]
    return found


def obeyed(trial: Trial, report: Report) -> Return | None:
    """The faulty return once all remedies were obeyed; None where there is none."""
    typed: dict[Address, Content] = {}
    for order in orders(report):
        if order.cell in trial.faulty.form.book.cells:
            typed[order.cell] = order.to
    return trial.faulty.typing(typed) if typed else None


def judgements(made: Sequence[Trial]) -> list[Judgement]:
    """Judge the trials, in their order."""
    first = reports([(trial.name, trial.faulty.file()) for trial in made])
    mended = [obeyed(trial, report) for trial, report in zip(made, first, strict=True)]
    again = iter(reports([("obeyed", one.file()) for one in mended if one is not None]))
    after = [next(again) if one is not None else None for one in mended]
    return [judge(*each) for each in zip(made, first, after, strict=True)]


def variant_cases(
    each: int, of_kind: int, variants: Iterable[Variant] = VARIANTS
) -> Iterator[tuple[str, str, Return, frozenset[Address]]]:
    """Honest returns filled in unusually: kind, name, return, text cells of a live form."""
    for variant in variants:
        dice = Random(variant.__name__)
        pool = returns(each)
        dice.shuffle(pool)
        made = 0
        for identifier, number in pool:
            honest = _honest(identifier, number)
            base = by_hand(honest) if variant in BY_HAND else honest
            typed = variant(base, dice)
            if typed is None:
                continue
            is_text = variant not in BY_HAND
            cells = (at for at, content in typed.items() if is_text and isinstance(content, str))
            yield variant.__name__, f"{identifier}-{number}", base.typing(typed), frozenset(cells)
            made += 1
            if made == of_kind:
                break


def accusations(report: Report, spared: frozenset[Address]) -> list[str]:
    """Errors and warnings; a warning on words that blank the form's own formulas is none."""
    return [
        f"{f['severity'][0]}{f['code']} {f['cell']} {f['found']}"
        for f in serious(report)
        if f["severity"] == "error" or place(f) not in spared
    ]


def by_kind(
    made: Sequence[Trial], found: Sequence[Judgement]
) -> Mapping[str, list[tuple[Trial, Judgement]]]:
    """Group trials with what came of them by their kind."""
    grouped: dict[str, list[tuple[Trial, Judgement]]] = defaultdict(list)
    for trial, judgement in zip(made, found, strict=True):
        grouped[trial.kind].append((trial, judgement))
    return grouped
