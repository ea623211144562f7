"""The emulator as a process of its own, with people who do what people do: prints its address.

Run: python -m tests.benchmarks.telegram --code CODE
"""

from __future__ import annotations

import argparse
import asyncio

from tests.benchmarks.mix import Mix
from tests.emulator import TOKEN, Emulator
from tests.emulator.control import Control


async def serve(code: str) -> None:
    """Serve until killed; the costly checks are left to the tests."""
    emulator = Emulator(token=TOKEN, strict=False)
    mix = Mix(code)  # one for all crowds: somebody may be in the middle of sharing
    emulator.server.control = Control(emulator, {"mix": lambda: mix}).handle
    async with emulator:
        print(emulator.address, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--code", default="", help="with which people come in")
    asyncio.run(serve(options.parse_args().code))
