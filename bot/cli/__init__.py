"""The command line: one module per thing one can do."""
