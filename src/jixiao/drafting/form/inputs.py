"""The inputs of a drafted rulebook: each figure once, whatever the rows that use it."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.rulebook import Input, InputKind
from jixiao.scoresheet import label_forms

_PEOPLE = ("人数", "编制数", "人员数", "户数", "人次")
_MONEY = (
    "预算",
    "支出",
    "资金",
    "经费",
    "金额",
    "收入",
    "成本",
    "费用",
    "投入",
    "结转",
    "结余",
    "额",
)
_COUNTS = ("个数", "数量", "项数", "次数", "件数", "天数", "时间", "指标数", "任务数")
_OF_PEOPLE = {"户数": "户", "人次": "人次"}


class DraftedInputs:
    """The inputs drafted so far; one label is one input."""

    def __init__(self, money_unit: str, known: Sequence[Input] = ()) -> None:
        self._money_unit = money_unit
        self._inputs: list[Input] = list(known)
        self._ids = {_key(item.label): item.id for item in known}

    @property
    def all(self) -> tuple[Input, ...]:
        """All inputs, in the order of their first use."""
        return tuple(self._inputs)

    def figure(self, label: str, group: str) -> str:
        """The id of an amount or a count, by its label."""
        unit, kind = self._unit_of(label)
        digits = 2 if kind == "money" else 0 if kind == "count" else None
        return self._add(label, kind, unit, group, digits)

    def rate(self, label: str, unit: str, group: str) -> str:
        """The id of a measured value that no formula explains."""
        kind: InputKind = "rate" if unit == "%" else "quantity"
        return self._add(label, kind, unit, group, 2 if unit == "%" else None)

    def count(self, label: str, unit: str, group: str) -> str:
        """The id of a count of breaches, pieces, times."""
        return self._add(label, "count", unit, group, 0)

    def answer(self, label: str, group: str) -> str:
        """The id of a yes or no."""
        return self._add(label, "flag", "", group, None)

    def choice(self, label: str, options: Sequence[str], group: str) -> str:
        """The id of one of several options."""
        ident = self._next()
        shown = self._free(label, group)
        self._inputs.append(
            Input(id=ident, label=shown, kind="choice", choices=tuple(options), group=group)
        )
        self._ids[_key(shown)] = ident
        return ident

    def _add(self, label: str, kind: InputKind, unit: str, group: str, digits: int | None) -> str:
        known = self._ids.get(_key(label))
        if known is not None:
            same = next(item for item in self._inputs if item.id == known)
            if (same.kind, same.unit) == (kind, unit) and kind != "flag":
                return known
            label = self._free(label, group)
        ident = self._next()
        self._inputs.append(
            Input(id=ident, label=label, unit=unit, kind=kind, digits=digits, group=group)
        )
        self._ids[_key(label)] = ident
        return ident

    def _free(self, label: str, group: str) -> str:
        """A label that nothing has yet: with the name of its row, then numbered."""
        names = (label, f"{group}：{label}", *(f"{group}：{label}（{n}）" for n in range(2, 1_000)))
        return next(name for name in names if _key(name) not in self._ids)

    def _next(self) -> str:
        taken = {item.id for item in self._inputs}
        numbers = range(1, len(taken) + 2)
        return next(name for n in numbers if (name := f"input_{n}") not in taken)

    def _unit_of(self, label: str) -> tuple[str, InputKind]:
        if any(word in label for word in _PEOPLE):
            return next((u for w, u in _OF_PEOPLE.items() if w in label), "人"), "count"
        if any(word in label for word in _COUNTS):
            return "", "quantity"
        if any(word in label for word in _MONEY):
            return self._money_unit, "money"
        return "", "quantity"


def _key(label: str) -> str:
    forms = label_forms(label)
    return forms[0] if forms else label
