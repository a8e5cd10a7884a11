"""A place in the tokens of a standard, moved forward by what reads them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar.spelling import TokenKind
from jixiao.drafting.grammar.tokens import Token

_BEYOND: Final = (None,) * 4  # looking a few tokens on never leaves the list


class Cursor:
    """A cursor over the tokens of one standard; ``weight`` is that of its row, where known."""

    def __init__(self, text: str, found: Sequence[Token], weight: Fraction | None = None) -> None:
        self.text = text
        self.weight = weight
        self.tokens = found
        self.at = 0
        self.ranges: dict[int, tuple[int, str, object]] = {}  # read before, by where they begin
        self._kinds: list[TokenKind | None] = [*(token.kind for token in found), *_BEYOND]

    def kind(self, ahead: int = 0) -> TokenKind | None:
        """Give the kind of the next token, or of one a few tokens on; None beyond both ends."""
        place = self.at + ahead
        return self._kinds[place] if place >= 0 else None

    def is_at(self, text: str) -> bool:
        """Whether the next token is this very text."""
        return self.kind() is not None and self.tokens[self.at].text == text

    def take(self, *kinds: TokenKind) -> Token | None:
        """Move over the next token if it is of one of these kinds, and give it."""
        if self._kinds[self.at] in kinds:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def skip(self, *kinds: TokenKind) -> None:
        """Move over all tokens of these kinds."""
        while self._kinds[self.at] in kinds:
            self.at += 1

    def span(self, start: int) -> tuple[int, int]:
        """Give the offsets in the text from the token ``start`` to the last one moved over."""
        return self.tokens[start].start, self.tokens[self.at - 1].end

    def said(self, start: int, end: int) -> str:
        """Give the text of the tokens from ``start`` up to but without ``end``, or to the last."""
        end = min(end, len(self.tokens))
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]
