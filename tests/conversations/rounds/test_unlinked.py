"""Nothing that is kept tells who answered what."""

from __future__ import annotations

import re
from datetime import timedelta

import sqlalchemy as sa

from content.speech import command_words
from domain.people import Role
from handlers.rounds.answer import AnswerRound, SkipRound, WriteRound
from handlers.rounds.sweep import sweep
from storage.tables import Moment, deliveries, members, metadata, round_answers, round_members
from tests.conversations.rounds.acting import SAID, name_of_round, opened, says, taps, texts_of
from tests.rehearsal import Heard, Rehearsal, Scene
from tests.stage import Person, Stage

_DRAFT = re.compile(r"(1f[a-z]):[0-9a-z]{12}")  # the name of a conversation on its buttons

_LINK = re.compile(r"http\S+")  # with a name that is new each time


def test_answer__is_nowhere_but_among_all_answers(stage: Stage, carla: Person, team: list[Person]) -> None:
    """Whatever somebody answers, every row of every table is the same, but for the counts of everybody."""
    opened(stage, carla)
    name = name_of_round(stage, carla)
    worlds = []
    for option, other, words in ((0, 2, "Aardbei."), (5, 4, "Framboos.")):
        with Rehearsal(stage).scene() as scene:
            for one in team[:3]:
                scene.presses(one, AnswerRound(name, 0, option))
                scene.presses(one, AnswerRound(name, 1, other))
                scene.presses(one, WriteRound(name, 2))
                scene.says(one, words)
            worlds.append(_everything(scene.connection))
    assert worlds[0]["round_members"] == worlds[1]["round_members"]
    differ = {table for table, rows in worlds[0].items() if rows != worlds[1][table]}
    assert differ == {"round_answers"}


def test_answers__have_no_row_order_moment_or_key(stage: Stage, carla: Person, team: list[Person]) -> None:
    """Counts and words are the same in whichever order people answered."""
    opened(stage, carla)
    name = name_of_round(stage, carla)
    worlds = []
    for order in (team[:4], team[3::-1]):
        with Rehearsal(stage).scene() as scene:
            for one in order:
                option = team.index(one)
                scene.presses(one, AnswerRound(name, 0, option))
                scene.presses(one, SkipRound(name, 1))
                scene.presses(one, WriteRound(name, 2))
                scene.says(one, f"Antwoord {option}.")
            worlds.append(scene.connection.execute(sa.select(round_answers)).all())
    assert worlds[0] == worlds[1]
    assert {one.name for one in round_answers.columns} == {
        "round_id",
        "question",
        "organisation_id",
        "counts",
        "texts",
    }
    assert not [one.name for one in round_members.columns if isinstance(one.type, Moment)]


def test_answer__names_nobody_and_not_its_writer(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    taps(team[0], "Goed")
    taps(team[0], "Regels")
    taps(team[0], "Schrijf je antwoord")
    says(team[0], "Overleg met Fatima Yilmaz, zegt Anna.")
    (written,) = texts_of(stage)
    assert "Overleg met" in written
    assert "Fatima" not in written
    assert "Anna" not in written


def test_answer__is_thanked_in_the_same_words_whatever_the_guard_found(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    """What was said stands with a member: it must not tell which sentence has a gap in it."""
    opened(stage, carla)
    said = set()
    for one, words in ((team[0], "Bel 06-12345678 niet."), (team[1], "Minder regels.")):
        taps(one, "Goed")
        taps(one, "Regels")
        taps(one, "Schrijf je antwoord")
        said.add(says(one, words).text)
    assert len(said) == 1


def test_answer__may_be_typed_and_is_not_kept_on_the_page(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    says(team[0], "heel slecht")
    says(team[0], "Systemen")
    says(team[0], "schrijf je antwoord")
    assert "haal ik weg" in team[0].chat[-1].text
    thanks = says(team[0], "Zeepbelverhaal over mijn telefoon 06-12345678.")
    assert "Dank je, dit was het" in thanks.text
    with stage.database.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(sa.select(table)).mappings():
                written = str(dict(row)).casefold()
                if table.name != "round_answers":
                    assert "zeepbel" not in written
                assert "12345678" not in written


def _everything(connection: sa.Connection) -> dict[str, list[str]]:
    """Return every row of every table, without the numbers that are new each time."""
    found = {}
    for table in metadata.sorted_tables:
        columns = [one for one in table.columns if one.name not in ("id", "public_id", "key", "target")]
        rows = (str(tuple(row)) for row in connection.execute(sa.select(*columns)))
        found[table.name] = sorted(_DRAFT.sub(r"\1", row) for row in rows)
    return found


def test_reminder__tells_a_coordinator_in_no_way_who_has_not_answered(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    """Whoever six of twelve answered: every command and button reads the same for Carla, word for word."""
    stage.person("Daan", Role.coordinator)
    opened(stage, carla)
    name = name_of_round(stage, carla)
    worlds = []
    for answering in (team[:6], team[6:]):
        with Rehearsal(stage).scene() as scene:
            for one in answering:
                for pressed in (AnswerRound(name, 0, 1), AnswerRound(name, 1, 2), WriteRound(name, 2)):
                    scene.presses(one, pressed)
                scene.says(one, SAID)
            later = stage.now + timedelta(hours=73)
            sweep(scene.connection, later)
            assert _reminded(scene) == {one.member_id for one in [*team, carla]} - {
                one.member_id for one in answering
            } | {_daan(scene)}
            worlds.append(_all_that_is_said(scene, carla))
    assert len(worlds[0]) > 50
    assert worlds[0] == worlds[1]


def _reminded(scene: Scene) -> set[int]:
    once = deliveries.c.member_id, deliveries.c.once.like("round:%:2:%")
    return set(scene.connection.execute(sa.select(once[0]).where(once[1])).scalars())


def _daan(scene: Scene) -> int:
    found: int = scene.connection.execute(
        sa.select(members.c.id).where(members.c.name == "Daan")
    ).scalar_one()
    return found


def _all_that_is_said(scene: Scene, person: Person) -> list[str]:
    """Return what every command says, and every button below it, and every button below that."""
    said: list[str] = []

    def follow(heard: Heard, deep: int) -> None:
        said.append(_LINK.sub("", heard.words))
        for spoken in heard.spoken if deep else ():
            for row in spoken.rows:
                for one in row:
                    if one.data:
                        follow(scene.presses(person, one.data, after=timedelta(hours=74)), deep - 1)

    for command in sorted(scene.stage.routes.commands):
        heard = scene.says(person, f"/{command_words(command, 'nl')[0]}", after=timedelta(hours=74))
        follow(heard, 2)
    return said
