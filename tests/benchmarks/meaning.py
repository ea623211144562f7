"""Measure what joining with vectors does: `python -m tests.benchmarks.meaning DIR`.

No model is needed. A question's vector is that of its own practice plus so much noise that the vectors alone
are right that often; practices share directions by subject, as those of real models do. DIR holds sets of
questions, each a folder with docs.jsonl, qrels.jsonl, queries.clean.jsonl, and perhaps aliases.jsonl and
oos.clean.jsonl (questions that nothing answers).
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.keeper import Finder
from domain.matching import ANSWER, Document, Hit, Scope
from domain.meaning import MOST, Meanings, fused, packed

HERE = Scope(1)
SIZE = 384
SETS = ("stackfaq", "nlww", "banking77", "clinc150")
FORMS = ("clean", "typo")
QUESTIONS = 300
NOISES = {"nearly always right": 3.0, "mostly right": 5.0, "seldom right": 8.0, "chance": None}

Numbers = npt.NDArray[np.float64]


@dataclass
class Count:
    """What came of questions that have an answer, and of those that have none."""

    questions: int = 0
    nearest: int = 0
    answered: list[int] = field(default_factory=lambda: [0, 0])  # without vectors, and with
    right: list[int] = field(default_factory=lambda: [0, 0])
    strange: int = 0
    fooled: list[int] = field(default_factory=lambda: [0, 0])


def direction(name: str) -> Numbers:
    """Return a direction of its own for each name, always the same."""
    seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "little")
    vector = np.random.default_rng(seed).standard_normal(SIZE)
    return vector / np.linalg.norm(vector)


def of_practice(id_: str, count: int) -> Numbers:
    """Return a practice's vector: what all have, its subject, and its own."""
    subject = int(hashlib.sha256(id_.encode()).hexdigest(), 16) % max(3, count // 6)
    vector = (
        0.5 * direction("all") + 0.6 * direction(f"subject {subject}") + 0.7 * direction(f"practice {id_}")
    )
    return vector / np.linalg.norm(vector)


def rows(file: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of JSON lines, none when it is not there."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []


class Set:
    """One set of questions over practices."""

    def __init__(self, folder: Path) -> None:
        aliases: dict[str, list[str]] = {}
        for row in rows(folder / "aliases.jsonl"):
            aliases.setdefault(row["did"], []).append(row["text"])
        documents = rows(folder / "docs.jsonl")
        self.folder, self.finder, self.meanings = folder, Finder(), Meanings()
        self.vectors = {row["id"]: of_practice(row["id"], len(documents)) for row in documents}
        for row in documents:
            words = Document(
                row["id"],
                row["title"],
                row["situation"],
                row["action"],
                row["result"],
                aliases=tuple(aliases.get(row["id"], ())),
            )
            self.finder.index.put(row["id"], HERE, [self.finder.analyse(words)])
            self.meanings.put(row["id"], HERE, [packed(list(self.vectors[row["id"]]))])
        self.right: dict[str, list[str]] = {}
        for row in rows(folder / "qrels.jsonl"):
            self.right.setdefault(row["qid"], []).append(row["did"])

    def measure(self, noise: float | None, count: Count) -> None:
        """Ask everything, without vectors and with."""
        for form in FORMS:
            for row in rows(self.folder / f"queries.{form}.jsonl")[:QUESTIONS]:
                right = sorted(self.right[row["id"]])
                own = self.vectors[right[0]] if noise is not None else 0.5 * direction("all")
                vector = own + (noise or 99.0) * direction(f"{form} {row['id']}")
                count.questions += 1
                count.nearest += max(self.vectors, key=lambda id_: float(self.vectors[id_] @ vector)) in right
                for way, hits in enumerate(self._both(row["text"], vector)):
                    if hits and hits[0].confidence >= ANSWER:
                        count.answered[way] += 1
                        count.right[way] += hits[0].id in right
            for row in rows(self.folder / f"oos.{form}.jsonl")[:QUESTIONS]:
                vector = 0.5 * direction("all") + 0.3 * direction("subject 0") + 0.9 * direction(row["id"])
                count.strange += 1
                for way, hits in enumerate(self._both(row["text"], vector)):
                    count.fooled[way] += bool(hits and hits[0].confidence >= ANSWER)

    def _both(self, words: str, vector: Numbers) -> tuple[Sequence[Hit], Sequence[Hit]]:
        ranked = self.finder.index.rank(words, HERE, MOST)
        out = self.meanings.standing_out(packed(list(vector)), HERE)
        return ranked, fused(ranked, out, MOST).hits


def main(data: Path) -> None:
    """Print a line for each quality of vectors."""
    sets = [Set(data / name) for name in SETS]
    print("vectors alone right | answered without, with | of those right | strange answered without, with")
    for name, noise in NOISES.items():
        count = Count()
        for one in sets:
            one.measure(noise, count)
        answered = [number / count.questions for number in count.answered]
        right = [good / max(1, all_) for good, all_ in zip(count.right, count.answered, strict=True)]
        fooled = [number / max(1, count.strange) for number in count.fooled]
        print(
            f"{name:20} {count.nearest / count.questions:.2f} | {answered[0]:.3f} {answered[1]:.3f} |"
            f" {right[0]:.3f} {right[1]:.3f} | {fooled[0]:.3f} {fooled[1]:.3f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
