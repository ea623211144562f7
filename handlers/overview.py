"""The overview of an organisation: what spreads, what is asked, what is owed; in bands, never of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from domain.peers.overview import WEEKS
from domain.people import COORDINATORS
from domain.practices import Practice, PracticeState
from domain.rounds import RoundState
from handlers.kit import Capability, Command, File, Say, Tap, Text, Turn, below, tap, text
from handlers.kit.doors import FROM_ELSEWHERE, ListRounds, ShowGaps
from storage import organisations, overviews, practices, rounds
from storage.rounds import Round

MOST_OWN = 50
MONTH = 4  # weeks
WEEK = timedelta(days=7)


def command(turn: Turn, _words: str) -> Say:
    """Answer /overview."""
    place = organisations.by_id(turn.connection, turn.member.organisation_id)
    debt = _debt(turn)
    figures = overviews.of_week(turn.connection, place, turn.now)
    if figures is None:
        return Say((text("overview-too-few"), below(*_owed(turn, debt))), _taps(debt, None))
    spread = _spread(turn, figures["curves"])
    parts = (
        _point(turn, debt, spread, figures),
        _tried(spread),
        below(*_asked(figures)),
        *_rounds(turn, figures["rounds"]),
        below(*_sending(figures)),
        below(*_owed(turn, debt)),
        text("overview-how", day=overviews.week_start(place.timezone, turn.now) - timedelta(hours=1)),
    )
    return Say(parts, _taps(debt, figures), file=_picture(turn, spread, place.timezone))


# --- what comes first -------------------------------------------------------------------------------


def _point(
    turn: Turn,
    debt: Sequence[Round],
    spread: Sequence[tuple[Practice, list[int | None]]],
    figures: Mapping[str, Any],
) -> Text:
    """Return the one line to read when one reads one line."""
    late = sum(one.plan.feedback_at < turn.now for one in debt)
    if late:
        return text("overview-point-debt", count=late)
    if figures["pull"] and figures["pull"]["verdict"] in ("higher", "lower"):
        return text(f"overview-point-{figures['pull']['verdict']}")
    if spread:
        practice, counts = spread[0]
        before, now = counts[-1 - MONTH] or 0, counts[-1] or 0
        key = "overview-point-grows" if now > before else "overview-point-tried"
        return text(key, title=practice.parts.title, count=now)
    if figures["open"]:
        return text("overview-point-open", count=figures["open"])
    return text("overview-point-little")


# --- what spreads -----------------------------------------------------------------------------------


def _spread(turn: Turn, curves: Sequence[Mapping[str, Any]]) -> list[tuple[Practice, list[int | None]]]:
    """Return the practices of the curves, as far as they are still there to be read."""
    found = []
    for one in curves:
        practice = practices.by_public_id(turn.connection, turn.member, one["practice"])
        if practice is not None and practice.state is PracticeState.published:
            found.append((practice, list(one["counts"])))
    return found


def _tried(spread: Sequence[tuple[Practice, list[int | None]]]) -> Text:
    lines = [
        text("overview-practice", number=number, title=practice.parts.title, count=counts[-1] or 0)
        for number, (practice, counts) in enumerate(spread, start=1)
    ]
    return below(text("overview-tried"), *(lines or [text("overview-nothing-tried")]))


def _picture(turn: Turn, spread: Sequence[tuple[Practice, list[int | None]]], zone: str) -> File | None:
    """Describe a picture of how each spread, week by week; all of it is in its description as well."""
    if not spread:
        return None
    end = overviews.week_start(zone, turn.now) - timedelta(hours=1)
    begin = end - WEEKS * WEEK
    curves = [
        {
            "title": text("overview-curve", number=number, title=practice.parts.title),
            "words": text("overview-band", count=counts[-1] or 0),
            "counts": counts,
        }
        for number, (practice, counts) in enumerate(spread, start=1)
    ]
    said = tuple(
        text(
            "overview-described",
            title=practice.parts.title,
            before=_band(counts[0]),
            month=_band(counts[-1 - MONTH]),
            now=_band(counts[-1]),
        )
        for practice, counts in spread
    )
    values = {
        "title": text("overview-picture"),
        "about": text("overview-about", begin=begin, end=end, practices=said),
        "begin": text("overview-day", day=begin),
        "end": text("overview-day", day=end),
        "curves": curves,
    }
    return File("chart", values)


def _band(count: int | None) -> Text:
    return text("overview-few") if count is None else text("overview-band", count=count)


# --- what is asked, and sent ------------------------------------------------------------------------


def _asked(figures: Mapping[str, Any]) -> list[Text]:
    lines = [text("overview-asked")]
    share = figures["asked"]
    lines.append(text("overview-asked-few") if share is None else text("overview-fitted", share=share))
    days = figures["days"]
    lines.append(text("overview-days-few") if days is None else text("overview-days", days=days))
    lines.append(text("overview-open", open=_band(figures["open"])))
    return lines


def _rounds(turn: Turn, found: Sequence[Mapping[str, Any]]) -> tuple[Text, ...]:
    lines = []
    for one in found:
        held = rounds.by_public_id(turn.connection, turn.member.organisation_id, one["round"])
        if held is not None:
            share = text("overview-few-answered") if one["share"] is None else _about(one["share"])
            lines.append(text("overview-round", title=_title(held), share=share))
    return (below(text("overview-rounds"), *lines),) if lines else ()


def _title(one: Round) -> Text:
    plan = one.plan
    return text("round-topic", words=plan.topic) if plan.topic else text(f"round-set-{plan.ready}")


def _about(share: int) -> Text:
    return text("overview-share", share=share)


def _sending(figures: Mapping[str, Any]) -> list[Text]:
    lines = [text("overview-sending")]
    found = figures["pull"]
    if found is None:
        lines.append(text("overview-pull-none"))
    elif "sent" not in found:
        lines.append(text("overview-pull-too-few"))
    else:
        lines += _compared("overview-pull", found)
    lines += _middle(figures.get("middle"))
    if figures["new"] is not None:
        lines.append(text("overview-new", share=figures["new"]))
    if figures["stopped"] is not None:
        lines.append(text("overview-stopped", share=figures["stopped"]))
    return lines


def _middle(found: Mapping[str, Any] | None) -> list[Text]:
    """Say the same of the large group, once there are enough of them."""
    return _compared("overview-middle", found) if found and "sent" in found else []


def _compared(key: str, found: Mapping[str, Any]) -> list[Text]:
    verdict = f"overview-difference-{found['verdict'].replace('_', '-')}"
    return [
        text(key, sent=_about(found["sent"]), held=_about(found["held"])),
        text(verdict, low=_points(found["low"]), high=_points(found["high"])),
    ]


def _points(by: int) -> Text:
    """Return a difference without a sign, which is not read aloud."""
    where = "higher" if by > 0 else "lower" if by < 0 else "same"
    return text(f"overview-points-{where}", by=abs(by))


# --- what is owed -----------------------------------------------------------------------------------


def _debt(turn: Turn) -> list[Round]:
    """Return the rounds of which people still wait to hear what comes of them."""
    mine = rounds.of_author(turn.connection, turn.member.id, MOST_OWN)
    return [one for one in mine if one.state is RoundState.closed]


def _owed(turn: Turn, debt: Sequence[Round]) -> list[Text]:
    lines = [
        text(
            "overview-late" if one.plan.feedback_at < turn.now else "overview-owed",
            title=_title(one),
            day=one.plan.feedback_at,
        )
        for one in debt
    ]
    return [text("overview-debt"), *(lines or [text("overview-no-debt")])]


def _taps(debt: Sequence[Round], figures: Mapping[str, Any] | None) -> tuple[Tap, ...]:
    mine = (tap("overview-my-rounds", ListRounds(0)),) if debt else ()
    gaps = (tap("door-gaps", ShowGaps(FROM_ELSEWHERE)),) if figures and figures["open"] else ()
    return (*mine, *gaps)


CAPABILITY = Capability(name="overview", commands=(Command("overview", command, COORDINATORS),))
