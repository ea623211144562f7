"""Sharing: in one message or step by step, guarded, previewed, placed once."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from domain.practices import PracticeState
from handlers.kit import Kind
from handlers.kit.originals import Originals
from storage import conversations, members, organisations, practices
from storage.tables import metadata
from storage.tables import practices as practice_rows
from tests.stage import Person, Seen, Stage

STORY = (
    "Bij een man die zijn post niet meer openmaakte deed ik eerst niets met de schulden. "
    "Ik zette samen met hem een doos bij de deur en we maakten elke week drie enveloppen open. "
    "Toen kwam er rust en hij belde zelf de deurwaarder. "
    "Let op: doe dit niet als er een ontruiming dreigt."
)
STEPS = (
    "Een moeder durfde niet naar de balie te komen.",
    "Ik sprak met haar af op het schoolplein en liep met haar mee.",
    "Ze komt nu zelf.",
    "Niet doen als ze liever niet met mij gezien wordt.",
)


def seen(shown: Seen | None) -> Seen:
    """What the program answered; it did answer."""
    assert shown is not None
    return shown


def shares(person: Person, story: str = STORY) -> Seen:
    """Share in one message."""
    person.says("/deel")
    person.taps("In één bericht")
    person.says(story)
    return seen(person.taps("Plaats"))


def placed(stage: Stage) -> list[sa.Row[tuple[str, ...]]]:
    """Return the stored practices, oldest first."""
    with stage.database.reading() as connection:
        return list(connection.execute(sa.select(practice_rows).order_by(practice_rows.c.id)).all())


def everything_stored(stage: Stage) -> str:
    """Return every value of every table, to look for what should not be there."""
    with stage.database.reading() as connection:
        return "\n".join(
            str(tuple(row))
            for table in metadata.sorted_tables
            for row in connection.execute(sa.select(table))
        )


# --- in one message ---------------------------------------------------------------------------------


def test_one_message__is_a_card_after_two_taps(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")

    anna.says("/deel")
    anna.taps("In één bericht")
    preview = seen(anna.says(STORY))

    assert preview.text.startswith("Zo ziet je kaart eruit. Klopt het?")
    assert "Let op: doe dit niet als er een ontruiming dreigt." in preview.text
    assert "Te zien voor: iedereen in je organisatie." in preview.text
    assert "Onderwerp: Schulden" in preview.text
    assert "Dank je wel!" in seen(anna.taps("Plaats")).text

    [row] = placed(stage)
    found = seen(bob.says(f"/start p_{row.public_id}"))
    assert found.text.startswith(row.title)
    assert found.text in preview.text, "the preview is the card as others see it"
    assert "Anna" not in found.text


def test_one_message__may_follow_the_command(stage: Stage) -> None:
    anna = stage.person("Anna")

    assert "Klopt het?" in seen(anna.says(f"/deel {STORY}")).text


def test_one_message__may_be_typed_where_the_bot_asks_how(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")

    assert "Kies een van de knoppen" in seen(anna.says("eh wacht even")).text
    assert "Klopt het?" in seen(anna.says(STORY)).text


def test_one_message__asks_only_for_what_is_missing(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("In één bericht")

    asked = seen(anna.says(STORY.split(" Let op")[0]))

    assert asked.text.startswith("Dit vond ik nog niet in je bericht. Wanneer werkt dit níet")
    assert "Klopt het?" in seen(anna.says("Niet doen bij een dreigende ontruiming.")).text


def test_everything_can_be_typed(stage: Stage) -> None:
    anna = stage.person("Anna")

    anna.says("/deel")
    anna.says("in één bericht")
    anna.says(STORY)
    anna.says("plaats")

    assert len(placed(stage)) == 1


def test_english__has_the_same_conversation(stage: Stage) -> None:
    bob = stage.person("Bob", language="en")

    bob.says("/share")
    bob.taps("In one message")
    bob.says(
        "With a man who stopped opening his post I first did nothing about the debt. "
        "I put a box by the door and we opened three letters a week. Then he called the bailiff himself."
    )
    preview = seen(bob.says("Do not do this when he may be evicted."))

    assert "This is what your card looks like." in preview.text
    assert "Theme: Debts" in preview.text
    assert "Thank you!" in seen(bob.taps("Place")).text


def test_one_message__in_another_language_than_one_speaks_is_read_too(stage: Stage) -> None:
    bob = stage.person("Bob", language="en")
    bob.says("/share")

    assert "This is what your card looks like." in seen(bob.says(STORY)).text
    bob.taps("Place")
    assert placed(stage)[0].language == "nl"


# --- step by step -----------------------------------------------------------------------------------


def test_step_by_step__asks_four_questions(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")

    asked = [seen(anna.taps("Stap voor stap")), *(seen(anna.says(words)) for words in STEPS)]

    assert [one.text[:8] for one in asked[:4]] == ["1 van 4.", "2 van 4.", "3 van 4.", "4 van 4."]
    assert all(words in asked[4].text for words in STEPS)
    anna.taps("Plaats")
    assert placed(stage)[0].limits == STEPS[3]


def test_result__may_be_unknown(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("Stap voor stap")
    anna.says(STEPS[0])
    anna.says(STEPS[1])

    assert seen(anna.taps("Weet ik niet")).text.startswith("4 van 4.")
    assert "Wat het gaf: Dat weet ik nog niet." in seen(anna.says(STEPS[3])).text


def at_limits(stage: Stage) -> Person:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("Stap voor stap")
    for words in STEPS[:3]:
        anna.says(words)
    return anna


def test_limits__are_asked_once_more_with_help_and_then_need_a_sentence(stage: Stage) -> None:
    anna = at_limits(stage)

    helped = seen(anna.taps("Weet ik niet"))
    assert helped.text.startswith("Bij wie zou je dit niet doen?")
    assert "Weet ik niet" not in helped.labels
    for shrug in ("weet ik niet", "geen idee", "-", "n.v.t."):
        assert "Hier is één zin nodig." in seen(anna.says(shrug)).text
    assert "Klopt het?" in seen(anna.says("Niet bij mensen die bang zijn op straat.")).text


@pytest.mark.parametrize("shrug", ["geen idee", "Nvt", "..."])
def test_limits__typed_shrug_is_helped_too(stage: Stage, shrug: str) -> None:
    anna = at_limits(stage)

    assert seen(anna.says(shrug)).text.startswith("Bij wie zou je dit niet doen?")


# --- back, stop, restart ----------------------------------------------------------------------------


def test_back__asks_the_last_question_again(stage: Stage) -> None:
    anna = at_limits(stage)

    assert seen(anna.taps("Vorige stap")).text.startswith("3 van 4.")
    anna.says("Ze kwam de week erna alleen.")
    assert "Wat het gaf: Ze kwam de week erna alleen." in seen(anna.says(STEPS[3])).text


def test_back__to_the_beginning_starts_with_nothing(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("In één bericht")
    anna.says(STORY.split(" Let op")[0])
    anna.taps("Vorige stap")
    assert seen(anna.taps("Vorige stap")).text.startswith("Fijn dat je iets deelt!")

    assert seen(anna.taps("Stap voor stap")).text.startswith("1 van 4.")
    assert seen(anna.says(STEPS[0])).text.startswith("2 van 4.")


def test_stop__keeps_nothing(stage: Stage) -> None:
    anna = at_limits(stage)

    assert "Ik heb niets bewaard" in seen(anna.taps("Stop")).text
    with stage.database.reading() as connection:
        assert conversations.of_flow(connection, anna.member_id, "share") is None
    assert placed(stage) == []


def test_restart__in_the_middle_loses_nothing(stage: Stage) -> None:
    anna = at_limits(stage)

    stage.world = replace(stage.world, originals=Originals(), owner="after")

    assert "Klopt het?" in seen(anna.says(STEPS[3])).text


def test_something_else__comes_between_and_sharing_goes_on(stage: Stage) -> None:
    anna = at_limits(stage)
    anna.says("/mijn")
    asked = seen(anna.says("/deel"))

    assert asked.text == "Je was al iets aan het delen. Wil je daarmee verder?"
    assert asked.labels == ["Ga verder", "Begin opnieuw"]
    assert seen(anna.taps("Ga verder", asked)).text.startswith("4 van 4.")
    assert seen(anna.taps("Begin opnieuw", asked)).text.startswith("Fijn dat je iets deelt!")


def test_command_with_words__does_not_throw_away_what_was_unfinished(stage: Stage) -> None:
    anna = at_limits(stage)
    asked = seen(anna.says(f"/deel {STORY}"))

    assert "Wat je net typte, heb ik nog niet gelezen." in asked.text
    assert seen(anna.taps("Ga verder", asked)).text.startswith("4 van 4.")


def test_draft__older_than_a_day_is_gone_and_says_so(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    preview = seen(anna.says(STORY))
    stage.later(hours=25)
    with stage.database.transaction() as connection:
        conversations.forget_old(connection, stage.now)

    assert "al klaar of gestopt" in seen(anna.taps("Plaats", preview)).text
    assert placed(stage) == []


def test_place__twice_makes_one_practice(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    preview = seen(anna.says(STORY))

    anna.taps("Plaats", preview)
    again = seen(anna.taps("Plaats", preview))

    assert "al klaar of gestopt" in again.text
    assert len(placed(stage)) == 1


# --- the guard --------------------------------------------------------------------------------------


def test_guard__stores_only_the_redacted_text(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("In één bericht")

    caught = seen(anna.says(STORY + " Bel hem op 06-12345678."))
    assert "een telefoonnummer" in caught.text
    assert "12345678" not in everything_stored(stage)

    assert "[telefoonnummer]" in seen(anna.taps("Haal het weg")).text
    anna.taps("Plaats")
    assert "12345678" not in everything_stored(stage)
    assert "[telefoonnummer]" in str(tuple(placed(stage)[0]))


def test_guard__watches_every_typed_step(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.says(STORY)
    anna.taps("Pas aan")
    anna.taps("Titel")

    assert "een telefoonnummer" in seen(anna.says("Bel 06-12345678")).text
    assert "Klopt het?" in seen(anna.taps("Haal het weg")).text
    assert "12345678" not in everything_stored(stage)


def test_guard__hears_the_edited_message(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("In één bericht")
    anna.says(STORY + " Bel hem op 06-12345678.", message="m1")

    assert "Klopt het?" in seen(anna.says(STORY, kind=Kind.edit, message="m1")).text


# --- correcting -------------------------------------------------------------------------------------


def test_edited_message__corrects_its_step_and_leaves_the_others(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("In één bericht")
    anna.says(STORY.split(" Let op")[0], message="m1")
    anna.says("Niet doen bij een ontruiming.", message="m2")

    changed = STORY.split(" Let op")[0].replace("drie enveloppen", "vier enveloppen")
    preview = seen(anna.says(changed, kind=Kind.edit, message="m1"))
    assert "vier enveloppen" in preview.text
    assert "Let op: Niet doen bij een ontruiming." in preview.text

    preview = seen(anna.says("Niet doen bij geweld.", kind=Kind.edit, message="m2"))
    assert "Let op: Niet doen bij geweld." in preview.text
    assert "vier enveloppen" in preview.text


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Titel", "Open samen de post"),
        ("Wanneer", "Bij iemand met een plank vol post."),
        ("Zo doe je het", "Ik ging ernaast zitten."),
        ("Wat het gaf", "Na een maand was de plank leeg."),
        ("Let op", "Niet bij spoed."),
    ],
)
def test_preview__lets_each_part_be_corrected(stage: Stage, label: str, words: str) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.says(STORY)
    anna.taps("Pas aan")
    asked = seen(anna.taps(label))

    assert "Nu staat er: " in asked.text
    assert not asked.text.endswith("Nu staat er: ")
    assert words in seen(anna.says(words, message="fix")).text
    assert "Liever zo." in seen(anna.says("Liever zo.", kind=Kind.edit, message="fix")).text


def test_preview__keeps_the_words_when_one_goes_back(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    before = seen(anna.says(STORY)).text
    anna.taps("Pas aan")
    anna.taps("Let op")
    anna.taps("Vorige stap")

    assert seen(anna.taps("Vorige stap")).text == before


def test_preview__offers_themes_up_to_three(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.says(STORY)
    asked = seen(anna.taps("Onderwerp"))
    assert "✓ Schulden" in asked.labels

    for theme in ("Wonen", "Taal", "Balie"):
        shown = seen(anna.taps(theme))
    assert "Je hebt er al 3" in shown.text
    anna.taps("✓ Schulden")
    assert "Onderwerp: Wonen en Taal." in seen(anna.taps("Klaar")).text


def test_preview__offers_a_name_on_the_card(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    assert "Van: een collega in de uitvoering" in seen(anna.says(STORY)).text

    anna.taps("Naam")
    assert "Van: Anna" in seen(anna.taps("Ja, met naam")).text
    anna.taps("Naam")
    assert "Van: een collega\n" in seen(anna.taps("Zonder naam")).text


def test_title__follows_the_approach_until_it_is_typed(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.says(STORY)
    for label, words in (("Zo doe je het", "Ik belde eerst de buurvrouw."), ("Titel", "Eerst bellen")):
        anna.taps("Pas aan")
        anna.taps(label)
        shown = seen(anna.says(words))
    anna.taps("Plaats")

    assert "Zo doe je het: Ik belde eerst de buurvrouw." in shown.text
    assert placed(stage)[0].title == "Eerst bellen"


# --- bad input --------------------------------------------------------------------------------------


def test_too_long__is_said_clearly_and_changes_nothing(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.says(STORY)
    anna.taps("Pas aan")
    anna.taps("Titel")
    assert "te lang: 61 tekens" in seen(anna.says("a" * 61)).text
    assert "Klopt het?" in seen(anna.says("a" * 60)).text

    anna.taps("Pas aan")
    anna.taps("Zo doe je het")
    assert "Er passen er 3.000." in seen(anna.says("Ik belde. " * 400)).text
    anna.taps("Vorige stap")
    assert "drie enveloppen" in seen(anna.taps("Vorige stap")).text


def test_one_message__that_is_too_long_is_refused_with_the_reason(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("In één bericht")

    assert "te lang voor één kaart" in seen(anna.says("Ik belde de buurvrouw. " * 200)).text
    assert "Klopt het?" in seen(anna.says(STORY)).text


def test_title__with_marks_and_tricks_is_shown_as_plain_words(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.says(STORY)
    anna.taps("Pas aan")
    anna.taps("Titel")
    shown = seen(anna.says("<b>Bel</b> \u202eterug\u200b &\n*samen*"))

    assert "<b>Bel</b> terug & *samen*" in shown.text
    assert "&lt;b&gt;Bel" in shown.spoken.html
    assert "\u202e" not in shown.text


def test_nothing_typed__asks_again(stage: Stage) -> None:
    anna = at_limits(stage)

    assert "Ik zie geen woorden" in seen(anna.says("\u200b \u2800")).text


# --- something alike --------------------------------------------------------------------------------


def test_alike__is_shown_and_can_be_counted_in_with(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    shares(anna)
    bob.says("/deel")
    asked = seen(bob.says(STORY))

    assert asked.text.startswith("Er staat al een voorbeeld dat hierop lijkt:")
    assert "Je eigen tekst bewaar ik dan niet." in asked.text
    assert "Ik heb je bij dit voorbeeld meegeteld." in seen(bob.taps("Tel mij daar mee")).text
    [row] = placed(stage)
    assert row.useful == 1


def test_alike__can_be_shared_apart(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    shares(anna)
    bob.says("/deel")
    bob.says(STORY)

    assert "Klopt het?" in seen(bob.taps("Deel apart")).text
    bob.taps("Plaats")
    assert [row.useful for row in placed(stage)] == [0, 0]


def test_alike__of_ones_own_is_not_counted(stage: Stage) -> None:
    anna = stage.person("Anna")
    shares(anna)
    anna.says("/deel")

    assert seen(anna.says(STORY)).text.startswith("Jij deelde al een voorbeeld")
    assert "Aanpassen" in seen(anna.taps("Bekijk dat voorbeeld")).labels
    assert placed(stage)[0].useful == 0


def test_alike__that_is_not_for_me_stays_unseen(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        team = organisations.add_team(connection, stage.organisation.id, "Noord")
    anna, bob = stage.person("Anna", team_id=team.id), stage.person("Bob")
    anna.says("/deel")
    anna.says(STORY)
    anna.taps("Wie ziet dit?")
    anna.taps("Mijn team")
    anna.taps("Plaats")
    bob.says("/deel")

    assert "Klopt het?" in seen(bob.says(STORY)).text


def test_alike__that_is_withdrawn_meanwhile_is_no_hindrance(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    shares(anna)
    bob.says("/deel")
    asked = seen(bob.says(STORY))
    with stage.database.transaction() as connection:
        member = members.by_id(connection, anna.member_id)
        assert member is not None
        [mine] = practices.by_author(connection, member)
        practices.set_state(connection, mine, PracticeState.withdrawn, stage.now)

    assert "kan ik je niet laten zien" in seen(bob.taps("Tel mij daar mee", asked)).text
    assert placed(stage)[0].useful == 0


# --- who may see it ---------------------------------------------------------------------------------


def test_own_team__sees_it_and_others_do_not(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        employer = organisations.add_employer(connection, stage.organisation.id, "Gemeente")
        north = organisations.add_team(connection, stage.organisation.id, "Noord", employer.id)
        south = organisations.add_team(connection, stage.organisation.id, "Zuid", employer.id)
    anna = stage.person("Anna", team_id=north.id, employer_id=employer.id)
    bob = stage.person("Bob", team_id=south.id, employer_id=employer.id)
    carla = stage.person("Carla", team_id=north.id, employer_id=employer.id)
    anna.says("/deel")
    anna.says(STORY)
    offered = seen(anna.taps("Wie ziet dit?"))
    assert offered.labels[:3] == ["Mijn team", "Mijn werkgever", "Hele organisatie"]
    assert "Te zien voor: je eigen team." in seen(anna.taps("Mijn team")).text
    assert "Collega's in je team" in seen(anna.taps("Plaats")).text

    link = f"/start p_{placed(stage)[0].public_id}"
    assert "kan ik je niet laten zien" in seen(bob.says(link)).text
    assert "Zo doe je het" in seen(carla.says(link)).text


def test_without_team__there_is_nothing_to_choose(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")

    assert "Wie ziet dit?" not in seen(anna.says(STORY)).labels


def test_team__left_meanwhile_is_no_reader_any_more(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        team = organisations.add_team(connection, stage.organisation.id, "Noord")
    anna = stage.person("Anna", team_id=team.id)
    anna.says("/deel")
    anna.says(STORY)
    anna.taps("Wie ziet dit?")
    anna.taps("Mijn team")
    with stage.database.transaction() as connection:
        members.change(connection, anna.member_id, team_id=None)

    assert "Met die groep kun je niet delen." in seen(anna.taps("Plaats")).text
    assert placed(stage) == []


# --- forwarded --------------------------------------------------------------------------------------


def test_forwarded__own_words_become_a_card(stage: Stage) -> None:
    anna = stage.person("Anna")

    assert seen(anna.says(STORY, kind=Kind.forward)).text == "Je stuurt een bericht door. Is dit van jou?"
    assert "Klopt het?" in seen(anna.taps("Ja, ik wil het delen")).text
    anna.taps("Plaats")
    assert len(placed(stage)) == 1


def test_forwarded__words_pass_the_guard_first(stage: Stage) -> None:
    anna = stage.person("Anna")
    caught = seen(anna.says(STORY + " Bel 06-12345678.", kind=Kind.forward))

    assert "een telefoonnummer" in caught.text
    assert seen(anna.taps("Haal het weg")).text.startswith("Je stuurt een bericht door.")
    anna.taps("Ja, ik wil het delen")
    assert "12345678" not in everything_stored(stage)


def test_forwarded__words_of_somebody_else_are_not_kept(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says(STORY, kind=Kind.forward)

    assert "Ik heb niets bewaard." in seen(anna.taps("Nee")).text
    with stage.database.reading() as connection:
        assert conversations.of_flow(connection, anna.member_id, "forward") is None
    assert placed(stage) == []


def test_forwarded__question_is_asked_right_away(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    shares(anna)
    bob.says("Wat doe je als een man zijn post niet meer openmaakt?", kind=Kind.forward)

    assert "Ik zette samen met hem een doos" in seen(bob.taps("Het is een vraag")).text


def test_forwarded__while_sharing_warns_before_it_replaces(stage: Stage) -> None:
    anna = at_limits(stage)

    asked = seen(anna.says(STORY, kind=Kind.forward))
    assert "vervalt het voorbeeld waar je aan bezig was" in asked.text
    anna.taps("Nee")
    assert seen(anna.says("/deel")).text.startswith("Je was al iets aan het delen.")


def test_forwarded__without_words_is_answered(stage: Stage) -> None:
    anna = stage.person("Anna")

    assert "Ik zie geen woorden" in seen(anna.says("", kind=Kind.forward)).text


def test_guard__takes_a_remark_about_its_question_for_no_new_story(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("In één bericht")
    anna.says(f"{STORY} Ik bel hem altijd op 06-12345678.")
    asked = seen(anna.says("wat bedoel je"))
    assert asked.text.startswith("Kies een van de knoppen.")
    assert "Zo ziet je kaart eruit." in seen(anna.taps("Haal het weg", asked)).text


def test_part__that_says_nothing_is_asked_again(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("Stap voor stap")
    again = seen(anna.says("ok"))
    assert again.text.startswith("Daar heeft een collega nog niet genoeg aan.")
    assert "Wat was de situatie?" in again.text


def test_preview__of_words_without_a_theme_proposes_the_makers_work(stage: Stage) -> None:
    anna = stage.person("Anna")
    with stage.database.transaction() as connection:
        members.change(connection, anna.member_id, job="youth")
    anna.says("/deel")
    anna.taps("In één bericht")
    shown = seen(
        anna.says("Bij iemand die nooit wat zei ging ik wandelen. Toen praatte hij. Let op: niet bij regen.")
    )
    assert "Onderwerp: Jeugd." in shown.text
    anna.says("stop")
    anna.says("/deel")
    anna.taps("In één bericht")
    anna.says("Ik belde iemand op 06-12345678. Toen praatte hij. Let op: niet bij regen.")
    anna.taps("Haal het weg")
    again = seen(anna.says("Iemand zei nooit wat."))
    assert "[telefoonnummer]" in again.text
    assert "Onderwerp: Jeugd." in again.text


def test_stop__typed_twice_ends_the_sharing_and_then_silences(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    assert seen(anna.says("stop")).text.startswith("Gestopt.")
    assert seen(anna.says("stop")).text.startswith("Ik stuur je niets meer.")
