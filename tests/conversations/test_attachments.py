"""Carla sends a picture or a PDF along with a message to a group, says what it shows, and takes it off."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from domain.attachments import MOST, UnfitFile, look
from domain.people import Member, Role
from handlers.kit import FileRef, Kind
from storage import attachments, members, own_data
from storage.database import Connection
from storage.tables import attachments as rows
from tests.domain.test_attachments import PDF, jpeg, png, segment
from tests.stage import Person, Seen, Stage

PHOTO = jpeg(segment(0xE1, b"Exif\0\0gps of the canteen"))


@pytest.fixture
def carla(stage: Stage) -> Person:
    """On a Tuesday at ten; with two colleagues."""
    stage.person("Anna")
    stage.person("Bob", language="en")
    return stage.person("Carla", Role.coordinator)


def hands(person: Person, data: bytes, name: str = "", words: str = "", kind: Kind = Kind.photo) -> Seen:
    """Send a picture, or a file that has a name."""
    reference = person.stage.world.uploads.keep(data, person.stage.now)
    seen = person.says(words, kind=kind, file=FileRef(name, len(data), reference))
    assert seen
    return seen


def to_the_end(carla: Person) -> Seen:
    """Answer everything but the last question."""
    for label in ("Iedereen (3)", "Van collega's", "Gezien"):
        carla.taps(label)
    seen = carla.taps("Nu")
    assert seen
    return seen


def tick(stage: Stage) -> None:
    for _ in range(3):
        stage.jobs()
        stage.catch_up()
        stage.later(seconds=5)


def kept(stage: Stage) -> list[bytes]:
    with stage.database.reading() as connection:
        return list(connection.execute(sa.select(rows.c.data).order_by(rows.c.id)).scalars())


def test_picture__with_its_words_goes_to_everybody_with_what_it_shows(stage: Stage, carla: Person) -> None:
    carla.says("/bericht")
    asked = hands(carla, PHOTO, words="Morgen is er taart.")
    assert "Die gaat mee met je bericht." in asked.text
    assert "Wat staat er op de foto?" in asked.text
    carla.says("Een taart met twaalf kaarsjes")
    preview = to_the_end(carla)
    assert preview.spoken.file
    carla.says("3")
    tick(stage)
    for person in (Person(stage, "Anna", "nl"), Person(stage, "Bob", "en")):
        (got,) = [seen for seen in person.chat if "taart" in seen.text]
        assert got.spoken.file
        values = got.spoken.file["values"]
        assert (values["name"], values["about"]) == ("foto.jpg", "Een taart met twaalf kaarsjes")
        with stage.database.reading() as connection:
            name, mime, data = attachments.content(connection, values["id"]) or ("", "", b"")
        assert (name, mime) == ("foto.jpg", "image/jpeg")
        assert b"gps" not in data
    seen = Person(stage, "Anna", "nl").taps("Gezien")
    assert seen
    assert seen.spoken.file  # pressed, it still has its picture
    assert "Genoteerd: gezien" in seen.text


def test_picture__before_the_words_waits_for_them(stage: Stage, carla: Person) -> None:
    carla.says("/bericht")
    assert "Wat wil je sturen?" in hands(carla, PHOTO).text
    seen = carla.says("Morgen is er taart.")
    assert seen
    assert "Wat staat er op de foto?" in seen.text


def test_description__is_looked_at_by_the_guard(stage: Stage, carla: Person) -> None:
    carla.says("/bericht")
    hands(carla, PHOTO, words="Morgen is er taart.")
    seen = carla.says("Een brief van iemand met bsn 111222333")
    assert seen
    assert "burgerservicenummer" in seen.text
    carla.taps("Haal het weg")
    to_the_end(carla)
    carla.says("3")
    tick(stage)
    file = Person(stage, "Anna", "nl").chat[-1].spoken.file
    assert file
    assert "111222333" not in str(file)


def test_name__of_a_file_is_looked_at_by_the_guard(stage: Stage, carla: Person) -> None:
    carla.says("/bericht Hier is de lijst.")
    hands(carla, PDF, "C:\\map\\lijst 111222333.pdf", kind=Kind.document)
    preview = to_the_end(carla)
    assert preview.spoken.file
    assert "111222333" not in str(preview.spoken.file)
    assert preview.spoken.file["values"]["name"].endswith(".pdf")
    assert preview.spoken.file["values"]["picture"] is False
    assert not carla.sees("Wat staat er op de foto?")  # only a picture is described


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"PK", "brief.docx", "Van een ander document maak je eerst een pdf."),
        (b"<svg/>", "plaat.svg", "Dit bestand kan niet mee."),
        (b"GIF89a", "plaat.png", "Dit bestand kan niet mee."),
        (PDF + b"0" * MOST * 1_000_000, "groot.pdf", f"mag {MOST} MB zijn"),
        (png(9000, 2000), "breed.png", f"mag {MOST} MB zijn"),
        (png()[:30], "stuk.png", "kan ik niet openen"),
    ],
)
def test_file__that_cannot_go_along_is_refused_with_what_can(
    stage: Stage, carla: Person, data: bytes, name: str, words: str
) -> None:
    carla.says("/bericht")
    seen = hands(carla, data, name, kind=Kind.document)
    assert words in seen.text
    assert "Wat wil je sturen?" in seen.text
    assert kept(stage) == []


def test_file__at_the_end_takes_the_place_of_another_and_can_be_taken_off(
    stage: Stage, carla: Person
) -> None:
    carla.says("/bericht Morgen is er taart.")
    assert not to_the_end(carla).spoken.file
    hands(carla, PHOTO)
    described = carla.says("Een taart")
    assert described
    assert described.spoken.file
    assert described.spoken.file["values"]["about"] == "Een taart"
    carla.taps("Foto of pdf")
    left = carla.taps("Zo laten")
    assert left
    assert left.spoken.file
    carla.taps("Foto of pdf")
    other = hands(carla, PDF, "taart.pdf", kind=Kind.document)
    assert other.spoken.file
    assert other.spoken.file["values"]["name"] == "taart.pdf"
    carla.taps("Foto of pdf")
    without = carla.taps("Zonder bestand")
    assert without
    assert not without.spoken.file
    carla.says("3")
    tick(stage)
    assert not Person(stage, "Anna", "nl").chat[-1].spoken.file


def test_long_text__with_a_file_says_how_it_arrives(stage: Stage, carla: Person) -> None:
    carla.says("/bericht " + "Morgen is er taart. " * 40)
    hands(carla, PDF, "taart.pdf", kind=Kind.document)
    assert "staat het bestand dan in een los bericht" in to_the_end(carla).text


def test_file__still_on_its_way_is_waited_for(stage: Stage, carla: Person) -> None:
    carla.says("/bericht Morgen is er taart.")
    carla.says("", kind=Kind.document, file=FileRef("taart.pdf", 100, "elsewhere"))
    assert "Erbij: taart.pdf" in to_the_end(carla).text
    seen = carla.says("3")
    assert seen
    assert "Ik haal je bestand nog op." in seen.text
    fetch(stage, b"GIF89a")
    refused = carla.says("3")
    assert refused
    assert "Dit bestand kan niet mee." in refused.text
    carla.says("", kind=Kind.document, file=FileRef("taart.pdf", 100, "elsewhere"))
    fetch(stage, PDF)
    sent = carla.says("3")
    assert sent
    assert "Ik stuur het nu naar een groep van 3 mensen" in sent.text


def fetch(stage: Stage, data: bytes) -> None:
    """Let the channel give what it has, as the program does in the background."""
    with stage.database.transaction() as connection:
        wanted = attachments.wanted(connection, ["stage"], stage.now)
        assert wanted
        try:
            attachments.fetched(connection, wanted.id, look(data))
        except UnfitFile as error:
            attachments.refused(connection, wanted.id, error.why)


def test_planned_message__written_anew_keeps_its_picture(stage: Stage, carla: Person) -> None:
    carla.says("/bericht")
    hands(carla, PHOTO, words="Morgen is er taart.")
    carla.says("Een taart")
    for label in ("Iedereen (3)", "Van collega's", "Gezien"):
        carla.taps(label)
    carla.says("morgen 10:00")
    carla.says("3")
    changed = carla.taps("Verander het")
    assert changed
    assert changed.spoken.file
    assert changed.spoken.file["values"]["about"] == "Een taart"
    stage.later(hours=2)
    stage.jobs()
    assert len(kept(stage)) == 1


def test_photo__outside_such_a_conversation_is_not_kept(stage: Stage, carla: Person) -> None:
    anna = Person(stage, "Anna", "nl")
    assert "foto" in hands(anna, PHOTO).text.lower()
    assert "foto" in hands(carla, PHOTO).text.lower()
    anna.says("/deel")
    hands(anna, PHOTO)
    assert kept(stage) == []


# --- how long it is kept ------------------------------------------------------------------------------


def forgets(stage: Stage, **later: float) -> int:
    """Return how many files are kept after this long."""
    stage.later(**later)
    with stage.database.transaction() as connection:
        attachments.forget_old(connection, stage.now)
    return len(kept(stage))


def test_file__of_a_message_that_was_never_sent_goes_after_a_day(stage: Stage, carla: Person) -> None:
    carla.says("/bericht Morgen is er taart.")
    hands(carla, PHOTO)
    assert forgets(stage, hours=23) == 1
    assert forgets(stage, hours=2) == 0


def test_file__of_a_message_that_was_held_back_goes_after_a_day(stage: Stage, carla: Person) -> None:
    carla.says("/bericht Morgen is er taart.")
    hands(carla, PDF, "taart.pdf", kind=Kind.document)
    for label in ("Iedereen (3)", "Van collega's", "Gezien"):
        carla.taps(label)
    carla.says("morgen 10:00")
    carla.says("3")
    assert forgets(stage, hours=2) == 1
    carla.taps("Houd het tegen")
    assert forgets(stage, hours=25) == 0


def test_file__that_was_sent_stays_as_long_as_the_lines_of_the_page(stage: Stage, carla: Person) -> None:
    carla.says("/bericht Morgen is er taart.")
    hands(carla, PDF, "taart.pdf", kind=Kind.document)
    to_the_end(carla)
    carla.says("3")
    tick(stage)
    assert forgets(stage, days=89) == 1
    assert forgets(stage, days=2) == 0
    assert not kept(stage)


def test_member__who_leaves_takes_along_what_was_not_sent(stage: Stage, carla: Person) -> None:
    carla.says("/bericht Morgen is er taart.")
    hands(carla, PDF, "taart.pdf", kind=Kind.document)
    with stage.database.reading() as connection:
        found = own_data.gather(connection, _member(connection, carla))
    assert found["attachments"][0]["name"] == "taart.pdf"
    with stage.database.transaction() as connection:
        attachments.forget_unused(connection, carla.member_id)
    assert kept(stage) == []


def _member(connection: Connection, person: Person) -> Member:
    found = members.at_address(connection, "stage", person.name)
    assert found
    return found
