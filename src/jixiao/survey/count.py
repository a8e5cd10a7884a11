"""Count questionnaires by a rulebook: forms or counts in, satisfaction, rate and score out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.finding import Finding
from jixiao.rulebook import Questionnaires, Rulebook, SurveyGroup, questionnaires
from jixiao.survey.answers import AnswerScale, bare
from jixiao.survey.columns import FormColumns, find_columns
from jixiao.survey.counting_sheet import CountRow, counts_in, rows_of_group
from jixiao.survey.findings import (
    no_question,
    numbers_unexplained,
    of_count_names,
    of_counts,
    of_forms,
    of_owners,
)
from jixiao.survey.forms import forms_in, states_of
from jixiao.survey.model import (
    FormState,
    GroupResult,
    QuestionTally,
    SurveyForm,
    SurveyResult,
    SurveyWish,
)
from jixiao.survey.questions import choose_question
from jixiao.survey.respondents import group_named, group_of_table
from jixiao.survey.sample import of_groups
from jixiao.survey.score import inputs_of_groups, satisfaction_of, scored
from jixiao.survey.tables import FormTable, read_tables, unread

_NOTHING: Final = SurveyWish()
Owned = tuple[SurveyForm, FormState, SurveyGroup | None]


def count_survey(
    files: Sequence[str], rulebook: Rulebook, wish: SurveyWish = _NOTHING
) -> SurveyResult:
    """Count the questionnaires in ``files`` by a rulebook.

    Never raises for what is in the files: a file that cannot be read, or that holds no
    questionnaires, is a finding. ``KeyError`` where ``wish.answers`` names an answer that the
    rulebook has not.
    """
    asked = questionnaires(rulebook)
    counting = _Counting(
        tuple(files), rulebook, asked, AnswerScale.of(asked.answers, wish.answers), wish
    )
    tables: list[FormTable] = []
    for file in files:
        read = read_tables(file)
        if isinstance(read, Finding):
            return counting.result((), (read,))
        tables += read
    return counting.of_tables(tables)


@dataclass(frozen=True)
class _Counting:
    files: tuple[str, ...]
    rulebook: Rulebook
    asked: Questionnaires
    scale: AnswerScale
    wish: SurveyWish

    def result(
        self, groups: Sequence[GroupResult], findings: Iterable[Finding], question: str = ""
    ) -> SurveyResult:
        inputs = inputs_of_groups(groups, self.asked)
        return SurveyResult(
            self.files, self.rulebook, self.asked.answers, tuple(groups), tuple(findings),
            question, inputs,
        )  # fmt: skip

    def of_tables(self, tables: Sequence[FormTable]) -> SurveyResult:
        """Take counts where there are any, else count forms."""
        rows = [row for table in tables for row in counts_in(table, self.scale)]
        if rows:
            return self._of_counts(rows)
        sheets = [f for table in tables if (f := find_columns(table, self.scale)) is not None]
        asking = [sheet for sheet in sheets if sheet.questions or sheet.numeric]
        if not asking:
            why = no_question(sheets) if sheets else unread("survey.unread.no-forms")
            return self.result((), (why,))
        unclear = numbers_unexplained(asking)
        if unclear is not None:
            return self.result((), (unclear,))
        return self._of_forms(asking)

    # ---- forms -------------------------------------------------------------------------

    def _of_forms(self, sheets: Sequence[FormColumns]) -> SurveyResult:
        choices = [choose_question(s.questions, self.asked, self.wish) for s in sheets]
        scale = sheets[0].scale
        by_sheet = [
            (sheet.table, list(forms_in(sheet, choice.counted)))
            for sheet, choice in zip(sheets, choices, strict=True)
        ]
        forms = [form for _, filled in by_sheet for form in filled]
        owners = [owner for table, filled in by_sheet for owner in self._owners(table, filled)]
        states = states_of(forms, scale, self.wish)
        owned = list(zip(forms, states, owners, strict=True))
        decides = all(choice.decides_alone for choice in choices)
        groups = [self._group(group, owned, scale, decides=decides) for group in self.asked.groups]
        opened = next((choice.open for choice in choices if choice.open is not None), None)
        findings = [
            *(() if opened is None else (opened,)),
            *of_forms(forms, states, scale, self.wish),
            *of_owners(owned, self.asked.groups),
            *of_groups(groups, self.asked, self.wish),
        ]
        return self.result(groups, findings, choices[0].counted[0].text if decides else "")

    def _owners(
        self, table: FormTable, filled: Sequence[SurveyForm]
    ) -> Iterator[SurveyGroup | None]:
        groups = self.asked.groups
        named = group_named(self.wish.group, groups) if self.wish.group else None
        by_name = group_of_table(table, groups)
        for form in filled:
            own = group_named(form.group, groups) if form.group else None
            yield named or own or by_name

    def _group(
        self, group: SurveyGroup, owned: Sequence[Owned], scale: AnswerScale, *, decides: bool
    ) -> GroupResult:
        mine = [(form, state) for form, state, owner in owned if owner is group]
        valid = [form for form, state in mine if state is FormState.VALID]
        left: Counter[FormState] = Counter(
            state for _, state in mine if state is not FormState.VALID
        )
        counts = self._counts((text for form in valid for text in form.counted), scale)
        result = GroupResult(
            group,
            self._issued(group),
            len(mine) - left[FormState.DUPLICATE],
            len(valid),
            counts if decides else None,
            satisfaction_of(counts, sum(counts), scale.answers),
            questions=tuple(self._tallies(valid, scale)),
            words=_words(valid, scale) if decides else (),
            left_out=left,
        )
        return self._scored(result)

    def _tallies(self, valid: Sequence[SurveyForm], scale: AnswerScale) -> Iterator[QuestionTally]:
        for text in dict.fromkeys(text for form in valid for text in form.answers):
            counts = self._counts((form.answers.get(text, "") for form in valid), scale)
            yield QuestionTally(text, counts, satisfaction_of(counts, sum(counts), scale.answers))

    @staticmethod
    def _counts(texts: Iterable[str], scale: AnswerScale) -> tuple[int, ...]:
        places = Counter(place for text in texts if (place := scale.place(text)) is not None)
        return tuple(places.get(n, 0) for n in range(len(scale.answers)))

    def _issued(self, group: SurveyGroup) -> int | None:
        issued = self.wish.issued
        named = next((issued[n] for n in (group.name, *group.aliases) if n in issued), None)
        return issued.get("") if named is None and len(self.asked.groups) == 1 else named

    def _scored(self, group: GroupResult) -> GroupResult:
        population = self.wish.population if len(self.asked.groups) == 1 else None
        return scored(group, self.rulebook, self.asked, population)

    # ---- counts ------------------------------------------------------------------------

    def _of_counts(self, rows: Sequence[CountRow]) -> SurveyResult:
        groups, findings = [], list[Finding]()
        for group in self.asked.groups:
            names = (group.name, *group.aliases) if len(self.asked.groups) > 1 else ()
            mine = rows_of_group(rows, names)
            findings += of_counts(mine)
            groups.append(self._scored(self._counted(group, mine)))
        findings += of_count_names(rows, self.asked.groups)
        findings += of_groups(groups, self.asked, self.wish)
        return self.result(groups, findings)

    def _counted(self, group: SurveyGroup, mine: Sequence[CountRow]) -> GroupResult:
        places = range(len(self.scale.answers))
        counts = tuple(sum(row.answers.get(place, 0) for row in mine) for place in places)
        valid = _known_sum(row.valid for row in mine)
        valid = sum(counts) if valid is None else valid
        returned = _known_sum(row.returned for row in mine)
        given = self._issued(group)
        return GroupResult(
            group,
            _known_sum(row.issued for row in mine) if given is None else given,
            valid if returned is None else returned,
            valid,
            counts,
            satisfaction_of(counts, valid, self.scale.answers),
        )


def _words(valid: Sequence[SurveyForm], scale: AnswerScale) -> tuple[tuple[int, str, int], ...]:
    """The answers as they were given, best first, each with its place and its number of forms."""
    given = Counter(bare(text) for form in valid for text in form.counted)
    placed = ((scale.place(word), word, count) for word, count in given.items())
    known = [(place, word, count) for place, word, count in placed if place is not None]
    return tuple(sorted(known, key=lambda one: (one[0], -one[2], one[1])))


def _known_sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
