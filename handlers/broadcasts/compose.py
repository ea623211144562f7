"""Write a message to a group: the words, for whom, from whom, what is asked, when; then a sure yes."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain import broadcasts as rules
from domain.broadcasts import (
    MASS,
    MOST_WORDS,
    Ask,
    Voice,
    is_crowded,
    is_mass,
    needs_pause,
    next_morning,
    read_moment,
)
from domain.marks import bare
from domain.people import COORDINATORS
from domain.text import clean_line, shorten
from handlers.broadcasts import attaching, leading
from handlers.broadcasts.attaching import ALT, FILE
from handlers.broadcasts.leading import PRACTICE, ROUND
from handlers.broadcasts.received import whose, written
from handlers.broadcasts.report import (
    MOST_QUOTE,
    ChangeBroadcast,
    ListBroadcasts,
    ShowBroadcast,
    StopBroadcast,
    hold,
    shared,
    show,
)
from handlers.kit import (
    At,
    Draft,
    Flow,
    Refusal,
    Reply,
    Say,
    Step,
    Text,
    Turn,
    begin,
    begin_typed,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.audience import audience_of, audience_steps, count, described
from handlers.kit.doors import FROM_ELSEWHERE, StartBroadcast
from handlers.kit.flow import Answers
from storage import audit, broadcasts, members
from storage.broadcasts import Broadcast

HOUR = timedelta(hours=1)
NOW, MORNING = "now", "morning"
# What can be changed once all is said, and which answers are asked for again.
CHANGES = {
    "words": ("words",),
    "audience": ("audience_by", "audience"),
    "voice": ("voice",),
    "asks": ("asks", "practice", "round"),
    "file": ("file",),
    "when": ("when",),
}


def command(turn: Turn, words: str) -> Reply:
    """Answer /broadcast; what is typed behind it is the message."""
    return begin_typed(turn, FLOW, words) if words else start(turn, StartBroadcast())


def start(turn: Turn, _pressed: StartBroadcast) -> Reply:
    """Begin a message to a group."""
    return begin(turn, FLOW)


def change(turn: Turn, pressed: ChangeBroadcast) -> Reply:
    """Hold a message back that did not go out yet, and write it anew from what it was."""
    one = shared(turn, pressed.broadcast)
    if one.stage is not rules.Stage.planned:
        raise Refusal("broadcast-over")
    if hold(turn, one) is not rules.Stage.withdrawn:
        # The clock began since it was read: some may have it, and would get it twice.
        return show(turn, ShowBroadcast(one.public_id))
    by, _, _ = one.audience.partition("-")
    known = {"words": one.words, "audience_by": by, "audience": one.audience, "voice": one.voice.value}
    where = {"practice": one.practice, "round": one.round}
    asked = {"asks": one.asks.value, **{name: which for name, which in where.items() if which}}
    known |= attaching.taken_over(turn, one)
    reply = begin(turn, FLOW, {**known, **asked, "found": [], "when": one.start_at.isoformat()})
    return reply.after(text("broadcast-held")) if isinstance(reply, Say) else reply


# --- the words ----------------------------------------------------------------------------------------


def ask_words(_turn: Turn, _draft: Draft) -> Say:
    """Ask what to send."""
    return say("broadcast-what", tap("broadcast-earlier", ListBroadcasts(FROM_ELSEWHERE)), most=MOST_WORDS)


def type_words(_turn: Turn, _draft: Draft, words: str) -> Answers:
    """Take the words; they have passed the guard."""
    if len(bare(words)) > MOST_WORDS:
        raise Refusal("broadcast-too-long", count=len(bare(words)), most=MOST_WORDS)
    return {"words": words}


# --- from whom, and what is asked ---------------------------------------------------------------------


def ask_voice(_turn: Turn, draft: Draft) -> Say:
    """Ask whose message it is."""
    picks = [pick(draft, "voice", voice.value, f"broadcast-voice-{voice.value}") for voice in Voice]
    return say("broadcast-whose", *picks)


def pick_voice(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take whose message it is."""
    if value not in set(Voice):
        raise Refusal("old-button")
    return {"voice": value}


def ask_asks(_turn: Turn, draft: Draft) -> Say:
    """Ask for the button below."""
    picks = [pick(draft, "asks", asks.value, f"broadcast-asks-{asks.value}") for asks in Ask]
    return say("broadcast-which-button", *picks)


def pick_asks(turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take the button."""
    if value not in set(Ask):
        raise Refusal("old-button")
    if value == Ask.round and not leading.open_rounds(turn):
        raise Refusal("broadcast-no-round")
    return {"asks": value, "practice": None, "round": None, "found": []}


# --- when ---------------------------------------------------------------------------------------------


def ask_when(turn: Turn, draft: Draft) -> Say:
    """Ask for the moment."""
    return say(
        "broadcast-when",
        pick(draft, "when", NOW, "broadcast-now"),
        pick(draft, "when", MORNING, "broadcast-morning"),
        morning=At(next_morning(_local(turn))),
    )


def pick_when(turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take the moment."""
    if value not in (NOW, MORNING):
        raise Refusal("old-button")
    return {"when": NOW if value == NOW else next_morning(_local(turn)).isoformat()}


def type_when(turn: Turn, _draft: Draft, words: str) -> Answers:
    """Take a day and a time."""
    moment = read_moment(words, _local(turn))
    if moment is None:
        raise Refusal("broadcast-no-moment")
    return {"when": moment.isoformat()}


def _local(turn: Turn) -> datetime:
    return turn.now.astimezone(ZoneInfo(turn.world.timezone))


def _asked(draft: Draft) -> datetime | None:
    when: str = draft.answers["when"]
    return None if when == NOW else datetime.fromisoformat(when)


def _needs_pause(turn: Turn, draft: Draft, recipients: int) -> bool:
    asked = _asked(draft)
    local = _local(turn)
    return needs_pause(recipients, local, *([asked.astimezone(local.tzinfo)] if asked else []))


def _start(turn: Turn, draft: Draft, recipients: int) -> datetime:
    return rules.start(_asked(draft), recipients, turn.now, _local(turn))


# --- sure ---------------------------------------------------------------------------------------------


def ask_sure(turn: Turn, draft: Draft) -> Say:
    """Show it as its readers will, say whom it reaches and when, and ask for the number."""
    recipients = count(turn, audience_of(draft))
    asks = Ask(draft.answers["asks"])
    why = whose(turn.connection, turn.member.organisation_id, draft.answers["audience"])
    shown = written(Voice(draft.answers["voice"]), draft.answers["words"], asks, why)
    paused = _pause(recipients) if _needs_pause(turn, draft, recipients) else ()
    sure = text("broadcast-sure", count=recipients)
    picks = [pick(draft, "sure", what, f"broadcast-change-{what}") for what in CHANGES]
    return Say(
        (
            text("broadcast-preview"),
            *shown,
            *attaching.notes(turn, draft, len(bare(draft.answers["words"]))),
            *leading.below(turn, draft),
            _summary(turn, draft, recipients),
            *paused,
            sure,
        ),
        tuple(picks),
        file=attaching.shown(attaching.as_sent(turn, draft)),
    )


def _pause(recipients: int) -> tuple[Text, ...]:
    return (
        text("broadcast-pause-mass", most=MASS) if is_mass(recipients) else text("broadcast-pause-hours"),
    )


def _summary(turn: Turn, draft: Draft, recipients: int) -> Text:
    begins = _start(turn, draft, recipients)
    asked = _asked(draft)
    moment: At | Text = text("broadcast-at-once" if begins <= turn.now else "broadcast-in-a-while")
    if asked and asked >= begins:
        moment = At(asked)
    return text("broadcast-summary", audience=described(turn, audience_of(draft)), moment=moment)


def pick_sure(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Ask for one of the answers again."""
    if value not in CHANGES:
        raise Refusal("old-button")
    return {"sure": None, "wants_file": True if value == "file" else None, **dict.fromkeys(CHANGES[value])}


def type_sure(turn: Turn, draft: Draft, words: str) -> Answers:
    """Take the number of people as a yes, when it is right now and the hour has room for one more."""
    recipients = count(turn, audience_of(draft))
    if not recipients:
        raise Refusal("audience-nobody")
    if words.strip(" .") != str(recipients):
        raise Refusal("broadcast-not-sure", count=recipients)
    attaching.checked(turn, draft)
    begins = _start(turn, draft, recipients)
    if is_crowded(broadcasts.starts(turn.connection, turn.member.organisation_id, turn.now - HOUR), begins):
        raise Refusal("broadcast-crowded", most=rules.MOST_AN_HOUR)
    return {"sure": recipients}


def confirm(turn: Turn, draft: Draft) -> Reply:
    """Store it; the clock sends it when its time has come."""
    recipients: int = draft.answers["sure"]
    practice = leading.fitting(turn, draft.answers.get("practice", ""))
    led = leading.open_round(turn, draft.answers.get("round", ""))
    file = attaching.attached(turn, draft)
    one = broadcasts.add(
        turn.connection,
        turn.member,
        words=draft.answers["words"],
        voice=Voice(draft.answers["voice"]),
        asks=Ask(draft.answers["asks"]),
        audience=draft.answers["audience"],
        practice_id=practice.id if practice else None,
        round_id=led.id if led else None,
        attachment_id=file.id if file else None,
        about=draft.answers.get("about", "") if file else "",
        recipients=recipients,
        start_at=_start(turn, draft, recipients),
        now=turn.now,
    )
    audit.note(
        turn.connection,
        one.organisation_id,
        turn.member.id,
        "broadcast-confirmed",
        about=one.public_id,
        count=recipients,
        now=turn.now,
    )
    if _needs_pause(turn, draft, recipients):
        _warn(turn, one)
    if one.start_at <= turn.now:
        return say("broadcast-begins", tap("broadcast-stop", StopBroadcast(one.public_id)), count=recipients)
    return say(
        "broadcast-planned",
        tap("broadcast-hold", StopBroadcast(one.public_id)),
        tap("broadcast-change", ChangeBroadcast(one.public_id)),
        at=At(one.start_at),
        count=recipients,
    )


def _warn(turn: Turn, one: Broadcast) -> None:
    """Tell the other coordinators, while it can still be stopped."""
    told = say(
        "broadcast-told",
        tap("broadcast-hold", StopBroadcast(one.public_id)),
        tap("broadcast-look", ShowBroadcast(one.public_id)),
        name=turn.member.name or text("broadcast-no-name"),
        count=one.recipients,
        at=At(one.start_at),
        quote=shorten(clean_line(bare(one.words), MOST_QUOTE * 2), MOST_QUOTE),
    )
    for other in members.with_roles(turn.connection, one.organisation_id, COORDINATORS):
        if other.id != turn.member.id:
            turn.tell(other.id, told, once=f"broadcast:{one.id}:told:{other.id}")


FLOW = Flow(
    "broadcast",
    COORDINATORS,
    (
        Step("words", ask_words, typed=type_words, for_others=True, marks=True),
        FILE,
        ALT,
        *audience_steps("broadcast-to-whom"),
        Step("voice", ask_voice, picked=pick_voice),
        Step("asks", ask_asks, picked=pick_asks),
        PRACTICE,
        ROUND,
        Step("when", ask_when, typed=type_when, picked=pick_when),
        Step("sure", ask_sure, typed=type_sure, picked=pick_sure, can_return=False),
    ),
    confirm,
    handed=attaching.handed,
)
