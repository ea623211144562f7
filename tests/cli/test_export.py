"""Exporting: safe to open, honest about who is named, and the same words when it comes back."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.practice_files.reading import read_table
from bot.practice_files.writing import COLUMNS, Format, column_names, write
from content.speech import LANGUAGES, speak
from domain.importing import PASSED_OVER, Row, Terms, field_of, read
from domain.peers.evidence import Outcome
from domain.people import JOBS, THEMES, Role
from domain.practices import Attribution, Parts, PracticeState, Visibility
from domain.text import clean, fold
from storage import members, practices, trials
from storage.exports import Exported
from tests.cli.conftest import Otto
from tests.stage import START, Person, Stage

PARTS = ("title", "situation", "approach", "result", "limits")
WORDS = {"situation": "Bang", "approach": "Bel samen", "result": "Rust", "limits": "Niet bij spoed"}


def exported(parts: Parts, **more: object) -> Exported:
    plain: dict[str, object] = {
        "public_id": "abc",
        "parts": parts,
        "language": "nl",
        "themes": (),
        "visibility": Visibility.organisation,
        "team": "",
        "employer": "",
        "illustrative": False,
        "state": PracticeState.published,
        "useful": 0,
        "shared_at": START,
        "author_name": "",
        "author_job": "",
    }
    return Exported(**{**plain, **more})  # type: ignore[arg-type]


def file_of(kind: Format, *found: Exported, language: str = "nl") -> bytes:
    made = io.BytesIO()
    assert write(found, kind, language, "Europe/Amsterdam", made) == len(found)
    return made.getvalue()


texts = st.text(max_size=120).map(clean).filter(bool)
risky = st.builds(
    "{}{}".format, st.sampled_from(["=1+1", "'=x", "''=x", "-2", "@a", "+3", '"', ";", ",", "＝x"]), texts
)


@pytest.mark.parametrize("kind", [Format.csv, Format.jsonl])
@pytest.mark.parametrize("language", LANGUAGES)
@given(parts=st.builds(Parts, *[texts | risky.map(clean)] * 5))
def test_words__come_back_as_they_went(kind: Format, language: str, parts: Parts) -> None:
    _comes_back(kind, language, parts)


@settings(max_examples=8, deadline=None)
@given(parts=st.builds(Parts, *[texts | risky.map(clean)] * 5))
def test_words__come_back_from_a_workbook_as_they_went(parts: Parts) -> None:
    _comes_back(Format.xlsx, "nl", parts)


def _comes_back(kind: Format, language: str, parts: Parts) -> None:
    data = file_of(kind, exported(parts), language=language)
    (row,) = read_table(data, f"x.{kind.value}", language).rows
    assert isinstance(row, Row)
    assert {part: row.cells[part] for part in PARTS} == {part: getattr(parts, part) for part in PARTS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(Format))
def test_everything_else__comes_back_too(kind: Format, language: str) -> None:
    one = exported(
        Parts("T", *WORDS.values()),
        language="en",
        themes=("care_avoiders", "wmo"),
        visibility=Visibility.team,
        team="Oost",
        illustrative=True,
    )
    (row,) = read_table(file_of(kind, one, language=language), f"x.{kind.value}", language).rows
    assert isinstance(row, Row)
    themes = {fold(speak(f"theme-{theme}", language, {})): theme for theme in THEMES}
    themes |= {fold(theme): theme for theme in THEMES}
    found = read(row, Terms("nl", themes, {}))
    assert found.parts == one.parts
    assert (found.language, found.themes, found.illustrative) == ("en", one.themes, True)
    assert (found.visibility, found.place) == (Visibility.team, "Oost")


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns__are_all_known_to_an_import(language: str) -> None:
    names = column_names(language)
    assert tuple(names) == COLUMNS
    for field, name in names.items():
        assert field_of(name) == field or fold(name) in PASSED_OVER
    for job in JOBS:
        assert speak(f"job-{job}", language, {})


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "'="])
def test_csv__never_starts_a_cell_like_a_formula(start: str) -> None:
    data = file_of(Format.csv, exported(Parts(*[f"{start}HYPERLINK(1)"] * 5)))
    assert data.startswith(b"\xef\xbb\xbf")
    (_, cells) = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    assert cells[1:6] == [f"'{start}HYPERLINK(1)"] * 5


# From the database -----------------------------------------------------


def shared(stage: Stage, author: Person, attribution: Attribution, title: str) -> None:
    stage.practice(author, title, attribution=attribution)


def rows_of(said: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in said.split("\n") if line]


def test_export__names_the_maker_only_as_they_chose(otto: Otto, stage: Stage) -> None:
    anna = stage.person("Anna")
    with stage.database.transaction() as connection:
        members.change(connection, anna.member_id, job="debt")
    for attribution in Attribution:
        shared(stage, anna, attribution, attribution.value)
    found = {str(row["title"]): (row["author"], row["job"]) for row in rows_of(otto.does("export"))}
    assert found == {"name": ("Anna", "debt"), "job": ("", "debt"), "nobody": ("", "")}


def test_export__is_told_to_every_coordinator_and_stands_in_the_log(otto: Otto, stage: Stage) -> None:
    carla, cor = (stage.person(name, Role.coordinator) for name in ("Carla", "Cor"))
    anna = stage.person("Anna")
    stage.practice(anna, "Koffie op de trap")
    otto.does("export", "--out", "uit.jsonl")
    otto.does("export")
    stage.catch_up()
    for one in (carla, cor):
        assert one.sees("haalde één voorbeeld uit jullie organisatie in een bestand")
    assert not anna.sees("in een bestand")
    log = carla.says("/logboek")
    assert log is not None
    assert log.text.count("de beheerder, of iemand die weg is, haalde één voorbeeld in een bestand") == 2


def test_export__counts_useful_and_never_says_who(otto: Otto, stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    shared(stage, anna, Attribution.nobody, "Bel samen")
    with stage.database.transaction() as connection:
        member = members.by_id(connection, bob.member_id)
        assert member is not None
        (practice,) = practices.on_show(connection, member)
        practices.vote(connection, practice, member, stage.now)
        trials.tell(connection, practice, member, Outcome.partly, stage.now)
    said = otto.does("export")
    assert rows_of(said)[0]["useful"] == 1
    assert [rows_of(said)[0][outcome] for outcome in ("worked", "partly", "did_not")] == [0, 1, 0]
    assert "Bob" not in said


def test_export__leaves_out_what_is_hidden_or_taken_back(otto: Otto, stage: Stage) -> None:
    anna = stage.person("Anna")
    for title in ("Op", "Verborgen", "Terug"):
        shared(stage, anna, Attribution.nobody, title)
    with stage.database.transaction() as connection:
        member = members.by_id(connection, anna.member_id)
        assert member is not None
        for one in practices.by_author(connection, member):
            state = {"Verborgen": PracticeState.hidden, "Terug": PracticeState.withdrawn}.get(one.parts.title)
            if state:
                practices.set_state(connection, one, state, stage.now)
    assert [row["title"] for row in rows_of(otto.does("export"))] == ["Op"]
    everything = rows_of(otto.does("export", "--hidden"))
    assert [(row["title"], row["state"]) for row in everything] == [
        ("Op", "published"),
        ("Verborgen", "hidden"),
    ]


@pytest.mark.parametrize("kind", ["jsonl", "csv", "xlsx"])
def test_export__brought_in_again_adds_nothing_and_elsewhere_everything(
    otto: Otto, stage: Stage, kind: str
) -> None:
    otto.does("examples", "load")
    shared(stage, stage.person("Anna"), Attribution.name, "Bel samen")
    file = f"uit.{kind}"
    said = otto.does("export", "--format", kind, "--out", file)
    assert "voorbeelden staan in" in said
    assert otto.does("import", file).startswith("Niets nieuws.")
    otto.does("organisation", "add", "Elders")
    assert "voorbeelden staan er nu in" in otto.does("import", file, "--organisation", "Elders")
    here = rows_of(otto.does("export", "--organisation", "Proef"))
    there = rows_of(otto.does("export", "--organisation", "Elders"))
    for one, other in zip(here, there, strict=True):
        assert {name: one[name] for name in (*PARTS, "themes", "illustrative")} == {
            name: other[name] for name in (*PARTS, "themes", "illustrative")
        }


def test_export__writes_the_whole_file_or_none(
    otto: Otto, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared(stage, stage.person("Anna"), Attribution.nobody, "Bel samen")
    Path("uit.csv").write_text("earlier")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.cli.take_out.write", full)
    outcome = otto.types("export", "--format", "csv", "--out", "uit.csv")
    assert outcome.code == 1
    assert "No space left" in outcome.err
    assert Path("uit.csv").read_text() == "earlier"
    assert [file.name for file in Path().iterdir()] == ["uit.csv"]


def test_export__in_batches_misses_nothing(otto: Otto, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = stage.person("Anna")
    for number in range(5):
        shared(stage, anna, Attribution.nobody, f"Bel {number}")
    monkeypatch.setattr("storage.exports.BATCH", 2)
    assert [row["title"] for row in rows_of(otto.does("export"))] == [f"Bel {number}" for number in range(5)]


def test_export__says_the_day_where_the_organisation_is() -> None:
    late = datetime.fromisoformat("2026-11-24T23:30:00+00:00")
    said = file_of(Format.jsonl, exported(Parts("T", *WORDS.values()), shared_at=late))
    assert json.loads(said)["shared"] == "2026-11-25"
