"""Take one person's doings away, and nothing that a coordinator can get changes, but figures of ten and more.

Whatever coordinators can type is typed, and whatever they can press behind it is pressed, twice: with all
that people did, and without what one of them did. What one person wrote for others to read (a practice, an
open question) is not a figure: it is there because they put it there, and goes when they take it away.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from bot.render import SpokenButton
from content.speech import command_words
from domain.audience import EVERYBODY
from domain.broadcasts import Ask, Voice
from domain.matching import Outcome as Found
from domain.peers.evidence import Outcome
from domain.people import Role
from domain.practices import Visibility
from domain.questions import QuestionState
from domain.rounds import Kind, Question
from domain.schedules import Every
from handlers.broadcasts.received import Seen
from handlers.kit import Button
from handlers.kit.doors import MakePledge, NotForMe, ShowPractice, Silence, StartPause, Useful
from handlers.rounds.answer import AnswerRound, DeclineRound
from handlers.trials.telling import TellOutcome
from storage import broadcasts, members, nudging, organisations, questions, rounds
from storage.database import Database, sqlite_url
from tests.rehearsal import Heard, Rehearsal, Scene
from tests.stage import Person, Stage

DEPTH = 3  # how far behind a command is pressed
MOST_PRESSES = 60  # behind each command
FIGURES = ("/overzicht", "/rondes", "/bericht")  # what may change when its group is ten or more
LONG = 15  # people in a large organisation
TEAM = 8  # people in the first team, beside Carla


@dataclass(frozen=True)
class Deed:
    """Somebody did something: to the practice of everybody, to that of the team, or at large."""

    who: int
    what: str
    where: int = 0  # 0 and 1: practices of everybody; 2: of one team


@dataclass(frozen=True, repr=False)
class Place:
    """An organisation of so many people, who can do all of that."""

    stage: Stage
    carla: Person
    people: Sequence[Person]
    practices: Sequence[str]
    round: str
    broadcast: str


SECRETS = re.compile(r"(?<=/join/)[\w-]+|(?<=start=)[\w-]+")  # of an invitation: made anew each time
WHATS = (
    *(outcome.value for outcome in Outcome),
    "useful",
    "not for me",
    "pledge",
    "look",
    "answer",
    "decline",
    "seen",
    "asked",
    "pause",
)


def place_of(file: Path, many: int) -> Place:
    """Furnish an organisation: Carla and eight people in a team, the others in another."""
    stage = Stage(Database(sqlite_url(file)))
    with stage.database.transaction() as connection:
        noord, zuid = (
            organisations.add_team(connection, stage.organisation.id, name).id for name in ("Noord", "Zuid")
        )
        for team in (noord, zuid):
            said = nudging.Said(stage.now.date(), nudging.Speaker.lead)
            nudging.say_told(connection, stage.organisation.id, None, team, said, stage.now)
    carla = stage.person("Carla", Role.coordinator, team_id=noord)
    people = [
        stage.person(f"Collega {number}", team_id=noord if number < TEAM else zuid)
        for number in range(many - 1)
    ]
    maker = people[0]
    made = (
        stage.practice(maker, "Zet een doos bij de deur"),
        stage.practice(carla, "Koffie op de trap", approach="Schenk koffie en luister.", situation="Ruzie."),
        stage.practice(maker, "Alleen van Noord", visibility=Visibility.team, approach="Bel samen aan."),
    )
    return Place(stage, carla, people, made, *_asked(stage, carla, people))


def _asked(stage: Stage, carla: Person, people: Sequence[Person]) -> tuple[str, str]:
    """Ask everybody something in a round and in a message, as soon as there are enough for it."""
    with stage.database.transaction() as connection:
        author = members.by_id(connection, carla.member_id)
        assert author is not None
        ready = broadcasts.add(
            connection,
            author,
            words="Morgen is er taart.",
            voice=Voice.colleagues,
            asks=Ask.seen,
            audience=EVERYBODY.code,
            practice_id=None,
            recipients=len(people) + 1,
            start_at=stage.now,
            now=stage.now,
        )
        held = ""
        if len(people) + 1 >= 10:
            days = (stage.now + timedelta(days=days) for days in (0, 3, 10))
            opens, closes, feedback = days
            planned = rounds.Plan(
                ready="",
                topic="Het formulier",
                sender="",
                audience=EVERYBODY,
                questions=(Question(Kind.scale, words="Hoe gaat het?"),),
                split=False,
                rhythm=Every.once,
                days_open=3,
                feedback_days=7,
                opens_at=opens,
                closes_at=closes,
                feedback_at=feedback,
            )
            held = rounds.plan(connection, author, planned, stage.now)
            one = rounds.by_public_id(connection, author.organisation_id, held)
            assert one is not None
            everybody = dict.fromkeys([carla.member_id, *(person.member_id for person in people)], 0)
            assert rounds.open_it(connection, one, everybody, [[]])
    for _ in range(4):
        stage.jobs()
        stage.catch_up()
    return held, ready.public_id


def does(scene: Scene, place: Place, deed: Deed) -> None:
    """Let somebody do something, through the button that they have for it."""
    person, practice = place.people[deed.who], place.practices[deed.where]
    pressed: Button | None = {
        "useful": Useful(practice, ""),
        "not for me": NotForMe(practice, ""),
        "pledge": MakePledge(practice),
        "look": ShowPractice(practice),
        "answer": AnswerRound(place.round, 0, deed.where),
        "decline": DeclineRound(place.round),
        "seen": Seen(place.broadcast),
        "silence": Silence(),
        "pause": StartPause(),
    }.get(deed.what)
    if deed.what == "asked":
        _asks(scene, person)
    elif pressed is None:
        scene.presses(person, TellOutcome(practice, Outcome(deed.what)))
    else:
        scene.presses(person, pressed)
    if deed.what == "pause":
        scene.says(person, "2 weken")


def _asks(scene: Scene, person: Person) -> None:
    """Ask something that is answered at once: an open question is text for coordinators, not a figure."""
    asker = members.by_id(scene.connection, person.member_id)
    assert asker is not None
    one = questions.add(scene.connection, asker, "Wat doe ik?", QuestionState.shown, scene.stage.now)
    questions.mark(scene.connection, one, QuestionState.shown, Found.ANSWER)


def everything(place: Place, deeds: Sequence[Deed]) -> dict[str, str]:
    """Return all that Carla can get to read once these things were done, by how she came there."""
    found: dict[str, str] = {}
    with Rehearsal(place.stage).scene() as scene:
        for deed in deeds:
            does(scene, place, deed)
        later = timedelta(days=7)
        for _ in range(2):
            for job in place.stage.routes.jobs:
                for part in list(job.parts(scene.connection, place.stage.now + later)):
                    job.run(scene.connection, place.stage.now + later, *part)
        for command in sorted(commands(place.stage)):
            found.update(_behind(scene, place.carla, command, later))
    return found


def commands(stage: Stage) -> list[str]:
    """Return what coordinators can type and members cannot, as it is typed."""
    return [
        "/" + command_words(name, "nl")[0]
        for name, command in stage.routes.commands.items()
        if Role.coordinator in command.roles and Role.member not in command.roles
    ]


def _behind(scene: Scene, carla: Person, command: str, later: timedelta) -> Iterator[tuple[str, str]]:
    """Yield what a command says, and what every button behind it says, each as if it were the first."""
    with scene.connection.begin_nested() as nested:
        page = _page(scene.says(carla, command, after=later))
        nested.rollback()
    yield command, page
    ways: list[tuple[str, tuple[int, ...]]] = [(command, ())]  # to pages whose buttons are to be pressed
    pages, left = {page}, MOST_PRESSES - 1
    while ways and left:
        path, taps = ways.pop(0)
        with scene.connection.begin_nested() as there:
            heard = scene.says(carla, command, after=later)
            for number in taps:
                heard = scene.presses(carla, _buttons(heard)[number].data, after=later)
            for number, one in enumerate(_buttons(heard)[:left]):
                with scene.connection.begin_nested() as nested:
                    behind = scene.presses(carla, one.data, after=later)
                    nested.rollback()
                page, left = _page(behind), left - 1
                yield f"{path} > {one.label}", page
                if len(taps) + 1 < DEPTH and page not in pages:
                    pages.add(page)
                    if _buttons(behind):
                        ways.append((f"{path} > {one.label}", (*taps, number)))
            there.rollback()


def _page(heard: Heard) -> str:
    files = [json.dumps(one.file, sort_keys=True) for one in heard.spoken if one.file]
    return SECRETS.sub("", "\n".join([heard.words, *files]))


def _buttons(heard: Heard) -> list[SpokenButton]:
    return [one for spoken in heard.spoken for row in spoken.rows for one in row if one.data]


# --- what may change ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def places(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Place]]:
    """Organisations of every size around ten, furnished once: what is tried in them is taken back."""
    folder = tmp_path_factory.mktemp("places")
    made = {}
    for many in (9, 10, LONG):
        file = folder / f"{many}.db"
        shutil.copyfile(sqlite_template, file)
        made[many] = place_of(file, many)
    yield made
    for one in made.values():
        one.stage.database.close()


def differences(place: Place, deeds: Sequence[Deed], who: int) -> dict[str, tuple[str, str]]:
    """Return what Carla gets otherwise when one person did nothing, by how she came there."""
    before = everything(place, deeds)
    after = everything(place, [one for one in deeds if one.who != who])
    return {
        path: (before.get(path, ""), after.get(path, ""))
        for path in {**before, **after}
        if before.get(path) != after.get(path)
    }


@st.composite
def doings(draw: st.DrawFn, most: int, whats: Sequence[str] = WHATS, where: int | None = None) -> list[Deed]:
    """Draw how about as many people do the same as a figure begins at, and others do other things.

    The last of them is who is taken away.
    """
    what, there = draw(st.sampled_from(whats)), draw(st.integers(0, 2)) if where is None else where
    crowd = draw(st.permutations(range(1, most - 1)))[: draw(st.integers(4, 6))]
    one = st.builds(
        Deed,
        st.integers(0, most - 2),
        st.sampled_from(whats),
        st.integers(0, 2) if where is None else st.just(where),
    )
    others = draw(st.lists(one, max_size=6))
    return [*others, *(Deed(who, what, there) for who in crowd)]


# To make a failure smaller takes minutes here.
SOME = settings(max_examples=3, phases=(Phase.explicit, Phase.generate))
FIVE_TRIED = [Deed(who, "worked") for who in range(1, 6)]
FIVE_OF_A_TEAM = [Deed(who, "worked", 2) for who in range(1, 6)]
ONE_DID_ALL = [*(Deed(who, "partly", 1) for who in range(4)), *(Deed(4, what, 1) for what in WHATS)]
OF_A_PRACTICE = ("useful", "not for me", "pledge", "look", *(one.value for one in Outcome))


@SOME
@given(deeds=doings(9))
@example(deeds=FIVE_TRIED)
@example(deeds=ONE_DID_ALL)
def test_in_nine__nobody_makes_a_difference(places: dict[int, Place], deeds: list[Deed]) -> None:
    assert not differences(places[9], deeds, deeds[-1].who)


@SOME
@given(deeds=doings(LONG))
@example(deeds=FIVE_TRIED)
@example(deeds=ONE_DID_ALL)
def test_in_a_large_one__only_figures_of_all_change(places: dict[int, Place], deeds: list[Deed]) -> None:
    found = differences(places[LONG], deeds, deeds[-1].who)
    elsewhere = {path: both for path, both in found.items() if not path.startswith(FIGURES)}
    assert not elsewhere


@SOME
@given(deeds=doings(TEAM + 1, OF_A_PRACTICE, where=2))
@example(deeds=FIVE_OF_A_TEAM)
def test_in_a_team_of_eight__nobody_makes_a_difference(places: dict[int, Place], deeds: list[Deed]) -> None:
    """What they did with what only they may read is no figure of the fifteen either."""
    assert not differences(places[LONG], deeds, deeds[-1].who)


def test_figures__of_ten_do_change(places: dict[int, Place]) -> None:
    """So that the tests above can fail: a fifth colleague who tries it, and a fifth who answers."""
    found = differences(places[10], FIVE_TRIED, 5)
    assert "5 of meer" in found["/overzicht"][0]
    assert "5 of meer" not in found["/overzicht"][1]
    answered = [Deed(who, "answer", 1) for who in range(5)]
    assert any(path.startswith("/rondes") for path in differences(places[10], answered, 4))


@pytest.mark.parametrize("many", [9, 10, LONG])
def test_nobody__is_seen_to_have_stopped(places: dict[int, Place], many: int) -> None:
    assert not differences(places[many], [Deed(5, "silence")], 5)


def test_question__that_is_open_is_what_its_asker_wrote(places: dict[int, Place]) -> None:
    """It is words for coordinators and no figure: it goes when its asker takes it back, and nothing else."""
    place = places[9]
    with Rehearsal(place.stage).scene() as scene:
        asker = members.by_id(scene.connection, place.people[2].member_id)
        assert asker is not None
        questions.add(scene.connection, asker, "Wat doe ik met post?", QuestionState.open, place.stage.now)
        shown = dict(_behind(scene, place.carla, "/gaten", timedelta(days=7)))
    assert "Wat doe ik met post?" in shown["/gaten"]
    assert place.people[2].name not in "".join(shown.values())
