"""Organisations, employers, teams, invitations, examples and migrations from the command line."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.keeper import IndexKeeper
from bot.worker import Worker
from domain.people import Role
from storage import audit, invitations, members, organisations, practices
from storage.database import Database
from storage.tables import audit as audit_rows
from tests.cli.conftest import Otto
from tests.stage import START, Stage


def test_organisation__is_listed_with_its_employers_and_teams(otto: Otto) -> None:
    otto.does("organisation", "add", "Regio", "--language", "en", "--timezone", "UTC")
    otto.does("employer", "add", "Gemeente Dam", "--region", "Noord", "--size", "klein")
    otto.does("team", "add", "Wijk Oost", "--employer", "gemeente dam")
    otto.does("team", "add", "Los team")
    shown = otto.does("organisation", "list")
    assert "Regio (en, UTC): 0 deelnemers, 0 voorbeelden" in shown
    assert "werkgever Gemeente Dam" in shown
    assert "team Wijk Oost (Gemeente Dam)" in shown
    assert "team Los team\n" in shown


def test_organisation__of_the_same_name_is_refused_whatever_its_capitals(otto: Otto) -> None:
    otto.does("organisation", "add", "Regio")
    again = otto.types("organisation", "add", " REGIO ")
    assert again.code == 1
    assert again.err == "REGIO bestaat al.\n"


def test_organisation__is_renamed_and_that_is_noted(otto: Otto, database: Database) -> None:
    otto.does("organisation", "add", "Voorbeeld")
    otto.does("organisation", "add", "Regio")
    assert "REGIO bestaat al" in otto.types("organisation", "rename", "Voorbeeld", "REGIO").err
    assert "Voorbeeld heet nu Proeftuin." in otto.does("organisation", "rename", "voorbeeld", "Proeftuin")
    with database.reading() as connection:
        found = organisations.by_name(connection, "Proeftuin")
        assert found
        (noted,) = audit.page(connection, found.id, most=9)
    assert (noted.action, noted.name, noted.details["old"]) == ("organisation-renamed", "", "Voorbeeld")


def test_organisation__with_only_examples_is_removed_and_that_is_noted(
    otto: Otto, database: Database
) -> None:
    otto.does("organisation", "add", "Voorbeeld")
    otto.does("team", "add", "Oost")
    otto.does("examples", "load")
    otto.does("invite")
    said = otto.does("organisation", "remove", "Voorbeeld")
    assert "Organisatie Voorbeeld is weg." in said
    assert "Bij de volgende start maak ik er weer een" in said
    with database.reading() as connection:
        assert organisations.every(connection) == ()
        (row,) = connection.execute(sa.select(audit_rows)).all()
    assert (row.action, row.details, row.organisation_id) == (
        "organisation-removed",
        {"name": "Voorbeeld"},
        None,
    )


def test_organisation__with_somebody_or_something_in_it_stays(database: Database, otto: Otto) -> None:
    stage = Stage(database)
    stage.practice(stage.person("Anna"), "Post samen openmaken")
    refused = otto.types("organisation", "remove", "Proef")
    assert refused.code == 1
    assert "Ik haal Proef niet weg: er zijn 1 deelnemer en 1 eigen voorbeeld." in refused.err
    with database.reading() as connection:
        assert organisations.by_name(connection, "Proef")


def test_organisation__may_be_left_out_only_when_there_is_one(otto: Otto) -> None:
    assert "nog geen organisatie" in otto.types("team", "add", "Oost").err
    otto.does("organisation", "add", "Regio")
    otto.does("team", "add", "Oost")
    otto.does("organisation", "add", "Sector")
    outcome = otto.types("team", "add", "West")
    assert outcome.code == 1
    assert "Regio, Sector" in outcome.err
    otto.does("team", "add", "West", "--organisation", "sector")


def test_invite__makes_a_link_that_works_as_it_says(otto: Otto, database: Database) -> None:
    otto.sets(PUBLIC_URL="https://kopgroep.example")
    otto.does("organisation", "add", "Regio")
    otto.does("employer", "add", "Dam")
    otto.does("team", "add", "Oost", "--employer", "Dam")
    said = otto.does("invite", "--role", "coordinator", "--team", "oost", "--uses", "3", "--expires", "24h")
    found = re.search(r"https://kopgroep\.example/join/(\S+)", said)
    assert found is not None
    assert "als coördinator. Werkt 3 keer, tot 25 november 2026 10:00" in said
    with database.reading() as connection:
        invitation = invitations.look(connection, found[1], START)
        late = invitations.look(connection, found[1], START + timedelta(hours=25))
        (organisation,) = organisations.every(connection)
        (employer,) = organisations.employers_of(connection, organisation.id)
        (team,) = organisations.teams_of(connection, organisation.id)
    assert invitation is not None
    assert (invitation.role, invitation.uses_left) == (Role.coordinator, 3)
    assert (invitation.team_id, invitation.employer_id) == (team.id, employer.id)
    assert late is None


def test_invite__brings_somebody_in(otto: Otto, stage: Stage) -> None:
    said = otto.does("invite", "--uses", "unlimited")
    code = said.split("/join/")[1].split()[0]
    anna = stage.stranger("Anna")
    welcome = anna.says(f"/start {code}")
    assert welcome is not None
    assert "Proef" in welcome.text


def test_invite__without_a_public_address_says_so_beside_the_link(otto: Otto) -> None:
    otto.does("organisation", "add", "Regio")
    outcome = otto.types("invite")
    assert "http://127.0.0.1:8000/join/" in outcome.out
    assert "PUBLIC_URL" in outcome.err


def test_invite__draws_a_qr_code_as_a_picture_and_on_screen(otto: Otto) -> None:
    otto.does("organisation", "add", "Regio")
    said = otto.does("invite", "--qr", "poster.png", "--qr-terminal")
    assert Path("poster.png").read_bytes().startswith(b"\x89PNG")
    assert "▄" in said
    otto.does("invite", "--qr", "poster.svg")
    assert b"<svg" in Path("poster.svg").read_bytes()


def test_invite__is_not_made_when_its_picture_cannot_be(otto: Otto, stage: Stage) -> None:
    outcome = otto.types("invite", "--qr", "nowhere/poster.png")
    assert outcome.code == 1
    assert "nowhere/poster.png" in outcome.err
    with stage.database.reading() as connection:
        assert invitations.current(connection, stage.organisation.id, START) == ()


def test_invite__of_a_team_of_another_employer_is_refused(otto: Otto) -> None:
    otto.does("organisation", "add", "Regio")
    otto.does("employer", "add", "Dam")
    otto.does("employer", "add", "Dijk")
    otto.does("team", "add", "Oost", "--employer", "Dam")
    outcome = otto.types("invite", "--team", "Oost", "--employer", "Dijk")
    assert outcome.code == 1
    assert outcome.err == "Team Oost hoort niet bij werkgever Dijk.\n"


async def test_examples__load_once_and_leave_again_and_a_running_bot_notices(
    otto: Otto, stage: Stage
) -> None:
    worker = Worker(stage.database)
    keeper = IndexKeeper(worker, stage.finder)
    await keeper.load()
    first = otto.does("examples", "load")
    assert re.match(r"\d+ voorbeelden staan nu in Proef", first)
    assert otto.does("examples", "load") == "Alle voorbeelden stonden al in Proef.\n"
    await keeper.catch_up()
    held = len(stage.finder.index)
    assert held >= 48
    anna = stage.person("Anna")
    with stage.database.transaction() as connection:
        member = members.by_id(connection, anna.member_id)
        assert member is not None
        (shown, *_) = practices.on_show(connection, member)
        practices.vote(connection, shown, member, stage.now)
    assert otto.does("examples", "remove").startswith(f"{held} voorbeelden zijn weg")
    await keeper.catch_up()
    assert len(stage.finder.index) == 0
    assert otto.does("examples", "remove") == "Er stonden geen voorbeelden in Proef.\n"
    worker.close()


def test_migrate__goes_down_and_up_again(otto: Otto) -> None:
    assert "is al bij" in otto.does("migrate")
    assert "naar base" in otto.does("migrate", "--to", "base")
    assert "van base naar" in otto.does("migrate")


def test_every_command__migrates_an_empty_database_itself(newcomer: Otto) -> None:
    newcomer.does("organisation", "add", "Regio")
    assert (newcomer.folder / "data" / "kopgroep.db").exists()


def test_words__are_english_when_the_operator_wants_so(newcomer: Otto) -> None:
    newcomer.sets(DEFAULT_LANGUAGE="en")
    assert newcomer.does("organisation", "add", "Region") == "Organisation Region is there.\n"
    assert "Make a link to join." in newcomer.does("--help")
