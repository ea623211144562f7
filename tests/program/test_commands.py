"""Every command, in both languages, with nothing, too much and strange things behind it."""

from __future__ import annotations

from itertools import product

import pytest

from content.speech import LANGUAGES, command_words
from domain.people import Role
from handlers.capabilities import routes
from handlers.kit import Kind
from tests.rehearsal import Heard, Rehearsal
from tests.stage import Person, Stage

TEXTS = {
    "nothing": "",
    "8,000 characters": "Ik belde eerst de bewoner en daarna de corporatie. " * 160,
    "8,000 without a space": "a" * 8000,
    "4,096 units of emoji": "\N{PARTY POPPER}" * 2048,
    "marks": "<b>vet</b> <script>x</script> &amp; **vet** _x_ [hier](https://x.nl) { $naam }",
    "right to left": "\u202eredrev \u2066dna\u2069 \u061cverder",
    "zero width": "be\u200bl\u00ad \u2060een\ufeff b\u200dewoner\u0000 \U000e0041",
    "nothing to see": "\u200b\u2060\u3164",
    "half a character": "bel \ud83d eerst",
    "lines": "bel\r\n\n\n\n\u2028\x0beerst",
}
COMMANDS = [*routes().commands, "onzin"]
SAID = [kind for kind in Kind if kind not in (Kind.button, Kind.gone)]


def people(stage: Stage, language: str) -> dict[str, Person]:
    """Whoever may use a command, and whoever may not (yet)."""
    found = {role.value: stage.person(f"{role} {language}", role, language) for role in Role}
    found["new"] = stage.stranger(f"Nieuw {language}", language)
    found["new"].says(f"/start {stage.invite()}")
    found["stranger"] = stage.stranger(f"Vreemd {language}", language)
    return found


def tried(stage: Stage) -> list[str]:
    """All of them once; on PostgreSQL only what that database itself may choke on."""
    return list(TEXTS) if stage.database.is_sqlite else ["zero width", "half a character"]


def word(command: str, language: str) -> str:
    return command if command == "onzin" else command_words(command, language)[0]


def test_command__is_answered_whatever_stands_behind_it(stage: Stage) -> None:
    everybody = {language: people(stage, language) for language in LANGUAGES}
    known, rehearsal, faults = routes().commands, Rehearsal(stage), []
    for command, language, text in product(COMMANDS, LANGUAGES, tried(stage)):
        for who in ("member", "coordinator", "policy", "new", "stranger"):
            if who in ("policy", "new", "stranger") and text not in ("nothing", "zero width"):
                continue
            with rehearsal.scene() as scene:
                heard = scene.says(everybody[language][who], f"/{word(command, language)} {TEXTS[text]}")
            wrong = heard.mistakes()
            may = command != "onzin" and (who in ("new", "stranger") or Role(who) in known[command].roles)
            if not may and who not in ("new", "stranger") and not unknown(heard):
                wrong.append(f"is known to who may not: {heard.words!r}")
            faults += [f"/{command} in {language} by {who} with {text}: {fault}" for fault in wrong]
    assert not faults, "\n".join(faults)


def unknown(heard: Heard) -> bool:
    return "ken ik niet" in heard.words or "I do not know /" in heard.words


def test_message__of_every_kind_is_answered_whatever_it_holds(stage: Stage) -> None:
    everybody = {language: people(stage, language) for language in LANGUAGES}
    rehearsal, faults = Rehearsal(stage), []
    who = ("member", "coordinator", "new", "stranger")
    for one, language, kind, text in product(who, LANGUAGES, SAID, tried(stage)):
        with rehearsal.scene() as scene:
            heard = scene.take(everybody[language][one], kind, text=TEXTS[text])
        faults += [f"{kind} in {language} by {one} with {text}: {fault}" for fault in heard.mistakes()]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "written", ["/DEEL", "/Share", "/deel@kopgroep_bot", "\u200b/deel", "/deel\nik belde"]
)
def test_command__is_known_however_it_is_written(stage: Stage, written: str) -> None:
    answer = stage.person("Anna").says(written)
    assert answer is not None
    assert "Stop" in answer.labels


@pytest.mark.parametrize(
    "name",
    ["<b>Anna</b> & co", "\u202eannA\u202c", "An\u200bna\u0000", "\U000e0041" * 20, "x" * 400, "\ud83d"],
)
def test_name__of_a_stranger_is_one_short_line_of_plain_words(stage: Stage, name: str) -> None:
    code, rehearsal = stage.invite(), Rehearsal(stage)
    with rehearsal.scene() as scene:
        heard = scene.take(stage.stranger("Vreemd"), Kind.text, text=f"/start {code}", name=name)
    assert heard.mistakes() == []
    assert heard.words.startswith("Hoi")
