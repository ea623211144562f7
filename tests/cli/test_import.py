"""Importing: whole or not at all, once however often, and nothing about a person."""

from __future__ import annotations

import pytest

from bot.practice_files.importing import carry_out, plan
from domain.importing import Row
from domain.people import Role
from domain.practices import Practice, PracticeState
from storage import exports, members, organisations, practices
from storage.database import Database
from storage.exports import Exported
from tests.cli.conftest import Otto
from tests.stage import Stage

HEADER = "Titel;Situatie;Aanpak;Resultaat;Let op;Onderwerpen"
PHONE = (
    "Bel samen;Een man durft niet te bellen;Bel met de luidspreker aan;Hij belde zelf;Niet bij ruzie;Schulden"
)
POST = "Post openen;Een moeder is bang voor post;Open samen één brief;Rust;Niet bij een deurwaarder;Jeugd"
CAUGHT = "Mailen;Een vader mailt veel;Mail naar vader@voorbeeld.nl;Rust;Niet bij spoed;Jeugd"
ENDLESS = "Praten;Een zus praat veel;Luister een kwartier;Rust;;Jeugd"


def rows(*lines: str) -> str:
    return "\n".join([HEADER, *lines, ""])


def stored(stage: Stage) -> list[Exported]:
    with stage.database.reading() as connection:
        return list(exports.every(connection, stage.organisation.id, hidden=True))


def test_import__brings_practices_in_that_colleagues_find(otto: Otto, stage: Stage) -> None:
    garden = "Moestuin;Een buurt klaagt over onkruid;Begin een moestuin;Minder geklaag;Niet op zand;Wijkteam"
    otto.writes("a.csv", rows(PHONE, garden))
    otto.does("examples", "load")
    assert otto.does("import", "a.csv") == "2 voorbeelden staan er nu in.\n"
    stage.catch_up()
    bob = stage.person("Bob")
    bob.says("onkruid in de moestuin")
    assert bob.sees("Begin een moestuin"), bob.screen()
    found = [one for one in stored(stage) if not one.illustrative]
    assert [(one.themes, one.author_name) for one in found] == [(("debt",), ""), (("neighbourhood",), "")]


def test_import__of_the_same_file_adds_nothing(otto: Otto, stage: Stage) -> None:
    otto.writes("a.csv", rows(PHONE, POST))
    otto.does("import", "a.csv")
    assert otto.does("import", "a.csv") == "Niets nieuws.\n2 voorbeelden stonden er al in.\n"
    otto.writes("b.csv", rows(POST, PHONE, POST), "cp1252")
    assert otto.does("import", "b.csv") == "Niets nieuws.\n3 voorbeelden stonden er al in.\n"
    assert len(stored(stage)) == 2


def test_import__keeps_nothing_when_one_row_is_refused(otto: Otto, stage: Stage) -> None:
    otto.writes("a.csv", rows(PHONE, CAUGHT, ENDLESS))
    outcome = otto.types("import", "a.csv")
    assert outcome.code == 1
    assert "Rij 3: bij aanpak zie ik een e-mailadres." in outcome.err
    assert "Rij 4: let op is leeg." in outcome.err
    assert "vader@" not in outcome.err
    assert stored(stage) == []


def test_import__keeps_the_good_rows_when_asked(otto: Otto, stage: Stage) -> None:
    otto.writes("a.csv", rows(CAUGHT, PHONE, ENDLESS))
    outcome = otto.types("import", "a.csv", "--keep-good")
    assert outcome.code == 0
    assert outcome.err.count("Rij") == 2
    assert [one.parts.title for one in stored(stage)] == ["Bel samen"]


def test_import__takes_a_persons_data_out_when_asked(otto: Otto, stage: Stage) -> None:
    otto.writes("a.csv", rows(CAUGHT))
    otto.does("import", "a.csv", "--redact")
    otto.does("import", "a.csv", "--redact")
    assert [one.parts.approach for one in stored(stage)] == ["Mail naar [e-mailadres]"]


def test_import__tried_out_keeps_nothing(otto: Otto, stage: Stage) -> None:
    otto.writes("a.csv", rows(PHONE, POST, POST))
    assert "2 voorbeelden zouden erin komen, 1 staat er al in" in otto.does("import", "a.csv", "--dry-run")
    assert stored(stage) == []


def test_import__with_a_key_knows_a_row_whose_words_changed(otto: Otto, stage: Stage) -> None:
    otto.writes("a.csv", f"sleutel;{HEADER}\n1;{PHONE}\n")
    otto.writes("b.csv", f"sleutel;{HEADER}\n1;{PHONE.replace('luidspreker', 'speaker')}\n2;{POST}\n")
    otto.does("import", "a.csv")
    otto.does("import", "b.csv")
    assert [one.parts.title for one in stored(stage)] == ["Bel samen", "Post openen"]


def test_import__for_a_team_is_for_that_team_alone(otto: Otto, stage: Stage) -> None:
    otto.does("team", "add", "Oost")
    otto.writes("a.csv", f"{HEADER};zichtbaar;team\n{PHONE};team;oost\n")
    otto.writes("b.csv", f"{HEADER};zichtbaar;team\n{POST};team;West\n")
    otto.does("import", "a.csv")
    assert "team is leeg, of die naam ken ik niet" in otto.types("import", "b.csv").err
    with stage.database.reading() as connection:
        (team,) = organisations.teams_of(connection, stage.organisation.id)
    inside, outside = stage.person("Anna", team_id=team.id), stage.person("Bob")
    assert [one.parts.title for one in seen(stage, inside.member_id)] == ["Bel samen"]
    assert seen(stage, outside.member_id) == []


def seen(stage: Stage, member_id: int) -> list[Practice]:
    with stage.database.reading() as connection:
        member = members.by_id(connection, member_id)
        assert member is not None
        return practices.on_show(connection, member)


def test_import__never_shows_again_what_was_taken_back(otto: Otto, stage: Stage) -> None:
    otto.writes("a.csv", rows(PHONE))
    otto.does("import", "a.csv")
    carla = stage.person("Carla", Role.coordinator)
    (shown,) = seen(stage, carla.member_id)
    with stage.database.transaction() as connection:
        practices.set_state(connection, shown, PracticeState.withdrawn, stage.now)
    assert "1 voorbeeld stond er al in" in otto.does("import", "a.csv")
    assert stored(stage) == []


def test_import__shows_at_most_fifty_refusals(otto: Otto) -> None:
    otto.does("organisation", "add", "Regio")
    otto.writes("a.csv", rows(*[f"T;S{n};A;R;;Jeugd" for n in range(60)]))
    outcome = otto.types("import", "a.csv")
    assert outcome.err.count("Rij ") == 50
    assert "En nog 10 rijen met een probleem." in outcome.err


def test_import__of_thousands_of_rows_keeps_their_order(database: Database, stage: Stage) -> None:
    many = [
        Row(n, {"situation": f"Geval {n}", "approach": f"Bel samen {n}", "result": "Rust", "limits": "Spoed"})
        for n in range(2000)
    ]
    with database.reading() as connection:
        planned = plan(connection, stage.organisation, many, stage.finder)
    with database.transaction() as connection:
        report = carry_out(connection, stage.organisation, planned, stage.now, keep_good=False)
    assert len(set(report.added)) == 2000
    with database.reading() as connection:
        titles = exports.titles(connection, stage.organisation.id, report.added[:2])
    assert list(titles.values()) == ["Bel samen 0", "Bel samen 1"]


def test_import__of_the_same_plan_twice_adds_it_once(database: Database, stage: Stage) -> None:
    row = Row(2, {"situation": "Geval", "approach": "Bel samen", "result": "Rust", "limits": "Spoed"})
    with database.reading() as connection:
        first = plan(connection, stage.organisation, [row], stage.finder)
        second = plan(connection, stage.organisation, [row], stage.finder)
    with database.transaction() as connection:
        carry_out(connection, stage.organisation, first, stage.now, keep_good=False)
        again = carry_out(connection, stage.organisation, second, stage.now, keep_good=False)
    assert (again.added, again.already) == ((), 1)


def test_import__is_sealed_in_its_organisation(otto: Otto, stage: Stage) -> None:
    otto.writes("a.csv", rows(PHONE))
    otto.does("import", "a.csv")
    otto.does("organisation", "add", "Elders")
    assert otto.does("import", "a.csv", "--organisation", "Elders") == "1 voorbeeld staat er nu in.\n"
    assert len(stored(stage)) == 1


def test_import__warns_of_columns_it_leaves_out(otto: Otto) -> None:
    otto.does("organisation", "add", "Regio")
    otto.writes("a.csv", f"{HEADER};Naam bewoner\n{PHONE};Anna\n")
    outcome = otto.types("import", "a.csv")
    assert outcome.err == "1 kolom ken ik niet. Die sla ik over.\n"
    assert outcome.code == 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_import__speaks_the_operators_language(otto: Otto, language: str) -> None:
    otto.sets(DEFAULT_LANGUAGE=language)
    otto.does("organisation", "add", "Regio")
    otto.writes("a.csv", rows(CAUGHT, ENDLESS, POST.replace("Jeugd", "Paarden")))
    said = otto.types("import", "a.csv").err
    words = {
        "nl": "Rij 2: bij aanpak zie ik een e-mailadres",
        "en": "Row 2: in approach I see an e-mail address",
    }
    assert words[language] in said
