"""What people get without asking: a practice that fits, with a message that is true, and an end to it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from domain.peers.holdout import is_held
from domain.people import Role
from storage import members, nudging
from storage.nudging import Said, Speaker
from storage.tables import members as member_rows
from storage.tables import nudges as rows
from storage.tables import organisations
from tests.stage import Person, Stage

ZONE = ZoneInfo("Europe/Amsterdam")
PERIOD = timedelta(days=56)
JOBS = ("nudge-days", "nudges", "digest", "nudge-watch", "follow-up")
TICKS = ((11, 30), (12, 16), (12, 40), (15, 40), (16, 10))

NL = {"try": "Ik ga dit proberen", "see": "Bekijk het", "not": "Niet voor mij", "less": "Minder sturen"}


@pytest.fixture
def carla(stage: Stage) -> Person:
    """The coordinator, who confirmed that it was said to those without a team."""
    someone = stage.person("Carla", Role.coordinator)
    with stage.database.transaction() as connection:
        said = Said(stage.now.date(), Speaker.lead)
        nudging.say_told(connection, stage.organisation.id, someone.member_id, None, said, stage.now)
    return someone


def draw(stage: Stage, *left_out: Person) -> None:
    """Let chance leave out just these people, for a year: give it another secret until it does."""
    with stage.database.transaction() as connection:
        people = connection.execute(sa.select(member_rows.c.id, member_rows.c.public_id)).all()
        wanted = {one.member_id for one in left_out}
        secret = next(
            str(number)
            for number in count()
            if all(
                is_held(one.public_id, str(number), stage.now + later * PERIOD) == (one.id in wanted)
                for one in people
                for later in range(2)
            )
        )
        connection.execute(sa.update(organisations).values(secret=secret))


def practitioner(
    stage: Stage, name: str, rhythm: str = "weekly", language: str = "nl", theme: str = "debt"
) -> Person:
    someone = stage.person(name, language=language)
    with stage.database.transaction() as connection:
        member = members.by_id(connection, someone.member_id)
        assert member is not None
        members.change(connection, member.id, rhythm=rhythm, job="debt")
        members.follow(connection, member, theme)
    return someone


def tick(stage: Stage) -> None:
    """Let the clock tick for what is tested here, and bring what may be brought."""
    for job in stage.routes.jobs:
        if job.name in JOBS:
            with stage.database.reading() as connection:
                parts = job.parts(connection, stage.now)
            for part in parts:
                with stage.database.transaction() as connection:
                    job.run(connection, stage.now, *part)
    stage.catch_up()


def days(stage: Stage, many: int) -> None:
    """Let days pass, with the clock ticking before, at and after lunch, and in the afternoon."""
    for _ in range(many):
        for hour, minute in TICKS:
            local = datetime.combine(stage.now.astimezone(ZONE).date(), time(hour, minute), ZONE)
            if local > stage.now:
                stage.now = local.astimezone(UTC)
                tick(stage)
        tomorrow = stage.now.astimezone(ZONE).date() + timedelta(days=1)
        stage.now = datetime.combine(tomorrow, time(8), ZONE).astimezone(UTC)


def offers(person: Person) -> list[str]:
    return [seen.text for seen in person.chat if NL["see"] in seen.labels and NL["try"] in seen.labels]


def held(stage: Stage) -> list[bool]:
    with stage.database.reading() as connection:
        return list(connection.execute(sa.select(rows.c.held).order_by(rows.c.id)).scalars())


def test_nudge__offers_what_fits_with_four_buttons_and_why_it_comes(stage: Stage, carla: Person) -> None:
    bob, anna = practitioner(stage, "Bob"), practitioner(stage, "Anna")
    draw(stage)
    days(stage, 7)
    stage.practice(bob, "Drie stapels post")
    days(stage, 7)
    assert len(offers(anna)) == 1
    seen = anna.chat[-1]
    assert seen.text.startswith("Dit past bij je werk: ‘Drie stapels post’.")
    assert "omdat het past bij je werk en je onderwerpen" in seen.text
    assert seen.labels == [NL["try"], NL["see"], NL["not"], NL["less"]]
    assert offers(bob) == []
    assert carla.sees("Dit zeg ik vooraf")
