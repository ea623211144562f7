"""How well the privacy guard finds what points to a person, on messages that are marked by hand."""
