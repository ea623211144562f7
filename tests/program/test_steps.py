"""Every step of every conversation: after a restart, and with what does not belong there.

The conversations come from the registry: a step that no walk visits fails the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from domain.audience import EVERYBODY
from domain.peers.evidence import Outcome
from domain.people import Role
from domain.portraits import Told
from domain.questions import QuestionState
from domain.rounds import Kind as RoundKind
from domain.rounds import Question
from domain.schedules import Every
from domain.text import sentences
from handlers.gaps import LinkGap
from handlers.kit import Button, Draft, FileRef, Kind, Pick, Resume
from handlers.kit.buttons import decode, encode
from handlers.kit.doors import EditMine, MakePledge, StartNomination, StartRound, StartThanks, WriteBack
from handlers.kit.flow import Back, Caught, StopFlow
from handlers.moderate import StartMerge
from handlers.nudging.teams import WITHOUT, WasSaid
from handlers.numbers import ShowNumber
from handlers.portraits.interview import StartInterview
from handlers.profile import AskAgain
from handlers.rounds.answer import WriteRound
from handlers.rounds.outcome import HideQuote
from handlers.synonyms import NewSynonyms
from handlers.trials.pledging import AddPlan
from handlers.trials.telling import TellOutcome
from storage import conversations, members, organisations, portraits, questions, rounds
from tests.emulator.media import JPEG
from tests.program.test_commands import TEXTS
from tests.rehearsal import Heard, Rehearsal, Scene
from tests.stage import Person, Seen, Stage

STORY = (
    "Bij een man die zijn post niet meer openmaakte deed ik eerst niets met de schulden. "
    "Ik zette samen met hem een doos bij de deur en we maakten elke week drie enveloppen open. "
    "Toen kwam er rust en hij belde zelf de deurwaarder."
)
LIMITS = "Doe dit niet als er een ontruiming dreigt."
STRANGE = ("8,000 characters", "4,096 units of emoji", "marks", "zero width", "half a character")
WORDS = ("title", "situation", "approach", "result", "limits")


@dataclass(frozen=True)
class Choose:
    """Tap the newest choice with this value; the first choice there is when it is empty."""

    value: str = ""


@dataclass(frozen=True)
class Forward:
    """Forward somebody's words."""

    words: str


@dataclass(frozen=True)
class Hand:
    """Send a picture or file."""

    data: bytes
    name: str = ""


Act: TypeAlias = "str | Button | Choose | Forward | Hand"
Walk: TypeAlias = "tuple[Act, ...]"


ADJUSTED: tuple[tuple[str, tuple[Choose | str, ...]], ...] = (
    ("audience", (Choose("role"), Choose("role-liaison"))),
    ("sender", ("Team Beleid",)),
    ("rhythm", (Choose("month"), Choose("6"))),
    ("days", (Choose("3"),)),
    ("when", (Choose("morning"),)),
    ("split", (Choose("yes"),)),
    ("topic", ("Het nieuwe formulier",)),
    ("feedback", (Choose("7"),)),
)


def walks(mine: str, double: str, gap: str, held: tuple[str, str]) -> dict[str, Walk]:
    """Return ways through the conversations that visit every step and come to an end."""
    reword = [act for name in WORDS for act in (Choose("change"), Choose(name), f"Andere woorden: {name}.")]
    themes = (Choose("themes"), Choose("work"), Choose("no-work"), Choose("done"))
    settings = (*themes, Choose("name"), Choose("job"), Choose("readers"), Choose("team"))
    edits: dict[str, Walk] = {
        f"edit {name}": (EditMine(mine), Choose(name), f"Andere woorden: {name}.") for name in WORDS
    }
    return {
        "share": (
            "/deel",
            Choose("one"),
            STORY,
            LIMITS,
            Choose("apart"),
            *reword,
            *settings,
            Choose("place"),
        ),
        "share in steps": (
            "/deel",
            Choose("steps"),
            "Een moeder durfde niet naar de balie te komen.",
            "Ik liep met haar mee vanaf het schoolplein.",
            Choose("unknown"),
            Choose("unknown"),
            "Niet als ze dat liever niet wil.",
            Choose("place"),
        ),
        "forward": (Forward(f"{STORY} {LIMITS}"), Choose("yes"), Choose("apart"), Choose("place")),
        **edits,
        "edit themes": (EditMine(mine), *themes),
        "edit name": (EditMine(mine), Choose("name"), Choose("nobody")),
        "edit readers": (EditMine(mine), Choose("readers"), Choose("organisation")),
        "name": (AskAgain("name"), "Anna-Maria"),
        "hours": (AskAgain("hours"), "ma di do 9-17"),
        "pause": ("/pauze", "maandag"),
        "invite": ("/uitnodigen", Choose("member"), Choose("choose"), "Team Zuid", Choose("0"), Choose()),
        "gap": (LinkGap(gap), "enveloppen doos", Choose(), Choose("other"), Choose(), Choose("yes")),
        "plan": (AddPlan(double), "Als iemand een tas met post brengt, dan pak ik een doos."),
        "trial": (
            TellOutcome(double, Outcome.partly),
            "Met een kleine doos ging het beter.",
            Choose("time"),
            Choose("nameless"),
        ),
        "thanks": (StartThanks(double), "Dit gaf een moeder rust.", Choose("nameless")),
        "nomination": (
            StartNomination(""),
            "Iemand",
            "Ze bleef zitten tot het rustig was.",
            "Ze belde zelf de verhuurder.",
            Choose("doer"),
            Choose("yes"),
        ),
        "portrait": (
            StartInterview(),
            Choose("bridge"),
            "Ik loop mee naar de balie.",
            "Ik belde zelf de rechtbank.",
            Choose("skip"),
            "Hoe je met verhuurders praat.",
            Choose("yes"),
            Choose("nameless"),
            Choose("change"),
            Choose("day"),
            "Ik luister eerst.",
            Choose("publish"),
        ),
        "synonyms": (NewSynonyms(), "beslagvrije voet = leefgeld"),
        "number": (ShowNumber("caps-week"), "1"),
        "team told": (WasSaid(WITHOUT), Choose("lead"), "gisteren"),
        "broadcast": (
            "/bericht",
            "Morgen is er *taart*.",
            Choose("everybody"),
            Choose("policy"),
            Choose("practice"),
            "enveloppen doos",
            Choose(),
            "morgen 10:00",
            Choose("asks"),
            Choose("round"),
            Choose(),
            Choose("file"),
            Choose("none"),
            Choose("file"),
            Hand(JPEG),
            "Een taart met kaarsjes.",
            Choose("audience"),
            Choose("role"),
            Choose("role-member"),
            "1",
        ),
        "round": (
            StartRound(),
            Choose("own"),
            "Het formulier",
            "Hoe gaat het?",
            Choose("choice"),
            "tijd / regels / systemen",
            Choose("yes"),
            "En verder?",
            Choose("open"),
            Choose("no"),
            Choose("everybody"),
            Choose("14"),
            *(act for what, then in ADJUSTED for act in (Choose("adjust"), Choose(what), *then)),
            Choose("start"),
        ),
        "round_answer": (WriteRound(held[0], 0), "Bel elkaar eerder."),
        "round_feedback": (
            WriteBack(held[1]),
            "Het formulier is te lang.",
            "We maken het korter.",
            Choose("2"),
            "Het kan niet weg.",
            "Het staat in de wet.",
            "Of het digitaal kan.",
            Choose("4"),
            Choose("publish"),
        ),
        "round_hide": (HideQuote(held[1], 0), "formulier", Choose("hurts"), Choose("hide")),
        "merge": (StartMerge(double), "enveloppen doos", Choose(), Choose("other"), Choose(), Choose("yes")),
    }


def acts(person: Person, act: Act) -> Seen:
    """Do the next thing of a walk."""
    match act:
        case str():
            answer = person.says(act)
        case Forward():
            answer = person.says(act.words, Kind.forward)
        case Hand():
            kept = person.stage.world.uploads.keep(act.data, person.stage.now)
            answer = person.says("", Kind.photo, file=FileRef(act.name, len(act.data), kept))
        case Choose():
            answer = person.presses(*choice(person, act.value))
        case _:
            answer = person.presses(encode(act))
    assert answer is not None
    return answer


def choice(person: Person, value: str) -> tuple[str, Seen]:
    for seen in reversed(person.chat):
        for row in seen.spoken.rows:
            for one in row:
                meant = decode(one.data) if one.data else None
                if isinstance(meant, Pick) and value in ("", meant.value):
                    return one.data, seen
    raise AssertionError(f"no choice {value!r}: {person.screen()}")


def test_step__outlives_a_restart_and_whatever_does_not_belong_there(stage: Stage) -> None:
    anna, other, names = furnished(stage)
    visited, faults = set(), []
    for name, walk in walks(*names).items():
        for number, act in enumerate(walk):
            answer = acts(anna, act)
            draft = open_draft(stage, anna)
            assert (draft is None) == (number == len(walk) - 1), f"{name} {number}: {answer.text}"
            if draft is None:
                continue
            if (draft.flow, draft.step) in visited:
                continue
            before = resumed(stage, anna, draft)
            stage.restart()
            assert open_draft(stage, anna) == draft
            assert resumed(stage, anna, draft) == before
            if stage.database.is_sqlite:
                rehearsal = Rehearsal(stage)
                wrong = [fault for trial in TRIALS for fault in trial(rehearsal, anna, other, draft)]
                faults += [f"{draft.flow}, {draft.step}: {fault}" for fault in wrong]
            visited.add((draft.flow, draft.step))
    assert not faults, "\n".join(faults)
    every = {(flow.name, step.name) for flow in stage.routes.flows.values() for step in flow.steps}
    # Forwarded words answer the first question before it can be asked.
    assert every - visited == {("forward", "words")}


def furnished(stage: Stage) -> tuple[Person, Person, tuple[str, str, str, tuple[str, str]]]:
    """Anna may do everything; somebody else has a draft, and there is something to link and to merge."""
    with stage.database.transaction() as connection:
        employer = organisations.add_employer(connection, stage.organisation.id, "Gemeente")
        team = organisations.add_team(connection, stage.organisation.id, "Team Oost", employer.id)
    anna = stage.person("Anna", Role.coordinator, employer_id=employer.id, team_id=team.id)
    bob = stage.person("Bob")
    situation, approach, result = sentences(STORY)
    _, _, double = (
        stage.practice(bob, title, situation=situation, approach=approach, result=result, limits=LIMITS)
        for title in ("Zet een doos bij de deur", "Enveloppen in een doos", "Zet samen een doos neer")
    )
    mine = stage.practice(anna, "Koffie op de trap")
    with stage.database.transaction() as connection:
        asker = members.by_id(connection, bob.member_id)
        assert asker is not None
        owner = members.by_id(connection, anna.member_id)
        assert owner is not None
        portraits.begin(connection, owner, Told(None, "Bleef.", "Belde."), named=True, now=stage.now)
        gap = questions.add(connection, asker, "Wat doe ik met dichte post?", QuestionState.open, stage.now)
    anna.presses(encode(MakePledge(double)))
    bob.says("/deel")
    bob.taps("Stap voor stap")
    for number in range(10):
        stage.person(f"Collega {number}", Role.liaison)
    return (
        anna,
        bob,
        (mine, double, gap.public_id, (held(stage, anna, closed=False), held(stage, anna, closed=True))),
    )


def held(stage: Stage, asker: Person, *, closed: bool) -> str:
    """Hold a round of one open question, in which nobody has answered."""
    with stage.database.transaction() as connection:
        author = members.by_id(connection, asker.member_id)
        assert author is not None
        planned = rounds.Plan(
            *(
                "",
                "Rondje",
                "",
                EVERYBODY,
                (Question(RoundKind.open, words="Wat?"),),
                False,
                Every.once,
                7,
                7,
            ),
            *(stage.now + timedelta(days=days) for days in (0, 7, 14)),
        )
        name = rounds.plan(connection, author, planned, stage.now)
        one = rounds.by_public_id(connection, author.organisation_id, name)
        assert one is not None
        assert rounds.open_it(connection, one, {asker.member_id: 0}, [[]])
        if closed:
            shown = {"texts": ["Het formulier is te lang.", "Bel eerder."], "hidden": []}
            assert rounds.close(connection, one, {"answered": 2, "questions": [shown]})
    return name


def open_draft(stage: Stage, person: Person) -> Draft | None:
    with stage.database.reading() as connection:
        return conversations.open_of(connection, person.member_id)


def resumed(stage: Stage, person: Person, draft: Draft) -> str:
    """Return what somebody is asked who goes on where they were."""
    with Rehearsal(stage).scene() as scene:
        return scene.presses(person, Resume(draft.public_id)).words


# --- what does not belong there -----------------------------------------------------------------------


def sent_in_vain(rehearsal: Rehearsal, anna: Person, other: Person, draft: Draft) -> Iterator[str]:
    """What is no answer is refused in words, and the conversation stays as it is."""
    theirs = open_draft(rehearsal.stage, other)
    assert theirs is not None
    foreign = theirs.public_id
    forged = [
        *(kind(foreign) for kind in (Resume, StopFlow)),
        *(Pick(name, draft.step, "zz") for name in (foreign, "z" * 12)),
        Back(foreign, theirs.step),
        Caught(foreign, "keep"),
        Pick(draft.public_id, "elders", "zz"),
        Back(draft.public_id, "elders"),
        Caught(draft.public_id, "remove"),
    ]
    sent: dict[str, Callable[[Scene], Heard]] = {
        **{kind.value: _sends(anna, kind) for kind in (Kind.photo, Kind.voice, Kind.document, Kind.other)},
        **{f"typed {name}": _says(anna, TEXTS[name]) for name in ("nothing", "nothing to see")},
        "an unknown command": _says(anna, "/onzin"),
        "an edit of something else": lambda scene: scene.take(
            anna, Kind.edit, text="iets anders", message="elders"
        ),
        **{str(one): _presses(anna, one) for one in (*forged, "1zz:oud", "0fp:a:b:c")},
    }
    for what, send in sent.items():
        with rehearsal.scene() as scene:
            heard = send(scene)
            for fault in (*heard.mistakes(), *rehearsal.changed(scene, heard)):
                yield f"{what}: {fault}"


def typed_and_pressed(rehearsal: Rehearsal, anna: Person, _other: Person, draft: Draft) -> Iterator[str]:
    """Whatever is typed and whatever choice is forged, there is a fitting answer."""
    steps = [step.name for step in rehearsal.stage.routes.flows[draft.flow].steps]
    sent: dict[str, Callable[[Scene], Heard]] = {
        **{f"typed {name}": _says(anna, TEXTS[name]) for name in STRANGE},
        **{
            f"picked {step}={value}": _presses(anna, Pick(draft.public_id, step, value))
            for step in steps
            for value in ("zz", "other", "themes")
        },
        **{f"edited {step}": _edits(anna, message) for step, message in draft.messages.items() if message},
        "caught": lambda scene: scene.says(anna, "Bel 06-12345678 of mail j.jansen@voorbeeld.nl, zei ik."),
    }
    for what, send in sent.items():
        with rehearsal.scene() as scene:
            for fault in send(scene).mistakes():
                yield f"{what}: {fault}"


def left_and_resumed(rehearsal: Rehearsal, anna: Person, _other: Person, draft: Draft) -> Iterator[str]:
    """After something else one goes on where one was; back is one step; stopping keeps nothing."""
    with rehearsal.scene() as scene:
        if "Verder waar ik was" not in scene.says(anna, "/help").words:
            yield "no way back"
        scene.presses(anna, Resume(draft.public_id))
        found = scene.draft(anna)
        if found is None or found.answers != draft.answers:
            yield "is not resumed"
    with rehearsal.scene() as scene:
        went = scene.presses(anna, Back(draft.public_id, draft.step))
        once = scene.draft(anna)
        again = scene.presses(anna, Back(draft.public_id, draft.step))
        yield from went.mistakes() + again.mistakes()
        if draft.order and (scene.draft(anna) != once or once is None):
            yield "back is more than one step"
    with rehearsal.scene() as scene:
        stopped = scene.presses(anna, StopFlow(draft.public_id))
        if scene.draft(anna) is not None or "niets bewaard" not in stopped.words:
            yield "is not stopped"


TRIALS = (sent_in_vain, typed_and_pressed, left_and_resumed)


def _sends(person: Person, kind: Kind) -> Callable[[Scene], Heard]:
    return lambda scene: scene.take(person, kind)


def _says(person: Person, words: str) -> Callable[[Scene], Heard]:
    return lambda scene: scene.says(person, words)


def _edits(person: Person, message: str) -> Callable[[Scene], Heard]:
    return lambda scene: scene.take(person, Kind.edit, text="Andere woorden dan net.", message=message)


def _presses(person: Person, pressed: Button | str) -> Callable[[Scene], Heard]:
    return lambda scene: scene.presses(person, pressed)
