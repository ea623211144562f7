"""Every number of the peer model in one place, per organisation: what it means, its default and its range.

A default without a source is a choice of ours, to be measured. A range keeps a choice from becoming a harm:
a group can be made larger than ten, never smaller. Days are days of 24 hours unless it says working days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from math import isfinite
from typing import Any, Final

Z80: Final = 1.2816  # two-sided 80% of a normal distribution
Z95: Final = 1.96  # two-sided 95%
POWER80: Final = 0.8416  # one-sided: a test that finds a real difference four times out of five


class OutOfRange(ValueError):
    """A constant was given a value that is not allowed."""

    def __init__(self, name: str, low: float, high: float) -> None:
        super().__init__(f"{name} must be from {low:g} to {high:g}")
        self.name, self.low, self.high = name, low, high


def _constant(default: float, low: float, high: float, about: str) -> Any:
    return field(default=default, metadata={"low": low, "high": high, "about": about})


@dataclass(frozen=True)
class EvidenceConstants:
    """How outcomes become evidence."""

    prior_weight: float = _constant(4, 1, 20, "how many reports the expectation beforehand weighs")
    prior_mean: float = _constant(0.6, 0.3, 0.8, "expected share that works, as long as nothing is known")
    prior_from: float = _constant(
        20, 1, 500, "reports in the whole organisation at which half of what is expected is its own mean"
    )
    half_life: float = _constant(365, 30, 3650, "days after which a report weighs half")
    least_weight: float = _constant(0.3, 0, 1, "weight of a report from a context that does not fit at all")
    useful_share: float = _constant(
        0.3, 0, 0.5, "part of the rank value that comes from 'useful'; the rest is evidence"
    )
    silent: int = _constant(
        10, 0, 100, "readers who opened a card and said nothing, as long as openings are not counted"
    )
    counts_from: int = _constant(5, 5, 50, "reports from which a card says how many tried it as settled")
    often_not_below: float = _constant(
        0.30, 0, 0.5, "lower bound under which a card says that it often does not work"
    )
    recheck_after: float = _constant(
        180, 90, 730, "days without a report after which its maker is asked whether it is still right"
    )
    near_equal: float = _constant(
        0.03, 0, 0.2, "difference in rank value under which the order is left to chance"
    )


@dataclass(frozen=True)
class FitConstants:
    """How much two contexts look alike; the five weights together are 1."""

    job: float = _constant(0.35, 0, 1, "weight of the same kind of work")
    target_group: float = _constant(0.30, 0, 1, "weight of the same residents")
    size: float = _constant(0.15, 0, 1, "weight of the same size of municipality or team")
    region: float = _constant(0.10, 0, 1, "weight of the same kind of region")
    organisation: float = _constant(0.10, 0, 1, "weight of the same kind of organisation")
    unknown: float = _constant(0.5, 0, 1, "what a part counts for when one of both is not known")
    related: float = _constant(0.5, 0, 1, "what related work or a neighbouring size counts for")
    offered_from: float = _constant(0.5, 0.3, 1, "fit from which a practice may be offered unasked")
    near_from: float = _constant(0.6, 0.3, 1, "fit from which a colleague is a near peer")
    search_text: float = _constant(0.60, 0.4, 1, "weight of the words in the order of what was found")
    search_fit: float = _constant(0.25, 0, 0.5, "weight of fit in the order of what was found")
    search_value: float = _constant(0.15, 0, 0.5, "weight of the rank value in the order of what was found")


@dataclass(frozen=True)
class ContributionConstants:
    """What somebody's part in a theme is made of, only to route messages."""

    window: float = _constant(180, 30, 730, "days that count")
    half_life: float = _constant(90, 14, 365, "days after which a contribution weighs half")
    shared: float = _constant(3, 0, 10, "points for sharing a practice")
    reported: float = _constant(3, 0, 10, "points for trying a practice and telling, whatever came of it")
    followed: float = _constant(2, 0, 10, "points when a colleague tries one's practice")
    most_followed: int = _constant(5, 1, 50, "how many of those count")
    useful_answer: float = _constant(2, 0, 10, "points for an answer that helped")
    answer: float = _constant(1, 0, 10, "points for another answer")
    asked: float = _constant(0.5, 0, 10, "points for a question")
    thanked: float = _constant(0.25, 0, 10, "points for thanking")
    voted: float = _constant(0.1, 0, 1, "points for saying 'useful'")
    most_voted: int = _constant(10, 1, 100, "how many of those count")


@dataclass(frozen=True)
class SegmentConstants:
    """Who is new, ahead, a bridge or an expert in a theme: never shown, only to route messages."""

    newcomer_days: float = _constant(30, 7, 90, "days since joining in which somebody is new")
    newcomer_events: int = _constant(3, 1, 20, "things done by oneself below which somebody is new")
    active_days: float = _constant(90, 30, 365, "days in which one thing done makes somebody active")
    least_points: float = _constant(4, 1, 20, "points a front-runner has at least")
    spread: float = _constant(1.5, 0, 5, "robust deviations above the median where front-runners start")
    most_share: float = _constant(0.20, 0.05, 0.5, "largest share of a theme that is a front-runner")
    tried_from: int = _constant(2, 1, 10, "practices tried and reported on that show doing")
    followers_from: int = _constant(2, 1, 10, "colleagues who tried one own practice that show doing")
    lasts: float = _constant(90, 14, 365, "days that it lasts after the rule was last met")
    quantiles_from: int = _constant(10, 10, 100, "active members from which a theme has a median of its own")
    bridge_from: float = _constant(1.5, 0.5, 5, "bridge value of a bridge-builder")
    bridge_teams: int = _constant(3, 2, 10, "other teams a bridge-builder helped")
    bridge_helped: int = _constant(5, 2, 50, "times a bridge-builder helped another team")
    expert_prior: float = _constant(
        2, 1, 10, "useful and not useful answers that are expected beforehand, each"
    )
    expert_askers: int = _constant(3, 2, 20, "different askers an expert answered")
    deviant_from: float = _constant(0.5, 0.4, 0.9, "lower bound of a practice that does remarkably well")
    deviant_reports: int = _constant(5, 5, 50, "reports it has at least")
    deviant_median: float = _constant(
        0.4, 0.1, 0.5, "median lower bound of its theme that makes it remarkable"
    )


@dataclass(frozen=True)
class RelayConstants:
    """Who is asked a colleague's question."""

    expertise: float = _constant(0.5, 0, 1, "weight of useful answers given")
    fit: float = _constant(0.3, 0, 1, "weight of fit")
    available: float = _constant(0.2, 0, 1, "weight of being at work now")
    load: float = _constant(0.15, 0, 1, "what each request of the last days takes off")
    load_days: float = _constant(14, 7, 60, "days in which earlier requests count")
    most_week: int = _constant(2, 1, 5, "requests to one person in seven days")
    most_day: int = _constant(1, 1, 2, "requests to one person on one day")
    seats: int = _constant(3, 1, 5, "people asked at a time")
    fresh_seats: int = _constant(1, 0, 3, "of those, kept for somebody who is not a front-runner")
    next_after: int = _constant(1, 1, 5, "working days after which the next are asked")
    coordinator_after: int = _constant(
        3, 2, 10, "working days after which the coordinator is asked, without a name"
    )


@dataclass(frozen=True)
class OfferConstants:
    """Which practice is offered unasked."""

    explore: float = _constant(0.20, 0, 0.5, "chance that a little known practice is offered")
    little_known: int = _constant(5, 1, 50, "reports below which a practice is little known")
    new_days: float = _constant(28, 7, 90, "days in which a practice is new")
    new_shown: int = _constant(15, 0, 100, "showings to people it fits that a new practice gets first")
    window: float = _constant(28, 7, 90, "days over which shares are counted")
    most_practice: float = _constant(0.35, 0.1, 1, "largest share of a theme's offers for one practice")
    most_author: float = _constant(0.25, 0.1, 1, "largest share of a theme's offers for one maker")
    shares_from: int = _constant(20, 10, 200, "offers in a theme that shares are taken of at least")
    dismissed_days: float = _constant(
        90, 30, 365, "days that 'not for me' holds; the second time it holds for good"
    )
    author_rest: int = _constant(2, 0, 5, "last offers whose makers are passed over")


@dataclass(frozen=True)
class NormConstants:
    """When a message may say what colleagues do, and when it may not."""

    group: int = _constant(10, 10, 100, "active people a group has at least before anything is said of it")
    least_count: int = _constant(3, 3, 20, "adopters, and people who are not, before a number is said")
    majority: float = _constant(0.60, 0.5, 1, "share from which most colleagues do it")
    majority_sure: float = _constant(0.50, 0.4, 1, "what its lower bound must be at least")
    growing: int = _constant(3, 3, 20, "new adopters in a month from which a practice grows")
    growing_times: float = _constant(1.25, 1, 5, "how many times the month before that must be")
    growing_days: float = _constant(28, 7, 60, "days in such a month")
    rest_after_failure: float = _constant(14, 7, 90, "days without a norm after one's own 'did not work'")
    impact_from: int = _constant(
        3, 1, 20, "new colleagues who tried it before its maker or adopter hears of it"
    )
    impact_rest: float = _constant(14, 7, 90, "days between two of those")
    help_rest: float = _constant(14, 7, 90, "days between two requests for a tip")
    declines: int = _constant(3, 1, 10, "declined requests after which somebody is left in peace")
    declines_rest: float = _constant(60, 14, 365, "days of that peace")


@dataclass(frozen=True)
class CapConstants:
    """How much may be sent unasked, and how silence is taken for an answer."""

    week: int = _constant(2, 0, 2, "messages in seven days that nobody asked for; 1 if chosen so")
    day: int = _constant(1, 1, 1, "of those on one day")
    nudge_hours: float = _constant(48, 24, 336, "hours between two nudges")
    ceiling: int = _constant(
        4, 1, 4, "messages in seven days, promised ones included, direct replies excepted"
    )
    follow_up_day: int = _constant(1, 1, 2, "promised questions on one day")
    ignored_days: float = _constant(7, 3, 28, "days without a tap after which a nudge was ignored")
    back_off: int = _constant(3, 1, 5, "ignored in a row after which half as many are sent")
    give_up: int = _constant(6, 2, 10, "ignored in a row after which hardly any is sent")
    give_up_weeks: float = _constant(8, 4, 52, "weeks between two nudges from then on")


@dataclass(frozen=True)
class ManipulationConstants:
    """What a 'useful' or a 'worked' counts for when it may not be meant as one."""

    team_first: float = _constant(0.5, 0, 1, "weight of each of the first votes from the maker's own team")
    team_first_many: int = _constant(3, 0, 20, "how many are the first")
    team_more: float = _constant(0.25, 0, 1, "weight of each further vote from that team")
    mutual: float = _constant(0.25, 0, 1, "weight of a vote between two who often vote for each other")
    mutual_from: int = _constant(3, 1, 20, "votes between them that are still normal")
    mutual_days: float = _constant(30, 7, 180, "days in which those are counted")
    young: float = _constant(0.5, 0, 1, "weight of a vote by an account that is young and did nothing yet")
    young_days: float = _constant(7, 1, 60, "days in which an account is young")
    floor: float = _constant(0.1, 0, 1, "least that a vote weighs, whatever comes together")
    line: int = _constant(15, 1, 200, "characters of what was done that a 'worked' needs to count fully")
    bare: float = _constant(0.5, 0, 1, "weight of a 'worked' without them")
    burst_share: float = _constant(0.6, 0.5, 1, "share of votes from one team above which a burst is held")
    burst_minutes: float = _constant(10, 1, 120, "minutes in which those votes came")
    burst_votes: int = _constant(5, 3, 50, "votes in that time at least")
    hold_hours: float = _constant(48, 12, 168, "hours that they are held for a person to look at")


@dataclass(frozen=True)
class PrivacyConstants:
    """What may be told about a group. Nothing here can be made smaller."""

    group: int = _constant(10, 10, 100, "people in a group at least before a figure of it is shown")
    round_to: int = _constant(5, 5, 25, "percentages are rounded to this")
    count_from: int = _constant(5, 5, 50, "counts below this are told as 'a few'")
    one_team: float = _constant(
        0.5, 0.2, 0.5, "share of the answers from one team above which nothing is split"
    )
    attributes: int = _constant(2, 1, 2, "attributes by which a table may be split at once")


@dataclass(frozen=True)
class HoldOutConstants:
    """How it is measured whether nudges help at all."""

    share: float = _constant(0.20, 0.1, 0.5, "share of nudge opportunities that is left out by chance")
    period_days: int = _constant(56, 1, 112, "days for which a person is drawn at a time")
    answer_days: float = _constant(14, 7, 56, "days in which a try counts for an opportunity")
    pull_days: float = _constant(56, 28, 112, "days in which a first try counts for the middle")
    reported_from: int = _constant(10, 10, 100, "people in each arm before a difference is told")


@dataclass(frozen=True)
class StopConstants:
    """When nudging ends by itself."""

    stopped: float = _constant(0.03, 0.01, 0.1, "share of members that stopped, above which nudging ends")
    stopped_days: float = _constant(28, 7, 56, "days in which they stopped")
    less: float = _constant(
        0.15, 0.05, 0.3, "share of receivers that asked for less, above which nudging ends"
    )
    people: int = _constant(3, 1, 10, "people who did so at least")
    energy: float = _constant(0.3, 0.1, 1, "points of five that energy fell more than in the hold-out")
    energy_answers: int = _constant(10, 10, 100, "answers in each arm before energy is compared")


@dataclass(frozen=True)
class DigestConstants:
    """The weekly digest."""

    least: int = _constant(2, 1, 4, "items of value it has at least; otherwise nothing is sent")


@dataclass(frozen=True)
class LimitConstants:
    """How often one person may do on one day what takes time or room of others; far above what people do."""

    share: int = _constant(20, 3, 200, "examples one person may share on one day")
    ask: int = _constant(60, 10, 500, "questions of one person on one day")
    report: int = _constant(10, 3, 100, "examples one person may report on one day, each is hidden at once")
    thank: int = _constant(3, 1, 20, "thanks of one person on one day, so that they keep their worth")
    invite: int = _constant(20, 3, 200, "invitations one person may make on one day")
    nominate: int = _constant(3, 1, 10, "colleagues one person may name in 30 days")
    together: int = _constant(50, 10, 1000, "how many times as much all people together may")


@dataclass(frozen=True)
class Constants:
    """All of them. An organisation keeps only what it changed."""

    evidence: EvidenceConstants = EvidenceConstants()
    fit: FitConstants = FitConstants()
    contribution: ContributionConstants = ContributionConstants()
    segments: SegmentConstants = SegmentConstants()
    relay: RelayConstants = RelayConstants()
    offers: OfferConstants = OfferConstants()
    norms: NormConstants = NormConstants()
    caps: CapConstants = CapConstants()
    manipulation: ManipulationConstants = ManipulationConstants()
    privacy: PrivacyConstants = PrivacyConstants()
    hold_out: HoldOutConstants = HoldOutConstants()
    stop: StopConstants = StopConstants()
    digest: DigestConstants = DigestConstants()
    limits: LimitConstants = LimitConstants()


DEFAULTS: Final = Constants()


@dataclass(frozen=True)
class Described:
    """One constant for a page or a form: its name, default, range and meaning."""

    name: str
    default: float
    low: float
    high: float
    about: str

    @property
    def whole(self) -> bool:
        """Whether it is counted in whole numbers."""
        return isinstance(self.default, int)

    @property
    def percent(self) -> bool:
        """Whether it is a share, said as a percentage."""
        return not self.whole and self.high <= 1

    def said(self, value: float) -> str:
        """Return a value as it is said: a share as a percentage."""
        return f"{100 * value:g}%" if self.percent else f"{value:g}"

    def read(self, words: str) -> float | None:
        """Return the value that somebody types, such as "2" or "20%"; None when it is none."""
        told = words.strip().rstrip(".").removesuffix("%").strip().replace(",", ".")
        try:
            found = float(told)
        except ValueError:
            return None
        if not isfinite(found):
            return None
        return round(found / 100, 6) if self.percent else found

    def allows(self, value: float) -> bool:
        """Tell whether it may have this value."""
        return self.low <= value <= self.high and (not self.whole or value == int(value))


def described() -> Iterator[Described]:
    """Yield every constant, in the order of this file."""
    for group in fields(Constants):
        values = getattr(DEFAULTS, group.name)
        for one in fields(values):
            known = one.metadata
            yield Described(
                f"{group.name}.{one.name}",
                getattr(values, one.name),
                known["low"],
                known["high"],
                known["about"],
            )


# What takes effect wherever it is used, so that coordinators may change it in the chat, in a few groups.
CHANGEABLE: Final[Mapping[str, tuple[str, ...]]] = {
    "caps": (
        "caps.week",
        "caps.nudge_hours",
        "caps.ceiling",
        "caps.ignored_days",
        "caps.back_off",
        "caps.give_up",
        "caps.give_up_weeks",
    ),
    "norms": (
        "norms.group",
        "norms.least_count",
        "norms.majority",
        "norms.majority_sure",
        "norms.growing",
        "norms.growing_days",
        "norms.rest_after_failure",
        "norms.impact_from",
        "norms.impact_rest",
    ),
    "offers": (
        "offers.explore",
        "offers.little_known",
        "offers.new_shown",
        "offers.window",
        "offers.most_practice",
        "offers.most_author",
        "offers.shares_from",
        "offers.author_rest",
    ),
    "hold_out": (
        "hold_out.share",
        "hold_out.period_days",
        "hold_out.reported_from",
    ),
    "stop": (
        "stop.stopped",
        "stop.stopped_days",
        "stop.less",
        "stop.people",
    ),
    "figures": (
        "digest.least",
        "privacy.group",
        "privacy.round_to",
        "privacy.count_from",
        "evidence.recheck_after",
    ),
    "limits": (
        "limits.share",
        "limits.ask",
        "limits.report",
        "limits.thank",
        "limits.invite",
        "limits.nominate",
        "limits.together",
    ),
}
# Weights that are 1 together: when one is changed, the others of its row move along.
TOGETHER: Final = (
    ("fit.job", "fit.target_group", "fit.size", "fit.region", "fit.organisation"),
    ("fit.search_text", "fit.search_fit", "fit.search_value"),
)


def described_as(name: str) -> Described:
    """Return one constant by its name; KeyError when there is none."""
    return {one.name: one for one in described()}[name]


def constants_with(changes: Mapping[str, float]) -> Constants:
    """Return the defaults with what an organisation changed, by names such as "evidence.half_life".

    Raises KeyError for a name that does not exist, OutOfRange for a value that is not allowed, and
    ValueError when weights that belong together are not 1 together.
    """
    known = {one.name: one for one in described()}
    found = DEFAULTS
    for name, value in changes.items():
        one = known[name]
        if not one.allows(value):
            raise OutOfRange(name, one.low, one.high)
        group, _, inside = name.partition(".")
        changed = replace(getattr(found, group), **{inside: int(value) if one.whole else float(value)})
        found = replace(found, **{group: changed})
    if not all(_is_one(found, names) for names in TOGETHER):
        raise ValueError("the weights of fit, and those of the order of what was found, are 1 together")
    return found


def value_of(constants: Constants, name: str) -> float:
    """Return the value of a number by its name; AttributeError when there is none."""
    group, _, inside = name.partition(".")
    found: float = getattr(getattr(constants, group), inside)
    return found


def moved(constants: Constants, name: str, value: float) -> dict[str, float]:
    """Return what changes when one number does: itself, and the weights that are 1 together with it.

    The others keep their proportions. Raises as `constants_with` does.
    """
    row = next((names for names in TOGETHER if name in names), (name,))
    others = [one for one in row if one != name]
    found = {name: value}
    if others:
        before = [value_of(constants, one) for one in others]
        whole = sum(before)
        shares = [one / whole for one in before] if whole else [1 / len(others)] * len(others)
        found |= {one: round((1 - value) * share, 4) for one, share in zip(others, shares, strict=True)}
        largest = max(others, key=lambda one: found[one])
        found[largest] = round(found[largest] + 1 - sum(found.values()), 4)
    constants_with(found)
    return found


def usable(changes: Mapping[str, float]) -> dict[str, float]:
    """Return of stored changes what still may be: a later version may know fewer numbers, or other ranges."""
    known = {one.name: one for one in described()}
    kept = {name: value for name, value in changes.items() if name in known and known[name].allows(value)}
    for names in TOGETHER:
        row = {name: kept.get(name, known[name].default) for name in names}
        if not _adds_up(row.values()):
            kept = {name: value for name, value in kept.items() if name not in names}
    return kept


def _is_one(constants: Constants, names: tuple[str, ...]) -> bool:
    return _adds_up(value_of(constants, name) for name in names)


def _adds_up(weights: Iterable[float]) -> bool:
    return abs(sum(weights) - 1) <= 1e-9
