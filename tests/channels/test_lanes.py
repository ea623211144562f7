"""Lanes: in order within a person, side by side across people, cut texts joined."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from bot.engine import OutageError
from bot.lanes import Joining, Lanes, join
from handlers.kit.take import Taken
from handlers.kit.turn import Incoming, Kind

LONG = "Dit is een lange zin. " * 173  # 3,806 units
CUT = "a" * 4096
FAST = Joining(within=0.05)


def says(who: str, words: str, number: int = 0, kind: Kind = Kind.text) -> Incoming:
    """Somebody says something."""
    return Incoming("telegram", who, (f"telegram:{number}",), kind, text=words, message=str(number))


@dataclass
class Hearer:
    """Notes what is handled, at its own speed, and breaks on order."""

    heard: list[tuple[str, str]] = field(default_factory=list)
    breaks_on: dict[str, Exception] = field(default_factory=dict)
    seconds: float = 0.0
    busy: int = 0
    most_busy: int = 0

    async def handle(self, incoming: Incoming) -> Taken:
        """Take a turn."""
        self.busy += 1
        self.most_busy = max(self.busy, self.most_busy)
        try:
            await asyncio.sleep(self.seconds)
            if error := self.breaks_on.get(incoming.text):
                raise error
            self.heard.append((incoming.address, incoming.text))
            return Taken(member_id=len(self.heard))
        finally:
            self.busy -= 1


async def test_lane__keeps_order_within_a_person_and_runs_people_side_by_side() -> None:
    hearer = Hearer(seconds=0.001)
    lanes = Lanes(hearer.handle, most=4)
    done = [lanes.put(says(f"p{n % 10}", str(n), n)) for n in range(300)]
    await asyncio.gather(*done)
    for person in range(10):
        said = [int(words) for who, words in hearer.heard if who == f"p{person}"]
        assert said == sorted(said)
        assert len(said) == 30
    assert hearer.most_busy == 4
    await asyncio.sleep(0)
    assert len(lanes) == 0


async def test_outage__fails_all_that_waits_behind_it_and_nobody_else() -> None:
    hearer = Hearer(breaks_on={"een": OutageError()}, seconds=0.01)
    lanes = Lanes(hearer.handle)
    anna = [lanes.put(says("anna", words)) for words in ("een", "twee")]
    bob = lanes.put(says("bob", "dag"))
    for done in anna:
        with pytest.raises(OutageError):
            await done
    await bob
    assert hearer.heard == [("bob", "dag")]
    await lanes.put(says("anna", "drie"))
    assert hearer.heard[-1] == ("anna", "drie")


async def test_failure__is_told_and_the_next_goes_on() -> None:
    hearer = Hearer(breaks_on={"een": RuntimeError()})
    lanes = Lanes(hearer.handle)
    first, second = lanes.put(says("anna", "een")), lanes.put(says("anna", "twee"))
    with pytest.raises(RuntimeError):
        await first
    await second


async def test_cut_text__is_joined_with_all_its_keys() -> None:
    hearer = Hearer()
    lanes = Lanes(hearer.handle, joining=FAST)
    first = lanes.put(says("anna", LONG.strip(), 1))
    await asyncio.sleep(0.01)
    second = lanes.put(says("anna", "en het slot", 2))
    assert await first is await second
    assert hearer.heard == [("anna", LONG.strip() + "\nen het slot")]


async def test_cut_text__does_not_wait_for_ever() -> None:
    hearer = Hearer()
    lanes = Lanes(hearer.handle, joining=FAST)
    await lanes.put(says("anna", LONG))
    await lanes.put(says("anna", "los"))
    assert [words for _, words in hearer.heard] == [LONG, "los"]


@pytest.mark.parametrize(
    "following",
    [says("anna", "/stop"), says("anna", "", kind=Kind.photo), says("bob", "dag"), says("anna", "x" * 4400)],
    ids=["command", "picture", "somebody else", "too long"],
)
async def test_cut_text__is_not_joined_with_what_is_no_part_of_it(following: Incoming) -> None:
    hearer = Hearer()
    lanes = Lanes(hearer.handle, joining=FAST)
    await asyncio.gather(lanes.put(says("anna", LONG)), lanes.put(following))
    assert sorted(words for _, words in hearer.heard) == sorted([LONG, following.text])


async def test_short_text__waits_for_nothing() -> None:
    hearer = Hearer()
    lanes = Lanes(hearer.handle, joining=Joining(within=60))
    async with asyncio.timeout(1):
        await asyncio.gather(lanes.put(says("anna", "kort")), lanes.put(says("anna", "en nog iets")))
    assert len(hearer.heard) == 2


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (CUT, "bc", CUT + "bc"),
        ("Een zin.", "Nog een.", "Een zin.\nNog een."),
        ("een halve", "zin", "een halve zin"),
    ],
)
def test_join__puts_back_what_the_app_dropped(before: str, after: str, wanted: str) -> None:
    joined = join([says("anna", before, 1), says("anna", after, 2)])
    assert joined.text == wanted
    assert joined.keys == ("telegram:1", "telegram:2")
    assert joined.message == ""


async def test_drain__finishes_what_was_put_and_waits_for_no_pieces() -> None:
    hearer = Hearer(seconds=0.01)
    lanes = Lanes(hearer.handle, joining=Joining(within=60))
    done = [lanes.put(says("anna", LONG, 1)), lanes.put(says("bob", "dag", 2))]
    await asyncio.sleep(0)
    assert await lanes.drain(within=1)
    assert all(one.done() for one in done)
    assert len(hearer.heard) == 2


async def test_drain__lets_go_of_what_takes_too_long() -> None:
    lanes = Lanes(Hearer(seconds=60).handle)
    done = lanes.put(says("anna", "traag"))
    assert not await lanes.drain(within=0.01)
    await asyncio.wait([done], timeout=1)
    assert done.cancelled()
