"""The index finds what looking at every text would find, however it came to hold what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.matching import Document, Hit, Index, Scope, analyse, hits, ranking, shelf
from tests.domain.plain_matching import PlainIndex
from tests.domain.test_matching import LEXICON, QUESTIONS, SHELF

SCOPES = (Scope(1), Scope(1, 7), Scope(1, 7, 3), Scope(1, 8), Scope(2))
VIEWER = Scope(1, 7, 3)

SAID = """
huur huurder huurders schuld schulden schuldhulp schuldhulpverlening hulp gezin gezinnen gezinshulp verhuurder
brief brieven één Wmo wijk wijkteam team overlast geluidsoverlast plein schimmel slaapkamer deur niet open
the rent landlord tenant arrears debt debts family does not open door huurachterstand
schudl huurdr gezni schimml huurschuld landlrod zwonk zwonken zwonkbrief zwonkbrieven
"""
sentences = st.lists(st.sampled_from(SAID.split()), max_size=7).map(" ".join)


@dataclass(frozen=True)
class Step:
    """One change: a practice that comes in, is told anew, or goes away."""

    id: str
    scope: Scope
    documents: tuple[Document, ...]


documents = st.builds(
    Document,
    st.just(""),
    sentences,
    sentences,
    sentences,
    aliases=st.lists(sentences, max_size=2).map(tuple),
    pulls=st.lists(st.tuples(sentences, st.integers(-3, 3)), max_size=2).map(tuple),
)
steps = st.lists(
    st.builds(
        Step,
        st.sampled_from("abcdefgh"),
        st.sampled_from(SCOPES),
        st.lists(documents, max_size=2).map(tuple),
    ),
    min_size=1,
    max_size=16,
)


@pytest.fixture(params=["everything at once", "little at a time"], autouse=True)
def sizes(request: pytest.FixtureRequest) -> Iterator[None]:
    """Once with the limits as they are, and once with such as make few texts many."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "little at a time":
            for module, name, value in (
                (ranking, "MOST_MET", 3),
                (hits, "CANDIDATES", 4),
                (hits, "FEW", 0),
                (shelf, "FRESH", 1),
                (shelf, "WASTE", 2),
            ):
                patch.setattr(module, name, value)
        yield


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=steps, question=sentences)
def test_index__that_grew_is_the_one_that_is_built_anew_and_the_plain_one(
    changes: list[Step], question: str
) -> None:
    grown, plain, last = Index(LEXICON), PlainIndex(LEXICON), {}
    for change in changes:
        analyses = [analyse(replace(one, id=change.id), LEXICON) for one in change.documents]
        if analyses:
            grown.put(change.id, change.scope, analyses)
            plain.put(change.id, change.scope, analyses)
            last[change.id] = change.scope, analyses
        else:
            grown.drop(change.id)
            plain.drop(change.id)
            last.pop(change.id, None)
        grown.rank(question, VIEWER)
    anew = Index(LEXICON)
    for id_, (scope, analyses) in sorted(last.items(), reverse=True):
        anew.put(id_, scope, analyses)
    found = grown.rank(question, VIEWER)
    assert found == anew.rank(question, VIEWER)
    assert found == plain.rank(question, VIEWER)
    if changes[-1].documents:
        like = replace(changes[-1].documents[0], id="other")
        assert grown.similar(like, VIEWER) == anew.similar(like, VIEWER)


@pytest.mark.parametrize(("question", "practice"), QUESTIONS)
def test_index__finds_the_same_as_the_plain_one_among_real_practices(question: str, practice: str) -> None:
    index, plain = Index(LEXICON), PlainIndex(LEXICON)
    for document in SHELF:
        for one in (index, plain):
            one.put(document.id, Scope(1), [analyse(document, LEXICON)])
    assert index.rank(question, Scope(1)) == plain.rank(question, Scope(1))


def ids(found: tuple[Hit, ...]) -> list[str]:
    """The ids of hits."""
    return [hit.id for hit in found]


def test_index__of_equals_shows_the_same_whatever_came_first() -> None:
    twins = [replace(SHELF[2], id=f"twin-{number}") for number in range(40)]
    one, other = Index(LEXICON), Index(LEXICON)
    for twin in twins:
        one.put(twin.id, Scope(1), [analyse(twin, LEXICON)])
    for twin in reversed(twins):
        other.put(twin.id, Scope(1), [analyse(twin, LEXICON)])
    assert ids(one.rank("schimmel", Scope(1))) == ids(other.rank("schimmel", Scope(1)))
