"""Learn from use: what helped is found sooner by the words it was asked for, and nobody sees who asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from domain import guard
from domain.learning import alias_of, change
from domain.people import Member
from domain.questions import Question, Verdict, bare
from handlers.kit.index import words_changed
from handlers.kit.turn import Turn, World
from storage import aliases, questions, search
from storage.database import Connection
from storage.questions import Said


def judge(turn: Turn, question: Question, practice_id: int | None, verdict: Verdict) -> None:
    """Note what the asker says of one practice that was shown, or of all (None), and learn from it."""
    words = alias_of(question.text, _labels(turn.world, question.language))
    before = _said(turn, turn.member).get(bare(words), {})
    more: list[int] = []
    less: list[int] = []
    for number in questions.judge(turn.connection, question, practice_id, verdict):
        said = before.get(number, {})
        step = change(said, {**said, question.id: verdict})
        if step:
            (more if step > 0 else less).append(number)
    if words:
        _confirm(turn, more, words, question.language)
        _doubt(turn, less, words)


def teach(turn: Turn, asker: Member, question: Question, practice_id: int) -> None:
    """Note that a coordinator gave a practice as the answer to somebody's question, and learn from it.

    It counts as what the asker said, until the asker says something else or takes the question back.
    """
    words = alias_of(question.text, _labels(turn.world, question.language))
    before = _said(turn, asker).get(bare(words), {}).get(practice_id, {})
    linked = questions.link(turn.connection, asker.organisation_id, question, practice_id)
    if linked and words and change(before, {**before, question.id: Verdict.linked}) > 0:
        _confirm(turn, [practice_id], words, question.language)


def take_back(turn: Turn, question: Question) -> None:
    """Unlearn what a question taught, as it is about to be removed."""
    words = alias_of(question.text, _labels(turn.world, question.language))
    said = _said(turn, turn.member).get(bare(words), {})
    rest = {
        number: {one: verdicts[one] for one in verdicts if one != question.id}
        for number, verdicts in said.items()
    }
    _doubt(turn, [one for one in said if change(said[one], rest[one]) < 0], words)


def unlearn(
    connection: Connection,
    world: World,
    organisation_id: int,
    member_id: int,
    after: int,
    most: int,
    now: datetime,
) -> int | None:
    """Unlearn what a member who left taught of the next `most` practices; return how far that is.

    None means that nothing was left to unlearn.
    """
    numbers = questions.judged_practices(connection, member_id, after, most)
    for number in numbers:
        for words, said in _by_words(world, questions.said(connection, member_id, number)).items():
            if change(said.get(number, {}), {}) < 0 and aliases.doubt(connection, [number], words):
                search.analyse_again(connection, organisation_id, number, world.finder.analyse, now)
    return numbers[-1] if numbers else None


def _said(turn: Turn, asker: Member) -> Mapping[str, Mapping[int, Mapping[int, Verdict]]]:
    """Return what was said to somebody: by the bare words of an alias, the practice, and the question."""
    return _by_words(turn.world, questions.said(turn.connection, asker.id))


def _by_words(world: World, every: Iterable[Said]) -> Mapping[str, Mapping[int, Mapping[int, Verdict]]]:
    found: dict[str, dict[int, dict[int, Verdict]]] = {}
    labels: dict[str, tuple[str, ...]] = {}
    for one in every:
        if one.language not in labels:
            labels[one.language] = _labels(world, one.language)
        words = bare(alias_of(one.words, labels[one.language]))
        found.setdefault(words, {}).setdefault(one.practice_id, {})[one.question_id] = one.verdict
    return found


def _labels(world: World, language: str) -> tuple[str, ...]:
    """Return what stands in a question of this language for what the guard took out."""
    return tuple(world.vocabulary.word(f"guard-{kind.value}", language) for kind in guard.Kind)


def _confirm(turn: Turn, numbers: Iterable[int], words: str, language: str) -> None:
    organisation = turn.member.organisation_id
    for number in numbers:
        if aliases.confirm(turn.connection, organisation, number, words, language, turn.now):
            words_changed(turn, organisation, number)


def _doubt(turn: Turn, numbers: list[int], words: str) -> None:
    if numbers:
        for number in aliases.doubt(turn.connection, numbers, words):
            words_changed(turn, turn.member.organisation_id, number)
