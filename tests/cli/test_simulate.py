"""The model by command: it says first what it is, and lives by the real rules."""

from __future__ import annotations

import re
import struct
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest

from bot.simulation import life, policies
from bot.simulation.population import populate
from bot.simulation.table import Plan, Row, simulate
from domain.peers import nudges, nudging
from domain.peers.constants import DEFAULTS, constants_with
from domain.peers.nudges import NORMS, Kind, Message
from tests.cli.conftest import Otto

pytestmark = pytest.mark.timeout(300)
RUNS = 4


@cache
def rows() -> dict[str, Row]:
    """Return a short run of every main policy, for 240 people."""
    plan = Plan(policies.MAIN, 240, 26, RUNS, 1, DEFAULTS)
    return {row.key: row for row in simulate(plan, lambda: None)}


def test_nudges__that_do_nothing_and_irritate_lose_to_no_nudges() -> None:
    assert rows()["null"].mean["tries"] < rows()["none"].mean["tries"]


def test_nudges__on_favourable_assumptions_draw_the_middle_in_by_ten_points() -> None:
    assert rows()["optimistic"].mean["middle"] >= rows()["none"].mean["middle"] + 0.10


def test_leaderboard__spreads_what_is_tried_less_evenly() -> None:
    assert rows()["leaderboard"].mean["gini"] > rows()["optimistic"].mean["gini"]


def test_messages__are_at_most_one_per_person_and_week() -> None:
    assert 0 < max(row.mean["messages"] for row in rows().values()) <= 1


def test_hold_out__finds_what_is_there_and_not_what_is_not() -> None:
    good, null = rows()["optimistic"].found, rows()["null"].found
    assert good is not None
    assert null is not None
    assert good.by > 0.05
    assert null.by < 0.05
    assert null.higher == 0
    assert rows()["none"].found is None


def test_run__is_the_same_with_the_same_seed() -> None:
    def result(seed: int) -> life.Result:
        people = populate(60, 6, seed, DEFAULTS)
        return life.live(people, policies.OPTIMISTIC, 6, seed, DEFAULTS)

    assert result(3) == result(3) != result(4)


def test_people__are_the_same_under_every_policy() -> None:
    one, other = (populate(60, 6, 3, DEFAULTS) for _ in range(2))
    assert one.initiative.tolist() == other.initiative.tolist()
    assert one.initiative.mean() == pytest.approx(1, abs=0.35)


def test_policy__is_held_to_the_constants_of_the_organisation() -> None:
    people = populate(60, 8, 3, DEFAULTS)
    none = life.live(people, policies.OPTIMISTIC, 8, 3, constants_with({"caps.week": 0}))
    some = life.live(people, policies.OPTIMISTIC, 8, 3, DEFAULTS)
    assert none.messages == 0 < some.messages


def test_simulation__lives_by_the_real_rules_and_not_by_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a real rule says no, or something else, the simulation does so too."""
    people, real = populate(60, 8, 3, DEFAULTS), nudges.decide
    said: list[Message | None] = []

    def heard(*given: Any, **named: Any) -> Message | None:
        said.append(real(*given, **named))
        return said[-1]

    with monkeypatch.context() as patch:
        patch.setattr(nudging, "decide", heard)
        assert life.live(people, policies.OPTIMISTIC, 8, 3, DEFAULTS).messages > 0
    assert all(one is not None and one.kind in {*NORMS, Kind.new} for one in said)
    for module, rule, answer in (
        (life, "is_due", False),
        (nudging, "choose", None),
        (nudging, "decide", None),
        (nudging, "room", datetime.max.replace(tzinfo=UTC)),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(module, rule, lambda *given, answer=answer, **named: answer)
            assert life.live(people, policies.OPTIMISTIC, 8, 3, DEFAULTS).messages == 0, rule


def test_command__says_first_that_it_is_no_evidence(newcomer: Otto) -> None:
    out = newcomer.does("simulate", "--people", "40", "--weeks", "3", "--runs", "1")
    lines = out.splitlines()
    assert lines[0] == "Dit is een rekenmodel met verzonnen mensen. Het is geen bewijs dat iets werkt."
    assert [line for line in lines if line.startswith("Geen berichten")]
    assert [line for line in lines if line.startswith("Ranglijst  ")]
    assert re.search(r"Vooraf: met 40 mensen .* \d+ procentpunt is", out)


def test_command__computes_all_nine_and_draws_them(newcomer: Otto) -> None:
    newcomer.sets(DEFAULT_LANGUAGE="en")
    out = newcomer.does(
        *("simulate", "--people", "20", "--weeks", "2", "--runs", "1", "--every", "--picture", "all.png")
    )
    assert out.startswith("This is a model")
    assert (
        sum(line.startswith(("No messages", "This policy,", "Leaderboard")) for line in out.splitlines()) >= 9
    )
    image = (newcomer.folder / "all.png").read_bytes()
    assert image.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", image[16:24])
    assert width > 800
    assert height > 400


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("caps.week=7", "caps.week mag van 0 tot 2 zijn."),
        ("caps.month=1", "caps.month is geen getal van het model."),
        ("caps.week=veel", "Achter caps.week hoort een getal"),
        ("caps.week", "Achter caps.week hoort een getal"),
        ("caps.week=nan", "caps.week mag van 0 tot 2 zijn."),
        ("fit.job=0.5", "samen 1"),
    ],
)
def test_number__that_cannot_be_is_refused_in_one_sentence(newcomer: Otto, change: str, said: str) -> None:
    outcome = newcomer.types("simulate", "--set", change)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_picture__that_cannot_be_written_is_refused(newcomer: Otto) -> None:
    outcome = newcomer.types(
        *("simulate", "--people", "20", "--weeks", "2", "--runs", "1", "--picture", "nowhere/all.png")
    )
    assert outcome.code == 1
    assert "nowhere/all.png" in outcome.err
