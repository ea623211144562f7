"""Where I work: said if one likes, seen by nobody, and used to find what fits."""

from __future__ import annotations

import sqlalchemy as sa

from domain.peers.fit import Context
from storage import contexts, members, organisations, practices
from storage.practices import told_in
from storage.tables import employers
from storage.tables import members as rows
from tests.conversations.test_trials import tells
from tests.stage import Person, Stage


def place_of(stage: Stage, person: Person) -> Context:
    with stage.database.reading() as connection:
        people = rows.outerjoin(employers, employers.c.id == rows.c.employer_id)
        query = sa.select(*contexts.COLUMNS).select_from(people).where(rows.c.id == person.member_id)
        return contexts.of_row(connection.execute(query).one())


def says_where(person: Person, *labels: str) -> str:
    person.says("/profiel")
    person.taps("Waar ik werk")
    for label in labels:
        person.taps(label)
    return person.chat[-1].text


def test_place__is_four_taps_each_of_which_may_stay_empty(stage: Stage) -> None:
    anna = stage.person("Anna")
    said = says_where(anna, "Gezinnen", "Tot 30.000 inwoners", "Laat leeg", "Oost")
    assert said.startswith("Waar je werkt: Gezinnen, Tot 30.000 inwoners en Oost.")
    assert place_of(stage, anna) == Context("", frozenset({"families"}), "small", "east")
    shown = anna.says("/profiel")
    assert shown is not None
    assert "Waar je werkt: Gezinnen, Tot 30.000 inwoners en Oost" in shown.text
    assert "ik weet niet waar je werkt" in says_where(anna, *(["Laat leeg"] * 4))
    assert place_of(stage, anna) == Context()


def test_place__that_somebody_taps_goes_before_what_is_known_of_the_employer(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        town = organisations.add_employer(connection, stage.organisation.id, "Gemeente", "Twente", "large")
    anna = stage.person("Anna", employer_id=town.id)
    assert place_of(stage, anna) == Context(size="large", region="Twente")
    says_where(anna, "Laat leeg", "Meer dan 250.000", "Team tot 8 mensen", "Laat leeg")
    assert place_of(stage, anna) == Context(size="city", region="Twente", team="few")


def test_place__goes_into_what_somebody_tells_and_is_not_shown_with_it(stage: Stage) -> None:
    anna, bob, eva = (stage.person(name) for name in ("Anna", "Bob", "Eva"))
    name = stage.practice(anna, "Post samen openmaken")
    says_where(bob, "Ouderen", "Laat leeg", "Team van 9 tot 20", "Zuid")
    tells(bob, name, "Ja, goed", "Begin met één envelop.")
    with stage.database.reading() as connection:
        viewer = members.by_id(connection, eva.member_id)
        assert viewer is not None
        found = practices.by_public_id(connection, viewer, name)
    assert found is not None
    (one,) = found.told.weights
    assert one.context == Context("", frozenset({"elderly"}), "", "south", team="some")
    assert told_in({**vars(found.told), "last_at": None, "weights": [vars(one)]}).weights == (one,)
    tells(eva, name, "Deels")
    read = eva.taps("Ervaringen")
    assert read is not None
    assert not [word for word in ("Ouderen", "Zuid", "Team van") if word in read.text]
