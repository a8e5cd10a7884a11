"""One text in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

Lang = Literal["zh", "en"]
LANGS: Final[tuple[Lang, ...]] = ("zh", "en")


class Bilingual(NamedTuple):
    """One text in the two languages of the program."""

    zh: str
    en: str

    def text(self, lang: Lang) -> str:
        """Give the text in ``lang``."""
        return self.zh if lang == "zh" else self.en

    def fill(self, **values: object) -> Bilingual:
        """Fill the ``{slots}`` in both languages; a bilingual value speaks each of them."""
        return Bilingual(*(self.text(lang).format(**_in(values, lang)) for lang in LANGS))


def _in(values: Mapping[str, object], lang: Lang) -> dict[str, object]:
    return {k: v.text(lang) if isinstance(v, Bilingual) else v for k, v in values.items()}
