"""Best persons: be asked after colleagues named one, show something of oneself, and look at others."""

from __future__ import annotations

from datetime import timedelta

from domain.people import EVERYONE
from handlers.kit import Capability, Command, Job
from handlers.kit.doors import MyPortrait, ShowPeople, ShowPortrait, ShowReportedPortraits, WhoMade
from handlers.portraits.asking import AnswerNomination, answer, ask
from handlers.portraits.interview import INTERVIEW, StartInterview, start
from handlers.portraits.mine import (
    ErasePortrait,
    KeepPortrait,
    PutBackPortrait,
    WithdrawPortrait,
    command,
    erase,
    keep,
    put_back,
    renew,
    show_mine,
    withdraw,
)
from handlers.portraits.reporting import JudgePortrait, ReportPortrait, judge, look, report
from handlers.portraits.reporting import start as start_report
from handlers.portraits.showing import StartPortraitReport, people, show, show_people, who_made

CAPABILITY = Capability(
    name="portraits",
    commands=(Command("portrait", command, EVERYONE), Command("people", people, EVERYONE)),
    buttons={
        AnswerNomination: answer,
        StartInterview: start,
        MyPortrait: show_mine,
        WithdrawPortrait: withdraw,
        PutBackPortrait: put_back,
        ErasePortrait: erase,
        KeepPortrait: keep,
        ShowPortrait: show,
        ShowPeople: show_people,
        WhoMade: who_made,
        StartPortraitReport: start_report,
        ReportPortrait: report,
        ShowReportedPortraits: look,
        JudgePortrait: judge,
    },
    flows=(INTERVIEW,),
    jobs=(
        Job("nominees", timedelta(minutes=5), ask),
        Job("portraits", timedelta(hours=6), renew),
    ),
)
