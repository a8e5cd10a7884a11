"""Put a trace (计算过程), the arithmetic behind a score on one line, together from its texts."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from jixiao.finding import Bilingual, text_of

_text = functools.cache(text_of)


def trace_text(id_: str, /, **slots: str | Bilingual) -> Bilingual:
    """Fill the text ``id_`` in both languages.

    >>> trace_text("trace.deducted", points="2")
    Bilingual(zh='扣2分', en='2 points deducted')
    """
    return _filled(id_, tuple(slots.items())) if slots else _text(id_)


@functools.lru_cache(maxsize=2048)  # points, ends of ranges and steps come again and again
def _filled(id_: str, given: tuple[tuple[str, str | Bilingual], ...]) -> Bilingual:
    template, slots = _text(id_), dict(given)
    zh = {k: v.zh if isinstance(v, Bilingual) else v for k, v in slots.items()}
    en = {k: v.en if isinstance(v, Bilingual) else v for k, v in slots.items()}
    return Bilingual(template.zh.format_map(zh), template.en.format_map(en))


def join_texts(parts: Iterable[Bilingual | None], by: str = "trace.clauses") -> Bilingual | None:
    """Put texts on one line with the separator ``by``; None where there is none."""
    kept = [part for part in parts if part is not None]
    if not kept:
        return None
    between = trace_text(by)
    return Bilingual(
        between.zh.join(part.zh for part in kept), between.en.join(part.en for part in kept)
    )
