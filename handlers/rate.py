"""What one thinks of a practice: useful, not for me, or something is wrong with it."""

from __future__ import annotations

from domain.limits import Act
from domain.people import EVERYONE, MODERATORS
from domain.practices import Practice, PracticeState, Reason, may_vote
from domain.rights import Reach
from handlers.kit import Button, Capability, Go, Refusal, Say, Turn, button, say, tap, text
from handlers.kit.allowance import enough, spent
from handlers.kit.card import short_title, visible
from handlers.kit.doors import (
    EditMine,
    ForMe,
    NotForMe,
    NotUseful,
    ShowAnswer,
    ShowPractice,
    StartReport,
    Useful,
)
from handlers.kit.index import state_changed
from storage import members, moderation, practices, reports


@button("rb", EVERYONE, practice=Reach.seen)
class Report(Button):
    """Report a practice for this reason."""

    practice: str
    reason: Reason


@button("rn", EVERYONE)
class NoReport(Button):
    """Do not report after all."""


# --- useful, and for me ------------------------------------------------------------------------------


def useful(turn: Turn, pressed: Useful) -> Go:
    """Say "useful" of a colleague's practice; said twice it counts once."""
    practice = visible(turn, pressed.practice)
    if practice.author_id == turn.member.id:
        raise Refusal("rate-own")
    if not may_vote(practice, turn.member):
        raise Refusal("practice-gone")
    practices.vote(turn.connection, practice, turn.member, turn.now)
    return _card_again(practice, pressed.question, "rate-useful")


def not_useful(turn: Turn, pressed: NotUseful) -> Go:
    """Take "useful" back."""
    practice = visible(turn, pressed.practice)
    practices.unvote(turn.connection, practice, turn.member)
    return _card_again(practice, pressed.question, "rate-not-useful")


def not_for_me(turn: Turn, pressed: NotForMe) -> Go:
    """Put a practice last for this member from now on."""
    practice = visible(turn, pressed.practice)
    if practice.author_id == turn.member.id:
        raise Refusal("rate-own")
    practices.dismiss(turn.connection, practice, turn.member, turn.now)
    return _card_again(practice, pressed.question, "rate-not-for-me")


def for_me(turn: Turn, pressed: ForMe) -> Go:
    """Take "not for me" back."""
    practice = visible(turn, pressed.practice)
    practices.undismiss(turn.connection, practice, turn.member)
    return _card_again(practice, pressed.question, "rate-for-me")


def _card_again(practice: Practice, question: str, toast: str) -> Go:
    """Put the card as it is now in the place of the one that was tapped, with the same buttons around it."""
    name = practice.public_id
    door = ShowAnswer(question, name) if question else ShowPractice(name)
    return Go(door, instead=True, toast=text(toast))


# --- reporting ---------------------------------------------------------------------------------------


def start_report(turn: Turn, pressed: StartReport) -> Say:
    """Ask what is wrong. The card stays on screen to look at meanwhile."""
    practice = _reportable(turn, pressed.practice)
    return say(
        "report-why",
        *(tap(f"report-{reason.value}", Report(practice.public_id, reason)) for reason in Reason),
        tap("report-not", NoReport()),
        title=practice.parts.title,
    )


def _reportable(turn: Turn, public_id: str) -> Practice:
    practice = practices.to_report(turn.connection, turn.member, public_id)
    if practice is None or practice.state not in (PracticeState.published, PracticeState.hidden):
        raise Refusal("practice-gone")
    return practice


def no_report(_turn: Turn, _pressed: NoReport) -> Say:
    """Leave it at that."""
    return say("report-none").instead()


def report(turn: Turn, pressed: Report) -> Say:
    """Hide a practice at once until a coordinator has looked, and tell everybody whom it concerns."""
    practice = _reportable(turn, pressed.practice)
    if (why := enough(turn, Act.report)) is not None:
        raise why
    name = reports.add(turn.connection, practice, turn.member, pressed.reason, turn.now)
    if name:  # reported before, it costs nobody anything
        spent(turn, Act.report)
    published = practice.state is PracticeState.published
    if (
        name
        and published
        and moderation.change_state(turn.connection, practice, PracticeState.hidden, turn.now)
    ):
        state_changed(turn, practice.organisation_id, practice.id)
        _tell_author(turn, practice, pressed.reason, name)
        _tell_moderators(turn, practice, pressed.reason, name)
    return say("report-thanks").instead()


def _tell_author(turn: Turn, practice: Practice, reason: Reason, report_name: str) -> None:
    """Tell the maker what happens now, without blame and without who reported it."""
    if practice.author_id is None or practice.author_id == turn.member.id:
        return
    saying = say(
        "report-author",
        tap("report-look", ShowPractice(practice.public_id)),
        tap("card-edit", EditMine(practice.public_id)),
        title=short_title(practice),
        doubt=text(f"report-doubt-{reason.value}"),
    )
    turn.tell(practice.author_id, saying, once=f"report-author:{report_name}")


def _tell_moderators(turn: Turn, practice: Practice, reason: Reason, report_name: str) -> None:
    """Tell coordinators and liaisons; the maker hears it as the maker, who reported it knows."""
    saying = say(
        "report-moderator",
        tap("report-look", ShowPractice(practice.public_id)),
        title=short_title(practice),
        reason=text(f"report-{reason.value}"),
    )
    for one in members.with_roles(turn.connection, turn.member.organisation_id, MODERATORS):
        if one.id not in (practice.author_id, turn.member.id):
            turn.tell(one.id, saying, once=f"report-moderator:{report_name}:{one.public_id}")


CAPABILITY = Capability(
    name="rate",
    buttons={
        Useful: useful,
        NotUseful: not_useful,
        NotForMe: not_for_me,
        ForMe: for_me,
        StartReport: start_report,
        Report: report,
        NoReport: no_report,
    },
)
