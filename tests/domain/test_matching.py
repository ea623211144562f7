"""Matching promises: it survives phone typing, keeps scopes apart, and says so when it does not know."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.lexicon import read_lists
from domain.matching import (
    DUPLICATE,
    UNSURE,
    Document,
    Index,
    Leg,
    Lexicon,
    Match,
    Outcome,
    Scope,
    Word,
    analyse,
    pack,
    unpack,
)

REGION = Scope(1)
LISTS = read_lists()
LEXICON = Lexicon(LISTS.stop, LISTS.parts, LISTS.translations)

SHELF = (
    Document(
        "warm-handover",
        "Ga samen naar het eerste gesprek bij schuldhulpverlening",
        "Inwoners met schulden haken af tussen het wijkteam en de kredietbank.",
        "Loop mee naar het intakegesprek en draag het dossier mondeling over.",
        "Er vallen minder mensen uit voor het plan van aanpak.",
        "Niet als er al een bewindvoerder is.",
        ("schulden",),
    ),
    Document(
        "night-round",
        "Nachtronde tegen geluidsoverlast rond het plein",
        "Bewoners klagen over lawaai van hangjongeren na middernacht.",
        "Een jongerenwerker en een handhaver lopen samen een ronde en leren namen kennen.",
        "Het aantal meldingen halveerde.",
        "Niet bij drugshandel; dan is het werk voor de politie.",
        ("overlast", "jeugd"),
    ),
    Document(
        "mould",
        "Meet het vocht voordat je over schimmel praat",
        "Huurder en corporatie geven elkaar de schuld van schimmel in de slaapkamer.",
        "Hang twee weken een vochtmeter op en lees die samen af.",
        "De ruzie gaat over een getal en niet meer over gedrag.",
        "Niet bij een lekkage, die moet meteen gerepareerd worden.",
        ("wonen",),
    ),
    Document(
        "truancy",
        "Bel om kwart over negen bij schoolverzuim",
        "Een leerling is ongeoorloofd afwezig en de ouders weten van niets.",
        "De leerplichtambtenaar belt dezelfde ochtend, zonder verwijt.",
        "Na een maand komt de helft vaker op tijd.",
        "Werkt niet als een kind thuis moet blijven om te zorgen.",
        ("jeugd", "school"),
    ),
    Document(
        "carer",
        "Een vrije middag voor mantelzorgers",
        "Een mantelzorger raakt overbelast door de zorg voor een partner met dementie.",
        "Een vaste vrijwilliger neemt één middag over, altijd dezelfde.",
        "Opname is een half jaar uitgesteld.",
        "Niet bij agressie.",
        ("zorg",),
    ),
    Document(
        "eviction",
        "Voorkom huisuitzetting met één telefoontje",
        "De verhuurder heeft een vonnis en de deurwaarder noemt een datum.",
        "Bel de verhuurder vóór de deurwaarder komt en bied een betaalregeling aan.",
        "Zeven van de tien huurders konden blijven.",
        "Te laat als de sleutels zijn ingeleverd.",
        ("wonen", "schulden"),
    ),
)

QUESTIONS = (
    ("schudlhulpverlenign eerste gesprek", "warm-handover"),
    ("bewoners met schuldn haken af bij wijkteam", "warm-handover"),
    ("hang jongeren maken lawaai op plein", "night-round"),
    ("geluids overlast snachts plein", "night-round"),
    ("schimel in slaapkmer huurder boos", "mould"),
    ("vochtmetr ophangen", "mould"),
    ("leerlign ongeoorloofd afwezig ouders", "truancy"),
    ("school verzuim ouders bellen", "truancy"),
    ("mantelzorgr overbelast dementi", "carer"),
    ("partner met dementie vrijwiliger", "carer"),
    ("huis uitzetting deurwaarder datum", "eviction"),
    ("huisuitzeting voorkomen verhurder", "eviction"),
)

STRANGE = (
    "waar vraag ik een parkeervergunning aan",
    "recept voor appeltaart met kaneel",
    "mijn laptop start niet op",
    "vakantiedagen overdragen naar januari",
    "laadpaal voor de deelauto",
    "kapvergunning monumentale eik",
    "wie wint de champions league",
    "paspoort kwijt in spanje",
)


def filled(*documents: Document, scope: Scope = REGION) -> Index:
    """Return an index with these documents, each through its stored form."""
    index = Index(LEXICON)
    for document in documents or SHELF:
        index.put(document.id, scope, unpack(pack([analyse(document, LEXICON)])))
    return index


def first(match: Match) -> str | None:
    """Return the id of the best hit."""
    return match.hits[0].id if match.hits else None


def reasons(match: Match) -> dict[str, Word]:
    """Return why the best hit is there, by the word asked."""
    return {word.asked: word for word in match.hits[0].why}


@pytest.mark.parametrize(("question", "practice"), QUESTIONS)
def test_match__finds_the_practice_from_a_mistyped_question(question: str, practice: str) -> None:
    assert filled().rank(question, REGION)[0].id == practice


def test_match__survives_two_typos_in_a_short_question() -> None:
    match = filled().match("schimmle slaapkaemr", REGION)
    assert first(match) == "mould"
    assert reasons(match)["schimmle"] == Word("schimmle", "schimmel", repaired=True)


@pytest.mark.parametrize("question", STRANGE)
def test_match__gives_no_answer_to_what_no_practice_is_about(question: str) -> None:
    assert filled().match(question, REGION).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    "question", ["schimmel bij een olifantenverblijf", "dementie en stuwmeerbeheer", "gesprek over kernfusie"]
)
def test_match__gives_no_answer_when_a_main_word_is_unknown(question: str) -> None:
    assert filled().match(question, REGION).outcome is not Outcome.ANSWER


def test_match__gives_no_answer_for_two_words_somewhere_in_a_story_about_something_else() -> None:
    canteen = Document(
        "canteen",
        "Zit elke week in de schoolkantine",
        "Leerlingen zien hulp als iets voor een ander.",
        "Zet je stoel bij de deur en doe je laptop dicht.",
        "Na een maand komen ze zelf.",
        "Niet in de toetsweek.",
    )
    index, question = filled(*SHELF, canteen), "deur blijft dicht wat nu"
    assert index.rank(question, REGION)[0].id == "canteen"
    assert index.match(question, REGION).outcome is not Outcome.ANSWER


def test_match__is_an_answer_when_the_practice_holds_the_whole_question() -> None:
    match = filled().match("mantelzorger overbelast door partner met dementie", REGION)
    assert match.outcome is Outcome.ANSWER
    assert first(match) == "carer"


@pytest.mark.parametrize(
    "question", ["schuld hulp verlening", "schuldhulpverlening", "schuldhulp verlening", "schuld hulp"]
)
def test_match__finds_a_compound_however_it_is_split(question: str) -> None:
    match = filled().match(question, REGION)
    assert first(match) == "warm-handover"
    assert {word.found for word in match.hits[0].why} & {"schuldhulpverlening"}


def test_match__finds_the_parts_of_a_compound_that_no_practice_writes() -> None:
    parts = Document("parts", "Hulp bij schuld en huur", "Een huurder met een schuld vraagt hulp.")
    assert first(filled(*SHELF[1:], parts).match("huurschuldhulp", REGION)) == "parts"


def test_match__splits_compounds_on_the_words_of_the_organisation_itself() -> None:
    index = filled(
        *SHELF,
        Document("words", "Praten met de grutto", "Een grutto op het land"),
        Document("compound", "Gruttoland op maandag", "Elke maandag een ronde"),
    )
    assert first(index.match("grutto op maandag", REGION)) == "compound"


def test_match__tells_words_as_the_practice_writes_them() -> None:
    index = filled(Document("wmo", "Wmo-gesprek aan de keukentafel", "De cliënt heeft één vraag."))
    found = reasons(index.match("wmo client", REGION))
    assert found["wmo"] == Word("wmo", "Wmo", repaired=False)
    assert found["client"] == Word("client", "cliënt", repaired=False)


def test_match__finds_a_practice_by_a_question_that_led_to_it_before() -> None:
    plain = Document("plain", "Zet de koffie klaar", "Bezoekers wachten lang.")
    asked = Document(
        "asked", "Zet een stoel buiten", "Bezoekers wachten lang.", aliases=("boze rij bij het loket",)
    )
    assert first(filled(plain, asked).match("boze rij aan het loket", REGION)) == "asked"


def test_match__title_weighs_more_than_limits() -> None:
    title = Document("title", "Dakloze gezinnen", "Een plek voor de avond", limits="Alleen in de winter")
    limits = Document("limits", "Open huis", "Een plek voor de avond", limits="Niet voor dakloze gezinnen")
    assert first(filled(title, limits).match("dakloze gezinnen", REGION)) == "title"


def test_match__finds_one_practice_in_either_language_once() -> None:
    dutch = Document("both-nl", "Bel vóór de brief", "Een brief maakt mensen bang.")
    english = Document("both-en", "Call before you write", "A letter frightens people.")
    index = Index(LEXICON)
    index.put("both", REGION, [analyse(dutch, LEXICON), analyse(english, LEXICON)])
    for question in ("brief maakt bang", "frightening leters"):
        assert [hit.id for hit in index.match(question, REGION).hits] == ["both"]
    assert len(index) == 1


def test_match__never_sees_another_organisation() -> None:
    index = filled(*SHELF)
    index.put("elsewhere", Scope(2), [analyse(SHELF[0], LEXICON)])
    assert [hit.id for hit in index.match("schuldhulpverlening", Scope(2)).hits] == ["elsewhere"]
    assert index.match("schuldhulpverlening", Scope(3)) == Match(Outcome.NONE, ())
    assert "elsewhere" not in {hit.id for hit in index.match("schuldhulpverlening", REGION).hits}


def test_match__is_not_touched_by_what_another_organisation_writes() -> None:
    alone, crowded = filled(), filled()
    for number in range(40):
        other = Document(f"other-{number}", "Schimmel, schimmel en schimle", "Mantelzorgers overal")
        crowded.put(other.id, Scope(2), [analyse(other, LEXICON)])
    for question, _ in QUESTIONS:
        assert alone.match(question, REGION) == crowded.match(question, REGION)


def test_match__shows_what_is_shared_with_my_employer_and_team_only() -> None:
    index = Index(LEXICON)
    analysis = [analyse(SHELF[2], LEXICON)]
    scopes = {
        "all": Scope(1),
        "employer": Scope(1, employer=7),
        "team": Scope(1, employer=7, team=3),
        "other-team": Scope(1, employer=7, team=4),
        "other-employer": Scope(1, employer=8),
    }
    for id_, scope in scopes.items():
        index.put(id_, scope, analysis)

    def seen(viewer: Scope) -> set[str]:
        return {hit.id for hit in index.similar(SHELF[2], viewer, most=9)}

    assert seen(Scope(1, 7, 3)) == {"all", "employer", "team"}
    assert seen(Scope(1, 8, 3)) == {"all", "other-employer"}
    assert seen(Scope(1)) == {"all"}


def test_match__cannot_be_steered_by_a_practice_of_another_team() -> None:
    alone, crowded = filled(), filled()
    for number in range(40):
        hidden = Document(f"hidden-{number}", "Schimle en dementi", "Huurders en schimle")
        crowded.put(hidden.id, Scope(1, 7, 4), [analyse(hidden, LEXICON)])
    assert alone.match("schimle dementi", REGION) == crowded.match("schimle dementi", REGION)


def test_put__replaces_and_drop_forgets() -> None:
    index = filled(*SHELF)
    index.put("mould", REGION, [analyse(Document("mould", "Geraniums op het balkon"), LEXICON)])
    assert first(index.match("geranium balkon", REGION)) == "mould"
    assert first(index.match("schimmel slaapkamer", REGION)) != "mould"
    index.drop("mould")
    index.drop("never-there")
    assert index.match("geranium balkon", REGION).outcome is Outcome.NONE
    assert len(index) == len(SHELF) - 1


def test_put__and_drop_leave_no_trace() -> None:
    index = filled()
    for number in range(5):
        passing = Document(
            f"passing-{number}", "Schimmel en lawaai", "Leerling met dementie", aliases=("plein",)
        )
        index.put(passing.id, REGION, [analyse(passing, LEXICON)])
        index.drop(passing.id)
    fresh = filled()
    for question, _ in QUESTIONS:
        assert index.match(question, REGION) == fresh.match(question, REGION)


def test_put__does_not_depend_on_the_order_of_loading() -> None:
    there, back = filled(*SHELF), filled(*reversed(SHELF))
    for question, _ in QUESTIONS:
        assert [hit.id for hit in there.match(question, REGION).hits] == [
            hit.id for hit in back.match(question, REGION).hits
        ]


@pytest.mark.parametrize("question", ["", "   ", "de het een hoe", "a", "?", "😀🚲", "x y z", "\x00", "'"])
def test_match__has_nothing_to_say_without_a_meaningful_word(question: str) -> None:
    assert filled().match(question, REGION) == Match(Outcome.NONE, ())


def test_match__works_on_an_empty_index() -> None:
    index = Index(LEXICON)
    assert len(index) == 0
    assert index.match("schimmel", REGION) == Match(Outcome.NONE, ())
    assert index.similar(SHELF[0], REGION) == ()


def test_match__works_without_word_lists() -> None:
    index = Index(Lexicon({}, frozenset()))
    index.put("mould", REGION, [analyse(SHELF[2], Lexicon({}, frozenset()))])
    assert first(index.match("schimel slaapkamer", REGION)) == "mould"


@pytest.mark.parametrize("text", ["x" * 8000, "schimmel " * 900, "abc def ghi " * 700, "schuldhulp" * 800])
def test_match__takes_eight_thousand_characters(text: str) -> None:
    filled().match(text, REGION)


def test_match__reads_a_long_story_with_emoji() -> None:
    story = "Hoi collega's 🙏 even een lang verhaal. " * 100 + "schimmel in de slaapkamer van de huurder 😡"
    assert first(filled().match(story, REGION)) == "mould"


def test_match__finds_the_point_at_the_end_of_a_long_story() -> None:
    story = " ".join(f"bijzaak{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}" for n in range(100))
    assert first(filled().match(story + " en schimmel in de slaapkamer van de huurder", REGION)) == "mould"


def test_match__gives_at_most_what_was_asked_best_first() -> None:
    hits = filled().match("schulden jeugd wonen zorg overlast deurwaarder", REGION, most=2).hits
    assert len(hits) <= 2
    assert [hit.confidence for hit in hits] == sorted((hit.confidence for hit in hits), reverse=True)


def test_similar__recognises_a_practice_that_is_told_again() -> None:
    again = Document(
        "new",
        "Samen naar het eerste gesprek van de schuldhulpverlening",
        "Mensen met schulden haken af tussen wijkteam en kredietbank.",
        "Wij lopen mee naar de intake en dragen het dossier mondeling over.",
        "Minder uitval.",
        "Niet als er een bewindvoerder is.",
    )
    best, *others = filled().similar(again, REGION, most=6)
    assert best.id == "warm-handover"
    assert best.confidence >= DUPLICATE
    assert all(other.confidence < DUPLICATE for other in others)


def test_similar__leaves_out_the_practice_itself() -> None:
    assert all(hit.id != "mould" for hit in filled().similar(SHELF[2], REGION, most=9))


def test_analysis__survives_being_stored() -> None:
    analysis = analyse(SHELF[4], LEXICON)
    assert unpack(pack([analysis, analysis])) == (analysis, analysis)
    assert analysis.language == "nl"


def test_analyse__reads_an_english_contraction_as_one_word() -> None:
    found = analyse(Document("en", "Tenants don't answer", "He won't open, can't pay and isn't in."), LEXICON)
    assert found.words.split() == ["tenants", "answer", "open", "pay"]


def test_analyse__tells_the_language() -> None:
    english = Document("en", "Call before you write", "A letter frightens people who owe money.")
    assert analyse(english, LEXICON).language == "en"


texts = st.text(max_size=200)


@settings(max_examples=60, deadline=None)
@given(question=texts)
def test_match__never_fails_on_any_text(question: str) -> None:
    match = INDEX.match(question, REGION)
    assert (match.outcome is Outcome.NONE) == (not match.hits)
    assert all(0.0 <= hit.confidence <= 1.0 and hit.why is not None for hit in match.hits)


@settings(max_examples=60, deadline=None)
@given(title=texts, situation=texts, aliases=st.lists(texts, max_size=3))
def test_put__takes_any_text(title: str, situation: str, aliases: list[str]) -> None:
    document = Document("any", title, situation, aliases=tuple(aliases))
    index = filled(*SHELF[:2])
    index.put("any", REGION, unpack(pack([analyse(document, LEXICON)])))
    index.match(situation, REGION)
    index.similar(document, REGION)
    index.drop("any")
    assert len(index) == 2


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_match__survives_any_two_swapped_letters_in_a_long_word(data: st.DataObject) -> None:
    word = data.draw(
        st.sampled_from(["schuldhulpverlening", "geluidsoverlast", "mantelzorgers", "huisuitzetting"])
    )
    at = data.draw(st.integers(1, len(word) - 2))
    slipped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert first(INDEX.match(slipped, REGION)) == first(INDEX.match(word, REGION))


def test_match__runs_in_several_threads_while_practices_change() -> None:
    index = filled()
    wrong: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(20):
                for question, practice in QUESTIONS:
                    assert index.rank(question, REGION)[0].id == practice
        except BaseException as error:  # a failure in a thread must reach the test
            wrong.append(error)

    readers = [threading.Thread(target=ask) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(60):
        passing = Document("passing", f"Geraniums {number}", "Planten op het balkon")
        index.put("passing", REGION, [analyse(passing, LEXICON)])
        index.drop("passing")
    for reader in readers:
        reader.join()
    assert wrong == []


INDEX = filled()


def test_rank__orders_also_what_is_too_unsure_to_show() -> None:
    index = filled()
    question = "ouders van een leerling bellen om het plan en de ruzie"
    shown = {hit.id for hit in index.match(question, REGION).hits}
    ranked = index.rank(question, REGION)
    assert shown < {hit.id for hit in ranked}
    assert all(hit.confidence < UNSURE for hit in ranked if hit.id not in shown)


@pytest.mark.parametrize(("question", "practice"), QUESTIONS)
def test_rank__begins_with_what_a_match_finds(question: str, practice: str) -> None:
    index = filled()
    found = index.match(question, REGION).hits
    assert [hit.id for hit in index.rank(question, REGION)][: len(found)] == [hit.id for hit in found]


@pytest.mark.parametrize(
    ("leg", "question"),
    [
        (Leg.spelling, "schimmle slaapkaemr"),
        (Leg.compounds, "schuld hulp"),
        (Leg.cosine, "leerling ongeoorloofd afwezig"),
    ],
)
def test_index__can_be_measured_without_a_leg(leg: Leg, question: str) -> None:
    whole, without = filled(), Index(LEXICON, without=[leg])
    for document in SHELF:
        without.put(document.id, REGION, [analyse(document, LEXICON)])
    assert without.rank(question, REGION) != whole.rank(question, REGION)
