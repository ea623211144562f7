"""How the tables came to be: one file per step, run by Alembic."""

from __future__ import annotations

from importlib.resources import files


def steps() -> tuple[str, ...]:
    """Return the name of every step, oldest first. The files begin with it, so Alembic need not be read."""
    names = (one.name for one in (files(__name__) / "versions").iterdir())
    return tuple(sorted(name.partition("_")[0] for name in names if name[0].isdigit()))


def newest() -> str:
    """Return the name of the newest step; nothing while the first one is being made anew."""
    return next(reversed(steps()), "")
