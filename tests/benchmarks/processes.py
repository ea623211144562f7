"""Programs that are measured: run on a core of their own, and what they use of it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from tests.compiled import COMPILED

ROOT = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
# An installed program has its bytecode. Without it every start would read all of its libraries anew.
BYTECODE = {"PYTHONPYCACHEPREFIX": str(COMPILED)}


@asynccontextmanager
async def running(
    command: Sequence[str],
    *,
    core: int | None = None,
    log: Path | None = None,
    folder: Path = ROOT,
    variables: Mapping[str, str] | None = None,
    told: bool = False,
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a program, and what it starts itself, until the block ends; `log` takes what it complains of.

    One that is `told` something listens on its standard input.
    """
    everything = {**os.environ, **BYTECODE, "PYTHONPATH": str(ROOT), **(variables or {})}
    everything.pop("PYTHONDONTWRITEBYTECODE", None)
    with (log or Path(os.devnull)).open("ab") as complaints:
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=folder,
            env=everything,
            stdin=asyncio.subprocess.PIPE if told else None,
            stdout=asyncio.subprocess.PIPE,
            stderr=complaints,
            start_new_session=True,
            preexec_fn=None if core is None else lambda: _stay_on(core),
        )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


def _stay_on(core: int) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {core % (os.cpu_count() or 1)})


def cpu_seconds(group: int) -> float:
    """Return the processor time of a program and what it started: it hardly depends on what others do."""
    return sum(int(fields[11]) + int(fields[12]) for fields in _every(group)) / TICKS


def _every(group: int) -> Iterator[list[str]]:
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = file.read_text("ascii", "replace").rpartition(")")[2].split()
            if int(fields[2]) == group:
                yield fields


def peak_memory(pid: int) -> float:
    """Return the most memory a program has had, in megabytes."""
    lines = Path(f"/proc/{pid}/status").read_text("ascii", "replace").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
