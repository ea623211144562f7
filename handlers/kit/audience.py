"""The steps in which a coordinator chooses an audience, by tapping or by typing a name; the count is shown.

A conversation puts `audience_steps(…)` among its steps and reads `audience_of(draft)` when it is over.
"""

from __future__ import annotations

from domain.audience import EVERYBODY, Audience, By, read_audience
from domain.text import clean_line, shorten
from handlers.kit.flow import Answers, Step, pick
from handlers.kit.say import Say, Text, say, text
from handlers.kit.turn import Refusal, Turn
from storage import audiences
from storage.audiences import Choice
from storage.conversations import Draft

MOST_SHOWN = 8
LONGEST_ON_BUTTON = 20
LONGEST_TYPED = 80


def audience_steps(question: str) -> tuple[Step, Step]:
    """Return the two steps: by what, and which one. `question` is the key of what is asked first."""

    def ask(turn: Turn, draft: Draft) -> Say:
        return _ask_by(turn, draft, question)

    return (
        Step("audience_by", ask, typed=_typed, picked=_pick_by),
        Step("audience", _ask_which, typed=_typed, picked=_pick_which),
    )


def audience_of(draft: Draft) -> Audience:
    """Return the audience that was chosen in a conversation."""
    found = read_audience(draft.answers["audience"])
    assert found is not None, "only a step writes it"
    return found


def count(turn: Turn, audience: Audience) -> int:
    """Count who is in an audience now."""
    return audiences.count(turn.connection, turn.member.organisation_id, audience)


def described(turn: Turn, audience: Audience) -> Text:
    """Return an audience in words, with how many are in it now."""
    return text(f"audience-{audience.by.value}", name=named(turn, audience), count=count(turn, audience))


def named(turn: Turn, audience: Audience) -> Text | str:
    """Return the name of an audience."""
    name = audiences.team_name(turn.connection, turn.member.organisation_id, audience)
    return _name(Choice(audience, 0, name))


def _name(choice: Choice) -> Text | str:
    match choice.audience.by:
        case By.everybody:
            return text("audience-by-everybody")
        case By.team:
            return choice.name
        case by:
            return text(f"{by.value}-{choice.audience.which}")


def _choices(turn: Turn, by: By) -> list[Choice]:
    return audiences.choices(turn.connection, turn.member.organisation_id, by)


def _ask_by(turn: Turn, draft: Draft, question: str) -> Say:
    everybody = pick(
        draft, "audience_by", By.everybody.value, "audience-choose-everybody", count=count(turn, EVERYBODY)
    )
    kinds = [by for by in By if by is not By.everybody and _choices(turn, by)]
    picks = [pick(draft, "audience_by", by.value, f"audience-choose-{by.value}") for by in kinds]
    return say(question, everybody, *picks)


def _pick_by(_turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in set(By):
        raise Refusal("old-button")
    chosen = EVERYBODY.code if value == By.everybody else None
    return {"audience_by": value, "audience": chosen}


def _ask_which(turn: Turn, draft: Draft) -> Say:
    found = _choices(turn, By(draft.answers["audience_by"]))
    picks = [
        pick(draft, "audience", one.audience.code, "audience-choice", name=_short(one), count=one.count)
        for one in found[:MOST_SHOWN]
    ]
    return say("audience-which", *picks, more=max(len(found) - MOST_SHOWN, 0))


def _short(choice: Choice) -> Text | str:
    name = _name(choice)
    return shorten(name, LONGEST_ON_BUTTON) if isinstance(name, str) else name


def _pick_which(turn: Turn, _draft: Draft, value: str) -> Answers:
    audience = read_audience(value)
    if audience is None or not count(turn, audience):
        raise Refusal("audience-nobody")
    return {"audience": audience.code}


def _typed(turn: Turn, draft: Draft, words: str) -> Answers:
    """Find the audience of this name: first of the kind that was chosen, then of every kind."""
    wanted = clean_line(words, LONGEST_TYPED).casefold()
    chosen = draft.answers.get("audience_by")
    for by in sorted(By, key=lambda one: one.value != chosen):
        if _called(turn, text(f"audience-by-{by.value}")) == wanted and by is not By.everybody:
            return {"audience_by": by.value, "audience": None}
        for one in _choices(turn, by):
            if _called(turn, _name(one)) == wanted:
                return {"audience_by": by.value, "audience": one.audience.code}
    raise Refusal("audience-unknown")


def _called(turn: Turn, name: Text | str) -> str:
    if isinstance(name, str):
        return name.casefold()
    return turn.world.vocabulary.word(name.key, turn.member.language).casefold()
