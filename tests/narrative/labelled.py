"""Labelled sentences: what each states, and whether it holds for the sample scoresheet.

A file has the columns ``text``, ``claims``, ``holds``. Claims are parted by ``；``: 总分=80.71,
档次=良, 过程得分=41.46, 过程分值=60, 预算完成率=60.2%, 预算完成率得分=0, 预算完成率扣分=6,
预算完成数=775.6万元, 零分=甲、乙 (扣分, 满分, 偏低, 偏高 likewise), 26名=19+3+6. ``holds`` is 是
or 否 for each, or one for all.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import jixiao
from jixiao.checking import scoresheet_in
from jixiao.narrative import (
    Claim,
    ClaimKind,
    NameIndex,
    Passage,
    SheetFacts,
    claims_of,
    compare_claims,
    find_figures,
    plain_name,
    plain_text,
    sum_holds,
)

HELD_BACK = 3  # every third sentence is not tuned on
LISTS = {
    "零分": ClaimKind.ZERO_ROWS, "未得分": ClaimKind.ZERO_ROWS, "扣分": ClaimKind.LOST_ROWS,
    "满分": ClaimKind.FULL_ROWS, "偏低": ClaimKind.DIRECTION, "偏高": ClaimKind.DIRECTION,
}  # fmt: skip
ENDINGS = {"得分": "score", "分值": "weight", "扣分": "lost"}
LEFT_OUT = (ClaimKind.RATIO, ClaimKind.CAUSE, ClaimKind.YEAR, ClaimKind.DEPARTMENT)
YES = {"是": True, "yes": True, "true": True, "1": True, "y": True}
NO = {"否": False, "no": False, "false": False, "0": False, "n": False}

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Sentence:
    """One labelled sentence: its claims by key, with what is said of each."""

    text: str
    claims: dict[Key, bool | None]


@dataclass
class Score:
    """How many claims were stated, read, and read rightly; what went wrong, in words."""

    stated: int = 0
    read: int = 0
    right: int = 0
    judged: int = 0
    judged_rightly: int = 0
    sentences: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was read that is stated."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """The share of what is stated that was read."""
        return self.right / self.stated if self.stated else 1.0

    @property
    def holding(self) -> float:
        """The share of claims read rightly that are judged as labelled."""
        return self.judged_rightly / self.judged if self.judged else 1.0


class Reader:
    """Reads sentences as passages of a report on one scoresheet."""

    def __init__(self, sheet: Path) -> None:
        located = scoresheet_in(str(sheet), None)
        assert located is not None
        self.facts = SheetFacts.of(jixiao.check(str(sheet)), located)
        self.names = NameIndex.of(
            located.rulebook, department=located.department, year=located.year
        )

    def read(self, text: str) -> dict[Key, bool | None]:
        """The claims of a text with whether they hold."""
        claims = claims_of([Passage(text, 1)], self.names)
        found: dict[Key, bool | None] = {}
        for claim in claims:
            if claim.kind is ClaimKind.SUM:
                found[self._sum(claim)] = sum_holds(claim)
            elif claim.kind is ClaimKind.DIRECTION:
                found |= {("direction", one.id, claim.word): None for one in claim.subjects}
        for each in compare_claims(claims, self.facts):
            if each.subject is not None and each.claim.kind not in LEFT_OUT:
                key = (each.claim.kind.value, each.subject.id, _value(each.claim))
                found[_nothing(key)] = each.holds
        return found

    @staticmethod
    def _sum(claim: Claim) -> Key:
        assert claim.figure is not None
        return "sum", "", str(claim.figure.value)

    def labels(self, text: str) -> Iterator[tuple[Key, ...]]:
        """The keys of each label of a cell."""
        for label in re.split("[；;]", text):
            if label.strip():
                yield self._known(label.strip())

    def _known(self, label: str) -> tuple[Key, ...]:
        """The keys of a label; one that is not understood counts as a claim nobody reads."""
        try:
            return tuple(map(_nothing, self._keys(label)))
        except (KeyError, ValueError, StopIteration):
            return (("unknown", label, ""),)

    def _keys(self, label: str) -> Iterator[Key]:
        name, _, value = label.partition("=")
        if "+" in value:
            yield "sum", "", str(_number(name))
        elif name in LISTS:
            word = name[1:] if name in ("偏低", "偏高") else ""
            for each in re.split("[、，,]", value):
                yield LISTS[name].value, self._id(each), word
        elif name in ("总分", "档次"):
            is_total = name == "总分"
            yield ("total", "total", str(_number(value))) if is_total else (
                "grade", "grade", value,
            )  # fmt: skip
        else:
            yield self._figure(name, value)

    def _figure(self, name: str, value: str) -> Key:
        for ending, kind in ENDINGS.items():
            if name.endswith(ending) and name not in self.names.subjects:
                bare = name.removesuffix(ending)
                section = self.names.sections.get(plain_name(bare))
                if section is not None:
                    of_section = "section" if kind == "score" else kind
                    return of_section, section.id, str(_number(value))
                return kind, self._id(bare), str(_number(value))
        ident = self._id(name)
        kind = "input" if ident in self.names.rulebook.input_by_id else "rate"
        return kind, ident, str(_number(value))

    def _id(self, name: str) -> str:
        plain = plain_name(name)
        within = re.fullmatch(r"(.+)（(.+)）", plain)
        if within:
            rows = self.names.rulebook.indicators
            return next(
                row.id
                for row in rows
                if plain_name(row.name) == within[1] and row.path[-1] == within[2]
            )
        subjects = [s for s in self.names.subjects[plain] if s.kind != "change"]
        if len(subjects) != 1:
            raise ValueError(name)
        return subjects[0].id


def _nothing(key: Key) -> Key:
    """No points and a score of 0 are one statement."""
    return ("zero-rows", key[1], "") if key[0] == "score" and key[2] == "0" else key


def _number(text: str) -> Fraction:
    """The value of a label in base units; a range counts by its lower end."""
    figures = find_figures(plain_text("得" + text))
    if len(figures) != 1:
        raise ValueError(text)
    return figures[0].value


def _value(claim: Claim) -> str:
    return str(claim.figure.value) if claim.figure is not None else claim.word


def read_sentences(path: Path, reader: Reader) -> list[Sentence]:
    """Read a file of labelled sentences."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Sentence(row["text"], _labelled(row, reader)) for row in rows]


def _labelled(row: dict[str, str], reader: Reader) -> dict[Key, bool | None]:
    keys = list(reader.labels(row["claims"] or ""))
    said = [_truth(each) for each in re.split("[；;]", row["holds"] or "")]
    flat = [key for each in keys for key in each]
    if len(said) == 1:
        return dict.fromkeys(flat, said[0])
    if len(said) == len(flat):
        return dict(zip(flat, said, strict=True))
    assert len(said) == len(keys), row
    return {key: each for each, group in zip(said, keys, strict=True) for key in group}


def _truth(text: str) -> bool | None:
    folded = text.strip().casefold()
    return {**YES, **NO}.get(folded)


def measure(sentences: Sequence[Sentence], reader: Reader) -> Score:
    """Compare what is read with what is stated."""
    score = Score(sentences=len(sentences))
    for sentence in sentences:
        read = reader.read(sentence.text)
        both = read.keys() & sentence.claims.keys()
        score.stated += len(sentence.claims)
        score.read += len(read)
        score.right += len(both)
        for key in sentence.claims.keys() - both:
            score.wrong.append(f"missed   {key} | {sentence.text}")
        for key in read.keys() - both:
            score.wrong.append(f"invented {key} | {sentence.text}")
        for key in both:
            if sentence.claims[key] is not None:
                score.judged += 1
                is_right = read[key] is sentence.claims[key]
                score.judged_rightly += is_right
                if not is_right:
                    score.wrong.append(f"judged {read[key]} {key} | {sentence.text}")
    return score


def parts_of(sentences: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """What is tuned on, and what is held back: every third sentence."""
    tuned = [s for n, s in enumerate(sentences) if n % HELD_BACK != HELD_BACK - 1]
    return tuned, [s for n, s in enumerate(sentences) if n % HELD_BACK == HELD_BACK - 1]
