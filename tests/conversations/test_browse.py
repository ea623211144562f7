"""Looking around: counts per theme, pages of titles, following, and nothing that is not for the reader."""

from __future__ import annotations

import pytest

from domain.people import THEMES
from domain.practices import Visibility
from handlers.kit.buttons import encode
from handlers.kit.doors import Browse
from storage import members, organisations, practices
from tests.stage import Person, Seen, Stage


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def bob(stage: Stage) -> Person:
    return stage.person("Bob")


def look(person: Person) -> Seen:
    seen = person.says("/kijk")
    assert seen is not None
    return seen


def tapped(person: Person, label: str) -> Seen:
    seen = person.taps(label)
    assert seen is not None
    return seen


def test_browse__of_an_empty_library_says_what_one_can_do(stage: Stage, bob: Person) -> None:
    seen = look(bob)
    assert seen.text.startswith("Er staat hier nog niets.")
    assert seen.labels == ["Deel iets", "Stel een vraag"]


def test_browse__counts_per_theme_what_the_reader_may_see(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        north = organisations.add_team(connection, stage.organisation.id, "Noord").id
        elsewhere = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    anna, bob = stage.person("Anna", team_id=north), stage.person("Bob")
    stage.practice(anna, "Een", themes=("debt", "work"))
    stage.practice(anna, "Twee", themes=("debt",))
    stage.practice(anna, "Kanarie van Noord", themes=("debt", "youth"), visibility=Visibility.team)
    home, stage.organisation = stage.organisation, elsewhere
    stage.practice(stage.person("Eve"), "Kanarie van Elders", themes=("debt",))
    stage.organisation = home
    seen = look(bob)
    assert seen.labels == ["Nieuwste", "Handigste", "Schulden (2)", "Werk en inkomen (1)"]
    assert "Schulden (3)" in look(anna).labels
    for label in ("Nieuwste", "Handigste", "Schulden (2)"):
        look(bob)
        assert "Kanarie" not in "".join(tapped(bob, label).labels)


def test_browse__shows_five_titles_a_page_newest_first_and_opens_a_card(
    stage: Stage, anna: Person, bob: Person
) -> None:
    for number in range(1, 8):
        stage.later(minutes=1)
        stage.practice(anna, f"Voorbeeld {number}")
    look(bob)
    first = tapped(bob, "Schulden (7)")
    assert first.labels[:6] == [*(f"Voorbeeld {number}" for number in (7, 6, 5, 4, 3)), "Meer"]
    assert "1 tot en met 5" in first.text
    second = tapped(bob, "Meer")
    assert second.number == first.number
    assert second.labels[:2] == ["Voorbeeld 2", "Voorbeeld 1"]
    assert "Meer" not in second.labels
    card = tapped(bob, "Voorbeeld 2")
    assert "Let op:" in card.text
    back = tapped(bob, "Onderwerpen")
    assert back.number == first.number
    assert back.text.startswith("Waar wil je over lezen?")


def test_browse__most_useful_orders_without_showing_hidden_counts_or_names(
    stage: Stage, anna: Person, bob: Person
) -> None:
    names = [stage.practice(anna, f"Voorbeeld {number}") for number in (1, 2, 3)]
    made_up = stage.practice(None, "Verzonnen voorbeeld", illustrative=True)
    for name, count in ((names[0], 1), (names[1], 3), (made_up, 4)):
        for number in range(count):
            voter = stage.person(f"Persoon {name} {number}")
            with stage.database.transaction() as connection:
                member = members.by_id(connection, voter.member_id)
                assert member is not None
                practice = practices.by_public_id(connection, member, name)
                assert practice is not None
                practices.vote(connection, practice, member, stage.now)
    look(bob)
    page = tapped(bob, "Handigste")
    assert page.labels[:4] == ["Voorbeeld 2", "Voorbeeld 1", "Voorbeeld 3", "Verzonnen voorbeeld"]
    assert "Anna" not in page.text
    assert not any(figure in "".join(page.labels[:4]) for figure in ("(3)", "(1)", "(4)"))


def test_follow__theme_comes_first_and_at_most_three(stage: Stage, anna: Person, bob: Person) -> None:
    for theme in THEMES:
        stage.practice(anna, f"Over {theme}", themes=(theme,))
    for label in ("Taal (1)", "Wonen (1)", "Balie (1)"):
        look(bob)
        tapped(bob, label)
        followed = tapped(bob, "Volg dit")
        assert "Je volgt nu" in followed.text
        assert "Volg niet meer" in followed.labels
    assert set(look(bob).labels[2:5]) == {"Taal (1)", "Wonen (1)", "Balie (1)"}
    tapped(bob, "Jeugd (1)")
    assert "Je volgt al 3 onderwerpen" in tapped(bob, "Volg dit").text
    look(bob)
    tapped(bob, "Taal (1)")
    assert "Je volgt Taal niet meer." in tapped(bob, "Volg niet meer").text
    with stage.database.reading() as connection:
        assert set(members.themes_of(connection, bob.member_id)) == {"housing", "counter"}


@pytest.mark.parametrize(
    "forged",
    [
        Browse("nonsense", "newest", 0),
        Browse("debt", "nonsense", -5),
        Browse("debt", "newest", 10**30),
        Browse("", "useful", 99),
    ],
)
def test_browse__forged_or_old_page_is_answered(
    stage: Stage, anna: Person, bob: Person, forged: Browse
) -> None:
    stage.practice(anna, "Voorbeeld")
    assert bob.presses(encode(forged), look(bob)) is not None


def test_browse__in_english(stage: Stage, anna: Person) -> None:
    stage.practice(anna, "Voorbeeld")
    bob = stage.person("Bob", language="en")
    seen = bob.says("/browse")
    assert seen is not None
    assert seen.labels == ["Newest", "Most useful", "Debts (1)"]
