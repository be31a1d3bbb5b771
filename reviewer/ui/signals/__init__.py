"""跨卷线索: what rules across cases found, for a person to look at."""
