"""The running program; the only place that knows channels."""
