"""Measuring by command: short, so that the command keeps working; what it finds says nothing here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli import bench
from tests.cli.conftest import Otto

pytestmark = pytest.mark.timeout(180)


def figures(out: str, pattern: str) -> list[float]:
    """Return the numbers in what was printed; a line that is missing fails."""
    found = re.search(pattern, out)
    assert found, out
    return [float(number) for number in found.groups()]


def test_updates__of_the_whole_program_are_put_next_to_a_bare_bot(newcomer: Otto) -> None:
    out = newcomer.does(
        "bench", "updates", "--people", "4", "--seconds", "0.5", "--rounds", "1", "--peers", "ptb"
    )
    assert all(number > 0 for number in figures(out, r"Midden van kopgroep: (\d+) .*, ([\d.]+) ms"))
    assert all(number > 0 for number in figures(out, r"Midden van ptb: (\d+) .*, ([\d.]+) ms"))
    assert all(number > 0 for number in figures(out, r"naast ptb: ([\d.]+) keer .*, ([\d.]+) keer"))


def test_latency__of_the_bare_way_by_webhook_is_told_in_three_numbers(newcomer: Otto) -> None:
    out = newcomer.does(
        *("bench", "latency", "--what", "echo", "--mode", "webhook", "--rate", "20"),
        *("--seconds", "1", "--people", "4"),
    )
    answers, p50, p95, p99 = figures(
        out, r"(\d+) antwoorden. Wachten: ([\d.]+) \(p50\), ([\d.]+) \(p95\), ([\d.]+)"
    )
    assert answers >= 20
    assert 0 < p50 <= p95 <= p99


def test_start__is_measured_full_and_empty(newcomer: Otto) -> None:
    out = newcomer.does("bench", "start", "--practices", "30", "--rounds", "1")
    for count in (0, 30):
        assert all(
            number > 0 for number in figures(out, rf"Midden bij {count} .*: ([\d.]+) s, (\d+) MB, (\d+) ms")
        )
    assert figures(out, r"Vol tegenover leeg: ([\d.]+)") > [0]


def test_matching__is_measured_on_the_projects_own_questions(newcomer: Otto) -> None:
    out = newcomer.does("bench", "matching")
    percent, least, most, yes, count = figures(
        out, r"kaart bij de eerste drie +\| 90 +\| ([\d.]+) \((\d+)–(\d+); (\d+)/(\d+)\)"
    )
    assert least < percent < most
    assert percent == pytest.approx(100 * yes / count, abs=0.05)
    assert figures(out, r"\| nl → nl +\| near +\| (\d+)") > [0]


def test_matching__needs_questions_of_others_for_some_tables(newcomer: Otto, tmp_path: Path) -> None:
    outcome = newcomer.types("bench", "matching", "--tables", "peers")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--data" in outcome.err
    outcome = newcomer.types("bench", "matching", "--data", str(tmp_path))
    assert outcome.code == 2
    assert "stackfaq" in outcome.err


def test_matching__with_a_name_it_does_not_know_names_those_it_does(newcomer: Otto) -> None:
    outcome = newcomer.types("bench", "matching", "--without", "vowels")
    assert outcome.code == 2
    assert outcome.err.startswith("vowels kan niet bij --without. Kies uit: spelling, compounds, cosine,")
    assert newcomer.types("bench", "matching", "--practices", "many").code == 2


def test_bench__without_the_tests_is_refused_in_one_sentence(
    newcomer: Otto, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bench, "ROOT", tmp_path)
    for command in ("updates", "latency", "start", "matching"):
        outcome = newcomer.types("bench", command)
        assert (outcome.code, outcome.out) == (2, "")
        assert "kloon van de broncode" in outcome.err
        assert outcome.err.count("\n") == 1


def test_bench__with_a_bot_it_does_not_know_names_those_it_does(newcomer: Otto) -> None:
    outcome = newcomer.types("bench", "updates", "--peers", "ptb,telebot")
    assert outcome.code == 2
    assert (
        outcome.err == "telebot ken ik niet om mee te vergelijken. Kies uit: ptb, ptb-concurrent, aiogram.\n"
    )


def test_simulation__is_told_with_what_it_took(newcomer: Otto) -> None:
    out = newcomer.does("bench", "simulation", "--people", "20", "--weeks", "2", "--runs", "1")
    assert out.splitlines()[1].startswith("Dit is een rekenmodel")
    assert figures(out, r"(\d+) keer een half jaar in ([\d.]+) s: (\d+) ms")[0] == 9


def test_nudges__are_chosen_for_everybody_within_the_shares(newcomer: Otto) -> None:
    out = newcomer.does("bench", "nudges", "--members", "300", "--practices", "200")
    members, practices, sent, held = figures(
        out, r"(\d+) deelnemers, (\d+) voorbeelden: (\d+) berichten, (\d+) door toeval"
    )
    assert (members, practices) == (300, 200)
    assert 0 < held < sent <= members
    assert all(number > 0 for number in figures(out, r"(\d+) microseconden .* (\d+) MB geheugen"))
    assert figures(out, r"Grootste deel van één maker in een onderwerp: ([\d.]+)%") <= [25]
