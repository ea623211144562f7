"""A team is offered nothing unasked before it was told, and nothing at all when Carla stops it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.peers.constants import DEFAULTS, OutOfRange
from domain.peers.stopping import Reason
from domain.people import Role
from storage import audit, members, nudging, numbers, organisations
from storage.database import Connection, Database

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
TODAY = nudging.Said(date(2026, 11, 25), nudging.Speaker.lead)
EARLIER = nudging.Said(date(2026, 11, 22), nudging.Speaker.higher)


def _place(connection: Connection, name: str = "Proef") -> tuple[int, int, int]:
    """Return an organisation, a team of it, and Carla."""
    organisation = organisations.add(connection, name, "nl", "Europe/Amsterdam", NOW)
    team = organisations.add_team(connection, organisation.id, f"{name} Noord")
    carla = members.add(
        connection,
        organisation_id=organisation.id,
        role=Role.coordinator,
        language="nl",
        name="Carla",
        now=NOW,
        team_id=team.id,
    )
    return organisation.id, team.id, carla.id


def _log(connection: Connection, place: int) -> list[tuple[str, str, dict[str, object]]]:
    return [(one.name, one.action, dict(one.details)) for one in audit.page(connection, place, most=50)]


def test_team__is_offered_nothing_before_it_was_told(database: Database) -> None:
    with database.transaction() as connection:
        place, team, carla = _place(connection)
        assert not nudging.may_nudge(connection, place, team, NOW)
        nudging.say_told(connection, place, carla, team, TODAY, NOW)
        assert nudging.may_nudge(connection, place, team, NOW)
        assert not nudging.may_nudge(connection, place, nudging.NO_TEAM, NOW)
        nudging.say_told(connection, place, carla, nudging.NO_TEAM, TODAY, NOW)
        assert nudging.ready(connection, place, NOW) == {team, nudging.NO_TEAM}
        assert nudging.take_back(connection, place, carla, nudging.NO_TEAM, NOW)
        assert not nudging.take_back(connection, place, carla, nudging.NO_TEAM, NOW)
        assert nudging.ready(connection, place, NOW) == {team}
        assert _log(connection, place) == [
            ("Carla", "team-untold", {"team": ""}),
            ("Carla", "team-told", {"team": "", "on": "2026-11-25"}),
            ("Carla", "team-told", {"team": "Proef Noord", "on": "2026-11-25"}),
        ]


def test_team__that_is_told_again_keeps_the_last_day(database: Database) -> None:
    with database.transaction() as connection:
        place, team, carla = _place(connection)
        for day in (TODAY, EARLIER):
            for one in (team, nudging.NO_TEAM):
                nudging.say_told(connection, place, carla, one, day, NOW)
        assert nudging.told(connection, place) == {
            team: EARLIER,
            nudging.NO_TEAM: EARLIER,
        }


def test_stop__holds_for_all_teams_until_somebody_starts_again(database: Database) -> None:
    with database.transaction() as connection:
        place, team, carla = _place(connection)
        other, team_there, _ = _place(connection, "Elders")
        nudging.say_told(connection, place, carla, team, TODAY, NOW)
        nudging.say_told(connection, other, None, team_there, TODAY, NOW)
        assert nudging.stop(connection, place, carla, NOW)
        assert not nudging.stop(connection, place, carla, NOW)
        assert nudging.ready(connection, place, NOW + timedelta(days=900)) == frozenset()
        assert nudging.may_nudge(connection, other, team_there, NOW)
        assert nudging.start(connection, place, carla, NOW)
        assert not nudging.start(connection, place, carla, NOW)
        assert nudging.may_nudge(connection, place, team, NOW)
        assert [action for _, action, _ in _log(connection, place)][:2] == [
            "nudging-started",
            "nudging-stopped",
        ]


def test_nudging__that_ended_by_itself_says_why_and_waits_for_a_person(database: Database) -> None:
    with database.transaction() as connection:
        place, team, carla = _place(connection)
        nudging.say_told(connection, place, carla, team, TODAY, NOW)
        assert nudging.end(connection, place, Reason.less, NOW)
        assert nudging.switch(connection, place).reason is Reason.less
        assert not nudging.may_nudge(connection, place, team, NOW)
        assert not nudging.end(connection, place, Reason.stopped, NOW)
        assert nudging.start(connection, place, carla, NOW)
        assert nudging.switch(connection, place) == nudging.Switch()
        assert ("", "nudging-ended", {"reason": "less"}) in _log(connection, place)


def test_crisis_week__ends_by_itself_or_before(database: Database) -> None:
    with database.transaction() as connection:
        place, team, carla = _place(connection)
        nudging.say_told(connection, place, carla, team, TODAY, NOW)
        until = NOW + timedelta(days=7)
        assert nudging.call_crisis(connection, place, carla, until, NOW)
        assert not nudging.call_crisis(connection, place, carla, until, NOW)
        assert nudging.in_crisis(connection, place, NOW)
        assert not nudging.may_nudge(connection, place, team, until - timedelta(seconds=1))
        assert nudging.may_nudge(connection, place, team, until)
        assert not nudging.end_crisis(connection, place, carla, until)
        assert nudging.end_crisis(connection, place, carla, NOW)
        assert nudging.may_nudge(connection, place, team, NOW)


def test_number__of_one_organisation_is_not_that_of_another(database: Database) -> None:
    with database.transaction() as connection:
        place, _, carla = _place(connection)
        other, _, _ = _place(connection, "Elders")
        assert numbers.of(connection, place) == DEFAULTS
        assert numbers.change(connection, place, carla, "caps.week", 1, NOW)
        assert not numbers.change(connection, place, carla, "caps.week", 1, NOW)
        assert numbers.of(connection, place).caps.week == 1
        assert numbers.of(connection, other) == DEFAULTS
        assert numbers.back(connection, place, carla, "caps.week", NOW)
        assert numbers.of(connection, place) == DEFAULTS
        assert numbers.changed(connection, place) == {}
        changes = {"number": "caps.week", "old": "2", "new": "1"}
        assert _log(connection, place)[1] == ("Carla", "number-changed", changes)


def test_number__outside_its_range_is_refused_and_nothing_is_kept(database: Database) -> None:
    with database.transaction() as connection:
        place, _, carla = _place(connection)
        with pytest.raises(OutOfRange):
            numbers.change(connection, place, carla, "privacy.group", 9, NOW)
        with pytest.raises(KeyError):
            numbers.change(connection, place, carla, "privacy.nothing", 9, NOW)
        assert numbers.of(connection, place) == DEFAULTS
        assert _log(connection, place) == []


def test_weights__move_along_and_come_back(database: Database) -> None:
    with database.transaction() as connection:
        place, _, carla = _place(connection)
        assert numbers.change(connection, place, carla, "fit.job", 0.48, NOW)
        fit = numbers.of(connection, place).fit
        assert (fit.job, fit.target_group, fit.size, fit.region, fit.organisation) == (
            0.48,
            0.24,
            0.12,
            0.08,
            0.08,
        )
        assert numbers.back(connection, place, carla, "fit.job", NOW)
        assert numbers.of(connection, place) == DEFAULTS
