"""The card: one practice as its reader sees it, the limits never behind a button."""

from __future__ import annotations

from datetime import datetime

from domain.people import Member
from domain.practices import Attribution, Practice, may_show_votes
from handlers.kit.say import Say, Tap, Text, text


def card(practice: Practice, viewer: Member, now: datetime, *taps: Tap) -> Say:
    """Say a practice in the fixed order: title, from whom, when, how, result, watch out, experience."""
    parts = practice.parts
    lines = [
        text("card-illustrative") if practice.illustrative else None,
        text("card-title", title=parts.title),
        None if practice.illustrative else from_whom(practice),
        text(
            "card-parts",
            situation=parts.situation,
            approach=parts.approach,
            result=parts.result,
            limits=parts.limits,
        ),
        None if practice.illustrative else experience(practice, viewer, now),
    ]
    return Say(tuple(line for line in lines if line is not None), taps)


def from_whom(practice: Practice) -> Text:
    """Say who made it, as the maker chose."""
    job = text(f"job-{practice.author_job}-person") if practice.author_job else text("job-unknown-person")
    if practice.attribution is Attribution.name and practice.author_name:
        return text("card-from-name", name=practice.author_name, job=job)
    if practice.attribution is Attribution.job:
        return text("card-from-job", job=job)
    return text("card-from-colleague")


def experience(practice: Practice, viewer: Member, now: datetime) -> Text:
    """Say how many found it useful, or why that is not shown yet."""
    if may_show_votes(practice, viewer, now) and practice.useful:
        return text("card-useful", count=practice.useful)
    return text("card-new") if not practice.useful else text("card-useful-hidden")
