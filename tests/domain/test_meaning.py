"""What stands out in meaning is added to what words found, sealed by scope, and no answer by itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching import ANSWER, UNSURE, Hit, Outcome, Scope
from domain.meaning import FEWEST, MOST_OUT, Meanings, fused, packed, unpacked

HERE = Scope(1)
SIZE = 64


def direction(seed: int) -> list[float]:
    return [float(number) for number in np.random.default_rng(seed).standard_normal(SIZE)]


def filled(count: int = 40, scope: Scope = HERE) -> Meanings:
    made = Meanings()
    for number in range(count):
        made.put(str(number), scope, [packed(direction(number))])
    return made


def test_practice__that_a_question_points_at_stands_out_alone() -> None:
    out = filled().standing_out(packed(direction(7)), HERE)
    assert next(iter(out)) == "7"
    assert out["7"] > MOST_OUT


def test_chance__stands_out_for_few_questions() -> None:
    made = filled()
    struck = sum(bool(made.standing_out(packed(direction(1000 + number)), HERE)) for number in range(200))
    assert struck < 20


@pytest.mark.parametrize(
    ("viewer", "sees"),
    [
        (Scope(1, 1, 1), True),
        (Scope(1, 1, 2), False),
        (Scope(1), False),
        (Scope(2, 1, 1), False),
    ],
)
def test_team__is_compared_for_its_own_people_only(viewer: Scope, sees: bool) -> None:
    made = filled()
    made.put("team", Scope(1, None, 1), [packed(direction(99))])
    assert ("team" in made.standing_out(packed(direction(99)), viewer)) is sees


def test_few_practices__say_too_little() -> None:
    assert filled(FEWEST - 1).standing_out(packed(direction(3)), HERE) == {}


def test_vector__of_another_size_or_without_direction_says_nothing() -> None:
    made = filled()
    assert made.standing_out(packed([1.0, 2.0]), HERE) == {}
    assert made.standing_out(b"", HERE) == {}
    made.put("odd", HERE, [packed([1.0, 2.0])])
    assert len(made) == 40
    assert packed([0.0, 0.0]) == b""
    assert packed([float("nan"), 1.0]) == b""
    assert packed([float("inf"), 1.0]) == b""


def test_practices__that_go_and_come_back_are_where_they_should_be() -> None:
    made = filled()
    made.put("two", HERE, [packed(direction(200)), packed(direction(201))])
    for number in (3, 0, 39):
        made.drop(str(number))
    made.drop("3")
    made.put("5", Scope(1, 9), [packed(direction(5))])
    assert next(iter(made.standing_out(packed(direction(201)), HERE))) == "two"
    assert "5" not in made.standing_out(packed(direction(5)), HERE)
    assert next(iter(made.standing_out(packed(direction(38)), HERE))) == "38"
    assert made.standing_out(packed(direction(3)), HERE).get("3") is None


def test_packed__has_length_one() -> None:
    assert float(np.linalg.norm(unpacked(packed([3.0, 4.0])))) == pytest.approx(1)


def hits(*confidences: float) -> list[Hit]:
    return [Hit(str(number), confidence, ()) for number, confidence in enumerate(confidences)]


@pytest.mark.parametrize(
    ("by_text", "out", "outcome", "first"),
    [
        ([], {}, Outcome.NONE, None),
        ([0.1], {}, Outcome.NONE, None),
        ([0.9, 0.4], {}, Outcome.ANSWER, "0"),
        ([], {"9": 9.0}, Outcome.UNSURE, "9"),  # no word says so: to choose from, never an answer
        ([0.1], {"0": 9.0}, Outcome.UNSURE, "0"),
        ([0.5, 0.4], {"1": 2.0}, Outcome.ANSWER, "1"),
        ([0.9], {"9": 9.0}, Outcome.ANSWER, "0"),
        ([0.5], {"9": 0.4}, Outcome.UNSURE, "0"),
    ],
)
def test_fused__keeps_three_outcomes(
    by_text: list[float], out: dict[str, float], outcome: Outcome, first: str | None
) -> None:
    match = fused(hits(*by_text), out, 5)
    assert match.outcome is outcome
    assert (match.hits[0].id if match.hits else None) == first


@given(
    st.lists(st.floats(0, 1), max_size=12),
    st.dictionaries(st.sampled_from([str(number) for number in range(20)]), st.floats(0.3, 50), max_size=20),
)
def test_fused__never_makes_anything_less_sure(confidences: list[float], out: dict[str, float]) -> None:
    by_text = hits(*sorted(confidences, reverse=True))
    match = fused(by_text, out, 20)
    found = {hit.id: hit.confidence for hit in match.hits}
    assert all(found.get(hit.id, 0) >= hit.confidence for hit in by_text if hit.confidence >= UNSURE)
    assert all(hit.confidence < ANSWER for hit in match.hits if hit.id not in {one.id for one in by_text})
    assert [hit.confidence for hit in match.hits] == sorted(found.values(), reverse=True)
    if not out:
        assert match.hits == tuple(hit for hit in by_text if hit.confidence >= UNSURE)
