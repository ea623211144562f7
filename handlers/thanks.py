"""Thank the maker of a practice with a reason; only the maker sees it, and it can be taken back."""

from __future__ import annotations

from domain.delivery import Lane
from domain.kudos import MOST_WORDS, heard_once, may_thank
from domain.limits import Act
from domain.people import EVERYONE
from domain.practices import Practice, may_try
from domain.rights import Reach
from domain.text import clean
from handlers.kit import (
    Button,
    Capability,
    Draft,
    Flow,
    Refusal,
    Reply,
    Say,
    Step,
    Turn,
    begin,
    button,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.allowance import enough
from handlers.kit.card import short_title, visible
from handlers.kit.doors import ShowPractice, StartThanks
from handlers.kit.flow import Answers
from storage import deliveries, kudos


@button("ku", EVERYONE, kudos=Reach.own)
class TakeBackThanks(Button):
    """Take back thanks that I gave."""

    kudos: str


def start(turn: Turn, pressed: StartThanks) -> Reply:
    """Ask what it changed, when one more may be given."""
    practice = _thankable(turn, pressed.practice)
    if (why := enough(turn, Act.thank)) is not None:
        raise why
    return begin(turn, THANKS, {"practice": practice.public_id})


def _thankable(turn: Turn, public_id: str) -> Practice:
    """Return a practice whose maker may be thanked by this member now."""
    practice = visible(turn, public_id)
    if not may_try(practice, turn.member) or practice.author_id is None:
        raise Refusal("practice-gone")
    if not may_thank(kudos.given(turn.connection, turn.member, turn.now), practice.id, turn.now):
        raise Refusal("thanks-same")
    return practice


def _ask_words(_turn: Turn, _draft: Draft) -> Say:
    return say("thanks-words")


def _words_typed(_turn: Turn, _draft: Draft, words: str) -> Answers:
    given = clean(words)
    if len(given) > MOST_WORDS:
        raise Refusal("thanks-long", length=len(given), most=MOST_WORDS)
    return {"given": given}


def _ask_name(turn: Turn, draft: Draft) -> Say:
    named = (pick(draft, "shown", "named", "thanks-with-name"),) if turn.member.name else ()
    nameless = pick(draft, "shown", "nameless", "thanks-without-name")
    return say("thanks-show", *named, nameless, words=draft.answers["given"])


def _name_picked(turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in ("named", "nameless") or (value == "named" and not turn.member.name):
        raise Refusal("flow-choose")
    return {"shown": value}


def _given(turn: Turn, draft: Draft) -> Say:
    """Keep the thanks and let the maker read them."""
    practice = _thankable(turn, draft.answers["practice"])
    words, named = draft.answers["given"], draft.answers["shown"] == "named"
    name = kudos.give(turn.connection, turn.member, practice, words, named=named, now=turn.now)
    who = text("thanks-from-named", name=turn.member.name) if named else text("thanks-from")
    heard = say(
        "thanks-heard",
        tap("thanks-see", ShowPractice(practice.public_id)),
        who=who,
        title=short_title(practice),
        words=words,
    )
    if practice.author_id is not None:
        turn.tell(practice.author_id, heard, once=heard_once(name), lane=Lane.loop)
    return say("thanks-given", tap("thanks-take-back", TakeBackThanks(name)))


def take_back(turn: Turn, pressed: TakeBackThanks) -> Say:
    """Take thanks back; what the maker read already stays read."""
    if not kudos.take_back(turn.connection, turn.member, pressed.kudos):
        raise Refusal("thanks-gone")
    deliveries.withdraw(turn.connection, heard_once(pressed.kudos))
    return say("thanks-taken-back").instead()


THANKS = Flow(
    "thanks",
    EVERYONE,
    (
        Step("words", _ask_words, typed=_words_typed, for_others=True),
        Step("shown", _ask_name, picked=_name_picked),
    ),
    _given,
    act=Act.thank,
)
CAPABILITY = Capability(
    name="thanks",
    buttons={StartThanks: start, TakeBackThanks: take_back},
    flows=(THANKS,),
)
