"""The starter library: illustrative practices, so that nobody starts with an empty list."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any

from content.speech import LANGUAGES


@dataclass(frozen=True)
class PracticeText:
    """Say one practice in one language."""

    title: str
    situation: str
    approach: str
    result: str
    limits: str


@dataclass(frozen=True)
class StarterPractice:
    """Hold one example under a stable key, with its words by language code."""

    key: str
    themes: tuple[str, ...]
    texts: Mapping[str, PracticeText]


def starter_practices() -> tuple[StarterPractice, ...]:
    """Return every starter practice, ordered by theme file and then as written there.

    The examples are made up; whoever shows one says so. A malformed line raises, since it is our own file.
    """
    return tuple(_practice(json.loads(line)) for line in _lines())


def _lines() -> Iterator[str]:
    folder = resources.files("content") / "practices"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".jsonl"):
            # Only "\n" ends a line here: str.splitlines would also break on characters JSON allows in a text.
            yield from filter(None, file.read_text(encoding="utf-8").split("\n"))


def _practice(row: dict[str, Any]) -> StarterPractice:
    texts = {language: PracticeText(**row[language]) for language in LANGUAGES}
    return StarterPractice(row["key"], tuple(row["themes"]), MappingProxyType(texts))
