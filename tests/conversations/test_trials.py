"""Pledge, try, tell: from "I will try this" to the maker who hears it, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from domain.people import Role
from domain.practices import Attribution, Visibility
from handlers.kit.buttons import encode
from handlers.kit.doors import MakePledge, ShowExperiences, ShowPractice, Tell
from handlers.trials.telling import WithdrawTrial
from storage import habits, members, moderation, organisations, practices
from storage.tables import pledges, trials
from tests.stage import Person, Seen, Stage

TITLE = "Post samen openmaken"
LINE = "Begin met één envelop, de rest komt vanzelf."


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def bob(stage: Stage) -> Person:
    return stage.person("Bob")


@pytest.fixture
def name(stage: Stage, anna: Person) -> str:
    return stage.practice(anna, TITLE, situation="Iemand maakt de post niet open.")


@pytest.fixture
def two(stage: Stage, anna: Person) -> dict[str, str]:
    """Two practices in the same words, of which one did not work for three colleagues and the other did."""
    names = {
        place: stage.practice(anna, f"Post openen in {place}", situation="Iemand maakt de post niet open.")
        for place in ("huis", "school")
    }
    for number in range(3):
        tells(stage.person(f"Collega {number}"), names["huis"], "Nee")
        tells(stage.person(f"Buur {number}"), names["school"], "Ja, goed", LINE)
    return names


def test_question__is_answered_first_with_what_worked_for_colleagues(
    bob: Person, two: dict[str, str]
) -> None:
    answer = bob.says("iemand maakt de post niet open")
    assert answer is not None
    assert answer.text.startswith("Post openen in school")
    assert "Post openen in huis" in answer.labels


def test_browse__puts_what_worked_before_what_only_gets_votes(
    stage: Stage, bob: Person, two: dict[str, str]
) -> None:
    for number in range(2):
        voter = stage.person(f"Stemmer {number}")
        opens(voter, two["huis"])
        taps(voter, "Handig")
    bob.says("/kijk")
    page = taps(bob, "Handigste")
    assert page.labels[:2] == ["Post openen in school", "Post openen in huis"]


def opens(person: Person, name: str) -> Seen:
    if not person.chat:
        person.says("/help")
    shown = person.presses(encode(ShowPractice(name)))
    assert shown is not None
    return shown


def taps(person: Person, *labels: str) -> Seen:
    seen = None
    for label in labels:
        seen = person.taps(label)
    assert seen is not None
    return seen


def days_later(stage: Stage, days: int) -> None:
    """Let days go by, with the clock looking at what is due once a day, in working hours."""
    for _ in range(days):
        stage.later(days=1)
        stage.jobs()
        stage.catch_up()


def asked(person: Person) -> int:
    """How many follow-ups stand in a chat."""
    return sum("Is het ervan gekomen?" in seen.text for seen in person.chat)


def count(stage: Stage, table: sa.Table) -> int:
    with stage.database.reading() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def tells(person: Person, name: str, outcome: str = "Ja, goed", line: str = "") -> Seen:
    """Open a card and tell how it went, perhaps with a sentence."""
    opens(person, name)
    seen = taps(person, "Ik heb dit gedaan", outcome)
    if not line:
        return taps(person, "Overslaan")
    person.says(line)
    if outcome in ("Deels", "Nee"):
        taps(person, "Geen tijd")
    return taps(person, "Zonder naam") or seen


# --- the card -----------------------------------------------------------------------------------------


def test_card__offers_three_things_first_and_the_rest_behind_more(bob: Person, name: str) -> None:
    shown = opens(bob, name)
    assert shown.labels == ["Ik ga dit proberen", "Handig", "Meer"]
    more = taps(bob, "Meer")
    assert more.number == shown.number
    assert more.labels == [
        "Ik heb dit gedaan",
        "Bedank de maker",
        "Draag voor",
        "Niet voor mij",
        "Melden",
        "Stuur door",
        "Terug",
    ]
    assert taps(bob, "Terug").labels == shown.labels


# --- pledge -------------------------------------------------------------------------------------------


def test_pledge__holiday_then_not_yet_then_partly_and_the_maker_hears_it(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    stage.now = datetime(2026, 12, 24, 9, 0, tzinfo=UTC)  # Christmas Eve, a Thursday
    opens(bob, name)
    when = taps(bob, "Ik ga dit proberen")
    assert when.labels == ["Vandaag", "Deze week", "Volgende week", "Weet ik nog niet", "Toch niet proberen"]
    assert "28 december 2026" in taps(bob, "Vandaag").text  # after two holidays and a Sunday
    days_later(stage, 3)
    assert not bob.sees("Is het ervan gekomen?")
    days_later(stage, 1)
    assert bob.chat[-1].text.startswith(f"Je wilde ‘{TITLE}’ proberen. Is het ervan gekomen?")
    assert bob.chat[-1].labels == ["Ja, gedaan", "Nog niet", "Past niet bij mij"]
    assert "nog één keer" in taps(bob, "Nog niet").text
    days_later(stage, 16)
    assert asked(bob) == 1  # the first was answered in its place
    taps(bob, "Ja, gedaan", "Deels")
    assert not anna.sees("probeerde je voorbeeld")
    bob.says(LINE)
    taps(bob, "Geen tijd", "Zonder naam")
    days_later(stage, 1)
    heard = next(seen for seen in anna.chat if "probeerde je voorbeeld" in seen.text)
    assert heard.text.startswith(f"Een collega probeerde je voorbeeld ‘{TITLE}’. Het werkte deels.")
    assert LINE in heard.text
    assert "Bob" not in heard.text
    shown = opens(anna, name).text
    assert "één collega probeerde dit: bij 1 werkte het deels." in shown
    assert f"Een collega zegt: ‘{LINE}’" in shown
    days_later(stage, 30)
    assert asked(bob) == 1
    assert sum("probeerde je voorbeeld" in seen.text for seen in anna.chat) == 1


def test_pledge__in_english(stage: Stage) -> None:
    anna = stage.person("Anna", language="en")
    bob = stage.person("Bob", language="en")
    name = stage.practice(anna, "Open post together", language="en")
    opens(bob, name)
    taps(bob, "I will try this", "This week")
    days_later(stage, 6)
    assert "Did you get round to it?" in bob.chat[-1].text
    bob.says("yes, I did")
    bob.says("no")
    bob.says("It took too long, half an hour is not enough.")
    taps(bob, "Production norm", "With my name")
    days_later(stage, 1)
    assert anna.chat[-1].text.startswith(
        "Bob tried your example ‘Open post together’. There it did not work."
    )
    assert "half an hour is not enough" in anna.chat[-1].text


def test_pledge__everything_can_be_typed(stage: Stage, bob: Person, name: str) -> None:
    opens(bob, name)
    bob.says("ik ga dit proberen")
    bob.says("volgende week")
    bob.says("maak een plan")
    planned = bob.says("Als iemand een tas post meeneemt, dan pak ik er drie uit.")
    assert planned is not None
    assert "Alleen jij ziet het." in planned.text
    listed = bob.says("/voornemens")
    assert listed is not None
    assert f"{TITLE}: volgende week. Je plan: ‘Als iemand een tas post" in listed.text
    assert listed.labels == [TITLE]
    bob.says(TITLE)
    assert bob.chat[-1].labels == ["Ik heb dit gedaan", "Handig", "Meer"]


def test_plan__is_looked_at_by_the_guard(bob: Person, name: str) -> None:
    opens(bob, name)
    taps(bob, "Ik ga dit proberen", "Vandaag", "Maak een plan")
    caught = bob.says("Als 06-12345678 belt, dan neem ik op.")
    assert caught is not None
    assert "een telefoonnummer" in caught.text


def test_pledge__is_asked_twice_at_most_and_then_left_alone(stage: Stage, bob: Person, name: str) -> None:
    opens(bob, name)
    taps(bob, "Ik ga dit proberen", "Vandaag")
    days_later(stage, 2)
    taps(bob, "Nog niet")
    days_later(stage, 16)
    assert "Ik vraag niet meer" in taps(bob, "Nog niet").text
    days_later(stage, 40)
    assert not bob.sees("Is het ervan gekomen?")
    assert taps(bob, "Bekijk het").labels[0] == "Ik ga dit proberen"


def test_pledge__that_nobody_answers_is_not_asked_again(stage: Stage, bob: Person, name: str) -> None:
    opens(bob, name)
    taps(bob, "Ik ga dit proberen", "Vandaag")
    days_later(stage, 40)
    assert asked(bob) == 1
    empty = bob.says("/voornemens")
    assert empty is not None
    assert "Je hebt nu geen voornemens." in empty.text


def test_pledge__taken_back_or_not_asked_about_is_silent(stage: Stage, bob: Person, name: str) -> None:
    opens(bob, name)
    assert "Niemand hoort hiervan." in taps(bob, "Ik ga dit proberen", "Vandaag", "Toch niet proberen").text
    assert count(stage, pledges) == 0
    taps(bob, "Bekijk het", "Ik ga dit proberen", "Vandaag", "Vraag niet na")
    days_later(stage, 20)
    assert not bob.sees("Is het ervan gekomen?")


def test_follow_up__waits_for_the_end_of_a_pause(stage: Stage, bob: Person, name: str) -> None:
    opens(bob, name)
    taps(bob, "Ik ga dit proberen", "Vandaag")
    with stage.database.transaction() as connection:
        habits.pause(connection, bob.member_id, date(2026, 12, 7))
    days_later(stage, 12)
    assert not bob.sees("Is het ervan gekomen?")
    days_later(stage, 2)
    assert bob.sees("Is het ervan gekomen?")


def test_follow_up__of_what_is_not_on_show_any_more_is_not_asked(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    opens(bob, name)
    taps(bob, "Ik ga dit proberen", "Vandaag")
    opens(anna, name)
    taps(anna, "Terugtrekken", "Ja, trek terug")
    days_later(stage, 5)
    assert not bob.sees("Is het ervan gekomen?")


def test_follow_up__does_not_suit_me_puts_it_last_and_can_be_undone(
    stage: Stage, bob: Person, name: str
) -> None:
    opens(bob, name)
    taps(bob, "Ik ga dit proberen", "Vandaag")
    days_later(stage, 2)
    assert "Alleen jij ziet dat." in taps(bob, "Past niet bij mij").text
    assert opens(bob, name).labels == ["Toch wel voor mij", "Handig", "Meer"]
    assert taps(bob, "Toch wel voor mij").labels == ["Ik ga dit proberen", "Handig", "Meer"]


# --- tell ---------------------------------------------------------------------------------------------


def test_tell__one_tap_counts_without_a_pledge_or_a_sentence(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    opens(bob, name)
    taps(bob, "Ik heb dit gedaan", "Ja, goed")
    assert "bij 1 werkte het" in opens(anna, name).text
    bob.says("/help")
    days_later(stage, 1)
    assert sum("Het werkte." in seen.text for seen in anna.chat if "probeerde" in seen.text) == 1


def test_tell__the_last_word_counts_and_each_outcome_is_heard_once(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    for outcome in ("Ja, goed", "Nee", "Ja, goed"):
        opens(bob, name)
        label = "Wijzig mijn ervaring" if count(stage, trials) else "Ik heb dit gedaan"
        taps(bob, label, outcome, "Overslaan")
        days_later(stage, 1)
    assert "bij 1 werkte het" in opens(anna, name).text
    assert "niet" not in opens(anna, name).text.split("Ervaring:")[1]
    heard = [seen.text for seen in anna.chat if "probeerde je voorbeeld" in seen.text]
    assert len(heard) == 2


def test_tell__taken_back_before_the_maker_heard_is_never_heard(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    tells(bob, name)
    opens(bob, name)
    taps(bob, "Wijzig mijn ervaring", "Haal alles weg")
    days_later(stage, 1)
    assert count(stage, trials) == 0
    assert not anna.sees("probeerde je voorbeeld")
    assert "nog niemand vertelde" in opens(bob, name).text


def test_tell__a_question_that_was_taken_for_a_sentence_is_answered(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    stage.practice(anna, "Bel binnen een dag", situation="Iemand krijgt een afwijzing.")
    opens(bob, name)
    taps(bob, "Ik heb dit gedaan", "Ja, goed")
    bob.says("iemand krijgt een afwijzing, wat nu")
    answered = taps(bob, "Het was een vraag")
    assert "Bel binnen een dag" in answered.labels
    assert "afwijzing" not in opens(anna, name).text


def test_tell__too_early_is_no_outcome_and_nobody_hears_it(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    opens(bob, name)
    taps(bob, "Ik heb dit gedaan", "Weet ik nog niet")
    days_later(stage, 1)
    assert not anna.sees("probeerde je voorbeeld")
    assert "nog niemand vertelde" in opens(anna, name).text


def test_tell__ones_own_is_refused_and_what_one_may_not_see_looks_absent(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    anna.says("/help")
    for button in (MakePledge(name), Tell(name)):
        own = anna.presses(encode(button))
        assert own is not None
        assert own.text.startswith("Dit is je eigen voorbeeld.")
    with stage.database.transaction() as connection:
        team = organisations.add_team(connection, stage.organisation.id, "Noord").id
    noor = stage.person("Noor", team_id=team)
    hidden = stage.practice(noor, "Alleen voor Noord", visibility=Visibility.team)
    for unseen in (MakePledge(hidden), Tell(hidden), ShowExperiences(hidden, 0)):
        bob.says("/help")
        absent = bob.presses(encode(unseen))
        assert absent is not None
        assert "kan ik je niet laten zien" in absent.text
    assert count(stage, pledges) == count(stage, trials) == 0


def test_tell__the_maker_who_left_or_wants_silence_hears_nothing(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    anna.says("/stop")
    tells(bob, name, line=LINE)
    days_later(stage, 2)
    assert not anna.sees("probeerde je voorbeeld")


def test_erasing__takes_trials_and_pledges_along_and_leaves_a_count_of_nobody(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    tells(bob, name)
    other = stage.practice(anna, "Nog een idee")
    opens(bob, other)
    taps(bob, "Ik ga dit proberen")
    bob.says("/stop")
    taps(bob, "Wis mijn gegevens")
    bob.taps("Ja, wis alles")
    stage.finish_erasing()
    days_later(stage, 1)
    assert count(stage, pledges) == count(stage, trials) == 0
    shown = opens(anna, name).text
    assert "één collega probeerde dit" in shown
    assert not anna.sees("probeerde je voorbeeld")


# --- what colleagues read -----------------------------------------------------------------------------


def test_experiences__show_failures_among_successes_and_names_only_as_chosen(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    dora, eva = stage.person("Dora"), stage.person("Eva")
    with stage.database.transaction() as connection:
        members.change(connection, dora.member_id, job="debt")
    tells(bob, name, "Ja, goed", LINE)
    tells(dora, name, "Nee", "Bij ons lag er te veel post voor een uur.")
    opens(eva, name)
    read = taps(eva, "Ervaringen")
    assert "2 collega's probeerden dit: bij 1 werkte het en bij 1 werkte het niet." in read.text
    assert "Werkte niet, zegt iemand uit de schuldhulp: ‘Bij ons lag" in read.text
    assert "Er was geen tijd." in read.text
    assert "Dora" not in read.text
    assert "Bob" not in read.text


def test_experiences__often_not_is_said_and_stays_on_show(stage: Stage, anna: Person, name: str) -> None:
    for number in range(6):
        tells(stage.person(f"Collega {number}"), name, "Nee")
    dora = stage.person("Dora")
    assert "Bij de meesten werkte het niet." in opens(dora, name).text


def test_sides__are_asked_from_five_reports_on_and_shown_beside_each_other(
    stage: Stage, anna: Person, name: str
) -> None:
    people = [stage.person(f"Collega {number}") for number in range(9)]
    for person in people[:4]:
        assert "Helpt het bewoners?" not in tells(person, name).text
    for person in people[4:]:
        assert "Helpt het bewoners?" in tells(person, name).text
        taps(person, "Ja")
        assert "Is het zorgvuldig?" in person.chat[-1].text
        taps(person, "Nee", "Deels", "Genoeg zo")
    dora = stage.person("Dora")
    opens(dora, name)
    read = taps(dora, "Ervaringen")
    assert "■■■■■ Helpt bewoners: 5 ja, 0 deels, 0 nee" in read.text
    assert "□□□□□ Zorgvuldig: 0 ja, 0 deels, 5 nee" in read.text
    assert "Vol te houden" not in read.text


# --- differently --------------------------------------------------------------------------------------


def test_variant__is_a_child_with_outcomes_of_its_own(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    opens(bob, name)
    tells(bob, name, "Deels")
    taps(bob, "Ik deed het anders")
    bob.says("Ik liet de bewoner zelf de stapels maken en keek alleen mee.")
    bob.says("Het duurde langer, maar de stapels bleven liggen.")
    taps(bob, "Plaats")
    days_later(stage, 1)
    assert anna.sees("op een andere manier")
    taps(anna, "Bekijk het") if False else None
    with stage.database.reading() as connection:
        viewer = members.by_id(connection, anna.member_id)
        assert viewer is not None
        parent = practices.by_public_id(connection, viewer, name)
        assert parent is not None
        (child,) = practices.family_of(connection, viewer, parent)
    assert child.parent_id == parent.id
    assert child.parts.situation == parent.parts.situation
    eva = stage.person("Eva")
    tells(eva, child.public_id, "Nee")
    assert "bij 1 werkte het niet" in opens(eva, child.public_id).text
    assert "bij 1 werkte het deels" in opens(eva, name).text
    assert "niet." not in opens(eva, name).text.split("Ervaring:")[1]
    read = eva.taps("Ervaringen", opens(eva, name))
    assert read is not None
    assert any(label.startswith("Liet de bewoner zelf") for label in read.labels)


def test_illustrative__can_be_tried_and_what_came_of_it_is_real(stage: Stage, bob: Person) -> None:
    name = stage.practice(None, "Koffie op de trap", attribution=Attribution.nobody, illustrative=True)
    assert "Ervaring" not in opens(bob, name).text
    tells(bob, name, "Ja, goed", LINE)
    assert "één collega probeerde dit" in opens(bob, name).text


def test_merging__moves_trials_and_taking_it_back_returns_them(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    double = stage.practice(anna, "Samen de post openen")
    tells(bob, double, "Nee")
    carla = stage.person("Carla", Role.coordinator)
    with stage.database.transaction() as connection:
        judge = members.by_id(connection, carla.member_id)
        assert judge is not None
        one, kept = (practices.by_public_id(connection, judge, which) for which in (double, name))
        assert one is not None
        assert kept is not None
        assert moderation.merge(connection, one, kept, stage.now)
    assert "bij 1 werkte het niet" in opens(anna, name).text
    with stage.database.transaction() as connection:
        assert moderation.unmerge(connection, stage.organisation.id, double) is not None
    assert "nog niemand vertelde" in opens(anna, name).text
    assert "bij 1 werkte het niet" in opens(anna, double).text


def test_line__to_what_was_taken_back_is_not_said_to_be_kept(bob: Person, name: str) -> None:
    opens(bob, name)
    bob.presses(encode(Tell(name)))
    taps(bob, "Ja, goed")
    bob.presses(encode(WithdrawTrial(name)))
    bob.says(LINE)
    assert "Vertel dan eerst hoe het ging" in taps(bob, "Zonder naam").text
