"""One page for managers, before their team starts: what they say, and what they do and never do."""

from __future__ import annotations

from domain.people import COORDINATORS
from handlers.kit import Button, File, Say, Text, Turn, below, button, say, tap, text
from handlers.nudging.teams import ListTeams

# The parts of the page, each a heading with lines.
PARTS = (("say", 5), ("never", 4), ("do", 3), ("then", 3))


@button("nk", COORDINATORS)
class MakeScript(Button):
    """Make the PDF of the page for managers."""


def command(_turn: Turn, _words: str) -> Say:
    """Answer /startkit."""
    parts = [
        below(heading, *(text("nudging-script-line", words=one) for one in several))
        for heading, several in _parts()
    ]
    taps = (tap("nudging-script-make", MakeScript()), tap("nudging-teams-open", ListTeams(0)))
    return Say((text("nudging-script-about"), *parts), taps)


def make(turn: Turn, _pressed: MakeScript) -> Say:
    """Give the same as a PDF of one page."""
    values = {
        "name": "kopgroep-startkit.pdf",
        "language": turn.member.language,
        "title": text("nudging-script-title"),
        "about": text("nudging-script-for"),
        "sections": [{"heading": heading, "lines": several} for heading, several in _parts()],
    }
    made = say("nudging-script-file", tap("nudging-teams-open", ListTeams(0)))
    return Say(made.texts, made.taps, file=File("page", values))


def _parts() -> list[tuple[Text, list[Text]]]:
    return [
        (
            text(f"nudging-script-{part}"),
            [text(f"nudging-script-{part}-{number}") for number in range(1, count + 1)],
        )
        for part, count in PARTS
    ]
