"""Inviting: who may, two taps to a link, the links that work, and letting in no more than a link says."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.files import FILE_MAKERS
from domain.invitations import JOIN_BURST
from domain.people import Role
from handlers.invite import MakeQr, ShowInvitations, StopInvitation
from handlers.kit import Incoming
from handlers.kit.buttons import encode
from storage import invitations, members, organisations
from storage.tables import deliveries, lines
from storage.tables import invitations as invitation_rows
from storage.tables import members as member_rows
from tests.stage import Person, Seen, Stage

CANARY = "Kanariegeel"


def code_in(seen: Seen) -> str:
    found = re.search(r"http://test/join/([\w-]+)", seen.text)
    assert found, seen.text
    return found[1]


def member_link(carla: Person) -> str:
    carla.says("/uitnodigen")
    carla.taps("Deelnemer")
    made = carla.taps("Maak de link")
    assert made is not None
    return code_in(made)


def other_organisation(stage: Stage) -> tuple[str, str]:
    """Another organisation with a team called after the canary; returns a code and a name of its link."""
    with stage.database.transaction() as connection:
        other = organisations.add(connection, CANARY, "nl", "Europe/Amsterdam", stage.now)
        team = organisations.add_team(connection, other.id, CANARY)
        code = invitations.make(
            connection,
            other.id,
            role=Role.member,
            uses=None,
            team_id=team.id,
            expires_at=stage.now + timedelta(days=7),
            now=stage.now,
        )
        return code, invitations.current(connection, other.id, stage.now)[0].public_id


def test_member_link__takes_two_taps_and_lets_many_people_in(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    code = member_link(carla)
    made = carla.chat[-1]
    assert f"In de browser: http://test/join/{code}" in made.text
    assert f"In Telegram: https://t.me/test_bot?start={code}" in made.text
    assert "Iedereen met de link kan meedoen. Hij werkt 30 dagen." in made.text
    for name in ("Anna", "Bob"):
        stage.stranger(name).says(f"/start {code}")
        with stage.database.reading() as connection:
            joined = members.at_address(connection, "stage", name)
        assert joined is not None
        assert joined.role is Role.member


def test_link__has_the_team_uses_and_days_that_were_chosen(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        employer = organisations.add_employer(connection, stage.organisation.id, "Gemeente")
        team = organisations.add_team(connection, stage.organisation.id, "Team Oost", employer.id)
    carla = stage.person("Carla", Role.admin)
    carla.says("/uitnodigen")
    for label in ("Deelnemer", "Zelf kiezen", "Team Oost", "Eén persoon"):
        carla.taps(label)
    made = carla.taps("7 dagen")
    assert made is not None
    assert "Team: Team Oost" in made.text
    with stage.database.reading() as connection:
        found = invitations.look(connection, code_in(made), stage.now)
    assert found is not None
    assert (found.uses_left, found.team_id, found.employer_id) == (1, team.id, employer.id)
    assert found.expires_at == stage.now + timedelta(days=7)


def test_team__that_is_typed_is_found_or_made_with_the_link(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    for typed in ("Team Oost", "team oost "):
        carla.says("/uitnodigen")
        carla.taps("Deelnemer")
        carla.taps("Zelf kiezen")
        again = carla.says("...")
        assert again is not None
        assert "Hoe heet het team?" in again.text
        carla.says(typed)
        carla.taps("Iedereen met de link")
        carla.taps("1 dag")
        assert carla.sees("Team: Team Oost")
    with stage.database.reading() as connection:
        assert [one.name for one in organisations.teams_of(connection, stage.organisation.id)] == [
            "Team Oost"
        ]


def test_team__is_not_made_when_one_stops_half_way(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    carla.says("/uitnodigen")
    carla.taps("Deelnemer")
    carla.taps("Zelf kiezen")
    carla.says("Team Oost")
    carla.taps("Stop")
    with stage.database.reading() as connection:
        assert organisations.teams_of(connection, stage.organisation.id) == ()


def test_coordinator_link__works_for_one_person_and_a_week(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    carla.says("/uitnodigen")
    carla.taps("Coördinator")
    chosen = carla.taps("Zelf kiezen")
    assert chosen is not None
    days = carla.taps("Geen team")
    assert days is not None
    assert days.labels[:2] == ["1 dag", "7 dagen"]
    assert "30 dagen" not in days.labels
    made = carla.taps("7 dagen")
    assert made is not None
    assert "Eén persoon kan ermee meedoen." in made.text


def test_pressing_make_twice__makes_one_link(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    carla.says("/uitnodigen")
    asked = carla.taps("Deelnemer")
    assert asked is not None
    make = next(one.data for row in asked.spoken.rows for one in row if one.label == "Maak de link")
    carla.presses(make, asked)
    again = carla.presses(make, asked)
    assert again is not None
    assert again.text == "Dit is al klaar of gestopt. Ik heb niets veranderd."
    with stage.database.reading() as connection:
        assert len(invitations.current(connection, stage.organisation.id, stage.now)) == 1


@pytest.mark.parametrize("role", [Role.member, Role.policy])
def test_invite__is_unknown_to_who_may_not(stage: Stage, role: Role) -> None:
    anna = stage.person("Anna", role)
    for words in ("/uitnodigen", "/invite", "/uitnodigingen"):
        answer = anna.says(words)
        assert answer is not None
        assert "ken ik niet" in answer.text


def test_liaison__invites_members_only(stage: Stage) -> None:
    lies = stage.person("Lies", Role.liaison)
    asked = lies.says("/uitnodigen")
    assert asked is not None
    assert "Rol: deelnemer" in asked.text
    made = lies.taps("Maak de link")
    assert made is not None
    stage.invite(Role.coordinator, uses=1)
    listed = lies.taps("Links die werken")
    assert listed is not None
    assert "Eén link werkt nu" in listed.text
    assert "coördinator" not in listed.text


def test_role__that_was_taken_away_half_way_makes_no_link(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    carla.says("/uitnodigen")
    carla.taps("Deelnemer")
    with stage.database.transaction() as connection:
        members.change(connection, carla.member_id, role=Role.member.value)
    answer = carla.taps("Maak de link")
    assert answer is not None
    assert answer.text.startswith("Deze knop werkt niet meer.")
    with stage.database.reading() as connection:
        assert invitations.current(connection, stage.organisation.id, stage.now) == ()


def test_forged_presses__of_a_member_are_old_buttons(stage: Stage) -> None:
    carla, anna = stage.person("Carla", Role.coordinator), stage.person("Anna")
    code = member_link(carla)
    shown = anna.says("/help")
    assert shown is not None
    with stage.database.reading() as connection:
        (link,) = invitations.current(connection, stage.organisation.id, stage.now)
    for forged in (MakeQr(code, False), ShowInvitations(0), StopInvitation(link.public_id)):
        answer = anna.presses(encode(forged), shown)
        assert answer is not None
        assert answer.text.startswith("Deze knop werkt niet meer.")
    with stage.database.reading() as connection:
        assert invitations.look(connection, code, stage.now) is not None


def test_liaison__cannot_stop_or_draw_a_coordinator_link(stage: Stage) -> None:
    lies = stage.person("Lies", Role.liaison)
    code = stage.invite(Role.coordinator, uses=1)
    shown = lies.says("/uitnodigingen")
    assert shown is not None
    with stage.database.reading() as connection:
        (link,) = invitations.current(connection, stage.organisation.id, stage.now)
    for forged in (MakeQr(code, False), StopInvitation(link.public_id)):
        answer = lies.presses(encode(forged), shown)
        assert answer is not None
        assert "Die link werkt niet (meer)" in answer.text
    with stage.database.reading() as connection:
        assert invitations.look(connection, code, stage.now) is not None


def test_other_organisation__looks_like_one_without_that_link(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    code, name = other_organisation(stage)
    shown = carla.says("/uitnodigingen")
    assert shown is not None
    for theirs, absent in (
        (MakeQr(code, True), MakeQr("A" * 22, True)),
        (StopInvitation(name), StopInvitation("z" * 12)),
    ):
        one, other = carla.presses(encode(theirs), shown), carla.presses(encode(absent), shown)
        assert one is not None
        assert other is not None
        assert one.text == other.text
    carla.says("/uitnodigen")
    carla.taps("Deelnemer")
    carla.taps("Zelf kiezen")
    assert CANARY not in carla.screen()
    with stage.database.reading() as connection:
        assert invitations.look(connection, code, stage.now) is not None


def test_qr__draws_the_link_of_the_message_and_the_code_is_in_no_other_row(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    code = member_link(carla)
    drawn = carla.taps("QR voor Telegram")
    assert drawn is not None
    assert drawn.spoken.file == {"kind": "qr", "values": {"text": f"https://t.me/test_bot?start={code}"}}
    made = FILE_MAKERS["qr"](drawn.spoken.file["values"])
    assert made.data.startswith(b"\x89PNG")
    with stage.database.reading() as connection:
        for table in invitation_rows.metadata.sorted_tables:
            if table not in (deliveries, lines):
                assert not any(code in str(row) for row in connection.execute(sa.select(table)))


def test_stopped_link__lets_nobody_in_and_stopping_twice_is_harmless(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    code = member_link(carla)
    listed = carla.taps("Links die werken")
    assert listed is not None
    assert "1. deelnemer, geen vast team" in listed.text
    stop = next(one.data for row in listed.spoken.rows for one in row if one.label == "Stop link 1")
    stopped = carla.presses(stop, listed)
    assert stopped is not None
    assert "Die link werkt niet meer." in stopped.text
    again = carla.presses(stop, listed)
    assert again is not None
    assert "Die link werkt niet (meer)." in again.text
    anna = stage.stranger("Anna")
    anna.says(f"/start {code}")
    assert anna.chat == []
    gone = carla.taps("QR voor browser")
    assert gone is not None
    assert "Die link werkt niet (meer)." in gone.text


def test_expired_link__lets_nobody_in_and_is_not_listed(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    code = member_link(carla)
    stage.later(days=30, seconds=1)
    anna = stage.stranger("Anna")
    anna.says(f"/start {code}")
    assert anna.chat == []
    listed = carla.says("/uitnodigingen")
    assert listed is not None
    assert "Er is nu geen link die werkt" in listed.text


def test_list__shows_uses_and_pages(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    code = stage.invite()
    stage.stranger("Anna").says(f"/start {code}")
    for _ in range(6):
        stage.invite(uses=1)
    first = carla.says("/uitnodigingen")
    assert first is not None
    assert first.text.startswith("7 links werken nu:")
    second = carla.taps("Meer links")
    assert second is not None
    assert "7. deelnemer, geen vast team\nVoor iedereen met de link. Eén keer gebruikt." in second.text


def test_hundred_people_at_once__one_gets_in_with_a_link_for_one(stage: Stage) -> None:
    code = stage.invite(uses=1)

    def come_in(number: int) -> None:
        someone = Incoming("stage", f"p{number}", (f"stage:p{number}",), text=f"/start {code}", pull=True)
        stage.take(someone)

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(come_in, range(100)))
    with stage.database.reading() as connection:
        inside = connection.execute(sa.select(sa.func.count()).select_from(member_rows)).scalar()
    assert inside == 1


def test_members_at_once__one_of_forty_becomes_coordinator_with_a_link_for_one(stage: Stage) -> None:
    code = stage.invite(Role.coordinator, uses=1)
    people = [stage.person(f"p{number}") for number in range(40)]
    with ThreadPoolExecutor(16) as threads:
        list(threads.map(lambda one: one.says(f"/start {code}"), people))
    with stage.database.reading() as connection:
        found = members.with_roles(connection, stage.organisation.id, [Role.coordinator])
    assert len(found) == 1


def test_code__that_does_not_work_is_refused_in_the_same_words_whatever_the_reason(stage: Stage) -> None:
    used, stopped, over = stage.invite(uses=1), stage.invite(uses=2), stage.invite()
    stage.stranger("Anna").says(f"/start {used}")
    with stage.database.transaction() as connection:
        for one in invitations.current(connection, stage.organisation.id, stage.now):
            if one.uses_left == 2:
                invitations.revoke(connection, stage.organisation.id, one.public_id, stage.now)
    stage.later(days=8)
    heard = []
    for number, code in enumerate((used, stopped, over, "A" * 22)):
        somebody = Incoming("stage", f"p{number}", (f"stage:p{number}",), text=f"/start {code}", pull=False)
        heard += [said.payload for said in stage.take(somebody).says]
    assert len(heard) == 4
    assert all(one == {"texts": [{"key": "join-link-broken"}]} for one in heard), heard


def test_many_at_once_by_one_link__are_shown_to_coordinators_once(stage: Stage) -> None:
    carla, cor = stage.person("Carla", Role.coordinator), stage.person("Cor", Role.coordinator)
    slow, fast = stage.invite(), stage.invite()
    for number in range(JOIN_BURST + 3):
        stage.later(minutes=10)
        stage.stranger(f"rustig {number}").says(f"/start {slow}")
    assert not carla.sees("mensen binnen")
    for number in range(JOIN_BURST + 3):
        stage.stranger(f"tegelijk {number}").says(f"/start {fast}")
    for one in (carla, cor):
        told = [seen.text for seen in one.chat if "mensen binnen" in seen.text]
        assert len(told) == 1
        assert f"binnen een uur {JOIN_BURST} mensen" in told[0]
    assert not Person(stage, "tegelijk 0", "nl").sees("mensen binnen")


def test_in_english__the_same_conversation(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator, language="en")
    carla.says("/invite")
    carla.taps("Member")
    made = carla.taps("Make the link")
    assert made is not None
    assert "Everyone with the link can join. It works for 30 days." in made.text
    listed = carla.taps("Links that work")
    assert listed is not None
    assert "For everyone with the link. Not used yet. Works until 24 December 2026." in listed.text
