"""Thousands of returns that differ, made fast.

Some departments are composed as the samples are: figures, answers, scores and faults of their own.
Each is then handed in by many, all under another name, with other words and with every amount of
money scaled to the cent by a factor of its own, stored results too, so that no figure of one file
is that of another.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "samples"))  # what composes the samples lives there

from build import invented, samples  # noqa: E402 (after the path)

from jixiao.rulebook.load import load_rulebook  # noqa: E402
from jixiao.writing.template.book import compose_template  # noqa: E402
from jixiao.writing.template.filling import Filling, TypedValue  # noqa: E402

PATTERNS = 72
SEED = 20180228
LEAST_SCALED = 15
_STRINGS = "xl/sharedStrings.xml"
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
_ANSWERS = ("disclosed_in_time", "records_complete", "asset_rules_applied", "disclosed_content")
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Pattern:
    """A return taken apart; ``amounts`` finds the amounts of money in its sheets."""

    department: str
    reasons: tuple[str, ...]
    parts: tuple[tuple[str, bytes], ...]
    amounts: re.Pattern[str]


def patterns(count: int = PATTERNS) -> list[Pattern]:
    """Compose the samples and as many invented departments as are missing."""
    random = Random(SEED)
    made = [sample.filling for sample in samples()][:count]
    made += [_filling(random, number) for number in range(count - len(made))]
    return [_pattern(filling) for filling in made]


def _filling(random: Random, number: int) -> Filling:
    weak: dict[str, TypedValue] = {name: False for name in _ANSWERS if random.random() < 0.15}
    staff = random.randint(22, 80)
    made = invented(
        f"示例市第{number}部门",
        str(random.randint(8_000, 45_000) / 10_000),
        str(random.randint(560, 990) / 1000),
        str(random.randint(330, 520) / 1000),
        staff=staff,
        posts=staff + random.randint(0, 5),
        weak=weak,
    )
    if random.random() < 0.4:  # one self-score typed otherwise
        name = random.choice(sorted(made.claimed))
        wrong = max(made.claimed[name] - random.choice((-1, 1, 2)), Decimal(0))
        made = replace(made, claimed={**made.claimed, name: wrong})
    return made


def _pattern(filling: Filling) -> Pattern:
    content = compose_template(load_rulebook("nanchang-2017"), filling)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = tuple((item.filename, package.read(item)) for item in package.infolist())
    known = f"{filling.inputs['budget_initial']:f}".rstrip("0").rstrip(".")
    style = next(
        found[1]
        for name, part in parts
        if _SHEET.fullmatch(name)
        and (found := re.search(rf'<c r="C\d+" s="(\d+)"><v>{known}</v>', part.decode()))
    )
    amounts = re.compile(rf'(<c r="[A-Z]+\d+" s="{style}">(?:<f>[^<]*</f>)?<v>)([0-9.]+)(?=</v>)')
    return Pattern(filling.department, tuple(filling.reasons.values()), parts, amounts)


def make(folder: Path, count: int) -> list[Path]:
    """Write ``count`` returns that differ below ``folder``, a thousand to a folder."""
    known = patterns()
    return [_write(folder, number, known[number % len(known)]) for number in range(count)]


def _write(folder: Path, number: int, pattern: Pattern) -> Path:
    path = folder / f"{number // 1000:02d}" / f"{number:05d}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in _changed(pattern, number):
            package.writestr(name, content)
    return path


def _changed(pattern: Pattern, number: int) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of one return, its name, words and amounts changed."""
    factor = 1 + Decimal(number + 1) / 9973
    scaled = 0

    def scale(found: re.Match[str]) -> str:
        nonlocal scaled
        scaled += 1
        return f"{found[1]}{(Decimal(found[2]) * factor).quantize(_CENT):f}"

    for name, content in pattern.parts:
        if name == _STRINGS:
            text = content.decode().replace(pattern.department, f"示例市第{number}局")
            text = text.replace("示例数据", f"示例数据第{number}号")
            for reason in pattern.reasons:
                text = text.replace(reason, f"{reason}（说明第{number}号）")
            yield name, text.encode()
        elif _SHEET.fullmatch(name):
            text = content.decode().replace(pattern.department, f"示例市第{number}局")
            yield name, pattern.amounts.sub(scale, text).encode()
        else:
            yield name, content
    if scaled < LEAST_SCALED:
        raise ValueError(f"only {scaled} amounts of {pattern.department} were found")
