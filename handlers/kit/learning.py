"""Learn from use: what helped is found sooner by the words it was asked for, and nobody sees who asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from domain import guard
from domain.learning import alias_of, change, lesson
from domain.people import Member
from domain.questions import Question, Verdict, bare
from handlers.kit.index import words_changed
from handlers.kit.turn import Turn, World
from storage import aliases, questions, search
from storage.database import Connection
from storage.questions import Said


class _Change(NamedTuple):
    """What one person says of one practice by all their questions in the same words, before and after."""

    practice: int
    before: Mapping[int, Verdict]
    after: Mapping[int, Verdict]


def judge(turn: Turn, question: Question, practice_id: int | None, verdict: Verdict) -> None:
    """Note what the asker says of one practice that was shown, or of all (None), and learn from it."""
    words = alias_of(question.text, _labels(turn.world, question.language))
    before = _said(turn, turn.member).get(bare(words), {})
    numbers = questions.judge(turn.connection, question, practice_id, verdict)
    _weigh(
        turn,
        question,
        words,
        [_Change(one, before.get(one, {}), {**before.get(one, {}), question.id: verdict}) for one in numbers],
    )


def teach(turn: Turn, asker: Member, question: Question, practice_id: int) -> None:
    """Note that a coordinator gave a practice as the answer to somebody's question, and learn from it.

    It counts as what the asker said, until the asker says something else or takes the question back.
    """
    words = alias_of(question.text, _labels(turn.world, question.language))
    before = _said(turn, asker).get(bare(words), {}).get(practice_id, {})
    if questions.link(turn.connection, asker.organisation_id, question, practice_id):
        _weigh(turn, question, words, [_Change(practice_id, before, {**before, question.id: Verdict.linked})])


def take_back(turn: Turn, question: Question) -> None:
    """Unlearn what a question taught, as it is about to be removed."""
    words = alias_of(question.text, _labels(turn.world, question.language))
    said = _said(turn, turn.member).get(bare(words), {})
    _weigh(
        turn,
        question,
        words,
        [
            _Change(number, verdicts, {one: verdicts[one] for one in verdicts if one != question.id})
            for number, verdicts in said.items()
        ],
    )
    organisation = turn.member.organisation_id
    for number in aliases.forget_unnamed(turn.connection, organisation, words):
        words_changed(turn, organisation, number)


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
            less = [number] if change(said.get(number, {}), {}) < 0 else []
            gone = {*aliases.doubt(connection, less, words)}
            for one in sorted(gone.union(aliases.forget_unnamed(connection, organisation_id, words))):
                search.analyse_again(connection, organisation_id, one, world.finder.analyse, now)
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


def _first(turn: Turn, question: Question, practice_id: int) -> int:
    """Return what was shown first of what was found for a question; this practice when nothing was."""
    found = (one for one in questions.shown(turn.connection, question) if one.verdict is not Verdict.linked)
    return next((one.practice_id for one in found), practice_id)


def _weigh(turn: Turn, question: Question, words: str, changes: Sequence[_Change]) -> None:
    """Let practices go by these words or no longer, and be pulled to them or away from them."""
    if not words:
        return
    organisation = turn.member.organisation_id
    language = question.language
    steps: Counter[int] = Counter()
    less: list[int] = []
    found: set[int] = set()
    for one in changes:
        practice = one.practice
        by = change(one.before, one.after)
        # Taking back that it did not fit does not say that it helped.
        more = by > 0 and question.id in one.after
        if more and aliases.confirm(turn.connection, organisation, practice, words, language, turn.now):
            found.add(practice)
        if by < 0:
            less.append(practice)
        steps.update(lesson(practice, _first(turn, question, practice), one.before, one.after))
    # Doubted last: what then is pushed away and is no name any more stays.
    found.update(aliases.pull(turn.connection, organisation, steps, words, language, turn.now))
    found.update(aliases.doubt(turn.connection, less, words))
    for number in sorted(found):
        words_changed(turn, organisation, number)
