"""The first day of two colleagues, word for word, in both languages: read it when a word changes.

`pytest tests/conversations/test_transcripts.py --snapshot-update` writes it anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from storage.database import Database, sqlite_url
from tests.stage import Person, Stage

NL = (
    ["Ja, ik doe mee", "Schuldhulp", "Schulden", "Klaar", "Eens per week"],
    "/deel Bij een gezin met ongeopende post maakte ik samen drie stapels: betalen, bellen, bewaren. "
    "Daardoor kwam er een betalingsregeling. Let op: doe dit niet als iemand net uit huis is gezet.",
    ["Plaats"],
    ["Ja, ik doe mee", "Wijkteam", "Klaar", "Niets sturen"],
    ["hoi", "gezin met ongeopnde post, wil betalingsregling", "waar koop ik een fietsband", "/help", "/stop"],
    "Handig",
)
EN = (
    ["Yes, I'm in", "Debt help", "Debts", "Done", "Once a week"],
    "/share With a family that never opened their post I made three piles: pay, call, keep. "
    "As a result they got a payment plan. Watch out: do not do this when someone was just evicted.",
    ["Place"],
    ["Yes, I'm in", "Neighbourhood team", "Done", "Send nothing"],
    [
        "hi",
        "family never opns their post, wants payment pln",
        "where do I buy a bicycle tyre",
        "/help",
        "/stop",
    ],
    "Useful",
)


class Transcript:
    """What one person says and hears, in order."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.lines: list[str] = []

    def says(self, words: str) -> None:
        """Say something and write down the answer."""
        self.lines.append(f"{self.person.name}: {words}")
        self._hears(self.person.says(words))

    def taps(self, label: str) -> None:
        """Tap a button and write down what it led to."""
        self.lines.append(f"{self.person.name} taps [{label}]")
        self._hears(self.person.taps(label))

    def _hears(self, seen: object) -> None:
        assert seen is not None, "\n".join(self.lines)
        heard = self.person.chat[-1]
        self.lines.append(f"{heard.text}\n{' '.join(f'[{label}]' for label in heard.labels)}")

    def __str__(self) -> str:
        return "\n\n".join(self.lines)


@pytest.mark.parametrize(("language", "day"), [("nl", NL), ("en", EN)])
def test_first_day__word_for_word(
    sqlite_path: Path,
    language: str,
    day: tuple[list[str], str, list[str], list[str], list[str], str],
    snapshot: SnapshotAssertion,
) -> None:
    joining, story, placing, joining_too, sayings, useful = day
    stage = Stage(Database(sqlite_url(sqlite_path)))
    anna, bob = (Transcript(stage.stranger(name, language)) for name in ("Anna", "Bob"))
    code = stage.invite()
    for transcript, taps in ((anna, joining), (bob, joining_too)):
        transcript.lines.append(f"{transcript.person.name} opens an invitation")
        transcript._hears(transcript.person.says(f"/start {code}"))
        for label in taps:
            transcript.taps(label)
    anna.says(story)
    for label in placing:
        anna.taps(label)
    for words in sayings:
        bob.says(words)
        if useful in bob.person.chat[-1].labels:
            bob.taps(useful)
    stage.database.close()
    assert str(anna) == snapshot(name=f"Anna {language}")
    assert str(bob) == snapshot(name=f"Bob {language}")
