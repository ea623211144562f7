"""Invite people: a link with a role and perhaps a team, for one person or for many, for a while."""

from __future__ import annotations

from datetime import timedelta

from domain.invitations import (
    INVITERS,
    LINK_MADE,
    MAY_INVITE,
    MOST_TEAM_NAME,
    Terms,
    allowed,
    days_for,
    may_be_shared,
    may_invite,
    usual_terms,
)
from domain.limits import Act
from domain.links import join_link
from domain.people import Role
from domain.rights import Reach
from domain.text import clean_line, shorten
from handlers.kit import (
    Button,
    Capability,
    Command,
    Draft,
    File,
    Flow,
    Refusal,
    Reply,
    Say,
    Step,
    Tap,
    Text,
    Turn,
    begin,
    button,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.doors import StartInvite
from handlers.kit.flow import Answers
from storage import audit, invitations, organisations
from storage.invitations import Invitation
from storage.organisations import Place

MOST_TEAMS_SHOWN = 6
MOST_LISTED = 5
LONGEST_ON_BUTTON = 20
NO_TEAM = "none"


@button("iq", INVITERS, code=Reach.ours)
class MakeQr(Button):
    """Draw a link as a QR code.

    The code travels in the button: so it is kept in the message it was shown in and nowhere else.
    """

    code: str
    telegram: bool


@button("il", INVITERS)
class ShowInvitations(Button):
    """Show the links that still work, from the `skip`th on."""

    skip: int


@button("ix", INVITERS, invitation=Reach.ours)
class StopInvitation(Button):
    """Stop a link."""

    invitation: str


# --- making a link ----------------------------------------------------------------------------------


def command(turn: Turn, _words: str) -> Reply:
    """Answer /invite."""
    return start(turn, StartInvite())


def start(turn: Turn, _pressed: StartInvite) -> Reply:
    """Begin a link; whoever may invite members only is not asked for a role."""
    roles = MAY_INVITE[turn.member.role]
    return begin(turn, FLOW, {"role": roles[0].value} if len(roles) == 1 else {})


def _role(draft: Draft) -> Role:
    return Role(draft.answers["role"])


def ask_role(turn: Turn, draft: Draft) -> Say:
    """Ask what the invited become."""
    roles = MAY_INVITE.get(turn.member.role, ())
    picks = [pick(draft, "role", role.value, f"invite-role-{role.value}") for role in roles]
    return say("invite-who", *picks, tap("invite-list", ShowInvitations(0)))


def pick_role(turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take the role, if this member may give it."""
    role = Role(value) if value in set(Role) else None
    if role is None or not may_invite(turn.member.role, role):
        raise Refusal("old-button")
    return {"role": role.value}


def ask_usual(_turn: Turn, draft: Draft) -> Say:
    """Propose what most people want."""
    return say(
        "invite-usual",
        pick(draft, "usual", "make", "invite-make"),
        pick(draft, "usual", "choose", "invite-choose"),
        **_said(_role(draft), usual_terms(_role(draft))),
    )


def pick_usual(_turn: Turn, draft: Draft, value: str) -> Answers:
    """Take the usual terms without a team, or go on to choose."""
    if value != "make":
        return {}
    terms = usual_terms(_role(draft))
    return {"team": NO_TEAM, "uses": terms.uses or 0, "days": terms.days}


def ask_team(turn: Turn, draft: Draft) -> Say:
    """Ask for the team; typing a name finds it or makes it."""
    teams = organisations.teams_of(turn.connection, turn.member.organisation_id)
    picks = [
        pick(draft, "team", team.public_id, "invite-team", name=shorten(team.name, LONGEST_ON_BUTTON))
        for team in teams[:MOST_TEAMS_SHOWN]
    ]
    return say("invite-which-team", *picks, pick(draft, "team", NO_TEAM, "invite-no-team"))


def pick_team(turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take a team of this organisation, or none."""
    if value != NO_TEAM and _team(turn, value) is None:
        raise Refusal("old-button")
    return {"team": value, "new_team": None}


def type_team(turn: Turn, _draft: Draft, words: str) -> Answers:
    """Find the team of this name; one that is new is made together with the link."""
    name = clean_line(words, MOST_TEAM_NAME)
    if not any(char.isalnum() for char in name):
        raise Refusal("invite-team-letters")
    for team in organisations.teams_of(turn.connection, turn.member.organisation_id):
        if team.name.casefold() == name.casefold():
            return {"team": team.public_id, "new_team": None}
    return {"team": NO_TEAM, "new_team": name}


def ask_uses(_turn: Turn, draft: Draft) -> Say:
    """Ask whether the link is for one person or for many."""
    return say(
        "invite-how-often",
        pick(draft, "uses", "0", "invite-everyone"),
        pick(draft, "uses", "1", "invite-one"),
    )


def pick_uses(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take how often the link works; 0 is as often as one likes."""
    if value not in ("0", "1"):
        raise Refusal("old-button")
    return {"uses": int(value)}


def ask_days(_turn: Turn, draft: Draft) -> Say:
    """Ask how long the link works."""
    picks = [pick(draft, "days", str(days), "invite-days", days=days) for days in days_for(_role(draft))]
    return say("invite-how-long", *picks)


def pick_days(_turn: Turn, draft: Draft, value: str) -> Answers:
    """Take how many days the link works."""
    if not value.isdecimal() or int(value) not in days_for(_role(draft)):
        raise Refusal("old-button")
    return {"days": int(value)}


def make(turn: Turn, draft: Draft) -> Reply:
    """Make the link and show it, this once."""
    role = _role(draft)
    terms = Terms(draft.answers.get("uses", 1) or None, draft.answers["days"])
    if not may_invite(turn.member.role, role) or not allowed(role, terms):
        raise Refusal("old-button")
    team = _chosen_team(turn, draft)
    code = invitations.make(
        turn.connection,
        turn.member.organisation_id,
        role=role,
        employer_id=team.employer_id if team else None,
        team_id=team.id if team else None,
        uses=terms.uses,
        expires_at=turn.now + timedelta(days=terms.days),
        now=turn.now,
        from_chat=True,
    )
    made = invitations.look(turn.connection, code, turn.now)
    if role is not Role.member and made is not None:
        place, about = turn.member.organisation_id, made.public_id
        audit.note(
            turn.connection, place, turn.member.id, LINK_MADE, about=about, now=turn.now, role=role.value
        )
    return _shown(turn, code, role, terms, team)


def _chosen_team(turn: Turn, draft: Draft) -> Place | None:
    new: str | None = draft.answers.get("new_team")
    if new:
        return organisations.add_team(turn.connection, turn.member.organisation_id, new)
    return _team(turn, draft.answers["team"])


def _team(turn: Turn, public_id: str) -> Place | None:
    teams = organisations.teams_of(turn.connection, turn.member.organisation_id)
    return next((team for team in teams if team.public_id == public_id), None)


def _shown(turn: Turn, code: str, role: Role, terms: Terms, team: Place | None) -> Say:
    texts = [text("invite-made", **_said(role, terms))]
    if team:
        texts.append(text("invite-made-team", team=team.name))
    texts.append(text("invite-browser", url=_link(turn, code, telegram=False)))
    taps = [tap("invite-qr-browser", MakeQr(code, False))]
    if turn.world.telegram_link:
        texts.append(text("invite-telegram", url=_link(turn, code, telegram=True)))
        taps.append(tap("invite-qr-telegram", MakeQr(code, True)))
    return Say(tuple(texts), (*taps, tap("invite-list", ShowInvitations(0))))


def _said(role: Role, terms: Terms) -> dict[str, Text | int]:
    return {"role": text(f"role-{role.value}"), "uses": terms.uses or 0, "days": terms.days}


def _link(turn: Turn, code: str, *, telegram: bool) -> str:
    if telegram:
        return turn.world.telegram_link + code
    return join_link(turn.world.public_url, code)


def make_qr(turn: Turn, pressed: MakeQr) -> Reply:
    """Draw the link, as long as it works; a link of somebody else looks like one that does not."""
    found = invitations.look(turn.connection, pressed.code, turn.now)
    if found is None or not _mine_to_manage(turn, found):
        raise Refusal("invite-stopped-already")
    url = _link(turn, pressed.code, telegram=pressed.telegram and bool(turn.world.telegram_link))
    said = text("invite-qr", role=text(f"role-{found.role.value}"), until=found.expires_at, url=url)
    return Say((said,), file=File("qr", {"text": url}))


# --- the links that work ----------------------------------------------------------------------------


def list_command(turn: Turn, _words: str) -> Reply:
    """Answer /invitations."""
    return _listed(turn, 0)


def show_list(turn: Turn, pressed: ShowInvitations) -> Reply:
    """Show the links that still work."""
    return _listed(turn, max(pressed.skip, 0))


def _listed(turn: Turn, skip: int) -> Say:
    every = [one for one in _working(turn) if _mine_to_manage(turn, one)]
    if not every:
        return say("invite-none")
    skip = skip if skip < len(every) else 0
    shown = list(enumerate(every, start=1))[skip : skip + MOST_LISTED]
    teams = {one.id: one.name for one in organisations.teams_of(turn.connection, turn.member.organisation_id)}
    lines = [_line(number, one, teams.get(one.team_id or 0, "")) for number, one in shown]
    taps: list[Tap] = [
        tap("invite-stop", StopInvitation(one.public_id), number=number) for number, one in shown
    ]
    if skip + MOST_LISTED < len(every):
        taps.append(tap("invite-more", ShowInvitations(skip + MOST_LISTED)))
    return Say((text("invite-working", count=len(every)), *lines), tuple(taps))


def _line(number: int, one: Invitation, team: str) -> Text:
    return text(
        "invite-line",
        number=number,
        role=text(f"role-{one.role.value}"),
        team=text("invite-line-team", team=team) if team else text("invite-line-no-team"),
        left=0 if one.uses_left is None else one.uses_left,
        used=one.used,
        until=one.expires_at,
    )


def _working(turn: Turn) -> tuple[Invitation, ...]:
    return invitations.current(turn.connection, turn.member.organisation_id, turn.now)


def _mine_to_manage(turn: Turn, one: Invitation) -> bool:
    mine = one.organisation_id == turn.member.organisation_id
    return mine and may_invite(turn.member.role, one.role)


def stop(turn: Turn, pressed: StopInvitation) -> Reply:
    """Stop a link at once; who came in with it stays."""
    one = next((one for one in _working(turn) if one.public_id == pressed.invitation), None)
    if one is None or not _mine_to_manage(turn, one):
        return _listed(turn, 0).after(text("invite-stopped-already")).instead()
    invitations.revoke(turn.connection, turn.member.organisation_id, one.public_id, turn.now)
    return _listed(turn, 0).after(text("invite-stopped")).instead()


FLOW = Flow(
    "invite",
    INVITERS,
    (
        Step("role", ask_role, picked=pick_role),
        Step("usual", ask_usual, picked=pick_usual),
        Step("team", ask_team, typed=type_team, picked=pick_team, for_others=True),
        Step("uses", ask_uses, picked=pick_uses, needed=lambda draft: may_be_shared(_role(draft))),
        Step("days", ask_days, picked=pick_days),
    ),
    make,
    act=Act.invite,
)

CAPABILITY = Capability(
    name="invite",
    commands=(
        Command("invite", command, INVITERS),
        Command("invitations", list_command, INVITERS, menu=False),
    ),
    buttons={StartInvite: start, MakeQr: make_qr, ShowInvitations: show_list, StopInvitation: stop},
    flows=(FLOW,),
)
