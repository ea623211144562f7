"""Answering a round: one tap counts at once, and nothing that is kept says who answered what."""

from __future__ import annotations

from domain import guard
from domain.people import EVERYONE
from domain.rights import Reach
from domain.rounds import MOST_COMMENT, Kind, RoundState
from domain.text import clean_line
from handlers.kit import (
    Button,
    Draft,
    Flow,
    Refusal,
    Reply,
    Say,
    Step,
    Tap,
    Text,
    Turn,
    begin,
    button,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.doors import OpenRound
from handlers.kit.flow import Answers
from handlers.rounds import words
from storage import rounds
from storage.rounds import Progress, Round


@button("ra", EVERYONE, round=Reach.own)
class AnswerRound(Button):
    """Answer a question with one of its options."""

    round: str
    asked: int
    option: int


@button("rk", EVERYONE, round=Reach.own)
class SkipRound(Button):
    """Pass over a question."""

    round: str
    asked: int


@button("rw", EVERYONE, round=Reach.own)
class WriteRound(Button):
    """Answer a question in one's own words."""

    round: str
    asked: int


@button("rd", EVERYONE, round=Reach.own)
class DeclineRound(Button):
    """Hear nothing more of this round."""

    round: str


@button("rx", EVERYONE, round=Reach.own)
class ExplainRound(Button):
    """Say what is kept of an answer, and what is shown."""

    round: str


# --- what is asked ------------------------------------------------------------------------------------


def invitation(one: Round) -> Say:
    """Say who asks what and why, with the first question and its buttons."""
    plan = one.plan
    first = text("round-asks", sender=words.sender(plan), title=words.title(plan), count=len(plan.questions))
    how = text("round-asks-how", date=plan.feedback_at)
    return asked(one, 0).after(first).then(how)


def reminder(one: Round, done: int) -> Say:
    """Say once more what is asked, where somebody was, why, and that it is not said again."""
    plan = one.plan
    left = len(plan.questions) - done
    first = text("round-reminds", closes=plan.closes_at, title=words.title(plan), left=left)
    how = text("round-reminds-how", sender=words.sender(plan), date=plan.feedback_at)
    return asked(one, done).after(first).then(how)


def asked(one: Round, number: int) -> Say:
    """Ask a question; every answer is a button, and its words may be typed."""
    return Say((words.numbered(one.plan, number),), (*_answers(one, number), *_ways_out(one, number)))


def _answers(one: Round, number: int) -> tuple[Tap, ...]:
    question = one.plan.questions[number]
    if question.kind is Kind.open:
        return (tap("round-write", WriteRound(one.public_id, number)),)
    return tuple(
        Tap(words.option(question, option), AnswerRound(one.public_id, number, option))
        for option in range(question.count)
    )


def _ways_out(one: Round, number: int) -> tuple[Tap, ...]:
    skip = tap("round-skip", SkipRound(one.public_id, number))
    if number:
        return (skip,)
    return (
        skip,
        tap("round-decline", DeclineRound(one.public_id)),
        tap("round-explain", ExplainRound(one.public_id)),
    )


# --- answering ----------------------------------------------------------------------------------------


def answer(turn: Turn, pressed: AnswerRound) -> Reply:
    """Count an answer and ask on."""
    turn.keep_no_words()
    one, place = _open(turn, pressed.round, pressed.asked)
    question = one.plan.questions[pressed.asked]
    if not 0 <= pressed.option < question.count:
        raise Refusal("old-button")
    if not rounds.answer(turn.connection, one, place.member_id, pressed.asked, pressed.option):
        return _again(turn, one, place)
    return _on(one, pressed.asked + 1).instead()


def skip(turn: Turn, pressed: SkipRound) -> Reply:
    """Ask on without an answer."""
    turn.keep_no_words()
    one, place = _open(turn, pressed.round, pressed.asked)
    if not rounds.skip(turn.connection, one, place.member_id, pressed.asked):
        return _again(turn, one, place)
    return _on(one, pressed.asked + 1).instead()


def start_writing(turn: Turn, pressed: WriteRound) -> Reply:
    """Let somebody type their answer; the conversation remembers which question, and no words."""
    one, place = _open(turn, pressed.round, pressed.asked)
    if one.plan.questions[pressed.asked].kind is not Kind.open:
        raise Refusal("old-button")
    if place.done != pressed.asked:
        return _again(turn, one, place)
    reply = begin(turn, FLOW, {"round": one.public_id, "asked": pressed.asked})
    return reply.instead() if isinstance(reply, Say) else reply


def ask_words(turn: Turn, draft: Draft) -> Say:
    """Ask the open question."""
    found = rounds.by_public_id(turn.connection, turn.member.organisation_id, draft.answers["round"])
    skips = pick(draft, "words", "skip", "round-skip")
    if found is None:
        return say("round-gone", skips)
    return Say((words.numbered(found.plan, draft.answers["asked"]), text("round-write-how")), (skips,))


def type_words(turn: Turn, draft: Draft, typed: str) -> Answers:
    """Add what was typed to what was written, without what the guard finds; the draft keeps nothing of it."""
    turn.keep_no_words()
    number = draft.answers["asked"]
    one, place = _of(turn, draft.answers["round"])
    # The writer's own name too: it would tell who wrote this.
    said = clean_line(guard.check(typed, turn.guard_labels, turn.world.names).redacted, MOST_COMMENT)
    kept = _is_open(turn, one) and rounds.write(turn.connection, one, place.member_id, number, said)
    return {"kept": kept}


def pick_words(turn: Turn, draft: Draft, value: str) -> Answers:
    """Pass over the open question."""
    if value != "skip":
        raise Refusal("old-button")
    number = draft.answers["asked"]
    one, place = _of(turn, draft.answers["round"])
    return {"kept": _is_open(turn, one) and rounds.skip(turn.connection, one, place.member_id, number)}


def written(turn: Turn, draft: Draft) -> Reply:
    """Ask on, or say thanks; in the same words whatever was written: what is said stands with this member."""
    one, place = _open(turn, draft.answers["round"], draft.answers["asked"])
    if not draft.answers["kept"]:
        return _again(turn, one, place)
    return _on(one, draft.answers["asked"] + 1)


FLOW = Flow(
    "round_answer", EVERYONE, (Step("words", ask_words, typed=type_words, picked=pick_words),), written
)


def decline(turn: Turn, pressed: DeclineRound) -> Reply:
    """Ask nothing more in this round."""
    one, place = _of(turn, pressed.round)
    rounds.decline(turn.connection, one, place.member_id)
    return say("round-declined").instead()


def go_on(turn: Turn, pressed: OpenRound) -> Reply:
    """Ask what somebody has not answered yet, when a message elsewhere leads here."""
    one, place = _open(turn, pressed.round, 0)
    return asked(one, place.done) if place.done < len(one.plan.questions) else Say((_thanks(one),))


def explain(turn: Turn, pressed: ExplainRound) -> Reply:
    """Say how answers are kept, and ask again."""
    one, place = _of(turn, pressed.round)
    explained = text("round-explained", least=5, comments=8, sender=words.sender(one.plan))
    if one.state is not RoundState.open or place.done >= len(one.plan.questions):
        return Say((explained,))
    return asked(one, place.done).after(explained).instead()


def _on(one: Round, number: int) -> Say:
    if number < len(one.plan.questions):
        return asked(one, number).after(text("round-counted"))
    return Say((_thanks(one),))


def _thanks(one: Round) -> Text:
    plan = one.plan
    return text("round-thanks", closes=plan.closes_at, date=plan.feedback_at, sender=words.sender(plan))


def _again(turn: Turn, one: Round, place: Progress) -> Say:
    """Say that a question is answered or passed over, whichever it was, and go on where somebody is."""
    _open(turn, one.public_id, 0)  # it may have closed while this member answered
    now = rounds.progress(turn.connection, one, place.member_id) or place
    done = text("round-already")
    if now.done < len(one.plan.questions):
        return asked(one, now.done).after(done).instead()
    return Say((done, _thanks(one))).instead()


def _of(turn: Turn, public_id: str) -> tuple[Round, Progress]:
    """Return a round that this member was asked; absent and not theirs look the same."""
    one = rounds.by_public_id(turn.connection, turn.member.organisation_id, public_id)
    place = rounds.progress(turn.connection, one, turn.member.id) if one else None
    if one is None or place is None:
        raise Refusal("round-gone")
    return one, place


def _open(turn: Turn, public_id: str, number: int) -> tuple[Round, Progress]:
    """Return a round that can be answered now."""
    one, place = _of(turn, public_id)
    if not _is_open(turn, one):
        raise Refusal("round-closed")
    if not 0 <= number < len(one.plan.questions):
        raise Refusal("old-button")
    return one, place


def _is_open(turn: Turn, one: Round) -> bool:
    return one.state is RoundState.open and one.plan.closes_at > turn.now
