"""One pass through an organisation: from what is known of people and practices to who is offered what today.

Everything comes in as values and goes out as values. Nothing here is kept but what the pass decided.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from numpy.random import Generator

from domain.peers.backoff import ignored_in_a_row
from domain.peers.constants import DEFAULTS, Constants
from domain.peers.facts import NOTHING, Facts, History, Opportunity, Picks, Rest, Someone, Sort
from domain.peers.holdout import is_held
from domain.peers.nudging import Ready, has_room, is_due
from domain.peers.scene import Scene
from domain.rhythm import most_a_week


def decisions(
    facts: Facts,
    histories: Mapping[int, History],
    moments: Mapping[int, datetime],
    now: datetime,
    chance: Generator,
    constants: Constants = DEFAULTS,
) -> Iterator[Opportunity | Rest]:
    """Yield what is decided for each of `moments`: an offer, news for a maker, or that less will come.

    Whoever is left out by chance gets a decision as well, which is never sent: it is what would have been.
    Both kinds of people stand in one line, so that nothing but chance makes them differ.
    """
    scene = Scene.of(facts, now, constants)
    due: list[Ready] = []
    for one in facts.people:
        if one.number not in moments:
            continue
        history, moment = histories.get(one.number, NOTHING), moments[one.number]
        left_out = is_held(one.name, facts.secret, now, constants)
        started = facts.started.get(one.number)
        rest = _rest(one, history, started, moment, left_out, constants)
        if rest is not None:
            yield rest
        elif _is_due(one, history, started, moment, constants):
            news = scene.news_for(one.number, history, moment)
            if news is not None:
                yield Opportunity(one.number, *news, moment, left_out)
            else:
                due.append(scene.ready(one, history, held=left_out))
    held = {one.member for one in due if one.held}
    for nudge in scene.plan(due, now, chance):
        practice = facts.cards[nudge.row].number
        yield Opportunity(nudge.member, practice, nudge.message, moments[nudge.member], nudge.member in held)


def picks(
    facts: Facts,
    histories: Mapping[int, History],
    members: Collection[int],
    since: datetime,
    now: datetime,
    chance: Generator,
    constants: Constants = DEFAULTS,
) -> dict[int, Picks]:
    """Return what is in the digest of each of `members` that has anything; new is what was shared `since`."""
    scene = Scene.of(facts, now, constants)
    people = [one for one in facts.people if one.number in members]
    ready = [scene.ready(one, histories.get(one.number, NOTHING)) for one in people]
    return dict(scene.picks(ready, since, chance))


def _answered(history: History) -> list[tuple[datetime, bool]]:
    """Return earlier nudges with whether they were answered; what asked nothing was not ignored."""
    return [(one.at, one.tapped or one.held or one.sort is not Sort.offer) for one in history.nudges]


def _rest(
    one: Someone,
    history: History,
    started: datetime | None,
    now: datetime,
    held: bool,
    constants: Constants,
) -> Rest | None:
    """Return that less will come, when so many were ignored, once until they do something themselves."""
    ignored = ignored_in_a_row(_answered(history), started, now, constants)
    if has_given_up(history, started):
        return None
    if ignored >= constants.caps.give_up:
        return Rest(one.number, now, ignored, over=True, held=held)
    untold = ignored >= constants.caps.back_off and not _since(history.told_at, started)
    # It is said in a message like the others: when there is no room for one now, it is said another day.
    if untold and has_room(
        now, _zone(one), history.sent, most_a_week(one.habits.rhythm, constants), constants
    ):
        return Rest(one.number, now, ignored, over=False, held=held)
    return None


def _zone(one: Someone) -> ZoneInfo:
    return ZoneInfo(one.habits.zone)


def _since(moment: datetime | None, started: datetime | None) -> bool:
    return moment is not None and (started is None or started < moment)


def has_given_up(history: History, started: datetime | None) -> bool:
    """Tell whether hardly anything comes any more, since they last did something."""
    return _since(history.gave_up_at, started)


def _is_due(
    one: Someone, history: History, started: datetime | None, moment: datetime, constants: Constants
) -> bool:
    if has_given_up(history, started):
        return False
    return is_due(
        moment,
        _zone(one),
        nudged=_answered(history),
        last_started=started,
        sent=history.sent,
        week=most_a_week(one.habits.rhythm, constants),
        held=False,
        constants=constants,
    )
