"""The templates of pages: every text escaped, nothing unknown passed over in silence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jinja2 import Environment, Template

HOME: Final = "jixiao.reporting.html"


def page_template(name: str, package: str = HOME) -> Template:
    """Give a template of a package; what pages share is found by any of them."""
    return _environment(package).get_template(name)


def page_text(name: str, package: str = HOME) -> str:
    """Give the text of a style sheet or script of a package, with what it includes."""
    return page_template(name, package).render().strip() + "\n"


@cache
def _environment(package: str) -> Environment:
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=ChoiceLoader([PackageLoader(each) for each in dict.fromkeys((package, HOME))]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # looks at the file each time
        trim_blocks=True,
        lstrip_blocks=True,
    )
