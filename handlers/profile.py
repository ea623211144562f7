"""Who I am here: job, themes, rhythm, language and name. Every choice is one tap and can be changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import Any

from domain.dates import Hours, read_hours
from domain.invitations import INVITERS
from domain.peers.fit import REGIONS, RESIDENTS, SIZES, TEAMS
from domain.people import EVERYONE, JOBS, LANGUAGES, MOST_NAME, MOST_THEMES, RHYTHMS, THEMES
from domain.rhythm import Habits, is_paused
from domain.rights import Reach
from handlers.kit import (
    Button,
    Capability,
    Command,
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
from handlers.kit.doors import (
    Browse,
    ChangeThemes,
    SendLess,
    ShowProfile,
    Silence,
    StartAsk,
    StartInvite,
    StartPause,
    StartProfile,
    StartShare,
)
from handlers.kit.naming import is_taken
from storage import contexts, habits, members, opt_outs
from storage.opt_outs import OptOut

USUAL = Hours(Habits().days, Habits().start, Habits().end)


@button("pj", EVERYONE, job=Reach.nothing)
class ChooseJob(Button):
    """My job; `next` goes on to the themes, as when one joins."""

    job: str
    next: bool


@button("pt", EVERYONE, theme=Reach.nothing)
class ToggleTheme(Button):
    """Follow or leave a theme; pressed twice it is done once."""

    theme: str
    on: bool
    next: bool


@button("pd", EVERYONE)
class ThemesDone(Button):
    """These are my themes."""

    next: bool


@button("pm", EVERYONE, rhythm=Reach.nothing)
class ChooseRhythm(Button):
    """How often I may be sent something."""

    rhythm: str
    next: bool


class Where(StrEnum):
    """What somebody can say of where they work, in the order in which it is asked."""

    residents = "residents"
    municipality = "municipality"
    team_size = "team_size"
    region = "region"


PLACES: Mapping[Where, Sequence[str]] = {
    Where.residents: RESIDENTS,
    Where.municipality: SIZES,
    Where.team_size: TEAMS,
    Where.region: REGIONS,
}


@button("wp", EVERYONE, place=Reach.nothing)
class ChoosePlace(Button):
    """One thing of where I work; "" says nothing of it."""

    what: Where
    place: str


@button("pl", EVERYONE, language=Reach.nothing)
class ChooseLanguage(Button):
    """The language to speak with me."""

    language: str


@button("pa", EVERYONE, what=Reach.nothing)
class AskAgain(Button):
    """Change one thing: "job", "place", "themes", "rhythm", "language" or "name"."""

    what: str


# --- on joining: job, themes, rhythm ----------------------------------------------------------------


def start(_turn: Turn, _pressed: StartProfile) -> Say:
    """Ask for the job, the first of three questions; a question may be typed at any moment."""
    return _ask_job(following=True).instead()


def _ask_job(*, following: bool) -> Say:
    return say("profile-job", *(tap(f"job-{job}", ChooseJob(job, following)) for job in JOBS))


def choose_job(turn: Turn, pressed: ChooseJob) -> Reply:
    """Note the job."""
    if pressed.job not in JOBS:
        raise Refusal("old-button")
    members.change(turn.connection, turn.member.id, job=pressed.job)
    chosen = text("profile-job-chosen", job=text(f"job-{pressed.job}"))
    if not pressed.next:
        return Say((chosen,)).instead()
    return _ask_themes(turn, following=True).after(chosen).instead()


def _ask_themes(turn: Turn, *, following: bool) -> Say:
    mine = set(members.themes_of(turn.connection, turn.member.id))
    taps = [
        tap(
            "profile-theme-on" if theme in mine else "profile-theme-off",
            ToggleTheme(theme, theme not in mine, following),
            theme=text(f"theme-{theme}"),
        )
        for theme in THEMES
    ]
    return say("profile-themes", *taps, tap("profile-done", ThemesDone(following)), most=MOST_THEMES)


def toggle_theme(turn: Turn, pressed: ToggleTheme) -> Reply:
    """Follow a theme, or leave it; the third one goes on by itself when joining."""
    if pressed.theme not in THEMES:
        raise Refusal("old-button")
    mine = set(members.themes_of(turn.connection, turn.member.id))
    if not pressed.on:
        members.unfollow(turn.connection, turn.member.id, pressed.theme)
    elif pressed.theme not in mine and len(mine) >= MOST_THEMES:
        return (
            _ask_themes(turn, following=pressed.next)
            .after(text("profile-themes-full", most=MOST_THEMES))
            .instead()
        )
    else:
        members.follow(turn.connection, turn.member, pressed.theme)
        if pressed.next and len(mine | {pressed.theme}) == MOST_THEMES:
            return themes_done(turn, ThemesDone(True))
    return _ask_themes(turn, following=pressed.next).instead()


def themes_done(turn: Turn, pressed: ThemesDone) -> Reply:
    """Confirm the themes in words."""
    mine = members.themes_of(turn.connection, turn.member.id)
    chosen = (
        text("profile-themes-chosen", themes=tuple(text(f"theme-{theme}") for theme in mine))
        if mine
        else text("profile-themes-none")
    )
    if not pressed.next:
        return Say((chosen,)).instead()
    return _ask_rhythm(turn, following=True).after(chosen).instead()


def _ask_rhythm(turn: Turn, *, following: bool) -> Say:
    return say(
        "profile-rhythm",
        *(tap(f"rhythm-{rhythm}", ChooseRhythm(rhythm, following)) for rhythm in RHYTHMS),
        tap("profile-change-hours", AskAgain("hours")),
        hours=_hours_text(habits.of(turn.connection, turn.member.id)),
    )


def choose_rhythm(turn: Turn, pressed: ChooseRhythm) -> Reply:
    """Note the rhythm; when joining, that was the last question."""
    if pressed.rhythm not in RHYTHMS:
        raise Refusal("old-button")
    members.change(turn.connection, turn.member.id, rhythm=pressed.rhythm)
    if pressed.rhythm == "nothing":
        opt_outs.note(turn.connection, turn.member, OptOut.stopped, turn.now)
    else:
        opt_outs.take_back(turn.connection, turn.member)
    chosen = Say((text("profile-rhythm-chosen", rhythm=text(f"rhythm-{pressed.rhythm}")),)).instead()
    if not pressed.next:
        return chosen
    ready = say(
        "profile-ready",
        tap("door-ask", StartAsk()),
        tap("door-share", StartShare("")),
        tap("door-browse", Browse("", "", 0)),
        *((tap("door-invite", StartInvite()),) if turn.may(INVITERS) else ()),
    )
    return (chosen, ready)


# --- changing it later ------------------------------------------------------------------------------


def command(turn: Turn, _words: str) -> Say:
    """Answer /profile."""
    return show(turn, ShowProfile())


def show(turn: Turn, _pressed: ShowProfile) -> Say:
    """Show the profile with a button for each thing that can be changed."""
    member = turn.member
    themes = members.themes_of(turn.connection, member.id)
    mine = habits.of(turn.connection, member.id)
    place = _place_text(contexts.chosen(turn.connection, member))
    return Say(
        (
            text(
                "profile-shown",
                name=member.name or text("profile-nothing"),
                job=text(f"job-{member.job}") if member.job else text("profile-nothing"),
                place=place or text("profile-nothing"),
                themes=tuple(text(f"theme-{theme}") for theme in themes) or text("profile-nothing"),
                rhythm=text(f"rhythm-{member.rhythm}") if member.rhythm else text("profile-nothing"),
                hours=_hours_text(mine),
                language=text(f"language-{member.language}"),
            ),
            *_pause_text(mine, turn.now),
        ),
        tuple(tap(f"profile-change-{what}", AskAgain(what)) for what in _QUESTIONS),
    )


def less(turn: Turn, _words: str) -> Say:
    """Answer /less, at any time."""
    return send_less(turn, SendLess())


def send_less(turn: Turn, _pressed: SendLess) -> Say:
    """Ask how often, below a message that nobody asked for; a pause and silence are as near."""
    opt_outs.note(turn.connection, turn.member, OptOut.less, turn.now)
    return _ask_rhythm(turn, following=False).with_taps(
        tap("unasked-pause", StartPause()), tap("unasked-stop", Silence())
    )


def change_themes(turn: Turn, _pressed: ChangeThemes) -> Say:
    """Ask for other themes, below a message that nobody asked for."""
    return _ask_themes(turn, following=False)


def _ask_place(what: Where) -> Say:
    """Ask one thing of where somebody works; each may stay empty."""
    chosen = (tap(f"place-{what.value}-{one}", ChoosePlace(what, one)) for one in PLACES[what])
    return say(f"profile-place-{what.value}", *chosen, tap("profile-place-empty", ChoosePlace(what, "")))


def choose_place(turn: Turn, pressed: ChoosePlace) -> Reply:
    """Note it, and ask the next thing; after the last one say what is known."""
    if pressed.place and pressed.place not in PLACES[pressed.what]:
        raise Refusal("old-button")
    members.change(turn.connection, turn.member.id, **{pressed.what.value: pressed.place})
    order = list(Where)
    following = order[order.index(pressed.what) + 1 :]
    if following:
        return _ask_place(following[0]).instead()
    known = _place_text(contexts.chosen(turn.connection, turn.member))
    chosen = say("profile-place-chosen", place=known) if known else say("profile-place-none")
    return chosen.instead()


def _place_text(known: Mapping[str, str]) -> tuple[Text, ...]:
    return tuple(text(f"place-{what.value}-{known[what.value]}") for what in Where if what.value in known)


def ask_hours(turn: Turn) -> Reply:
    """Ask when one works."""
    return begin(turn, HOURS)


def _ask_hours(_turn: Turn, draft: Draft) -> Say:
    return say("profile-hours-ask", pick(draft, "hours", "usual", "profile-hours-usual"))


def _hours_typed(_turn: Turn, _draft: Draft, words: str) -> dict[str, Any]:
    found = read_hours(words, USUAL)
    if found is None:
        raise Refusal("profile-hours-unread")
    return _noted(found)


def _hours_picked(_turn: Turn, _draft: Draft, value: str) -> dict[str, Any]:
    if value != "usual":
        raise Refusal("flow-choose")
    return _noted(USUAL)


def _noted(hours: Hours) -> dict[str, Any]:
    return {
        "days": sorted(hours.days),
        "start": hours.start.isoformat("minutes"),
        "end": hours.end.isoformat("minutes"),
    }


def _hours_done(turn: Turn, draft: Draft) -> Say:
    days = frozenset(draft.answers["days"])
    start, end = (time.fromisoformat(draft.answers[at]) for at in ("start", "end"))
    habits.change_hours(turn.connection, turn.member.id, days, start, end)
    chosen = text("profile-hours-chosen", hours=_hours_text(habits.of(turn.connection, turn.member.id)))
    # Who comes here from the last question on joining goes on there.
    return Say((chosen,)) if turn.member.rhythm else _ask_rhythm(turn, following=True).after(chosen)


def _hours_text(mine: Habits) -> Text:
    days = tuple(text(f"day-{number}") for number in sorted(mine.days))
    return text("profile-hours", days=days, start=_clock(mine.start), end=_clock(mine.end))


def _clock(at: time) -> Text:
    return text("clock", hour=str(at.hour), minute=f"{at.minute:02}")


def _pause_text(mine: Habits, now: datetime) -> tuple[Text, ...]:
    until = mine.paused_until
    if until is None or not is_paused(mine, now):
        return ()
    return (text("profile-paused", until=datetime.combine(until, time(12), UTC)),)


def ask_again(turn: Turn, pressed: AskAgain) -> Reply:
    """Ask for one thing of the profile again."""
    ask = _QUESTIONS.get(pressed.what)
    if ask is None:
        raise Refusal("old-button")
    return ask(turn)


def ask_language(_turn: Turn) -> Say:
    """Ask which language to speak."""
    return say("profile-language", *(tap(f"language-{one}", ChooseLanguage(one)) for one in LANGUAGES))


def choose_language(turn: Turn, pressed: ChooseLanguage) -> Reply:
    """Speak the other language from this answer on."""
    if pressed.language not in LANGUAGES:
        raise Refusal("old-button")
    members.change(turn.connection, turn.member.id, language=pressed.language)
    return say("profile-language-chosen").instead()


def language(turn: Turn, _words: str) -> Reply:
    """Answer /language."""
    return ask_language(turn)


def _ask_name(_turn: Turn, _draft: Draft) -> Say:
    return say("profile-name")


def _name_typed(turn: Turn, _draft: Draft, words: str) -> dict[str, str]:
    name = turn.name_in(words, MOST_NAME)
    if is_taken(turn.connection, turn.member.organisation_id, name, turn.member.role, turn.member.id):
        raise Refusal("profile-name-taken")
    return {"name": name}


def _name_done(turn: Turn, draft: Draft) -> Say:
    members.change(turn.connection, turn.member.id, name=draft.answers["name"])
    return say("profile-name-chosen", name=draft.answers["name"])


HOURS = Flow(
    "hours", EVERYONE, (Step("hours", _ask_hours, typed=_hours_typed, picked=_hours_picked),), _hours_done
)
NAME = Flow("name", EVERYONE, (Step("name", _ask_name, typed=_name_typed),), _name_done)

_QUESTIONS = {
    "name": lambda turn: begin(turn, NAME),
    "job": lambda _turn: _ask_job(following=False),
    "place": lambda _turn: _ask_place(Where.residents),
    "themes": lambda turn: _ask_themes(turn, following=False),
    "rhythm": lambda turn: _ask_rhythm(turn, following=False),
    "hours": ask_hours,
    "language": ask_language,
}

CAPABILITY = Capability(
    name="profile",
    commands=(
        Command("profile", command, EVERYONE),
        Command("less", less, EVERYONE),
        Command("language", language, EVERYONE, before_consent=True),
    ),
    buttons={
        StartProfile: start,
        ShowProfile: show,
        SendLess: send_less,
        ChangeThemes: change_themes,
        ChooseJob: choose_job,
        ToggleTheme: toggle_theme,
        ThemesDone: themes_done,
        ChooseRhythm: choose_rhythm,
        ChoosePlace: choose_place,
        ChooseLanguage: choose_language,
        AskAgain: ask_again,
    },
    before_consent=frozenset({ChooseLanguage}),
    flows=(NAME, HOURS),
)
