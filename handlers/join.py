"""Come in by invitation, see what is kept, agree or not; and come back later."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.delivery import Lane
from domain.invitations import JOIN_BURST, LINK_MADE, gives_more
from domain.links import PRACTICE_MARK
from domain.people import CONSENT, EVERYONE, MOST_NAME, Address, Member, Role, State, language_for
from domain.roles import RoleChange
from domain.text import clean_line
from handlers.kit import (
    At,
    Button,
    Capability,
    Command,
    Go,
    Incoming,
    Job,
    Kind,
    Refusal,
    Reply,
    Say,
    Text,
    Turn,
    Welcome,
    World,
    button,
    say,
    tap,
    tell,
    text,
)
from handlers.kit.doors import Leave, ShowPractice, StartProfile, StayHere
from handlers.kit.naming import is_taken
from handlers.kit.roles import give
from handlers.kit.watch import alert
from storage import audit, invitations, members, organisations, role_changes, sessions
from storage.database import Connection
from storage.invitations import Invitation

SHORTEST_CODE = 16  # letters
AT_ONCE = 200  # people who are asked again in one sweep


@button("ja", EVERYONE)
class Agree(Button):
    """Agree to the privacy text and take part."""


@button("jm", EVERYONE)
class TellMore(Button):
    """Read everything that is kept, and why."""


@button("jn", EVERYONE)
class Decline(Button):
    """Rather not: keep nothing."""


# --- coming in --------------------------------------------------------------------------------------


def welcome_stranger(connection: Connection, incoming: Incoming, world: World, now: datetime) -> Welcome:
    """Let somebody with a working invitation in; tell anybody else how one gets in."""
    code = _code(incoming.text)
    invitation = invitations.redeem(connection, code, now) if code else None
    if invitation is None:
        return _let_in_again(connection, incoming, code, world, now) or say(
            "join-link-broken" if code else "join-need-invitation"
        )
    organisation = organisations.by_id(connection, invitation.organisation_id)
    name = clean_line(incoming.name, MOST_NAME)
    taken = is_taken(connection, organisation.id, name, invitation.role)
    member = members.add(
        connection,
        organisation_id=organisation.id,
        role=Role.member,
        employer_id=invitation.employer_id,
        team_id=invitation.team_id,
        invitation_id=invitation.id,
        language=language_for(incoming.language, organisation.language),
        name="" if taken else name,
        now=now,
    )
    members.add_address(connection, member, Address(incoming.channel, incoming.address, incoming.pull), now)
    _show_burst(connection, invitation, now)
    if invitation.role is not Role.member:
        _give(connection, member, invitation, now)
        member = members.by_id(connection, member.id) or member
    return Turn(connection, now, incoming, member, world)


def _show_burst(connection: Connection, invitation: Invitation, now: datetime) -> None:
    """Let coordinators know when many come in by one link at once: it may be one person, or a link astray."""
    count = members.count_joined(connection, invitation.id, now - timedelta(hours=1))
    if count >= JOIN_BURST:
        once = f"join-burst:{invitation.public_id}:{now.date()}"
        told = say("join-burst", count=count)
        alert(connection, invitation.organisation_id, told, once=once, now=now)


def _give(connection: Connection, member: Member, invitation: Invitation, now: datetime) -> RoleChange | None:
    """Give the role that an invitation brings; one that says much waits, when it was made in the chat."""
    maker = audit.who(connection, invitation.organisation_id, LINK_MADE, invitation.public_id)
    return give(connection, member, invitation.role, asked_by=maker, from_chat=invitation.from_chat, now=now)


def _let_in_again(
    connection: Connection, incoming: Incoming, code: str, world: World, now: datetime
) -> tuple[Turn, Say] | None:
    """Know a member in one more chat, by a link they made themselves; tell it where they were before."""
    # A browser signs in on a page of its own, after a press.
    member = sessions.use_link(connection, code, now) if code and not incoming.pull else None
    if member is None:
        return None
    # Before the new address is theirs: whoever made the link must hear of it, and not who used it.
    once = f"one-more:{incoming.channel}:{member.id}:{now.isoformat()}"
    told = say("device-added", tap("device-not-me", StayHere()))
    tell(connection, member.id, told, once=once, lane=Lane.answer, now=now)
    members.add_address(connection, member, Address(incoming.channel, incoming.address, incoming.pull), now)
    return Turn(connection, now, incoming, member, world), say("device-welcome", name=member.name or 0)


def _code(words: str) -> str:
    """Return the code in "/start CODE" or in a pasted link; nothing when there is none."""
    last = words.split()[-1] if words.split() else ""
    code = last.rstrip("/").rsplit("/", 1)[-1].rsplit("=", 1)[-1]
    # A practice's link is shorter, so a code that happens to begin like one is still a code.
    return code if len(code) >= SHORTEST_CODE else ""


def ask_consent(turn: Turn) -> Say:
    """Say who we are and what is kept, and ask for a yes; who said yes before hears that it changed."""
    if turn.member.state is State.active:
        return ask_again()
    organisation = organisations.by_id(turn.connection, turn.member.organisation_id)
    return Say(
        (
            text("join-welcome", name=turn.member.name or 0, organisation=organisation.name),
            *_nameless(turn),
            *_waiting(turn),
            text("join-privacy", channel=turn.incoming.channel),
        ),
        (tap("join-yes", Agree()), tap("join-more", TellMore()), tap("join-no", Decline())),
    )


def _nameless(turn: Turn) -> tuple[Text, ...]:
    """Say why somebody has no name here, when theirs passed for that of another."""
    named = clean_line(turn.incoming.name, MOST_NAME)
    return (text("join-name-taken", name=named),) if named and not turn.member.name else ()


def _waiting(turn: Turn) -> tuple[Text, ...]:
    """Say that the role one was invited to comes later, when it does."""
    planned = role_changes.planned(turn.connection, turn.member.organisation_id)
    return tuple(
        text("roles-waits", role=text(f"role-{one.role.value}"), at=At(one.due_at))
        for one in planned
        if one.member_id == turn.member.id
    )


def ask_again() -> Say:
    """Say that the privacy text is another one by now, and ask for a yes; a no costs nobody anything."""
    return say(
        "join-changed",
        tap("join-yes-again", Agree()),
        tap("join-more", TellMore()),
        tap("join-no", Decline()),
    )


def unagreed(turn: Turn) -> Say:
    """Ask for a yes again; to somebody who started talking, without the whole story once more."""
    if turn.member.state is State.active:
        return ask_again()
    words = turn.incoming.text.strip()
    if turn.incoming.kind is not Kind.text or not words or words.startswith("/") or _code(words):
        return ask_consent(turn)
    return say(
        "join-first", tap("join-yes", Agree()), tap("join-more", TellMore()), tap("join-no", Decline())
    )


def tell_more(turn: Turn, _pressed: TellMore) -> Say:
    """Say everything that is kept, why and how long, and ask again."""
    taps = () if turn.member.agreed else (tap("join-yes", Agree()), tap("join-no", Decline()))
    return Say((text("join-everything", channel=turn.incoming.channel),), taps)


def agree(turn: Turn, _pressed: Agree) -> Reply:
    """Take part from now on; go on to the profile, or to where one was."""
    again = turn.member.state is State.active
    if not turn.member.agreed:
        members.agree(turn.connection, turn.member.id, turn.now)
        if again:
            return say("join-agreed-again").instead()
    return Go(StartProfile())


def decline(turn: Turn, _pressed: Decline) -> Say:
    """Forget somebody who rather not takes part, and free their place.

    Who took part under an earlier text loses nothing by a no: nothing unasked comes, and they may leave.
    """
    if turn.member.agreed:
        raise Refusal("join-agreed-already")
    if turn.member.state is State.active:
        members.refuse(turn.connection, turn.member.id, turn.now)
        taps = (tap("join-yes-after-all", Agree()), tap("leave-erase", Leave()))
        return say("join-refused", *taps).instead()
    invitation_id = members.invitation_of(turn.connection, turn.member.id)
    if invitation_id is not None:
        invitations.give_back(turn.connection, invitation_id)
    members.forget(turn.connection, turn.member.id)
    return say("join-declined").instead()


# --- /start for somebody we know --------------------------------------------------------------------


def start(turn: Turn, words: str) -> Reply:
    """Welcome back, open a shared practice, or take what a new invitation brings."""
    code = _code(words)
    if code:
        return _use_again(turn, code)
    public_id = words.removeprefix(PRACTICE_MARK)
    if words.startswith(PRACTICE_MARK) and public_id.isalnum() and turn.member.agreed:
        return Go(ShowPractice(public_id))
    return _again(turn)


def _again(turn: Turn) -> Reply:
    if not turn.member.agreed:
        return ask_consent(turn)
    members.change(turn.connection, turn.member.id, silent=False)
    return say("join-back", name=turn.member.name or 0)


def _use_again(turn: Turn, code: str) -> Reply:
    """Somebody inside opens an invitation: it may give them another role, in the same organisation only."""
    invitation = invitations.look(turn.connection, code, turn.now)
    if invitation is None:
        known = sessions.look_link(turn.connection, code, turn.now)
        return say("device-known-here" if known else "join-link-broken")
    if invitation.organisation_id != turn.member.organisation_id:
        raise Refusal("join-elsewhere")
    if not gives_more(invitation.role, turn.member.role):
        return _again(turn)
    # Others may open it at this moment: only who really used it up gets the role.
    if invitations.redeem(turn.connection, code, turn.now) is None:
        return say("join-link-broken")
    waits = _give(turn.connection, turn.member, invitation, turn.now)
    if not turn.member.agreed:
        return ask_consent(turn)
    if waits is not None:
        return say("roles-waits", role=text(f"role-{waits.role.value}"), at=At(waits.due_at))
    return say("join-new-role", role=text(f"role-{invitation.role.value}"))


def ask_everybody_again(connection: Connection, now: datetime) -> None:
    """Ask who agreed to an earlier text, once, in their working hours."""
    for number in members.to_ask_again(connection, AT_ONCE):
        tell(
            connection, number, ask_again(), once=f"consent:{CONSENT}:{number}", lane=Lane.follow_up, now=now
        )


CAPABILITY = Capability(
    name="join",
    commands=(Command("start", start, EVERYONE, menu=False, before_consent=True),),
    buttons={Agree: agree, TellMore: tell_more, Decline: decline},
    before_consent=frozenset({Agree, TellMore, Decline}),
    jobs=(Job("consent", timedelta(hours=1), ask_everybody_again),),
    on_stranger=welcome_stranger,
    on_unagreed=unagreed,
)
