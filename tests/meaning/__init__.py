"""The optional semantic leg, over real HTTP."""
