"""The place 合议: one case on the table, its two reviews side by side."""
