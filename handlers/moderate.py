"""Look after the cards: what was reported, hiding and showing again, and merging doubles.

Whoever made a card and whoever reported it hear what came of it; neither hears who the other is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from domain.moderation import may_hide, may_merge, may_moderate, may_restore
from domain.people import MODERATORS
from domain.practices import Practice, PracticeState, Reason
from domain.rights import Reach
from handlers.kit import (
    Button,
    Capability,
    Command,
    Draft,
    Flow,
    Refusal,
    Reply,
    Say,
    Tap,
    Text,
    Turn,
    begin,
    button,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.card import card, visible
from handlers.kit.choosing import LOOKED_AT, being_sure, choosing, found_by, names, that_fit
from handlers.kit.doors import (
    FROM_ELSEWHERE,
    Fine,
    MergeInto,
    Moderate,
    ShowPractice,
    ShowReported,
    ShowReportedPortraits,
)
from handlers.kit.index import state_changed, words_changed
from storage import doubles, members, moderation, portraits, practices, reports, search
from storage.moderation import Record
from storage.reports import Reported


@button("mh", MODERATORS, practice=Reach.ours)
class StartHide(Button):
    """Hide a practice: asks why, for its maker wants to know."""

    practice: str


@button("mx", MODERATORS, practice=Reach.ours)
class Hide(Button):
    """Hide a practice for this reason."""

    practice: str
    reason: Reason


@button("ms", MODERATORS, practice=Reach.ours)
class Restore(Button):
    """Show a hidden practice again."""

    practice: str


@button("mk", MODERATORS, practice=Reach.ours)
class KeepHidden(Button):
    """Agree with those who reported it: it stays hidden."""

    practice: str


@button("mg", MODERATORS, practice=Reach.ours)
class StartMerge(Button):
    """Merge this double into another practice."""

    practice: str


@button("mu", MODERATORS, practice=Reach.ours)
class Unmerge(Button):
    """Take a merge back."""

    practice: str


# --- what was reported ------------------------------------------------------------------------------


def command(turn: Turn, _words: str) -> Reply:
    """Answer /reported."""
    return _reported(turn, 0)


def show_reported(turn: Turn, pressed: ShowReported) -> Reply:
    """Show one reported practice, in the place of the one before it."""
    shown = _reported(turn, pressed.skip)
    return shown if pressed.skip == FROM_ELSEWHERE else shown.instead()


def _reported(turn: Turn, skip: int) -> Say:
    organisation = turn.member.organisation_id
    count = reports.count_open(turn.connection, organisation)
    people = _portraits_tap(turn)
    if not count:
        return say("moderate-none-but-portraits" if people else "moderate-none", *people)
    skip = skip if 0 <= skip < count else 0
    (one,) = reports.open_of(turn.connection, organisation, most=1, skip=skip)
    practice = practices.by_public_id(turn.connection, turn.member, one.practice)
    shown = (
        card(practice, turn.member, turn.now).texts if practice else (text("card-title", title=one.title),)
    )
    further = () if count == 1 else (tap("moderate-next", ShowReported((skip + 1) % count)),)
    return Say(
        (text("moderate-count", count=count), _why(one), *shown),
        (
            tap("moderate-restore", Restore(one.practice)),
            tap("moderate-keep-hidden", KeepHidden(one.practice)),
            *further,
            *people,
        ),
    )


def _portraits_tap(turn: Turn) -> tuple[Tap, ...]:
    count = len(portraits.to_look_at(turn.connection, turn.member.organisation_id))
    return (tap("moderate-portraits", ShowReportedPortraits(), count=count),) if count else ()


def _why(one: Reported) -> Text:
    return text("moderate-why", count=one.count, reasons=_in_words(one.reasons), since=one.since)


def _in_words(reasons: Iterable[Reason]) -> tuple[Text, ...]:
    return tuple(text(f"moderate-reason-{reason.value}") for reason in reasons)


def restore(turn: Turn, pressed: Restore) -> Reply:
    """Show a practice again, and tell its maker and whoever reported it."""
    practice = _moderated(turn, pressed.practice)
    if practice.state is not PracticeState.hidden:
        raise Refusal("moderate-done-already")
    if not may_restore(practice, turn.member, others=_other_moderators(turn)):
        raise Refusal("moderate-own")
    if not moderation.change_state(turn.connection, practice, PracticeState.published, turn.now):
        raise Refusal("moderate-done-already")
    state_changed(turn, practice.organisation_id, practice.id)
    record = _record(turn, practice.public_id)
    _tell_maker(turn, record, practice.public_id, "shown")
    _settle(turn, record, practice.public_id, upheld=False)
    return _onwards(turn, "moderate-restored")


def keep_hidden(turn: Turn, pressed: KeepHidden) -> Reply:
    """Settle reports by leaving a practice hidden, and tell its maker and whoever reported it."""
    practice = _moderated(turn, pressed.practice)
    record = _record(turn, practice.public_id)
    found = reports.open_on(turn.connection, record.id)
    if found is None:
        raise Refusal("moderate-done-already")
    first, reasons = found
    _settle(turn, record, pressed.practice, upheld=True)
    if record.author_id is not None and record.author_id != turn.member.id:
        told = say(
            "moderate-told-kept-hidden",
            tap("moderate-see", ShowPractice(pressed.practice)),
            title=record.title,
            reasons=_in_words(reasons),
        )
        turn.tell(record.author_id, told, once=f"report-settled:{first}")
    return _onwards(turn, "moderate-kept-hidden")


def _settle(turn: Turn, record: Record, name: str, *, upheld: bool) -> None:
    """Close the open reports on a practice, and tell whoever made them."""
    organisation = turn.member.organisation_id
    told = "moderate-told-reporter-hidden" if upheld else "moderate-told-reporter-shown"
    for number in reports.settle(turn.connection, organisation, record.id, upheld=upheld, now=turn.now):
        if number not in (turn.member.id, record.author_id):
            once = f"report-settled:{name}:{number}:{turn.now.isoformat()}"
            turn.tell(number, say(told, title=record.title), once=once)


def _onwards(turn: Turn, done: str) -> Say:
    """Say what was done, and go on with what is left."""
    return _reported(turn, 0).after(text(done)).instead()


# --- from the card ----------------------------------------------------------------------------------


def menu(turn: Turn, pressed: Moderate) -> Reply:
    """Say what can be done with a practice."""
    practice = _moderated(turn, pressed.practice)
    return say(f"moderate-menu-{practice.state.value}", *_choices(turn, practice), title=practice.parts.title)


def _choices(turn: Turn, practice: Practice) -> tuple[Tap, ...]:
    name = practice.public_id
    merge = tap("moderate-merge", StartMerge(name))
    if practice.state is PracticeState.published:
        return (tap("moderate-hide", StartHide(name)), merge, tap("moderate-nothing", Fine()))
    reported = reports.open_on(turn.connection, practice.id)
    keep = (tap("moderate-keep-hidden", KeepHidden(name)),) if reported else ()
    return (tap("moderate-restore", Restore(name)), *keep, merge, tap("moderate-nothing", Fine()))


def start_hide(turn: Turn, pressed: StartHide) -> Reply:
    """Ask why."""
    practice = _moderated(turn, pressed.practice)
    if not may_hide(practice, turn.member):
        raise Refusal("moderate-done-already")
    reasons = (tap(f"report-{one.value}", Hide(practice.public_id, one)) for one in Reason)
    asked = say("moderate-hide-why", *reasons, tap("moderate-nothing", Fine()), title=practice.parts.title)
    return asked.instead()


def hide(turn: Turn, pressed: Hide) -> Reply:
    """Hide a practice at once, and tell its maker why."""
    practice = _moderated(turn, pressed.practice)
    if not may_hide(practice, turn.member) or not moderation.change_state(
        turn.connection, practice, PracticeState.hidden, turn.now
    ):
        raise Refusal("moderate-done-already")
    state_changed(turn, practice.organisation_id, practice.id)
    record = _record(turn, practice.public_id)
    reason = text(f"moderate-reason-{pressed.reason.value}")
    _tell_maker(turn, record, practice.public_id, "hidden", reason=reason)
    return say(
        "moderate-hidden", tap("moderate-restore", Restore(practice.public_id)), title=practice.parts.title
    ).instead()


def _moderated(turn: Turn, name: str) -> Practice:
    """Return the practice this member looks after; a merged one is not answered by what was kept."""
    practice = visible(turn, name)
    if practice.public_id != name or not may_moderate(practice, turn.member):
        raise Refusal("practice-gone")
    return practice


def _record(turn: Turn, name: str) -> Record:
    record = moderation.record_of(turn.connection, turn.member.organisation_id, name)
    if record is None:
        raise Refusal("practice-gone")
    return record


def _other_moderators(turn: Turn) -> int:
    found = members.with_roles(turn.connection, turn.member.organisation_id, MODERATORS)
    return sum(one.id != turn.member.id for one in found)


def _tell_maker(turn: Turn, record: Record, name: str, what: str, **values: Text | str) -> None:
    """Tell whoever made a practice what became of it, with the card."""
    if record.author_id is None or record.author_id == turn.member.id:
        return
    told = say(
        f"moderate-told-{what}",
        tap("moderate-see", ShowPractice(name)),
        title=record.title,
        **values,
    )
    turn.tell(record.author_id, told, once=f"practice-{what}:{name}:{turn.now.isoformat()}")


# --- merging a double -------------------------------------------------------------------------------


def start_merge(turn: Turn, pressed: StartMerge) -> Reply:
    """Ask which one stays, with what looks like it."""
    double = _moderated(turn, pressed.practice)
    document = search.documents(turn.connection, double.id)[0]
    hits = turn.world.finder.similar(document, turn.scope, LOOKED_AT)
    alike = that_fit(turn, [int(hit.id) for hit in hits], partial(may_merge, double))
    known = {"double": double.public_id, "title": double.parts.title}
    return begin(turn, FLOW, {**known, "found": names(alike)})


def merge_into(turn: Turn, pressed: MergeInto) -> Reply:
    """Ask whether this double goes up in that practice."""
    double, kept = _pair(turn, pressed.double, pressed.kept)
    known = {"double": double.public_id, "title": double.parts.title}
    return begin(turn, FLOW, {**known, "found": [kept.public_id], "kept": kept.public_id})


def _ask_kept(draft: Draft, picks: tuple[Tap, ...]) -> Say:
    """Offer what looks alike, and ask for other words."""
    asked = "moderate-merge-which" if picks else "moderate-merge-words"
    return say(asked, *picks, title=draft.answers["title"])


def _find_kept(turn: Turn, draft: Draft, words: str) -> list[Practice]:
    """Look for the one that stays with these words."""
    double = _moderated(turn, draft.answers["double"])
    found = found_by(turn, words, turn.scope, partial(may_merge, double))
    if not found:
        raise Refusal("moderate-merge-not-found")
    return found


def _check_kept(turn: Turn, draft: Draft, name: str) -> None:
    """Refuse what may not stay."""
    _pair(turn, draft.answers["double"], name)


def _pair(turn: Turn, double_name: str, kept_name: str) -> tuple[Practice, Practice]:
    """Return the double and the one that stays, if they may be merged by now."""
    double, kept = _moderated(turn, double_name), _moderated(turn, kept_name)
    if not may_merge(double, kept):
        raise Refusal("moderate-merge-not-found")
    return double, kept


def ask_sure(turn: Turn, draft: Draft) -> Say:
    """Show the card that stays and say what happens to the other."""
    kept = practices.by_public_id(turn.connection, turn.member, draft.answers["kept"])
    shown = card(kept, turn.member, turn.now).texts if kept else ()
    return Say(
        (text("moderate-merge-sure", double=draft.answers["title"]), *shown),
        (
            pick(draft, "sure", "yes", "moderate-merge-yes"),
            pick(draft, "sure", "other", "moderate-merge-other"),
        ),
    )


def merge(turn: Turn, draft: Draft) -> Reply:
    """Merge, tell whoever made the double and whoever reported it, and offer the way back."""
    double, kept = _pair(turn, draft.answers["double"], draft.answers["kept"])
    if not moderation.merge(turn.connection, double, kept, turn.now):
        raise Refusal("moderate-done-already")
    for one in (double, kept):
        words_changed(turn, one.organisation_id, one.id)
    record = _record(turn, double.public_id)
    _settle(turn, record, double.public_id, upheld=True)
    _tell_merged(turn, record, double.public_id, kept)
    return say(
        "moderate-merged",
        tap("moderate-unmerge", Unmerge(double.public_id)),
        tap("moderate-see", ShowPractice(kept.public_id)),
        double=double.parts.title,
        kept=kept.parts.title,
    )


def _tell_merged(turn: Turn, record: Record, name: str, kept: Practice) -> None:
    """Tell whoever made the double; what was kept is named only when they may see it."""
    if record.author_id is None:
        return
    maker = members.by_id(turn.connection, record.author_id)
    if maker and practices.by_public_id(turn.connection, maker, kept.public_id):
        _tell_maker(turn, record, name, "merged", kept=kept.parts.title)
    else:
        _tell_maker(turn, record, name, "merged-unseen")


def unmerge(turn: Turn, pressed: Unmerge) -> Reply:
    """Take a merge back; each has its own votes again."""
    numbers = moderation.unmerge(turn.connection, turn.member.organisation_id, pressed.practice)
    if numbers is None:
        raise Refusal("moderate-done-already")
    for number in numbers:
        words_changed(turn, turn.member.organisation_id, number)
    doubles.keep_apart(turn.connection, turn.member.organisation_id, numbers)
    record = _record(turn, pressed.practice)
    _tell_maker(turn, record, pressed.practice, "apart")
    return say(
        "moderate-apart", tap("moderate-see", ShowPractice(pressed.practice)), title=record.title
    ).instead()


FLOW = Flow(
    "merge",
    MODERATORS,
    (
        choosing("kept", _ask_kept, _find_kept, _check_kept),
        being_sure("kept", ask_sure),
    ),
    merge,
)

CAPABILITY = Capability(
    name="moderate",
    commands=(Command("reported", command, MODERATORS),),
    buttons={
        ShowReported: show_reported,
        Moderate: menu,
        StartHide: start_hide,
        Hide: hide,
        Restore: restore,
        KeepHidden: keep_hidden,
        StartMerge: start_merge,
        MergeInto: merge_into,
        Unmerge: unmerge,
    },
    flows=(FLOW,),
)
