"""Practices that come in as a file, and go out as one."""
