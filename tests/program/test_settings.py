"""Every setting is documented, and a wrong one is named in one sentence."""

from __future__ import annotations

import re

import pytest

from bot.settings import Settings, read
from bot.trouble import BadSettings
from content.speech import speak
from tests.program.source import ROOT


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(str(tmp_path))


def test_example__names_every_setting_and_no_other() -> None:
    named = set(
        re.findall(r"^#?\s?([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)
    )
    assert named == {name.upper() for name in Settings.model_fields}


def test_settings__nothing_is_needed() -> None:
    settings = read()
    assert settings.database.endswith("kopgroep.db")
    assert settings.token == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "no token"),
        ("TELEGRAM_BASE_URL", "ftp://x"),
        ("TELEGRAM_MODE", "pigeon"),
        ("DATABASE_URL", "mysql://x"),
        ("PORT", "70000"),
        ("PUBLIC_URL", "kopgroep.nl"),
        ("SECRET_KEY", "short"),
        ("DEFAULT_LANGUAGE", "fr"),
        ("TIMEZONE", "Mars/Olympus"),
        ("LOG_LEVEL", "LOUD"),
        ("EMBEDDINGS_URL", "localhost:11434"),
    ],
)
def test_setting__that_is_wrong_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings, match=name) as caught:
        read()
    assert value not in str(caught.value) or name != "TELEGRAM_BOT_TOKEN"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_setting__that_is_wrong_is_told_in_words(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("PORT", "x"), ("TELEGRAM_MODE", "pigeon"), ("TIMEZONE", "Mars"), ("LOG_LEVEL", "x")):
        monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as caught:
        read()
    said = {name: speak(key, language, {}) for name, key in caught.value.wrong}
    assert list(said) == ["TELEGRAM_MODE", "PORT", "TIMEZONE", "LOG_LEVEL"]
    assert "polling" in said["TELEGRAM_MODE"]
    assert ("getal" if language == "nl" else "number") in said["PORT"]


def test_postgres__needs_a_secret_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://x/y")
    with pytest.raises(BadSettings, match="SECRET_KEY"):
        read()


def test_webhook__needs_a_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_MODE", "webhook")
    with pytest.raises(BadSettings, match="PUBLIC_URL"):
        read()


def test_embeddings__need_a_model_and_tell_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMBEDDINGS_URL", "http://me:canary@127.0.0.1:1/v1")
    with pytest.raises(BadSettings, match="EMBEDDINGS_MODEL") as caught:
        read()
    assert "canary" not in str(caught.value)
    monkeypatch.setenv("EMBEDDINGS_MODEL", "small")
    monkeypatch.setenv("EMBEDDINGS_KEY", "canary")
    assert "canary" not in repr(read())


def test_secret_key__is_made_once_for_its_owner_only(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", f"{tmp_path}/data")
    settings = read()
    assert settings.key() == read().key()
    assert (settings.data_dir / "secret.key").stat().st_mode & 0o077 == 0
