"""A practice that is almost the same: shown before a second one is placed next to it."""

from __future__ import annotations

from domain.matching import DUPLICATE, Document
from domain.practices import PARTS, WORDS, Parts, may_vote
from handlers.kit import Draft, Go, Refusal, Reply, Say, Turn, pick, say, text
from handlers.kit.card import card, taps_for
from handlers.kit.doors import ShowPractice
from handlers.kit.flow import Answers
from handlers.kit.parts import parts_in
from storage import practices

MOST_LOOKED_AT = 10  # similar practices, of which the illustrative ones are passed over


def with_alike(turn: Turn, known: Answers, fresh: Answers) -> Answers:
    """Add what is almost the same to `fresh` answers, once all four parts are there."""
    answers = {**known, **fresh}
    if "alike" in answers or not all(answers.get(name) for name in PARTS):
        return fresh
    return {**fresh, "found": _find_alike(turn, parts_in(answers))}


def _find_alike(turn: Turn, parts: Parts) -> str | None:
    """Return the name of a practice that is probably the same, passing illustrative ones over."""
    words = {name: getattr(parts, name) for name in WORDS}
    hits = turn.world.finder.similar(Document("draft", **words), turn.scope, most=MOST_LOOKED_AT)
    near = [int(hit.id) for hit in hits if hit.confidence >= DUPLICATE]
    seen = practices.by_ids(turn.connection, turn.member, near)
    return next((one.public_id for one in seen if not one.illustrative), None)


def ask_alike(turn: Turn, draft: Draft) -> Say:
    """Show what is there already, and say honestly what each choice does."""
    found = practices.by_public_id(turn.connection, turn.member, draft.answers["found"])
    apart = pick(draft, "alike", "apart", "share-apart")
    if found is None:
        return say("share-alike-gone", apart)
    shown = card(found, turn.member, turn.now)
    if found.author_id == turn.member.id:
        own = pick(draft, "alike", "there", "share-see-that")
        return Say((text("share-alike-own"), *shown.texts, text("share-alike-own-choice")), (own, apart))
    there = pick(draft, "alike", "there", "share-there")
    return Say((text("share-alike"), *shown.texts, text("share-alike-choice")), (there, apart))


def alike_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take the choice between the one that is there and one's own."""
    if value not in ("apart", "there"):
        raise Refusal("flow-choose")
    return {"alike": value}


def add_there(turn: Turn, public_id: str) -> Reply:
    """Count the member with the practice that was there already, and show it."""
    found = practices.by_public_id(turn.connection, turn.member, public_id)
    if found is None or not may_vote(found, turn.member):
        return Go(ShowPractice(public_id))
    practices.vote(turn.connection, found, turn.member, turn.now)
    counted = practices.by_public_id(turn.connection, turn.member, public_id) or found
    shown = card(counted, turn.member, turn.now, *taps_for(counted, turn.member))
    return shown.after(text("share-added"))
