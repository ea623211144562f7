"""What the word lists promise: complete lines, no term twice, and the words that field workers use."""

from collections import Counter
from importlib.resources import files

import pytest

from content.lexicon import read_lists

LISTS = read_lists()
PAIRS = {(dutch, english) for dutch, english, _ in LISTS.translations}
LINES = [
    (theme.name, line)
    for theme in sorted(files("content").joinpath("words", "lexicon").iterdir(), key=lambda file: file.name)
    for line in theme.read_text(encoding="utf-8").splitlines()
]


def test_lexicon__has_more_than_three_thousand_terms() -> None:
    assert len({dutch for dutch, _ in PAIRS}) > 3_000


def test_lexicon__has_two_columns_and_perhaps_a_weight_on_every_line() -> None:
    for theme, line in LINES:
        columns = line.split("\t")
        assert len(columns) in (2, 3), (theme, line)
        assert all(term and term == term.strip() for term in (columns[0], *columns[1].split("|"))), line
        if len(columns) == 3:
            assert 0 < float(columns[2]) < 1, line


def test_lexicon__gives_no_translation_twice() -> None:
    pairs = Counter((dutch, english) for dutch, english, _ in LISTS.translations)
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_thesaurus__has_six_thousand_terms_in_lines_of_two_or_more() -> None:
    terms = {term for said, _, meant in LISTS.thesaurus for term in (*said, *meant)}
    assert len(terms) > 6_000
    for said, sign, meant in LISTS.thesaurus:
        assert sign in ("=", "~", ">")
        assert len({*said, *meant}) > 1, said
        assert len(said) == len(set(said)), said
        assert len(meant) == len(set(meant)), meant
        for term in (*said, *meant):
            assert term == term.strip(), said
            assert not set("=~>|\t,") & set(term), term


def test_lexicon__spells_a_term_the_same_wherever_it_stands() -> None:
    spellings = Counter(dutch.lower() for dutch in {dutch for dutch, _ in PAIRS})
    assert [term for term, count in spellings.items() if count > 1] == []


@pytest.mark.parametrize(
    "pair",
    [
        ("beslagvrije voet", "protected earnings amount"),
        ("deurwaarder", "bailiff"),
        ("huurachterstand", "rent arrears"),
        ("huisuitzetting", "eviction"),
        ("leerplichtambtenaar", "attendance officer"),
        ("mantelzorger", "family carer"),
        ("zorgmijder", "care avoider"),
        ("wijkteam", "neighbourhood team"),
        ("casusbespreking", "case discussion"),
        ("woningcorporatie", "housing association"),
        ("kwijtschelding", "debt relief"),
        ("laaggeletterd", "low literacy"),
    ],
)
def test_lexicon__knows_the_words_of_the_field(pair: tuple[str, str]) -> None:
    assert pair in PAIRS
