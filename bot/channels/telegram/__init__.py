"""The Telegram channel; the only place that speaks to the Bot API.

Nothing is read here: who only sends needs half of it.
"""
