"""A seeded run of the mutation benchmark: nothing is located wrongly, little is refused."""

from __future__ import annotations

from random import Random

import pytest

from drift.kinds import KINDS, LOSSY, Drift
from drift.layouts import build
from drift.run import SEVERAL, trial
from jixiao.rulebook.load import load_rulebook, shipped

BOOKS = [load_rulebook(ident) for ident in shipped()]
CONCRETE = [book for book in BOOKS if not book.abstract]


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_a_drift_that_keeps_the_information_is_located(kind: Drift) -> None:
    for book in CONCRETE:
        random = Random(f"1/{book.id}/{kind.__name__}")
        judgement, _ = trial(build(book, random), (kind,), random, BOOKS)
        assert judgement.outcome == "right", (book.id, judgement)


@pytest.mark.parametrize("kind", LOSSY, ids=lambda k: k.__name__)
def test_a_drift_that_loses_information_is_never_located_wrongly(kind: Drift) -> None:
    for book in CONCRETE:
        random = Random(f"2/{book.id}/{kind.__name__}")
        judgement, _ = trial(build(book, random), (kind,), random, BOOKS)
        assert judgement.wrong == (), (book.id, judgement)


def test_several_drifts_at_once() -> None:
    outcomes = []
    for book in CONCRETE:
        random = Random(f"3/{book.id}")
        for _ in range(4):
            chosen = random.sample(SEVERAL, k=random.randint(2, 4))
            judgement, _ = trial(build(book, random), chosen, random, BOOKS)
            assert judgement.wrong == (), (book.id, [k.__name__ for k in chosen], judgement)
            outcomes.append(judgement.outcome)
    assert outcomes.count("right") >= 0.9 * len(outcomes)
