"""Telling a practice: in one message, or one question at a time."""

from __future__ import annotations

from collections.abc import Callable

from domain.parts import propose, title_for
from domain.people import LANGUAGES
from domain.practices import MOST_PART, PARTS, WORDS, Parts, is_shrug
from domain.smalltalk import small_talk
from handlers.kit import Draft, Refusal, Say, Turn, pick, say
from handlers.kit.flow import Answers
from handlers.kit.parts import fitting
from handlers.share.alike import with_alike

FEWEST_WORDS = 4  # typed where a choice was asked: from here on it is the story itself


def ask_how(_turn: Turn, draft: Draft) -> Say:
    """Ask how to share."""
    return say(
        "share-how",
        pick(draft, "how", "one", "share-in-one"),
        pick(draft, "how", "steps", "share-in-steps"),
    )


def how_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take the way of sharing; what was told in the other way goes."""
    if value not in ("one", "steps"):
        raise Refusal("flow-choose")
    return {"how": value, "one": None, **dict.fromkeys((*WORDS, "language", "found", "helped"))}


def how_typed(turn: Turn, draft: Draft, words: str) -> Answers:
    """Somebody starts telling right away: that is the one message."""
    if len(words.split()) < FEWEST_WORDS:
        raise Refusal("flow-choose")
    return {"how": "one", "one": True, **one_typed(turn, draft, words)}


# --- in one message ---------------------------------------------------------------------------------


def ask_one(_turn: Turn, _draft: Draft) -> Say:
    """Invite the whole story in one message."""
    return say("share-one")


def one_typed(turn: Turn, draft: Draft, words: str) -> Answers:
    """Divide one message over the parts; what was typed for a part itself stays as it is."""
    own = {name for name in WORDS if name in draft.messages or f"new_{name}" in draft.messages}
    found = found_in(words, turn.member.language)
    return with_alike(turn, draft.answers, {name: found[name] for name in found if name not in own})


def found_in(words: str, language: str) -> dict[str, str | None]:
    """Return the parts that a message holds, and its language; None for what has to be asked."""
    language, parts = _best_reading(words, language)
    if any(len(getattr(parts, name)) > MOST_PART for name in PARTS):
        raise Refusal("share-one-long", most=MOST_PART)
    found: dict[str, str | None] = {"language": language}
    found |= {name: getattr(parts, name) or None for name in PARTS}
    if is_shrug(parts.limits):
        found["limits"] = None
    # A title made from the parts follows them when they are corrected; one that was given stays.
    found["title"] = parts.title if parts.title != title_for(parts, language) else None
    return found


def _best_reading(words: str, language: str) -> tuple[str, Parts]:
    """Return the language in which most parts are found; people write in another one than they chose."""
    readings = [(one, propose(words, one)) for one in sorted(LANGUAGES, key=lambda one: one != language)]
    return max(readings, key=lambda reading: sum(bool(getattr(reading[1], name)) for name in PARTS))


# --- step by step -----------------------------------------------------------------------------------


def ask_part(name: str) -> Callable[[Turn, Draft], Say]:
    """Return the question for one part, numbered when one goes step by step."""

    def ask(_turn: Turn, draft: Draft) -> Say:
        number = PARTS.index(name) + 1 if draft.answers.get("how") == "steps" else 0
        if name == "limits" and draft.answers.get("helped"):
            return say("share-limits-help")
        unknown = (pick(draft, name, "unknown", "share-unknown"),) if name in ("result", "limits") else ()
        return say(f"share-{name}", *unknown, number=number)

    return ask


def part_typed(name: str) -> Callable[[Turn, Draft, str], Answers]:
    """Return what takes the typed words of one part."""

    def typed(turn: Turn, draft: Draft, words: str) -> Answers:
        if name == "limits" and is_shrug(words) and not draft.answers.get("helped"):
            return help_with_limits(turn, draft, "unknown")
        if small_talk(words) and not is_shrug(words):
            raise Refusal("share-too-little")
        return with_alike(turn, draft.answers, {name: fitting(name, words)})

    return typed


def result_unknown(turn: Turn, draft: Draft, _value: str) -> Answers:
    """Accept that one does not know what came of it, and say so on the card."""
    unknown = turn.world.vocabulary.word("share-result-unknown", turn.member.language)
    return with_alike(turn, draft.answers, {"result": unknown})


def help_with_limits(_turn: Turn, draft: Draft, _value: str) -> Answers:
    """Not knowing is helped with one other question; after that a sentence is needed."""
    if draft.answers.get("helped"):
        raise Refusal("parts-limits-needed")
    return {"limits": None, "helped": True}
