"""Campaigns on what waits: the whole program, killed, stopped and troubled, and how fast it goes."""
