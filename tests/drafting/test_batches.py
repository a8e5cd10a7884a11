"""Batches of standards that a person had read first: the reader is right wherever it is sure."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from drafting.notation import noted
from jixiao.drafting import StandardReading, read_standard

BATCHES = sorted((Path(__file__).parent / "batches").glob("*.tsv"))
COMPUTABLE = ("yes", "with answers/counts")
SHARE = Fraction(80, 100)


def rows_of(file: Path) -> list[tuple[str, Fraction | None, str, str]]:
    """Text, weight, reading of a person, whether it is computable."""
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    return [
        (text, Fraction(weight) if weight else None, said, computable)
        for _, _, weight, text, said, computable in rows
    ]


def rule_of(reading: StandardReading) -> str:
    """The rule in one line, without its weight and what it leaves open."""
    return noted(reading, with_unread=False).split(": ", 1)[1].split("; ")[0]


@pytest.mark.parametrize("file", BATCHES, ids=lambda file: file.stem)
def test_what_is_wholly_read_is_what_a_person_read(file: Path) -> None:
    odd = []
    for text, weight, said, computable in rows_of(file):
        reading = read_standard(text, weight)
        if reading.is_whole and (computable not in COMPUTABLE or rule_of(reading) != said):
            odd.append((text, said, noted(reading)))
    assert odd == []


@pytest.mark.parametrize("file", BATCHES, ids=lambda file: file.stem)
def test_most_of_what_is_computable_is_wholly_read(file: Path) -> None:
    computable = [row for row in rows_of(file) if row[3] in COMPUTABLE]
    whole = [text for text, weight, _, _ in computable if read_standard(text, weight).is_whole]
    assert Fraction(len(whole), len(computable)) >= SHARE
