"""The button below a message to a group that leads somewhere: to a practice, or to an open round."""

from __future__ import annotations

from dataclasses import replace

from domain.broadcasts import Ask
from domain.matching import Scope
from domain.practices import Practice, PracticeState, Visibility
from domain.rounds import RoundState
from handlers.kit import Draft, Refusal, Say, Step, Tap, Text, Turn, pick, say, text
from handlers.kit.choosing import choosing, found_by
from handlers.kit.flow import Answers
from storage import practices, rounds
from storage.rounds import Round

MOST_ROUNDS = 5
LOOKED_AT = 20


def below(turn: Turn, draft: Draft) -> tuple[Text, ...]:
    """Say which button will be below."""
    asks = Ask(draft.answers["asks"])
    if asks is Ask.nothing:
        return ()
    if practice := fitting(turn, draft.answers.get("practice", "")):
        return (text("broadcast-below-practice", title=practice.parts.title),)
    if one := open_round(turn, draft.answers.get("round", "")):
        return (text("broadcast-below-round", title=_title(one)),)
    return (text("broadcast-below", label=text(f"broadcast-asks-{asks.value}")),)


# --- to a practice ------------------------------------------------------------------------------------


def _ask_practice(_draft: Draft, picks: tuple[Tap, ...]) -> Say:
    return say("broadcast-which-practice" if picks else "broadcast-practice-words", *picks)


def _find_practice(turn: Turn, _draft: Draft, words: str) -> list[Practice]:
    """Return the practices that these words find and that everybody may see."""
    found = found_by(turn, words, Scope(turn.member.organisation_id, None, None), _is_for_all)
    if not found:
        raise Refusal("broadcast-no-practice")
    return found


def _check_practice(turn: Turn, draft: Draft, name: str) -> None:
    """Refuse what was not found, or not everybody may see by now."""
    if name not in draft.answers.get("found", ()) or fitting(turn, name) is None:
        raise Refusal("broadcast-no-practice")


def fitting(turn: Turn, name: str) -> Practice | None:
    """Return a practice that everybody may see."""
    one = practices.by_public_id(turn.connection, turn.member, name)
    return one if one and _is_for_all(one) else None


def _is_for_all(one: Practice) -> bool:
    return one.state is PracticeState.published and one.visibility is Visibility.organisation


PRACTICE = replace(
    choosing("practice", _ask_practice, _find_practice, _check_practice),
    needed=lambda draft: draft.answers["asks"] == Ask.practice.value,
)


# --- to a round ---------------------------------------------------------------------------------------


def open_rounds(turn: Turn) -> list[Round]:
    """Return the coordinator's own rounds that can be answered now, the newest first."""
    every = rounds.of_author(turn.connection, turn.member.id, LOOKED_AT)
    return [one for one in every if _is_open(turn, one)][:MOST_ROUNDS]


def open_round(turn: Turn, name: str) -> Round | None:
    """Return one of these rounds."""
    return next((one for one in open_rounds(turn) if one.public_id == name), None) if name else None


def _is_open(turn: Turn, one: Round) -> bool:
    return one.state is RoundState.open and one.plan.closes_at > turn.now


def _title(one: Round) -> Text:
    plan = one.plan
    return text("round-topic", words=plan.topic) if plan.topic else text(f"round-set-{plan.ready}")


def _ask_round(turn: Turn, draft: Draft) -> Say:
    found = open_rounds(turn)
    lines = [
        text("broadcast-round-line", number=number, title=_title(one), closes=one.plan.closes_at)
        for number, one in enumerate(found, 1)
    ]
    picks = [
        pick(draft, "round", one.public_id, "broadcast-round", number=number)
        for number, one in enumerate(found, 1)
    ]
    return Say((text("broadcast-which-round"), *lines), tuple(picks))


def _pick_round(turn: Turn, _draft: Draft, value: str) -> Answers:
    if open_round(turn, value) is None:
        raise Refusal("old-button")
    return {"round": value}


ROUND = Step(
    "round",
    _ask_round,
    picked=_pick_round,
    needed=lambda draft: draft.answers["asks"] == Ask.round.value,
)
