"""What the templates of the page take besides its content: texts, style, script, policy."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import Final

from jixiao.finding import Lang, text_in
from jixiao.reporting import page_text
from jixiao.writing.folder_page.rows import TONES, points

PACKAGE: Final = "jixiao.writing.folder_page"


def words(lang: Lang) -> dict[str, object]:
    """Give what templates look texts up with: ``say`` those of pages, ``word`` any."""

    def say(id_: str, **values: object) -> str:
        return text_in(f"page.{id_}", lang, **values)

    def word(id_: str, **values: object) -> str:
        return text_in(id_, lang, **values)

    return {"say": say, "word": word, "lang": lang, "tones": TONES, "points": points}


@cache
def assets() -> dict[str, object]:
    """Give style and script with the policy that lets a browser apply these and nothing else."""
    style, script = page_text("folder.css", PACKAGE), page_text("folder.js", PACKAGE)
    policy = (
        f"default-src 'none'; style-src {_allowed(style)}; script-src {_allowed(script)};"
        " base-uri 'none'; form-action 'none'"
    )
    return {"style": style, "script": script, "policy": policy}


def _allowed(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
