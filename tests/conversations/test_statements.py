"""How many statements a turn takes. People wait for each of them, so one more is a decision."""

from __future__ import annotations

import sqlalchemy as sa

from handlers.kit import Incoming, Kind
from handlers.kit.take import take
from tests.stage import Person, Stage

QUESTION = "ik heb een mevrouw die al maanden haar post niet openmaakt, wat kan ik doen"


def _count(person: Person, words: str = "", data: str = "") -> int:
    """Return how many statements the answer to words or a button takes."""
    stage, statements = person.stage, []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    incoming = Incoming(
        person.where.channel,
        person.where.address,
        (f"stage:{stage.number()}",),
        Kind.button if data else Kind.text,
        text=words,
        data=data,
    )
    with stage.database.transaction() as connection:
        sa.event.listen(connection, "before_cursor_execute", note)
        take(connection, incoming, stage.world, stage.routes, stage.now)
    return len(statements)


def test_statements__of_a_question_that_is_answered(stage: Stage) -> None:
    bob, anna = stage.person("Bob"), stage.person("Anna")
    for title in ("Post samen openmaken", "Post sorteren", "Post laten nasturen"):
        stage.practice(bob, title, situation="Iemand maakt zijn post niet open.")
    # Two of these count what was asked today: by this person, and by all together.
    assert _count(anna, QUESTION) <= 13


def test_statements__of_useful_under_an_answer(stage: Stage) -> None:
    bob, anna = stage.person("Bob"), stage.person("Anna")
    stage.practice(bob, "Post samen openmaken", situation="Iemand maakt al maanden de post niet open.")
    stage.practice(bob, "Post sorteren", situation="Iemand legt de post op een stapel.")
    anna.says(QUESTION)
    seen = anna.taps("Post samen openmaken")
    assert seen is not None
    more = anna.taps("Meer", seen)
    assert more is not None
    (useful,) = [one.data for row in more.spoken.rows for one in row if one.label == "Handig"]
    # Three of these weigh the vote: who voted, the numbers here, what a new account did itself. One notes
    # that a new practice was seen. Four look whose the practice and the question are: of this button, and of
    # the one that it leads to.
    assert _count(anna, data=useful) <= 20


def test_statements__of_help(stage: Stage) -> None:
    assert _count(stage.person("Anna"), "/help") <= 5


def test_statements__of_a_step_of_a_conversation(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("Stap voor stap")
    assert _count(anna, "Iemand komt met een plastic tas vol ongeopende post aan de balie.") <= 5
