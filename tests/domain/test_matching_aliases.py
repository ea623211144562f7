"""Aliases: they teach a practice its questions, and take nothing from practices that were taught none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from domain.matching import Document, Index, Scope, Word, analyse, names
from domain.matching.confidence import head_start
from tests.domain.test_matching import LEXICON, REGION, SHELF


def shelf(*documents: Document, scope: Scope = REGION) -> Index:
    """An index with these practices."""
    index = Index(LEXICON)
    for document in documents:
        index.put(document.id, scope, [analyse(document, LEXICON)])
    return index


def taught(document: Document, *aliases: str) -> Document:
    """The same practice, once it has been asked for."""
    return replace(document, aliases=aliases)


def test_alias__is_found_mistyped_though_no_practice_has_the_words() -> None:
    first, *others = SHELF
    index = shelf(taught(first, "cliënt kwam twee keer niet opdagen bij de budgetcoach"), *others)
    assert index.match("niet opdagn bij budgetcoach", REGION).hits[0].id == first.id


def test_alias__makes_nothing_more_like_every_question() -> None:
    asked = (
        "hoe kan ik mijn cliënt hiermee helpen",
        "mijn cliënt wil dit niet, wat kan ik doen",
        "hoe help ik mijn cliënt",
    )
    index = shelf(*(taught(one, *asked) if one.id != "mould" else one for one in SHELF))
    question = "mijn cliënt heeft schimmel, wat kan ik doen"
    assert index.rank(question, REGION)[0].id == "mould"


@pytest.mark.parametrize(("times", "least"), [(0, 0.49), (1, 0.3), (30, 0.05)])
def test_title__is_not_drowned_by_what_many_asked_in_nearly_the_same_words(times: int, least: float) -> None:
    said = ["vaste dag", *[f"wie belt er terug {number}" for number in range(times)]]
    vector = dict(zip(*names.vector(said), strict=True))
    words, _ = names.features(["vaste", "dag"])
    assert sum(vector[feature] ** 2 for feature in words) >= least


@pytest.mark.parametrize(
    ("likes", "taught", "ahead"),
    [
        ((0.4, 0.1), 0, 0.0),
        ((0.1, 0.4), 1, 0.0),
        ((0.4, 0.1), 1, 0.1),
        ((*[0.4] * 50, *[0.1] * 50), 50, 0.5455),
    ],
)
def test_head_start__is_what_texts_with_aliases_are_ahead_and_never_below_zero(
    likes: tuple[float, ...], taught: int, ahead: float
) -> None:
    first = np.arange(len(likes)) < taught
    assert head_start(np.array(likes), first) == pytest.approx(ahead, abs=0.001)


def test_why__never_names_a_word_that_only_another_asker_wrote() -> None:
    first, *others = SHELF
    index = shelf(taught(first, "budgetcoach Jansema ziet schulden"), *others)
    (hit, *_) = index.match("jansma en schuldn", REGION).hits
    assert hit.id == first.id
    assert Word("jansma", "jansma", repaired=False) in hit.why
    assert not any("jansema" in word.found.lower() for word in hit.why)


def test_similar__compares_what_makers_wrote_and_not_what_askers_asked() -> None:
    first, *others = SHELF
    told = replace(first, id="told-again")
    plain = shelf(*SHELF).similar(told, REGION)[0]
    busy = shelf(taught(first, *("waar is de budgetcoach van het buurthuis gebleven",) * 9), *others)
    assert busy.similar(told, REGION)[0].id == first.id
    assert busy.similar(told, REGION)[0].confidence == pytest.approx(plain.confidence, abs=0.02)


def test_alias__of_a_team_is_not_noticed_outside_it() -> None:
    first, *others = SHELF
    index = shelf(*others)
    before = index.match("budgetcoach bij geluidsoverlast", REGION)
    index.put(
        first.id, Scope(1, team=7), [analyse(taught(first, "budgetcoach bij geluidsoverlast"), LEXICON)]
    )
    assert index.match("budgetcoach bij geluidsoverlast", REGION) == before
    assert index.match("budgetcoach", Scope(1, team=7)).hits[0].id == first.id
