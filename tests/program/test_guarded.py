"""No way in keeps a number or a name of somebody: whatever is typed, sent or corrected, wherever it is.

The ways in come from the registry: every step of every conversation, every command, every kind of message.
So a new step that takes free text and has no guard fails here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from domain.people import Role
from handlers.kit import Draft, FileRef, Kind
from handlers.kit.flow import Caught
from storage.tables import metadata
from tests.emulator.media import JPEG
from tests.program.test_commands import COMMANDS, word
from tests.program.test_steps import acts, furnished, open_draft, walks
from tests.rehearsal import TALK, Heard, Rehearsal, Scene
from tests.stage import Person, Stage

# What somebody might type about a client: a sentence, and as short as an answer is.
SENTENCE = "Bel mevrouw Wojtkowska op 06-29448103, haar BSN is 123456782."
SAID = (SENTENCE, "mw Wojtkowska 0629448103", "123456782 = 06-29448103")
SECRETS = ("Wojtkowska", "9448103", "123456782")
REDACTED = ("[naam]", "[telefoonnummer]", "[bsn]")


def kept(scene: Scene, tables: Iterable[str]) -> list[str]:
    """Return the tables, of these, in which something of a secret stands now."""
    found = []
    for table in (metadata.tables[name] for name in sorted(tables)):
        for row in scene.connection.execute(sa.select(table)):
            if any(secret in str(tuple(row)) for secret in SECRETS):
                found.append(table.name)
                break
    return found


def faults(scene: Scene, heard: Heard) -> Iterator[str]:
    """Yield what is wrong after something was said: it was kept, or said to somebody."""
    yield from (f"is kept in {table}" for table in kept(scene, heard.touched | TALK))
    if any(secret in heard.words + heard.told for secret in SECRETS):
        yield f"is said: {heard.words!r}"


def test_step__keeps_nothing_of_a_client_whatever_is_typed(stage: Stage) -> None:
    if not stage.database.is_sqlite:
        pytest.skip("what is kept is the same on both databases")
    anna, _, names = furnished(stage)
    visited, wrong, guarded = set(), [], set()
    for walk in walks(*names).values():
        for act in walk:
            acts(anna, act)
            draft = open_draft(stage, anna)
            if draft is None or (draft.flow, draft.step) in visited:
                continue
            visited.add((draft.flow, draft.step))
            step = stage.routes.flows[draft.flow].step(draft.step)
            assert step is not None
            wrong += [f"{draft.flow}, {draft.step}: {fault}" for fault in _typed(stage, anna, draft)]
            if step.for_others:
                guarded.add((draft.flow, draft.step))
                wrong += [f"{draft.flow}, {draft.step}: {fault}" for fault in _previewed(stage, anna, draft)]
    assert not wrong, "\n".join(wrong)
    assert len(guarded) > 25


def _typed(stage: Stage, anna: Person, draft: Draft) -> Iterator[str]:
    """Type it as the answer, correct an earlier answer into it, send it with a file of that name."""
    step = stage.routes.flows[draft.flow].step(draft.step)
    if step is None or step.typed is None:
        return
    sent: list[dict[str, Any]] = [{"kind": Kind.text, "text": words} for words in SAID]
    if step.marks:
        marked = SENTENCE.replace("mevrouw", "*mevrouw*").replace("2944", "*2944*")
        sent.append({"kind": Kind.text, "text": SENTENCE, "marked": marked})
    if messages := list(filter(None, draft.messages.values())):
        sent.append({"kind": Kind.edit, "text": SENTENCE, "message": messages[-1]})
    if stage.routes.flows[draft.flow].handed:
        reference = stage.world.uploads.keep(JPEG, stage.now)
        file = FileRef(f"{SENTENCE}.jpg", len(JPEG), reference)
        sent.append({"kind": Kind.document, "text": SENTENCE, "file": file})
    for one in sent:
        with Rehearsal(stage).scene() as scene:
            what = f"{one['kind']} {one['text']!r}"
            yield from (f"{what} {fault}" for fault in faults(scene, scene.take(anna, **one)))


def _previewed(stage: Stage, anna: Person, draft: Draft) -> Iterator[str]:
    """What the guard caught is shown without it, with a way out; a BSN stays out whatever is pressed."""
    for pressed in ("keep", "remove"):
        with Rehearsal(stage).scene() as scene:
            heard = scene.says(anna, SENTENCE)
            if not all(label in heard.words for label in REDACTED):
                yield f"shows no preview: {heard.words!r}"
            choices = [one.label for spoken in heard.spoken for row in spoken.rows for one in row]
            if "Haal het weg" not in choices or "Zelf aanpassen" not in choices:
                yield f"offers {choices}"
            if "Is geen persoon" in choices:
                yield "lets a BSN be kept"
            yield from faults(scene, scene.presses(anna, Caught(draft.public_id, pressed)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_command__keeps_nothing_of_a_client_that_stands_behind_it(stage: Stage, language: str) -> None:
    carla, rehearsal, wrong = stage.person("Carla", Role.coordinator, language), Rehearsal(stage), []
    for command in COMMANDS:
        for words in SAID:
            with rehearsal.scene() as scene:
                heard = scene.says(carla, f"/{word(command, language)} {words}")
                wrong += [f"/{command} {words!r} {fault}" for fault in faults(scene, heard)]
    assert not wrong, "\n".join(wrong)


def test_message__of_every_kind_keeps_nothing_of_a_client(stage: Stage) -> None:
    rehearsal, wrong = Rehearsal(stage), []
    new = stage.stranger("Nieuw")
    new.says(f"/start {stage.invite()}")
    everybody = [stage.person("Anna"), stage.person("Carla", Role.coordinator), new, stage.stranger("Vreemd")]
    for person in everybody:
        for kind in Kind:
            if kind in (Kind.button, Kind.gone):
                continue
            for words in SAID:
                file = FileRef(f"{words}.csv", 10, "nothing") if kind in (Kind.document, Kind.photo) else None
                with rehearsal.scene() as scene:
                    heard = scene.take(person, kind, text=words, file=file)
                    wrong += [f"{person.name}, {kind}, {words!r} {fault}" for fault in faults(scene, heard)]
    assert not wrong, "\n".join(wrong)


def test_guarded__sees_what_is_kept(stage: Stage) -> None:
    """The look itself: what somebody keeps on purpose is found."""
    anna = stage.person("Anna")
    anna.says("/deel")
    with Rehearsal(stage).scene() as scene:
        scene.connection.execute(sa.text("UPDATE members SET name = 'mw Wojtkowska'"))
        assert kept(scene, metadata.tables) == ["members"]
