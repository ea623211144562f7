"""What a pair of synonyms is, and what is none."""

from __future__ import annotations

import pytest

from domain.synonyms import LONGEST_TERM, Synonyms, Unfit, read_list, read_synonyms


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("beslagvrije voet = leefgeld", Synonyms("beslagvrije voet", "leefgeld")),
        ("  BVV=beslagvrije  voet ", Synonyms("BVV", "beslagvrije voet")),
        ("ww = werkloosheid", Synonyms("ww", "werkloosheid")),
        ("leefgeld", Unfit.form),
        ("", Unfit.form),
        ("a = b = c", Unfit.form),
        ("leefgeld == budget", Unfit.form),
        ("leefgeld = ", Unfit.short),
        ("a = leefgeld", Unfit.short),
        ("12 = leefgeld", Unfit.short),
        ("leefgeld = " + "x" * LONGEST_TERM, Synonyms("leefgeld", "x" * LONGEST_TERM)),
        ("leefgeld = " + "x" * (LONGEST_TERM + 1), Unfit.long),
        ("Leefgeld = leef-geld", Unfit.same),
        ("bel 06-12345678 = leefgeld", Unfit.personal),
        ("jan@example.nl = leefgeld", Unfit.personal),
    ],
)
def test_synonyms__are_two_short_terms_that_identify_nobody(words: str, read: Synonyms | Unfit) -> None:
    assert read_synonyms(words) == read


def test_synonyms__are_the_same_pair_whichever_way_round() -> None:
    assert Synonyms("Beslagvrije voet", "leefgeld").bare == Synonyms("leefgeld", "beslagvrije voet").bare


def test_list__has_a_pair_to_a_line_and_names_the_lines_without_one() -> None:
    listed = read_list(
        "# onze woorden\n\nleefgeld = budget\nlandlord;verhuurder\neviction\tontruiming\n"
        "zomaar iets\nbudget = LEEFGELD\nbel 06-12345678 = loket\n"
    )
    assert listed.pairs == (
        Synonyms("leefgeld", "budget"),
        Synonyms("landlord", "verhuurder"),
        Synonyms("eviction", "ontruiming"),
    )
    assert listed.unfit == ((6, Unfit.form), (8, Unfit.personal))
