"""A place in the tokens of a standard, moved forward by what reads them."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.drafting.grammar.spelling import TokenKind
from jixiao.drafting.grammar.tokens import Token


class Cursor:
    """A cursor over the tokens of one standard."""

    def __init__(self, text: str, found: Sequence[Token]) -> None:
        self.text = text
        self.tokens = found
        self.at = 0

    def kind(self, ahead: int = 0) -> TokenKind | None:
        place = self.at + ahead
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else None

    def take(self, *kinds: TokenKind) -> Token | None:
        if self.kind() in kinds:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def skip(self, *kinds: TokenKind) -> None:
        while self.take(*kinds):
            pass

    def span(self, start: int) -> tuple[int, int]:
        return self.tokens[start].start, self.tokens[self.at - 1].end

    def said(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]
