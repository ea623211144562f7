"""Measuring matching promises: the same figures each time, from halves that stay apart, by true formulas."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from domain.matching import Document
from tests.benchmarks.matching import against, invented, peers, picture, refusal, speed
from tests.benchmarks.matching.ablation import word_lists
from tests.benchmarks.matching.peers import PEERS, POSTGRES
from tests.benchmarks.matching.sets import MODES, POOL, Sets, Setting, half

CARDS = (
    Document("rent", "Bel de verhuurder bij huurachterstand", "Een gezin betaalt de huur niet."),
    Document("noise", "Luister mee op het uur van de overlast", "De buren maken lawaai in de nacht."),
    Document("glasses", "Lees samen de brief", "Een man vergeet zijn bril.", aliases=("hij kan niet lezen",)),
)
ASKED = (("huurachterstand", "rent"), ("lawaai van de buren", "noise"), ("man kan niet lezen", "glasses"))
RANKED = """
import json
from tests.benchmarks.matching import own
index = own.library(("nl", "en"))
asked = own.select("nl", part="tune")[::4]
print(json.dumps([[(hit.id, hit.confidence) for hit in index.rank(one.text, own.HERE)] for one in asked]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make every set, each with the same three cards and forty questions."""
    for name in dict.fromkeys([one.name for one in POOL] + ["medquad", "medquad_long"]):
        place = tmp_path / name
        place.mkdir()
        every = [(f"{name}-{n}", *ASKED[n % len(ASKED)]) for n in range(40)]
        _write(
            place / "docs.jsonl",
            [{"id": card.id, "title": card.title, "situation": card.situation} for card in CARDS],
        )
        _write(place / "aliases.jsonl", [{"did": "glasses", "text": "hij kan niet lezen"}])
        _write(place / "qrels.jsonl", [{"qid": id_, "did": card, "rel": 1} for id_, _, card in every])
        for mode in MODES:
            _write(place / f"queries.{mode}.jsonl", [{"id": id_, "text": text} for id_, text, _ in every])
            strange = [{"id": f"strange-{n}", "text": "wifi in de vergaderzaal"} for n in range(40)]
            _write(place / f"oos.{mode}.jsonl", strange)
    return tmp_path


def _write(file: Path, lines: Sequence[Mapping[str, object]]) -> None:
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")


def test_rank__is_the_same_in_every_process() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", RANKED],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_half__of_a_question_never_changes_and_both_are_about_as_large() -> None:
    assert [half("nlww", str(n)) for n in range(6)] == ["tune", "tune", "tune", "tune", "tune", "tune"]
    assert 450 < sum(half("stackfaq", str(n)) == "tune" for n in range(1000)) < 550


def test_sets__give_one_half_and_all_of_what_nothing_was_fitted_on(folder: Path) -> None:
    held_out, tune = Sets(folder), Sets(folder, "tune")
    setting = Setting("covidfaq")
    ids = [{one.id for one in sets.questions(setting, "clean")} for sets in (held_out, tune)]
    assert not ids[0] & ids[1]
    assert len(ids[0] | ids[1]) == 40
    assert len(held_out.questions(Setting("medquad"), "clean")) == 40
    assert len(Sets(folder, most=5).questions(setting, "clean")) == 5


def test_sets__give_aliases_only_when_asked(folder: Path) -> None:
    with_, without = (Sets(folder).cards(Setting("stackfaq", aliases=one)) for one in (True, False))
    assert [card.aliases for card in with_] == [(), (), ("hij kan niet lezen",)]
    assert not any(card.aliases for card in without)
    nobody = Sets(folder, aliases=False).cards(Setting("stackfaq", aliases=True))
    assert not any(card.aliases for card in nobody)


@pytest.mark.parametrize("name", PEERS)
def test_peer__finds_the_plain_card(name: str) -> None:
    try:
        finder = PEERS[name](CARDS, "nl")
    except ModuleNotFoundError as error:
        pytest.skip(f"{error.name} is not installed")
    try:
        for question, card in ASKED[: 2 if "RapidFuzz" not in name else 1]:
            assert finder.find(question, 3)[0] == card
        assert len(finder.find("zzz", 3)) <= 3
    finally:
        finder.close()


def test_postgres__finds_the_plain_card(tmp_path: Path) -> None:
    server = peers.server_in(tmp_path)
    if server is None:
        pytest.skip("PostgreSQL cannot start here")
    try:
        makers = peers.makers(server)
        for name in POSTGRES:
            finder = makers[name](CARDS, "nl")
            assert finder.find("huurachterstand", 3)[0] == "rent"
            finder.close()
    finally:
        server.stop()


def test_compare__names_who_could_not_be_made(folder: Path) -> None:
    def absent(*_: object) -> peers.Finder:
        raise ModuleNotFoundError(name="not_there")

    found, missing = against.compare(Sets(folder), word_lists(), {"Absent": absent}, lambda *_: None)
    assert missing == {"Absent": "not_there"}
    assert {name for name, *_ in found} == {against.OURS}
    assert found[against.OURS, POOL[0], "clean"].percent() == 100.0


def test_difference__is_zero_between_equals_and_the_same_each_time() -> None:
    chance = random.Random(4)
    ours, theirs = ([float(chance.random() < p) for _ in range(400)] for p in (0.7, 0.5))
    same = against.difference(ours, ours)
    assert (same.points, same.least, same.most) == (0.0, 0.0, 0.0)
    one = against.difference(ours, theirs)
    assert one == against.difference(ours, theirs)
    assert 0 < one.least < one.points < one.most


def test_answers__count_places_from_one() -> None:
    answers = against.Answers([1, 2, 0, 6])
    assert (answers.percent(), answers.percent(5)) == (25.0, 50.0)
    assert answers.reciprocal == pytest.approx(100 * (1 + 1 / 2 + 1 / 6) / 4)


@pytest.mark.parametrize(
    ("yes", "no", "expected"),
    [([3.0, 2.0], [1.0], 1.0), ([1.0], [3.0, 2.0], 0.0), ([2.0], [2.0], 0.5), ([1.0, 3.0], [2.0], 0.5)],
)
def test_area__is_the_chance_to_be_higher(yes: list[float], no: list[float], expected: float) -> None:
    assert refusal.area(yes, no) == expected


def test_threshold__lets_in_no_more_than_one_in_twenty() -> None:
    tried = refusal.Tried([0.99, 0.5], [True, False], [n / 100 for n in range(100)])
    answered, right, let_in = tried.above(tried.threshold())
    assert (answered, right) == (0.5, 1.0)
    assert let_in == pytest.approx(0.05)


def test_invented__practices_are_about_fifty_words_and_the_same_each_time() -> None:
    cards = list(invented.practices(200))
    assert cards == list(invented.practices(200))
    words = [len(" ".join((one.title, one.situation, one.approach, one.result)).split()) for one in cards]
    assert 45 < sum(words) / len(words) < 65
    question = invented.question(cards[0], random.Random(1))
    assert invented.mistyped(question, random.Random(1)) != question


def test_speed__is_measured_in_a_process_of_its_own() -> None:
    found = speed.measure(60)
    assert found.practices == 60
    assert 0 < found.clean.p50 <= found.clean.p95
    assert found.clean.right > 50
    assert len(found.row()) == len(speed.GOALS[1_000])


def test_picture__is_a_png(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    picture.draw(file, {against.OURS: (60, 55), "Other": (50, 30)}, {against.OURS: 1.5, "Other": 0.4}, 100)
    assert file.read_bytes().startswith(b"\x89PNG")
