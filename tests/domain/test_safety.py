"""Danger in a question: what names help first, and what only sounds like it."""

from __future__ import annotations

import time

import pytest

from domain.safety import Danger, danger_in

DANGER = [
    ("Een bewoner bedreigt mij met een mes", Danger.now),
    ("client dreigt collega te slaan wat nu", Danger.now),
    ("Mijn collega wordt nu bedreigd aan de balie", Danger.now),
    ("ik voel me bedreigd door een klant met een mes", Danger.now),
    ("i feel threatened by a client", Danger.now),
    ("moet ik 112 bellen?", Danger.now),
    ("Kind is in gevaar", Danger.now),
    ("A man has a knife at the desk", Danger.now),
    ("A client is threatening to kill my colleague", Danger.now),
    ("the child is in immediate danger", Danger.now),
    ("ze zegt dat ze dood wil", Danger.suicide),
    ("Meneer wil niet meer leven", Danger.suicide),
    ("client praat over zelfmoord", Danger.suicide),
    ("Wat doe ik bij suïcidale gedachten?", Danger.suicide),
    ("hij wil een einde aan zijn leven maken", Danger.suicide),
    ("She wants to die", Danger.suicide),
    ("resident talks about killing himself", Danger.suicide),
    ("Hoe herken ik kindermishandeling?", Danger.child),
    ("Ik denk dat het kind thuis geslagen wordt", Danger.child),
    ("vader slaat zijn zoontje", Danger.child),
    ("I suspect child abuse in this family", Danger.child),
    ("her father beats the children", Danger.child),
    ("Wat doe ik bij huiselijk geweld?", Danger.violence),
    ("Haar man slaat haar", Danger.violence),
    ("mevrouw wordt door haar partner geslagen", Danger.violence),
    ("ouderenmishandeling vermoeden, wat nu", Danger.violence),
    ("How do I bring up domestic violence?", Danger.violence),
    ("Her husband hits her", Danger.violence),
    ("Volgende week is er training over huiselijk geweld. Mijn man slaat mij.", Danger.violence),
]
NO_DANGER = [
    "Er ligt een dreigende brief van een deurwaarder",
    "Dreigende ontruiming, wat kan ik doen?",
    "Gezin wordt bedreigd met een ontruiming",
    "Een vrouw slaat elke hulp af",
    "Mijn client slaat haar afspraken steeds over",
    "Geweldige aanpak van die collega!",
    "Hoe krijg ik iemand zo ver dat hij de post opent?",
    "Het project komt in gevaar door de planning",
    "De stroom raakt in gevaar door schulden",
    "Hoe ga ik om met agressie aan de balie?",
    "Toeslagen en misbruik van gegevens, hoe voorkom je dat",
    "wat doe je als iemand doodmoe is van alle brieven",
    "zijn vrouw is dood, hoe regel ik de uitkering",
    "Ik wil dood hout laten opruimen in de wijk",
    "doodlopende weg, wil de gemeente een bord",
    "Bewoner staat op straat en heeft geen geld",
    "hij heeft 112 euro per week",
    "Wie heeft een folder over huiselijk geweld?",
    "Hoe werkt de meldcode kindermishandeling?",
    "Klant slaat een termijn over, hoe bel ik",
    "kind van de rekening bij huisuitzetting",
    "How do I help someone who opens no letters?",
    "The deadline is killing me",
    "I am dying to know how others do intake",
    "threatening letter from a bailiff",
    "How to deal with a hit to the budget",
    "",
    "👍",
]


@pytest.mark.parametrize(("words", "danger"), DANGER)
def test_danger__is_seen_in_the_words_of_a_colleague(words: str, danger: Danger) -> None:
    assert danger_in(words) is danger
    assert danger_in(words.upper()) is danger


@pytest.mark.parametrize("words", NO_DANGER)
def test_danger__is_not_seen_in_words_that_sound_like_it(words: str) -> None:
    assert danger_in(words) is None


def test_danger__is_looked_for_quickly_in_a_long_message() -> None:
    started = time.perf_counter()
    danger_in("ik dreigt slaat de man " * 350)
    assert time.perf_counter() - started < 0.5
