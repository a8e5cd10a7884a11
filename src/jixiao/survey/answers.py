"""What an answer of a form means: one of the answers that the rulebook counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from jixiao.rulebook import SurveyAnswer
from jixiao.survey.words import BEST, BLANK, FIVE, MARKED, NO_OPINION, NUMBERED, POINTS

_SPACES: Final = re.compile(r"\s+")
_TICKS: Final = "☑√✓✔□■○●"
_RANGE: Final = re.compile(r"(\d)\s*[-~－—至到]\s*(\d)")
_PAIRS: Final = re.compile(r"[,，;；、\n]")


def plain(text: str) -> str:
    """An answer or heading without width, blanks and ticks.

    >>> plain("（跳过）"), plain("√ 满 意")
    ('(跳过)', '满意')
    """
    folded = unicodedata.normalize("NFKC", text)
    return _SPACES.sub("", folded).strip(_TICKS).casefold()


def bare(text: str) -> str:
    """An answer without what exports put around it.

    >>> bare("A.非常满意"), bare("满意（4分）"), bare("5")
    ('非常满意', '满意', '5')
    """
    return POINTS.sub("", MARKED.sub("", plain(text)))


def is_blank_answer(text: str) -> bool:
    """Whether nothing was answered: empty, skipped, or the numbers that exports write for it."""
    return plain(text) in BLANK


def is_no_opinion(text: str) -> bool:
    """Whether somebody answered that they cannot say."""
    return bare(text) in NO_OPINION


@dataclass(frozen=True, slots=True)
class AnswerScale:
    """The answers of a rulebook, best first, and the words that mean each; places from 0."""

    answers: tuple[SurveyAnswer, ...]
    words: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, answers: Sequence[SurveyAnswer], also: Mapping[str, str]) -> AnswerScale:
        """Make the scale; ``also`` are meanings that a user gave, by text of the file."""
        words = {
            plain(word): place
            for place, answer in enumerate(answers)
            for word in (answer.label, *answer.aliases)
        }
        given = {plain(text): words[plain(label)] for text, label in also.items()}
        return cls(tuple(answers), {**words, **given})

    def place(self, text: str) -> int | None:
        """Which answer a text is; None where it is none."""
        numbered = NUMBERED.fullmatch(plain(text))
        said = (plain(text), bare(text), numbered[1] if numbered is not None else "")
        return next((self.words[one] for one in said if one in self.words), None)

    def with_numbers(self, best: int) -> AnswerScale:
        """The same for a scale of five whose best answer is ``best``: 5 or 1."""
        numbers = range(5, 0, -1) if best == 5 else range(1, 6)
        named = {
            str(number): self.words[plain(word)]
            for number, word in zip(numbers, FIVE, strict=True)
            if plain(word) in self.words
        }
        return AnswerScale(self.answers, {**named, **self.words})


def best_number(heading: str) -> int | None:
    """Which number is best by a heading, of a scale from 1 to 5; None where it does not say.

    >>> best_number("8、总体满意度（5分为非常满意，1分为非常不满意）"), best_number("8、满意度")
    (5, None)
    """
    found = BEST.search(unicodedata.normalize("NFKC", heading))
    number = int(found[1] or found[2]) if found else 0
    return number if number in (1, 5) else None


def meanings_of(text: str) -> dict[str, str]:
    """Read ``5-1`` (five is best) or ``A=满意,B=不满意``; ``ValueError`` for anything else.

    >>> meanings_of("1-5")["1"], meanings_of("还行=基本满意，差=不满意")
    ('非常满意', {'还行': '基本满意', '差': '不满意'})
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    whole = _RANGE.fullmatch(folded)
    if whole is not None:
        if {whole[1], whole[2]} != {"1", "5"}:
            raise ValueError(text)
        step = -1 if whole[1] == "5" else 1
        numbers = range(int(whole[1]), int(whole[2]) + step, step)
        return {str(n): word for n, word in zip(numbers, FIVE, strict=True)}
    pairs = [one.partition("=") for one in _PAIRS.split(folded) if one.strip()]
    if not pairs or not all(left.strip() and right.strip() for left, _, right in pairs):
        raise ValueError(text)
    return {left.strip(): right.strip() for left, _, right in pairs}
