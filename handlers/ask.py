"""Ask in one's own words; be shown what colleagues did, or hear honestly that nothing fits yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from domain import guard
from domain.limits import Act
from domain.looking_for_people import about, asked_for, asks_for_people
from domain.matching import Hit, Outcome, Word
from domain.people import EVERYONE
from domain.portraits import shuffled
from domain.practices import Practice, PracticeState, found_score, may_vote
from domain.questions import (
    MOST_QUESTION,
    Question,
    QuestionState,
    Shown,
    Verdict,
    choose,
    is_enough,
    state_after,
)
from domain.rights import Reach
from domain.safety import Danger, danger_in
from domain.smalltalk import Small, small_talk
from domain.text import clean, shorten
from handlers.kit import (
    Button,
    Capability,
    Command,
    Go,
    Refusal,
    Reply,
    Say,
    Tap,
    Text,
    Turn,
    button,
    say,
    tap,
    text,
)
from handlers.kit.allowance import spent
from handlers.kit.card import card, short_title, taps_for, visible, who_tap
from handlers.kit.doors import (
    AskOn,
    Browse,
    MyPortrait,
    ShowAnswer,
    ShowHelp,
    ShowMine,
    ShowPeople,
    ShowPortrait,
    ShowPractice,
    ShowProfile,
    Silence,
    StartAsk,
    StartNomination,
    StartShare,
    WithdrawQuestion,
)
from handlers.kit.learning import judge
from handlers.kit.views import note_view
from storage import portraits, practices, questions

LOOKED_AT = 10  # hits looked at: some may just have been hidden, and what is not for me goes last
MOST_WORDS = 4  # words named as the reason
MOST_PEOPLE = 2  # portraits that stand with an answer
MOST_NAME = 10  # characters of a name on a button
MOST_QUOTED = 140  # characters of a question that are said back
# What somebody wants to do who types it instead of asking something.
DOORS: Mapping[Small, Button] = {
    Small.help: ShowHelp(),
    Small.share: StartShare(""),
    Small.browse: Browse("", "", 0),
    Small.mine: ShowMine(),
    Small.profile: ShowProfile(),
    Small.nominate: StartNomination(""),
    Small.portrait: MyPortrait(),
    Small.people: ShowPeople(0),
    Small.stop: Silence(),
}


@button("qh", EVERYONE, question=Reach.own)
class GotHelp(Button):
    """I have help; the question need not be asked."""

    question: str


@button("qy", EVERYONE, question=Reach.own, practice=Reach.seen)
class Helped(Button):
    """This practice helped: the question is answered."""

    question: str
    practice: str


@button("qn", EVERYONE, question=Reach.own, practice=Reach.seen)
class DoesNotFit(Button):
    """This practice does not fit, or ("") none of them does: the question becomes a gap."""

    question: str
    practice: str


# --- asking ------------------------------------------------------------------------------------------


def on_text(turn: Turn) -> Reply:
    """Take any free text as a question."""
    return ask(turn, clean(turn.incoming.text))


def command(turn: Turn, words: str) -> Reply:
    """Answer /ask: with words they are the question."""
    return ask(turn, clean(words)) if words else invite(turn, StartAsk())


def invite(_turn: Turn, _pressed: StartAsk) -> Say:
    """Invite a question."""
    return say("ask-invite")


def ask(turn: Turn, words: str) -> Reply:
    """Answer a question: help first when it is about danger, otherwise what colleagues did."""
    small = small_talk(words)
    if small is not None:
        return _small(small)
    shown = _portrait_of(turn, words)
    if shown is not None:
        return shown
    if not is_enough(words):
        return say("ask-too-little")
    danger = danger_in(words)
    # Nobody is kept from hearing whom to call.
    if not danger and (why := spent(turn, Act.ask)) is not None:
        raise why
    finding = turn.guard(words)
    kept = shorten(finding.redacted, MOST_QUESTION)
    notes = _notes(finding, kept)
    state = QuestionState.held if danger else QuestionState.shown
    question = questions.add(turn.connection, turn.member, kept, state, turn.now)
    if danger:
        return _urgent(danger, question, notes)
    return _with_people(turn, _look_up(turn, question), words).after(*notes)


def _small(small: Small) -> Reply:
    door = DOORS.get(small)
    return Go(door) if door else say(f"ask-{small.value}")


def _portrait_of(turn: Turn, words: str) -> Go | None:
    """Answer "who is Anna?" with the portrait that shows this name; of whoever shows none nothing is told."""
    name = asked_for(words)
    found = portraits.called(turn.connection, turn.member, name) if name else []
    return Go(ShowPortrait(found[0].public_id)) if len(found) == 1 else None


def _with_people(turn: Turn, answer: Say, words: str) -> Say:
    """Say as well which colleagues tell of this in a portrait, when somebody asks who."""
    if not asks_for_people(words):
        return answer
    found = about(portraits.on_show(turn.connection, turn.member), words)
    others = {name: one for name, one in found.items() if one.named and one.member_id != turn.member.id}
    if not others:
        return answer
    shown = shuffled(others, turn.member.public_id, turn.now.date())[:MOST_PEOPLE]
    taps = (
        tap("ask-person", ShowPortrait(name), name=shorten(others[name].name, MOST_NAME)) for name in shown
    )
    return answer.then(text("ask-people", count=len(shown))).with_taps(*taps)


def _notes(finding: guard.Finding, kept: str) -> tuple[Text, ...]:
    """Tell what was left out of a question, for the person thinks that all of it was read."""
    kinds = sorted({hit.kind.value for hit in finding.hits})
    names = tuple(text(f"guard-{kind}-long") for kind in kinds)
    left_out = (text("ask-left-out", what=names),) if names else ()
    long = (text("ask-long"),) if kept != finding.redacted else ()
    return (*left_out, *long)


def _urgent(danger: Danger, question: Question, notes: tuple[Text, ...]) -> Say:
    return Say(
        (text(f"ask-urgent-{danger.value}"), *notes),
        (tap("ask-got-help", GotHelp(question.public_id)), tap("ask-anyway", AskOn(question.public_id))),
    )


def got_help(turn: Turn, pressed: GotHelp) -> Say:
    """Forget a question that was about danger and not asked. The numbers to call stay on screen."""
    question = questions.of_asker(turn.connection, turn.member, pressed.question)
    if question is not None and question.state is QuestionState.held:
        questions.withdraw(turn.connection, question)
    return say("ask-take-care")


def ask_on(turn: Turn, pressed: AskOn) -> Say:
    """Look up a question that was kept."""
    return _look_up(turn, _mine(turn, pressed.question))


def _mine(turn: Turn, public_id: str) -> Question:
    question = questions.of_asker(turn.connection, turn.member, public_id)
    if question is None:
        raise Refusal("question-gone")
    return question


# --- answering ---------------------------------------------------------------------------------------


def _look_up(turn: Turn, question: Question) -> Say:
    before = questions.shown(turn.connection, question)
    words = _findable(question.text, turn.guard_labels)
    match = turn.world.finder.match(words, turn.scope, LOOKED_AT, turn.incoming.meaning)
    found = _on_show(turn, [int(hit.id) for hit in match.hits])
    chosen = choose(match, found, _last(before, found), _score(turn, found))
    state = state_after(question.state, chosen.outcome)
    question = questions.mark(turn.connection, question, state, chosen.outcome)
    shown = questions.show(turn.connection, question, turn.member.organisation_id, chosen.hits, before)
    cards = [found[one.practice_id] for one in shown]
    match chosen.outcome:
        case Outcome.ANSWER:
            return _answer(turn, question, cards[0], shown, cards)
        case Outcome.UNSURE:
            return _unsure(question, cards)
        case Outcome.NONE:
            return _open("ask-none", question)


def _score(turn: Turn, found: Mapping[int, Practice]) -> Callable[[Hit], float]:
    """Order what was found by words, by how well it fits this member's work, and by what came of it."""
    reader = turn.member.place
    return lambda hit: found_score(found[int(hit.id)], hit.confidence, reader, turn.now)


def _last(before: Sequence[Shown], found: Mapping[int, Practice]) -> set[int]:
    """Return what goes last: not for this member, or said not to fit this question before."""
    unfit = {one.practice_id for one in before if one.verdict is Verdict.unfit}
    return unfit | {number for number, one in found.items() if one.dismissed}


def looks_up(turn: Turn, words: str) -> str:
    """Return what of a text is looked up at once; of small talk and what is about danger nothing is."""
    if small_talk(words) is not None or not is_enough(words) or danger_in(words):
        return ""
    return _findable(shorten(turn.guard(words).redacted, MOST_QUESTION), turn.guard_labels)


def _findable(words: str, labels: Mapping[guard.Kind, str]) -> str:
    """Return a question without the labels of the guard, as "[telefoonnummer]" finds phones."""
    for label in labels.values():
        words = words.replace(label, " ")
    return words


def _on_show(turn: Turn, ids: Sequence[int]) -> dict[int, Practice]:
    """Return the practices that may be shown as an answer now; the index may be a moment behind."""
    found = practices.by_ids(turn.connection, turn.member, ids)
    return {one.id: one for one in found if one.state is PracticeState.published}


def _unsure(question: Question, shown: Sequence[Practice]) -> Say:
    return say(
        "ask-unsure",
        *(_answer_tap(question, one) for one in shown),
        tap("ask-something-else", DoesNotFit(question.public_id, "")),
        count=len(shown),
    )


def _answer_tap(question: Question, practice: Practice) -> Tap:
    return tap("card-open", ShowAnswer(question.public_id, practice.public_id), title=short_title(practice))


def _open(key: str, question: Question, *others: Tap) -> Say:
    """Say that a question is a gap now, who sees it, and what else one can do."""
    return say(
        key,
        *others,
        tap("ask-share", StartShare("")),
        tap("door-browse", Browse("", "", 0)),
        tap("question-withdraw", WithdrawQuestion(question.public_id)),
        question=shorten(question.text, MOST_QUOTED),
    )


def show_answer(turn: Turn, pressed: ShowAnswer) -> Reply:
    """Show a practice as the answer to a question; when the question is gone, just the card."""
    practice = visible(turn, pressed.practice)
    if practice.state is not PracticeState.published:
        raise Refusal("practice-gone")
    question = questions.of_asker(turn.connection, turn.member, pressed.question)
    if question is None:
        return Go(ShowPractice(pressed.practice))
    shown = questions.shown(turn.connection, question)
    others = _on_show(turn, [one.practice_id for one in shown if one.practice_id != practice.id])
    return _answer(turn, question, practice, shown, others.values())


def _answer(
    turn: Turn, question: Question, practice: Practice, shown: Sequence[Shown], others: Iterable[Practice]
) -> Say:
    """Show the whole card, why it was found, what else was found, and what one can say of it."""
    said = {one.practice_id: one for one in shown}
    unfit = {one.practice_id for one in shown if one.verdict is Verdict.unfit}
    this = said.get(practice.id)
    taps = (
        *taps_for(practice, turn.member, question.public_id, _verdict_taps(question, practice, this)),
        *who_tap(practice),
        *(_answer_tap(question, one) for one in others if one.id not in {practice.id, *unfit}),
    )
    note_view(turn, practice)
    return card(practice, turn.member, turn.now, *taps).then(*_reason(this))


def _verdict_taps(question: Question, practice: Practice, this: Shown | None) -> tuple[Tap, ...]:
    waits = question.state in (QuestionState.shown, QuestionState.open)
    if this is None or this.verdict is Verdict.helped or not (waits or this.verdict is Verdict.linked):
        return ()
    pair = question.public_id, practice.public_id
    return (tap("ask-helped", Helped(*pair)), tap("ask-does-not-fit", DoesNotFit(*pair)))


def _reason(this: Shown | None) -> tuple[Text, ...]:
    if this is None:
        return ()
    if this.verdict is Verdict.helped:
        return (text("ask-good"),)
    return (_why(this.why),)


def _why(why: Sequence[Word]) -> Text:
    """Say by which words a practice was found, and which of them was read as another word."""
    words = list(dict.fromkeys(one.found if one.repaired else one.asked for one in why))[:MOST_WORDS]
    if not words:
        return text("ask-why-like")
    named = tuple(text("ask-word", word=word) for word in words)
    read = tuple(
        text("ask-read", asked=one.asked, found=one.found)
        for one in why
        if one.repaired and one.found in words
    )
    return text("ask-why-read", words=named, read=read) if read else text("ask-why", words=named)


# --- what the asker says of it -----------------------------------------------------------------------


def helped(turn: Turn, pressed: Helped) -> Go:
    """Close a question as answered by this practice, which is found sooner by the same words from now on.

    What helped is useful: said with the same tap.
    """
    question = _mine(turn, pressed.question)
    practice = visible(turn, pressed.practice)
    judge(turn, question, practice.id, Verdict.helped)
    if may_vote(practice, turn.member):
        practices.vote(turn.connection, practice, turn.member, turn.now)
    questions.mark(turn.connection, question, QuestionState.answered)
    door = ShowAnswer(question.public_id, practice.public_id)
    return Go(door, instead=True, toast=text("ask-good"))


def does_not_fit(turn: Turn, pressed: DoesNotFit) -> Say:
    """Note that this practice does not fit, or that none does: a gap, until something helps.

    A practice that was hidden meanwhile does not fit either.
    """
    question = _mine(turn, pressed.question)
    practice = practices.by_public_id(turn.connection, turn.member, pressed.practice)
    linked = practice is not None and _is_linked(turn, question, practice)
    if practice is not None or not pressed.practice:
        judge(turn, question, practice.id if practice else None, Verdict.unfit)
    if linked or question.state in (QuestionState.shown, QuestionState.open):
        questions.mark(turn.connection, question, QuestionState.open)
    shown = questions.shown(turn.connection, question)
    left = [one.practice_id for one in shown if one.verdict is not Verdict.unfit]
    others = [_answer_tap(question, one) for one in _on_show(turn, left).values()]
    return _open("ask-unfit", question, *others).instead()


def _is_linked(turn: Turn, question: Question, practice: Practice) -> bool:
    """Tell whether a coordinator gave this practice as the answer, and the asker has not said anything."""
    shown = questions.shown(turn.connection, question)
    return any(one.practice_id == practice.id and one.verdict is Verdict.linked for one in shown)


CAPABILITY = Capability(
    name="ask",
    commands=(Command("ask", command, EVERYONE),),
    buttons={
        StartAsk: invite,
        AskOn: ask_on,
        GotHelp: got_help,
        ShowAnswer: show_answer,
        Helped: helped,
        DoesNotFit: does_not_fit,
    },
    on_text=on_text,
    looks_up=looks_up,
)
