"""One whole round in the words of both languages, for the channels: from composing to what comes of it.

It begins on a Tuesday at ten, closes the next Tuesday at five, and is told on the Wednesday after.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

OTHERS = 10  # beside Carla
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
REMINDED = datetime(2026, 11, 27, 9, 5, tzinfo=UTC)
CLOSED = datetime(2026, 12, 1, 16, 0, 30, tzinfo=UTC)
TOLD = datetime(2026, 12, 2, 8, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Talk:
    """What is said and tapped, and what is read."""

    command: str
    composing: tuple[str, ...]  # taps
    check: str
    planned: str
    asked: str
    answering: tuple[str, ...]  # taps; then some words are typed
    written: str
    harm: str
    thanks: str
    reminder: str
    held: str
    hide: tuple[str, str, str, str]  # taps, with words of the sentence behind the first two
    hidden: str
    outcome: tuple[str, ...]
    read: str
    was_hidden: str
    write_back: tuple[str, ...]  # what is typed or tapped, in its order
    sent: str
    feedback: tuple[str, ...]
    wrong: str
    counted: str


TALKS = {
    "nl": Talk(
        command="/rondje",
        composing=("Samenwerking", f"Iedereen ({OTHERS + 1})", "8 december 2026", "Start het rondje"),
        check="Zo ziet je rondje eruit. Voor iedereen (11 mensen).",
        planned="Het sluit op 1 december 2026. Daarna krijgt iedereen dezelfde uitkomst.",
        asked="De coördinator wil iets van je weten: ",
        answering=("Goed", "Regels", "Schrijf je antwoord"),
        written="Bel elkaar eerder.",
        harm="Die lange van de balie drinkt.",
        thanks="Dank je, dit was het.",
        reminder="Dit is mijn enige herinnering",
        held="De anderen krijgen de uitkomst op woensdag 2 december",
        hide=("Lees de zinnen", "Verberg een zin", "Wijst iemand aan", "Verberg de zin"),
        hidden="Verborgen.",
        outcome=("9 van de 11 mensen deden mee", "• Heel goed of Goed: (bijna) iedereen"),
        read="Lees de zinnen",
        was_hidden="Een coördinator verborg één zin: je kon zien over wie het ging.",
        write_back=(
            *("Schrijf terug", "Bel eerder.", "We bellen voortaan eerst.", "16 december 2026"),
            *("Niets", "Niets", "Verstuur"),
        ),
        sent="Verstuurd aan de groep van 11 mensen",
        feedback=("Jullie zeiden:", "Dit doen we:", "Klaar op 16 december 2026."),
        wrong="Klopt niet",
        counted="Dank je, geteld.",
    ),
    "en": Talk(
        command="/round",
        composing=("Cooperation", f"Everybody ({OTHERS + 1})", "8 December 2026", "Start the round"),
        check="This is your round. For everybody (11 people).",
        planned="It closes on 1 December 2026. Then everybody gets the same results.",
        asked="The coordinator asks you about: ",
        answering=("Well", "Rules", "Write your answer"),
        written="Call each other sooner.",
        harm="That tall one at the counter drinks.",
        thanks="Thank you, that was it.",
        reminder="This is my only reminder",
        held="The others get the results on Wednesday 2 December",
        hide=("Read the sentences", "Hide a sentence", "Points at somebody", "Hide the sentence"),
        hidden="Hidden.",
        outcome=("9 of the 11 people took part", "• Very well or Well: (almost) everybody"),
        read="Read the sentences",
        was_hidden="A coordinator hid one sentence: you could tell who it was about.",
        write_back=(
            *("Write back", "Call sooner.", "We will call first from now on.", "16 December 2026"),
            *("Nothing", "Nothing", "Send"),
        ),
        sent="Sent to the group of 11 people",
        feedback=("You said:", "We will:", "Done by 16 December 2026."),
        wrong="That is not right",
        counted="Thank you, counted.",
    ),
}
TAPPED = frozenset({0, 3, 4, 5, 6})  # which of `write_back` are taps
