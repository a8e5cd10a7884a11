"""What is wrong in a designer's rulebook file: each problem with line, key and remedy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.finding import Bilingual, Lang, text_in


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong; ``line`` is 1-based, None where no line could be named."""

    line: int | None
    key: str
    message: Bilingual
    remedy: Bilingual

    def text(self, lang: Lang) -> str:
        """Say it on one line, without the file."""
        place = text_in("rulebook.problem.line", lang, line=self.line) if self.line else ""
        return text_in(
            "rulebook.problem",
            lang,
            place=place,
            key=self.key,
            message=self.message.text(lang),
            remedy=self.remedy.text(lang),
        )


class RulebookError(Exception):
    """A rulebook that cannot be used; ``problems`` lists everything found in one run."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.file = file
        self.problems = tuple(problems)
        super().__init__(file, self.problems)

    def __str__(self) -> str:
        """All problems, one a line, in Chinese."""
        return "\n".join(f"{self.file}: {problem.text('zh')}" for problem in self.problems)
