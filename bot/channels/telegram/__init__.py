"""The Telegram channel; the only place that speaks to the Bot API."""
