"""Every button of the program, pressed by whoever may and may not, with what is and is not theirs.

The buttons come from the registry, so one that is added is pressed here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from enum import StrEnum
from itertools import islice, product
from typing import Any, get_type_hints

import pytest
import sqlalchemy as sa

from content.speech import speak
from domain.audience import EVERYBODY
from domain.broadcasts import Ask, Voice
from domain.importing import ImportState
from domain.peers.evidence import Outcome
from domain.peers.facts import Opportunity
from domain.peers.nudges import Kind as NudgeKind
from domain.peers.nudges import Message
from domain.people import EVERYONE, MODERATORS, Role
from domain.portraits import Told
from domain.practices import Reason, Visibility
from domain.questions import QuestionState
from domain.rounds import Kind as Kinds
from domain.rounds import Question, RoundState
from domain.schedules import Every
from domain.synonyms import Synonyms
from handlers.gaps import LinkGap
from handlers.kit import Button, Kind
from handlers.kit.buttons import MOST_BYTES, encode, registered, right_to
from handlers.kit.doors import (
    EditMine,
    MakePledge,
    StartBroadcast,
    StartNomination,
    StartRound,
    StartThanks,
    WriteBack,
)
from handlers.mine import WithdrawSurely
from handlers.moderate import StartMerge
from handlers.nudging.teams import WITHOUT, WasSaid
from handlers.numbers import ShowNumber
from handlers.portraits.interview import StartInterview
from handlers.portraits.reporting import ReportPortrait
from handlers.profile import AskAgain
from handlers.rate import Report
from handlers.rounds.answer import WriteRound
from handlers.rounds.outcome import HideQuote
from handlers.synonyms import NewSynonyms
from handlers.trials.pledging import AddPlan
from handlers.trials.telling import TellOutcome
from storage import (
    broadcasts,
    conversations,
    doubles,
    imports,
    invitations,
    members,
    moderation,
    nominations,
    nudges,
    organisations,
    portraits,
    practices,
    role_changes,
    rounds,
    synonyms,
)
from storage.database import new_public_id
from storage.tables import bursts as burst_rows
from storage.tables import imports as import_rows
from storage.tables import kudos as kudos_rows
from storage.tables import questions as question_rows
from tests.rehearsal import Heard, Rehearsal
from tests.stage import Person, Stage

CANARY = "Kanariepiet"
ABSENT = "z" * 12
# What a field may hold that names nothing; the names of things come from the furnished stage.
CHOICES: Mapping[str, tuple[Any, ...]] = {
    "group": ("", "caps", "zz"),
    "number": ("caps-week", "evidence-half_life", "zz"),
    "form": ("html", "json", "neither"),
    "mode": ("", "one", "steps", "zz"),
    "theme": ("", "debt", "zz"),
    "sort": ("", "newest", "useful", "themes"),
    "skip": (0, -3, 999_999_999),
    "step": ("situation", "new_themes", "zz"),
    "value": ("debt", "done", ABSENT),
    "choice": ("remove", "keep", "edit", "zz"),
    "job": ("debt", "zz"),
    "rhythm": ("weekly", "zz"),
    "language": ("en", "zz"),
    "asked": (0, 1, -1, 99),
    "option": (0, 2, -1, 99),
    "place": ("", "few", "zz"),
    "what": ("name", "place", "job", "themes", "rhythm", "hours", "language", "zz"),
}


IN_VAIN = ("member", "coordinator")
WITHOUT_SHARE = ("colleague", "liaison")  # who made and asked nothing themselves


@dataclass(frozen=True)
class Place:
    """An organisation with people, and the names of everything that is in it."""

    people: Mapping[str, Person]
    known: Mapping[
        str, Mapping[str, str]
    ]  # the name of each thing, by the field that may hold it and how it stands
    private: Mapping[str, tuple[str, ...]]  # those that no colleague may reach

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of everything that is in it, by the field that may hold them."""
        return {field: tuple(names.values()) for field, names in self.known.items()}


@dataclass(frozen=True)
class World:
    """Two organisations with the same things in them, and a way to try what happens."""

    rehearsal: Rehearsal
    here: Place
    elsewhere: Place
    most: int  # fillings of each button that are tried: the rules are the same on both databases


def furnish(stage: Stage, mark: str) -> Place:
    """Fill the stage's organisation with one of everything, `mark` in every word."""
    with stage.database.transaction() as connection:
        employer = organisations.add_employer(connection, stage.organisation.id, f"{mark} werkgever", mark)
        team = organisations.add_team(connection, stage.organisation.id, f"{mark} team", employer.id)
    people = {
        "member": stage.person(f"{mark} deelnemer", employer_id=employer.id, team_id=team.id),
        **{role.value: stage.person(f"{mark} {role.value}", role) for role in (*MODERATORS, Role.policy)},
        "colleague": stage.person(f"{mark} collega"),
        "unagreed": stage.stranger(f"{mark} nieuw"),
        "stranger": stage.stranger(f"{mark} vreemd"),
    }
    people["unagreed"].says(f"/start {stage.invite()}")
    links = (stage.invite(), stage.invite(Role.coordinator))
    cards = _cards(stage, mark, people)
    asked = _questions(stage, mark, people["member"])
    _experience(people["admin"], mark, cards["shown"])
    thanked = _thanks(stage, people["admin"], cards["alike"], mark)
    held = _rounds(stage, mark, (people["member"], people["coordinator"]))
    left = _rounds(stage, mark, (people["colleague"], people["policy"]))  # who asked is no coordinator now
    portraits_made = _portraits(stage, mark, people)
    drafts = _drafts(stage, mark, people, (cards["shown"], cards["alike"]), asked[QuestionState.open], held)
    file = _file(stage, mark, people["coordinator"])
    offered = _offered(stage, cards["alike"], people)
    with stage.database.reading() as connection:
        working = invitations.current(connection, stage.organisation.id, stage.now)
    known = {
        "practice": cards,
        "question": {"none": "", **{state.value: name for state, name in asked.items()}},
        "draft": drafts,
        "invitation": _numbered(one.public_id for one in working),
        "code": _numbered(links),
        "file": {"planned": file},
        "synonyms": _numbered(_synonyms(stage, mark)),
        "kudos": _numbered(thanked),
        "pair": _numbered(_pairs(stage)),
        "double": cards,
        "kept": dict([*tuple(cards.items())[1:], ("shown", cards["shown"])]),
        "broadcast": _broadcasts(stage, mark, people["coordinator"]),
        "round": {
            **{state.value: name for state, name in held.items()},
            "left": left[RoundState.closed],
        },
        "team": {"team": team.public_id},
        "nudge": offered,
        "portrait": portraits_made,
        "burst": _numbered(_burst(stage, cards["shown"], team.id)),
        **_roles(stage, people),
    }
    private = {
        "practice": (cards["withdrawn"], cards["team"]),
        "double": (cards["withdrawn"], cards["team"]),
        "kept": (cards["team"], cards["withdrawn"]),
        # An open question is shown to coordinators, without who asked it.
        "question": tuple(name for state, name in asked.items() if state is not QuestionState.open),
        "draft": tuple(drafts.values()),
        "file": (file,),
        "kudos": thanked,
        # A card of a team that is not theirs.
        "pair": tuple(_pairs(stage, cards["team"])),
        "round": tuple(held.values()),
        "nudge": tuple(offered.values()),
    }
    return Place(people, known, private)


def _roles(stage: Stage, people: Mapping[str, Person]) -> dict[str, dict[str, str]]:
    """Return who has a role, and a change of role that waits."""
    with stage.database.transaction() as connection:
        found = {
            name: members.by_id(connection, people[name].member_id)
            for name in ("member", "coordinator", "liaison")
        }
        known = {name: one for name, one in found.items() if one is not None}
        change = role_changes.plan(
            connection,
            known["member"],
            Role.coordinator,
            asked_by=known["coordinator"].id,
            due_at=stage.now + timedelta(days=1),
            now=stage.now,
        )
    return {
        "person": {name: known[name].public_id for name in ("coordinator", "liaison")},
        "change": {"planned": change.public_id},
    }


def _numbered(names: Iterable[str]) -> dict[str, str]:
    """Return things that all stand the same."""
    return {str(number): name for number, name in enumerate(names, start=1)}


def _cards(stage: Stage, mark: str, people: Mapping[str, Person]) -> dict[str, str]:
    maker = people["member"]

    def made(what: str, **more: Any) -> str:
        return stage.practice(
            maker,
            f"{mark} {what}",
            situation=f"{mark}: iemand met schulden opent de post niet meer.",
            approach=f"{mark}: open samen de enveloppen en maak drie stapels.",
            result=f"{mark}: er kwam rust.",
            limits=f"{mark}: niet bij een ontruiming.",
            **more,
        )

    cards = {what: made(what) for what in ("shown", "alike", "hidden", "withdrawn", "merged")}
    cards["team"] = made("van het team", visibility=Visibility.team)
    people["colleague"].presses(encode(Report(cards["hidden"], Reason.wrong)))
    maker.presses(encode(WithdrawSurely(cards["withdrawn"])))
    with stage.database.transaction() as connection:
        judge = members.by_id(connection, people["coordinator"].member_id)
        assert judge is not None
        double, kept = (practices.by_public_id(connection, judge, cards[one]) for one in ("merged", "shown"))
        assert double is not None
        assert kept is not None
        assert moderation.merge(connection, double, kept, stage.now)
    return cards


def _questions(stage: Stage, mark: str, asker: Person) -> dict[QuestionState, str]:
    """Let somebody ask one question of each kind."""
    asker.says(f"{mark} heeft schulden en opent de post niet meer, wie helpt?")
    if f"{mark} alike" in asker.chat[-1].labels:  # they are so much alike that it asks which
        asker.taps(f"{mark} alike")
    asker.taps("Dit hielp")
    asker.says(f"{mark}: schulden en post openen, hoe dan")
    asker.says(f"{mark} zoekt een vergunning voor een dakkapel")
    asker.says(f"{mark} slaat zijn vrouw, wat nu?")
    with stage.database.reading() as connection:
        rows = connection.execute(
            sa.select(question_rows.c.state, question_rows.c.public_id).where(
                question_rows.c.member_id == asker.member_id
            )
        )
        found = {QuestionState(row.state): row.public_id for row in rows}
    assert len(found) == 4, found
    return found


def _experience(person: Person, mark: str, card: str) -> None:
    """Let somebody tell that they tried a practice, with a sentence."""
    person.presses(encode(TellOutcome(card, Outcome.worked)))
    person.says(f"{mark}: eerst koffie, dan pas de post.")
    person.taps("Zonder naam")


def _thanks(stage: Stage, person: Person, card: str, mark: str) -> tuple[str, ...]:
    """Let somebody thank the maker of a practice."""
    person.presses(encode(StartThanks(card)))
    person.says(f"{mark}: dit gaf rust aan een moeder.")
    person.taps("Zonder naam")
    with stage.database.reading() as connection:
        found = connection.execute(
            sa.select(kudos_rows.c.public_id).where(kudos_rows.c.from_id == person.member_id)
        )
        return tuple(found.scalars())


def _burst(stage: Stage, card: str, team_id: int) -> tuple[str, ...]:
    """Hold votes of a team on a practice."""
    with stage.database.transaction() as connection:
        record = moderation.record_of(connection, stage.organisation.id, card)
        assert record is not None
        made = sa.insert(burst_rows).values(
            public_id=new_public_id(),
            organisation_id=stage.organisation.id,
            practice_id=record.id,
            team_id=team_id,
            since=stage.now,
            last=stage.now,
            until=stage.now + timedelta(days=2),
            told=True,
        )
        return (str(connection.execute(made.returning(burst_rows.c.public_id)).scalar_one()),)


def _portraits(stage: Stage, mark: str, people: Mapping[str, Person]) -> dict[str, str]:
    """Let two show a portrait, of which one is reported, and somebody else be asked about one."""
    told = Told(None, f"{mark} bleef zitten.", f"{mark} belde zelf.")
    with stage.database.transaction() as connection:
        one, reported, other = (
            members.by_id(connection, people[who].member_id) for who in ("member", "admin", "coordinator")
        )
        assert one
        assert reported
        assert other
        made = []
        for owner in (one, reported):
            portraits.begin(connection, owner, told, named=True, now=stage.now)
            answers = {"day": f"{mark}: samen naar de balie."}
            portraits.publish(connection, owner, answers, kind=None, named=True, quoted=True, now=stage.now)
            made += [name for name in portraits.on_show(connection, one) if name not in made]
        nominations.add(connection, one, told, stage.now.date(), member_id=other.id)
        nominations.mark_asked(connection, other.id)
    people["colleague"].presses(encode(ReportPortrait(made[1], Reason.personal)))
    return {"shown": made[0], "hidden": made[1]}


def _drafts(
    stage: Stage,
    mark: str,
    people: Mapping[str, Person],
    cards: tuple[str, str],
    question: str,
    held: Mapping[RoundState, str],
) -> dict[str, str]:
    """Let people begin everything one can begin, and leave it half way."""
    member, judge = people["member"], people["coordinator"]
    card, other = cards
    member.presses(encode(AskAgain("name")))
    member.presses(encode(AskAgain("hours")))
    member.says("/pauze")
    member.says(f"{mark} vertelt een verhaal uit het werk", Kind.forward)
    member.says("/deel")
    member.taps("Stap voor stap")
    member.says(f"{mark} opent de post niet meer en belt niemand.")
    member.presses(encode(EditMine(card)))
    judge.says("/uitnodigen")
    judge.presses(encode(StartMerge(card)))
    judge.presses(encode(LinkGap(question)))
    judge.presses(encode(NewSynonyms()))
    judge.presses(encode(WasSaid(WITHOUT)))
    judge.presses(encode(ShowNumber("caps-week")))
    judge.presses(encode(StartBroadcast()))
    judge.presses(encode(MakePledge(other)))
    judge.presses(encode(AddPlan(other)))
    judge.presses(encode(TellOutcome(card, Outcome.worked)))
    judge.presses(encode(StartThanks(other)))
    judge.presses(encode(StartRound()))
    judge.presses(encode(WriteBack(held[RoundState.closed])))
    judge.presses(encode(HideQuote(held[RoundState.closed], 0)))
    member.presses(encode(StartInterview()))
    judge.presses(encode(StartNomination("")))
    member.presses(encode(WriteRound(held[RoundState.open], 0)))
    with stage.database.reading() as connection:
        drafts = {
            f"{who} {flow}": conversations.of_flow(connection, people[who].member_id, flow)
            for who in ("member", "coordinator")
            for flow in stage.routes.flows
        }
    names = {which: draft.public_id for which, draft in drafts.items() if draft is not None}
    assert len(names) == len(stage.routes.flows), "every conversation is begun here: add the new one"
    return names


def _rounds(stage: Stage, mark: str, asked: Iterable[Person]) -> dict[RoundState, str]:
    """Hold a round of each kind among these people, the last of whom asks."""
    *_, asker = people = list(asked)
    found = {}
    questions = (
        Question(Kinds.open, words=f"{mark}: wat?"),
        Question(Kinds.choice, words=f"{mark}: welke?", options=(mark, "ja", "nee", "niet")),
    )
    for state in (RoundState.planned, RoundState.open, RoundState.closed, RoundState.answered):
        with stage.database.transaction() as connection:
            author = members.by_id(connection, asker.member_id)
            assert author is not None
            planned = rounds.Plan(
                *("", f"{mark} rondje", f"{mark} team", EVERYBODY, questions, False, Every.month, 7, 7),
                *(stage.now + timedelta(days=days) for days in (0, 7, 14)),
            )
            name = rounds.plan(connection, author, planned, stage.now)
            one = rounds.by_public_id(connection, author.organisation_id, name)
            assert one is not None
            found[state] = name
            if state is RoundState.planned:
                continue
            assert rounds.open_it(connection, one, {person.member_id: 0 for person in people}, [[]])
            shares = [[[option], 25] for option in range(4)]
            shown = [
                {"texts": [mark] * 30, "hidden": []},
                {"whole": {"answers": 30, "shares": shares}, "parts": []},
            ]
            if state is not RoundState.open:
                assert rounds.close(connection, one, {"answered": 30, "questions": shown})
            if state is RoundState.answered:
                assert rounds.publish(
                    connection, one, {"said": mark, "wont": mark, "because": mark}, stage.now
                )
    return found


def _synonyms(stage: Stage, mark: str) -> tuple[str, ...]:
    """Add words that mean the same."""
    organisation = stage.organisation.id
    with stage.database.transaction() as connection:
        synonyms.add(connection, organisation, Synonyms(f"{mark} geld", "leefgeld"), stage.now)
        return tuple(one.public_id for one in synonyms.page(connection, organisation, most=9, skip=0))


def _pairs(stage: Stage, practice: str = "") -> Iterator[str]:
    """Yield the pairs of practices that are alike, perhaps only those with this practice."""
    stage.compare()
    with stage.database.reading() as connection:
        record = moderation.record_of(connection, stage.organisation.id, practice)
        for pair in doubles.waiting(connection, stage.organisation.id, stage.now, 99):
            if not practice or (record and record.id in (pair.one_id, pair.other_id)):
                yield pair.public_id


def _broadcasts(stage: Stage, mark: str, author: Person) -> dict[str, str]:
    """Let somebody send a message to everybody of each kind, and one that is still to go out."""
    made = []
    with stage.database.transaction() as connection:
        member = members.by_id(connection, author.member_id)
        assert member is not None
        for asks in Ask:
            one = broadcasts.add(
                connection,
                member,
                words=f"{mark} vraagt iets.",
                voice=Voice.policy,
                asks=asks,
                audience="everybody",
                recipients=1,
                start_at=stage.now + timedelta(days=asks is Ask.nothing),
                now=stage.now,
            )
            made.append(one.public_id)
    for _ in range(3):
        stage.jobs()
        stage.catch_up()
    with stage.database.transaction() as connection:
        seen, doing = (
            broadcasts.by_public_id(connection, member.organisation_id, name) for name in made[1:3]
        )
        assert seen
        assert doing
        broadcasts.press(connection, seen, member, stage.now)
        broadcasts.press(connection, doing, member, stage.now)
    return {ask.value: name for ask, name in zip(Ask, made, strict=True)}


def _offered(stage: Stage, card: str, people: Mapping[str, Person]) -> dict[str, str]:
    """Offer a practice to a coordinator and a colleague, and leave it out of what a liaison gets."""
    message = Message(NudgeKind.new)
    made = {}
    with stage.database.transaction() as connection:
        judge = members.by_id(connection, people["coordinator"].member_id)
        assert judge is not None
        practice = practices.by_public_id(connection, judge, card)
        assert practice is not None
        for who in ("coordinator", "admin", "liaison"):
            one = Opportunity(people[who].member_id, practice.id, message, stage.now, who == "liaison")
            name = nudges.add(connection, judge.organisation_id, one, stage.now.date())
            assert name is not None
            made[who] = name
    return made


def _file(stage: Stage, mark: str, owner: Person) -> str:
    """Let somebody hand over a file, of which it was said what is in it."""
    with stage.database.transaction() as connection:
        member = members.by_id(connection, owner.member_id)
        assert member is not None
        imports.add(connection, member, channel="stage", reference=mark, name=f"{mark}.csv", now=stage.now)
        planned = sa.update(import_rows).where(import_rows.c.member_id == member.id)
        return str(
            connection.execute(
                planned.values(state=ImportState.planned.value).returning(import_rows.c.public_id)
            ).scalar_one()
        )


# --- pressing -----------------------------------------------------------------------------------------


def naming(kind: type[Button]) -> list[str]:
    """Return the fields of a button that name something."""
    return list(right_to(kind).names)


def filled(kind: type[Button], names: Mapping[str, tuple[str, ...]]) -> Iterator[Button]:
    """Yield a button with every choice of values, and with each name of `names` in turn."""
    hints = get_type_hints(kind)

    def values(name: str) -> tuple[Any, ...]:
        if name in naming(kind):
            return ("",)
        if hints[name] is bool:
            return (False, True)
        if issubclass(hints[name], StrEnum):
            return tuple(hints[name])
        assert name in CHOICES, f"say here what {kind.__name__}.{name} may hold"
        return CHOICES[name]

    for chosen in product(*(values(field.name) for field in fields(kind))):
        pressed = kind(*chosen)
        yield from like(pressed, names) if naming(kind) else (pressed,)


def vain(kind: type[Button], value: str) -> Mapping[str, tuple[str, ...]]:
    """Return names for each naming field, all the same."""
    return dict.fromkeys(naming(kind), (value,))


def longest(kind: type[Button]) -> str:
    """Return a name as long as a forged button can carry."""
    room = MOST_BYTES - 40 - sum(13 for name in naming(kind)[1:])
    return "x" * max(room, 13)


PRESSED = [kind for _, kind in sorted(registered().items())]
NAMING = [kind for kind in PRESSED if naming(kind)]


def test_press__on_what_is_not_there_or_of_another_organisation_is_a_polite_no(world: World) -> None:
    faults: list[str] = []
    for kind, who in product(NAMING, IN_VAIN):
        for absent in islice(filled(kind, vain(kind, ABSENT)), world.most):
            long = replace(absent, **dict.fromkeys(naming(kind), longest(kind)))
            faults += in_vain(world, who, absent, [long, *like(absent, world.elsewhere.names)])
    assert not faults, "\n".join(faults)


def test_press__on_what_is_private_to_a_colleague_is_the_same_polite_no(world: World) -> None:
    faults: list[str] = []
    for kind, who in product(NAMING, WITHOUT_SHARE):
        if set(naming(kind)) <= set(world.here.private):
            for absent in islice(filled(kind, vain(kind, ABSENT)), world.most):
                faults += in_vain(world, who, absent, like(absent, world.here.private))
    assert not faults, "\n".join(faults)


def in_vain(world: World, who: str, absent: Button, others: Iterable[Button]) -> Iterator[str]:
    """Yield what is wrong with pressing `others`, which should look as if they were not there."""
    person = world.here.people[who]
    with world.rehearsal.scene() as scene:
        expected = scene.presses(person, absent)
        faults = [*expected.mistakes(), *world.rehearsal.changed(scene, expected)]
    yield from (f"{absent} by {who}: {fault}" for fault in faults)
    for other in islice(others, world.most):
        with world.rehearsal.scene() as scene:
            heard = scene.presses(person, other)
            faults = [*unfit(heard), *world.rehearsal.changed(scene, heard)]
        if heard.told:
            faults.append("tells somebody else")
        if heard.words != expected.words:
            faults.append(f"says {heard.words!r} and not {expected.words!r}")
        yield from (f"{other} by {who}: {fault}" for fault in faults)


def like(pressed: Button, names: Mapping[str, tuple[str, ...]]) -> list[Button]:
    """Return the same button with each of these names in its naming fields."""
    named = naming(type(pressed))
    return [
        replace(pressed, **{name: names[name][number % len(names[name])] for name in named})
        for number in range(max(len(names[name]) for name in named))
    ]


def unfit(heard: Heard) -> list[str]:
    """Return what is wrong with an answer, whoever gets it."""
    leaks = CANARY in heard.words or CANARY in heard.told
    return [*heard.mistakes(), *([f"says what is elsewhere: {heard.words!r}"] if leaks else ())]


def reserved(world: World) -> list[type[Button]]:
    """Return the buttons of capabilities whose every command is for some roles only."""
    return [
        kind
        for capability in world.rehearsal.stage.routes.capabilities
        if capability.commands and all(command.roles != EVERYONE for command in capability.commands)
        for kind in capability.buttons
    ]


def test_press__without_the_role_for_it_is_an_old_button(world: World) -> None:
    faults: list[str] = []
    old = speak("old-button", "nl", {})
    assert len(reserved(world)) > 10
    for kind, who in product(reserved(world), ("colleague", "member")):
        for pressed in islice(filled(kind, world.here.names), world.most):
            with world.rehearsal.scene() as scene:
                heard = scene.presses(world.here.people[who], pressed)
                wrong = world.rehearsal.changed(scene, heard)
            if heard.told or not heard.words.startswith(old):
                wrong.append(f"says {heard.words!r} and tells {heard.told!r}")
            faults += [f"{pressed} by {who}: {fault}" for fault in wrong]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("who", ["member", "coordinator"])
def test_press__is_answered_and_twice_or_later_is_as_once(world: World, who: str) -> None:
    person, faults = world.here.people[who], []
    for kind in PRESSED:
        for number, pressed in enumerate(islice(filled(kind, world.here.names), world.most)):
            with world.rehearsal.scene() as scene:
                first = scene.presses(person, pressed)
                kept = scene.rows(first.touched)
                second = scene.presses(person, pressed)
                wrong = unfit(first) + unfit(second)
                wrong += [
                    f"{name} changes again"
                    for name, rows in scene.rows(second.touched).items()
                    if rows != kept.get(name, world.rehearsal.before(name))
                ]
            if number == 0:
                with world.rehearsal.scene() as scene:
                    wrong += unfit(scene.presses(person, pressed, after=timedelta(hours=1)))
            faults += [f"{pressed}: {fault}" for fault in wrong]
    assert not faults, "\n".join(faults)


def test_press__before_one_has_agreed_only_asks_for_a_yes(world: World) -> None:
    faults: list[str] = []
    for kind in PRESSED:
        if kind not in world.rehearsal.stage.routes.before_consent:
            pressed = next(filled(kind, world.here.names))
            for who, words in (("unagreed", "Ja, ik doe mee"), ("stranger", "uitnodiging")):
                with world.rehearsal.scene() as scene:
                    heard = scene.presses(world.here.people[who], pressed)
                    wrong = unfit(heard) + world.rehearsal.changed(scene, heard)
                if words not in heard.words:
                    wrong.append(f"says {heard.words!r}")
                faults += [f"{pressed} by {who}: {fault}" for fault in wrong]
    assert not faults, "\n".join(faults)
