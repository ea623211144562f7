"""Carla sees how her network stands, in bands; never who does what."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from domain.matching import Outcome as Found
from domain.peers.evidence import Outcome
from domain.peers.holdout import Arm, difference
from domain.peers.overview import Facts, overview
from domain.people import Role
from domain.practices import Visibility
from domain.questions import QuestionState
from handlers.kit.buttons import encode
from handlers.trials.telling import TellOutcome
from storage import lines, members, organisations, overviews, questions
from storage.tables import overviews as rows
from tests.stage import Person, Stage


@pytest.fixture
def carla(stage: Stage) -> Person:
    return stage.person("Carla", Role.coordinator)


@pytest.fixture
def crowd(stage: Stage, carla: Person) -> list[Person]:
    return [stage.person(f"Collega {number}") for number in range(13)]


def tries(stage: Stage, people: list[Person], practice: str) -> None:
    for one in people:
        one.presses(encode(TellOutcome(practice, Outcome.worked)))


def next_week(stage: Stage, weeks: int = 1) -> None:
    stage.later(days=7 * weeks)


def test_overview__of_nine_people_says_from_when_it_has_figures(stage: Stage, carla: Person) -> None:
    for number in range(8):
        stage.person(f"Collega {number}")
    next_week(stage)
    shown = carla.says("/overzicht")
    assert shown
    assert shown.text.startswith("Cijfers zie je hier vanaf tien deelnemers.")
    assert "%" not in shown.text
    assert shown.spoken.file is None


def test_overview__says_what_spreads_first_and_draws_it(
    stage: Stage, carla: Person, crowd: list[Person]
) -> None:
    box = stage.practice(crowd[0], "Zet een doos bij de deur")
    few = stage.practice(crowd[0], "Koffie op de trap")
    tries(stage, crowd[1:7], box)
    next_week(stage, 6)
    tries(stage, crowd[7:12], box)
    tries(stage, crowd[1:5], few)
    next_week(stage)
    shown = carla.says("/overzicht")
    assert shown
    assert shown.text.startswith(
        "Zet een doos bij de deur verspreidt zich: 10 of meer collega's probeerden het."
    )
    assert "Koffie" not in shown.text
    assert shown.spoken.file
    values = shown.spoken.file["values"]
    (curve,) = values["curves"]
    assert curve["counts"] == [None] * 6 + [5] * 6 + [10]
    assert values["about"] == (
        "Van 18 oktober 2026 tot en met 10 januari 2027, hoeveel collega's elk voorbeeld probeerden. "
        "Zet een doos bij de deur: eerst minder dan vijf, vier weken geleden 5 of meer, nu 10 of meer."
    )


def test_overview__stands_until_the_next_monday(stage: Stage, carla: Person, crowd: list[Person]) -> None:
    box = stage.practice(crowd[0], "Zet een doos bij de deur")
    next_week(stage)
    before = carla.says("/overzicht")
    tries(stage, crowd[1:9], box)
    stage.later(days=5)
    again = carla.says("/overzicht")
    assert before
    assert again
    assert again.text == before.text
    stage.later(days=2)
    after = carla.says("/overzicht")
    assert after
    assert "1. Zet een doos bij de deur: 5 of meer" in after.text


def test_overview__leaves_out_what_is_of_one_team_or_its_maker(
    stage: Stage, carla: Person, crowd: list[Person]
) -> None:
    with stage.database.transaction() as connection:
        team = organisations.add_team(connection, stage.organisation.id, "Noord")
        for one in crowd:
            members.change(connection, one.member_id, team_id=team.id)
    hers = stage.practice(crowd[0], "Van het team", visibility=Visibility.team)
    own = stage.practice(crowd[1], "Vier en de maker")
    tries(stage, crowd[1:9], hers)
    tries(stage, crowd[1:6], own)
    next_week(stage)
    shown = carla.says("/overzicht")
    assert shown
    assert "Nog niets door vijf of meer collega's." in shown.text
    assert "Van het team" not in shown.text
    assert "Vier en de maker" not in shown.text


def test_overview__tells_of_questions_in_bands(stage: Stage, carla: Person, crowd: list[Person]) -> None:
    with stage.database.transaction() as connection:
        for number, one in enumerate(crowd):
            asker = members.by_id(connection, one.member_id)
            assert asker
            state = QuestionState.shown if number < 4 else QuestionState.open
            asked = questions.add(connection, asker, f"Vraag {number}?", state, stage.now)
            if number < 4:
                questions.mark(connection, asked, QuestionState.shown, Found.ANSWER)
        gaps = questions.open_questions(connection, stage.organisation.id, most=9)
    stage.later(hours=30)
    with stage.database.transaction() as connection:
        for gap in gaps[:5]:
            assert questions.close(connection, stage.organisation.id, gap.public_id, stage.now)
    next_week(stage)
    shown = carla.says("/overzicht")
    assert shown
    assert shown.text.startswith("Er is nog weinig te zien.")
    assert "• Bij ongeveer 30% paste meteen een voorbeeld." in shown.text
    assert "• Paste er niets? Dan kwam er meestal binnen 2 dagen een antwoord." in shown.text
    assert "• Open vragen: minder dan vijf." in shown.text


def test_overview__is_for_coordinators_and_in_their_language(stage: Stage, crowd: list[Person]) -> None:
    answer = crowd[0].says("/overzicht")
    assert answer
    assert "ken ik niet" in answer.text
    cor = stage.person("Cor", Role.coordinator, language="en")
    next_week(stage)
    shown = cor.says("/overview")
    assert shown
    assert shown.text.startswith("There is little to see yet.")
    with stage.database.reading() as connection:
        assert lines.newest(connection, cor.member_id, 1)


def test_overview__says_of_the_large_group_whether_sending_helps(stage: Stage, carla: Person) -> None:
    figures = overview(Facts(70, {}, offers=60, middle=difference(Arm(9, 30), Arm(5, 30))))
    week = overviews.week_start("Europe/Amsterdam", stage.now).date()
    row = {"organisation_id": stage.organisation.id, "week": week, "figures": figures, "at": stage.now}
    with stage.database.transaction() as connection:
        connection.execute(sa.insert(rows).values(row))
    shown = carla.says("/overzicht")
    assert shown
    assert (
        "• Van de grote groep die al even meedoet, probeerde ongeveer 30% in acht weken iets. "
        "Van wie door toeval niets kreeg: ongeveer 15%."
    ) in shown.text
    assert "• Dat is hoger, maar niet bewezen." in shown.text
