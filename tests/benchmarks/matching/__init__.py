"""How well and how fast the matcher finds, next to others: `kopgroep bench matching`."""
