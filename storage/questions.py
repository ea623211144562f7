"""Questions, what was shown for each, and the gaps that a coordinator sees. Texts come after the guard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.matching import Hit, Outcome, Word
from domain.people import Member
from domain.questions import HELD_FOR, SAME_WITHIN, Question, QuestionState, Shown, Verdict, bare
from storage.database import Connection, insert_into, new_public_id
from storage.tables import question_matches, questions


@dataclass(frozen=True)
class Said:
    """What somebody said of a practice that was shown for a question of theirs."""

    question_id: int
    words: str
    language: str
    practice_id: int
    verdict: Verdict


@dataclass(frozen=True)
class OpenQuestion:
    """A gap as a coordinator sees it: without who asked."""

    public_id: str
    text: str
    language: str
    at: datetime


def _question(row: sa.Row[Any]) -> Question:
    return Question(
        row.id,
        row.public_id,
        row.text,
        row.language,
        Outcome(row.outcome),
        QuestionState(row.state),
        row.at,
    )


def add(connection: Connection, member: Member, words: str, state: QuestionState, now: datetime) -> Question:
    """Store a question, already looked at by the guard, as asked now.

    The same question of the same person within a day is the same row, so that it makes one gap.
    """
    earlier = _same(connection, member, words, now)
    if earlier is not None:
        return earlier
    row = {
        "public_id": new_public_id(),
        "organisation_id": member.organisation_id,
        "member_id": member.id,
        "text": words,
        "language": member.language,
        "outcome": Outcome.NONE.value,
        "state": state.value,
        "at": now,
    }
    return _question(connection.execute(_ADD, row).one())


def _same(connection: Connection, member: Member, words: str, now: datetime) -> Question | None:
    rows = connection.execute(_RECENT, {"member": member.id, "since": now - SAME_WITHIN})
    wanted = bare(words)
    return next((_question(row) for row in rows if bare(row.text) == wanted), None)


_OF_ASKER = questions.c.member_id == sa.bindparam("member")
_ADD = sa.insert(questions).returning(questions)
_RECENT = (
    sa.select(questions)
    .where(_OF_ASKER, questions.c.at > sa.bindparam("since"))
    .order_by(questions.c.id.desc())
    .limit(200)
)
_NAMED = sa.select(questions).where(_OF_ASKER, questions.c.public_id == sa.bindparam("name"))
_MARK = sa.update(questions).where(questions.c.id == sa.bindparam("this"))
_SHOWN = (
    sa.select(question_matches)
    .where(question_matches.c.question_id == sa.bindparam("question"))
    .order_by(question_matches.c.place)
)
_SHOW = sa.insert(question_matches)
_SAID = (
    sa.select(
        questions.c.id,
        questions.c.text,
        questions.c.language,
        question_matches.c.practice_id,
        question_matches.c.verdict,
    )
    .join(question_matches, question_matches.c.question_id == questions.c.id)
    .where(_OF_ASKER, question_matches.c.verdict.is_not(None))
    .order_by(questions.c.id)
)


def of_asker(connection: Connection, asker: Member, public_id: str) -> Question | None:
    """Return a question of one's own; absent and somebody else's look the same."""
    row = connection.execute(_NAMED, {"member": asker.id, "name": public_id}).first()
    return _question(row) if row else None


def by_asker(connection: Connection, asker: Member, *, most: int, skip: int = 0) -> list[Question]:
    """Return one's own questions, newest first; those that were never really asked left out."""
    rows = connection.execute(
        sa.select(questions)
        .where(questions.c.member_id == asker.id, questions.c.state != QuestionState.held.value)
        .order_by(questions.c.at.desc(), questions.c.id.desc())
        .limit(most)
        .offset(skip)
    )
    return [_question(row) for row in rows]


def mark(
    connection: Connection, question: Question, state: QuestionState, outcome: Outcome | None = None
) -> Question:
    """Note how a question stands now, and how well it was answered when it was looked up."""
    marked = replace(question, state=state, outcome=outcome or question.outcome)
    changed = {"this": question.id, "state": marked.state.value, "outcome": marked.outcome.value}
    connection.execute(_MARK, changed)
    return marked


def withdraw(connection: Connection, question: Question) -> None:
    """Remove a question and all that was shown for it."""
    connection.execute(sa.delete(questions).where(questions.c.id == question.id))


def forget_held(connection: Connection, now: datetime) -> None:
    """Remove the questions about danger that their askers did not go on with."""
    connection.execute(
        sa.delete(questions).where(
            questions.c.state == QuestionState.held.value, questions.c.at < now - HELD_FOR
        )
    )


def forget_old(connection: Connection, before: datetime, most: int = 2000) -> None:
    """Remove questions from before this moment, so many at a time; what they taught is nobody's."""
    old = sa.select(questions.c.id).where(questions.c.at < before).limit(most)
    connection.execute(sa.delete(questions).where(questions.c.id.in_(old)))


# --- what was shown ----------------------------------------------------------------------------------


def show(
    connection: Connection,
    question: Question,
    organisation_id: int,
    hits: Sequence[Hit],
    before: Sequence[Shown],
) -> list[Shown]:
    """Keep and return which practices are shown now, best first; what was said of one `before` stays."""
    said = {one.practice_id: one.verdict for one in before}
    if before:
        connection.execute(sa.delete(question_matches).where(question_matches.c.question_id == question.id))
    rows = [
        {
            "question_id": question.id,
            "practice_id": int(hit.id),
            "organisation_id": organisation_id,
            "place": place,
            "confidence": hit.confidence,
            "why": [[word.asked, word.found, word.repaired] for word in hit.why],
            "verdict": verdict.value if (verdict := said.get(int(hit.id))) else None,
        }
        for place, hit in enumerate(hits, 1)
    ]
    if rows:
        connection.execute(_SHOW, rows)
    return [Shown(int(hit.id), hit.why, said.get(int(hit.id))) for hit in hits]


def shown(connection: Connection, question: Question) -> list[Shown]:
    """Return what was shown for a question, best first."""
    rows = connection.execute(_SHOWN, {"question": question.id})
    return [
        Shown(
            row.practice_id,
            tuple(Word(*word) for word in row.why),
            Verdict(row.verdict) if row.verdict else None,
        )
        for row in rows
    ]


def said(connection: Connection, asker_id: int, practice_id: int | None = None) -> list[Said]:
    """Return all that somebody said of practices that were shown to them, or of this one; oldest first."""
    query = _SAID if practice_id is None else _SAID.where(question_matches.c.practice_id == practice_id)
    rows = connection.execute(query, {"member": asker_id})
    return [Said(row.id, row.text, row.language, row.practice_id, Verdict(row.verdict)) for row in rows]


def judged_practices(connection: Connection, asker_id: int, after: int, most: int) -> list[int]:
    """Return the next practices of which somebody said something, by number."""
    rows = connection.execute(
        sa.select(question_matches.c.practice_id)
        .distinct()
        .join(questions, questions.c.id == question_matches.c.question_id)
        .where(
            _OF_ASKER,
            question_matches.c.verdict.is_not(None),
            question_matches.c.practice_id > after,
        )
        .order_by(question_matches.c.practice_id)
        .limit(most),
        {"member": asker_id},
    )
    return list(rows.scalars())


def judge(connection: Connection, question: Question, practice_id: int | None, verdict: Verdict) -> list[int]:
    """Note what the asker said of one practice that was shown, or of all (None); return which were shown."""
    which = question_matches.c.question_id == question.id
    if practice_id is not None:
        which = sa.and_(which, question_matches.c.practice_id == practice_id)
    noted = sa.update(question_matches).where(which).values(verdict=verdict.value)
    return sorted(connection.execute(noted.returning(question_matches.c.practice_id)).scalars())


def link(connection: Connection, organisation_id: int, question: Question, practice_id: int) -> bool:
    """Note that a coordinator gave this practice as the answer; False when the asker said something of it."""
    statement = insert_into(connection, question_matches).values(
        question_id=question.id,
        practice_id=practice_id,
        organisation_id=organisation_id,
        place=0,
        confidence=1.0,
        why=[],
        verdict=Verdict.linked.value,
    )
    linked = statement.on_conflict_do_update(
        index_elements=[question_matches.c.question_id, question_matches.c.practice_id],
        set_={"verdict": Verdict.linked.value},
        where=question_matches.c.verdict.is_(None),
    ).returning(question_matches.c.question_id)
    return connection.execute(linked).first() is not None


# --- gaps ---------------------------------------------------------------------------------------------


def _gaps(organisation_id: int) -> sa.ColumnElement[bool]:
    return sa.and_(
        questions.c.organisation_id == organisation_id, questions.c.state == QuestionState.open.value
    )


def open_questions(
    connection: Connection, organisation_id: int, most: int = 5, skip: int = 0
) -> list[OpenQuestion]:
    """Return the questions that nothing fitted, newest first, without who asked."""
    rows = connection.execute(
        sa.select(questions.c.public_id, questions.c.text, questions.c.language, questions.c.at)
        .where(_gaps(organisation_id))
        .order_by(questions.c.at.desc(), questions.c.id.desc())
        .limit(most)
        .offset(skip)
    )
    return [OpenQuestion(row.public_id, row.text, row.language, row.at) for row in rows]


def count_open(connection: Connection, organisation_id: int) -> int:
    """Count the questions that nothing fitted."""
    query = sa.select(sa.func.count()).select_from(questions).where(_gaps(organisation_id))
    return int(connection.execute(query).scalar_one())


def open_question(connection: Connection, organisation_id: int, public_id: str) -> OpenQuestion | None:
    """Return one gap; absent, closed and another organisation's look the same."""
    row = connection.execute(
        sa.select(questions.c.public_id, questions.c.text, questions.c.language, questions.c.at).where(
            _gaps(organisation_id), questions.c.public_id == public_id
        )
    ).first()
    return OpenQuestion(row.public_id, row.text, row.language, row.at) if row else None


def asker_of(connection: Connection, organisation_id: int, public_id: str) -> int | None:
    """Return who asked, to be told what came of it and for nothing else; None when they are gone."""
    found: int | None = connection.execute(
        sa.select(questions.c.member_id).where(
            questions.c.organisation_id == organisation_id, questions.c.public_id == public_id
        )
    ).scalar()
    return found


def close(
    connection: Connection,
    organisation_id: int,
    public_id: str,
    now: datetime,
    state: QuestionState = QuestionState.closed,
) -> bool:
    """Close a gap, perhaps as answered; False when it was no gap (any more)."""
    row = connection.execute(
        sa.update(questions)
        .where(_gaps(organisation_id), questions.c.public_id == public_id)
        .values(state=state.value, ended_at=now)
        .returning(questions.c.id)
    ).first()
    return row is not None
