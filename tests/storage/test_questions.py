"""Gaps as coordinators see them: inside one organisation, newest first, without who asked."""

from __future__ import annotations

from dataclasses import fields

from domain.people import Member
from domain.questions import QuestionState
from storage import members, organisations, questions
from storage.questions import OpenQuestion
from tests.stage import Person, Stage


def member(stage: Stage, person: Person) -> Member:
    """The person as storage has them."""
    with stage.database.reading() as connection:
        found = members.by_id(connection, person.member_id)
    assert found is not None
    return found


def ask(stage: Stage, person: Person, words: str, state: QuestionState = QuestionState.open) -> str:
    """Store a question; return its public name."""
    asker = member(stage, person)
    with stage.database.transaction() as connection:
        return questions.add(connection, asker, words, state, stage.now).public_id


def test_gaps__stay_inside_the_organisation_newest_first_and_name_nobody(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        elsewhere = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    anna = stage.person("Anna")
    home, stage.organisation = stage.organisation, elsewhere
    eve = stage.person("Eve")
    stage.organisation = home
    for words in ("een", "twee", "drie"):
        stage.later(minutes=1)
        ask(stage, anna, words)
    ask(stage, eve, "kanarie")
    ask(stage, anna, "getoond", QuestionState.shown)
    ask(stage, anna, "over gevaar", QuestionState.held)
    with stage.database.reading() as connection:
        assert [one.text for one in questions.open_questions(connection, home.id, 2)] == ["drie", "twee"]
        assert [one.text for one in questions.open_questions(connection, home.id, 2, 2)] == ["een"]
        assert questions.count_open(connection, home.id) == 3
    assert {field.name for field in fields(OpenQuestion)} == {"public_id", "text", "language", "at"}


def test_gap__is_closed_once_and_only_by_its_own_organisation(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        elsewhere = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    anna = stage.person("Anna")
    name = ask(stage, anna, "een")
    with stage.database.transaction() as connection:
        assert questions.close(connection, elsewhere.id, name, stage.now) is False
        assert questions.close(connection, stage.organisation.id, name, stage.now) is True
        assert questions.close(connection, stage.organisation.id, name, stage.now) is False
        assert questions.count_open(connection, stage.organisation.id) == 0


def test_question__of_somebody_else_is_not_there(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    name = ask(stage, anna, "een")
    with stage.database.reading() as connection:
        assert questions.of_asker(connection, member(stage, bob), name) is None
        assert questions.of_asker(connection, member(stage, anna), name) is not None
        assert questions.by_asker(connection, member(stage, bob), most=5) == []
