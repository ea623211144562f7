"""Run the emulator as its own process: `python -m tests.emulator --port 0` prints its address."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal

from tests.emulator.control import Control
from tests.emulator.emulator import TOKEN, Emulator
from tests.emulator.flood import Flood


def main() -> None:
    """Read the options and serve until SIGINT or SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m tests.emulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds added to every answer")
    parser.add_argument("--flood", action="store_true", help="refuse more than 1 message a second in a chat")
    parser.add_argument("--lenient", action="store_true", help="skip the costly checks, for benchmarks")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(parser.parse_args()))


async def _serve(options: argparse.Namespace) -> None:
    emulator = Emulator(
        token=options.token,
        port=options.port,
        latency=options.latency,
        strict=not options.lenient,
        flood=Flood() if options.flood else None,
    )
    emulator.server.control = Control(emulator).handle
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with emulator:
        print(emulator.address, flush=True)
        await stop.wait()


if __name__ == "__main__":
    main()
