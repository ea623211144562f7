"""Tell: I tried this, and it worked, partly, or not. One tap counts; a sentence may follow."""

from __future__ import annotations

from datetime import timedelta

from domain.delivery import Lane
from domain.peers.evidence import Outcome
from domain.people import EVERYONE
from domain.practices import Practice
from domain.rights import Reach
from domain.text import clean
from domain.trials import (
    MOST_ASKS,
    MOST_LINE,
    SIDES_FROM,
    Degree,
    Obstacle,
    PledgeState,
    Side,
    Trial,
    heard_once,
    next_side,
)
from handlers.kit import (
    Button,
    Draft,
    Flow,
    Hear,
    Refusal,
    Reply,
    Say,
    Step,
    Tap,
    Turn,
    begin,
    button,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.card import short_title
from handlers.kit.doors import ShowExperiences, ShowPractice, StartVariant, Tell
from handlers.kit.flow import Answers
from handlers.trials.moments import in_two_weeks
from handlers.trials.pledging import tryable
from storage import deliveries, pledges, trials

# The maker hears it with the sentence; this long is waited for one.
SENTENCE_WAITS = timedelta(minutes=30)


@button("to", EVERYONE, practice=Reach.seen)
class TellOutcome(Button):
    """Say what came of it."""

    practice: str
    outcome: Outcome


@button("tw", EVERYONE, practice=Reach.seen)
class WithdrawTrial(Button):
    """Take back what I told."""

    practice: str


@button("ts", EVERYONE, practice=Reach.seen)
class TellSide(Button):
    """Say how much one side of the success is so."""

    practice: str
    side: Side
    degree: Degree


# --- one tap ------------------------------------------------------------------------------------------


def tell(turn: Turn, pressed: Tell) -> Say:
    """Ask how it went."""
    practice = tryable(turn, pressed.practice)
    name = practice.public_id
    said = practice.own_outcome
    before = (text("trials-said-before", outcome=text(f"trials-outcome-{said.value}")),) if said else ()
    asked = say(
        "trials-how",
        *(tap(f"trials-{one.value}", TellOutcome(name, one)) for one in Outcome),
        *((tap("trials-take-back", WithdrawTrial(name)),) if said else ()),
        title=practice.parts.title,
    )
    return asked.then(*before)


def withdraw_trial(turn: Turn, pressed: WithdrawTrial) -> Say:
    """Take back what was told: nothing of it is kept."""
    practice = tryable(turn, pressed.practice)
    trial = trials.of(turn.connection, practice.id, turn.member.id)
    if trial is not None:
        _take_back(turn, trial)
        trials.withdraw(turn.connection, practice.id, turn.member.id)
    return say("trials-taken-back", *_see(practice), title=practice.parts.title).instead()


def tell_outcome(turn: Turn, pressed: TellOutcome) -> Reply:
    """Count an outcome at once, let the maker hear it, and invite a sentence."""
    practice = tryable(turn, pressed.practice)
    before = trials.of(turn.connection, practice.id, turn.member.id)
    if trials.tell(turn.connection, practice, turn.member, pressed.outcome, turn.now):
        if before is not None:
            _take_back(turn, before)
        _tell_maker(turn, practice)
    _settle_pledge(turn, practice, pressed.outcome)
    if pressed.outcome is Outcome.too_early:
        return say("trials-early", *_see(practice), title=practice.parts.title).instead()
    known = {"practice": practice.public_id, "outcome": pressed.outcome.value}
    asked = begin(turn, LINE, known)
    return asked.instead() if isinstance(asked, Say) else asked


def _see(practice: Practice) -> tuple[Tap, ...]:
    return (tap("trials-see", ShowPractice(practice.public_id)),)


def _settle_pledge(turn: Turn, practice: Practice, outcome: Outcome) -> None:
    """A pledge that is told about is kept; too early to say is asked about once more."""
    pledge = pledges.of(turn.connection, practice.id, turn.member.id)
    if pledge is None or pledge.state not in (PledgeState.open, PledgeState.asked):
        return
    if outcome is not Outcome.too_early:
        pledges.close(turn.connection, pledge, PledgeState.told)
    elif pledge.state is PledgeState.asked and pledge.asked < MOST_ASKS:
        pledges.ask_again(turn.connection, pledge, in_two_weeks(turn))


# --- the maker hears it -------------------------------------------------------------------------------


def _take_back(turn: Turn, trial: Trial) -> None:
    """What was not said yet need not be said any more."""
    deliveries.withdraw(turn.connection, heard_once(trial.public_id, trial.outcome))


def _tell_maker(turn: Turn, practice: Practice) -> None:
    """Let the maker hear once what came of it, with the sentence when there is one."""
    trial = trials.of(turn.connection, practice.id, turn.member.id)
    if practice.author_id is None or trial is None or trial.outcome is Outcome.too_early:
        return
    _take_back(turn, trial)
    who = text("trials-somebody-named", name=trial.name) if trial.named and trial.name else None
    heard = say(
        "trials-heard",
        tap("trials-see", ShowPractice(practice.public_id)),
        title=short_title(practice),
        who=who or text("trials-somebody"),
        outcome=text(f"trials-heard-{trial.outcome.value}"),
    )
    if trial.line:
        heard = heard.then(text("trials-heard-line", line=trial.line))
    waits = timedelta(0) if trial.line else SENTENCE_WAITS
    turn.tell(
        practice.author_id,
        heard,
        once=heard_once(trial.public_id, trial.outcome),
        lane=Lane.loop,
        not_before=turn.now + waits,
    )


# --- a sentence for the next colleague ----------------------------------------------------------------


def _ask_line(_turn: Turn, draft: Draft) -> Say:
    return say(f"trials-line-{draft.answers['outcome']}")


def _line_typed(_turn: Turn, _draft: Draft, words: str) -> Answers:
    line = clean(words)
    if len(line) > MOST_LINE:
        raise Refusal("trials-line-long", length=len(line), most=MOST_LINE)
    return {"words": line}


def _ask_obstacle(_turn: Turn, draft: Draft) -> Say:
    obstacles = (pick(draft, "obstacle", one.value, f"trials-obstacle-{one.value}") for one in Obstacle)
    return say("trials-obstacle", *obstacles, pick(draft, "obstacle", "none", "trials-obstacle-none"))


def _obstacle_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in (*Obstacle, "none"):
        raise Refusal("flow-choose")
    return {"obstacle": value}


def _was_hard(draft: Draft) -> bool:
    return draft.answers["outcome"] in (Outcome.partly, Outcome.did_not)


def _ask_name(turn: Turn, draft: Draft) -> Say:
    """Show the sentence as colleagues will see it; it may have been a question for the program."""
    named = (pick(draft, "shown", "named", "trials-with-name"),) if turn.member.name else ()
    return say(
        "trials-show",
        pick(draft, "shown", "nameless", "trials-without-name"),
        *named,
        pick(draft, "shown", "question", "trials-was-question"),
        line=draft.answers["words"],
    )


def _name_picked(turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in ("named", "nameless", "question") or (value == "named" and not turn.member.name):
        raise Refusal("flow-choose")
    return {"shown": value}


def _line_told(turn: Turn, draft: Draft) -> Reply:
    """Keep the sentence, let the maker hear it, and say what one can do now."""
    if draft.answers["shown"] == "question":
        return Hear(draft.answers["words"])
    practice = tryable(turn, draft.answers["practice"])
    if practice.own_outcome is None:  # taken back meanwhile
        raise Refusal("trials-try-first", tap("card-tell", Tell(practice.public_id)))
    obstacle = draft.answers.get("obstacle", "none")
    trials.add_line(
        turn.connection,
        practice.id,
        turn.member.id,
        line=draft.answers["words"],
        named=draft.answers["shown"] == "named",
        obstacle=None if obstacle == "none" else Obstacle(obstacle),
    )
    _tell_maker(turn, practice)
    return _thanked(turn, practice, "trials-line-kept")


def _skipped(turn: Turn, draft: Draft) -> Say:
    return _thanked(turn, tryable(turn, draft.answers["practice"]), "trials-skipped")


def _thanked(turn: Turn, practice: Practice, key: str) -> Say:
    """Say thanks and offer what fits now: one of four short questions, or what others told."""
    trial = trials.of(turn.connection, practice.id, turn.member.id)
    told = tryable(turn, practice.public_id).told
    side = next_side(trial.sides) if trial is not None and told.tried >= SIDES_FROM else None
    if side is not None:
        return _ask_side(practice, side).after(text(key))
    return say(
        key,
        tap("card-experiences", ShowExperiences(practice.public_id, 0)),
        tap("trials-differently", StartVariant(practice.public_id)),
    )


LINE = Flow(
    "trial",
    EVERYONE,
    (
        Step("line", _ask_line, typed=_line_typed, for_others=True),
        Step("obstacle", _ask_obstacle, picked=_obstacle_picked, needed=_was_hard),
        Step("shown", _ask_name, picked=_name_picked),
    ),
    _line_told,
    stop_label="trials-skip",
    stopped=_skipped,
)


# --- the four sides -----------------------------------------------------------------------------------


def _ask_side(practice: Practice, side: Side) -> Say:
    name = practice.public_id
    return say(
        f"trials-side-{side.value}",
        *(tap(f"trials-degree-{one.value}", TellSide(name, side, one)) for one in Degree),
        tap("trials-enough", ShowExperiences(name, 0)),
    )


def tell_side(turn: Turn, pressed: TellSide) -> Say:
    """Count what somebody who tried it says of one side, and ask the next."""
    practice = tryable(turn, pressed.practice)
    if practice.own_outcome in (None, Outcome.too_early):
        raise Refusal("trials-try-first", tap("card-tell", Tell(practice.public_id)))
    trials.set_side(turn.connection, practice.id, turn.member.id, pressed.side, pressed.degree)
    return _thanked(turn, practice, "trials-side-kept").instead()
