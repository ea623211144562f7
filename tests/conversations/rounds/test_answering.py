"""Who is asked answers by tapping or typing; one tap counts at once, and late is late."""

from __future__ import annotations

import sqlalchemy as sa

from handlers.kit.buttons import encode
from handlers.rounds.answer import SkipRound
from storage import organisations, rounds
from storage.tables import round_answers
from tests.conversations.rounds.acting import (
    name_of_round,
    opened,
    says,
    seen,
    taps,
    texts_of,
    tick,
)
from tests.stage import Person, Stage


def test_answer__counts_at_the_first_tap(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    anna = team[0]
    asked = anna.chat[-1]
    assert asked.text.startswith("De coördinator wil iets van je weten: Samenwerking. 3 korte vragen.")
    assert "Je tik telt meteen en kan niet terug, want ik bewaar niet wie wat antwoordt" in asked.text
    assert "Op 22 december 2026 hoor je wat ermee gebeurt" in asked.text or "22 december" in asked.text
    second = taps(anna, "Goed")
    assert second.text.startswith("Klaar, dank je.")
    assert "2 van 3" in second.text
    with stage.database.reading() as connection:
        counts = (
            connection.execute(sa.select(round_answers.c.counts).order_by(round_answers.c.question))
            .scalars()
            .first()
        )
    assert counts == [[0, 1, 0, 0, 0, 0]]


def test_answer__cannot_be_given_twice(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    asked = team[0].chat[-1]
    data = [one.data for row in asked.spoken.rows for one in row]
    team[0].presses(data[0])
    assert "had je al gehad" in seen(team[0], team[0].presses(data[5])).text
    with stage.database.reading() as connection:
        counts = (
            connection.execute(sa.select(round_answers.c.counts).order_by(round_answers.c.question))
            .scalars()
            .first()
        )
    assert counts == [[1, 0, 0, 0, 0, 0]]


def test_answer__not_for_me_ends_it(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    assert "niets meer" in taps(team[0], "Niet voor mij").text
    before = len(team[0].chat)
    tick(stage, hours=73)
    tick(stage, days=10)
    assert len(team[0].chat) == before


def test_answer__after_closing_is_not_counted(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    asked = team[0].chat[-1]
    tick(stage, days=8)
    assert "gesloten" in seen(team[0], team[0].presses(asked.spoken.rows[0][0].data, asked)).text


def test_answer__of_another_organisation_looks_absent(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    asked = team[0].chat[-1]
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    outsider = stage.person("Vreemd")
    assert "er niet (meer)" in seen(outsider, outsider.presses(asked.spoken.rows[0][0].data)).text


def test_explanation__says_what_is_kept(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    told = taps(team[0], "Is dit anoniem?")
    assert "kan zien dát je meedeed" in told.text
    assert "Goed" in told.labels


def test_answer__that_is_written_after_closing_ends_the_conversation(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    tick(stage, days=6, hours=20)
    taps(team[0], "Goed")
    taps(team[0], "Regels")
    taps(team[0], "Schrijf je antwoord")
    tick(stage, hours=20)
    assert "gesloten" in says(team[0], "Te laat bedacht.").text
    assert "gesloten" not in says(team[0], "hoe krijg ik contact als niemand opendoet").text


def test_answer__that_was_passed_over_meanwhile_is_not_said_to_count(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    taps(team[0], "Goed")
    taps(team[0], "Regels")
    taps(team[0], "Schrijf je antwoord")
    team[0].presses(encode(SkipRound(name_of_round(stage, carla), 2)))
    assert "had je al gehad" in says(team[0], "Nog iets.").text
    assert not texts_of(stage)


def test_answer__finds_the_round_closed_by_somebody_at_the_same_moment(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    with stage.database.transaction() as connection:
        one = rounds.of_author(connection, carla.member_id, 1)[0]
        assert rounds.close(connection, one, {"answered": 0, "questions": []})
        assert not rounds.answer(connection, one, team[0].member_id, 0, 0)
        assert not rounds.write(connection, one, team[0].member_id, 0, "Te laat.")
        place = rounds.progress(connection, one, team[0].member_id)
    assert place is not None
    assert not place.took_part
