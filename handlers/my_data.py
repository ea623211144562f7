"""What is kept about me: in words, for how long, as a file to read or for a program; correct it, erase it."""

from __future__ import annotations

from dataclasses import replace

from domain.delivery import OWN_DATA
from domain.people import EVERYONE
from domain.retention import KINDS, Kept, Kind
from domain.rights import Reach
from handlers.kit import Button, Capability, Command, Refusal, Say, Text, Turn, button, say, tap, text
from handlers.kit.doors import Leave, ShowMine, ShowProfile
from handlers.kit.say import File
from storage import own_data

FORMS = ("html", "json")
DAY = 24 * 60  # minutes


@button("md", EVERYONE, form=Reach.nothing)
class TakeMyData(Button):
    """Make a file of everything: "html" to read, "json" for another program."""

    form: str


@button("me", EVERYONE)
class HowLong(Button):
    """Show how long each kind of data is kept."""


@button("mv", EVERYONE)
class WhereToCorrect(Button):
    """Show what can be corrected, and where."""


def command(turn: Turn, _words: str) -> Say:
    """Answer /mydata."""
    found = own_data.count(turn.connection, turn.member)
    opinions = found.get("votes", 0) + found.get("dismissals", 0)
    return say(
        "mydata-shown",
        tap("mydata-html", TakeMyData("html")),
        tap("mydata-json", TakeMyData("json")),
        tap("mydata-how-long", HowLong()),
        tap("mydata-correct", WhereToCorrect()),
        tap("mydata-erase", Leave()),
        practices=found.get("practices", 0),
        questions=found.get("questions", 0),
        opinions=opinions,
        devices=found.get("addresses", 0),
        kinds=len(found),
    )


def take(turn: Turn, pressed: TakeMyData) -> Say:
    """Make the file as it is now; a copy of what was said is emptied within a day."""
    if pressed.form not in FORMS:
        raise Refusal("old-button")
    values = {
        "form": pressed.form,
        "language": turn.member.language,
        "made": turn.now.isoformat(timespec="minutes"),
        "data": own_data.gather(turn.connection, turn.member),
    }
    return replace(say(f"mydata-file-{pressed.form}"), file=File(OWN_DATA, values))


def how_long(turn: Turn, _pressed: HowLong) -> Say:
    """Say of each kind that is somebody's own how long it is kept here."""
    spans: dict[float | None, list[Kind]] = {}
    for one in KINDS:
        if one.personal:
            spans.setdefault(turn.world.kept.days(one.name), []).append(one)
    lines = [
        text(
            "retention-line",
            how=span_of(several[0], turn.world.kept),
            what=tuple(text(f"retention-{one.name}") for one in several),
        )
        for several in spans.values()
    ]
    return Say((text("retention-shown"), *lines), (tap("mydata-erase", Leave()),))


def span_of(kind: Kind, kept: Kept) -> Text:
    """Return in words how long a kind is kept."""
    days = kept.days(kind.name)
    if days is None:
        return text(f"retention-until-{kind.until.value}")
    if days < 1:
        return text("retention-minutes", minutes=round(days * DAY))
    return text("retention-days", days=round(days))


def where_to_correct(_turn: Turn, _pressed: WhereToCorrect) -> Say:
    """Say what can be corrected and where, and what cannot."""
    return say(
        "mydata-where",
        tap("mydata-profile", ShowProfile()),
        tap("mydata-mine", ShowMine()),
        tap("mydata-erase", Leave()),
    )


CAPABILITY = Capability(
    name="my_data",
    commands=(Command("mydata", command, EVERYONE, before_consent=True),),
    # Whoever says no to a changed privacy text may see all the same what is kept.
    before_consent=frozenset({TakeMyData, HowLong, WhereToCorrect}),
    buttons={TakeMyData: take, HowLong: how_long, WhereToCorrect: where_to_correct},
)
