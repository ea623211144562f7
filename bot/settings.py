"""Every setting, read once from the environment and `.env`, with a clear sentence when one is wrong."""

from __future__ import annotations

import os
import secrets
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.trouble import BadSettings
from domain.delivery import WINDOW
from domain.people import LANGUAGES
from domain.retention import Kept, WrongDays, read_kept

KEY_FILE = "secret.key"
LEDGER_FILE = "erasures.log"


class Mode(StrEnum):
    """How Telegram's updates come in."""

    polling = "polling"
    webhook = "webhook"


class Together(ValueError):
    """A setting is wrong because of another one: its variable, and the key of what it should be."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__(key)
        self.name = name
        self.key = key


class Settings(BaseSettings):
    """What an operator can set; the names in capitals are the variables, `.env.example` explains each."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    telegram_bot_token: SecretStr = SecretStr("")
    telegram_base_url: str = "https://api.telegram.org"
    telegram_mode: Mode = Mode.polling
    telegram_per_second: Annotated[float, Field(ge=0, le=1000)] = 28
    telegram_window: Annotated[int, Field(ge=1, le=200)] = WINDOW
    database_url: SecretStr = SecretStr("")
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    public_url: str = ""
    secret_key: SecretStr = SecretStr("")
    default_language: str = "nl"
    timezone: str = "Europe/Amsterdam"
    data_dir: Path = Path("data")
    erasure_ledger: Path | None = None
    keep_days: str = ""
    turns_per_minute: Annotated[int, Field(ge=0, le=10_000)] = 60
    log_level: str = "INFO"
    embeddings_url: SecretStr = SecretStr("")
    embeddings_model: str = ""
    embeddings_key: SecretStr = SecretStr("")

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        number, colon, rest = value.get_secret_value().partition(":")
        if value.get_secret_value() and not (colon and number.isdigit() and rest):
            raise ValueError("setting-token")
        return value

    @field_validator("telegram_base_url", "public_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).netloc):
            raise ValueError("setting-web-address")
        return value.rstrip("/")

    @field_validator("embeddings_url")
    @classmethod
    def _endpoint(cls, value: SecretStr) -> SecretStr:
        return SecretStr(cls._web_address(value.get_secret_value()))

    @field_validator("default_language")
    @classmethod
    def _language(cls, value: str) -> str:
        if value not in LANGUAGES:
            raise ValueError("setting-language")
        return value

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("setting-timezone")
        return str(ZoneInfo(value))

    @field_validator("keep_days")
    @classmethod
    def _keep_days(cls, value: str) -> str:
        try:
            read_kept(value)
        except WrongDays:
            raise ValueError("setting-keep-days") from None
        return value

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ValueError("setting-log-level")
        return value.upper()

    @field_validator("secret_key")
    @classmethod
    def _key(cls, value: SecretStr) -> SecretStr:
        if 0 < len(value.get_secret_value()) < 32:
            raise ValueError("setting-secret-key")
        return value

    @model_validator(mode="after")
    def _together(self) -> Settings:
        url = self.database_url.get_secret_value()
        if url and not url.startswith(("sqlite:", "postgresql:", "postgresql+psycopg:")):
            raise Together("DATABASE_URL", "setting-database")
        if url.startswith("postgresql") and not self.secret_key.get_secret_value():
            raise Together("SECRET_KEY", "setting-secret-key-needed")
        if self.telegram_mode is Mode.webhook and not self.public_url:
            raise Together("PUBLIC_URL", "setting-public-url-needed")
        if self.embeddings_url.get_secret_value() and not self.embeddings_model:
            raise Together("EMBEDDINGS_MODEL", "setting-embeddings-model-needed")
        return self

    @property
    def database(self) -> str:
        """The database to use: as set, or a file in the data folder."""
        from storage.database import sqlite_url

        return self.database_url.get_secret_value() or sqlite_url(self.data_dir.resolve() / "kopgroep.db")

    @property
    def sqlite_file(self) -> Path | None:
        """The file of the database, or None on PostgreSQL and in memory."""
        from storage.database import database_path

        return database_path(self.database)

    @property
    def ledger_file(self) -> Path:
        """The list of erasures: as set, or beside the data."""
        return self.erasure_ledger or self.data_dir.resolve() / LEDGER_FILE

    @property
    def kept(self) -> Kept:
        """How long things are kept: as they come, with what is set over it."""
        return read_kept(self.keep_days)

    @property
    def token(self) -> str:
        """The bot's token, or nothing when there is no Telegram."""
        return self.telegram_bot_token.get_secret_value()

    @property
    def address(self) -> str:
        """Where people find the chat page: the public address, or this machine."""
        here = "localhost" if self.host in ("0.0.0.0", "::") else self.host  # noqa: S104
        return self.public_url or f"http://{here}:{self.port}"

    def secrets(self) -> tuple[str, ...]:
        """Return what may be in no log: keys, tokens, addresses with a password, and that password."""
        given = [value.get_secret_value() for _, value in self if isinstance(value, SecretStr)]
        password = urlsplit(self.database_url.get_secret_value()).password or ""
        return (self.key(), password, *given)

    def key(self) -> str:
        """Return the secret key; without a setting it is made once in the data folder, for its owner only."""
        if self.secret_key.get_secret_value():
            return self.secret_key.get_secret_value()
        self.data_dir.mkdir(parents=True, exist_ok=True)
        file = self.data_dir / KEY_FILE
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return file.read_text("ascii").strip()
        with os.fdopen(descriptor, "w", encoding="ascii") as made:
            made.write(secrets.token_urlsafe(32))
        return file.read_text("ascii")


def read(**given: Any) -> Settings:
    """Read the settings; raise BadSettings with each variable that is wrong, and why."""
    try:
        return Settings(**given)
    except ValidationError as error:
        raise BadSettings(tuple(_wrong(dict(one)) for one in error.errors())) from None


# What the library finds by itself, by its own names.
_FOUND = {
    "int_parsing": "setting-number",
    "greater_than_equal": "setting-port",
    "less_than_equal": "setting-port",
    "enum": "setting-mode",
}


def _wrong(error: dict[str, Any]) -> tuple[str, str]:
    """Return the variable and the key of its sentence; a rule over several says both itself."""
    name = "_".join(str(part) for part in error["loc"]).upper()
    if error["type"] != "value_error":
        return name, _FOUND.get(error["type"], "setting-unfit")
    ours = error["ctx"]["error"]
    return (ours.name, ours.key) if isinstance(ours, Together) else (name, str(ours))
