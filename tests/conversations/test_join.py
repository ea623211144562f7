"""Coming in, the profile, silence, and leaving."""

from __future__ import annotations

import sqlalchemy as sa

from domain.people import Role, State
from handlers.kit import Kind
from storage import members
from storage.tables import metadata
from tests.stage import Stage


def test_join__takes_at_most_six_taps_to_a_full_profile(stage: Stage) -> None:
    anna = stage.stranger("Anna")
    welcome = anna.says(f"/start {stage.invite()}")
    assert welcome is not None
    assert "Hoi Anna, welkom bij Kopgroep van Proef" in welcome.text
    for label in ["Ja, ik doe mee", "Schuldhulp", "Schulden", "Jeugd", "Wonen", "Eens per week"]:
        anna.taps(label)
    assert anna.chat[-1].text.startswith("Klaar!")
    assert anna.sees("Je ritme: Eens per week.")


def test_join__keeps_nothing_of_somebody_who_declines_and_frees_the_place(stage: Stage) -> None:
    code = stage.invite(uses=1)
    anna = stage.stranger("Anna")
    anna.says(f"/start {code}")
    anna.taps("Nee, dank je")
    with stage.database.reading() as connection:
        assert members.at_address(connection, "stage", "Anna") is None
        left = connection.execute(sa.select(sa.func.count()).select_from(metadata.tables["members"])).scalar()
    assert left == 0
    bob = stage.stranger("Bob")
    assert "welkom" in (bob.says(f"/start {code}") or bob.chat[-1]).text


def test_join__single_use_link_lets_one_person_in(stage: Stage) -> None:
    code = stage.invite(uses=1)
    stage.stranger("Anna").says(f"/start {code}")
    bob = stage.stranger("Bob")
    bob.says(f"/start {code}")
    assert bob.chat == []


def test_join__asks_for_a_yes_before_anything_else(stage: Stage) -> None:
    anna = stage.stranger("Anna")
    anna.says(f"/start {stage.invite()}")
    answer = anna.says("Hoe help ik iemand met schulden?")
    assert answer is not None
    assert answer.text.startswith("Eerst hoor ik graag of je meedoet.")
    assert answer.labels == ["Ja, ik doe mee", "Meer uitleg", "Nee, dank je"]


def test_join__speaks_english_with_somebody_who_does(stage: Stage) -> None:
    bob = stage.stranger("Bob", language="en-GB")
    welcome = bob.says(f"/start {stage.invite()}")
    assert welcome is not None
    assert "Hi Bob, welcome to Kopgroep of Proef" in welcome.text


def test_join__words_of_a_button_can_be_typed(stage: Stage) -> None:
    anna = stage.stranger("Anna")
    anna.says(f"/start {stage.invite()}")
    answer = anna.says("ja, ik doe mee")
    assert answer is not None
    assert answer.text.startswith("Wat voor werk doe je?")


def test_join__same_update_twice_is_answered_once(stage: Stage) -> None:
    anna = stage.person("Anna")
    assert anna.says("/help", key="stage:again") is not None
    assert anna.says("/help", key="stage:again") is None


def test_invitation__gives_a_member_the_coordinators_role(stage: Stage) -> None:
    carla = stage.person("Carla")
    answer = carla.says(f"/start {stage.invite(Role.coordinator, uses=1)}")
    assert answer is not None
    assert "coördinator" in answer.text


def test_stop__silences_at_once_and_can_be_undone(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/stop")
    with stage.database.reading() as connection:
        member = members.at_address(connection, "stage", "Anna")
    assert member is not None
    assert member.silent
    anna.taps("Toch weer sturen")
    assert anna.sees("Goed, je hoort weer van mij.")


def test_leave__erases_every_row_of_the_member(stage: Stage) -> None:
    anna = stage.person("Anna")
    number = anna.member_id
    anna.says("/profiel")
    anna.taps("Naam")
    anna.says("/stop")
    anna.taps("Wis mijn gegevens")
    anna.taps("Ja, wis alles")
    stage.finish_erasing()
    with stage.database.reading() as connection:
        for table in metadata.sorted_tables:
            for column in table.columns:
                if any(key.column.table.name == "members" for key in column.foreign_keys):
                    found = connection.execute(sa.select(sa.func.count()).where(column == number)).scalar()
                    assert found == 0, f"{table.name}.{column.name}"


def test_unfinished__joining_is_forgotten_after_a_day(stage: Stage) -> None:
    stage.stranger("Anna").says(f"/start {stage.invite()}")
    stage.later(hours=25)
    stage.jobs()
    with stage.database.reading() as connection:
        assert members.at_address(connection, "stage", "Anna") is None


def test_profile__name_can_be_changed_and_needs_letters(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/profiel")
    anna.taps("Naam")
    again = anna.says("12345")
    assert again is not None
    assert "geen letters" in again.text
    done = anna.says("Annelies")
    assert done is not None
    assert done.text == "Goed, ik noem je Annelies."


def test_language__changes_from_the_next_word_on(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/taal")
    answer = anna.taps("English")
    assert answer is not None
    assert answer.text == "Good, we speak English."


def test_photo__is_refused_with_the_reason(stage: Stage) -> None:
    answer = stage.person("Anna").says("", kind=Kind.photo)
    assert answer is not None
    assert "herkenbaar" in answer.text


def test_album__gets_one_answer(stage: Stage) -> None:
    anna = stage.person("Anna")
    assert anna.says("", kind=Kind.photo, album="7") is not None
    assert anna.says("", kind=Kind.photo, album="7") is None


def test_old_button__gets_a_polite_answer(stage: Stage) -> None:
    anna = stage.person("Anna")
    shown = anna.says("/help")
    assert shown is not None
    answer = anna.presses("0zz:what", shown)
    assert answer is not None
    assert answer.text.startswith("Deze knop werkt niet meer.")


def test_member__state_is_active_after_yes(stage: Stage) -> None:
    anna = stage.person("Anna")
    with stage.database.reading() as connection:
        member = members.by_id(connection, anna.member_id)
    assert member is not None
    assert member.state is State.active
