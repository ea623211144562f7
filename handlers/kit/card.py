"""The card: one practice as its reader sees it, the limits never behind a button."""

from __future__ import annotations

from datetime import datetime

from domain.moderation import may_moderate
from domain.people import Member
from domain.practices import (
    Attribution,
    Practice,
    PracticeState,
    may_put_back,
    may_show_votes,
    may_vote,
    may_withdraw,
)
from domain.text import shorten
from handlers.kit.doors import (
    EditMine,
    ForMe,
    Moderate,
    NotForMe,
    NotUseful,
    PutBackMine,
    SendOn,
    ShowPractice,
    StartReport,
    Useful,
    WithdrawMine,
)
from handlers.kit.flow import pick
from handlers.kit.say import Say, Tap, Text, tap, text
from handlers.kit.turn import Refusal, Turn
from storage import practices
from storage.conversations import Draft

MOST_TITLE_ON_BUTTON = 40  # characters; a longer title would not fit on a phone, nor be typed


def card(practice: Practice, viewer: Member, now: datetime, *taps: Tap) -> Say:
    """Say a practice in the fixed order: title, from whom, when, how, result, watch out, experience."""
    parts = practice.parts
    lines = [
        text("card-illustrative") if practice.illustrative else None,
        text("card-title", title=parts.title),
        None if practice.illustrative else from_whom(practice),
        text(
            "card-parts",
            situation=parts.situation,
            approach=parts.approach,
            result=parts.result,
            limits=parts.limits,
        ),
        None if practice.illustrative else experience(practice, viewer, now),
        text("card-dismissed") if practice.dismissed else None,
    ]
    return Say(tuple(line for line in lines if line is not None), taps)


def from_whom(practice: Practice) -> Text:
    """Say who made it, as the maker chose."""
    job = text(f"job-{practice.author_job}-person") if practice.author_job else text("job-unknown-person")
    if practice.attribution is Attribution.name and practice.author_name:
        return text("card-from-name", name=practice.author_name, job=job)
    if practice.attribution is Attribution.job:
        return text("card-from-job", job=job)
    return text("card-from-colleague")


def experience(practice: Practice, viewer: Member, now: datetime) -> Text:
    """Say how many found it useful, or why that is not shown yet.

    As long as the count is hidden, the words are the same for none and for four: "nobody yet" is a count too.
    """
    if may_show_votes(practice, viewer, now):
        if practice.useful:
            return text("card-useful", count=practice.useful)
        return text("card-new-own" if practice.author_id == viewer.id else "card-new")
    return text("card-useful-later") if practice.voted else text("card-useful-hidden")


def taps_for(practice: Practice, viewer: Member, question: str = "") -> tuple[Tap, ...]:
    """Return what `viewer` can do with a card, perhaps as the answer to a question of theirs."""
    own = practice.author_id == viewer.id
    taps = _taps_of_maker(practice, viewer) if own else _taps_of_reader(practice, viewer, question)
    if may_moderate(practice, viewer):
        return (*taps, tap("card-moderate", Moderate(practice.public_id)))
    return taps


def _taps_of_reader(practice: Practice, viewer: Member, question: str) -> tuple[Tap, ...]:
    name = practice.public_id
    if practice.state is not PracticeState.published:
        return ()
    useful = NotUseful(name, question) if practice.voted else Useful(name, question)
    away = ForMe(name, question) if practice.dismissed else NotForMe(name, question)
    return (
        *(
            (tap("card-vote-back" if practice.voted else "card-vote", useful),)
            if may_vote(practice, viewer)
            else ()
        ),
        tap("card-dismiss-back" if practice.dismissed else "card-dismiss", away),
        tap("card-report", StartReport(name)),
        tap("card-send-on", SendOn(name)),
    )


def _taps_of_maker(practice: Practice, maker: Member) -> tuple[Tap, ...]:
    name = practice.public_id
    edit = tap("card-edit", EditMine(name))
    if may_put_back(practice, maker):
        return (edit, tap("card-put-back", PutBackMine(name)))
    if may_withdraw(practice, maker):
        return (edit, tap("card-withdraw", WithdrawMine(name)), tap("card-send-on", SendOn(name)))
    return (edit,)


def title_tap(practice: Practice) -> Tap:
    """Return a button with the title of a practice on it, which opens the card."""
    return tap("card-open", ShowPractice(practice.public_id), title=short_title(practice))


def short_title(practice: Practice) -> str:
    """Return a title that fits on a button."""
    return shorten(practice.parts.title, MOST_TITLE_ON_BUTTON)


def visible(turn: Turn, public_id: str) -> Practice:
    """Return the practice of that name; absent and not for this member look the same."""
    practice = practices.by_public_id(turn.connection, turn.member, public_id)
    if practice is None:
        raise Refusal("practice-gone")
    return practice


def picks_of_found(turn: Turn, draft: Draft, step: str) -> tuple[Tap, ...]:
    """Return buttons with the titles of what was `found` for a draft, where this member may see it."""
    found = (practices.by_public_id(turn.connection, turn.member, name) for name in draft.answers["found"])
    return tuple(
        pick(draft, step, one.public_id, "card-open", title=short_title(one)) for one in found if one
    )
