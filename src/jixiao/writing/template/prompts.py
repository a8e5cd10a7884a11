"""Data validation with Chinese prompts: what may be typed into an input cell, and what to say."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from jixiao.finding import chinese_text
from jixiao.rulebook import NO, YES, Input, InputKind, TableColumn
from jixiao.writing.template.page import Page

_TITLE_LIMIT, _TEXT_LIMIT, _LIST_LIMIT = 32, 255, 255
_MOST = 10**12


def restrict(
    page: Page, first: tuple[int, int], last: tuple[int, int], rule: dict[str, Any]
) -> None:
    """Apply a validation rule to a rectangle of cells."""
    page.sheet.data_validation(first[0] - 1, first[1] - 1, last[0] - 1, last[1] - 1, rule)


def figure_rule(item: Input | TableColumn) -> dict[str, Any] | None:
    """The rule for a basic figure; None where any text will do."""
    signed = isinstance(item, Input) and item.signed
    choices = item.choices if isinstance(item, Input) else ()
    return kind_rule(item.kind, item.label, item.unit, signed=signed, choices=choices)


def kind_rule(
    kind: InputKind, label: str, unit: str, *, signed: bool = False, choices: Sequence[str] = ()
) -> dict[str, Any] | None:
    """The rule for a kind of figure."""
    if kind == "flag":
        return options(label, (YES, NO), chinese_text("template.prompt.flag"))
    if kind == "choice":
        return options(label, choices, chinese_text("template.prompt.choice"))
    if kind == "text":
        return None
    if kind == "count":
        return _numbers(
            "integer",
            0,
            label,
            chinese_text("template.prompt.count", unit=_in(unit)),
            chinese_text("template.error.count"),
        )
    if kind == "rate":
        return _numbers(
            "decimal",
            -_MOST,
            label,
            chinese_text("template.prompt.rate"),
            chinese_text("template.error.rate"),
        )
    if signed:
        return _numbers(
            "decimal",
            -_MOST,
            label,
            chinese_text("template.prompt.signed", unit=_in(unit)),
            chinese_text("template.error.signed"),
        )
    return _numbers(
        "decimal", 0, label, chinese_text("template.prompt.number", unit=_in(unit)),
        chinese_text("template.error.number", unit=_in(unit)),
    )  # fmt: skip


def score_rule(title: str, weight: Decimal, low: Decimal = Decimal(0)) -> dict[str, Any]:
    """The rule for a score between ``low`` and the weight."""
    most, least = f"{weight.normalize():f}", f"{low.normalize():f}"
    rule = _numbers(
        "decimal", 0, title, chinese_text("template.prompt.score", least=least, most=most),
        chinese_text("template.error.score", least=least, most=most),
    )  # fmt: skip
    return rule | {"minimum": least, "maximum": most}


def options(title: str, choices: Sequence[str], message: str) -> dict[str, Any]:
    """The rule for a drop-down list."""
    listed = ",".join(choices)
    if len(listed) > _LIST_LIMIT:
        return note(title, message)
    return {
        "validate": "list",
        "source": list(choices),
        **_words(title, message, chinese_text("template.error.choice")),
    }


def suggestions(title: str, choices: Sequence[str], message: str) -> dict[str, Any]:
    """A drop-down list next to which anything else may be typed."""
    return options(title, choices, message) | {"show_error": False}


def note(title: str, message: str) -> dict[str, Any]:
    """A prompt without a restriction."""
    return {
        "validate": "any",
        "input_title": title[:_TITLE_LIMIT],
        "input_message": message[:_TEXT_LIMIT],
    }


def _numbers(validate: str, least: float, title: str, message: str, error: str) -> dict[str, Any]:
    return {
        "validate": validate,
        "criteria": "between",
        "minimum": least,
        "maximum": _MOST,
        **_words(title, message, error),
    }


def _words(title: str, message: str, error: str) -> dict[str, Any]:
    return {
        "input_title": title[:_TITLE_LIMIT],
        "input_message": message[:_TEXT_LIMIT],
        "error_title": chinese_text("template.error.title"),
        "error_message": error[:_TEXT_LIMIT],
    }


def _in(unit: str) -> str:
    return chinese_text("template.prompt.unit", unit=unit) if unit and unit != "%" else ""
