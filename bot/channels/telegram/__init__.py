"""The Telegram channel; the only place that speaks to the Bot API."""

from bot.channels.telegram.telegram import Telegram

__all__ = ["Telegram"]
