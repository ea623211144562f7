"""A coordinator hands over a file with practices, hears what is in it, and chooses whether it comes in.

Nothing of the file is kept. A turn only notes that it is there; `bot` reads it, outside of any turn, and says
what is here as `planned` and `put_in_place`.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.importing import MOST_HANDED, ImportState, Reason, Refused, name_of, unfit
from domain.people import COORDINATORS, THEMES
from domain.rights import Reach
from handlers.kit import (
    Button,
    Capability,
    Command,
    Refusal,
    Reply,
    Say,
    Text,
    Turn,
    button,
    say,
    tap,
    text,
)
from handlers.kit.doors import Browse
from storage import imports, members

MOST_ROWS = 10  # refused rows that are named

# What is said to who chooses about a file that waits for no choice.
_STANDING = {
    ImportState.unread: "importing-under-way",
    ImportState.agreed: "importing-under-way",
    ImportState.done: "importing-in-already",
}


@button("fi", COORDINATORS, file=Reach.own)
class PutIn(Button):
    """Put in what is good in a file of one's own."""

    file: str


@button("fl", COORDINATORS, file=Reach.own)
class LeaveOut(Button):
    """Put nothing of a file of one's own in."""

    file: str


def explain(_turn: Turn, _words: str) -> Say:
    """Answer /import."""
    return say("importing-how", most=MOST_HANDED)


# --- a file comes in ----------------------------------------------------------------------------------


def document(turn: Turn) -> Reply:
    """Note a coordinator's file, to be read in a moment; anybody else hears that files are not kept."""
    file = turn.incoming.file
    if file is None or not turn.may(COORDINATORS):
        return None
    stem, suffix = name_of(file.name)
    if (why := unfit(suffix, file.size)) is not None:
        turn.world.uploads.drop(file.reference)
        raise Refusal(f"importing-{why.value}", most=MOST_HANDED)
    if turn.member.silent:
        raise Refusal("importing-silent")
    if imports.is_busy(turn.connection, turn.member):
        raise Refusal("importing-busy")
    name = turn.guard(stem).redacted + suffix
    imports.add(
        turn.connection,
        turn.member,
        channel=turn.incoming.channel,
        reference=file.reference,
        name=name,
        now=turn.now,
    )
    _answer_here(turn)
    alone = () if not turn.incoming.album else (text("importing-one"),)
    return say("importing-reading", name=name).then(*alone)


def _answer_here(turn: Turn) -> None:
    """Let what is said later come where the file came from, and not where the member was before."""
    members.mark_used(turn.connection, turn.incoming.channel, turn.incoming.address, turn.now)


# --- and its member chooses ---------------------------------------------------------------------------


def put_in(turn: Turn, pressed: PutIn) -> Say:
    """Agree to the plan for a file; it is carried out in a moment."""
    _choose(turn, pressed.file, ImportState.agreed)
    _answer_here(turn)
    return say("importing-putting").instead()


def leave_out(turn: Turn, pressed: LeaveOut) -> Say:
    """Forget a file."""
    turn.world.uploads.drop(_choose(turn, pressed.file, ImportState.dropped))
    return say("importing-left-out").instead()


def _choose(turn: Turn, name: str, state: ImportState) -> str:
    """Note a choice, and return what the channel calls the file."""
    found = imports.by_public_id(turn.connection, turn.member, name)
    if found is None or not imports.choose(turn.connection, turn.member, name, state, turn.now):
        raise Refusal(_STANDING.get(found.state, "importing-over") if found else "importing-over")
    return found.reference


# --- what is said of it by and by ---------------------------------------------------------------------


def planned(
    file: str, name: str, *, new: int, already: int, refused: Sequence[Refused], unknown: int = 0
) -> Say:
    """Say what would come in, and ask; `file` names it in the buttons."""
    parts = [text("importing-new", count=new, name=name)]
    if already:
        parts.append(text("importing-already", count=already))
    if unknown:
        parts.append(text("import-unknown-columns", count=unknown))
    if refused:
        parts += [text("importing-refused", count=len(refused)), _rows(refused), text("importing-mend")]
    taps = (tap("importing-yes", PutIn(file)), tap("importing-no", LeaveOut(file))) if new else ()
    return Say(tuple(parts), taps)


def put_in_place(*, added: int, already: int, refused: int) -> Say:
    """Say what came in."""
    parts = [text("importing-done", count=added)]
    if already:
        parts.append(text("importing-already", count=already))
    if refused:
        parts.append(text("importing-left", count=refused))
    return Say(tuple(parts), (tap("door-browse", Browse("", "newest", 0)),))


def told(added: int) -> Say:
    """Tell the other coordinators."""
    return say("importing-told", tap("door-browse", Browse("", "newest", 0)), count=added)


def _rows(refused: Sequence[Refused]) -> Text:
    """Name the first rows, each on a line of its own."""
    first, *others = (_row(row) for row in refused[:MOST_ROWS])
    for row in others:
        first = text("importing-rows", before=first, row=row)
    if (more := len(refused) - MOST_ROWS) > 0:
        first = text("importing-rows", before=first, row=text("import-more-rows", count=more))
    return first


def _row(row: Refused) -> Text:
    field = text(f"import-field-{row.field}") if row.field else ""
    match row.reason:
        case Reason.caught:
            kinds = tuple(text(f"guard-{kind.value}-long") for kind in row.kinds)
            reason = text("importing-no-caught", field=field, kinds=kinds)
        case Reason.theme:
            reason = text("import-no-theme", field=field, known=_THEMES)
        case _:
            reason = text(f"import-no-{row.reason.value}", field=field)
    return text("import-row", number=str(row.number), reason=reason)


_THEMES = tuple(text(f"theme-{theme}") for theme in THEMES)

CAPABILITY = Capability(
    name="importing",
    commands=(Command("import", explain, COORDINATORS),),
    buttons={PutIn: put_in, LeaveOut: leave_out},
    on_document=document,
)
