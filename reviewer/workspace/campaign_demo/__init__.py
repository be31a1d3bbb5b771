"""The demonstration of a whole campaign, played without a person."""
