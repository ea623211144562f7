"""The peer model, by the tables of its specification and by what must never happen."""
