"""The project's own questions over the starter library, as people type them on a phone.

Half of them are for tuning; the other half is held out: nobody has looked at what fails there while changing
the matcher or a word list. `practices` are the cards that answer a question, none when nothing does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

LANGUAGES = ("nl", "en")
PARTS = ("tune", "held-out")
ANSWERED = ("hurried", "mistyped", "slang", "keyword", "formal", "story")
UNANSWERABLE = ("near", "far")
"""How questions are written; what nothing answers is of the field all the same ("near"), or of no field."""


@dataclass(frozen=True)
class Question:
    """One question: its language, its half, its style and the keys of the cards that answer it."""

    text: str
    language: str
    part: str
    style: str
    practices: frozenset[str] = frozenset()


@cache
def read() -> tuple[Question, ...]:
    """Return every question in the order of the files."""
    found: list[Question] = []
    for name, language in (("dutch", "nl"), ("english", "en"), ("unanswerable", "")):
        text = resources.files("tests.benchmarks").joinpath("questions", f"{name}.jsonl").read_text("utf-8")
        for line in text.splitlines():
            row = json.loads(line)
            found.append(
                Question(
                    row["text"],
                    row.get("language", language),
                    row["part"],
                    row["style"],
                    frozenset(row.get("practices", ())),
                )
            )
    return tuple(found)
