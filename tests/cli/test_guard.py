"""The privacy guard over a file."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Otto


def test_guard__says_per_message_what_it_finds_and_how_it_reads_without(newcomer: Otto) -> None:
    rows = (
        {"id": "a", "text": "bel mevrouw De Vries op 06-12345678", "lang": "nl"},
        {"id": 2, "text": "samen de post openen hielp", "lang": "nl"},
        {"id": "c", "text": "she was born on 3 May 1980", "lang": "en"},
    )
    newcomer.writes("m.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    said = newcomer.does("guard", "--in", "m.jsonl", "--out", "h.jsonl")
    assert "3 berichten bekeken" in said
    assert "MB geheugen" in said
    first, second, third = map(json.loads, Path("h.jsonl").read_text("utf-8").splitlines())
    assert first["redacted"] == "bel mevrouw [naam] op [telefoonnummer]"
    assert [(hit["kind"], hit["tier"]) for hit in first["hits"]] == [("name", "soft"), ("phone", "hard")]
    assert rows[0]["text"][first["hits"][0]["start"] : first["hits"][0]["end"]] == "De Vries"
    assert second == {"id": "2", "hits": [], "redacted": "samen de post openen hielp"}
    assert third["redacted"] == "she was born on [date of birth]"
