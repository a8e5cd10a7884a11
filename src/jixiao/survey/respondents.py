"""Which group of respondents a form belongs to: by its answer, its sheet, its file, or the user."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.rulebook import SurveyGroup
from jixiao.survey.answers import bare, plain
from jixiao.survey.tables import FormTable


def group_named(text: str, groups: Sequence[SurveyGroup]) -> SurveyGroup | None:
    """The group of that name; where only one is asked, all forms are its own."""
    if len(groups) == 1:
        return groups[0]
    name = bare(text)
    return next((g for g in groups if name in {plain(n) for n in (g.name, *g.aliases)}), None)


def group_of_table(table: FormTable, groups: Sequence[SurveyGroup]) -> SurveyGroup | None:
    """The one group that the name of a sheet, or else of a file, speaks of."""
    if len(groups) == 1:
        return groups[0]
    file = table.file.replace("\\", "/").rpartition("/")[2]
    for text in (table.sheet or "", file):
        named = [g for g in groups if any(n and n in text for n in (g.name, *g.aliases))]
        if len(named) == 1:
            return named[0]
    return None
