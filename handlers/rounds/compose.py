"""Composing a round: a set that is ready and a few taps with good defaults, or one's own questions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.anonymity import RULES
from domain.broadcasts import next_morning, read_moment
from domain.dates import read_day
from domain.people import COORDINATORS
from domain.rounds import (
    CHOICE_ASKED_AGAIN,
    DAYS_OPEN,
    FEEDBACK_DAYS,
    FEWEST_OPTIONS,
    MOST_FEEDBACK_DAYS,
    MOST_OPTION,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    MOST_SENDER,
    MOST_TOPIC,
    MOST_WORDS,
    READY,
    RHYTHMS,
    USUAL_DAYS_OPEN,
    Kind,
    Question,
    Unfit,
    closes_at,
    day_end,
    days_open,
    feedback_at,
    question_of,
    read_options,
    unfit,
)
from domain.schedules import Every
from domain.text import clean_line
from handlers.kit import At, Draft, Flow, Refusal, Reply, Say, Step, Text, Turn, begin, pick, say, tap, text
from handlers.kit.audience import audience_of, audience_steps, described
from handlers.kit.doors import ListRounds, StartRound, WriteBack
from handlers.kit.flow import Answers
from handlers.rounds import words
from storage import audiences, organisations, rounds
from storage.rounds import Plan

OWN = "own"
NOW, MORNING = "now", "morning"
MONTHS = (3, 6, 12)
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
    turn.only(COORDINATORS)
    waits = rounds.overdue(turn.connection, turn.member.id, turn.now)
    if waits is not None:
        back = tap("round-write-back", WriteBack(waits.public_id))
        raise Refusal("round-no-overdue", back)
    return begin(turn, FLOW, dict(USUAL))


# --- what is asked --------------------------------------------------------------------------------------


def ask_set(_turn: Turn, draft: Draft) -> Say:
    """Offer the sets that are ready, and a question of one's own."""
    picks = [pick(draft, "set", name, f"round-set-{name}") for name in READY]
    return say("round-which-set", *picks, pick(draft, "set", OWN, "round-set-own"))


def pick_set(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take a set; one's own needs a topic."""
    if value == OWN:
        return {"set": OWN, "topic": None, "earlier": []}
    if value not in READY:
        raise Refusal("old-button")
    return {"set": value}


def ask_topic(_turn: Turn, _draft: Draft) -> Say:
    """Ask what it is about."""
    return say("round-which-topic")


def type_topic(_turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take the topic."""
    return {"topic": _line(typed, MOST_TOPIC)}


def _line(typed: str, most: int) -> str:
    line = clean_line(typed, most)
    if not any(char.isalnum() for char in line):
        raise Refusal("round-no-letters")
    return line


def _is_own(draft: Draft) -> bool:
    return bool(draft.answers.get("set") == OWN)


def ask_question(_turn: Turn, draft: Draft) -> Say:
    """Ask for a question."""
    return say("round-which-question", number=len(draft.answers["earlier"]) + 1)


def type_question(_turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take a question."""
    return {"question": _line(typed, MOST_WORDS)}


def ask_kind(_turn: Turn, draft: Draft) -> Say:
    """Ask how it is answered."""
    picks = [pick(draft, "kind", kind.value, f"round-kind-{kind.value}") for kind in Kind]
    return say("round-which-kind", *picks)


def pick_kind(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take how it is answered."""
    if value not in set(Kind):
        raise Refusal("old-button")
    return {"kind": value}


def ask_options(_turn: Turn, _draft: Draft) -> Say:
    """Ask what one can choose from."""
    return say("round-which-options")


def type_options(_turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take the options."""
    options = read_options(typed)
    if options is None:
        raise Refusal("round-no-options", least=FEWEST_OPTIONS, most=MOST_OPTIONS, length=MOST_OPTION)
    return {"options": list(options)}


def ask_another(_turn: Turn, draft: Draft) -> Say:
    """Ask whether there is one more question."""
    return say(
        "round-another",
        pick(draft, "another", "no", "round-enough"),
        pick(draft, "another", "yes", "round-one-more"),
        count=len(draft.answers["earlier"]) + 1,
        most=MOST_QUESTIONS,
    )


def pick_another(_turn: Turn, draft: Draft, value: str) -> Answers:
    """Ask for one more, or go on."""
    if value == "no":
        return {"another": "no"}
    if value != "yes":
        raise Refusal("old-button")
    earlier = [*draft.answers["earlier"], _own_question(draft).as_row()]
    opened = dict.fromkeys(("question", "kind", "options", "another"))
    return {"earlier": earlier, **opened}


def _own_question(draft: Draft) -> Question:
    options = tuple(draft.answers.get("options", ())) if draft.answers["kind"] == Kind.choice else ()
    return Question(Kind(draft.answers["kind"]), words=draft.answers["question"], options=options)


def _questions(draft: Draft) -> tuple[Question, ...]:
    if not _is_own(draft):
        return READY[draft.answers["set"]]
    return (*map(question_of, draft.answers["earlier"]), _own_question(draft))


# --- whom, when and what comes of it ----------------------------------------------------------------------


def ask_sender(_turn: Turn, draft: Draft) -> Say:
    """Ask on whose behalf it is: a function, because who answers should know what for."""
    return say("round-which-sender", pick(draft, "sender", "usual", "round-sender-usual-tap"))


def pick_sender(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take the usual one."""
    if value != "usual":
        raise Refusal("old-button")
    return {"sender": ""}


def type_sender(_turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take a function."""
    return {"sender": _line(typed, MOST_SENDER)}


def ask_rhythm(_turn: Turn, draft: Draft) -> Say:
    """Ask how often it comes."""
    return say(
        "round-which-rhythm",
        *(pick(draft, "rhythm", one.value, f"round-rhythm-{one.value}") for one in RHYTHMS),
    )


def pick_rhythm(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take how often; what comes again also needs an end."""
    if value not in RHYTHMS:
        raise Refusal("old-button")
    return {"rhythm": value, "until": 0 if value == Every.once else None}


def ask_until(_turn: Turn, draft: Draft) -> Say:
    """Ask for how long it comes again."""
    picks = [pick(draft, "until", str(one), "round-months", months=one) for one in MONTHS]
    return say("round-which-until", *picks)


def pick_until(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take for how many months."""
    if value not in map(str, MONTHS):
        raise Refusal("old-button")
    return {"until": int(value)}


def ask_days(_turn: Turn, draft: Draft) -> Say:
    """Ask how long it is open."""
    picks = [pick(draft, "days", str(one), "round-days", days=one) for one in DAYS_OPEN]
    return say("round-which-days", *picks)


def pick_days(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take how many days."""
    if value not in map(str, DAYS_OPEN):
        raise Refusal("old-button")
    return {"days": int(value)}


def ask_when(turn: Turn, draft: Draft) -> Say:
    """Ask when it opens."""
    return say(
        "round-which-when",
        pick(draft, "when", NOW, "round-when-now"),
        pick(draft, "when", MORNING, "round-when-morning"),
        morning=At(next_morning(_local(turn))),
    )


def pick_when(turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take now, or nine o'clock on the next working day."""
    if value not in (NOW, MORNING):
        raise Refusal("old-button")
    return {"when": NOW if value == NOW else next_morning(_local(turn)).isoformat()}


def type_when(turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take a day, perhaps with a time."""
    moment = read_moment(typed, _local(turn))
    if moment is None:
        raise Refusal("round-no-moment")
    return {"when": moment.isoformat()}


def _local(turn: Turn) -> datetime:
    return turn.now.astimezone(ZoneInfo(_zone(turn)))


def ask_split(_turn: Turn, draft: Draft) -> Say:
    """Ask whether teams are shown apart."""
    return say(
        "round-which-split",
        pick(draft, "split", "no", "round-split-no"),
        pick(draft, "split", "yes", "round-split-yes"),
        least=RULES.split_from,
    )


def pick_split(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take whether teams are shown apart."""
    if value not in ("no", "yes"):
        raise Refusal("old-button")
    return {"split": value}


def ask_feedback(turn: Turn, draft: Draft) -> Say:
    """Ask when people hear what comes of it; without it there is no round."""
    closes = _closes(turn, draft)
    zone = _zone(turn)
    picks = [
        pick(draft, "feedback", str(days), "round-date", date=feedback_at(closes, days, zone))
        for days in FEEDBACK_DAYS
    ]
    last = feedback_at(closes, MOST_FEEDBACK_DAYS, zone)
    return say("round-which-feedback", *picks, closes=closes, last=last)


def pick_feedback(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take how many days after closing."""
    if value not in map(str, FEEDBACK_DAYS):
        raise Refusal("old-button")
    return {"feedback": int(value)}


def type_feedback(turn: Turn, draft: Draft, typed: str) -> Answers:
    """Take a date, at most three weeks after closing."""
    zone = ZoneInfo(_zone(turn))
    closes = _closes(turn, draft)
    day = read_day(typed, turn.now.astimezone(zone).date())
    days = (day - closes.astimezone(zone).date()).days if day else 0
    if not 0 < days <= MOST_FEEDBACK_DAYS:
        raise Refusal("round-no-date")
    return {"feedback": days}


def _zone(turn: Turn) -> str:
    return organisations.by_id(turn.connection, turn.member.organisation_id).timezone


def _opens(turn: Turn, draft: Draft) -> datetime:
    when = draft.answers["when"]
    return turn.now if when == NOW else max(datetime.fromisoformat(when), turn.now)


def _closes(turn: Turn, draft: Draft) -> datetime:
    days = days_open(Every(draft.answers["rhythm"]), draft.answers["days"])
    return closes_at(_opens(turn, draft), days, _zone(turn))


def plan(turn: Turn, draft: Draft) -> Plan:
    """Return what was composed."""
    opens, closes = _opens(turn, draft), _closes(turn, draft)
    own, months = _is_own(draft), draft.answers["until"]
    day = opens.astimezone(ZoneInfo(_zone(turn))).date()
    return Plan(
        ready="" if own else draft.answers["set"],
        topic=draft.answers["topic"],
        sender=draft.answers["sender"],
        audience=audience_of(draft),
        questions=_questions(draft),
        split=draft.answers["split"] == "yes",
        rhythm=Every(draft.answers["rhythm"]),
        days_open=draft.answers["days"],
        feedback_days=draft.answers["feedback"],
        opens_at=opens,
        closes_at=closes,
        feedback_at=feedback_at(closes, draft.answers["feedback"], _zone(turn)),
        until=day_end(day + timedelta(days=30 * months), _zone(turn)) if months else None,
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
        split=text(f"round-split-{draft.answers['split']}"),
    )
    wrong = _wrong(turn, wanted)
    texts = (head, *preview(wanted), summary, *([_refused(wrong)] if wrong else []))
    taps = [] if wrong else [pick(draft, "check", "start", "round-start")]
    return Say(texts, (*taps, pick(draft, "check", "adjust", "round-adjust")))


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
    turn.only(COORDINATORS)
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
    turn.only(COORDINATORS)
    wanted = plan(turn, draft)
    rounds.plan(turn.connection, turn.member, wanted)
    return say(
        "round-planned",
        tap("round-mine", ListRounds(0)),
        whom=described(turn, wanted.audience),
        closes=wanted.closes_at,
        feedback=wanted.feedback_at,
    )


FLOW = Flow(
    "round",
    (
        Step("set", ask_set, picked=pick_set),
        Step("topic", ask_topic, typed=type_topic, for_others=True),
        Step("question", ask_question, typed=type_question, for_others=True, needed=_is_own),
        Step("kind", ask_kind, picked=pick_kind, needed=_is_own),
        Step(
            "options",
            ask_options,
            typed=type_options,
            for_others=True,
            needed=lambda draft: _is_own(draft) and draft.answers.get("kind") == Kind.choice,
        ),
        Step(
            "another",
            ask_another,
            picked=pick_another,
            needed=lambda draft: _is_own(draft) and len(draft.answers["earlier"]) < MOST_QUESTIONS - 1,
        ),
        Step("adjust", ask_adjust, picked=pick_adjust, can_return=False),
        *audience_steps("round-whom"),
        Step("sender", ask_sender, typed=type_sender, picked=pick_sender, for_others=True),
        Step("rhythm", ask_rhythm, picked=pick_rhythm),
        Step("until", ask_until, picked=pick_until),
        Step("days", ask_days, picked=pick_days),
        Step("when", ask_when, typed=type_when, picked=pick_when),
        Step("split", ask_split, picked=pick_split),
        Step("feedback", ask_feedback, typed=type_feedback, picked=pick_feedback),
        Step("check", ask_check, picked=pick_check),
    ),
    finish,
)
