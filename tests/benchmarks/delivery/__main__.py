"""Run one campaign and print its figures: python -m tests.benchmarks.delivery kills --kills 20."""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import fields

from domain.delivery import Lane
from tests.benchmarks.delivery.kills import kills
from tests.benchmarks.delivery.office import Plan
from tests.benchmarks.delivery.pace import pace, replies, top_speed
from tests.benchmarks.delivery.schedules import firing
from tests.benchmarks.delivery.trouble import trouble

# What a short run of each is; the long ones are in docs/benchmarks.md.
SHORT = {
    "kills": {"people": 500, "kills": 20},
    "stops": {"people": 300, "kills": 10},
    "trouble": {"people": 400, "window": 20},
    "firing": {"people": 100, "kills": 10},
    "pace": {"people": 1500, "per_second": 28},
    "replies": {"people": 2000, "per_second": 28},
    "speed": {"people": 2000, "window": 50},
}


def main() -> None:
    """Read the options, run one campaign and print its figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("campaign", choices=SHORT)
    for one in fields(Plan):
        if one.name != "politely":
            options.add_argument(f"--{one.name.replace('_', '-')}", type=type(one.default))
    given = vars(options.parse_args())
    campaign = given.pop("campaign")
    asked = {name: value for name, value in given.items() if value is not None}
    plan = Plan(**{**SHORT[campaign], **asked, "politely": campaign == "stops"})
    said = f"{campaign} on {plan.database} with {plan.replicas} × window {plan.window}"
    print(f"{said}, {plan.per_second:g} a second: ", flush=True)
    print(asyncio.run(_run(campaign, plan)), flush=True)


async def _run(campaign: str, plan: Plan) -> str:
    match campaign:
        case "kills" | "stops":
            return str(await kills(plan))
        case "trouble":
            return str(await trouble(plan))
        case "firing":
            return str(await firing(plan))
        case "pace":
            one = await pace(plan, Lane.loop)
            other = await pace(plan, Lane.broadcast, 0.8)
            return f"any message: {one}\na broadcast: {other}"
        case "replies":
            return str(await replies(plan))
        case _:
            return str(await top_speed(plan))


if __name__ == "__main__":
    main()
