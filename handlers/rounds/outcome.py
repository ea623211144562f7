"""What came out of a round, for everybody who was asked; and a coordinator's own rounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.anonymity import RULES
from domain.people import COORDINATORS, EVERYONE
from domain.rights import Reach
from domain.rounds import MOST_COMMENTS_SHOWN, RoundState, quarter_of, working_morning
from domain.schedules import Every
from handlers.kit import Button, Refusal, Reply, Say, Tap, Text, Turn, below, button, say, tap, text
from handlers.kit.doors import ListRounds, StartRound, WriteBack
from handlers.rounds import words
from storage import rounds
from storage.rounds import Round

PER_PAGE = 5
MOST_KEPT_IN_SIGHT = 50


@button("zo", EVERYONE, round=Reach.seen)
class ShowOutcome(Button):
    """Show what came out of a round."""

    round: str


@button("zq", EVERYONE, round=Reach.seen)
class ShowQuotes(Button):
    """Show more of what people wrote."""

    round: str
    asked: int
    skip: int


@button("zh", COORDINATORS, round=Reach.ours)
class HideQuote(Button):
    """Hide one of the things people wrote."""

    round: str
    asked: int


@button("zj", EVERYONE, round=Reach.seen)
class JudgeFeedback(Button):
    """Say whether the feedback is right; counted, and not kept with who said it."""

    round: str
    right: bool


@button("zr", COORDINATORS, round=Reach.ours)
class ShowRound(Button):
    """Show a round of my own."""

    round: str


@button("ze", COORDINATORS, round=Reach.ours)
class EndRound(Button):
    """Take a round of my own back that is not open yet, or let it come no more."""

    round: str


# --- for everybody who was asked ----------------------------------------------------------------------


def told(one: Round) -> Say:
    """Say what came out, and when people hear what comes of it."""
    shown = words.outcome(one).with_taps(*_read_quotes(one))
    if one.feedback is not None:
        return shown.then(*words.feedback(one, one.feedback), *_judged(one))
    return shown.then(text("round-then", date=one.plan.feedback_at, sender=words.sender(one.plan)))


def _judged(one: Round) -> tuple[Text, ...]:
    """How many say that the feedback is not right, from the threshold on."""
    if one.not_right < RULES.figures_from:
        return ()
    return (text("round-not-right-count", count=one.not_right),)


def _read_quotes(one: Round) -> list[Tap]:
    open_ones = words.sentences(one)
    if len(open_ones) == 1:
        return [tap("round-read-quotes", ShowQuotes(one.public_id, open_ones[0], 0))]
    return [
        tap("round-read-quotes-of", ShowQuotes(one.public_id, number, 0), number=number + 1)
        for number in open_ones
    ]


def told_from(one: Round) -> datetime:
    """Return when everybody reads the outcome; one with sentences waits for a coordinator to look first."""
    return working_morning(one.plan.closes_at, one.zone) if words.sentences(one) else one.plan.closes_at


def feedback_told(one: Round) -> Say:
    """Say what comes of a round, and let people say whether it is right."""
    assert one.feedback is not None
    return Say(
        words.feedback(one, one.feedback),
        (
            tap("round-right", JudgeFeedback(one.public_id, True)),
            tap("round-not-right", JudgeFeedback(one.public_id, False)),
            tap("round-show-outcome", ShowOutcome(one.public_id)),
        ),
    )


def show_outcome(turn: Turn, pressed: ShowOutcome) -> Reply:
    """Show what came out."""
    return told(seen(turn, pressed.round))


def show_quotes(turn: Turn, pressed: ShowQuotes) -> Reply:
    """Show a page of what people wrote; a coordinator can hide what harms somebody."""
    one = seen(turn, pressed.round)
    if pressed.asked not in words.sentences(one):
        raise Refusal("old-button")
    shown = words.shown(one, pressed.asked)
    texts = shown["texts"]
    skip = pressed.skip if 0 <= pressed.skip < len(texts) else 0
    after = skip + MOST_COMMENTS_SHOWN
    taps = []
    if after < len(texts):
        taps.append(tap("round-more-quotes", ShowQuotes(one.public_id, pressed.asked, after)))
    if turn.may(COORDINATORS):
        taps.append(tap("round-hide", HideQuote(one.public_id, pressed.asked)))
    head = text("round-outcome-question", question=words.question(one.plan.questions[pressed.asked]))
    found = below(head, *words.quotes(texts, skip))
    return Say((found, *words.hidden(shown["hidden"])), tuple(taps))


def judge(turn: Turn, pressed: JudgeFeedback) -> Reply:
    """Count what somebody thinks of the feedback, once."""
    turn.keep_no_words()
    one = seen(turn, pressed.round)
    if one.state is not RoundState.answered:
        raise Refusal("old-button")
    counted = rounds.judge(turn.connection, one, turn.member.id, right=pressed.right)
    show = tap("round-show-outcome", ShowOutcome(one.public_id))
    return say("round-judged" if counted else "round-judged-already", show)


def seen(turn: Turn, public_id: str) -> Round:
    """Return a round with an outcome that this member was asked or asks; others look like absent ones."""
    one = rounds.by_public_id(turn.connection, turn.member.organisation_id, public_id)
    if one is None or one.outcome is None:
        raise Refusal("round-gone")
    asked = rounds.progress(turn.connection, one, turn.member.id) is not None
    first = turn.may(COORDINATORS)  # before the others read it
    if not _is_mine(turn, one) and not (asked and (first or turn.now >= told_from(one))):
        raise Refusal("round-gone")
    return one


# --- for who asks ---------------------------------------------------------------------------------------


def list_command(turn: Turn, _words: str) -> Reply:
    """Answer /rounds."""
    return show_list(turn, ListRounds(0))


def show_list(turn: Turn, pressed: ListRounds) -> Say:
    """Show my own rounds: first what I still owe an answer on, then the newest."""
    found = rounds.of_author(turn.connection, turn.member.id, MOST_KEPT_IN_SIGHT)
    new = tap("round-new", StartRound())
    if not found:
        return say("rounds-none", new)
    owed = sorted(
        (one for one in found if one.state is RoundState.closed), key=lambda one: one.plan.feedback_at
    )
    every = [*owed, *(one for one in found if one.state is not RoundState.closed)]
    skip = pressed.skip if 0 <= pressed.skip < len(every) else 0
    page = list(enumerate(every, start=1))[skip : skip + PER_PAGE]
    lines = [
        text("rounds-line", number=number, title=words.title(one.plan), standing=_standing(turn, one))
        for number, one in page
    ]
    back = [tap("round-write-back", WriteBack(owed[0].public_id))] if owed else []
    taps = [tap("rounds-open", ShowRound(one.public_id), number=number) for number, one in page]
    if skip + PER_PAGE < len(every):
        taps.append(tap("rounds-more", ListRounds(skip + PER_PAGE)))
    return Say((_debt(turn, owed), *lines), (*back, *taps, new))


def _debt(turn: Turn, owed: Sequence[Round]) -> Text:
    """Say first on how many rounds people still wait for an answer, and since or until when."""
    if not owed:
        return text("rounds-list")
    due = owed[0].plan.feedback_at
    return text("rounds-debt-late" if due < turn.now else "rounds-debt", count=len(owed), date=due)


def _standing(turn: Turn, one: Round) -> Text:
    plan = one.plan
    if one.state is RoundState.planned:
        return text("rounds-planned", date=plan.opens_at)
    if one.state is RoundState.open:
        # Quarters only, and never who: more would show what one answer changes.
        quarter = quarter_of(rounds.count_taking_part(turn.connection, one), one.invited)
        return text("rounds-running", date=plan.closes_at, answered=text(f"round-quarter-{quarter}"))
    if one.state is RoundState.answered:
        return text("rounds-answered")
    late = plan.feedback_at < turn.now
    return text("rounds-overdue" if late else "rounds-owed", date=plan.feedback_at)


def show(turn: Turn, pressed: ShowRound) -> Reply:
    """Show one of my own rounds and what can be done with it."""
    one = mine(turn, pressed.round)
    taps: list[Tap] = []
    if one.outcome is not None:
        taps.append(tap("round-show-outcome", ShowOutcome(one.public_id)))
    if one.state is RoundState.closed:
        taps.append(tap("round-write-back", WriteBack(one.public_id)))
    if one.state is RoundState.planned:
        taps.append(tap("round-take-back", EndRound(one.public_id)))
    elif one.plan.rhythm is not Every.once and not _ended(turn, one):
        taps.append(tap("round-end-series", EndRound(one.public_id)))
    head = text("rounds-one", title=words.title(one.plan), standing=_standing(turn, one), invited=one.invited)
    left = (text("rounds-left"),) if one.author_id is None else ()
    return Say((head, *left, *_judged(one)), (*taps, tap("round-mine", ListRounds(0))))


def _ended(turn: Turn, one: Round) -> bool:
    return one.plan.until is not None and one.plan.until <= _today(turn, one)


def _today(turn: Turn, one: Round) -> date:
    return turn.now.astimezone(ZoneInfo(one.zone)).date()


def end(turn: Turn, pressed: EndRound) -> Reply:
    """Take a round back that is not open yet; let a series come no more."""
    one = mine(turn, pressed.round)
    if one.state is RoundState.cancelled or _ended(turn, one):
        raise Refusal("old-button")
    if one.state is RoundState.planned and one.number == 0:
        rounds.cancel(turn.connection, one)
        return say("round-taken-back", tap("round-mine", ListRounds(0))).instead()
    if one.plan.rhythm is Every.once:
        raise Refusal("old-button")
    rounds.end_series(turn.connection, one, _today(turn, one))
    return say("round-series-ended", tap("round-mine", ListRounds(0))).instead()


def mine(turn: Turn, public_id: str) -> Round:
    """Return a round of my own, or of somebody who left; another's looks like an absent one."""
    one = rounds.by_public_id(turn.connection, turn.member.organisation_id, public_id)
    if one is None or not _is_mine(turn, one):
        raise Refusal("round-gone")
    return one


def _is_mine(turn: Turn, one: Round) -> bool:
    """People still wait for an answer when who asked them left: any coordinator may give it."""
    return one.author_id == turn.member.id or (one.author_id is None and turn.may(COORDINATORS))
