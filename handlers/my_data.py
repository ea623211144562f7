"""What is kept about me: in plain words, as a file to read, as a file for a program; correct it, erase it."""

from __future__ import annotations

from dataclasses import replace

from domain.delivery import OWN_DATA
from handlers.kit import Button, Capability, Command, Refusal, Say, Turn, button, say, tap
from handlers.kit.doors import Leave, ShowMine, ShowProfile
from handlers.kit.say import File
from storage import own_data

FORMS = ("html", "json")


@button("md")
class TakeMyData(Button):
    """Make a file of everything: "html" to read, "json" for another program."""

    form: str


def command(turn: Turn, _words: str) -> Say:
    """Answer /mydata."""
    found = own_data.count(turn.connection, turn.member)
    opinions = found.get("votes", 0) + found.get("dismissals", 0)
    return say(
        "mydata-shown",
        tap("mydata-html", TakeMyData("html")),
        tap("mydata-json", TakeMyData("json")),
        tap("mydata-profile", ShowProfile()),
        tap("mydata-mine", ShowMine()),
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


CAPABILITY = Capability(
    name="my_data",
    commands=(Command("mydata", command),),
    buttons={TakeMyData: take},
)
