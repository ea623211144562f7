"""A coordinator sends a file with practices, hears what is in it, and chooses; nothing of it is kept."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pytest
import sqlalchemy as sa

from bot.channels.channel import FileAway, FileGone
from bot.practice_files.importer import MOST_ATTEMPTS, Importer
from bot.practice_files.importing import Plan, carry_out
from bot.worker import Worker
from domain.importing import columns
from domain.people import Role
from handlers.kit import FileRef, Kind
from storage import practices
from storage.tables import imports, metadata
from tests.stage import Person, Seen, Stage

HEADER = "titel;situatie;aanpak;resultaat;let op;onderwerpen"
POST = (
    "Drie stapels;Bewoner opent geen post.;Samen drie stapels maken.;Er kwam rust.;Niet bij haast.;schulden"
)
HUUR = "Eerst bellen;Huur is te laat.;Bellen, dan schrijven.;De regeling bleef staan.;Niet bij dreiging."
BSN = "111222333"
WITH_BSN = f"Brief;Bewoner met bsn {BSN} belt.;Terugbellen zonder haast.;Zij kwam terug.;Niet in het weekend."
WITHOUT_LIMITS = "Koffie;Iemand komt niet opdagen.;Koffie drinken op straat.;Hij kwam terug.;"


def table(*rows: str) -> bytes:
    """Return a file with these rows."""
    return "\n".join((HEADER, *rows)).encode()


@dataclass
class Desk:
    """The stage with the program that works on files, and where the channel has them."""

    stage: Stage
    worker: Worker
    files: dict[str, bytes] = field(default_factory=dict)
    away: bool = False

    def importer(self, owner: str = "here") -> Importer:
        """Return a program that works on files; each has an `owner` of its own."""
        made = Importer(
            self.worker,
            self.stage.finder,
            self.stage.world.uploads,
            owner,
            lambda: self.stage.now,
            alone=self.stage.database.is_sqlite,
        )
        made.channels["stage"] = self.fetch
        return made

    async def fetch(self, reference: str) -> bytes:
        """Return a file as the channel does."""
        if self.away:
            raise FileAway
        if reference not in self.files:
            raise FileGone
        return self.files[reference]

    def works(self, owner: str = "here") -> None:
        """Let the program work until nothing waits, and read what was said."""

        async def work() -> None:
            importer = self.importer(owner)
            while await importer.look():
                pass

        asyncio.run(work())
        self.stage.catch_up()

    def hands_over(self, who: Person, data: bytes, name: str = "aanpakken.csv", **more: str) -> Seen:
        """Let somebody send a file, and return the answer."""
        reference = f"file {self.stage.number()}"
        self.files[reference] = data
        answer = who.says("", kind=Kind.document, file=FileRef(name, len(data), reference), **more)
        assert answer is not None
        return answer

    def rows(self) -> list[Mapping[str, object]]:
        """Return the rows of files."""
        with self.stage.database.reading() as connection:
            return [dict(row) for row in connection.execute(sa.select(imports)).mappings()]

    def stored(self) -> int:
        """Count the practices."""
        with self.stage.database.reading() as connection:
            return len(practices.import_keys(connection, self.stage.organisation.id))

    def everything(self) -> str:
        """Return all that is in any table."""
        with self.stage.database.reading() as connection:
            return "\n".join(
                str(tuple(row))
                for one in metadata.sorted_tables
                for row in connection.execute(sa.select(one))
            )


@pytest.fixture
def desk(stage: Stage) -> Iterator[Desk]:
    """Both databases."""
    worker = Worker(stage.database)
    yield Desk(stage, worker)
    worker.close()


@pytest.fixture
def carla(stage: Stage) -> Person:
    """A coordinator."""
    return stage.person("Carla", Role.coordinator)


def last(person: Person) -> Seen:
    """Return the newest message."""
    return person.chat[-1]


# --- what comes in ------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.coordinator, Role.admin])
def test_file__is_told_about_first_and_put_in_when_its_member_says_so(desk: Desk, role: Role) -> None:
    carla = desk.stage.person("Carla", role)
    answer = desk.hands_over(carla, table(POST, HUUR, WITHOUT_LIMITS))
    assert answer.text == "Ik lees aanpakken.csv. Je hoort zo wat eruit kwam."
    desk.works()
    plan = last(carla)
    assert plan.text.startswith("Uit aanpakken.csv kunnen 2 voorbeelden komen.")
    assert "1 rij kan er niet in:\n\nRij 4: let op is leeg." in plan.text
    assert plan.labels == ["Zet ze erin", "Niet doen"]
    assert desk.stored() == 0

    putting = carla.taps("Zet ze erin")
    assert putting is not None
    assert putting.number == plan.number
    assert putting.text == "Ik zet ze erin. Je hoort zo hoe het ging."
    assert putting.labels == []
    desk.works()
    assert last(carla).text == "2 voorbeelden staan erin.\n\n1 rij kon er niet in."
    assert desk.stored() == 2
    found = desk.stage.person("Anna").says("bewoner opent geen post")
    assert found is not None
    assert "Samen drie stapels maken." in found.text
    (row,) = desk.rows()
    assert (row["state"], row["added"], row["already"], row["refused"]) == ("done", 2, 0, 1)
    assert (row["reference"], row["digest"]) == (None, None)


def test_file__is_forgotten_when_its_member_says_no(desk: Desk, carla: Person) -> None:
    desk.hands_over(carla, table(POST))
    desk.works()
    no = carla.taps("Niet doen")
    assert no is not None
    assert no.text.startswith("Goed, ik zet er niets in.")
    desk.works()
    assert desk.stored() == 0
    assert desk.rows()[0]["reference"] is None


def test_file__again_adds_nothing(desk: Desk, carla: Person) -> None:
    for _ in range(2):
        desk.hands_over(carla, table(POST, HUUR))
        desk.works()
        if "Zet ze erin" in last(carla).labels:
            carla.taps("Zet ze erin")
            desk.works()
    assert last(carla).text == "Uit aanpakken.csv kan niets nieuws komen.\n\n2 rijen stonden er al."
    assert last(carla).labels == []
    assert desk.stored() == 2


def test_other_coordinators__hear_once_that_something_came_in(desk: Desk, carla: Person) -> None:
    dirk = desk.stage.person("Dirk", Role.coordinator, "en")
    anna, lies = desk.stage.person("Anna"), desk.stage.person("Lies", Role.liaison)
    desk.hands_over(carla, table(POST, HUUR))
    desk.works()
    assert dirk.chat == []
    carla.taps("Zet ze erin")
    desk.works()
    assert [seen.text for seen in dirk.chat] == ["A coordinator put 2 examples in, from a file."]
    assert anna.chat == []
    assert lies.chat == []
    assert not carla.sees("Een coördinator zette")


def test_refused_rows__are_named_by_number_up_to_ten(desk: Desk, carla: Person) -> None:
    desk.hands_over(carla, table(POST, *(f"Kop {n};;Bellen.;Rust.;Niet bij haast." for n in range(12))))
    desk.works()
    said = last(carla).text
    assert "12 rijen kunnen er niet in:" in said
    assert "Rij 3: situatie is leeg.\nRij 4:" in said
    assert "Rij 12: situatie is leeg.\nEn nog 2 rijen met een probleem." in said
    assert "Rij 13" not in said


def test_personal_data__refuses_its_row_by_kind_and_is_kept_nowhere(desk: Desk, carla: Person) -> None:
    answer = desk.hands_over(carla, table(POST, WITH_BSN), f"bewoner {BSN}.csv")
    assert BSN not in answer.text
    desk.works()
    plan = last(carla)
    assert (
        "Rij 3: bij situatie zie ik een burgerservicenummer. Dat bewaar ik niet. Haal het weg." in plan.text
    )
    assert "Samen drie stapels" not in desk.everything()
    carla.taps("Zet ze erin")
    desk.works()
    assert desk.stored() == 1
    kept = desk.everything()
    assert "Samen drie stapels" in kept
    assert BSN not in kept
    assert "Terugbellen zonder haast" not in kept


def test_unknown_theme__is_told_with_the_known_ones(desk: Desk, carla: Person) -> None:
    desk.hands_over(carla, table(POST.replace("schulden", "raketten")))
    desk.works()
    assert "Rij 2: bij onderwerpen staat een onderwerp dat ik niet ken. Ik ken: Schulden" in last(carla).text
    assert "Uit aanpakken.csv kan niets nieuws komen." in last(carla).text
    assert last(carla).labels == []


# --- what does not ------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.member, Role.liaison, Role.policy])
def test_document__of_anybody_else_is_refused_with_the_reason(desk: Desk, role: Role) -> None:
    anna = desk.stage.person("Anna", role)
    answer = desk.hands_over(anna, table(POST))
    assert answer.text.startswith("Een document bewaar ik niet")
    unknown = anna.says("/importeren")
    assert unknown is not None
    assert "ken ik niet" in unknown.text
    assert desk.rows() == []


@pytest.mark.parametrize(
    ("name", "size", "words"),
    [
        ("verslag.pdf", 10, "Dit soort bestand lees ik niet."),
        ("oud.xls", 10, "Dit soort bestand lees ik niet."),
        ("zonder", 10, "Dit soort bestand lees ik niet."),
        ("", 10, "Dit soort bestand lees ik niet."),
        ("\u202evsc.exe", 10, "Dit soort bestand lees ik niet."),
        ("groot.csv", 5_000_001, "Dit bestand is te groot. Het mag 5 MB zijn."),
    ],
)
def test_file__of_the_wrong_kind_or_size_is_refused_at_once(
    desk: Desk, carla: Person, name: str, size: int, words: str
) -> None:
    answer = carla.says("", kind=Kind.document, file=FileRef(name, size, "x"))
    assert answer is not None
    assert answer.text.startswith(words)
    assert desk.rows() == []


def test_name__is_cleaned_and_shown_as_it_is(desk: Desk, carla: Person) -> None:
    answer = desk.hands_over(carla, table(POST), "C:\\map\\<b>\u202e{x} lijst.CSV")
    assert answer.text.startswith("Ik lees <b>{x} lijst.csv.")


def bomb() -> bytes:
    """Return a workbook that unpacks to far more than it is."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b"0" * 150_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("bom.xlsx", bomb(), "wordt bij het uitpakken veel te groot"),
        ("stuk.xlsx", b"PK\x03\x04 stuk", "Dit Excel-bestand kan ik niet lezen."),
        ("leeg.csv", b"", "Er staat niets in het bestand."),
        ("kolommen.csv", b"naam;leeftijd\nAnna;40", "Deze kolommen ontbreken: situatie"),
        ("vreemd.csv", b"\xff\xfe\x00", "De letters in dit bestand"),
        ("groot.csv", b"x" * 5_000_001, "Het bestand is te groot. Het mag 5 MB zijn."),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value and " " not in value else "",
)
def test_file__that_cannot_be_read_is_told_why(
    desk: Desk, carla: Person, name: str, data: bytes, words: str
) -> None:
    desk.files["x"] = data
    carla.says("", kind=Kind.document, file=FileRef(name, 0, "x"))
    desk.works()
    assert words in last(carla).text
    assert last(carla).text.endswith("Er is niets veranderd.")
    assert desk.rows()[0]["state"] == "failed"


def test_second_file__waits_for_its_turn(desk: Desk, carla: Person) -> None:
    desk.hands_over(carla, table(POST))
    assert desk.hands_over(carla, table(HUUR)).text.startswith("Ik ben nog bezig met je vorige bestand.")
    desk.works()
    assert desk.hands_over(carla, table(HUUR)).text.startswith("Ik lees")


def test_album__of_files_is_one_file_and_says_so(desk: Desk, carla: Person) -> None:
    answer = desk.hands_over(carla, table(POST), album="a1")
    assert answer.text.endswith("Ik neem één bestand tegelijk. Stuur de andere daarna.")


def test_silent_coordinator__hears_how_to_hear_of_it(desk: Desk, carla: Person) -> None:
    carla.says("/stop")
    assert "Typ eerst /start" in desk.hands_over(carla, table(POST)).text
    carla.says("/start")
    assert desk.hands_over(carla, table(POST)).text.startswith("Ik lees")


# --- choosing late, twice, or for another ---------------------------------------------------------------


def test_choice__twice_or_by_another_changes_nothing(desk: Desk, carla: Person) -> None:
    dirk = desk.stage.person("Dirk", Role.coordinator)
    desk.hands_over(carla, table(POST))
    desk.works()
    plan = last(carla)
    yes, no = (button.data for row in plan.spoken.rows for button in row)
    for data in (yes, no):
        other = dirk.presses(data)
        assert other is not None
        assert other.text.startswith("Dit bestand heb ik niet meer.")
    carla.presses(yes, plan)
    for data in (yes, no):
        again = carla.presses(data, plan)
        assert again is not None
        assert again.text.startswith("Ik ben er al mee bezig.")
    desk.works()
    done = carla.presses(yes, plan)
    assert done is not None
    assert done.text.startswith("Dit bestand is al verwerkt.")
    desk.works()
    assert desk.stored() == 1


def test_choice__of_somebody_who_is_no_coordinator_any_more_is_an_old_button(
    desk: Desk, carla: Person
) -> None:
    desk.hands_over(carla, table(POST))
    desk.works()
    with desk.stage.database.transaction() as connection:
        connection.execute(sa.update(metadata.tables["members"]).values(role=Role.member.value))
    answer = carla.taps("Zet ze erin")
    assert answer is not None
    assert answer.text.startswith("Deze knop werkt niet meer.")
    desk.works()
    assert desk.stored() == 0


def test_two_coordinators__with_the_same_file_add_it_once(desk: Desk, carla: Person) -> None:
    dirk = desk.stage.person("Dirk", Role.coordinator)
    for one in (carla, dirk):
        desk.hands_over(one, table(POST, HUUR))
    desk.works()
    for one in (carla, dirk):
        assert one.taps("Zet ze erin") is not None
    desk.works()
    assert carla.sees("2 voorbeelden staan erin.")
    assert dirk.sees("Er is niets bijgekomen.\n\n2 rijen stonden er al.")
    assert desk.stored() == 2


def test_choice__an_hour_later_still_works_and_a_day_later_says_that_it_is_over(
    desk: Desk, carla: Person
) -> None:
    desk.hands_over(carla, table(POST))
    desk.works()
    desk.stage.later(hours=1)
    carla.taps("Zet ze erin")
    desk.works()
    assert last(carla).text == "1 voorbeeld staat erin."
    desk.hands_over(carla, table(HUUR))
    desk.works()
    desk.stage.later(hours=25)
    desk.stage.jobs()
    late = carla.taps("Zet ze erin")
    assert late is not None
    assert late.text.startswith("Dit bestand heb ik niet meer.")
    desk.stage.later(days=14)
    desk.stage.jobs()
    assert desk.rows() == []


def test_file__that_is_gone_or_another_by_now_is_asked_for_again(desk: Desk, carla: Person) -> None:
    desk.hands_over(carla, table(POST))
    desk.works()
    desk.files.update({name: table(POST, HUUR) for name in desk.files})
    carla.taps("Zet ze erin")
    desk.works()
    assert last(carla).text.startswith("aanpakken.csv is nu anders dan toen ik het las.")
    desk.hands_over(carla, table(POST))
    desk.works()
    desk.files.clear()
    carla.taps("Zet ze erin")
    desk.works()
    assert last(carla).text.startswith("Ik kan niet meer bij aanpakken.csv.")
    assert desk.stored() == 0


def test_file__out_of_reach_is_tried_again_and_not_for_ever(desk: Desk, carla: Person) -> None:
    desk.hands_over(carla, table(POST))
    desk.away = True
    desk.works()
    assert last(carla).text.startswith("Ik lees")
    desk.away = False
    desk.stage.later(minutes=1)
    desk.works()
    assert last(carla).text.startswith("Uit aanpakken.csv kan 1 voorbeeld komen.")
    carla.taps("Zet ze erin")
    desk.away = True
    for _ in range(MOST_ATTEMPTS):
        desk.works()
        desk.stage.later(minutes=5)
    assert last(carla).text.startswith("Ik kan niet meer bij aanpakken.csv.")


def test_handed_over_file__stays_a_quarter_of_an_hour_in_memory(desk: Desk, carla: Person) -> None:
    uploads = desk.stage.world.uploads
    for minutes, words in ((14, "1 voorbeeld staat erin."), (16, "Ik kan niet meer bij aanpakken.csv.")):
        data = table(POST if minutes == 14 else HUUR)
        reference = uploads.keep(data, desk.stage.now)
        carla.says("", kind=Kind.document, file=FileRef("aanpakken.csv", len(data), reference))
        desk.works()
        desk.stage.later(minutes=minutes)
        carla.taps("Zet ze erin")
        desk.works()
        assert last(carla).text.startswith(words)
        assert uploads.names() == ()


# --- when something breaks ------------------------------------------------------------------------------


def test_crash__between_plan_and_carrying_out_is_taken_up_again(
    desk: Desk, carla: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.hands_over(carla, table(POST, HUUR))
    desk.works()
    carla.taps("Zet ze erin")

    def dies(*_given: object, **_more: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("bot.practice_files.importer.plan", dies)
        with pytest.raises(KeyboardInterrupt):
            desk.works("first")
    assert desk.rows()[0]["owner"] == "first"
    assert desk.stored() == 0
    if not desk.stage.database.is_sqlite:
        desk.works("second")
        assert desk.stored() == 0, "its claim may still be alive"
        desk.stage.later(minutes=3)
    desk.works("second")
    assert last(carla).text == "2 voorbeelden staan erin."
    assert desk.stored() == 2


def test_failure__while_it_is_put_in_keeps_nothing_and_is_told_in_the_end(
    desk: Desk, carla: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.hands_over(carla, table(POST, HUUR))
    desk.works()
    carla.taps("Zet ze erin")

    def breaks(
        connection: object, organisation: object, made: Plan, *given: object, **more: object
    ) -> object:
        carry_out(connection, organisation, made, *given, **more)  # type: ignore[arg-type]
        raise RuntimeError("broken on purpose")

    with monkeypatch.context() as patch:
        patch.setattr("bot.practice_files.importer.carry_out", breaks)
        desk.works()
        assert desk.stored() == 0
        assert not carla.sees("2 voorbeelden staan erin.")
        for _ in range(MOST_ATTEMPTS):
            desk.stage.later(minutes=5)
            desk.works()
    assert last(carla).text.startswith("Met aanpakken.csv ging er iets mis bij mij.")
    assert desk.stored() == 0


def test_two_processes__never_work_on_one_file_at_once(desk: Desk, carla: Person) -> None:
    desk.hands_over(carla, table(POST))
    claims = desk.importer("first"), desk.importer("second")
    with desk.stage.database.transaction() as connection:
        mine = claims[0]._claim(connection, ())
    assert mine is not None
    if desk.stage.database.is_sqlite:
        return  # one process at a time: a second one knows that the first is dead
    with desk.stage.database.transaction() as connection:
        assert claims[1]._claim(connection, ()) is None
    desk.stage.later(minutes=3)
    desk.works("second")
    assert last(carla).text.startswith("Uit aanpakken.csv kan 1 voorbeeld komen.")
    # The first comes back from the dead: its claim has run out, and it says and writes nothing.
    from bot.practice_files.importer import _put_in

    with desk.stage.database.transaction() as connection:
        _put_in(connection, mine, desk.stage.organisation, Plan((), 0, ()), desk.stage.now)
    desk.stage.catch_up()
    assert len([seen for seen in carla.chat if "voorbeeld" in seen.text]) == 1


def test_two_processes__at_once_add_a_file_once(desk: Desk, carla: Person) -> None:
    dirk = desk.stage.person("Dirk", Role.coordinator)
    for one in (carla, dirk):
        desk.hands_over(one, table(POST, HUUR))
    desk.works()
    for one in (carla, dirk):
        one.taps("Zet ze erin")

    async def work() -> None:
        await asyncio.gather(*(desk.importer(owner).look() for owner in ("first", "second")))

    if desk.stage.database.is_sqlite:
        desk.works()
    else:
        asyncio.run(work())
        desk.stage.later(minutes=1)
        desk.works()
    assert desk.stored() == 2
    assert sum(one.sees("2 voorbeelden staan erin.") for one in (carla, dirk)) == 1


def test_file_in_another_process__is_left_to_that_one_for_a_minute(desk: Desk, carla: Person) -> None:
    data = table(POST)
    reference = desk.stage.world.uploads.keep(data, desk.stage.now)
    carla.says("", kind=Kind.document, file=FileRef("aanpakken.csv", len(data), reference))
    held = desk.stage.world.uploads.get(reference, desk.stage.now)
    assert held == data
    desk.stage.world.uploads.drop(reference)
    with desk.stage.database.transaction() as connection:
        connection.execute(sa.update(imports).values(channel="elsewhere"))
    desk.works()
    if desk.stage.database.is_sqlite:
        assert last(carla).text.startswith("Ik kan niet meer bij aanpakken.csv.")
        return
    assert last(carla).text.startswith("Ik lees")
    desk.stage.later(minutes=2)
    desk.works()
    assert last(carla).text.startswith("Ik kan niet meer bij aanpakken.csv.")


# --- what has to be in it -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "needed"),
    [("nl", "situatie, aanpak, resultaat, let op"), ("en", "situation, approach, result, limits")],
)
def test_columns__that_are_named_are_the_ones_an_import_needs(
    stage: Stage, language: str, needed: str
) -> None:
    answer = stage.person("Carla", Role.coordinator, language=language).says("/import")
    assert answer is not None
    assert needed in answer.text
    assert len(columns(needed.split(", "))) == 4


def test_help__names_the_coordinators_commands_to_those_who_have_them(stage: Stage) -> None:
    for role in (Role.coordinator, Role.liaison, Role.admin):
        answer = stage.person(role.value, role).says("/help")
        assert answer is not None
        assert "/uitnodigen" in answer.text
    for role in (Role.member, Role.policy):
        answer = stage.person(role.value, role).says("/help")
        assert answer is not None
        assert "/uitnodigen" not in answer.text
