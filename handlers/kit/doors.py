"""Buttons that lead from one capability to another. Who answers them is said in that capability alone."""

from __future__ import annotations

from domain.invitations import INVITERS
from domain.people import COORDINATORS, EVERYONE, MODERATORS
from domain.rights import Reach
from handlers.kit.buttons import Button, button


@button("pr", EVERYONE, practice=Reach.seen)
class ShowPractice(Button):
    """Show a practice as a card."""

    practice: str


@button("sh", EVERYONE, mode=Reach.nothing)
class StartShare(Button):
    """Start sharing: "" asks how, "one" is one message, "steps" is step by step."""

    mode: str


@button("as", EVERYONE)
class StartAsk(Button):
    """Invite a question."""


@button("br", EVERYONE, theme=Reach.nothing, sort=Reach.nothing)
class Browse(Button):
    """Look around: all themes, or one; "newest" or "useful" first; from which card on."""

    theme: str
    sort: str
    skip: int


@button("mi", EVERYONE)
class ShowMine(Button):
    """Show what I shared."""


@button("he", EVERYONE)
class ShowHelp(Button):
    """Show what one can do here."""


@button("pf", EVERYONE)
class StartProfile(Button):
    """Choose job, themes and rhythm."""


@button("ps", EVERYONE)
class ShowProfile(Button):
    """Show who I am here, with a button for each thing that can be changed."""


@button("st", EVERYONE)
class Silence(Button):
    """Send nothing more, and offer to leave."""


@button("pc", EVERYONE)
class ChangeThemes(Button):
    """Choose other themes."""


@button("ls", EVERYONE)
class SendLess(Button):
    """Choose how often one is sent something."""


@button("pz", EVERYONE)
class StartPause(Button):
    """Be sent nothing for a while."""


@button("w2", COORDINATORS, change=Reach.ours)
class StopRole(Button):
    """Stop a change of role before it happens."""

    change: str


@button("w3", COORDINATORS, change=Reach.ours)
class AgreeToRole(Button):
    """Let a change of role happen now."""

    change: str


@button("dn", EVERYONE)
class StayHere(Button):
    """Go on here only: sign out of every other place, and let go of the other chats."""


@button("ok", EVERYONE)
class Fine(Button):
    """Nothing more to do: a kind last word."""


@button("qa", EVERYONE, question=Reach.own, practice=Reach.seen)
class ShowAnswer(Button):
    """Show a practice as the answer to a question of one's own."""

    question: str
    practice: str


@button("ao", EVERYONE, question=Reach.own)
class AskOn(Button):
    """Look a question of one's own up, for the first time or again."""

    question: str


@button("qw", EVERYONE, question=Reach.own)
class WithdrawQuestion(Button):
    """Take a question of one's own back."""

    question: str


# What one can do with a card. `question` names the question it answers, "" when it answers none, so that the
# card that is put in its place keeps the buttons of the answer.


@button("us", EVERYONE, practice=Reach.seen, question=Reach.own)
class Useful(Button):
    """Say that a practice is useful."""

    practice: str
    question: str


@button("nu", EVERYONE, practice=Reach.seen, question=Reach.own)
class NotUseful(Button):
    """Take "useful" back."""

    practice: str
    question: str


@button("di", EVERYONE, practice=Reach.seen, question=Reach.own)
class NotForMe(Button):
    """Say that a practice is not for me; only I know."""

    practice: str
    question: str


@button("ud", EVERYONE, practice=Reach.seen, question=Reach.own)
class ForMe(Button):
    """Take "not for me" back."""

    practice: str
    question: str


@button("rp", EVERYONE, practice=Reach.seen)
class StartReport(Button):
    """Report a practice: asks why."""

    practice: str


@button("em", EVERYONE, practice=Reach.own)
class EditMine(Button):
    """Change a practice of my own."""

    practice: str


@button("wm", EVERYONE, practice=Reach.own)
class WithdrawMine(Button):
    """Take a practice of my own back."""

    practice: str


@button("pb", EVERYONE, practice=Reach.own)
class PutBackMine(Button):
    """Show a practice of my own again that I withdrew."""

    practice: str


@button("so", EVERYONE, practice=Reach.seen)
class SendOn(Button):
    """Give the link to a practice."""

    practice: str


@button("mc", EVERYONE, practice=Reach.seen, question=Reach.own)
class MoreOnCard(Button):
    """Show the rest of what one can do with a card (`on`), or only the first choices again."""

    practice: str
    question: str
    on: bool


# Trying a practice, and telling how it went.


@button("tp", EVERYONE, practice=Reach.seen)
class MakePledge(Button):
    """I want to try this."""

    practice: str


@button("tu", EVERYONE, practice=Reach.seen)
class WithdrawPledge(Button):
    """I will not try this after all."""

    practice: str


@button("tl", EVERYONE, practice=Reach.seen)
class Tell(Button):
    """I tried this: ask how it went."""

    practice: str


@button("xp", EVERYONE, practice=Reach.seen)
class ShowExperiences(Button):
    """Show what colleagues told of a practice, from the `skip`th on, and who did it differently."""

    practice: str
    skip: int


@button("th", EVERYONE, practice=Reach.seen)
class StartThanks(Button):
    """Thank the maker of a practice."""

    practice: str


@button("va", EVERYONE, practice=Reach.seen)
class StartVariant(Button):
    """I did it differently: share that as a practice of its own."""

    practice: str


# People whom colleagues named, and who show something of themselves.


@button("vd", EVERYONE, practice=Reach.seen)
class StartNomination(Button):
    """Name a colleague who makes the difference: the maker of a practice, or ("") by their name."""

    practice: str


@button("pp", EVERYONE)
class ShowPeople(Button):
    """Show people in an order that is chance, from the `skip`th on."""

    skip: int


@button("po", EVERYONE, portrait=Reach.seen)
class ShowPortrait(Button):
    """Show what somebody shows of themselves."""

    portrait: str


@button("rv", MODERATORS)
class ShowReportedPortraits(Button):
    """Look at the portraits that somebody reported."""


@button("pw", EVERYONE, practice=Reach.seen)
class WhoMade(Button):
    """Show the portrait of whoever made a practice with their name on it."""

    practice: str


@button("pn", EVERYONE)
class MyPortrait(Button):
    """Show my own portrait, with what I can do with it."""


# For those who look after an organisation.

FROM_ELSEWHERE = -1  # as `skip`: the list begins below what was said, and replaces nothing


@button("iv", INVITERS)
class StartInvite(Button):
    """Make a link to join."""


@button("gl", MODERATORS)
class ShowGaps(Button):
    """Show the open question after `skip` newer ones."""

    skip: int


@button("mo", MODERATORS, practice=Reach.ours)
class Moderate(Button):
    """Choose what to do with a practice: hide it, show it again, or merge it."""

    practice: str


@button("rl", MODERATORS)
class ShowReported(Button):
    """Show what was reported, from the `skip`th on."""

    skip: int


@button("dd", MODERATORS)
class ShowDoubles(Button):
    """Show the two practices that are most alike; `skip` only says whether it begins below what was said."""

    skip: int


@button("mj", MODERATORS, double=Reach.ours, kept=Reach.ours)
class MergeInto(Button):
    """Merge this double into the practice that stays, after one more question."""

    double: str
    kept: str


@button("bc", COORDINATORS)
class StartBroadcast(Button):
    """Write a message to a group."""


@button("le", EVERYONE)
class Leave(Button):
    """Ask how to leave for good."""


@button("zs", COORDINATORS)
class StartRound(Button):
    """Compose a feedback round."""


@button("zl", COORDINATORS)
class ListRounds(Button):
    """Show my own rounds, from the `skip`th on."""

    skip: int


@button("zg", EVERYONE, round=Reach.own)
class OpenRound(Button):
    """Answer a round, from where one was."""

    round: str


@button("zb", COORDINATORS, round=Reach.ours)
class WriteBack(Button):
    """Write what comes of a round of my own."""

    round: str
