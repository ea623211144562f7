"""How fast the matcher is among many practices, in a process and on a core of its own.

Times are of the processor, so that what else the machine does matters little. The index is filled from what
the database holds of each practice, as at the start of the program.
"""

from __future__ import annotations

import gc
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from itertools import count, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from domain.matching import Document, Index, Lexicon, Scope, analyse, pack, unpack
from tests.benchmarks.matching import invented
from tests.benchmarks.matching.ablation import word_lists
from tests.benchmarks.matching.peers import Finder, Maker

HERE = Scope(1)
QUESTIONS = 300
WARM = 20
"""Questions that go before, so that what the first ones build is not timed."""
ADDED = 50
SIZE = 4
"""Bytes that say how long a stored row is."""
AGAIN = 3
"""Times that a question is put to each peer; the fastest counts, since others use the machine too."""
STATUS = Path("/proc/self/status")


@dataclass(frozen=True)
class Times:
    """Milliseconds to an answer, and the percentage of questions with the right practice first."""

    p50: float
    p95: float
    right: float


@dataclass(frozen=True)
class Speed:
    """What was measured among so many practices: seconds, megabytes and milliseconds."""

    practices: int
    load: float
    memory: float
    first: float
    clean: Times
    mistyped: Times
    add: float
    after: float

    def row(self) -> list[str]:
        """Return the figures as text."""
        return [
            f"{self.practices:,}",
            f"{self.clean.p50:.2f} / {self.clean.p95:.2f}",
            f"{self.mistyped.p50:.2f} / {self.mistyped.p95:.2f}",
            f"{self.clean.right:.0f} / {self.mistyped.right:.0f}",
            f"{self.add:.2f} + {self.after:.2f}",
            f"{self.memory:.0f}",
            f"{self.load:.2f}",
            f"{self.first:.0f}",
        ]


GOALS = {
    1_000: ("1,000 ≤", "1 / –", "1 / –", "", "5", "", "", ""),
    100_000: ("100,000 ≤", "2 / 5", "2 / 5", "", "5", "300", "3", ""),
    1_000_000: ("1,000,000 ≤", "– / 20", "– / 20", "", "", "", "", ""),
}


def measure(practices: int) -> Speed:
    """Measure in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", __name__, str(practices)],
        cwd=Path(__file__).resolve().parents[3],
        stdout=subprocess.PIPE,
        check=True,
    )
    found = json.loads(done.stdout)
    for kind in ("clean", "mistyped"):
        found[kind] = Times(**found[kind])
    return Speed(**found)


def of_peers(practices: int, peers: Mapping[str, Maker], told: Callable[[str], None]) -> dict[str, float]:
    """Return the milliseconds that the middle question takes each peer, by its name, among so many."""
    cards = list(invented.practices(practices))
    asked = _asked(cards, 60)
    found = {}
    for name, make in peers.items():
        told(name)
        try:
            finder = make(cards, "nl")
        except ModuleNotFoundError:
            continue
        with closing(finder):
            found[name] = _middle(finder, [question for _, question in asked])
    return found


def _middle(finder: Finder, asked: list[str]) -> float:
    """Return the milliseconds that the middle question takes, by the clock: a server works elsewhere."""
    for question in asked[:WARM]:
        finder.find(question, 5)
    return 1000 * median(
        min(_seconds(partial(finder.find, question, 5), perf_counter) for _ in range(AGAIN))
        for question in asked
    )


def _measure(practices: int) -> Speed:
    lexicon = word_lists()
    with TemporaryDirectory(prefix="kg-bench-") as folder:
        stored = Path(folder) / "stored"
        with stored.open("wb") as file:
            for document in invented.practices(practices):
                row = pack([analyse(document, lexicon)])
                file.write(len(row).to_bytes(SIZE, "little") + row)
        gc.collect()
        before, began = _memory(), process_time()
        index = _load(stored, lexicon)
        load = process_time() - began
    some = list(islice(invented.practices(practices), 0, practices, max(1, practices // QUESTIONS)))[
        :QUESTIONS
    ]
    asked = _asked(some, QUESTIONS)
    first = _seconds(lambda: index.match(asked[0][1], HERE))
    gc.collect()
    memory = _memory() - before
    chance = random.Random(2)
    clean = _times(index, asked)
    slipped = _times(index, [(id_, invented.mistyped(text, chance)) for id_, text in asked])
    add, after = _add(index, lexicon, some, practices)
    return Speed(practices, load, memory, 1000 * first, clean, slipped, add, after)


def _load(stored: Path, lexicon: Lexicon) -> Index:
    index = Index(lexicon)
    with stored.open("rb") as file:
        for number in count():
            size = int.from_bytes(file.read(SIZE), "little")
            if not size:
                break
            index.put(str(number), HERE, unpack(file.read(size)))
    return index


def _add(index: Index, lexicon: Lexicon, some: list[Document], practices: int) -> tuple[float, float]:
    """Return milliseconds to add one practice, and to the answer of the next question."""
    adding, after = [], []
    for number, document in enumerate(some[:ADDED]):
        text = Document(f"new-{number}", document.result, document.title, document.situation)
        adding.append(_seconds(partial(_put, index, lexicon, text)))
        after.append(_seconds(partial(index.match, document.title, HERE)))
    return 1000 * median(adding), 1000 * median(after)


def _put(index: Index, lexicon: Lexicon, document: Document) -> None:
    index.put(document.id, HERE, [analyse(document, lexicon)])


def _asked(cards: list[Document], most: int) -> list[tuple[str, str]]:
    chance = random.Random(1)
    step = max(1, len(cards) // most)
    return [(card.id, invented.question(card, chance)) for card in cards[::step]][:most]


def _times(index: Index, asked: list[tuple[str, str]]) -> Times:
    for _, question in asked[:WARM]:
        index.match(question, HERE)
    times, right = [], 0
    for id_, question in asked:
        began = process_time()
        hits = index.match(question, HERE).hits
        times.append(1000 * (process_time() - began))
        right += bool(hits) and hits[0].id == id_
    times.sort()
    return Times(times[len(times) // 2], times[int(0.95 * len(times))], 100 * right / len(asked))


def _seconds(work: Callable[[], object], clock: Callable[[], float] = process_time) -> float:
    began = clock()
    work()
    return clock() - began


def _memory() -> float:
    """Return the megabytes that this process holds; 0 where the system does not say."""
    if not STATUS.exists():
        return 0.0
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    print(json.dumps(asdict(_measure(int(sys.argv[1])))))
