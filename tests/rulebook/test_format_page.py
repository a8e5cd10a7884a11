"""The example of docs/rulebook-format.md is a sound rulebook, and the page names every key."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from jixiao.rulebook.explain.prose import rulebook_page
from jixiao.rulebook.kinds import SCORE_KINDS
from jixiao.rulebook.kinds.written import Written, WrittenRule
from jixiao.rulebook.load import check_rulebook, rulebook_hints
from jixiao.rulebook.schema import model, provenance, report, survey
from jixiao.rulebook.schema.model import Role
from jixiao.rulebook.source.validate import SET_BY_LOADER

PAGE = (Path(__file__).parents[2] / "docs" / "rulebook-format.md").read_text(encoding="utf-8")


EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_short_example_loads(tmp_path: Path) -> None:
    file = tmp_path / "short.toml"
    file.write_text(EXAMPLES[1], encoding="utf-8")
    book = check_rulebook(file)
    roles = [column.role.value for column in book.columns]
    assert roles == [
        "level1", "level2", "name", "standard", "weight", "actual", "claimed", "suggested",
        "reason", "reviewed",
    ]  # fmt: skip
    page = rulebook_page(book)
    assert "- 一票否决：存在截留、挪用资金的，档次最高为“差”" in page
    assert "审计查出问题超过10个的，一票否决，不得分" in page
    assert rulebook_hints(file) == ()


def test_example_loads(tmp_path: Path) -> None:
    example, _ = EXAMPLES
    file = tmp_path / "example.toml"
    file.write_text(example, encoding="utf-8")
    book = check_rulebook(file)
    assert (book.id, len(book.indicators), Fraction(book.total)) == ("shishi-2026", 4, 20)
    assert "低于95%的，每低1个百分点扣0.3分" in rulebook_page(book)


def subclasses(base: type[Written]) -> list[type[Written]]:
    return [each for direct in base.__subclasses__() for each in (direct, *subclasses(direct))]


SHAPES = [
    *(
        kind
        for module in (model, provenance, report, survey)
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, Written)
        and kind.__module__ == module.__name__
    ),
    *subclasses(WrittenRule),
]


def test_every_kind_is_among_the_shapes() -> None:
    assert len(SCORE_KINDS) == 12
    assert set(SCORE_KINDS.values()) <= set(SHAPES)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_key_is_explained(shape: type[Written]) -> None:
    keys = [key for key in shape.key_names() if key not in SET_BY_LOADER]
    assert [key for key in keys if not re.search(rf"\b{key}\b", PAGE)] == []


@pytest.mark.parametrize("role", list(Role))
def test_every_role_is_explained(role: Role) -> None:
    assert f"`{role}`" in PAGE
