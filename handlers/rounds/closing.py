"""Closing a round: what is shown of it is worked out once, and nothing else is kept of the answers."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any

from domain.anonymity import Figure, comments, may_compare, merged, shown
from domain.rounds import Kind, counts_of
from domain.schedules import Every
from handlers.kit import At, Text, tap, text
from handlers.kit.doors import WriteBack
from handlers.rounds import words
from handlers.rounds.outcome import told, told_from
from handlers.rounds.telling import tell_author
from storage import rounds
from storage.database import Connection
from storage.rounds import Round


def close(connection: Connection, one: Round, now: datetime) -> None:
    """Close a round and tell who asked; everybody else is told in slices."""
    if not rounds.close(connection, one, _outcome(connection, one)):
        return
    closed = rounds.by_public_id(connection, one.organisation_id, one.public_id)
    assert closed is not None
    back = told(closed).with_taps(tap("round-write-back", WriteBack(one.public_id)))
    tell_author(connection, one, "closed", back.then(*_held(closed)), now)


def _held(one: Round) -> tuple[Text, ...]:
    """Say until when a sentence can be hidden before the others read it."""
    if not words.sentences(one):
        return ()
    return (text("round-held", date=At(told_from(one))),)


def _outcome(connection: Connection, one: Round) -> dict[str, Any]:
    """Work out what is shown, once: from here on nothing else is kept of the answers."""
    found = rounds.counts(connection, one)
    questions = list(zip(one.plan.questions, found, strict=True))
    figures = [counts for question, (counts, _) in questions if question.kind is not Kind.open]
    parts = range(max(len(one.parts), 1))
    groups = merged({part: [sum(counts[part]) for counts in figures] for part in parts})
    again = one.plan.rhythm is not Every.once
    shuffle = random.SystemRandom().shuffle
    shown_of: list[dict[str, Any]] = []
    for question, (counts, texts) in questions:
        if question.kind is Kind.open:
            shown_of.append({"texts": list(comments(texts, shuffle)), "hidden": []})
            continue
        rows = [counts_of([counts[part] for part in group]) for group in groups]
        seen = shown(rows, scale=question.kind is Kind.scale, again=again)
        of_parts = [
            {"teams": sorted(name for part in group for name in one.parts[part]), "figure": _row(figure)}
            for group, figure in zip(groups, seen.parts, strict=False)
        ]
        shown_of.append({"whole": _row(seen.whole), "parts": of_parts})
    _compare(connection, one, shown_of)
    return {"answered": rounds.count_taking_part(connection, one), "questions": shown_of}


def _row(figure: Figure | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {"answers": figure.answers, "shares": [[list(group), share] for group, share in figure.shares]}


def _compare(connection: Connection, one: Round, shown_of: list[dict[str, Any]]) -> None:
    """Put the share of the round before beside a scale, when enough or no people came in and went out."""
    before = rounds.before(connection, one)
    if before is None or before.outcome is None:
        return
    now_in, then_in = rounds.taking_part(connection, one), rounds.taking_part(connection, before)
    if not then_in:  # so long ago that nobody knows any more who took part
        return
    erased = before.outcome["answered"] - len(then_in)  # they took part, and left without a trace
    if not may_compare(len(now_in - then_in), len(then_in - now_in) + erased):
        return
    for question, now, then in zip(one.plan.questions, shown_of, before.outcome["questions"], strict=True):
        if question.kind is Kind.scale and now["whole"] and then["whole"]:
            now["before"] = then["whole"]["shares"][0][1]
