"""The questionnaires (满意度调查) behind a satisfaction score: whom they ask, what counts."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from jixiao.rulebook.kinds import Amount, Written
from jixiao.rulebook.schema.provenance import Provenance


class SurveyAnswer(Written):
    """One answer, best first. ``share`` is what it counts for in the satisfaction: 1 wholly, 0 not.

    ``input`` takes how many forms gave it; ``aliases`` are other words for it (非常满意, 5).
    """

    label: str
    share: Amount = Decimal(0)
    input: str | None = None
    aliases: tuple[str, ...] = ()


class SurveyGroup(Written):
    """A group of respondents; ``indicator`` is the row that its satisfaction belongs to.

    ``issued`` and ``valid`` are inputs for numbers of forms, ``rate`` one for the satisfaction
    itself. A rulebook without groups asks one group.
    """

    name: str = ""
    indicator: str | None = None
    aliases: tuple[str, ...] = ()
    issued: str | None = None
    returned: str | None = None
    valid: str | None = None
    rate: str | None = None


class Questionnaires(Written):
    """How satisfaction is asked and counted.

    ``several`` says what a form with several questions on satisfaction means: ``ask`` which one
    counts, or take the ``mean`` over all their answers. ``issued`` is the least number of forms,
    ``return_rate`` the least share of them that should come back.
    """

    answers: tuple[SurveyAnswer, ...]
    groups: tuple[SurveyGroup, ...]
    several: Literal["ask", "mean"] = "mean"
    questions: tuple[str, ...] = ()
    issued: int | None = None
    return_rate: Amount | None = None
    clause: str = ""
    provenance: Provenance | None = None
