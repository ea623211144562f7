"""Erasing removes bytes: of who filled in every field nothing is left in any file."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from domain.delivery import Lane
from domain.peers.evidence import Outcome
from domain.people import Role
from domain.portraits import QUESTIONS, PortraitState
from handlers.kit import Kind
from handlers.kit.buttons import encode
from handlers.kit.doors import EditMine, MakePledge, ShowExperiences, ShowPractice, StartThanks
from handlers.leave import EraseNow
from handlers.my_data import TakeMyData
from handlers.trials.pledging import AddPlan
from handlers.trials.telling import TellOutcome
from storage import deliveries, imports, lines, members
from storage.tables import portraits
from tests.canaries import files_of, found_in
from tests.stage import Person, Stage

NAME = "Zwaluwië"
# One word per field, each with a letter that JSON writes differently.
WORDS = {
    field: f"kanarieé{field}"
    for field in (
        *("titel", "situatie", "aanpak", "resultaat", "grens", "nieuw", "vraag", "ervaring", "plan", "dank"),
        *("klad", "bestand", "regel", "wacht", "doorstuur", "portret", "verteld"),
    )
}
EVERY = (NAME, *WORDS.values())


def fill(stage: Stage, zwaluw: Person, bob: Person, fields: dict[str, str] = WORDS) -> str:
    """Let somebody type something in every field there is, and a colleague see it; return the practice."""
    mine = stage.practice(
        zwaluw,
        f"Post {fields['titel']}",
        situation=f"Iemand {fields['situatie']} opent de post niet.",
        approach=f"Bel {fields['aanpak']} samen.",
        result=f"Er kwam {fields['resultaat']} rust, zegt {NAME}.",
        limits=f"Niet bij {fields['grens']} haast.",
    )
    theirs = stage.practice(bob, "Deurbel repareren", situation="Niemand doet open.")
    zwaluw.says(f"iemand {fields['vraag']} opent de post niet meer")
    bob.says("/help")
    bob.presses(encode(ShowPractice(mine)))
    zwaluw.presses(encode(MakePledge(theirs)))
    zwaluw.presses(encode(AddPlan(theirs)))
    zwaluw.says(f"als ik {fields['plan']} langs ga, bel ik")
    zwaluw.presses(encode(TellOutcome(theirs, Outcome.worked)))
    zwaluw.says(f"Eerst {fields['ervaring']} koffie.")
    zwaluw.taps("Met mijn naam")
    zwaluw.presses(encode(StartThanks(theirs)))
    zwaluw.says(f"Dit gaf {fields['dank']} een moeder rust.")
    zwaluw.taps("Met mijn naam")
    zwaluw.presses(encode(EditMine(mine)))
    zwaluw.taps("Zo doe je het")
    zwaluw.says(f"Bel {fields['nieuw']} twee keer.")
    zwaluw.says("/deel")
    zwaluw.taps("Stap voor stap")
    zwaluw.says(f"Een man {fields['klad']} belt niemand.")
    zwaluw.says(f"verhaal {fields['doorstuur']} uit het werk", Kind.forward)
    stage.later(hours=2)
    stage.catch_up()
    bob.presses(encode(ShowPractice(theirs)))
    bob.presses(encode(ShowPractice(mine)))
    bob.presses(encode(ShowExperiences(theirs, 0)))
    with stage.database.transaction() as connection:
        member = members.by_id(connection, zwaluw.member_id)
        assert member is not None
        name = f"{fields['bestand']}.csv"
        imports.add(connection, member, channel="stage", reference="x", name=name, now=stage.now)
        words = dict.fromkeys(QUESTIONS, f"Ik {fields['portret']} luister")
        connection.execute(
            sa.insert(portraits).values(
                public_id="p" * 12,
                organisation_id=member.organisation_id,
                member_id=member.id,
                state=PortraitState.published.value,
                named=True,
                empathy=f"Zij {fields['verteld']} vroeg door",
                enterprise="Zij begon",
                changed_at=stage.now,
                **words,
            )
        )
        lines.add(connection, member, mine=f"los {fields['regel']} woord", now=stage.now)
        deliveries.queue(
            connection,
            member.id,
            payload={"texts": [{"key": "fine", "values": {"x": fields["wacht"]}}]},
            once="canary",
            lane=Lane.answer,
            now=stage.now,
        )
    zwaluw.presses(encode(TakeMyData("json")))
    return mine


@pytest.fixture
def zwaluw(stage: Stage) -> Person:
    return stage.person(NAME, Role.coordinator)


def test_erasing__leaves_no_byte_of_what_somebody_typed(stage: Stage, zwaluw: Person) -> None:
    bob = stage.person("Bob")
    fill(stage, zwaluw, bob)
    before = found_in([*files_of(stage.database)], EVERY)
    seen = {word for word in EVERY for key in before if key.startswith(f"{word} ")}
    assert seen == set(EVERY), "each of them was stored"
    zwaluw.presses(encode(EraseNow(False)))
    stage.finish_erasing()
    assert stage.database.scrub(whole=not stage.database.is_sqlite)
    assert found_in(files_of(stage.database), EVERY) == {}
    assert bob.sees("Deurbel repareren")


def test_erasing__leaves_what_stays_without_a_name_and_the_rest_not(stage: Stage, zwaluw: Person) -> None:
    bob = stage.person("Bob")
    fill(stage, zwaluw, bob)
    zwaluw.presses(encode(EraseNow(True)))
    stage.finish_erasing()
    assert stage.database.scrub(whole=not stage.database.is_sqlite)
    left = {key.split(" in ")[0] for key in found_in(files_of(stage.database), EVERY)}
    # The words of the practice as they are now; not those they took the place of, and no name.
    assert left == {WORDS[one] for one in ("titel", "situatie", "nieuw", "resultaat", "grens")}
