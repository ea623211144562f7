"""The card: one practice as its reader sees it, the limits never behind a button."""

from __future__ import annotations

from datetime import datetime

from domain.moderation import may_moderate
from domain.peers.evidence import Status
from domain.people import Member
from domain.practices import (
    Attribution,
    Practice,
    PracticeState,
    may_put_back,
    may_show_votes,
    may_withdraw,
)
from domain.text import shorten
from domain.trials import Told
from handlers.kit.doors import (
    EditMine,
    ForMe,
    MakePledge,
    Moderate,
    MoreOnCard,
    NotForMe,
    NotUseful,
    PutBackMine,
    SendOn,
    ShowExperiences,
    ShowPractice,
    StartNomination,
    StartReport,
    StartThanks,
    Tell,
    Useful,
    WhoMade,
    WithdrawMine,
    WithdrawPledge,
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
        text("card-variant") if practice.parent_id else None,
        text(
            "card-parts",
            situation=parts.situation,
            approach=parts.approach,
            result=parts.result,
            limits=parts.limits,
        ),
        *experience(practice, viewer),
        useful(practice, viewer, now),
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


def experience(practice: Practice, viewer: Member) -> tuple[Text, ...]:
    """Say in counts what came of trying it, failures next to successes, and quote the newest line.

    An example that was made up has no experience of its own; what came of trying it is real.
    """
    told = practice.told
    if told.tried:
        lines = [counted(told)]
        if told.status is Status.often_not:
            lines.append(text("card-often-not"))
        if told.quote:
            lines.append(text("card-quote", quote=told.quote))
        return tuple(lines)
    if practice.illustrative:
        return ()
    return (text("card-new-own" if practice.author_id == viewer.id else "card-new"),)


def counted(told: Told) -> Text:
    """Say how many tried it and how often it worked, partly or not; what never happened is left out."""
    counts = (("worked", told.worked), ("partly", told.partly), ("did_not", told.did_not))
    how = tuple(text(f"card-tried-{outcome}", count=count) for outcome, count in counts if count)
    return text("card-tried", count=told.tried, how=how)


def useful(practice: Practice, viewer: Member, now: datetime) -> Text | None:
    """Say how many found it useful, once that may be shown.

    As long as the count is hidden, the words are the same for none and for four: "nobody yet" is a count too.
    """
    if practice.illustrative:
        return None
    if may_show_votes(practice, viewer, now):
        return text("card-useful", count=practice.useful) if practice.useful else None
    return text("card-useful-later") if practice.voted else None


# --- what one can do with it --------------------------------------------------------------------------
# Three choices at a time: trying it, saying what one thinks of it, and the rest behind "more".


def taps_for(
    practice: Practice, viewer: Member, question: str = "", verdicts: tuple[Tap, ...] = ()
) -> tuple[Tap, ...]:
    """Return what `viewer` can do with a card first.

    As the answer to a question of theirs, `verdicts` stand in the place of "useful".
    """
    if practice.author_id == viewer.id:
        return (*verdicts, *_taps_of_maker(practice, viewer))
    if practice.state is not PracticeState.published:
        return _taps_of_moderator(practice, viewer)
    return (
        *((_away(practice, question),) if practice.dismissed else _trying(practice)),
        *(verdicts or (_voting(practice, question),)),
        tap("card-more", MoreOnCard(practice.public_id, question, True)),
    )


def more_taps(practice: Practice, viewer: Member, question: str = "") -> tuple[Tap, ...]:
    """Return the rest of what somebody can do with a colleague's card, and the way back."""
    name = practice.public_id
    return (
        *_telling(practice),
        *((tap("card-thank", StartThanks(name)),) if practice.author_id is not None else ()),
        *_about_maker(practice),
        *(experiences_tap(practice) if not practice.own_outcome else ()),
        *((_voting(practice, question),) if question else ()),
        _away(practice, question),
        tap("card-report", StartReport(name)),
        tap("card-send-on", SendOn(name)),
        *_taps_of_moderator(practice, viewer),
        tap("card-less", MoreOnCard(name, question, False)),
    )


def who_tap(practice: Practice) -> tuple[Tap, ...]:
    """Return the button to the portrait of whoever made it, when they show one and their name."""
    return (tap("card-who", WhoMade(practice.public_id)),) if practice.portrayed else ()


def _about_maker(practice: Practice) -> tuple[Tap, ...]:
    """Read who made it, or name them, when their name is on it."""
    if practice.portrayed or not practice.is_signed:
        return who_tap(practice)
    return (tap("card-nominate", StartNomination(practice.public_id)),)


def _trying(practice: Practice) -> tuple[Tap, ...]:
    """The next thing to do about trying it: pledge, tell, or read what others told."""
    if practice.own_outcome:
        return experiences_tap(practice)
    if practice.pledged:
        return (tap("card-tell", Tell(practice.public_id)),)
    return (tap("card-pledge", MakePledge(practice.public_id)),)


def _telling(practice: Practice) -> tuple[Tap, ...]:
    name = practice.public_id
    if practice.own_outcome:
        return (tap("card-tell-again", Tell(name)),)
    if practice.pledged:
        return (tap("card-tell", Tell(name)), tap("card-unpledge", WithdrawPledge(name)))
    return (tap("card-tell", Tell(name)),)


def experiences_tap(practice: Practice) -> tuple[Tap, ...]:
    """Return the button to what colleagues told, when there is something to read."""
    if not (practice.told.tried or practice.has_family):
        return ()
    return (tap("card-experiences", ShowExperiences(practice.public_id, 0)),)


def _voting(practice: Practice, question: str) -> Tap:
    if practice.voted:
        return tap("card-vote-back", NotUseful(practice.public_id, question))
    return tap("card-vote", Useful(practice.public_id, question))


def _away(practice: Practice, question: str) -> Tap:
    if practice.dismissed:
        return tap("card-dismiss-back", ForMe(practice.public_id, question))
    return tap("card-dismiss", NotForMe(practice.public_id, question))


def _taps_of_moderator(practice: Practice, viewer: Member) -> tuple[Tap, ...]:
    if may_moderate(practice, viewer):
        return (tap("card-moderate", Moderate(practice.public_id)),)
    return ()


def _taps_of_maker(practice: Practice, maker: Member) -> tuple[Tap, ...]:
    name = practice.public_id
    edit = tap("card-edit", EditMine(name))
    more = (*experiences_tap(practice), *_taps_of_moderator(practice, maker))
    if may_put_back(practice, maker):
        return (edit, tap("card-put-back", PutBackMine(name)), *more)
    if may_withdraw(practice, maker):
        return (edit, tap("card-withdraw", WithdrawMine(name)), tap("card-send-on", SendOn(name)), *more)
    return (edit, *more)


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
