"""What people can do: one module per capability; no channel, no SQL, no sentences."""
