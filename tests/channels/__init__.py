"""The channels by themselves: what goes over the wire, and what comes back."""
