"""The matrix of who may do what, cell by cell: action, role, whose it is, organisation, and how it stands.

The actions come from the registry, so one that is added is tried here too. What should come of each is
decided by `domain/rights.py` and by who made what on the furnished stage, and compared with what is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import get_type_hints

import pytest
import sqlalchemy as sa

from bot.rights_page import rights_page
from content.speech import command_words, speak
from domain.people import EVERYONE, Address, Role
from domain.rights import Reach, Right, Standing, Verdict, Whose, decide
from handlers.capabilities import CAPABILITIES
from handlers.capabilities import routes as make_routes
from handlers.kit import Button, Capability, Routes, Say, Turn, button, buttons, say, tap
from handlers.kit.buttons import registered, right_to
from handlers.kit.flow import Back, Caught, Pick, Resume, StopFlow
from handlers.kit.say import to_payload
from storage import deliveries, members
from storage.tables import members as member_rows
from tests.program.test_presses import ABSENT, World, filled
from tests.rehearsal import Heard

IN_FLOWS = (Back, Caught, Pick, Resume, StopFlow)
ROLES = ("member", "policy", "liaison", "coordinator", "admin")
BEFORE = {"unagreed": Standing.unagreed, "stranger": Standing.stranger}
ELSEWHERE = 6  # things of another organisation that are named in a field
SAMPLE = 40  # of so many cells one is tried on PostgreSQL: the rules are the same there
ALONG = {"Useful.question", "NotForMe.question"}  # it only travels along, to the card that is shown again
INVITED = {"unagreed": "Ja, ik doe mee", "stranger": "uitnodiging"}
OLD = speak("old-button", "nl", {})

# Who made what on the stage, or for whom it is: by the field that names it and how it stands. Whatever is not
# here is of the organisation, for who looks after it.
MADE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "practice": dict.fromkeys(("shown", "alike", "hidden", "withdrawn", "merged", "team"), ("member",)),
    "question": dict.fromkeys(("held", "shown", "open", "answered", "closed"), ("member",)),
    "file": {"planned": ("coordinator",)},
    "kudos": {"1": ("admin",)},
    "person": {"coordinator": ("coordinator",), "liaison": ("liaison",)},
    "portrait": {"shown": ("member",), "hidden": ("admin",)},
    "nudge": {who: (who,) for who in ("coordinator", "admin", "liaison")},
    "round": {
        "planned": ("coordinator",),
        "left": ("policy",),
        **dict.fromkeys(("open", "closed", "answered"), ("member", "coordinator")),
    },
    "broadcast": dict.fromkeys(("seen", "doing", "practice", "round"), ROLES),
}
SHARED = {"practice": {"shown", "alike", "hidden", "merged"}, "portrait": {"shown"}}
ALONE = {"practice", "question", "draft", "file", "kudos", "nudge", "round"}  # nobody else's business
OURS = {("question", "open"), ("round", "left")}  # whoever looks after the organisation does
PRACTICES = ("double", "kept")


def whose(field: str, state: str, who: str) -> Whose:
    """Return whose a thing of one's own organisation is, from who made it on the stage."""
    field = "practice" if field in PRACTICES else field
    if field == "draft":
        return Whose.own if state.split()[0] == who else Whose.theirs
    if who in MADE.get(field, {}).get(state, ()):
        return Whose.own
    if state in SHARED.get(field, set()):
        return Whose.shared
    if field in ALONE and (field, state) not in OURS:
        return Whose.theirs
    return Whose.ours


@dataclass(frozen=True)
class Cell:
    """One button, pressed by one person, on one thing."""

    pressed: Button
    who: str
    field: str  # that names the thing; "" when nothing is named
    of: Whose
    state: str  # how it stands, or "elsewhere"
    verdict: Verdict

    def __str__(self) -> str:
        """Name it, for a failure."""
        return f"{self.pressed} by {self.who}, {self.of.value} ({self.state}): {self.verdict.value}"


def _standing(who: str) -> tuple[Standing, Role]:
    return (BEFORE[who], Role.member) if who in BEFORE else (Standing.agreed, Role(who))


def _things(world: World, field: str, who: str) -> Iterator[tuple[str, str, Whose]]:
    """Yield every thing a field may name, with how it stands and whose it is."""
    for state, name in world.here.known[field].items():
        if name:
            yield state, name, whose(field, state, who) if who in ROLES else Whose.theirs
    for name in islice(filter(None, world.elsewhere.known[field].values()), ELSEWHERE):
        yield "elsewhere", name, Whose.absent
    yield "absent", ABSENT, Whose.absent


def _plain(kind: type[Button]) -> Button:
    """Return a button with a choice that makes sense in each field, and nothing named."""
    names, hints = right_to(kind).names, get_type_hints(kind)
    every = list(filled(kind, dict.fromkeys(names, ("",))))
    chosen = [name for name in hints if hints[name] is str and name not in names]
    return next(one for one in every if all(getattr(one, name) not in ("", "zz") for name in chosen))


def cells(world: World, right: Right, kind: type[Button]) -> Iterator[Cell]:
    """Yield every cell of one button."""
    plain = _plain(kind)
    for who in (*ROLES, *BEFORE):
        at = _standing(who)
        if not right.names:
            yield Cell(plain, who, "", Whose.own, "", decide(right, *at, {}))
        for field in right.names:
            near = {
                other: next(
                    (
                        name
                        for _, name, of in _things(world, other, who)
                        if of is Whose.own or of is Whose.shared
                    ),
                    ABSENT,
                )
                for other in right.names
                if other != field
            }
            for state, name, of in _things(world, field, who):
                pressed = replace(plain, **near, **{field: name})
                yield Cell(pressed, who, field, of, state, decide(right, *at, {field: of}))


def tried(world: World, cell: Cell, pressed: Button) -> tuple[Heard, list[str]]:
    """Press a button, and return what was heard and which tables are not as they were."""
    with world.rehearsal.scene() as scene:
        heard = scene.presses(world.here.people[cell.who], pressed)
        return heard, world.rehearsal.changed(scene, heard)


def nowhere(world: World, cell: Cell, known: dict[Cell, tuple[Heard, list[str]]]) -> tuple[Heard, list[str]]:
    """Press the same on what is not there; what is `known` of that is not tried again."""
    absent = replace(cell.pressed, **{cell.field: ABSENT})
    this = replace(cell, pressed=absent, of=Whose.absent, state="", verdict=Verdict.not_found)
    if this not in known:
        known[this] = tried(world, cell, absent)
    return known[this]


def wrong(world: World, cell: Cell, known: dict[Cell, tuple[Heard, list[str]]]) -> tuple[list[str], Heard]:
    """Press it, and return what is not as the matrix says, and what was heard."""
    heard, changed = tried(world, cell, cell.pressed)
    faults, said = heard.mistakes(), [f"says {heard.words!r}"]
    match cell.verdict:
        case Verdict.asked_to_agree:
            faults += [] if INVITED[cell.who] in heard.words else said
        case Verdict.no_right:
            faults += [] if heard.words.startswith(OLD) else said
        case Verdict.not_found:
            faults += [] if (heard, changed) == nowhere(world, cell, known) else said
            if len(right_to(type(cell.pressed)).names) > 1:
                return faults, heard  # the other thing that is named may be there
        case Verdict.done:
            if heard.words.startswith(OLD) and not cell.field:  # these choices do not go together
                others = (tried(world, cell, one)[0].words for one in filled(type(cell.pressed), {}))
                faults += said if all(words.startswith(OLD) for words in others) else []
            return faults, heard
    if changed or heard.told:
        faults.append(f"changes {changed} and tells {heard.told!r}")
    return faults, heard


def report(what: str, cells: int, faults: list[str], counted: Mapping[str, int]) -> str:
    """Say how many cells there are and how many are as they should be."""
    right = cells - len(faults)
    kinds = ", ".join(f"{name} {many}" for name, many in sorted(counted.items()))
    return (
        f"\nauthorisation matrix, {what}: cells {cells}, right {right} ({100 * right / cells:.1f} %): {kinds}"
    )


@pytest.mark.timeout(500)
def test_rights__every_button_does_what_the_matrix_says(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    sqlite, faults, counted = world.rehearsal.stage.database.is_sqlite, [], Counter[str]()
    reached: dict[str, list[bool]] = defaultdict(list)
    for kind in registered().values():
        known: dict[Cell, tuple[Heard, list[str]]] = {}
        every = cells(world, world.rehearsal.stage.routes.right_to(kind), kind)
        for cell in every if sqlite else islice(every, 0, None, SAMPLE):
            found, heard = wrong(world, cell, known)
            faults += [f"{cell}: {found}"] if found else []
            counted[cell.verdict.value] += 1
            if cell.verdict is Verdict.done and cell.field:
                reached[f"{kind.__name__}.{cell.field}"].append(heard != nowhere(world, cell, known)[0])
    with capsys.disabled():
        print(report("buttons" if sqlite else "a sample on PostgreSQL", counted.total(), faults, counted))
    assert not faults, "\n".join(faults[:40])
    if sqlite:
        blind = {name for name, seen in reached.items() if not any(seen)}
        assert blind == ALONG, "what may be reached is answered as what is not there"


def test_rights__a_command_is_unknown_to_whom_it_is_not_for(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    faults, counted = [], Counter[str]()
    for command, who in product(world.rehearsal.stage.routes.commands.values(), (*ROLES, *BEFORE)):
        typed = "/" + command_words(command.name, "nl")[0]
        verdict = decide(command.right, *_standing(who), {})
        with world.rehearsal.scene() as scene:
            heard = scene.says(world.here.people[who], typed)
            changed = world.rehearsal.changed(scene, heard)
        unknown = heard.words.startswith(speak("unknown-command", "nl", {"command": typed}))
        counted[verdict.value] += 1
        if (verdict is Verdict.no_right) != unknown and who in ROLES:
            faults.append(f"{typed} by {who}: {heard.words!r}")
        if verdict is not Verdict.done and (changed or heard.told):
            faults.append(f"{typed} by {who} changes {changed}")
    with capsys.disabled():
        print(report("commands", counted.total(), faults, counted))
    assert not faults, "\n".join(faults)


def test_rights__whoever_loses_a_role_goes_no_step_further(world: World) -> None:
    judge, faults = world.here.people["coordinator"], []
    for flow in world.rehearsal.stage.routes.flows.values():
        draft = world.here.known["draft"].get(f"coordinator {flow.name}")
        if draft is None:
            continue
        with world.rehearsal.scene() as scene:
            lowered = sa.update(member_rows).where(member_rows.c.id == judge.member_id)
            scene.connection.execute(lowered.values(role=Role.member.value))
            heard = scene.presses(judge, Resume(draft))
        old = heard.words.startswith(OLD)
        if old != (Role.member not in flow.roles):
            faults.append(f"{flow.name}: {heard.words!r}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("mark", ["StopBroadcast", "Moderate", "ShowRound"])
def test_rights__a_typed_label_is_the_button(world: World, mark: str) -> None:
    kind = next(kind for kind in registered().values() if kind.__name__ == mark)
    (field,) = right_to(kind).names
    judge, member = world.here.people["coordinator"], world.here.people["member"]
    pressed = replace(_plain(kind), **{field: next(name for name in world.here.names[field] if name)})
    payload = to_payload(say("help", tap("door-ask", pressed)))
    for person in (judge, member):
        with world.rehearsal.scene() as scene:
            one = members.by_id(scene.connection, person.member_id)
            assert one is not None
            where = Address("stage", person.name, pull=True)
            deliveries.say(
                scene.connection,
                member=one,
                address=where,
                language="nl",
                payload=payload,
                owner="stage",
                now=world.rehearsal.stage.now,
            )
            typed = scene.says(person, speak("door-ask", "nl", {}))
        assert typed.words.startswith(OLD) == (person is member), typed.words


# --- the rules themselves: what if one were left out ---------------------------------------------------


def faults_of(world: World, *kinds: str) -> list[str]:
    """Press these buttons in every cell, and return what is not as the matrix says."""
    return [
        f"{cell}: {found}"
        for kind in registered().values()
        if kind.__name__ in kinds
        for cell in cells(world, world.rehearsal.stage.routes.right_to(kind), kind)
        if (found := wrong(world, cell, {})[0])
    ]


def test_rights__without_the_check_of_roles_are_found_wrong(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not faults_of(world, "StopBroadcast", "ShowGaps")
    monkeypatch.setattr(Turn, "may", lambda _turn, _roles: True)
    assert len(faults_of(world, "StopBroadcast", "ShowGaps")) > 4


@pytest.fixture
def own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a button that is made in a test be gone after it."""
    for name in ("_by_prefix", "_prefix_of", "_right_to", "_hints_of"):
        monkeypatch.setattr(buttons, name, dict(getattr(buttons, name)))


@pytest.mark.usefixtures("own_registry")
def test_rights__are_checked_for_a_capability_that_checks_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    @button("zz", EVERYONE, practice=Reach.own)
    class Repeat(Button):
        """Say the name again."""

        practice: str

    def repeat(_turn: Turn, pressed: Repeat) -> Say:
        return say("card-title", title=pressed.practice)

    known = Routes([*CAPABILITIES, Capability("repeat", buttons={Repeat: repeat})])
    monkeypatch.setattr(world.rehearsal.stage, "routes", known)
    assert not faults_of(world, "Repeat")
    monkeypatch.setattr("handlers.kit.take.in_reach", lambda _reach, _whose: True)
    assert len(faults_of(world, "Repeat")) > 10


@pytest.mark.parametrize("field", ["practice", "mode"])
def test_button__that_does_not_say_how_far_it_reaches_is_none(field: str) -> None:
    with pytest.raises(ValueError, match="how far it reaches"):
        button("zx", EVERYONE)(type("Undeclared", (Button,), {"__annotations__": {field: str}}))


def test_button__that_names_what_nothing_is_known_of_is_none() -> None:
    with pytest.raises(ValueError, match="of which nothing is known"):
        button("zx", EVERYONE, salary=Reach.own)(type("New", (Button,), {"__annotations__": {"salary": str}}))


def test_button__that_says_nobody_may_press_it_is_none() -> None:
    with pytest.raises(TypeError, match="roles"):
        button("zx")  # type: ignore[call-arg]


def test_page__tells_every_rule_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    page, known = rights_page(make_routes()), buttons._right_to
    for kind in registered().values():
        right = known[kind]
        other = {name: Reach.seen if reach is Reach.own else Reach.own for name, reach in right.names.items()}
        for changed in ({"roles": frozenset({Role.policy})}, {"reaches": {**right.reaches, **other}}):
            if kind in IN_FLOWS or (changed.get("reaches") == right.reaches):
                continue
            with monkeypatch.context() as patched:
                patched.setitem(known, kind, replace(right, **changed))
                assert rights_page(make_routes()) != page, f"{kind.__name__} {changed}"
