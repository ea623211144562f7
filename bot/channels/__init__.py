"""How people reach us: one package or module per channel."""
