"""The switch: stop everything that the program sends of itself, start it again, call a crisis week."""

from __future__ import annotations

from datetime import timedelta

from domain.dates import midnight_after
from domain.people import COORDINATORS
from handlers.kit import Button, Reply, Say, Tap, Text, Turn, button, tap, text
from handlers.nudging.teams import ListTeams
from storage import nudging, organisations
from storage.nudging import Switch

CRISIS_DAYS = 7


@button("ns", COORDINATORS)
class ShowSwitch(Button):
    """Show how it stands."""


@button("nx", COORDINATORS)
class SwitchOff(Button):
    """Send nothing of itself any more."""


@button("no", COORDINATORS)
class SwitchOn(Button):
    """Send again."""


@button("nc", COORDINATORS)
class CallCrisis(Button):
    """A crisis week: nothing unasked for seven days."""


@button("ne", COORDINATORS)
class EndCrisis(Button):
    """The crisis is over."""


def command(turn: Turn, _words: str) -> Reply:
    """Answer /sending."""
    return _shown(turn)


def show(turn: Turn, _pressed: ShowSwitch) -> Reply:
    """Show how it stands."""
    return _shown(turn).instead()


def off(turn: Turn, _pressed: SwitchOff) -> Reply:
    """Stop at once, what is ready to go included."""
    nudging.stop(turn.connection, turn.member.organisation_id, turn.member.id, turn.now)
    return _shown(turn).instead()


def on(turn: Turn, _pressed: SwitchOn) -> Reply:
    """Start again, in the teams in which it was said."""
    nudging.start(turn.connection, turn.member.organisation_id, turn.member.id, turn.now)
    return _shown(turn).instead()


def call_crisis(turn: Turn, _pressed: CallCrisis) -> Reply:
    """Send nothing unasked for seven days, from now on; it ends by itself."""
    place = organisations.by_id(turn.connection, turn.member.organisation_id)
    until = midnight_after(turn.now, CRISIS_DAYS, place.timezone)
    nudging.call_crisis(turn.connection, place.id, turn.member.id, until, turn.now)
    return _shown(turn).instead()


def end_crisis(turn: Turn, _pressed: EndCrisis) -> Reply:
    """End a crisis week before its time."""
    nudging.end_crisis(turn.connection, turn.member.organisation_id, turn.member.id, turn.now)
    return _shown(turn).instead()


def _shown(turn: Turn) -> Say:
    standing = nudging.switch(turn.connection, turn.member.organisation_id)
    said = (*_standing(turn, standing), text("nudging-what-it-is"), text("nudging-what-goes-on"))
    return Say(said, _taps(turn, standing))


def _standing(turn: Turn, standing: Switch) -> tuple[Text, ...]:
    found = []
    if standing.crisis_until is not None and standing.crisis(turn.now):
        last = standing.crisis_until - timedelta(minutes=1)
        found.append(text("nudging-crisis", day=last))
    if standing.stopped_at is None:
        ready = nudging.told(turn.connection, turn.member.organisation_id)
        found.append(text("nudging-on", teams=len(ready)))
    elif standing.reason is None:
        found.append(text("nudging-off", day=standing.stopped_at))
    else:
        found.append(text(standing.reason.key, day=standing.stopped_at))
        found.append(text("nudging-ended-how"))
    return tuple(found)


def _taps(turn: Turn, standing: Switch) -> tuple[Tap, ...]:
    running = standing.stopped_at is None
    switched = tap("nudging-switch-off", SwitchOff()) if running else tap("nudging-switch-on", SwitchOn())
    over = standing.crisis(turn.now)
    crisis = tap("nudging-crisis-over", EndCrisis()) if over else tap("nudging-crisis-call", CallCrisis())
    return (switched, crisis, tap("nudging-teams-open", ListTeams(0)))
