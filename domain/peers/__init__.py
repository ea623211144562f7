"""The pull of peers as rules: evidence, fit, offers, messages and their guard rails."""
