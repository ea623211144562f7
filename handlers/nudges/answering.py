"""What somebody says to a practice that they were offered: one tap, and it was not ignored."""

from __future__ import annotations

from enum import StrEnum

from domain.people import EVERYONE
from domain.rights import Reach
from handlers.kit import Button, Go, Refusal, Reply, Turn, button, say, tap
from handlers.kit.card import visible
from handlers.kit.doors import ForMe, MakePledge, ShowPractice
from storage import nudges, practices


class Answer(StrEnum):
    """What one can say to it."""

    try_it = "try"
    see = "see"
    not_for_me = "not"


@button("ng", EVERYONE, nudge=Reach.own)
class AnswerNudge(Button):
    """Say something to a practice that was offered to me."""

    nudge: str
    answer: Answer


def answer(turn: Turn, pressed: AnswerNudge) -> Reply:
    """Note that it was answered, and do what was said."""
    name = nudges.practice_of(turn.connection, turn.member, pressed.nudge)
    if name is None:
        raise Refusal("practice-gone")
    practice = visible(turn, name)
    nudges.tap(turn.connection, turn.member, pressed.nudge, turn.now)
    match pressed.answer:
        case Answer.try_it:
            return Go(MakePledge(practice.public_id))
        case Answer.see:
            return Go(ShowPractice(practice.public_id))
        case Answer.not_for_me:
            practices.dismiss(turn.connection, practice, turn.member, turn.now)
            back = tap("card-dismiss-back", ForMe(practice.public_id, ""))
            return say("nudge-dismissed", back, title=practice.parts.title).instead()
