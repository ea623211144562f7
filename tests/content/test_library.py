"""What the starter library promises: complete, plain, varied, never mistaken for evidence or real people."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, astuple

import pytest

from content.library import PracticeText, StarterPractice, starter_practices
from domain.people import LANGUAGES, THEMES

PRACTICES = starter_practices()

EVIDENCE = re.compile(
    r"%|\bprocent\b|\bper ?cent\b"
    r"|\b(op|van) de (tien|honderd)\b|\bout of (ten|a hundred)\b"
    r"|\bkeer zo (vaak|veel|snel)\b|\b(twice|times) as (often|many|much|fast)\b"
    r"|\bonderzoek (laat zien|toont)|\buit onderzoek\b|\bbewezen\b|\bresearch shows\b|\bproven\b",
    re.IGNORECASE,
)
PERSONAL = re.compile(
    r"\S+@\S+\.\S+|https?://|www\."  # An e-mail or web address.
    r"|(?:\d[\s-]?){6,}"  # A telephone number, BSN or file number.
    r"|\b\d{4}\s?[A-Z]{2}\b|\bNL\d{2}"  # A postcode or bank account.
    r"|\b(?:[Mm]eneer|[Mm]evrouw|[Dd]hr\.?|[Mm]w\.?|Mrs?\.?|Ms\.?) [A-Z]"  # A surname.
    r"|\b[Gg]emeente [A-Z]|\b[Mm]unicipality of [A-Z]"
)


def every_text() -> Iterator[tuple[str, str, PracticeText]]:
    for practice in PRACTICES:
        for language, text in practice.texts.items():
            yield practice.key, language, text


def dutch_sentences() -> list[str]:
    texts = [" ".join(astuple(practice.texts["nl"])[1:]) for practice in PRACTICES]
    return [sentence for text in texts for sentence in re.split(r"(?<=[.!?])’?\s+", text)]


def test_starter_library__is_large_enough_to_find_something_in() -> None:
    assert len(PRACTICES) >= 48


def test_starter_practice__has_all_four_parts_in_both_languages() -> None:
    for practice in PRACTICES:
        assert set(practice.texts) == set(LANGUAGES), practice.key
    for key, language, text in every_text():
        assert all(part and part == part.strip() for part in astuple(text)), (key, language)


def test_starter_practice__has_a_key_of_its_own() -> None:
    assert [key for key, times in Counter(p.key for p in PRACTICES).items() if times > 1] == []
    assert [p.key for p in PRACTICES if not re.fullmatch(r"[a-z]+(-[a-z]+)+", p.key)] == []


def test_starter_practice__has_one_to_three_known_themes() -> None:
    for practice in PRACTICES:
        assert 1 <= len(practice.themes) <= 3, practice.key
        assert len(set(practice.themes)) == len(practice.themes), practice.key
        assert set(practice.themes) <= set(THEMES), practice.key


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_theme__has_at_least_four_practices(theme: str) -> None:
    assert sum(theme in practice.themes for practice in PRACTICES) >= 4


def test_title__fits_on_a_phone_and_is_unique() -> None:
    for language in LANGUAGES:
        titles = [practice.texts[language].title for practice in PRACTICES]
        assert [title for title in titles if len(title) > 60 or title.endswith(".")] == []
        assert len(set(titles)) == len(titles)


def test_part__is_short_enough_to_read_between_two_visits() -> None:
    for key, language, text in every_text():
        assert max(map(len, astuple(text))) <= 450, (key, language)


def test_dutch__keeps_its_sentences_short() -> None:
    lengths = [len(sentence.split()) for sentence in dutch_sentences()]
    assert max(lengths) <= 20
    assert sum(length <= 15 for length in lengths) >= 0.9 * len(lengths)


def test_starter_practice__holds_no_figures_that_look_like_evidence() -> None:
    hits = [
        (key, found[0])
        for key, _, text in every_text()
        if (found := EVIDENCE.search(" ".join(astuple(text))))
    ]
    assert hits == []


def test_starter_practice__names_no_person_place_or_number() -> None:
    hits = [
        (key, found[0])
        for key, _, text in every_text()
        if (found := PERSONAL.search(" ".join(astuple(text))))
    ]
    assert hits == []


def test_starter_practice__leaves_the_label_to_the_program() -> None:
    label = re.compile("illustrati|niet echt gebeurd", re.IGNORECASE)
    assert [key for key, _, text in every_text() if label.search(" ".join(astuple(text)))] == []


def test_starter_practice__cannot_be_changed_by_whoever_reads_it() -> None:
    practice: StarterPractice = PRACTICES[0]
    with pytest.raises(FrozenInstanceError):
        practice.texts["nl"].title = "Anders"  # type: ignore[misc]
    with pytest.raises(TypeError):
        practice.texts["nl"] = practice.texts["en"]  # type: ignore[index]
