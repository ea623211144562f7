"""What is kept about somebody: told, taken along, and nobody else in it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from bot.files import FILE_MAKERS
from handlers import housekeeping
from handlers.kit.buttons import encode
from handlers.my_data import TakeMyData
from storage import members
from storage.database import Database
from storage.tables import deliveries, lines, rounds
from tests.conversations.test_trials import tells
from tests.stage import Person, Stage


def test_mydata__tells_in_words_how_much_is_kept(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("hoe krijg ik contact als niemand opendoet")
    anna.says("/mijngegevens")
    assert anna.sees("Dit bewaar ik van jou")
    assert anna.sees("Je stelde 1 vraag")


@pytest.mark.parametrize("form", ["html", "json"])
def test_mydata__file_holds_my_words_and_nobody_elses(stage: Stage, form: str) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    anna.says("hoe krijg ik contact als niemand opendoet")
    bob.says("hoe praat ik over geld met ouders")
    anna.presses(encode(TakeMyData(form)))
    data = _file(anna)
    assert "niemand opendoet" in data
    assert "Anna" in data
    assert "over geld" not in data
    assert "Bob" not in data


def test_mydata__json_names_every_table_that_holds_something_of_me(stage: Stage) -> None:
    anna = stage.person("Anna")
    stage.practice(anna, "Bel twee keer aan")
    anna.presses(encode(TakeMyData("json")))
    found = json.loads(_file(anna))
    assert {"members", "addresses", "practices", "practice_themes"} <= set(found)
    assert found["members"][0]["name"] == "Anna"
    assert "token_hash" not in _file(anna)


def test_mydata__tells_what_i_said_of_an_answer(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    name = stage.practice(bob, "Post samen openmaken", situation="Iemand maakt de post niet open.")
    anna.says("iemand maakt de post niet open")
    anna.presses(encode(TakeMyData("json")))
    (shown,) = json.loads(_file(anna))["question_matches"]
    assert shown["practice_id"] == name
    assert "verdict" in shown


def test_mydata__of_a_maker_does_not_tell_what_one_colleague_told(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    name = stage.practice(anna, "Bel twee keer aan")
    with stage.database.transaction() as connection:
        members.change(connection, bob.member_id, job="debt")
    tells(bob, name, "Nee")
    anna.says("/help")
    anna.presses(encode(TakeMyData("json")))
    (practice,) = json.loads(_file(anna))["practices"]
    assert "debt" not in str(practice)
    assert {"told", "worth"}.isdisjoint(practice)


def test_mydata__of_who_asked_does_not_count_few_who_disagree() -> None:
    from storage.own_data import LEFT_OUT

    assert "not_right" in LEFT_OUT
    assert "not_right" in rounds.c


def test_mydata__every_table_with_something_of_people_has_a_heading_in_words(stage: Stage) -> None:
    from content import speech
    from storage.own_data import tables

    for language in speech.LANGUAGES:
        for table in tables():
            assert speech.has(f"mydata-table-{table.replace('_', '-')}", language), table


def test_copy__of_my_data_is_gone_a_day_later(stage: Stage, database: Database) -> None:
    anna = stage.person("Anna")
    anna.presses(encode(TakeMyData("json")))
    with database.transaction() as connection:
        housekeeping.forget(connection, stage.now + timedelta(hours=25))
        kept = [*connection.execute(deliveries.select()).all(), *connection.execute(lines.select()).all()]
    assert "own-data" not in repr(kept)


def _file(person: Person) -> str:
    file = person.chat[-1].spoken.file
    assert file is not None
    return FILE_MAKERS["own-data"](file["values"]).data.decode()
