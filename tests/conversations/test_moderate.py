"""Looking after the cards: reported, hidden, shown again, merged; everybody concerned hears it once."""

from __future__ import annotations

import pytest

from domain.people import Role
from domain.practices import PracticeState, Reason, Visibility
from handlers.kit.buttons import Button, encode
from handlers.kit.doors import Moderate, ShowPractice, ShowReported, StartReport
from handlers.moderate import Hide, KeepHidden, Restore, StartHide, StartMerge, Unmerge
from storage import members, moderation, organisations, practices
from tests.stage import Person, Seen, Stage

CANARY = "Kanariegeel"
NOTHING = "Dit is al gedaan, of het staat er nu anders voor. Ik heb niets veranderd."
OLD = "Deze knop werkt niet meer. Ik heb niets veranderd. Typ gewoon wat je zoekt, of /help."
GONE = "kan ik je niet laten zien."


def state(stage: Stage, name: str) -> PracticeState:
    with stage.database.reading() as connection:
        record = moderation.record_of(connection, stage.organisation.id, name)
    assert record is not None
    return record.state


def anything(person: Person) -> Seen:
    """Something on this person's screen that a button may have hung on."""
    shown = person.chat[-1] if person.chat else person.says("/help")
    assert shown is not None
    return shown


def opens(person: Person, name: str) -> Seen:
    shown = person.presses(encode(ShowPractice(name)), anything(person))
    assert shown is not None
    return shown


def reports(person: Person, name: str, label: str = "Klopt niet") -> None:
    person.taps("Melden", opens(person, name))
    person.taps(label)


def press(person: Person, button: Button) -> str:
    answer = person.presses(encode(button), anything(person))
    assert answer is not None
    return answer.text


def finds(person: Person, words: str, title: str) -> bool:
    answer = person.says(words)
    return answer is not None and title in answer.text


# --- reported ---------------------------------------------------------------------------------------


def test_reported__then_shown_again__is_told_once_to_maker_and_reporters(stage: Stage) -> None:
    anna, bob, dirk = stage.person("Anna"), stage.person("Bob"), stage.person("Dirk")
    carla = stage.person("Carla", Role.coordinator)
    name = stage.practice(anna, "Samen bellen met de bank", situation="Er is een schuld bij de bank.")
    opens(dirk, name)
    opens(bob, name)
    dirk.taps("Melden")
    bob.taps("Melden")
    dirk.taps("Klopt niet")
    bob.taps("Persoonsgegevens")
    assert state(stage, name) is PracticeState.hidden
    assert not finds(bob, "bellen met de bank over schuld", "Samen bellen met de bank")
    shown = carla.says("/gemeld")
    assert shown is not None
    assert "Er is één gemeld voorbeeld." in shown.text
    assert (
        "2 keer gemeld sinds 24 november 2026, omdat het niet klopt en persoonsgegevens bevat." in shown.text
    )
    assert "Samen bellen met de bank" in shown.text
    assert "Bob" not in carla.screen()
    assert "Dirk" not in carla.screen()
    data = next(one.data for row in shown.spoken.rows for one in row if one.label == "Laat weer zien")
    done = carla.presses(data, shown)
    assert done is not None
    assert done.text.startswith("Het voorbeeld is weer te zien.")
    assert "Er staat nu geen melding open" in done.text
    again = carla.presses(data, shown)
    assert again is not None
    assert again.text == NOTHING
    assert state(stage, name) is PracticeState.published
    for person, words in (
        (anna, "Goed nieuws: je voorbeeld is weer te zien."),
        (bob, "het voorbeeld is weer te zien. Het ging om ‘Samen bellen met de bank’."),
        (dirk, "Je melding is bekeken: het voorbeeld is weer te zien."),
    ):
        assert sum(words in seen.text for seen in person.chat) == 1
        assert "Carla" not in person.screen()
    assert finds(bob, "bellen met de bank over schuld", "Samen bellen met de bank")


def test_reported__then_kept_hidden__is_told_once_with_the_reason(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.liaison)
    name = stage.practice(anna, "Samen bellen")
    reports(bob, name, "Onveilig")
    shown = carla.says("/gemeld")
    assert shown is not None
    carla.taps("Laat verborgen")
    assert press(carla, KeepHidden(name)) == NOTHING
    assert state(stage, name) is PracticeState.hidden
    assert sum("blijft verborgen" in seen.text for seen in anna.chat) == 1
    assert anna.sees("Een coördinator heeft gekeken en denkt ook dat het onveilig is.")
    assert sum("het voorbeeld is niet meer te zien" in seen.text for seen in bob.chat) == 1
    assert anna.taps("Bekijk") is not None


def test_reported__are_shown_one_by_one(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    for title in ("Samen bellen", "Koffie op de trap"):
        reports(bob, stage.practice(anna, title))
        stage.later(hours=1)
    first = carla.says("/gemeld")
    assert first is not None
    assert "Samen bellen" in first.text
    second = carla.taps("Volgende")
    assert second is not None
    assert "Koffie op de trap" in second.text


def test_own_practice__is_judged_by_another_coordinator_if_there_is_one(stage: Stage) -> None:
    bob, carla = stage.person("Bob"), stage.person("Carla", Role.coordinator)
    name = stage.practice(carla, "Samen bellen")
    reports(bob, name)
    cees = stage.person("Cees", Role.coordinator)
    assert press(carla, Restore(name)).startswith("Dit is je eigen voorbeeld.")
    assert state(stage, name) is PracticeState.hidden
    with stage.database.transaction() as connection:
        members.change(connection, cees.member_id, role=Role.member.value)
    assert press(carla, Restore(name)).startswith("Het voorbeeld is weer te zien.")


# --- from the card ----------------------------------------------------------------------------------


def test_hiding__from_the_card_tells_the_maker_why_and_can_be_taken_back(stage: Stage) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    name = stage.practice(anna, "Samen bellen")
    opens(carla, name)
    carla.taps("Beheren")
    carla.taps("Verberg")
    done = carla.taps("Persoonsgegevens")
    assert done is not None
    assert "is verborgen" in done.text
    assert state(stage, name) is PracticeState.hidden
    assert anna.sees("Een coördinator denkt dat het persoonsgegevens bevat.")
    carla.taps("Laat weer zien")
    assert state(stage, name) is PracticeState.published
    assert anna.sees("is weer te zien")
    assert len(anna.chat) == 2


def test_hidden__card_offers_a_moderator_the_way_back_and_a_member_nothing(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.admin)
    name = stage.practice(anna, "Samen bellen")
    press(carla, Hide(name, Reason.wrong))
    shown = opens(carla, name)
    assert shown.labels == ["Beheren"]
    offered = carla.taps("Beheren")
    assert offered is not None
    assert offered.labels == ["Laat weer zien", "Voeg samen", "Niets doen"]
    assert GONE in opens(bob, name).text


def test_withdrawn__by_its_maker_cannot_be_shown_by_a_coordinator(stage: Stage) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    name = stage.practice(anna, "Samen bellen")
    opens(anna, name)
    anna.taps("Terugtrekken")
    anna.taps("Ja, trek terug")
    assert state(stage, name) is PracticeState.withdrawn
    assert GONE in press(carla, Restore(name))
    assert state(stage, name) is PracticeState.withdrawn


def buttons(name: str) -> list[Button]:
    return [
        ShowReported(0),
        Moderate(name),
        StartHide(name),
        Hide(name, Reason.wrong),
        Restore(name),
        KeepHidden(name),
        StartMerge(name),
        Unmerge(name),
    ]


@pytest.mark.parametrize("role", [Role.member, Role.policy])
def test_forged_presses__change_nothing(stage: Stage, role: Role) -> None:
    anna, bob, dirk = stage.person("Anna"), stage.person("Bob", role), stage.person("Dirk")
    carla = stage.person("Carla", Role.coordinator)
    name, reported = stage.practice(anna, "Samen bellen"), stage.practice(anna, "Koffie op de trap")
    reports(dirk, reported)
    assert "ken ik niet" in (bob.says("/gemeld") or bob.chat[-1]).text
    assert "Beheren" not in opens(bob, name).labels
    for which in (name, reported):
        for forged in buttons(which):
            assert press(bob, forged) == OLD
    assert state(stage, name) is PracticeState.published
    assert state(stage, reported) is PracticeState.hidden
    assert "één gemeld voorbeeld" in (carla.says("/gemeld") or carla.chat[-1]).text


def test_other_organisation__looks_like_one_without_that_card(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    mine = stage.organisation
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    zus, zeno = stage.person("Zus"), stage.person("Zeno")
    shown, hidden = stage.practice(zus, CANARY), stage.practice(zus, f"{CANARY} twee")
    reports(zeno, hidden)
    elsewhere, stage.organisation = stage.organisation, mine
    before = len(zus.chat)
    for theirs in (shown, hidden):
        for one, absent in zip(buttons(theirs), buttons("z" * 12), strict=True):
            assert press(carla, one) == press(carla, absent)
    assert CANARY not in carla.screen()
    assert len(zus.chat) == before
    with stage.database.reading() as connection:
        for name, expected in ((shown, PracticeState.published), (hidden, PracticeState.hidden)):
            record = moderation.record_of(connection, elsewhere.id, name)
            assert record is not None
            assert record.state is expected


# --- merging ----------------------------------------------------------------------------------------


def two_alike(stage: Stage, anna: Person, bob: Person) -> tuple[str, str]:
    def shared(author: Person, title: str) -> str:
        return stage.practice(
            author,
            title,
            situation="Een bewoner heeft een schuld bij de energieleverancier en doet de post niet open.",
            approach="Ik ga naast de bewoner zitten en we bellen samen met de energieleverancier.",
        )

    return shared(anna, "Samen bellen met energie"), shared(bob, "Naast elkaar de energie bellen")


def useful(person: Person, name: str) -> None:
    opens(person, name)
    person.taps("Handig")


def merges(carla: Person, double: str) -> Seen:
    opens(carla, double)
    carla.taps("Beheren")
    carla.taps("Voeg samen")
    sure = carla.taps("Naast elkaar de energie bellen")
    assert sure is not None
    assert "Niemand telt dubbel." in sure.text
    done = carla.taps("Voeg samen")
    assert done is not None
    return done


def test_merging__moves_votes_and_old_cards_lead_to_what_was_kept(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    dirk, els, fred = stage.person("Dirk"), stage.person("Els"), stage.person("Fred")
    double, kept = two_alike(stage, anna, bob)
    useful(dirk, double)
    useful(els, double)
    useful(els, kept)
    useful(fred, kept)
    done = merges(carla, double)
    assert "is opgegaan in ‘Naast elkaar de energie bellen’" in done.text
    assert state(stage, double) is PracticeState.merged
    stage.later(days=8)
    assert "3 collega's vonden dit handig." in opens(dirk, double).text
    assert "Naast elkaar de energie bellen" in opens(dirk, double).text
    answer = fred.says("energieleverancier bellen schuld")
    assert answer is not None
    assert "Samen bellen met energie" not in answer.text
    assert anna.sees("Een coördinator heeft je voorbeeld samengevoegd")
    assert len(anna.chat) == 1
    card = anna.taps("Bekijk")
    assert card is not None
    assert "Naast elkaar de energie bellen" in card.text


def test_merging__pressed_twice_merges_once(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    double, _ = two_alike(stage, anna, bob)
    opens(carla, double)
    carla.taps("Beheren")
    carla.taps("Voeg samen")
    sure = carla.taps("Naast elkaar de energie bellen")
    assert sure is not None
    yes = next(one.data for row in sure.spoken.rows for one in row if one.label == "Voeg samen")
    carla.presses(yes, sure)
    again = carla.presses(yes, sure)
    assert again is not None
    assert again.text == "Dit is al klaar of gestopt. Ik heb niets veranderd."
    assert len(anna.chat) == 1


def test_merging__can_be_taken_back_in_the_same_message(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    dirk = stage.person("Dirk")
    double, _ = two_alike(stage, anna, bob)
    useful(dirk, double)
    done = merges(carla, double)
    apart = carla.taps("Maak ongedaan", done)
    assert apart is not None
    assert "staat weer apart" in apart.text
    assert press(carla, Unmerge(double)) == NOTHING
    assert "Samen bellen met energie" in opens(dirk, double).text
    assert anna.sees("Je voorbeeld staat weer apart")


def test_merging__of_a_reported_double_tells_who_reported_it(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    dirk = stage.person("Dirk")
    double, _ = two_alike(stage, anna, bob)
    reports(dirk, double)
    merges(carla, double)
    assert dirk.sees("het voorbeeld is niet meer te zien. Het ging om ‘Samen bellen met energie’.")
    assert "geen melding open" in (carla.says("/gemeld") or carla.chat[-1]).text
    carla.taps("Maak ongedaan")
    assert state(stage, double) is PracticeState.hidden


def test_merging__finds_the_other_by_words_and_never_one_with_fewer_readers(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        team = organisations.add_team(connection, stage.organisation.id, "Oost")
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator, team_id=team.id)
    bob = stage.person("Bob", team_id=team.id)
    double = stage.practice(anna, "Samen bellen")
    stage.practice(bob, "Koffie op de trap", situation="Niemand doet open.", visibility=Visibility.team)
    stage.practice(anna, "Thee in de tuin", situation="De bewoner wil niet binnen praten.")
    press(carla, StartMerge(double))
    nothing = carla.says("koffie op de trap")
    assert nothing is not None
    assert "Daarmee vind ik geen voorbeeld dat in de plaats kan komen." in nothing.text
    found = carla.says("iemand wil liever in de tuin praten")
    assert found is not None
    assert "Thee in de tuin" in found.labels


def test_merged__card_cannot_be_moderated_by_an_old_button(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    double, kept = two_alike(stage, anna, bob)
    merges(carla, double)
    for old in (Hide(double, Reason.wrong), StartHide(double), Moderate(double), StartMerge(double)):
        assert GONE in press(carla, old)
    assert state(stage, kept) is PracticeState.published


def test_maker__who_may_not_see_what_was_kept_does_not_hear_its_name(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        team = organisations.add_team(connection, stage.organisation.id, "Oost")
    anna = stage.person("Anna", team_id=team.id)
    bob = stage.person("Bob", team_id=team.id)
    carla = stage.person("Carla", Role.coordinator, team_id=team.id)
    double = stage.practice(anna, "Samen bellen", visibility=Visibility.team)
    kept = stage.practice(bob, CANARY, situation="Naast elkaar bellen.", visibility=Visibility.team)
    with stage.database.transaction() as connection:
        members.change(connection, anna.member_id, team_id=None)
    press(carla, StartMerge(double))
    carla.says(CANARY)
    carla.taps(CANARY)
    carla.taps("Voeg samen")
    assert anna.sees("leek veel op een ander voorbeeld")
    assert CANARY not in anna.screen()
    with stage.database.reading() as connection:
        member = members.by_id(connection, anna.member_id)
        assert member is not None
        assert practices.by_public_id(connection, member, kept) is None


def test_in_english__the_same_conversation(stage: Stage) -> None:
    anna = stage.person("Anna", language="en")
    bob = stage.person("Bob", language="en")
    carla = stage.person("Carla", Role.coordinator, language="en")
    name = stage.practice(anna, "Calling together")
    press(bob, StartReport(name))
    bob.taps("Unsafe")
    shown = carla.says("/reported")
    assert shown is not None
    assert "because it is unsafe." in shown.text
    carla.taps("Show it again")
    assert anna.sees("Good news: your example can be seen again. A coordinator looked at ‘Calling together’")
    assert bob.sees("It was about ‘Calling together’.")
