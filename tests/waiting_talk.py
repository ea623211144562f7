"""What is said when a message to everybody finds somebody in a conversation, or on a break over Christmas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
DAY_BEFORE_CHRISTMAS = datetime(2026, 12, 24, 10, 0, tzinfo=UTC)  # a Thursday
CHRISTMAS = datetime(2026, 12, 25, 10, 0, tzinfo=UTC)
FIRST_WORKING_DAY = datetime(2026, 12, 28, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Talk:
    """The words of one language."""

    write: str  # Carla's message to everybody, which are three people
    choosing: tuple[str, ...]
    sure: str
    cake: str
    share: str
    how: str
    pause: str
    paused: str


TALKS = {
    "nl": Talk(
        write="/bericht Morgen is er taart.",
        choosing=("Iedereen (3)", "Van collega's", "Geen knop", "Nu"),
        sure="Typ dan het aantal mensen: 3.",
        cake="Morgen is er taart.",
        share="/deel",
        how="In één bericht",
        pause="/pauze tot 25 december",
        paused="je krijgt niets van mij tot 25 december 2026",
    ),
    "en": Talk(
        write="/broadcast Tomorrow there is cake.",
        choosing=("Everybody (3)", "From colleagues", "No button", "Now"),
        sure="Then type the number of people: 3.",
        cake="Tomorrow there is cake.",
        share="/share",
        how="In one message",
        pause="/pause until 25 December",
        paused="you get nothing from me until 25 December 2026",
    ),
}
