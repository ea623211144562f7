"""An operator at a terminal: commands typed as in real life, on both databases."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli.app import main
from bot.cli.desk import Desk
from storage.database import Database
from tests.stage import START

VARIABLES = (
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_BASE_URL",
    "TELEGRAM_MODE",
    "DATABASE_URL",
    "HOST",
    "PORT",
    "PUBLIC_URL",
    "SECRET_KEY",
    "DEFAULT_LANGUAGE",
    "TIMEZONE",
    "DATA_DIR",
    "EMBEDDINGS_URL",
    "EMBEDDINGS_MODEL",
    "EMBEDDINGS_KEY",
)


@dataclass(frozen=True)
class Outcome:
    """What a command left on the screen, and its exit code."""

    code: int
    out: str
    err: str


class Otto:
    """The operator: types commands in an empty folder, and sets variables."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, screen: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._patch = patch
        self._screen = screen

    def sets(self, **variables: str) -> None:
        """Set variables of the environment."""
        for name, value in variables.items():
            self._patch.setenv(name, value)

    def types(self, *words: str) -> Outcome:
        """Run a command and return what came of it."""
        self._screen.readouterr()
        code = main(words, Desk(lambda: START))
        shown = self._screen.readouterr()
        assert "Traceback" not in shown.err
        return Outcome(code, shown.out, shown.err)

    def does(self, *words: str) -> str:
        """Run a command that must succeed and return what it printed."""
        outcome = self.types(*words)
        assert outcome.code == 0, outcome
        return outcome.out

    def writes(self, name: str, text: str, encoding: str = "utf-8") -> Path:
        """Make a file."""
        file = self.folder / name
        file.write_bytes(text.encode(encoding))
        return file


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Otto:
    """Otto in an empty folder, with nothing set."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "otto"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Otto(folder, monkeypatch, capsys)


@pytest.fixture
def otto(newcomer: Otto, database: Database) -> Otto:
    """Otto with a database, once of each kind."""
    url = database.url.set(drivername=database.url.get_backend_name())
    newcomer.sets(DATABASE_URL=url.render_as_string(hide_password=False), SECRET_KEY="k" * 40)
    return newcomer
