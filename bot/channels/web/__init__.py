"""The chat page in the browser: the second channel, over the same turns."""

from bot.channels.web.app import create_app
from bot.channels.web.site import CHANNEL

__all__ = ["CHANNEL", "create_app"]
