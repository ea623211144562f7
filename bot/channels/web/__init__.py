"""The chat page in the browser: the second channel, over the same turns."""

from bot.channels.web.app import create_app

__all__ = ["create_app"]
