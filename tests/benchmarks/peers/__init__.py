"""Bare echo bots of others, to measure ourselves against."""
