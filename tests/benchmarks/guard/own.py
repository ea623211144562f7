"""The project's own messages, and what the guard makes of them.

A message marks what points to a person: "bel [[phone|06-12345678]]". Those of part "tune" were seen while the
rules were written; those of part "held-out" were written by others, who had not seen the rules.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from bot.guarding import known_names
from domain.guard import Kind, check

HERE = Path(__file__).parent / "messages"
MARK = re.compile(r"\[\[([a-z-]+)\|([^\[\]]+)\]\]")


@dataclass(frozen=True)
class Message:
    """A message without its marks, and the spans that they marked."""

    text: str = field(repr=False)
    language: str
    part: str
    spans: tuple[tuple[int, int, Kind], ...]
    own: str = ""  # how the writer is called
    partial: bool = False  # of a number only a piece stands there


@dataclass(frozen=True)
class Measured:
    """Counts over messages; `kinds` gives (found, all) per kind, `alarms` what was hit in clean messages."""

    messages: int
    personal: int
    covered: int
    clean: int
    false: int
    kinds: dict[Kind, tuple[int, int]]
    alarms: Counter[Kind]
    each: float  # milliseconds

    @property
    def recall(self) -> float:
        """Share of the messages with personal data of which nothing is left."""
        return self.covered / max(self.personal, 1)

    @property
    def false_alarms(self) -> float:
        """Share of the messages about nobody in which something is hit."""
        return self.false / max(self.clean, 1)


def read(line: str) -> Message:
    """Return the message of one JSON line."""
    row = json.loads(line)
    text, spans, at = "", [], 0
    for found in MARK.finditer(row["text"]):
        text += row["text"][at : found.start()]
        spans.append((len(text), len(text) + len(found[2]), Kind(found[1])))
        text += found[2]
        at = found.end()
    own, partial = row.get("own", ""), row.get("style") == "partial"
    return Message(text + row["text"][at:], row["lang"], row["part"], tuple(spans), own, partial)


def messages(part: str = "", language: str = "") -> tuple[Message, ...]:
    """Return the messages of a part and a language; all of them when these are empty."""
    lines = [line for file in sorted(HERE.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return tuple(
        one
        for one in map(read, lines)
        if (not part or one.part == part) and (not language or one.language == language)
    )


def measure(given: Sequence[Message]) -> Measured:
    """Run the guard over messages; a span is found when no letter or figure of it is left."""
    names = known_names()
    check("warm", names=names)
    kinds: dict[Kind, list[int]] = {}
    alarms: Counter[Kind] = Counter()
    personal = covered = false = 0
    began = perf_counter()
    findings = [check(one.text, names=names, own=one.own) for one in given]
    seconds = perf_counter() - began
    for one, finding in zip(given, findings, strict=True):
        hidden = {at for hit in finding.hits for at in range(hit.start, hit.end)}
        found = [_gone(one.text, span, hidden) for span in one.spans]
        for (_, _, kind), gone in zip(one.spans, found, strict=True):
            count = kinds.setdefault(kind, [0, 0])
            count[0] += gone
            count[1] += 1
        if one.spans:
            personal += 1
            covered += all(found)
        elif finding.hits:
            false += 1
            alarms.update(hit.kind for hit in finding.hits)
    return Measured(
        messages=len(given),
        personal=personal,
        covered=covered,
        clean=len(given) - personal,
        false=false,
        kinds={kind: (found[0], found[1]) for kind, found in sorted(kinds.items())},
        alarms=alarms,
        each=1000 * seconds / max(len(given), 1),
    )


def _gone(text: str, span: tuple[int, int, Kind], hidden: set[int]) -> bool:
    return all(at in hidden for at in range(span[0], span[1]) if text[at].isalnum())
