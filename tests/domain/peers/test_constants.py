"""Every number in one place: explained, within its range, and changed only within it."""

from __future__ import annotations

import pytest

from domain.peers.constants import DEFAULTS, OutOfRange, constants_with, described, moved, usable
from domain.peers.digest import Digest, digest
from tests.program.source import ROOT

ALL = list(described())


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_constant__is_explained_and_lies_in_its_range(one: object) -> None:
    found = next(known for known in ALL if known is one)
    assert found.low <= found.default <= found.high
    assert len(found.about.split()) >= 3


def test_page__has_every_constant_as_it_is() -> None:
    page = (ROOT / "docs/peer-model.md").read_text("utf-8")
    lines = [f"| `{one.name}` | {one.default:g} | {one.low:g}–{one.high:g} | {one.about} |" for one in ALL]
    missing = [line for line in lines if line not in page]
    assert not missing


def test_organisation__changes_what_it_may_and_keeps_the_rest() -> None:
    own = constants_with({"caps.week": 1, "evidence.half_life": 200})
    assert (own.caps.week, own.evidence.half_life) == (1, 200)
    assert own.offers == DEFAULTS.offers
    assert constants_with({}) == DEFAULTS


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("privacy.group", 9),
        ("norms.group", 5),
        ("caps.week", 3),
        ("caps.ceiling", 9),
        ("caps.week", 1.5),
        ("hold_out.share", 0.0),
        ("stop.stopped", 0.5),
        ("privacy.attributes", 3),
    ],
)
def test_protection__cannot_be_taken_away(name: str, value: float) -> None:
    with pytest.raises(OutOfRange, match=name):
        constants_with({name: value})


def test_weights__that_belong_together_stay_one_together() -> None:
    with pytest.raises(ValueError, match="1 together"):
        constants_with({"fit.job": 0.5})
    assert constants_with({"fit.job": 0.45, "fit.target_group": 0.20}).fit.job == 0.45


def test_name__that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        constants_with({"caps.month": 1})


def test_digest__with_fewer_than_two_items_is_not_sent() -> None:
    assert digest(fits=1, new=None, question=None, loop=None, impact=9) is None
    assert digest(fits=1, new=1, question=None, loop=None) is None
    assert digest(fits=1, new=2, question=None, loop=None) == Digest(1, 2)
    assert digest(fits=None, new=None, question=4, loop=7, impact=2) == Digest(None, None, 4, 7, 2)


@pytest.mark.parametrize("value", [0, 0.2, 0.333, 0.9, 1])
def test_weight__that_moves_takes_the_others_along(value: float) -> None:
    found = moved(DEFAULTS, "fit.region", value)
    assert found["fit.region"] == value
    assert constants_with(found).fit.region == value
    assert found["fit.job"] >= found["fit.size"] >= found["fit.organisation"]


def test_weights__that_were_nothing_share_what_is_left() -> None:
    alone = constants_with(moved(DEFAULTS, "fit.job", 1))
    assert set(moved(alone, "fit.job", 0.6).values()) == {0.6, 0.1}


def test_change__that_pushes_another_weight_too_far_is_refused() -> None:
    words_last = constants_with({"fit.search_text": 0.5, "fit.search_fit": 0.5, "fit.search_value": 0})
    with pytest.raises(OutOfRange, match="search_fit"):
        moved(words_last, "fit.search_text", 0.4)


def test_number__that_stands_alone_moves_alone() -> None:
    assert moved(DEFAULTS, "caps.week", 1) == {"caps.week": 1}


def test_stored_changes__outlive_an_upgrade_that_knows_them_no_more() -> None:
    stored = {"caps.week": 1.0, "caps.gone": 3.0, "privacy.group": 4.0, "fit.job": 0.9}
    assert usable(stored) == {"caps.week": 1.0}
