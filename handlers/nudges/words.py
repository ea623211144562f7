"""The words that go with a practice that is offered: the point first, no number that is not allowed."""

from __future__ import annotations

from domain.peers.facts import Rest
from domain.peers.nudges import Kind, Message
from domain.text import shorten
from handlers.kit import Say, Tap, Text, say, tap, text
from handlers.kit.doors import ChangeThemes, Fine, ShowExperiences, Silence
from handlers.nudges.answering import Answer, AnswerNudge
from storage.nudges import Addressee, Peer, Titled

MOST_TITLE, MOST_QUOTE = 60, 90  # characters, as they fit on a locked screen


def offer(name: str, message: Message, practice: Titled, reader: Addressee, peer: Peer | None) -> Say:
    """Say what colleagues do with a practice, and ask nothing but one tap."""
    title = title_of(practice, reader)
    if message.kind is Kind.story and peer is not None:
        who = text("nudge-peer", name=peer.name, job=text(f"job-{peer.job or 'unknown'}-person"))
        line = shorten(peer.line, MOST_QUOTE)
        return say("nudge-story", *_taps(name), who=who, title=title, line=line)
    return Say((_told(message, title),), _taps(name))


def _told(message: Message, title: str) -> Text:
    who = text(f"nudge-group-{message.scope.value}") if message.scope else ""
    match message.kind:
        case Kind.majority:
            return text(
                "nudge-majority", title=title, who=who, adopters=message.adopters, active=message.active
            )
        case Kind.growing:
            return text("nudge-growing", title=title, who=who, growth=message.growth)
        case Kind.some:
            return text("nudge-some", title=title, who=who, adopters=message.adopters)
        case _:
            return text("nudge-new", title=title)


def _taps(name: str) -> tuple[Tap, ...]:
    return (
        tap("nudge-try", AnswerNudge(name, Answer.try_it)),
        tap("nudge-see", AnswerNudge(name, Answer.see)),
        tap("nudge-not", AnswerNudge(name, Answer.not_for_me)),
    )


def news(message: Message, practice: Titled, reader: Addressee) -> Say:
    """Say to a maker what their practice changed for others: a number and a sentence, never a rank."""
    told = say(
        "nudge-impact",
        tap("nudge-reactions", ShowExperiences(practice.public_id, 0)),
        tap("nudge-nice", Fine()),
        title=title_of(practice, reader),
        count=message.adopters,
    )
    if not practice.quote:
        return told.then(text("nudge-thanks"))
    return told.then(text("nudge-quote", line=shorten(practice.quote, MOST_QUOTE)), text("nudge-thanks"))


def title_of(practice: Titled, reader: Addressee) -> str:
    """Return the title in the language of its reader."""
    return shorten(practice.title(reader.language), MOST_TITLE)


def less(rest: Rest) -> Say:
    """Say that less will come, without blame, and ask whether the topics are wrong."""
    return say(
        "nudge-backoff",
        tap("nudge-topics", ChangeThemes()),
        tap("nudge-less-is-fine", Fine()),
        tap("nudge-stop", Silence()),
        count=rest.ignored,
    )
