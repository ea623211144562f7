"""A few questions, one at a time, each of which may be skipped; then the portrait as others will see it."""

from __future__ import annotations

from dataclasses import replace

from domain.people import EVERYONE
from domain.portraits import MOST_ANSWER, QUESTIONS, Kind, Portrait, PortraitState
from domain.text import clean
from handlers.kit import (
    Button,
    Draft,
    Flow,
    Refusal,
    Reply,
    Say,
    Step,
    Tap,
    Turn,
    begin,
    button,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.doors import MyPortrait
from handlers.kit.flow import Answers
from handlers.portraits.reporting import ask_to_look_again
from handlers.portraits.showing import portrayed
from storage import portraits

SKIP, NONE = "skip", "none"


@button("pi", EVERYONE)
class StartInterview(Button):
    """Make my portrait, or change it."""


def start(turn: Turn, _pressed: StartInterview) -> Reply:
    """Ask the questions, or show what can be changed when they were answered before."""
    found = open_interview(turn)
    if found is None:
        raise Refusal("portrait-none")
    return found


def open_interview(turn: Turn) -> Say | None:
    """Begin the conversation about one's own portrait; None when nobody named this member."""
    mine = portraits.of(turn.connection, turn.member)
    if mine is None:
        return None
    known = {} if mine.state is PortraitState.begun else _known(mine)
    reply = begin(turn, INTERVIEW, {**known, "named": mine.named})
    return reply if isinstance(reply, Say) else None


def _known(mine: Portrait) -> dict[str, object]:
    """Return the answers that a portrait has already."""
    words = {f"said_{name}": getattr(mine, name) for name in QUESTIONS}
    steps = dict.fromkeys(("kind", *QUESTIONS, "quote"), True)
    return {**words, **steps, "is": mine.kind.value if mine.kind else NONE, "quoted": mine.quoted}


# --- the questions ------------------------------------------------------------------------------------


def _ask_kind(turn: Turn, draft: Draft) -> Say:
    kinds = (pick(draft, "kind", one.value, f"portrait-is-{one.value}") for one in Kind)
    asked = say("portrait-ask-kind", *kinds, pick(draft, "kind", NONE, "portrait-skip"))
    mine = portraits.of(turn.connection, turn.member)
    if mine is None or mine.kind is None:
        return asked
    return asked.then(text("portrait-thought", kind=text(f"portrait-is-{mine.kind.value}")))


def _kind_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in (*Kind, NONE):
        raise Refusal("flow-choose")
    return {"is": value}


def _question(name: str) -> Step:
    """Make the step of one question."""

    def ask(_turn: Turn, draft: Draft) -> Say:
        return say(f"portrait-ask-{name}", pick(draft, name, SKIP, "portrait-skip"))

    def typed(_turn: Turn, _draft: Draft, words: str) -> Answers:
        said = clean(words)
        if len(said) > MOST_ANSWER:
            raise Refusal("portrait-long", length=len(said), most=MOST_ANSWER)
        return {f"said_{name}": said}

    def picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
        if value != SKIP:
            raise Refusal("flow-choose")
        return {f"said_{name}": ""}

    # Without a name nobody can be asked about it.
    needed = _is_named if name == "contact" else _always
    return Step(name, ask, typed=typed, picked=picked, for_others=True, needed=needed)


def _is_named(draft: Draft) -> bool:
    return bool(draft.answers.get("named"))


def _always(_draft: Draft) -> bool:
    return True


def _ask_quote(turn: Turn, draft: Draft) -> Say:
    told = _mine(turn).told
    return say(
        "portrait-ask-quote",
        pick(draft, "quote", "yes", "portrait-quote-yes"),
        pick(draft, "quote", "no", "portrait-quote-no"),
        empathy=told.empathy,
        enterprise=told.enterprise,
    )


def _quote_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in ("yes", "no"):
        raise Refusal("flow-choose")
    return {"quoted": value == "yes"}


def _mine(turn: Turn) -> Portrait:
    mine = portraits.of(turn.connection, turn.member)
    if mine is None:
        raise Refusal("portrait-none")
    return mine


# --- as others will see it ----------------------------------------------------------------------------


def _drafted(turn: Turn, draft: Draft) -> Portrait:
    """Return the portrait as it would be."""
    answers = draft.answers
    named = bool(answers["named"])
    day, turned, needs, contact = (str(answers.get(f"said_{name}", "")) for name in QUESTIONS)
    return replace(
        _mine(turn),
        kind=None if answers["is"] == NONE else Kind(answers["is"]),
        named=named,
        quoted=bool(answers["quoted"]),
        day=day,
        turn=turned,
        needs=needs,
        contact=contact if named else "",
    )


def _ask_show(turn: Turn, draft: Draft) -> Say:
    mine = _drafted(turn, draft)
    change = pick(draft, "show", "change", "portrait-change")
    if mine.is_empty:
        return say("portrait-empty", change)
    other = "nameless" if mine.named else "named"
    names = (pick(draft, "show", other, f"portrait-make-{other}"),) if turn.member.name else ()
    shown = portrayed(turn, mine)
    return Say(
        (text("portrait-preview"), *shown.texts),
        (pick(draft, "show", "publish", "portrait-publish"), change, *names),
    )


def _show_picked(turn: Turn, draft: Draft, value: str) -> Answers:
    match value:
        case "publish" if not _drafted(turn, draft).is_empty:
            return {"done": True}
        case "change":
            return {}
        case "named" if turn.member.name:
            return {"named": True, "show": None}
        case "nameless":
            return {"named": False, "show": None}
    raise Refusal("flow-choose")


def _is_changed(draft: Draft) -> bool:
    return "done" not in draft.answers


def _ask_change(_turn: Turn, draft: Draft) -> Say:
    names = [name for name in QUESTIONS if name != "contact" or _is_named(draft)]
    return say(
        "portrait-change-what",
        *(pick(draft, "change", name, f"portrait-part-{name}") for name in ("kind", *names, "quote")),
    )


def _change_picked(_turn: Turn, draft: Draft, value: str) -> Answers:
    """Open the question that is to be answered again, and the preview after it."""
    if value not in ("kind", *QUESTIONS, "quote") or (value == "contact" and not _is_named(draft)):
        raise Refusal("flow-choose")
    return {value: None, "show": None, "change": None}


def _published(turn: Turn, draft: Draft) -> Say:
    mine = _drafted(turn, draft)
    words = {name: getattr(mine, name) for name in QUESTIONS}
    portraits.publish(
        turn.connection,
        turn.member,
        words,
        kind=mine.kind,
        named=mine.named,
        quoted=mine.quoted,
        now=turn.now,
    )
    if mine.state is PortraitState.hidden:
        ask_to_look_again(turn, mine)
        return say("portrait-changed-waits", *_ways_on())
    return say("portrait-published", *_ways_on())


def _stopped(turn: Turn, _draft: Draft) -> Say:
    return say("portrait-stopped", *(_ways_on() if portraits.of(turn.connection, turn.member) else ()))


def _ways_on() -> tuple[Tap, ...]:
    return (tap("portrait-mine", MyPortrait()),)


INTERVIEW = Flow(
    "portrait",
    EVERYONE,
    (
        Step("kind", _ask_kind, picked=_kind_picked),
        *map(_question, QUESTIONS),
        Step("quote", _ask_quote, picked=_quote_picked),
        Step("show", _ask_show, picked=_show_picked),
        Step("change", _ask_change, picked=_change_picked, needed=_is_changed),
    ),
    _published,
    stopped=_stopped,
)
