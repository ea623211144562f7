"""The real job, lived with for weeks by people who do whatever they like: no rule is broken by any of it."""

from __future__ import annotations

import shutil
from collections import defaultdict
from datetime import UTC, datetime, time, timedelta
from itertools import count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from domain.delivery import CAPPED, COUNTED, Lane
from domain.peers.evidence import Outcome
from domain.peers.nudges import NORMS
from domain.people import Member, Role
from domain.practices import Practice
from domain.rhythm import WEEK, most_a_week
from handlers.kit import say, tell
from storage import members, nudging, practices, trials
from storage import nudges as offered
from storage.database import Database, sqlite_url
from storage.nudging import Said, Speaker
from storage.tables import deliveries, nudges
from storage.tables import trials as trial_rows
from tests.stage import Stage

ZONE = ZoneInfo("Europe/Amsterdam")
JOBS = ("nudge-days", "nudges", "digest", "nudge-watch", "follow-up")
TICKS = (time(9), time(11, 30), time(12, 40), time(16, 10))
NORM_KINDS = {kind.value for kind in NORMS}
PEOPLE, CARDS = 14, 5

people, cards = st.integers(0, PEOPLE - 1), st.integers(0, CARDS - 1)
deeds = st.one_of(
    st.tuples(st.just("tell"), people, cards, st.sampled_from(Outcome)),
    # Few are sent much, so that it meets: what is capped only matters where there is more than fits.
    st.tuples(st.just("send"), st.integers(0, 2), st.lists(st.sampled_from(sorted(CAPPED)), max_size=5)),
    st.tuples(st.just("tap"), people),
    st.tuples(st.just("dismiss"), people, cards),
    st.tuples(st.just("crisis")),
    st.tuples(st.just("calm")),
    st.tuples(st.just("less"), people, st.sampled_from(["weekly", "twice", "digest"])),
)
lives = st.lists(st.tuples(st.integers(0, 27), st.integers(0, 3), deeds), min_size=10, max_size=80)


def flood(*lanes: Lane) -> list[tuple[int, int, tuple[object, ...]]]:
    """Send two people something of each lane, every morning."""
    return [(day, 0, ("send", person, list(lanes))) for day in range(28) for person in (0, 1)]


class Life:
    """An organisation in which everybody follows one theme, and what was found wrong with it."""

    def __init__(self, database: Database, tried: int) -> None:
        self.stage = Stage(database)
        self.once = count()
        self.chosen: dict[int, int] = {}  # the most a week that each may have chosen lately
        self.seen: set[int] = set()
        self.started = self.stage.now
        with database.transaction() as connection:
            self.people = [self._join(connection, number) for number in range(PEOPLE)]
            nudging.say_told(
                connection,
                self.stage.organisation.id,
                None,
                None,
                Said(self.stage.now.date(), Speaker.lead),
                self.stage.now,
            )
        self.cards = [self._share(number) for number in range(CARDS)]
        with database.transaction() as connection:
            for member in self.people[:tried]:
                for card in self.cards[:3]:
                    if card.author_id != member.id:
                        trials.tell(connection, card, member, Outcome.worked, self.stage.now)

    def _join(self, connection: sa.Connection, number: int) -> Member:
        someone = self.stage.stranger(f"Collega {number}")
        organisation = self.stage.organisation.id
        member = members.add(
            connection,
            organisation_id=organisation,
            role=Role.member,
            language="nl",
            name=someone.name,
            now=self.stage.now - timedelta(days=30),
        )
        members.add_address(connection, member, someone.where, self.stage.now)
        members.agree(connection, member.id, self.stage.now)
        rhythm = "weekly" if number % 3 == 0 else "twice"
        members.change(connection, member.id, rhythm=rhythm, job="debt")
        members.follow(connection, member, "debt")
        self.chosen[member.id] = most_a_week(rhythm)
        found = members.by_id(connection, member.id)
        assert found is not None
        return found

    def _share(self, number: int) -> Practice:
        maker = self.people[number]
        someone = self.stage.stranger(maker.name)
        name = self.stage.practice(someone, f"Aanpak {number}")
        with self.stage.database.reading() as connection:
            found = practices.by_public_id(connection, self.people[-1], name)
        assert found is not None
        return found

    def live(self, wanted: list[tuple[int, int, tuple[object, ...]]]) -> None:
        """Live four weeks, and look after every tick."""
        script = defaultdict(list)
        for day, tick, deed in wanted:
            script[day, tick].append(deed)
        first = self.stage.now.astimezone(ZONE).date() + timedelta(days=6)
        for day in range(28):
            for number, at in enumerate(TICKS):
                self.stage.now = datetime.combine(first + timedelta(days=day), at, ZONE).astimezone(UTC)
                for deed in script[day, number]:
                    self._do(*deed)
                self._tick()
                self._look_at_what_was_decided()
        self._look_at_what_was_sent()

    def _do(self, what: object, *given_: object) -> None:
        with self.stage.database.transaction() as connection:
            now, organisation = self.stage.now, self.stage.organisation.id
            member = self.people[given_[0]] if given_ else self.people[0]  # type: ignore[call-overload]
            match what, given_:
                case "tell", (_, int(card), Outcome() as outcome) if self.cards[card].author_id != member.id:
                    trials.tell(connection, self.cards[card], member, outcome, now)
                case "send", (_, list(lanes)):
                    for lane in lanes:
                        once = f"other {next(self.once)}"
                        tell(connection, member.id, say("fine"), once=once, lane=lane, now=now)
                case "tap", _:
                    mine = sa.select(nudges.c.public_id).where(nudges.c.member_id == member.id)
                    for name in connection.execute(mine).scalars().all():
                        offered.tap(connection, member, name, now)
                case "dismiss", (_, int(card)):
                    practices.dismiss(connection, self.cards[card], member, now)
                case "crisis", _:
                    nudging.call_crisis(connection, organisation, None, now + WEEK, now)
                case "calm", _:
                    nudging.end_crisis(connection, organisation, None, now)
                case "less", (_, str(rhythm)):
                    members.change(connection, member.id, rhythm=rhythm)
                    self.chosen[member.id] = max(self.chosen[member.id], most_a_week(rhythm))

    def _tick(self) -> None:
        for job in self.stage.routes.jobs:
            if job.name in JOBS:
                with self.stage.database.reading() as connection:
                    parts = job.parts(connection, self.stage.now)
                for part in parts:
                    with self.stage.database.transaction() as connection:
                        job.run(connection, self.stage.now, *part)
        self.stage.catch_up()

    def _look_at_what_was_decided(self) -> None:
        """Look at each new nudge with the eyes of a stranger: only rows, and no rule of ours."""
        now = self.stage.now
        with self.stage.database.reading() as connection:
            fresh = connection.execute(sa.select(nudges).where(nudges.c.id.not_in(self.seen))).all()
            told = connection.execute(sa.select(trial_rows)).all()
            crisis = nudging.in_crisis(connection, self.stage.organisation.id, now)
        authors = {card.id: card.author_id for card in self.cards}
        for one in fresh:
            self.seen.add(one.id)
            assert not crisis
            if one.sort == "news":
                assert authors[one.practice_id] == one.member_id
                assert one.kind not in NORM_KINDS
                continue
            assert authors[one.practice_id] != one.member_id
            mine = [row for row in told if row.member_id == one.member_id]
            assert all(row.practice_id != one.practice_id for row in mine)
            if one.kind in NORM_KINDS:
                acting = {row.member_id for row in told} | set(authors.values())
                assert 10 <= one.active <= len(acting - {one.member_id})
                failed = [row.at for row in mine if row.outcome == Outcome.did_not.value]
                assert all(now - at >= timedelta(days=14) for at in failed)

    def _look_at_what_was_sent(self) -> None:
        with self.stage.database.reading() as connection:
            sent = connection.execute(
                sa.select(deliveries)
                .where(deliveries.c.released_at.is_not(None), deliveries.c.state != "cancelled")
                .order_by(deliveries.c.released_at, deliveries.c.id)
            ).all()
            held = set(connection.execute(sa.select(nudges.c.public_id).where(nudges.c.held)).scalars())
        assert not {f"nudge:{name}" for name in held} & {row.once for row in sent}
        for member in self.people:
            mine = [(Lane(row.lane), row.released_at) for row in sent if row.member_id == member.id]
            capped = [at for lane, at in mine if lane in CAPPED]
            assert all(sum(start <= at < start + WEEK for at in capped) <= 4 for start in capped)
            taking = [(lane, at) for lane, at in mine if lane in COUNTED]
            for number, (lane, at) in enumerate(taking):
                if lane is Lane.relay:  # it takes room, and has caps of its own
                    continue
                before = [other for _, other in taking[:number]]
                assert sum(at - other < WEEK for other in before) < self.chosen[member.id]
                day = at.astimezone(ZONE).date()
                assert all(other.astimezone(ZONE).date() != day for other in before)
            offers = [at for lane, at in mine if lane is Lane.nudge]
            assert all(later - one >= timedelta(hours=48) for one, later in pairwise(offers))


def lived(template: Path, tried: int, wanted: list[tuple[int, int, tuple[object, ...]]]) -> set[str]:
    """Live, look, and return which kinds of messages there were."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "life.db"
        shutil.copyfile(template, file)
        database = Database(sqlite_url(file))
        Life(database, tried).live(wanted)
        with database.reading() as connection:
            kinds = set(connection.execute(sa.select(nudges.c.kind)).scalars())
        database.close()
    return kinds


def test_life__without_surprises_has_norms_and_news(sqlite_template: Path) -> None:
    """The looking below would prove nothing if nothing were ever said."""
    kinds = lived(sqlite_template, 12, [])
    assert kinds & NORM_KINDS
    assert "impact" in kinds


@settings(
    max_examples=12,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a smaller life would take minutes to find
    suppress_health_check=list(HealthCheck),
)
@given(tried=st.sampled_from([6, 9, 11, 13]), wanted=lives)
@example(tried=11, wanted=flood(Lane.nudge))
@example(tried=11, wanted=flood(Lane.follow_up, Lane.relay, Lane.broadcast))
@example(tried=11, wanted=flood(*CAPPED))
def test_life__breaks_no_rule_whatever_people_do(
    sqlite_template: Path, tried: int, wanted: list[tuple[int, int, tuple[object, ...]]]
) -> None:
    """No norm about fewer than ten, to who did it, after a failure or in a crisis; and no cap is exceeded."""
    lived(sqlite_template, tried, wanted)
