"""Choose a practice in a conversation: from what was found, or with a few of its words; then be sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.matching import Scope
from domain.practices import Practice
from handlers.kit.card import picks_of_found
from handlers.kit.flow import Answers, Step
from handlers.kit.say import Say, Tap
from handlers.kit.turn import Turn
from storage import practices
from storage.conversations import Draft

MOST_FOUND = 3
LOOKED_AT = 10  # hits, of which some may not be chosen


def found_by(turn: Turn, words: str, scope: Scope, fits: Callable[[Practice], bool]) -> list[Practice]:
    """Return what `words` find in a scope, as far as this member sees it and it fits, the best first."""
    hits = turn.world.finder.match(words, scope, LOOKED_AT).hits
    return that_fit(turn, [int(hit.id) for hit in hits], fits)


def that_fit(turn: Turn, ids: Sequence[int], fits: Callable[[Practice], bool]) -> list[Practice]:
    """Return the practices of these numbers that fit, as far as this member sees them."""
    return [one for one in practices.by_ids(turn.connection, turn.member, ids) if fits(one)][:MOST_FOUND]


def names(found: Sequence[Practice]) -> list[str]:
    """Return what a draft remembers as `found`."""
    return [one.public_id for one in found]


def choosing(
    name: str,
    ask: Callable[[Draft, tuple[Tap, ...]], Say],
    find: Callable[[Turn, Draft, str], list[Practice]],
    check: Callable[[Turn, Draft, str], object],
) -> Step:
    """Return the step in which a practice is chosen; the draft begins with what was `found`.

    `find` returns what typed words find, and `check` looks at what was picked; both refuse what does not fit.
    """

    def asked(turn: Turn, draft: Draft) -> Say:
        return ask(draft, picks_of_found(turn, draft, name))

    def typed(turn: Turn, draft: Draft, words: str) -> Answers:
        return {name: None, "found": names(find(turn, draft, words))}

    def picked(turn: Turn, draft: Draft, value: str) -> Answers:
        check(turn, draft, value)
        return {name: value}

    return Step(name, asked, typed=typed, picked=picked)


def being_sure(name: str, ask: Callable[[Turn, Draft], Say]) -> Step:
    """Return the step "sure" after `choosing`: "yes", or "other" to choose again."""

    def picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
        return {name: None, "sure": None} if value == "other" else {"sure": "yes"}

    return Step("sure", ask, picked=picked)
