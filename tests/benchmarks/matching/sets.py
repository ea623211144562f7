"""Question sets of others, read from a folder: cards, earlier questions, questions and what answers them.

A set is a folder with `docs.jsonl`, `aliases.jsonl`, `qrels.jsonl`, and per way of typing `queries.*.jsonl`
and perhaps `oos.*.jsonl`: questions that no card answers. A file may be packed (`.gz`). None of it is part
of this project.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from domain.matching import Document

MODES = ("clean", "typo", "keywords", "typo_keywords")
DUTCH = frozenset({"nlww", "busnl"})
CARDS_OF = {"medquad_long": "medquad"}
UNTOUCHED = frozenset({"medquad", "medquad_long"})
"""Sets that nothing was fitted on: all of their questions are held out."""


@dataclass(frozen=True)
class Setting:
    """A set, with or without its earlier questions as aliases."""

    name: str
    aliases: bool = False

    def __str__(self) -> str:
        return f"{self.name}+a" if self.aliases else self.name

    @property
    def language(self) -> str:
        """The language of its cards and questions."""
        return "nl" if self.name in DUTCH else "en"


POOL = (
    Setting("stackfaq"),
    Setting("stackfaq", aliases=True),
    Setting("covidfaq"),
    Setting("covidfaq", aliases=True),
    Setting("banking77", aliases=True),
    Setting("clinc150", aliases=True),
    Setting("nlww"),
)
"""The settings over which systems are compared."""


@dataclass(frozen=True)
class Asked:
    """A question and the ids of what answers it; none when nothing does."""

    id: str
    text: str
    right: frozenset[str] = frozenset()


class Sets:
    """The sets in one folder, one half of their questions, at most so many of each (0: all).

    Without `aliases` nobody gets earlier questions, whatever the setting.
    """

    def __init__(self, folder: Path, part: str = "held-out", most: int = 0, *, aliases: bool = True) -> None:
        self.folder = folder
        self.part = part
        self.most = most
        self.aliases = aliases

    def missing(self) -> list[str]:
        """Return the names of sets that are not in the folder."""
        names = dict.fromkeys([one.name for one in POOL] + sorted(UNTOUCHED))
        return [name for name in names if not (self.folder / name / "qrels.jsonl").is_file()]

    def cards(self, setting: Setting) -> list[Document]:
        """Return the cards of a set."""
        name = CARDS_OF.get(setting.name, setting.name)
        aliases: dict[str, list[str]] = defaultdict(list)
        if setting.aliases and self.aliases:
            for line in self._lines(name, "aliases"):
                aliases[line["did"]].append(line["text"])
        return [
            Document(
                line["id"],
                line["title"],
                line.get("situation") or "",
                line.get("action") or "",
                line.get("result") or "",
                themes=tuple(line.get("tags") or ()),
                aliases=tuple(aliases[line["id"]]),
            )
            for line in self._lines(name, "docs")
        ]

    def questions(self, setting: Setting, mode: str, part: str | None = None) -> list[Asked]:
        """Return the questions of one half that a card answers."""
        right: dict[str, set[str]] = defaultdict(set)
        for line in self._lines(setting.name, "qrels"):
            if line.get("rel", 1) >= 1:
                right[line["qid"]].add(line["did"])
        every = (
            Asked(line["id"], line["text"], frozenset(right[line["id"]]))
            for line in self._lines(setting.name, f"queries.{mode}")
            if line["id"] in right
        )
        return self._some(setting.name, every, part)

    def strange(self, setting: Setting, mode: str, part: str | None = None) -> list[Asked]:
        """Return the questions of one half that no card answers."""
        every = (Asked(line["id"], line["text"]) for line in self._lines(setting.name, f"oos.{mode}"))
        return self._some(setting.name, every, part)

    def _some(self, name: str, every: Iterator[Asked], part: str | None) -> list[Asked]:
        wanted = part or self.part
        found = [one for one in every if name in UNTOUCHED or half(name, one.id) == wanted]
        found.sort(key=lambda one: _hash(f"s|{one.id}"))  # neighbours in a file are about the same card
        return found[: self.most] if self.most else found

    def _lines(self, name: str, kind: str) -> Iterator[dict[str, Any]]:
        file = self.folder / name / f"{kind}.jsonl"
        if file.is_file():
            text = file.read_text("utf-8")
        else:
            text = gzip.decompress(file.with_suffix(".jsonl.gz").read_bytes()).decode("utf-8")
        for line in text.split("\n"):
            if line.strip():
                yield json.loads(line)


def half(name: str, question_id: str) -> str:
    """Return which half a question belongs to; it never changes, so that what was held out stays so."""
    return "tune" if _hash(f"h|{name}|{question_id}") % 2 else "held-out"


def _hash(text: str) -> int:
    return int(sha256(text.encode()).hexdigest()[:8], 16)
