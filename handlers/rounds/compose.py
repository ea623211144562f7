"""Composing a round: a set that is ready and a few taps with good defaults, or one's own questions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from domain.anonymity import RULES
from domain.people import COORDINATORS
from domain.rounds import (
    CHOICE_ASKED_AGAIN,
    USUAL_DAYS_OPEN,
    Kind,
    Unfit,
    feedback_at,
    unfit,
)
from domain.schedules import Every
from handlers.kit import At, Draft, Flow, Refusal, Reply, Say, Step, Text, Turn, begin, pick, say, tap, text
from handlers.kit.audience import audience_of, audience_steps, described
from handlers.kit.doors import ListRounds, StartRound, WriteBack
from handlers.kit.flow import Answers
from handlers.rounds import asking, timing, words
from handlers.rounds.asking import QUESTIONS, SENDER
from handlers.rounds.timing import NOW, TIMES
from storage import audiences, rounds
from storage.rounds import Plan

USUAL: Mapping[str, Any] = {
    "topic": "",
    "adjust": "no",
    "sender": "",
    "rhythm": Every.once.value,
    "until": 0,
    "days": USUAL_DAYS_OPEN,
    "when": NOW,
    "split": "no",
}
ADJUSTABLE = ("audience", "feedback", "sender", "topic", "when", "days", "rhythm", "split")


def command(turn: Turn, _words: str) -> Reply:
    """Answer /round."""
    return start(turn, StartRound())


def start(turn: Turn, _pressed: StartRound) -> Reply:
    """Begin a round, unless people still wait to hear what came of an earlier one."""
    waits = rounds.overdue(turn.connection, turn.member.id, turn.now)
    if waits is not None:
        back = tap("round-write-back", WriteBack(waits.public_id))
        raise Refusal("round-no-overdue", back)
    return begin(turn, FLOW, dict(USUAL))


# --- what was composed ---------------------------------------------------------------------------------


def plan(turn: Turn, draft: Draft) -> Plan:
    """Return what was composed."""
    opens, closes = timing.opening(turn, draft), timing.closing(turn, draft)
    return Plan(
        ready="" if asking.is_own(draft) else draft.answers["set"],
        topic=draft.answers["topic"],
        sender=draft.answers["sender"],
        audience=audience_of(draft),
        questions=asking.questions(draft),
        split=draft.answers["split"] == "yes",
        rhythm=Every(draft.answers["rhythm"]),
        days_open=draft.answers["days"],
        feedback_days=draft.answers["feedback"],
        opens_at=opens,
        closes_at=closes,
        feedback_at=feedback_at(closes, draft.answers["feedback"], timing.zone_of(turn)),
        until=timing.until(turn, draft),
    )


# --- the last look ----------------------------------------------------------------------------------------


def ask_check(turn: Turn, draft: Draft) -> Say:
    """Show it as its reader will see it, and what was chosen for it."""
    wanted = plan(turn, draft)
    head = text("round-check", whom=described(turn, wanted.audience))
    summary = text(
        "round-summary",
        opens=text("round-opens-now") if draft.answers["when"] == NOW else At(wanted.opens_at),
        closes=wanted.closes_at,
        feedback=wanted.feedback_at,
        rhythm=text(f"round-rhythm-{wanted.rhythm.value}"),
        until=text("round-until", date=_noon(wanted.until)) if wanted.until else text("round-until-none"),
        split=text(f"round-split-{draft.answers['split']}"),
    )
    wrong = _wrong(turn, wanted)
    texts = (head, *preview(wanted), summary, *([_refused(wrong)] if wrong else []))
    taps = [] if wrong else [pick(draft, "check", "start", "round-start")]
    return Say(texts, (*taps, pick(draft, "check", "adjust", "round-adjust")))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def preview(wanted: Plan) -> tuple[Text, ...]:
    """Return what a member will read, with the buttons in words."""
    count = len(wanted.questions)
    first = text("round-asks", sender=words.sender(wanted), title=words.title(wanted), count=count)
    found = [first]
    for number, question in enumerate(wanted.questions):
        found.append(words.numbered(wanted, number))
        options = tuple(words.option(question, one) for one in range(question.count))
        found.append(
            text("round-preview-options", options=options) if options else text("round-preview-open")
        )
    return (*found, text("round-asks-how", date=wanted.feedback_at))


def _wrong(turn: Turn, wanted: Plan) -> Unfit | None:
    organisation = turn.member.organisation_id
    ids = audiences.member_ids(turn.connection, organisation, wanted.audience)
    return unfit(
        invited=len(ids),
        feedback_days=wanted.feedback_days,
        overdue=rounds.overdue(turn.connection, turn.member.id, turn.now) is not None,
        asked_again=asked_again(turn, wanted, ids),
    )


def asked_again(turn: Turn, wanted: Plan, ids: list[int]) -> bool:
    """Tell whether a choice in it was put to some of them lately."""
    mine = {one.bare for one in wanted.questions if one.kind is Kind.choice}
    if not mine:
        return False
    since = turn.now - CHOICE_ASKED_AGAIN
    return bool(mine & rounds.asked_choices(turn.connection, turn.member.organisation_id, ids, since))


def _refused(wrong: Unfit) -> Text:
    return text(f"round-no-{wrong.value}", least=RULES.invited_from)


def pick_check(turn: Turn, draft: Draft, value: str) -> Answers:
    """Start, if it may, or adjust something."""
    if value == "adjust":
        return {"check": None, "adjust": None}
    if value != "start":
        raise Refusal("old-button")
    wrong = _wrong(turn, plan(turn, draft))
    if wrong:
        raise Refusal(f"round-no-{wrong.value}", least=RULES.invited_from)
    return {"check": "start"}


def ask_adjust(_turn: Turn, draft: Draft) -> Say:
    """Ask what to adjust."""
    picks = [pick(draft, "adjust", what, f"round-adjust-{what}") for what in ADJUSTABLE]
    return say("round-which-adjust", *picks, pick(draft, "adjust", "no", "round-adjust-no"))


def pick_adjust(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Open the step of what is adjusted."""
    if value == "no":
        return {"adjust": "no"}
    if value not in ADJUSTABLE:
        raise Refusal("old-button")
    opened = {"audience_by": None} if value == "audience" else {}
    return {"adjust": "no", value: None, **opened}


def finish(turn: Turn, draft: Draft) -> Reply:
    """Store the round; it opens at its moment."""
    wanted = plan(turn, draft)
    rounds.plan(turn.connection, turn.member, wanted, turn.now)
    return say(
        "round-planned",
        tap("round-mine", ListRounds(0)),
        whom=described(turn, wanted.audience),
        closes=wanted.closes_at,
        feedback=wanted.feedback_at,
    )


FLOW = Flow(
    "round",
    COORDINATORS,
    (
        *QUESTIONS,
        Step("adjust", ask_adjust, picked=pick_adjust, can_return=False),
        *audience_steps("round-whom"),
        SENDER,
        *TIMES,
        Step("check", ask_check, picked=pick_check),
    ),
    finish,
)
