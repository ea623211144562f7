"""One reminder, and the same outcome for everybody once the round is closed."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables import round_answers
from tests.conversations.rounds.acting import SAID, answered, opened, says, taps, tick
from tests.stage import Person, Stage


def test_reminder__comes_once_to_who_is_not_done(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    answered(team[0])
    done = len(team[0].chat)
    tick(stage, hours=73)
    assert len(team[0].chat) == done
    assert "Dit is mijn enige herinnering" in team[1].chat[-1].text
    assert "De coördinator ziet niet wie dat zijn" in team[1].chat[-1].text
    before = len(team[1].chat)
    tick(stage, hours=24)
    assert len(team[1].chat) == before
    assert "2 van 3" in taps(team[1], "Goed").text


def test_outcome__is_shown_to_everybody_after_closing_only(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    for number, one in enumerate(team[:10]):
        answered(one, ("Goed", "Slecht")[number % 2], ("Regels", "Systemen")[number % 2], f"{SAID} {number}")
    listed = says(carla, "/rondes")
    assert "loopt tot 1 december 2026, ruim driekwart deed mee" in listed.text
    assert "Uitkomst" not in taps(carla, "Rondje 1").text
    tick(stage, days=8)
    outcome = team[11].chat[-1].text
    assert "10 van de 13 mensen deden mee" in outcome
    assert "• Heel goed of Goed: ongeveer 50%" in outcome
    assert "• Slecht of Heel slecht: ongeveer 50%" in outcome
    assert "• Regels: ongeveer 50%" in outcome
    assert "10 mensen schreven iets" in outcome
    assert SAID not in outcome
    assert SAID in taps(team[11], "Lees de zinnen").text
    assert "Op 22 december 2026 hoor je" in outcome
    assert outcome in carla.chat[-1].text
    with stage.database.reading() as connection:
        assert connection.execute(sa.select(round_answers)).all() == []


def test_outcome__of_few_shows_nothing(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    for one in team[:4]:
        answered(one)
    tick(stage, days=8)
    outcome = team[5].chat[-1].text
    assert "minder dan 5 van de 13 mensen" in outcome
    assert "Regels" not in outcome
    assert SAID not in outcome
    assert team[5].chat[-1].spoken.file is None


def test_outcome__of_seven_shows_figures_and_no_sentences(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    for one in team[:7]:
        answered(one)
    tick(stage, days=8)
    outcome = team[8].chat[-1].text
    assert "• Heel goed of Goed: (bijna) iedereen" in outcome
    assert "per twee" in outcome
    assert "• Regels of Systemen: (bijna) iedereen" in outcome
    assert "Minder dan 8 mensen schreven iets" in outcome
    assert SAID not in outcome
