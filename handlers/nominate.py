"""Name a colleague who makes the difference. What comes of it, whoever names them never learns."""

from __future__ import annotations

from domain.people import EVERYONE, MOST_NAME
from domain.portraits import MOST_WORDS, Kind, Told, may_name
from domain.practices import Practice
from domain.text import clean, fold
from handlers.kit import (
    Capability,
    Command,
    Draft,
    Flow,
    Refusal,
    Reply,
    Say,
    Step,
    Turn,
    begin,
    begin_typed,
    pick,
    say,
)
from handlers.kit.card import visible
from handlers.kit.doors import StartNomination
from handlers.kit.flow import Answers
from storage import nominations, numbers


def command(turn: Turn, words: str) -> Reply:
    """Answer /nominate, perhaps with the name behind it."""
    _only_a_few(turn)
    return begin_typed(turn, NOMINATION, words) if words else begin(turn, NOMINATION)


def start(turn: Turn, pressed: StartNomination) -> Reply:
    """Begin with whoever made a practice, or ask for a name."""
    practice = _signed(turn, pressed.practice) if pressed.practice else None
    _only_a_few(turn)
    return begin(turn, NOMINATION, {"practice": practice.public_id, "who": True} if practice else None)


def _only_a_few(turn: Turn) -> None:
    """Refuse when they named enough colleagues this month: only what they did themselves counts."""
    most = numbers.of(turn.connection, turn.member.organisation_id).limits.nominate
    if not may_name(nominations.days_of(turn.connection, turn.member), turn.now.date(), most):
        raise Refusal("nominate-enough", most=most)


def _signed(turn: Turn, public_id: str) -> Practice:
    """Return a practice of a colleague that shows who made it."""
    practice = visible(turn, public_id)
    if not practice.is_signed or practice.author_id == turn.member.id:
        raise Refusal("practice-gone")
    return practice


# --- who, and what they did ---------------------------------------------------------------------------


def _ask_who(_turn: Turn, _draft: Draft) -> Say:
    return say("nominate-who")


def _who_typed(turn: Turn, _draft: Draft, words: str) -> Answers:
    """Take any name: whether somebody is called so is not told."""
    name = turn.name_in(words, MOST_NAME)
    if fold(name) == fold(turn.member.name):
        raise Refusal("nominate-self")
    return {"name": name}


def _name(turn: Turn, draft: Draft) -> str:
    practice = draft.answers.get("practice")
    return _signed(turn, practice).author_name if practice else str(draft.answers["name"])


def _ask_empathy(turn: Turn, draft: Draft) -> Say:
    return say("nominate-empathy", name=_name(turn, draft))


def _ask_enterprise(turn: Turn, draft: Draft) -> Say:
    return say("nominate-enterprise", name=_name(turn, draft))


def _one_event(words: str) -> str:
    told = clean(words)
    if len(told) > MOST_WORDS:
        raise Refusal("nominate-long", length=len(told), most=MOST_WORDS)
    return told


def _empathy_typed(_turn: Turn, _draft: Draft, words: str) -> Answers:
    return {"was_there": _one_event(words)}


def _enterprise_typed(_turn: Turn, _draft: Draft, words: str) -> Answers:
    return {"set_going": _one_event(words)}


def _ask_kind(_turn: Turn, draft: Draft) -> Say:
    kinds = (pick(draft, "kind", one.value, f"portrait-is-{one.value}") for one in Kind)
    return say("nominate-kind", *kinds, pick(draft, "kind", "unknown", "nominate-unknown"))


def _kind_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in (*Kind, "unknown"):
        raise Refusal("flow-choose")
    return {"is": value}


def _ask_sure(turn: Turn, draft: Draft) -> Say:
    """Show what the colleague will read; it cannot be called back, because that would tell their answer."""
    return say(
        "nominate-sure",
        pick(draft, "sure", "yes", "nominate-yes"),
        name=_name(turn, draft),
        empathy=draft.answers["was_there"],
        enterprise=draft.answers["set_going"],
    )


def _sure_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    if value != "yes":
        raise Refusal("flow-choose")
    return {}


def _named(turn: Turn, draft: Draft) -> Say:
    """Keep what was told, and say the same whoever it is and whatever they will answer."""
    answers = draft.answers
    practice = _signed(turn, answers["practice"]) if "practice" in answers else None
    _only_a_few(turn)
    kind = None if answers["is"] == "unknown" else Kind(answers["is"])
    nominations.add(
        turn.connection,
        turn.member,
        Told(kind, answers["was_there"], answers["set_going"]),
        turn.now.date(),
        member_id=practice.author_id if practice else None,
        called="" if practice else answers["name"],
    )
    return say("nominate-done")


NOMINATION = Flow(
    "nomination",
    EVERYONE,
    (
        Step("who", _ask_who, typed=_who_typed),
        Step("empathy", _ask_empathy, typed=_empathy_typed, for_others=True),
        Step("enterprise", _ask_enterprise, typed=_enterprise_typed, for_others=True),
        Step("kind", _ask_kind, picked=_kind_picked),
        Step("sure", _ask_sure, picked=_sure_picked),
    ),
    _named,
)
CAPABILITY = Capability(
    name="nominate",
    commands=(Command("nominate", command, EVERYONE),),
    buttons={StartNomination: start},
    flows=(NOMINATION,),
)
