"""The campaign in the window: its set-up, its board, its ledger and its draw."""
