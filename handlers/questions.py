"""My questions: how each stands, look one up again, take one back."""

from __future__ import annotations

from domain.people import EVERYONE
from domain.questions import Question, QuestionState
from domain.rights import Reach
from domain.text import shorten
from handlers.kit import Button, Capability, Command, Refusal, Reply, Say, Tap, Turn, button, say, tap, text
from handlers.kit.doors import AskOn, StartAsk, WithdrawQuestion
from handlers.kit.learning import take_back
from storage import questions

PER_PAGE = 5
MOST_ON_BUTTON = 40  # UTF-16 units of a question on a button


@button("ql", EVERYONE)
class ListQuestions(Button):
    """Show my questions after `skip` newer ones."""

    skip: int


@button("qs", EVERYONE, question=Reach.own)
class ShowQuestion(Button):
    """Show one question of mine."""

    question: str


def command(turn: Turn, _words: str) -> Reply:
    """Answer /questions."""
    return _page(turn, 0)


def list_questions(turn: Turn, pressed: ListQuestions) -> Say:
    """Show another page."""
    return _page(turn, max(pressed.skip, 0)).instead()


def _page(turn: Turn, skip: int) -> Say:
    found = questions.by_asker(turn.connection, turn.member, most=PER_PAGE + 1, skip=skip)
    if not found:
        return say("questions-none", tap("door-ask", StartAsk()))
    shown, more = found[:PER_PAGE], len(found) > PER_PAGE
    further = (tap("questions-more", ListQuestions(skip + PER_PAGE)),) if more else ()
    lines = tuple(
        text("questions-line", question=_short(one), state=text(f"questions-{one.state.value}"))
        for one in shown
    )
    return Say((text("questions-mine"), *lines), (*map(_open_tap, shown), *further))


def _short(question: Question) -> str:
    return shorten(question.text, MOST_ON_BUTTON * 2)


def _open_tap(question: Question) -> Tap:
    words = shorten(question.text, MOST_ON_BUTTON)
    return tap("questions-open-tap", ShowQuestion(question.public_id), question=words)


def show(turn: Turn, pressed: ShowQuestion) -> Say:
    """Show one question whole, and what can be done with it."""
    question = _mine(turn, pressed.question)
    return say(
        "questions-one",
        tap("questions-again", AskOn(question.public_id)),
        tap("question-withdraw", WithdrawQuestion(question.public_id)),
        question=question.text,
        at=question.at,
        state=text(f"questions-{question.state.value}"),
    )


def withdraw(turn: Turn, pressed: WithdrawQuestion) -> Say:
    """Take a question back: nothing of it is kept."""
    question = _mine(turn, pressed.question)
    take_back(turn, question)
    questions.withdraw(turn.connection, question)
    return say("questions-withdrawn", tap("door-ask", StartAsk())).instead()


def _mine(turn: Turn, public_id: str) -> Question:
    question = questions.of_asker(turn.connection, turn.member, public_id)
    if question is None or question.state is QuestionState.held:
        raise Refusal("question-gone")
    return question


CAPABILITY = Capability(
    name="questions",
    commands=(Command("questions", command, EVERYONE),),
    buttons={ListQuestions: list_questions, ShowQuestion: show, WithdrawQuestion: withdraw},
)
