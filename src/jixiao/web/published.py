"""Pages that were written to be sent away, as the server gives them: only what they hold runs."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import quote

_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def policy_of(content: bytes) -> dict[str, str]:
    """The headers of such a page: its own scripts by their digest, nothing from elsewhere."""
    digests = [
        base64.b64encode(hashlib.sha256(text).digest()).decode()
        for text in _SCRIPT.findall(content)
    ]
    scripts = " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"
    return {
        "content-security-policy": (
            f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; "
            "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
    }


def saved_as(name: str) -> dict[str, str]:
    """The header that has a browser save a file under ``name``."""
    return {"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
