"""Pledge: I want to try this, perhaps with a moment and a plan. Only the member sees it."""

from __future__ import annotations

from domain.people import EVERYONE
from domain.practices import Practice, may_try
from domain.rights import Reach
from domain.text import clean
from domain.trials import MOST_PLAN, Pledge, PledgeState, When
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
    say,
    tap,
    text,
)
from handlers.kit.card import title_tap, visible
from handlers.kit.doors import Browse, MakePledge, ShowPractice, Tell, WithdrawPledge
from handlers.trials.moments import asked_on
from storage import pledges, practices

PER_PAGE = 5


@button("tm", EVERYONE, practice=Reach.seen)
class ChooseMoment(Button):
    """Say when I want to try it."""

    practice: str
    moment: When


@button("ta", EVERYONE, practice=Reach.seen)
class AddPlan(Button):
    """Put an if-then plan with a pledge."""

    practice: str


@button("tn", EVERYONE, practice=Reach.seen)
class AskNever(Button):
    """Do not ask how it went."""

    practice: str


@button("tq", EVERYONE)
class ListPledges(Button):
    """Show what I want to try after `skip` newer ones."""

    skip: int


def tryable(turn: Turn, public_id: str) -> Practice:
    """Return a practice this member may try; one's own is told apart, absent and not yours look the same."""
    practice = visible(turn, public_id)
    if practice.author_id == turn.member.id:
        raise Refusal("trials-own")
    if not may_try(practice, turn.member):
        raise Refusal("practice-gone")
    return practice


def make_pledge(turn: Turn, pressed: MakePledge) -> Say:
    """Keep a pledge with one tap, and ask for a moment; pressed again it stays the same one."""
    practice = tryable(turn, pressed.practice)
    if practice.own_outcome:
        return say("trials-told-already", tap("card-tell-again", Tell(practice.public_id)))
    if not practice.pledged:
        when = When.unknown
        pledges.make(turn.connection, practice, turn.member, when, asked_on(turn, when), turn.now)
    name = practice.public_id
    return say(
        "trials-when",
        *(tap(f"trials-when-{one.value}", ChooseMoment(name, one)) for one in When),
        tap("card-unpledge", WithdrawPledge(name)),
        title=practice.parts.title,
    )


def _card_tap(practice: Practice) -> tuple[Tap, ...]:
    return (tap("trials-see", ShowPractice(practice.public_id)),)


def choose_moment(turn: Turn, pressed: ChooseMoment) -> Say:
    """Keep the moment, and say on which day is asked how it went."""
    practice, pledge = pledged(turn, pressed.practice)
    due = asked_on(turn, pressed.moment)
    pledges.set_moment(turn.connection, pledge, pressed.moment, due)
    name = practice.public_id
    return say(
        "trials-pledged",
        tap("trials-add-plan", AddPlan(name)),
        tap("trials-ask-never", AskNever(name)),
        tap("card-unpledge", WithdrawPledge(name)),
        title=practice.parts.title,
        moment=text(f"trials-moment-{pressed.moment.value}"),
        day=due,
    ).instead()


def pledged(turn: Turn, public_id: str) -> tuple[Practice, Pledge]:
    """Return a practice and this member's pledge about it that is not closed."""
    practice = tryable(turn, public_id)
    pledge = pledges.of(turn.connection, practice.id, turn.member.id)
    if pledge is None or pledge.state in (PledgeState.told, PledgeState.closed):
        raise Refusal("trials-no-pledge", *_card_tap(practice))
    return practice, pledge


def ask_never(turn: Turn, pressed: AskNever) -> Say:
    """Keep the pledge and leave the asking out."""
    practice, pledge = pledged(turn, pressed.practice)
    pledges.ask_never(turn.connection, pledge)
    return say("trials-not-asked", *_card_tap(practice), title=practice.parts.title).instead()


def withdraw_pledge(turn: Turn, pressed: WithdrawPledge) -> Say:
    """Take a pledge back: nothing of it is kept, and nobody hears of it."""
    practice = tryable(turn, pressed.practice)
    pledges.withdraw(turn.connection, practice.id, turn.member.id)
    return say("trials-unpledged", *_card_tap(practice), title=practice.parts.title).instead()


# --- the plan -----------------------------------------------------------------------------------------


def add_plan(turn: Turn, pressed: AddPlan) -> Reply:
    """Ask for an if-then sentence."""
    practice, _ = pledged(turn, pressed.practice)
    return begin(turn, PLAN, {"practice": practice.public_id})


def _ask_plan(_turn: Turn, _draft: Draft) -> Say:
    return say("trials-plan")


def _plan_typed(_turn: Turn, _draft: Draft, words: str) -> dict[str, str]:
    plan = clean(words)
    if len(plan) > MOST_PLAN:
        raise Refusal("trials-plan-long", length=len(plan), most=MOST_PLAN)
    return {"words": plan}


def _planned(turn: Turn, draft: Draft) -> Say:
    practice, pledge = pledged(turn, draft.answers["practice"])
    pledges.set_plan(turn.connection, pledge, draft.answers["words"])
    return say("trials-planned", *_card_tap(practice), plan=draft.answers["words"])


PLAN = Flow("plan", EVERYONE, (Step("plan", _ask_plan, typed=_plan_typed, for_others=True),), _planned)


# --- what I want to try -------------------------------------------------------------------------------


def list_pledges(turn: Turn, _words: str) -> Say:
    """Answer /pledges."""
    return _page(turn, 0)


def page_of_pledges(turn: Turn, pressed: ListPledges) -> Say:
    """Show another page."""
    return _page(turn, max(pressed.skip, 0)).instead()


def _page(turn: Turn, skip: int) -> Say:
    kept = pledges.of_member(turn.connection, turn.member, most=PER_PAGE + 1, skip=skip)
    if not kept:
        return say("trials-no-pledges", tap("door-browse", Browse("", "", 0)))
    shown, more = kept[:PER_PAGE], len(kept) > PER_PAGE
    seen = {
        one.id: one
        for one in practices.by_ids(turn.connection, turn.member, [one.practice_id for one in shown])
    }
    known = [(pledge, seen[pledge.practice_id]) for pledge in shown if pledge.practice_id in seen]
    lines = [_line(pledge, practice) for pledge, practice in known]
    further = (tap("trials-more", ListPledges(skip + PER_PAGE)),) if more else ()
    return Say((text("trials-pledges"), *lines), (*(title_tap(one) for _, one in known), *further))


def _line(pledge: Pledge, practice: Practice) -> Text:
    moment = text(f"trials-moment-{pledge.when.value}")
    title = practice.parts.title
    if pledge.plan:
        return text("trials-line-plan", title=title, moment=moment, plan=pledge.plan)
    return text("trials-line", title=title, moment=moment)
