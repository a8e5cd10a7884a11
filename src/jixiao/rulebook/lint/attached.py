"""What is handed in with the scoresheet: report and questionnaires name things that exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, nearest_name, rulebook_misfit
from jixiao.rulebook.schema import Rulebook


def lint_attached(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check the sections of the report and the inputs of the survey; not what is inherited."""
    if rulebook.origin("report") == rulebook.id:
        yield from _report(rulebook)
    if rulebook.origin("survey") == rulebook.id:
        yield from _survey(rulebook)


def _report(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    known = {
        "groups": {item.group for item in rulebook.inputs},
        "tables": {table.id for table in rulebook.tables},
        "paths": {level for path in _paths(rulebook) for level in path},
    }
    sections = () if rulebook.report is None else rulebook.report.sections
    for n, section in enumerate(sections):
        for key, names in known.items():
            for written in getattr(section, key):
                yield from _known(("report", "sections", n, key), written, names)


def _paths(rulebook: Rulebook) -> list[tuple[str, ...]]:
    return [row.path for row in rulebook.indicators] + [row.path for row in rulebook.blocks]


def _survey(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    survey = rulebook.survey
    if survey is None:
        return
    inputs, rows = set(rulebook.input_by_id), set(rulebook.by_id)
    for n, answer in enumerate(survey.answers):
        at: ContentPath = ("survey", "answers", n)
        if answer.input is not None:
            yield from _known((*at, "input"), answer.input, inputs)
        if not 0 <= answer.share <= 1:
            yield rulebook_misfit((*at, "share"), "rulebook.survey.share", label=answer.label)
    for n, group in enumerate(survey.groups):
        at = ("survey", "groups", n)
        if group.indicator is not None:
            yield from _known((*at, "indicator"), group.indicator, rows)
        for key in ("issued", "returned", "valid", "rate"):
            if (written := getattr(group, key)) is not None:
                yield from _known((*at, key), written, inputs)


def _known(at: ContentPath, written: str, known: Collection[str]) -> Iterator[RulebookMisfit]:
    if written in known:
        return
    near = nearest_name(written, sorted(known))
    yield rulebook_misfit(
        at,
        "rulebook.id.unknown",
        remedy="rulebook.id.unknown.near" if near else None,
        written=written,
        near=near,
    )
