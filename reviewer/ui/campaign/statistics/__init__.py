"""The place 统计: charts and tables of the settled cases, and what would be otherwise."""
