"""How well claims are read out of prose, and how fast a report is compared.

``python benchmarks/narrative.py [TSV]``: sentences with the columns ``text``, ``claims``, ``holds``
(the form is described in ``tests/narrative/labelled.py``); without a file those of the project,
tuned ones and held-back ones apart. Prints precision and recall; exits 1 below the floors.
"""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from tests.narrative.documents import word_text  # noqa: E402
from tests.narrative.labelled import (  # noqa: E402
    Reader,
    Score,
    measure,
    parts_of,
    read_sentences,
)

import jixiao  # noqa: E402
from jixiao.checking import scoresheet_in  # noqa: E402
from jixiao.narrative import NarrativeReport, compared_check, read_report  # noqa: E402

SHEET = ROOT / "samples" / "nanchang-2017-waiqiao.xlsx"
SENTENCES = ROOT / "tests" / "narrative" / "narrative.tsv"
PRECISION, RECALL, MILLISECONDS = 0.98, 0.90, 150
PAGES, CHARACTERS, STATING = 20, 750, 12  # pages, characters and sentences with figures of one
PROSE = (
    "全年坚持以人民为中心的发展思想，围绕中心、服务大局，统筹推进各项重点任务，"
    "着力完善制度、健全机制、强化监督，队伍建设和作风建设取得新的成效，较好地履行了部门职责。"
)
SHOWN = 40


def main() -> int:
    """Print the figures; 1 where one is below its floor."""
    reader = Reader(SHEET)
    given = [Path(name) for name in sys.argv[1:]]
    sentences = read_sentences(given[0] if given else SENTENCES, reader)
    scores = {"all": measure(sentences, reader)}
    if not given:
        tuned, held = parts_of(sentences)
        scores |= {"tuned on": measure(tuned, reader), "held back": measure(held, reader)}
    for name, score in scores.items():
        show(name, score)
    for line in scores["all"].wrong[:SHOWN]:
        print("  ", line)
    spent = milliseconds([sentence.text for sentence in sentences])
    print(f"a report of {PAGES} pages read and compared: {spent:.0f} ms (floor {MILLISECONDS})")
    whole = scores["all"]
    is_good = whole.precision >= PRECISION and whole.recall >= RECALL and spent <= MILLISECONDS
    return 0 if is_good else 1


def show(name: str, score: Score) -> None:
    """One line of figures."""
    print(
        f"{name}: {score.sentences} sentences, {score.stated} claims, "
        f"precision {score.precision:.3f}, recall {score.recall:.3f}, "
        f"judged rightly {score.holding:.3f} of {score.judged}"
    )


def pages(texts: list[str]) -> list[str]:
    """Twenty pages: on each a dozen sentences with figures, the rest is prose."""
    stating = itertools.cycle(texts)
    lines: list[str] = []
    for number in range(PAGES):
        lines.append(f"（{number + 1}）工作开展情况")
        page = [next(stating) for _ in range(STATING)]
        while sum(map(len, page)) < CHARACTERS:
            page.append(PROSE)
        lines += page
    return lines


def milliseconds(texts: list[str]) -> float:
    """Processor time to read a Word report of twenty pages and compare it with a checked sheet."""
    content = word_text(pages(texts))
    check, sheet = jixiao.check(str(SHEET)), scoresheet_in(str(SHEET), None)
    if sheet is None:
        sys.exit("the sample has no scoresheet")
    times = []
    for _ in range(7):
        began = time.process_time()
        report = read_report("report.docx", content)
        if not isinstance(report, NarrativeReport):
            sys.exit("the report was not read")
        compared_check(check, sheet, report)
        times.append(time.process_time() - began)
    return median(times) * 1000


if __name__ == "__main__":
    sys.exit(main())
