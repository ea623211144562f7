"""What each leg of the matcher is worth: the same questions without it."""

from __future__ import annotations

from collections.abc import Callable
from statistics import fmean

from content.lexicon import read_lists
from domain.matching import Leg, Lexicon
from tests.benchmarks.matching import own
from tests.benchmarks.matching.against import OURS, compare
from tests.benchmarks.matching.sets import MODES, Sets, Setting

WITHOUT = (*(leg.value for leg in Leg), "translation", "aliases")
"""What can be left out: legs of the matcher, the dictionary, and earlier questions."""

SETTINGS = (
    Setting("stackfaq", aliases=True),
    Setting("covidfaq", aliases=True),
    Setting("banking77", aliases=True),
    Setting("clinc150", aliases=True),
    Setting("nlww"),
)
MOST = 250
"""Questions of each set and mode."""


def word_lists(without: str = "") -> Lexicon:
    """Return the project's word lists, without its dictionary if that is to be left out."""
    lists = read_lists()
    if without == "translation":
        return Lexicon(lists.stop, lists.parts, spelled=lists.spelled)
    return Lexicon(lists.stop, lists.parts, lists.translations, lists.thesaurus, lists.spelled)


def rows(sets: Sets | None, told: Callable[[str, str], None]) -> list[list[str]]:
    """Return top-1 per mode without each leg, and top-3 of the project's own questions."""
    return [[name or "–", *_others(sets, name, told), *_own(name)] for name in ("", *WITHOUT)]


def _others(sets: Sets | None, without: str, told: Callable[[str, str], None]) -> list[str]:
    if sets is None:
        return ["–"] * len(MODES)
    some = Sets(sets.folder, sets.part, MOST, aliases=without != "aliases")
    found, _ = compare(
        some,
        word_lists(without),
        {},
        lambda setting, _: told(setting, f"− {without or '–'}"),
        settings=SETTINGS,
        without=legs(without),
    )
    return [f"{fmean(found[OURS, one, mode].percent() for one in SETTINGS):.1f}" for mode in MODES]


def _own(without: str) -> list[str]:
    found = own.measure(lambda *_: None, word_lists(without), legs(without), libraries=(("nl",),))
    halves = [
        [one for one in found.answerable[language, ("nl",)] if one.question.part == "held-out"]
        for language in ("nl", "en")
    ]
    return [f"{own.share(every, lambda one: one.within(own.SHOWN)).percent:.1f}" for every in halves]


def legs(without: str) -> tuple[Leg, ...]:
    """Return the leg of this name, if it is one."""
    return (Leg(without),) if without in set(Leg) else ()
