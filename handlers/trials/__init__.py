"""Pledge to try a practice, be asked once how it went, and tell it in a tap: the maker hears it."""

from __future__ import annotations

from datetime import timedelta

from domain.people import EVERYONE
from handlers.kit import Capability, Command, Job
from handlers.kit.doors import MakePledge, ShowExperiences, Tell, WithdrawPledge
from handlers.trials.asking import NotForMeAfterAll, NotYet, follow_up, not_for_me, not_yet
from handlers.trials.experiences import show_experiences
from handlers.trials.pledging import (
    PLAN,
    AddPlan,
    AskNever,
    ChooseMoment,
    ListPledges,
    add_plan,
    ask_never,
    choose_moment,
    list_pledges,
    make_pledge,
    page_of_pledges,
    withdraw_pledge,
)
from handlers.trials.telling import (
    LINE,
    TellOutcome,
    TellSide,
    WithdrawTrial,
    tell,
    tell_outcome,
    tell_side,
    withdraw_trial,
)

CAPABILITY = Capability(
    name="trials",
    commands=(Command("pledges", list_pledges, EVERYONE),),
    buttons={
        MakePledge: make_pledge,
        ChooseMoment: choose_moment,
        AddPlan: add_plan,
        AskNever: ask_never,
        WithdrawPledge: withdraw_pledge,
        ListPledges: page_of_pledges,
        Tell: tell,
        TellOutcome: tell_outcome,
        TellSide: tell_side,
        WithdrawTrial: withdraw_trial,
        NotYet: not_yet,
        NotForMeAfterAll: not_for_me,
        ShowExperiences: show_experiences,
    },
    flows=(PLAN, LINE),
    jobs=(Job("follow-up", timedelta(minutes=5), follow_up),),
)
