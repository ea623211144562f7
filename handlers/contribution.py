"""My contribution: what I shared and what others did with it. Only the member can make it."""

from __future__ import annotations

from domain.people import EVERYONE
from domain.practices import Practice, PracticeState
from domain.trials import Trial
from handlers.kit import Button, Capability, Command, File, Say, Text, Turn, button, say, tap, text
from handlers.kit.card import counted
from handlers.kit.doors import StartShare
from storage import kudos, practices, trials

MOST_IN_CHAT = 5  # of each kind; the PDF has them all


@button("cb", EVERYONE)
class MakeContribution(Button):
    """Make the PDF of my contribution."""


def show(turn: Turn, _words: str) -> Say:
    """Answer /contribution."""
    found = _sections(turn, MOST_IN_CHAT)
    if not found:
        return say("contribution-nothing", tap("door-share", StartShare("")))
    lines = [one for heading, several in found for one in (heading, *several)]
    return Say((text("contribution-about"), *lines), (tap("contribution-make", MakeContribution()),))


def make(turn: Turn, _pressed: MakeContribution) -> Say:
    """Give the same as a PDF."""
    found = _sections(turn, None)
    if not found:
        return say("contribution-nothing", tap("door-share", StartShare("")))
    values = {
        "language": turn.member.language,
        "title": text("contribution-title", name=turn.member.name or "-"),
        "about": text("contribution-made", day=turn.now),
        "sections": [{"heading": heading, "lines": several} for heading, several in found],
    }
    return Say((text("contribution-file"),), file=File("page", values))


def _sections(turn: Turn, most: int | None) -> list[tuple[Text, list[Text]]]:
    """Return what there is to tell, each kind under its heading; what is empty is left out."""
    shared = [
        one
        for one in practices.by_author(turn.connection, turn.member)
        if one.state is PracticeState.published
    ]
    tried = trials.of_member(turn.connection, turn.member)
    thanks = kudos.received(turn.connection, turn.member)
    sections = [
        (text("contribution-shared", count=len(shared)), [_practice(one) for one in shared[:most]]),
        (
            text("contribution-tried", count=len(tried)),
            [_lesson(title, one) for title, one in tried[:most]],
        ),
        (
            text("contribution-thanks", count=len(thanks)),
            [text("contribution-thanked", words=one.words) for one in thanks[:most]],
        ),
    ]
    return [(heading, several) for heading, several in sections if several]


def _practice(practice: Practice) -> Text:
    told = counted(practice.told) if practice.told.tried else text("contribution-untried")
    return text("contribution-practice", title=practice.parts.title, told=told, useful=practice.useful)


def _lesson(title: str, trial: Trial) -> Text:
    outcome = text(f"trials-outcome-{trial.outcome.value}")
    if trial.line:
        return text("contribution-lesson", title=title, outcome=outcome, line=trial.line)
    return text("contribution-trial", title=title, outcome=outcome)


CAPABILITY = Capability(
    name="contribution",
    commands=(Command("contribution", show, EVERYONE),),
    buttons={MakeContribution: make},
)
