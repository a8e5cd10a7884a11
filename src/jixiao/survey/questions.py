"""Which of the questions of a sheet decides: the only one, the one that is overall, or all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.finding import Finding
from jixiao.rulebook import Questionnaires
from jixiao.survey.answers import plain
from jixiao.survey.findings import no_such_question, which_question
from jixiao.survey.model import SurveyQuestion, SurveyWish


@dataclass(frozen=True, slots=True)
class QuestionChoice:
    """The questions that decide, and the finding where a person must say which."""

    counted: tuple[SurveyQuestion, ...]
    open: Finding | None = None

    @property
    def decides_alone(self) -> bool:
        """Whether one question decides, so that forms can be counted by answer."""
        return len(self.counted) == 1 and self.open is None


def choose_question(
    questions: Sequence[SurveyQuestion], asked: Questionnaires, wish: SurveyWish
) -> QuestionChoice:
    """Choose among the questions on satisfaction; ``questions`` has one at least."""
    everything = tuple(questions)
    if wish.question:
        wanted = plain(wish.question)
        named = [q for q in questions if wanted in (q.number, plain(q.text))]
        if len(named) != 1:
            return QuestionChoice(everything, no_such_question(wish.question, questions))
        return QuestionChoice((named[0],))
    overall = [question for question in questions if question.is_overall]
    if len(questions) == 1 or len(overall) == 1:
        return QuestionChoice((everything[0] if len(questions) == 1 else overall[0],))
    if asked.several == "ask":
        return QuestionChoice(everything, which_question(questions))
    return QuestionChoice(everything)
