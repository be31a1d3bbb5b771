"""资料: the rules, the unit's own library and the working-day calendar."""
