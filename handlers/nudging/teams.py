"""In which teams the manager said that this measures nobody: there, and only there, practices are offered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from domain.dates import read_past_day
from domain.people import COORDINATORS
from domain.rights import Reach
from domain.text import shorten
from handlers.kit import (
    Button,
    Draft,
    Flow,
    Refusal,
    Reply,
    Say,
    Step,
    Text,
    Turn,
    begin,
    button,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.flow import Answers
from storage import audiences, nudging, organisations
from storage.nudging import NO_TEAM, Said, Speaker

PER_PAGE = 8
WITHOUT = ""  # everybody who is in no team
SOMEBODY_ELSE = "else"
TODAY, YESTERDAY = "today", "yesterday"
MOST_NAME = 60  # UTF-16 units of a team's name


@button("nl", COORDINATORS)
class ListTeams(Button):
    """Show in which teams it was said, from the `skip`th on."""

    skip: int


@button("nm", COORDINATORS, team=Reach.ours)
class ShowTeam(Button):
    """Show one team, with what can be noted of it."""

    team: str


@button("ny", COORDINATORS, team=Reach.ours)
class WasSaid(Button):
    """It was said in this team: ask by whom and when."""

    team: str


@button("nn", COORDINATORS, team=Reach.ours)
class NotSaid(Button):
    """It was not said in this team after all."""

    team: str


# --- the list -----------------------------------------------------------------------------------------


def show_list(turn: Turn, pressed: ListTeams) -> Reply:
    """Show the teams, those in which it was not said yet first."""
    told = nudging.told(turn.connection, turn.member.organisation_id)
    every = sorted(_teams(turn), key=lambda one: one.id in told)
    skip = pressed.skip if 0 <= pressed.skip < len(every) else 0
    page = list(enumerate(every, start=1))[skip : skip + PER_PAGE]
    lines = [
        text("nudging-team-line", number=number, team=one.name, standing=_standing(told.get(one.id)))
        for number, one in page
    ]
    taps = [tap("nudging-team-open", ShowTeam(one.code), number=number) for number, one in page]
    if skip + PER_PAGE < len(every):
        taps.append(tap("nudging-teams-more", ListTeams(skip + PER_PAGE)))
    missing = sum(one.id not in told for one in every)
    return Say((text("nudging-teams", missing=missing, count=len(every)), *lines), tuple(taps)).instead()


@dataclass(frozen=True)
class _Team:
    """A team, or everybody who is in none."""

    id: int | None
    code: str  # how it is written in a button
    name: str | Text


def _teams(turn: Turn) -> list[_Team]:
    """Return the teams by name, and who is in none when there are such people."""
    place = turn.member.organisation_id
    found = [
        _Team(one.id, one.public_id, shorten(one.name, MOST_NAME))
        for one in organisations.teams_of(turn.connection, place)
    ]
    if not found or audiences.anybody_without_team(turn.connection, place):
        found.append(_Team(NO_TEAM, WITHOUT, text("nudging-no-team")))
    return found


def _standing(said: Said | None) -> Text:
    if said is None:
        return text("nudging-team-not-said")
    return text("nudging-team-said", day=_moment(said.on), by=text(f"nudging-by-{said.by.value}"))


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


# --- one team -----------------------------------------------------------------------------------------


def show(turn: Turn, pressed: ShowTeam) -> Reply:
    """Show one team."""
    return _one(turn, _found(turn, pressed.team)).instead()


def _one(turn: Turn, team: _Team) -> Say:
    said = nudging.told(turn.connection, turn.member.organisation_id).get(team.id)
    back = tap("nudging-teams-back", ListTeams(0))
    if said is None:
        return say("nudging-team-ask", tap("nudging-was-said", WasSaid(team.code)), back, team=team.name)
    not_said = tap("nudging-not-said", NotSaid(team.code))
    return say("nudging-team-is-told", not_said, back, team=team.name, standing=_standing(said))


def take_back(turn: Turn, pressed: NotSaid) -> Reply:
    """Note that it was not said: at once nothing more is offered there."""
    team = _found(turn, pressed.team)
    nudging.take_back(turn.connection, turn.member.organisation_id, turn.member.id, team.id, turn.now)
    back = tap("nudging-teams-back", ListTeams(0))
    return say("nudging-team-taken-back", back, team=team.name).instead()


def _found(turn: Turn, code: str) -> _Team:
    """Return a team of this organisation; another's looks like an absent one."""
    for team in _teams(turn):
        if team.code == code:
            return team
    raise Refusal("nudging-team-gone")


# --- it was said --------------------------------------------------------------------------------------


def start(turn: Turn, pressed: WasSaid) -> Reply:
    """Ask by whom it was said, and when."""
    reply = begin(turn, FLOW, {"team": _found(turn, pressed.team).code})
    return reply.instead() if isinstance(reply, Say) else reply


def ask_by(_turn: Turn, draft: Draft) -> Say:
    """Ask who said it."""
    by = [pick(draft, "by", one.value, f"nudging-pick-{one.value}") for one in Speaker]
    return say("nudging-who-said", *by, pick(draft, "by", SOMEBODY_ELSE, "nudging-pick-else"))


def pick_by(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take who said it; only a manager's own word counts."""
    if value == SOMEBODY_ELSE:
        raise Refusal("nudging-only-managers")
    if value not in set(Speaker):
        raise Refusal("old-button")
    return {"by": value}


def ask_day(_turn: Turn, draft: Draft) -> Say:
    """Ask on which day."""
    days = [pick(draft, "day", one, f"nudging-pick-{one}") for one in (TODAY, YESTERDAY)]
    return say("nudging-which-day", *days)


def pick_day(turn: Turn, draft: Draft, value: str) -> Answers:
    """Take the day."""
    if value not in (TODAY, YESTERDAY):
        raise Refusal("old-button")
    return type_day(turn, draft, value)


def type_day(turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take a day of the past year."""
    zone = organisations.by_id(turn.connection, turn.member.organisation_id).timezone
    found = read_past_day(typed, turn.now.astimezone(ZoneInfo(zone)).date())
    if found is None:
        raise Refusal("nudging-day-unread")
    return {"day": found.isoformat()}


def said(turn: Turn, draft: Draft) -> Reply:
    """Note it: from now on practices may be offered in this team."""
    team = _found(turn, draft.answers["team"])
    told = Said(date.fromisoformat(draft.answers["day"]), Speaker(draft.answers["by"]))
    nudging.say_told(turn.connection, turn.member.organisation_id, turn.member.id, team.id, told, turn.now)
    back = tap("nudging-teams-back", ListTeams(0))
    standing = nudging.switch(turn.connection, turn.member.organisation_id)
    off = () if standing.on(turn.now) else (text("nudging-still-off"),)
    return say("nudging-team-noted", back, team=team.name, standing=_standing(told)).then(*off)


FLOW = Flow(
    "team_told",
    COORDINATORS,
    (Step("by", ask_by, picked=pick_by), Step("day", ask_day, typed=type_day, picked=pick_day)),
    said,
)
