"""Too much from one page: said where it was typed, and the words stay in the box."""

from __future__ import annotations

from bot.gate import Gate
from domain.limits import QUIET
from handlers.kit.buttons import encode
from handlers.kit.doors import ShowHelp
from tests.web.conftest import Program


async def test_page__that_sends_too_much_keeps_the_words_and_is_served_again(program: Program) -> None:
    anna, bob = await program.member("Anna"), await program.member("Bob")
    program.engine.gate = Gate(5)
    for number in range(5):
        assert (await anna.says(f"Nummer {number}")).status_code == 204
    said = await anna.says("En nog iets")
    assert said.status_code == 429
    assert "Wacht een halve minuut" in said.json()["words"]
    form = await anna.post("/say", data={"id": "zonder-script", "text": "En nog iets"})
    assert form.status_code == 429
    assert ">En nog iets</textarea>" in form.text
    assert "Wacht een halve minuut" in form.text
    assert (await anna.taps(encode(ShowHelp()))).status_code == 429
    assert (await bob.says("Hoi")).status_code == 204
    assert "En nog iets" not in await anna.own_words()
    program.ahead += QUIET * 2
    assert (await anna.says("En nog iets")).status_code == 204
    assert "En nog iets" in await anna.own_words()


async def test_chat__that_sends_too_much_is_told_once(program: Program) -> None:
    from handlers.kit import Incoming

    program.engine.gate = Gate(3)
    code = program.invite()
    heard: list[str] = []
    for number in range(20):
        words = f"/start {code}" if number == 0 else f"Nummer {number}"
        taken = await program.engine.handle(Incoming("chat", "77", (f"chat:{number}",), text=words))
        assert taken.refused == (number >= 3)
        heard += [one.payload["texts"][0]["key"] for one in taken.says]
    assert heard.count("slow-down") == 1
    assert len(heard) == 4
