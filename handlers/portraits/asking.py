"""Whoever was named is asked first, once. Saying no leaves nothing that differs from not answering."""

from __future__ import annotations

from datetime import datetime

from domain.delivery import Lane
from domain.people import EVERYONE
from domain.portraits import ANSWER_WITHIN, Choice
from handlers.kit import Button, Refusal, Reply, Say, Turn, button, say, tap, tell, text
from handlers.portraits.interview import open_interview
from storage import nominations, portraits
from storage.database import Connection
from storage.nominations import ASKED, Named


@button("na", EVERYONE)
class AnswerNomination(Button):
    """Say whether what colleagues told of me may become a portrait."""

    choice: Choice


def ask(connection: Connection, now: datetime) -> None:
    """Ask everybody who was named and was not asked this year; of the others nothing is kept."""
    nominations.forget_old(connection, now.date())
    nominations.look_up(connection)
    for one in nominations.to_ask(connection):
        if nominations.may_ask(connection, one.member_id, now) and _ask(connection, one, now):
            nominations.mark_asked(connection, one.member_id)
        else:
            nominations.drop_unasked(connection, one.member_id)


def _ask(connection: Connection, one: Named, now: datetime) -> bool:
    """Queue the question, with what was told and without who told it."""
    told = (text("portrait-told", empathy=each.empathy, enterprise=each.enterprise) for each in one.told)
    named = (tap("portrait-yes-named", AnswerNomination(Choice.named)),) if one.name else ()
    saying = Say(
        (text("portrait-asked", name=one.name or "0"), *told, text("portrait-asked-may")),
        (
            *named,
            tap("portrait-yes-nameless", AnswerNomination(Choice.nameless)),
            tap("portrait-rather-not", AnswerNomination(Choice.no)),
        ),
    )
    return tell(
        connection,
        one.member_id,
        saying,
        once=f"{ASKED}{one.public_id}:{now.date()}",
        lane=Lane.relay,
        now=now,
        not_after=now + ANSWER_WITHIN,
    )


def answer(turn: Turn, pressed: AnswerNomination) -> Reply:
    """Begin the portrait, or let everything go. What takes the place of the question is the same for both."""
    told = nominations.open_of(turn.connection, turn.member.id)
    nominations.remove(turn.connection, turn.member.id)
    answered = say("portrait-answered").instead()
    if pressed.choice is Choice.no:
        return answered
    if told is not None and portraits.of(turn.connection, turn.member) is None:
        named = pressed.choice is Choice.named and bool(turn.member.name)
        portraits.begin(turn.connection, turn.member, told, named=named, now=turn.now)
    interview = open_interview(turn)
    if interview is None:
        raise Refusal("portrait-too-late")
    return (answered, interview)
