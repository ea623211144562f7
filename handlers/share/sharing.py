"""The conversation in which a practice is shared, as a list of steps."""

from __future__ import annotations

from collections.abc import Callable

from domain.limits import Act
from domain.people import EVERYONE
from domain.practices import PARTS
from handlers.kit import Draft, Flow, Reply, Step, Turn
from handlers.kit.flow import Answers
from handlers.kit.parts import changing
from handlers.share.alike import add_there, alike_picked, ask_alike
from handlers.share.preview import place, preview, preview_picked
from handlers.share.telling import (
    ask_how,
    ask_one,
    ask_part,
    help_with_limits,
    how_picked,
    how_typed,
    one_typed,
    part_typed,
    result_unknown,
)
from storage import conversations


def _has_words(draft: Draft | None) -> bool:
    """Tell whether something was told already that would be a pity to lose."""
    return draft is not None and any(draft.answers.get(name) for name in PARTS)


def unfinished(turn: Turn) -> Draft | None:
    """Return what this member was sharing, when something was told already."""
    draft = conversations.of_flow(turn.connection, turn.member.id, SHARE.name)
    return draft if _has_words(draft) else None


def _finish(turn: Turn, draft: Draft) -> Reply:
    if draft.answers.get("alike") == "there":
        return add_there(turn, draft.answers["found"])
    return place(turn, draft)


def _part_step(name: str, picked: Callable[[Turn, Draft, str], Answers] | None = None) -> Step:
    return Step(name, ask_part(name), typed=part_typed(name), picked=picked, for_others=True)


SHARE = Flow(
    "share",
    EVERYONE,
    (
        Step("how", ask_how, typed=how_typed, picked=how_picked, for_others=True),
        Step(
            "one",
            ask_one,
            typed=one_typed,
            for_others=True,
            needed=lambda draft: draft.answers.get("how") == "one",
        ),
        _part_step("situation"),
        _part_step("approach"),
        _part_step("result", result_unknown),
        _part_step("limits", help_with_limits),
        Step("alike", ask_alike, picked=alike_picked, needed=lambda draft: bool(draft.answers.get("found"))),
        Step(
            "preview",
            preview,
            picked=preview_picked,
            needed=lambda draft: draft.answers.get("alike") != "there",
            can_return=False,
        ),
        *changing(
            lambda draft: draft.answers.get("preview") == "change", after={"preview": None, "change": None}
        ),
    ),
    _finish,
    act=Act.share,
)
