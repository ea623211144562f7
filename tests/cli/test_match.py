"""Matching from the command line: files in, a ranking out; and one question against the database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from content.library import starter_practices
from tests.cli.conftest import Otto
from tests.stage import Stage


def lines(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def library() -> str:
    return lines(
        *[
            {
                "id": one.key,
                "title": one.texts["nl"].title,
                "text": one.texts["nl"].situation,
                "themes": one.themes,
                "approach": one.texts["nl"].approach,
                "colour": "red",
            }
            for one in starter_practices()
        ]
    )


def test_match__ranks_files_without_a_database(newcomer: Otto) -> None:
    newcomer.sets(DATABASE_URL="postgresql://nobody@127.0.0.1:1/x", SECRET_KEY="k" * 40)
    newcomer.writes("docs.jsonl", library())
    newcomer.writes(
        "queries.jsonl",
        lines(
            {"id": "q1", "text": "tas vol ongeopende enveloppen"},
            {"id": 2, "text": "wie wint de voetbalwedstrijd"},
        ),
    )
    said = newcomer.does(
        "match", "--practices", "docs.jsonl", "--queries", "queries.jsonl", "--out", "r.jsonl", "--top", "3"
    )
    assert "2 vragen vergeleken" in said
    first, second = map(json.loads, Path("r.jsonl").read_text("utf-8").splitlines())
    assert first["query_id"] == "q1"
    assert first["ranked"][0][0] == "debt-one-envelope"
    assert len(first["ranked"]) <= 3
    confidences = [confidence for _, confidence in first["ranked"]]
    assert confidences == sorted(confidences, reverse=True)
    assert isinstance(first["answer"], bool)
    assert second["query_id"] == "2"
    assert second["answer"] is False
    assert not Path("data").exists()


DOCS = lines(
    {"id": "hulp", "title": "Met schuldhulpverlening op een vaste dag", "text": "Bel elke dinsdag."},
    {"id": "fiets", "title": "Fietsen uitdelen", "aliases": ["hoe komt iemand zonder auto naar de kliniek"]},
    {"id": "tuin", "title": "Samen tuinieren", "text": "Buren ontmoeten elkaar in de tuin."},
)


def ranked(newcomer: Otto, *asked: str, more: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    newcomer.writes("docs.jsonl", DOCS)
    newcomer.writes("q.jsonl", lines(*[{"id": str(n), "text": words} for n, words in enumerate(asked)]))
    said = newcomer.types("match", "--practices", "docs.jsonl", "--queries", "q.jsonl", *more)
    assert said.code == 0
    assert "vragen per seconde" in said.err
    return [json.loads(one) for one in said.out.splitlines()]


def test_match__says_how_sure_it_is_and_what_the_bot_would_do(newcomer: Otto) -> None:
    sure, none = ranked(
        newcomer, "schuldhulpverlening vaste dag", "buren graag iets met de boekhouding van kerncentrales"
    )
    assert sure["outcome"] == "answer"
    assert sure["answer"] is True
    assert sure["confidence"] == sure["ranked"][0][1]
    assert none["outcome"] in ("doubt", "none")
    assert none["answer"] is False


def test_match__ranks_on_below_what_the_bot_would_show(newcomer: Otto) -> None:
    (found,) = ranked(newcomer, "iets met een tuin en een zeer exotische kerncentrale in de wachtrij")
    assert found["ranked"][0][0] == "tuin"
    assert found["outcome"] in ("doubt", "none")


def test_match__reads_aliases(newcomer: Otto) -> None:
    (found,) = ranked(newcomer, "hoe komt iemand zonder auto naar de kliniek")
    assert found["ranked"][0][0] == "fiets"
    assert found["outcome"] == "answer"


def test_match__explains_which_word_was_read_as_another(newcomer: Otto) -> None:
    (found,) = ranked(newcomer, "schuldhulpverlenng", more=("--explain",))
    assert found["why"][0][0] == {
        "asked": "schuldhulpverlenng",
        "found": "schuldhulpverlening",
        "repaired": True,
        "translated": False,
    }
    assert len(found["why"]) == len(found["ranked"])
    newcomer.writes("q.jsonl", lines({"id": "q", "text": "schuldhulpverlenng"}))
    said = newcomer.does(
        "match", "--practices", "docs.jsonl", "--queries", "q.jsonl", "--out", "r.jsonl", "--explain"
    )
    assert "Vraag: schuldhulpverlenng" in said
    assert "schuldhulpverlenng (gelezen als schuldhulpverlening)" in said


def test_match__does_ten_thousand_questions_in_one_call(newcomer: Otto) -> None:
    found = ranked(newcomer, *["schuldhulp op dinsdag", "samn tuinieren"] * 5000, more=("--top", "1"))
    assert len(found) == 10_000
    assert found[-1]["ranked"][0][0] == "tuin"


@pytest.mark.parametrize(
    ("docs", "queries", "words"),
    [
        ("", '{"id": "q", "text": "a"}', "geen voorbeelden"),
        ('{"id": "a", "text": "x"}\n{', '{"id": "q", "text": "a"}', "Regel 2 van docs.jsonl"),
        ('{"text": "x"}', '{"id": "q", "text": "a"}', "geen goede id"),
        ('{"id": "a", "text": 7}', '{"id": "q", "text": "a"}', "geen goede text"),
        ('{"id": "a", "themes": [7]}', '{"id": "q", "text": "a"}', "geen goede themes"),
        ('{"id": "a"}\n{"id": "a"}', '{"id": "q", "text": "a"}', "al eerder"),
        ('{"id": "a", "text": "x"}', "[]", "Regel 1 van queries.jsonl"),
        ('{"id": "a", "text": "x"}', '{"text": "a"}', "geen goede id"),
    ],
)
def test_match__names_the_line_that_is_wrong_and_writes_nothing(
    newcomer: Otto, docs: str, queries: str, words: str
) -> None:
    newcomer.writes("docs.jsonl", docs)
    newcomer.writes("queries.jsonl", queries)
    outcome = newcomer.types(
        "match", "--practices", "docs.jsonl", "--queries", "queries.jsonl", "--out", "r.jsonl"
    )
    assert outcome.code == 1
    assert words in outcome.err
    assert not Path("r.jsonl").exists()


def test_match__of_one_question_shows_titles_and_why(otto: Otto, stage: Stage) -> None:
    otto.does("examples", "load")
    said = otto.does("match", "tas vol ongeopende enveloppen")
    assert said.startswith(("Dit zou de bot als antwoord geven:", "De bot twijfelt"))
    assert "1. Maak samen één envelop open (0." in said
    assert "door: " in said


def test_match__of_a_question_nobody_can_answer_says_so(otto: Otto, stage: Stage) -> None:
    otto.does("examples", "load")
    assert otto.does("match", "xyzzy") == ("Hier past niets goed bij. De bot zou de vraag openzetten.\n")


def test_match__stays_inside_the_organisation(otto: Otto, stage: Stage) -> None:
    otto.does("organisation", "add", "Elders")
    otto.does("examples", "load", "--organisation", "Elders")
    assert otto.does("match", "tas vol ongeopende enveloppen", "--organisation", "Proef").startswith(
        "Hier past niets"
    )
