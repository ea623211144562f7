"""One practice: show its card, and give the link to send it on."""

from __future__ import annotations

from domain.links import PRACTICE_MARK, practice_link
from domain.practices import Practice, PracticeState
from handlers.kit import Capability, Go, Refusal, Reply, Say, Text, Turn, say, text
from handlers.kit.card import card, more_taps, taps_for, visible
from handlers.kit.doors import MoreOnCard, SendOn, ShowAnswer, ShowPractice
from handlers.kit.views import note_view


def show(turn: Turn, pressed: ShowPractice) -> Reply:
    """Show the card, with what this member can do with it."""
    practice = visible(turn, pressed.practice)
    note_view(turn, practice)
    shown = card(practice, turn.member, turn.now, *taps_for(practice, turn.member))
    return shown.after(*_note(practice))


def _note(practice: Practice) -> tuple[Text, ...]:
    if practice.state is PracticeState.published:
        return ()
    return (text(f"practice-{practice.state.value}"),)


def more(turn: Turn, pressed: MoreOnCard) -> Reply:
    """Show the card with the rest of what one can do with it, or with the first choices again."""
    practice = visible(turn, pressed.practice)
    name, question = practice.public_id, pressed.question
    readers = practice.author_id != turn.member.id and practice.state is PracticeState.published
    if not pressed.on or not readers:
        return Go(ShowAnswer(question, name) if question else ShowPractice(name), instead=True)
    return card(practice, turn.member, turn.now, *more_taps(practice, turn.member, question)).instead()


def send_on(turn: Turn, pressed: SendOn) -> Say:
    """Give the link to a card; whoever opens it sees it only when they may."""
    practice = visible(turn, pressed.practice)
    if practice.state is not PracticeState.published:
        raise Refusal("practice-gone")
    browser = practice_link(turn.world.public_url, practice.public_id)
    if not turn.world.telegram_link:
        return say("practice-link", link=browser, title=practice.parts.title)
    chat = f"{turn.world.telegram_link}{PRACTICE_MARK}{practice.public_id}"
    return say("practice-links", chat=chat, browser=browser, title=practice.parts.title)


CAPABILITY = Capability(name="practice", buttons={ShowPractice: show, MoreOnCard: more, SendOn: send_on})
