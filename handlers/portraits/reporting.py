"""Something is wrong with a portrait: said in two taps, and looked at by somebody who answers for it."""

from __future__ import annotations

from domain.limits import Act
from domain.people import EVERYONE, MODERATORS
from domain.portraits import Portrait, PortraitState
from domain.practices import Reason
from domain.rights import Reach
from handlers.kit import Button, Refusal, Reply, Say, Tap, Turn, button, say, tap, text
from handlers.kit.allowance import enough, spent
from handlers.kit.doors import Fine, MyPortrait, ShowReportedPortraits
from handlers.portraits.showing import StartPortraitReport, portrayed
from storage import members, portraits
from storage.portraits import Reported


@button("ph", EVERYONE, portrait=Reach.seen)
class ReportPortrait(Button):
    """Report a portrait for this reason."""

    portrait: str
    reason: Reason


@button("py", MODERATORS, portrait=Reach.ours)
class JudgePortrait(Button):
    """Say whether a portrait that was reported may be seen."""

    portrait: str
    shown: bool


# --- by whoever reads it ------------------------------------------------------------------------------


def start(turn: Turn, pressed: StartPortraitReport) -> Say:
    """Ask what is wrong; the portrait stays on screen meanwhile."""
    portrait = _of_another(turn, pressed.portrait)
    reasons = (tap(f"report-{one.value}", ReportPortrait(portrait.public_id, one)) for one in Reason)
    return say("portrait-report-why", *reasons, tap("report-not", Fine()))


def _of_another(turn: Turn, public_id: str) -> Portrait:
    portrait = portraits.by_public_id(turn.connection, turn.member, public_id)
    if portrait is None or portrait.member_id == turn.member.id:
        raise Refusal("portrait-gone")
    return portrait


def report(turn: Turn, pressed: ReportPortrait) -> Say:
    """Note it, hide at once what may hold something about somebody else, and let coordinators look."""
    portrait = _of_another(turn, pressed.portrait)
    if (why := enough(turn, Act.report)) is not None:
        raise why
    new = portraits.report(turn.connection, portrait, turn.member, pressed.reason, turn.now)
    hides = pressed.reason is Reason.personal
    if new and hides and portraits.hide(turn.connection, portrait, turn.now):
        _tell_owner(turn, portrait, "portrait-told-hidden")
    if new:
        spent(turn, Act.report)
        _ask_moderators(turn, portrait, "portrait-reported-hidden" if hides else "portrait-reported")
    return say("portrait-report-thanks-hidden" if hides else "portrait-report-thanks").instead()


def _tell_owner(turn: Turn, portrait: Portrait, key: str) -> None:
    told = say(key, tap("portrait-mine", MyPortrait()))
    turn.tell(portrait.member_id, told, once=f"{key}:{portrait.public_id}:{turn.now.isoformat()}")


def _ask_moderators(turn: Turn, portrait: Portrait, key: str) -> None:
    asked = say(key, tap("report-look", ShowReportedPortraits()))
    for one in members.with_roles(turn.connection, turn.member.organisation_id, MODERATORS):
        if one.id not in (portrait.member_id, turn.member.id):
            once = f"{key}:{portrait.public_id}:{one.public_id}:{turn.now.isoformat()}"
            turn.tell(one.id, asked, once=once)


def ask_to_look_again(turn: Turn, portrait: Portrait) -> None:
    """Let coordinators know that a hidden portrait was changed by its owner."""
    _ask_moderators(turn, portrait, "portrait-changed-hidden")


# --- by who looks after the organisation --------------------------------------------------------------


def look(turn: Turn, _pressed: ShowReportedPortraits) -> Reply:
    """Show the portrait that waits longest, with what can be done."""
    return _next(turn)


def _next(turn: Turn) -> Say:
    waiting = portraits.to_look_at(turn.connection, turn.member.organisation_id)
    if not waiting:
        return say("portrait-reported-none")
    # Of one's own portrait somebody else is to say so, as long as there is somebody else.
    first = next((one for one in waiting if _may_judge(turn, one.portrait)), None)
    return _shown(turn, first, len(waiting)) if first else say("portrait-reported-own")


def _may_judge(turn: Turn, portrait: Portrait) -> bool:
    if portrait.member_id != turn.member.id:
        return True
    judges = members.with_roles(turn.connection, turn.member.organisation_id, MODERATORS)
    return all(one.id == turn.member.id for one in judges)


def _shown(turn: Turn, one: Reported, count: int) -> Say:
    hidden = one.portrait.state is PortraitState.hidden
    reasons = tuple(text(f"moderate-reason-{reason.value}") for reason in one.reasons)
    head = text("portrait-reported-count", count=count)
    why = (text("portrait-reported-why", reasons=reasons),) if reasons else ()
    stands = text("portrait-reported-is-hidden" if hidden else "portrait-reported-is-shown")
    return Say((head, *why, stands, *portrayed(turn, one.portrait).texts), _judgements(one.portrait))


def _judgements(portrait: Portrait) -> tuple[Tap, ...]:
    name = portrait.public_id
    return (
        tap("portrait-judge-show", JudgePortrait(name, True)),
        tap("portrait-judge-hide", JudgePortrait(name, False)),
    )


def judge(turn: Turn, pressed: JudgePortrait) -> Reply:
    """Show it or hide it, forget the reports, and tell its owner and whoever made them."""
    waiting = portraits.to_look_at(turn.connection, turn.member.organisation_id)
    found = next((one.portrait for one in waiting if one.portrait.public_id == pressed.portrait), None)
    if found is None or not _may_judge(turn, found):
        raise Refusal("moderate-done-already")
    change = portraits.show_again if pressed.shown else portraits.hide
    changed = change(turn.connection, found, turn.now)
    if changed:
        _tell_owner(turn, found, "portrait-told-shown" if pressed.shown else "portrait-told-hidden-by")
    _tell_reporters(turn, found, shown=pressed.shown)
    done = "portrait-judged-shown" if pressed.shown else "portrait-judged-hidden"
    return _next(turn).after(text(done)).instead()


def _tell_reporters(turn: Turn, portrait: Portrait, *, shown: bool) -> None:
    told = say("portrait-told-reporter-shown" if shown else "portrait-told-reporter-hidden")
    for number in portraits.settle(turn.connection, portrait):
        if number not in (turn.member.id, portrait.member_id):
            once = f"portrait-judged:{portrait.public_id}:{number}:{turn.now.isoformat()}"
            turn.tell(number, told, once=once)
