"""Which rows of a table may come in, and as what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import guard
from domain.importing import (
    HEADERS,
    MissingColumns,
    Proposed,
    Reason,
    Row,
    RowRefused,
    Terms,
    columns,
    key_of_name,
    key_of_texts,
    read,
    unknown,
)
from domain.practices import MOST_PART, MOST_TITLE, Visibility
from domain.text import fold

TERMS = Terms("nl", {"schulden": "debt", "debts": "debt", "jeugd": "youth"}, {"nl": guard.NEUTRAL})
GOOD = {
    "title": "Bel samen",
    "situation": "Een man durft niet te bellen.",
    "approach": "Bel samen, met de luidspreker aan.",
    "result": "Hij belde daarna zelf.",
    "limits": "Niet als hij boos is.",
}


def proposed(**cells: str) -> Proposed:
    return read(Row(2, {**GOOD, **cells}), TERMS)


def refusal(**cells: str) -> RowRefused:
    with pytest.raises(RowRefused) as refused:
        read(Row(2, {**GOOD, **cells}), TERMS)
    return refused.value


# Columns ---------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        ("Titel", "Situatie", "Aanpak", "Resultaat", "Let op"),
        ("title", "situation", "approach", "result", "limits"),
        ("KOP", "Wanneer?", "Wat ik deed", "Wat het gaf:", " let  OP! "),
        ("heading", "when", "What I did", "what_it_gave", "Watch out"),
    ],
)
def test_columns__are_known_in_dutch_and_english(headers: tuple[str, ...]) -> None:
    assert columns(headers) == dict(enumerate(GOOD))


def test_columns__may_stand_in_any_order_among_others() -> None:
    found = columns(["Kleur", "let op", "resultaat", "", "aanpak", "situatie"])
    assert found == {1: "limits", 2: "result", 4: "approach", 5: "situation"}


def test_columns__take_the_first_of_two_of_the_same_name() -> None:
    assert columns(["situatie", "wanneer", "aanpak", "resultaat", "let op"])[0] == "situation"


def test_columns__that_are_missing_are_named() -> None:
    with pytest.raises(MissingColumns) as missing:
        columns(["titel", "situatie", "resultaat"])
    assert missing.value.fields == ("approach", "limits")


def test_unknown__counts_what_will_be_left_out() -> None:
    assert unknown(["titel", "Kleur", "", "Van", "handig", "naam bewoner"]) == 2


def test_every_name_of_a_column__is_folded_and_used_once() -> None:
    names = [name for names in HEADERS.values() for name in names]
    assert names == [fold(name) for name in names]
    assert len(names) == len(set(names))


# Rows ------------------------------------------------------------------


def test_row__becomes_a_practice_for_the_whole_organisation() -> None:
    found = proposed()
    assert found.parts.limits == "Niet als hij boos is."
    assert (found.language, found.themes, found.visibility) == ("nl", (), Visibility.organisation)
    assert not found.illustrative


def test_row__is_cleaned() -> None:
    found = proposed(title=" Bel\u202e\nsamen ", approach="Bel\u200b samen.\r\n\r\n\r\n\r\nRustig.")
    assert found.parts.title == "Bel samen"
    assert found.parts.approach == "Bel samen.\n\nRustig."


def test_row__without_a_title_gets_one() -> None:
    title = proposed(title=" ").parts.title
    assert 0 < len(title) <= MOST_TITLE


def test_row__with_a_long_title_gets_a_shorter_one() -> None:
    title = proposed(title="woord " * 30).parts.title
    assert title == ("woord " * 10).strip()


@pytest.mark.parametrize("part", ["situation", "approach", "result", "limits"])
@pytest.mark.parametrize("words", ["", " ", "\u200b", "\n\t"])
def test_row__without_a_part_is_refused(part: str, words: str) -> None:
    refused = refusal(**{part: words})
    assert (refused.reason, refused.field) == (Reason.missing, part)


@pytest.mark.parametrize("words", ["geen", "weet ik niet", "-", "n.v.t.", "none"])
def test_row__whose_limits_say_nothing_is_refused(words: str) -> None:
    refused = refusal(limits=words)
    assert refused.reason in (Reason.shrug, Reason.missing)
    assert refused.field == "limits"


def test_row__that_is_too_long_is_refused_and_never_cut() -> None:
    assert proposed(approach="a" * MOST_PART)
    refused = refusal(approach="a" * (MOST_PART + 1))
    assert (refused.reason, refused.field) == (Reason.too_long, "approach")


@pytest.mark.parametrize("field", ["title", "situation", "approach", "result", "limits"])
def test_row__with_a_persons_data_is_refused_by_field_and_kind_alone(field: str) -> None:
    refused = refusal(**{field: "Bel mevrouw op 06-12345678 of mail anna@voorbeeld.nl."})
    assert (refused.reason, refused.field) == (Reason.caught, field)
    assert refused.kinds == (guard.Kind.email, guard.Kind.phone)
    assert "06-12345678" not in str(refused)


def test_row__with_a_persons_data_comes_in_without_it_when_asked() -> None:
    terms = Terms("nl", {}, {"nl": {**guard.NEUTRAL, guard.Kind.phone: "[telefoonnummer]"}}, redact=True)
    found = read(Row(2, {**GOOD, "approach": "Bel 06-12345678 en wacht."}), terms)
    assert found.parts.approach == "Bel [telefoonnummer] en wacht."


def test_title__is_guarded_before_it_is_cut() -> None:
    long = "Bel samen met de vader en de moeder van het kind daarna op 06-12345678"
    assert refusal(title=long).field == "title"


@pytest.mark.parametrize(
    ("words", "language"), [("", "nl"), ("NL", "nl"), ("Nederlands", "nl"), ("English", "en"), ("en", "en")]
)
def test_language__is_read_or_that_of_the_organisation(words: str, language: str) -> None:
    assert proposed(language=words).language == language


@pytest.mark.parametrize("words", ["Schulden; jeugd", "jeugd,SCHULDEN", "Debts|Jeugd|schulden"])
def test_themes__are_read_by_any_of_their_names(words: str) -> None:
    assert sorted(proposed(themes=words).themes) == ["debt", "youth"]


@pytest.mark.parametrize(
    ("cells", "visibility", "place"),
    [
        ({"visibility": "iedereen"}, Visibility.organisation, ""),
        ({"visibility": "Team", "team": "Oost"}, Visibility.team, "Oost"),
        ({"visibility": "werkgever", "employer": "Dam"}, Visibility.employer, "Dam"),
    ],
)
def test_visibility__is_for_whom_it_says(cells: dict[str, str], visibility: Visibility, place: str) -> None:
    found = proposed(**cells)
    assert (found.visibility, found.place) == (visibility, place)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"language": "klingon"}, Reason.language),
        ({"themes": "paarden"}, Reason.theme),
        ({"visibility": "de buren"}, Reason.visibility),
        ({"visibility": "team"}, Reason.place),
        ({"visibility": "employer", "team": "Oost"}, Reason.place),
        ({"state": "verborgen"}, Reason.hidden),
        ({"state": "withdrawn"}, Reason.hidden),
    ],
)
def test_row__that_is_not_understood_is_refused_rather_than_guessed(
    cells: dict[str, str], reason: Reason
) -> None:
    assert refusal(**cells).reason is reason


@pytest.mark.parametrize(
    ("words", "illustrative"), [("ja", True), ("True", True), ("", False), ("nee", False)]
)
def test_example__stays_an_example(words: str, illustrative: bool) -> None:
    assert proposed(illustrative=words).illustrative is illustrative


# The same again --------------------------------------------------------


def test_keys__are_of_the_words_and_of_the_name_when_given() -> None:
    by_words = key_of_texts(*(GOOD[part] for part in ("situation", "approach", "result", "limits")))
    assert proposed(title="Anders").keys == (by_words,)
    assert proposed(key="bel-1").keys == (key_of_name("bel-1"), by_words)


def test_keys__never_hold_the_name_itself() -> None:
    assert all(len(key) == 64 and "example" not in key for key in proposed(key="example:debt").keys)


@given(
    st.fixed_dictionaries(
        {part: st.text(min_size=1, max_size=80) for part in ("situation", "approach", "result", "limits")},
        optional={"title": st.text(max_size=200), "key": st.text()},
    )
)
def test_any_row__is_refused_or_safe_to_show(cells: dict[str, str]) -> None:
    terms = Terms("nl", {}, {}, redact=True)
    try:
        found = read(Row(2, cells), terms)
    except RowRefused:
        return
    assert 0 < len(found.parts.title) <= MOST_TITLE
    assert all(guard.check(getattr(found.parts, part)).clean for part in ("approach", "limits"))
    assert read(Row(2, {**cells, "approach": found.parts.approach}), terms).parts == found.parts
