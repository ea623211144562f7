"""Questions that nothing fitted, for coordinators: without who asked, and whoever asked hears the end."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from domain.matching import Scope
from domain.people import MODERATORS, Member
from domain.practices import Practice, PracticeState
from domain.questions import QuestionState
from domain.rights import Reach
from domain.text import shorten
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
    Turn,
    begin,
    button,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.choosing import being_sure, choosing, found_by, names
from handlers.kit.doors import FROM_ELSEWHERE, ShowAnswer, ShowGaps, StartShare
from handlers.kit.learning import teach
from storage import members, practices, questions
from storage.questions import OpenQuestion

MOST_QUOTE = 140  # UTF-16 units of a question that is quoted back


class Ending(StrEnum):
    """How a coordinator is done with a question without an example."""

    solved = "solved"
    elsewhere = "elsewhere"  # it does not belong here


@button("gc", MODERATORS, question=Reach.ours)
class CloseGap(Button):
    """Close a question; `skip` is where one was in the list."""

    question: str
    ending: Ending
    skip: int


@button("gk", MODERATORS, question=Reach.ours)
class LinkGap(Button):
    """Answer a question with an example that is there."""

    question: str


# --- the list ---------------------------------------------------------------------------------------


def command(turn: Turn, _words: str) -> Reply:
    """Answer /gaps."""
    return _shown(turn, 0)


def show(turn: Turn, pressed: ShowGaps) -> Reply:
    """Show one open question, in the place of the one before it."""
    shown = _shown(turn, pressed.skip)
    return shown if pressed.skip == FROM_ELSEWHERE else shown.instead()


def _shown(turn: Turn, skip: int) -> Say:
    """Show one question at a time: it fits a phone, and each gets a decision of its own."""
    organisation = turn.member.organisation_id
    count = questions.count_open(turn.connection, organisation)
    if not count:
        return say("gaps-none")
    skip = skip if 0 <= skip < count else 0
    (one,) = questions.open_questions(turn.connection, organisation, most=1, skip=skip)
    said = text("gaps-question", number=skip + 1, at=one.at, question=one.text)
    return Say((text("gaps-count", count=count), said), _taps(one, skip, count))


def _taps(one: OpenQuestion, skip: int, count: int) -> tuple[Tap, ...]:
    further = () if count == 1 else (tap("gaps-next", ShowGaps((skip + 1) % count)),)
    return (
        tap("gaps-link", LinkGap(one.public_id)),
        tap("gaps-share", StartShare("")),
        tap("gaps-solved", CloseGap(one.public_id, Ending.solved, skip)),
        tap("gaps-elsewhere", CloseGap(one.public_id, Ending.elsewhere, skip)),
        *further,
    )


def close(turn: Turn, pressed: CloseGap) -> Reply:
    """Close a question without an example, and tell who asked."""
    question = _open(turn, pressed.question)
    if not questions.close(turn.connection, turn.member.organisation_id, question.public_id, turn.now):
        raise Refusal("gaps-closed-already")
    _tell(turn, question, say(f"gaps-told-{pressed.ending.value}", question=_quote(question)))
    return _shown(turn, pressed.skip).after(text("gaps-closed")).instead()


def _open(turn: Turn, public_id: str) -> OpenQuestion:
    found = questions.open_question(turn.connection, turn.member.organisation_id, public_id)
    if found is None:
        raise Refusal("gaps-closed-already")
    return found


def _tell(turn: Turn, question: OpenQuestion, saying: Say) -> None:
    asker = questions.asker_of(turn.connection, turn.member.organisation_id, question.public_id)
    if asker is not None and asker != turn.member.id:
        turn.tell(asker, saying, once=f"question-closed:{question.public_id}")


def _quote(question: OpenQuestion) -> str:
    return shorten(question.text, MOST_QUOTE)


# --- answering with an example that is there --------------------------------------------------------


def link(turn: Turn, pressed: LinkGap) -> Reply:
    """Look for an example; what fits the question now, perhaps shared since, is offered at once."""
    question = _open(turn, pressed.question)
    found = names(_find(turn, question.public_id, question.text))
    return begin(turn, FLOW, {"question": question.public_id, "asked": _quote(question), "found": found})


def _find(turn: Turn, question: str, words: str) -> list[Practice]:
    """Return what fits `words` and both this member and who asked may see."""
    asker = _asker(turn, question) or turn.member
    scope = Scope(asker.organisation_id, asker.employer_id, asker.team_id)
    return found_by(turn, words, scope, partial(_suits, turn, asker))


def _suits(turn: Turn, asker: Member, practice: Practice) -> bool:
    """Tell whether this is on show for who asked."""
    theirs = practices.by_public_id(turn.connection, asker, practice.public_id)
    return theirs is not None and theirs.state is PracticeState.published


def _asker(turn: Turn, question: str) -> Member | None:
    number = questions.asker_of(turn.connection, turn.member.organisation_id, question)
    return members.by_id(turn.connection, number) if number is not None else None


def _ask_practice(_draft: Draft, picks: tuple[Tap, ...]) -> Say:
    """Offer what was found, and ask for other words."""
    return say("gaps-which" if picks else "gaps-which-words", *picks)


def _find_practice(turn: Turn, draft: Draft, words: str) -> list[Practice]:
    """Look for an example with these words."""
    found = _find(turn, draft.answers["question"], words)
    if not found:
        raise Refusal("gaps-not-found")
    return found


def _check_practice(turn: Turn, draft: Draft, name: str) -> None:
    """Refuse what was not found, or what not both may see."""
    if name not in draft.answers["found"] or _fitting(turn, draft, name) is None:
        raise Refusal("gaps-not-found")


def _fitting(turn: Turn, draft: Draft, name: str) -> Practice | None:
    """Return the example when this member and who asked may see it, also by now."""
    mine = practices.by_public_id(turn.connection, turn.member, name)
    asker = _asker(turn, draft.answers["question"]) or turn.member
    return mine if mine is not None and _suits(turn, asker, mine) else None


def ask_sure(turn: Turn, draft: Draft) -> Say:
    """Show what will be sent to whom."""
    practice = _fitting(turn, draft, draft.answers["practice"])
    return say(
        "gaps-sure",
        pick(draft, "sure", "yes", "gaps-send"),
        pick(draft, "sure", "other", "gaps-other"),
        question=draft.answers["asked"],
        title=practice.parts.title if practice else "",
    )


def answer(turn: Turn, draft: Draft) -> Reply:
    """Close the question as answered, and give who asked the example."""
    question = _open(turn, draft.answers["question"])
    practice = _fitting(turn, draft, draft.answers["practice"])
    if practice is None:
        raise Refusal("gaps-not-found")
    organisation = turn.member.organisation_id
    if not questions.close(
        turn.connection, organisation, question.public_id, turn.now, QuestionState.answered
    ):
        raise Refusal("gaps-closed-already")
    _teach(turn, question, practice)
    told = say(
        "gaps-told-example",
        tap("gaps-open", ShowAnswer(question.public_id, practice.public_id)),
        question=_quote(question),
        title=practice.parts.title,
    )
    _tell(turn, question, told)
    return _shown(turn, 0).after(text("gaps-linked"))


def _teach(turn: Turn, question: OpenQuestion, practice: Practice) -> None:
    """Let whoever asks the same be answered from now on, as long as who asked does not take it back."""
    asker = _asker(turn, question.public_id)
    asked = questions.of_asker(turn.connection, asker, question.public_id) if asker else None
    if asker is not None and asked is not None:
        teach(turn, asker, asked, practice.id)


FLOW = Flow(
    "gap",
    MODERATORS,
    (
        choosing("practice", _ask_practice, _find_practice, _check_practice),
        being_sure("practice", ask_sure),
    ),
    answer,
)

CAPABILITY = Capability(
    name="gaps",
    commands=(Command("gaps", command, MODERATORS),),
    buttons={ShowGaps: show, CloseGap: close, LinkGap: link},
    flows=(FLOW,),
)
